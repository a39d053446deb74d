/* table.h - lists and phrase tables generated from ext/data/NAME.tsv.
**
** gen/table.c turns a TSV into a csto_table: all cells in one pool of
** constant text, and a hash index over the words of column 0, folded with
** csto_fold, so that phrases are found in any spelling.  Alternatives in
** column 0 are separated by '|'.  The longest phrase wins; when two rows
** have the same phrase csto_table_next walks them in file order.
** Declared by CSTO_TABLE(NAME); the symbol is csto_table_NAME.
*/
#ifndef CSTO_TABLE_H
#define CSTO_TABLE_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "text/doc.h"

typedef struct csto_table_slot {
  uint64_t hash;      /* of the phrase, 0: free.  Phrases are told apart by
                         it alone */
  uint32_t entry;     /* first entry + 1, or 0: only the start of phrases */
  uint32_t more;      /* bits of the words that go on to longer phrases; 0:
                         none */
} csto_table_slot;

/* The bit, in csto_table_slot.more, of a next word whose csto_hash is x. */
static inline uint32_t csto_table_next_bit(uint64_t x) {
  return (uint32_t)1 << (x >> 59);
}

typedef struct csto_table_entry {
  uint32_t row;       /* row number, from 0 */
  uint32_t next;      /* next entry with the same phrase + 1, or 0 */
  uint32_t phrase;    /* offset of the folded phrase in the pool */
  uint32_t letter;    /* the first byte of the row's column 1 */
} csto_table_entry;

typedef struct csto_table {
  const char *name;
  uint32_t nrow, ncol;
  const uint32_t *cells;            /* nrow * ncol offsets into pool */
  const char *pool;
  uint32_t nslot;                   /* a power of two */
  const csto_table_slot *slots;
  const csto_table_entry *entries;
  uint32_t nfirst;                  /* a power of two, or 0: no phrases */
  const uint64_t *first;            /* a bit for the hash of each first word
                                       and of each beginning of several, set
                                       also for some others */
  const uint64_t *items;            /* of each row: csto_table_item_bit of all
                                       items behind column 0 */
} csto_table;

#define CSTO_TABLE(n) extern const csto_table csto_table_##n

/* Cell text, NUL-terminated, "" when empty or out of range. */
static inline const char *csto_table_cell(const csto_table *t, uint32_t row,
                                          uint32_t col) {
  if (row >= t->nrow || col >= t->ncol) return "";
  return t->pool + t->cells[(size_t)row * t->ncol + col];
}

/* The bit of an item: what stands in a cell, where it is a list between two
** commas.  0 for one too long to have a bit. */
static inline uint64_t csto_table_item_bit(const char *s, size_t n) {
  unsigned h;
  if (n == 0 || n > 16) return 0;
  h = (unsigned char)s[0] * 5u + (unsigned char)s[n / 2] * 3u +
      (unsigned char)s[n - 1] + (unsigned)n * 11u;
  return (uint64_t)1 << (h & 63);
}

/* What csto_table_has asks where the row has the item's bit. */
int csto_table_lists(const csto_table *t, uint32_t row, uint32_t col,
                     const char *item, size_t n);

/* Does the row's cell, a list with commas, hold the item?  One that ends in =
** is held with any value behind it.  A row that has not its bit, which is
** known where the code is compiled, costs one look. */
static inline int csto_table_has(const csto_table *t, uint32_t row,
                                 uint32_t col, const char *item) {
  size_t n = strlen(item);
  uint64_t bit = csto_table_item_bit(item, n);
  return row < t->nrow && (t->items[row] & bit) == bit &&
         csto_table_lists(t, row, col, item, n);
}

/* One match: entry index + 1 (0: none) for csto_table_row and _next. */
typedef uint32_t csto_hit;
static inline uint32_t csto_table_row(const csto_table *t, csto_hit h) {
  return t->entries[h - 1].row;
}
static inline csto_hit csto_table_next(const csto_table *t, csto_hit h) {
  return t->entries[h - 1].next;
}

