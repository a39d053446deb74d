/* repeat.c - what the document's other mentions say about a person's name.
**
** The last words of all persons' names are kept.  Then
**   - a verb that the model took for a forename is cut off a surname that
**     stands elsewhere too (وعرج السكوري);
**   - a forename goes on with the surname behind it (مارتن + غريفيث), a family
**     (آل الشيخ) with the forename before it;
**   - every bare mention of a full name's surname is a person (ولافروف);
**   - a place that the model is sure of once is one wherever it stands;
**   - السيد is no part of a name that is one without it;
**   - a letter before a name is a preposition or not as elsewhere.
** Surnames that are everyday words, nationalities or names of the lexicon do
** not spread.  Linear passes and a hash map.
*/
#include "text/letters.h"
#include "entity/map.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

enum {
  K_FULL = 1,      /* last word of a person's full name */
  K_ANY,           /* last word of any person's name */
  K_PLACE,         /* a place of one word that the model is sure of */
  K_FIRST,         /* first word of a person's full name, as written */
  K_NAME           /* all words of a name of several words: its type + 1 */
};
#define SURE 0.9
#define KEY 160     /* bytes of the longest name that is compared */

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

static size_t length(const csto_span *s) { return s->m.tokend - s->m.tok; }

/* May the surname of this mention make other mentions? */
static int spreads(const csto_ework *w, const csto_span *s) {
  size_t last = s->m.tokend - 1, skip, n;
  const csto_token *t = token(w, last);
  csto_gaz g;
  if (length(s) < 2 || length(s) > 5 || s->m.score < 0.5) return 0;
  if (t->kind != CSTO_T_WORD || t->nnorm < 6) return 0;
  if (w->cls[last] & (CSTO_W_COMMON | CSTO_W_END | CSTO_W_PREP |
                      CSTO_W_GIVEN)) return 0;
  if (csto_norp_at(w, last, &skip, &n) ||
      csto_token_is(w, last, "deity")) return 0;     /* ذبيح الله */
  return !csto_gaz_at(w, last, &g) ||
         csto_gaz_type(g.table, g.row) == CSTO_PERSON;
}

/* May this place of one word, n folded bytes, make other mentions? */
static int place_spreads(const csto_ework *w, const csto_span *s, size_t n) {
  csto_gaz g;
  return length(s) == 1 && n >= 8 && s->m.score >= SURE &&
         !(w->cls[s->m.tok] & (CSTO_W_COMMON | CSTO_W_GIVEN)) &&
         !csto_gaz_at(w, s->m.tok, &g);
}

/* The folded words of a name, the first without `cut` bytes; 0: too long. */
static size_t whole(const csto_ework *w, const csto_span *s, size_t cut,
                    char *key) {
  size_t i, n = 0;
  for (i = s->m.tok; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    size_t skip = i == s->m.tok ? cut : 0;
    if (t->nnorm <= skip || n + t->nnorm + 1 > KEY) return 0;
    memcpy(key + n, t->norm + skip, t->nnorm - skip);
    n += t->nnorm - skip;
    key[n++] = ' ';
  }
  return n;
}

static size_t cut_of(const csto_ework *w, const csto_span *s) {
  return s->m.start > token(w, s->m.tok)->start
             ? csto_doc_skipped(w->d, s->m.tok, s->m.start) : 0;
}

/* Names of several words, so that others can be put right by them. */
static int collect_whole(csto_ework *w, csto_emap *names) {
  char key[KEY];
  size_t i, n;
  for (i = 0; i < w->nspans; i++) {
    const csto_span *s = &w->spans[i];
    const csto_token *t = token(w, s->m.tok);
    size_t cut = cut_of(w, s);
    int32_t *x;
    if ((s->m.type != CSTO_PERSON && s->m.type != CSTO_ORG) ||
        length(s) < 2) continue;
    n = whole(w, s, cut, key);
    if (!n) continue;
    x = csto_emap_put(names, key, n, K_NAME, (int32_t)s->m.type + 1);
    if (!x) return CSTO_NOMEM;
    if (s->m.type != CSTO_PERSON || cut) continue;
    x = csto_emap_put(names, t->norm, t->nnorm, K_FIRST, 0);
    if (!x) return CSTO_NOMEM;
    ++*x;
  }
  return CSTO_OK;
}

static int32_t known(const csto_emap *names, const csto_token *t, int space) {
  return csto_emap_get(names, t->norm, t->nnorm, space, 0);
}

