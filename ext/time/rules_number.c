/* rules_number.c - dates in figures, years, and the time of day.
**
** 2015/03/22 and 22-03-2015 need no help; 04/05/2026 is read day first, as
** Arabic does, unless a weekday beside it says otherwise.  A year of two
** digits is accepted only in a full date, and read so that it falls nearest
** to the reference.  Two numbers (22/04) are a date only when one of them
** cannot be a month and nothing before them says law, page or telephone.
*/
#include "base/rc.h"
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

/* A sign and a number close up behind item i. */
static int goes_on(const csto_rules *r, size_t i) {
  return (csto_mark(r, i, '/') || csto_mark(r, i, '-') ||
          csto_mark(r, i, '.') || csto_mark(r, i, ':')) &&
         csto_tight(r, i) && csto_is(r, i + 1, '1') && csto_tight(r, i + 1);
}

/* The number at i is the middle of something longer. */
static int goes_before(const csto_rules *r, size_t i) {
  return i > 0 && csto_tight(r, i) &&
         (csto_mark(r, i - 1, '/') || csto_mark(r, i - 1, '-') ||
          csto_mark(r, i - 1, '.') || csto_mark(r, i - 1, ':') ||
          csto_mark(r, i - 1, '+')) &&
         csto_tight(r, i - 1) && i > 1 && csto_is(r, i - 2, '1');
}

static int32_t away(const csto_rules *r, csto_pt p) {
  int32_t j = csto_pt_first(CSTO_GREGORIAN, p) - r->base.jdn;
  return j < 0 ? -j : j;
}

/* The year of two digits: news tells of the past, and seldom of more than
** twenty years ahead. */
static int century(const csto_rules *r, int yy) {
  int y = r->known ? r->base.year : 2010, c = y - y % 100 + yy;
  if (c > y + 20) c -= 100;
  if (c <= y - 80) c += 100;
  return c;
}

/* All of a, b, c have at most two digits. */
static int short_year(const csto_rules *r, int a, int b, int c, csto_pt *p) {
  csto_pt dmy = csto_pt_day(century(r, c), b, a);
  csto_pt ymd = csto_pt_day(century(r, a), b, c);
  csto_pt mdy = csto_pt_day(century(r, c), a, b);
  int ok = csto_pt_valid(CSTO_GREGORIAN, dmy);
  if (csto_pt_valid(CSTO_GREGORIAN, ymd) && r->known == CSTO_L_DAY &&
      (!ok || away(r, ymd) < away(r, dmy)) && away(r, ymd) < 400) {
    *p = ymd;
    return 1;
  }
  *p = ok ? dmy : mdy;
  return csto_pt_valid(CSTO_GREGORIAN, *p);
}

static int full(const csto_rules *r, size_t i, int wday, csto_found *f) {
  const csto_item *it = r->x->it;
  char sep;
  int a, b, c, na, nb, nc, cal = CSTO_GREGORIAN;
  if (i + 4 >= r->x->n || !csto_is(r, i + 2, '1') || !csto_is(r, i + 4, '1'))
    return 0;
  sep = it[i + 1].punct;
  if ((sep != '/' && sep != '-' && sep != '.') || it[i + 3].punct != sep)
    return 0;
  if ((sep == '.' || sep == '-') && (it[i + 2].space || it[i + 1].space))
    return 0;
  na = it[i].ndig, nb = it[i + 2].ndig, nc = it[i + 4].ndig;
  a = it[i].num, b = it[i + 2].num, c = it[i + 4].num;
  if (nb > 2 || na > 4 || nc > 4 || na == 3 || nc == 3) return 0;
  if (goes_on(r, i + 5) && !csto_mark(r, i + 5, '-')) return 0;
  if (goes_on(r, i + 5) && na != 4) return 0;
  f->cal = CSTO_GREGORIAN;
  if (na == 4 && nc <= 2) {
    f->a = csto_pt_day(a, b, c);
    if (b > 12 && c <= 12) f->a = csto_pt_day(a, c, b);
  } else if (nc == 4 && na <= 2) {
    csto_pt swap = csto_pt_day(c, a, b);
    f->a = csto_pt_day(c, b, a);
    if (b > 12 || (wday && csto_pt_valid(cal, swap) &&
                   csto_pt_valid(cal, f->a) && c >= 1600 &&
                   csto_weekday(csto_pt_first(cal, f->a)) != wday &&
                   csto_weekday(csto_pt_first(cal, swap)) == wday))
      f->a = swap;
  } else if (na <= 2 && nc <= 2) {
    if (sep == '.' && nc == 1) return 0;
    if (!short_year(r, a, b, c, &f->a)) return 0;
  } else {
    return 0;
  }
  f->to = i + 5;
  if (f->a.y >= 1300 && f->a.y < 1500) f->cal = CSTO_HIJRI;
  else if (f->a.y < 1500 || f->a.y > 2999) return 0;
  if (csto_is(r, f->to, 'e')) {
    int e = csto_val(r, f->to, 'e');
    f->cal = e == 2 ? CSTO_HIJRI : e == 4 ? CSTO_SOLAR : CSTO_GREGORIAN;
    f->to++;
  }
  f->rule = "numeric";
  return csto_pt_valid(f->cal, f->a);
}

