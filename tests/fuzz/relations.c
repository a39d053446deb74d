/* relations.c - fuzzes the pattern language and csto_relations: without
** mentions, with those of csto_entities, and with made-up ones.
*/
#include "base/rc.h"
#include "speech/pattern.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int c) { if (!c) abort(); }

static void run(csto_doc *d, const csto_mention *m, size_t nm) {
  csto_relation *r;
  size_t i, n;
  require(csto_relations(d, "2020-03-02", m, nm, NULL, 0, &r, &n) ==
          CSTO_OK);
  for (i = 0; i < n; i++) {
    require(r[i].start < r[i].end && r[i].end <= d->bytes);
    require(r[i].relation && r[i].subject && r[i].status && r[i].rule);
    require(r[i].sentence < d->nsentences);
    require(i == 0 || r[i - 1].start <= r[i].start);
  }
}

/* A mention of every few tokens, of a type that the text decides. */
static size_t made_up(const csto_doc *d, csto_mention *m, size_t cap) {
  size_t i, n = 0;
  for (i = 0; i < d->ntokens && n < cap; i += 1 + d->tokens[i].nnorm % 4) {
    const csto_token *t = &d->tokens[i];
    size_t last = i + t->start % 3;
    if (last >= d->ntokens) last = i;
    memset(&m[n], 0, sizeof m[n]);
    m[n].type = (csto_etype)(t->start / 3 % CSTO_NETYPE);
    m[n].start = t->start;
    m[n].end = d->tokens[last].end;
    m[n].tok = (uint32_t)i;
    m[n].tokend = (uint32_t)last + 1;
    m[n].name = t->norm;
    m[n].id = t->start % 2 ? "TN" : NULL;
    m[n].value = "2020-03-01";
    m[n].rule = "fuzz";
    n++;
  }
  return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static csto_mention some[256];
  csto_doc d;
  csto_mention *m;
  csto_pattern p;
  size_t nm;
  char *s = malloc(size + 1);
  require(s != NULL);
  memcpy(s, data, size);
  s[size] = 0;
  (void)csto_pattern_parse(s, &p, NULL);
  require(csto_doc_open(&d, s, size) == CSTO_OK);
  run(&d, NULL, 0);
  run(&d, some, made_up(&d, some, 256));
  require(csto_entities(&d, NULL, NULL, 0, &m, &nm) == CSTO_OK);
  run(&d, m, nm);
  csto_doc_close(&d);
  free(s);
  return 0;
}
