/* facts.c - byline, source, picture and address from the lines around the
** headline and the text.
**
** A label names its field; a line without one is told by its words, its
** length and its place.  The first of a kind wins.  Linear in the lines
** looked at.
*/
#include <string.h>
#include "article/infer.h"
#include "article/when.h"

csto_str csto_infer_trim(csto_str s) {
  static const char cut[] = " \t:;-|/,.*";
  for (;;) {
    if (s.n && strchr(cut, s.s[0])) s.s++, s.n--;
    else if (s.n > 1 && memcmp(s.s, "،", 2) == 0) s.s += 2, s.n -= 2;
    else break;
  }
  while (s.n && strchr(cut, s.s[s.n - 1])) s.n--;
  if (s.n && s.s[s.n - 1] == ')' && !memchr(s.s, '(', s.n)) s.n--;
  if (s.n == 0) s.s = NULL;
  return s;
}

/* A byline without the Latin words of buttons before it. */
static csto_str name_of(csto_str s) {
  size_t i = 0;
  if (!s.s) return s;
  while (i < s.n && (unsigned char)s.s[i] < 128) i++;
  if (i == s.n) return csto_infer_trim(s);
  if (memchr(s.s, '(', i)) return csto_infer_trim(s);
  s.s += i;
  s.n -= i;
  return csto_infer_trim(s);
}

/* v, which ends where a date begins, without the words that say what the date
** is. */
static csto_str before_date(csto_str v) {
  char buf[1400];
  csto_words w;
  size_t i;
  csto_words_cut(&w, v.s, v.n, 1, 16, buf, sizeof buf);
  for (i = w.n; !w.more && i-- > 0;) {
    const char *t = w.text + w.at[i];
    if (!csto_marked(t, w.end[i] - w.at[i], "dateword") &&
        !csto_when_day_word(t, w.end[i] - w.at[i]))
      break;
    v.n = w.from[i];
  }
  return v;
}

/* A name or source without the date and what else stands behind it. */
static csto_str cut_value(csto_str v) {
  csto_when d;
  const char *bar;
  size_t from, to, i;
  if (!v.s) return v;
  if (v.n > 200) return v;
  if ((bar = memchr(v.s + 1, '|', v.n - 1)) != NULL) v.n = (size_t)(bar - v.s);
  if (csto_when_read(v.s, v.n, &d) && d.start > 3) {
    csto_str cut = v;
    cut.n = d.start;
    cut = before_date(cut);
    v.n = cut.n ? cut.n : d.start;
  }
  for (i = 0; i < 3; i++) {
    static const int fields[] = {CSTO_F_PUBLISHED, CSTO_F_UPDATED,
                                 CSTO_F_AUTHOR};
    if (csto_label_inside(v.s, v.n, fields[i], &from, &to) && from > 3)
      v.n = from;
  }
  return csto_infer_trim(v);
}

static void value_of(const csto_page *p, size_t i, csto_str *out) {
  const csto_line *l = &p->lines[i];
  csto_str v = cut_value(csto_infer_trim(csto_infer_piece(p, l->value,
                                                          l->end)));
  if (!v.s && i + 1 < p->nlines && p->lines[i + 1].cls == CSTO_K_TEXT &&
      p->lines[i + 1].words <= 6)
    v = csto_infer_trim(csto_infer_piece(p, p->lines[i + 1].start,
                                         p->lines[i + 1].end));
  if (v.s && v.n < 300 && !out->s) *out = v;
}

/* Splits s[0..n) into a caption before `cut` and a credit behind it. */
static void split(const char *s, size_t n, size_t cut, size_t behind,
                  csto_str *cap, csto_str *cred) {
  cap->s = s;
  cap->n = cut;
  cred->s = s + behind;
  cred->n = n - behind;
}

