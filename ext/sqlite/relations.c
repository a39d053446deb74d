/* relations.c - csto_relations, in both shapes.
**
**   SELECT relation, subject, object, date FROM csto_relations(:text);
*/
#include "base/rc.h"
#include "sqlite/register.h"
#include "text/utf8.h"

/* relation, subject, object, date, place, status, detail, evidence, start,
** length, sentence, rule */
int csto_rows_relations(csto_conn *conn, int argc, sqlite3_value **argv,
                        csto_rows *r) {
  csto_charpos at;
  size_t i;
  int rc = csto_analyse(conn, argv[0], argc > 1 ? argv[1] : NULL, NULL,
                        CSTO_NEED_RELATIONS, &r->analysis, &r->err);
  if (rc != CSTO_OK) return rc;
  csto_charpos_init(&at, r->analysis->text, r->analysis->bytes);
  for (i = 0; i < r->analysis->nrelations; i++) {
    const csto_relation *p = &r->analysis->relations[i];
    const char *s = r->analysis->text + p->start;
    size_t n = p->end - p->start;
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    csto_cell_str(&c[0], p->relation);
    csto_cell_str(&c[1], p->subject);
    csto_cell_str(&c[2], p->object);
    csto_cell_str(&c[3], p->date);
    csto_cell_str(&c[4], p->place);
    csto_cell_str(&c[5], p->status);
    csto_cell_str(&c[6], p->detail);
    csto_cell_text(&c[7], s, n);
    csto_cells_place(&c[8], &at, p->start, p->end);
    csto_cell_int(&c[10], (int64_t)p->sentence + 1);
    csto_cell_str(&c[11], p->rule);
  }
  return CSTO_OK;
}
