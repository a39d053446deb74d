/* utf8.h - characters as SQLite counts them.
**
** A character is one byte, or a byte >= 0xC0 with all continuation bytes
** (10xxxxxx) that follow it (SQLITE_SKIP_UTF8), whether or not that is valid
** UTF-8.  So substr(X, start, length) finds what we found in any bytes.
*/
#ifndef CSTO_UTF8_H
#define CSTO_UTF8_H
#include <stddef.h>
#include <stdint.h>

#define CSTO_BAD 0xFFFDu  /* what an invalid sequence decodes to */

/* What csto_utf8_get does not answer at once. */
uint32_t csto_utf8_slow(const unsigned char *p, const unsigned char *end,
                        size_t *len);

/* Decodes the character at p < end.  *len is set to its bytes (>= 1). */
static inline uint32_t csto_utf8_get(const unsigned char *p,
                                     const unsigned char *end, size_t *len) {
  if (p[0] < 0x80) {
    *len = 1;
    return p[0];
  }
  if (p[0] >= 0xc2 && p[0] < 0xe0 && end - p > 2 && (p[1] & 0xc0) == 0x80 &&
      (p[2] & 0xc0) != 0x80) {
    *len = 2;
    return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3fu);
  }
  return csto_utf8_slow(p, end, len);
}

/* Writes cp as 1 to 4 bytes to out; returns the number.  Surrogates and
** values over U+10FFFF become U+FFFD. */
size_t csto_utf8_put(char *out, uint32_t cp);

/* Number of SQLite characters in s[0..n). */
size_t csto_utf8_chars(const char *s, size_t n);

/* Byte length of a text value that SQLite would stop reading at a NUL. */
size_t csto_utf8_upto_nul(const char *s, size_t n);

/* Turns byte offsets into character offsets: linear time for a whole ascending
** series; an offset below the last one starts again from the front. */
typedef struct csto_charpos {
  const char *s;
  size_t n, byte, chr;
} csto_charpos;
void csto_charpos_init(csto_charpos *c, const char *s, size_t n);
/* 0-based number of characters before byte offset `byte`. */
size_t csto_charpos_at(csto_charpos *c, size_t byte);

#endif
