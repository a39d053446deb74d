/* rules_ago.c - distances from the reference day: قبل ثلاثة أيام, بعد أسبوعين,
** منذ عامين, خلال السنوات الثلاث الماضية.
**
** Days and months back or ahead give a day, years a month, decades and
** centuries a year.  "Some" (بضعة, a bare plural) is three, marked
** approximate.  After بعد in a text that does not look ahead the distance is
** counted from the story's own time, and from something named in قبل يومين
** من القمة: neither is a date.
*/
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

typedef struct amount {
  int years, months, days, seconds, approx;
  int coarse;                  /* counted in decades or centuries */
} amount;

static int amount_add(amount *a, int unit, int n) {
  if (n < 0 || n > 5000) return 0;
  switch (unit) {
    case 1: a->days += n; break;
    case 2: a->days += 7 * n; break;
    case 3: a->months += n; break;
    case 4: a->years += n; a->coarse |= n >= 100; break;
    case 5: a->years += 10 * n; a->coarse = 1; break;
    case 6: a->years += 100 * n; a->coarse = 1; break;
    case 7: a->seconds += 3600 * n; break;
    case 8: a->seconds += 60 * n; break;
    case 9: case 10: return 0;
    default: a->seconds += n;
  }
  return 1;
}

/* نصف ساعة, نصف قرن, ربع قرن at item i. */
static size_t amount_part(const csto_rules *r, size_t i, amount *a) {
  static const int months[] = {0, 0, 0, 0, 12, 120, 1200};
  int half = csto_unit(r, i, 10), unit;
  if ((!half && !csto_unit(r, i, 9)) || !csto_has(r, i, 'U', 's') ||
      csto_has(r, i, 'U', 'd') || !csto_has(r, i + 1, 'U', 's') ||
      csto_has(r, i + 1, 'U', 'd')) return 0;
  unit = csto_val(r, i + 1, 'U');
  if (unit == 7) {
    a->seconds += half ? 1800 : 900;
  } else if (unit >= 4 && unit <= 6) {
    int m = months[unit] / (half ? 2 : 4);
    a->years += m / 12;
    a->months += m % 12;
    a->coarse = unit > 4 && m % 12 == 0;
  } else if (unit == 3 && half) {
    a->days += 15;
  } else {
    return 0;
  }
  return i + 2;
}

/* One "three days", "two weeks", "a month"; any: with no number. */
static size_t amount_one(const csto_rules *r, size_t i, amount *a) {
  size_t j = i, k;
  csto_num num = {0, 0, 0, 0};
  const char *f;
  int n = 1, unit, few = 0;
  if (csto_is(r, j, 'V')) j++;
  if ((k = amount_part(r, j, a)) != 0) return k;
  if (csto_is(r, j, 'Q') && !csto_has(r, j, 'Q', 'a')) {
    n = csto_val(r, j, 'Q');
    few = 1;
    j++;
    k = j;
  } else if ((k = csto_number(r->x, j, &num)) != 0) {
    n = (int)csto_num_int(&num, 5000);
    j = k;
  }
  if (!csto_is(r, j, 'U')) return 0;
  unit = (int)csto_lex_val(r->x, j, 'U', 0, &f);
  if (strchr(f, 'd') || strchr(f, 'c') || unit == 9 || unit == 10) return 0;
  if (strchr(f, '2')) {
    if (k) return 0;
    n = 2;
  } else if (strchr(f, 'p') && !k) {
    n = 3;
    few = 1;
  }
  if (!amount_add(a, unit, n)) return 0;
  a->approx |= few;
  if (few && csto_has(r, j + 1, 'Q', 'a')) j++;    /* أيام قليلة */
  else if (!k && csto_has(r, j + 1, 'N', 'u') && !csto_has(r, j + 1, 'N', 'd')
           && csto_lex_val(r->x, j + 1, 'N', 'u', NULL) == n &&
           n <= 2) j++;                            /* شهر واحد */
  return j + 1;
}

/* ونصف [العام]: half of the unit before it, at item j. */
static size_t and_half(const csto_rules *r, size_t j, amount *a) {
  int unit = csto_val(r, j - 1, 'U');
  if (!csto_is(r, j, 'f') || csto_val(r, j, 'f') != 30 ||
      csto_has(r, j, 'f', 'm')) return j;
  if (unit == 4) a->months += 6;
  else if (unit == 3) a->days += 15;
  else if (unit == 7) a->seconds += 1800;
  else if (unit != 2 && unit != 1) return j;
  j++;
  return csto_unit(r, j, unit) && csto_has(r, j, 'U', 'd') ? j + 1 : j;
}

