/* facts.c - date, byline, source, picture and site from the lines around the
** headline and the text.
**
** Dates: every claim and every line that states one has a weight by its
** kind and place (label, line below the headline, address, head of a wire
** story ...); the heaviest wins, one that its weekday contradicts never, and
** the day of the visit (above the headline, beside a clock, the weather, a
** Hijri date) is none.  No date is better than a wrong one.
*/
#include <stdio.h>
#include <string.h>
#include "article/infer.h"
#include "article/when.h"
#include "base/rc.h"
#include "text/doc.h"
#include "text/table.h"
#include "time/date.h"

typedef struct choice {
  int score;
  csto_when w;
  csto_str text;
} choice;

static void offer(choice *best, int score, const csto_when *w, const char *s) {
  if (w->agrees < 0) return;
  if (w->agrees > 0) score++;
  if (w->time) score++;
  if (score <= best->score) {
    /* the same day with its hour, stated elsewhere */
    if (best->score > 0 && score > 3 && w->time && !best->w.time &&
        w->y == best->w.y && w->m == best->w.m && w->d == best->w.d) {
      best->w = *w;
      best->text.s = s + w->start;
      best->text.n = w->end - w->start;
    }
    return;
  }
  if (best->score > 0 && best->w.time && !w->time && w->y == best->w.y &&
      w->m == best->w.m && w->d == best->w.d) {
    best->score = score;
    return;
  }
  best->score = score;
  best->w = *w;
  best->text.s = s + w->start;
  best->text.n = w->end - w->start;
}

/* Is the line one of those that show the visitor's day: a Hijri date, the
** weather, a city's clock? */
static int clock_like(const csto_page *p, size_t i) {
  const csto_line *l = &p->lines[i];
  char buf[1400];
  csto_words w;
  size_t k;
  if (l->words > 8) return 0;
  if (memmem(csto_line_s(p, l), csto_line_n(l), "°", 2)) return 1;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 8, buf,
                 sizeof buf);
  for (k = 0; k < w.n; k++)
    if (l->digits >= 5 &&
        csto_marked(w.text + w.at[k], w.end[k] - w.at[k], "hijri"))
      return 1;
  if (w.n >= 3 && w.n <= 4 && l->digits >= 3 && l->digits <= 4 &&
      memchr(csto_line_s(p, l), ':', csto_line_n(l)))
    return 1;
  return 0;
}

static int day_of_visit(const csto_work *w, size_t i) {
  size_t j, lo = i > 4 ? i - 4 : 0, hi = i + 4;
  const csto_page *p = w->p;
  for (j = lo; j <= hi && j < p->nlines && j < w->first; j++)
    if (j != i && clock_like(p, j)) return 1;
  return 0;
}

/* "place, date (agency) -": the head of a wire story. */
static int wire(const char *s, size_t n, const csto_when *d) {
  size_t i, spaces = 0;
  if (d->start > 60) return 0;
  for (i = 0; i < d->start; i++) {
    if (s[i] == ' ') spaces++;
    if (s[i] == ':' || s[i] == '*') return 0;
  }
  if (spaces > 4) return 0;
  i = d->end;
  while (i < n && s[i] == ' ') i++;
  return i < n && (s[i] == '(' || s[i] == '/' || s[i] == '-' || s[i] == ':' ||
                   memcmp(s + i, "–", n - i < 3 ? n - i : 3) == 0);
}

/* Where a word that means the article's own day begins in s[from..n); n:
** nowhere. */
static size_t today(const char *s, size_t from, size_t n) {
  char buf[2600];
  csto_words w;
  size_t i;
  do {
    csto_words_cut(&w, s + from, n - from, 0, 16, buf, sizeof buf);
    for (i = 0; i < w.n; i++) {
      if (!csto_marked(w.text + w.at[i], w.end[i] - w.at[i], "today"))
        continue;
      /* not "on this day" in another year */
      if (i == 0 || !csto_marked(w.text + w.at[i - 1],
                                 w.end[i - 1] - w.at[i - 1], "otherday"))
        return from + w.to[i];
    }
    if (w.n) from += w.to[w.n - 1];
  } while (w.more && w.n);
  return n;
}

/* Nothing but the day's name and words that stand beside dates? */
static int company(const char *s, size_t n) {
  char buf[1400];
  csto_words w;
  size_t i;
  csto_words_cut(&w, s, n, 0, 8, buf, sizeof buf);
  for (i = 0; i < w.n; i++) {
    const char *t = w.text + w.at[i];
    size_t k = w.end[i] - w.at[i];
    if (!csto_when_day_word(t, k) && !csto_marked(t, k, "dateword") &&
        !csto_marked(t, k, "datelink"))
      return 0;
  }
  return !w.more;
}

