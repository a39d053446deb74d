/* site.c - the name of the site from the page's own words, where neither an
** address nor a claim states it.
**
** Three signs: a host's name alone or at the head of a short line; what the
** page's title has behind its last bar or dash, if the page says it again or
** it begins as names of papers do; who holds the rights, in the line that
** says so.  Each is short and no sentence; without them there is no site, as
** a wrong one is worse than none.  Linear in the lines looked at.
*/
#include <string.h>
#include "article/infer.h"
#include "text/table.h"

CSTO_TABLE(article_lines);

static int host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-';
}

/* The bytes of the host's name at s ("example.net"), 0: none. */
static size_t host_at(const char *s, size_t n) {
  size_t i = 0, dots = 0, last = 0, letters = 0;
  while (i < n && (host_char(s[i]) || s[i] == '.')) {
    if (s[i] == '.') {
      if (i == last) return 0;
      if (i + 1 == n || !host_char(s[i + 1])) break;
      dots++;
      last = i + 1;
    } else if ((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z') {
      letters++;
    }
    i++;
  }
  while (i && s[i - 1] == '-') i--;
  /* two letters at least behind the last dot, and no digits */
  if (!dots || i < last + 2 || i > last + 10 || letters < 4) return 0;
  for (; last < i; last++)
    if ((s[last] | 32) < 'a' || (s[last] | 32) > 'z') return 0;
  return i < 60 ? i : 0;
}

size_t csto_infer_host_line(const csto_page *p, const csto_line *l) {
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l), k;
  if (l->words > 12 || l->latin < 4) return 0;
  k = host_at(s, n);
  if (!k || (k < n && (unsigned char)s[k] > ' ' && s[k] != '-' &&
             s[k] != ':' && s[k] != '/' && s[k] != '|' &&
             (unsigned char)s[k] != 0xE2))
    return 0;
  return k;
}

/* Is the name that of a section, a button or a menu? */
int csto_infer_page_word(const char *s, size_t n) {
  char buf[1400];
  csto_words w;
  csto_words_cut(&w, s, n, 1, 6, buf, sizeof buf);
  if (w.n == 0 || w.more) return 1;
  return csto_table_find(&csto_table_article_lines, w.text,
                         w.end[w.n - 1]) != 0;
}

static int mast(const char *s, size_t n) {
  char buf[400];
  csto_words w;
  csto_words_cut(&w, s, n, 0, 1, buf, sizeof buf);
  return w.n && csto_marked(w.text, w.end[0], "masthead");
}

static size_t spaces(csto_str s) {
  size_t i, k = 0;
  for (i = 0; i < s.n; i++) k += s.s[i] == ' ';
  return k;
}

/* Does a line of the page, without the rest of the title, have the name? */
static int said_again(const csto_page *p, csto_str t, csto_str name) {
  size_t i;
  for (i = 0; i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    size_t n = csto_line_n(l);
    if (n < name.n || l->words > 12 || n > name.n + 60) continue;
    if (l->cls == CSTO_K_PROSE) continue;
    if (memmem(csto_line_s(p, l), n, name.s, name.n) &&
        !memmem(csto_line_s(p, l), n, t.s, 12))
      return 1;
  }
  return 0;
}

/* The last part of "headline | name" and the like. */
static csto_str last_part(csto_str t) {
  static const char *const bars[] = {" | ", " - ", " – ", " — ", " :: ",
                                     " » ", "|"};
  csto_str s = {NULL, 0};
  size_t i;
  const char *at = NULL, *c;
  for (i = 0; i < sizeof bars / sizeof *bars && !at; i++) {
    size_t k = strlen(bars[i]), from = 0;
    while (from < t.n &&
           (c = memmem(t.s + from, t.n - from, bars[i], k)) != NULL) {
      at = c + k;
      from = (size_t)(at - t.s);
    }
  }
  if (!at || at - t.s < 12) return s;
  s.s = at;
  s.n = t.n - (size_t)(at - t.s);
  return csto_infer_trim(s);
}

static int from_title(csto_work *w, csto_str t) {
  csto_str s;
  if (!t.s) return 0;
  s = last_part(t);
  if (!s.s || s.n < 3 || s.n > 80 || spaces(s) > 4 ||
      csto_infer_page_word(s.s, s.n))
    return 0;
  if (!mast(s.s, s.n) && !said_again(w->p, t, s) && !host_at(s.s, s.n))
    return 0;
  w->a->site = s;
  return 1;
}

/* Words of a line of rights that are no name. */
static int rights_word(const char *s, size_t n) {
  return csto_marked(s, n, "rights") || (s[0] >= '0' && s[0] <= '9');
}

/* "(c) 2022 name. All rights reserved": the words that are the name. */
static int from_rights(csto_work *w, const csto_line *l) {
  const char *s = csto_line_s(w->p, l);
  size_t n = csto_line_n(l), i, from = 0, to = 0;
  char buf[2600];
  csto_words c;
  csto_str name;
  int rights = memmem(s, n, "\302\251", 2) != NULL, marks = 0;
  if (l->words > 14 || n > 300) return 0;
  csto_words_cut(&c, s, n, 0, 16, buf, sizeof buf);
  for (i = 0; i < c.n; i++) {
    const char *t = c.text + c.at[i];
    size_t k = c.end[i] - c.at[i];
    if (rights_word(t, k)) {
      marks++;
      if (to) break;
      continue;
    }
    if (!to) from = c.from[i];
    to = c.to[i];
  }
  if (!to || marks < 2 || (!rights && marks < 3)) return 0;
  /* what follows the name must be of the same kind */
  for (; i < c.n; i++)
    if (!rights_word(c.text + c.at[i], c.end[i] - c.at[i])) return 0;
  name.s = s + from;
  name.n = to - from;
  if (name.n > 5 && memcmp(name.s, "لل", 4) == 0) {
    return 0;                        /* the article joined to a preposition */
  } else if (name.n > 3 && memcmp(name.s, "ل", 2) == 0 &&
             mast(name.s + 2, name.n - 2)) {
    name.s += 2;
    name.n -= 2;
  }
  if (spaces(name) > 3 || csto_infer_page_word(name.s, name.n)) return 0;
  w->a->site = name;
  return 1;
}

void csto_infer_site(csto_work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  size_t i, k, top = w->first < 12 ? w->first : 12;
  if (a->site.s || a->url.s) return;
  for (i = 0; i < top && i < p->nlines; i++)
    if ((k = csto_infer_host_line(p, &p->lines[i])) != 0) {
      a->site.s = csto_line_s(p, &p->lines[i]);
      a->site.n = k;
      return;
    }
  if (from_title(w, p->page_title)) return;
  if (w->title < p->nlines && !p->markup &&
      from_title(w, csto_infer_piece(p, p->lines[w->title].start,
                                     p->lines[w->title].end)))
    return;
  for (i = 0; i < top && w->title < p->nlines; i++) {
    const csto_line *l = &p->lines[i], *t = &p->lines[w->title];
    if (l->open == t->open && l->letters > t->letters && t->letters > 20 &&
        from_title(w, csto_infer_piece(p, l->start, l->end)))
      return;
  }
  for (i = w->e; i < p->nlines; i++)
    if (from_rights(w, &p->lines[i])) return;
}