/* Is the name's first word السيد, which may be Mr. and a forename? */
static int is_mister(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  size_t cut = cut_of(w, s);
  return s->m.type == CSTO_PERSON && s->src == CSTO_S_TAG &&
         csto_word_is(t->norm + cut, t->nnorm - cut, "mister");
}

static int collect_one(csto_ework *w, csto_emap *names, const csto_span *s) {
  const csto_token *t = token(w, s->m.tokend - 1u);
  const char *p = t->norm;
  size_t n = t->nnorm;
  int32_t *x;
  if (length(s) == 1 && s->m.start > t->start) {
    size_t cut = csto_doc_skipped(w->d, s->m.tok, s->m.start);
    p += cut;
    n -= cut;
  }
  if (s->m.type == CSTO_GPE && place_spreads(w, s, n) &&
      !csto_emap_put(names, p, n, K_PLACE, 1)) return CSTO_NOMEM;
  if (s->m.type != CSTO_PERSON) return CSTO_OK;
  if (spreads(w, s) && !csto_emap_put(names, p, n, K_FULL, 1))
    return CSTO_NOMEM;
  x = csto_emap_put(names, p, n, K_ANY, 0);
  if (!x) return CSTO_NOMEM;
  ++*x;
  return CSTO_OK;
}

/* السيد لافروف, الرئيس السيد فلان: no part of the name behind an office, nor
** where what follows is a name of the lexicon or of somebody else's. */
static void drop_mister(csto_ework *w, const csto_emap *names, size_t at) {
  csto_span *s = &w->spans[at];
  const csto_span *before = at ? s - 1 : NULL;
  const csto_span *next = at + 1 < w->nspans ? s + 1 : NULL;
  size_t i = s->m.tok + 1u;
  csto_gaz g;
  int listed;
  if (length(s) == 1) {
    s->drop = next && next->m.tok == i && next->m.type == CSTO_PERSON;
    return;
  }
  listed = csto_gaz_at(w, i, &g) && !g.skip && i + g.ntok == s->m.tokend &&
           csto_gaz_type(g.table, g.row) == CSTO_PERSON;
  if (!listed && !(before && before->m.type == CSTO_ROLE &&
                   before->m.tokend == s->m.tok) &&
      known(names, token(w, s->m.tokend - 1u), K_FULL) < 1) return;
  s->m.tok++;
  s->m.start = token(w, i)->start;
  s->table = listed ? g.table : NULL;
  if (listed) s->row = g.row;
}

static int collect(csto_ework *w, csto_emap *names) {
  size_t i;
  int misters = 0;
  if (collect_whole(w, names)) return CSTO_NOMEM;
  for (i = 0; i < w->nspans; i++) {
    if (is_mister(w, &w->spans[i])) misters = 1;
    else if (collect_one(w, names, &w->spans[i])) return CSTO_NOMEM;
  }
  for (i = 0; misters && i < w->nspans; i++) {
    if (!is_mister(w, &w->spans[i])) continue;
    drop_mister(w, names, i);
    if (!w->spans[i].drop && collect_one(w, names, &w->spans[i]))
      return CSTO_NOMEM;
  }
  return CSTO_OK;
}

/* ---- the ends of a name ---- */

/* وعرج السكوري: a conjunction and a verb before a surname. */
static void drop_verb(csto_ework *w, const csto_emap *names, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  if (s->src != CSTO_S_TAG || length(s) != 2 || s->m.start != t->start ||
      w->cls[s->m.tok] & CSTO_W_GIVEN) return;
  if (memcmp(t->norm, WAW, 2) && memcmp(t->norm, FEH, 2)) return;
  if (known(names, token(w, s->m.tok + 1u), K_ANY) < 2) return;
  s->m.tok++;
  s->m.start = token(w, s->m.tok)->start;
}

