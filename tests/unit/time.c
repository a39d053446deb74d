/* time.c - calendars, reference days, numbers; and the rule tables
** tests/rules/dates.tsv and quantities.tsv, one check a row.
*/
#include "base/buf.h"
#include "base/rc.h"
#include "check.h"
#include "time/calendar.h"
#include "time/date.h"
#include "time/number.h"
#include <stdlib.h>

static void calendars(void) {
  int y, m, d, approx = 0, bad = 0;
  int32_t j, last = 0;
  CHECK(csto_jdn(2000, 1, 1) == 2451545);
  CHECK(csto_jdn(1970, 1, 1) == 2440588);
  CHECK(csto_jdn(-4713, 11, 24) == 0);
  CHECK(csto_weekday(csto_jdn(2026, 2, 2)) == 1);
  CHECK(csto_weekday(csto_jdn(2001, 9, 11)) == 2);
  for (j = -100000; j < 3000000; j += 367) {
    csto_jdn_date(j, &y, &m, &d);
    if (csto_jdn(y, m, d) != j || d < 1 || d > csto_month_days(y, m)) bad++;
  }
  CHECK(bad == 0);
  CHECK(csto_month_days(1900, 2) == 28 && csto_month_days(2000, 2) == 29);
  y = 2026, m = 1;
  csto_add_months(&y, &m, -13);
  CHECK(y == 2024 && m == 12);
  /* Umm al-Qura: 1 Muharram 1436, 1 Ramadan 1446, the table's two ends */
  CHECK(csto_hijri_jdn(1436, 1, &approx) == csto_jdn(2014, 10, 25));
  CHECK(csto_hijri_jdn(1446, 9, &approx) == csto_jdn(2025, 3, 1));
  CHECK(csto_hijri_jdn(1446, 13, &approx) == csto_hijri_jdn(1447, 1, NULL));
  CHECK(approx == 0);
  (void)csto_hijri_jdn(1299, 1, &approx);
  CHECK(approx == 1);
  CHECK(csto_hijri_jdn(1, 1, NULL) == 1948440);     /* 16 July 622 */
  for (y = 1; y < 1800; y++)
    for (m = 1; m <= 12; m++) {
      j = csto_hijri_jdn(y, m, NULL);
      if (last && (j - last < 28 || j - last > 31)) bad++;
      last = j;
    }
  CHECK(bad == 0);
  csto_jdn_hijri(csto_jdn(2015, 8, 10), &y, &m, &d);
  CHECK(y == 1436 && m == 10 && d == 25);
  CHECK(csto_solar_jdn(1403, 1) == csto_jdn(2024, 3, 20));
  CHECK(csto_solar_jdn(1402, 1) == csto_jdn(2023, 3, 21));
  CHECK(csto_solar_jdn(1402, 12) == csto_jdn(2024, 2, 20));
}

static int day(const char *s, int y, int m, int d) {
  csto_day o;
  return csto_day_parse(s, strlen(s), &o) == CSTO_OK && o.year == y &&
         o.month == m && o.day == d;
}

static int no_day(const char *s) {
  csto_day o;
  return csto_day_parse(s, strlen(s), &o) == CSTO_ARG;
}

static void days(void) {
  csto_day o;
  CHECK(day("2026-02-03", 2026, 2, 3));
  CHECK(day(" 2026-02-03\n", 2026, 2, 3));
  CHECK(day("2026-02", 2026, 2, 0));
  CHECK(day("2026", 2026, 0, 0));
  CHECK(day("20260203", 2026, 2, 3));
  CHECK(day("2026-02-03T23:30:00-05:00", 2026, 2, 3));
  CHECK(day("2026-02-03 10:00", 2026, 2, 3));
  CHECK(day("2026-02-03 10:00:00.123Z", 2026, 2, 3));
  CHECK(day("2026-02-03 10:00:00 +0300", 2026, 2, 3));
  CHECK(day("2461075", 2026, 2, 3));
  CHECK(day("2461074.5", 2026, 2, 3));
  CHECK(day("2461074.4", 2026, 2, 2));
  CHECK(day("1770076800", 2026, 2, 3));
  CHECK(day("-86400000", 1967, 4, 7));
  CHECK(no_day(""));
  CHECK(no_day("x"));
  CHECK(no_day("2026-13-01"));
  CHECK(no_day("2026-02-30"));
  CHECK(no_day("2026-2-3"));
  CHECK(no_day("03/02/2026"));
  CHECK(no_day("2026-02-03T"));
  CHECK(no_day("2026-02-03T25:00"));
  CHECK(no_day("2026-02-03 10:00 "
               "x"));
  CHECK(no_day("12"));
  CHECK(no_day("9999999999999999"));
  CHECK(csto_day_parse("2026-02-03T10:00:05+03:30", 25, &o) == CSTO_OK &&
        o.second == 36005 && o.zone == 210);
  CHECK(csto_day_parse("2026-02-03", 10, &o) == CSTO_OK && o.second == -1 &&
        o.zone == CSTO_NO_ZONE);
}

/* The number a text begins with, as mant/scale. */
static const char *number(const char *s) {
  static char out[64];
  csto_doc d;
  csto_lex x;
  csto_num n;
  snprintf(out, sizeof out, "none");
  if (csto_doc_open(&d, s, strlen(s)) != CSTO_OK) return "error";
  if (csto_lex_open(&x, &d) == CSTO_OK && csto_number(&x, 0, &n))
    snprintf(out, sizeof out, n.scale ? "%lld/%d" : "%lld",
             (long long)n.mant, n.scale);
  csto_doc_close(&d);
  return out;
}

