/* rules_day.c - dates built around a day or a named month.
**
** day month [year], month day[, year].  A part that the text leaves out is
** inferred (resolve.c); a weekday that stands beside a day and month picks the
** year.
*/
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

size_t csto_p_ordinal(const csto_rules *r, size_t i, int *v, int *def) {
  const char *f;
  size_t j = i + 1;
  if (!csto_is(r, i, 'O')) return 0;
  if (csto_has(r, i, 'O', 'T') && csto_is(r, i - 1, 'O') &&
      (r->x->it[i].clitics & CSTO_PC_CONJ)) return 0;   /* its unit first */
  *v = (int)csto_lex_val(r->x, i, 'O', 0, &f);
  *def = strchr(f, 'd') != NULL;
  if (*v < 10 && csto_has(r, j, 'N', 't') && !csto_has(r, j, 'N', 'd') &&
      !r->x->it[j].clitics) {
    *v += 10;
    return j + 1;
  }
  if (*v < 10) {
    size_t k = csto_is(r, j, '&') ? j + 1 : j;
    if (csto_has(r, k, 'O', 'T') &&
        (k > j || (r->x->it[k].clitics & CSTO_PC_CONJ))) {
      *v += csto_val(r, k, 'O');
      return k + 1;
    }
    if (csto_has(r, i, 'O', 'c')) return 0;   /* الحادي needs its ten */
  }
  return j;
}

size_t csto_p_day(const csto_rules *r, size_t i, int *d) {
  int def;
  size_t j;
  if (csto_is(r, i, '1')) {
    const csto_item *it = &r->x->it[i];
    if (it->ndig > 2 || it->num < 1 || it->num > 31) return 0;
    *d = it->num;
    return i + 1;
  }
  j = csto_p_ordinal(r, i, d, &def);
  return j && *d <= 31 ? j : 0;
}

static size_t one_month(const csto_rules *r, size_t i, int *m, int *cal,
                        int *sure) {
  static const char kinds[] = "GHP";
  const char *f;
  int c;
  for (c = 0; kinds[c]; c++)
    if (csto_is(r, i, kinds[c])) {
      *m = (int)csto_lex_val(r->x, i, kinds[c], 0, &f);
      *cal = c;
      *sure = !strchr(f, 'a');
      return i + 1;
    }
  return 0;
}

/* The other name of the same month: /كانون الثاني, (آذار), - آب. */
static size_t other_name(const csto_rules *r, size_t i, int m, int cal) {
  size_t j = i;
  int m2, c2, sure, paren = 0;
  if (csto_mark(r, j, '/') || csto_mark(r, j, '-')) j++;
  else if (csto_mark(r, j, '(')) j++, paren = 1;
  j = one_month(r, j, &m2, &c2, &sure);
  if (!j || m2 != m || c2 != cal) return i;
  if (!paren) return j;
  return csto_mark(r, j, ')') ? j + 1 : i;
}

size_t csto_p_month(const csto_rules *r, size_t i, int *m, int *cal,
                    int *sure) {
  size_t j = i, k;
  int named = csto_unit(r, i, 3) && csto_has(r, i, 'U', 's') &&
              !csto_has(r, i, 'U', 'd');
  if (named) j++;
  k = one_month(r, j, m, cal, sure);
  if (!k) {
    csto_num n;
    if (!named) return 0;
    k = csto_is(r, j, '1') && r->x->it[j].ndig <= 2
            ? csto_number_digits(r->x, j, &n) : csto_number(r->x, j, &n);
    *m = k ? (int)csto_num_int(&n, 12) : 0;
    *cal = CSTO_GREGORIAN;
    *sure = -1;                       /* a month by its number */
    return k && *m >= 1 ? k : 0;
  }
  if (named) *sure = 1;
  j = other_name(r, k, *m, *cal);
  if (j != k) *sure = 1;
  return j;
}

/* Era marks after a year: م, هـ, ق.م. */
static size_t era(const csto_rules *r, size_t i, int *y, int *cal) {
  size_t j = csto_mark(r, i, '(') && csto_is(r, i + 1, 'e') &&
             csto_mark(r, i + 2, ')') ? i + 1 : i;
  if (!csto_is(r, j, 'e')) return i;
  switch (csto_val(r, j, 'e')) {
    case 2: *cal = CSTO_HIJRI; break;
    case 3: *y = 1 - *y; *cal = CSTO_GREGORIAN; break;
    case 4: *cal = CSTO_SOLAR; break;
    default: *cal = CSTO_GREGORIAN;
  }
  return j == i ? i + 1 : i + 3;
}

