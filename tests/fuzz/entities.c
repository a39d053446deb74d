/* entities.c - any bytes through csto_entities: places stay inside the text
** and in order, every mention has a name.  The first byte says where an own
** name ends, which follows.
*/
#include <stdlib.h>
#include <string.h>
#include "base/rc.h"
#include "entity/entity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  csto_doc d;
  csto_mention *m;
  csto_user_name user = {NULL, "ORG", NULL, NULL};
  char name[256];
  size_t n, i, own;
  if (size == 0) return 0;
  own = data[0] < size ? data[0] : size - 1;
  memcpy(name, data + 1, own);
  name[own] = 0;
  user.name = name;
  if (csto_doc_open(&d, (const char *)data + 1, size - 1) != CSTO_OK)
    return 0;
  if (csto_entities(&d, NULL, &user, name[0] != 0, &m, &n) == CSTO_OK) {
    for (i = 0; i < n; i++) {
      if (m[i].start >= m[i].end || m[i].end > d.bytes ||
          m[i].tok >= m[i].tokend || m[i].tokend > d.ntokens ||
          (i && m[i].start < m[i - 1].start) || !m[i].name || !m[i].rule ||
          m[i].sentence >= d.nsentences || m[i].entity < -1 ||
          !(m[i].score >= 0 && m[i].score <= 1)) abort();
    }
  }
  csto_doc_close(&d);
  return 0;
}
