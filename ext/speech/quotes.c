/* quotes.c - replaced when the quotations room lands. */
#include "base/rc.h"
#include "speech/speech.h"
int csto_quotes(csto_doc *d, const csto_mention *m, size_t nm,
                csto_quote **out, size_t *nout) {
  (void)d; (void)m; (void)nm; *out = NULL; *nout = 0; return CSTO_OK;
}
