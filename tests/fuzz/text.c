/* text.c - fuzzes folding, tokens, sentences and positions. */
#include "base/rc.h"
#include "text/copies.h"
#include "text/doc.h"
#include "text/fold.h"
#include "text/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *s = (const char *)data;
  csto_buf once, twice;
  csto_doc d;
  csto_charpos at;
  size_t i, last = 0;
  csto_buf_init(&once);
  csto_buf_init(&twice);
  csto_fold(&once, s, size);
  csto_fold(&twice, once.data ? once.data : "", once.size);
  require(once.rc == 0 && once.size == twice.size);
  require(once.size == 0 || memcmp(once.data, twice.data, once.size) == 0);
  csto_buf_free(&once);
  csto_buf_free(&twice);
  require(csto_doc_open(&d, s, size) == CSTO_OK);
  csto_charpos_init(&at, s, size);
  for (i = 0; i < d.ntokens; i++) {
    const csto_token *t = &d.tokens[i];
    require(t->start >= last && t->end > t->start && t->end <= size);
    require(strlen(t->norm) == t->nnorm || memchr(t->norm, 0, t->nnorm));
    require(csto_charpos_at(&at, t->start) ==
            csto_utf8_chars(s, t->start));
    last = t->end;
  }
  for (i = 0; i < d.nsentences; i++)
    require(d.sentences[i].tok < d.sentences[i].tokend);
  (void)csto_simhash(&d);
  csto_doc_close(&d);
  return 0;
}
