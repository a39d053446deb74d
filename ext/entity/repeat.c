/* repeat.c - bare surnames of persons whose full name the text has.
**
** A person named in full anywhere in the document (سيرغي لافروف) makes every
** other bare mention of the last name (ولافروف) a person.  Last names that
** are everyday words, nationalities or names of the lexicon do not spread.
** Two linear passes and a hash map.
*/
#include "entity/map.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

static int spreads(const csto_ework *w, const csto_span *s) {
  size_t last = s->m.tokend - 1, skip, n;
  const csto_token *t = &w->d->tokens[last];
  csto_gaz g;
  if (s->m.type != CSTO_PERSON || s->m.tokend - s->m.tok < 2) return 0;
  if (s->m.tokend - s->m.tok > 5 || s->m.score < 0.5) return 0;
  if (t->kind != CSTO_T_WORD || t->nnorm < 6) return 0;
  if (w->cls[last] & (CSTO_W_COMMON | CSTO_W_END | CSTO_W_PREP)) return 0;
  if (csto_norp_at(w, last, &skip, &n)) return 0;
  if (csto_gaz_at(w, last, &g) &&
      csto_gaz_type(g.table, g.row) != CSTO_PERSON) return 0;
  return !(w->cls[last] & CSTO_W_GIVEN);
}

static int find_again(csto_ework *w, const csto_emap *names) {
  size_t i, next = 0, before = w->nspans, cover = 0;
  for (i = 0; i < w->d->ntokens; i++) {
    const csto_token *t = &w->d->tokens[i];
    csto_split split[CSTO_SPLITS];
    int k, n;
    while (next < before && w->spans[next].m.tok <= i) {
      const csto_span *s = &w->spans[next++];
      if (s->m.type != CSTO_ROLE && s->m.type != CSTO_EVENT &&
          s->m.type != CSTO_DOC_ && s->m.tokend > cover) cover = s->m.tokend;
    }
    if (i < cover || t->kind != CSTO_T_WORD || t->nnorm < 6) continue;
    n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
    for (k = 0; k < n; k++) {
      size_t at = split[k].skip;
      if (split[k].pre_al || split[k].clitics & CSTO_PC_SEEN) continue;
      if (csto_emap_get(names, t->norm + at, t->nnorm - at, 1, -1) < 0)
        continue;
      if (!csto_ework_span(w, CSTO_PERSON, i, i + 1, at, CSTO_S_RULE,
                           "surname again", 0.8)) return CSTO_NOMEM;
      break;
    }
  }
  return CSTO_OK;
}

int csto_repeat_spans(csto_ework *w) {
  csto_emap names;
  size_t i;
  csto_emap_init(&names, &w->d->arena);
  for (i = 0; i < w->nspans; i++) {
    const csto_span *s = &w->spans[i];
    const csto_token *t = &w->d->tokens[s->m.tokend - 1];
    if (spreads(w, s) && !csto_emap_put(&names, t->norm, t->nnorm, 1, 1))
      return CSTO_NOMEM;
  }
  return names.used ? find_again(w, &names) : CSTO_OK;
}