/* "... (photo: credit)", "... (agency)": s ends with a bracket that begins at
** in - 1. */
static int in_brackets(const char *s, size_t n, size_t in, csto_str *cap,
                       csto_str *cred) {
  const char *c = memchr(s + in, ':', n - in);
  csto_words w;
  char buf[1400];
  csto_words_cut(&w, s + in, n - in - 1, 0, 6, buf, sizeof buf);
  if (!c && !(w.n && csto_marked(w.text, w.end[w.n - 1], "agency"))) return 0;
  split(s, n - 1, in - 1, c ? (size_t)(c + 1 - s) : in, cap, cred);
  return 1;
}

/* Parts of a picture's line: caption / credit, © credit, (photo: credit). */
static void picture(csto_page *p, const csto_line *l, csto_article *a) {
  const char *s = csto_line_s(p, l), *t, *slash;
  size_t n = csto_line_n(l), from, to;
  csto_str cap = {NULL, 0}, cred = {NULL, 0};
  slash = memmem(s, n, " / ", 3);
  if (n > 2 && memcmp(s, "©", 2) == 0) {
    cred.s = s + 2;
    cred.n = (slash ? (size_t)(slash - s) : n) - 2;
  } else if ((t = memmem(s, n, "©", 2)) != NULL) {
    split(s, n, (size_t)(t - s), (size_t)(t - s) + 2, &cap, &cred);
  } else if (s[n - 1] != ')' &&
             csto_label_inside(s, n, CSTO_F_CREDIT, &from, &to)) {
    split(s, n, from, to, &cap, &cred);
  } else if (slash) {
    split(s, n, (size_t)(slash - s), (size_t)(slash - s) + 3, &cap, &cred);
  } else if (s[n - 1] != ')' || (t = memrchr(s, '(', n)) == NULL ||
             !in_brackets(s, n, (size_t)(t - s) + 1, &cap, &cred)) {
    cap.s = s;
    cap.n = n;
  }
  cap = cap.s ? csto_infer_trim(cap) : cap;
  cred = cred.s ? csto_infer_trim(cred) : cred;
  if (cap.s && !a->caption.s) a->caption = cap;
  if (cred.s && !a->credit.s) a->credit = cred;
}

/* Is the line's one copy below the text, as in a writer's box? */
static int again_below(const csto_work *w, const csto_line *l) {
  size_t i, n = 0;
  for (i = w->e; i < w->p->nlines; i++) n += w->p->lines[i].hash == l->hash;
  return n > 0 && l->copies == n + 1;
}

/* Two to four words that are none of the story's. */
static int is_name(const csto_work *w, csto_str v) {
  unsigned all, hit;
  size_t i, words = 1;
  char buf[1400];
  csto_words c;
  for (i = 0; i < v.n; i++) {
    if (v.s[i] == ' ' && i + 1 < v.n && v.s[i + 1] != ' ') words++;
    if (memchr(":\"/", v.s[i], 3) || (v.s[i] >= '0' && v.s[i] <= '9')) return 0;
  }
  if (words < 2 || words > 4 || (v.n > 4 && memcmp(v.s, "ال", 4) == 0))
    return 0;
  csto_words_cut(&c, v.s, v.n, 1, 4, buf, sizeof buf);
  for (i = 0; i < c.n; i++)
    if (csto_marked(c.text + c.at[i], c.end[i] - c.at[i], "page")) return 0;
  hit = csto_vocab_share(&w->v, v.s, v.n, &all);
  return hit == 0 && all > 0;
}

/* A name alone on its line between headline and text. */
static int bare_name(const csto_work *w, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  csto_str v;
  if (l->digits || l->ends || l->commas ||
      (l->copies > 1 && !again_below(w, l)))
    return 0;
  v.s = csto_line_s(p, l);
  v.n = csto_line_n(l);
  return is_name(w, v);
}

/* A name without the word before it that says whose it is. */
static csto_str unlabelled(csto_str v) {
  char buf[1400];
  csto_words w;
  if (!v.s) return v;
  csto_words_cut(&w, v.s, v.n, 1, 6, buf, sizeof buf);
  if (w.n >= 3 && csto_label_is(w.text, w.end[0], CSTO_F_AUTHOR)) {
    v.s += w.to[0];
    v.n -= w.to[0];
  }
  return csto_infer_trim(v);
}

