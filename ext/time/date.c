/* date.c - finds the dates of a document; see date.h.
**
** HOW IT WORKS.  lex.c leaves only the words that dates are made of.  At
** each item that can begin a date every rule is tried and the longest
** reading wins; then a second date after إلى or - makes a range, a time of
** day beside it joins it, and the value is written: ISO 8601, XXXX for what
** is not known (EDTF), two ends with / between.  Hijri and Solar Hijri dates
** are converted at the end, so that a range can lend its month to its start.
** Cost: linear; a rule reads at most some thirty items.
*/
#include "base/buf.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include "time/rules.h"
#include <string.h>

static int numeric(const csto_rules *r, size_t i, csto_found *f) {
  return csto_r_numeric(r, i, 0, f);
}

static int day_month(const csto_rules *r, size_t i, csto_found *f) {
  return csto_r_day_month(r, i, 0, f);
}

#define K(c) CSTO_KIND(c)
#define DAY (K('1') | K('O'))

int csto_r_simple(const csto_rules *r, size_t i, csto_found *f) {
  /* a rule, and the kinds of item that it can begin with */
  static const struct {
    int (*fits)(const csto_rules *, size_t, csto_found *);
    uint64_t kinds;
  } rules[] = {
      {numeric, K('1')},
      {day_month, DAY | K('G') | K('H')},
      {csto_r_iso, K('1')},
      {csto_r_dayword, K('D')},
      {csto_r_weekday, K('W')},
      {csto_r_nth, K('L') | K('O') | K('W') | K('U')},
      {csto_r_part, K('E')},
      {csto_r_period, K('U') | K('K') | K('S') | K('x') | K('J')},
      {csto_r_ago, K('A') | K('V') | K('Q') | K('1') | K('N') | K('U')},
      {csto_r_units, K('L') | K('a') | K('1') | K('N') | K('U')},
      {csto_r_year, K('U') | K('1') | K('N')},
      {csto_r_month, K('U') | K('G') | K('H') | K('P')},
      {csto_r_day_alone, DAY}};
  csto_found best;
  size_t k;
  memset(&best, 0, sizeof best);
  for (k = 0; k < sizeof rules / sizeof *rules; k++) {
    csto_found g;
    if (!csto_lex_any(r->x, i, rules[k].kinds)) continue;
    memset(&g, 0, sizeof g);
    if (rules[k].fits(r, i, &g) && g.to > best.to) best = g;
  }
  if (best.to <= i) return 0;
  *f = best;
  return 1;
}

/* ---- ranges ---- */

static int joins_and(const csto_rules *r, size_t j) {
  return csto_is(r, j, '&') ||
         (j < r->x->n && (r->x->it[j].clitics & CSTO_PC_CONJ));
}

/* The word between the ends of a range, at j; returns the item after. */
static size_t until(const csto_rules *r, size_t j, int between) {
  if (csto_is(r, j, 'T')) return j + 1;
  if (csto_mark(r, j, '-')) return j + 1;
  if (between && csto_is(r, j, '&')) return j + 1;
  if (between && joins_and(r, j)) return j;
  return 0;
}

/* Lends the parts that only the second end states to the first. */
static void lend(csto_found *a, const csto_found *b) {
  if (a->cal != b->cal) return;
  if (a->noyear && b->a.level >= CSTO_L_MONTH) a->a.y = b->a.y;
}

static int make_range(csto_found *a, const csto_found *b, int back) {
  csto_pt end = b->range ? b->b : b->a;
  if (a->range && a->unit == 0 && b->unit == 0 && !back) return 0;
  lend(a, b);
  if (b->noyear && !a->noyear && a->cal == b->cal) end.y = a->a.y;
  if (a->cal != b->cal) return 0;
  if (a->a.y != CSTO_UNK && end.y != CSTO_UNK && a->a.m != CSTO_UNK &&
      end.m != CSTO_UNK &&
      csto_pt_first(a->cal, a->a) > csto_pt_last(a->cal, end)) {
    if (!a->noyear && !b->noyear) return 0;
    if (b->noyear && !a->noyear) end.y++; else a->a.y--;
  } else if (a->a.y != CSTO_UNK && end.y != CSTO_UNK && a->a.y > end.y) {
    return 0;
  }
  a->b = end;
  a->range = 1;
  a->to = b->to;
  a->precision = "range";
  a->rule = "range";
  a->approx |= b->approx;
  return 1;
}

