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

#define MAXLETTER (CSTO_STEM_MAX / 2)

/* One word while it is read.  Places and lengths are in bytes, two a
** letter. */
typedef struct reader {
  const char *w;
  size_t n;
  uint32_t sum[MAXLETTER + 1];    /* of the first i letters */
  int best;                       /* worth of the best reading so far */
  size_t prefix, suffix, from, length;
  const unsigned char *stem;      /* counted, in the pool; NULL: the base */
  const csto_ending *ending;
  int function;
  const char *rule;
  uint16_t endings[CSTO_LEX_ENDINGS];   /* those that the word ends in */
  int nending;
} reader;

/* CSTO_LEX_BASE to the power of i. */
static const uint32_t powers[MAXLETTER + 1] = {
    0x00000001u, 0x9e3779b1u, 0xffe6cc61u, 0xcc042811u, 0x1f76bcc1u,
    0x8bc6ba71u, 0x5ecd5121u, 0x6364b0d1u, 0x4b180981u, 0xf0d38b31u,
    0xa49465e1u, 0xb018c991u, 0x448fe641u, 0x0149ebf1u, 0x43680aa1u,
    0x6e8c7251u, 0x5e8a5301u, 0x3215dcb1u, 0x9e743f61u, 0xfc2bab11u,
    0x3cb34fc1u, 0xf9235d71u, 0xc9e50421u, 0x176273d1u, 0x93b6dc81u};

static uint32_t part(const reader *r, size_t from, size_t n) {
  return r->sum[(from + n) / 2] - r->sum[from / 2] * powers[n / 2];
}

typedef struct found {
  const unsigned char *p[CSTO_LX_CLASSES];  /* weight, counted stem; or NULL */
  int function, name;
} found;

/* 1 if no base of n bytes can make a reading of this cost the best. */
static int hopeless(const reader *r, size_t n, int cost) {
  return csto_lex_heaviest[n / 2] - cost <= r->best;
}

/* Looks up the part of the word [from, from + n) with the letters of an
** ending put back; 0 when it is not there. */
static int look(const reader *r, size_t from, size_t n, const csto_ending *e,
                found *out) {
  size_t nput = e ? e->nput : 0;
  uint32_t sum = part(r, from, n), h, i, v, bit;
  if (nput) sum = csto_lex_add(sum, e->put, nput);
  h = csto_lex_mix(sum);
  bit = h >> CSTO_LEX_SHIFT;
  if (!(csto_lex_bits[bit >> 5] >> (bit & 31) & 1)) return 0;
  for (i = h & csto_lex_mask; (v = csto_lex_slots[i]) != 0;
       i = (i + 1) & csto_lex_mask) {
    const unsigned char *p;
    unsigned has;
    int c;
    if (v >> 24 != h >> 24) continue;
    p = csto_lex_pool + (v & 0xffffff);
    if (*p != n + nput || memcmp(p + 1, r->w + from, n) != 0 ||
        (nput && memcmp(p + 1 + n, e->put, nput) != 0)) continue;
    p += 1 + *p;
    has = *p++;
    out->function = has >> CSTO_LX_F & 1;
    out->name = has >> CSTO_LX_P & 1;
    for (c = 0; c < CSTO_LX_CLASSES; c++) {
      out->p[c] = has >> c & 1 ? p : NULL;
      if (has >> c & 1) p += 2 + p[1];
    }
    return 1;
  }
  return 0;
}

/* ---- readings ---- */

/* Costs in halves of a bit: minus twice log2 of how often, one by one. */
enum {
  COST_WAW = 8, COST_FA = 14, COST_BA = 10, COST_KAF = 15, COST_LAM = 9,
  COST_SEEN = 10,
  COST_ARTICLE = 2, COST_LAM_VERB = 12, COST_PERSON = 4,
  COST_PERSON_RARE = 18,
  COST_FUNCTION = 10,     /* a function word behind the article */
  LEAST = -14             /* a reading worth less is none */
};

/* A reading: the base [from, from + length) with the ending's letters, of
** class c of f, behind `prefix` bytes that count as prefix. */
static void take(reader *r, const found *f, int c, int cost, size_t from,
                 size_t length, const csto_ending *e, const char *rule) {
  int worth = f->p[c][0] - cost;
  if (worth <= r->best) return;
  r->best = worth;
  r->prefix = from;
  r->suffix = e ? e->ntext : 0;
  r->from = from;
  r->length = length;
  r->stem = f->p[c][1] ? f->p[c] + 1 : NULL;
  r->ending = e;
  r->function = f->function && !e;
  r->rule = rule;
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
  found f;
  int p;
  if (!hopeless(r, n, cost) && look(r, at, n, NULL, &f)) {
    if (f.p[CSTO_LX_N] && (as & AS_NOUN))
      take(r, &f, CSTO_LX_N,
           cost + (as & AFTER_ARTICLE && f.function ? COST_FUNCTION : 0),
           at, n, NULL, at ? "clitic" : "word");
    if (f.p[CSTO_LX_V] && (as & AS_VERB))
      take(r, &f, CSTO_LX_V, cost, at, n, NULL, at ? "clitic, verb" : "verb");
  }
  if (!(as & AS_IMPERFECT) || n < 6 || (p = person(r->w + at)) < 0) return;
  if (!hopeless(r, n - 2, cost + p) && look(r, at + 2, n - 2, NULL, &f) &&
      f.p[CSTO_LX_I])
    take(r, &f, CSTO_LX_I, cost + p, at + 2, n - 2, NULL, "imperfect");
}