/* The words of a line of date that stand before it, if they are a name. */
static csto_str name_before_date(const csto_work *w, const csto_line *l) {
  const char *s = csto_line_s(w->p, l);
  size_t n = csto_line_n(l);
  csto_str v = {NULL, 0};
  csto_when d;
  size_t from, to;
  if (l->words > 20 || !csto_when_read(s, n, &d) || d.start < 8) return v;
  v.s = s;
  v.n = d.start;
  v = before_date(v);
  if (csto_label_inside(v.s, v.n, CSTO_F_PUBLISHED, &from, &to)) v.n = from;
  v = csto_infer_trim(v);
  if (v.s && (v.n > 60 || csto_infer_page_word(v.s, v.n) || !is_name(w, v)))
    v.s = NULL;
  return unlabelled(v);
}

/* "place: names", "place - agency": a byline as papers print it. */
int csto_infer_byline(const csto_work *w, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  unsigned all, hit;
  const char *c = memchr(s, ':', n);
  if (l->words < 2 || l->words > 9 || l->digits || l->copies > 1 || l->ends ||
      l->bullet)
    return 0;
  if (!c && !memmem(s, n, " - ", 3) && !memmem(s, n, " – ", 5) &&
      !(l->words <= 5 && memchr(s, '/', n)))
    return 0;
  hit = csto_vocab_share(&w->v, s, n, &all);
  if (c == s + n - 1 && !memmem(s, n, " - ", 3) && !memmem(s, n, " – ", 5))
    return 0;
  if (i >= w->first || i + 6 < w->first) return 0;
  if (c && l->words <= 5 && hit <= 1 && !memchr(s, ' ', (size_t)(c - s)))
    return 1;
  return hit * 4 <= all ||
         (hit <= 1 && (!c || c == s + n - 1) && l->words <= 6);
}

static int agency_line(const csto_page *p, const csto_line *l, csto_str *out) {
  char buf[ 1400];
  csto_words w;
  size_t k, i;
  if (l->words > 5 || l->digits) return 0;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 6, buf,
                 sizeof buf);
  for (i = 0; i < w.n; i++)
    for (k = 3; k > 0; k--) {
      if (i + k > w.n) continue;
      if (csto_marked(w.text + w.at[i], w.end[i + k - 1] - w.at[i],
                      "agency")) {
        out->s = csto_line_s(p, l) + w.from[i];
        out->n = (w.to[i] - w.from[i] > 8 && k == 1 && i + 1 < w.n
                      ? csto_line_n(l) : w.to[i + k - 1]) - w.from[i];
        *out = csto_infer_trim(*out);
        return 1;
      }
    }
  return 0;
}

/* The agency that ends a line of date. */
static csto_str dated_agency(const csto_page *p, const csto_line *l) {
  const char *s = csto_line_s(p, l);
  char buf[2600];
  csto_words w;
  csto_str v = {NULL, 0};
  size_t k;
  csto_words_cut(&w, s, csto_line_n(l), 0, 16, buf, sizeof buf);
  for (k = 3; k > 0 && !w.more; k--)
    if (w.n > k && csto_marked(w.text + w.at[w.n - k],
                               w.end[w.n - 1] - w.at[w.n - k], "agency")) {
      v.s = s + w.from[w.n - k];
      v.n = w.to[w.n - 1] - w.from[w.n - k];
      break;
    }
  return v;
}

/* The agency whose name the words of s[0..n) begin with, if one of the signs
** of wire stories follows. */
static csto_str agency_at(const char *s, size_t n) {
  char buf[600];
  csto_words w;
  csto_str v = {NULL, 0};
  size_t k, end;
  csto_words_cut(&w, s, n < 60 ? n : 60, 0, 3, buf, sizeof buf);
  for (k = w.n; k > 0; k--) {
    for (end = w.to[k - 1]; end < n && s[end] == ' ';) end++;
    if (end == n || !memchr(")/-:", s[end], 4) ||
        !csto_marked(w.text, w.end[k - 1], "agency"))
      continue;
    v.s = s + w.from[0];
    v.n = w.to[k - 1] - w.from[0];
    break;
  }
  return v;
}

