/* copies.c - simhash and shingles; see copies.h.
**
** Cost: one hash a word, counted in a few steps; the shingle sample is a heap
** of fixed size, so a text of n words costs O(n log 64).
*/
#include "text/copies.h"
#include "base/hash.h"
#include "base/rc.h"
#include <string.h>

#define SHINGLE_WORDS 3

/* Hash of the next word at or after token *i; 0 when there is none. */
static uint64_t next_word(const csto_doc *d, size_t *i) {
  for (; *i < d->ntokens; ++*i) {
    const csto_token *t = &d->tokens[*i];
    if (t->kind == CSTO_T_PUNCT || t->nnorm == 0) continue;
    ++*i;
    return csto_hash(t->norm, t->nnorm, 7) | 1;
  }
  return 0;
}

/* How many of the hashes seen have each bit set.  The counts of the last 255
** stand across planes: bit b of plane p is bit p of bit b's count, so that
** one hash is added to all 64 counts in a few steps. */
#define PLANES 8
typedef struct votes {
  uint64_t plane[PLANES];
  uint32_t inplanes, seen, ones[64];
} votes;

static void votes_sum(votes *v) {
  int b, p;
  for (p = 0; p < PLANES; p++) {
    for (b = 0; b < 64; b++)
      v->ones[b] += (uint32_t)(v->plane[p] >> b & 1) << p;
    v->plane[p] = 0;
  }
  v->inplanes = 0;
}

static void vote(votes *v, uint64_t h) {
  int p;
  for (p = 0; h; p++) {
    uint64_t carry = v->plane[p] & h;
    v->plane[p] ^= h;
    h = carry;
  }
  v->seen++;
  if (++v->inplanes == (1u << PLANES) - 1) votes_sum(v);
}

uint64_t csto_simhash(const csto_doc *d) {
  votes v;
  uint64_t h, prev = 0, out = 0;
  size_t i = 0;
  int b;
  memset(&v, 0, sizeof v);
  while ((h = next_word(d, &i)) != 0) {
    vote(&v, csto_mix64(h));
    if (prev) vote(&v, csto_hash_add(prev, h));
    prev = h;
  }
  votes_sum(&v);
  for (b = 0; b < 64; b++)
    if (v.ones[b] > v.seen - v.ones[b]) out |= (uint64_t)1 << b;
  return out;
}

int csto_simhash_distance(uint64_t a, uint64_t b) {
  return __builtin_popcountll(a ^ b);
}

/* ---- the sample: a max-heap of the smallest values seen ---- */

static void sift_down(int64_t *h, size_t n, size_t i) {
  for (;;) {
    size_t k = 2 * i + 1;
    int64_t t;
    if (k >= n) return;
    if (k + 1 < n && h[k + 1] > h[k]) k++;
    if (h[k] <= h[i]) return;
    t = h[k];
    h[k] = h[i];
    h[i] = t;
    i = k;
  }
}

static void sift_up(int64_t *h, size_t i) {
  while (i > 0 && h[(i - 1) / 2] < h[i]) {
    int64_t t = h[i];
    h[i] = h[(i - 1) / 2];
    h[(i - 1) / 2] = t;
    i = (i - 1) / 2;
  }
}

static int has(const int64_t *h, size_t n, int64_t v) {
  size_t i;
  for (i = 0; i < n; i++) if (h[i] == v) return 1;
  return 0;
}

static void sample(int64_t *h, size_t *n, int64_t v) {
  if (*n == CSTO_SHINGLES && v >= h[0]) return;
  if (has(h, *n, v)) return;
  if (*n < CSTO_SHINGLES) {
    h[*n] = v;
    sift_up(h, (*n)++);
  } else {
    h[0] = v;
    sift_down(h, *n, 0);
  }
}

int csto_shingles(csto_doc *d, int64_t *out, size_t *n) {
  uint64_t w[SHINGLE_WORDS] = {0}, h;
  size_t i = 0, have = 0, k;
  *n = 0;
  while ((h = next_word(d, &i)) != 0) {
    memmove(w, w + 1, sizeof w - sizeof *w);
    w[SHINGLE_WORDS - 1] = h;
    if (++have < SHINGLE_WORDS) continue;
    h = 0;
    for (k = 0; k < SHINGLE_WORDS; k++) h = csto_hash_add(h, w[k]);
    sample(out, n, (int64_t)(h >> 1));
  }
  if (*n == 0 && have > 0) {      /* a text of one or two words */
    h = 0;
    for (k = 0; k < SHINGLE_WORDS; k++) h = csto_hash_add(h, w[k]);
    sample(out, n, (int64_t)(h >> 1));
  }
  for (k = *n; k > 1;) {          /* heap to ascending order */
    int64_t t = out[0];
    out[0] = out[--k];
    out[k] = t;
    sift_down(out, k, 0);
  }
  return CSTO_OK;
}