/* 5 إلى 7 مايو, 2-7 فبراير, 5 و6 مايو: only the second end has a month. */
static int day_to_date(const csto_rules *r, size_t i, int between,
                       csto_found *f) {
  int d, d2, n = 0;
  size_t j, k, e;
  csto_found b;
  if (!csto_lex_any(r->x, i, DAY)) return 0;
  j = csto_p_day(r, i, &d);
  if (!j || d > 31) return 0;
  k = until(r, j, 1);
  if (!k) return 0;
  /* 5 و6 و7 مايو: a list that counts on */
  while (n++ < 6 && (e = csto_p_day(r, k, &d2)) != 0 && d2 == d + n &&
         (e = until(r, e, 1)) != 0 && csto_p_day(r, e, &d2)) k = e;
  if (csto_is(r, k, 'W')) k++;
  memset(&b, 0, sizeof b);
  if (!csto_r_day_month(r, k, 0, &b) || b.range || b.a.level != CSTO_L_DAY)
    return 0;
  if (b.a.d <= d && b.a.d != CSTO_UNK) return 0;
  *f = b;
  f->from = i;
  f->b = b.a;
  f->a.d = d;
  if (!between && joins_and(r, j) && b.a.d != d + n) {
    f->to = j;                     /* 20 و29 ديسمبر: two days, this is one */
    f->rule = "day-list";
    return csto_pt_valid(f->cal, f->a);
  }
  f->range = 1;
  f->precision = "range";
  f->rule = "range";
  return csto_pt_valid(f->cal, f->a);
}

/* 2022/2023, موسم 2022-23 */
static int season_years(const csto_rules *r, size_t i, csto_found *f) {
  const csto_item *it = r->x->it;
  int hijri;
  if (!csto_is(r, i, '1') || it[i].ndig != 4 || !csto_is(r, i + 2, '1'))
    return 0;
  hijri = it[i].num >= 1380 && it[i].num < 1500;
  if ((!hijri && it[i].num < 1900) || it[i].num > 2100 ||
      (!csto_mark(r, i + 1, '/') && !csto_mark(r, i + 1, '-'))) return 0;
  if (csto_tight(r, i + 3) && (csto_mark(r, i + 3, '/') ||
                               csto_mark(r, i + 3, '-'))) return 0;
  if (it[i + 2].ndig == 2) {
    if (!csto_is(r, i - 1, 'y') || it[i + 2].num != (it[i].num + 1) % 100)
      return 0;
  } else if (it[i + 2].num != it[i].num + 1) {
    return 0;
  }
  f->from = i;
  f->to = i + 3;
  if (csto_is(r, f->to, 'e') &&
      csto_val(r, f->to, 'e') == (hijri ? 2 : 1)) f->to++;
  f->cal = hijri ? CSTO_HIJRI : CSTO_GREGORIAN;
  f->a = csto_pt_year(it[i].num);
  f->b = csto_pt_year(it[i].num + 1);
  f->range = 1;
  f->rule = f->precision = "range";
  return 1;
}

