/* shape.c - one name, two shapes; see shape.h.
**
**   SELECT text, value FROM csto_dates('في 5 مايو 2020');
**   SELECT csto_dates('في 5 مايو 2020') ->> '$[0].value';
**
** HOW IT WORKS.  The table function's hidden columns stand behind the visible
** ones, in the order of the arguments.  xBestIndex takes each usable equality
** on a hidden column; bit i of idxNum says that argument i is given, and the
** values come to xFilter in argument order; the columns that are used stand
** above in the same number.  xFilter runs the row function once and keeps all
** rows; they hold their own text.
*/
#include "sqlite/shape.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/rc.h"
#include "sqlite/bridge.h"
#include <string.h>

#define MAXARG 8
#define MAXUSED 23      /* columns from here on count as used */

/* ---- rows ---- */

csto_cell *csto_rows_add(csto_rows *r) {
  csto_cell *c;
  if (r->nrow >= r->cap) {
    size_t cap = r->cap ? r->cap * 2 : 16;
    c = csto_realloc(r->cells, cap * r->ncol * sizeof *c);
    if (!c) {
      r->arena.rc = CSTO_NOMEM;
      return NULL;
    }
    r->cells = c;
    r->cap = cap;
  }
  c = r->cells + r->nrow++ * r->ncol;
  memset(c, 0, r->ncol * sizeof *c);
  return c;
}

void csto_cell_text(csto_cell *c, const char *s, size_t n) {
  c->type = s ? CSTO_TEXT : CSTO_NULL;
  c->s = s;
  c->n = (uint32_t)n;
}

void csto_cell_str(csto_cell *c, const char *s) {
  csto_cell_text(c, s, s ? strlen(s) : 0);
}

void csto_cell_int(csto_cell *c, int64_t v) {
  c->type = CSTO_INT;
  c->i = v;
}

void csto_cell_real(csto_cell *c, double v) {
  c->type = CSTO_REAL;
  c->r = v;
}

void csto_cells_place(csto_cell *c, csto_charpos *at, size_t from,
                      size_t to) {
  csto_cell_int(&c[0], (int64_t)csto_charpos_at(at, from) + 1);
  csto_cell_int(&c[1], (int64_t)csto_utf8_chars(at->s + from, to - from));
}

static size_t count_columns(const char *columns) {
  size_t n = 1;
  for (; *columns; columns++) n += *columns == ',';
  return n;
}

static void rows_free(csto_rows *r) {
  csto_analysis_unref(r->analysis);
  csto_free(r->cells);
  csto_arena_free(&r->arena);
  csto_buf_free(&r->err);
  memset(r, 0, sizeof *r);
}

/* Runs the row function.  rows are to be freed whatever comes back. */
static int rows_fill(const csto_shape *s, csto_conn *conn, int argc,
                     sqlite3_value **argv, uint64_t used, csto_rows *r) {
  int rc;
  memset(r, 0, sizeof *r);
  r->used = used;
  csto_arena_init(&r->arena);
  csto_buf_init(&r->err);
  r->ncol = count_columns(s->columns);
  if (argc == 0 || sqlite3_value_type(argv[0]) == SQLITE_NULL) return CSTO_OK;
  rc = s->rows(conn, argc, argv, r);
  if (rc == CSTO_OK) rc = r->arena.rc;
  if (rc == CSTO_OK) rc = r->err.rc;
  return rc;
}

/* ---- the scalar shape ---- */

typedef struct shaped {       /* what a registration keeps */
  const csto_shape *shape;
  csto_conn *conn;
} shaped;

static void shaped_free(void *p) {
  shaped *x = p;
  if (!x) return;
  csto_conn_unref(x->conn);
  csto_free(x);
}

static shaped *shaped_new(const csto_shape *s, csto_conn *conn) {
  shaped *x = csto_malloc(sizeof *x);
  if (!x) return NULL;
  x->shape = s;
  x->conn = conn;
  conn->nref++;
  return x;
}

static void json_cell(csto_buf *b, const csto_cell *c) {
  switch (c->type) {
    case CSTO_INT: csto_json_int(b, c->i); break;
    case CSTO_REAL: csto_json_real(b, c->r); break;
    case CSTO_TEXT: csto_json_str(b, c->s, c->n); break;
    default: csto_buf_puts(b, "null");
  }
}

