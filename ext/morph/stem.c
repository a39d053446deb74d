/* stem.c - the index form of a word; see stem.h.
**
** HOW IT WORKS.  A word may be read in several ways: whole, or as clitics,
** the letter of a person, a stem and an ending (data/stem/affixes.tsv).  Each
** reading whose stem is an attested word of the right class in the lexicon
** (morph/lexicon.h) costs what its affixes cost, in halves of a bit, less the
** weight of the stem; the cheapest wins:
**
**     وزير    وزير (seen 60,000 times)         not  و + زير
**     والده   والد + ه                         not  و + الد + ه
**     ومدرسة  و + مدرسه
**     يقولون  ي + قول + ون: قال
**
** The lexicon also leads plurals (مدارس: مدرسه), imperfect stems (قول: قال)
** and feminine adjectives to their index form.  A word with no attested
** reading keeps all its letters but the article.
** Cost: about thirty look-ups of a word; the tokenizer remembers results.
*/
#include "morph/stem.h"
#include <string.h>
#include "morph/clitics.h"
#include "morph/lexicon.h"
#include "text/table.h"

CSTO_TABLE(stopwords);

int csto_is_stop(const char *norm, size_t n) {
  if (csto_table_find(&csto_table_stopwords, norm, n)) return 1;
  return n > 4 && (memcmp(norm, "و", 2) == 0 || memcmp(norm, "ف", 2) == 0) &&
         csto_table_find(&csto_table_stopwords, norm + 2, n - 2) != 0;
}

/* ---- the lexicon ---- */

typedef struct found {
  const char *stem;       /* NULL: not of that class */
  uint8_t n, weight;
} found;

/* Looks a word up; 0 when it is not there. */
static int look(const char *w, size_t n, found out[CSTO_LX_CLASSES]) {
  uint32_t h = csto_lex_hash(w, n), i = h & csto_lex_mask, v;
  for (; (v = csto_lex_slots[i]) != 0; i = (i + 1) & csto_lex_mask) {
    const unsigned char *p;
    unsigned has;
    int c;
    if (v >> 24 != h >> 24) continue;
    p = csto_lex_pool + (v & 0xffffff);
    if (*p != n || memcmp(p + 1, w, n) != 0) continue;
    p += 1 + n;
    has = *p++;
    for (c = 0; c < CSTO_LX_CLASSES; c++) {
      out[c].stem = NULL;
      if (!(has >> c & 1)) continue;
      out[c].weight = p[0];
      out[c].n = p[1] ? p[1] : (uint8_t)n;
      out[c].stem = p[1] ? (const char *)p + 2 : w;
      p += 2 + p[1];
    }
    return 1;
  }
  return 0;
}

/* ---- readings ---- */

/* Costs in halves of a bit: minus twice log2 of how often, one by one. */
enum {
  COST_CONJ = 8, COST_PREP = 10, COST_LAM = 9, COST_SEEN = 10,
  COST_ARTICLE = 2, COST_LAM_VERB = 12, COST_PERSON = 4,
  COST_PERSON_RARE = 14,
  LEAST = -14             /* a reading worth less is none */
};

typedef struct reader {
  const char *w;
  size_t n;
  int best;               /* worth of the best reading so far */
  csto_stem *out;
} reader;

static void take(reader *r, int worth, size_t prefix, size_t suffix,
                 const char *stem, size_t nstem, const char *rule) {
  if (worth <= r->best || nstem > CSTO_STEM_MAX) return;
  r->best = worth;
  r->out->prefix = (uint8_t)prefix;
  r->out->suffix = (uint8_t)suffix;
  r->out->n = (uint8_t)nstem;
  memcpy(r->out->text, stem, nstem);
  r->out->rule = rule;
}

/* What may be read at this place of the word. */
enum { AS_NOUN = 1, AS_VERB = 2, AS_IMPERFECT = 4, AFTER_ARTICLE = 8 };

static int is(const char *p, const char *letter) {
  return p[0] == letter[0] && p[1] == letter[1];
}

/* Cost of the letter of a person at p, or -1. */
static int person(const char *p) {
  if (is(p, "ي") || is(p, "ت")) return COST_PERSON;
  return is(p, "ن") || is(p, "ا") ? COST_PERSON_RARE : -1;
}

/* The rest [at, at + n) as a word with no ending. */
static void bare(reader *r, size_t at, size_t n, int as, int cost) {
  found f[CSTO_LX_CLASSES];
  int p;
  if (look(r->w + at, n, f)) {
    if (f[CSTO_LX_N].stem && (as & AS_NOUN))
      take(r, f[CSTO_LX_N].weight - cost, at, 0, f[CSTO_LX_N].stem,
           f[CSTO_LX_N].n, at ? "clitic" : "word");
    if (f[CSTO_LX_V].stem && (as & AS_VERB))
      take(r, f[CSTO_LX_V].weight - cost, at, 0, f[CSTO_LX_V].stem,
           f[CSTO_LX_V].n, at ? "clitic, verb" : "verb");
  }
  if (!(as & AS_IMPERFECT) || n < 6 || (p = person(r->w + at)) < 0) return;
  if (look(r->w + at + 2, n - 2, f) && f[CSTO_LX_I].stem)
    take(r, f[CSTO_LX_I].weight - cost - p, at + 2, 0, f[CSTO_LX_I].stem,
         f[CSTO_LX_I].n, "imperfect");
}

