/* json.c - JSON text; see json.h.
*/
#include "base/json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the valid UTF-8 character at s < end; otherwise minus the bytes of
** the maximal subpart that one U+FFFD stands for (Unicode 15, 3.9, D93b). */
static int valid(const unsigned char *s, const unsigned char *end) {
  unsigned c = s[0], lo = 0x80, hi = 0xbf;
  int n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3
          : c < 0xf5 ? 4 : 0;
  int i;
  if (c == 0xe0) lo = 0xa0;
  if (c == 0xed) hi = 0x9f;
  if (c == 0xf0) lo = 0x90;
  if (c == 0xf4) hi = 0x8f;
  for (i = 1; i < n; i++, lo = 0x80, hi = 0xbf)
    if (s + i >= end || s[i] < lo || s[i] > hi) return -i;
  return n ? n : -1;
}

static void escape(csto_buf *b, unsigned c) {
  char t[8];
  const char *two = c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n"
                    : c == '\r' ? "\\r" : c == '\t' ? "\\t" : NULL;
  if (two) {
    csto_buf_puts(b, two);
    return;
  }
  (void)snprintf(t, sizeof t, "\\u%04x", c & 0xffffu);
  csto_buf_puts(b, t);
}

void csto_json_str(csto_buf *b, const char *str, size_t n) {
  const unsigned char *s = (const unsigned char *)str, *end, *from;
  if (!str) {
    csto_buf_puts(b, "null");
    return;
  }
  end = s + n;
  csto_buf_putc(b, '"');
  for (from = s; s < end;) {
    int k;
    if (*s < 0x20 || *s == '"' || *s == '\\') {
      csto_buf_add(b, (const char *)from, (size_t)(s - from));
      escape(b, *s++);
      from = s;
    } else if ((k = valid(s, end)) > 0) {
      s += k;
    } else {
      csto_buf_add(b, (const char *)from, (size_t)(s - from));
      csto_buf_puts(b, "\xef\xbf\xbd");
      s -= k;
      from = s;
    }
  }
  csto_buf_add(b, (const char *)from, (size_t)(s - from));
  csto_buf_putc(b, '"');
}

void csto_json_int(csto_buf *b, long long v) { csto_buf_printf(b, "%lld", v); }

void csto_json_real(csto_buf *b, double v) {
  char t[40];
  char *p;
  if (!(v > -1e300 && v < 1e300)) {
    csto_buf_puts(b, v != v ? "null" : v < 0 ? "-1e300" : "1e300");
    return;
  }
  (void)snprintf(t, sizeof t, "%.15g", v);
  for (p = t; *p; p++) if (*p == ',') *p = '.';
  csto_buf_puts(b, t);
  if (!strpbrk(t, ".e")) csto_buf_puts(b, ".0");
}
