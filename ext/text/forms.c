/* forms.c - presentation forms, and the cleaning of lines.  One pass with a
** class for each byte: what needs no thought is copied in stretches.
*/
#include "text/forms.h"
#include <string.h>
#include "text/utf8.h"

const char *csto_form_letters(uint32_t cp) {
  size_t lo = 0, hi = csto_nforms;
  if (cp < 0xFB50 || cp > 0xFEFC) return NULL;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (csto_forms[mid].cp < cp) lo = mid + 1;
    else hi = mid;
  }
  return lo < csto_nforms && csto_forms[lo].cp == cp
             ? csto_forms[lo].letters : NULL;
}

/* Is white space cp (not a newline)? */
static int is_space(uint32_t cp) {
  return cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
         cp == 0x205F || cp == 0x3000 || cp == 0x1680;
}

static int is_dropped(uint32_t cp) {
  return (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
         (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || cp == 0xAD ||
         cp == 0x61C;
}

typedef struct cleaner {
  csto_buf *out;
  size_t line;       /* where the line began in out */
  unsigned spaces;   /* white space waiting to be written; 9: a tab */
} cleaner;

static void flush(cleaner *c) {
  if (c->spaces && c->out->size > c->line)
    csto_buf_putc(c->out, c->spaces >= 3 ? '\t' : ' ');
  c->spaces = 0;
}

static void newline(cleaner *c) {
  csto_buf_putc(c->out, '\n');
  c->line = c->out->size;
  c->spaces = 0;
}

/* The character at p that is not plain; returns its bytes. */
static size_t special(cleaner *c, const unsigned char *p,
                      const unsigned char *end) {
  size_t k;
  uint32_t cp;
  const char *form;
  if (*p == '\r') {
    newline(c);
    return end - p > 1 && p[1] == '\n' ? 2 : 1;
  }
  if (*p == '\n' || *p == '\v' || *p == '\f') {
    newline(c);
    return 1;
  }
  if (*p < 0x21 || *p == 0x7F) {
    c->spaces += *p == '\t' ? 9 : 1;
    if (c->spaces > 9) c->spaces = 9;
    return 1;
  }
  cp = csto_utf8_get(p, end, &k);
  if (cp == 0x85 || cp == 0x2028 || cp == 0x2029) {
    newline(c);
  } else if (is_space(cp)) {
    if (c->spaces < 9) c->spaces++;
  } else if (!is_dropped(cp)) {
    flush(c);
    form = csto_form_letters(cp);
    if (form) csto_buf_puts(c->out, form);
    else csto_buf_add(c->out, (const char *)p, k);
  }
  return k;
}

/* Bytes that may begin something special: below 21, 7F, C2 (A0, AD, 85),
** D8 (U+061C), E1 (U+1680), E2, E3 (U+3000), EF. */
static inline int plain(unsigned char b, unsigned char next) {
  if (b >= 0x80) return b < 0xE1 && b != 0xC2 && (b != 0xD8 || next != 0x9C);
  return b > 0x20 && b != 0x7F;
}

void csto_clean(csto_buf *out, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n, *q;
  cleaner c = {out, 0, 0};
  c.line = out->size;
  while (p < end) {
    for (q = p; q < end; q++) {
      unsigned char next = q + 1 < end ? q[1] : 0;
      if (plain(*q, next)) continue;
      /* one space between two words is copied with them */
      if (*q == ' ' && q > p && q + 1 < end && next > 0x20 && next != 0x7F &&
          next < 0xC0)
        continue;
      if (*q == ' ' && q > p && q + 2 < end && next >= 0xC3 && next < 0xE1 &&
          plain(next, q[2]))
        continue;
      break;
    }
    if (q > p) {
      flush(&c);
      csto_buf_add(out, (const char *)p, (size_t)(q - p));
      p = q;
    }
    if (p < end) p += special(&c, p, end);
  }
}
