/* tagger.c - any bytes through the tagger: places stay inside the text. */
#include <stdlib.h>
#include "base/rc.h"
#include "entity/entity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  csto_doc d;
  csto_mention *m;
  size_t n, i;
  if (csto_doc_open(&d, (const char *)data, size) != CSTO_OK) return 0;
  if (csto_tag(&d, &m, &n) == CSTO_OK)
    for (i = 0; i < n; i++)
      if (m[i].start >= m[i].end || m[i].end > size ||
          m[i].tokend > d.ntokens || !(m[i].score >= 0 && m[i].score <= 1))
        abort();
  csto_doc_close(&d);
  return 0;
}
