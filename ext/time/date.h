/* date.h - dates in text. */
#ifndef CSTO_DATE_H
#define CSTO_DATE_H
#include <stddef.h>
#include <stdint.h>
#include "text/doc.h"

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

#endif
