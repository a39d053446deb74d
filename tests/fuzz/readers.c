/* readers.c - fuzzes what stands before the text: encodings, JSON, markup.
** The first byte picks the declared charset.
*/
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "article/page.h"
#include "base/json.h"
#include "base/jsonread.h"
#include "base/rc.h"
#include "text/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

/* Decoded text is read to its last byte. */
static void decode(const char *s, size_t n, const char *declared) {
  csto_decoded d;
  size_t i;
  volatile unsigned sum = 0;
  require(csto_decode(&d, s, n, declared, declared ? strlen(declared) : 0) ==
          CSTO_OK);
  for (i = 0; d.name && i < d.bytes; i++) sum += (unsigned char)d.text[i];
  csto_decoded_free(&d);
}

/* The articles of a JSON text follow one another. */
static void found(const char *s, size_t n) {
  csto_json_list l;
  size_t i, from = 0, to = n, end = 0;
  int typed;
  if (csto_json_find(&l, s, n) == CSTO_OK) {
    for (i = 0; i < l.n; i++) {
      require(l.spans[i].from >= end && l.spans[i].to > l.spans[i].from);
      end = l.spans[i].to;
    }
    require(end <= n);
    csto_json_list_free(&l);
  }
  require(csto_json_ld_find(s, n, &from, &to, &typed) >= 0);
  require(from <= to && to <= n);
}

/* The lexer always moves on; what is written can be read again. */
static void json(const char *s, size_t n) {
  csto_jsonread r, back;
  csto_buf b;
  size_t last = 0;
  int kind;
  csto_jsonread_init(&r, s, n);
  while ((kind = csto_jsonread_next(&r)) != CSTO_J_END &&
         kind != CSTO_J_ERROR) {
    require(r.at > last && r.at <= n);
    last = r.at;
  }
  require(r.text.rc == CSTO_OK);
  csto_jsonread_free(&r);
  csto_buf_init(&b);
  csto_json_str(&b, s, n);
  require(b.rc == CSTO_OK && b.size >= 2);
  csto_jsonread_init(&back, b.data, b.size);
  require(csto_jsonread_next(&back) == CSTO_J_STRING);
  require(csto_jsonread_next(&back) == CSTO_J_END);
  csto_jsonread_free(&back);
  csto_buf_free(&b);
  require(csto_json_span(s, n) <= n);
  found(s, n);
}

static void markup(const char *s, size_t n) {
  csto_buf b;
  size_t at = 0, from, to, last = 0;
  csto_str own = csto_xml_holder(s, n);
  char *out = malloc(n + 1);
  require(out && csto_dump_unlist(out, s, n) <= n);
  free(out);
  csto_buf_init(&b);
  (void)csto_html_text(&b, s, n);
  require(b.rc == CSTO_OK);
  csto_buf_free(&b);
  while (csto_xml_item(s, n, own, &at, &from, &to)) {
    require(from <= to && to <= n && at > last && at <= n);
    last = at;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const charsets[] = {
    NULL, "utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-16be",
    "x-unknown", ""};
  if (size == 0) return 0;
  decode((const char *)data + 1, size - 1, charsets[data[0] % 8]);
  json((const char *)data + 1, size - 1);
  markup((const char *)data + 1, size - 1);
  return 0;
}
