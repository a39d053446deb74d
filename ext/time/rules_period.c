/* rules_period.c - weeks, months, years and longer stretches, and their
** parts: الشهر الماضي, أواخر يناير, تسعينيات القرن الماضي, صيف 2006; feasts.
** The n-th of a period is in rules_nth.c.
**
** Parts of a named month are its thirds (days 1-10, 11-20, 21-end); of a
** month told from today, its halves; of a year, its halves; of a week, Monday
** to Wednesday, Tuesday to Friday, Thursday to Sunday.  نهاية is the last
** day.
*/
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

enum { START = 1, MIDDLE, LATE, END, HALF, REST, WEEKEND };

/* نفس الشهر, الشهر نفسه: that of the date told last. */
static int same_unit(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = csto_has(r, i, 'J', 'p') ? i + 1 : i;
  int unit;
  if (!csto_has(r, j, 'U', 's') || !csto_has(r, j, 'U', 'd')) return 0;
  unit = csto_val(r, j, 'U');
  if (j == i && !csto_is(r, j + 1, 'm')) return 0;
  if (unit != 1 && unit != 3 && unit != 4) return 0;
  if (j == i && unit != 4 && csto_has(r, j + 1, 'm', 'f')) return 0;
  f->from = i;
  f->to = j + 1 + (j == i);
  f->cal = CSTO_GREGORIAN;
  f->unit = unit;
  f->rule = "same-period";
  f->a = r->last;
  f->a.level = unit == 1 ? CSTO_L_DAY : unit == 3 ? CSTO_L_MONTH
                                                  : CSTO_L_YEAR;
  if (r->last.level < f->a.level) return 0;
  if (unit != 4) {                    /* من العام الماضي */
    int y, cal = CSTO_GREGORIAN;
    size_t k = csto_has(r, f->to, 'F', 'o')
                   ? csto_p_yearspec(r, f->to, &y, &cal) : 0;
    if (k && cal == CSTO_GREGORIAN) {
      f->a.y = y;
      f->to = k;
    }
  }
  return 1;
}

/* The word behind a unit that says which one (الماضي, القادم, الحالي) at item
** j, the unit's words from item i: sets *rel.  1: it does, 0: it is none that
** counts, -1: it is told from the story's own time; f then has no date. */
static int which_one(const csto_rules *r, size_t i, size_t j, int unit,
                     int *rel, csto_found *f) {
  const char *rf;
  int v = (int)csto_lex_val(r->x, j, 'R', 0, &rf);
  if (strchr(rf, 'l')) return 0;
  *rel = v;
  /* told from the story's own time, unless the text speaks of today */
  if (!strchr(rf, 'n') || r->x->bare || (v > 0 && r->x->it[i].ahead)) return 1;
  f->a = csto_pt_unknown(unit <= 2 ? CSTO_L_DAY : unit == 3 ? CSTO_L_MONTH
                         : CSTO_L_YEAR);
  f->to = j + 1;
  f->rule = "story-period";
  return -1;
}

/* A relative unit: هذا العام, الشهر الماضي; alone: also الشهر, العام. */
static int relative_unit(const csto_rules *r, size_t i, int alone,
                         csto_found *f, int *explicit_now) {
  size_t j = i;
  int unit, rel = CSTO_REL_NONE;
  const char *flags;
  f->from = i;
  f->rule = "relative-period";
  *explicit_now = 0;
  if (same_unit(r, i, f)) return 1;
  if (csto_has(r, j, 'J', 'p')) return 0;
  if (csto_is(r, j, 'J')) {
    rel = 0;
    j++;
    *explicit_now = 1;
  }
  if (!csto_is(r, j, 'U')) return 0;
  unit = (int)csto_lex_val(r->x, j, 'U', 0, &flags);
  if (strchr(flags, '2') || strchr(flags, 'p')) return 0;
  if (unit == 4 && csto_is(r, j - 1, 'g') && j == i) return 0;
  if (!strchr(flags, 'd') && rel == CSTO_REL_NONE) return 0;
  if (unit > 6 && unit != 9) return 0;
  if (strchr(flags, 'y')) rel = 0;
  j++;
  if (csto_is(r, j, 'R')) {
    int which = which_one(r, i, j, unit, &rel, f);
    if (which <= 0) return which < 0 && unit <= 4;
    if (rel == 0) *explicit_now = 1;
    j++;
  } else if (rel == CSTO_REL_NONE) {
    if (!alone || unit == 9) return 0;
    rel = 0;
  } else if (unit == 1) {
    /* هذا اليوم: the day word alone */
    f->from = j - 1;
  }
  f->to = j;
  csto_relative(r, unit, rel, f);
  if (unit == 4) {                    /* العام الماضي 2016 */
    int y, cal = CSTO_GREGORIAN;
    size_t k = csto_is(r, j, '1') ? csto_p_year(r, j, &y, &cal) : 0;
    if (k && cal == CSTO_GREGORIAN) {
      f->a = csto_pt_year(y);
      f->to = k;
    }
  }
  return 1;
}