/* 2022-2024 */
static int years(const csto_rules *r, size_t i, int between, csto_found *f) {
  const csto_item *it = r->x->it;
  size_t k;
  int y, y2;
  if (!csto_is(r, i, '1')) return 0;
  if (season_years(r, i, f)) return 1;
  k = until(r, i + 1, between);
  if (it[i].ndig != 4 || !k) return 0;
  if (!csto_is(r, k, '1') || it[k].ndig != 4) return 0;
  y = it[i].num, y2 = it[k].num;
  if (y < 1000 || y2 <= y || y2 > 2150 || y2 - y > 500) return 0;
  if (csto_mark(r, i + 1, '-') && (y < 1850 || y2 - y > 120)) return 0;
  if (csto_mark(r, k, '-') && csto_tight(r, k)) return 0;
  if (i > 0 && csto_tight(r, i) && csto_mark(r, i - 1, '-')) return 0;
  if (csto_mark(r, k + 1, '%') || csto_is(r, k + 1, 'N')) return 0;
  if (csto_mark(r, k + 1, '-') && csto_tight(r, k + 1)) return 0;
  if (!between && !csto_mark(r, i + 1, '-')) return 0;
  f->from = i;
  f->to = k + 1;
  f->cal = CSTO_GREGORIAN;
  f->a = csto_pt_year(y);
  f->b = csto_pt_year(y2);
  f->range = 1;
  f->rule = f->precision = "range";
  return 1;
}

/* تموز 13 الى 15 */
static size_t to_day(const csto_rules *r, const csto_found *a, size_t k,
                     csto_found *b) {
  int d, m, cal, sure;
  size_t j;
  if (a->range || a->a.level != CSTO_L_DAY || !csto_is(r, k, '1') ||
      strcmp(a->rule, "month-day")) return 0;
  j = csto_p_day(r, k, &d);
  if (!j || d <= a->a.d || csto_p_month(r, j, &m, &cal, &sure)) return 0;
  *b = *a;
  b->a.d = d;
  b->to = j;
  return j;
}

/* عام 2010 حتى 2015; from a year to a bare number. */
static size_t to_year(const csto_rules *r, const csto_found *a, size_t k,
                      csto_found *b) {
  int y, cal = a->cal;
  size_t j;
  if (a->a.level != CSTO_L_YEAR && a->a.level != CSTO_L_MONTH) return 0;
  j = csto_p_year(r, k, &y, &cal);
  if (!j || a->a.y == CSTO_UNK || y <= a->a.y) return 0;
  if (csto_mark(r, j, '%') || csto_is(r, j, 'N')) return 0;
  *b = *a;
  b->range = 0;
  b->noyear = 0;
  b->a = csto_pt_year(y);
  b->to = j;
  return j;
}

/* 31 مارس و1 أبريل 2016: the last day of a month and the next; other days with
** و stand for themselves. */
static int next_day(const csto_rules *r, csto_found *a) {
  csto_found b, both = *a;
  size_t k = a->to + (csto_is(r, a->to, '&') ? 1u : 0u);
  if (a->range || a->a.level != CSTO_L_DAY || a->clock.set || a->endbyte ||
      !joins_and(r, a->to)) return 0;
  memset(&b, 0, sizeof b);
  if (!csto_r_day_month(r, k, 0, &b) || b.range || b.a.level != CSTO_L_DAY ||
      b.a.d != 1 || a->a.m == b.a.m || !make_range(&both, &b, 0)) return 0;
  if (both.a.y == CSTO_UNK ? both.a.d < 28
                           : csto_pt_first(both.cal, both.a) + 1 !=
                                 csto_pt_first(both.cal, both.b)) return 0;
  *a = both;
  return 1;
}

