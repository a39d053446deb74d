/* chain.h - a layer of the model as a linear chain: its best labels and their
** probabilities.
**
** All label vectors are padded to CSTO_LANES numbers, so that a step over
** the labels is two or three instructions on four of them; padding lanes can
** never be reached.  Cost a token: the best path labels * lanes additions, the
** sums twice as many multiplications; nothing is allocated.
*/
#ifndef CSTO_CHAIN_H
#define CSTO_CHAIN_H
#include <stddef.h>
#include <stdint.h>
#include "entity/model.h"
#include "entity/sums.h"

#define CSTO_LANES 12     /* at least CSTO_MAXLAB, a multiple of 4 */

/* Four numbers of one vector register; their place need not be aligned. */
typedef float csto_f4 __attribute__((vector_size(16), aligned(4)));
typedef union csto_lanes {
  float f[CSTO_LANES];
  csto_f4 v[CSTO_LANES / 4];
} csto_lanes;

/* Scores of a layer, and e to their power; [from][to], and eback [to][from].
** What is not legal has the score -1e30 and the power 0. */
typedef struct csto_chain {
  unsigned layer, n;              /* n: labels */
  float scale;
  csto_lanes bias, start, estart, ends;
  csto_lanes trans[CSTO_MAXLAB], etrans[CSTO_MAXLAB], eback[CSTO_MAXLAB];
} csto_chain;

/* What is known of one window of tokens. */
typedef struct csto_lattice {
  csto_lanes v[CSTO_WINDOW];      /* best path to a label, that to O 0 */
  csto_lanes x[CSTO_WINDOW];      /* emission; with the sums, e^emission */
  csto_lanes al[CSTO_WINDOW], be[CSTO_WINDOW];
  float s[CSTO_WINDOW];           /* scale of each step */
  uint8_t o[CSTO_WINDOW];         /* O is best reached from O */
  uint8_t path[CSTO_WINDOW];
} csto_lattice;

void csto_chain_init(csto_chain *c, const csto_model_head *h, unsigned layer);

/* Best labels of n tokens into k->path; returns the first token that is not
** O, or n.  acc: sums of the rows of each token. */
size_t csto_chain_best(const csto_chain *c, csto_lattice *k,
                       int16_t acc[][CSTO_NCOL], size_t n);

/* After csto_chain_best: forward sums, and backward sums of the tokens behind
** `from`, which spans that begin there need; al[i] * be[i] sums to 1 for every
** i. */
void csto_chain_sums(const csto_chain *c, csto_lattice *k, size_t n,
                     size_t from);

/* Probability that tokens [a, b) of n are one span of the type, after
** csto_chain_sums. */
float csto_chain_chance(const csto_chain *c, const csto_lattice *k, size_t n,
                        size_t a, size_t b, unsigned type);

#endif