/* The century told at item j: its first year (of the Hijri calendar where
** *hijri is set) and the item behind it. */
static int decade_tail(const csto_rules *r, size_t j, int *first, size_t *to,
                       int *hijri) {
  int n, def;
  size_t k = j;
  *hijri = 0;
  if (csto_has(r, k, 'F', 'o')) k++;
  if (!csto_unit(r, k, 6) || !csto_has(r, k, 'U', 's')) return 0;
  k++;
  if (csto_is(r, k, 'R')) {
    /* with no reference the last century is the twentieth */
    int y = r->known ? r->base.year : 2001;
    *first = (y - 1) / 100 * 100 + 1 + 100 * csto_val(r, k, 'R');
    *to = k + 1;
    return 1;
  }
  if (csto_is(r, k, 'a') && csto_is(r, k + 1, '1')) k++;   /* الـ19 */
  if (csto_is(r, k, '1')) {
    n = r->x->it[k].num;
    k = r->x->it[k].ndig <= 2 ? k + 1 : 0;
  } else {
    k = csto_p_ordinal(r, k, &n, &def);
  }
  if (!k || n < 1 || n > 30) return 0;
  *first = (n - 1) * 100 + 1;
  if (csto_is(r, k, 'e')) {
    int e = csto_val(r, k, 'e');
    if (e == 3) *first = -n * 100 + 1;
    if (e == 4) return 0;
    *hijri = e == 2;
    k++;
  }
  *to = k;
  return 1;
}

int csto_r_age(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = i, to = 0;
  int v, first = 1901, from_century, hijri;
  f->from = i;
  f->cal = CSTO_GREGORIAN;
  if (csto_is(r, j, 'U') && csto_is(r, j + 1, 'K')) j++;
  if (csto_is(r, j, 'K')) {
    const char *flags;
    v = (int)csto_lex_val(r->x, j, 'K', 0, &flags);
    from_century = decade_tail(r, j + 1, &first, &to, &hijri);
    if (from_century && hijri) return 0;
    if (!from_century) {
      if (!strchr(flags, 'd') || csto_is(r, j + 1, 'd')) return 0;
      to = j + 1 + csto_is(r, j + 1, 'R');
    }
    f->to = to;
    f->rule = "decade";
    f->precision = "decade";
    first = first - 1 + v;
    csto_span(f, csto_jdn(first, 1, 1), csto_jdn(first + 9, 12, 31));
    return 1;
  }
  if (!csto_unit(r, i, 6) || csto_is(r, i + 1, 'R')) return 0;
  if (!decade_tail(r, i, &first, &to, &hijri)) return 0;
  f->to = to;
  f->rule = f->precision = "century";
  if (hijri) {
    f->a = csto_pt_year(first);
    f->b = csto_pt_year(first + 99);
    f->range = 1;
    f->cal = CSTO_HIJRI;
    return 1;
  }
  csto_span(f, csto_jdn(first, 1, 1), csto_jdn(first + 99, 12, 31));
  return 1;
}

