/* relations_title.c - what a title, and what the text, tells in the present.
**
** الوزير يزور القاهرة, over a text that says سيزور or names a day to come: it
** is planned.  Where the text tells it as held, or not at all, the title's
** own words decide, in which the present stands for what was done.  In the
** text below it stands for what is about to be.
** Cost: the rows of the title times those of the text.
*/
#include "speech/relations_int.h"

#define TITLE 64           /* tokens of a title, at most */

/* The token behind the first line. */
static uint32_t title_end(const csto_rel *r) {
  uint32_t i, n = (uint32_t)r->d->ntokens;
  for (i = 1; i < n && !r->d->tokens[i].newline; i++) {}
  return i;
}

/* Do the words of the row tell it by a verb of now? */
static int is_now(const csto_rel *r, const csto_relation *p, uint32_t end) {
  uint32_t i;
  int now = 0;
  for (i = 0; i < end; i++) {
    const csto_token *t = &r->d->tokens[i];
    if (t->start < p->start || t->end > p->end) continue;
    if (!csto_rel_verb_form(r, i)) continue;
    if (strcmp(csto_rel_tense(r, i), "pres")) return 0;
    now = 1;
  }
  return now;
}

/* The status that the text below gives the row's fact, or NULL. */
static const char *told_below(const csto_rel *r, const csto_relation *p,
                              uint32_t from) {
  const char *status = NULL;
  size_t i;
  for (i = 0; i < r->nout; i++) {
    const csto_relation *q = &r->out[i];
    if (q->start < from || !q->object || strcmp(q->relation, p->relation) ||
        strcmp(q->object, p->object)) continue;
    if (!strcmp(q->status, "held")) return NULL;
    status = q->status;
  }
  return status;
}

/* Is token i a verb of meeting or going somewhere? */
static int goes_somewhere(const csto_rel *r, uint32_t i) {
  static const char *const cls[] = {"meet", "gather", "discuss", "conduct",
                                    "visit", "arrive", "does", "begin"};
  size_t k;
  for (k = 0; k < sizeof cls / sizeof *cls; k++) {
    if (csto_rel_class(r, i, cls[k], NULL)) return 1;
  }
  return 0;
}

/* ويلتقي فلان كذا, below a title: who meets or goes somewhere by a verb of now
** that begins its clause, with no day and no حاليا or منذ, is about to. */
int csto_rel_is_about_to(const csto_rel *r, const csto_match *x,
                         uint32_t wordrow) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i, t = x->trig;
  if (wordrow == CSTO_NONE || !s->nnp || !goes_somewhere(r, t) ||
      strcmp(csto_table_cell(&csto_table_relation_words, wordrow, 2), "pres") ||
      !(r->np[s->np[0]].kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) return 0;
  if (!csto_rel_start(r, t) && !csto_rel_border(r, t - 1) &&
      !csto_rel_comma(r, t - 1) && !(r->word[t].pre & CSTO_PRE_WA) &&
      !csto_rel_class(r, t - 1, "goeson", NULL)) return 0;
  for (i = x->lo; i < x->hi + 6 && i < r->d->ntokens; i++) {
    if (i > x->hi && csto_rel_start(r, i)) break;
    if (csto_rel_class(r, i, "rightnow", NULL) ||
        csto_rel_class(r, i, "since", NULL) ||
        csto_rel_class(r, i, "covers", NULL) ||
        (i > t && !strcmp(csto_rel_tense(r, i), "past"))) return 0;
  }
  for (i = 1; i < TITLE && i < t && !r->d->tokens[i].newline; i++) {}
  return i <= t && r->d->tokens[i].newline != 0;
}

void csto_rel_title(csto_rel *r) {
  uint32_t end = title_end(r), from;
  size_t i;
  if (end >= r->d->ntokens) return;
  from = r->d->tokens[end].start;
  for (i = 0; i < r->nout; i++) {
    csto_relation *p = &r->out[i];
    const char *status;
    if (p->start >= from || !p->object || strcmp(p->status, "held") ||
        !is_now(r, p, end)) continue;
    status = told_below(r, p, from);
    if (status) p->status = status;
  }
}