/* The first letter of a name is a preposition when the document has the name
** without it (لصنداي ميرور), and is none when the document has the name with
** it (بنى العليان, but لبنى العليان). */
static void right_start(csto_ework *w, const csto_emap *names, csto_span *s) {
  static const char *const letters[] = {LAM, BEH, WAW, FEH, KAF};
  const csto_token *t = token(w, s->m.tok);
  size_t k, n, cut = cut_of(w, s);
  char key[KEY];
  int32_t type;
  if (s->src != CSTO_S_TAG || length(s) < 2) return;
  if (cut == 2) {
    n = whole(w, s, 0, key);
    if ((n && csto_emap_get(names, key, n, K_NAME, 0)) ||
        (s->m.type == CSTO_PERSON &&
         csto_emap_get(names, t->norm, t->nnorm, K_FIRST, 0) &&
         !csto_emap_get(names, t->norm + 2, t->nnorm - 2, K_FIRST, 0)))
      s->m.start = t->start;
    return;
  }
  if (cut || t->nnorm < 8 || w->cls[s->m.tok] & CSTO_W_GIVEN) return;
  for (k = 0; k < sizeof letters / sizeof *letters; k++)
    if (!memcmp(t->norm, letters[k], 2)) break;
  if (k == sizeof letters / sizeof *letters) return;
  n = whole(w, s, 2, key);
  type = n ? csto_emap_get(names, key, n, K_NAME, 0) : 0;
  if (!type) return;
  s->m.start = csto_doc_offset(w->d, s->m.tok, 2);
  s->m.type = (csto_etype)(type - 1);
}

/* كيم لترمب, وليام لعباس: the second name is whom the first speaks to, unless
** the document has it more often with its first letter than without (سيرغي
** لافروف beside a misspelt افروف). */
static int drop_addressee(csto_ework *w, csto_emap *names, size_t at) {
  csto_span *s = &w->spans[at];
  size_t last = s->m.tokend - 1u;
  const csto_token *t = token(w, last);
  int32_t *x, gaz, again;
  csto_gaz g;
  if (s->src != CSTO_S_TAG || length(s) < 2 || t->nnorm < 8 ||
      memcmp(t->norm, LAM, 2) || w->cls[last] & CSTO_W_GIVEN)
    return CSTO_OK;
  gaz = csto_gaz_at(w, last, &g) && g.skip == 2 && !g.al && g.ntok == 1 &&
        csto_gaz_type(g.table, g.row) == CSTO_PERSON;
  again = !gaz && known(names, t, K_ANY) == 1 &&
          !(w->cls[s->m.tok] & CSTO_W_AL) &&
          csto_word_class(t->norm + 2, t->nnorm - 2) & CSTO_W_GIVEN &&
          csto_emap_get(names, t->norm + 2, t->nnorm - 2, K_ANY, 0) > 1;
  if (!gaz && !again &&
      (csto_emap_get(names, t->norm + 2, t->nnorm - 2, K_FULL, 0) < 1 ||
       csto_emap_get(names, t->norm + 2, t->nnorm - 2, K_ANY, 0) <
           known(names, t, K_ANY))) return CSTO_OK;
  s->m.tokend--;
  s->m.end = token(w, last - 1)->end;
  if (!(x = csto_emap_put(names, t->norm, t->nnorm, K_FULL, 0)))
    return CSTO_NOMEM;
  *x = 0;                                /* no surname, then */
  if (!(x = csto_emap_put(names, t->norm, t->nnorm, K_ANY, 0)))
    return CSTO_NOMEM;
  *x = 0;
  if (!gaz && !again) return CSTO_OK;
  s = csto_ework_span(w, CSTO_PERSON, last, last + 1, 2,
                      gaz ? CSTO_S_GAZ : CSTO_S_RULE,
                      gaz ? "lexicon" : "surname again", gaz ? 0.9 : 0.8);
  if (!s) return CSTO_NOMEM;
  if (!gaz) return CSTO_OK;
  s->table = g.table;
  s->row = g.row;
  return CSTO_OK;
}

/* كاراييف + لتوسيع التعاون: ل and a word behind a surname that stands in a full
** name elsewhere are none of the name. */
static int is_purpose(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tokend - 1u);
  return length(s) == 2 && s->m.start == token(w, s->m.tok)->start &&
         t->nnorm >= 8 && !memcmp(t->norm, LAM, 2) &&
         !(w->cls[s->m.tok] & CSTO_W_GIVEN);
}

/* المتحدث + بهرام قاسمي: the office before a name is none of it. */
static void drop_office(csto_ework *w, csto_span *s) {
  csto_head h;
  if (s->src != CSTO_S_TAG || length(s) < 3 ||
      s->m.start != token(w, s->m.tok)->start ||
      !csto_head_at(w, s->m.tok, &h) || !h.definite || h.skip ||
      h.kind != CSTO_H_ROLE || h.ntok + 2u > length(s)) return;
  if (w->cls[s->m.tok + h.ntok] & CSTO_W_AL) return;
  s->m.tok += (uint32_t)h.ntok;
  s->m.start = token(w, s->m.tok)->start;
}