/* The word before forbids a date of two numbers. */
static int barred(const csto_rules *r, size_t i) {
  return csto_is(r, i - 1, 'X') ||
         (csto_mark(r, i - 1, ':') && csto_is(r, i - 2, 'X')) ||
         (csto_mark(r, i - 1, '(') && csto_is(r, i - 2, 'X'));
}

/* A day and a month in digits at item i, without a year. */
static int day_month(const csto_rules *r, size_t i, int wday,
                     const csto_token *next, csto_found *f) {
  const csto_item *it = r->x->it;
  int a = it[i].num, b = it[i + 2].num, na = it[i].ndig, nb = it[i + 2].ndig;
  int d, m;
  if (a > 12 && b <= 12) d = a, m = b;
  else if (b > 12 && a <= 12) d = b, m = a;
  else if (wday || (a <= 12 && b <= 12 && na == 2 && nb == 2)) d = a, m = b;
  else return 0;
  if (!wday && ((a == 24 && b == 7) || (next && next->kind == CSTO_T_WORD &&
      !csto_is(r, i + 3, 'I') && !csto_is(r, i + 3, 'F')))) return 0;
  f->a = csto_pt_day(csto_year_of(r, i, CSTO_GREGORIAN, m, d, wday,
                                  CSTO_REL_NONE), m, d);
  f->noyear = 1;
  f->rule = "numeric-day-month";
  return csto_pt_valid(CSTO_GREGORIAN, f->a);
}

static int two(const csto_rules *r, size_t i, int wday, csto_found *f) {
  const csto_item *it = r->x->it;
  char sep;
  int a, b, na, nb;
  const csto_token *next;
  if (i + 2 >= r->x->n || !csto_is(r, i + 2, '1')) return 0;
  if (!csto_tight(r, i + 1) || !csto_tight(r, i + 2)) return 0;
  if (goes_on(r, i + 3) || (barred(r, i) && !wday)) return 0;
  sep = it[i + 1].punct;
  if (sep != '/' && sep != '-' && sep != '.') return 0;
  next = it[i + 2].tokend < r->x->d->ntokens
             ? &r->x->d->tokens[it[i + 2].tokend] : NULL;
  if (next && next->newline) next = NULL;
  if (next && (next->norm[0] == '%' || next->norm[0] == '$')) return 0;
  a = it[i].num, b = it[i + 2].num, na = it[i].ndig, nb = it[i + 2].ndig;
  f->to = i + 3;
  f->cal = CSTO_GREGORIAN;
  f->rule = "numeric-month";
  if (na == 4 && nb <= 2 && b >= 1 && b <= 12 && a >= 1900 && a <= 2100 &&
      (sep == '/' || sep == '-' ||
       (sep == '.' && (!next || next->kind == CSTO_T_PUNCT)))) {
    f->a = csto_pt_month(a, b);
    return 1;
  }
  if (nb == 4 && na <= 2 && a >= 1 && a <= 12 && b >= 1900 && b <= 2100 &&
      sep != '.') {
    f->a = csto_pt_month(b, a);
    return 1;
  }
  if (csto_mark(r, i + 3, ',') && csto_is(r, i + 4, '1') &&
      it[i + 4].ndig == 4 && sep == '/' && na <= 2 && nb <= 2) {
    f->a = b > 12 ? csto_pt_day(it[i + 4].num, a, b)
                  : csto_pt_day(it[i + 4].num, b, a);
    f->to = i + 5;
    f->rule = "numeric";
    return it[i + 4].num >= 1900 && it[i + 4].num <= 2100 &&
           csto_pt_valid(CSTO_GREGORIAN, f->a);
  }
  if ((sep != '/' && (!r->x->bare || nb < 2)) || na > 2 || nb > 2 ||
      r->known == CSTO_L_NONE) return 0;
  return day_month(r, i, wday, next, f);
}

