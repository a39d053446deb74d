/* articles.c - csto_articles: a folder of pages as a table.
**
**   SELECT published, site, title FROM csto_articles('news')
**    WHERE published >= '2026-01-01';
**   CREATE VIRTUAL TABLE temp.a USING csto_articles('news', '*.txt');
**
** HOW IT WORKS.  article/folder.c walks, article/pages.c reads.  A file is
** opened when a column asks for what is in it, never before: path, size and
** mtime come from the walk.  Only files of several articles (.jsonl, .rss,
** ...) are opened to be counted, and not even those in a list of files
** (WHERE csto_whole = 1, a hidden column): there each file is one row, named
** without a number, by which sql/scan.sql sees what has not changed.  One
** article is in memory at a time.
**
** Plan bits (idxNum), in the order of xFilter's arguments:
**   1 folder, 2 pattern, 4 path = ?, 8 path GLOB ?, 32 csto_whole = ?;
**   16: sizes are wanted
**
** Rationale for DIRECTONLY: it reads files, so no view, trigger or schema of
** a foreign database may call it.
*/
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "article/article.h"
#include "article/folder.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/rc.h"
#include "sqlite/article_columns.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"

enum { COL_DIR = CSTO_A_COUNT, COL_PATTERN, COL_WHOLE };
enum { P_DIR = 1, P_PATTERN = 2, P_ONLY = 4, P_GLOB = 8, P_STATS = 16,
       P_WHOLE = 32 };

/* What a file may hold and still be read, in bytes. */
#define MOST_ONE ((int64_t)128 << 20)

typedef struct table {
  sqlite3_vtab base;
  char *dir, *pattern;      /* given when the table was created, or NULL */
} table;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  csto_folder *folder;
  csto_entry e;
  char *dir, *pattern;      /* for the hidden columns */
  int eof, many;
  int whole;                /* each file is one row */
  int lines;                /* a large file read line by line */
  int loaded;               /* content: 0 not read, 1 read, 2 parsed */
  int data_ok;              /* the file's bytes are in data */
  int item;                 /* number in a file of several, from 1 */
  csto_buf data, path, failed;
  csto_pages *pages;        /* of the file, or NULL: kept in spare */
  csto_pages *spare;
  csto_article a;
} cursor;

static char *unquote(const char *s) {
  size_t n = strlen(s), i, k = 0;
  char *out, q = 0;
  while (n && (*s == ' ' || *s == '\t' || *s == '\n')) s++, n--;
  while (n && (s[n - 1] == ' ' || s[n - 1] == '\t' || s[n - 1] == '\n')) n--;
  out = sqlite3_malloc64(n + 1);
  if (!out) return NULL;
  if (n >= 2 && (s[0] == '\'' || s[0] == '"') && s[n - 1] == s[0]) {
    q = s[0];
    s++;
    n -= 2;
  }
  for (i = 0; i < n; i++) {
    if (q && s[i] == q && i + 1 < n && s[i + 1] == q) i++;
    out[k++] = s[i];
  }
  out[k] = 0;
  return out;
}

static int disconnect(sqlite3_vtab *v) {
  table *t = (table *)v;
  sqlite3_free(t->dir);
  sqlite3_free(t->pattern);
  sqlite3_free(t);
  return SQLITE_OK;
}

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv,
                   sqlite3_vtab **out, char **err) {
  table *t;
  int rc;
  (void)aux;
  *out = NULL;
  if (argc > 5) {
    *err = sqlite3_mprintf("csto_articles: a folder and a pattern are "
                           "expected, not %d arguments", argc - 3);
    return SQLITE_ERROR;
  }
  rc = sqlite3_declare_vtab(db, "CREATE TABLE x(" CSTO_ARTICLE_COLUMNS
                            ", csto_dir HIDDEN, csto_pattern HIDDEN"
                            ", csto_whole HIDDEN)");
  if (rc != SQLITE_OK) return rc;
  sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
  t = sqlite3_malloc64(sizeof *t);
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  if (argc > 3) t->dir = unquote(argv[3]);
  if (argc > 4) t->pattern = unquote(argv[4]);
  if ((argc > 3 && !t->dir) || (argc > 4 && !t->pattern)) {
    disconnect(&t->base);
    return SQLITE_NOMEM;
  }
  *out = &t->base;
  return SQLITE_OK;
}

