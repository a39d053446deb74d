/* variants.c - other spellings of a name; see variants.h. */
#include "morph/variants.h"

int csto_variants(const char *norm, size_t n, int cls, csto_form_cb cb,
                  void *ctx) {
  (void)norm; (void)n; (void)cls; (void)cb; (void)ctx;
  return 0;
}