/* "place - (agency) -", "place /agency/", "agency - place": the agency in the
** head of a wire story's first paragraph. */
static csto_str wire_agency(const csto_page *p, const csto_line *l) {
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l) < 160 ? csto_line_n(l) : 160, i;
  csto_str v = {NULL, 0};
  for (i = 0; i < n && !v.s; i++) {
    if (s[i] != '(' && s[i] != '/' && s[i] != '-') continue;
    if (i > 1 && i < 40) v = agency_at(s, n);
    if (!v.s && i + 1 < n) v = agency_at(s + i + 1, n - i - 1);
  }
  return v;
}

/* "newspaper X", "agency Y" above the headline. */
int csto_infer_masthead(const csto_page *p, const csto_line *l) {
  char buf[400];
  csto_words w;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 1, buf,
                 sizeof buf);
  return w.n && csto_marked(w.text, w.end[0], "masthead");
}

/* A label with its value. */
static void from_label(const csto_page *p, size_t i, csto_article *a) {
  switch (p->lines[i].field) {
    case CSTO_F_AUTHOR: value_of(p, i, &a->author); break;
    case CSTO_F_AGENCY: value_of(p, i, &a->agency); break;
    case CSTO_F_CREDIT: value_of(p, i, &a->credit); break;
    case CSTO_F_CAPTION: value_of(p, i, &a->caption); break;
    case CSTO_F_SITE: value_of(p, i, &a->site); break;
    default: break;
  }
}

/* What a label inside the line says of the field. */
static csto_str labelled_inside(const csto_page *p, const csto_line *l,
                                int field) {
  csto_str v = {NULL, 0};
  size_t from, to;
  if (!csto_label_inside(csto_line_s(p, l), csto_line_n(l), field, &from, &to))
    return v;
  v.s = csto_line_s(p, l) + to;
  v.n = csto_line_n(l) - to;
  return cut_value(csto_infer_trim(v));
}

/* Names beside a date. */
static void from_date_line(const csto_work *w, size_t i, csto_str *head) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  csto_article *a = w->a;
  int below = i > w->head && i < w->first;
  if (l->words <= 4) return;               /* nothing but its date */
  if (!a->author.s && i >= w->head && i < w->first)
    a->author = labelled_inside(p, l, CSTO_F_AUTHOR);
  if (!a->agency.s) a->agency = labelled_inside(p, l, CSTO_F_AGENCY);
  if (!head->s && i > w->head && i <= w->first) *head = dated_agency(p, l);
  if (!a->author.s && below && w->title < p->nlines)
    a->author = name_before_date(w, l);
}

/* A short line of no known kind between headline and text. */
static void from_short_line(csto_work *w, size_t i) {
  const csto_page *p = w->p;
  csto_line *l = &w->p->lines[i];
  csto_article *a = w->a;
  csto_str got = {NULL, 0}, all = csto_infer_piece(p, l->start, l->end);
  int by = w->title < p->nlines && csto_infer_byline(w, i);
  if (!a->agency.s && agency_line(p, l, &got)) {
    a->agency = got;
    l->cls = CSTO_K_LABEL;
    if (by && !a->author.s) a->author = csto_infer_trim(all);
  } else if (!a->author.s && by) {
    a->author = unlabelled(name_of(all));
    l->cls = CSTO_K_AUTHOR;
  } else if (!a->author.s && w->title < p->nlines && bare_name(w, i)) {
    a->author = unlabelled(all);
    l->cls = CSTO_K_AUTHOR;
  }
}

