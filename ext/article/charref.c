/* charref.c - character references of HTML and XML: &amp; &#1575; &#x627;
**
** Names stand in entity_names.h, sorted; numbers from 128 to 159 mean the
** characters of windows-1252, as browsers read them.  Cost: constant.
*/
#include <string.h>
#include "article/entity_names.h"
#include "article/page.h"

/* &#1575; or &#x627; */
static size_t number(const char *s, size_t n, uint32_t *cp) {
  static const uint16_t w[32] = {      /* 128 to 159 as browsers read them */
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,
    0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
    0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
  int hex = n > 3 && (s[2] == 'x' || s[2] == 'X');
  size_t first = hex ? 3 : 2, i;
  uint32_t v = 0;
  for (i = first; i < n && i < 12; i++) {
    int c = (unsigned char)s[i], d;
    if (c >= '0' && c <= '9') d = c - '0';
    else if (hex && (c | 32) >= 'a' && (c | 32) <= 'f') d = (c | 32) - 87;
    else break;
    v = v * (hex ? 16u : 10u) + (uint32_t)d;
    if (v > 0x10FFFF) v = 0xFFFD;
  }
  if (i == first) return 0;
  if (i < n && s[i] == ';') i++;
  if (v >= 0x80 && v < 0xA0) v = w[v - 0x80];
  *cp = v ? v : 0xFFFD;
  return i;
}

static size_t reference(const char *s, size_t n, uint32_t *cp,
                        uint32_t *cp2) {
  size_t i = 1, lo = 0, hi = sizeof entity_names / sizeof *entity_names;
  *cp2 = 0;
  if (n < 3) return 0;
  if (s[1] == '#') return number(s, n, cp);
  while (i < n && i < 10 && (((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z') ||
                             (s[i] >= '0' && s[i] <= '9')))
    i++;
  if (i == 1 || i >= n || s[i] != ';') {
    /* &nbsp and &quot are seen without ; */
    if (n >= 5 && memcmp(s, "&nbsp", 5) == 0) return *cp = 0xA0, 5;
    if (n >= 5 && memcmp(s, "&quot", 5) == 0) return *cp = '"', 5;
    return 0;
  }
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    int c = strncmp(s + 1, entity_names[mid].name, i - 1);
    if (c == 0 && entity_names[mid].name[i - 1]) c = -1;
    if (c == 0) {
      *cp = entity_names[mid].cp;
      return i + 1;
    }
    if (c < 0) hi = mid;
    else lo = mid + 1;
  }
  return 0;
}

size_t csto_entity(const char *s, size_t n, uint32_t *cp, uint32_t *cp2) {
  char again[16];
  uint32_t two;
  size_t k = reference(s, n, cp, cp2), left, m;
  if (k != 5 || *cp != '&' || n < 8) return k;
  /* &amp;quot; is a quotation mark that was escaped twice */
  left = n - k < sizeof again - 1 ? n - k : sizeof again - 1;
  again[0] = '&';
  memcpy(again + 1, s + k, left);
  m = reference(again, left + 1, &two, cp2);
  if (m < 4 || again[m - 1] != ';') return k;
  *cp = two;
  return k + m - 1;
}
