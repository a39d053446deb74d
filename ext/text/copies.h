/* copies.h - fingerprints that near-copies of a text share.
**
** Both look only at folded words, so spelling, marks, spacing and
** punctuation do not matter.  Values are stored in databases: they never
** change for a given word list (pinned by tests).
*/
#ifndef CSTO_COPIES_H
#define CSTO_COPIES_H
#include <stddef.h>
#include <stdint.h>
#include "text/doc.h"

/* Charikar's simhash (2002) over single words and pairs of words: near-copies
** differ in few of the 64 bits.  0 for a text without words. */
uint64_t csto_simhash(const csto_doc *d);

/* Number of differing bits, 0..64. */
int csto_simhash_distance(uint64_t a, uint64_t b);

/* The CSTO_SHINGLES smallest hashes of the runs of three words (Broder's
** min-wise sample, 1997), ascending, without repeats.  out has room for
** CSTO_SHINGLES values; *n is how many.  The share of common values
** estimates the share of common shingles.  CSTO_OK or CSTO_NOMEM. */
#define CSTO_SHINGLES 64
int csto_shingles(csto_doc *d, int64_t *out, size_t *n);

#endif
