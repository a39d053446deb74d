/* relations_title.c - what a title tells in the present is as the text says.
**
** الوزير يزور القاهرة, over a text that says سيزور or names a day to come: it is
** planned.  Where the text tells it as held, or not at all, the title's own
** words decide, in which the present stands for what was done.
** Cost: the rows of the title times those of the text.
*/
#include "speech/relations_int.h"

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