/* An everyday word or a verb behind a surname that stands elsewhere, too
** (صلاح يتفاوض، كوتينيو للاعبين), is none of the name. */
static int drop_tail(csto_ework *w, csto_emap *names, csto_span *s) {
  size_t last = s->m.tokend - 1u;
  const csto_token *t = token(w, last);
  int32_t *x;
  if (s->src != CSTO_S_TAG || length(s) < 2 || t->kind != CSTO_T_WORD ||
      w->cls[last] & (CSTO_W_GIVEN | CSTO_W_AL)) return CSTO_OK;
  if (known(names, t, K_ANY) > 1) return CSTO_OK;
  if (!(w->cls[last] & CSTO_W_COMMON) && !is_purpose(w, s) &&
      !(t->nnorm > 8 && (w->conj[last] || !memcmp(t->norm, LAM LAM, 4))))
    return CSTO_OK;
  if (known(names, token(w, last - 1), K_FULL) < 1) return CSTO_OK;
  s->m.tokend--;
  s->m.end = token(w, last - 1)->end;
  x = csto_emap_put(names, t->norm, t->nnorm, K_FULL, 0);
  if (!x) return CSTO_NOMEM;
  *x = 0;                                /* no surname, then */
  return CSTO_OK;
}

/* أنصار غولن: an everyday noun before a surname that stands elsewhere. */
static void drop_noun(csto_ework *w, const csto_emap *names, csto_span *s) {
  if (s->src != CSTO_S_TAG || length(s) != 2 ||
      s->m.start != token(w, s->m.tok)->start ||
      !(w->cls[s->m.tok] & CSTO_W_COMMON) ||
      w->cls[s->m.tok] & CSTO_W_GIVEN) return;
  if (known(names, token(w, s->m.tok + 1u), K_FULL) < 1 ||
      known(names, token(w, s->m.tok + 1u), K_ANY) < 3) return;
  s->m.tok++;
  s->m.start = token(w, s->m.tok)->start;
}

/* مارتن + غريفيث */
static void take_surname(csto_ework *w, const csto_emap *names,
                         csto_span *s, size_t next) {
  size_t i = s->m.tokend;
  if (length(s) != 1 || !(w->cls[s->m.tok] & CSTO_W_GIVEN)) return;
  if (i >= next || i >= w->d->ntokens || token(w, i)->newline ||
      token(w, i)->kind != CSTO_T_WORD || w->cls[i] & CSTO_W_COMMON) return;
  if (known(names, token(w, i), K_ANY) < 1) return;
  s->m.tokend++;
  s->m.end = token(w, i)->end;
  s->table = NULL;
}

/* عبدالإله + أحمد الصلوي: a given name right before a name of several. */
static void take_given(csto_ework *w, csto_span *s, const csto_span *before) {
  size_t i = s->m.tok;
  csto_head h;
  if (s->src != CSTO_S_TAG || i == 0 || length(s) < 2 ||
      token(w, i)->newline || s->m.start != token(w, i)->start ||
      !(w->cls[i] & CSTO_W_GIVEN) ||
      (before && before->m.tokend >= i)) return;
  i--;
  if (token(w, i)->kind != CSTO_T_WORD || token(w, i)->nnorm < 6 ||
      (w->cls[i] & (CSTO_W_GIVEN | CSTO_W_COMMON | CSTO_W_PREP)) !=
          CSTO_W_GIVEN || csto_head_at(w, i, &h)) return;
  s->m.tok--;
  s->m.start = token(w, i)->start;
}

/* تركي + آل الشيخ */
static void take_forename(csto_ework *w, csto_span *s, csto_span *before) {
  static const char *const family[] = {AL,
                                       BEH NOON};   /* آل بن */
  const csto_token *t = token(w, s->m.tok);
  size_t i = s->m.tok;
  if (i == 0 || t->newline || s->m.start != t->start || length(s) < 2 ||
      (strcmp(t->norm, family[0]) && strcmp(t->norm, family[1]))) return;
  i--;
  if (token(w, i)->kind != CSTO_T_WORD || w->cls[i] & CSTO_W_PREP) return;
  if (before && before->m.tokend > i) {
    if (before->m.tok != i || before->m.type != CSTO_NORP) return;
    before->drop = 1;
  } else if (!(w->cls[i] & CSTO_W_GIVEN)) {
    return;
  }
  s->m.tok = (uint32_t)i;
  s->m.start = token(w, i)->start;
}

