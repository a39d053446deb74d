/* arena.h - memory that lives as long as one document's work.
**
** Blocks are taken from the allocator hook, doubled up to 1 MiB, and freed
** together.  What is as large as the largest has a block of its own, which
** grows in place and can be given back alone: so long texts leave no old
** copies behind.  An allocation that fails sets the sticky rc.
*/
#ifndef CSTO_ARENA_H
#define CSTO_ARENA_H
#include <stddef.h>
#include <string.h>

struct csto_arena_block;

typedef struct csto_arena {
  struct csto_arena_block *head;
  struct csto_arena_block *own;  /* blocks of one allocation each */
  char *next;   /* free room in the head block */
  size_t left;
  size_t block; /* size of the next block */
  int rc;       /* CSTO_OK or CSTO_NOMEM */
} csto_arena;

/* An empty arena, which holds no memory; _free leaves one. */
void csto_arena_init(csto_arena *a);
void csto_arena_free(csto_arena *a);

/* Keeps the newest (largest) block for the next document, frees the rest. */
void csto_arena_reset(csto_arena *a);

/* n bytes, aligned for pointers, 64-bit numbers and doubles, not cleared;
** NULL (and a->rc) on failure. */
void *csto_arena_alloc(csto_arena *a, size_t n);
void *csto_arena_zalloc(csto_arena *a, size_t n);  /* cleared */

/* A NUL-terminated copy of s[0..n). */
char *csto_arena_str(csto_arena *a, const char *s, size_t n);

/* The same, faster where n <= 16; 16 bytes of s are read in any case. */
static inline char *csto_arena_str16(csto_arena *a, const char *s, size_t n) {
#ifndef CSTO_ARENA_EXACT
  if (n <= 16 && a->left >= 24) {
    char *p = a->next;
    size_t size = (n + 8) & ~(size_t)7;
    memcpy(p, s, 16);
    p[n] = 0;
    a->next += size;
    a->left -= size;
    return p;
  }
#endif
  return csto_arena_str(a, s, n);
}

/* Grows an arena array: returns p, moved if need be, with room for one more
** than `used` elements of `size` bytes; *cap is elements.  Where it moved,
** the old place is not to be read again. */
void *csto_arena_grow(csto_arena *a, void *p, size_t used, size_t *cap,
                      size_t size);

/* What nobody needs any more: p's memory goes back at once if it has a block
** of its own, with the arena if not.  p may be NULL. */
void csto_arena_drop(csto_arena *a, const void *p);

#endif
