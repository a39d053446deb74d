/* similarity.c - how alike two names are; see namekey.h.
**
** Words are compared by an edit distance over sounds in which vowels and
** sounds of one class cost little (Needleman-Wunsch with the costs below),
** between two scripts also the vowels that Arabic does not write; names by
** aligning their words in order.  Cost: the product of the lengths
** of two words, at most 64 x 64, for each pair of words, at most 8 x 8.
*/
#include "morph/namekey.h"
#include "base/rc.h"
#include "morph/sounds.h"
#include <string.h>

#define MAXWORDS 8
#define VOWEL 0.25       /* a vowel too many or another one */
#define SAME_CLASS 0.15  /* غ for ج: the same sound in foreign names */
#define OTHER 1.0
#define SKIPPED 0.35     /* weight of a word that only one name has */
#define UNWRITTEN 0.05   /* a short vowel or a doubling that one script has */
#define LONG_VOWEL 0.4   /* a long one, or another one, in an Arabic name */
#define CLASH 0.6        /* Kamal, جمال */

/* One of them is written in Latin letters, the other is not. */
static int two_scripts(const csto_sounds *a, const csto_sounds *b) {
  return a->latin != b->latin;
}

/* Vowels of foreign names are written as one likes. */
static double long_vowel(const csto_sounds *a, const csto_sounds *b) {
  const csto_sounds *arabic = a->latin ? b : a;
  return arabic->origin <= CSTO_UNKNOWN ? LONG_VOWEL : LONG_VOWEL / 2;
}

/* May the Latin letter stand for the Arabic one, both of the sounds G? */
static int stands_for(char latin, char arabic) {
  switch (latin) {
    case 'j': case 'z': return arabic == 'j';
    case 'g': return 1;
    case 'k': case 'c': case 'q': return arabic == 'k' || arabic == 'q';
    default: return 1;
  }
}

static double cost(const csto_sounds *a, size_t i, const csto_sounds *b,
                   size_t j) {
  int native = a->origin <= CSTO_UNKNOWN && b->origin <= CSTO_UNKNOWN;
  char x = a->foreign[i], y = b->foreign[j];
  if (two_scripts(a, b)) {             /* ح is h, ع a vowel or nothing */
    if (x == 'H') x = 'h';
    if (y == 'H') y = 'h';
    if (x == 'G' && y == 'G')
      return (a->latin ? stands_for(a->native[i], b->native[j])
                       : stands_for(b->native[j], a->native[i])) ? 0 : CLASH;
    if (x == y) return 0;
    if (x == 'E' || y == 'E') return a->vowel[i] || b->vowel[j] ? 0 : OTHER;
    if (!a->vowel[i] || !b->vowel[j]) return OTHER;
    /* a last ى is folded to ي */
    return i + 1 == a->n && j + 1 == b->n ? UNWRITTEN : long_vowel(a, b);
  }
  if (a->native[i] == b->native[j] && a->latin == b->latin) return 0;
  if (a->foreign[i] == b->foreign[j])
    return a->latin || b->latin ? 0 : native ? OTHER : SAME_CLASS;
  if (a->vowel[i] && b->vowel[j]) return native ? 2 * VOWEL : VOWEL;
  return OTHER;
}

static double gap(const csto_sounds *s, size_t i, const csto_sounds *other) {
  if (two_scripts(s, other)) {
    if (s->vowel[i])                   /* ei, ou: long */
      return s->latin && !(i && s->vowel[i - 1]) ? UNWRITTEN
                                                 : long_vowel(s, other);
    if (s->foreign[i] == 'E' || s->foreign[i] == '\'') return UNWRITTEN;
    if (i && s->foreign[i] == s->foreign[i - 1]) return UNWRITTEN;
    /* the h of Fatimah */
    return i + 1 == s->n && s->foreign[i] == 'h' ? UNWRITTEN : OTHER;
  }
  if (!s->vowel[i]) {
    if (i && s->foreign[i] == s->foreign[i - 1]) return VOWEL;
    return OTHER;
  }
  return s->origin <= CSTO_UNKNOWN && other->origin <= CSTO_UNKNOWN &&
         !s->latin && !other->latin ? 3 * VOWEL : VOWEL;
}

