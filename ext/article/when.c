/* when.c - the dates that heads of pages, feeds and meta tags state.
**
** A small reader for short strings: it cuts them into numbers, words and
** signs, tries the known orders at every place (2022-05-10, 10/05/2022,
** 10 May 2022, May 10, 2022, with doubled month names), and then looks on
** both sides for a time of day, its zone and a day of the week.  Months and
** days are those of data/date_words.tsv.  Dates inside running text are the
** business of time/, not of this file.
*/
#include "article/when.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "article/page.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/utf8.h"

CSTO_TABLE(date_words);

enum { NUM, WORD, SIGN };

typedef struct tok {
  uint8_t kind, digits, space;   /* space: white space before it */
  uint32_t value;                /* number, or the sign's code point */
  uint32_t from, to;             /* bytes of the string */
  char w[26];                    /* folded word, "" if longer */
} tok;

#define MAXTOK 64

/* A new token of the kind at byte `at`. */
static tok *begin(tok *t, size_t *nt, int kind, int space, uint32_t at) {
  tok *x = &t[(*nt)++];
  memset(x, 0, sizeof *x);
  x->kind = (uint8_t)kind;
  x->space = (uint8_t)space;
  x->from = at;
  return x;
}

/* The digit or letter cp goes on in the token. */
static void go_on(tok *x, uint32_t cp, size_t *used) {
  char f[CSTO_FOLD_MAX];
  size_t m = csto_fold_cp(cp, f);
  if (x->kind == NUM) {
    if (m != 1 || f[0] < '0' || f[0] > '9') return;
    if (x->digits < 9) x->value = x->value * 10 + (uint32_t)(f[0] - '0');
    if (x->digits < 255) x->digits++;
    return;
  }
  if (*used + m < sizeof x->w) memcpy(x->w + *used, f, m);
  else x->w[0] = 0;
  *used += m;
}

static size_t cut(const char *s, size_t n, tok *t) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  size_t k, nt = 0, used = 0;
  int space = 1, in = -1, kind;
  while (p < end && nt < MAXTOK) {
    uint32_t cp = csto_utf8_get(p, end, &k);
    int c = csto_class(cp);
    uint32_t at = (uint32_t)((const char *)p - s);
    p += k;
    if (c == CSTO_C_SPACE || c == CSTO_C_NEWLINE) {
      space = 1;
      in = -1;
      continue;
    }
    if (c == CSTO_C_IGNORE || c == CSTO_C_MARK) continue;
    kind = c == CSTO_C_DIGIT ? NUM : c == CSTO_C_SEP ? SIGN : WORD;
    if (kind == SIGN) {
      begin(t, &nt, SIGN, space, at)->value = cp;
      in = -1;
    } else {
      if (in != kind) {
        begin(t, &nt, kind, space, at);
        in = kind;
        used = 0;
      }
      go_on(&t[nt - 1], cp, &used);
    }
    t[nt - 1].to = (uint32_t)((const char *)p - s);
    space = 0;
  }
  return nt;
}

/* The number of a phrase that date_words has with this kind, or 0. */
static int number_of(const char *s, size_t n, char kind) {
  const csto_table *tab = &csto_table_date_words;
  csto_hit h = csto_table_find(tab, s, n);
  for (; h; h = csto_table_next(tab, h)) {
    uint32_t row = csto_table_row(tab, h);
    if (csto_table_cell(tab, row, 1)[0] == kind)
      return (int)strtoul(csto_table_cell(tab, row, 2), NULL, 10);
  }
  return 0;
}

int csto_when_day_word(const char *folded, size_t n) {
  return number_of(folded, n, 'W');
}

/* The month ('G') or weekday ('W') named at token i, *len tokens; or 0. */
static int look(char kind, const tok *t, size_t i, size_t n, size_t *len) {
  char two[60];
  size_t a = strlen(t[i].w), b;
  int found = 0;
  if (t[i].kind != WORD || a == 0) return 0;
  if (i + 1 < n && t[i + 1].kind == WORD && (b = strlen(t[i + 1].w)) > 0) {
    memcpy(two, t[i].w, a);
    two[a] = ' ';
    memcpy(two + a + 1, t[i + 1].w, b);
    found = number_of(two, a + 1 + b, kind);
    *len = 2;
  }
  if (!found) {
    found = number_of(t[i].w, a, kind);
    *len = 1;
  }
  return found;
}

