/* lexicon.h - the attested words and the endings, as generated tables.
**
** Made by gen/stem.c from data/stem/lexicon.tsv and data/stem/affixes.tsv.
** A slot of the hash table holds the place of its entry in the pool (low 24
** bits) and 8 bits of the hash, so that a miss rarely touches the pool.  An
** entry is: length and bytes of the word, a byte of which classes it has
** (bit 0 N, 1 V, 2 I, 3 function word, 4 likely
** a name), then for each of the first three its weight (log2 of how often it
** was seen) and length and bytes of its stem (length 0: the word itself).
*/
#ifndef CSTO_LEXICON_H
#define CSTO_LEXICON_H
#include <stddef.h>
#include <stdint.h>

enum { CSTO_LX_N = 0, CSTO_LX_V = 1, CSTO_LX_I = 2, CSTO_LX_CLASSES = 3,
       CSTO_LX_F = 3, CSTO_LX_P = 4 };  /* function word, name: bits alone */

/* What may stand before an ending (bits). */
enum { CSTO_E_ARTICLE = 1, CSTO_E_FUNCTION = 2 };

#define CSTO_LEX_ENDINGS 64   /* at the most with one last letter */

typedef struct csto_ending {
  char text[15], put[5];   /* ending, letters put back */
  uint8_t ntext, nput, cls, cost, before;
  const char *rule;
  uint64_t tail, mask;     /* its last 8 bytes, see csto_lex_tail */
} csto_ending;

/* The last bytes of s[0..n), up to 8, the last one lowest. */
static inline uint64_t csto_lex_tail(const char *s, size_t n) {
  uint64_t x = 0;
  size_t i;
  for (i = n < 8 ? 0 : n - 8; i < n; i++) x = x << 8 | (unsigned char)s[i];
  return x;
}

/* One bit for each word at csto_lex_hash >> CSTO_LEX_SHIFT: most words that
** are not there are turned away by 128 KiB that stay in the cache. */
#define CSTO_LEX_SHIFT 12
extern const uint32_t csto_lex_bits[1u << (32 - CSTO_LEX_SHIFT - 5)];
extern const uint32_t csto_lex_slots[];
extern const uint32_t csto_lex_mask;          /* number of slots - 1 */
extern const unsigned char csto_lex_pool[];
extern const uint8_t csto_lex_heaviest[32];   /* weight, by letters */
extern const csto_ending csto_endings[];      /* sorted by last byte */
extern const uint16_t csto_ending_from[];     /* [last byte & 63], and end */

/* Hash of a word of two-byte letters.  The sum is a polynomial of its letters,
** so that the sum of any part of a word follows from the sums of its
** beginnings; csto_lex_mix spreads it. */
#define CSTO_LEX_BASE 0x9e3779b1u

/* The number of the letter at s. */
static inline uint32_t csto_lex_letter(const char *s) {
  return (uint32_t)(unsigned char)s[0] << 8 | (unsigned char)s[1];
}

/* The sum of the letters so far, with those of s[0..n). */
static inline uint32_t csto_lex_add(uint32_t sum, const char *s, size_t n) {
  size_t i;
  for (i = 0; i + 1 < n; i += 2)
    sum = sum * CSTO_LEX_BASE + csto_lex_letter(s + i);
  return sum;
}

static inline uint32_t csto_lex_mix(uint32_t h) {
  h ^= h >> 16;
  h *= 0x85ebca6bu;
  h ^= h >> 13;
  h *= 0xc2b2ae35u;
  return h ^ h >> 16;
}

#endif