static int best_index(sqlite3_vtab *v, sqlite3_index_info *x) {
  table *t = (table *)v;
  static const struct { int col, op, bit; } wanted[] = {
    {COL_DIR, SQLITE_INDEX_CONSTRAINT_EQ, P_DIR},
    {COL_PATTERN, SQLITE_INDEX_CONSTRAINT_EQ, P_PATTERN},
    {CSTO_A_PATH, SQLITE_INDEX_CONSTRAINT_EQ, P_ONLY},
    {CSTO_A_PATH, SQLITE_INDEX_CONSTRAINT_GLOB, P_GLOB},
    {COL_WHOLE, SQLITE_INDEX_CONSTRAINT_EQ, P_WHOLE},
  };
  const uint64_t sized = (1ULL << CSTO_A_SIZE) | (1ULL << CSTO_A_MTIME) |
                         (1ULL << CSTO_A_ERROR);
  const uint64_t free_of_content = (1ULL << CSTO_A_PATH) |
      (1ULL << CSTO_A_SIZE) | (1ULL << CSTO_A_MTIME) | (1ULL << COL_DIR) |
      (1ULL << COL_PATTERN) | (1ULL << COL_WHOLE);
  int i, bits = 0, arg = 0;
  size_t k;
  for (k = 0; k < sizeof wanted / sizeof *wanted; k++) {
    for (i = 0; i < x->nConstraint; i++) {
      const struct sqlite3_index_constraint *c = &x->aConstraint[i];
      if (c->iColumn != wanted[k].col || c->op != wanted[k].op) continue;
      if (!c->usable) {
        if (c->iColumn >= COL_DIR) return SQLITE_CONSTRAINT;
        continue;
      }
      x->aConstraintUsage[i].argvIndex = ++arg;
      x->aConstraintUsage[i].omit = c->iColumn >= COL_DIR;
      bits |= wanted[k].bit;
      break;
    }
  }
  if (x->colUsed & sized) bits |= P_STATS;

  x->idxNum = bits;
  x->estimatedRows = bits & P_ONLY ? 1 : bits & P_GLOB ? 1000 : 100000;
  x->estimatedCost = bits & P_ONLY ? 10 : bits & P_GLOB ? 2e4 : 2e6;
  if (x->colUsed & ~free_of_content) x->estimatedCost *= 20;
  /* an OR of paths is planned without the folder: never the best plan; a
  ** call that gives no folder at all fails in xFilter */
  if (!(bits & P_DIR) && !t->dir) x->estimatedCost = 1e99;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *v, sqlite3_vtab_cursor **out) {
  cursor *c = sqlite3_malloc64(sizeof *c);
  (void)v;
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  csto_buf_init(&c->data);
  csto_buf_init(&c->path);
  csto_buf_init(&c->failed);
  *out = &c->base;
  return SQLITE_OK;
}

/* The pages are done with; their memory serves the next file. */
static void done(cursor *c) {
  if (!c->pages) return;
  c->spare = c->pages;
  c->pages = NULL;
}

static int open_pages(cursor *c, const char *s, size_t n, const char *path) {
  int rc;
  done(c);
  if (!c->spare) return csto_pages_open(&c->pages, s, n, path);
  rc = csto_pages_reopen(c->spare, s, n, path);
  if (rc != CSTO_OK) return rc;
  c->pages = c->spare;
  c->spare = NULL;
  return CSTO_OK;
}

static void reset(cursor *c) {
  done(c);
  csto_pages_close(c->spare);
  c->spare = NULL;
  csto_folder_close(c->folder);
  c->folder = NULL;
  sqlite3_free(c->dir);
  sqlite3_free(c->pattern);
  c->dir = c->pattern = NULL;
  c->loaded = c->item = c->many = c->lines = 0;
}

static int close_cursor(sqlite3_vtab_cursor *v) {
  cursor *c = (cursor *)v;
  reset(c);
  csto_buf_free(&c->data);
  csto_buf_free(&c->path);
  csto_buf_free(&c->failed);
  sqlite3_free(c);
  return SQLITE_OK;
}

