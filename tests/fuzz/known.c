/* known.c - fuzzes what is noted of words (text/known.h): a text has the same
** entities, quotations and relations whether its words were met before, in the
** texts that the fuzzer gave before, or not.
*/
#include "base/rc.h"
#include "entity/entity.h"
#include "speech/speech.h"
#include "text/known.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

typedef struct rows {
  csto_doc d;
  csto_mention *m;
  csto_quote *q;
  csto_relation *r;
  size_t nm, nq, nr;
} rows;

static void find(rows *x, const char *s, size_t n, csto_tag_memo *memo) {
  require(csto_doc_open(&x->d, s, n) == CSTO_OK);
  csto_tag_memo_lend(memo, &x->d);
  require(csto_entities(&x->d, "2020-03-02", NULL, 0, &x->m, &x->nm) ==
          CSTO_OK);
  require(csto_quotes(&x->d, x->m, x->nm, &x->q, &x->nq) == CSTO_OK);
  require(csto_relations(&x->d, "2020-03-02", x->m, x->nm, x->q, x->nq, &x->r,
                         &x->nr) == CSTO_OK);
}

static int same(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : !a && !b;
}

static void compare(const rows *a, const rows *b) {
  size_t i;
  require(a->nm == b->nm && a->nq == b->nq && a->nr == b->nr);
  for (i = 0; i < a->nm; i++) {
    const csto_mention *x = &a->m[i], *y = &b->m[i];
    require(x->type == y->type && x->start == y->start && x->end == y->end);
    require(same(x->name, y->name) && same(x->id, y->id));
    require(same(x->value, y->value) && same(x->rule, y->rule));
    require(x->entity == y->entity && x->holder == y->holder);
  }
  for (i = 0; i < a->nq; i++) {
    const csto_quote *x = &a->q[i], *y = &b->q[i];
    require(x->start == y->start && x->end == y->end);
    require(same(x->speaker, y->speaker) && x->direct == y->direct);
    require(same(x->rule, y->rule));
  }
  for (i = 0; i < a->nr; i++) {
    const csto_relation *x = &a->r[i], *y = &b->r[i];
    require(x->start == y->start && x->end == y->end);
    require(same(x->relation, y->relation) && same(x->subject, y->subject));
    require(same(x->object, y->object) && same(x->date, y->date));
    require(same(x->status, y->status) && same(x->detail, y->detail));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static csto_tag_memo *memo;      /* lives as long as the fuzzer */
  rows a, b;
  char *s = malloc(size + 1);
  if (!memo) memo = csto_tag_memo_new();
  require(s != NULL && memo != NULL);
  memcpy(s, data, size);
  s[size] = 0;
  find(&a, s, size, NULL);
  find(&b, s, size, memo);
  compare(&a, &b);
  csto_doc_close(&a.d);
  csto_doc_close(&b.d);
  free(s);
  return 0;
}
