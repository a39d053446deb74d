/* vocab.h - the words of a page's prose, to see which short lines speak of
** the same story. */
#ifndef CSTO_VOCAB_H
#define CSTO_VOCAB_H
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

typedef struct csto_vocab {
  uint64_t *slots;
  size_t mask, used, max;
} csto_vocab;

/* Room for about max words; CSTO_OK or CSTO_NOMEM. */
int csto_vocab_init(csto_vocab *v, csto_arena *a, size_t max);
/* Adds the content words of s[0..n) (until it is full). */
void csto_vocab_add(csto_vocab *v, const char *s, size_t n);
/* How many of the content words of s[0..n) are in v; *all: how many there
** are. */
unsigned csto_vocab_share(const csto_vocab *v, const char *s, size_t n,
                          unsigned *all);

#endif
