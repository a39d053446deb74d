/* model.h - the tagger's model: what the blob holds and how it is looked up.
**
** The blob is ext/data/model.bin with ext/data/model_names.bin behind it (the
** phrases, under their own licence), written by gen/train_main.c and embedded
** unchanged.  All numbers are little-endian (base/machine.h).  It holds
**
**   header   csto_model_head
**   words    hash table of csto_word: clusters, counts and list bits of the
**            folded words known from text and name lists
**   phrases  hash table of csto_phrase: gazetteer names of several words
**   checks   hash table of features, two a slot: 16 bits of the hash of each
**   rows     csto_row of each place of that table: int8 weights
**   sums     csto_sum of frequent words
**   letters  CSTO_LETTERS cubed: the letters of names
**
** Columns of a row are the labels of three linear chains and of the clitic
** classifier, which share all features:
**
**   core   PERSON ORG GPE LOC, the outermost of these
**   outer  ROLE EVENT DOC
**   inner  NORP, and GPE wherever it stands
**   trim   letters of attached clitics before a name: 0, 1, 2, 3
**
** Cost: half of the features that a token has are in no table; the checks,
** small enough for the second cache, say so without a look at the rows.  A
** look-up in any other table is one cache line.
*/
#ifndef CSTO_MODEL_H
#define CSTO_MODEL_H
#include <stddef.h>
#include <stdint.h>
#include "base/machine.h"

enum { CSTO_L_CORE, CSTO_L_OUTER, CSTO_L_INNER, CSTO_L_TRIM, CSTO_NLAYER };

#define CSTO_NCOL 24      /* columns of a row, a multiple of 8 */
#define CSTO_NCHAIN 3     /* layers that are chains */
#define CSTO_MAXLAB 9     /* labels of the largest layer */

/* Labels of a layer: 0 is O (of the clitics: none, which has no column); then
** B and I of each type; of the layer with one label a type that label. */
static const uint8_t csto_layer_at[CSTO_NLAYER] = {0, 9, 16, 21};
static const uint8_t csto_layer_n[CSTO_NLAYER] = {9, 7, 5, 4};
static const uint8_t csto_layer_step[CSTO_NLAYER] = {2, 2, 2, 1};

/* May label `to` follow `from`?  CSTO_MAXLAB stands for either end. */
int csto_legal(unsigned layer, unsigned from, unsigned to);

/* Label of a token of a span; type counts from 0, inside: not its first. */
static inline unsigned csto_label(unsigned layer, unsigned type, int inside) {
  unsigned step = csto_layer_step[layer];
  return 1 + type * step + (step == 2 && inside);
}

typedef struct csto_word {
  uint32_t key;     /* high half of the word's hash; 0: free slot */
  uint16_t fine;    /* fine cluster, 0: none */
  uint8_t coarse;   /* coarse cluster, 0: none */
  uint8_t freq;     /* 1 + 4 log2(count) in plain text, 0: never seen */
  uint8_t name;     /* given-name level * 8 + family-name level, each 0..7 */
  uint8_t flags;    /* CSTO_WF_* */
  uint16_t list;    /* bits of the word lists, see gen/train_words.c */
} csto_word;

#define CSTO_COARSE 64   /* coarse clusters at most, with 0 */

#define CSTO_WF_PHRASE 1   /* a gazetteer name starts with this word */

typedef struct csto_phrase {
  uint32_t key;     /* high half of the hash of its words; 0: free */
  uint8_t type;     /* CSTO_GZ_*, 0: only the start of longer names */
  uint8_t more;     /* longer names start with these words */
  uint8_t kind;     /* CSTO_KIND_* of an institution, 0: none */
  uint8_t pad;
} csto_phrase;

enum { CSTO_GZ_COUNTRY = 1, CSTO_GZ_STATE, CSTO_GZ_CITY, CSTO_GZ_TOWN,
       CSTO_GZ_REGION, CSTO_GZ_ORG, CSTO_GZ_EVENT, CSTO_GZ_DOC, CSTO_GZ_N };

/* Kinds of institutions: a name may be a place and a paper as well. */
enum { CSTO_KIND_BODY = 1, CSTO_KIND_CLUB, CSTO_KIND_PRESS, CSTO_KIND_FIRM,
       CSTO_KIND_PARTY };

/* How much a string looks like a name of a person, by its letters: logarithms
** of chances, name over other word, of each letter after two others, in
** sixteenths; letter 0 is either end. */
#define CSTO_LETTERS 40

typedef struct csto_check { uint16_t of[2]; } csto_check;   /* 0: free */
typedef struct csto_row { int8_t w[CSTO_NCOL]; } csto_row;

/* Where the calibration of scores has its knots: dense near 1, where most
** spans are. */
#define CSTO_KNOTS 11
static const float csto_knot[CSTO_KNOTS] = {
    0, 0.2f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 0.96f, 0.99f, 1};

