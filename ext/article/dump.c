/* dump.c - dumps of text browsers with numbered links: "[12]word" in the
** text, the addresses in a list at the end, as lynx and links write them.
**
** The list is cut off, the marks are taken out, and lines that are rows of
** links (four words a mark or fewer) go as the menus they are.  One pass to
** see whether there is such a list, one to copy.  Linear.
*/
#include <string.h>
#include "article/page.h"

static size_t digits(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && i < 5 && s[i] >= '0' && s[i] <= '9') i++;
  return i;
}

/* Does a line "  12. http..." begin at s? */
static int address(const char *s, size_t n) {
  size_t i = 0, k;
  while (i < n && s[i] == ' ') i++;
  k = digits(s + i, n - i);
  i += k;
  if (!k || i + 2 >= n || s[i] != '.') return 0;
  for (i++; i < n && s[i] == ' ';) i++;
  return n - i > 8 && (memcmp(s + i, "http", 4) == 0 ||
                       memcmp(s + i, "file:", 5) == 0 ||
                       memcmp(s + i, "mailto:", 7) == 0 ||
                       memcmp(s + i, "javascr", 7) == 0);
}

static size_t line_end(const char *s, size_t n, size_t at) {
  const char *nl = memchr(s + at, '\n', n - at);
  return nl ? (size_t)(nl - s) : n;
}

/* Where the list of addresses begins; n: there is none.  Three addresses at
** the end, with at most two short lines between them. */
static size_t list_of_addresses(const char *s, size_t n) {
  size_t end = n, top = n, found = 0, other = 0;
  while (end > 0) {
    size_t from = end;
    while (from > 0 && s[from - 1] != '\n') from--;
    if (address(s + from, end - from)) {
      found++;
      top = from;
      other = 0;
    } else if (end - from > 0) {
      int word = end - from < 40 && (unsigned char)s[from] < 128;
      if (!found || ++other > 2 || !word) break;
      top = from;
    }
    end = from ? from - 1 : 0;
  }
  return found >= 3 ? top : n;
}

/* The bytes of a mark "[12]" at s, 0: none. */
static size_t mark(const char *s, size_t n) {
  size_t k;
  if (n < 3 || s[0] != '[' || (k = digits(s + 1, n - 1)) == 0) return 0;
  return k + 1 < n && s[k + 1] == ']' ? k + 2 : 0;
}

size_t csto_dump_unlist(char *out, const char *s, size_t n) {
  size_t end, at = 0, to = 0, k;
  if (n < 40 || !memchr(s, '[', n)) return 0;
  end = list_of_addresses(s, n);
  if (end == n) return 0;
  while (at < end) {
    size_t e = line_end(s, end, at), i, marks = 0, words = 0, keep = to;
    int space = 1;
    for (i = at; i < e; i++) {
      if ((k = mark(s + i, e - i)) != 0) {
        marks++;
        i += k - 1;
        space = 1;
        continue;
      }
      if (s[i] == ' ') space = 1;
      else if (space) words++, space = 0;
      out[to++] = s[i];
    }
    if (marks && words <= marks * 4) to = keep;
    out[to++] = '\n';
    at = e + 1;
  }
  return to;
}