/* The rest [at, at + n) with the ending e. */
static void with_ending(reader *r, size_t at, size_t n, int as, int cost,
                        const csto_ending *e) {
  static const int allowed[] = {AS_NOUN, AS_VERB, AS_IMPERFECT};
  found f;
  size_t m = n - e->ntext, from = at;
  if (!(as & allowed[e->cls])) return;
  if ((as & AFTER_ARTICLE) && !(e->before & CSTO_E_ARTICLE)) return;
  cost += e->cost * 2;
  if (e->cls == CSTO_LX_I) {
    int p = m >= 6 ? person(r->w + at) : -1;
    if (p < 0) return;
    cost += p;
    from += 2;
    m -= 2;
  }
  /* ة takes no alef of the accusative */
  if (e->ntext == 2 && e->cls == CSTO_LX_N && is(e->text, "ا") && m >= 2 &&
      is(r->w + from + m - 2, "ه")) return;
  if (m >= 4 && !hopeless(r, m + e->nput, cost) && look(r, from, m, e, &f) &&
      f.p[e->cls] && (!f.function || e->before & CSTO_E_FUNCTION) &&
      !(e->before & CSTO_E_ARTICLE && !e->nput && f.p[e->cls][1]))
    take(r, &f, e->cls, cost, from, m, e, e->rule);
}

/* All readings of the rest that begins at byte `at`. */
static void read_rest(reader *r, size_t at, int as, int cost) {
  size_t n = r->n - at;
  int i;
  if (n < 4) return;
  bare(r, at, n, as, cost);
  for (i = 0; i < r->nending; i++) {
    const csto_ending *e = &csto_endings[r->endings[i]];
    if (e->ntext + 4u <= n) with_ending(r, at, n, as, cost, e);
  }
}

static void read_split(reader *r, const csto_split *s) {
  int as = AS_NOUN | AS_VERB | AS_IMPERFECT, cost = 0;
  size_t at = s->clitics & CSTO_PC_CONJ ? 2 : 0;
  if (at) cost += is(r->w, "و") ? COST_WAW : COST_FA;
  if (s->clitics & CSTO_PC_PREP) {
    as = AS_NOUN;
    cost += is(r->w + at, "ب") ? COST_BA : COST_KAF;
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
    r->prefix = r->from = skip;
    r->length = r->n - skip;
    r->rule = "article, unknown";
    return;
  }
}

/* The endings in which the word ends, as the table lists them. */
static void find_endings(reader *r) {
  size_t i, last = (unsigned char)r->w[r->n - 1] & 63;
  uint64_t tail = csto_lex_tail(r->w, r->n);
  for (i = csto_ending_from[last]; i < csto_ending_from[last + 1]; i++) {
    const csto_ending *e = &csto_endings[i];
    if ((tail ^ e->tail) & e->mask || e->ntext + 4u > r->n) continue;
    if (e->ntext <= 8 ||
        memcmp(r->w + r->n - e->ntext, e->text, e->ntext) == 0)
      r->endings[r->nending++] = (uint16_t)i;
  }
}

/* Fills the sums; 0 if a letter has not two bytes. */
static int begin(reader *r, const char *w, size_t n) {
  size_t i;
  memset(r, 0, offsetof(reader, endings));
  r->nending = 0;
  r->w = w;
  r->n = r->length = n;
  r->best = LEAST;
  r->rule = "whole";
  if (n > CSTO_STEM_MAX || n < 4 || n % 2) return 0;
  for (i = 0; i < n; i += 2) {
    if ((unsigned char)w[i] < 0xd8 || (unsigned char)w[i] > 0xdb) return 0;
    r->sum[i / 2 + 1] = csto_lex_add(r->sum[i / 2], w + i, 2);
  }
  return 1;
}

static void finish(const reader *r, csto_stem *out) {
  static const char al[] = "ال";
  out->rule = r->rule;
  out->prefix = (uint8_t)r->prefix;
  out->suffix = (uint8_t)r->suffix;
  out->function = (uint8_t)r->function;
  if (r->stem) {
    out->n = r->stem[0];
    memcpy(out->text, r->stem + 1, out->n);
  } else {
    size_t nput = r->ending ? r->ending->nput : 0;
    memcpy(out->text, r->w + r->from, r->length);
    if (nput) memcpy(out->text + r->length, r->ending->put, nput);
    out->n = (uint8_t)(r->length + nput);
  }
  if (out->n == r->n && memcmp(out->text, r->w, r->n) == 0) {
    out->n = out->prefix = out->suffix = 0;
    return;
  }
  out->al = out->n + 4u == r->n && memcmp(r->w, al, 4) == 0 &&
            memcmp(r->w + 4, out->text, out->n) == 0;
}

void csto_stem_word(const char *norm, size_t n, csto_stem *out) {
  csto_split s[CSTO_SPLITS];
  reader r;
  int i, k;
  out->n = out->prefix = out->suffix = out->al = out->function = 0;
  out->rule = "whole";
  if (!begin(&r, norm, n)) return;
  find_endings(&r);
  k = csto_proclitics(norm, n, s, CSTO_SPLITS);
  for (i = 0; i < k; i++) read_split(&r, &s[i]);
  if (r.best == LEAST) unknown(&r, s, k);
  finish(&r, out);
}

int csto_word_sort(const char *norm, size_t n, int *weight) {
  reader r;
  found f;
  int c;
  *weight = 0;
  if (!begin(&r, norm, n) || !look(&r, 0, n, NULL, &f)) return CSTO_UNKNOWN;
  for (c = 0; c < CSTO_LX_CLASSES; c++)
    if (f.p[c] && f.p[c][0] > *weight) *weight = f.p[c][0];
  if (f.name) return CSTO_NAME;
  /* only the stem of an imperfect: not a word by itself */
  return f.p[CSTO_LX_N] || f.p[CSTO_LX_V] || f.function ? CSTO_COMMON
                                                       : CSTO_UNKNOWN;
}
