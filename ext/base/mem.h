/* mem.h - the one allocator hook of the core.
**
** The hook is bound at link time: base/mem.c (malloc) in unit tests,
** generators and benchmarks, sqlite/mem_sqlite.c (sqlite3_malloc64) in the
** module, so that SQLite's memory limits and fault injection reach every
** allocation and nothing static and writable is needed.
*/
#ifndef CSTO_MEM_H
#define CSTO_MEM_H
#include <stddef.h>

/* As realloc: p may be NULL; n is bytes, > 0.  NULL when memory runs out
** (p is then untouched).  The caller owns the result. */
void *csto_realloc(void *p, size_t n);

/* As free: p may be NULL. */
void csto_free(void *p);

static inline void *csto_malloc(size_t n) { return csto_realloc(NULL, n); }

#endif
