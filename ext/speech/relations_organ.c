/* relations_organ.c - what is part of another: is it a body at all?
**
** The committee of a council is; a vehicle or a paper that somebody owns, a
** room, an office that was read into the body's name are not.
** Cost: a constant a match.
*/
#include <string.h>
#include "speech/relations_int.h"

/* آلية: folded it looks as if it had the article. */
static int is_madda(const csto_rel *r, uint32_t start) {
  return !memcmp(r->d->text + start, ALEF_MADDA, 2);
}

/* طائرة "إيرباص" تابعة لشركة كذا: the name of what somebody owns. */
static int is_vehicle(const csto_rel *r, const csto_np *p) {
  uint32_t i = p->tok;
  if (csto_rel_class(r, i, "vehicle", NULL)) return 1;
  if (i > 0 && !csto_rel_start(r, i) && csto_rel_mark(r, i - 1)) i--;
  if (i > 1 && !csto_rel_start(r, i) && !csto_rel_start(r, i - 1) &&
      csto_rel_al(&r->d->tokens[i - 1], 0) &&
      csto_rel_class(r, i - 2, "vehicle", NULL)) return 1;
  return i > 0 && !csto_rel_start(r, i) &&
         csto_rel_class(r, i - 1, "vehicle", NULL);
}

/* رئيس مجلس الإدارة والرئيس التنفيذي لكذا: an office was read into the body;
** also مجلس الإدارة الرئيس التنفيذي, but الهيئة المديرة; or another body
** (مجلس النواب ومجلس كذا). */
static int has_office(const csto_rel *r, const csto_np *p) {
  uint32_t i;
  for (i = p->tok + 1; i < p->tokend; i++) {
    int joined = r->word[i].pre & CSTO_PRE_WA;
    const csto_token *t = &r->d->tokens[i];
    if (!joined && (!csto_rel_al(t, 0) || !csto_rel_al(&t[-1], 0) ||
                    !memcmp(t->norm + t->nnorm - 2, HEH, 2))) continue;
    if (csto_rel_class(r, i, "office", NULL) ||
        csto_rel_class(r, i, "envoy", NULL) ||
        (joined && (csto_rel_class(r, i, "member", NULL) ||
                    csto_rel_class(r, i, "body", NULL) ||
                    csto_rel_class(r, i, "people", NULL) ||
                    csto_rel_class(r, i, "construct", NULL)))) return 1;
  }
  return 0;
}

/* علاقة اللجنة بأمانة كذا, لجنة إعداد مشروع القانون لمجلس كذا: what ب or ل adds
** is of another noun than the body. */
static int is_of_other_noun(const csto_rel *r, const csto_match *x,
                            const csto_np *p) {
  uint32_t i;
  if (csto_rel_class(r, x->trig, "under", NULL)) return 0;
  if (p->tok > 0 && !csto_rel_start(r, p->tok) && !p->pre &&
      csto_rel_class(r, p->tok - 1, "relating", NULL)) return 1;
  for (i = p->tok + 2; i < p->tokend; i++) {
    if (csto_rel_class(r, i, "paper", NULL) && i + 3 > p->tokend) return 1;
  }
  return 0;
}

/* حلت لجنة مختصة بالمستشفى: where some committee is, not whose it is. */
static int is_somewhere(const csto_rel *r, uint32_t row, const csto_match *x,
                        const csto_np *p) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  uint32_t i;
  if (!csto_rel_option(row, "noforce") || !o->nnp || p->article ||
      p->m != CSTO_NONE || !(r->np[o->np[0]].pre & CSTO_PRE_BA)) return 0;
  for (i = p->tok; i < p->tokend; i++) {
    if (csto_rel_article(r, i)) return 0;
    if (i > p->tok && r->at[i] != CSTO_NONE) return 0;   /* مكتب تونس */
  }
  return 1;
}

/* اللجنة المكلفة بتنظيم كذا, الهيئة المعنية بشؤون كذا: what it is there for. */
static int is_task(const csto_rel *r, const csto_match *x) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  return q && q->pre & CSTO_PRE_BA && q->tok > 0 &&
         !csto_rel_start(r, q->tok) &&
         csto_rel_class(r, q->tok - 1, "incharge", NULL);
}

/* What is part of another: a body that is told apart, of the gender of
** التابعة, and still so. */
int csto_rel_is_organ(const csto_rel *r, uint32_t row, const csto_match *x,
                      const csto_np *p) {
  const csto_token *t = &r->d->tokens[x->trig];
  uint32_t i;
  if (csto_rel_option(row, "noforce") &&
      csto_rel_class(r, p->tok, "force", NULL)) return 0;
  if (csto_rel_option(row, "organ") && p->m == CSTO_NONE &&
      p->tokend == p->tok + 1 && !p->article &&
      (!csto_rel_article(r, p->tok) || is_madda(r, p->start))) return 0;
  if (p->tokend > p->tok + 1 &&
      (csto_rel_class(r, p->tokend - 1, "honor", NULL) ||
       csto_rel_class(r, p->tokend - 1, "verbish", NULL) ||
       csto_rel_class(r, p->tokend - 1, "noorgan", NULL))) return 0;
  if (p->tok > 0 && !csto_rel_start(r, p->tok) &&
      csto_rel_class(r, p->tok - 1, "foremost", NULL)) return 0;
  if (is_vehicle(r, p) || has_office(r, p) || is_of_other_noun(r, x, p) ||
      is_somewhere(r, row, x, p) || is_task(r, x)) return 0;
  for (i = x->lo; i < x->hi; i++) {
    if (csto_rel_class(r, i, "former", NULL)) return 0;
  }
  return !csto_rel_class(r, x->trig, "under", NULL) ||
         memcmp(r->d->text + t->end - 2, MARBUTA, 2) ||
         csto_rel_gender(r, p) != 1;
}
