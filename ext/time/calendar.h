/* calendar.h - days, and the calendars they are counted in.
**
** A day is its Julian day number (jdn): the integer that begins at noon of
** that day, Greenwich, so jdn % 7 is 0 on Mondays.  Years are astronomical
** Gregorian, proleptic; year 0 is 1 BC.
*/
#ifndef CSTO_CALENDAR_H
#define CSTO_CALENDAR_H
#include <stdint.h>

int csto_month_days(int y, int m);              /* 28..31; m is 1..12 */
int32_t csto_jdn(int y, int m, int d);          /* any d, m in 1..12 */
void csto_jdn_date(int32_t jdn, int *y, int *m, int *d);
int csto_weekday(int32_t jdn);                  /* 1 Monday .. 7 Sunday */

/* Moves y, m by n months; the day is not touched. */
void csto_add_months(int *y, int *m, int n);

/* Hijri: first day of month m (1..12, 13 is the next year's first).  Umm
** al-Qura from 1300 to 1600 (data/umalqura.tsv); before and after the
** arithmetic calendar (leap years 2 5 7 10 13 16 18 21 24 26 29 of 30,
** epoch 16 July 622 Julian), and *approx is set to 1. */
int32_t csto_hijri_jdn(int y, int m, int *approx);
/* The Hijri year and month that hold the day. */
void csto_jdn_hijri(int32_t jdn, int *y, int *m, int *d);

/* Solar Hijri (Iran, Afghanistan): first day of month m of year y, by the
** 2820-year arithmetic rule of A. Birashk; equal to the astronomical
** calendar for the years 1244 to 1402, at most a day off after that. */
int32_t csto_solar_jdn(int y, int m);

#endif
