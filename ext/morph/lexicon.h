/* lexicon.h - the attested words and the endings, as generated tables.
**
** Made by gen/stem.c from data/stem/lexicon.tsv and data/stem/affixes.tsv.
** A slot of the hash table holds the place of its entry in the pool (low 24
** bits) and 8 bits of the hash, so that a miss rarely touches the pool.  An
** entry is: length and bytes of the word, a byte of which classes it has
** (bit 0 N, 1 V, 2 I), then for each of them its weight (log2 of how often it
** was seen) and length and bytes of its stem (length 0: the word itself).
*/
#ifndef CSTO_LEXICON_H
#define CSTO_LEXICON_H
#include <stddef.h>
#include <stdint.h>

enum { CSTO_LX_N = 0, CSTO_LX_V = 1, CSTO_LX_I = 2, CSTO_LX_CLASSES = 3 };

typedef struct csto_ending {
  char text[15], put[5];   /* ending, letters put back */
  uint8_t ntext, nput, cls, cost, article;
  const char *rule;
} csto_ending;

extern const uint32_t csto_lex_slots[];
extern const uint32_t csto_lex_mask;          /* number of slots - 1 */
extern const unsigned char csto_lex_pool[];
extern const csto_ending csto_endings[];      /* sorted by last byte */
extern const uint16_t csto_ending_from[];     /* [last byte & 63], and end */

/* Hash of a word's bytes, the same when generating and looking up. */
static inline uint32_t csto_lex_hash(const char *s, size_t n) {
  uint32_t h = 2166136261u;
  size_t i;
  for (i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h ^ h >> 15;
}

#endif
