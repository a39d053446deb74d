/* texts.c - SQL functions of the text floor: csto_normalize,
** csto_sentences.
*/
#include "base/rc.h"
#include "sqlite/bridge.h"
#include "sqlite/register.h"
#include "text/fold.h"
#include "text/utf8.h"

void csto_fn_normalize(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  size_t n;
  const char *s = csto_fn_text(ctx, argv[0], &n);
  csto_buf b;
  (void)argc;
  if (!s) return;
  csto_buf_init(&b);
  csto_fold(&b, s, n);
  csto_result_buf(ctx, "csto_normalize", &b);
}

/* text, start, length */
int csto_rows_sentences(csto_conn *conn, int argc, sqlite3_value **argv,
                        csto_rows *r) {
  const csto_doc *d;
  csto_charpos at;
  size_t i;
  int rc = csto_analyse(conn, argv[0], NULL, NULL, CSTO_NEED_DOC,
                        &r->analysis, &r->err);
  (void)argc;
  if (rc != CSTO_OK) return rc;
  d = &r->analysis->doc;
  csto_charpos_init(&at, d->text, d->bytes);
  for (i = 0; i < d->nsentences; i++) {
    const csto_sentence *s = &d->sentences[i];
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    csto_cell_text(&c[0], d->text + s->start, s->end - s->start);
    csto_cells_place(&c[1], &at, s->start, s->end);
  }
  return CSTO_OK;
}
