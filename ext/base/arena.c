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
  struct csto_arena_block *newer;  /* among the blocks of their own */
  size_t size;                 /* bytes of room behind the header */
  unit room[];
} block;

#define ARENA_FIRST 4000u
#define ARENA_LAST (1u << 20)
#ifdef CSTO_ARENA_EXACT
#define ROUND(n) (n)
#define IS_OWN(n) 1
#else
#define ROUND(n) (((n) + sizeof(unit) - 1) & ~(sizeof(unit) - 1))
#define IS_OWN(n) ((n) >= ARENA_LAST)
#endif

void csto_arena_init(csto_arena *a) {
  memset(a, 0, sizeof *a);
  a->block = ARENA_FIRST;
}

static void free_all(block *b) {
  while (b) {
    block *older = b->older;
    csto_free(b);
    b = older;
  }
}

void csto_arena_free(csto_arena *a) {
  free_all(a->head);
  free_all(a->own);
  csto_arena_init(a);
}

void csto_arena_reset(csto_arena *a) {
  block *b = a->head;
  a->rc = CSTO_OK;
  free_all(a->own);
  a->own = NULL;
  if (!b) return;
  free_all(b->older);
  b->older = NULL;
  a->next = (char *)b->room;
  a->left = b->size;
}

static block *own_block(const void *p) {
  return (block *)((char *)p - offsetof(block, room));
}

/* Its neighbours' links, after a block of its own was made or moved. */
static void link_own(csto_arena *a, block *b) {
  if (b->older) b->older->newer = b;
  if (b->newer) b->newer->older = b;
  else a->own = b;
}

/* Room of n bytes in a block of its own; old is NULL or such a block, whose
** bytes are kept. */
static void *own_room(csto_arena *a, block *old, size_t n) {
  block *b = csto_realloc(old, sizeof *b + n);
  if (!b) {
    a->rc = CSTO_NOMEM;
    return NULL;
  }
  if (!old) {
    b->older = a->own;
    b->newer = NULL;
  }
  b->size = n;
  link_own(a, b);
  return b->room;
}

/* A new block with room for n bytes at least. */
static int add_block(csto_arena *a, size_t n) {
  size_t size = a->block < n ? n : a->block;
  block *b = csto_malloc(sizeof *b + size);
  if (!b) return a->rc = CSTO_NOMEM;
  b->older = a->head;
  b->size = size;
  a->head = b;
  a->next = (char *)b->room;
  a->left = size;
  if (a->block < ARENA_LAST) a->block *= 2;
  return CSTO_OK;
}

void *csto_arena_alloc(csto_arena *a, size_t n) {
  void *p;
  if (n > SIZE_MAX / 4) {
    a->rc = CSTO_NOMEM;
    return NULL;
  }
  n = ROUND(n ? n : 1);
  if (IS_OWN(n)) return own_room(a, NULL, n);
  if (n > a->left && add_block(a, n) != CSTO_OK) return NULL;
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
  if (*cap && IS_OWN(ROUND(*cap * size)) && want * size <= SIZE_MAX / 4) {
    q = own_room(a, own_block(p), ROUND(want * size));
  } else {
    q = csto_arena_alloc(a, want * size);
    if (q && used) memcpy(q, p, used * size);
  }
  if (q) *cap = want;
  return q;
}

void csto_arena_drop(csto_arena *a, const void *p) {
  block *b = a->own;
  while (b && (const void *)b->room != p) b = b->older;
  if (!b) return;
  if (b->older) b->older->newer = b->newer;
  if (b->newer) b->newer->older = b->older;
  else a->own = b->older;
  csto_free(b);
}