/* Sums of the rows of a frequent word's own features at the five places: a
** table with one word a slot, to save the look-ups. */
typedef struct csto_sum {
  int16_t v[5][CSTO_NCOL];
  uint32_t key;     /* 0: free */
  uint32_t pad[3];
} csto_sum;

typedef struct csto_model_head {
  char magic[8];                 /* "CSTOTAG6" */
  uint32_t bytes;                /* of the whole blob */
  uint32_t word_bits, phrase_bits, sum_bits;   /* log2 */
  uint32_t slots;                /* of checks, with two rows each: 2^n */
  uint32_t word_at, phrase_at, check_at, row_at, sum_at, letter_at;
  float scale;                   /* weight of one int8 step */
  float bias[CSTO_NCHAIN][CSTO_MAXLAB];  /* added: recall, precision */
  float trans[CSTO_NCHAIN][CSTO_MAXLAB][CSTO_MAXLAB]; /* from, to */
  float start[CSTO_NCHAIN][CSTO_MAXLAB];
  float cal[10][CSTO_KNOTS]; /* by csto_etype: chance of being right where
                           the model says csto_knot[i] */
} csto_model_head;

typedef struct csto_model {
  const csto_model_head *head;
  const csto_word *words;
  const csto_phrase *phrases;
  const csto_check *checks;
  const csto_row *rows;
  const csto_sum *sums;
  const int8_t *letters;   /* [CSTO_LETTERS][CSTO_LETTERS][CSTO_LETTERS] */
  uint32_t sum_mask;
  uint32_t word_mask, phrase_mask;
  unsigned shift;          /* csto_model_shift of the slots */
} csto_model;

/* The model embedded in the module: 0, or nonzero when the blob is not one
** that this program reads. */
int csto_model_get(csto_model *m);
int csto_model_view(csto_model *m, const void *blob, size_t bytes);

/* Word and phrase entries by 64-bit hash, NULL when absent. */
const csto_word *csto_model_word(const csto_model *m, uint64_t h);
const csto_phrase *csto_model_phrase(const csto_model *m, uint64_t h);

/* How many bits of a feature's hash are not its slot's, of 2^n slots. */
static inline unsigned csto_model_shift(uint32_t slots) {
  unsigned n = 64;
  while (slots >>= 1) n--;
  return n;
}

/* The slot of feature hash h. */
static inline size_t csto_model_slot(unsigned shift, uint64_t h) {
  return (size_t)(h >> shift);
}

/* Where feature hash h's row stands in the rows, in bytes, told from the
** checks k of its slot, to *row; 1 if the table has it, else 0.  No branches:
** whether it does is a toss of a coin. */
static inline unsigned csto_model_row(const csto_check *k, size_t slot,
                                      uint64_t h, uint32_t *row) {
  uint16_t c = (uint16_t)(h | 1);
  unsigned first = k->of[0] == c, second = k->of[1] == c;
  *row = (uint32_t)((slot * 2 + 1 - first) * sizeof(csto_row));
  return first | second;
}

/* The sums of the word with hash w, or NULL. */
static inline const csto_sum *csto_model_sum(const csto_model *m,
                                             uint64_t w) {
  const csto_sum *s = m->sums + (w & m->sum_mask);
  return s->key == ((uint32_t)(w >> 32) | 1) ? s : NULL;
}

/* Asks memory for what csto_model_word and csto_model_sum will look at. */
static inline void csto_model_ask(const csto_model *m, uint64_t w) {
  __builtin_prefetch(m->words + ((uint32_t)w & m->word_mask));
  __builtin_prefetch(&m->sums[w & m->sum_mask].key);
}

/* Asks memory for what csto_model_phrase will look at. */
static inline void csto_model_ask_phrase(const csto_model *m, uint64_t h) {
  __builtin_prefetch(m->phrases + ((uint32_t)h & m->phrase_mask));
}

/* Number of the folded letter at s of a word, 1 .. CSTO_LETTERS - 1. */
static inline unsigned csto_letter(const char *s) {
  unsigned u = ((unsigned)(unsigned char)s[0] & 31) << 6 |
               ((unsigned)(unsigned char)s[1] & 63);
  unsigned x = u - 0x621, y = u - 0x641, n = CSTO_LETTERS - 1;
  n = x < 26 ? x + 1 : n;      /* no branches: any letter may be next */
  return y < 11 ? y + 27 : n;
}

/* 64-bit hash of a folded word. */
uint64_t csto_word_hash(const char *s, size_t n);
/* Hash of words one after another: start with 0. */
static inline uint64_t csto_phrase_hash(uint64_t h, uint64_t word) {
  h = (h ^ word) * 0x9fb21c651e98df25ULL;
  return h ^ (h >> 29);
}

#endif
