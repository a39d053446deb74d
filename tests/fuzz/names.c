/* names.c - fuzzes keys, similarity, transliteration and the collation over
** two names: what stands before and behind the first byte 0x1F.
*/
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/rc.h"
#include "morph/namekey.h"
#include "morph/translit.h"
#include "text/collate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

static int sign(int v) { return (v > 0) - (v < 0); }

/* A key is ASCII words with one space between. */
static void key(const char *s, size_t n, csto_buf *out) {
  size_t i;
  csto_buf_init(out);
  csto_namekey(out, s, n);
  require(out->rc == CSTO_OK);
  for (i = 0; i < out->size; i++) {
    require((unsigned char)out->data[i] < 128 && out->data[i] >= ' ');
    if (out->data[i] == ' ')
      require(i > 0 && i + 1 < out->size && out->data[i - 1] != ' ');
  }
}

static void latin(const char *s, size_t n) {
  static const char *const schemes[] = {"iso233", "bgn", "buckwalter",
                                        "simple"};
  size_t i;
  for (i = 0; i < 4; i++) {
    csto_buf b;
    csto_buf_init(&b);
    csto_transliterate(&b, s, n, csto_translit_scheme(schemes[i],
                                                      strlen(schemes[i])));
    require(b.rc == CSTO_OK);
    csto_buf_free(&b);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *a = (const char *)data, *b;
  const uint8_t *cut = size ? memchr(data, 0x1F, size) : NULL;
  size_t na = cut ? (size_t)(cut - data) : size, nb = cut ? size - na - 1 : 0;
  csto_buf ka, kb;
  csto_collation c;
  double s, back;
  b = a + (cut ? na + 1 : na);
  key(a, na, &ka);
  key(b, nb, &kb);
  s = csto_name_similarity(a, na, b, nb);
  back = csto_name_similarity(b, nb, a, na);
  require(s >= 0 && s <= 1 && back >= 0 && back <= 1);
  if (ka.size && ka.size == kb.size &&
      memcmp(ka.data, kb.data, ka.size) == 0)
    require(s == 1);
  csto_buf_free(&ka);
  csto_buf_free(&kb);
  latin(a, na);
  csto_collation_init(&c);
  require(sign(csto_collate(&c, a, na, b, nb)) ==
          -sign(csto_collate(&c, b, nb, a, na)));
  require(csto_collate(&c, a, na, a, na) == 0);
  return 0;
}
