/* buf.c - growable byte buffer with a sticky error; see buf.h.
**
** Capacity doubles, so n appended bytes cost O(n) in all.
*/
#include "base/buf.h"
#include "base/mem.h"
#include "base/rc.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define BUF_MAX ((size_t)0x7ffffff0)

void csto_buf_init(csto_buf *b) { memset(b, 0, sizeof *b); }

void csto_buf_free(csto_buf *b) {
  csto_free(b->data);
  csto_buf_init(b);
}

void csto_buf_clear(csto_buf *b) {
  b->size = 0;
  if (b->data) b->data[0] = 0;
}

char *csto_buf_reserve(csto_buf *b, size_t n) {
  size_t cap;
  char *p;
  if (b->rc) return NULL;
  if (n > BUF_MAX - b->size) {
    b->rc = CSTO_TOOBIG;
    return NULL;
  }
  if (b->size + n + 1 <= b->cap) return b->data + b->size;
  cap = b->cap ? b->cap * 2 : 64;
  if (cap < b->size + n + 1) cap = b->size + n + 1;
  p = csto_realloc(b->data, cap);
  if (!p) {
    b->rc = CSTO_NOMEM;
    return NULL;
  }
  b->data = p;
  b->cap = cap;
  return p + b->size;
}

void csto_buf_add(csto_buf *b, const char *s, size_t n) {
  char *p = csto_buf_reserve(b, n);
  if (!p) return;
  if (n) memcpy(p, s, n);
  b->size += n;
  b->data[b->size] = 0;
}

void csto_buf_puts(csto_buf *b, const char *s) {
  csto_buf_add(b, s, strlen(s));
}

void csto_buf_putc(csto_buf *b, char c) { csto_buf_add(b, &c, 1); }

void csto_buf_putcp(csto_buf *b, unsigned cp) {
  char t[4];
  size_t n;
  if (cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000)) cp = 0xfffd;
  if (cp < 0x80) {
    t[0] = (char)cp;
    n = 1;
  } else if (cp < 0x800) {
    t[0] = (char)(0xc0 | (cp >> 6));
    t[1] = (char)(0x80 | (cp & 63));
    n = 2;
  } else if (cp < 0x10000) {
    t[0] = (char)(0xe0 | (cp >> 12));
    t[1] = (char)(0x80 | ((cp >> 6) & 63));
    t[2] = (char)(0x80 | (cp & 63));
    n = 3;
  } else {
    t[0] = (char)(0xf0 | (cp >> 18));
    t[1] = (char)(0x80 | ((cp >> 12) & 63));
    t[2] = (char)(0x80 | ((cp >> 6) & 63));
    t[3] = (char)(0x80 | (cp & 63));
    n = 4;
  }
  csto_buf_add(b, t, n);
}

void csto_buf_putpad(csto_buf *b, unsigned v, int digits) {
  char s[24];
  size_t n = sizeof s;
  for (; n > 0 && (v || digits > 0); v /= 10, digits--)
    s[--n] = (char)('0' + v % 10);
  csto_buf_add(b, s + n, sizeof s - n);
}

void csto_buf_printf(csto_buf *b, const char *fmt, ...) {
  va_list ap;
  int n;
  char *p;
  va_start(ap, fmt);
  n = vsnprintf(NULL, 0, fmt, ap);
  va_end(ap);
  if (n < 0 || !(p = csto_buf_reserve(b, (size_t)n))) return;
  va_start(ap, fmt);
  (void)vsnprintf(p, (size_t)n + 1, fmt, ap);
  va_end(ap);
  b->size += (size_t)n;
}