static int range_from(const csto_rules *r, size_t i, int between, int opened,
                      csto_found *f) {
  csto_found a, b;
  size_t k;
  if (day_to_date(r, i, between, f) || years(r, i, between || opened, f))
    return 1;
  if (!csto_r_simple(r, i, &a) || !a.rule) return 0;
  if (between && !strcmp(a.rule, "range")) {
    *f = a;
    return 1;
  }
  if (!between && next_day(r, &a)) {
    *f = a;
    return 1;
  }
  k = until(r, a.to, between);
  *f = a;
  if (!k || a.clock.set || a.endbyte) return !opened;
  if (csto_mark(r, a.to, '-') && a.a.level == CSTO_L_YEAR && !a.range &&
      csto_is(r, k, '1') && r->x->it[k].ndig == 4 && to_year(r, &a, k, &b) &&
      make_range(&a, &b, 0)) {           /* سنتي 2013-2014 */
    *f = a;
    return 1;
  }
  if (csto_mark(r, a.to, '-') &&
      (a.range || a.a.level == CSTO_L_YEAR)) return !opened;
  if (csto_is(r, k, 'F')) return !opened;
  if (csto_mark(r, a.to, '-') && csto_is(r, i, 'D')) return !opened;
  if (!strncmp(a.rule, "story", 5)) return !opened;
  memset(&b, 0, sizeof b);
  if (to_day(r, &a, k, &b)) {
    /* taken */
  } else if (!csto_r_simple(r, k, &b) || b.clock.set) {
    if (!to_year(r, &a, k, &b)) return !opened;
  } else if (strcmp(b.rule, "weekday") == 0 && b.a.y != CSTO_UNK &&
             a.a.y != CSTO_UNK && a.a.level == CSTO_L_DAY) {
    /* من الأحد إلى الخميس: the first one after the start */
    int32_t s = csto_pt_first(a.cal, a.a);
    int32_t e = csto_pt_first(CSTO_GREGORIAN, b.a);
    if (strcmp(a.rule, "weekday") == 0 || strcmp(a.rule, "weekday-relative")
        == 0 || e < s)
      b.a = csto_pt_jdn(s + (e - s) % 7 + ((e - s) % 7 <= 0 ? 7 : 0));
  }
  if (a.a.level != b.a.level && !(a.unit && b.unit)) {
    if (!(a.a.level == CSTO_L_MONTH && b.a.level == CSTO_L_DAY) &&
        !csto_is(r, a.to, 'T') && !between) return !opened;
  }
  if (!strncmp(b.rule, "story", 5)) return !opened;
  if (make_range(&a, &b, 0)) *f = a;
  else return !opened;
  return 1;
}

static int ranged(const csto_rules *r, size_t i, csto_found *f) {
  memset(f, 0, sizeof *f);
  if (csto_is(r, i, 'B') && range_from(r, i + 1, 1, 1, f)) {
    f->from = i;
    return 1;
  }
  memset(f, 0, sizeof *f);
  if (csto_is(r, i, 'F')) {
    size_t k = csto_unit(r, i + 1, 1) && csto_is(r, i + 2, 'W') ? i + 2
                                                               : i + 1;
    if (range_from(r, k, 0, 1, f)) {
      f->from = i;
      return 1;
    }
    memset(f, 0, sizeof *f);
  }
  if (csto_is(r, i, 'V') && range_from(r, i + 1, 0, 0, f) &&
      strcmp(f->rule, "year")) {
    f->from = i;
    return 1;
  }
  memset(f, 0, sizeof *f);
  return range_from(r, i, 0, 0, f);
}

/* ---- with the time of day ---- */

static void clock_after(const csto_rules *r, csto_found *f) {
  csto_clock c;
  size_t j = f->to, k;
  if (f->range || f->a.level != CSTO_L_DAY || f->clock.set || f->endbyte)
    return;
  if (csto_mark(r, j, ',') || csto_mark(r, j, '-')) j++;
  if (csto_is(r, j, 'I')) j++;
  k = csto_p_clock(r, j, 1, &c);
  if (!k) return;
  f->clock = c;
  f->to = k;
}

/* الساعة العاشرة من مساء الأحد, 10:30 صباح اليوم */
static int clock_first(const csto_rules *r, size_t i, csto_found *f) {
  csto_clock c;
  csto_found g;
  size_t j, k;
  if (!csto_lex_any(r->x, i, K('1') | K('h'))) return 0;
  j = csto_p_clock(r, i, 0, &c);
  if (!j) {
    size_t e = csto_p_clock(r, i, 1, &c);
    if (!e || !csto_mark(r, i + csto_is(r, i, 'h') + 1, ':')) return 0;
    k = csto_has(r, e, 'F', 'o') ? e + 1 : e;
    if (!csto_is(r, k, 'p') && !csto_is(r, i, 'h')) return 0;
    j = e;
  }
  f->from = i;
  f->to = j;
  f->clock = c;
  f->rule = "time";
  k = csto_mark(r, j, ',') || csto_mark(r, j, '-') || csto_mark(r, j, '|')
          ? j + 1 : j;
  if (csto_has(r, k, 'F', 'o')) k++;
  if (csto_has(r, k, 'p', 'n')) k++;
  if (csto_unit(r, k, 1) && csto_has(r, k, 'U', 's') &&
      (csto_is(r, k + 1, 'W') || csto_is(r, k + 1, 'D'))) k++;
  if (csto_r_simple(r, k, &g) && g.a.level == CSTO_L_DAY && !g.range &&
      !g.clock.set && !g.endbyte) {
    c = f->clock;
    *f = g;
    f->clock = c;
    f->from = i;
  } else {
    f->a.level = CSTO_L_NONE;
  }
  return 1;
}

