/* clitics.h - what may be attached before and after an Arabic word.
**
** Every function works on a folded word (text/fold.h) and lists candidates:
** whether a split is real only a lexicon, a gazetteer or the context can
** say, so the caller asks those about the rest of each split.
*/
#ifndef CSTO_CLITICS_H
#define CSTO_CLITICS_H
#include <stddef.h>
#include <stdint.h>

/* Which proclitics a split takes off (csto_split.clitics, bits). */
enum {
  CSTO_PC_CONJ = 1,   /* و ف: and */
  CSTO_PC_PREP = 2,   /* ب ك: by, like (before nouns) */
  CSTO_PC_LAM = 4,    /* ل: to, for; let (before nouns and verbs) */
  CSTO_PC_SEEN = 8    /* س: will (before an imperfect verb only) */
};

typedef struct csto_split {
  uint8_t skip;       /* folded bytes removed at the start; the article that
                         may follow is not removed */
  uint8_t al;         /* 1: the rest begins with the article ال */
  uint8_t pre_al;     /* 1: the rest needs ال put before it: للجامعه gives
                         skip 4, rest جامعه; للجنه gives also skip 2, لجنه */
  uint8_t clitics;    /* CSTO_PC_* taken off */
} csto_split;

#define CSTO_SPLITS 12  /* no word has more splits */

/* Lists the splits of norm[0..n), fewest removed bytes first; the first is
** always the whole word.  At least one letter remains in each.  Returns how
** many were written (at most max).  Cost: constant. */
int csto_proclitics(const char *norm, size_t n, csto_split *out, int max);

#endif