static size_t year_number(const csto_rules *r, size_t i, int *y, int loose) {
  csto_num n;
  size_t j;
  if (csto_is(r, i, '1')) {
    const csto_item *it = &r->x->it[i];
    int tail = csto_tight(r, i + 1) && csto_is(r, i + 2, '1') &&
               csto_tight(r, i + 2);
    if (it->num < 1 || it->ndig > 4 || (!loose && it->ndig != 4)) return 0;
    if (it->ndig == 4 && (it->num < 1000 || it->num > 2999) && !loose)
      return 0;
    if (csto_mark(r, i + 1, '%')) return 0;
    if (csto_mark(r, i + 1, ':') &&             /* عام 2014: "…" is a year */
        (it->ndig < 4 || (csto_tight(r, i + 1) && csto_is(r, i + 2, '1') &&
                          csto_tight(r, i + 2)))) return 0;
    if (tail && (csto_mark(r, i + 1, '.') || csto_mark(r, i + 1, ',') ||
                 (csto_mark(r, i + 1, '/') && r->x->it[i + 2].ndig < 4)))
      return 0;
    *y = it->num;
    return i + 1;
  }
  if (r->x->bare && csto_is(r, i, 'N') && !csto_has(r, i, 'N', 'k')) {
    csto_num tens;                     /* تسعة عشر ثمانية وعشرون: 1928 */
    size_t k = csto_number(r->x, i, &n);
    j = k ? csto_number(r->x, k, &tens) : 0;
    if (j && csto_is(r, k, 'N') && csto_num_int(&n, 20) >= 13 &&
        csto_num_int(&tens, 99) >= 10) {
      *y = (int)(n.mant * 100 + tens.mant);
      return j;
    }
  }
  if (!csto_is(r, i, 'N') || (!loose && !csto_has(r, i, 'N', 'k'))) return 0;
  j = csto_number(r->x, i, &n);
  *y = j ? (int)csto_num_int(&n, 2100) : 0;
  return j && *y >= (loose ? 100 : 1000) ? j : 0;
}

size_t csto_p_year(const csto_rules *r, size_t i, int *y, int *cal) {
  size_t j = year_number(r, i, y, 0);
  return j ? era(r, j, y, cal) : 0;
}

/* A year behind عام: 67 is 1967 where no era is said; عام هجري 1441. */
static size_t year_of_word(const csto_rules *r, size_t i, int *y, int *cal) {
  size_t k, at = csto_is(r, i, 'e') && csto_is(r, i + 1, '1') ? i + 1 : i;
  int was = *cal;
  k = year_number(r, at, y, 1);
  if (!k) return 0;
  if (at > i) return era(r, i, y, cal) ? k : 0;
  i = era(r, k, y, cal);
  if (i == k && *cal == was && csto_is(r, at, '1') &&
      r->x->it[at].ndig == 2 && *y > 9)
    *y += *y < 30 && (!r->known || 2000 + *y <= r->base.year) ? 2000 : 1900;
  return i;
}

size_t csto_p_yearspec(const csto_rules *r, size_t i, int *y, int *cal) {
  size_t j = i, k;
  if (csto_mark(r, j, ',')) j++;
  else if ((csto_mark(r, j, '-') || csto_mark(r, j, '/')) &&
           csto_is(r, j + 1, '1') && r->x->it[j + 1].ndig == 4) j++;
  if (csto_has(r, j, 'F', 'o') || csto_is(r, j, 'I')) j++;
  if (csto_has(r, j, 'J', 'p') && csto_unit(r, j + 1, 4)) {
    *y = r->last.level ? r->last.y : CSTO_UNK;
    return j + 2;
  }
  if (csto_unit(r, j, 4) && csto_is(r, j + 1, 'm')) {
    *y = r->last.level ? r->last.y : CSTO_UNK;
    return j + 2;
  }
  if (csto_is(r, j, 'J') && csto_unit(r, j + 1, 4)) {
    *y = r->known ? r->base.year : CSTO_UNK;
    k = year_number(r, j + 2, y, 0);         /* هذا العام 2017 */
    return k ? era(r, k, y, cal) : j + 2;
  }
  if (csto_unit(r, j, 4) && csto_has(r, j, 'U', 's')) {
    k = year_of_word(r, j + 1, y, cal);
    if (k) return k;
    if (!csto_has(r, j, 'U', 'd') || !csto_is(r, j + 1, 'R')) return 0;
    *y = r->known ? r->base.year + csto_val(r, j + 1, 'R') : CSTO_UNK;
    k = year_number(r, j + 2, y, 0);         /* العام الماضي 2016 */
    return k ? era(r, k, y, cal) : j + 2;
  }
  return csto_p_year(r, j, y, cal);
}

#define SAME 8      /* of the month told last */

