/* relations_post.c - whether an office, or a capital, is still one.
**
** An office is held unless its words, or those behind its holder's name, say
** otherwise: السابق, المنتخب, رحمه الله.
** Cost: a few tokens a match.
*/
#include "speech/relations_int.h"

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

/* الملك فلان - رحمه الله -: is he spoken of as dead behind his name? */
static int is_late(const csto_rel *r, uint32_t i) {
  uint32_t end = i + 2;
  for (; i < end && !csto_rel_start(r, i); i++) {
    if (is_word(r, i, "late")) return 1;
    if (r->d->tokens[i].kind != CSTO_T_PUNCT) break;
  }
  return 0;
}

/* بعد الإطاحة بالرئيس فلان, عقب وفاة فلان: he whose phrase begins at token i
** holds no office any more. */
static int is_ousted(const csto_rel *r, uint32_t i) {
  if (i == 0 || csto_rel_start(r, i)) return 0;
  if (is_word(r, i - 1, "oust")) {
    return !csto_rel_before(r, i - 1, 2, "neg", NULL);
  }
  return is_word(r, i - 1, "ousting") &&
         (csto_rel_before(r, i - 1, 3, "after", NULL) ||
          csto_rel_before(r, i - 1, 2, "sincethen", NULL));
}

/* فلان، الوزير الأول آنذاك: behind the office, not behind the name. */
static int was_then(const csto_rel *r, const csto_match *x) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  return o->nnp == 1 && r->np[o->np[0]].tokend == x->hi &&
         !csto_rel_start(r, x->hi) && is_word(r, x->hi, "then");
}

/* An office is held unless its words say former or to be. */
const char *csto_rel_post_status(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i = x->lo;
  if (csto_rel_before(r, i, 5, "candidate", NULL)) return "planned";
  if (is_ousted(r, i)) return "former";
  if (s->nnp && r->np[s->np[0]].tokend <= x->trig) i = x->trig;
  if (is_late(r, x->hi) || was_then(r, x)) return "former";
  for (; i <= x->hi; i++) {
    if (i == x->hi && csto_rel_start(r, i)) break;
    if (is_word(r, i, "former")) return "former";
    if (i > x->lo && is_word(r, i, "elect") &&
        (csto_rel_article(r, i - 1) || r->word[i].ntok > 1) &&
        (csto_rel_start(r, i + r->word[i].ntok) ||
         csto_rel_comma(r, i + r->word[i].ntok) ||
         csto_rel_starting(r, i + r->word[i].ntok, CSTO_NP_PERSON) !=
             CSTO_NONE)) {
      return "planned";
    }
  }
  return "current";
}

/* بقيت كذا عاصمة كذا, with no comma, which would tell what it is by the way. */
int csto_rel_was_capital(const csto_rel *r, const csto_match *x) {
  return is_word(r, x->trig, "capitalof") && x->trig > x->lo &&
         !csto_rel_comma(r, x->trig - 1) &&
         csto_rel_before(r, x->lo, 2, "stayed", NULL);
}
