/* rules.h - what the rule files of the date scanner share (internal).
**
** A rule looks at items from one place on and, when it fits, fills a
** csto_found.  Points keep what the text says; years that it leaves out are
** inferred from the reference day (resolve.c), or stay unknown.
*/
#ifndef CSTO_RULES_H
#define CSTO_RULES_H
#include "time/calendar.h"
#include "time/date.h"
#include "time/lex.h"
#include "time/number.h"

#define CSTO_UNK (-100000)       /* an unknown part: XXXX, XX */
#define CSTO_REL_NONE 9

enum csto_level { CSTO_L_NONE = 0, CSTO_L_YEAR, CSTO_L_MONTH, CSTO_L_DAY };
enum csto_cal { CSTO_GREGORIAN = 0, CSTO_HIJRI, CSTO_SOLAR };

typedef struct csto_pt {
  int level;                     /* which parts are stated: csto_level */
  int y, m, d;                   /* CSTO_UNK when not known */
} csto_pt;

typedef struct csto_clock {
  int set, h, m, s, zone;        /* s -1: not stated */
} csto_clock;

typedef struct csto_found {
  size_t from, to;               /* items, end exclusive */
  uint32_t endbyte;              /* 0, or where it ends inside a hole */
  csto_pt a, b;                  /* b only if range */
  int range;
  int cal;
  int noyear;                    /* the year of a is inferred */
  int unit;                      /* of a relative period: 2 week .. */
  int approx;
  csto_clock clock;
  const char *precision;         /* NULL: from the points */
  const char *rule;
} csto_found;

typedef struct csto_rules {
  csto_lex *x;
  csto_day base;
  int known;                     /* csto_level of base; NONE: no reference */
  csto_pt last;                  /* the date told last, for نفس الشهر */
} csto_rules;

/* resolve.c */
csto_pt csto_pt_day(int y, int m, int d);
csto_pt csto_pt_jdn(int32_t jdn);
csto_pt csto_pt_month(int y, int m);
csto_pt csto_pt_year(int y);
csto_pt csto_pt_unknown(int level);
int32_t csto_pt_first(int cal, csto_pt p);   /* first day; parts known */
int32_t csto_pt_last(int cal, csto_pt p);
void csto_span(csto_found *f, int32_t first, int32_t last);
int csto_pt_valid(int cal, csto_pt p);
/* The year of month m (day d, or 0) that the text leaves out: rel -1, 0, 1
** or CSTO_REL_NONE; a weekday (1..7, 0 none) picks the year it fits.  item
** is where the date stands.  CSTO_UNK without a reference. */
int csto_year_of(const csto_rules *r, size_t item, int cal, int m, int d,
                 int wday, int rel);
/* Relative unit (1 day .. 6 century, 9 quarter), n units from the present
** one.  Fills a, b, range, precision. */
void csto_relative(const csto_rules *r, int unit, int n, csto_found *f);
/* The day of a weekday: nearest by rel, or by the text's outlook. */
csto_pt csto_weekday_pt(const csto_rules *r, size_t item, int w, int rel);
/* n-th weekday w (n < 0: last) between two days; UNK level when none. */
csto_pt csto_nth_weekday(int32_t first, int32_t last, int w, int n);

/* rules_day.c: parts of days, each returns the next item or 0 */
size_t csto_p_day(const csto_rules *r, size_t i, int *d);
size_t csto_p_ordinal(const csto_rules *r, size_t i, int *v, int *def);
size_t csto_p_month(const csto_rules *r, size_t i, int *m, int *cal,
                    int *sure);
size_t csto_p_year(const csto_rules *r, size_t i, int *y, int *cal);
size_t csto_p_yearspec(const csto_rules *r, size_t i, int *y, int *cal);
int csto_r_day_month(const csto_rules *r, size_t i, int wday,
                     csto_found *f);
int csto_r_day_alone(const csto_rules *r, size_t i, csto_found *f);
int csto_r_month(const csto_rules *r, size_t i, csto_found *f);

/* rules_weekday.c */
int csto_r_weekday(const csto_rules *r, size_t i, csto_found *f);
int csto_r_dayword(const csto_rules *r, size_t i, csto_found *f);

/* rules_number.c */
int csto_r_numeric(const csto_rules *r, size_t i, int wday, csto_found *f);
int csto_r_iso(const csto_rules *r, size_t i, csto_found *f);
int csto_r_year(const csto_rules *r, size_t i, csto_found *f);
size_t csto_p_clock(const csto_rules *r, size_t i, int loose, csto_clock *c);

/* rules_period.c */
int csto_r_period(const csto_rules *r, size_t i, csto_found *f);
int csto_r_part(const csto_rules *r, size_t i, csto_found *f);
/* A feast; loose: also alone inside a text. */
int csto_r_feast(const csto_rules *r, size_t i, int loose, csto_found *f);
/* What a part can be part of; alone: العام may stand without a word.  *now:
** the text says that it is the present one. */
int csto_p_period(const csto_rules *r, size_t i, int alone, csto_found *f,
                  int *now);
/* Sets f to days from..to of the month a, months from..to of the year a. */
void csto_days_of(csto_found *f, csto_pt a, int from, int to);
void csto_months_of(csto_found *f, csto_pt a, int from, int to);

/* rules_nth.c */
int csto_r_nth(const csto_rules *r, size_t i, csto_found *f);
int csto_r_ago(const csto_rules *r, size_t i, csto_found *f);
int csto_r_units(const csto_rules *r, size_t i, csto_found *f);
int csto_r_age(const csto_rules *r, size_t i, csto_found *f);

/* quantity.c: the quantities of a document that is reduced already */
int csto_lex_quantities(const csto_lex *x, csto_quantity **out,
                        size_t *nout);

/* date.c */
int csto_r_simple(const csto_rules *r, size_t i, csto_found *f);

/* Item i has a reading of the kind; with the flag; its value; the mark c; it
** stands with no space before it; the unit of time; any i. */
static inline int csto_is(const csto_rules *r, size_t i, char kind) {
  return csto_lex_is(r->x, i, kind);
}
static inline int csto_has(const csto_rules *r, size_t i, char k, char f) {
  return csto_lex_has(r->x, i, k, f);
}
static inline int csto_val(const csto_rules *r, size_t i, char kind) {
  return (int)csto_lex_val(r->x, i, kind, 0, NULL);
}
static inline int csto_mark(const csto_rules *r, size_t i, char c) {
  return csto_lex_mark(r->x, i, c);
}
static inline int csto_tight(const csto_rules *r, size_t i) {
  return i < r->x->n && r->x->it[i].kinds && !r->x->it[i].space;
}
static inline int csto_unit(const csto_rules *r, size_t i, int unit) {
  return csto_is(r, i, 'U') && csto_val(r, i, 'U') == unit;
}
#endif
