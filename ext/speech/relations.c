/* relations.c - replaced when the relations room lands. */
#include "base/rc.h"
#include "speech/speech.h"
int csto_relations(csto_doc *d, const char *published,
                   const csto_mention *m, size_t nm, const csto_quote *q,
                   size_t nq, csto_relation **out, size_t *nout) {
  (void)d; (void)published; (void)m; (void)nm; (void)q; (void)nq;
  *out = NULL; *nout = 0; return CSTO_OK;
}