/* d of "this month": من الشهر الجاري, من هذا الشهر, 23 الشهر المقبل. */
static size_t of_month(const csto_rules *r, size_t i, int d, csto_found *f) {
  size_t j = i;
  int rel = CSTO_REL_NONE;
  if (csto_has(r, j, 'F', 'o')) j++;
  else if (!csto_is(r, i - 1, '1')) return 0;
  if (csto_is(r, j, 'J')) rel = csto_has(r, j, 'J', 'p') ? SAME : 0, j++;
  if (!csto_unit(r, j, 3) || !csto_has(r, j, 'U', 'd')) return 0;
  j++;
  if (rel == CSTO_REL_NONE && csto_is(r, j, 'm')) rel = SAME, j++;
  if (rel == SAME) {                    /* 30 من نفس الشهر */
    f->a = r->last.level >= CSTO_L_MONTH
               ? csto_pt_day(r->last.y, r->last.m, d)
               : csto_pt_unknown(CSTO_L_DAY);
    f->cal = CSTO_GREGORIAN;
    return csto_pt_valid(CSTO_GREGORIAN, f->a) ? j : 0;
  }
  if (csto_is(r, j, 'R')) rel = csto_val(r, j, 'R'), j++;
  if (rel == CSTO_REL_NONE) return 0;
  csto_relative(r, 3, rel, f);
  f->a.level = CSTO_L_DAY;
  f->a.d = d;
  f->precision = NULL;
  return j;
}

/* أغسطس وسبتمبر المقبلين, سبتمبر وأكتوبر 2016: what follows the second month
** is said of both. */
static int shared_tail(const csto_rules *r, size_t j, int m, int cal,
                       int *year, int *rel) {
  int m2, cal2, sure, c3 = cal;
  size_t k = csto_is(r, j, '&') ? j + 1 : j;
  if (k == j && (j >= r->x->n || !(r->x->it[j].clitics & CSTO_PC_CONJ)))
    return 0;
  k = csto_p_month(r, k, &m2, &cal2, &sure);
  if (!k || cal2 != cal || sure < 0) return 0;
  if (csto_is(r, k, 'R') && !csto_has(r, k, 'R', 'l')) {
    *rel = csto_val(r, k, 'R');
    return 1;
  }
  if (!csto_p_yearspec(r, k, year, &c3) || c3 != cal) return 0;
  if (*year != CSTO_UNK && m > m2) --*year;
  return 1;
}

/* What may follow day and month: a year, or الماضي; sets f->a. */
static size_t month_tail(const csto_rules *r, size_t at, size_t j, int m,
                         int d, int cal, int wday, csto_found *f) {
  int y = CSTO_UNK, rel = CSTO_REL_NONE;
  size_t k = csto_p_yearspec(r, j, &y, &cal);
  f->cal = cal;
  f->noyear = 0;
  if (k) {
    j = k;
  } else {
    if (csto_is(r, j, 'R') && !csto_has(r, j, 'R', 'l')) {
      rel = csto_val(r, j, 'R');
      j++;
    } else if (csto_has(r, j, 'F', 'o') && csto_is(r, j + 1, 'J') &&
               csto_unit(r, j + 2, 4)) {
      j += 3;
      rel = 0;
    }
    f->noyear = rel == CSTO_REL_NONE;
    if (f->noyear && shared_tail(r, j, m, cal, &y, &rel)) {
      f->noyear = 0;
      if (rel == CSTO_REL_NONE) {
        f->a = d ? csto_pt_day(y, m, d) : csto_pt_month(y, m);
        return j;
      }
    }
    y = csto_year_of(r, at, cal, m, d, wday, rel);
  }
  f->a = d ? csto_pt_day(y, m, d) : csto_pt_month(y, m);
  return j;
}

static int month_day(const csto_rules *r, size_t i, csto_found *f) {
  int m, d, cal, sure, def = 0, y = 0, c2;
  size_t j = csto_p_month(r, i, &m, &cal, &sure), k, e;
  if (!j || sure < 0) return 0;
  if (csto_mark(r, j, '.') && csto_tight(r, j)) j++;      /* Dec. 16 */
  k = csto_p_day(r, j, &d);
  if (!k) return 0;
  def = !csto_is(r, j, '1');
  if (def && (sure <= 0 || !csto_has(r, j, 'O', 'd') ||
              (r->x->it[j].clitics & CSTO_PC_CONJ))) return 0;
  c2 = cal;
  e = csto_p_yearspec(r, k, &y, &c2);
  if (!e && !def && !r->x->bare &&
      !(csto_is(r, k, 'T') || csto_mark(r, k, '-'))) return 0;
  f->to = month_tail(r, i, k, m, d, cal, 0, f);
  f->from = i;
  f->rule = "month-day";
  return csto_pt_valid(f->cal, f->a);
}