/* Dates in running text that are the article's own day: "today" beside the
** date, or the date at the line's start with a time or after a place. */
static void dateline(csto_work *w, size_t i, choice *best, int today_too) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l) < 700 ? csto_line_n(l) : 700, from = 0;
  csto_when d;
  if (l->digits < 5) return;
  if (csto_when_read(s, n < 160 ? n : 160, &d) &&
      (d.start == 0 ? d.time : today_too && wire(s, n, &d)))
    offer(best, 5, &d, s);
  while (today_too && from < n && (from = today(s, from, n)) < n) {
    size_t left = csto_line_n(l) - from;
    if (csto_when_read(s + from, left < 110 ? left : 110, &d) &&
        d.start < 60 && d.word && company(s + from, d.start))
      offer(best, d.weekday ? 6 : 5, &d, s + from);
  }
}

/* A Hijri date of a date line, if its named weekday confirms it. */
static int other_calendar(const char *s, size_t n, csto_when *w) {
  csto_doc d;
  csto_date_mention *m;
  size_t i, nm;
  int found = 0;
  if (n > 200 || csto_doc_open(&d, s, n) != CSTO_OK) return 0;
  if (csto_dates(&d, NULL, &m, &nm) == CSTO_OK) {
    for (i = 0; i < nm && !found; i++) {
      const char *v = m[i].value;
      int y, mo, day;
      if (strcmp(m[i].calendar, "hijri") != 0 || strlen(v) != 10 ||
          sscanf(v, "%4d-%2d-%2d", &y, &mo, &day) != 3)
        continue;
      memset(w, 0, sizeof *w);
      w->y = y;
      w->m = mo;
      w->d = day;
      w->weekday = csto_when_weekday(s, n);
      if (!w->weekday || csto_when_day(y, mo, day) != w->weekday) continue;
      w->agrees = w->word = found = 1;
      memcpy(w->value, v, 11);
      w->start = m[i].start;
      w->end = m[i].end;
    }
  }
  csto_doc_close(&d);
  return found;
}

void csto_infer_find_date(csto_work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  choice best, upd;
  csto_when d;
  size_t i, hi = w->e + 12 < p->nlines ? w->e + 12 : p->nlines, lo;
  size_t from = w->title < p->nlines ? w->title : w->b;
  int ended = 0;
  csto_str c = p->claim[CSTO_F_PUBLISHED];
  memset(&best, 0, sizeof best);
  memset(&upd, 0, sizeof upd);
  if (c.s && csto_when_read(c.s, c.n, &d))
    offer(&best, 9 + p->weight[CSTO_F_PUBLISHED], &d, c.s);
  c = p->claim[CSTO_F_UPDATED];
  if (c.s && csto_when_read(c.s, c.n, &d)) offer(&upd, 20, &d, c.s);
  c = p->claim[CSTO_F_URL];
  if (c.s && csto_when_url(c.s, c.n, &d)) offer(&best, 9, &d, c.s);
  lo = from > 12 ? from - 12 : 0;
  for (i = lo; i < hi; i++) {
    const csto_line *l = &p->lines[i];
    const char *s = csto_line_s(p, l);
    size_t n = csto_line_n(l);
    int score = 0;
    if (i >= w->first && (l->cls == CSTO_K_END || l->cls == CSTO_K_RELATED))
      ended = 1;
    if (l->tag == CSTO_G_NAV) continue;
    if (l->cls == CSTO_K_FIELD &&
        (l->field == CSTO_F_PUBLISHED || l->field == CSTO_F_UPDATED)) {
      size_t lf, lt;
      const char *v = p->text + l->value;
      size_t k = l->end > l->value ? l->end - l->value : 0;
      if (k == 0 && i + 1 < p->nlines && p->lines[i + 1].cls == CSTO_K_DATE) {
        v = csto_line_s(p, &p->lines[i + 1]);
        k = csto_line_n(&p->lines[i + 1]);
      }
      if (!csto_when_read(v, k, &d)) continue;
      if (csto_label_inside(v, k, CSTO_F_UPDATED, &lf, &lt) && lf > d.start) {
        csto_when u;
        if (csto_when_read(v + lt, k - lt, &u)) offer(&upd, 9, &u, v + lt);
      }
      if (l->field == CSTO_F_PUBLISHED)
        offer(&best, ended ? 4 : i < from ? 9 : 11, &d, v);
      else
        offer(&upd, 10, &d, v);
      continue;
    }
    if (l->cls == CSTO_K_DATE && i != w->title && i >= from) {
      size_t lf, lt;
      if (csto_label_inside(s, n, CSTO_F_UPDATED, &lf, &lt) && lf > 0 &&
          csto_when_read(s + lt, n - lt, &d))
        offer(&upd, 9, &d, s + lt);
    }
    if ((l->cls == CSTO_K_DATE && i != w->title) ||
        (l->cls == CSTO_K_FIELD && l->digits >= 5 && i > from &&
         (l->field == CSTO_F_AUTHOR || l->field == CSTO_F_AGENCY))) {
      if (i + 1 < hi && p->lines[i + 1].cls == CSTO_K_NUMBER &&
          p->lines[i + 1].words <= 3 && !p->lines[i + 1].bullet &&
          memchr(csto_line_s(p, l + 1), ':', csto_line_n(l + 1)))
        n = (l + 1)->end - l->start;       /* its hour on a line of its own */
      if (!csto_when_read(s, n, &d) && !other_calendar(s, n, &d)) continue;
      if (i > from && i < w->first + 1) score = 8;
      else if (i < from)
        score = day_of_visit(w, i) ? 1
                : !w->furniture && w->title == p->nlines ? 6
                : i + 2 >= from && w->furniture <= 2 ? 6
                : i + 1 == from && !w->furniture ? 6
                : i + 1 == from && d.time ? 5 : 1;
      else if (i < w->e) score = i <= w->first + 3 ? 5 : 2;
      else if (!ended && i < w->e + 4) score = 4;
      if (l->tag == CSTO_G_DATE && i >= from && !ended) score += 1;
      if (l->value >= 2) score -= 2;
      if (score > 1) offer(&best, score, &d, s);
      continue;
    }
    if (l->cls == CSTO_K_PROSE && i >= from)
      dateline(w, i, &best, i < w->first + 3);
    if (l->cls == CSTO_K_CAPTION && i >= from && i < w->first &&
        l->digits >= 7 && csto_when_read(s, n, &d))
      offer(&best, 3, &d, s);
  }
  if (best.score >= 4) {
    char *copy = csto_arena_str(p->arena, best.w.value, strlen(best.w.value));
    if (copy) {
      a->published.s = copy;
      a->published.n = strlen(copy);
      a->published_text = best.text;
    }
  }
  if (upd.score > 0) {
    char *copy = csto_arena_str(p->arena, upd.w.value, strlen(upd.w.value));
    if (copy) {
      a->updated.s = copy;
      a->updated.n = strlen(copy);
    }
  }
}

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

