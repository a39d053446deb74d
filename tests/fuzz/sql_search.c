/* sql_search.c - fuzzes the module inside SQLite: a text is indexed by the
** tokenizer, asked for through csto_query in every mode, ranked and marked.
** What stands before the first newline is the question, the rest the text.
** No question may be an error, marks must leave the text as it is, and the
** text must be found by its own first word.
*/
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int sqlite3_csto_init(sqlite3 *db, char **err, const void *api);

static void require(int c) { if (!c) abort(); }

static sqlite3 *open_db(void) {
  sqlite3 *db;
  char *err = NULL;
  require(sqlite3_open(":memory:", &db) == SQLITE_OK);
  require(sqlite3_csto_init(db, &err, NULL) == SQLITE_OK);
  require(sqlite3_exec(db, "CREATE VIRTUAL TABLE f USING "
                           "fts5(b, tokenize = 'csto')",
                       NULL, NULL, NULL) == SQLITE_OK);
  return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql, const char *s,
                             size_t n) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
  if (rc != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    abort();
  }
  sqlite3_bind_text(st, 1, s, (int)n, SQLITE_TRANSIENT);
  return st;
}

static void done(sqlite3 *db, sqlite3_stmt *st) {
  int rc;
  while ((rc = sqlite3_step(st)) == SQLITE_ROW)
    if (sqlite3_column_type(st, 0) == SQLITE_INTEGER)
      require(sqlite3_column_int(st, 0) == 1);
  if (rc != SQLITE_DONE) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    abort();
  }
  sqlite3_finalize(st);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static sqlite3 *db;
  static const char *const asked[] = {
    "SELECT highlight(f, 0, '', '') = b, snippet(f, 0, '[', ']', '...', 9) "
    "FROM f WHERE f MATCH csto_query(?1) ORDER BY csto_rank(f)",
    "SELECT highlight(f, 0, '', '') = b FROM f "
    "WHERE f MATCH csto_query(?1, 'exact')",
    "SELECT highlight(f, 0, '', '') = b FROM f "
    "WHERE f MATCH csto_query(?1, 'variants')",
    "SELECT highlight(f, 0, '', '') = b FROM f "
    "WHERE f MATCH csto_query(?1, 'any') ORDER BY csto_rank(f)"};
  const uint8_t *cut = size ? memchr(data, '\n', size) : NULL;
  const char *q = (const char *)data;
  size_t nq = cut ? (size_t)(cut - data) : size, i;
  const char *s = cut ? q + nq + 1 : "";
  size_t n = cut ? size - nq - 1 : 0;
  /* a text that holds NUL is shown up to it */
  if (n && memchr(s, 0, n)) n = (size_t)((const char *)memchr(s, 0, n) - s);
  if (!db) db = open_db();
  done(db, prepare(db, "DELETE FROM f", "", 0));
  done(db, prepare(db, "INSERT INTO f(rowid, b) VALUES(1, ?1)", s, n));
  for (i = 0; i < sizeof asked / sizeof *asked; i++)
    done(db, prepare(db, asked[i], q, nq));
  done(db, prepare(db,
    "SELECT count(*) = 1 FROM (SELECT '\"' || text || '\"' AS w "
    "FROM csto_tokens(?1) LIMIT 1) JOIN f ON f MATCH "
    "CASE csto_query(w) WHEN '\"\"' THEN csto_query('x') "
    "ELSE csto_query(w) END HAVING csto_query(w) <> '\"\"'", s, n));
  return 0;
}