int csto_r_numeric(const csto_rules *r, size_t i, int wday, csto_found *f) {
  if (!csto_is(r, i, '1') || r->x->it[i].num < 0 || goes_before(r, i))
    return 0;
  f->from = i;
  f->noyear = f->range = 0;
  return full(r, i, wday, f) || two(r, i, wday, f);
}

/* 2026-02-02T10:00:00Z, read from the bytes. */
int csto_r_iso(const csto_rules *r, size_t i, csto_found *f) {
  const csto_item *it = &r->x->it[i];
  const csto_doc *d = r->x->d;
  const char *s;
  size_t n, left, tok;
  csto_day day;
  if (!csto_is(r, i, '1') || it->ndig != 4 || !csto_mark(r, i + 1, '-') ||
      goes_before(r, i)) return 0;
  s = d->text + it->start;
  left = d->bytes - it->start;
  if (left < 16 || (s[10] != 'T' && s[10] != 't')) return 0;
  for (n = 11; n < left && n < 40 && ((s[n] >= '0' && s[n] <= '9') ||
       s[n] == ':' || s[n] == '.' || s[n] == '+' || s[n] == '-' ||
       s[n] == 'Z'); n++) {}
  while (n > 11 && (s[n - 1] == '.' || s[n - 1] == '-' || s[n - 1] == ':'))
    n--;
  if (csto_day_parse(s, n, &day) != CSTO_OK || day.second < 0) return 0;
  f->from = i;
  f->endbyte = it->start + (uint32_t)n;
  f->cal = CSTO_GREGORIAN;
  f->a = csto_pt_day(day.year, day.month, day.day);
  f->clock.set = 1;
  f->clock.h = day.second / 3600;
  f->clock.m = day.second / 60 % 60;
  f->clock.s = n > 16 && s[16] == ':' ? day.second % 60 : -1;
  f->clock.zone = day.zone;
  f->rule = "iso";
  for (tok = i; tok < r->x->n && r->x->it[tok].start < f->endbyte; tok++)
    if (r->x->it[tok].kinds == 0 && tok + 1 < r->x->n &&
        r->x->it[tok + 1].start >= f->endbyte) break;
  f->to = tok;
  return 1;
}

/* Words after which a bare number of four digits is a year: في 2015. */
static int introduces(const csto_rules *r, size_t i) {
  return csto_is(r, i - 1, 'I') || csto_is(r, i - 1, 'F') ||
         csto_is(r, i - 1, 'A') || csto_is(r, i - 1, 'T') ||
         csto_is(r, i - 1, 'B') || csto_is(r, i - 1, 'y') ||
         (csto_is(r, i - 1, '&') && csto_is(r, i - 2, '1') &&
          r->x->it[i - 2].ndig == 4 && r->x->it[i - 2].num < 2100);
}

/* What follows does not make it a count. */
static int stands_alone(const csto_rules *r, size_t j, int round) {
  const csto_doc *d = r->x->d;
  uint32_t t = r->x->it[j - 1].tokend;
  if (t >= d->ntokens || d->tokens[t].newline) return 1;
  if (csto_is(r, j, 'N') || csto_is(r, j, 'U')) return 0;
  if (d->tokens[t].kind == CSTO_T_PUNCT)
    return !strchr("%$:/", d->tokens[t].norm[0]);
  return !round && d->tokens[t].kind == CSTO_T_WORD;
}

/* رؤية 2030. قمة سرت 2010، : a number of our time between a word and a
** mark or the like. */
static int named_year(const csto_rules *r, size_t i, size_t j) {
  const csto_doc *d = r->x->d;
  uint32_t t = r->x->it[i].tok, u = r->x->it[j - 1].tokend;
  int y = r->x->it[i].num;
  if (y < 1950 || y > 2049 || y % 1000 == 0) return 0;
  if (r->x->bare) return 1;
  if (t == 0 || d->tokens[t - 1].kind != CSTO_T_WORD ||
      d->tokens[t].newline || csto_is(r, i - 1, 'N') ||
      csto_is(r, i - 1, 'V')) return 0;
  if (u >= d->ntokens || d->tokens[u].newline) return 1;
  if (d->tokens[u].kind == CSTO_T_PUNCT)
    return !strchr("%$:/-+*", d->tokens[u].norm[0]);
  return csto_is(r, j, 'I') || csto_is(r, j, 'F') || csto_is(r, j, 'T') ||
         csto_is(r, j, 'D') || csto_is(r, j, 'W') ||
         (csto_is(r, j, '&') && csto_is(r, j + 1, '1') &&
          r->x->it[j + 1].ndig == 4);
}