/* بيرتنز تسحق جورجيس: two surnames known from elsewhere and a verb. */
static int split_headline(csto_ework *w, const csto_emap *names, size_t at) {
  csto_span *s = &w->spans[at], *x;
  size_t a = s->m.tok;
  if (length(s) != 3 || s->src != CSTO_S_TAG || s->table ||
      w->cls[a + 1] & (CSTO_W_GIVEN | CSTO_W_AL)) return CSTO_OK;
  if (token(w, a + 1)->nnorm < 6 ||
      known(names, token(w, a), K_FULL) < 1 ||
      known(names, token(w, a + 2), K_ANY) < 2) return CSTO_OK;
  x = csto_ework_span(w, CSTO_PERSON, a + 2, a + 3, 0, CSTO_S_RULE,
                      "surname again", 0.7);
  if (!x) return CSTO_NOMEM;
  s = &w->spans[at];
  s->m.tokend = (uint32_t)a + 1;
  s->m.end = token(w, a)->end;
  return CSTO_OK;
}

static int put_right(csto_ework *w, csto_emap *names) {
  size_t i, n = w->nspans;
  for (i = 0; i < n; i++) {
    csto_span *s = &w->spans[i];
    size_t next = i + 1 < n ? w->spans[i + 1].m.tok : SIZE_MAX;
    if (s->src == CSTO_S_USER) continue;
    right_start(w, names, s);
    if (s->m.type != CSTO_PERSON) continue;
    drop_office(w, s);
    if (drop_addressee(w, names, i)) return CSTO_NOMEM;
    s = &w->spans[i];
    drop_verb(w, names, s);
    drop_noun(w, names, s);
    if (drop_tail(w, names, s)) return CSTO_NOMEM;
    take_given(w, s, i ? &w->spans[i - 1] : NULL);
    take_forename(w, s, i ? &w->spans[i - 1] : NULL);
    take_surname(w, names, s, next);
    if (split_headline(w, names, i)) return CSTO_NOMEM;
  }
  return CSTO_OK;
}

/* ---- bare surnames ---- */

static int add_bare(csto_ework *w, const csto_emap *names, size_t i) {
  const csto_token *t = token(w, i);
  csto_split split[CSTO_SPLITS];
  int k, n;
  if (t->kind != CSTO_T_WORD || t->nnorm < 6 ||
      !(names->ends & csto_emap_end(t->norm, t->nnorm))) return CSTO_OK;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (k = 0; k < n; k++) {
    size_t at = split[k].skip;
    if (split[k].pre_al || split[k].clitics & CSTO_PC_SEEN) continue;
    if (csto_emap_get(names, t->norm + at, t->nnorm - at, K_FULL, 0) > 0)
      return csto_ework_span(w, CSTO_PERSON, i, i + 1, at, CSTO_S_RULE,
                             "surname again", 0.8) ? CSTO_OK : CSTO_NOMEM;
    if (csto_emap_get(names, t->norm + at, t->nnorm - at, K_PLACE, 0) > 0)
      return csto_ework_span(w, CSTO_GPE, i, i + 1, at, CSTO_S_RULE,
                             "place again", 0.7) ? CSTO_OK : CSTO_NOMEM;
  }
  return CSTO_OK;
}

static int find_again(csto_ework *w, const csto_emap *names) {
  size_t i, next = 0, before = w->nspans, cover = 0;
  int rc = CSTO_OK;
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i++) {
    while (next < before && w->spans[next].m.tok <= i) {
      const csto_span *s = &w->spans[next++];
      if (s->m.type != CSTO_ROLE && s->m.type != CSTO_EVENT &&
          s->m.type != CSTO_DOC_ && s->m.tokend > cover) cover = s->m.tokend;
    }
    if (i >= cover) rc = add_bare(w, names, i);
  }
  return rc;
}

int csto_repeat_spans(csto_ework *w) {
  csto_emap names;
  size_t n;
  int rc;
  csto_emap_init(&names, &w->d->arena);
  rc = collect(w, &names);
  if (rc != CSTO_OK || !names.used) return rc;
  n = w->nspans;
  rc = put_right(w, &names);
  if (rc == CSTO_OK && w->nspans > n) csto_sort_spans(w);
  return rc != CSTO_OK ? rc : find_again(w, &names);
}
