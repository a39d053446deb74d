/* sums.h - what the words of a window say for and against each label.
**
** A token's score is the sum of the rows of its features (features.h).  Most
** of these depend on one word and its place alone, so their sums are kept:
** those of the commonest words in the model (csto_sum), those of the words
** met last in a csto_recall, which one caller keeps from document to document.
** Those of classes of neighbours are kept as well (classes.h).
** Cost: the other features at each token; those of a word alone only when the
** word is not known yet.
*/
#ifndef CSTO_SUMS_H
#define CSTO_SUMS_H
#include <stddef.h>
#include <stdint.h>
#include "entity/classes.h"
#include "entity/features.h"
#include "entity/model.h"
#include "entity/weights.h"
#include "text/doc.h"

#define CSTO_WINDOW 256        /* tokens at most */
#define CSTO_RECALL_BITS 15    /* log2 of the words that are kept */
#define CSTO_NOWHERE ((size_t)-1)

/* What a word says at each of the five places.  Only its own, 2, needs numbers
** of two bytes; of the others all fits into one byte but, at times, one column
** of place 1: that of the word before, which may be a title. */
typedef struct csto_says {
  csto_row near[4];            /* places 0, 1, 3, 4 */
  int16_t own[CSTO_NCOL];
  int16_t more;                /* what column `col` of place 1 has beside it */
  uint8_t col;
  uint8_t wide;                /* 1: it does not fit, see csto_sums.wide */
} csto_says;

/* The same with what it says to its neighbours: three lines of the cache,
** where csto_recall begins with one. */
typedef struct csto_told {
  unsigned char atom[CSTO_ATOM_JOINS];
  csto_says says;
} csto_told;
_Static_assert(sizeof(csto_told) == 192, "three lines");

/* A word is kept in one of four places, a line of the cache, where one is free
** or when the word is met for the second time: most are met once. */
typedef struct csto_recall {
  csto_told word[1 << CSTO_RECALL_BITS];   /* where slot has a key */
  struct csto_recalled {
    uint64_t key;              /* hash and kind, 0: free */
    uint64_t used;             /* window that reads it: may not go */
  } slot[1 << CSTO_RECALL_BITS];
  uint16_t met[4 << CSTO_RECALL_BITS];     /* of the hash of words met */
  uint64_t now;                /* number of the window */
  csto_classes classes;
} csto_recall;

/* Words by place have two before and two behind those of the window. */
typedef struct csto_sums {
  csto_cols acc[CSTO_WINDOW];  /* the result */
  csto_atom atom[CSTO_WINDOW]; /* the first CSTO_ATOM_JOINS bytes */
  const csto_says *word[CSTO_WINDOW + 4];
  csto_says own[CSTO_WINDOW];              /* of words kept nowhere */
  csto_cols wide[CSTO_WINDOW + 4][5];      /* of those that do not fit */
  int wides;                   /* there are some in this window */
  struct csto_look {           /* for words in the recall */
    uint64_t key;
    size_t at;                 /* where it is, CSTO_NOWHERE: nowhere yet */
  } look[CSTO_WINDOW];
  struct csto_new {            /* words to be found out about */
    size_t at;
    csto_says *says;           /* NULL: in `wide` alone */
  } fresh[CSTO_WINDOW];
  size_t nfresh;
  csto_says bos, eos;
} csto_sums;

/* Before the first window of a model. */
void csto_sums_init(csto_sums *k, const csto_model *m);
void csto_recall_init(csto_recall *r, const csto_model *m);

/* Fills atom and acc for tok[0..n), n at most CSTO_WINDOW.  r may be NULL. */
void csto_sums_window(csto_sums *k, const csto_model *m, csto_recall *r,
                      const csto_token *tok, size_t n);

/* The sums of a word's own features at the five places (csto_sum). */
void csto_word_sums(const csto_model *m, const csto_atom *x, csto_cols v[5]);

#endif
