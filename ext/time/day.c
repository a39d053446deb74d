/* day.c - reads reference days; see date.h.  Cost: constant.
*/
#include "base/rc.h"
#include "time/calendar.h"
#include "time/date.h"
#include <string.h>

typedef struct reader {
  const char *s;
  size_t n, at;
} reader;

/* Exactly k digits, or -1 and nothing is read. */
static int digits(reader *r, int k) {
  int v = 0, i;
  if (r->at + (size_t)k > r->n) return -1;
  for (i = 0; i < k; i++) {
    char c = r->s[r->at + (size_t)i];
    if (c < '0' || c > '9') return -1;
    v = v * 10 + (c - '0');
  }
  r->at += (size_t)k;
  return v;
}

static int eat(reader *r, char c) {
  if (r->at >= r->n || r->s[r->at] != c) return 0;
  r->at++;
  return 1;
}

static int is_date(int y, int m, int d) {
  return y >= 0 && m >= 1 && m <= 12 && d >= 1 && d <= csto_month_days(y, m);
}

static void set(csto_day *o, int y, int m, int d) {
  o->year = y;
  o->month = m;
  o->day = d;
  o->jdn = csto_jdn(y, m ? m : 1, d ? d : 1);
}

/* HH:MM[:SS[.fff]] and a zone. */
static int clock(reader *r, csto_day *o) {
  int h = digits(r, 2), m, s = 0, sign;
  if (h < 0 || h > 24 || !eat(r, ':')) return 0;
  m = digits(r, 2);
  if (m < 0 || m > 59) return 0;
  if (eat(r, ':')) {
    s = digits(r, 2);
    if (s < 0 || s > 60) return 0;
    if (eat(r, '.') || eat(r, ','))
      while (digits(r, 1) >= 0) {}
  }
  o->second = h * 3600 + m * 60 + s;
  eat(r, ' ');
  if (eat(r, 'Z') || eat(r, 'z')) {
    o->zone = 0;
    return 1;
  }
  sign = eat(r, '+') ? 1 : eat(r, '-') ? -1 : 0;
  if (!sign) return r->at == 0 || r->s[r->at - 1] != ' ';
  h = digits(r, 2);
  eat(r, ':');
  m = digits(r, 2);
  if (h < 0 || h > 15 || m > 59) return 0;
  o->zone = sign * (h * 60 + (m < 0 ? 0 : m));
  return 1;
}

static int iso(reader *r, csto_day *o) {
  int y = digits(r, 4), m, d;
  if (y < 0) return 0;
  if (r->at == r->n) {
    set(o, y, 0, 0);
    return 1;
  }
  if (!eat(r, '-')) return 0;
  m = digits(r, 2);
  if (m < 1 || m > 12) return 0;
  if (r->at == r->n) {
    set(o, y, m, 0);
    return 1;
  }
  if (!eat(r, '-')) return 0;
  d = digits(r, 2);
  if (!is_date(y, m, d)) return 0;
  set(o, y, m, d);
  if (r->at == r->n) return 1;
  if (!eat(r, 'T') && !eat(r, 't') && !eat(r, ' ')) return 0;
  return clock(r, o) && r->at == r->n;
}

/* Digits alone: 20260203, a Julian day number, or unix time. */
static int plain(reader *r, csto_day *o) {
  int64_t v = 0, day;
  int neg = eat(r, '-'), k = 0, half = 0, dot = 0, y, m, d;
  for (; r->at < r->n && r->s[r->at] >= '0' && r->s[r->at] <= '9'; r->at++)
    if (++k > 12) return 0;
    else v = v * 10 + (r->s[r->at] - '0');
  if (eat(r, '.')) {
    dot = 1;
    if (r->at < r->n && r->s[r->at] >= '5') half = 1;
    while (digits(r, 1) >= 0) {}
  }
  if (r->at != r->n || k == 0) return 0;
  if (k == 8 && !neg && !dot &&
      is_date((int)(v / 10000), (int)(v / 100 % 100), (int)(v % 100))) {
    set(o, (int)(v / 10000), (int)(v / 100 % 100), (int)(v % 100));
    return 1;
  }
  if (k == 7 && !neg && v >= 1721059 && v <= 5373484) {
    csto_jdn_date((int32_t)v + half, &y, &m, &d);
    set(o, y, m, d);
    return 1;
  }
  if (k < 8 || k > 11) return 0;
  if (neg) v = -v;
  day = v >= 0 ? v / 86400 : -((-v + 86399) / 86400);
  csto_jdn_date((int32_t)day + 2440588, &y, &m, &d);
  set(o, y, m, d);
  o->second = (int)(v - day * 86400);
  o->zone = 0;
  return 1;
}

int csto_day_parse(const char *s, size_t n, csto_day *out) {
  reader r = {s, n, 0};
  csto_day o;
  while (n && (*s == ' ' || (*s >= '\t' && *s <= '\r'))) s++, n--;
  while (n && (s[n - 1] == ' ' || (s[n - 1] >= '\t' && s[n - 1] <= '\r')))
    n--;
  memset(&o, 0, sizeof o);
  o.second = -1;
  o.zone = CSTO_NO_ZONE;
  r.s = s;
  r.n = n;
  if (!iso(&r, &o)) {
    memset(&o, 0, sizeof o);
    o.second = -1;
    o.zone = CSTO_NO_ZONE;
    r.at = 0;
    if (!plain(&r, &o)) return CSTO_ARG;
  }
  *out = o;
  return CSTO_OK;
}