int csto_r_year(const csto_rules *r, size_t i, csto_found *f) {
  int y, cal = CSTO_GREGORIAN;
  size_t j, k;
  f->from = i;
  f->range = f->noyear = 0;
  f->precision = NULL;
  f->rule = "year";
  if (csto_unit(r, i, 4) && (csto_has(r, i, 'U', 's') ||
                             csto_has(r, i, 'U', 'c'))) {
    j = csto_p_yearspec(r, i, &y, &cal);
    if (!j && csto_has(r, i, 'U', 'c')) j = csto_p_year(r, i + 1, &y, &cal);
    if (!j || csto_is(r, i + 1, 'R')) return 0;
  } else {
    if (goes_before(r, i)) return 0;
    j = csto_p_year(r, i, &y, &cal);
    if (!j || barred(r, i)) return 0;
    k = j - 1;
    if (csto_mark(r, k, ')')) k--;
    if (!csto_is(r, k, 'e')) {       /* no era: only in a year's place */
      if (y < (csto_is(r, i, 'N') ? 1000 : 1800) || y > 2100) return 0;
      if (csto_is(r, i, 'N')) {
        if (!r->x->bare && !csto_is(r, i - 1, 'I')) return 0;
        if (!r->x->bare && y % 1000 == 0) return 0;
        if (csto_is(r, j, 'U') || csto_is(r, j, 'N')) return 0;
      } else if (csto_mark(r, i - 1, '(') && csto_mark(r, j, ')')) {
        if (y < 1900) return 0;
      } else if (!introduces(r, i) || !stands_alone(r, j, y % 100 == 0)) {
        if (!named_year(r, i, j)) return 0;
      }
    } else if (y < 100 || (csto_is(r, i, '1') && barred(r, i))) {
      return 0;
    }
  }
  /* a year around the present Hijri one, with no mark: عام 1436 */
  k = j - 1;
  if (cal == CSTO_GREGORIAN && y >= 1410 && y < 1450 &&
      !csto_is(r, k, 'e')) cal = CSTO_HIJRI;
  f->to = j;
  f->cal = cal;
  f->a = csto_pt_year(y);
  return 1;
}

/* ---- the time of day ---- */

static size_t day_part(const csto_rules *r, size_t i, csto_clock *c,
                       int colon) {
  size_t j = i;
  int part;
  const csto_doc *d = r->x->d;
  if (csto_has(r, j, 'F', 'o') && csto_has(r, j + 1, 'p', 'n')) j++;
  if (!csto_is(r, j, 'p')) return i;
  /* a single letter (ص, م) only after 10:30 */
  if (!colon && d->tokens[r->x->it[j].tok].nnorm == 2) return i;
  part = csto_val(r, j, 'p');
  if (part == 1 && c->h < 12) c->h += 12;
  if (part == 0 && c->h == 12) c->h = 0;
  if (part == 2) c->h = c->h == 12 ? 0 : c->h >= 6 && c->h < 12 ? c->h + 12
                                                                : c->h;
  return j + 1;
}

static size_t offset(const csto_rules *r, size_t i, csto_clock *c) {
  size_t j = i;
  const csto_item *it = r->x->it;
  if (csto_mark(r, j, '(') && csto_is(r, j + 1, 'Z') &&
      csto_mark(r, j + 2, ')')) {
    if (!csto_has(r, j + 1, 'Z', 'l')) c->zone = csto_val(r, j + 1, 'Z');
    return j + 3;
  }
  if (csto_is(r, j, 'I') && csto_is(r, j + 1, 'Z')) j++;
  if (csto_is(r, j, 'Z')) {
    if (!csto_has(r, j, 'Z', 'l')) c->zone = csto_val(r, j, 'Z');
    return j + 1;
  }
  if ((csto_mark(r, j, '+') || csto_mark(r, j, '-')) &&
      csto_is(r, j + 1, '1') && csto_tight(r, j + 1) &&
      it[j + 1].ndig == 4 && it[j + 1].num % 100 < 60 &&
      it[j + 1].num < 1500) {
    c->zone = it[j + 1].num / 100 * 60 + it[j + 1].num % 100;
    if (csto_mark(r, j, '-')) c->zone = -c->zone;
    return j + 2;
  }
  return i;
}

