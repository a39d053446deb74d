/* variants.h - other spellings of a name, for the query side. */
#ifndef CSTO_VARIANTS_H
#define CSTO_VARIANTS_H
#include <stddef.h>
#include "morph/index.h"

/* Calls cb for the tokens of every other spelling of the folded word, as
** csto_query_forms does.  Common words have none but other spellings of long
** foreign ones (variants.c).  At most CSTO_VARIANTS spellings.  What cb returns
** if not 0, or CSTO_VARIANTS_NOMEM. */
#define CSTO_VARIANTS 64
#define CSTO_VARIANTS_NOMEM (-1)
int csto_variants(const char *norm, size_t n, int cls, csto_form_cb cb,
                  void *ctx);

#endif