static void numbers(void) {
  CHECK_STR(number("1200"), "1200");
  CHECK_STR(number("1,200,300"), "1200300");
  CHECK_STR(number("1.200.300"), "1200300");
  CHECK_STR(number("3.5"), "35/1");
  CHECK_STR(number("3,50"), "35/1");
  CHECK_STR(number("٣٫٥ مليون"), "3500000");
  CHECK_STR(number("١٢٬٠٠٠"), "12000");
  CHECK_STR(number("خمسة"), "5");
  CHECK_STR(number("أربعة عشر"), "14");
  CHECK_STR(number("اثنتا عشرة"), "12");
  CHECK_STR(number("إحدى وعشرون"), "21");
  CHECK_STR(number("مئتان"), "200");
  CHECK_STR(number("مئتا"), "200");
  CHECK_STR(number("ثلاث مئة"), "300");
  CHECK_STR(number("ثلاثمائة وخمسة وعشرون"), "325");
  CHECK_STR(number("ثلاثمئة وخمسة وعشرون ألفا"), "325000");
  CHECK_STR(number("ألف"), "1000");
  CHECK_STR(number("ألفان"), "2000");
  CHECK_STR(number("ألف وتسعمئة وثمانية وسبعون"), "1978");
  CHECK_STR(number("مليون ومئتا ألف"), "1200000");
  CHECK_STR(number("مليون ونصف المليون"), "1500000");
  CHECK_STR(number("مليونان وربع"), "2250000");
  CHECK_STR(number("3 ملايين و200 ألف"), "3200000");
  CHECK_STR(number("مئة ألف"), "100000");
  CHECK_STR(number("تسعة مليارات"), "9000000000");
  CHECK_STR(number("خمسة وستة"), "5");
  CHECK_STR(number("عشرون وخمسة"), "20");
  CHECK_STR(number("1.2.3"), "none");
  CHECK_STR(number("وزير"), "none");
  CHECK_STR(number("99999999999999999999"), "none");
  CHECK_STR(number("999999999 تريليون تريليون"), "none");
}

/* A text is read up to its end and not beyond: no NUL stands there. */
static void ends(void) {
  static const char *const texts[] = {"2026-02-02T10:00", "2026-02-02T10:00:",
                                      "2026-02-02T10:0", "2026-02-02T"};
  size_t i;
  for (i = 0; i < sizeof texts / sizeof *texts; i++) {
    size_t n = strlen(texts[i]), k;
    char *p = malloc(n);
    csto_date_mention *m;
    csto_doc d;
    if (!p) return;
    memcpy(p, texts[i], n);
    CHECK(csto_doc_open(&d, p, n) == CSTO_OK);
    CHECK(csto_dates(&d, NULL, &m, &k) == CSTO_OK && k >= 1);
    CHECK(m[0].end <= n);
    csto_doc_close(&d);
    free(p);
  }
}

/* ---- rule tables ---- */

static void add(csto_buf *b, const char *text, uint32_t from, uint32_t to,
                const char *value) {
  if (b->size) csto_buf_puts(b, "; ");
  csto_buf_add(b, text + from, to - from);
  csto_buf_puts(b, " = ");
  csto_buf_puts(b, value);
}

static void run(char *text, const char *published, int dates, csto_buf *b) {
  csto_doc d;
  size_t i, n;
  csto_buf_clear(b);
  if (csto_doc_open(&d, text, strlen(text)) != CSTO_OK) return;
  if (dates) {
    csto_date_mention *m;
    if (csto_dates(&d, *published ? published : NULL, &m, &n) != CSTO_OK)
      csto_buf_puts(b, "an error");
    for (i = 0; i < n; i++) add(b, text, m[i].start, m[i].end, m[i].value);
  } else {
    csto_quantity *q;
    if (csto_quantities(&d, &q, &n) == CSTO_OK)
      for (i = 0; i < n; i++) add(b, text, q[i].start, q[i].end, q[i].value);
  }
  csto_doc_close(&d);
}

/* Columns: reference day, text, what is found as `words = value; ..`. */
static void table(const char *name, int dates) {
  char path[1024], line[8192];
  const char *top = getenv("TOP");
  int number_ = 0;
  csto_buf b;
  FILE *f;
  snprintf(path, sizeof path, "%s/tests/rules/%s", top ? top : ".", name);
  f = fopen(path, "r");
  CHECK(f != NULL);
  if (!f) return;
  csto_buf_init(&b);
  while (fgets(line, sizeof line, f)) {
    char *text, *want;
    number_++;
    line[strcspn(line, "\n")] = 0;
    if (*line == '#' || !*line) continue;
    text = strchr(line, '\t');
    want = text ? strchr(text + 1, '\t') : NULL;
    if (!want) {
      check_line(0, name, number_, "a row of three columns");
      continue;
    }
    *text++ = 0;
    *want++ = 0;
    run(text, line, dates, &b);
    check_line(strcmp(b.data ? b.data : "", want) == 0, name, number_, text);
    if (strcmp(b.data ? b.data : "", want))
      printf("# got  %s\n# want %s\n", b.data ? b.data : "", want);
  }
  csto_buf_free(&b);
  fclose(f);
}

int main(void) {
  calendars();
  days();
  numbers();
  ends();
  table("dates.tsv", 1);
  table("quantities.tsv", 0);
  return check_done();
}
