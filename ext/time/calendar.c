/* calendar.c - conversions between calendars; see calendar.h.
**
** Gregorian <-> jdn: the integer algorithm of Fliegel and Van Flandern
** (CACM 11, 1968), with floor division so that years before 1 work too.
** Cost: constant; a Hijri conversion reads one row of a table.
*/
#include "time/calendar.h"
#include "text/table.h"

CSTO_TABLE(umalqura);

#define UQ_FIRST 1300
#define UQ_YEARS 301

static int32_t floordiv(int32_t a, int32_t b) {
  int32_t q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

static int leap(int y) {
  return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int csto_month_days(int y, int m) {
  if (m == 2) return 28 + leap(y);
  return 30 + ((m + (m > 7)) & 1);
}

int32_t csto_jdn(int y, int m, int d) {
  int32_t a = (14 - m) / 12, yy = y + 4800 - a, mm = m + 12 * a - 3;
  return d + (153 * mm + 2) / 5 + 365 * yy + floordiv(yy, 4) -
         floordiv(yy, 100) + floordiv(yy, 400) - 32045;
}

void csto_jdn_date(int32_t jdn, int *y, int *m, int *d) {
  int32_t a = jdn + 32044, b = floordiv(4 * a + 3, 146097);
  int32_t c = a - floordiv(146097 * b, 4), e, f, g;
  e = floordiv(4 * c + 3, 1461);
  f = c - floordiv(1461 * e, 4);
  g = (5 * f + 2) / 153;
  *d = f - (153 * g + 2) / 5 + 1;
  *m = g + 3 - 12 * (g / 10);
  *y = 100 * b + e - 4800 + g / 10;
}

int csto_weekday(int32_t jdn) {
  int32_t w = jdn % 7;
  return (int)(w < 0 ? w + 7 : w) + 1;
}

void csto_add_months(int *y, int *m, int n) {
  int32_t k = *m - 1 + n;
  *y += floordiv(k, 12);
  *m = k - 12 * floordiv(k, 12) + 1;
}

/* ---- Hijri ---- */

static int32_t uq_number(const char *s) {
  int32_t n = 0;
  for (; *s >= '0' && *s <= '9'; s++) n = n * 10 + (*s - '0');
  return n;
}

static int32_t civil_jdn(int y, int m) {
  int32_t days = 29 * (m - 1) + m / 2;
  return days + 354 * (y - 1) + floordiv(3 + 11 * y, 30) + 1948440;
}

int32_t csto_hijri_jdn(int y, int m, int *approx) {
  int i;
  int32_t jdn;
  const char *len;
  if (m > 12) {
    y++;
    m -= 12;
  }
  if (y < UQ_FIRST || y >= UQ_FIRST + UQ_YEARS) {
    if (approx) *approx = 1;
    return civil_jdn(y, m);
  }
  jdn = uq_number(csto_table_cell(&csto_table_umalqura,
                                  (uint32_t)(y - UQ_FIRST), 1));
  len = csto_table_cell(&csto_table_umalqura, (uint32_t)(y - UQ_FIRST), 2);
  for (i = 1; i < m && len[i - 1]; i++) jdn += 29 + (len[i - 1] == '1');
  return jdn;
}

void csto_jdn_hijri(int32_t jdn, int *y, int *m, int *d) {
  int32_t first;
  *y = (int)floordiv(30 * (jdn - 1948440) + 10646, 10631);
  while (csto_hijri_jdn(*y, 1, NULL) > jdn) --*y;
  while (csto_hijri_jdn(*y + 1, 1, NULL) <= jdn) ++*y;
  *m = 12;
  while (*m > 1 && csto_hijri_jdn(*y, *m, NULL) > jdn) --*m;
  first = csto_hijri_jdn(*y, *m, NULL);
  *d = (int)(jdn - first) + 1;
}

/* ---- Solar Hijri ---- */

int32_t csto_solar_jdn(int y, int m) {
  int32_t base = y - 474, cycle = 474 + (base - 2820 * floordiv(base, 2820));
  int32_t days = m <= 7 ? (m - 1) * 31 : (m - 1) * 30 + 6;
  return days + floordiv(cycle * 682 - 110, 2816) + (cycle - 1) * 365 +
         floordiv(base, 2820) * 1029983 + 1948321;
}