static size_t amounts(const csto_rules *r, size_t i, amount *a) {
  size_t j, k;
  memset(a, 0, sizeof *a);
  j = amount_one(r, i, a);
  if (j) j = and_half(r, j, a);
  while (j && j - i < 16) {
    k = csto_mark(r, j, ',') || csto_is(r, j, '&') ? j + 1 : j;
    if (k == j && !(r->x->it[j].clitics & CSTO_PC_CONJ)) break;
    k = amount_one(r, k, a);
    if (!k) break;
    j = k;
  }
  return j;
}

static void apply(const csto_rules *r, const amount *a, int sign,
                  csto_found *f) {
  int y = r->base.year, m = r->base.month, d = r->base.day;
  f->cal = CSTO_GREGORIAN;
  f->approx = a->approx;
  if (r->known < CSTO_L_DAY) {
    f->a = csto_pt_unknown(a->months + a->days + a->seconds ? CSTO_L_DAY
                                                            : CSTO_L_YEAR);
    return;
  }
  y += sign * a->years;
  csto_add_months(&y, &m, sign * a->months);
  if (d > csto_month_days(y, m)) d = csto_month_days(y, m);
  if (a->years && !a->months && !a->days && !a->seconds) {
    f->a = a->coarse ? csto_pt_year(y) : csto_pt_month(y, m);
    return;
  }
  f->a = csto_pt_jdn(csto_jdn(y, m, d) + sign * a->days);
  if (a->seconds) {
    int64_t t = r->base.second + (int64_t)sign * a->seconds, day;
    if (r->base.second < 0) {       /* 48 hours are two days */
      f->a = csto_pt_jdn(csto_pt_first(CSTO_GREGORIAN, f->a) +
                         sign * (a->seconds / 86400));
      return;
    }
    day = t >= 0 ? t / 86400 : -((-t + 86399) / 86400);
    t -= day * 86400;
    f->a = csto_pt_jdn(csto_pt_first(CSTO_GREGORIAN, f->a) + (int32_t)day);
    f->clock.set = 1;
    f->clock.h = (int)(t / 3600);
    f->clock.m = (int)(t / 60 % 60);
    f->clock.s = -1;
    f->clock.zone = r->base.zone;
  }
}

/* من الآن, من الغد: from now, or from a day near it. */
static size_t from_now(const csto_rules *r, size_t j, int *shift) {
  *shift = 0;
  if (csto_has(r, j, 'j', 's')) return j + 1;
  if (!csto_has(r, j, 'F', 'o')) return j;
  if (csto_is(r, j + 1, 'j')) return j + 2;
  if (!csto_is(r, j + 1, 'D') || csto_is(r, j + 2, 'W')) return j;
  *shift = csto_val(r, j + 1, 'D');
  return j + 2;
}

int csto_r_ago(const csto_rules *r, size_t i, csto_found *f) {
  const char *flags;
  amount a;
  size_t j, k;
  int sign, shift;
  f->from = i;
  if (!csto_is(r, i, 'A')) {              /* عامان من الآن */
    j = amounts(r, i, &a);
    k = j ? from_now(r, j, &shift) : 0;
    if (!j || k == j) return 0;
    sign = csto_is(r, i - 1, 'A') ? csto_val(r, i - 1, 'A') : 1;
    f->to = k;
    f->rule = "from-now";
    a.days += sign * shift;
    apply(r, &a, sign, f);
    return 1;
  }
  sign = (int)csto_lex_val(r->x, i, 'A', 0, &flags);
  if (strchr(flags, 'f') && (i != 0 || !r->x->bare)) return 0;
  j = amounts(r, i + 1, &a);
  if (!j) return 0;
  k = from_now(r, j, &shift);
  a.days += sign * shift;
  if (k == j) {
    /* counted from something else: بعد يومين من الهجوم */
    if (csto_is(r, j, 'F') || (csto_is(r, j, 'I') && csto_is(r, j, 'v')))
      return 0;
    /* منذ يوم الأحد, قبل عام 2011, منذ شهر مارس */
    if (csto_is(r, j, 'W') || csto_is(r, j, 'D') || csto_is(r, j, '1') ||
        csto_is(r, j, 'G') || csto_is(r, j, 'H') || csto_is(r, j, 'R') ||
        (csto_is(r, j, 'N') && !csto_is(r, j, 'U'))) return 0;
  }
  f->to = k;
  f->rule = sign < 0 ? a.approx ? "ago-few" : "ago"
                     : a.approx ? "in-few" : "in";
  /* وبعد عامين أعلن: told from the story's own time; يوما بعد يوم */
  if (sign > 0 && k == j && !r->x->bare && !r->x->it[i].ahead) return 0;
  if (csto_is(r, i - 1, 'U')) return 0;
  apply(r, &a, sign, f);
  return 1;
}

