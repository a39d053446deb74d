/* date.h - dates in text. */
#ifndef CSTO_DATE_H
#define CSTO_DATE_H
#include <stddef.h>
#include <stdint.h>
#include "text/doc.h"

/* A reference day, as precise as it was stated. */
typedef struct csto_day {
  int32_t jdn;             /* Julian day number; of the first day when only a
                              month or year is known */
  int year, month, day;    /* month, day 0 when unknown */
  int second;              /* of the day, or -1 */
  int zone;                /* minutes east of Greenwich, or CSTO_NO_ZONE */
} csto_day;
#define CSTO_NO_ZONE 100000

/* Reads a reference value s[0..n): what a `published` column may hold.
** ISO 8601 (2026, 2026-02, 2026-02-03, 20260203, 2026-02-03T10:00[:00[.0]]
** with a space for the T and Z, +03 or +03:00 behind it), a Julian day
** number as SQLite's julianday() gives it (7 digits before the point), or
** unix time (9 to 11 digits, a sign before it or not).  White space around
** it is skipped.  A date-time counts as the day it names in its own zone.
** CSTO_OK, or CSTO_ARG: it is none of these. */
int csto_day_parse(const char *s, size_t n, csto_day *out);

typedef struct csto_date_mention {
  uint32_t start, end;     /* bytes */
  uint32_t tok, tokend;    /* tokens it touches, end exclusive */
  const char *value;       /* ISO 8601 / EDTF, in d->arena; never NULL */
  const char *calendar;    /* "gregorian", "hijri", ... constant */
  const char *precision;   /* "day", "month", "year", "time", "range", ... */
  const char *rule;        /* constant */
} csto_date_mention;

/* All dates of the document in order, not nested.  published: ISO 8601 date
** or date-time, the day relative dates count from, or NULL: then a relative
** date keeps its unknown parts (XXXX-10) or is left out.
** CSTO_OK, CSTO_NOMEM, CSTO_ARG. */
int csto_dates(csto_doc *d, const char *published,
               csto_date_mention **out, size_t *nout);

typedef struct csto_quantity {
  uint32_t start, end, tok, tokend;
  const char *value;       /* "3500000 USD", "25 %", in d->arena */
  const char *rule;
} csto_quantity;

/* Numbers with a unit, percentages, money. */
int csto_quantities(csto_doc *d, csto_quantity **out, size_t *nout);

/* Both of these, from one look at the words. */
int csto_values(csto_doc *d, const char *published,
                csto_date_mention **dates, size_t *ndates,
                csto_quantity **quantities, size_t *nquantities);

#endif
