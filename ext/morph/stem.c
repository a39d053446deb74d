/* stem.c - the index form of a word; see stem.h. */
#include "morph/stem.h"
#include <string.h>
#include "morph/clitics.h"
#include "text/table.h"

CSTO_TABLE(stopwords);

int csto_is_stop(const char *norm, size_t n) {
  if (csto_table_find(&csto_table_stopwords, norm, n)) return 1;
  return n > 4 && (memcmp(norm, "و", 2) == 0 || memcmp(norm, "ف", 2) == 0) &&
         csto_table_find(&csto_table_stopwords, norm + 2, n - 2) != 0;
}

void csto_stem_word(const char *norm, size_t n, csto_stem *out) {
  csto_split s[CSTO_SPLITS];
  int i, k;
  memset(out, 0, sizeof *out);
  out->rule = "whole";
  if (n > CSTO_STEM_MAX) return;
  k = csto_proclitics(norm, n, s, CSTO_SPLITS);
  for (i = k - 1; i >= 0; i--) {
    size_t skip = s[i].skip + (s[i].al ? 4u : 0u);
    if (!s[i].al && !(s[i].pre_al && s[i].skip >= 4)) continue;
    if (n < skip + 6) continue;
    out->prefix = (uint8_t)skip;
    out->n = (uint8_t)(n - skip);
    memcpy(out->text, norm + skip, n - skip);
    out->al = s[i].al && s[i].skip == 0;
    out->rule = "article";
    return;
  }
}