static void json_rows(csto_buf *b, const csto_shape *s, const csto_rows *r) {
  size_t i, j;
  csto_buf_putc(b, '[');
  for (i = 0; i < r->nrow && !b->rc; i++) {
    const char *name = s->columns;
    csto_buf_puts(b, i ? ",{" : "{");
    for (j = 0; j < r->ncol; j++) {
      size_t n = strcspn(name, ",");
      csto_buf_puts(b, j ? ",\"" : "\"");
      csto_buf_add(b, name, n);
      csto_buf_puts(b, "\":");
      json_cell(b, &r->cells[i * r->ncol + j]);
      name += n;
      name += strspn(name, ", ");
    }
    csto_buf_putc(b, '}');
  }
  csto_buf_putc(b, ']');
}

static void scalar(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  const shaped *x = sqlite3_user_data(ctx);
  csto_rows r;
  csto_buf json;
  int rc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL) return;
  rc = rows_fill(x->shape, x->conn, argc, argv, ~(uint64_t)0, &r);
  if (rc != CSTO_OK) {
    csto_result_error(ctx, x->shape->name, rc, r.err.data);
  } else {
    csto_buf_init(&json);
    json_rows(&json, x->shape, &r);
    csto_result_buf(ctx, x->shape->name, &json);
    sqlite3_result_subtype(ctx, 'J');
  }
  rows_free(&r);
}

/* ---- the table shape ---- */

typedef struct table {
  sqlite3_vtab base;
  const shaped *x;
} table;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  csto_rows rows;
  size_t at;
  sqlite3_value *args[MAXARG];   /* own copies: hidden columns can be read */
  int nargs;
} cursor;

static int x_connect(sqlite3 *db, void *aux, int argc,
                     const char *const *argv, sqlite3_vtab **out, char **err) {
  const shaped *x = aux;
  table *t;
  csto_buf sql;
  const char *p = x->shape->inputs;
  int rc;
  (void)argc; (void)argv;
  csto_buf_init(&sql);
  csto_buf_printf(&sql, "CREATE TABLE x(%s", x->shape->columns);
  while (*p) {
    size_t n = strcspn(p, ",");
    csto_buf_printf(&sql, ", %.*s HIDDEN", (int)n, p);
    p += n;
    p += strspn(p, ", ");
  }
  csto_buf_puts(&sql, ")");
  rc = sql.rc ? SQLITE_NOMEM : sqlite3_declare_vtab(db, sql.data);
  csto_buf_free(&sql);
  if (rc != SQLITE_OK) {
    if (rc != SQLITE_NOMEM)
      *err = sqlite3_mprintf("%s: %s", x->shape->name, sqlite3_errmsg(db));
    return rc;
  }
  t = csto_malloc(sizeof *t);
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->x = x;
  (void)sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  *out = &t->base;
  return SQLITE_OK;
}

static int x_disconnect(sqlite3_vtab *v) {
  csto_free(v);
  return SQLITE_OK;
}

