/* quotes.c - csto_quotes, in both shapes.
**
**   SELECT speaker, verb, quote FROM csto_quotes(body, published);
*/
#include "base/rc.h"
#include "sqlite/register.h"
#include "text/utf8.h"

static void piece(csto_cell *c, const csto_doc *d, uint32_t from,
                  uint32_t to) {
  if (to > from) csto_cell_text(c, d->text + from, to - from);
}

/* speaker, speaker_text, verb, quote, direct, implicit, start, length,
** sentence, rule */
int csto_rows_quotes(csto_conn *conn, int argc, sqlite3_value **argv,
                     csto_rows *r) {
  const csto_doc *d;
  csto_charpos at;
  size_t i;
  int rc = csto_analyse(conn, argv[0], argc > 1 ? argv[1] : NULL, NULL,
                        CSTO_NEED_QUOTES, &r->analysis, &r->err);
  if (rc != CSTO_OK) return rc;
  d = &r->analysis->doc;
  csto_charpos_init(&at, d->text, d->bytes);
  for (i = 0; i < r->analysis->nquotes; i++) {
    const csto_quote *q = &r->analysis->quotes[i];
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    if (q->speaker[0]) csto_cell_str(&c[0], q->speaker);
    piece(&c[1], d, q->sp_start, q->sp_end);
    piece(&c[2], d, q->verb_start, q->verb_end);
    piece(&c[3], d, q->start, q->end);
    csto_cell_int(&c[4], q->direct);
    csto_cell_int(&c[5], q->implicit);
    csto_cells_place(&c[6], &at, q->start, q->end);
    csto_cell_int(&c[8], (int64_t)q->sentence + 1);
    csto_cell_str(&c[9], q->rule);
  }
  return CSTO_OK;
}
