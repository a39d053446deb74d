/* published.c - when the article was published and updated.
**
** Every claim and every line that states a date has a weight by its kind and
** place (label, line below the headline, address, head of a wire story ...);
** the heaviest wins, one that its weekday contradicts never, and the day of
** the visit (above the headline, beside a clock, the weather, a Hijri date)
** is none.  No date is better than a wrong one.  Linear in the lines from
** twelve above the headline to twelve below the text.
*/
#include <stdio.h>
#include <string.h>
#include "article/infer.h"
#include "article/when.h"
#include "base/rc.h"
#include "text/doc.h"
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

/* "24°", "24 ℃", "14.7 C" */
static int degrees(const char *s, size_t n) {
  size_t i;
  if (memmem(s, n, "°", 2) || memmem(s, n, "℃", 3)) return 1;
  if (n < 2 || n > 8 || (s[n - 1] != 'C' && s[n - 1] != 'F')) return 0;
  for (i = 0; i + 1 < n; i++)
    if (!strchr("0123456789. -", s[i])) return 0;
  return 1;
}

/* Is the line one of those that show the visitor's day: a Hijri date, the
** weather, a city's clock? */
static int clock_like(const csto_page *p, size_t i) {
  const csto_line *l = &p->lines[i];
  char buf[1400];
  csto_words w;
  size_t k;
  if (l->words > 8) return 0;
  if (degrees(csto_line_s(p, l), csto_line_n(l))) return 1;
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

/* Does s[0..n) open with an agency's name, after the letter of the calendar
** that may stand behind a year? */
static int agency_next(const char *s, size_t n) {
  char buf[1400];
  csto_words w;
  size_t i, k;
  csto_words_cut(&w, s, n < 80 ? n : 80, 0, 5, buf, sizeof buf);
  for (i = 0; i < 2 && i < w.n; i++) {
    for (k = 1; k <= 3 && i + k <= w.n; k++)
      if (csto_marked(w.text + w.at[i], w.end[i + k - 1] - w.at[i], "agency"))
        return 1;
    if (!csto_marked(w.text + w.at[i], w.end[i] - w.at[i], "dateword")) break;
  }
  return 0;
}

/* "place, date (agency) -": the head of a wire story; before the date may
** stand another of the Hijri calendar. */
static int wire(const char *s, size_t n, const csto_when *d) {
  char buf[2600];
  csto_words w;
  size_t i, odd = 0;
  int sentence;
  if (d->start > 120 || memchr(s, ':', d->start) || memchr(s, '*', d->start))
    return 0;
  csto_words_cut(&w, s, d->start, 0, 16, buf, sizeof buf);
  for (i = 0; i < w.n; i++) {
    const char *t = w.text + w.at[i];
    size_t k = w.end[i] - w.at[i];
    size_t two = i + 1 < w.n ? w.end[i + 1] - w.at[i] : 0;
    if (csto_marked(t, two, "hijri")) i++;
    else if (!csto_marked(t, k, "hijri") && !csto_marked(t, k, "dateword") &&
             (t[0] < '0' || t[0] > '9') && !csto_when_day_word(t, k))
      odd++;
  }
  if (odd > 4 || w.more) return 0;
  /* a sentence that begins "on the ..." needs the sign */
  sentence = w.n && csto_marked(w.text, w.end[0], "function");
  i = d->end;
  while (i < n && s[i] == ' ') i++;
  /* "Sunday 3 March: ..." is a day of a programme */
  if (!odd && w.n && i < n && s[i] == ':' &&
      csto_when_day_word(w.text, w.end[0]))
    return 0;
  return i < n && (s[i] == '(' || s[i] == '/' || s[i] == '-' || s[i] == ':' ||
                   memcmp(s + i, "–", n - i < 3 ? n - i : 3) == 0 ||
                   (!sentence && agency_next(s + i, n - i)));
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
static int other_calendar(csto_page *p, const char *s, size_t n,
                          csto_when *w) {
  csto_doc d;
  csto_date_mention *m;
  size_t i, nm;
  int rc, found = 0;
  if (n > 200) return 0;
  rc = csto_doc_open(&d, s, n);
  if (rc != CSTO_OK) {
    p->arena->rc = rc;
    return 0;
  }
  rc = csto_dates(&d, NULL, &m, &nm);
  if (rc != CSTO_OK) {
    p->arena->rc = rc;
  } else {
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

/* What is found on the way down the lines. */
typedef struct search {
  choice best, upd;
  size_t from;          /* the title, or the first line of the block */
  size_t hi;            /* lines end here */
  int ended;            /* other articles follow from here on */
} search;

/* "updated" and its date within s[0..n), which is behind `after`. */
static void inner_update(search *f, const char *s, size_t n, size_t after) {
  size_t from, to;
  csto_when d;
  if (csto_label_inside(s, n, CSTO_F_UPDATED, &from, &to) && from > after &&
      csto_when_read(s + to, n - to, &d))
    offer(&f->upd, 9, &d, s + to);
}

/* A line with a label, its date behind it or on the next line. */
static void labelled(csto_work *w, search *f, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *v = p->text + l->value;
  size_t k = l->end > l->value ? l->end - l->value : 0;
  csto_when d;
  if (k == 0 && i + 1 < p->nlines && p->lines[i + 1].cls == CSTO_K_DATE) {
    v = csto_line_s(p, &p->lines[i + 1]);
    k = csto_line_n(&p->lines[i + 1]);
  }
  if (!csto_when_read(v, k, &d)) return;
  inner_update(f, v, k, d.start);
  if (l->field == CSTO_F_PUBLISHED)
    offer(&f->best, f->ended ? 4 : i < f->from ? 9 : 11, &d, v);
  else
    offer(&f->upd, 10, &d, v);
}

/* Does the date line stand among other stories, below a headline in a list of
** them? */
static int in_list(const csto_page *p, size_t i) {
  size_t j;
  if (!i || p->lines[i - 1].cls != CSTO_K_TEXT || p->lines[i - 1].words < 5)
    return 0;
  for (j = i; j-- > 0 && i - j < 20;) {
    int c = p->lines[j].cls;
    if (c == CSTO_K_PROSE) break;
    if (c == CSTO_K_RELATED || c == CSTO_K_OTHER) return 1;
  }
  return 0;
}

/* Is the date inside the text none of the article's: one of a table of days,
** over a list, below the headline of another story? */
static int inner_date(const csto_work *w, size_t i) {
  const csto_page *p = w->p;
  if (i + 1 < p->nlines) {
    const csto_line *next = &p->lines[i + 1];
    size_t n = csto_line_n(next);
    if (next->cls == CSTO_K_DATE ||
        (next->cls == CSTO_K_TEXT && next->digits) ||
        (next->digits >= 4 && memchr(csto_line_s(p, next), ':',
                                     n < 40 ? n : 40)))
      return 1;
  }
  return i > w->first &&
         (p->lines[i - 1].cls == CSTO_K_DATE ||
          (p->lines[i - 1].cls == CSTO_K_TEXT && p->lines[i - 1].words >= 5));
}

/* What a date line at that place weighs. */
static int weight_at(const csto_work *w, const search *f, size_t i,
                     const csto_when *d) {
  if (i > f->from && i < w->first + 1) return 8;
  if (i < f->from) {
    if (day_of_visit(w, i) || in_list(w->p, i)) return 1;
    if (!w->furniture && w->title == w->p->nlines) return 6;
    if (i + 2 >= f->from && w->furniture <= 2) return 6;
    if (i + 1 == f->from && !w->furniture) return 6;
    if (i == 0 && f->from <= 6 && !w->furniture) return 5;
    return i + 1 == f->from && d->time ? 5 : 1;
  }
  if (i < w->e) return i <= w->first + 3 && !inner_date(w, i) ? 5 : 2;
  return !f->ended && i < w->e + 4 ? 4 : 0;
}

static void date_line(csto_work *w, search *f, size_t i) {
  csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  csto_when d;
  int score;
  if (i + 1 < f->hi && p->lines[i + 1].cls == CSTO_K_NUMBER &&
      p->lines[i + 1].words <= 3 && !p->lines[i + 1].bullet &&
      memchr(csto_line_s(p, l + 1), ':', csto_line_n(l + 1)))
    n = (l + 1)->end - l->start;       /* its hour on a line of its own */
  if (!csto_when_read(s, n, &d) && !other_calendar(p, s, n, &d)) return;
  score = weight_at(w, f, i, &d);
  if (l->tag == CSTO_G_DATE && i >= f->from && !f->ended) score += 1;
  if (l->value >= 2) score -= 2;
  if (score > 1) offer(&f->best, score, &d, s);
}

static void line(csto_work *w, search *f, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  int dated = l->cls == CSTO_K_DATE && i != w->title;
  csto_when d;
  if (i >= w->first && (l->cls == CSTO_K_END || l->cls == CSTO_K_RELATED))
    f->ended = 1;
  if (l->tag == CSTO_G_NAV) return;
  if (l->cls == CSTO_K_FIELD &&
      (l->field == CSTO_F_PUBLISHED || l->field == CSTO_F_UPDATED)) {
    labelled(w, f, i);
    return;
  }
  if (dated && i >= f->from) inner_update(f, s, n, 0);
  if (dated || (l->cls == CSTO_K_FIELD && l->digits >= 5 && i > f->from &&
                (l->field == CSTO_F_AUTHOR || l->field == CSTO_F_AGENCY))) {
    date_line(w, f, i);
    return;
  }
  if (l->cls == CSTO_K_PROSE && i >= f->from)
    dateline(w, i, &f->best, i < w->first + 3);
  if (l->cls == CSTO_K_CAPTION && i >= f->from && i < w->first &&
      l->digits >= 7 && csto_when_read(s, n, &d))
    offer(&f->best, 3, &d, s);
}

static csto_str kept(csto_page *p, const csto_when *w) {
  csto_str s = {NULL, 0};
  s.s = csto_arena_str(p->arena, w->value, strlen(w->value));
  if (s.s) s.n = strlen(w->value);
  return s;
}

void csto_infer_find_date(csto_work *w) {
  csto_page *p = w->p;
  search f;
  csto_when d;
  size_t i;
  csto_str c = p->claim[CSTO_F_PUBLISHED];
  memset(&f, 0, sizeof f);
  f.from = w->title < p->nlines ? w->title : w->b;
  f.hi = w->e + 12 < p->nlines ? w->e + 12 : p->nlines;
  if (c.s && csto_when_read(c.s, c.n, &d))
    offer(&f.best, 9 + p->weight[CSTO_F_PUBLISHED], &d, c.s);
  c = p->claim[CSTO_F_UPDATED];
  if (c.s && csto_when_read(c.s, c.n, &d)) offer(&f.upd, 20, &d, c.s);
  c = p->claim[CSTO_F_URL];
  if (c.s && csto_when_url(c.s, c.n, &d)) offer(&f.best, 9, &d, c.s);
  for (i = f.from > 12 ? f.from - 12 : 0; i < f.hi; i++) line(w, &f, i);
  if (f.best.score >= 4) {
    w->a->published = kept(p, &f.best.w);
    if (w->a->published.s) w->a->published_text = f.best.text;
  }
  if (f.upd.score > 0) w->a->updated = kept(p, &f.upd.w);
}
