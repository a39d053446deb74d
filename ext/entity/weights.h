/* weights.h - rows of weights: those that the model has for features, and their
** sums.
**
** Rows lie in three megabytes at random places, so waiting for memory is the
** cost.  Features go through three steps: their checks are asked for
** (csto_ask_word, csto_ask_pair), those that are there ask for their rows, the
** rows are added.  Whoever has many takes the steps of three tokens in turns,
** so that each finds in the cache what the one before has asked for.
*/
#ifndef CSTO_WEIGHTS_H
#define CSTO_WEIGHTS_H
#include <stddef.h>
#include <stdint.h>
#include "entity/model.h"

typedef int16_t csto_cols[CSTO_NCOL];     /* sums of rows, by column */

/* The rows that the model has for the n features f, to row[] with any row
** behind them, room for n + 1; returns how many.  Memory is asked for them. */
size_t csto_weights_find(const csto_model *m, const uint64_t *f, size_t n,
                         const csto_row **row);
/* The same; upto[j]: how many of them f[0..j) has, j from 0 to n < 256. */
void csto_weights_count(const csto_model *m, const uint64_t *f, size_t n,
                        const csto_row **row, uint8_t *upto);

/* The row of one feature, or NULL. */
const csto_row *csto_weights_row(const csto_model *m, uint64_t f);

/* Adds n rows to v; row[n] must be a row as well. */
void csto_weights_add(const csto_row *const *row, size_t n, int16_t *v);

#endif
