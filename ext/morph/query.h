/* query.h - from what a person types to an FTS5 MATCH expression. */
#ifndef CSTO_QUERY_H
#define CSTO_QUERY_H
#include <stddef.h>
#include "base/buf.h"

typedef enum csto_query_mode {
  CSTO_Q_DEFAULT, CSTO_Q_EXACT, CSTO_Q_VARIANTS, CSTO_Q_ANY
} csto_query_mode;

/* The mode named s, or -1. */
int csto_query_mode_of(const char *s, size_t n);

/* Appends the expression for text[0..n).  CSTO_OK or CSTO_NOMEM.  Any input
** gives a valid expression; one with nothing to search for gives "". */
int csto_query_build(const char *text, size_t n, csto_query_mode mode,
                     csto_buf *out);

#endif
