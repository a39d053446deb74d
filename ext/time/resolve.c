/* resolve.c - from what a date says to the days it means.
**
** A date without a year means the one that its reference makes likely: the
** year that puts it between 245 days before the reference and 120 after it
** (news looks back); with a verb that looks ahead before it, 60 days before
** to 305 after; when the text is nothing but the date, 45 before to 320
** after.  Weeks run from Monday to Sunday (ISO 8601).
*/
#include "time/rules.h"
#include <string.h>

csto_pt csto_pt_day(int y, int m, int d) {
  csto_pt p = {CSTO_L_DAY, y, m, d};
  return p;
}

csto_pt csto_pt_jdn(int32_t jdn) {
  csto_pt p = {CSTO_L_DAY, 0, 0, 0};
  csto_jdn_date(jdn, &p.y, &p.m, &p.d);
  return p;
}

csto_pt csto_pt_month(int y, int m) {
  csto_pt p = {CSTO_L_MONTH, y, m, CSTO_UNK};
  return p;
}

csto_pt csto_pt_year(int y) {
  csto_pt p = {CSTO_L_YEAR, y, CSTO_UNK, CSTO_UNK};
  return p;
}

csto_pt csto_pt_unknown(int level) {
  csto_pt p = {level, CSTO_UNK, CSTO_UNK, CSTO_UNK};
  return p;
}

static int32_t month_first(int cal, int y, int m) {
  if (m > 12) y++, m = 1;
  if (cal == CSTO_HIJRI) return csto_hijri_jdn(y, m, NULL);
  if (cal == CSTO_SOLAR) return csto_solar_jdn(y, m);
  return csto_jdn(y, m, 1);
}

int32_t csto_pt_first(int cal, csto_pt p) {
  if (p.level == CSTO_L_YEAR) return month_first(cal, p.y, 1);
  return month_first(cal, p.y, p.m) + (p.level == CSTO_L_DAY ? p.d - 1 : 0);
}

int32_t csto_pt_last(int cal, csto_pt p) {
  if (p.level == CSTO_L_YEAR) return month_first(cal, p.y + 1, 1) - 1;
  if (p.level == CSTO_L_MONTH) return month_first(cal, p.y, p.m + 1) - 1;
  return csto_pt_first(cal, p);
}

void csto_span(csto_found *f, int32_t first, int32_t last) {
  f->a = csto_pt_jdn(first);
  f->b = csto_pt_jdn(last);
  f->range = last != first;
  f->cal = CSTO_GREGORIAN;
}

int csto_pt_valid(int cal, csto_pt p) {
  if (p.level >= CSTO_L_MONTH && p.m != CSTO_UNK && (p.m < 1 || p.m > 12))
    return 0;
  if (p.level < CSTO_L_DAY || p.d == CSTO_UNK) return 1;
  if (p.d < 1 || p.d > 31 || p.m == CSTO_UNK) return p.d >= 1 && p.d <= 31;
  if (cal == CSTO_HIJRI) return p.d <= 30;
  if (cal == CSTO_SOLAR) return p.d <= (p.m <= 6 ? 31 : 30);
  return p.d <= csto_month_days(p.y == CSTO_UNK ? 2000 : p.y, p.m);
}

/* The reference's year in a calendar. */
static int base_year(const csto_rules *r, int cal) {
  int y = r->base.year, m, d;
  if (cal == CSTO_HIJRI) csto_jdn_hijri(r->base.jdn, &y, &m, &d);
  else if (cal == CSTO_SOLAR)
    y = r->base.jdn >= csto_solar_jdn(y - 621, 1) ? y - 621 : y - 622;
  return y;
}

/* منذ [يوم|شهر] before it looks back, whatever else the text says. */
static int since(const csto_rules *r, size_t item) {
  if (csto_is(r, item - 1, 'U') && csto_has(r, item - 1, 'U', 's')) item--;
  return csto_has(r, item - 1, 'A', 's');
}

static int outlook(const csto_rules *r, size_t item) {
  if (since(r, item)) return 360;
  if (item < r->x->n && r->x->it[item].ahead) return 60;
  return r->x->bare ? 45 : 245;
}

