/* weights.c - finds rows of weights and adds them up; see weights.h. */
#include "entity/weights.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Sixteen weights at a time, as eight numbers of two bytes: the low bytes are
** even columns, the high ones odd.  Of the last eight columns of a row two
** rows make sixteen. */
typedef int16_t v8 __attribute__((vector_size(16)));
typedef uint16_t u8 __attribute__((vector_size(16)));
typedef int64_t d2 __attribute__((vector_size(16)));

/* The same in memory, at any place. */
typedef int16_t v8u __attribute__((vector_size(16), aligned(1), may_alias));
typedef int64_t d1 __attribute__((aligned(1), may_alias));

/* A row is asked for at each step, the first of all where there is none: no
** branch that no processor foresees.  A quarter of the rows goes over the end
** of a line of the cache. */
static inline __attribute__((always_inline)) size_t find(
    const csto_model *m, const uint64_t *f, size_t n, const csto_row **row,
    uint8_t *upto) {
  const csto_check *checks = m->checks;
  const char *rows = (const char *)m->rows;
  unsigned shift = m->shift;
  uint32_t at;
  size_t j, k = 0;
  for (j = 0; j < n; j++) {
    size_t slot = csto_model_slot(shift, f[j]);
    unsigned has = csto_model_row(checks + slot, slot, f[j], &at);
    row[k] = (const csto_row *)(const void *)(rows + at);
    if (upto) upto[j] = (uint8_t)k;
    k += has;
    at &= -(uint32_t)has;
    __builtin_prefetch(rows + at);
    __builtin_prefetch(rows + at + sizeof(csto_row) - 1);
  }
  row[k] = m->rows;
  if (upto) upto[n] = (uint8_t)k;
  return k;
}

size_t csto_weights_find(const csto_model *m, const uint64_t *f, size_t n,
                         const csto_row **row) {
  return find(m, f, n, row, NULL);
}

void csto_weights_count(const csto_model *m, const uint64_t *f, size_t n,
                        const csto_row **row, uint8_t *upto) {
  if (upto) find(m, f, n, row, upto);
}

const csto_row *csto_weights_row(const csto_model *m, uint64_t f) {
  const csto_row *row[2];
  return find(m, &f, 1, row, NULL) ? row[0] : NULL;
}

/* Sums of bytes in numbers of two: all of them (that run over as they may: the
** low bytes are what is wanted), and the high bytes. */
typedef struct pairs {
  u8 all;
  v8 high;
} pairs;

/* The low bytes get 128 more, so that none of them is negative: then what
** `all` has beside the high bytes is the sum of the low ones. */
static inline void add(pairs *b, v8 w) {
  w ^= (v8){128, 128, 128, 128, 128, 128, 128, 128};
  b->all += (u8)w;
  b->high += w >> 8;
}

/* Makes `all` the sums of the low bytes of n vectors. */
static inline void part(pairs *b, size_t n) {
  b->all -= ((u8)b->high << 8) + (uint16_t)(128 * n);
}

/* v[0..8) += the first (or last) four even and four odd columns in turns. */
static inline void weave(int16_t *v, const pairs *b, int last) {
  v8 w;
#ifdef __SSE2__
  __m128i x = (__m128i)b->all, y = (__m128i)b->high;
  w = (v8)(last ? _mm_unpackhi_epi16(x, y) : _mm_unpacklo_epi16(x, y));
#else
  const v8 x = (v8)b->all, y = b->high;
  int k = last * 4;
  w = (v8){x[k], y[k], x[k + 1], y[k + 1],
           x[k + 2], y[k + 2], x[k + 3], y[k + 3]};
#endif
  w += *(const v8u *)v;
  *(v8u *)v = w;
}

/* The first sixteen columns row by row, the others of two rows at a time.  A
** last row without another is added under a mask, so that nobody has to foresee
** whether there is one. */
void csto_weights_add(const csto_row *const *row, size_t n, int16_t *v) {
  const int8_t *r;
  int16_t odd = (int16_t)-(int)(n & 1);
  v8 mask = {odd, odd, odd, odd, odd, odd, odd, odd};
  pairs a = {{0}, {0}}, z = {{0}, {0}};
  size_t j;
  for (j = 0; j + 1 < n; j += 2) {
    const int8_t *q = row[j + 1]->w;
    r = row[j]->w;
    add(&a, *(const v8u *)r);
    add(&a, *(const v8u *)q);
    add(&z, (v8)(d2){*(const d1 *)(r + 16), *(const d1 *)(q + 16)});
  }
  r = row[j]->w;
  add(&a, *(const v8u *)r & mask);
  add(&z, (v8)(d2){*(const d1 *)(r + 16), 0} & mask);
  part(&a, j + 1);
  part(&z, j / 2 + 1);
  weave(v, &a, 0);
  weave(v + 8, &a, 1);
  weave(v + 16, &z, 0);
  weave(v + 16, &z, 1);
}
