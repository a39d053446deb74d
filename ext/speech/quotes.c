/* quotes.c - quotations: direct and reported speech with its speaker.
**
** csto_quotes runs the steps of quotes_int.h and hands out the reports in
** the order of the text.  A report whose words stand in the same text
** before, from the same speaker, is a copy (a lead printed twice) and is
** left out; of two reports of the same words the first found stays.
** Cost: linear in the text; about 40 bytes a token.
*/
#include "speech/quotes_int.h"
#include "base/hash.h"
#include "base/rc.h"
#include <stdlib.h>
#include <string.h>

static int by_start(const void *a, const void *b) {
  const csto_quote *p = a, *q = b;
  if (p->start != q->start) return p->start < q->start ? -1 : 1;
  if (p->end != q->end) return p->end > q->end ? -1 : 1;
  if (p->verb_start != q->verb_start)
    return p->verb_start < q->verb_start ? -1 : 1;
  return 0;
}

static uint64_t power(uint64_t base, uint32_t n) {
  uint64_t p = 1;
  for (; n; n >>= 1, base *= base) if (n & 1) p *= base;
  return p;
}

/* Equal for reports of the same words; one of a single word equals none. */
static uint64_t words_hash(const qx *x, const q_rep *r, size_t k) {
  uint32_t n = q_words(x, r->c0, r->c1);
  uint64_t h = x->sum[r->c1].hash - x->sum[r->c0].hash * power(QH_BASE, n);
  return (n < 2 ? csto_hash_add(h, k) : h) | 1;
}

/* True if h is new in the set of nslot slots. */
static int fresh(uint64_t *set, size_t nslot, uint64_t h) {
  size_t i = (size_t)csto_mix64(h) & (nslot - 1);
  for (; set[i]; i = (i + 1) & (nslot - 1)) if (set[i] == h) return 0;
  set[i] = h;
  return 1;
}

static void fill(const qx *x, const q_rep *r, csto_quote *q) {
  memset(q, 0, sizeof *q);
  q->speaker = r->speaker;
  if (r->s1 > r->s0) {
    q->sp_start = csto_doc_offset(x->d, r->s0, csto_q_lam(x, r));
    q->sp_end = x->tk[r->s1 - 1].end;
  }
  q->verb_start = csto_doc_offset(x->d, r->cue, r->rule[0] == 's'
                                  ? x->t[r->cue].apre : x->t[r->cue].pre);
  q->verb_end = x->tk[r->cueend - 1].end;
  q->start = x->tk[r->c0].start;
  q->end = x->tk[r->c1 - 1].end;
  q->direct = r->direct;
  q->implicit = r->implicit;
  q->sentence = x->tk[r->c0].sentence;
  q->rule = r->rule;
}

static int hand_out(qx *x, csto_quote **out, size_t *nout) {
  size_t k, n = 0, nslot = 16;
  uint64_t *set;
  csto_quote *q;
  while (nslot < x->nr * 2) nslot *= 2;
  set = csto_arena_zalloc(&x->d->arena, nslot * sizeof *set);
  q = csto_arena_alloc(&x->d->arena, (x->nr + 1) * sizeof *q);
  if (!set || !q) return CSTO_NOMEM;
  for (k = 0; k < x->nr; k++) {
    const q_rep *r = &x->r[k];
    if (r->c1 <= r->c0 || r->c1 > x->n || !r->speaker) continue;
    if (!fresh(set, nslot, words_hash(x, r, k))) continue;
    fill(x, r, &q[n]);
    n++;
  }
  if (n > 1) qsort(q, n, sizeof *q, by_start);
  *out = q;
  *nout = n;
  return CSTO_OK;
}

int csto_quotes(csto_doc *d, const csto_mention *m, size_t nm,
                csto_quote **out, size_t *nout) {
  qx x;
  size_t k;
  int rc;
  *out = NULL;
  *nout = 0;
  memset(&x, 0, sizeof x);
  x.d = d;
  x.m = m;
  x.nm = nm;
  x.tk = d->tokens;
  x.n = (uint32_t)d->ntokens;
  rc = csto_q_words(&x);
  if (rc == CSTO_OK) rc = csto_q_cues(&x);
  if (rc == CSTO_OK) rc = csto_q_sources(&x);
  if (rc == CSTO_OK) rc = csto_q_stops(&x);
  if (rc != CSTO_OK) return rc;
  for (k = 0; k < x.nr; k++) {
    csto_q_beside(&x, &x.r[k]);
    csto_q_end(&x, &x.r[k]);
  }
  rc = csto_q_names(&x);
  return rc == CSTO_OK ? hand_out(&x, out, nout) : rc;
}