/* The last or next n units as the words of a text have them. */
typedef struct last_units {
  int n, unit, rel;
} last_units;

/* Reads them; returns the next item or 0. */
static size_t read_units(const csto_rules *r, size_t i, last_units *u) {
  size_t j = i, k;
  csto_num num = {0, 0, 0, 0};
  const char *fl;
  int n = 0, last = csto_is(r, j, 'L') != 0;
  j += (size_t)last;
  if (csto_is(r, j, 'a') && csto_is(r, j + 1, '1')) j++;   /* الـ12 شهرا */
  k = csto_number(r->x, j, &num);
  if (k) n = (int)csto_num_int(&num, 5000), j = k;
  if (!csto_is(r, j, 'U')) return 0;
  u->unit = (int)csto_lex_val(r->x, j, 'U', 0, &fl);
  if (u->unit > 7) return 0;
  if (strchr(fl, '2')) n = n ? -1 : 2;
  else if (!strchr(fl, 'p') && !n) return 0;
  j++;
  if (strchr(fl, 'd') && !n && csto_is(r, j, 'a')) j++;   /* الـ24 */
  if (strchr(fl, 'd') && !n && (k = csto_number(r->x, j, &num)) != 0)
    n = (int)csto_num_int(&num, 5000), j = k;
  if (n <= 0 || n > 500 || (u->unit == 7 && n % 24)) return 0;
  u->n = n;
  u->rel = -1;
  if (last) return strchr(fl, 'd') ? 0 : j;
  if (!csto_is(r, j, 'R') || csto_has(r, j, 'R', 'n')) return 0;
  u->rel = csto_val(r, j, 'R');
  return u->rel == 1 || u->rel == -1 ? j + 1 : 0;
}

/* Decades and centuries are whole ones. */
static void whole_decades(const csto_rules *r, const last_units *u,
                          csto_found *f) {
  int by = u->unit == 5 ? 10 : 100;
  int y = r->base.year / by * by + (u->unit == 6);
  if (u->rel < 0)
    csto_span(f, csto_jdn(y - u->n * by, 1, 1), csto_jdn(y - 1, 12, 31));
  else
    csto_span(f, csto_jdn(y + by, 1, 1),
              csto_jdn(y + (u->n + 1) * by - 1, 12, 31));
}

/* The first or last day of n months or years beside the base. */
static int32_t months_away(const csto_rules *r, const last_units *u) {
  int y = r->base.year, m = r->base.month, d = r->base.day;
  csto_add_months(&y, &m, u->rel * u->n * (u->unit == 4 ? 12 : 1));
  if (d > csto_month_days(y, m)) d = csto_month_days(y, m);
  return csto_jdn(y, m, d);
}

/* 3 أيام القادمة, الأسابيع الثلاثة الماضية, العقدين الماضيين, آخر 3 أيام */
int csto_r_units(const csto_rules *r, size_t i, csto_found *f) {
  last_units u;
  int32_t base = r->base.jdn, edge, monday;
  size_t j = read_units(r, i, &u);
  if (!j) return 0;
  f->from = i;
  f->to = j;
  f->cal = CSTO_GREGORIAN;
  f->precision = "range";
  f->rule = "last-units";
  if (r->known < CSTO_L_DAY) {
    f->a = csto_pt_unknown(u.unit <= 2 || u.unit == 7 ? CSTO_L_DAY
                           : u.unit == 3 ? CSTO_L_MONTH : CSTO_L_YEAR);
    f->precision = NULL;
  } else if (u.unit == 7) {           /* الساعات الـ48 الماضية: to today */
    u.n /= 24;
    csto_span(f, u.rel < 0 ? base - u.n : base,
              u.rel < 0 ? base : base + u.n);
  } else if (u.unit == 2) {           /* whole weeks */
    monday = base - csto_weekday(base) + 1;
    if (u.rel < 0) csto_span(f, monday - 7 * u.n, monday - 1);
    else csto_span(f, monday + 7, monday + 7 * u.n + 6);
  } else if (u.unit >= 5) {
    whole_decades(r, &u, f);
  } else {
    edge = u.unit >= 3 ? months_away(r, &u) : base + u.rel * u.n;
    if (u.rel < 0) csto_span(f, edge, base - 1);
    else csto_span(f, base + 1, edge);
  }
  return 1;
}
