/* entities.c - csto_entities: all mentions of a document; see entity.h.
**
** HOW IT WORKS.  Spans come from five sources: the user's own names
** (usernames.c), the lexicon (gazetteer.c), names that their frame shows
** (frames.c, honour.c, occasions.c, titled.c), the sequence model (tagger.c,
** its names put right by extent.c), dates and quantities (time/date.c).
** merge.c makes one set of them; clubs.c finds clubs, compose.c adds longer
** names, repeat.c bare surnames; linking.c gives every entity one name and
** number, nominal.c resolves common nouns and finds who holds an office.
** Cost: linear in the tokens.
*/
#include "entity/entity.h"
#include "base/rc.h"
#include "entity/work.h"
#include "time/date.h"
#include <stdlib.h>
#include <string.h>

static int add_tags(csto_ework *w) {
  csto_mention *m;
  size_t i, n;
  int rc = csto_tag(w->d, &m, &n);
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    csto_span *s = csto_ework_span(w, m[i].type, m[i].tok, m[i].tokend, 0,
                                   CSTO_S_TAG, m[i].rule, m[i].score);
    if (!s) return CSTO_NOMEM;
    s->m.start = m[i].start;
    s->m.end = m[i].end;
  }
  csto_arena_drop(&w->d->arena, m);
  return rc;
}

static int add_value(csto_ework *w, csto_etype type, uint32_t start,
                     uint32_t end, uint32_t tok, uint32_t tokend,
                     const char *value, const char *rule) {
  csto_span *s = csto_ework_span(w, type, tok, tokend, 0, CSTO_S_VALUE, rule,
                                 0.95);
  if (!s) return CSTO_NOMEM;
  s->m.start = start;
  s->m.end = end;
  s->m.value = value;
  return CSTO_OK;
}

static int add_values(csto_ework *w, const char *published) {
  csto_date_mention *dm;
  csto_quantity *q;
  size_t i, n, nq;
  int rc = csto_values(w->d, published, &dm, &n, &q, &nq);
  for (i = 0; i < n && rc == CSTO_OK; i++)
    rc = add_value(w, CSTO_DATE, dm[i].start, dm[i].end, dm[i].tok,
                   dm[i].tokend, dm[i].value, dm[i].rule);
  for (i = 0; i < nq && rc == CSTO_OK; i++)
    rc = add_value(w, CSTO_QUANTITY, q[i].start, q[i].end, q[i].tok,
                   q[i].tokend, q[i].value, q[i].rule);
  return rc;
}

static int give(csto_ework *w, csto_mention **out, size_t *nout) {
  size_t i;
  csto_mention *m = csto_arena_alloc(&w->d->arena,
                                     (w->nspans + 1) * sizeof *m);
  if (!m) return CSTO_NOMEM;
  for (i = 0; i < w->nspans; i++) m[i] = w->spans[i].m;
  *out = m;
  *nout = w->nspans;
  return CSTO_OK;
}

/* What only the parts needed. */
static void done(csto_ework *w) {
  csto_arena *a = &w->d->arena;
  csto_arena_drop(a, w->cls);
  csto_arena_drop(a, w->hit);
  csto_arena_drop(a, w->head);
  csto_arena_drop(a, w->spans);
}

int csto_entities(csto_doc *d, const char *published,
                  const csto_user_name *user, size_t nuser,
                  csto_mention **out, size_t *nout) {
  csto_ework w;
  int rc;
  memset(&w, 0, sizeof w);
  w.d = d;
  *out = NULL;
  *nout = 0;
  csto_tag_memo_read(d);
  rc = csto_ework_words(&w);
  if (rc == CSTO_OK) rc = csto_ework_heads(&w);
  if (rc == CSTO_OK) rc = csto_user_spans(&w, user, nuser);
  if (rc == CSTO_OK) rc = csto_gaz_spans(&w);
  if (rc == CSTO_OK) rc = csto_frame_spans(&w);
  if (rc == CSTO_OK) rc = csto_honour_spans(&w);
  if (rc == CSTO_OK) rc = csto_occasion_spans(&w);
  if (rc == CSTO_OK) rc = csto_titled_spans(&w);
  if (rc == CSTO_OK) rc = add_tags(&w);
  if (rc == CSTO_OK) rc = csto_extent_spans(&w);
  if (rc == CSTO_OK) rc = add_values(&w, published);
  if (rc == CSTO_OK) rc = csto_merge_spans(&w);
  if (rc == CSTO_OK) rc = csto_club_spans(&w);
  if (rc == CSTO_OK) csto_sort_spans(&w);
  if (rc == CSTO_OK) rc = csto_compose_spans(&w);
  if (rc == CSTO_OK) rc = csto_repeat_spans(&w);
  if (rc == CSTO_OK) rc = csto_merge_spans(&w);
  if (rc == CSTO_OK) rc = csto_link_spans(&w);
  if (rc == CSTO_OK) rc = csto_nominal_spans(&w);
  if (rc == CSTO_OK) csto_sort_spans(&w);
  if (rc == CSTO_OK) rc = give(&w, out, nout);
  done(&w);
  return rc;
}
