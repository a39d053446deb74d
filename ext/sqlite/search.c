/* search.c - SQL functions of search: csto_query, csto_stem, csto_tokens,
** and what is registered with FTS5.
**
**   SELECT csto_query('"مجلس الأمن" -ليبيا');
**   SELECT token, stem, prefix, suffix, rule FROM csto_tokens('وبكتابهم');
*/
#include <string.h>
#include "base/rc.h"
#include "morph/index.h"
#include "morph/query.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "sqlite/tokenizer.h"
#include "text/fold.h"
#include "text/utf8.h"

/* csto_query(text [, mode]) */
void csto_fn_query(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n, nmode;
  const char *mode, *s = csto_arg_text(argv[0], &n);
  csto_buf b;
  int m = CSTO_Q_DEFAULT;
  if (!s) {
    if (n) sqlite3_result_error_nomem(ctx);
    return;
  }
  csto_buf_init(&b);
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL) {
    mode = csto_arg_text(argv[1], &nmode);
    if (!mode) {
      sqlite3_result_error_nomem(ctx);
      return;
    }
    m = csto_query_mode_of(mode, nmode);
    if (m < 0) {
      csto_buf_printf(&b, "mode '%s' is not default, exact, variants or any",
                      mode);
      csto_result_error(ctx, "csto_query", b.rc ? b.rc : CSTO_ARG, b.data);
      csto_buf_free(&b);
      return;
    }
  }
  b.rc = csto_query_build(s, n, (csto_query_mode)m, &b);
  csto_result_buf(ctx, "csto_query", &b);
}

/* csto_stem(word): of a text of several words, the first one's. */
void csto_fn_stem(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n, at = 0;
  const char *s = csto_fn_text(ctx, argv[0], &n);
  csto_wordclass classes;
  csto_word w;
  csto_stem stem;
  csto_buf b;
  (void)argc;
  if (!s) return;
  csto_buf_init(&b);
  csto_wordclass_init(&classes);
  if (csto_word_next(&classes, s, n, &at, &w)) {
    csto_fold(&b, s + w.start, w.end - w.start);
    if (!b.rc && b.size && w.cls == CSTO_C_ARABIC) {
      csto_stem_word(b.data, b.size, &stem);
      if (stem.n) {
        csto_buf_clear(&b);
        csto_buf_add(&b, stem.text, stem.n);
      }
    }
  }
  csto_result_buf(ctx, "csto_stem", &b);
}

static const char *kind_name(const csto_word *w) {
  if (w->mixed) return "mixed";
  switch (w->cls) {
    case CSTO_C_ARABIC: return "word";
    case CSTO_C_DIGIT: return "number";
    case CSTO_C_LATIN: return "latin";
    default: return "other";
  }
}

/* The cells of one word. */
static int token_row(csto_rows *r, const char *s, const csto_word *w,
                     csto_charpos *at, csto_buf *b) {
  csto_cell *c = csto_rows_add(r);
  csto_stem stem;
  const char *norm;
  size_t n;
  if (!c) return CSTO_NOMEM;
  csto_buf_clear(b);
  csto_fold(b, s + w->start, w->end - w->start);
  n = b->size;
  norm = csto_arena_str(&r->arena, b->data ? b->data : "", n);
  if (b->rc || !norm) return CSTO_NOMEM;
  csto_cell_text(&c[0], norm, n);
  csto_cell_text(&c[1], s + w->start, w->end - w->start);
  csto_cells_place(&c[2], at, w->start, w->end);
  csto_cell_str(&c[4], kind_name(w));
  if (w->cls != CSTO_C_ARABIC) {
    csto_cell_text(&c[6], norm, n);
    csto_cell_str(&c[8], "folded");
    return CSTO_OK;
  }
  csto_stem_word(norm, n, &stem);
  csto_cell_text(&c[5], norm, stem.prefix);
  csto_cell_text(&c[7], norm + n - stem.suffix, stem.suffix);
  csto_cell_text(&c[6], norm, n);
  if (stem.n) {
    const char *t = csto_arena_str(&r->arena, stem.text, stem.n);
    if (!t) return CSTO_NOMEM;
    csto_cell_text(&c[6], t, stem.n);
  }
  csto_cell_str(&c[8], stem.rule);
  return CSTO_OK;
}

/* token, text, start, length, kind, prefix, stem, suffix, rule */
int csto_rows_tokens(csto_conn *conn, int argc, sqlite3_value **argv,
                     csto_rows *r) {
  size_t n, at = 0;
  const char *s = csto_arg_text(argv[0], &n);
  csto_wordclass classes;
  csto_charpos pos;
  csto_word w;
  csto_buf b;
  int rc = CSTO_OK;
  (void)conn;
  (void)argc;
  if (!s) return n ? CSTO_NOMEM : CSTO_OK;
  s = csto_arena_str(&r->arena, s, n);
  if (!s) return CSTO_NOMEM;
  csto_buf_init(&b);
  csto_wordclass_init(&classes);
  csto_charpos_init(&pos, s, n);
  while (rc == CSTO_OK && csto_word_next(&classes, s, n, &at, &w))
    rc = token_row(r, s, &w, &pos, &b);
  csto_buf_free(&b);
  return rc;
}

/* ---- FTS5 ---- */

/* The API of this connection's FTS5, or NULL: SQLite without it. */
static fts5_api *fts5_of(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *st = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &st, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step(st);
  sqlite3_finalize(st);
  return api && api->iVersion >= 2 ? api : NULL;
}

int csto_setup_search(sqlite3 *db, csto_conn *conn) {
  fts5_api *api = fts5_of(db);
  int rc;
  if (!api) return SQLITE_OK;
  rc = csto_tokenizer_register(api, conn);
  return rc == SQLITE_OK ? csto_rank_register(api) : rc;
}
