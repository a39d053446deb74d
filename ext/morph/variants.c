/* variants.c - other spellings of a name; see variants.h.
**
** HOW IT WORKS.  Transcriptions of one foreign name differ in few ways: the
** letter for g (غ ج ك ق), for v and p, emphatic or plain s and t, a hamza or
** ya between vowels, a long vowel written or not, the ending ا or ة.  The
** rules below are tried one at a time and in pairs.  Three things keep common
** words out:
**   - only words that the lexicon marks as names, or does not know, have
**     variants, and a variant is no word that it knows as common;
**   - a variant that reads as a form of another word is dropped;
**   - a known name that differs by a long vowel, or by letters that may stand
**     for two sounds, must be far rarer or far more frequent than the word
**     (سلمان is not سليمان, كينيا is not غينيا).
** The word list knows many spellings of foreign names as mere words (شيكاجو
** beside شيكاغو).  One of two spellings may then be such a word, if they have
** five letters, six where a vowel differs, differ by letters that stand for
** one sound alone, and have the same key (morph/namekey.h); both may be, if
** they have six letters, nine where a vowel differs.
** Pairs that no rule finds stand in data/variants.tsv.
** Cost: constant; at most CSTO_VARIANTS spellings.
*/
#include "morph/variants.h"
#include <string.h>
#include "morph/namekey.h"
#include "morph/stem.h"
#include "text/fold.h"
#include "text/table.h"

CSTO_TABLE(variants);

#define ROOM (CSTO_STEM_MAX + 8)

typedef struct spelling {
  char s[ROOM];
  uint8_t n;
  uint8_t vowel;      /* a long vowel was put in or taken out */
  uint8_t loose;      /* what was changed may make another word */
} spelling;

typedef struct maker {
  spelling list[CSTO_VARIANTS * 3];
  int n;
} maker;

/* Letters that stand for one foreign sound, in folded form. */
static const struct {
  char from[5], to[5];
  uint8_t place;       /* 0 anywhere, 1 at the end, 2 at the start */
  uint8_t vowel, loose;
} rules[] = {
    {"غ", "ج", 0, 0, 0}, {"ج", "غ", 0, 0, 0}, {"غ", "ك", 0, 0, 1},
    {"ك", "غ", 0, 0, 1}, {"ج", "ك", 0, 0, 1}, {"ك", "ج", 0, 0, 1},
    {"ق", "غ", 0, 0, 1}, {"غ", "ق", 0, 0, 1}, {"ق", "ك", 0, 0, 1},
    {"ك", "ق", 0, 0, 1}, {"ط", "ت", 0, 0, 0}, {"ت", "ط", 0, 0, 0},
    {"ص", "س", 0, 0, 1}, {"س", "ص", 0, 0, 1}, {"ث", "ت", 0, 0, 0},
    {"ت", "ث", 0, 0, 0}, {"ف", "ب", 0, 0, 1}, {"ب", "ف", 0, 0, 1},
    {"تش", "ش", 0, 0, 1}, {"ش", "تش", 0, 0, 1}, {"ز", "س", 0, 0, 1},
    {"س", "ز", 0, 0, 1}, {"ذ", "د", 0, 0, 1}, {"ذ", "ز", 0, 0, 1},
    {"د", "ذ", 0, 0, 1}, {"ض", "د", 0, 0, 1}, {"ء", "ي", 0, 0, 1},
    {"ي", "ء", 0, 0, 1}, {"ءي", "ي", 0, 0, 1}, {"يي", "ي", 0, 0, 0},
    {"ي", "يي", 0, 0, 0}, {"وو", "و", 0, 0, 0}, {"و", "وو", 0, 0, 0},
    {"ا", "ه", 1, 0, 1}, {"ه", "ا", 1, 0, 1}, {"اس", "س", 2, 0, 0},
    {"س", "اس", 2, 0, 0}, {"و", "ي", 0, 1, 1}, {"ي", "و", 0, 1, 1},
    {"ا", "", 0, 1, 0}, {"و", "", 0, 1, 0}, {"ي", "", 0, 1, 0}};

static int has(const maker *m, const char *s, size_t n) {
  int i;
  for (i = 0; i < m->n; i++)
    if (m->list[i].n == n && memcmp(m->list[i].s, s, n) == 0) return 1;
  return 0;
}

