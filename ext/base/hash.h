/* hash.h - 64-bit hashes.  Their values are stored in databases (file
** hashes, shingles), so they never change: both are pinned by unit tests.
*/
#ifndef CSTO_HASH_H
#define CSTO_HASH_H
#include <stddef.h>
#include <stdint.h>

/* Hash of a byte string, eight bytes a step. */
uint64_t csto_hash(const void *p, size_t n, uint64_t seed);

/* Bijective finalizer (splitmix64): spreads every bit over all. */
static inline uint64_t csto_mix64(uint64_t x) {
  x ^= x >> 30; x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27; x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/* Adds one value to a running hash; the order of calls matters. */
static inline uint64_t csto_hash_add(uint64_t h, uint64_t v) {
  return csto_mix64(h * 0x9e3779b97f4a7c15ULL + v + 0x632be59bd9b4e019ULL);
}

/* SHA-256 (its first 16 digits) of the data the module was built with: all of
** the tables under ext/data, and the model's files.  Made by the build. */
extern const char csto_lexicon_hash[], csto_model_hash[];

#endif
