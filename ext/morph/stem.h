/* stem.h - the index form of a word: clitics and inflection taken off where
** the rest is an attested word.
**
** The form is part of the index format: what version N gives never changes
** once released.
*/
#ifndef CSTO_STEM_H
#define CSTO_STEM_H
#include <stddef.h>
#include <stdint.h>

/* Longest folded word that is analysed, in bytes; longer ones are their own
** stem. */
#define CSTO_STEM_MAX 48

typedef struct csto_stem {
  char text[CSTO_STEM_MAX + 16];  /* not NUL-terminated */
  uint8_t n;          /* bytes of text; 0: the whole word is its own stem */
  uint8_t prefix;     /* folded bytes of proclitics at the word's start */
  uint8_t suffix;     /* folded bytes of inflection and pronouns at its end */
  uint8_t al;         /* 1: the article is all that was taken off */
  uint8_t function;   /* 1: the stem is a function word */
  const char *rule;   /* what decided; constant */
} csto_stem;

/* Analyses the folded word norm[0..n) of Arabic letters. */
void csto_stem_word(const char *norm, size_t n, csto_stem *out);

/* What the lexicon says of a folded word by itself. */
enum { CSTO_UNKNOWN, CSTO_COMMON, CSTO_NAME };
int csto_word_sort(const char *norm, size_t n, int *weight);

/* 1 if the folded word is a function word (data/stopwords.tsv), with or
** without a conjunction before it. */
int csto_is_stop(const char *norm, size_t n);

#endif
