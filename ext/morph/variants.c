/* variants.c - other spellings of a name; see variants.h.
**
** HOW IT WORKS.  Transcriptions of one foreign name differ in few ways: the
** letter for g (غ ج ك ق), for v and p, emphatic or plain s and t, a hamza or
** ya between vowels, a long vowel written or not, the ending ا or ة.  The
** rules of data/respellings.tsv are tried one at a time and in pairs.  Three
** things keep common words out:
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

CSTO_TABLE(respellings);
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

/* One row of data/respellings.tsv at every place of b. */
static void one_rule(maker *m, const spelling *b, uint32_t row, int vowels) {
  const csto_table *t = &csto_table_respellings;
  const char *from = csto_table_cell(t, row, 0), *flag;
  size_t at, n = strlen(from);
  int vowel, loose, start, end;
  flag = csto_table_cell(t, row, 2);
  vowel = strchr(flag, 'v') != NULL;
  loose = strchr(flag, 'l') != NULL;
  start = strchr(flag, 's') != NULL;
  end = strchr(flag, 'e') != NULL;
  if (vowel && !vowels) return;
  for (at = 0; at + n <= b->n && !(start && at); at += 2) {
    if (end && at + n != b->n) continue;
    if (vowel && (at < 2 || at + n >= b->n)) continue;
    if (memcmp(b->s + at, from, n) == 0)
      add(m, b, at, n, csto_table_cell(t, row, 1), vowel, loose);
  }
}

static void respell(maker *m, const spelling *b, int vowels) {
  uint32_t row;
  for (row = 0; row < csto_table_respellings.nrow; row++)
    one_rule(m, b, row, vowels);
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
