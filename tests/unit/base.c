/* base.c - the base floor: arena, buffers, JSON in and out. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/jsonread.h"
#include "base/rc.h"
#include "check.h"
#include <math.h>
#include <stdint.h>

/* An array grows through all sizes of blocks and keeps what is in it, while
** others grow beside it. */
static void arena_grows(void) {
  csto_arena a;
  uint32_t *x = NULL, *y = NULL, i, n = 3000000, wrong = 0;
  size_t cx = 0, cy = 0;
  csto_arena_init(&a);
  for (i = 0; i < n; i++) {
    x = csto_arena_grow(&a, x, i, &cx, sizeof *x);
    y = csto_arena_grow(&a, y, i, &cy, sizeof *y);
    x[i] = i;
    y[i] = ~i;
  }
  for (i = 0; i < n; i++) wrong += x[i] != i || y[i] != ~i;
  CHECK(wrong == 0 && a.rc == CSTO_OK);
  csto_arena_drop(&a, y);
  csto_arena_drop(&a, NULL);
  csto_arena_drop(&a, x + 1);                  /* no block of its own */
  for (i = 0; i < n; i++) wrong += x[i] != i;
  CHECK(wrong == 0);
  csto_arena_reset(&a);
  x = csto_arena_zalloc(&a, 5000000);
  CHECK(x && x[0] == 0 && x[1249999] == 0);
  csto_arena_drop(&a, x);
  csto_arena_free(&a);
}

static void arena_refuses(void) {
  csto_arena a;
  csto_arena_init(&a);
  CHECK(csto_arena_alloc(&a, SIZE_MAX / 2) == NULL);
  CHECK(a.rc == CSTO_NOMEM);
  csto_arena_reset(&a);
  CHECK(a.rc == CSTO_OK);
  CHECK_STR(csto_arena_str(&a, "abc", 2), "ab");
  csto_arena_free(&a);
}

static void buffers(void) {
  csto_buf b;
  csto_buf_init(&b);
  csto_buf_putcp(&b, 'a');
  csto_buf_putcp(&b, 0x645);
  csto_buf_putcp(&b, 0x20ac);
  csto_buf_putcp(&b, 0x1f600);
  csto_buf_printf(&b, "%d%s", 7, "x");
  CHECK_STR(b.data, "aم€😀7x");
  csto_buf_reserve(&b, SIZE_MAX - 2);
  CHECK(b.rc == CSTO_TOOBIG);
  csto_buf_puts(&b, "nothing more");
  CHECK_STR(b.data, "aم€😀7x");
  csto_buf_free(&b);
}

static const char *written(const char *s, size_t n) {
  static char out[200];
  csto_buf b;
  csto_buf_init(&b);
  csto_json_str(&b, s, n);
  (void)snprintf(out, sizeof out, "%s", b.data ? b.data : "");
  csto_buf_free(&b);
  return out;
}

static const char *real(double v) {
  static char out[40];
  csto_buf b;
  csto_buf_init(&b);
  csto_json_real(&b, v);
  (void)snprintf(out, sizeof out, "%s", b.data ? b.data : "");
  csto_buf_free(&b);
  return out;
}

static void json_out(void) {
  CHECK_STR(written("a\"\\\n\r\t\x01م", 9), "\"a\\\"\\\\\\n\\r\\t\\u0001م\"");
  CHECK_STR(written("a\0b", 3), "\"a\\u0000b\"");
  CHECK_STR(written(NULL, 0), "null");
  CHECK_STR(written("\xd9", 1), "\"\xef\xbf\xbd\"");
  CHECK_STR(written("\xf0\x9f\x98x", 4), "\"\xef\xbf\xbdx\"");
  CHECK_STR(written("\xe0\x80", 2), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
  CHECK_STR(real(0.5), "0.5");
  CHECK_STR(real(2), "2.0");
  CHECK_STR(real((double)NAN), "null");
  CHECK_STR(real(HUGE_VAL), "1e300");
  CHECK_STR(real(-HUGE_VAL), "-1e300");
}

/* The kinds of all tokens, as digits, with the last one's text. */
static const char *read_all(const char *s) {
  static char out[200];
  csto_jsonread r;
  size_t n = 0;
  int k;
  csto_jsonread_init(&r, s, strlen(s));
  do {
    k = csto_jsonread_next(&r);
    out[n++] = (char)('0' + k);
    if (k != CSTO_J_END && k != CSTO_J_ERROR)
      n += (size_t)snprintf(out + n, 40, "%s", r.text.data ? r.text.data : "");
  } while (k != CSTO_J_END && k != CSTO_J_ERROR && n < 100);
  out[n] = 0;
  csto_jsonread_free(&r);
  return out;
}

static void json_in(void) {
  CHECK_STR(read_all(" [\"a\", -1.5e3,null]"), "4[1a4,2-1.5e34,3null4]0");
  CHECK_STR(read_all("\"\\u0645\\n\\/\\\"\""), "1م\n/\"0");
  CHECK_STR(read_all("\"\\ud83d\\ude00\""), "1😀0");
  CHECK_STR(read_all("\"\\ud83dx\""), "1\xef\xbf\xbdx0");
  CHECK_STR(read_all("\"\\ud83d\\u0041\""), "1\xef\xbf\xbd" "A0");
  CHECK_STR(read_all("\"open"), "5");
  CHECK_STR(read_all("\"\\q\""), "5");
  CHECK_STR(read_all("\"\\u00g0\""), "5");
  CHECK_STR(read_all("nul"), "5");
  CHECK_STR(read_all("\"a\\"), "5");
  CHECK_STR(read_all(""), "0");
}

int main(void) {
  arena_grows();
  arena_refuses();
  buffers();
  json_out();
  json_in();
  return check_done();
}