/* A word of this kind in data/article_marks.tsv. */
static int is(const tok *t, const char *kind) {
  return t->kind == WORD && csto_marked(t->w, strlen(t->w), kind);
}

static int month_at(const tok *t, size_t i, size_t n, size_t *len) {
  size_t k, k2;
  int m, m2;
  if (i >= n || (m = look('G', t, i, n, &k)) == 0)
    return 0;
  *len = k;
  /* the same month named again: نوفمبر/تشرين الثاني, (نوفمبر) */
  i += k;
  if (i + 1 < n && t[i].kind == SIGN &&
      (t[i].value == '/' || t[i].value == '(' || t[i].value == '-' ||
       t[i].value == '\\')) {
    m2 = look('G', t, i + 1, n, &k2);
    if (m2 == m) {
      *len += 1 + k2;
      i += 1 + k2;
      if (i < n && t[i].kind == SIGN && t[i].value == ')') ++*len;
    }
  } else if (i < n) {
    m2 = look('G', t, i, n, &k2);
    if (m2 == m) *len += k2;
  }
  return m;
}

static int sign(const tok *t, size_t i, size_t n, const char *set) {
  return i < n && t[i].kind == SIGN && t[i].value < 128 && t[i].value &&
         strchr(set, (int)t[i].value) != NULL;
}

static int comma(const tok *t, size_t i, size_t n) {
  return i < n && t[i].kind == SIGN &&
         (t[i].value == ',' || t[i].value == 0x60C || t[i].value == '-' ||
          t[i].value == '.' || t[i].value == 0x2013);
}

static int year_ok(const tok *t) {
  return t->kind == NUM && t->digits == 4 && t->value >= 1900 &&
         t->value < 2100;
}

static int days_in(int y, int m) {
  static const char d[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) return 29;
  return d[m - 1];
}

