/* dump.c - what programs that turn pages into plain text leave in it.
**
** Text browsers number the links: "[12]word" in the text, the addresses in a
** list at the end.  The list is cut off, the marks are taken out, and lines
** that are rows of links (four words a mark or fewer) go as the menus they
** are.  Markdown's signs are taken off, lines broken at one width are joined,
** named characters resolved.  Linear.
*/
#include <string.h>
#include "article/page.h"
#include "base/rc.h"
#include "text/utf8.h"

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

/* Signs of Markdown: a heading or a link. */
int csto_dump_is_markdown(const char *s, size_t n) {
  size_t i;
  if (memchr(s, ']', n) && memmem(s, n, "](http", 6)) return 1;
  for (i = 0; i + 3 < n; i++) {
    const char *t = memchr(s + i, '#', n - i);
    size_t k;
    if (!t) return 0;
    i = (size_t)(t - s);
    if (i && s[i - 1] != '\n') continue;
    for (k = i; k < n && s[k] == '#';) k++;
    if (k < n && s[k] == ' ' && k - i <= 6) return 1;
    i = k;
  }
  return 0;
}

/* Markdown's signs taken off: # at the start of lines, > of quotations, **,
** links to their text. */
int csto_dump_unmark(csto_buf *b, const char *s, size_t n) {
  size_t i = 0, k, none = 0;        /* none: no link ends before it */
  while (i < n) {
    int start = i == 0 || s[i - 1] == '\n';
    if (start) {
      k = i;
      while (k < n && (s[k] == '#' || s[k] == '>')) k++;
      if (k > i && k < n && s[k] == ' ') {
        i = k + 1;
        continue;
      }
    }
    if (i + 1 < n && ((s[i] == '*' && s[i + 1] == '*') ||
                      (s[i] == '_' && s[i + 1] == '_'))) {
      i += 2;
      continue;
    }
    if (i >= none &&
        (s[i] == '[' || (s[i] == '!' && i + 1 < n && s[i + 1] == '['))) {
      size_t open = i + (s[i] == '!'), close = open;
      size_t most = n - open < 2000 ? n : open + 2000;
      while (close < most && s[close] != ']' && s[close] != '\n') close++;
      if (close == most || s[close] != ']') none = close;
      if (close + 1 < n && s[close] == ']' && s[close + 1] == '(') {
        size_t end = close;
        most = n - close < 3000 ? n : close + 3000;
        while (end < most && s[end] != ')' && s[end] != '\n') end++;
        if (end == most || s[end] != ')') none = close + 1;
        if (end < n && s[end] == ')') {
          if (s[i] == '[') csto_buf_add(b, s + open + 1, close - open - 1);
          i = end + 1;
          continue;
        }
      }
    }
    k = i + (s[i] != '\n');
    while (k < n && !memchr("\n*_[!", s[k], 5))
      k++;
    if (k < n && s[k] == '\n') k++;
    csto_buf_add(b, s + i, k - i);
    i = k;
  }
  return b->rc;
}

/* Lines of one width, broken where the next word no longer fitted, are
** joined again: the width is that of the longest line.  s is clean text. */
int csto_dump_unwrap(csto_page *p, const char *s, size_t n) {
  size_t i, to, width = 0, full = 0, stops = 0;
  char *out;
  int pass;
  for (i = 0; i < n; i = to + 1) {
    size_t chars;
    to = line_end(s, n, i);
    if (to - i > 4 * 260) return 0;
    chars = csto_utf8_chars(s + i, to - i);
    if (chars > 260) return 0;
    if (chars > width) width = chars;
  }
  if (width < 50) return 0;
  out = csto_arena_alloc(p->arena, n + 1);
  if (!out) return 0;
  for (pass = 0; pass < 2; pass++) {
    for (i = 0; i < n; i = to + 1) {
      size_t k, word;
      to = line_end(s, n, i);
      if (pass) memcpy(out + i, s + i, to - i);
      if (to == n) break;
      for (k = to + 1; k < n && s[k] != ' ' && s[k] != '\n' && s[k] != '\t';)
        k++;
      word = csto_utf8_chars(s + to + 1, k - to - 1);
      if (pass) out[to] = '\n';
      if (word) {
        size_t chars = csto_utf8_chars(s + i, to - i);
        if (chars * 2 > width && chars + 1 + word > width - width / 20) {
          full++;
          stops += to > 0 && s[to - 1] == '.';
          if (pass) out[to] = ' ';
        }
      }
    }
    /* lines so long are paragraphs rather, and alike by chance */
    if (full < (width > 100 ? 6u : 3u) || stops * 2 > full) return 0;
  }
  p->text = out;
  p->bytes = n;
  return 1;
}

/* Named characters that a careless dump left in its text. */
int csto_dump_unescape(csto_buf *b, const char *s, size_t n) {
  size_t i = 0, k;
  uint32_t cp, cp2;
  while (i < n) {
    const char *amp = memchr(s + i, '&', n - i);
    size_t to = amp ? (size_t)(amp - s) : n;
    csto_buf_add(b, s + i, to - i);
    i = to;
    if (i == n) break;
    k = csto_entity(s + i, n - i, &cp, &cp2);
    if (k && s[i + k - 1] == ';') {
      csto_buf_putcp(b, cp == '\n' || cp == '\r' ? ' ' : cp);
    } else {
      csto_buf_putc(b, '&');
      k = 1;
    }
    i += k;
  }
  return b->rc;
}
