/* fault.c - fails the N-th allocation, for every N, in each statement.
**
**   fault build/csto statements.sql
**
** The program gives SQLite an allocator that counts and can fail; the module
** allocates through SQLite, so its allocations are counted too.  For each
** statement the answer without failures is kept; then allocation 1, 2, 3 ...
** fails, once, until a run needs no more of them.  A run must end with an
** out-of-memory error or with the right answer, and leave nothing allocated.
** Statements whose line begins with "-- setup" run before, without failures.
*/
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long outstanding, calls, fail_at;

static int failing(void) { return ++calls == fail_at; }

static void *f_malloc(int n) {
  size_t *p;
  if (failing()) return NULL;
  p = malloc((size_t)n + 16);
  if (!p) return NULL;
  p[0] = (size_t)n;
  outstanding++;
  return (char *)p + 16;
}

static void f_free(void *p) {
  if (!p) return;
  outstanding--;
  free((char *)p - 16);
}

static void *f_realloc(void *p, int n) {
  size_t *q;
  if (!p) return f_malloc(n);
  if (failing()) return NULL;
  q = realloc((char *)p - 16, (size_t)n + 16);
  if (!q) return NULL;
  q[0] = (size_t)n;
  return (char *)q + 16;
}

static int f_size(void *p) { return p ? (int)*(size_t *)((char *)p - 16) : 0; }
static int f_roundup(int n) { return (n + 7) & ~7; }
static int f_init(void *p) { (void)p; return SQLITE_OK; }
static void f_shutdown(void *p) { (void)p; }

static char *answer;      /* what the last run printed */
static size_t nanswer, capanswer;

static void say(const char *s) {
  size_t n = strlen(s) + 1;
  if (nanswer + n > capanswer) {
    capanswer = (nanswer + n) * 2;
    answer = realloc(answer, capanswer);
    if (!answer) exit(2);
  }
  memcpy(answer + nanswer, s, n);
  nanswer += n - 1;
}

static int run(sqlite3 *db, const char *sql) {
  sqlite3_stmt *s = NULL;
  int rc, i;
  nanswer = 0;
  say("");
  while (*sql) {
    rc = sqlite3_prepare_v2(db, sql, -1, &s, &sql);
    if (rc != SQLITE_OK) break;
    if (!s) continue;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
      for (i = 0; i < sqlite3_column_count(s); i++) {
        const char *z = (const char *)sqlite3_column_text(s, i);
        if (!z && sqlite3_column_type(s, i) != SQLITE_NULL) {
          sqlite3_finalize(s);
          return SQLITE_NOMEM;
        }
        say(z ? z : "NULL");
        say("|");
      }
      say("\n");
    }
    rc = sqlite3_finalize(s);
    if (rc != SQLITE_OK) break;
  }
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static sqlite3 *open_db(const char *ext, const char *setup) {
  sqlite3 *db;
  char *err = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) exit(2);
  sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
  sqlite3_enable_load_extension(db, 1);
  if (sqlite3_load_extension(db, ext, NULL, &err) != SQLITE_OK) {
    fprintf(stderr, "fault: %s\n", err);
    exit(2);
  }
  if (setup[0] && run(db, setup) != SQLITE_OK) {
    fprintf(stderr, "fault: setup: %s\n", sqlite3_errmsg(db));
    exit(2);
  }
  return db;
}

static int is_nomem(int rc) {
  return (rc & 0xff) == SQLITE_NOMEM || (rc & 0xff) == SQLITE_IOERR;
}

static int number, failed;

static void verdict(int ok, const char *sql, const char *why, long n) {
  number++;
  if (!ok) failed++;
  printf("%s %d - %.60s", ok ? "ok" : "not ok", number, sql);
  if (ok) printf(" (%ld failures)\n", n);
  else printf(": %s at allocation %ld\n", why, n);
}

static void one(const char *ext, const char *setup, const char *sql) {
  char *want;
  long n, base, step = 1;
  const char *why = NULL;
  sqlite3 *db = open_db(ext, setup);
  if (run(db, sql) != SQLITE_OK) {
    verdict(0, sql, sqlite3_errmsg(db), 0);
    sqlite3_close(db);
    return;
  }
  want = strdup(answer);
  sqlite3_close(db);
  base = outstanding;
  for (n = 1; !why && n < 200000; n += step) {
    int rc, reached;
    db = open_db(ext, setup);
    calls = 0;
    fail_at = n;
    rc = run(db, sql);
    reached = calls >= n;
    fail_at = 0;
    if (rc != SQLITE_OK && !is_nomem(rc)) why = sqlite3_errmsg(db);
    else if (rc == SQLITE_OK && strcmp(answer, want)) why = "wrong answer";
    if (why) printf("# %d %s\n", rc, sqlite3_errmsg(db));
    sqlite3_close(db);
    if (!why && outstanding != base) why = "memory left";
    if (!reached) break;
    if (n >= 2000) step = 7;       /* long statements: every seventh */
  }
  verdict(!why, sql, why, n);
  free(want);
}

static void loading(const char *ext) {
  long n;
  const char *why = NULL;
  for (n = 1; !why && n < 100000; n++) {
    sqlite3 *db;
    long before;
    int rc, reached;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK) exit(2);
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
    sqlite3_enable_load_extension(db, 1);
    before = outstanding;
    (void)before;
    calls = 0;
    fail_at = n;
    rc = sqlite3_load_extension(db, ext, NULL, NULL);
    reached = calls >= n;
    fail_at = 0;
    if (rc == SQLITE_OK && reached &&
        run(db, "SELECT csto_normalize('a')") != SQLITE_OK)
      why = "loaded but does not answer";
    sqlite3_close(db);
    if (!reached) break;
  }
  if (!why && outstanding != 0) {
    static char left[64];
    (void)snprintf(left, sizeof left, "%ld allocations left", outstanding);
    why = left;
  }
  verdict(!why, "loading", why, n);
}

int main(int argc, char **argv) {
  static const sqlite3_mem_methods methods = {
      f_malloc, f_free, f_realloc, f_size, f_roundup, f_init, f_shutdown, NULL};
  static char setup[65536], line[16384];
  FILE *f;
  if (argc != 3 || !(f = fopen(argv[2], "r"))) return 2;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_initialize();
  outstanding = 0;
  loading(argv[1]);
  while (fgets(line, sizeof line, f)) {
    line[strcspn(line, "\n")] = 0;
    if (!strncmp(line, "-- setup ", 9)) {
      strncat(setup, line + 9, sizeof setup - strlen(setup) - 1);
    } else if (line[0] && strncmp(line, "--", 2)) {
      one(argv[1], setup, line);
      fflush(stdout);
    }
  }
  fclose(f);
  printf("1..%d\n", number);
  return failed ? 1 : 0;
}
