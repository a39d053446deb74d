/* shape.h - one name, two shapes: a function that yields rows is registered
** as a table function (FROM) and as a scalar function that gives the same
** rows as one JSON array (SELECT list).
**
** A row function fills a csto_rows; shape.c owns the virtual table, the JSON
** rendering, argument counts, NULL handling and error texts.
*/
#ifndef CSTO_SHAPE_H
#define CSTO_SHAPE_H
#include "base/arena.h"
#include "base/buf.h"
#include "sqlite/conn.h"
#include "text/utf8.h"

enum csto_cell_type { CSTO_NULL = 0, CSTO_INT, CSTO_REAL, CSTO_TEXT };

typedef struct csto_cell {
  union {
    int64_t i;
    double r;
    const char *s;   /* lives as long as the rows (arena or analysis) */
  };
  uint32_t n;        /* bytes of s */
  uint8_t type;
} csto_cell;

typedef struct csto_rows {
  csto_arena arena;          /* for cells' text; freed with the rows */
  csto_analysis *analysis;   /* a reference held, or NULL */
  csto_cell *cells;          /* nrow * ncol */
  size_t nrow, ncol, cap;
  csto_buf err;              /* error text without the function's name */
  uint64_t used;             /* bit i: column i is asked for; more is free */
} csto_rows;

/* A new row of ncol NULL cells, or NULL when memory ran out (then
** rows->arena.rc is set and the row function may go on or stop). */
csto_cell *csto_rows_add(csto_rows *r);
void csto_cell_text(csto_cell *c, const char *s, size_t n); /* s NULL: NULL */
void csto_cell_str(csto_cell *c, const char *s);            /* C string */
void csto_cell_int(csto_cell *c, int64_t v);
void csto_cell_real(csto_cell *c, double v);
/* c[0], c[1]: start and length of the bytes from..to, in characters, as
** SQLite's substr counts them; `at` is of the same text. */
void csto_cells_place(csto_cell *c, csto_charpos *at, size_t from, size_t to);

typedef struct csto_shape {
  const char *name;        /* "csto_dates" */
  const char *columns;     /* "text, start, length, value" */
  const char *inputs;      /* hidden: "csto_text, csto_published" */
  int nmin, nmax;          /* number of arguments */
  /* Fills rows for argv[0..argc); argv[0] is never NULL.  Returns CSTO_*;
  ** with CSTO_ARG the message is in rows->err ("published 'x' is not a
  ** date"), the name is put before it. */
  int (*rows)(csto_conn *conn, int argc, sqlite3_value **argv, csto_rows *r);
} csto_shape;

/* Registers both shapes. */
int csto_shape_register(sqlite3 *db, csto_conn *conn, const csto_shape *s);

#endif
