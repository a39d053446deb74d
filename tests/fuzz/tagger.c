/* tagger.c - any bytes through the tagger: places stay inside the text, and
** are the same with what it remembers of the texts before.
*/
#include <stdlib.h>
#include <string.h>
#include "base/rc.h"
#include "entity/entity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static csto_tag_memo *memo;      /* lives as long as the fuzzer */
  csto_doc d;
  csto_mention *m, *again;
  size_t n, i, nagain;
  if (csto_doc_open(&d, (const char *)data, size) != CSTO_OK) return 0;
  if (csto_tag(&d, &m, &n) != CSTO_OK) abort();
  for (i = 0; i < n; i++)
    if (m[i].start >= m[i].end || m[i].end > size ||
        m[i].tokend > d.ntokens || !(m[i].score >= 0 && m[i].score <= 1))
      abort();
  if (!memo) memo = csto_tag_memo_new();
  csto_tag_memo_lend(memo, &d);
  if (csto_tag(&d, &again, &nagain) != CSTO_OK || n != nagain) abort();
  for (i = 0; i < n; i++)
    if (m[i].start != again[i].start || m[i].end != again[i].end ||
        m[i].type != again[i].type || m[i].score < again[i].score ||
        m[i].score > again[i].score) abort();
  csto_doc_close(&d);
  return 0;
}
