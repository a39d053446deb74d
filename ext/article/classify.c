/* classify.c - what kind of line each line of a page is.
**
** Short lines are looked up whole (data/article_lines.tsv), by their first
** words (article_labels.tsv) and by marks inside (article_marks.tsv); a line
** that is little more than a date is a date line.  Prose is told by length,
** commas and full stops; a long line with none of them is prose only if it
** has the function words that sentences have and rows of headings have not.
** Linear: no line is cut into more than its first words but short ones.
*/
#include <string.h>
#include "article/page.h"
#include "article/when.h"
#include "base/rc.h"
#include "text/table.h"

CSTO_TABLE(article_lines);
CSTO_TABLE(article_labels);

#define ROOM 2600

static const struct { const char *name; int cls; } kinds[] = {
  {"nav", CSTO_K_NAV}, {"share", CSTO_K_SHARE},
  {"related", CSTO_K_RELATED}, {"end", CSTO_K_END}, {"more", CSTO_K_MORE},
  {"label", CSTO_K_LABEL}, {"section", CSTO_K_SECTION},
  {"author", CSTO_K_AUTHOR}, {"inset", CSTO_K_INSET},
};

static int line_class(const csto_words *w) {
  csto_hit h;
  const char *cell;
  size_t i;
  if (w->n == 0 || w->more) return 0;
  h = csto_table_find(&csto_table_article_lines, w->text, w->end[w->n - 1]);
  if (!h) return 0;
  cell = csto_table_cell(&csto_table_article_lines,
                         csto_table_row(&csto_table_article_lines, h), 1);
  for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kinds[i].name, cell) == 0) return kinds[i].cls;
  return 0;
}

/* True if s[0..n) begins, after spaces, with a sign that follows labels;
** *skip gets the bytes up to the value. */
static int after_label(const char *s, size_t n, size_t *skip) {
  size_t i = 0;
  int sign = 0;
  while (i < n) {
    if (s[i] == ' ' || s[i] == '\t') i++;
    else if (s[i] == ':' || s[i] == '|' || s[i] == '-' || s[i] == '=' ||
             s[i] == '/')
      sign |= s[i] == ':' ? 2 : 1, i++;
    else if (n - i >= 2 && memcmp(s + i, "،", 2) == 0)
      sign |= 4, i += 2;
    else if (n - i >= 3 && (unsigned char)s[i] == 0xE2 &&
             (unsigned char)s[i + 1] == 0x80 &&
             ((unsigned char)s[i + 2] == 0x93 ||
              (unsigned char)s[i + 2] == 0x94))
      sign |= 1, i += 3;
    else break;
  }
  *skip = i;
  return sign;
}

/* Looked for by its first byte that is no space: next to none of a line's
** other bytes are that. */
static int find(const char *s, size_t n, const char *what) {
  size_t k = strlen(what), i = what[0] == ' ';
  const char *p = s + i, *end = s + n, *q;
  while (p < end && (q = memchr(p, what[i], (size_t)(end - p))) != NULL) {
    if ((size_t)(end - (q - i)) >= k && memcmp(q - i, what, k) == 0) return 1;
    p = q + 1;
  }
  return 0;
}

