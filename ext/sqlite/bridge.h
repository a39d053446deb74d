/* bridge.h - from the core's codes and units to SQLite's, in one place. */
#ifndef CSTO_BRIDGE_H
#define CSTO_BRIDGE_H
#include "base/buf.h"
#include "sqlite/api.h"

/* SQLITE_* for a CSTO_* code. */
int csto_sqlite_rc(int rc);

/* Sets the error of a function: the code's own, or for CSTO_ARG the text
** "name: message". */
void csto_result_error(sqlite3_context *ctx, const char *name, int rc,
                       const char *message);

/* Sets the result to a buffer's text and frees the buffer; an error in it
** becomes the function's error. */
void csto_result_buf(sqlite3_context *ctx, const char *name, csto_buf *b);

/* The text of an argument: *n is its bytes up to the first NUL.  NULL for
** SQL NULL and when memory runs out (then *n is 1). */
const char *csto_arg_text(sqlite3_value *v, size_t *n);

/* The same for a function: when memory runs out that is its error, so that
** on NULL the caller only returns. */
const char *csto_fn_text(sqlite3_context *ctx, sqlite3_value *v, size_t *n);

#endif
