/* lexicon.c - csto_lexicon: the built-in names as a table.
**
**   SELECT canonical, id FROM csto_lexicon WHERE name = 'بيلاروس';
**
** One row a spelling, in the order of the source tables; read only, nothing
** is kept.  Every query walks all rows (some thousands): an equality on name
** is left to SQLite.
*/
#include "entity/lexicon.h"
#include "sqlite/register.h"
#include <string.h>

typedef struct lexicon_cursor {
  sqlite3_vtab_cursor base;
  size_t table;
  uint32_t row;
  const char *name;      /* the spelling, up to | */
  sqlite3_int64 rowid;
} lexicon_cursor;

enum { COL_NAME, COL_TYPE, COL_CANONICAL, COL_EN, COL_ID, COL_SOURCE };

static int lexicon_connect(sqlite3 *db, void *aux, int argc,
                           const char *const *argv, sqlite3_vtab **out,
                           char **err) {
  int rc = sqlite3_declare_vtab(
      db, "CREATE TABLE x(name, type, canonical, name_en, id, source)");
  (void)aux; (void)argc; (void)argv; (void)err;
  if (rc != SQLITE_OK) return rc;
  *out = sqlite3_malloc(sizeof **out);
  if (!*out) return SQLITE_NOMEM;
  memset(*out, 0, sizeof **out);
  /* constant data: safe in views and triggers */
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  return SQLITE_OK;
}

static int lexicon_disconnect(sqlite3_vtab *v) {
  sqlite3_free(v);
  return SQLITE_OK;
}

static int lexicon_best(sqlite3_vtab *v, sqlite3_index_info *info) {
  (void)v;
  info->estimatedCost = 10000;
  info->estimatedRows = 10000;
  return SQLITE_OK;
}

static int lexicon_open(sqlite3_vtab *v, sqlite3_vtab_cursor **out) {
  lexicon_cursor *c = sqlite3_malloc(sizeof *c);
  (void)v;
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static int lexicon_close(sqlite3_vtab_cursor *cur) {
  sqlite3_free(cur);
  return SQLITE_OK;
}

/* Goes on to the first row with a name, from c->table and c->row; the lists
** of words have types in small letters. */
static void lexicon_settle(lexicon_cursor *c) {
  const csto_table *t;
  while ((t = csto_lexicon_table(c->table)) != NULL) {
    if (c->row >= t->nrow) {
      c->table++;
      c->row = 0;
    } else if (csto_table_cell(t, c->row, 1)[0] > 'Z') {
      c->row++;
    } else {
      break;
    }
  }
  c->name = t ? csto_table_cell(t, c->row, 0) : NULL;
}

static int lexicon_filter(sqlite3_vtab_cursor *cur, int idx,
                          const char *str, int argc, sqlite3_value **argv) {
  lexicon_cursor *c = (lexicon_cursor *)cur;
  (void)idx; (void)str; (void)argc; (void)argv;
  c->table = 0;
  c->row = 0;
  c->rowid = 1;
  lexicon_settle(c);
  return SQLITE_OK;
}

static int lexicon_next(sqlite3_vtab_cursor *cur) {
  lexicon_cursor *c = (lexicon_cursor *)cur;
  c->rowid++;
  c->name += strcspn(c->name, "|");
  if (*c->name) {
    c->name++;
  } else {
    c->row++;
    lexicon_settle(c);
  }
  return SQLITE_OK;
}

static int lexicon_eof(sqlite3_vtab_cursor *cur) {
  return ((lexicon_cursor *)cur)->name == NULL;
}

static void result(sqlite3_context *ctx, const char *s, size_t n) {
  if (n) sqlite3_result_text(ctx, s, (int)n, SQLITE_STATIC);
}

static int lexicon_column(sqlite3_vtab_cursor *cur, sqlite3_context *ctx,
                          int col) {
  lexicon_cursor *c = (lexicon_cursor *)cur;
  const csto_table *t = csto_lexicon_table(c->table);
  const char *s = "";
  switch (col) {
    case COL_NAME:
      result(ctx, c->name, strcspn(c->name, "|"));
      return SQLITE_OK;
    case COL_CANONICAL:
      s = csto_table_cell(t, c->row, 0);
      result(ctx, s, strcspn(s, "|"));
      return SQLITE_OK;
    case COL_TYPE: s = csto_table_cell(t, c->row, 1); break;
    case COL_EN: s = csto_table_cell(t, c->row, 2); break;
    case COL_ID: s = csto_table_cell(t, c->row, 3); break;
    case COL_SOURCE:
      s = csto_table_cell(t, c->row, 6);
      if (!*s) s = t->name;
      break;
    default: break;
  }
  result(ctx, s, strlen(s));
  return SQLITE_OK;
}

static int lexicon_rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *out) {
  *out = ((lexicon_cursor *)cur)->rowid;
  return SQLITE_OK;
}

/* xCreate is NULL: the module is its own table (eponymous only). */
static const sqlite3_module lexicon_module = {
    .xConnect = lexicon_connect,
    .xBestIndex = lexicon_best,
    .xDisconnect = lexicon_disconnect,
    .xOpen = lexicon_open,
    .xClose = lexicon_close,
    .xFilter = lexicon_filter,
    .xNext = lexicon_next,
    .xEof = lexicon_eof,
    .xColumn = lexicon_column,
    .xRowid = lexicon_rowid,
};

int csto_setup_lexicon(sqlite3 *db, csto_conn *conn) {
  (void)conn;
  return sqlite3_create_module_v2(db, "csto_lexicon", &lexicon_module, NULL,
                                  NULL);
}
