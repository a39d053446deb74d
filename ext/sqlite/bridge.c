/* bridge.c - codes and values between the core and SQLite; see bridge.h.
*/
#include "sqlite/bridge.h"
#include "base/rc.h"
#include "text/utf8.h"

int csto_sqlite_rc(int rc) {
  switch (rc) {
    case CSTO_OK: return SQLITE_OK;
    case CSTO_NOMEM: return SQLITE_NOMEM;
    case CSTO_TOOBIG: return SQLITE_TOOBIG;
    case CSTO_IO: return SQLITE_IOERR;
    default: return SQLITE_ERROR;
  }
}

void csto_result_error(sqlite3_context *ctx, const char *name, int rc,
                       const char *message) {
  char *z;
  if (rc == CSTO_NOMEM) {
    sqlite3_result_error_nomem(ctx);
    return;
  }
  if (rc == CSTO_TOOBIG) {
    sqlite3_result_error_toobig(ctx);
    return;
  }
  z = sqlite3_mprintf("%s: %s", name, message ? message : "failed");
  if (!z) {
    sqlite3_result_error_nomem(ctx);
    return;
  }
  sqlite3_result_error(ctx, z, -1);
  sqlite3_free(z);
}

void csto_result_buf(sqlite3_context *ctx, const char *name, csto_buf *b) {
  if (b->rc) {
    csto_result_error(ctx, name, b->rc, NULL);
    csto_buf_free(b);
  } else {
    sqlite3_result_text64(ctx, b->data ? b->data : "", b->size,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
    csto_buf_free(b);
  }
}

const char *csto_arg_text(sqlite3_value *v, size_t *n) {
  const char *s;
  *n = 0;
  if (sqlite3_value_type(v) == SQLITE_NULL) return NULL;
  s = (const char *)sqlite3_value_text(v);
  if (!s) {
    /* an empty blob gives NULL without an error; anything else is memory */
    if (sqlite3_value_bytes(v) == 0 &&
        sqlite3_value_type(v) == SQLITE_BLOB) return "";
    *n = 1;
    return NULL;
  }
  *n = csto_utf8_upto_nul(s, (size_t)sqlite3_value_bytes(v));
  return s;
}

const char *csto_fn_text(sqlite3_context *ctx, sqlite3_value *v, size_t *n) {
  const char *s = csto_arg_text(v, n);
  if (!s && *n) sqlite3_result_error_nomem(ctx);
  return s;
}