static int x_open(sqlite3_vtab *v, sqlite3_vtab_cursor **out) {
  cursor *c = csto_malloc(sizeof *c);
  (void)v;
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static void cursor_clear(cursor *c) {
  int i;
  rows_free(&c->rows);
  for (i = 0; i < MAXARG; i++) {
    sqlite3_value_free(c->args[i]);
    c->args[i] = NULL;
  }
  c->at = 0;
  c->nargs = 0;
}

static int x_close(sqlite3_vtab_cursor *cur) {
  cursor_clear((cursor *)cur);
  csto_free(cur);
  return SQLITE_OK;
}

/* idxNum: bit i set = argument i is bound; values in argument order; bit
** MAXARG + i: column i is used.  A plan
** in which an argument stands as a constraint that cannot be used yet is
** refused (SQLITE_CONSTRAINT), so that a join is reordered. */
static int x_best(sqlite3_vtab *v, sqlite3_index_info *info) {
  const csto_shape *s = ((table *)v)->x->shape;
  int ncol = (int)count_columns(s->columns), at[MAXARG], i, n = 0, bits = 0;
  for (i = 0; i < MAXARG; i++) at[i] = -1;
  for (i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *k = &info->aConstraint[i];
    int arg = k->iColumn - ncol;
    if (arg < 0 || arg >= s->nmax || k->op != SQLITE_INDEX_CONSTRAINT_EQ)
      continue;
    if (!k->usable) return SQLITE_CONSTRAINT;
    at[arg] = i;
    bits |= 1 << arg;
  }
  for (i = 0; i < MAXARG; i++) {
    if (at[i] < 0) continue;
    info->aConstraintUsage[at[i]].argvIndex = ++n;
    info->aConstraintUsage[at[i]].omit = 1;
  }
  info->idxNum = bits | (int)(info->colUsed & ((1u << MAXUSED) - 1)) << MAXARG;
  info->estimatedCost = bits & 1 ? 1000.0 : 1e9;
  info->estimatedRows = 50;
  return SQLITE_OK;
}

static int fail(cursor *c, const csto_shape *s, int rc) {
  sqlite3_vtab *v = c->base.pVtab;
  if (rc == CSTO_NOMEM || rc == CSTO_TOOBIG) return csto_sqlite_rc(rc);
  sqlite3_free(v->zErrMsg);
  v->zErrMsg = sqlite3_mprintf("%s: %s", s->name,
      c->rows.err.data ? c->rows.err.data : "failed");
  return v->zErrMsg ? csto_sqlite_rc(rc) : SQLITE_NOMEM;
}

static int x_filter(sqlite3_vtab_cursor *cur, int bits, const char *str,
                    int argc, sqlite3_value **argv) {
  cursor *c = (cursor *)cur;
  const shaped *x = ((table *)cur->pVtab)->x;
  const csto_shape *s = x->shape;
  int i, k = 0, rc;
  (void)str;
  cursor_clear(c);
  for (i = 0; i < s->nmax && k < argc; i++) {
    if (!(bits & (1 << i))) break;   /* a later argument without an earlier */
    c->args[i] = sqlite3_value_dup(argv[k++]);
    if (!c->args[i]) return SQLITE_NOMEM;
    c->nargs = i + 1;
  }
  if (k < argc || c->nargs < s->nmin) {
    if (s->nmin == s->nmax)
      csto_buf_printf(&c->rows.err, "takes %d argument%s", s->nmin,
                      s->nmin == 1 ? "" : "s");
    else
      csto_buf_printf(&c->rows.err, "takes %d %s %d arguments", s->nmin,
                      s->nmin + 1 == s->nmax ? "or" : "to", s->nmax);
    return fail(c, s, c->rows.err.rc ? CSTO_NOMEM : CSTO_ARG);
  }
  rc = rows_fill(s, x->conn, c->nargs, c->args,
                 (uint64_t)(bits >> MAXARG) | ~(uint64_t)0 << MAXUSED,
                 &c->rows);
  return rc == CSTO_OK ? SQLITE_OK : fail(c, s, rc);
}

static int x_next(sqlite3_vtab_cursor *cur) {
  ((cursor *)cur)->at++;
  return SQLITE_OK;
}

static int x_eof(sqlite3_vtab_cursor *cur) {
  const cursor *c = (cursor *)cur;
  return c->at >= c->rows.nrow;
}

static int x_column(sqlite3_vtab_cursor *cur, sqlite3_context *ctx, int col) {
  const cursor *c = (cursor *)cur;
  const csto_cell *cell;
  if ((size_t)col >= c->rows.ncol) {
    int arg = col - (int)c->rows.ncol;
    if (arg < c->nargs) sqlite3_result_value(ctx, c->args[arg]);
    return SQLITE_OK;
  }
  cell = &c->rows.cells[c->at * c->rows.ncol + (size_t)col];
  switch (cell->type) {
    case CSTO_INT: sqlite3_result_int64(ctx, cell->i); break;
    case CSTO_REAL: sqlite3_result_double(ctx, cell->r); break;
    case CSTO_TEXT:
      sqlite3_result_text(ctx, cell->s, (int)cell->n, SQLITE_TRANSIENT);
      break;
    default: sqlite3_result_null(ctx);
  }
  return SQLITE_OK;
}

static int x_rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *id) {
  *id = (sqlite3_int64)((cursor *)cur)->at + 1;
  return SQLITE_OK;
}

static const sqlite3_module shape_module = {
    .iVersion = 0,
    .xConnect = x_connect,       /* eponymous only: no xCreate */
    .xBestIndex = x_best,
    .xDisconnect = x_disconnect,
    .xOpen = x_open,
    .xClose = x_close,
    .xFilter = x_filter,
    .xNext = x_next,
    .xEof = x_eof,
    .xColumn = x_column,
    .xRowid = x_rowid};

int csto_shape_register(sqlite3 *db, csto_conn *conn, const csto_shape *s) {
  int n, rc = SQLITE_OK;
  shaped *x;
  for (n = s->nmin; n <= s->nmax && rc == SQLITE_OK; n++) {
    /* SQLITE_SUBTYPE (3.30) is not used: no argument's subtype is read;
    ** RESULT_SUBTYPE (0x1000000, 3.45) is ignored by older versions. */
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS |
                0x001000000;
    x = shaped_new(s, conn);
    if (!x) return SQLITE_NOMEM;
    rc = sqlite3_create_function_v2(db, s->name, n, flags, x, scalar, NULL,
                                    NULL, shaped_free);
  }
  if (rc != SQLITE_OK) return rc;
  x = shaped_new(s, conn);
  if (!x) return SQLITE_NOMEM;
  return sqlite3_create_module_v2(db, s->name, &shape_module, x, shaped_free);
}
