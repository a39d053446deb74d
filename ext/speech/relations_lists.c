/* relations_lists.c - lists that stand on lines of their own.
**
**   الدول الأعضاء:            الأعضاء: روسيا، الصين، الهند
**   روسيا
**   - الصين (منذ 2001)
**
** The heading begins a line and ends in a colon; each item is a country, alone
** on its line or between commas, a note in brackets behind it or not.  The
** list is that of the organization in the heading, else of the one named last
** before it.  Cost: linear in the list; 200 tokens back for its organization.
*/
#include "speech/relations_int.h"

#define BACK 200

static int is_colon(const csto_rel *r, uint32_t i) {
  return i < r->d->ntokens && r->d->tokens[i].kind == CSTO_T_PUNCT &&
         !strcmp(r->d->tokens[i].norm, ":");
}

static int is_sign(const csto_rel *r, uint32_t i) {
  return i < r->d->ntokens && (r->d->tokens[i].kind == CSTO_T_PUNCT ||
                               r->d->tokens[i].kind == CSTO_T_NUMBER);
}

/* Behind a note in brackets that opens at token i. */
static uint32_t over_note(const csto_rel *r, uint32_t i) {
  uint32_t k;
  if (i >= r->d->ntokens || strcmp(r->d->tokens[i].norm, "(")) return i;
  for (k = i + 1; k < i + 12 && k < r->d->ntokens; k++) {
    if (r->d->tokens[k].newline) break;
    if (!strcmp(r->d->tokens[k].norm, ")")) return k + 1;
  }
  return i;
}

/* The organization of a heading that begins at i: its own, *end behind it;
** or the last one before. */
static uint32_t whose(const csto_rel *r, uint32_t i, uint32_t *end) {
  uint32_t k, back;
  if (!csto_rel_start(r, *end) && csto_rel_class(r, *end, "in", NULL)) ++*end;
  k = csto_rel_start(r, *end) ? CSTO_NONE
                              : csto_rel_starting(r, *end, CSTO_NP_ORG);
  if (k != CSTO_NONE) {
    *end = r->np[k].tokend;
    return k;
  }
  for (back = i; back > 0 && i - back < BACK; back--) {
    k = csto_rel_starting(r, back - 1, CSTO_NP_ORG);
    if (k != CSTO_NONE && r->np[k].m != CSTO_NONE) return k;
  }
  return CSTO_NONE;
}

/* The country at token i, if nothing but the list goes on behind it. */
static uint32_t item(const csto_rel *r, uint32_t i, uint32_t *end) {
  uint32_t k = i < r->d->ntokens ? csto_rel_starting(r, i, CSTO_NP_GPE)
                                 : CSTO_NONE;
  if (k == CSTO_NONE || r->np[k].pre & ~CSTO_PRE_WA ||
      r->np[k].m == CSTO_NONE || !csto_rel_has_code(&r->m[r->np[k].m])) {
    return CSTO_NONE;
  }
  *end = over_note(r, r->np[k].tokend);
  if (*end >= r->d->ntokens || r->d->tokens[*end].newline ||
      csto_rel_comma(r, *end) || csto_rel_border(r, *end) ||
      csto_rel_letter(&r->d->tokens[*end], 0, WAW)) return k;
  return CSTO_NONE;
}

int csto_rel_lines(const csto_rel *r, csto_match *x) {
  csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  uint32_t i = x->trigend, k, end = 0, org;
  if (x->trig > 0 && !r->d->tokens[x->trig].newline) return 0;
  org = whose(r, x->trig, &i);
  i = over_note(r, i);
  if (org == CSTO_NONE || !is_colon(r, i)) return 0;
  for (i++; s->nnp < CSTO_LIST_MAX; i = end) {
    uint32_t from = i;
    while (is_sign(r, i) && i < from + 4) i++;
    k = item(r, i, &end);
    if (k == CSTO_NONE) break;
    s->np[s->nnp++] = k;
    x->hi = end;
  }
  o->np[0] = org;
  o->nnp = 1;
  return s->nnp > 1;
}