/* ---- the value ---- */

static void convert(csto_found *f, const char **calendar) {
  static const char *const names[] = {"gregorian", "hijri", "solar-hijri"};
  csto_pt a = f->a, b = f->range ? f->b : f->a;
  int approx = 0;
  *calendar = names[f->cal];
  if (f->cal == CSTO_GREGORIAN) return;
  if (a.y == CSTO_UNK || b.y == CSTO_UNK ||
      (a.level > CSTO_L_YEAR && a.m == CSTO_UNK)) {
    f->a = csto_pt_unknown(a.level);
    f->range = 0;
    return;
  }
  if (f->cal == CSTO_HIJRI) {
    (void)csto_hijri_jdn(a.y, 1, &approx);
    (void)csto_hijri_jdn(b.y, 1, &approx);
  }
  f->approx |= approx;
  if (!f->precision)
    f->precision = a.level == CSTO_L_YEAR ? "year" : a.level == CSTO_L_MONTH
                   ? "month" : "day";
  csto_span(f, csto_pt_first(f->cal, a), csto_pt_last(f->cal, b));
  if (approx) f->rule = "hijri-approximate";
}

static void put_year(csto_buf *b, int y) {
  if (y == CSTO_UNK) csto_buf_puts(b, "XXXX");
  else {
    if (y < 0) csto_buf_putc(b, '-');
    csto_buf_putpad(b, (unsigned)(y < 0 ? -y : y), 4);
  }
}

/* A month or a day, hours or minutes, behind the mark before it. */
static void put_two(csto_buf *b, char mark, int v) {
  csto_buf_putc(b, mark);
  if (v == CSTO_UNK) csto_buf_puts(b, "XX");
  else csto_buf_putpad(b, (unsigned)v, 2);
}

static void put_pt(csto_buf *b, csto_pt p) {
  put_year(b, p.y);
  if (p.level >= CSTO_L_MONTH) put_two(b, '-', p.m);
  if (p.level >= CSTO_L_DAY) put_two(b, '-', p.d);
}

static void put_clock(csto_buf *b, const csto_clock *c) {
  int zone = c->zone < 0 ? -c->zone : c->zone;
  put_two(b, 'T', c->h);
  put_two(b, ':', c->m);
  if (c->s >= 0) put_two(b, ':', c->s);
  if (c->zone == CSTO_NO_ZONE) return;
  if (zone == 0) {
    csto_buf_putc(b, 'Z');
    return;
  }
  put_two(b, c->zone < 0 ? '-' : '+', zone / 60);
  put_two(b, ':', zone % 60);
}

static const char *precision_of(const csto_found *f) {
  static const char *const names[] = {"time", "year", "month", "day"};
  if (f->clock.set) return "time";
  if (f->precision) return f->precision;
  if (f->approx) return "approximate";
  return f->range ? "range" : names[f->a.level];
}