/* Adds b with the `cut` bytes at `at` replaced by put. */
static void add(maker *m, const spelling *b, size_t at, size_t cut,
                const char *put, int vowel, int loose) {
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
  o->loose = (uint8_t)(b->loose | loose);
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
        add(m, b, at, n, rules[i].to, rules[i].vowel, rules[i].loose);
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
    for (i = 0; i < 3 && !vowel; i++) add(m, b, at, 0, letters[i], 1, 0);
  }
}

/* Two spellings of one foreign name of at least so many letters?  Where a
** vowel differs the shorter one may have one less.  -1: no memory. */
static int same_sound(const spelling *a, const spelling *v, int letters) {
  int na = a->n / 2, nv = v->n / 2;
  csto_buf key;
  size_t n;
  int same;
  if (v->loose || (na < letters && nv < letters) ||
      na < letters - v->vowel || nv < letters - v->vowel) return 0;
  csto_buf_init(&key);
  csto_namekey(&key, a->s, a->n);
  n = key.size;
  csto_namekey(&key, v->s, v->n);
  same = key.rc ? -1 : n && key.size == 2 * n &&
                         memcmp(key.data, key.data + n, n) == 0;
  csto_buf_free(&key);
  return same;
}

/* May v stand for the word b of sort `sort` and weight `weight`?  -1: no
** memory. */
static int fits(const spelling *b, const spelling *v, int sort, int weight) {
  int w, d, s = csto_word_sort(v->s, v->n, &w);
  csto_stem stem;
  csto_stem_word(v->s, v->n, &stem);
  if (stem.n) return 0;                 /* reads as a form of a word */
  if (sort == CSTO_COMMON && s == CSTO_COMMON)
    return same_sound(b, v, v->vowel ? 9 : 6);
  if ((sort == CSTO_COMMON && s == CSTO_NAME) ||
      (sort == CSTO_NAME && s == CSTO_COMMON))
    return same_sound(b, v, v->vowel ? 6 : 5);
  if (sort == CSTO_COMMON) return 0;
  if (s == CSTO_UNKNOWN) return 1;
  if (sort == CSTO_UNKNOWN) return 1;
  d = w > weight ? w - weight : weight - w;
  if ((!v->vowel && !v->loose) || d >= 12) return 1;
  return same_sound(b, v, 6);
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

/* The proclitics end in the article: السورية is no spelling of سوريا, so the
** list is asked for the stem then. */
static int after_article(const char *norm, size_t prefix) {
  return prefix >= 4 && (memcmp(norm + prefix - 4, "ال", 4) == 0 ||
                         memcmp(norm + prefix - 4, "لل", 4) == 0);
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
  base.vowel = base.loose = 0;
  memcpy(base.s, norm + stem.prefix, base.n);
  rc = listed(norm, n, cb, ctx, &found);
  if (rc == 0 && !found && stem.prefix) {
    if (after_article(norm, stem.prefix))
      rc = listed(stem.text, stem.n, cb, ctx, &found);
    else
      rc = listed(base.s, base.n, cb, ctx, &found);
  }
  sort = csto_word_sort(base.s, base.n, &weight);
  if (sort == CSTO_UNKNOWN && strcmp(stem.rule, "whole") != 0 &&
      csto_word_sort(stem.text, stem.n, &w) != CSTO_NAME) return rc;
  if (rc || base.n < (sort == CSTO_COMMON ? 10 : 8) || base.n % 2) return rc;
  m.list[0] = base;
  m.n = 1;
  respell(&m, &base, base.n >= 10);
  if (base.n >= 10) lengthen(&m, &base);
  first = m.n;
  for (i = 1; i < first && base.n >= 10; i++)
    if (!m.list[i].vowel) respell(&m, &m.list[i], 0);
  for (i = first; i < m.n; i++)
    if (sort == CSTO_COMMON) m.list[i].loose = 1;
  for (i = 1; i < m.n && given < CSTO_VARIANTS && rc == 0; i++) {
    int fit = fits(&base, &m.list[i], sort, weight);
    if (fit < 0) return CSTO_VARIANTS_NOMEM;
    if (!fit) continue;
    given++;
    rc = csto_query_forms(m.list[i].s, m.list[i].n, cls, cb, ctx);
  }
  return rc;
}
