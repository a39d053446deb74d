/* rules_nth.c - the n-th of a period: الربع الثالث من 2016, أول جمعة من يوليو,
** الأشهر الستة الأولى من 2023, ثاني أيام عيد الأضحى.
**
** The n-th week of a month is counted from its first Monday, the last one
** ends in it; the weeks of a year are those of ISO 8601.
*/
#include "time/rules.h"
#include <string.h>

static int nth_weekday(const csto_rules *r, int w, int n, csto_found *f) {
  int32_t a, b;
  if (f->a.y == CSTO_UNK || f->cal != CSTO_GREGORIAN) {
    f->a = csto_pt_day(f->a.y, f->a.level >= CSTO_L_MONTH ? f->a.m
                       : CSTO_UNK, CSTO_UNK);
    f->range = 0;
    return 1;
  }
  a = csto_pt_first(CSTO_GREGORIAN, f->a);
  b = csto_pt_last(CSTO_GREGORIAN, f->range ? f->b : f->a);
  f->a = csto_nth_weekday(a, b, w, n);
  f->range = 0;
  (void)r;
  return f->a.level != CSTO_L_NONE;
}

static int nth_week(csto_found *f, int n) {
  int32_t a = csto_pt_first(CSTO_GREGORIAN, f->a), b, j;
  if (f->a.level == CSTO_L_YEAR) {
    int32_t jan4 = csto_jdn(f->a.y, 1, 4);
    j = jan4 - csto_weekday(jan4) + 1 + 7 * (n - 1);
    if (n < 0) {
      jan4 = csto_jdn(f->a.y + 1, 1, 4);
      j = jan4 - csto_weekday(jan4) + 1 - 7;
    }
  } else {
    b = csto_pt_last(CSTO_GREGORIAN, f->a);
    j = n < 0 ? b - csto_weekday(b) % 7 - 6
              : a + (8 - csto_weekday(a)) % 7 + 7 * (n - 1);
    if (j > b) return 0;
  }
  csto_span(f, j, j + 6);
  return 1;
}

/* The n-th (-1: last) half or quarter of a century or decade, the n-th
** decade of a century: النصف الأول من القرن العشرين. */
static int nth_of_years(int unit, int n, csto_found *f) {
  int first = f->a.y, all = f->b.y - f->a.y + 1, len, at;
  if (unit == 5 && all == 100) len = 10;
  else if (unit == 10 || (unit == 9 && all == 100))
    len = all / (unit == 10 ? 2 : 4);
  else return 0;
  if (n > all / len) return 0;
  at = n < 0 ? all - len : (n - 1) * len;
  if (unit == 5) at -= 1;             /* the first decade begins in 2000 */
  csto_span(f, csto_jdn(first + at, 1, 1),
            csto_jdn(first + at + len - 1, 12, 31));
  f->precision = unit == 5 ? "decade" : "range";
  return 1;
}

/* The n-th month, quarter or half of the year f->a. */
static int nth_part_of_year(int unit, int n, csto_found *f) {
  csto_pt a = f->a;
  if (unit == 3) {
    f->a = csto_pt_month(a.y, n < 0 ? 12 : n);
    return n <= 12;
  }
  if (unit == 9 && n <= 4) {
    n = n < 0 ? 4 : n;
    csto_months_of(f, a, 3 * n - 2, 3 * n);
    f->precision = "quarter";
    return 1;
  }
  if (unit == 10 && n <= 2) {
    n = n < 0 ? 2 : n;
    csto_months_of(f, a, 6 * n - 5, 6 * n);
    f->precision = "half";
    return 1;
  }
  return 0;
}

