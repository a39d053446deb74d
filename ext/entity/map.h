/* map.h - a small hash map from strings to numbers, in a document's arena. */
#ifndef CSTO_EMAP_H
#define CSTO_EMAP_H
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

typedef struct csto_emap {
  csto_arena *arena;
  struct csto_emap_slot { uint64_t hash; int32_t value; } *slots;
  size_t nslot, used;
  uint64_t some;     /* bits of the keys, by two bytes and the length */
  uint64_t ends;     /* csto_emap_end of the keys */
} csto_emap;

void csto_emap_init(csto_emap *m, csto_arena *arena);
/* The value's place for a key, made with `fresh` when it is new; NULL when
** memory runs out.  Keys are told apart by their 64-bit hashes. */
int32_t *csto_emap_put(csto_emap *m, const char *key, size_t n, int space,
                       int32_t fresh);
/* The value of a key, or `none`. */
int32_t csto_emap_get(const csto_emap *m, const char *key, size_t n,
                      int space, int32_t none);

/* A bit of the last letters of a key: a word whose bit is not among a map's
** ends is no key there, whatever its clitics. */
static inline uint64_t csto_emap_end(const char *key, size_t n) {
  unsigned a = n > 0 ? (unsigned char)key[n - 1] * 5u : 0;
  return (uint64_t)1 << ((a + (n > 2 ? (unsigned char)key[n - 3] : 0u)) & 63);
}

#endif
