/* sums.h - what the words of a window say for and against each label.
**
** A token's score is the sum of the rows of its features (features.h).  Most
** of these depend on one word and its place alone, so their sums are kept:
** those of the commonest words in the model (csto_sum), those of the words
** met last in a csto_recall, which one caller keeps from document to document.
** Cost: the features of a place at each token; those of a word alone only when
** the word is not known yet.
*/
#ifndef CSTO_SUMS_H
#define CSTO_SUMS_H
#include <stddef.h>
#include <stdint.h>
#include "entity/features.h"
#include "entity/model.h"
#include "text/doc.h"

#define CSTO_WINDOW 256        /* tokens at most */
#define CSTO_RECALL_BITS 13    /* log2 of the words that are kept */

typedef int16_t csto_cols[CSTO_NCOL];

/* A word is kept when it is met for the second time: most are met once. */
typedef struct csto_recall {
  uint32_t now;                /* number of the window */
  uint64_t key[1 << CSTO_RECALL_BITS];     /* hash and kind, 0: free */
  uint32_t used[1 << CSTO_RECALL_BITS];    /* window that reads it: may not
                                              go */
  uint16_t met[4 << CSTO_RECALL_BITS];     /* of the hash of words met */
  struct csto_recalled {
    const csto_cols *v;        /* its sums by place */
    csto_atom atom;            /* what the word alone says */
    csto_cols own[5];
  } word[1 << CSTO_RECALL_BITS];
} csto_recall;

typedef struct csto_sums {
  csto_cols acc[CSTO_WINDOW];  /* the result */
  csto_atom atom[CSTO_WINDOW];
  const csto_cols *word[CSTO_WINDOW + 4];  /* by place; two before, two after */
  csto_cols sum[CSTO_WINDOW][5];           /* of words kept nowhere */
  csto_cols bos[5], eos[5];
} csto_sums;

/* Before the first window of a model. */
void csto_sums_init(csto_sums *k, const csto_model *m);

/* Fills atom and acc for tok[0..n), n at most CSTO_WINDOW.  r may be NULL. */
void csto_sums_window(csto_sums *k, const csto_model *m, csto_recall *r,
                      const csto_token *tok, size_t n);

/* The sums of a word's own features at the five places (csto_sum). */
void csto_word_sums(const csto_model *m, const csto_atom *x, csto_cols v[5]);

#endif
