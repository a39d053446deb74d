/* chain.c - Viterbi, forward and backward sums of one chain; see chain.h.
**
** HOW IT WORKS.  Going forward only the best scores are kept, no pointers:
** what a label was reached from is found again on the way back, for the one
** path that is followed.  A step multiplies or adds four labels at a time
** (the compilers' own vectors: SSE2, NEON, or plain code); `parts` is how
** many fours a layer needs and, like the number of labels, always a constant.
*/
#include "entity/chain.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define NEVER (-1e30f)
#define PARTS (CSTO_LANES / 4)

typedef float f4 __attribute__((vector_size(16)));
typedef int32_t i4 __attribute__((vector_size(16)));

static inline f4 all(float x) { return (f4){x, x, x, x}; }

/* The compilers do not see by themselves that these are one instruction. */
#ifdef __SSE2__
static inline f4 higher(f4 a, f4 b) { return (f4)_mm_max_ps((__m128)a, b); }
static inline f4 lower(f4 a, f4 b) { return (f4)_mm_min_ps((__m128)a, b); }
#else
static inline f4 pick(i4 mask, f4 a, f4 b) {
  return (f4)((mask & (i4)a) | (~mask & (i4)b));
}
static inline f4 higher(f4 a, f4 b) { return pick(a > b, a, b); }
static inline f4 lower(f4 a, f4 b) { return pick(a < b, a, b); }
#endif

/* Eight sums as numbers, to f[0] and f[1]. */
static inline void widen(const int16_t *a, f4 *f) {
#ifdef __SSE2__
  __m128i s = _mm_loadu_si128((const __m128i *)(const void *)a);
  f[0] = _mm_cvtepi32_ps(_mm_srai_epi32(_mm_unpacklo_epi16(s, s), 16));
  f[1] = _mm_cvtepi32_ps(_mm_srai_epi32(_mm_unpackhi_epi16(s, s), 16));
#else
  int i;
  for (i = 0; i < 8; i++) f[i >> 2][i & 3] = a[i];
#endif
}

static inline float sum4(f4 a) { return (a[0] + a[2]) + (a[1] + a[3]); }

/* e^x by powers of two and a polynomial: the same bits on every machine. */
static inline f4 expo(f4 x) {
  f4 f, half;
  i4 k;
  x = lower(higher(x, all(-60)), all(60)) * all(1.44269504f);
  half = (f4)(((i4)x & (i4)all(-0.0f)) | (i4)all(0.5f));   /* by its sign */
  k = __builtin_convertvector(x + half, i4);
  f = (x - __builtin_convertvector(k, f4)) * all(0.69314718f);
  return (f4)((k + 127) << 23) *
         (1 + f * (1 + f * (0.5f + f * (0.16666667f +
          f * (0.04166667f + f * 0.00833333f)))));
}

void csto_chain_init(csto_chain *c, const csto_model_head *h,
                     unsigned layer) {
  unsigned y, z;
  memset(c, 0, sizeof *c);
  c->layer = layer, c->n = csto_layer_n[layer];
  c->scale = h->scale;
  for (y = 0; y < CSTO_LANES; y++) {
    c->bias.f[y] = c->start.f[y] = NEVER;
    for (z = 0; z < CSTO_MAXLAB; z++) c->trans[z].f[y] = NEVER;
  }
  for (y = 0; y < c->n; y++) {
    c->bias.f[y] = h->bias[layer][y];
    if (csto_legal(layer, CSTO_MAXLAB, y)) {
      c->start.f[y] = h->start[layer][y];
      c->estart.f[y] = expo(all(c->start.f[y]))[0];
    }
    c->ends.f[y] = csto_legal(layer, y, CSTO_MAXLAB) ? 1 : 0;
    for (z = 0; z < c->n; z++) {
      if (!csto_legal(layer, y, z)) continue;
      c->trans[y].f[z] = h->trans[layer][y][z];
      c->etrans[y].f[z] = expo(all(c->trans[y].f[z]))[0];
      c->eback[z].f[y] = c->etrans[y].f[z];
    }
  }
}

/* Scores of the labels at a token.  Lanes beyond the layer read columns of
** the next ones, which their bias makes harmless. */
static inline void scores(const csto_chain *c, const int16_t *acc, f4 *e,
                          int parts) {
  const int16_t *a = acc + csto_layer_at[c->layer];
  f4 f[4];
  int p;
  widen(a, f);
  if (parts > 2) widen(a + 8, f + 2);
  for (p = 0; p < parts; p++) e[p] = f[p] * c->scale + c->bias.v[p];
}

/* ---- the best path ---- */

/* Of a layer whose last label has a vector of its own: from the two labels
** of its type alone is it reached.  So the vectors that the labels up to `z`
** go to are one less. */
static inline int reached(unsigned z, unsigned labels, int parts) {
  return labels % 4 == 1 && z + 2 < labels ? parts - 1 : parts;
}

static inline void forward(const csto_chain *c, csto_lattice *k,
                           int16_t acc[][CSTO_NCOL], size_t n, int parts,
                           unsigned labels) {
  f4 e[PARTS], best[PARTS];
  size_t i;
  unsigned z;
  int p;
  for (i = 0; i < n; i++) {
    float o;
    scores(c, acc[i], e, parts);
    for (p = 0; p < parts; p++) k->x[i].v[p] = e[p];
    if (i == 0) {
      for (p = 0; p < parts; p++) best[p] = c->start.v[p];
    } else {
      const csto_lanes *was = k->v + i - 1;   /* that to O is 0 */
      for (p = 0; p < parts; p++) best[p] = c->trans[0].v[p];
      o = best[0][0];
      for (z = 1; z < labels; z++)
        for (p = 0; p < reached(z, labels, parts); p++)
          best[p] = higher(all(was->f[z]) + c->trans[z].v[p], best[p]);
      k->o[i] = best[0][0] <= o;
    }
    o = best[0][0] + e[0][0];
    for (p = 0; p < parts; p++) k->v[i].v[p] = best[p] + e[p] - all(o);
  }
}

