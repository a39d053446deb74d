/* html_attrs.c - the attributes of one tag, and what they say of its element.
**
** The words of class and id are cut at signs and at capitals inside a word
** (articleBody, related-posts) and looked up, one to three at a time, in
** data/article_hints.tsv; the longer phrase wins, and so does the body's over
** navigation around it.  Linear in the tag's bytes.
*/
#include "article/html_attrs.h"
#include <string.h>
#include "article/page.h"
#include "text/table.h"

CSTO_TABLE(article_hints);

int csto_tagname(const char *s, size_t n, const char *name) {
  size_t i;
  for (i = 0; i < n; i++) {
    int c = (unsigned char)s[i];
    if (c >= 'A' && c <= 'Z') c += 32;
    if (c != (unsigned char)name[i]) return c - (unsigned char)name[i];
    if (name[i] == 0) return 1;
  }
  return name[n] ? -1 : 0;
}

int csto_attr_next(csto_attrs *a, csto_str *name, csto_str *value) {
  const char *s = a->s, *end = a->s + a->n;
  while (s < end && (*s <= ' ' || *s == '/')) s++;
  if (s >= end) return 0;
  name->s = s;
  while (s < end && *s != '=' && (unsigned char)*s > ' ' && *s != '/') s++;
  name->n = (size_t)(s - name->s);
  if (name->n == 0) {          /* a stray = */
    a->s = s + 1;
    a->n = (size_t)(end - a->s);
    value->s = NULL;
    value->n = 0;
    return 1;
  }
  while (s < end && (unsigned char)*s <= ' ') s++;
  value->s = NULL;
  value->n = 0;
  if (s < end && *s == '=') {
    s++;
    while (s < end && (unsigned char)*s <= ' ') s++;
    if (s < end && (*s == '"' || *s == '\'')) {
      const char *q = memchr(s + 1, *s, (size_t)(end - s - 1));
      if (!q) q = end;
      value->s = s + 1;
      value->n = (size_t)(q - s - 1);
      s = q < end ? q + 1 : end;
    } else {
      value->s = s;
      while (s < end && (unsigned char)*s > ' ') s++;
      value->n = (size_t)(s - value->s);
    }
  }
  a->s = s;
  a->n = (size_t)(end - s);
  return 1;
}

int csto_attr(const char *s, size_t n, const char *want, csto_str *value) {
  csto_attrs a = {s, n};
  csto_str name;
  while (csto_attr_next(&a, &name, value))
    if (csto_tagname(name.s, name.n, want) == 0) return 1;
  value->s = NULL;
  value->n = 0;
  return 0;
}

int csto_says(const char *s, size_t n, const char *word) {
  size_t i, k = strlen(word);
  for (i = 0; i + k <= n; i++)
    if (csto_tagname(s + i, k, word) == 0) return 1;
  return 0;
}

static int hint_kind(const char *s, size_t n) {
  csto_hit h = csto_table_find(&csto_table_article_hints, s, n);
  const char *k;
  if (!h) return -1;
  k = csto_table_cell(&csto_table_article_hints,
                      csto_table_row(&csto_table_article_hints, h), 1);
  switch (k[0]) {
    case 'n': return CSTO_G_NAV;
    case 'b': return CSTO_G_P;
    case 'l': return CSTO_G_LEAD;
    case 'a': return CSTO_G_AUTHOR;
    case 'd': return CSTO_G_DATE;
    case 't': return CSTO_G_TAGS;
    case 'c': return k[1] == 'a' ? CSTO_G_CAPTION : CSTO_G_CREDIT;
    case 'w': return 100;
    default: return -1;
  }
}

/* The hint of one word of a class or id, cut at signs and capitals. */
static int hint_of(const char *s, size_t n) {
  char w[64];
  size_t at[7], i, k = 0, nw = 0, j;
  int found = -1, wrap = 0;
  for (i = 0; i < n && k < sizeof w - 2 && nw < 6; i++) {
    char c = s[i];
    int up = c >= 'A' && c <= 'Z';
    if (c == '-' || c == '_' || c == ':' || c == '.') {
      if (k && w[k - 1] != ' ') w[k++] = ' ';
      continue;
    }
    if (up && i && s[i - 1] >= 'a' && s[i - 1] <= 'z' && k) w[k++] = ' ';
    if (k == 0 || w[k - 1] == ' ') at[nw++] = k;
    w[k++] = up ? (char)(c + 32) : c;
  }
  while (k && w[k - 1] == ' ') k--;
  at[nw] = k + 1;
  for (i = 0; i < nw; i++)
    for (j = i + 1; j <= nw && j <= i + 3; j++) {
      int h = hint_kind(w + at[i], at[j] - 1 - at[i]);
      if (h == 100) wrap = 1;
      else if (h >= 0 && (found < 0 || j - i > 1 || found == CSTO_G_NAV))
        if (!(found >= 0 && found != CSTO_G_NAV && j - i == 1)) found = h;
    }
  if (wrap && found == CSTO_G_NAV) return -1;
  return found;
}

int csto_attr_hint(const char *s, size_t n) {
  int found = -1, pass;
  for (pass = 0; pass < 2; pass++) {
    csto_str v;
    size_t i = 0, from;
    if (!csto_attr(s, n, pass ? "id" : "class", &v)) continue;
    while (i < v.n) {
      while (i < v.n && (unsigned char)v.s[i] <= ' ') i++;
      from = i;
      while (i < v.n && (unsigned char)v.s[i] > ' ') i++;
      if (i > from) {
        int h = hint_of(v.s + from, i - from);
        if (h == CSTO_G_P) return h;
        if (h >= 0 && (found < 0 || h == CSTO_G_NAV)) found = h;
      }
    }
  }
  return found;
}

int csto_attr_hidden(const char *s, size_t n) {
  csto_str v;
  if (n < 6) return 0;
  if (csto_attr(s, n, "hidden", &v)) return 1;
  if (csto_attr(s, n, "style", &v)) {
    size_t i;
    int display = 0;
    for (i = 0; i + 4 <= v.n; i++) {
      if (v.n - i >= 7 && csto_tagname(v.s + i, 7, "display") == 0) display = 1;
      if (display && csto_tagname(v.s + i, 4, "none") == 0) return 1;
    }
    if (csto_says(v.s, v.n, "visibility:hidden")) return 1;
  }
  return 0;
}
