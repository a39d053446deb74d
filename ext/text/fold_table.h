/* fold_table.h - the generated tables behind fold.c.
**
** csto_fold_block[csto_fold_index[cp / 128]][cp % 128] is
**   bits 24..27  class (enum csto_class)
**   bit  23      the fold is a string: bits 0..21 are its place in
**                csto_fold_pool (a length byte, then UTF-8)
**   bit  22      the fold is nothing
**   bits 0..21   otherwise the folded code point, 0: the code point itself
*/
#ifndef CSTO_FOLD_TABLE_H
#define CSTO_FOLD_TABLE_H
#include <stdint.h>

#define CSTO_FOLD_BLOCK 128
extern const uint16_t csto_fold_index[0x110000 / CSTO_FOLD_BLOCK];
extern const uint32_t csto_fold_block[][CSTO_FOLD_BLOCK];
extern const unsigned char csto_fold_pool[];
extern const char csto_fold_unicode[];   /* "15.0.0" */
extern const char csto_fold_utf8proc[];  /* version of the generating library */

#endif
