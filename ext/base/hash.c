/* hash.c - the byte-string hash; see hash.h.  Values are stored on disk: a
** change here is a change of format.
*/
#include "base/hash.h"

static uint64_t load(const unsigned char *p, size_t n) {
  uint64_t v = 0;
  size_t i;
  for (i = 0; i < n; i++) v |= (uint64_t)p[i] << (8 * i);
  return v;
}

uint64_t csto_hash(const void *p, size_t n, uint64_t seed) {
  const unsigned char *s = p;
  uint64_t h = seed ^ (0x9e3779b97f4a7c15ULL * ((uint64_t)n + 1));
  size_t left = n;
  for (; left >= 8; s += 8, left -= 8) {
    h = (h ^ load(s, 8)) * 0xff51afd7ed558ccdULL;
    h ^= h >> 32;
  }
  if (left) {
    h = (h ^ load(s, left)) * 0xff51afd7ed558ccdULL;
    h ^= h >> 32;
  }
  return csto_mix64(h);
}
