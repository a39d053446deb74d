/* number.h - numbers in digits and in words. */
#ifndef CSTO_NUMBER_H
#define CSTO_NUMBER_H
#include "time/lex.h"

typedef struct csto_num {
  int64_t mant;         /* the number is mant / 10^scale */
  int scale;
  uint8_t words;        /* some of it is spelled out */
  uint8_t big;          /* ends in a multiplier (ألف, مليون ..) */
} csto_num;

/* Reads the number that begins at item i: digits with thousands and decimal
** signs, words with their grammar (أربعة عشر, مئتان, ثلاثمئة وخمسة وعشرون
** ألفا), and mixtures (٣٫٥ مليون, مليون ونصف).  Returns the item after it, or
** 0 when no number begins there.  At most 24 items are read. */
size_t csto_number(const csto_lex *x, size_t i, csto_num *out);

/* Only digits: 1,200 or 3.5; -1 as scale limit never fails. */
size_t csto_number_digits(const csto_lex *x, size_t i, csto_num *out);

/* The value when it is whole and at most max, else -1. */
int64_t csto_num_int(const csto_num *n, int64_t max);

#endif
