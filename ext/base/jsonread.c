/* jsonread.c - a JSON lexer; see jsonread.h.
*/
#include "base/jsonread.h"
#include "base/rc.h"
#include <string.h>

void csto_jsonread_init(csto_jsonread *r, const char *s, size_t n) {
  r->s = s;
  r->n = n;
  r->at = 0;
  csto_buf_init(&r->text);
}

void csto_jsonread_free(csto_jsonread *r) { csto_buf_free(&r->text); }

static int hex4(const csto_jsonread *r, size_t at, unsigned *out) {
  size_t i;
  *out = 0;
  if (r->n - at < 4) return 0;
  for (i = 0; i < 4; i++) {
    char c = r->s[at + i];
    unsigned d = c >= '0' && c <= '9' ? (unsigned)(c - '0')
                 : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                 : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10 : 16;
    if (d == 16) return 0;
    *out = *out * 16 + d;
  }
  return 1;
}

/* Behind a backslash. */
static int escape(csto_jsonread *r) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  unsigned u, low;
  const char *p;
  char c;
  if (r->at >= r->n) return 0;
  c = r->s[r->at++];
  if (c == 'u') {
    if (!hex4(r, r->at, &u)) return 0;
    r->at += 4;
    if (u >= 0xd800 && u < 0xdc00 && r->n - r->at >= 6 &&
        r->s[r->at] == '\\' && r->s[r->at + 1] == 'u' &&
        hex4(r, r->at + 2, &low) && low >= 0xdc00 && low < 0xe000) {
      r->at += 6;
      u = 0x10000 + ((u - 0xd800) << 10) + (low - 0xdc00);
    }
    csto_buf_putcp(&r->text, u);
    return 1;
  }
  p = c ? strchr(from, c) : NULL;
  if (!p) return 0;
  csto_buf_putc(&r->text, to[p - from]);
  return 1;
}

static int string(csto_jsonread *r) {
  while (r->at < r->n) {
    size_t from = r->at;
    while (r->at < r->n && r->s[r->at] != '"' && r->s[r->at] != '\\') r->at++;
    csto_buf_add(&r->text, r->s + from, r->at - from);
    if (r->at >= r->n) break;
    if (r->s[r->at++] == '"')
      return r->text.rc ? CSTO_J_ERROR : CSTO_J_STRING;
    if (!escape(r)) break;
  }
  return CSTO_J_ERROR;
}

int csto_jsonread_next(csto_jsonread *r) {
  size_t from;
  char c;
  csto_buf_clear(&r->text);
  if (r->text.rc) return CSTO_J_ERROR;
  while (r->at < r->n && r->s[r->at] && strchr(" \t\r\n", r->s[r->at])) r->at++;
  if (r->at >= r->n) return CSTO_J_END;
  from = r->at;
  c = r->s[r->at++];
  if (c == '"') return string(r);
  if (c && strchr("{}[]:,", c)) {
    csto_buf_putc(&r->text, c);
    return r->text.rc ? CSTO_J_ERROR : CSTO_J_PUNCT;
  }
  while (r->at < r->n && ((r->s[r->at] >= '0' && r->s[r->at] <= '9') ||
                          (r->s[r->at] >= 'a' && r->s[r->at] <= 'z') ||
                          r->s[r->at] == '.' || r->s[r->at] == '-' ||
                          r->s[r->at] == '+' || r->s[r->at] == 'E')) r->at++;
  csto_buf_add(&r->text, r->s + from, r->at - from);
  if (r->text.rc) return CSTO_J_ERROR;
  if (c == '-' || (c >= '0' && c <= '9')) return CSTO_J_NUMBER;
  if (!strcmp(r->text.data, "true") || !strcmp(r->text.data, "false") ||
      !strcmp(r->text.data, "null")) return CSTO_J_WORD;
  r->at = from;
  return CSTO_J_ERROR;
}
