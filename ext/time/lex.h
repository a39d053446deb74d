/* lex.h - the words of dates, times and numbers found in a document.
**
** The rules of this floor never look at plain words: a document is first
** reduced to items, one for each word of data/date_words.tsv (a phrase of
** several words is one item, attached clitics are taken off), number and
** punctuation character.  Everything else becomes a hole: one item of no
** kind for a run of other words or a line break, which no rule crosses.
** Cost: one or two look-ups a word.
*/
#ifndef CSTO_LEX_H
#define CSTO_LEX_H
#include "text/doc.h"
#include "text/table.h"

typedef struct csto_item {
  uint32_t tok, tokend;   /* tokens, end exclusive */
  uint32_t start, end;    /* bytes, clitics left out */
  uint64_t kinds;         /* CSTO_K(letter) of every reading; 0: a hole */
  csto_hit hit;           /* the readings, or 0 */
  int32_t num;            /* digits: the value, -1 when over 9 digits */
  uint8_t ndig;           /* digits: how many */
  uint8_t clitics;        /* CSTO_PC_* before it, CSTO_PC_CONJ for و ف */
  uint8_t space;          /* white space before it */
  uint8_t ahead;          /* a word before it looks to the future */
  char punct;             /* punctuation: ASCII, ',' also for the Arabic
                             comma, 'o' for other characters */
} csto_item;

typedef struct csto_lex {
  csto_doc *d;
  csto_item *it;
  size_t n;               /* it[n] is a hole, too */
  int bare;               /* no hole: the text is nothing but a date */
} csto_lex;

/* Bit of a kind: the letters of date_words.tsv, '1' digits, '.' marks. */
#define CSTO_KIND(c) ((uint64_t)1 << ((c) >= 'a' ? (c) - 'a' + 26 \
    : (c) >= 'A' ? (c) - 'A' : (c) == '&' ? 52 : (c) == '1' ? 53 : 54))
static inline uint64_t csto_kind(char c) { return CSTO_KIND(c); }

/* Items live in d->arena.  CSTO_OK, CSTO_NOMEM. */
int csto_lex_open(csto_lex *x, csto_doc *d);
/* Gives back what many items took; x is then empty. */
void csto_lex_close(csto_lex *x);

/* Item i has a reading of one of these kinds; any i. */
static inline int csto_lex_any(const csto_lex *x, size_t i, uint64_t kinds) {
  return i < x->n && (x->it[i].kinds & kinds) != 0;
}

/* Item i has a reading of this kind; any i. */
static inline int csto_lex_is(const csto_lex *x, size_t i, char kind) {
  return i < x->n && (x->it[i].kinds & csto_kind(kind)) != 0;
}

/* The value of that reading, and its flags ("" when there is none); with
** want not 0 only a reading with that flag.  0 when there is none. */
int64_t csto_lex_val(const csto_lex *x, size_t i, char kind, char want,
                     const char **flags);

/* Item i has a reading of this kind with that flag. */
int csto_lex_has(const csto_lex *x, size_t i, char kind, char flag);

/* Item i is the punctuation mark c. */
static inline int csto_lex_mark(const csto_lex *x, size_t i, char c) {
  return i < x->n && x->it[i].punct == c;
}

#endif