int csto_r_day_month(const csto_rules *r, size_t i, int wday,
                     csto_found *f) {
  int m, d, cal, sure;
  size_t j, k;
  if (csto_is(r, i, 'G') || csto_is(r, i, 'H')) return month_day(r, i, f);
  j = csto_p_day(r, i, &d);
  if (!j) return 0;
  if (csto_is(r, i, '1') && i > 0 && csto_tight(r, i) &&
      (csto_mark(r, i - 1, '.') || csto_mark(r, i - 1, ':')) &&
      csto_is(r, i - 2, '1') && csto_tight(r, i - 1)) return 0;
  f->from = i;
  f->rule = csto_is(r, i, '1') ? "day-month" : "ordinal-month";
  k = of_month(r, j, d, f);
  if (k) {
    f->to = k;
    f->rule = "day-of-month";
    return csto_pt_valid(CSTO_GREGORIAN, f->a);
  }
  if (csto_mark(r, j, '/') || csto_mark(r, j, '-') || csto_mark(r, j, '.') ||
      (csto_mark(r, j, ',') && csto_is(r, i, '1'))) j++;
  else if (csto_has(r, j, 'F', 'o')) j++;
  k = csto_p_month(r, j, &m, &cal, &sure);
  if (!k) return 0;
  f->to = month_tail(r, i, k, m, d, cal, wday, f);
  if (f->noyear && (sure < 0 || csto_has(r, k - 1, 'H', 'z'))) return 0;
  if (cal == CSTO_SOLAR && f->noyear) return 0;
  return csto_pt_valid(f->cal, f->a);
}

/* في 15 الجاري; and a day with no month where the text says nothing else:
** سأعود في 15. */
int csto_r_day_alone(const csto_rules *r, size_t i, csto_found *f) {
  int d, rel = 0;
  size_t j = csto_p_day(r, i, &d), k;
  if (!j || (csto_is(r, i, '1') && csto_tight(r, i) && i > 0 &&
             csto_is(r, i - 1, '.'))) return 0;
  if (csto_is(r, j, 'R') && csto_is(r, i, '1') &&
      !csto_has(r, j, 'R', 'n') && !csto_has(r, j, 'R', 'l') &&
      (csto_is(r, i - 1, 'I') || csto_is(r, i - 1, 'W') ||
       csto_is(r, i - 1, 'T') || csto_is(r, i - 1, 'F'))) {
    rel = csto_val(r, j, 'R');
    j++;
  } else {
    for (k = j; csto_mark(r, k, '.'); k++) {}
    if (!r->x->bare || k != r->x->n - 1 || r->known < CSTO_L_DAY) return 0;
    if (csto_is(r, i, '1') ? !csto_is(r, i - 1, 'I') &&
        !csto_is(r, i - 1, 'T') : !csto_has(r, j - 1, 'O', 'T')) return 0;
  }
  csto_relative(r, 3, rel, f);
  f->from = i;
  f->to = j;
  f->precision = NULL;
  f->unit = 0;
  f->a.level = CSTO_L_DAY;
  f->a.d = d;
  f->rule = "day-of-month";
  return csto_pt_valid(CSTO_GREGORIAN, f->a);
}

int csto_r_month(const csto_rules *r, size_t i, csto_found *f) {
  int m, cal, sure;
  size_t j = csto_p_month(r, i, &m, &cal, &sure), k;
  const csto_item *it;
  if (!j) return 0;
  f->from = i;
  k = month_tail(r, i, j, m, 0, cal, 0, f);
  f->to = k;
  f->rule = k > j ? f->a.y == CSTO_UNK || f->noyear ? "month" : "month-year"
                  : "month";
  if (k > j) return 1;
  if (csto_is(r, i - 1, 'J') && sure > 0 && r->known) {   /* هذا سبتمبر */
    f->from = i - 1;
    f->a.y = cal == CSTO_GREGORIAN ? r->base.year : f->a.y;
    return 1;
  }
  if (sure < 0) return r->x->bare;
  if (cal == CSTO_SOLAR) return 0;
  if (sure) return 1;
  /* an ambiguous word: only after a preposition */
  it = &r->x->it[i];
  if (csto_is(r, i, 'H')) return csto_is(r, i - 1, 'I') && m == 9;
  return csto_is(r, i - 1, 'I') || (it->clitics & CSTO_PC_PREP) ||
         csto_is(r, i - 1, 'T') || csto_has(r, i - 1, 'A', 's') ||
         ((it->clitics & CSTO_PC_CONJ) && csto_is(r, i - 1, 'G'));
}