int csto_year_of(const csto_rules *r, size_t item, int cal, int m, int d,
                 int wday, int rel) {
  int y0, y, best = CSTO_UNK;
  int32_t base = r->base.jdn, near = INT32_MAX;
  if (r->known == CSTO_L_NONE) return CSTO_UNK;
  y0 = base_year(r, cal);
  if (r->known == CSTO_L_YEAR) return rel == CSTO_REL_NONE ? y0 : CSTO_UNK;
  for (y = y0 - 2; y <= y0 + 2; y++) {
    csto_pt p = d ? csto_pt_day(y, m, d) : csto_pt_month(y, m);
    int32_t a, b, dist;
    if (!csto_pt_valid(cal, p)) continue;
    a = csto_pt_first(cal, p);
    b = csto_pt_last(cal, p);
    dist = b < base ? base - b : a > base ? a - base : 0;
    /* a weekday chooses among the years next to the reference */
    if (wday && (csto_weekday(a) != wday || dist > 540)) continue;
    if (rel < 0 && b >= base) continue;
    if (rel > 0 && rel != CSTO_REL_NONE && a <= base) continue;
    if (rel == CSTO_REL_NONE && !wday) {
      if (b < base - outlook(r, item)) continue;
      return y;
    }
    if (dist < near) {
      near = dist;
      best = y;
    }
  }
  if (best == CSTO_UNK && wday)
    return csto_year_of(r, item, cal, m, d, 0, rel);
  if (best != CSTO_UNK && (rel == -2 || rel == 2)) best += rel / 2;
  return best == CSTO_UNK ? y0 : best;
}

static int32_t floor_to(int v, int by) {
  int k = v % by;
  return v - (k < 0 ? k + by : k);
}

void csto_relative(const csto_rules *r, int unit, int n, csto_found *f) {
  int y = r->base.year, m = r->base.month;
  int32_t j = r->base.jdn;
  static const char *const names[] = {"",       "day",     "week", "month",
                                      "year",   "decade",  "century"};
  int need = unit <= 2 ? CSTO_L_DAY : unit == 3 || unit == 9 ? CSTO_L_MONTH
             : CSTO_L_YEAR;
  f->unit = unit;
  f->range = 0;
  f->cal = CSTO_GREGORIAN;
  f->precision = unit == 9 ? "quarter" : unit <= 6 ? names[unit] : NULL;
  if (r->known < need) {
    f->a = csto_pt_unknown(unit <= 2 ? CSTO_L_DAY : unit == 3 ||
                           unit == 9 ? CSTO_L_MONTH : CSTO_L_YEAR);
    return;
  }
  switch (unit) {
    case 1: f->a = csto_pt_jdn(j + n); break;
    case 2:
      j = j - csto_weekday(j) + 1 + 7 * n;
      csto_span(f, j, j + 6);
      break;
    case 3:
      csto_add_months(&y, &m, n);
      f->a = csto_pt_month(y, m);
      break;
    case 4: f->a = csto_pt_year(y + n); break;
    case 5:
      y = (int)floor_to(y, 10) + 10 * n;
      csto_span(f, csto_jdn(y, 1, 1), csto_jdn(y + 9, 12, 31));
      break;
    case 6:
      y = (int)floor_to(y - 1, 100) + 1 + 100 * n;
      csto_span(f, csto_jdn(y, 1, 1), csto_jdn(y + 99, 12, 31));
      break;
    default:
      m = (m - 1) / 3 * 3 + 1;
      csto_add_months(&y, &m, 3 * n);
      j = csto_jdn(y, m, 1);
      csto_add_months(&y, &m, 2);
      csto_span(f, j, csto_jdn(y, m, csto_month_days(y, m)));
  }
}

csto_pt csto_weekday_pt(const csto_rules *r, size_t item, int w, int rel) {
  int32_t j = r->base.jdn;
  int b;
  if (r->known < CSTO_L_DAY) return csto_pt_unknown(CSTO_L_DAY);
  b = csto_weekday(j);
  if (rel == CSTO_REL_NONE && since(r, item))
    return csto_pt_jdn(j - (b - w + 7) % 7);
  if (rel < 0) return csto_pt_jdn(j - ((b - w + 6) % 7 + 1) + 7 * (rel + 1));
  if (rel > 0 && rel != CSTO_REL_NONE)
    return csto_pt_jdn(j + ((w - b + 6) % 7 + 1) + 7 * (rel - 1));
  if (rel == CSTO_REL_NONE && outlook(r, item) < 100)
    return csto_pt_jdn(j + (w - b + 7) % 7);
  if (rel == 0) return csto_pt_jdn(j + w - b);
  return csto_pt_jdn(j - (b - w + 7) % 7);
}

csto_pt csto_nth_weekday(int32_t first, int32_t last, int w, int n) {
  int32_t j;
  if (n < 0) {
    j = last - (csto_weekday(last) - w + 7) % 7;
  } else {
    j = first + (w - csto_weekday(first) + 7) % 7 + 7 * (n - 1);
  }
  if (j < first || j > last) return csto_pt_unknown(CSTO_L_NONE);
  return csto_pt_jdn(j);
}
