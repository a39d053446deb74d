/* rules_weekday.c - dates built around a weekday, words like أمس.
**
** A weekday with what follows it: a date, الماضي, a week, a number, nothing;
** a word for a day with its weekday or the editor's day in brackets.  Alone a
** weekday is the one before or behind the reference, as the text looks
** (resolve.c).
*/
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

/* A token that would make the number before it a count: 22 شخصا. */
static int counts(const csto_rules *r, size_t i) {
  const csto_item *last = &r->x->it[i - 1];
  const csto_doc *d = r->x->d;
  const csto_token *t;
  if (last->tokend >= d->ntokens) return 0;
  t = &d->tokens[last->tokend];
  if (t->newline) return 0;
  if (t->kind == CSTO_T_PUNCT)
    return t->norm[0] == '%' || t->norm[0] == ':' || t->norm[0] == '$' ||
           (!t->space && (t->norm[0] == '/' || t->norm[0] == '.') &&
            last->tokend + 1 < d->ntokens &&
            d->tokens[last->tokend + 1].kind == CSTO_T_NUMBER &&
            !d->tokens[last->tokend + 1].space);
  return !(i < r->x->n && r->x->it[i].tok == last->tokend &&
           (csto_is(r, i, 'I') || csto_is(r, i, 'F') || csto_is(r, i, 'T') ||
            csto_is(r, i, '&') || csto_is(r, i, 'A')));
}

/* الجمعة 22: the day of a month near the reference that is that weekday. */
static int weekday_number(const csto_rules *r, size_t i, int w, size_t j,
                          csto_found *f) {
  int d = 0, n, y, m, best = 0;
  csto_num num;
  size_t k;
  int32_t near = 100;
  if (csto_is(r, j, 'I')) j++;
  k = csto_p_day(r, j, &d);
  if (!k) {
    k = csto_number(r->x, j, &num);
    d = k ? (int)csto_num_int(&num, 31) : 0;
    if (!k || d < 11) return 0;
  } else if (counts(r, k)) {
    return 0;
  }
  if (!csto_is(r, j, '1') && csto_is(r, j, 'O') && d <= 5) return 0;
  if (r->known < CSTO_L_DAY) return 0;
  for (n = -2; n <= 2; n++) {
    int32_t jd, dist;
    y = r->base.year;
    m = r->base.month;
    csto_add_months(&y, &m, n);
    if (d > csto_month_days(y, m)) continue;
    jd = csto_jdn(y, m, d);
    dist = jd < r->base.jdn ? r->base.jdn - jd : jd - r->base.jdn;
    if (csto_weekday(jd) != w || dist >= near) continue;
    near = dist;
    best = 1;
    f->a = csto_pt_jdn(jd);
  }
  if (!best) return 0;
  f->from = i;
  f->to = k;
  f->cal = CSTO_GREGORIAN;
  f->rule = "weekday-day";
  return 1;
}

/* الأحد الثاني: of the present month. */
static int weekday_ordinal(const csto_rules *r, size_t j, int w,
                           csto_found *f) {
  int n, def, y = r->base.year, m = r->base.month;
  size_t k = csto_p_ordinal(r, j, &n, &def);
  if (!k || !def || n > 5 || r->known < CSTO_L_DAY) return 0;
  if (!r->x->bare && !r->x->it[j].ahead) return 0;
  f->a = csto_nth_weekday(csto_jdn(y, m, 1),
                          csto_jdn(y, m, csto_month_days(y, m)), w, n);
  f->to = k;
  f->cal = CSTO_GREGORIAN;
  f->rule = "nth-weekday";
  return f->a.level != CSTO_L_NONE;
}

/* من الأسبوع المقبل */
static size_t of_week(const csto_rules *r, size_t i, int *rel) {
  size_t j = i;
  if (csto_has(r, j, 'F', 'o') || csto_is(r, j, 'I')) j++;
  *rel = 9;
  if (csto_is(r, j, 'J')) *rel = 0, j++;
  if (!csto_unit(r, j, 2) || !csto_has(r, j, 'U', 'd')) return 0;
  j++;
  if (csto_is(r, j, 'R')) *rel = csto_val(r, j, 'R'), j++;
  return *rel == 9 ? 0 : j;
}

static int weekday_of_week(const csto_rules *r, size_t i, size_t to, int w,
                           int rel, csto_found *f) {
  csto_found week = *f;
  csto_relative(r, 2, rel, &week);
  f->a = r->known < CSTO_L_DAY ? csto_pt_unknown(CSTO_L_DAY)
         : csto_pt_jdn(csto_pt_first(CSTO_GREGORIAN, week.a) + w - 1);
  f->from = i;
  f->to = to;
  f->rule = "weekday-of-week";
  return 1;
}

/* الثلاثاء الثالث من أيلول is the third Tuesday unless the 3rd is one, in a
** year that may be meant. */
static int fits(const csto_rules *r, size_t k, int w, const csto_found *f) {
  int32_t day;
  if (!csto_has(r, k, 'O', 'd') || f->a.d > 5 || f->cal != CSTO_GREGORIAN ||
      f->a.y == CSTO_UNK) return 1;
  day = csto_pt_first(CSTO_GREGORIAN, f->a);
  if (f->noyear && r->known && r->x->it[k].ahead && day < r->base.jdn)
    return 0;
  return csto_weekday(day) == w;
}

