/* search.c - fuzzes words, stems, variants and the query builder. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/rc.h"
#include "morph/alef.h"
#include "morph/clitics.h"
#include "morph/index.h"
#include "morph/query.h"
#include "morph/variants.h"
#include "text/fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

static int token(void *ctx, const char *s, size_t n) {
  require(s != NULL && n > 0);
  ++*(int *)ctx;
  return 0;
}

/* Quotation marks pair, brackets outside of them balance. */
static void well_formed(const csto_buf *b) {
  size_t i;
  int in = 0, depth = 0;
  for (i = 0; i < b->size; i++) {
    char c = b->data[i];
    require(c != 0);
    if (c == '"') in = !in;
    else if (!in && c == '(') depth++;
    else if (!in && c == ')') require(--depth >= 0);
  }
  require(!in && depth == 0 && b->size >= 2);
}

static void word(const char *s, size_t n, int cls) {
  csto_buf b;
  csto_stem stem;
  csto_split splits[CSTO_SPLITS];
  char out[CSTO_FORM_MAX], other[CSTO_FOLD_ROOM(CSTO_ALEF_MAX)];
  int count = 0, i, k;
  csto_buf_init(&b);
  csto_fold(&b, s, n);
  require(b.rc == CSTO_OK);
  if (b.size) {
    csto_stem_word(b.data, b.size, &stem);
    require(stem.rule && stem.n <= sizeof stem.text);
    require((size_t)stem.prefix + stem.suffix <= b.size);
    require(csto_index_stem(b.data, b.size, cls, out) <= sizeof out);
    (void)csto_query_forms(b.data, b.size, cls, token, &count);
    require(count > 0);
    (void)csto_variants(b.data, b.size, cls, token, &count);
    k = csto_proclitics(b.data, b.size, splits, CSTO_SPLITS);
    require(k >= 1 && splits[0].skip == 0);
    for (i = 0; i < k; i++) require(splits[i].skip < b.size);
  }
  (void)csto_alef_reading(s, n, other);
  csto_buf_free(&b);
}

/* Words cut a few at a time are the words cut one by one. */
static void cut(const csto_wordclass *classes, const char *s, size_t n) {
  csto_cut list[5];
  csto_word w;
  size_t at = 0, one = 0, i, k;
  while ((k = csto_words_next(classes, s, n, &at, list, 5)) > 0) {
    for (i = 0; i < k; i++) {
      char folded[CSTO_FOLD_ROOM(20)];
      require(csto_word_next(classes, s, n, &one, &w));
      require(list[i].start == w.start && list[i].end == w.end);
      require(list[i].cls == w.cls);
      if (!list[i].packed) continue;
      require(w.end - w.start <= 20);
      require(csto_fold_word(s + w.start, w.end - w.start, folded) ==
              list[i].nfolded);
      require(memcmp(folded, list[i].folded, list[i].nfolded) == 0);
      require(csto_plain_pack(folded, list[i].nfolded) == list[i].packed);
    }
  }
  require(!csto_word_next(classes, s, n, &one, &w));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *s = (const char *)data;
  csto_wordclass classes;
  csto_word w;
  size_t at = 0, last = 0;
  int mode;
  csto_wordclass_init(&classes);
  while (csto_word_next(&classes, s, size, &at, &w)) {
    require(w.start >= last && w.end > w.start && at >= w.end);
    last = at;
    word(s + w.start, w.end - w.start, w.cls);
  }
  cut(&classes, s, size);
  for (mode = CSTO_Q_DEFAULT; mode <= CSTO_Q_ANY; mode++) {
    csto_buf b;
    csto_buf_init(&b);
    require(csto_query_build(s, size, (csto_query_mode)mode, &b) == CSTO_OK);
    well_formed(&b);
    csto_buf_free(&b);
  }
  return 0;
}
