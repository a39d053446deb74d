/* mem_sqlite.c - the allocator hook over SQLite's allocator, so that its
** limits and fault injection reach every allocation of the module.
*/
#include "base/mem.h"
#include "sqlite/api.h"

void *csto_realloc(void *p, size_t n) {
  return sqlite3_realloc64(p, n ? n : 1);
}

void csto_free(void *p) { sqlite3_free(p); }
