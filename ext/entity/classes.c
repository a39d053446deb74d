/* classes.c - fills the tables of classes; see classes.h. */
#include "entity/classes.h"
#include <string.h>

/* The sum of a few features. */
static void sum(const csto_model *m, const uint64_t *f, size_t n,
                int16_t *v) {
  uint32_t row[3];
  n = csto_weights_find(m, f, n, row);
  memset(v, 0, sizeof(csto_cols));
  csto_weights_add(m, row, n, v);
}

static unsigned has(const csto_model *m, uint64_t f, uint32_t *at) {
  size_t slot = csto_model_slot(m->shift, f);
  return csto_model_row(m->checks + slot, slot, f, at);
}

static void clusters(csto_classes *c, const csto_model *m) {
  unsigned a, b;
  int place;
  uint64_t f;
  uint32_t at;
  memset(c->cluster, 0, sizeof c->cluster);
  for (a = 0; a < CSTO_COARSE; a++)
    for (b = 0; b < CSTO_COARSE; b++)
      for (place = 0; place < 4; place++)
        if (csto_cluster_feature(a, b, place, &f) && has(m, f, &at))
          memcpy(&c->cluster[a][b][place], (const char *)m->rows + at,
                 sizeof(csto_row));
}

void csto_classes_init(csto_classes *c, const csto_model *m) {
  unsigned a, b;
  int place;
  uint64_t f[2];
  clusters(c, m);
  for (a = 0; a < CSTO_LIKES; a++)
    for (b = 0; b < CSTO_LIKES; b++)
      for (place = 0; place < 2; place++)
        sum(m, f, csto_like_feature(a, b, place, f), c->like[a][b][place]);
  for (a = 0; a < CSTO_LETTERS; a++)
    for (b = 0; b < 8; b++)
      sum(m, f, csto_end_features(a, b, f), c->end[a][b]);
  for (a = 0; a < CSTO_CLITICS; a++)
    for (b = 0; b < CSTO_GAZ_PLACES; b++)
      sum(m, f, csto_gaz_feature(a, b, f), c->gaz[a][b]);
}