static int nth_unit(int unit, int n, csto_found *f) {
  csto_pt a = f->a;
  if (f->cal == CSTO_GREGORIAN && f->range && f->precision &&
      (!strcmp(f->precision, "century") || !strcmp(f->precision, "decade")))
    return nth_of_years(unit, n, f);
  f->range = 0;
  f->precision = NULL;
  if (f->cal != CSTO_GREGORIAN) return 0;
  if (unit == 2 || (unit == 1 && a.level == CSTO_L_YEAR)) {
    if (a.y == CSTO_UNK) {
      f->a = csto_pt_day(a.y, a.m, CSTO_UNK);
      return unit == 2;
    }
    if (unit == 1) {
      int32_t day = csto_jdn(a.y, n < 0 ? 12 : 1, n < 0 ? 31 : n);
      csto_span(f, day, day);
      return n <= 31;
    }
    f->precision = "week";
    return nth_week(f, n);
  }
  if (unit == 1) {
    int last = a.y == CSTO_UNK || a.m == CSTO_UNK ? 0
                                                  : csto_month_days(a.y, a.m);
    if (a.level != CSTO_L_MONTH) return 0;
    f->a = csto_pt_day(a.y, a.m, n > 0 ? n : last ? last : CSTO_UNK);
    return csto_pt_valid(CSTO_GREGORIAN, f->a) || !last;
  }
  if (a.level == CSTO_L_MONTH && unit == 10 && n <= 2) {
    int end = csto_month_days(a.y == CSTO_UNK ? 2001 : a.y,
                              a.m == CSTO_UNK ? 1 : a.m);
    csto_days_of(f, a, n == 1 ? 1 : 16, n == 1 ? 15 : end);
    f->precision = "range";
    return 1;
  }
  return a.level == CSTO_L_YEAR && nth_part_of_year(unit, n, f);
}

/* [من|في|ل] period, from item j. */
static int of_period(const csto_rules *r, size_t j, csto_found *f) {
  int now;
  if (csto_has(r, j, 'F', 'o') ||
      (csto_is(r, j, 'I') && !csto_unit(r, j, 1))) j++;
  return csto_p_period(r, j, 1, f, &now) && strcmp(f->rule, "story-period");
}

/* الأشهر الستة الأولى من 2023, الأيام العشرة الأخيرة من يناير, التسعة أشهر
** الأولى من العام. */
static int first_units(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = i, k;
  csto_num num = {0, 0, 0, 0};
  csto_found g = *f;
  int unit = 0, n, def, last, size;
  if (csto_has(r, j, 'U', 'p') && csto_has(r, j, 'U', 'd'))
    unit = csto_val(r, j++, 'U');
  if (csto_is(r, j, 'a') && csto_is(r, j + 1, '1')) j++;
  if (!csto_has(r, j, 'N', 'd') && !csto_is(r, j, '1')) return 0;
  k = csto_number(r->x, j, &num);
  if (!k) return 0;
  j = k;
  if (!unit && csto_has(r, j, 'U', 'p') && !csto_has(r, j, 'U', 'd'))
    unit = csto_val(r, j++, 'U');
  last = csto_has(r, j, 'R', 'l');
  k = last ? j + 1 : csto_p_ordinal(r, j, &def, &n);
  if (!k || (!last && (def != 1 || !n))) return 0;
  n = (int)csto_num_int(&num, 31);
  if (!of_period(r, k, &g) || g.range || g.cal != CSTO_GREGORIAN ||
      g.a.y == CSTO_UNK || n < 1) return 0;
  size = unit == 3 ? 12 : g.a.level == CSTO_L_MONTH
                              ? csto_month_days(g.a.y, g.a.m) : 31;
  if (n > size) return 0;
  if (unit == 3 && g.a.level == CSTO_L_YEAR)
    csto_months_of(&g, g.a, last ? 13 - n : 1, last ? 12 : n);
  else if (unit == 1 && g.a.level == CSTO_L_MONTH)
    csto_days_of(&g, g.a, last ? size - n + 1 : 1, last ? size : n);
  else return 0;
  *f = g;
  f->from = i;
  f->noyear = 0;
  f->precision = "range";
  f->rule = "nth-of-period";
  return 1;
}

