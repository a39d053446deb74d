/* json.c - JSON text; see json.h.
*/
#include "base/json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the valid UTF-8 character at s < end, or 0. */
static size_t valid(const unsigned char *s, const unsigned char *end) {
  unsigned c = s[0];
  size_t n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3
             : c < 0xf5 ? 4 : 0;
  size_t i;
  if (n == 0 || (size_t)(end - s) < n) return 0;
  for (i = 1; i < n; i++) if ((s[i] & 0xc0) != 0x80) return 0;
  if (n == 3 && c == 0xe0 && s[1] < 0xa0) return 0;
  if (n == 3 && c == 0xed && s[1] > 0x9f) return 0;
  if (n == 4 && c == 0xf0 && s[1] < 0x90) return 0;
  if (n == 4 && c == 0xf4 && s[1] > 0x8f) return 0;
  return n;
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
    size_t k;
    if (*s < 0x20 || *s == '"' || *s == '\\') {
      csto_buf_add(b, (const char *)from, (size_t)(s - from));
      escape(b, *s++);
      from = s;
    } else if ((k = valid(s, end)) > 0) {
      /* a valid lead whose SQLite character runs on is still valid text */
      s += k;
    } else {
      csto_buf_add(b, (const char *)from, (size_t)(s - from));
      csto_buf_puts(b, "\xef\xbf\xbd");
      if (*s++ >= 0xc0) while (s < end && (*s & 0xc0) == 0x80) s++;
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