static int season(const csto_rules *r, size_t i, csto_found *f) {
  int s, y, cal = CSTO_GREGORIAN, m;
  size_t j;
  if (!csto_is(r, i, 'S')) return 0;
  s = csto_val(r, i, 'S');
  m = 3 * s;                          /* spring March, winter December */
  f->from = i;
  if (csto_has(r, i, 'S', 'd') && csto_is(r, i - 1, 'J')) {
    j = i + 1;                        /* هذا الصيف */
    f->from = i - 1;
    y = r->known ? r->base.year : CSTO_UNK;
  } else if (csto_has(r, i, 'S', 'd') && csto_is(r, i + 1, 'R')) {
    j = i + 2;
    y = csto_year_of(r, i, CSTO_GREGORIAN, m, 0, 0, csto_val(r, i + 1, 'R'));
  } else {
    j = csto_p_yearspec(r, i + 1, &y, &cal);
    if (!j || cal != CSTO_GREGORIAN) return 0;
  }
  /* شتاء 2022-2023 */
  if (s == 4 && (csto_mark(r, j, '-') || csto_mark(r, j, '/')) &&
      csto_is(r, j + 1, '1') && r->x->it[j + 1].num == y + 1) j += 2;
  f->to = j;
  f->cal = CSTO_GREGORIAN;
  f->rule = f->precision = "season";
  if (y == CSTO_UNK) {
    f->a = csto_pt_unknown(CSTO_L_YEAR);
    return 1;
  }
  {
    int y2 = y, m2 = m;
    csto_add_months(&y2, &m2, 2);
    csto_span(f, csto_jdn(y, m, 1),
              csto_jdn(y2, m2, csto_month_days(y2, m2)));
  }
  return 1;
}

/* Feasts with a day of their own: كريسماس 2014, عيد الفطر الماضي; alone only
** in a text that is nothing but a date, or before another rule (loose). */
int csto_r_feast(const csto_rules *r, size_t i, int loose, csto_found *f) {
  int v, y = CSTO_UNK, m, d, cal, said;
  const char *flags;
  size_t k;
  if (!csto_is(r, i, 'x')) return 0;
  v = (int)csto_lex_val(r->x, i, 'x', 0, &flags);
  m = v / 100;
  d = v % 100;
  said = cal = *flags == 'h' ? CSTO_HIJRI : CSTO_GREGORIAN;
  f->from = i;
  f->rule = "feast";
  k = csto_p_yearspec(r, i + 1, &y, &said);
  if (!k && csto_is(r, i + 1, 'R') && !csto_has(r, i + 1, 'R', 'l')) {
    k = i + 2;
    y = csto_year_of(r, i, cal, m, d, 0, csto_val(r, i + 1, 'R'));
  } else if (k && cal == CSTO_HIJRI && y > 1600) {   /* عيد الفطر 2015 */
    int hy, hm, hd;
    csto_jdn_hijri(csto_jdn(y, 1, 1), &hy, &hm, &hd);
    y = hy + (hm > m || (hm == m && hd > d));
  }
  if (!k) {
    if (!loose && !r->x->bare) return 0;
    k = i + 1;
    y = csto_year_of(r, i, cal, m, d, 0, CSTO_REL_NONE);
  }
  f->to = k;
  f->cal = cal;
  f->a = csto_pt_day(y, m, d);
  return 1;
}

/* What a part can be part of; alone: العام may stand without a word. */
int csto_p_period(const csto_rules *r, size_t i, int alone, csto_found *f,
                  int *now) {
  memset(f, 0, sizeof *f);
  *now = 0;
  if (csto_r_month(r, i, f)) return 1;
  {
    int m, cal, sure;
    size_t j = csto_p_month(r, i, &m, &cal, &sure);
    if (j) {          /* a month by its number, or an ambiguous name */
      int y = CSTO_UNK;
      size_t k = csto_p_yearspec(r, j, &y, &cal);
      if (cal == CSTO_SOLAR && !k) return 0;
      f->from = i;
      f->to = k ? k : j;
      f->cal = cal;
      if (!k) y = csto_year_of(r, i, cal, m, 0, 0, CSTO_REL_NONE);
      f->noyear = !k;
      f->a = csto_pt_month(y, m);
      f->rule = "month";
      return 1;
    }
  }
  if (csto_r_age(r, i, f)) return 1;
  if (csto_unit(r, i, 4) && csto_r_year(r, i, f)) return 1;
  {
    int y, cal = CSTO_GREGORIAN;
    size_t j = csto_p_year(r, i, &y, &cal);
    if (j) {
      f->from = i;
      f->to = j;
      f->cal = cal;
      f->a = csto_pt_year(y);
      f->rule = "year";
      return 1;
    }
  }
  if (season(r, i, f)) return 1;
  return relative_unit(r, i, alone, f, now);
}

