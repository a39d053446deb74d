/* collate.c - Arabic dictionary order; see collate.h and
** data/collation.tsv.
**
** Two texts are compared by primary weights, a letter at a time; ties are
** broken by the bytes.  Cost: linear, no memory.
*/
#include "text/collate.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/utf8.h"
#include <stdlib.h>
#include <string.h>

CSTO_TABLE(collation);

void csto_collation_init(csto_collation *c) {
  uint32_t r;
  memset(c, 0, sizeof *c);
  for (r = 0; r < csto_table_collation.nrow; r++) {
    const char *s = csto_table_cell(&csto_table_collation, r, 0);
    while (*s) {
      char *end;
      unsigned long cp = strtoul(s, &end, 16);
      if (end == s) break;
      if (cp >= 0x600 && cp <= 0x6ff) c->rank[cp - 0x600] = (uint8_t)(r + 1);
      s = end;
    }
  }
}

typedef struct walker {
  const unsigned char *p, *end;
  char fold[CSTO_FOLD_MAX];       /* rest of a letter that folds to several */
  size_t at, n;
} walker;

static uint32_t weight(const csto_collation *c, uint32_t cp, int cls) {
  switch (cls) {
    case CSTO_C_SPACE: case CSTO_C_NEWLINE: return 1;
    case CSTO_C_SEP: return 1u << 24 | cp;
    case CSTO_C_DIGIT: return 2u << 24 | cp;
    case CSTO_C_ARABIC:
      if (cp >= 0x600 && cp <= 0x6ff && c->rank[cp - 0x600])
        return 3u << 24 | c->rank[cp - 0x600];
      return 3u << 24 | cp;
    case CSTO_C_LATIN: return 4u << 24 | cp;
    default: return 5u << 24 | cp;
  }
}

/* The next primary weight, 0 at the end. */
static uint32_t next(const csto_collation *c, walker *w) {
  for (;;) {
    size_t k;
    uint32_t cp;
    int cls;
    if (w->at < w->n) {
      const unsigned char *f = (const unsigned char *)w->fold;
      cp = csto_utf8_get(f + w->at, f + w->n, &k);
      w->at += k;
      return weight(c, cp, csto_class(cp));
    }
    if (w->p >= w->end) return 0;
    cp = csto_utf8_get(w->p, w->end, &k);
    w->p += k;
    cls = csto_class(cp);
    if (cls == CSTO_C_MARK || cls == CSTO_C_IGNORE) continue;
    if (cls == CSTO_C_SPACE || cls == CSTO_C_NEWLINE || cls == CSTO_C_SEP ||
        (cp >= 0x600 && cp <= 0x6ff && c->rank[cp - 0x600]))
      return weight(c, cp, cls);
    w->n = csto_fold_cp(cp, w->fold);
    w->at = 0;
  }
}

int csto_collate(const csto_collation *c, const void *a, size_t na,
                 const void *b, size_t nb) {
  walker x = {a, (const unsigned char *)a + na, {0}, 0, 0};
  walker y = {b, (const unsigned char *)b + nb, {0}, 0, 0};
  int d;
  for (;;) {
    uint32_t i = next(c, &x), j = next(c, &y);
    if (i != j) return i < j ? -1 : 1;
    if (i == 0) break;
  }
  d = memcmp(a, b, na < nb ? na : nb);
  return d ? d : na < nb ? -1 : na > nb;
}
