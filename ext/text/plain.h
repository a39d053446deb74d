/* plain.h - plain words: letters of the Arabic alphabet and nothing else.
**
** Nine words in ten of running text are written with the letters U+0621 to
** U+063A and U+0641 to U+064A alone.  They are cut and folded eight letters
** at a time, and a folded word of up to ten letters is a number: six bits a
** letter (the code point less 0x620), the first letter lowest, 0 after the
** last.  The words and the folds are those of morph/words.h and text/fold.h;
** whatever is not plain is theirs.
**
** Cost: some fifty instructions a word, no branch on its length.
*/
#ifndef CSTO_PLAIN_H
#define CSTO_PLAIN_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define CSTO_PLAIN_LETTERS 10
#define CSTO_PLAIN_BITS 60      /* a packed word is below 1 << this */
#define CSTO_PLAIN_ROOM 24      /* bytes that csto_plain_unpack may write */

/* Four letters of six bits, one in 16 bits each, as UTF-8. */
static inline uint64_t csto_plain_four(uint64_t g) {
  uint64_t x = (g & 0xfff) | (g & 0xfff000) << 20, hi;
  x = (x & 0x0000003f0000003fULL) | (x & 0x00000fc000000fc0ULL) << 10;
  hi = x >> 5 & 0x0001000100010001ULL;
  x = 0xa0d8a0d8a0d8a0d8ULL + (x << 8) - (hi << 14) + hi;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  return x;
}

/* Writes the packed word to out, CSTO_PLAIN_ROOM bytes in all; returns how
** many of them are the word. */
static inline size_t csto_plain_unpack(uint64_t word, char *out) {
  uint64_t x = csto_plain_four(word & 0xffffff);
  memcpy(out, &x, 8);
  x = csto_plain_four(word >> 24 & 0xffffff);
  memcpy(out + 8, &x, 8);
  x = csto_plain_four(word >> 48 & 0xfff);
  memcpy(out + 16, &x, 8);
  return word ? (size_t)(63 - __builtin_clzll(word)) / 6 * 2 + 2 : 0;
}

/* The letter of two bytes at s, less 0x620; 0: it is not plain. */
static inline unsigned csto_plain_letter(const char *s) {
  unsigned lead = (unsigned char)s[0], last = (unsigned char)s[1];
  unsigned c = (lead << 6 | (last & 63)) - (0xd8 << 6) - 0x20;
  if ((lead & 0xfe) != 0xd8 || (last & 0xc0) != 0x80 || c - 1 >= 42 ||
      (c > 26 && c < 33)) return 0;
  return c;
}

/* The folded word s[0..n) as a number; 0 if it is not plain or has more than
** CSTO_PLAIN_LETTERS letters. */
static inline uint64_t csto_plain_pack(const char *s, size_t n) {
  uint64_t word = 0;
  size_t i;
  if (n % 2 || n > CSTO_PLAIN_LETTERS * 2) return 0;
  for (i = n; i > 0; i -= 2) {
    unsigned c = csto_plain_letter(s + i - 2);
    if (!c) return 0;
    word = word << 6 | c;
  }
  return word;
}

#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define CSTO_PLAIN_FAST 1
typedef uint16_t csto_plain_v8 __attribute__((vector_size(16)));
typedef uint8_t csto_plain_b8 __attribute__((vector_size(8)));

/* The plain letters at the start of s, of which 16 bytes can be read: returns
** how many, at most 8; their folded form to out (16 bytes), packed to *word. */
static inline size_t csto_plain_scan(const char *s, char *out,
                                     uint64_t *word) {
  static const uint16_t window[16] = {0xffff, 0xffff, 0xffff, 0xffff,
                                      0xffff, 0xffff, 0xffff, 0xffff};
  csto_plain_v8 v, a, b, in_a, in_b, c, keep;
  csto_plain_b8 bytes;
  uint64_t x;
  size_t n;
  memcpy(&v, s, 16);
  v = v << 8 | v >> 8;
  a = v - 0xd8a0;                         /* U+0621.. as 1.. */
  b = v - 0xd960;                         /* U+0641.. as 33.. */
  in_a = (csto_plain_v8)((csto_plain_v8)(a - 1) < 26);
  in_b = (csto_plain_v8)((csto_plain_v8)(b - 33) < 10);
  bytes = __builtin_convertvector(in_a | in_b, csto_plain_b8);
  memcpy(&x, &bytes, 8);
  n = ~x ? (size_t)__builtin_ctzll(~x) >> 3 : 8;
  memcpy(&keep, window + 8 - n, 16);
  c = ((in_a & a) | (in_b & b)) & keep;
  /* as the table folds them: آ أ إ to ا, ؤ ئ to ء, ة to ه, ى to ي */
  c += ((csto_plain_v8)(c == 2) & 5) + ((csto_plain_v8)(c == 3) & 4) +
       ((csto_plain_v8)(c == 5) & 2) - ((csto_plain_v8)(c == 4) & 3) -
       ((csto_plain_v8)(c == 6) & 5) + ((csto_plain_v8)(c == 9) & 30) +
       ((csto_plain_v8)(c == 41) & 1);
  a = c >> 5;
  v = 0xa0d8 + (c << 8) - (a << 14) + a;
  memcpy(out, &v, 16);
  bytes = __builtin_convertvector(c, csto_plain_b8);
  memcpy(&x, &bytes, 8);
  x = (x & 0x003f003f003f003fULL) | (x & 0x3f003f003f003f00ULL) >> 2;
  x = (x & 0x00000fff00000fffULL) | (x & 0x0fff00000fff0000ULL) >> 4;
  *word = (x & 0xffffff) | (x >> 32) << 24;
  return n;
}

/* The letters behind the first eight, at s: up to two, each folded and put
** behind the `n` bytes at out and in *word.  Returns how many. */
static inline size_t csto_plain_rest(const char *s, char *out, size_t n,
                                     uint64_t *word) {
  static const uint8_t folds[10] = {0, 1, 7, 7, 1, 7, 1, 7, 8, 39};
  size_t k = 0;
  for (; k < CSTO_PLAIN_LETTERS - 8; k++) {
    unsigned c = csto_plain_letter(s + k * 2), cp;
    if (!c) break;
    c = c < 10 ? folds[c] : c == 41 ? 42 : c;
    cp = c + 0x620;
    out[n + k * 2] = (char)(0xc0 | cp >> 6);
    out[n + k * 2 + 1] = (char)(0x80 | (cp & 63));
    *word |= (uint64_t)c << (48 + k * 6);
  }
  return k;
}
#endif

#endif
