/* dates.c - SQL functions of the time floor: csto_dates, csto_date.
**
**   SELECT text, value FROM csto_dates('لقاء أول أمس', '2026-02-03');
**   SELECT csto_date('في 5 مايو 2024');            -- 2024-05-05
*/
#include "base/rc.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "text/utf8.h"
#include "time/date.h"

/* text, start, length, value, calendar, precision, rule */
int csto_rows_dates(csto_conn *conn, int argc, sqlite3_value **argv,
                    csto_rows *r) {
  const csto_analysis *a;
  csto_charpos at;
  size_t i;
  int rc = csto_analyse(conn, argv[0], argc > 1 ? argv[1] : NULL, NULL,
                        CSTO_NEED_DATES, &r->analysis, &r->err);
  if (rc != CSTO_OK) return rc;
  a = r->analysis;
  csto_charpos_init(&at, a->doc.text, a->doc.bytes);
  for (i = 0; i < a->ndates; i++) {
    const csto_date_mention *m = &a->dates[i];
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    csto_cell_text(&c[0], a->doc.text + m->start, m->end - m->start);
    csto_cells_place(&c[1], &at, m->start, m->end);
    csto_cell_str(&c[3], m->value);
    csto_cell_str(&c[4], m->calendar);
    csto_cell_str(&c[5], m->precision);
    csto_cell_str(&c[6], m->rule);
  }
  return CSTO_OK;
}

void csto_fn_date(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  csto_doc d;
  csto_date_mention *m;
  csto_day day;
  size_t n, np = 0, nm;
  const char *s = csto_arg_text(argv[0], &n), *p = NULL;
  int rc;
  if (!s) {
    if (n) sqlite3_result_error_nomem(ctx);
    return;
  }
  if (argc > 1 && !(p = csto_arg_text(argv[1], &np)) && np) {
    sqlite3_result_error_nomem(ctx);
    return;
  }
  if (p && csto_day_parse(p, np, &day) != CSTO_OK) {
    char *e = sqlite3_mprintf("csto_date: reference '%.*s' is not a date",
                              (int)np, p);
    if (!e) sqlite3_result_error_nomem(ctx);
    else sqlite3_result_error(ctx, e, -1);
    sqlite3_free(e);
    return;
  }
  rc = csto_doc_open(&d, s, n);
  if (rc == CSTO_OK) {
    rc = csto_dates(&d, p, &m, &nm);
    if (rc == CSTO_OK && nm)
      sqlite3_result_text(ctx, m[0].value, -1, SQLITE_TRANSIENT);
    csto_doc_close(&d);
  }
  if (rc == CSTO_TOOBIG) sqlite3_result_error_toobig(ctx);
  else if (rc != CSTO_OK) sqlite3_result_error_nomem(ctx);
}
