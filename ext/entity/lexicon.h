/* lexicon.h - the built-in names: tables of data/ with one layout.
**
** Columns: spellings separated by '|' (the first is the canonical name),
** type, English name, id, flags.
*/
#ifndef CSTO_LEXICON_H
#define CSTO_LEXICON_H
#include <stddef.h>
#include "text/table.h"

/* Table number i of the lexicon; NULL behind the last. */
const csto_table *csto_lexicon_table(size_t i);

#endif
