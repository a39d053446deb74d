/* mem.c - the allocator hook over the C library, for programs that are not
** the module: unit tests, fuzzers, generators.
*/
#include "base/mem.h"
#include <stdlib.h>

void *csto_realloc(void *p, size_t n) { return realloc(p, n ? n : 1); }

void csto_free(void *p) { free(p); }