/* Is the line a label with a value?  Sets field and value. */
static int label(const csto_page *p, csto_line *l, const csto_words *w) {
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l), k;
  for (k = w->n < 4 ? w->n : 4; k > 0; k--) {
    csto_hit h = csto_table_find(&csto_table_article_labels, w->text,
                                 w->end[k - 1]);
    for (; h; h = csto_table_next(&csto_table_article_labels, h)) {
      uint32_t row = csto_table_row(&csto_table_article_labels, h);
      const char *f = csto_table_cell(&csto_table_article_labels, row, 1);
      const char *how = csto_table_cell(&csto_table_article_labels, row, 2);
      int field = csto_field_named(f), sign;
      size_t skip;
      csto_when d;
      if (w->from[0] > 3) continue;
      sign = after_label(s + w->to[k - 1], n - w->to[k - 1], &skip);
      if (sign == 4 && field != CSTO_F_CREDIT && field != CSTO_F_CAPTION)
        sign = 0;
      if (how[0] == 'b' || (how[0] == 'c' && !sign)) continue;
      if (how[0] == 'o' && !sign &&
          (field == CSTO_F_PUBLISHED || field == CSTO_F_UPDATED) &&
          !csto_when_read(s + w->to[k - 1],
                          n - w->to[k - 1] < 120 ? n - w->to[k - 1] : 120,
                          &d) &&
          !csto_when_relative(s + w->to[k - 1], n - w->to[k - 1]))
        continue;
      if ((field == CSTO_F_PUBLISHED || field == CSTO_F_UPDATED) &&
          l->words > (sign ? 24 : 14))
        continue;
      if (how[0] == 'o' && !sign && l->ends &&
          ((field == CSTO_F_RELATED && (k == 1 || l->words > 20)) ||
           field == CSTO_F_TAGS || (field == CSTO_F_AUTHOR && k == 1)))
        continue;                      /* a sentence that begins so */
      if (!sign && field == CSTO_F_SKIP && l->words > 40) continue;
      if (field == CSTO_F_AUTHOR && l->words > 14) continue;
      if (field == CSTO_F_AGENCY && l->words > 16) continue;
      if (field == CSTO_F_TITLE && l->words > 40) continue;
      if (field == CSTO_F_RELATED && l->ends && l->stops > 1) continue;
      l->field = (uint8_t)field;
      l->value = l->start + w->to[k - 1] + (uint32_t)skip;
      return 1;
    }
  }
  return 0;
}

/* Words of a date line that are neither a date's nor known company of
** dates; d, e: the dates of the line (e may be none). */
static int strangers(const csto_words *w, const csto_when *d,
                     const csto_when *e) {
  size_t i;
  int n = 0, host = 0;
  for (i = 0; i < w->n; i++) {
    const char *t = w->text + w->at[i];
    size_t k = w->end[i] - w->at[i];
    size_t k2 = i + 1 < w->n ? w->end[i + 1] - w->at[i] : 0;
    if ((w->from[i] >= d->start && w->to[i] <= d->end) ||
        (w->from[i] >= e->start && w->to[i] <= e->end) ||
        (t[0] >= '0' && t[0] <= '9'))
      continue;
    if (csto_marked(t, k, "dateword") || csto_marked(t, k, "hijri") ||
        csto_marked(t, k, "agency") ||
        csto_when_day_word(t, k))
      continue;
    if (csto_marked(t, k2, "hijri") || csto_marked(t, k2, "agency")) {
      i++;
      continue;
    }
    /* the parts of a host are one word */
    if (i && host && w->from[i] == w->to[i - 1] + 1) continue;
    host = (unsigned char)t[0] < 128;
    n++;
  }
  return n;
}

/* Does a word before the date say that it is another one: since, until, phone,
** law of; "today:" of a page's head? */
static int not_its_date(const char *s, const csto_words *w,
                        const csto_when *d) {
  size_t i;
  for (i = 0; i < w->n && w->to[i] <= d->start; i++) {
    const char *t = w->text + w->at[i];
    size_t k = w->end[i] - w->at[i];
    if (csto_marked(t, k, "notdate") &&
        (i + 1 == w->n || w->from[i + 1] >= d->start ||
         (i == 0 && !csto_marked(t, k, "relative")) ||
         csto_when_day_word(w->text + w->at[i + 1],
                            w->end[i + 1] - w->at[i + 1])))
      return 1;
    if (i == 0 && csto_marked(t, k, "today")) {
      for (k = w->to[0]; k < d->start && s[k] == ' ';) k++;
      if (k < d->start && s[k] == ':') return 1;
    }
  }
  return 0;
}

