/* copies.c - SQL to find near-copies: csto_simhash, csto_distance,
** csto_shingles.
*/
#include "text/copies.h"
#include "base/rc.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"

void csto_fn_simhash(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n;
  const char *s = csto_fn_text(ctx, argv[0], &n);
  csto_doc own, *d;
  int rc;
  (void)argc;
  if (!s) return;
  rc = csto_words_of(sqlite3_user_data(ctx), s, n, &own, &d);
  if (rc != CSTO_OK) {
    csto_result_error(ctx, "csto_simhash", rc, NULL);
    return;
  }
  sqlite3_result_int64(ctx, (sqlite3_int64)csto_simhash(d));
  csto_words_done(&own, d);
}

/* Argument i as an error: no fingerprint. */
static void no_integer(sqlite3_context *ctx, char name, sqlite3_value *v) {
  size_t n;
  const char *s = csto_arg_text(v, &n);
  csto_buf b;
  csto_buf_init(&b);
  csto_buf_printf(&b, "%c '%s' is not an integer", name, s ? s : "");
  csto_result_error(ctx, "csto_distance", s ? b.rc ? b.rc : CSTO_ARG
                                            : CSTO_NOMEM, b.data);
  csto_buf_free(&b);
}

void csto_fn_distance(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  int i;
  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      sqlite3_value_type(argv[1]) == SQLITE_NULL) return;
  for (i = 0; i < 2; i++)
    if (sqlite3_value_numeric_type(argv[i]) != SQLITE_INTEGER) {
      no_integer(ctx, "ab"[i], argv[i]);
      return;
    }
  sqlite3_result_int(ctx, csto_simhash_distance(
      (uint64_t)sqlite3_value_int64(argv[0]),
      (uint64_t)sqlite3_value_int64(argv[1])));
}

/* shingle */
int csto_rows_shingles(csto_conn *conn, int argc, sqlite3_value **argv,
                       csto_rows *r) {
  int64_t v[CSTO_SHINGLES];
  size_t i, n = 0, bytes;
  const char *s = csto_arg_text(argv[0], &bytes);
  csto_doc own, *d;
  int rc;
  (void)argc;
  if (!s) return CSTO_NOMEM;
  rc = csto_words_of(conn, s, bytes, &own, &d);
  if (rc != CSTO_OK) return rc;
  rc = csto_shingles(d, v, &n);
  csto_words_done(&own, d);
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    csto_cell_int(&c[0], v[i]);
  }
  return rc;
}
