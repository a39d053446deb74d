/* occasions.c - festivals, tournaments, fairs that what follows names.
**
** مهرجان الورد والفاكهة, معرض الكتاب الدولي, بطولة الرابطة الأولى لكرة القدم: a
** head word without article (flag occasion of data/heads.tsv; part: only when
** more than an everyday word follows), a definite noun, maybe a second one
** behind و, and a tail: adjectives, ordinals, what it is of (للكتاب, لكرة
** القدم), its town, its year.  The tail goes on with events of a place, too
** (compose.c).  The model's reading wins.  Cost: a look-up a word; names end
** after TAIL_MAX words.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

#define TAIL_MAX 6

/* A token of the same line. */
static const csto_token *beside(const csto_ework *w, size_t i) {
  const csto_token *t = i < w->d->ntokens ? &w->d->tokens[i] : NULL;
  return t && !t->newline ? t : NULL;
}

static inline int is(const csto_ework *w, size_t i, const char *list) {
  return beside(w, i) && csto_token_is(w, i, list);
}

/* A word with the article that may stand in a name. */
static int definite(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  return t && t->kind == CSTO_T_WORD &&
         (w->cls[i] & (CSTO_W_AL | CSTO_W_END | CSTO_W_QUAL)) == CSTO_W_AL;
}

static int adjective(const csto_ework *w, size_t i) {
  size_t skip, n;
  return definite(w, i) && !w->conj[i] && !is(w, i, "notail") &&
         (w->cls[i] & CSTO_W_ADJ || is(w, i, "honadj") ||
          is(w, i, "ordinal") || csto_norp_at(w, i, &skip, &n));
}

/* للكتاب, لكرة القدم: how many tokens. */
static size_t of_what(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  if (!t || t->kind != CSTO_T_WORD || memcmp(t->norm, LAM, 2)) return 0;
  if (is(w, i, "ofball")) return definite(w, i + 1) ? 2 : 0;
  return t->nnorm >= 10 && !memcmp(t->norm + 2, LAM, 2) &&
         !(w->cls[i] & CSTO_W_END);
}

static int is_year(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  return t && t->kind == CSTO_T_NUMBER && t->nnorm == 4 &&
         (t->norm[0] == '1' || t->norm[0] == '2');
}

size_t csto_occasion_tail(const csto_ework *w, size_t i) {
  size_t from = i, n;
  csto_gaz g;
  if (definite(w, i) && !w->conj[i] && !is(w, i, "notail")) i++;
  while (i < from + TAIL_MAX) {
    if (adjective(w, i)) i++;
    else if ((n = of_what(w, i)) > 0) i += n;
    else break;
  }
  if (beside(w, i) && !memcmp(beside(w, i)->norm, BEH, 2) &&
      csto_gaz_at(w, i, &g) && g.skip == 2 &&
      csto_gaz_type(g.table, g.row) == CSTO_GPE) i += g.ntok;
  return is_year(w, i) ? i + 1 : i;
}

/* معرض الفنان: the next is who shows. */
static int somebody(const csto_ework *w, size_t i) {
  csto_head h;
  return csto_head_at(w, i, &h) &&
         (h.kind == CSTO_H_TITLE || h.kind == CSTO_H_ROLE);
}

static int try_head(csto_ework *w, size_t i) {
  csto_head h;
  csto_span *s;
  size_t noun = i + 1, end;
  if (!csto_head_at(w, i, &h) || h.definite || h.ntok != 1 ||
      !csto_head_flag(h.row, "occasion") || !definite(w, noun) ||
      w->conj[noun] || somebody(w, noun)) return CSTO_OK;
  end = noun + 1;
  if (definite(w, end) && w->conj[end]) end++;      /* الورد والفاكهة */
  end = csto_occasion_tail(w, end);
  if (end == noun + 1 && is(w, noun, "notail")) return CSTO_OK;
  if (end < noun + 3 && csto_head_flag(h.row, "part") &&
      w->cls[noun] & CSTO_W_COMMON) return CSTO_OK;
  s = csto_ework_span(w, CSTO_EVENT, i, end, h.skip, CSTO_S_RULE, "occasion",
                      0.7);
  if (!s) return CSTO_NOMEM;
  s->head = h.row + 1;
  return CSTO_OK;
}

int csto_occasion_spans(csto_ework *w) {
  size_t i;
  int rc = CSTO_OK;
  for (i = 0; i + 1 < w->d->ntokens && rc == CSTO_OK; i++)
    if (w->d->tokens[i].kind == CSTO_T_WORD) rc = try_head(w, i);
  return rc;
}
