/* entities.c - csto_entities as rows and JSON, csto_lexicon as a table.
**
**   SELECT type, text, name FROM csto_entities('...', '2026-01-02');
**   SELECT name, id FROM csto_lexicon WHERE type = 'GPE';
*/
#include "base/rc.h"
#include "entity/entity.h"
#include "sqlite/register.h"
#include "text/utf8.h"
#include <string.h>

/* type, text, start, length, name, name_en, id, value, sentence, score,
** rule */
int csto_rows_entities(csto_conn *conn, int argc, sqlite3_value **argv,
                       csto_rows *r) {
  const csto_doc *d;
  csto_charpos at;
  size_t i;
  int rc = csto_analyse(conn, argv[0], argc > 1 ? argv[1] : NULL,
                        argc > 2 ? argv[2] : NULL, CSTO_NEED_ENTITIES,
                        &r->analysis, &r->err);
  if (rc != CSTO_OK) return rc;
  d = &r->analysis->doc;
  csto_charpos_init(&at, d->text, d->bytes);
  for (i = 0; i < r->analysis->nmentions; i++) {
    const csto_mention *m = &r->analysis->mentions[i];
    csto_cell *c = csto_rows_add(r);
    if (!c) return CSTO_NOMEM;
    csto_cell_str(&c[0], csto_etype_name(m->type));
    csto_cell_text(&c[1], d->text + m->start, m->end - m->start);
    csto_cells_place(&c[2], &at, m->start, m->end);
    csto_cell_str(&c[4], m->name);
    csto_cell_str(&c[5], m->name_en);
    csto_cell_str(&c[6], m->id);
    csto_cell_str(&c[7], m->value);
    csto_cell_int(&c[8], (int64_t)m->sentence + 1);
    /* three digits: what a probability of the model is worth */
    csto_cell_real(&c[9], (double)(int)(m->score * 1000 + 0.5) / 1000);
    csto_cell_str(&c[10], m->rule);
  }
  return CSTO_OK;
}
