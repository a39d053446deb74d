/* article.c - csto_article: one text that is already in the database; and
** csto_html, which escapes for a report.
**
**   SELECT published, title FROM csto_article(readfile('page.html'));
**   SELECT title FROM docs, csto_article(docs.page, docs.name);
**
** A blob is decoded as a file's bytes are; a text is UTF-8.  The second
** argument, a path, tells by its ending whether the text may hold several
** articles (.jsonl, .rss, ...), which then are path#1, path#2, ...  Where
** only path, size and hash are asked for, the text of one page is not read.
*/
#include <stdio.h>
#include <string.h>
#include "article/article.h"
#include "base/hash.h"
#include "base/rc.h"
#include "sqlite/article_columns.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "text/utf8.h"

static void cell(csto_rows *r, csto_cell *c, int col, csto_str s) {
  if (!s.s) return;
  csto_cell_text(&c[col], csto_arena_str(&r->arena, s.s, s.n), s.n);
}

static void constant(csto_cell *c, int col, const char *s) {
  if (s) csto_cell_str(&c[col], s);
}

static void path_cell(csto_rows *r, csto_cell *c, const char *path, size_t n,
                      int many, int item) {
  char num[24];
  size_t k = 0;
  char *to;
  if (!path) return;
  if (many) k = (size_t)snprintf(num, sizeof num, "#%d", item);
  to = csto_arena_alloc(&r->arena, n + k + 1);
  if (!to) return;
  memcpy(to, path, n);
  memcpy(to + n, num, k);
  to[n + k] = 0;
  csto_cell_text(&c[CSTO_A_PATH], to, n + k);
}

static void fill(csto_rows *r, csto_cell *c, const csto_article *a) {
  cell(r, c, CSTO_A_SITE, a->site);
  cell(r, c, CSTO_A_URL, a->url);
  cell(r, c, CSTO_A_AGENCY, a->agency);
  cell(r, c, CSTO_A_AUTHOR, a->author);
  cell(r, c, CSTO_A_PUBLISHED, a->published);
  cell(r, c, CSTO_A_PUBLISHED_TEXT, a->published_text);
  cell(r, c, CSTO_A_UPDATED, a->updated);
  cell(r, c, CSTO_A_TITLE, a->title);
  cell(r, c, CSTO_A_LEAD, a->lead);
  cell(r, c, CSTO_A_BODY, a->body);
  cell(r, c, CSTO_A_CAPTION, a->caption);
  cell(r, c, CSTO_A_CREDIT, a->credit);
  cell(r, c, CSTO_A_LANG, a->lang);
  cell(r, c, CSTO_A_RAW, a->raw);
  cell(r, c, CSTO_A_ERROR, a->error);
  csto_cell_int(&c[CSTO_A_WORDS], csto_article_words(a));
  constant(c, CSTO_A_ENCODING, a->encoding);
  constant(c, CSTO_A_LAYOUT, a->layout);
}

static void hash_cell(csto_rows *r, csto_cell *c, const char *s, size_t n) {
  char hex[20];
  snprintf(hex, sizeof hex, "%016llx",
           (unsigned long long)csto_hash(s, n, 0));
  csto_cell_text(&c[CSTO_A_HASH], csto_arena_str(&r->arena, hex, 16), 16);
}

int csto_rows_article(csto_conn *conn, int argc, sqlite3_value **argv,
                      csto_rows *r) {
  int type = sqlite3_value_type(argv[0]), rc, many, item = 0;
  const char *s, *path = NULL;
  size_t n, npath = 0;
  /* what can be said without reading: only these columns */
  const uint64_t bare = 1ULL << CSTO_A_PATH | 1ULL << CSTO_A_SIZE |
                        1ULL << CSTO_A_HASH;
  const uint64_t all = (1ULL << CSTO_A_COUNT) - 1;
  csto_pages *p;
  csto_article a;
  (void)conn;
  if (type == SQLITE_BLOB) {
    s = sqlite3_value_blob(argv[0]);
    n = (size_t)sqlite3_value_bytes(argv[0]);
    if (!s) s = "";
  } else {
    s = csto_arg_text(argv[0], &n);
    if (!s) return CSTO_NOMEM;
  }
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL) {
    path = csto_arg_text(argv[1], &npath);
    if (!path) return CSTO_NOMEM;
    path = csto_arena_str(&r->arena, path, npath);
    if (!path) return CSTO_NOMEM;
  }
  many = csto_pages_many(path);
  if (!many && !(r->used & all & ~bare)) {
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    path_cell(r, c, path, npath, 0, 1);
    csto_cell_int(&c[CSTO_A_SIZE], (int64_t)n);
    hash_cell(r, c, s, n);
    return CSTO_OK;
  }
  rc = csto_pages_open(&p, s, n, path);
  while (rc == CSTO_OK && (rc = csto_pages_next(p, &a)) == CSTO_OK) {
    csto_cell *c = csto_rows_add(r);
    if (!c) {
      rc = CSTO_NOMEM;
      break;
    }
    item++;
    path_cell(r, c, path, npath, many, item);
    fill(r, c, &a);
    csto_cell_int(&c[CSTO_A_SIZE], (int64_t)n);
    if (item == 1 && !many) hash_cell(r, c, s, n);
    else hash_cell(r, c, a.raw.s ? a.raw.s : "", a.raw.n);
  }
  csto_pages_close(p);
  return rc == CSTO_DONE ? CSTO_OK : rc;
}

/* What stands for a character that a page cannot hold as it is; NULL: itself.
** Characters that neither XML nor HTML allows become U+FFFD. */
static const char *escaped(uint32_t cp, const char *s, size_t len) {
  static const char gone[] = "\xef\xbf\xbd";
  switch (cp) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t': case '\n': case '\r': return NULL;
    case CSTO_BAD: return len == 3 && !memcmp(s, gone, 3) ? NULL : gone;
    case 0xfffe: case 0xffff: return gone;
    default: return cp < 0x20 ? gone : NULL;
  }
}

void csto_fn_html(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n, i, len, from = 0;
  const char *s;
  csto_buf b;
  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL) return;
  s = csto_arg_text(argv[0], &n);
  csto_buf_init(&b);
  if (!s) {
    sqlite3_result_error_nomem(ctx);
    return;
  }
  for (i = 0; i < n; i += len) {
    const unsigned char *p = (const unsigned char *)s + i;
    const char *e = escaped(csto_utf8_get(p, (const unsigned char *)s + n,
                                          &len), s + i, len);
    if (!e) continue;
    csto_buf_add(&b, s + from, i - from);
    csto_buf_puts(&b, e);
    from = i + len;
  }
  csto_buf_add(&b, s + from, n - from);
  csto_result_buf(ctx, "csto_html", &b);
}
