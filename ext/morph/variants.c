/* variants.c - other spellings of a name; see variants.h.
**
** HOW IT WORKS.  Transcriptions of one foreign name differ in few ways: the
** letter for g (غ ج ك ق), for v and p, emphatic or plain s and t, a hamza or
** ya between vowels, a long vowel written or not, the ending ا or ة.  The
** rules below are tried one at a time and in pairs.  Three things keep common
** words out:
**   - only words that the lexicon marks as names, or does not know, have
**     variants, and a variant is never a word that it knows as common;
**   - a variant that reads as a form of another word is dropped;
**   - a variant with one long vowel more or less that is a known name must be
**     far rarer or far more frequent than the word (سلمان is not سليمان).
** Pairs that no rule finds stand in data/variants.tsv.
** Cost: constant; at most CSTO_VARIANTS spellings.
*/
#include "morph/variants.h"
#include <string.h>
#include "morph/stem.h"
#include "text/fold.h"
#include "text/table.h"

CSTO_TABLE(variants);

#define ROOM (CSTO_STEM_MAX + 8)

typedef struct spelling {
  char s[ROOM];
  uint8_t n;
  uint8_t vowel;      /* a long vowel was put in or taken out */
} spelling;

typedef struct maker {
  spelling list[CSTO_VARIANTS * 3];
  int n;
} maker;

/* Letters that stand for one foreign sound, in folded form. */
static const struct {
  char from[5], to[5];
  uint8_t place;       /* 0 anywhere, 1 at the end, 2 at the start */
  uint8_t vowel;
} rules[] = {
    {"غ", "ج", 0, 0}, {"ج", "غ", 0, 0}, {"غ", "ك", 0, 0}, {"ك", "غ", 0, 0},
    {"ج", "ك", 0, 0}, {"ك", "ج", 0, 0}, {"ق", "غ", 0, 0}, {"غ", "ق", 0, 0},
    {"ق", "ك", 0, 0}, {"ك", "ق", 0, 0}, {"ط", "ت", 0, 0}, {"ت", "ط", 0, 0},
    {"ص", "س", 0, 0}, {"س", "ص", 0, 0}, {"ث", "ت", 0, 0}, {"ت", "ث", 0, 0},
    {"ف", "ب", 0, 0}, {"ب", "ف", 0, 0}, {"تش", "ش", 0, 0}, {"ش", "تش", 0, 0},
    {"ز", "س", 0, 0}, {"س", "ز", 0, 0}, {"ذ", "د", 0, 0}, {"ذ", "ز", 0, 0},
    {"د", "ذ", 0, 0}, {"ض", "د", 0, 0}, {"ء", "ي", 0, 0}, {"ي", "ء", 0, 0},
    {"ءي", "ي", 0, 0}, {"يي", "ي", 0, 0}, {"ي", "يي", 0, 0},
    {"وو", "و", 0, 0}, {"ا", "ه", 1, 0}, {"ه", "ا", 1, 0},
    {"اس", "س", 2, 0}, {"س", "اس", 2, 0},
    {"و", "ي", 0, 1}, {"ي", "و", 0, 1},
    {"ا", "", 0, 1}, {"و", "", 0, 1}, {"ي", "", 0, 1}};

static int has(const maker *m, const char *s, size_t n) {
  int i;
  for (i = 0; i < m->n; i++)
    if (m->list[i].n == n && memcmp(m->list[i].s, s, n) == 0) return 1;
  return 0;
}

/* Adds b with the `cut` bytes at `at` replaced by put. */
static void add(maker *m, const spelling *b, size_t at, size_t cut,
                const char *put, int vowel) {
  size_t nput = strlen(put), n = b->n - cut + nput;
  spelling *o;
  char s[ROOM];
  if (m->n >= (int)(sizeof m->list / sizeof *m->list) || n < 6 ||
      n > CSTO_STEM_MAX) return;
  memcpy(s, b->s, at);
  memcpy(s + at, put, nput);
  memcpy(s + at + nput, b->s + at + cut, b->n - at - cut);
  if (has(m, s, n)) return;
  o = &m->list[m->n++];
  memcpy(o->s, s, n);
  o->n = (uint8_t)n;
  o->vowel = (uint8_t)(b->vowel | vowel);
}