/* A name or source without the date and what else stands behind it. */
static csto_str cut_value(csto_str v) {
  csto_when d;
  const char *bar;
  size_t from, to, i;
  if (!v.s) return v;
  if (v.n > 200) return v;
  if ((bar = memchr(v.s + 1, '|', v.n - 1)) != NULL) v.n = (size_t)(bar - v.s);
  if (csto_when_read(v.s, v.n, &d) && d.start > 3) {
    char buf[1400];
    csto_words w;
    v.n = d.start;
    csto_words_cut(&w, v.s, v.n, 1, 16, buf, sizeof buf);
    /* the words that say what the date is */
    for (i = w.n; !w.more && i-- > 1;) {
      const char *t = w.text + w.at[i];
      if (!csto_marked(t, w.end[i] - w.at[i], "dateword") &&
          !csto_when_day_word(t, w.end[i] - w.at[i]))
        break;
      v.n = w.from[i];
    }
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

/* Parts of a picture's line: caption / credit, © credit, (photo: credit). */
static void picture(csto_page *p, const csto_line *l, csto_article *a) {
  const char *s = csto_line_s(p, l), *t;
  size_t n = csto_line_n(l);
  csto_str cap = {NULL, 0}, cred = {NULL, 0};
  size_t from, to;
  if (n > 2 && memcmp(s, "©", 2) == 0) {
    t = memmem(s, n, " / ", 3);
    cred.s = s + 2;
    cred.n = (t ? (size_t)(t - s) : n) - 2;
  } else if ((t = memmem(s, n, "©", 2)) != NULL) {
    cap.s = s;
    cap.n = (size_t)(t - s);
    cred.s = t + 2;
    cred.n = n - cap.n - 2;
  } else if (s[n - 1] != ')' &&
             csto_label_inside(s, n, CSTO_F_CREDIT, &from, &to)) {
    cap.s = s;
    cap.n = from;
    cred.s = s + to;
    cred.n = n - to;
  } else if ((t = memmem(s, n, " / ", 3)) != NULL) {
    cap.s = s;
    cap.n = (size_t)(t - s);
    cred.s = t + 3;
    cred.n = n - cap.n - 3;
  } else if (s[n - 1] == ')' && (t = memrchr(s, '(', n)) != NULL) {
    size_t in = (size_t)(t - s) + 1;
    const char *c = memchr(t, ':', n - in);
    csto_words w;
    char buf[1400];
    csto_words_cut(&w, s + in, n - in - 1, 0, 6, buf, sizeof buf);
    if (c) {
      cap.s = s;
      cap.n = in - 1;
      cred.s = c + 1;
      cred.n = n - 1 - (size_t)(c + 1 - s);
    } else if (w.n &&
               csto_marked(w.text, w.end[w.n - 1], "agency")) {
      cap.s = s;
      cap.n = in - 1;
      cred.s = s + in;
      cred.n = n - in - 1;
    } else {
      cap.s = s;
      cap.n = n;
    }
  } else {
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

/* A name alone on its line between headline and text. */
static int bare_name(const csto_work *w, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  unsigned all, hit;
  if (l->words < 2 || l->words > 4 || l->digits || l->ends || l->commas ||
      (l->copies > 1 && !again_below(w, l)) ||
      memchr(s, ':', csto_line_n(l)) ||
      memchr(s, '"', csto_line_n(l)) || memchr(s, '/', csto_line_n(l)))
    return 0;
  if (csto_line_n(l) > 4 && memcmp(s, "ال", 4) == 0) return 0;
  hit = csto_vocab_share(&w->v, s, csto_line_n(l), &all);
  return hit == 0 && all > 0;
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
  if (!c && !memmem(s, n, " - ", 3) && !memmem(s, n, " – ", 5)) return 0;
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

/* "newspaper X", "agency Y" above the headline. */
int csto_infer_masthead(const csto_page *p, const csto_line *l) {
  char buf[400];
  csto_words w;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 1, buf,
                 sizeof buf);
  return w.n && csto_marked(w.text, w.end[0], "masthead");
}

void csto_infer_around(csto_work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  size_t i, from = w->title < p->nlines ? w->title : w->b;
  size_t lo = from > 6 ? from - 6 : 0;
  size_t hi = w->e + 10 < p->nlines ? w->e + 10 : p->nlines;
  for (i = lo; i < hi; i++) {
    csto_line *l = &p->lines[i];
    csto_str got = {NULL, 0};
    if (i >= w->e && (l->cls == CSTO_K_END)) break;
    if (l->tag == CSTO_G_NAV) continue;
    if (l->cls == CSTO_K_FIELD) {
      switch (l->field) {
        case CSTO_F_AUTHOR: value_of(p, i, &a->author); break;
        case CSTO_F_AGENCY: value_of(p, i, &a->agency); break;
        case CSTO_F_CREDIT: value_of(p, i, &a->credit); break;
        case CSTO_F_CAPTION: value_of(p, i, &a->caption); break;
        case CSTO_F_SITE: value_of(p, i, &a->site); break;
        default: break;
      }
    } else if (l->cls == CSTO_K_TEXT && i < from && !a->site.s &&
               l->words >= 2 && l->words <= 5 && csto_infer_masthead(p, l)) {
      a->site = csto_infer_piece(p, l->start, l->end);
    } else if (l->cls == CSTO_K_CAPTION && i >= from) {
      picture(p, l, a);
    } else if (l->cls == CSTO_K_DATE) {
      size_t lf, lt;
      if (!a->author.s && i >= from && i < w->first &&
          csto_label_inside(csto_line_s(p, l), csto_line_n(l), CSTO_F_AUTHOR,
                            &lf, &lt)) {
        got.s = csto_line_s(p, l) + lt;
        got.n = csto_line_n(l) - lt;
        a->author = cut_value(csto_infer_trim(got));
      }
      if (!a->agency.s && csto_label_inside(csto_line_s(p, l), csto_line_n(l),
                                       CSTO_F_AGENCY, &lf, &lt)) {
        got.s = csto_line_s(p, l) + lt;
        got.n = csto_line_n(l) - lt;
        a->agency = cut_value(csto_infer_trim(got));
      }
    } else if (l->cls == CSTO_K_TEXT && i > w->head && i < w->first) {
      int by = w->title < p->nlines && csto_infer_byline(w, i);
      if (!a->agency.s && agency_line(p, l, &got)) {
        a->agency = got;
        l->cls = CSTO_K_LABEL;
        if (by && !a->author.s)
          a->author = csto_infer_trim(csto_infer_piece(p, l->start, l->end));
      } else if (!a->author.s && by) {
        a->author = name_of(csto_infer_piece(p, l->start, l->end));
        l->cls = CSTO_K_AUTHOR;
      } else if (!a->author.s && w->title < p->nlines && bare_name(w, i)) {
        a->author = csto_infer_trim(csto_infer_piece(p, l->start, l->end));
        l->cls = CSTO_K_AUTHOR;
      }
    } else if (l->cls == CSTO_K_AUTHOR && i < w->first && !a->author.s &&
               (i > w->head || w->title == p->nlines) && !w->furniture) {
      a->author = csto_infer_trim(csto_infer_piece(p, l->start, l->end));
    }
  }
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