/* ثاني أيام عيد الأضحى, أول أيام رمضان: n-th day from a feast, of a month. */
static int nth_day_of(const csto_rules *r, size_t i, csto_found *f) {
  csto_found g = *f;
  int now, n, def;
  size_t j = csto_has(r, i, 'O', 'f') ? 0 : csto_p_ordinal(r, i, &n, &def);
  if (!j || n < 1 || !csto_unit(r, j, 1) || !csto_has(r, j, 'U', 'p'))
    return 0;
  if (csto_r_feast(r, ++j, 1, &g)) {
    if (g.a.d == CSTO_UNK || n > 4) return 0;
    g.a.d += n - 1;
  } else if (csto_p_period(r, j, 1, &g, &now) && !g.range &&
             g.a.level == CSTO_L_MONTH && g.a.m != CSTO_UNK && n <= 30) {
    g.a = csto_pt_day(g.a.y, g.a.m, n);
  } else {
    return 0;
  }
  *f = g;
  f->from = i;
  f->rule = "nth-of-period";
  return 1;
}

/* What is counted, from item i: أول يوم جمعة, الأحد الأخير, الأسبوع الثالث.
** Fills the number n (-1: last) and the weekday w or the unit; returns the
** item behind, or 0. */
static size_t nth_what(const csto_rules *r, size_t i, int *n, int *w,
                       int *unit) {
  size_t j = i, k;
  int def = 0;
  if (csto_is(r, i, 'L')) *n = -1, j = i + 1;
  k = csto_has(r, i, 'O', 'f') ? 0 : csto_p_ordinal(r, i, n, &def);
  if (k) j = k;
  if (j > i) {                          /* أول يوم جمعة, آخر أسبوع */
    if (csto_unit(r, j, 1) && csto_has(r, j, 'U', 's') &&
        csto_is(r, j + 1, 'W')) j++;
    if (csto_is(r, j, 'W')) *w = csto_val(r, j, 'W');
    else if (csto_is(r, j, 'U') && csto_has(r, j, 'U', 's'))
      *unit = csto_val(r, j, 'U');
    else return 0;
    return j + 1;
  }                                     /* الأسبوع الثالث, الأحد الأخير */
  if (csto_has(r, i, 'W', 'd')) *w = csto_val(r, i, 'W');
  else if (csto_has(r, i, 'U', 'd') && csto_has(r, i, 'U', 's'))
    *unit = csto_val(r, i, 'U');
  else return 0;
  k = csto_p_ordinal(r, i + 1, n, &def);
  if (k && def) return k;
  if (!csto_has(r, i + 1, 'R', 'l')) return 0;
  *n = -1;
  return i + 2;
}

int csto_r_nth(const csto_rules *r, size_t i, csto_found *f) {
  size_t j, k;
  int n = 0, unit = 0, w = 0;
  csto_found g = *f;
  if (first_units(r, i, f) || nth_day_of(r, i, f)) return 1;
  j = nth_what(r, i, &n, &w, &unit);
  if (!j) return 0;
  if (n == 0) return 0;
  if (w && n > 0 && csto_is(r, j, 'A') && csto_is(r, j + 1, 'x')) {
    csto_found day = g;
    int32_t at;
    if (!csto_r_feast(r, j + 1, 1, &day) || day.a.y == CSTO_UNK) return 0;
    at = csto_pt_first(day.cal, day.a) + 1;
    k = day.to;
    *f = g;
    f->a = csto_nth_weekday(at, at + 400, w, n);
    f->cal = CSTO_GREGORIAN;
    f->range = 0;
    f->to = k;
  } else {
    if (!of_period(r, j, &g)) {
      /* الربع الثالث, and nothing else: of the present year */
      if (!r->x->bare || unit != 9 || !r->known) return 0;
      g.a = csto_pt_year(r->base.year);
      g.cal = CSTO_GREGORIAN;
      g.range = 0;
      g.to = j;
    }
    if (w ? !nth_weekday(r, w, n, &g) : !nth_unit(unit, n, &g)) return 0;
    *f = g;
  }
  f->from = i;
  f->noyear = 0;
  if (w) f->precision = NULL;
  f->rule = w ? "nth-weekday" : "nth-of-period";
  return 1;
}