/* Reads the file of the entry.  CSTO_OK also where it cannot be read: then
** a.error says why. */
static int load(cursor *c) {
  const char *why;
  int rc;
  c->loaded = 1;
  c->data_ok = 0;
  memset(&c->a, 0, sizeof c->a);
  done(c);
  if (c->e.error) {
    c->a.error.s = c->e.error;
    c->a.error.n = strlen(c->e.error);
    return CSTO_OK;
  }
  rc = csto_folder_read(c->folder, &c->data, MOST_ONE, &why);
  if (rc == CSTO_IO) {
    csto_buf_clear(&c->failed);
    csto_buf_puts(&c->failed, why ? why : "cannot be read");
    csto_buf_clear(&c->data);
    if (c->failed.rc) return CSTO_NOMEM;
    c->a.error.s = c->failed.data;
    c->a.error.n = c->failed.size;
    return CSTO_OK;
  }
  if (rc != CSTO_OK) return rc;
  c->data_ok = rc == CSTO_OK;
  return rc;
}

/* JSON lines of a file too large to be read at once. */
static int by_lines(const cursor *c) {
  size_t n = strlen(c->e.path);
  return c->many && !c->e.error && c->e.size > MOST_ONE && n > 6 &&
         (!strcmp(c->e.path + n - 6, ".jsonl") ||
          !strcmp(c->e.path + n - 7, ".ndjson"));
}

/* The next line of it: CSTO_OK, CSTO_DONE, CSTO_NOMEM. */
static int next_line(cursor *c) {
  const char *s, *why;
  size_t n;
  int rc = csto_folder_line(c->folder, MOST_ONE, &s, &n, &why);
  done(c);
  memset(&c->a, 0, sizeof c->a);
  c->loaded = 2;
  if (why) {
    c->data_ok = 0;
    c->a.error.s = why;
    c->a.error.n = strlen(why);
    if (rc == CSTO_IO) c->lines = 2;     /* the last row of the file */
    return CSTO_OK;
  }
  if (rc != CSTO_OK) return rc;
  c->data_ok = 1;
  rc = open_pages(c, s, n, "line.jsonl");
  if (rc == CSTO_OK) rc = csto_pages_next(c->pages, &c->a);
  return rc == CSTO_DONE ? CSTO_OK : rc;
}

/* Reads what is behind the file's bytes. */
static int parse(cursor *c) {
  int rc = CSTO_OK;
  if (!c->loaded) rc = load(c);
  if (rc != CSTO_OK || c->loaded == 2) return rc;
  c->loaded = 2;
  if (c->data_ok) {
    rc = open_pages(c, c->data.data ? c->data.data : "", c->data.size,
                    c->e.path);
    if (rc == CSTO_OK) rc = csto_pages_next(c->pages, &c->a);
  }
  return rc == CSTO_DONE ? CSTO_OK : rc;
}

static int next(sqlite3_vtab_cursor *v) {
  cursor *c = (cursor *)v;
  int rc;
  if (c->many && (c->pages || c->lines == 1)) {
    rc = c->lines == 1 ? next_line(c) : c->lines == 2 ? CSTO_DONE
         : csto_pages_next(c->pages, &c->a);
    if (rc == CSTO_OK) {
      c->item++;
      return SQLITE_OK;
    }
    if (rc != CSTO_DONE) return csto_sqlite_rc(rc);
  }
  do {
    done(c);
    c->loaded = c->item = c->lines = 0;
    rc = csto_folder_next(c->folder, &c->e);
    if (rc == CSTO_DONE) {
      c->eof = 1;
      return SQLITE_OK;
    }
    if (rc != CSTO_OK) return csto_sqlite_rc(rc);
    c->many = csto_pages_many(c->e.path);
    if (!c->many || c->whole) {
      c->many = 0;
      return SQLITE_OK;
    }
    if (c->e.size < 0 && !c->e.error) csto_folder_stat(c->folder, &c->e);
    c->lines = by_lines(c);
    rc = c->lines ? next_line(c) : parse(c);
    if (c->pages || c->lines) c->item = 1;
    else c->many = 0;
  } while (rc == CSTO_DONE);             /* a file of empty lines */
  return csto_sqlite_rc(rc);
}

/* The file of "feed.rss#3". */
static char *file_of(const char *path) {
  char *copy = sqlite3_mprintf("%s", path), *hash;
  if (copy && (hash = strrchr(copy, '#')) != NULL && hash[1] &&
      strspn(hash + 1, "0123456789") == strlen(hash + 1)) {
    *hash = 0;
    if (!csto_pages_many(copy)) *hash = '#';
  }
  return copy;
}