/* Does the line say of its date what it is, and it is not the article's: "next
** session: ...", "date of expiry: ..."? */
static int other_date(const char *s, const csto_words *w, const csto_when *d) {
  csto_when none;
  size_t i, n = 0, odd = 0, colon;
  int dated = 0;
  for (colon = d->start; colon > 0; colon--)
    if (s[colon - 1] == ':' && !(colon > 1 && s[colon - 2] >= '0' &&
                                 s[colon - 2] <= '9'))
      break;
  if (colon < 2 || !w->n || csto_marked(w->text, w->end[0], "masthead"))
    return 0;
  memset(&none, 0, sizeof none);
  for (i = 0; i < w->n && w->to[i] < colon; i++) {
    csto_words one = *w;
    one.text = w->text + w->at[i];
    one.from[0] = w->from[i];
    one.to[0] = w->to[i];
    one.at[0] = 0;
    one.end[0] = w->end[i] - w->at[i];
    one.n = 1;
    if (strangers(&one, &none, &none)) odd++;
    else if (csto_marked(one.text, one.end[0], "dateword")) dated = 1;
    n++;
  }
  return odd >= 2 || (odd && dated && n > 1);
}

/* A mark of the kind anywhere in the words (of one to four). */
static int has_mark(const csto_words *w, const char *kind, int last) {
  size_t i, k;
  for (i = last && w->n > 5 ? w->n - 5 : 0; i < w->n; i++)
    for (k = 1; k <= 3 && i + k <= w->n; k++)
      if (csto_marked(w->text + w->at[i], w->end[i + k - 1] - w->at[i],
                      kind))
        return 1;
  return 0;
}


static int is_url(const char *s, size_t n) {
  if (n < 8 || memchr(s, ' ', n)) return 0;
  return (n > 8 && (memcmp(s, "http://", 7) == 0 ||
                    memcmp(s, "https://", 8) == 0 ||
                    memcmp(s, "www.", 4) == 0));
}

/* Share of function words among the first words, in percent. */
static unsigned function_words(const char *s, size_t n) {
  char buf[ROOM];
  csto_words w;
  size_t i, words = 0, hits = 0;
  do {
    csto_words_cut(&w, s, n, 1, 16, buf, sizeof buf);
    for (i = 0; i < w.n; i++)
      hits += (size_t)csto_marked(w.text + w.at[i], w.end[i] - w.at[i],
                                  "function");
    words += w.n;
    if (w.n) {
      s += w.to[w.n - 1];
      n -= w.to[w.n - 1];
    }
  } while (w.more && w.n && words < 128);
  return words ? (unsigned)(hits * 100 / words) : 0;
}

static int prose(const csto_page *p, const csto_line *l) {
  if (l->tag == CSTO_G_H1 || l->tag == CSTO_G_HEAD) return 0;
  if (l->ends && l->words >= 5) return 1;
  if (l->words >= 14 && l->commas + l->stops >= 1) return 1;
  if (l->words >= 22) {
    if (l->commas + l->stops) return 1;
    return function_words(csto_line_s(p, l), csto_line_n(l)) >= 12;
  }
  return 0;
}

/* "... (photo: agency)" at the end of a line. */
static int credit_in_brackets(const char *s, size_t n) {
  const char *t, *c;
  char buf[ROOM];
  csto_words w;
  if (n < 8 || s[n - 1] != ')' || (t = memrchr(s, '(', n)) == NULL) return 0;
  c = memchr(t, ':', n - (size_t)(t - s));
  if (!c) return 0;
  csto_words_cut(&w, t + 1, (size_t)(c - t - 1), 1, 4, buf, sizeof buf);
  return w.n && !w.more &&
         csto_label_is(w.text, w.end[w.n - 1], CSTO_F_CREDIT);
}

/* "home / world / ...": the way to the page. */
static int is_trail(const char *s, size_t n, const csto_words *w) {
  csto_words one = *w;
  size_t k = w->to[0];
  one.n = 1;
  one.more = 0;
  while (k < n && s[k] == ' ') k++;
  return line_class(&one) == CSTO_K_NAV && k < n &&
         (s[k] == '/' || s[k] == '>' || s[k] == '|' ||
          (n - k >= 3 && (memcmp(s + k, "»", 2) == 0 ||
                          memcmp(s + k, "›", 3) == 0 ||
                          memcmp(s + k, "←", 3) == 0)));
}