int csto_when_day(int y, int m, int d) {
  static const int t[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  int w;
  if (m < 3) y--;
  w = (y + y / 4 - y / 100 + y / 400 + t[m - 1] + d) % 7;
  return w ? w : 7;
}

int csto_when_valid(int y, int m, int d) {
  return m >= 1 && m <= 12 && d >= 1 && d <= days_in(y, m);
}

/* The tokens of "08:00:00 +0000" between day and year, as C's ctime writes
** them; or 0. */
static size_t clock_inside(const tok *t, size_t j, size_t n) {
  size_t k;
  for (k = 0; k < 5; k++)
    if (j + k >= n || (k % 2 ? !sign(t, j + k, n, ":")
                             : t[j + k].kind != NUM || t[j + k].digits > 2))
      return 0;
  if (sign(t, j + 5, n, "+-") && j + 6 < n && t[j + 6].kind == NUM &&
      t[j + 6].digits == 4 && j + 7 < n && t[j + 7].kind == NUM)
    return 7;
  return 5;
}

static size_t set(csto_when *w, int y, int m, int d, size_t tokens) {
  w->y = y;
  w->m = m;
  w->d = d;
  return csto_when_valid(y, m, d) ? tokens : 0;
}

/* A number of one or two digits. */
static int small(const tok *t, size_t i, size_t n) {
  return i < n && t[i].kind == NUM && t[i].digits <= 2;
}

/* 20220510, 20220510T...: the whole string. */
static size_t compact(const tok *t, size_t n, csto_when *w) {
  if (t[0].kind != NUM || t[0].digits != 8 ||
      !(n == 1 || (t[1].kind == WORD && !t[1].space && !strcmp(t[1].w, "t"))))
    return 0;
  return t[0].value / 10000 >= 1900 && t[0].value / 10000 < 2100
             ? set(w, (int)(t[0].value / 10000),
                   (int)(t[0].value / 100 % 100), (int)(t[0].value % 100), 1)
             : 0;
}

/* Three numbers with a sign between: 2022-05-10, 10/05/2022.  *swap: day and
** month could also be the other way round. */
static size_t numbers(const tok *t, size_t i, size_t n, csto_when *w,
                      int *swap) {
  int x = (int)t[i].value, y, z;
  if (i + 4 >= n || !sign(t, i + 1, n, "-/.") || !small(t, i + 2, n) ||
      t[i + 3].kind != SIGN || t[i + 3].value != t[i + 1].value ||
      t[i + 4].kind != NUM)
    return 0;
  y = (int)t[i + 2].value;
  z = (int)t[i + 4].value;
  if (t[i].digits == 4)
    return year_ok(&t[i]) && t[i + 4].digits <= 2 ? set(w, x, y, z, 5) : 0;
  if (t[i].digits > 2 || !year_ok(&t[i + 4])) return 0;
  if (set(w, z, y, x, 5)) {
    *swap = x <= 12 && x != y;
    return 5;
  }
  return set(w, z, x, y, 5);
}

/* 24 12 2025 */
static size_t spaced(const tok *t, size_t i, size_t n, csto_when *w) {
  if (i + 2 >= n || t[i + 1].kind != NUM || t[i + 1].digits != 2 ||
      !year_ok(&t[i + 2]) || !t[i + 1].space || !t[i + 2].space)
    return 0;
  return set(w, (int)t[i + 2].value, (int)t[i + 1].value, (int)t[i].value, 3);
}

/* 10 May 2022, 10th of May, 2022 */
static size_t day_first(const tok *t, size_t i, size_t n, csto_when *w) {
  size_t j = i + 1, k = 0;
  int m;
  if (j < n && t[j].kind == WORD && !t[j].space &&
      (!strcmp(t[j].w, "st") || !strcmp(t[j].w, "nd") ||
       !strcmp(t[j].w, "rd") || !strcmp(t[j].w, "th")))
    j++;
  if (j < n && (comma(t, j, n) || sign(t, j, n, "/"))) j++;
  while (j < n && is(&t[j], "datelink")) j++;
  if ((m = month_at(t, j, n, &k)) == 0) return 0;
  j += k;
  if (j < n && (comma(t, j, n) || sign(t, j, n, "/"))) j++;
  if (j < n && is(&t[j], "datelink")) j++;
  if (j >= n || !year_ok(&t[j])) return 0;
  w->word = 1;
  return set(w, (int)t[j].value, m, (int)t[i].value, j + 1 - i);
}

/* May 10, 2022; May 10 08:00:00 +0000 2022 */
static size_t month_first(const tok *t, size_t i, size_t n, csto_when *w) {
  size_t j, k = 0, day;
  int m = month_at(t, i, n, &k);
  if (!m) return 0;
  j = i + k;
  if (j < n && comma(t, j, n)) j++;
  if (!small(t, j, n)) return 0;
  day = j++;
  if (j < n && t[j].kind == WORD && !t[j].space && strlen(t[j].w) == 2 &&
      (unsigned char)t[j].w[0] < 128)
    j++;
  if (j < n && comma(t, j, n)) j++;
  j += clock_inside(t, j, n);
  if (j >= n || !year_ok(&t[j])) return 0;
  w->word = 1;
  return set(w, (int)t[j].value, m, (int)t[day].value, j + 1 - i);
}

/* A date at token i: sets y, m, d and returns its tokens, or 0.  *swap: day
** and month could also be the other way round. */
static size_t date_at(const tok *t, size_t i, size_t n, csto_when *w,
                      int *swap) {
  size_t k = 0;
  *swap = 0;
  w->word = 0;
  if (t[i].kind == WORD) return month_first(t, i, n, w);
  if (t[i].kind != NUM) return 0;
  if (i == 0) k = compact(t, n, w);
  if (!k) k = numbers(t, i, n, w, swap);
  if (!k && t[i].digits <= 2) k = spaced(t, i, n, w);
  if (!k && t[i].digits <= 2) k = day_first(t, i, n, w);
  return k;
}

typedef struct clock {
  int h, min, sec;       /* sec -1: not stated */
  char zone[8];
  size_t from, to;       /* tokens */
} clock_of;

/* Half of the day that the word names: 1 before noon, 2 after, 0 none. */
static int half(const tok *t, size_t i, size_t n, size_t *len) {
  const char *w;
  if (i >= n) return 0;
  *len = 1;
  w = t[i].w;
  if (is(&t[i], "forenoon")) return 1;
  if (is(&t[i], "afternoon")) return 2;
  if ((!strcmp(w, "a") || !strcmp(w, "p")) && i + 2 < n &&
      sign(t, i + 1, n, ".") && !strcmp(t[i + 2].w, "m")) {
    *len = sign(t, i + 3, n, ".") ? 4 : 3;
    return w[0] == 'a' ? 1 : 2;
  }
  return 0;
}

/* The zone behind a time of day that ends at token j. */
static void zone_at(const tok *t, size_t j, size_t n, clock_of *c) {
  size_t k;
  k = j;
  if (sign(t, j, n, "(")) k++;
  if (k < n && (is(&t[k], "utc") ||
                (!strcmp(t[k].w, "z") && !t[k].space))) {
    strcpy(c->zone, "Z");
    j = k + 1;
  } else if (k + 1 < n && is(&t[k], "utcfirst")) {
    /* two words, maybe with a stop between */
    size_t m = k + 1 + (size_t)sign(t, k + 1, n, ".");
    if (m < n && is(&t[m], "utcsecond")) {
      strcpy(c->zone, "Z");
      j = m + 1;
    }
  }
  if (sign(t, j, n, "+-") && j + 1 < n && t[j + 1].kind == NUM &&
      !t[j + 1].space) {
    int neg = t[j].value == '-', zh = -1, zm = 0;
    size_t used = 2;
    if (t[j + 1].digits == 4) {
      zh = (int)t[j + 1].value / 100;
      zm = (int)t[j + 1].value % 100;
    } else if (t[j + 1].digits <= 2 && sign(t, j + 2, n, ":") && j + 3 < n &&
               t[j + 3].kind == NUM && t[j + 3].digits == 2) {
      zh = (int)t[j + 1].value;
      zm = (int)t[j + 3].value;
      used = 4;
    } else if (t[j + 1].digits == 2 || (c->zone[0] && t[j + 1].digits == 1)) {
      zh = (int)t[j + 1].value;
    }
    if (zh >= 0 && zh <= 14 && zm < 60) {
      snprintf(c->zone, sizeof c->zone, "%c%02d:%02d", neg ? '-' : '+',
               zh % 15, zm % 60);
      j += used;
    }
  }
  c->to = j;
}

static int clock_at(const tok *t, size_t i, size_t n, clock_of *c) {
  size_t j, k;
  int hf;
  c->sec = -1;
  c->zone[0] = 0;
  c->from = i;
  if (i >= n) return 0;
  if (i > 0 && t[i].kind == NUM && !t[i].space &&
      (t[i].digits == 6 || t[i].digits == 4) && t[i - 1].kind == WORD &&
      !strcmp(t[i - 1].w, "t")) {           /* T103000Z, T1030 */
    uint32_t v = t[i].digits == 4 ? t[i].value * 100 : t[i].value;
    if (v >= 240000 || v / 100 % 100 > 59 || v % 100 > 59) return 0;
    c->h = (int)(v / 10000);
    c->min = (int)(v / 100 % 100);
    if (t[i].digits == 6) c->sec = (int)(v % 100);
    j = i + 1;
    zone_at(t, j, n, c);
    return 1;
  }
  if (i + 2 >= n || t[i].kind != NUM || t[i].digits > 2 ||
      !sign(t, i + 1, n, ":") || t[i + 1].space || t[i + 2].space ||
      t[i + 2].kind != NUM || t[i + 2].digits != 2 || t[i].value > 24 ||
      t[i + 2].value > 59)
    return 0;
  c->h = (int)t[i].value % 24;
  c->min = (int)t[i + 2].value;
  j = i + 3;
  if (sign(t, j, n, ":") && j + 1 < n && t[j + 1].kind == NUM &&
      t[j + 1].digits == 2 && t[j + 1].value < 60) {
    c->sec = (int)t[j + 1].value;
    j += 2;
    if (sign(t, j, n, ".") && j + 1 < n && t[j + 1].kind == NUM &&
        !t[j + 1].space)
      j += 2;
  }
  if ((hf = half(t, j, n, &k)) != 0) {
    if (hf == 2 && c->h < 12) c->h += 12;
    if (hf == 1 && c->h == 12) c->h = 0;
    j += k;
  }
  zone_at(t, j, n, c);
  return 1;
}

/* The time of day beside the date at tokens [a, b). */
static int clock_near(const tok *t, size_t n, size_t a, size_t b,
                      clock_of *c) {
  size_t i, lo = a > 10 ? a - 10 : 0, hi = b + 8 < n ? b + 8 : n;
  if (b - a >= 8 && clock_at(t, a + 2, n, c)) return 1;   /* inside it */
  /* 10:30 GMT 10.05.2022 (updated: 11:15 ...): the hour right before it, if
  ** none is right behind it */
  if (!(b < n && (clock_at(t, b, n, c) ||
                  (b + 1 < n && clock_at(t, b + 1, n, c)))))
    for (i = a; i-- > lo;)
      if (clock_at(t, i, n, c)) {
        if (c->to == a) return 1;
        break;
      }
  for (i = b; i < hi; i++) {
    if (clock_at(t, i, n, c)) return 1;
    if (year_ok(&t[i])) break;           /* another date begins */
  }
  for (i = a; i-- > lo;)
    if (clock_at(t, i, n, c) && c->to <= a && c->to + 6 > a) return 1;
  return 0;
}

static void weekday_near(const tok *t, size_t n, size_t a, size_t b,
                         csto_when *w) {
  size_t i, k, lo = a > 4 ? a - 4 : 0, hi = b + 3 < n ? b + 3 : n;
  int d;
  for (i = a; i-- > lo && !w->weekday;)
    if ((d = look('W', t, i, n, &k)) != 0) w->weekday = d;
  for (i = b; i < hi && !w->weekday; i++)
    if ((d = look('W', t, i, n, &k)) != 0) w->weekday = d;
}

/* "12 - 15 March": days of an event, from the line's start on. */
static int is_range(const tok *t, size_t i) {
  return i == 2 && t[0].kind == NUM && t[0].digits <= 2 &&
         t[1].kind == SIGN && (t[1].value == '-' || t[1].value == 0x2013) &&
         t[0].value < t[2].value && t[0].value > 0;
}

/* Four digits in a row, as a year has them: without them there is no date.
** Digits of other scripts than these count as such. */
static int may_have_year(const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  int run = 0;
  for (; p < end && run < 4; p++) {
    if (*p >= '0' && *p <= '9') run++;
    else if (*p < 0x80) run = 0;
    else if (end - p > 1 && ((*p == 0xD9 && p[1] >= 0xA0 && p[1] <= 0xA9) ||
                             (*p == 0xDB && p[1] >= 0xB0 && p[1] <= 0xB9)))
      run++, p++;
    else if (*p >= 0xC2 && *p < 0xE0)
      run = 0, p++;
    else if (*p != 0xE2)                     /* marks of direction */
      return 1;
  }
  return run >= 4;
}

/* Sets the weekday named beside the date of tokens a to b; where day and month
** could change places it decides. */
static void check_weekday(const tok *t, size_t n, size_t a, size_t b,
                          int swap, csto_when *w) {
  weekday_near(t, n, a, b, w);
  if (!w->weekday) return;
  w->agrees = csto_when_day(w->y, w->m, w->d) == w->weekday ? 1 : -1;
  if (w->agrees < 0 && swap &&
      csto_when_day(w->y, w->d, w->m) == w->weekday) {
    int m = w->m;
    w->m = w->d;
    w->d = m;
    w->agrees = 1;
  }
}

/* Adds the hour beside the date of tokens a to b, if there is one. */
static void add_clock(const tok *t, size_t n, size_t a, size_t b,
                      csto_when *w) {
  size_t len = strlen(w->value);
  clock_of c;
  if (b < n && t[b].kind == WORD && !t[b].space && !strcmp(t[b].w, "t") &&
      clock_at(t, b + 1, n, &c))
    w->time = 1;
  else
    w->time = clock_near(t, n, a, b, &c);
  if (!w->time) return;
  snprintf(w->value + len, sizeof w->value - len, "T%02d:%02d", c.h % 24,
           c.min % 60);
  len = strlen(w->value);
  if (c.sec >= 0)
    snprintf(w->value + len, sizeof w->value - len, ":%02d", c.sec % 60);
  len = strlen(w->value);
  snprintf(w->value + len, sizeof w->value - len, "%s", c.zone);
  if (t[c.from].from < w->start) w->start = t[c.from].from;
  if (c.to && t[c.to - 1].to > w->end) w->end = t[c.to - 1].to;
}

int csto_when_read(const char *s, size_t n, csto_when *w) {
  tok t[MAXTOK];
  size_t i, k, b, nt;
  int swap;
  memset(w, 0, sizeof *w);
  if (!may_have_year(s, n)) return 0;
  nt = cut(s, n, t);
  for (i = 0; i < nt; i++) {
    if (i >= 2 && t[i].kind == NUM && !t[i].space &&
        sign(t, i - 1, nt, "/.-") && t[i - 2].kind == NUM &&
        !(i >= 4 && sign(t, i - 3, nt, ":")))
      continue;                    /* inside a longer number, no hour */
    k = date_at(t, i, nt, w, &swap);
    if (!k) continue;
    b = i + k;
    if (w->word && t[i].kind == NUM && is_range(t, i)) continue;
    /* 1999-10-12-34 and the like are no dates */
    if (b + 1 < nt && sign(t, b, nt, "/-") && !t[b].space &&
        t[b + 1].kind == NUM && !t[b + 1].space)
      continue;
    check_weekday(t, nt, i, b, swap, w);
    w->start = t[i].from;
    w->end = t[b - 1].to;
    snprintf(w->value, sizeof w->value, "%04d-%02d-%02d", w->y % 10000,
             w->m % 100, w->d % 100);
    add_clock(t, nt, i, b, w);
    return 1;
  }
  return 0;
}

/* One word or two of this kind. */
static int marked(const tok *t, size_t i, size_t n, const char *kind) {
  char two[60];
  size_t a = strlen(t[i].w), b;
  if (t[i].kind != WORD || !a) return 0;
  if (i + 1 < n && t[i + 1].kind == WORD && (b = strlen(t[i + 1].w)) > 0) {
    memcpy(two, t[i].w, a);
    two[a] = ' ';
    memcpy(two + a + 1, t[i + 1].w, b);
    if (csto_marked(two, a + 1 + b, kind)) return 1;
  }
  return csto_marked(t[i].w, a, kind);
}

int csto_when_relative(const char *s, size_t n) {
  tok t[MAXTOK];
  size_t i, nt = cut(s, n < 64 ? n : 64, t);   /* an age opens the line */
  clock_of c;
  for (i = 0; i < nt && i < 2; i++) {
    if (marked(t, i, nt, "relative") && i + 1 < nt &&
        ((t[i + 1].kind == NUM && i + 2 < nt &&
          marked(t, i + 2, nt, "unit")) || marked(t, i + 1, nt, "unit")))
      return 1;
    if (t[i].kind == NUM && i + 1 < nt && marked(t, i + 1, nt, "unit") &&
        (unsigned char)t[i + 1].w[0] < 128)
      return 1;
  }
  /* a day word with a time of day: أمس, 21:12 */
  if (!nt || !is(&t[0], "dayword")) return 0;
  nt = cut(s, n, t);
  if (nt >= 4 && nt <= 8)
    for (i = 1; i < nt; i++)
      if (clock_at(t, i, nt, &c)) return 1;
  return 0;
}

int csto_when_weekday(const char *s, size_t n) {
  tok t[MAXTOK];
  size_t i, k, nt = cut(s, n, t);
  int d;
  for (i = 0; i < nt; i++)
    if ((d = look('W', t, i, nt, &k)) != 0) return d;
  return 0;
}
