/* classes.c - fills the tables of classes; see classes.h. */
#include "entity/classes.h"
#include <string.h>

/* The row of the feature, if there is one (n). */
static void row_of(const csto_model *m, const uint64_t *f, size_t n,
                   csto_row *to) {
  const csto_row *row = n ? csto_weights_row(m, *f) : NULL;
  if (row) *to = *row;
}

static void clusters(csto_classes *c, const csto_model *m) {
  unsigned a, b;
  int place;
  uint64_t f = 0;
  for (a = 0; a < CSTO_COARSE; a++)
    for (b = 0; b < CSTO_COARSE; b++)
      for (place = 0; place < 4; place++)
        row_of(m, &f, csto_cluster_feature(a, b, place, &f),
               &c->cluster[a][b][place]);
}

static void likes(csto_classes *c, const csto_model *m) {
  unsigned a, b;
  int place;
  uint64_t f = 0;
  for (a = 0; a < CSTO_LIKES; a++)
    for (b = 0; b < CSTO_LIKES; b++)
      for (place = 0; place < 2; place++)
        row_of(m, &f, csto_like_feature(a, b, place, &f),
               &c->like[a][b][place]);
}

void csto_classes_init(csto_classes *c, const csto_model *m) {
  unsigned a, b;
  uint64_t f[2] = {0, 0};
  memset(c, 0, sizeof *c);
  clusters(c, m);
  likes(c, m);
  for (a = 0; a < CSTO_CLITICS; a++)
    for (b = 0; b < CSTO_GAZ_PLACES; b++)
      row_of(m, f, csto_gaz_feature(a, b, f), &c->gaz[a][b]);
  for (a = 0; a < CSTO_LETTERS; a++)
    for (b = 0; b < 8; b++) {
      const csto_row *row[3];
      size_t n = csto_weights_find(m, f, csto_end_features(a, b, f), row);
      csto_weights_add(row, n, c->end[a][b]);
    }
}
