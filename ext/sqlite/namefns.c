/* namefns.c - SQL over names: csto_key, csto_similarity,
** csto_transliterate, COLLATE csto.
*/
#include "base/mem.h"
#include "base/rc.h"
#include "morph/namekey.h"
#include "morph/translit.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "text/collate.h"
#include <string.h>

void csto_fn_key(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n;
  const char *s = csto_fn_text(ctx, argv[0], &n);
  csto_buf b;
  (void)argc;
  if (!s) return;
  csto_buf_init(&b);
  csto_namekey(&b, s, n);
  csto_result_buf(ctx, "csto_key", &b);
}

void csto_fn_similarity(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t na, nb;
  const char *a = csto_arg_text(argv[0], &na);
  const char *b = csto_arg_text(argv[1], &nb);
  double s;
  (void)argc;
  if (!a || !b) {
    if ((!a && na) || (!b && nb)) sqlite3_result_error_nomem(ctx);
    return;
  }
  s = csto_name_similarity(a, na, b, nb);
  if (s < 0) sqlite3_result_error_nomem(ctx);
  else sqlite3_result_double(ctx, s);
}

void csto_fn_transliterate(sqlite3_context *ctx, int argc,
                           sqlite3_value **argv) {
  size_t n, k = 6;
  const char *s = csto_arg_text(argv[0], &n), *scheme = "simple";
  int column;
  csto_buf b;
  if (!s && !n) return;                  /* NULL */
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL)
    scheme = csto_arg_text(argv[1], &k);
  if (!s || !scheme) {
    sqlite3_result_error_nomem(ctx);
    return;
  }
  csto_buf_init(&b);
  column = csto_translit_scheme(scheme, k);
  if (!column) {
    csto_buf_printf(&b, "scheme '%.*s' is not iso233, bgn, buckwalter or "
                    "simple", (int)k, scheme);
    csto_result_error(ctx, "csto_transliterate", b.rc ? b.rc : CSTO_ARG,
                      b.data);
    csto_buf_free(&b);
    return;
  }
  csto_transliterate(&b, s, n, column);
  csto_result_buf(ctx, "csto_transliterate", &b);
}

static int compare(void *p, int na, const void *a, int nb, const void *b) {
  return csto_collate(p, a, (size_t)na, b, (size_t)nb);
}

int csto_setup_collation(sqlite3 *db, csto_conn *conn) {
  csto_collation *c = csto_malloc(sizeof *c);
  int rc;
  (void)conn;
  if (!c) return SQLITE_NOMEM;
  csto_collation_init(c);
  rc = sqlite3_create_collation_v2(db, "csto", SQLITE_UTF8, c, compare,
                                   csto_free);
  /* unlike functions, a refused collation does not free its context */
  if (rc != SQLITE_OK) csto_free(c);
  return rc;
}
