/* pattern.h - the language of data/relation_patterns.tsv, compiled.
**
** A pattern is a row of elements, separated by spaces:
**
**   ^            the trigger: a word of the row's class, or, where the class
**                is a letter of a phrase kind, S=P^ the phrase itself
**   w|w|w        one of these words, in folded spelling
**   @class       a phrase of relation_words with this class
**   @=class      the same, written with no proclitic
**   S=PG         a slot (S subject, O object, L place, D date, T detail)
**                filled by a phrase of one of these kinds (relations_int.h)
**   S=G+         the same, a coordinated list
**   S=X  S=Q     filled by the text up to the end of the clause; by what
**                stands in quotation marks
**   S=Y          filled by the words of a definite noun phrase that no other
**                kind knows (كل السياسيين), up to the next element
**   &            the trigger is the verb of a quotation: the words of him who
**                speaks, where they stand here
**   L_S=P        the phrase is written with a proclitic: W و, B ب, L ل, K ك,
**                A any of ب ل ك or none; without it there is none (in lists و)
**   ~=N          a phrase that fills no slot
**   !=P  !@class no such phrase, no such word stands there
**   =@class      such a word stands there, and is what the next element takes;
**   =@=class     with no proclitic
**   #            a number
**   $            the clause ends here, adverbials left aside
**   ..           a gap that holds adverbials only: when, where, commas
**   ...N         a gap of up to N words (6), no person in it
**   x?           any element may be optional
**
** Elements right of the trigger are matched to the right, those left of it to
** the left; the first way to fill them wins.
*/
#ifndef CSTO_PATTERN_H
#define CSTO_PATTERN_H
#include "speech/relations_int.h"

enum csto_element_kind {
  CSTO_EL_TRIGGER, CSTO_EL_WORDS, CSTO_EL_CLASS, CSTO_EL_SLOT,
  CSTO_EL_SOFT, CSTO_EL_GAP, CSTO_EL_NOT, CSTO_EL_NUMBER,
  CSTO_EL_END, CSTO_EL_SPEAKER, CSTO_EL_AHEAD
};

typedef struct csto_element {
  uint8_t kind, opt, list, trigger;
  uint8_t slot;            /* CSTO_SLOT_* */
  uint8_t text;            /* 'X', 'Q' or 'Y': free text */
  uint8_t pre, anypre;     /* proclitics wanted; any will do */
  uint8_t max;             /* GAP */
  uint32_t kinds;          /* SLOT */
  const char *s;           /* WORDS: the words; CLASS: its name */
  uint32_t n;
  char cls[16];
} csto_element;

#define CSTO_ELEMENTS_MAX 20

typedef struct csto_pattern {
  csto_element el[CSTO_ELEMENTS_MAX];
  int n, trigger;          /* elements; index of the trigger */
} csto_pattern;

/* The same as it is kept: no longer than it is, its start in one cache line. */
typedef struct csto_compiled {
  int n, trigger;
  csto_element el[];
} csto_compiled;

/* What follows from the tables alone, so that it is found once. */
typedef struct csto_patterns {
  csto_arena *arena;       /* where all this lives */
  csto_compiled **row;     /* made when first tried */
  csto_hit kind[32];       /* the first pattern of each kind of phrase, by the
                              number of its bit */
  struct csto_word_row {   /* for each row of relation_words */
    uint64_t bits;         /* as in csto_word.classes */
    csto_hit first;        /* the first pattern of the class, or 0 */
  } *word;
} csto_patterns;

/* Compiles s, which must outlive p.  CSTO_OK, or CSTO_FORMAT with *bad the
** first element that cannot be read. */
int csto_pattern_parse(const char *s, csto_pattern *p, const char **bad);

/* The compiled pattern of a row of relation_patterns, its n 0 where it cannot
** be read; NULL: no memory (then r->d->arena.rc says so). */
const csto_compiled *csto_pattern_of(csto_rel *r, uint32_t row);

/* True if the word is one of the n bytes of s, separated by |. */
int csto_pattern_word(const csto_token *tok, const char *s, uint32_t n);

/* Fills slot s with the text that element e asks for, from token pos on, or
** back from it (step -1); *next is where the match goes on.  0: there is
** none.  pattern_text.c */
int csto_pattern_text(const csto_rel *r, const csto_element *e, uint32_t pos,
                      int step, csto_slot *s, uint32_t *next);

/* The most tokens from pos on that a noun phrase may have, and the fewest that
** make it a definite one (into *least); 0: none begins there. */
uint32_t csto_pattern_noun(const csto_rel *r, uint32_t pos, uint32_t *least);
/* The first token of one that ends before token pos and begins its clause, or
** pos: there is none. */
uint32_t csto_pattern_noun_before(const csto_rel *r, uint32_t pos);

#endif