/* "name, published in paper on the ...": nothing follows the date. */
static int dated_by_label(const char *s, size_t n, const csto_when *d) {
  size_t from, to;
  return n - d->end < 12 &&
         csto_label_inside(s, n, CSTO_F_PUBLISHED, &from, &to) &&
         to < d->start && d->start - to < 60;
}

/* A line that is a date with at most two words of its own, as many as
** l->value then says. */
static int is_date(const char *s, size_t n, csto_line *l,
                   const csto_words *w) {
  csto_when d, second;
  size_t from, to;
  int odd;
  if (l->words > 20 || l->digits < 4 || w->more || s[n - 1] == ':' ||
      !csto_when_read(s, n, &d)) return 0;
  memset(&second, 0, sizeof second);
  if (not_its_date(s, w, &d)) {
    l->value = 9;
    return 0;
  }
  odd = strangers(w, &d, &second);
  if (odd > 2 && csto_when_read(s + d.end, n - d.end, &second)) {
    second.start += d.end;             /* published and updated */
    second.end += d.end;
    odd = strangers(w, &d, &second);
  }
  if (odd > 2 && l->words <= 14 && !l->ends && has_mark(w, "meta", 0))
    odd = 0;
  if (odd > 2 && !l->ends &&
      (dated_by_label(s, n, &d) ||
       csto_label_inside(s, n, CSTO_F_AUTHOR, &from, &to) ||
       csto_label_inside(s, n, CSTO_F_AGENCY, &from, &to)))
    odd = 0;
  else if (odd && (other_date(s, w, &d) || has_mark(w, "caption", 0)))
    odd = 9;
  if (odd > 2) return 0;
  l->value = (uint32_t)odd;
  return 1;
}

/* A line below a picture, by its words or its "place / agency". */
static int is_caption(const char *s, size_t n, const csto_line *l,
                      const csto_words *w) {
  if (l->words > 30 || (l->ends && l->words > 14 && !find(s, n, "©")))
    return 0;
  if (l->commas < 3 && (!l->ends || find(s, n, "(")) &&
      has_mark(w, "caption", 0))
    return 1;
  if (l->words > 3 && (find(s, n, " / ") || s[n - 1] == ')') && !l->stops &&
      has_mark(w, "agency", 1) && !w->more)
    return 1;
  return find(s, n, "©") && l->stops < 3;
}

static int short_line(csto_page *p, csto_line *l) {
  char buf[ROOM];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  csto_words w;
  int c;
  csto_words_cut(&w, s, n, 1, l->words <= 16 ? 16 : 5, buf, sizeof buf);
  if (l->words <= 10 && (c = line_class(&w)) != 0) return c;
  if (label(p, l, &w)) return CSTO_K_FIELD;
  if (w.more && ((l->words <= 20 && l->digits >= 4) ||
                 (l->words <= 30 && (memchr(s, '(', n) || memchr(s, '/', n) ||
                                     find(s, n, "©")))))
    csto_words_cut(&w, s, n, 1, 16, buf, sizeof buf);
  if (l->words > 1 && w.n > 1 && is_trail(s, n, &w)) return CSTO_K_NAV;
  if (credit_in_brackets(s, n)) return CSTO_K_CAPTION;
  if (l->words <= 8 && w.n > 2) {      /* newsroom - site */
    csto_words two = w;
    two.n = 2;
    two.more = 0;
    if (line_class(&two) == CSTO_K_AUTHOR && memchr(s, '-', n))
      return CSTO_K_AUTHOR;
  }
  if (is_date(s, n, l, &w)) return CSTO_K_DATE;
  if (l->words <= 10 && s[n - 1] == '-' && has_mark(&w, "agency", 1))
    return CSTO_K_LABEL;               /* the head of a wire story */
  if (l->words <= 9 && l->digits >= 4 && l->digits <= 14 &&
      has_mark(&w, "hijri", 0)) {
    csto_when none;
    memset(&none, 0, sizeof none);
    if (strangers(&w, &none, &none) == 0) return CSTO_K_DATE;
  }
  if (l->words <= 16 && !l->stops && w.n &&
      csto_marked(w.text, w.end[0], "follow") && has_mark(&w, "social", 0))
    return CSTO_K_NAV;
  if (l->words <= 8 && !find(s, n, ": ") && csto_when_relative(s, n))
    return CSTO_K_RELATIVE;
  if (l->letters == l->digits ||
      (l->words <= 3 && l->letters <= l->digits * 2u && l->digits))
    return CSTO_K_NUMBER;
  if ((c = csto_page_furniture(s, n, l, &w)) != 0) return c;
  if (is_caption(s, n, l, &w)) return CSTO_K_CAPTION;
  return CSTO_K_TEXT;
}

