/* arena.c - memory that lives as long as one document's work; see arena.h.
**
** With CSTO_ARENA_EXACT (fuzzers, sanitizers) every allocation is a block of
** its own and of its own size, so that a byte too far is found.
*/
#include "base/arena.h"
#include "base/mem.h"
#include "base/rc.h"
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What SQLite's allocator promises: multiples of eight. */
typedef union unit {
  void *p;
  uint64_t u;
  double d;
} unit;

typedef struct csto_arena_block {
  struct csto_arena_block *older;
  size_t size;                 /* bytes of room behind the header */
  unit room[];
} block;

#define ARENA_FIRST 4000u
#define ARENA_LAST (1u << 20)
#ifdef CSTO_ARENA_EXACT
#define ROUND(n) (n)
#define ROOM(a, n) (n)
#define KEPT(b) 0            /* what is left of an exact block is not aligned */
#else
#define ROUND(n) (((n) + sizeof(unit) - 1) & ~(sizeof(unit) - 1))
#define ROOM(a, n) ((a)->block < (n) ? (n) : (a)->block)
#define KEPT(b) ((b)->size)
#endif

void csto_arena_init(csto_arena *a) {
  memset(a, 0, sizeof *a);
  a->block = ARENA_FIRST;
}

void csto_arena_free(csto_arena *a) {
  block *b = a->head;
  while (b) {
    block *older = b->older;
    csto_free(b);
    b = older;
  }
  csto_arena_init(a);
}

void csto_arena_reset(csto_arena *a) {
  block *b = a->head, *older;
  a->rc = CSTO_OK;
  if (!b) return;
  for (older = b->older; older;) {
    block *o = older->older;
    csto_free(older);
    older = o;
  }
  b->older = NULL;
  a->next = (char *)b->room;
  a->left = KEPT(b);
}

void *csto_arena_alloc(csto_arena *a, size_t n) {
  void *p;
  if (n > SIZE_MAX / 4) {
    a->rc = CSTO_NOMEM;
    return NULL;
  }
  n = ROUND(n ? n : 1);
  if (n > a->left) {
    size_t size = ROOM(a, n);
    block *b = csto_malloc(sizeof *b + size);
    if (!b) {
      a->rc = CSTO_NOMEM;
      return NULL;
    }
    b->older = a->head;
    b->size = size;
    a->head = b;
    a->next = (char *)b->room;
    a->left = size;
    if (a->block < ARENA_LAST) a->block *= 2;
  }
  p = a->next;
  a->next += n;
  a->left -= n;
  return p;
}

void *csto_arena_zalloc(csto_arena *a, size_t n) {
  void *p = csto_arena_alloc(a, n);
  if (p) memset(p, 0, n);
  return p;
}

char *csto_arena_str(csto_arena *a, const char *s, size_t n) {
  char *p = csto_arena_alloc(a, n + 1);
  if (!p) return NULL;
  if (n) memcpy(p, s, n);
  p[n] = 0;
  return p;
}

void *csto_arena_grow(csto_arena *a, void *p, size_t used, size_t *cap,
                      size_t size) {
  size_t want;
  void *q;
  if (used < *cap) return p;
  want = *cap ? *cap * 2 : 16;
  q = csto_arena_alloc(a, want * size);
  if (!q) return NULL;
  if (used) memcpy(q, p, used * size);
  *cap = want;
  return q;
}
