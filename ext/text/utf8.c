/* utf8.c - characters as SQLite counts them; see utf8.h.
*/
#include "text/utf8.h"
#include <string.h>

uint32_t csto_utf8_slow(const unsigned char *p, const unsigned char *end,
                        size_t *len) {
  uint32_t c = p[0];
  size_t n = 1, want;
  if (c < 0x80) {
    *len = 1;
    return c;
  }
  if (c < 0xc0) {
    *len = 1;
    return CSTO_BAD;
  }
  while (p + n < end && (p[n] & 0xc0) == 0x80) n++;
  *len = n;
  want = c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf8 ? 4 : 0;
  if (n != want) return CSTO_BAD;
  if (n == 2) {
    c = ((c & 0x1f) << 6) | (p[1] & 0x3fu);
    return c < 0x80 ? CSTO_BAD : c;
  }
  if (n == 3) {
    c = ((c & 0x0f) << 12) | ((p[1] & 0x3fu) << 6) | (p[2] & 0x3fu);
    return c < 0x800 || (c >= 0xd800 && c < 0xe000) ? CSTO_BAD : c;
  }
  c = ((c & 7) << 18) | ((p[1] & 0x3fu) << 12) | ((p[2] & 0x3fu) << 6) |
      (p[3] & 0x3fu);
  return c < 0x10000 || c > 0x10ffff ? CSTO_BAD : c;
}

size_t csto_utf8_put(char *out, uint32_t cp) {
  if (cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000)) cp = CSTO_BAD;
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (char)(0xc0 | (cp >> 6));
    out[1] = (char)(0x80 | (cp & 63));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (char)(0xe0 | (cp >> 12));
    out[1] = (char)(0x80 | ((cp >> 6) & 63));
    out[2] = (char)(0x80 | (cp & 63));
    return 3;
  }
  out[0] = (char)(0xf0 | (cp >> 18));
  out[1] = (char)(0x80 | ((cp >> 12) & 63));
  out[2] = (char)(0x80 | ((cp >> 6) & 63));
  out[3] = (char)(0x80 | (cp & 63));
  return 4;
}

static size_t skip(const unsigned char *p, const unsigned char *end) {
  size_t n = 1;
  if (*p >= 0xc0) while (p + n < end && (p[n] & 0xc0) == 0x80) n++;
  return n;
}

/* Counts the characters of s[from..to), eight bytes at a time, as far as they
** are well enough formed: where no continuation byte stands alone, each other
** byte begins a character.  from is a character's start; so is what comes
** back, at most to. */
static size_t count8(const unsigned char *s, size_t from, size_t to,
                     size_t *chars) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  const uint64_t high = 0x8080808080808080ULL;
  uint64_t before = 0x80;     /* nothing that a continuation may follow */
  size_t at = from, n = 0;
  for (; at + 16 <= to; at += 8) {
    uint64_t x, tail, ascii;
    memcpy(&x, s + at, 8);
    tail = x & ~(x << 1) & high;
    ascii = ~x & high;
    if (tail & (ascii << 8 | before)) break;
    before = ascii >> 56;
    n += 8 - (size_t)((tail >> 7) * 0x0101010101010101ULL >> 56);
  }
  while (at > from && at < to && (s[at] & 0xc0) == 0x80 && s[at - 1] >= 0x80)
    at++;
  if (at == to) return from;       /* a run of eight or more */
  *chars += n;
  return at;
#else
  (void)s; (void)to; (void)chars;
  return from;
#endif
}

size_t csto_utf8_chars(const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  size_t k = 0;
  if (n >= 24) p += count8(p, 0, n, &k);
  while (p < end) {
    p += skip(p, end);
    k++;
  }
  return k;
}

size_t csto_utf8_upto_nul(const char *s, size_t n) {
  const char *z = n ? memchr(s, 0, n) : NULL;
  return z ? (size_t)(z - s) : n;
}

void csto_charpos_init(csto_charpos *c, const char *s, size_t n) {
  c->s = s;
  c->n = n;
  c->byte = c->chr = 0;
}

size_t csto_charpos_at(csto_charpos *c, size_t byte) {
  const unsigned char *s = (const unsigned char *)c->s;
  if (byte > c->n) byte = c->n;
  if (byte < c->byte) c->byte = c->chr = 0;
  if (byte - c->byte >= 24)
    c->byte = count8(s, c->byte, byte, &c->chr);
  while (c->byte < byte) {
    size_t k = skip(s + c->byte, s + c->n);
    if (c->byte + k > byte) break;
    c->byte += k;
    c->chr++;
  }
  return c->chr;
}