void csto_infer_around(csto_work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  size_t i, from = w->title < p->nlines ? w->title : w->b;
  size_t hi = w->e + 10 < p->nlines ? w->e + 10 : p->nlines;
  csto_str head = {NULL, 0};       /* the agency in the head of a wire story */
  for (i = from > 6 ? from - 6 : 0; i < hi; i++) {
    const csto_line *l = &p->lines[i];
    if (i >= w->e && l->cls == CSTO_K_END) break;
    if (i == w->first && !head.s && l->cls == CSTO_K_PROSE)
      head = wire_agency(p, l);
    if (l->tag == CSTO_G_NAV) continue;
    if (l->cls == CSTO_K_FIELD) {
      from_label(p, i, a);
    } else if (l->cls == CSTO_K_CAPTION && i + 4 >= from) {
      picture(p, l, a);
    } else if (l->cls == CSTO_K_DATE) {
      from_date_line(w, i, &head);
    } else if (l->cls == CSTO_K_TEXT && i < from) {
      if (!a->site.s && l->words >= 2 && l->words <= 5 &&
          csto_infer_masthead(p, l))
        a->site = csto_infer_piece(p, l->start, l->end);
    } else if (l->cls == CSTO_K_TEXT && i > w->head && i < w->first) {
      from_short_line(w, i);
    } else if (l->cls == CSTO_K_TEXT && i >= w->e && i < w->e + 3) {
      if (!a->agency.s && csto_infer_only_agency(p, l))
        agency_line(p, l, &a->agency);
    } else if (l->cls == CSTO_K_AUTHOR && i < w->first && !a->author.s &&
               (i > w->head || w->title == p->nlines) && !w->furniture) {
      a->author = csto_infer_trim(csto_infer_piece(p, l->start, l->end));
    }
  }
  if (!a->agency.s) a->agency = head;
}

/* A name that closes the page above its source or picture lines, apart from
** the text. */
int csto_infer_closes(const csto_page *p, size_t i) {
  const csto_line *l = &p->lines[i];
  size_t k = i, n = csto_line_n(l);
  const char *s = csto_line_s(p, l);
  if (l->cls != CSTO_K_TEXT || l->words < 2 || l->words > 9 || l->digits ||
      l->ends || l->commas || l->bullet || memchr(s, ':', n) || i == 0 ||
      i + 1 >= p->nlines || p->lines[i + 1].cls != CSTO_K_FIELD ||
      (p->lines[i + 1].field != CSTO_F_AGENCY &&
       p->lines[i + 1].field != CSTO_F_CREDIT))
    return 0;
  while (k > 0 && i - k < 20 && p->lines[k - 1].cls != CSTO_K_PROSE) k--;
  return csto_infer_masthead(p, l) ||
         (l->blank >= 2 && k > 0 && l->blank > p->lines[k - 1].blank);
}

void csto_infer_signature(csto_work *w) {
  csto_page *p = w->p;
  size_t i;
  if (w->a->site.s) return;
  for (i = w->e; i < p->nlines && i < w->e + 3; i++)
    if (csto_infer_closes(p, i)) {
      w->a->site = csto_infer_piece(p, p->lines[i].start, p->lines[i].end);
      return;
    }
}

/* The host of the address, without www. */
void csto_infer_host(csto_article *a) {
  const char *s, *t;
  size_t n;
  if (a->site.s || !a->url.s) return;
  s = memmem(a->url.s, a->url.n, "://", 3);
  if (!s) return;
  s += 3;
  n = a->url.n - (size_t)(s - a->url.s);
  for (t = s; t < s + n && *t != '/' && *t != '?' && *t != '#' && *t != ':';)
    t++;
  n = (size_t)(t - s);
  if (n > 4 && memcmp(s, "www.", 4) == 0) s += 4, n -= 4;
  if (n > 2) {
    a->site.s = s;
    a->site.n = n;
  }
}

/* An address on a line of its own near the headline. */
void csto_infer_address(csto_work *w) {
  csto_page *p = w->p;
  size_t i, n = w->first < 12 ? w->first : 12;
  if (p->claim[CSTO_F_URL].s || p->markup) return;
  for (i = 0; i < n && i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_URL) {
      p->claim[CSTO_F_URL] = csto_infer_piece(p, l->start, l->end);
      return;
    }
    if (l->cls == CSTO_K_FIELD && l->field == CSTO_F_URL) {
      csto_str v = csto_infer_piece(p, l->value, l->end);
      if (v.s && memmem(v.s, v.n, "://", 3)) {
        p->claim[CSTO_F_URL] = v;
        return;
      }
    }
  }
}