int csto_r_weekday(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = i + 1, k;
  int w, rel, paren = 0;
  if (!csto_is(r, i, 'W')) return 0;
  w = csto_val(r, i, 'W');
  if (csto_has(r, i, 'W', 'i')) {           /* أربعاء الأسبوع القادم */
    k = csto_unit(r, j, 2) ? of_week(r, j, &rel) : 0;
    return k ? weekday_of_week(r, i, k, w, rel, f) : 0;
  }
  k = j;
  if (csto_mark(r, k, ',')) k++;
  else if (csto_mark(r, k, '(')) k++, paren = 1;
  if (csto_is(r, k, 'C')) k++;
  if (csto_unit(r, k, 1) && csto_has(r, k, 'U', 's')) k++;
  if (csto_r_numeric(r, k, w, f) ||
      (csto_r_day_month(r, k, w, f) && fits(r, k, w, f))) {
    if (paren && csto_mark(r, f->to, ')')) f->to++;
    f->from = i;
    if (!paren || csto_mark(r, f->to - 1, ')')) return 1;
  }
  f->from = i;
  f->cal = CSTO_GREGORIAN;
  f->range = f->noyear = 0;
  f->precision = NULL;
  if (csto_has(r, i, 'W', 'e')) return 0;
  if (csto_r_nth(r, i, f)) return 1;
  if (csto_is(r, j, 'R') && !csto_has(r, j, 'R', 'l')) {
    f->a = csto_weekday_pt(r, i, w, csto_val(r, j, 'R'));
    f->to = j + 1;
    f->rule = "weekday-relative";
    return 1;
  }
  k = of_week(r, j, &rel);
  if (k) return weekday_of_week(r, i, k, w, rel, f);
  if (csto_is(r, i - 1, 'J') && r->known == CSTO_L_DAY) {
    f->from = i - 1;                        /* هذا الاثنين */
    f->to = j;
    f->a = csto_weekday_pt(r, i, w, r->x->bare || r->x->it[i].ahead
                           ? CSTO_REL_NONE : 0);
    f->rule = "weekday-this";
    return 1;
  }
  if (weekday_number(r, i, w, j, f)) return 1;
  if (weekday_ordinal(r, j, w, f)) return 1;
  f->from = i;
  f->to = j;
  f->a = csto_weekday_pt(r, i, w, CSTO_REL_NONE);
  f->rule = "weekday";
  return 1;
}

/* اليوم الاثنين: the weekday at item j, near the day that the word before it
** means; where they differ the weekday wins. */
static void with_weekday(const csto_rules *r, size_t j, int32_t day,
                         csto_found *f) {
  csto_found g = *f;
  int d = csto_val(r, j, 'W') - csto_weekday(day);
  if (!csto_r_weekday(r, j, &g)) return;
  if (!strcmp(g.rule, "weekday") && r->known == CSTO_L_DAY) {
    if (d > 3) d -= 7;
    if (d < -3) d += 7;
    g.a = csto_pt_jdn(day + d);
  }
  g.from = f->from;
  *f = g;
  f->rule = "relative-day-weekday";
}

/* غدا (أمس الثلاثاء): the editor's day, in brackets at item j, wins. */
static void explained(const csto_rules *r, size_t j, csto_found *f) {
  csto_found g = *f;
  int ok;
  if (!csto_mark(r, j, '(')) return;
  if (csto_is(r, j + 1, 'D') && !csto_mark(r, j + 2, '('))
    ok = csto_r_dayword(r, j + 1, &g);
  else
    ok = csto_has(r, j + 1, 'W', 'd') && csto_r_weekday(r, j + 1, &g);
  if (!ok || !csto_mark(r, g.to, ')')) return;
  f->a = g.a;
  f->rule = "relative-day-explained";
}

int csto_r_dayword(const csto_rules *r, size_t i, csto_found *f) {
  size_t j = i + 1;
  int n, today;
  if (!csto_is(r, i, 'D')) return 0;
  n = csto_val(r, i, 'D');
  today = n == 0;
  if (today && (csto_is(r, j, 'O') || csto_is(r, j, 'q') ||
                csto_is(r, j, 'R') || csto_is(r, i - 1, 'r') ||
                (csto_has(r, j, 'N', 'd') && !csto_is(r, j, 'W'))))
    return 0;
  if (csto_has(r, i, 'D', 's') && !r->x->bare && !csto_is(r, i - 1, 'I') &&
      !csto_is(r, i - 1, 'T') && !csto_is(r, j, 'W') &&
      !csto_is(r, i - 1, 'F') && !csto_is(r, i - 1, 'p') &&
      !r->x->it[i].clitics) return 0;
  f->from = i;
  f->to = j;
  f->cal = CSTO_GREGORIAN;
  f->range = f->noyear = 0;
  f->precision = NULL;
  f->rule = "relative-day";
  f->a = r->known < CSTO_L_DAY ? csto_pt_unknown(CSTO_L_DAY)
                               : csto_pt_jdn(r->base.jdn + n);
  if (csto_mark(r, j, ',')) j++;
  if (csto_has(r, j, 'W', 'd')) {
    with_weekday(r, j, r->base.jdn + n, f);
    return 1;
  }
  explained(r, i + 1, f);
  return 1;
}
