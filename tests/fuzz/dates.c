/* dates.c - csto_dates and csto_quantities on any bytes: spans lie inside
** the text, in order, and values are not empty.  The first byte picks the
** reference day.
*/
#include "base/rc.h"
#include "time/date.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const days[] = {NULL, "2026-02-03", "2024-02", "2024",
                                     "0000-01-01", "9999-12-31",
                                     "2024-02-29T23:59:59Z", "1770076800"};
  csto_doc d;
  csto_date_mention *m;
  csto_quantity *q;
  csto_day day;
  size_t n, i;
  uint32_t at = 0;
  const char *ref;
  if (size == 0) return 0;
  ref = days[data[0] % 8];
  (void)csto_day_parse((const char *)data + 1, size - 1, &day);
  if (csto_doc_open(&d, (const char *)data + 1, size - 1) != CSTO_OK)
    return 0;
  if (csto_dates(&d, ref, &m, &n) != CSTO_OK) abort();
  for (i = 0; i < n; i++) {
    if (m[i].start < at || m[i].end <= m[i].start || m[i].end > d.bytes)
      abort();
    if (!m[i].value[0] || !m[i].rule || !m[i].precision || !m[i].calendar ||
        m[i].tok >= m[i].tokend || m[i].tokend > d.ntokens) abort();
    at = m[i].end;
  }
  if (csto_quantities(&d, &q, &n) != CSTO_OK) abort();
  for (at = 0, i = 0; i < n; i++) {
    if (q[i].start < at || q[i].end <= q[i].start || q[i].end > d.bytes ||
        !q[i].value[0]) abort();
    at = q[i].end;
  }
  csto_doc_close(&d);
  return 0;
}