/* The first letter of the match's column 1, where kinds stand, without a look
** at the row. */
static inline char csto_table_letter(const csto_table *t, csto_hit h) {
  return (char)t->entries[h - 1].letter;
}

/* Can a phrase begin with the word whose csto_hash (seed 0) is x, or with the
** words whose hashes csto_hash_add made x of?  A few answers are a wrong yes.
** A cheap question, asked before any look-up. */
static inline int csto_table_begins(const csto_table *t, uint64_t x) {
  uint32_t i = (uint32_t)x & (t->nfirst - 1);
  return t->nfirst && (t->first[i >> 6] >> (i & 63) & 1);
}

/* Where csto_table_begins will look for a token some way behind i; for
** __builtin_prefetch. */
static inline const uint64_t *csto_table_ahead(const csto_table *t,
                                               const csto_doc *d, size_t i) {
  uint32_t bit;
  if (i + 12 >= d->ntokens || !t->nfirst) return NULL;
  bit = (uint32_t)d->tokens[i + 12].hash[0] & (t->nfirst - 1);
  return t->first + (bit >> 6);
}

/* The same of token w without its first `skip` folded bytes, and with the
** letters pre before the rest. */
static inline int csto_table_may(const csto_table *t, const csto_token *w,
                                 size_t skip) {
  return w->nnorm > skip && csto_table_begins(t, csto_token_hash(w, skip));
}
int csto_table_may_pre(const csto_table *t, const csto_token *w, size_t skip,
                       const char *pre);

/* The longest phrase that starts at token tok, whose first word is taken
** without its first `skip` folded bytes and, if `pre` is not NULL, with the
** letters pre before the rest (للجامعة: skip the two lams, pre = "ال").
** *ntok gets the number of tokens.  Punctuation tokens match only phrases
** that hold them.  0 when nothing matches. */
csto_hit csto_table_longest(const csto_table *t, const csto_doc *d,
                            size_t tok, size_t skip, const char *pre,
                            size_t *ntok);
/* The same, most words answered here. */
static inline csto_hit csto_table_match(const csto_table *t,
                                        const csto_doc *d, size_t tok,
                                        size_t skip, const char *pre,
                                        size_t *ntok) {
  if (!pre && tok < d->ntokens && skip < d->tokens[tok].nnorm &&
      !csto_table_begins(t, csto_token_hash(&d->tokens[tok], skip))) {
    *ntok = 0;
    return 0;
  }
  return csto_table_longest(t, d, tok, skip, pre, ntok);
}

/* The one-word phrase that is pre (may be NULL) and the folded word w[0..n):
** its hit or 0; *more gets the bits of the words with which longer phrases
** that begin so may go on, 0: there are none. */
csto_hit csto_table_word(const csto_table *t, const char *pre, const char *w,
                         size_t n, uint32_t *more);

/* The same for token w without its first `skip` folded bytes. */
csto_hit csto_table_token(const csto_table *t, const csto_token *w,
                          size_t skip, uint32_t *more);

/* What a reader asks about a word: with alone not NULL csto_table_word, whose
** bits are added to *alone, else csto_table_longest.  A reader that asks all
** its questions alone has an answer that follows from the word, and stands
** unless csto_table_goes_on. */
csto_hit csto_table_ask(const csto_table *t, const csto_doc *d, size_t tok,
                        size_t skip, const char *pre, uint32_t *alone,
                        size_t *ntok);

/* May a phrase that begins with token tok, and whose next words have the bits
** more, go on with the token behind it? */
static inline int csto_table_goes_on(const csto_doc *d, size_t tok,
                                     uint32_t more) {
  const csto_token *next = &d->tokens[tok + 1];
  return more && tok + 1 < d->ntokens && !next->newline &&
         more & csto_table_next_bit(csto_token_hash(next, 0));
}

/* The row whose phrase is exactly this folded text, words separated by one
** space. */
csto_hit csto_table_find(const csto_table *t, const char *folded, size_t n);

#endif
