/* quantity.c - numbers with a unit, percentages, money; see date.h.
*/
#include "base/rc.h"
#include "time/date.h"

int csto_quantities(csto_doc *d, csto_quantity **out, size_t *nout) {
  (void)d;
  *out = NULL;
  *nout = 0;
  return CSTO_OK;
}