/* أسبوع 16 سبتمبر: the week that holds the day. */
static int week_of(const csto_rules *r, size_t i, csto_found *f) {
  int32_t j;
  if (!csto_unit(r, i, 2) || !csto_has(r, i, 'U', 's') ||
      csto_has(r, i, 'U', 'd') || csto_is(r, i - 1, 'A')) return 0;
  if (!csto_r_day_month(r, i + 1, 0, f) || f->range ||
      f->cal != CSTO_GREGORIAN) return 0;
  f->from = i;
  f->precision = f->rule = "week";
  f->unit = 2;
  if (f->a.y == CSTO_UNK || f->a.m == CSTO_UNK) return 1;
  j = csto_pt_first(CSTO_GREGORIAN, f->a);
  j = j - csto_weekday(j) + 1;
  csto_span(f, j, j + 6);
  return 1;
}

int csto_r_period(const csto_rules *r, size_t i, csto_found *f) {
  int now;
  size_t j;
  if (csto_r_age(r, i, f) || season(r, i, f) || csto_r_feast(r, i, 0, f))
    return 1;
  if (!csto_is(r, i, 'J') && !csto_is(r, i, 'U')) return 0;
  if (week_of(r, i, f)) return 1;
  if (!relative_unit(r, i, 0, f, &now)) return 0;
  j = f->to;
  /* الأسبوع المقبل [يوم] الجمعة, الأسبوع المقبل بين الأربعاء والجمعة */
  if (f->unit == 2 && f->range) {
    int32_t monday = csto_pt_first(CSTO_GREGORIAN, f->a);
    size_t k = csto_unit(r, j, 1) ? j + 1 : j;
    if (csto_is(r, k, 'B') && csto_has(r, k + 1, 'W', 'd') &&
        csto_has(r, k + 2, 'W', 'd') &&
        (r->x->it[k + 2].clitics & CSTO_PC_CONJ)) {
      int a = csto_val(r, k + 1, 'W'), b = csto_val(r, k + 2, 'W');
      csto_span(f, monday + a - 1, monday + b - 1 + (b < a ? 7 : 0));
      f->to = k + 3;
      f->precision = "range";
    } else if (csto_has(r, k, 'W', 'd') &&
               !(r->x->it[k].clitics & CSTO_PC_CONJ)) {
      f->a = csto_pt_jdn(monday + csto_val(r, k, 'W') - 1);
      f->range = 0;
      f->precision = NULL;
      f->rule = "weekday-of-week";
      f->to = k + 1;
    }
  }
  return 1;
}

/* Sets f to days from..to of the month a; a year may be unknown. */
void csto_days_of(csto_found *f, csto_pt a, int from, int to) {
  f->a = csto_pt_day(a.y, a.m, from);
  f->b = csto_pt_day(a.y, a.m, to);
  f->range = from != to;
}

void csto_months_of(csto_found *f, csto_pt a, int from, int to) {
  f->a = csto_pt_day(a.y, from, 1);
  f->b = csto_pt_day(a.y, to, csto_month_days(
                     a.y == CSTO_UNK ? 2001 : a.y, to));
  f->range = 1;
}