/* The rest [at, at + n) with the ending e. */
static void with_ending(reader *r, size_t at, size_t n, int as, int cost,
                        const csto_ending *e) {
  static const int allowed[] = {AS_NOUN, AS_VERB, AS_IMPERFECT};
  char base[CSTO_STEM_MAX + 8];
  found f[CSTO_LX_CLASSES];
  size_t m = n - e->ntext, from = at;
  if (!(as & allowed[e->cls])) return;
  if ((as & AFTER_ARTICLE) && !e->article) return;
  cost += e->cost * 2;
  if (e->cls == CSTO_LX_I) {
    int p = m >= 6 ? person(r->w + at) : -1;
    if (p < 0) return;
    cost += p;
    from += 2;
    m -= 2;
  }
  if (m < 4) return;
  memcpy(base, r->w + from, m);
  memcpy(base + m, e->put, e->nput);
  if (look(base, m + e->nput, f) && f[e->cls].stem)
    take(r, f[e->cls].weight - cost, from, e->ntext, f[e->cls].stem,
         f[e->cls].n, e->rule);
}

/* All readings of the rest that begins at byte `at`. */
static void read_rest(reader *r, size_t at, int as, int cost) {
  size_t n = r->n - at, i, last;
  if (n < 4) return;
  bare(r, at, n, as, cost);
  last = (unsigned char)r->w[r->n - 1] & 63;
  for (i = csto_ending_from[last]; i < csto_ending_from[last + 1]; i++) {
    const csto_ending *e = &csto_endings[i];
    if (e->ntext + 4u <= n &&
        memcmp(r->w + r->n - e->ntext, e->text, e->ntext) == 0)
      with_ending(r, at, n, as, cost, e);
  }
}

static void read_split(reader *r, const csto_split *s) {
  int as = AS_NOUN | AS_VERB | AS_IMPERFECT, cost = 0;
  if (s->clitics & CSTO_PC_CONJ) cost += COST_CONJ;
  if (s->clitics & CSTO_PC_PREP) {
    as = AS_NOUN;
    cost += COST_PREP;
  }
  if (s->clitics & CSTO_PC_SEEN) {
    as = AS_IMPERFECT;
    cost += COST_SEEN;
  }
  if (s->pre_al) {                     /* the article is in the lam */
    read_rest(r, s->skip, AS_NOUN | AFTER_ARTICLE,
              cost + COST_LAM + COST_ARTICLE);
    return;
  }
  if (s->clitics & CSTO_PC_LAM) {
    read_rest(r, s->skip, AS_NOUN, cost + COST_LAM);
    read_rest(r, s->skip, AS_IMPERFECT, cost + COST_LAM_VERB);
    return;
  }
  read_rest(r, s->skip, as, cost);
  if (s->al)
    read_rest(r, s->skip + 4u, AS_NOUN | AFTER_ARTICLE, cost + COST_ARTICLE);
}

/* No reading: the article still goes when three letters remain. */
static void unknown(reader *r, const csto_split *s, int k) {
  int i;
  for (i = 0; i < k; i++) {
    size_t skip = s[i].skip + (s[i].al ? 4u : 0u);
    if (!s[i].al && !(s[i].pre_al && (s[i].skip & 3) == 0)) continue;
    if (r->n < skip + 6) continue;
    take(r, LEAST + 1, skip, 0, r->w + skip, r->n - skip, "article, unknown");
    return;
  }
}

static const char al[] = "ال";

void csto_stem_word(const char *norm, size_t n, csto_stem *out) {
  csto_split s[CSTO_SPLITS];
  reader r;
  int i, k;
  memset(out, 0, sizeof *out);
  out->rule = "whole";
  if (n > CSTO_STEM_MAX || n < 4) return;
  r.w = norm;
  r.n = n;
  r.best = LEAST;
  r.out = out;
  k = csto_proclitics(norm, n, s, CSTO_SPLITS);
  for (i = 0; i < k; i++) read_split(&r, &s[i]);
  if (r.best == LEAST) unknown(&r, s, k);
  if (out->n == n && memcmp(out->text, norm, n) == 0) {
    out->n = out->prefix = out->suffix = 0;
    return;
  }
  out->al = out->n + 4u == n && memcmp(norm, al, 4) == 0 &&
            memcmp(norm + 4, out->text, out->n) == 0;
}
