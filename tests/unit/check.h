/* check.h - the smallest test harness: TAP lines and a count.
**
** CHECK(condition) prints one `ok` or `not ok` line with file and line.
** A test program ends with `return check_done();`.
*/
#ifndef CSTO_CHECK_H
#define CSTO_CHECK_H
#include <stdio.h>
#include <string.h>

static int check_count, check_failed;

static inline void check_line(int ok, const char *file, int line,
                              const char *what) {
  check_count++;
  if (!ok) check_failed++;
  printf("%s %d - %s:%d %s\n", ok ? "ok" : "not ok", check_count, file, line,
         what);
}

#define CHECK(c) check_line((c) ? 1 : 0, __FILE__, __LINE__, #c)

/* Two C strings must be equal; shows both when they are not. */
#define CHECK_STR(got, want)                                              \
  do {                                                                    \
    const char *g_ = (got), *w_ = (want);                                 \
    int ok_ = g_ && w_ && strcmp(g_, w_) == 0;                            \
    check_line(ok_, __FILE__, __LINE__, #got " is " #want);               \
    if (!ok_) printf("# got  %s\n# want %s\n", g_ ? g_ : "(null)",        \
                     w_ ? w_ : "(null)");                                 \
  } while (0)

static inline int check_done(void) {
  printf("1..%d\n", check_count);
  return check_failed ? 1 : 0;
}

#endif