static size_t backward(const csto_chain *c, csto_lattice *k, size_t n) {
  unsigned y = 0, z;
  size_t i, first = n;
  for (z = 1; z < c->n; z++)
    if (c->ends.f[z] > 0 && k->v[n - 1].f[z] > k->v[n - 1].f[y]) y = z;
  for (i = n; i-- > 0;) {
    const float *was;
    unsigned from = 0;
    float best;
    k->path[i] = (uint8_t)y;
    if (y) first = i;
    if (i == 0 || (y == 0 && k->o[i])) continue;
    was = k->v[i - 1].f;
    best = was[0] + c->trans[0].f[y];
    for (z = 1; z < c->n; z++) {
      float t = was[z] + c->trans[z].f[y];
      if (t > best) best = t, from = z;
    }
    y = from;
  }
  return first;
}

size_t csto_chain_best(const csto_chain *c, csto_lattice *k,
                       int16_t acc[][CSTO_NCOL], size_t n) {
  if (n == 0) return 0;
  switch (c->n) {
    case 5: forward(c, k, acc, n, 2, 5); break;
    case 7: forward(c, k, acc, n, 2, 7); break;
    default: forward(c, k, acc, n, PARTS, CSTO_MAXLAB);
  }
  return backward(c, k, n);
}

/* ---- probabilities ---- */

static inline void forward_sums(const csto_chain *c, csto_lattice *k,
                                size_t n, int parts, unsigned labels) {
  f4 e[PARTS], v[PARTS];
  size_t i;
  unsigned z;
  int p;
  for (i = 0; i < n; i++) {
    f4 top, sum = all(0), scale;
    float t;
    for (p = 0; p < parts; p++) e[p] = k->x[i].v[p];
    for (top = e[0], p = 1; p < parts; p++) top = higher(e[p], top);
    t = top[0];
    for (p = 1; p < 4; p++) t = top[p] > t ? top[p] : t;
    for (p = 0; p < parts; p++) {
      e[p] = expo(e[p] - all(t)) + all(1e-20f);
      k->x[i].v[p] = e[p];
    }
    if (i == 0) {
      for (p = 0; p < parts; p++) v[p] = c->estart.v[p];
    } else {
      const csto_lanes *was = k->al + i - 1;
      for (p = 0; p < parts; p++) v[p] = all(was->f[0]) * c->etrans[0].v[p];
      for (z = 1; z < labels; z++)
        for (p = 0; p < reached(z, labels, parts); p++)
          v[p] += all(was->f[z]) * c->etrans[z].v[p];
    }
    for (p = 0; p < parts; p++) v[p] *= e[p], sum += v[p];
    k->s[i] = sum4(sum);
    scale = all(1 / k->s[i]);
    for (p = 0; p < parts; p++) k->al[i].v[p] = v[p] * scale;
  }
}

static inline void backward_sums(const csto_chain *c, csto_lattice *k,
                                 size_t n, size_t from, int parts,
                                 unsigned labels) {
  csto_lanes t = {{0}};
  f4 end = all(0), scale, v[PARTS];
  size_t i;
  unsigned z;
  int p;
  for (p = 0; p < parts; p++) end += k->al[n - 1].v[p] * c->ends.v[p];
  scale = all(1 / (sum4(end) + 1e-30f));
  for (p = 0; p < parts; p++) k->be[n - 1].v[p] = c->ends.v[p] * scale;
  for (i = n - 1; i-- > from;) {
    scale = all(1 / k->s[i + 1]);
    for (p = 0; p < parts; p++)
      t.v[p] = k->x[i + 1].v[p] * k->be[i + 1].v[p] * scale;
    for (p = 0; p < parts; p++) v[p] = all(t.f[0]) * c->eback[0].v[p];
    for (z = 1; z < labels; z++)
      for (p = 0; p < parts; p++) v[p] += all(t.f[z]) * c->eback[z].v[p];
    for (p = 0; p < parts; p++) k->be[i].v[p] = v[p];
  }
}

void csto_chain_sums(const csto_chain *c, csto_lattice *k, size_t n,
                     size_t from) {
  if (n == 0) return;
  switch (c->n) {
    case 5:
      forward_sums(c, k, n, 2, 5);
      backward_sums(c, k, n, from, 2, 5);
      break;
    case 7:
      forward_sums(c, k, n, 2, 7);
      backward_sums(c, k, n, from, 2, 7);
      break;
    default:
      forward_sums(c, k, n, PARTS, CSTO_MAXLAB);
      backward_sums(c, k, n, from, PARTS, CSTO_MAXLAB);
  }
}

float csto_chain_chance(const csto_chain *c, const csto_lattice *k, size_t n,
                        size_t a, size_t b, unsigned type) {
  unsigned z, l = c->layer, last = csto_label(l, type, 0);
  float p = k->al[a].f[last], end = 0;
  size_t i;
  for (i = a + 1; i < b; i++) {
    unsigned y = csto_label(l, type, 1);
    p *= c->etrans[last].f[y] * k->x[i].f[y] / k->s[i];
    last = y;
  }
  if (b == n) return p * k->be[n - 1].f[last];
  for (z = 0; z < c->n; z++)
    if (z != csto_label(l, type, 1))
      end += c->etrans[last].f[z] * k->x[b].f[z] * k->be[b].f[z];
  return p * end / k->s[b];
}
