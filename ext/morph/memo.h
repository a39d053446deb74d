/* memo.h - second tokens of words seen before.
**
** Running text repeats its words, and reading a word's clitics and endings
** costs some eighty times as much as finding it here: a table from packed
** folded words (text/plain.h) to their second tokens, 16 bytes each, four to
** a cache line.  It never changes what comes out.
**
** Cost: 64 KiB, growing with the words seen to CSTO_MEMO_MOST bytes; then a
** word that has not been found again makes room for a new one.
*/
#ifndef CSTO_MEMO_H
#define CSTO_MEMO_H
#include <stddef.h>
#include <stdint.h>
#include "text/plain.h"

#define CSTO_MEMO_MOST (4u << 20)

/* A value: the letters of the second token, packed; 0 when there is none. */
#define CSTO_MEMO_SEEN ((uint64_t)1 << 61)     /* found since it was kept */
#define CSTO_MEMO_MARKED ((uint64_t)1 << 62)   /* behind CSTO_STEM_MARK */
#define CSTO_MEMO_DROP ((uint64_t)1 << 63)     /* the word is left out */
#define CSTO_MEMO_LETTERS (((uint64_t)1 << CSTO_PLAIN_BITS) - 1)

typedef struct csto_memo_item {
  uint64_t word, value;      /* word 0: empty */
} csto_memo_item;

typedef struct csto_memo {
  csto_memo_item *sets;      /* four items a set; NULL: keeps nothing */
  char *block;               /* what was allocated */
  int bits;                  /* log2 of the number of sets */
  size_t used;
} csto_memo;

/* All zero is an empty memo that keeps nothing.  csto_memo_open makes room
** for the first words; CSTO_NOMEM or CSTO_OK. */
int csto_memo_open(csto_memo *m);
void csto_memo_close(csto_memo *m);

/* The set where a word stands if it is kept; m must be open. */
static inline csto_memo_item *csto_memo_set(const csto_memo *m,
                                            uint64_t word) {
  return m->sets + (word * 0x9e3779b97f4a7c15ULL >> (64 - m->bits)) * 4;
}

/* The item of a word in its set, or NULL. */
static inline const csto_memo_item *csto_memo_find(csto_memo_item *set,
                                                   uint64_t word) {
  /* sums, not branches: which of the four it is cannot be foreseen */
  unsigned way = (unsigned)(set[1].word == word) +
                 (unsigned)(set[2].word == word) * 2 +
                 (-(unsigned)(set[3].word == word) & 3);
  csto_memo_item *item = set + way;
  if (item->word != word) return NULL;
  if (!(item->value & CSTO_MEMO_SEEN)) item->value |= CSTO_MEMO_SEEN;
  return item;
}

/* Keeps the value of a word that csto_memo_find did not find.  Sets may move:
** what csto_memo_set said before is void then. */
void csto_memo_keep(csto_memo *m, uint64_t word, uint64_t value);

#endif