static double word_distance(const csto_sounds *a, const csto_sounds *b) {
  double row[CSTO_SOUNDS_MAX + 1], diag, up;
  size_t i, j;
  row[0] = 0;
  for (j = 0; j < b->n; j++) row[j + 1] = row[j] + gap(b, j, a);
  for (i = 0; i < a->n; i++) {
    diag = row[0];
    row[0] += gap(a, i, b);
    for (j = 0; j < b->n; j++) {
      double best = diag + cost(a, i, b, j), x;
      up = row[j + 1];
      x = up + gap(a, i, b);
      if (x < best) best = x;
      x = row[j] + gap(b, j, a);
      if (x < best) best = x;
      diag = up;
      row[j + 1] = best;
    }
  }
  return row[b->n];
}

static double weight(const csto_sounds *s) {
  double w = 0;
  size_t i;
  for (i = 0; i < s->n; i++) w += s->vowel[i] ? 0.4 : 1.0;
  return w > 0 ? w : 0.1;
}

static double compared(const csto_sounds *a, const csto_sounds *b) {
  double wa = weight(a), wb = weight(b), m = wa > wb ? wa : wb;
  double s = 1.0 - word_distance(a, b) / m;
  return s < 0 ? 0 : s;
}

/* Without the article at its start, which Latin letters often leave out. */
static int no_article(const csto_sounds *s, csto_sounds *out) {
  if (s->latin || s->n < 5 || s->native[0] != 'a' || s->native[1] != 'l')
    return 0;
  *out = *s;
  out->n -= 2;
  memmove(out->native, out->native + 2, out->n);
  memmove(out->foreign, out->foreign + 2, out->n);
  memmove(out->vowel, out->vowel + 2, out->n);
  return 1;
}

static double word_similarity(const csto_sounds *a, const csto_sounds *b) {
  double s = compared(a, b), t = 0;
  csto_sounds bare;
  if (!two_scripts(a, b)) return s;
  if (no_article(a, &bare)) t = compared(&bare, b);
  else if (no_article(b, &bare)) t = compared(a, &bare);
  return s > t ? s : t;
}

/* Best alignment of the words in order: total of matched similarity times
** weight, over the weight of what is matched plus a share of the rest. */
static double align(const csto_sounds *a, size_t na, const csto_sounds *b,
                    size_t nb) {
  double got[MAXWORDS + 1][MAXWORDS + 1], of[MAXWORDS + 1][MAXWORDS + 1];
  size_t i, j;
  memset(got, 0, sizeof got);
  memset(of, 0, sizeof of);
  for (i = 0; i <= na; i++)
    for (j = 0; j <= nb; j++) {
      double best = -1;
      if (i == 0 && j == 0) continue;
      if (i > 0) {
        best = got[i - 1][j] / (of[i - 1][j] + SKIPPED * weight(&a[i - 1]));
        got[i][j] = got[i - 1][j];
        of[i][j] = of[i - 1][j] + SKIPPED * weight(&a[i - 1]);
      }
      if (j > 0) {
        double o = of[i][j - 1] + SKIPPED * weight(&b[j - 1]);
        if (got[i][j - 1] / o > best) {
          best = got[i][j - 1] / o;
          got[i][j] = got[i][j - 1];
          of[i][j] = o;
        }
      }
      if (i > 0 && j > 0) {
        double w = (weight(&a[i - 1]) + weight(&b[j - 1])) / 2;
        double g = got[i - 1][j - 1] +
                   w * word_similarity(&a[i - 1], &b[j - 1]);
        double o = of[i - 1][j - 1] + w;
        if (g / o >= best) {
          got[i][j] = g;
          of[i][j] = o;
        }
      }
    }
  return of[na][nb] > 0 ? got[na][nb] / of[na][nb] : 0;
}

double csto_name_similarity(const char *a, size_t na, const char *b,
                            size_t nb) {
  csto_sounds x[MAXWORDS], y[MAXWORDS];
  csto_buf ka, kb;
  size_t nx, ny;
  int rc, same;
  csto_buf_init(&ka);
  csto_buf_init(&kb);
  csto_namekey(&ka, a, na);
  csto_namekey(&kb, b, nb);
  rc = ka.rc ? ka.rc : kb.rc;
  same = ka.size && ka.size == kb.size && !memcmp(ka.data, kb.data, ka.size);
  csto_buf_free(&ka);
  csto_buf_free(&kb);
  if (rc) return -1;
  if (same) return 1;
  if (csto_name_words(a, na, x, MAXWORDS, &nx) ||
      csto_name_words(b, nb, y, MAXWORDS, &ny)) return -1;
  if (nx == 0 || ny == 0) return nx == ny && na == nb && !memcmp(a, b, na);
  return align(x, nx, y, ny);
}
