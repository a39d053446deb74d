/* head.c - what stands before the text: YAML between lines of ---, lines of
** "key: value" with known keys, and the line "date YYYY-MM-DD address" of
** page dumps.
*/
#include <string.h>
#include "article/page.h"
#include "article/when.h"
#include "base/rc.h"
#include "text/table.h"

CSTO_TABLE(article_labels);

static size_t line_end(const char *s, size_t n, size_t at) {
  const char *nl = memchr(s + at, '\n', n - at);
  return nl ? (size_t)(nl - s) : n;
}

/* The field of a line "key: value"; *value is where the value begins. */
static int key_line(const char *s, size_t n, size_t *value, int *weight) {
  const char *colon = memchr(s, ':', n < 60 ? n : 60);
  size_t k, i = 0;
  int f;
  if (!colon) return CSTO_F_NONE;
  k = (size_t)(colon - s);
  while (i < k && (s[i] == '*' || s[i] == '#' || s[i] == ' ' || s[i] == '-'))
    i++;
  while (k > i && (s[k - 1] == ' ' || s[k - 1] == '*')) k--;
  f = csto_field_of(s + i, k - i, weight);
  if (f == CSTO_F_NONE && k > i) {       /* labels that say nothing of use */
    char buf[600];
    csto_words w;
    csto_hit h = 0;
    csto_words_cut(&w, s + i, k - i, 1, 4, buf, sizeof buf);
    if (w.n && !w.more)
      h = csto_table_find(&csto_table_article_labels, w.text,
                          w.end[w.n - 1]);
    if (h) {
      f = csto_field_named(csto_table_cell(
          &csto_table_article_labels,
          csto_table_row(&csto_table_article_labels, h), 1));
      if (f != CSTO_F_SECTION && f != CSTO_F_TAGS) f = CSTO_F_SKIP;
    }
  }
  for (k = (size_t)(colon - s) + 1;
       k < n && (s[k] == ' ' || s[k] == '\t' || s[k] == '*');)
    k++;
  *value = k;
  return f;
}

static void claim_value(csto_page *p, int f, int weight, const char *s,
                        size_t n) {
  while (n && (s[n - 1] == ' ' || s[n - 1] == ',')) n--;
  if (n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n - 1] == s[0]) {
    s++;
    n -= 2;
  }
  if (n >= 2 && s[0] == '[' && s[n - 1] == ']') s++, n -= 2;
  if (f == CSTO_F_SITE && memmem(s, n, "://", 3)) f = CSTO_F_URL;
  if (f == CSTO_F_URL && !memmem(s, n, "://", 3)) return;
  csto_page_claim(p, f, weight, s, n);
}

/* --- YAML --- */
static size_t yaml(csto_page *p, const char *s, size_t n) {
  size_t at = line_end(s, n, 0) + 1, end = at, value;
  int w, f, found = 0;
  while (end < n) {                   /* the closing line */
    size_t e = line_end(s, n, end);
    if ((e - end == 3 && (memcmp(s + end, "---", 3) == 0 ||
                          memcmp(s + end, "...", 3) == 0)))
      break;
    if (end - at > 8000) return 0;
    end = e + 1;
  }
  if (end >= n) return 0;
  while (at < end) {
    size_t e = line_end(s, n, at);
    f = key_line(s + at, e - at, &value, &w);
    if (f != CSTO_F_NONE && f != CSTO_F_SKIP && f != CSTO_F_BODY &&
        f != CSTO_F_SECTION && f != CSTO_F_TAGS) {
      claim_value(p, f, w, s + at + value, e - at - value);
      found++;
    }
    at = e + 1;
  }
  if (!found) return 0;
  return line_end(s, n, end) < n ? line_end(s, n, end) + 1 : n;
}

/* Lines of known keys: two or more of them, from the first line on, and not
** only such as say nothing of use. */
static size_t keys(csto_page *p, const char *s, size_t n) {
  size_t at = 0, found = 0, value, last = 0, useful;
  int w, f, pass;
  for (pass = 0; pass < 2; pass++) {
    at = found = last = useful = 0;
    while (at < n) {
      size_t e = line_end(s, n, at);
      if (e > at) {
        f = key_line(s + at, e - at, &value, &w);
        if (f == CSTO_F_NONE) break;
        if (f == CSTO_F_BODY || f == CSTO_F_HTML) {
          if (found) last = at + value;   /* the text begins here */
          if (pass && found >= 2) p->declared = 1;
          break;
        }
        if (pass && f != CSTO_F_SKIP && f != CSTO_F_SECTION &&
            f != CSTO_F_TAGS && w > 2)
          claim_value(p, f, w, s + at + value, e - at - value);
        found++;
        useful += f != CSTO_F_SKIP;
        last = e < n ? e + 1 : n;
      } else if (found == 0) {
        break;
      }
      at = e + 1;
    }
    if (found < 2 || !useful) return 0;
  }
  return last;
}

/* " date 2025-11-27 https://..." of page dumps. */
static size_t dump(csto_page *p, const char *s, size_t n) {
  size_t e = line_end(s, n, 0), i, k;
  csto_when d;
  if (n < 15 || memcmp(s, "date ", 5) != 0) return 0;
  if (!csto_when_read(s + 5, e < 24 ? e - 5 : 19, &d) || d.start > 1)
    return 0;
  csto_page_claim(p, CSTO_F_PUBLISHED, 4, s + 5 + d.start, d.end - d.start);
  i = 5 + d.end;
  while (i < e && (s[i] == ' ' || s[i] == '\t')) i++;
  if (e - i > 7 && memcmp(s + i, "http", 4) == 0) {
    for (k = i; k < e && s[k] != ' ' && s[k] != '\t';) k++;
    csto_page_claim(p, CSTO_F_URL, 5, s + i, k - i);
    i = k;
    while (i < e && (s[i] == ' ' || s[i] == '\t')) i++;
  }
  return i;
}

size_t csto_head_read(csto_page *p, const char *s, size_t n) {
  size_t i = 0, k;
  while (i < n && (s[i] == '\n' || s[i] == ' ' || s[i] == '\t')) i++;
  s += i;
  n -= i;
  if (n > 8 && memcmp(s, "---\n", 4) == 0 && (k = yaml(p, s, n)) != 0)
    return i + k;
  if ((k = dump(p, s, n)) != 0) return i + k;
  if ((k = keys(p, s, n)) != 0) return i + k;
  return i;
}
