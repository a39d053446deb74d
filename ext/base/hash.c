/* hash.c - the byte-string hash; see hash.h.  Values are stored on disk: a
** change here is a change of format.
*/
#include "base/hash.h"

static inline uint64_t load4(const unsigned char *p) {
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24;
}

/* The n bytes at p, 1 to 7, as a number, the first one lowest. */
static inline uint64_t load(const unsigned char *p, size_t n) {
  if (n >= 4) return load4(p) | load4(p + n - 4) << (8 * (n - 4));
  return (uint64_t)p[0] | (uint64_t)p[n / 2] << (8 * (n / 2)) |
         (uint64_t)p[n - 1] << (8 * (n - 1));
}

static inline uint64_t load8(const unsigned char *p) {
  return load4(p) | load4(p + 4) << 32;
}

static inline uint64_t add(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0xff51afd7ed558ccdULL;
  return h ^ h >> 32;
}

/* Eight bytes a step, the last one those that are left.  Behind others these
** are read with some before them, which needs no branch for their number. */
uint64_t csto_hash(const void *p, size_t n, uint64_t seed) {
  const unsigned char *s = p;
  uint64_t h = seed ^ (0x9e3779b97f4a7c15ULL * ((uint64_t)n + 1));
  size_t left = n;
  if (n < 8) return csto_mix64(n ? add(h, load(s, n)) : h);
  for (; left > 8; s += 8, left -= 8) h = add(h, load8(s));
  return csto_mix64(add(h, load8(s + left - 8) >> (8 * (8 - left))));
}