static int no_folder(sqlite3_vtab *t) {
  sqlite3_free(t->zErrMsg);
  t->zErrMsg = sqlite3_mprintf("csto_articles: a folder is expected");
  return t->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

static int filter(sqlite3_vtab_cursor *v, int bits, const char *str, int argc,
                  sqlite3_value **argv) {
  cursor *c = (cursor *)v;
  table *t = (table *)v->pVtab;
  const char *dir = t->dir, *pattern = t->pattern;
  char *only = NULL, *begin = NULL;
  csto_buf err;
  int i = 0, rc, none = 0;
  (void)str;
  (void)argc;
  reset(c);
  c->eof = 0;
  if (!(bits & P_DIR) && !dir) return no_folder(v->pVtab);
  if (bits & P_DIR) dir = (const char *)sqlite3_value_text(argv[i++]);
  if (bits & P_PATTERN) {
    const char *p = (const char *)sqlite3_value_text(argv[i]);
    if (sqlite3_value_type(argv[i++]) != SQLITE_NULL) pattern = p;
  }
  if (bits & P_ONLY) {
    if (sqlite3_value_type(argv[i]) == SQLITE_NULL) none = 1;
    else if (!(only = file_of((const char *)sqlite3_value_text(argv[i]))))
      return SQLITE_NOMEM;
    i++;
  }
  if ((bits & P_GLOB) && !only) {
    const char *g = (const char *)sqlite3_value_text(argv[i++]);
    size_t k;
    if (!g) none = 1;
    else {
      k = strcspn(g, "*?[#");
      begin = sqlite3_mprintf("%.*s", (int)k, g);
      if (!begin) return SQLITE_NOMEM;
    }
  }
  c->whole = 0;
  if (bits & P_WHOLE) {
    if (bits & P_GLOB && only) i++;
    c->whole = sqlite3_value_int(argv[i]) != 0;
  }
  if (dir && !*dir) {
    sqlite3_free(only);
    sqlite3_free(begin);
    return no_folder(v->pVtab);
  }
  if (!dir || none) {        /* NULL: no rows */
    c->eof = 1;
    sqlite3_free(only);
    sqlite3_free(begin);
    return SQLITE_OK;
  }
  c->dir = sqlite3_mprintf("%s", dir);
  c->pattern = pattern ? sqlite3_mprintf("%s", pattern) : NULL;
  csto_buf_init(&err);
  rc = csto_folder_open(&c->folder, dir, pattern, only, begin,
                        (bits & P_STATS) != 0, &err);
  sqlite3_free(only);
  sqlite3_free(begin);
  if (rc == CSTO_IO) {
    sqlite3_free(v->pVtab->zErrMsg);
    v->pVtab->zErrMsg = sqlite3_mprintf("csto_articles: %s",
                                        err.data ? err.data : "no folder");
    csto_buf_free(&err);
    return SQLITE_ERROR;
  }
  csto_buf_free(&err);
  if (rc != CSTO_OK) return csto_sqlite_rc(rc);
  return next(v);
}

static int eof(sqlite3_vtab_cursor *v) { return ((cursor *)v)->eof; }

/* The row's path: the file's, with the number of the article. */
static const char *row_path(cursor *c, size_t *n) {
  csto_buf_clear(&c->path);
  csto_buf_puts(&c->path, c->e.path);
  if (c->many && c->item) csto_buf_printf(&c->path, "#%d", c->item);
  *n = c->path.size;
  return c->path.rc ? NULL : c->path.data;
}

static void text(sqlite3_context *ctx, csto_str s) {
  if (s.s)
    sqlite3_result_text64(ctx, s.s, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void constant(sqlite3_context *ctx, const char *s) {
  if (s) sqlite3_result_text(ctx, s, -1, SQLITE_STATIC);
}

static void iso_time(sqlite3_context *ctx, int64_t t, uint32_t ns) {
  char buf[64];
  struct tm tm;
  time_t tt = (time_t)t;
  if (!gmtime_r(&tt, &tm)) return;
  snprintf(buf, sizeof buf, "%04d-%02d-%02dT%02d:%02d:%02d.%03uZ",
           tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
           tm.tm_min, tm.tm_sec, (unsigned)(ns / 1000000u % 1000u));
  sqlite3_result_text(ctx, buf, -1, SQLITE_TRANSIENT);
}

static void hash(sqlite3_context *ctx, cursor *c) {
  char hex[20];
  uint64_t h;
  if (!c->data_ok) return;
  if (c->many) h = csto_hash(c->a.raw.s ? c->a.raw.s : "", c->a.raw.n, 0);
  else h = csto_hash(c->data.data ? c->data.data : "", c->data.size, 0);
  snprintf(hex, sizeof hex, "%016llx", (unsigned long long)h);
  sqlite3_result_text(ctx, hex, 16, SQLITE_TRANSIENT);
}

static int content(sqlite3_context *ctx, cursor *c, int col) {
  int rc = col == CSTO_A_HASH && c->loaded ? CSTO_OK
           : col == CSTO_A_HASH ? load(c) : parse(c);
  if (rc != CSTO_OK) return csto_sqlite_rc(rc);
  switch (col) {
    case CSTO_A_SITE: text(ctx, c->a.site); break;
    case CSTO_A_URL: text(ctx, c->a.url); break;
    case CSTO_A_AGENCY: text(ctx, c->a.agency); break;
    case CSTO_A_AUTHOR: text(ctx, c->a.author); break;
    case CSTO_A_PUBLISHED: text(ctx, c->a.published); break;
    case CSTO_A_PUBLISHED_TEXT: text(ctx, c->a.published_text); break;
    case CSTO_A_UPDATED: text(ctx, c->a.updated); break;
    case CSTO_A_TITLE: text(ctx, c->a.title); break;
    case CSTO_A_LEAD: text(ctx, c->a.lead); break;
    case CSTO_A_BODY: text(ctx, c->a.body); break;
    case CSTO_A_CAPTION: text(ctx, c->a.caption); break;
    case CSTO_A_CREDIT: text(ctx, c->a.credit); break;
    case CSTO_A_LANG: text(ctx, c->a.lang); break;
    case CSTO_A_RAW: text(ctx, c->a.raw); break;
    case CSTO_A_ERROR: text(ctx, c->a.error); break;
    case CSTO_A_ENCODING: constant(ctx, c->a.encoding); break;
    case CSTO_A_LAYOUT: constant(ctx, c->a.layout); break;
    case CSTO_A_HASH: hash(ctx, c); break;
    case CSTO_A_WORDS:
      if (c->pages) sqlite3_result_int64(ctx, csto_article_words(&c->a));
      break;
    default: break;
  }
  return SQLITE_OK;
}

static int column(sqlite3_vtab_cursor *v, sqlite3_context *ctx, int col) {
  cursor *c = (cursor *)v;
  size_t n;
  const char *s;
  switch (col) {
    case CSTO_A_PATH:
      s = row_path(c, &n);
      if (!s) return SQLITE_NOMEM;
      sqlite3_result_text64(ctx, s, n, SQLITE_TRANSIENT, SQLITE_UTF8);
      return SQLITE_OK;
    case CSTO_A_SIZE:
      if (c->e.size >= 0) sqlite3_result_int64(ctx, c->e.size);
      return SQLITE_OK;
    case CSTO_A_MTIME:
      if (c->e.size >= 0) iso_time(ctx, c->e.mtime, c->e.mtime_ns);
      return SQLITE_OK;
    case COL_DIR:
      if (c->dir) sqlite3_result_text(ctx, c->dir, -1, SQLITE_TRANSIENT);
      return SQLITE_OK;
    case COL_WHOLE:
      sqlite3_result_int(ctx, c->whole);
      return SQLITE_OK;
    case COL_PATTERN:
      if (c->pattern)
        sqlite3_result_text(ctx, c->pattern, -1, SQLITE_TRANSIENT);
      return SQLITE_OK;
    default:
      return content(ctx, c, col);
  }
}

static int rowid(sqlite3_vtab_cursor *v, sqlite3_int64 *id) {
  size_t n;
  const char *s = row_path((cursor *)v, &n);
  if (!s) return SQLITE_NOMEM;
  *id = (sqlite3_int64)(csto_hash(s, n, 0) >> 1);
  return SQLITE_OK;
}

static const sqlite3_module module = {
    .iVersion = 0,
    .xCreate = connect,
    .xConnect = connect,
    .xBestIndex = best_index,
    .xDisconnect = disconnect,
    .xDestroy = disconnect,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next,
    .xEof = eof,
    .xColumn = column,
    .xRowid = rowid,
};

int csto_setup_articles(sqlite3 *db, csto_conn *conn) {
  (void)conn;
  return sqlite3_create_module_v2(db, "csto_articles", &module, NULL, NULL);
}
