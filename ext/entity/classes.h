/* classes.h - what small classes of neighbouring tokens say.
**
** A third of a token's features know nothing of a word but its cluster, how
** much its letters are those of names, its last letter, articles and clitics.
** There are so few of these classes that the sums of their rows are made once
** for each memo: a look at a table instead of two at places far apart.
** Cost: 0.5 MB, and half a millisecond to fill it.
*/
#ifndef CSTO_CLASSES_H
#define CSTO_CLASSES_H
#include "entity/features.h"
#include "entity/weights.h"

#define CSTO_LIKES 16
#define CSTO_CLITICS 16
#define CSTO_GAZ_PLACES (CSTO_GZ_N * 4)

typedef struct csto_classes {
  csto_row cluster[CSTO_COARSE][CSTO_COARSE][4];     /* a, b, place */
  csto_row like[CSTO_LIKES][CSTO_LIKES][2];          /* a, b, place */
  csto_row gaz[CSTO_CLITICS][CSTO_GAZ_PLACES];       /* clitics, place */
  csto_cols end[CSTO_LETTERS][8];                    /* letter, articles */
} csto_classes;

void csto_classes_init(csto_classes *c, const csto_model *m);

#define CSTO_SAID 7

/* What the classes of a token, x[2], and of those around it say: CSTO_SAID
** rows, and the sum that is returned. */
static inline const int16_t *csto_classes_say(const csto_classes *c,
                                              const csto_atom *const *x,
                                              const csto_row **row) {
  unsigned defs = x[1]->def | (unsigned)x[2]->def << 1 |
                  (unsigned)x[3]->def << 2;
  row[0] = c->cluster[x[0]->coarse][x[1]->coarse];
  row[1] = c->cluster[x[1]->coarse][x[2]->coarse] + 1;
  row[2] = c->cluster[x[2]->coarse][x[3]->coarse] + 2;
  row[3] = c->cluster[x[3]->coarse][x[4]->coarse] + 3;
  row[4] = c->like[x[1]->like][x[2]->like];
  row[5] = c->like[x[2]->like][x[3]->like] + 1;
  row[6] = c->gaz[x[2]->clitic] + x[2]->gaz;
  return c->end[x[2]->end][defs];
}

/* Asks memory for the rows of clusters a and b. */
static inline void csto_classes_ask(const csto_classes *c, unsigned a,
                                    unsigned b) {
  const char *p = (const char *)c->cluster[a][b];
  __builtin_prefetch(p);
  __builtin_prefetch(p + sizeof c->cluster[a][b] - 1);
}

#endif