/* Markup's own word on a line. */
static int tagged(csto_line *l, int cls) {
  if (l->tag == CSTO_G_NAV) return CSTO_K_NAV;
  if (l->tag == CSTO_G_TAGS) return CSTO_K_NAV;
  if (cls == CSTO_K_PROSE && l->link > 70 && l->words < 30) return CSTO_K_NAV;
  if (cls != CSTO_K_TEXT && cls != CSTO_K_PROSE) return cls;
  if (l->tag == CSTO_G_CAPTION) return CSTO_K_CAPTION;
  if (l->tag == CSTO_G_CREDIT) {
    l->field = CSTO_F_CREDIT;
    l->value = l->start;
    return CSTO_K_FIELD;
  }
  if (l->tag == CSTO_G_AUTHOR && l->words <= 8) {
    l->field = CSTO_F_AUTHOR;
    l->value = l->start;
    return CSTO_K_FIELD;
  }
  if (l->link > 60 && l->words < 25 && l->tag != CSTO_G_H1) return CSTO_K_NAV;
  return cls;
}

/* A time of day alone. */
static int clock_line(const csto_page *p, const csto_line *l) {
  char buf[ROOM];
  csto_words w;
  csto_when none;
  if (l->words > 5 || l->digits < 3 || l->digits > 6 ||
      !memchr(csto_line_s(p, l), ':', csto_line_n(l)))
    return 0;
  memset(&none, 0, sizeof none);
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 1, 8, buf, sizeof buf);
  return !w.more && strangers(&w, &none, &none) == 0;
}

int csto_page_classify(csto_page *p) {
  size_t i;
  for (i = 0; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    const char *s = csto_line_s(p, l);
    size_t n = csto_line_n(l);
    int is_prose = prose(p, l), c;
    if (l->letters == 0) {
      l->cls = CSTO_K_NUMBER;
      continue;
    }
    if (is_url(s, n)) {
      l->cls = CSTO_K_URL;
      continue;
    }
    if (l->words <= 40 && n < 1500) {
      c = short_line(p, l);
      if (c == CSTO_K_TEXT && is_prose) c = CSTO_K_PROSE;
      else if (c == CSTO_K_TEXT && (l->tabs >= 3 || l->words >= 22))
        c = CSTO_K_TICKER;
    } else {
      c = is_prose ? CSTO_K_PROSE : CSTO_K_TICKER;
    }
    if (c == CSTO_K_PROSE && l->tabs >= 3 && l->words / (l->tabs + 1u) < 16u &&
        l->stops < 2 && !p->markup)
      c = CSTO_K_TICKER;
    if (c == CSTO_K_FIELD && l->field == CSTO_F_BODY && l->value < l->end) {
      l->start = l->value;               /* text behind its label */
      if (l->nsent) p->sents[l->sent].start = l->value;
      c = is_prose ? CSTO_K_PROSE : CSTO_K_TEXT;
    }
    if (c == CSTO_K_TEXT && i > 0 &&
        (l[-1].cls == CSTO_K_DATE ||
         (l[-1].cls == CSTO_K_FIELD && (l[-1].field == CSTO_F_PUBLISHED ||
                                        l[-1].field == CSTO_F_UPDATED))) &&
        clock_line(p, l))
      c = CSTO_K_NUMBER;
    /* what opens a file is no pointer to another story */
    if (c == CSTO_K_FIELD && l->field == CSTO_F_RELATED && i == 0)
      c = CSTO_K_TEXT;
    l->cls = (uint8_t)tagged(l, c);
  }
  return CSTO_OK;
}
