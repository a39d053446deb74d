/* train_letters.c - how names of people are spelled, and other words.
**
** Two letter models, of names and of other words: the chance of each letter
** after two others, backed off to one.  The model keeps the difference of
** their logarithms, so that a look at the letters of a word that no list has
** tells how much it looks like a name.
*/
#include "gen/train.h"

/* Natural logarithm, the same bits everywhere. */
double train_log(double x) {
  int e = 0;
  double y, y2, sum = 0, term;
  int i;
  if (x <= 0) return -1e30;
  while (x >= 1.5) x *= 0.5, e++;
  while (x < 0.75) x *= 2, e--;
  y = (x - 1) / (x + 1), y2 = y * y, term = y;
  for (i = 1; i < 40; i += 2) sum += term / i, term *= y2;
  return 2 * sum + e * 0.69314718055994530942;
}

void letters_count(letters *x, int side, const char *s, size_t bytes) {
  unsigned a = 0, b = 0, c;
  size_t i;
  for (i = 0; i + 1 < bytes && i < 48; i += 2) {
    c = csto_letter(s + i);
    x->n[side][a][b][c] += 1;
    a = b, b = c;
  }
  x->n[side][a][b][0] += 1;
}

static double chance(const letters *x, int side, unsigned a, unsigned b,
                     unsigned c) {
  double abc = x->n[side][a][b][c], ab = 0, bc = 0, bb = 0;
  unsigned i, k;
  for (i = 0; i < CSTO_LETTERS; i++) {
    ab += x->n[side][a][b][i], bc += x->n[side][i][b][c];
    for (k = 0; k < CSTO_LETTERS; k++) bb += x->n[side][i][b][k];
  }
  return (abc + 4 * (bc + 0.5) / (bb + 0.5 * CSTO_LETTERS)) / (ab + 4);
}

int8_t *letters_make(const letters *x) {
  int8_t *t = xmalloc(CSTO_LETTERS * CSTO_LETTERS * CSTO_LETTERS);
  unsigned a, b, c;
  for (a = 0; a < CSTO_LETTERS; a++)
    for (b = 0; b < CSTO_LETTERS; b++)
      for (c = 0; c < CSTO_LETTERS; c++) {
        double v = 16 * (train_log(chance(x, 0, a, b, c)) -
                         train_log(chance(x, 1, a, b, c)));
        int q = (int)(v < 0 ? v - 0.5 : v + 0.5);
        t[(a * CSTO_LETTERS + b) * CSTO_LETTERS + c] =
            (int8_t)(q > 100 ? 100 : q < -100 ? -100 : q);
      }
  return t;
}
