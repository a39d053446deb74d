/* quotes.c - fuzzes csto_quotes, without and with mentions. */
#include "base/rc.h"
#include "speech/speech.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

static void run(csto_doc *d, const csto_mention *m, size_t nm) {
  csto_quote *q;
  size_t i, n;
  require(csto_quotes(d, m, nm, &q, &n) == CSTO_OK);
  for (i = 0; i < n; i++) {
    require(q[i].start < q[i].end && q[i].end <= d->bytes);
    require(q[i].sp_start <= q[i].sp_end && q[i].sp_end <= d->bytes);
    require(q[i].verb_start <= q[i].verb_end && q[i].verb_end <= d->bytes);
    require(q[i].speaker && q[i].rule && q[i].sentence < d->nsentences);
    require(i == 0 || q[i - 1].start <= q[i].start);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  csto_doc d;
  csto_mention *m;
  size_t nm;
  require(csto_doc_open(&d, (const char *)data, size) == CSTO_OK);
  run(&d, NULL, 0);
  require(csto_entities(&d, NULL, NULL, 0, &m, &nm) == CSTO_OK);
  run(&d, m, nm);
  csto_doc_close(&d);
  return 0;
}