static int emit(csto_rules *r, csto_found *f, csto_buf *b,
                csto_date_mention *m) {
  csto_doc *d = r->x->d;
  const csto_item *first = &r->x->it[f->from];
  memset(m, 0, sizeof *m);
  convert(f, &m->calendar);
  csto_buf_clear(b);
  if (f->a.level) put_pt(b, f->a);
  if (f->clock.set) put_clock(b, &f->clock);
  if (f->range) {
    csto_buf_putc(b, '/');
    put_pt(b, f->b);
  }
  if (b->rc) return b->rc;
  m->value = csto_arena_str(&d->arena, b->data, b->size);
  if (!m->value) return CSTO_NOMEM;
  /* a text that is nothing but part of a month is that part with its في */
  if (r->x->bare && f->from == 1 && r->x->it[0].tok == 0 &&
      csto_is(r, 0, 'I') && csto_val(r, 1, 'E') != 7 &&
      csto_is(r, 1, 'E')) first = &r->x->it[0];
  m->start = first->start;
  m->tok = first->tok;
  m->end = f->endbyte ? f->endbyte : r->x->it[f->to - 1].end;
  m->tokend = r->x->it[f->to - 1].tokend;
  if (f->endbyte)
    while (m->tokend < d->ntokens && d->tokens[m->tokend].start < m->end)
      m->tokend++;
  m->precision = precision_of(f);
  m->rule = f->rule;
  return CSTO_OK;
}

/* Kinds a date can begin with. */
static uint64_t starters(void) {
  static const char kinds[] = "1GHPWUDANOEFBJKSQLVahx";
  uint64_t k = 0;
  size_t i;
  for (i = 0; kinds[i]; i++) k |= csto_kind(kinds[i]);
  return k;
}

static int scan(csto_rules *r, csto_date_mention **out, size_t *nout) {
  csto_doc *d = r->x->d;
  uint64_t want = starters();
  size_t i = 0, cap = 0;
  int rc = CSTO_OK;
  csto_buf b;
  csto_buf_init(&b);
  while (i < r->x->n && rc == CSTO_OK) {
    csto_found f, g;
    int ok;
    if (!(r->x->it[i].kinds & want)) {
      i++;
      continue;
    }
    ok = ranged(r, i, &f);
    if (ok) clock_after(r, &f);
    memset(&g, 0, sizeof g);
    if (clock_first(r, i, &g) && (!ok || g.to > f.to)) {
      f = g;
      ok = 1;
    }
    if (!ok || f.to <= i) {
      i++;
      continue;
    }
    *out = csto_arena_grow(&d->arena, *out, *nout, &cap, sizeof **out);
    if (!*out) rc = CSTO_NOMEM;
    else rc = emit(r, &f, &b, *out + *nout);
    if (rc == CSTO_OK) {
      ++*nout;
      if (f.a.level) r->last = f.a;
    }
    i = f.to;
  }
  csto_buf_free(&b);
  return rc;
}

static int lex_dates(csto_lex *x, const char *published,
                     csto_date_mention **out, size_t *nout) {
  csto_rules r;
  memset(&r, 0, sizeof r);
  r.x = x;
  if (published) {
    int rc = csto_day_parse(published, strlen(published), &r.base);
    if (rc != CSTO_OK) return rc;
    r.known = r.base.day ? CSTO_L_DAY : r.base.month ? CSTO_L_MONTH
                                                     : CSTO_L_YEAR;
  }
  return scan(&r, out, nout);
}

int csto_dates(csto_doc *d, const char *published, csto_date_mention **out,
               size_t *nout) {
  csto_lex x;
  int rc = csto_lex_open(&x, d);
  *out = NULL;
  *nout = 0;
  if (rc == CSTO_OK) rc = lex_dates(&x, published, out, nout);
  csto_lex_close(&x);
  return rc;
}

int csto_values(csto_doc *d, const char *published,
                csto_date_mention **dates, size_t *ndates,
                csto_quantity **quantities, size_t *nquantities) {
  csto_lex x;
  int rc = csto_lex_open(&x, d);
  *dates = NULL;
  *quantities = NULL;
  *ndates = *nquantities = 0;
  if (rc == CSTO_OK) rc = lex_dates(&x, published, dates, ndates);
  if (rc == CSTO_OK) rc = csto_lex_quantities(&x, quantities, nquantities);
  csto_lex_close(&x);
  return rc;
}