static void month_part(csto_found *f, int part) {
  csto_pt a = f->a;
  int n = 30;
  if (a.m == CSTO_UNK) return;
  if (f->cal == CSTO_GREGORIAN)
    n = csto_month_days(a.y == CSTO_UNK ? 2001 : a.y, a.m);
  else if (a.y != CSTO_UNK)
    n = (int)(csto_pt_last(f->cal, a) - csto_pt_first(f->cal, a)) + 1;
  switch (part) {
    case START: csto_days_of(f, a, 1, f->unit == 3 ? 15 : 10); break;
    case MIDDLE: csto_days_of(f, a, 11, 20); break;
    case LATE: csto_days_of(f, a, f->unit == 3 ? 16 : 21, n); break;
    case HALF: csto_days_of(f, a, 15, 15); break;
    default:
      if (a.y != CSTO_UNK) csto_days_of(f, a, n, n);
  }
}

static void year_part(csto_found *f, int part) {
  csto_pt a = f->a;
  if (f->cal != CSTO_GREGORIAN) return;
  switch (part) {
    case START: csto_months_of(f, a, 1, 6); break;
    case MIDDLE: case HALF: csto_months_of(f, a, 4, 9); break;
    case LATE: csto_months_of(f, a, 7, 12); break;
    default:
      if (a.y == CSTO_UNK) return;
      f->a = csto_pt_day(a.y, 12, 31);
      f->range = 0;
  }
}

/* A stretch of days: a week, or years in thirds. */
static void days_part(csto_found *f, int part) {
  int32_t a = csto_pt_first(CSTO_GREGORIAN, f->a);
  int32_t b = csto_pt_last(CSTO_GREGORIAN, f->b);
  if (b - a == 6) {
    static const int from[] = {0, 0, 1, 3, 5, 2}, to[] = {6, 2, 4, 6, 6, 2};
    if (part <= HALF) csto_span(f, a + from[part], a + to[part]);
    return;
  }
  if (b - a > 3000 && part <= HALF) {
    int ya = f->a.y, n = (f->b.y - f->a.y + 1) / 10;
    int from = part == START ? 0 : part == LATE || part == END ? 7 : 4;
    int len = part == START ? 4 : 3;
    csto_span(f, csto_jdn(ya + from * n, 1, 1),
              csto_jdn(ya + (from + len) * n - 1, 12, 31));
  }
}

static int rest_of(const csto_rules *r, csto_found *f) {
  int32_t last;
  if (f->unit < 2 || f->unit > 4 || r->known < CSTO_L_DAY) return 0;
  last = csto_pt_last(CSTO_GREGORIAN, f->range ? f->b : f->a);
  if (last < r->base.jdn) return 0;
  csto_span(f, r->base.jdn, last);
  f->precision = "range";
  f->rule = "rest";
  return 1;
}

int csto_r_part(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = i + 1;
  int part, now, unit;
  if (!csto_is(r, i, 'E')) return 0;
  part = csto_val(r, i, 'E');
  if (csto_has(r, j, 'F', 'o') || csto_is(r, j, 'I')) j++;
  if (csto_r_nth(r, j, f)) {           /* نهاية الربع الأول من 2015 */
    f->from = i;
    if (part != END || !f->range) return 0;
    f->a = f->b;
    f->range = 0;
    f->precision = NULL;
    f->rule = "part";
    return 1;
  }
  if (!csto_p_period(r, j, 1, f, &now)) return 0;
  if (!strcmp(f->rule, "story-period")) return 0;
  unit = f->unit;
  f->from = i;
  f->precision = "range";
  f->rule = "part";
  if (unit == 1) return 0;
  if (part == REST) return rest_of(r, f);
  if (part == WEEKEND || (part == END && unit == 2 && !now)) {
    int32_t monday;
    if (unit != 2) return 0;
    if (r->known == CSTO_L_DAY) {
      monday = csto_pt_first(CSTO_GREGORIAN, f->a);
      csto_span(f, monday + 5, monday + 6);
    }
    f->rule = "weekend";
    return 1;
  }
  if (part == END && unit == 2 && now) return rest_of(r, f);
  if (f->a.level == CSTO_L_MONTH && !f->range) month_part(f, part);
  else if (f->a.level == CSTO_L_YEAR && !f->range) year_part(f, part);
  else if (f->range) days_part(f, part);
  if (!f->range) f->precision = NULL;
  return 1;
}
