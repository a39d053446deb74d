/* names.h - the user's own list of names, from JSON. */
#ifndef CSTO_NAMES_H
#define CSTO_NAMES_H
#include <stddef.h>
#include "base/buf.h"
#include "entity/entity.h"

/* Parses [[name, type, canonical, id], ...]; the last two may be missing or
** null.  *out is owned by the caller (csto_names_free).  CSTO_ARG: err says
** what is wrong. */
int csto_names_parse(const char *json, size_t n, csto_user_name **out,
                     size_t *nout, csto_buf *err);
void csto_names_free(csto_user_name *u, size_t n);

#endif
