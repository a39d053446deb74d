/* translit.h - Arabic letters to Latin ones. */
#ifndef CSTO_TRANSLIT_H
#define CSTO_TRANSLIT_H
#include <stddef.h>
#include "base/buf.h"

/* The column of data/transliteration.tsv for "iso233", "bgn", "buckwalter" or
** "simple"; 0 for any other name. */
int csto_translit_scheme(const char *name, size_t n);

/* Appends s[0..n) in Latin letters to out; characters that the scheme does
** not name stay as they are.  buckwalter is one sign a letter and can be
** turned back.  bgn and simple write the article apart (al-) and double a
** letter with shadda; nothing is guessed for vowels that are not written. */
void csto_transliterate(csto_buf *out, const char *s, size_t n, int scheme);

#endif
