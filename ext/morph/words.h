/* words.h - the words of a text as the index sees them.
**
** The same cutting as text/doc.c (runs of letters of one script, Latin
** letters with digits, single characters of scripts without spaces) with
** nothing allocated: what the tokenizer, the query builder and csto_tokens
** share.  NUL separates words.
*/
#ifndef CSTO_WORDS_H
#define CSTO_WORDS_H
#include <stddef.h>
#include <stdint.h>
#include "text/plain.h"

/* Class of every character of up to two bytes, so that the scanner does not
** decode them: [cp] for cp < 0x800. */
typedef struct csto_wordclass {
  uint8_t cls[0x800];
} csto_wordclass;

/* Fills it from the tables of text/fold.h. */
void csto_wordclass_init(csto_wordclass *t);

typedef struct csto_word {
  size_t start, end;   /* bytes; marks at the end belong to the word */
  uint8_t cls;         /* enum csto_class of its first letter */
  uint8_t mixed;       /* 1: Latin letters and digits */
} csto_word;

/* The next word at or after byte *at of s[0..n); *at moves behind it.  t may
** be NULL: then no table has to be made, which pays for short texts.
** 0: no more words.  Linear. */
int csto_word_next(const csto_wordclass *t, const char *s, size_t n,
                   size_t *at, csto_word *out);

/* A word as the tokenizer takes it: a plain one of up to ten letters comes
** folded. */
typedef struct csto_cut {
  char folded[CSTO_PLAIN_LETTERS * 2];
  uint64_t packed;     /* text/plain.h; 0: not plain, or longer */
  uint32_t start, end;
  uint8_t nfolded, cls;
} csto_cut;

/* Up to max words, the same as csto_word_next gives, at or after byte *at of
** s[0..n), n < 4 GiB; returns how many, 0 at the end. */
size_t csto_words_next(const csto_wordclass *t, const char *s, size_t n,
                       size_t *at, csto_cut *out, size_t max);

#endif