/* "17:00:30" at item j, after the word for the hour or not: sets hour, minute
** and second; *colon: more than the hour.  The next item or 0. */
static size_t digits(const csto_rules *r, size_t j, int hour, csto_clock *c,
                     int *colon) {
  const csto_item *it = r->x->it;
  if (it[j].ndig == 4 && csto_is(r, j + 1, 'Z') && it[j].num < 2400 &&
      it[j].num % 100 < 60 && !goes_before(r, j)) {
    c->h = it[j].num / 100;                          /* 1200 ت غ */
    c->m = it[j].num % 100;
    *colon = 1;
    return j + 1;
  }
  if (it[j].ndig > 2 || it[j].num > 24 || goes_before(r, j)) return 0;
  c->h = it[j++].num;
  if (!(csto_mark(r, j, ':') ||          /* الساعة 17,00; 17,00 ت غ */
        ((csto_mark(r, j, ',') || csto_mark(r, j, '.')) &&
         (hour || csto_is(r, j + 2, 'Z')))) ||
      !csto_tight(r, j) || !csto_is(r, j + 1, '1') || it[j + 1].ndig != 2 ||
      it[j + 1].num >= 60 || !csto_tight(r, j + 1))
    return j;
  *colon = 1;
  c->m = it[j + 1].num;
  j += 2;
  if (csto_mark(r, j, ':') && csto_is(r, j + 1, '1') &&
      it[j + 1].ndig == 2 && it[j + 1].num < 61 && csto_tight(r, j + 1)) {
    c->s = it[j + 1].num;
    j += 2;
  }
  return j;
}

/* The hour as an ordinal, الساعة الحادية عشرة; the next item or 0. */
static size_t ordinal_hour(const csto_rules *r, size_t j, csto_clock *c) {
  size_t k;
  int def;
  if (csto_has(r, j, 'O', 'c')) c->h = 1, k = j + 1;
  else k = csto_p_ordinal(r, j, &c->h, &def);
  if (csto_has(r, j, 'O', 'c') && csto_is(r, k, 'N')) c->h = 11, k++;
  return k && c->h <= 12 ? k : 0;
}

/* العاشرة وعشرين دقيقة */
static size_t minutes(const csto_rules *r, size_t j, csto_clock *c) {
  const csto_item *it = r->x->it;
  size_t k = csto_is(r, j, '&') ? j + 1 : j;
  csto_num n;
  if (k == j && !(j < r->x->n && (it[j].clitics & CSTO_PC_CONJ))) return j;
  k = csto_number(r->x, k, &n);
  if (!k || csto_num_int(&n, 59) < 0 || !csto_unit(r, k, 8)) return j;
  c->m = (int)n.mant;
  return k + 1;
}

/* والنصف, إلا ربعا */
static size_t fraction_of_hour(const csto_rules *r, size_t j, csto_clock *c) {
  if (!csto_is(r, j, 'f')) return j;
  c->m = csto_val(r, j, 'f');
  if (csto_has(r, j, 'f', 'm')) {
    c->m = 60 - c->m;
    c->h = c->h == 0 ? 23 : c->h - 1;
  }
  return j + 1;
}

/* loose: a date stands beside it, so 10:30 is enough. */
size_t csto_p_clock(const csto_rules *r, size_t i, int loose, csto_clock *c) {
  size_t j = i, k;
  int hour = 0, colon = 0, sure;
  memset(c, 0, sizeof *c);
  c->s = -1;
  c->zone = CSTO_NO_ZONE;
  if (csto_is(r, j, 'h')) hour = 1, j++;
  if (hour && csto_is(r, j, 'a')) j++;               /* الساعة الـ 12 */
  if (csto_is(r, j, '1')) {
    int four = r->x->it[j].ndig == 4;
    j = digits(r, j, hour, c, &colon);
    sure = colon && (loose || four);
  } else if (hour && csto_is(r, j, 'O')) {
    j = ordinal_hour(r, j, c);
    sure = loose;
  } else {
    return 0;
  }
  if (!j) return 0;
  if (hour && !colon) j = minutes(r, j, c);
  k = fraction_of_hour(r, j, c);
  sure = sure || k != j;
  j = k;
  k = day_part(r, j, c, colon);
  sure = sure || k != j;
  j = k;
  k = offset(r, j, c);
  if (k != j) sure = sure || colon || hour;
  if (c->h == 24) c->h = 0;
  c->set = 1;
  return sure || hour ? k : 0;
}
