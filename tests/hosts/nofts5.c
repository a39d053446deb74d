/* nofts5.c - loads the module into a SQLite without FTS5: everything but the
** tokenizer must work, and csto_debug must say so.
*/
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const char *ask(sqlite3 *db, const char *sql) {
  static char out[4096];
  sqlite3_stmt *s;
  out[0] = 0;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL)) return sqlite3_errmsg(db);
  if (sqlite3_step(s) == SQLITE_ROW)
    (void)snprintf(out, sizeof out, "%s",
                   (const char *)sqlite3_column_text(s, 0));
  sqlite3_finalize(s);
  return out;
}

int main(int argc, char **argv) {
  sqlite3 *db;
  char *err = NULL;
  if (argc != 2 || sqlite3_open(":memory:", &db)) return 2;
  sqlite3_enable_load_extension(db, 1);
  if (sqlite3_load_extension(db, argv[1], NULL, &err)) {
    printf("not ok - loads without FTS5\n# %s\n", err ? err : "");
    return 1;
  }
  printf("ok - loads in SQLite %s without FTS5\n", sqlite3_libversion());
  printf("%s - csto_debug says that FTS5 is not there\n",
         strstr(ask(db, "SELECT csto_debug()"), "\"fts5\":false") ? "ok"
                                                                    : "not ok");
  printf("%s - csto_normalize works\n",
         strcmp(ask(db, "SELECT csto_normalize('أحمد')"), "احمد") ? "not ok"
                                                                   : "ok");
  sqlite3_close(db);
  return 0;
}