/* Every rule at every place of b. */
static void respell(maker *m, const spelling *b, int vowels) {
  size_t i, at;
  for (i = 0; i < sizeof rules / sizeof *rules; i++) {
    size_t n = strlen(rules[i].from);
    if (rules[i].vowel && !vowels) continue;
    for (at = 0; at + n <= b->n; at += 2) {
      if (rules[i].place == 1 && at + n != b->n) continue;
      if (rules[i].place == 2 && at) break;
      if (rules[i].vowel && rules[i].place == 0 &&
          (at < 2 || at + n >= b->n)) continue;
      if (memcmp(b->s + at, rules[i].from, n) == 0)
        add(m, b, at, n, rules[i].to, rules[i].vowel);
    }
  }
}

/* A long vowel put in between two letters that are none. */
static void lengthen(maker *m, const spelling *b) {
  static const char letters[][3] = {"ا", "و", "ي"};
  size_t at, i;
  for (at = 2; at < b->n; at += 2) {
    int vowel = 0;
    for (i = 0; i < 3; i++)
      vowel |= memcmp(b->s + at, letters[i], 2) == 0 ||
               memcmp(b->s + at - 2, letters[i], 2) == 0;
    for (i = 0; i < 3 && !vowel; i++) add(m, b, at, 0, letters[i], 1);
  }
}

/* May v stand for the name of sort `sort` and weight `weight`? */
static int fits(const spelling *v, int sort, int weight) {
  int w, d, s = csto_word_sort(v->s, v->n, &w);
  csto_stem stem;
  csto_stem_word(v->s, v->n, &stem);
  if (stem.n) return 0;                 /* reads as a form of a word */
  if (s == CSTO_UNKNOWN) return 1;
  if (s == CSTO_COMMON) return 0;
  if (sort == CSTO_UNKNOWN) return 1;
  d = w > weight ? w - weight : weight - w;
  return !v->vowel || d >= 12;
}

/* Spellings from the list; *found when the word is in it. */
static int listed(const char *s, size_t n, csto_form_cb cb, void *ctx,
                  int *found) {
  csto_hit h = csto_table_find(&csto_table_variants, s, n);
  csto_stem stem;
  uint32_t i;
  int rc = 0;
  if (!h) return 0;
  *found = 1;
  /* all phrases of the row: the entries that share its number */
  for (i = 0; rc == 0; i++) {
    const csto_table_entry *e = &csto_table_variants.entries[i];
    const char *p;
    if (e->row > csto_table_row(&csto_table_variants, h)) break;
    if (e->row < csto_table_row(&csto_table_variants, h)) continue;
    p = csto_table_variants.pool + e->phrase;
    if (strchr(p, ' ')) continue;
    csto_stem_word(p, strlen(p), &stem);
    rc = stem.n ? cb(ctx, p, strlen(p))  /* not all words of its stem */
                : csto_query_forms(p, strlen(p), CSTO_C_ARABIC, cb, ctx);
  }
  return rc;
}

/* The proclitics end in the article: السورية is no spelling of سوريا. */
static int after_article(const char *norm, size_t prefix) {
  return prefix >= 4 && memcmp(norm + prefix - 4, "ال", 4) == 0;
}

int csto_variants(const char *norm, size_t n, int cls, csto_form_cb cb,
                  void *ctx) {
  maker m;
  csto_stem stem;
  spelling base;
  int sort, weight, w, i, first, given = 0, found = 0, rc;
  if (cls != CSTO_C_ARABIC || n > CSTO_STEM_MAX) return 0;
  csto_stem_word(norm, n, &stem);
  /* Names take clitics and no endings: the word without its proclitics. */
  base.n = (uint8_t)(n - stem.prefix);
  base.vowel = 0;
  memcpy(base.s, norm + stem.prefix, base.n);
  rc = listed(norm, n, cb, ctx, &found);
  if (rc == 0 && !found && stem.prefix && !after_article(norm, stem.prefix))
    rc = listed(base.s, base.n, cb, ctx, &found);
  sort = csto_word_sort(base.s, base.n, &weight);
  if (sort == CSTO_UNKNOWN && strcmp(stem.rule, "whole") != 0 &&
      csto_word_sort(stem.text, stem.n, &w) != CSTO_NAME) return rc;
  if (rc || sort == CSTO_COMMON || base.n < 8 || base.n % 2) return rc;
  m.list[0] = base;
  m.n = 1;
  respell(&m, &base, base.n >= 10);
  if (base.n >= 10) lengthen(&m, &base);
  first = m.n;
  for (i = 1; i < first && base.n >= 10; i++)
    if (!m.list[i].vowel) respell(&m, &m.list[i], 0);
  for (i = 1; i < m.n && given < CSTO_VARIANTS && rc == 0; i++) {
    if (!fits(&m.list[i], sort, weight)) continue;
    given++;
    rc = csto_query_forms(m.list[i].s, m.list[i].n, cls, cb, ctx);
  }
  return rc;
}
