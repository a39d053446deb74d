/* about.c - csto_version() and csto_debug().
**
** csto_debug() is a JSON object: csto_debug() ->> '$.fts5'.  utf8proc made the
** tables and is not linked; ICU and SQLite are named as running and as
** compiled against; lexicon and model are hashes of the data built in;
** refused says why the tokenizer last refused its arguments.
*/
#include <string.h>
#include "base/hash.h"
#include "base/json.h"
#include "csto.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "text/fold_table.h"
#include <unicode/uversion.h>

void csto_fn_version(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  (void)argc; (void)argv;
  sqlite3_result_text(ctx, CSTO_VERSION, -1, SQLITE_STATIC);
}

/* SQLITE_ROW: found, SQLITE_DONE: not found, else an error. */
static int find_fts5(sqlite3 *db) {
  sqlite3_stmt *s = NULL;
  int rc = sqlite3_prepare_v2(
      db, "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'", -1, &s,
      NULL);
  if (rc == SQLITE_OK) rc = sqlite3_step(s);
  (void)sqlite3_finalize(s);
  return rc;
}

void csto_fn_debug(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  UVersionInfo icu;
  char running[U_MAX_VERSION_STRING_LENGTH];
  const csto_conn *conn = sqlite3_user_data(ctx);
  csto_buf b;
  int fts5 = find_fts5(sqlite3_context_db_handle(ctx));
  (void)argc; (void)argv;
  if (fts5 != SQLITE_ROW && fts5 != SQLITE_DONE) {
    sqlite3_result_error_code(ctx, fts5);
    return;
  }
  u_getVersion(icu);
  u_versionToString(icu, running);
  csto_buf_init(&b);
  csto_buf_printf(&b, "{\"version\":\"%s\",\"index_version\":%d,",
                  CSTO_VERSION, CSTO_INDEX_VERSION);
  csto_buf_printf(&b, "\"unicode\":\"%s\",\"utf8proc\":\"%s\",",
                  csto_fold_unicode, csto_fold_utf8proc);
  csto_buf_printf(&b, "\"icu\":\"%s\",\"icu_compiled\":\"%s\",", running,
                  U_ICU_VERSION);
  csto_buf_printf(&b, "\"sqlite\":\"%s\",\"sqlite_compiled\":\"%s\",",
                  sqlite3_libversion(), SQLITE_VERSION);
  csto_buf_printf(&b, "\"fts5\":%s,", fts5 == SQLITE_ROW ? "true" : "false");
  csto_buf_printf(&b, "\"lexicon\":\"%s\",\"model\":\"%s\"",
                  csto_lexicon_hash, csto_model_hash);
  if (conn->refused[0]) {
    csto_buf_puts(&b, ",\"refused\":");
    csto_json_str(&b, conn->refused, strlen(conn->refused));
  }
  csto_buf_putc(&b, '}');
  csto_result_buf(ctx, "csto_debug", &b);
}
