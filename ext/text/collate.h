/* collate.h - Arabic dictionary order from the module's own pinned table. */
#ifndef CSTO_COLLATE_H
#define CSTO_COLLATE_H
#include <stddef.h>
#include <stdint.h>

typedef struct csto_collation {
  uint8_t rank[256];   /* of U+0600..U+06FF: row of data/collation.tsv + 1 */
} csto_collation;

/* Fills the ranks; once for each use of the collation. */
void csto_collation_init(csto_collation *c);

/* < 0, 0, > 0 as memcmp.  Marks, tatweel and controls count only between
** otherwise equal texts; 0 only for equal bytes.  Order of kinds: spaces,
** other signs, digits, Arabic, Latin, other scripts. */
int csto_collate(const csto_collation *c, const void *a, size_t na,
                 const void *b, size_t nb);

#endif
