/* quotes.c - quotations: direct and reported speech with its speaker.
**
** csto_quotes runs the steps of quotes_int.h and hands out the reports in
** the order of the text.  A report whose words stand in the same text
** before, with the same cue and speaker, is a copy (a lead printed twice)
** and is left out.
** Cost: linear in the text; about 40 bytes a token.
*/
#include "speech/quotes_int.h"
#include "base/hash.h"
#include "base/rc.h"
#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b) {
  const q_rep *p = a, *q = b;
  if (p->c0 != q->c0) return p->c0 < q->c0 ? -1 : 1;
  if (p->c1 != q->c1) return p->c1 > q->c1 ? -1 : 1;
  if (p->cue != q->cue) return p->cue < q->cue ? -1 : 1;
  return 0;
}

static uint64_t power(uint64_t base, uint32_t n) {
  uint64_t p = 1;
  for (; n; n >>= 1, base *= base) if (n & 1) p *= base;
  return p;
}

static uint64_t span_hash(const qx *x, uint32_t a, uint32_t b) {
  return x->sum[b].hash - x->sum[a].hash * power(QH_BASE, q_words(x, a, b));
}

/* Equal for reports of the same words with the same cue and speaker beside
** it; one of a single word equals none. */
static uint64_t words_hash(const qx *x, const q_rep *r, size_t k) {
  uint64_t h = span_hash(x, r->c0, r->c1);
  h = csto_hash_add(h, span_hash(x, r->cue, r->cue + 1));
  h = csto_hash_add(h, span_hash(x, r->s0, r->s1));
  return (q_words(x, r->c0, r->c1) < 2 ? csto_hash_add(h, k) : h) | 1;
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
  if (r->rule[0] == 'i') q->verb_end = q->verb_start;       /* an answer */
  q->start = x->tk[r->c0].start;
  q->end = x->tk[r->c1 - 1].end;
  q->direct = r->direct;
  q->implicit = r->implicit;
  q->sentence = x->tk[r->c0].sentence;
  q->rule = r->rule;
}

/* Two cues of one report (ختم بالقول): the same words but for two at the
** start, the second cue at their head. */
static int same_report(const q_rep *a, const q_rep *b) {
  return a->c1 == b->c1 && b->c0 - a->c0 <= 2 &&
         (a->kind == QK_QUOTE ? b->cue < a->c0 : b->cue <= a->c0);
}

static int hand_out(qx *x, csto_quote **out, size_t *nout) {
  size_t k, n = 0, nslot = 16;
  uint64_t *set;
  csto_quote *q;
  const q_rep *last = NULL;
  while (nslot < x->nr * 2) nslot *= 2;
  set = csto_arena_zalloc(&x->d->arena, nslot * sizeof *set);
  q = csto_arena_alloc(&x->d->arena, (x->nr + 1) * sizeof *q);
  if (!set || !q) return CSTO_NOMEM;
  if (x->nr > 1) qsort(x->r, x->nr, sizeof *x->r, by_place);
  for (k = 0; k < x->nr; k++) {
    const q_rep *r = &x->r[k];
    if (r->c1 <= r->c0 || r->c1 > x->n || !r->speaker) continue;
    if (!fresh(set, nslot, words_hash(x, r, k))) continue;
    if (last && same_report(last, r)) {
      if (!last->implicit || r->implicit) continue;
      n--;
    }
    fill(x, r, &q[n++]);
    last = r;
  }
  *out = q;
  *nout = n;
  return CSTO_OK;
}

/* What only the steps needed. */
static void done(qx *x) {
  csto_arena *a = &x->d->arena;
  csto_arena_drop(a, x->t);
  csto_arena_drop(a, x->r);
  csto_arena_drop(a, x->stop);
  csto_arena_drop(a, x->sum);
  csto_arena_drop(a, x->who);
  csto_arena_drop(a, x->slots);
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
  if (rc == CSTO_OK) rc = csto_q_turns(&x);
  if (rc == CSTO_OK) rc = csto_q_stops(&x);
  if (rc != CSTO_OK) return rc;
  for (k = 0; k < x.nr; k++) {
    csto_q_beside(&x, &x.r[k]);
    csto_q_end(&x, &x.r[k]);
  }
  rc = csto_q_names(&x);
  if (rc == CSTO_OK) rc = hand_out(&x, out, nout);
  done(&x);
  return rc;
}
