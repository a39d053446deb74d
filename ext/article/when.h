/* when.h - the date that the head of a page states. */
#ifndef CSTO_WHEN_H
#define CSTO_WHEN_H
#include <stddef.h>
#include <stdint.h>

typedef struct csto_when {
  char value[40];       /* ISO 8601 date or date-time, NUL-terminated */
  uint32_t start, end;  /* bytes of what it was read from */
  int y, m, d;
  int weekday;          /* named day of the week 1-7, 0: none */
  int agrees;           /* 1: it is that day, -1: it is not, 0: none named */
  int time;             /* a time of day is stated */
  int word;             /* the month is a word */
} csto_when;

/* The first full date (year, month and day) of s[0..n), Gregorian, day
** first; a contradiction of d/m is resolved by the named weekday.  Two-digit
** years, Hijri dates and relative ages are no dates.  Returns 1 or 0. */
int csto_when_read(const char *s, size_t n, csto_when *w);

/* The date in an address: /2022/05/10/, /20251020/, -2018-03-25 ...: only
** full dates that stand between separators. */
int csto_when_url(const char *s, size_t n, csto_when *w);

/* Is there such a day? */
int csto_when_valid(int y, int m, int d);

/* 1 (Monday) to 7 for a Gregorian date. */
int csto_when_day(int y, int m, int d);

/* The first day of the week that s[0..n) names, 0: none. */
int csto_when_weekday(const char *s, size_t n);

/* True if the words state an age or a day without a date (منذ ساعتين, أمس). */
int csto_when_relative(const char *s, size_t n);

/* The day of the week that a folded phrase names, 1 Monday to 7; or 0. */
int csto_when_day_word(const char *folded, size_t n);

#endif
