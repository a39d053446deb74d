/* relations_fit.c - does a match say what its pattern means?
**
** A pattern finds phrases in an order; the words themselves tell whether they
** go together: whose office it is, whether a subject stands free or in a
** genitive, a name or a bare word (number and gender: relations_agree.c).
** Which of these a pattern asks for stands in its options, in
** data/relation_patterns.tsv.  Nothing is written here, no row is made.
** Cost: a constant a match.
*/
#include <string.h>
#include "speech/relations_int.h"

/* Is the object a medium (لوكالة رويترز), a reader and no owner? */
static int is_medium(const csto_rel *r, const csto_slot *s) {
  return s->nnp && csto_rel_class(r, r->np[s->np[0]].tok, "media", NULL);
}

/* مديره الفني, أمينه العام: whose? */
static int is_his(const csto_rel *r, const csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  const char *end = r->d->text + t->end;
  if (!csto_rel_pronoun(r->d->text, t)) return 0;
  if (csto_rel_class(r, p->tok, "hisoffice", NULL)) return 1;
  if (p->tokend < p->tok + 2 || t->nnorm < 8) return 0;
  return csto_rel_al(&t[1], 0) && !csto_rel_article(r, p->tok) &&
         (!memcmp(end - 2, HEH, 2) ||
          !memcmp(end - 4, HEH ALEF, 4));
}

/* A word that is no office by itself: مديره, زعيمها; الأمير, العميد. */
static int is_bare_office(const csto_rel *r, const csto_slot *s) {
  const csto_np *p;
  uint32_t i;
  if (!s->nnp) return 0;
  p = &r->np[s->np[0]];
  i = csto_rel_first(r, p);
  if (csto_rel_class(r, p->tok, "counterpart", NULL)) return 1;
  if (csto_rel_class(r, p->tok, "offices", NULL)) return 1;
  if (is_his(r, p)) return 1;
  if (p->tokend == i + 2 && csto_rel_class(r, i + 1, "famous", NULL)) return 1;
  if (p->tokend != i + 1) return 0;
  return (!p->article && !csto_rel_article(r, i)) ||
         csto_rel_class(r, i, "honor", NULL);
}

/* قمتهما, اجتماعهم: a word that a pronoun makes definite. */
static int is_owned(const csto_rel *r, const csto_token *t) {
  const char *end = t->norm + t->nnorm;
  return t->nnorm > 8 && csto_rel_pronoun(r->d->text, t) &&
         (!memcmp(end - 4, HEH ALEF, 4) ||
          !memcmp(end - 4, HEH MEEM, 4) ||
          !memcmp(end - 6, HEH MEEM ALEF, 6));
}

/* في اجتماعه, خلال قمتهما: an event told by whose it is, where no word of the
** pattern says who that is. */
static int is_somebodys(const csto_rel *r, uint32_t row, const csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  return p->kinds & CSTO_NP_EVENT && !(p->kinds & CSTO_NP_ADDRESS) &&
         p->m == CSTO_NONE && !csto_rel_option(row, "holder") &&
         (is_owned(r, t) ||
          (t->nnorm > 8 && csto_rel_pronoun(r->d->text, t) &&
           !memcmp(t->norm + t->nnorm - 2, HEH, 2)));
}

/* اجتماع, لقاء: an event of one word that is no name. */
static int is_bare_event(const csto_rel *r, const csto_slot *s,
                         int definite) {
  const csto_np *p;
  if (s->nnp != 1) return 0;
  p = &r->np[s->np[0]];
  return p->kinds & CSTO_NP_EVENT && p->m == CSTO_NONE &&
         p->tokend == p->tok + 1 &&
         (csto_rel_start(r, p->tokend) || !csto_rel_mark(r, p->tokend)) &&
         (definite || (!p->article && !csto_rel_article(r, p->tok) &&
                       !is_owned(r, &r->d->tokens[p->tok])));
}

/* القمة: the one head that says enough by itself. */
static int is_summit(const csto_rel *r, const csto_slot *s) {
  return s->nnp && csto_rel_class(r, r->np[s->np[0]].tok, "thesummit", NULL);
}

/* في قطاع غزة: where something is, not who. */
static int is_where(const csto_rel *r, const csto_slot *s) {
  const csto_np *p;
  if (!s->nnp || s->np[0] == CSTO_NONE) return 0;
  p = &r->np[s->np[0]];
  return p->kinds & CSTO_NP_GPE && !p->pre && p->tok > 0 &&
         !csto_rel_start(r, p->tok) &&
         csto_rel_class(r, p->tok - 1, "seated", NULL);
}

/* The subject before its verb stands by itself: not in a genitive (محكمة
** الهند), not behind a preposition.  Asked of lands and institutions. */
static int is_free(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_np *p;
  uint32_t i;
  if (!s->nnp || csto_rel_in_relative(r, x)) return 1;
  p = &r->np[s->np[s->nnp - 1]];
  if (p->tok < x->trig && !csto_rel_start(r, p->tokend) &&
      !strcmp(r->d->tokens[p->tokend].norm, ")")) return 0;  /* (CNN) دعت */
  if (p->tok >= x->trig || p->pre ||
      !(p->kinds & (CSTO_NP_GPE | CSTO_NP_ORG | CSTO_NP_PEOPLE))) return 1;
  i = p->tok;
  if (csto_rel_start(r, i) || r->d->tokens[i - 1].kind != CSTO_T_WORD) {
    return 1;
  }
  return csto_rel_class(r, i - 1, "opener", NULL) ||
         csto_rel_class(r, i - 1, "landhead", NULL) ||
         csto_rel_class(r, i - 1, "stop", NULL) ||
         csto_rel_class(r, i - 1, "adv", NULL) ||
         csto_rel_class(r, i - 1, "was", NULL) || csto_rel_verb(r, i - 1, 0);
}

/* رئيسا, رئيسة ل: an office that somebody is made. */
static int is_accusative(const csto_rel *r, const csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  const char *end = r->d->text + t->end;
  if (t->nnorm >= 4 && !memcmp(t->norm + t->nnorm - 2, ALEF, 2)) return 1;
  return t->end - t->start > 4 && !memcmp(end - 2, MARBUTA, 2) &&
         !csto_rel_article(r, p->tok);
}

/* دول, قادة: people who are nobody. */
static int is_anybody(const csto_rel *r, const csto_np *p) {
  return p->kinds & CSTO_NP_PEOPLE && p->tokend == p->tok + 1 &&
         !p->article && !csto_rel_article(r, p->tok);
}

/* وقال فلان بعد اللقاء: does a verb of saying stand before him? */
static int says(const csto_rel *r, const csto_np *p) {
  return p->tok > 0 && !csto_rel_start(r, p->tok) &&
         csto_rel_class(r, p->tok - 1, "saying", NULL);
}

/* قال في تصريح لمراسلة الإذاعة فلانة: she is told. */
static int is_told(const csto_rel *r, const csto_np *p) {
  uint32_t i;
  for (i = p->tok + 1; i > 0 && p->tok + 1 - i < 8; i--) {
    if (csto_rel_class(r, i - 1, "reporter", NULL) &&
        r->word[i - 1].pre & CSTO_PRE_LAM) return 1;
    if (csto_rel_start(r, i - 1)) break;
  }
  return 0;
}

/* A person, or an office whose holder is named (but not المتحدث, who is one
** of many), that says something in the clause of the match. */
static int is_known(csto_rel *r, const csto_match *x, uint32_t k) {
  const csto_np *p = &r->np[k];
  uint32_t i;
  if (p->tokend == p->tok + 1 && csto_rel_class(r, p->tok, "spokes", NULL)) {
    return 0;
  }
  for (i = p->tokend; i < x->trig; i++) {
    if (csto_rel_class(r, i, "newclause", NULL)) return 0;
  }
  return csto_rel_who(r, k);
}

#define UNION "اتحاد"

/* الاتحاد الأفريقي للكرة, في مقر الأمانة برئاسة فلان, لمن يجرؤ الذي وقع بثه:
** a body whose name goes on, one that is only where they met, and what was
** broadcast. */
static int is_other_thing(const csto_rel *r, uint32_t row,
                          const csto_match *x, const csto_np *q) {
  const csto_token *t = r->d->tokens;
  const char *s = r->d->text;
  if (csto_rel_option(row, "dated") && !csto_rel_start(r, x->trigend) &&
      t[x->trigend].end - t[x->trigend].start > 4 &&
      !memcmp(s + t[x->trigend].end - 2, HEH, 2)) return 1;
  if (!q) return 0;
  if (csto_rel_option(row, "organ") && !csto_rel_start(r, q->tokend) &&
      t[q->tok].nnorm >= 10 &&
      !memcmp(t[q->tok].norm + t[q->tok].nnorm - 10, UNION, 10) &&
      t[q->tokend].end - t[q->tokend].start > 8 &&
      !memcmp(s + t[q->tokend].start, LAM LAM, 4)) return 1;
  if (strcmp(csto_rel_cell(row, CSTO_P_RELATION), "chair_of")) return 0;
  return csto_rel_inner(r, x->trigend, q) ||
         (q->tok > 0 && !csto_rel_start(r, q->tok) &&
          csto_rel_class(r, q->tok - 1, "venue", NULL));
}

/* الذي يترأسه, التي تترأسها: is it of the gender of the phrase that stands
** there, or rather of one inside it? */
static int is_itself(const csto_rel *r, const csto_match *x,
                     const csto_np *q) {
  const csto_token *v = &r->d->tokens[x->trig], *t = &r->d->tokens[q->tok];
  int her = !memcmp(v->norm + v->nnorm - 2, ALEF, 2);
  if (q->m != CSTO_NONE && q->kinds & CSTO_NP_ORG) {
    return !her || !csto_rel_class(r, q->tok, "mascorg", NULL);
  }
  return her == !memcmp(r->d->text + t->end - 2, MARBUTA, 2);
}

/* جلسة منح الثقة لحكومة كذا التي يترأسها فلان: an event that ends with an
** organization which the pronoun fits as well. */
static int is_either(const csto_rel *r, const csto_match *x,
                     const csto_np *q) {
  uint32_t k;
  if (!(q->kinds & CSTO_NP_EVENT)) return 0;
  for (k = r->ending[q->tokend]; k != CSTO_NONE; k = r->np[k].nextend) {
    const csto_np *p = &r->np[k];
    if (p->tok > q->tok && p->kinds & (CSTO_NP_ORG | CSTO_NP_BODY) &&
        is_itself(r, x, p)) return 1;
  }
  return 0;
}

/* وفد من اتحاد كذا، برئاسة فلان: he heads the delegation. */
static int is_of_delegation(const csto_rel *r, uint32_t row,
                            const csto_match *x, const csto_np *q) {
  uint32_t i;
  if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "chair_of") &&
      q->tok > 0 && !csto_rel_start(r, q->tok) &&
      csto_rel_class(r, q->tok - 1, "delegation", NULL)) return 1;
  if (!csto_rel_class(r, x->trig, "underchair", NULL)) return 0;
  if (q->tok > 1 && !(q->kinds & CSTO_NP_EVENT) &&
      !csto_rel_start(r, q->tok) &&                     /* لجنة كذا في كذا */
      csto_rel_class(r, q->tok - 1, "in", NULL)) {
    for (i = r->ending[q->tok - 1]; i != CSTO_NONE; i = r->np[i].nextend) {
      if (r->np[i].kinds & (CSTO_NP_ORG | CSTO_NP_BODY)) return 1;
    }
  }
  if (csto_rel_class(r, q->tok, "league", NULL)) return 1;
  for (i = q->tokend; i < x->trig; i++) {
    if (csto_rel_class(r, i, "delegation", NULL)) return 1;
  }
  for (i = q->tok; i > 0 && q->tok - i < 6 && !csto_rel_start(r, i); i--) {
    if (csto_rel_class(r, i - 1, "delegation", NULL)) return 1;
    if (i == q->tok && csto_rel_class(r, i - 1, "mission", NULL)) return 1;
  }
  return 0;
}

/* الأمير فلان أمير كذا: the office that the title before the name is of. */
static int is_of_title(const csto_rel *r, const csto_np *p,
                       const csto_np *q) {
  const csto_token *u = &r->d->tokens[q->tok];
  uint32_t i, k;
  if (!p || !(p->kinds & CSTO_NP_PERSON) || p->tokend != q->tok) return 0;
  for (i = p->tok + 1, k = 0; i > 0 && k < 2; i--, k++) {
    const csto_token *t = &r->d->tokens[i - 1];
    if (csto_rel_al(t, 0) && t->nnorm == u->nnorm + 4u &&
        !memcmp(t->norm + 4, u->norm, u->nnorm)) return 1;
  }
  return 0;
}

/* مستشار فلان أمير كذا: the second office of one man. */
static int is_second_office(const csto_rel *r, const csto_np *p,
                            const csto_np *q) {
  uint32_t k;
  if (is_of_title(r, p, q)) return 1;
  if (p && p->tokend == q->tok && !(p->kinds & CSTO_NP_PERSON)) return 0;
  if (!(q->kinds & CSTO_NP_ROLE) || q->pre || q->tok == 0 ||
      csto_rel_start(r, q->tok)) return 0;
  k = r->ending[q->tok - (csto_rel_comma(r, q->tok - 1) ? 1u : 0u)];
  for (; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) return 1;
  }
  return 0;
}

/* كتائب الشهيد فلان, المتحدث باسم مكتب فلان: named for him, or of his; not
** an office of his own. */
static int is_named_for(const csto_rel *r, const csto_np *p,
                        const csto_np *q) {
  return q->tokend > q->tok + 2 &&
         (csto_rel_class(r, q->tokend - 1, "martyr", NULL) ||
          (p && p->tok == q->tokend &&
           csto_rel_class(r, q->tokend - 1, "ofhead", NULL) &&
           !csto_rel_al(&r->d->tokens[q->tokend - 1], 0)));
}

/* التقى النائب للرئيس: what ل governs behind a verb of meeting is not met. */
static int is_met_for(const csto_rel *r, const csto_match *x,
                      const csto_np *q) {
  return q->pre & (CSTO_PRE_LAM | CSTO_PRE_KAF) &&
         csto_rel_class(r, x->trig, "meet", NULL);
}

/* استقبل فلان أمير كذا، وزير الخارجية: behind the name and before a comma or
** another office an office is his own, and so is one that goes on with على,
** and where the one whom he receives comes behind it. */
static int is_his_title(const csto_rel *r, const csto_np *p,
                        const csto_np *q) {
  return p && p->kinds & CSTO_NP_PERSON && !(q->kinds & CSTO_NP_PERSON) &&
         p->tokend == q->tok && !q->pre && !csto_rel_start(r, q->tokend) &&
         (csto_rel_comma(r, q->tokend) || csto_rel_names_next(r, q) ||
          !strcmp(r->d->tokens[q->tokend].norm, "علي") ||
          csto_rel_plain(r, q->tokend, CSTO_NP_ROLE) != CSTO_NONE);
}

/* سمو ولي العهد معالي وزير النقل فلان: an honour begins another one. */
static int is_another(const csto_rel *r, const csto_np *p, const csto_np *q) {
  return p && p->role != CSTO_NONE && r->np[p->role].tok == p->tok &&
         q->tokend < p->tok && csto_rel_class(r, p->tok - 1, "honor", NULL);
}

/* The options of a row that ask for the class of a phrase's first word. */
static int fits_heads(const csto_rel *r, uint32_t row, const csto_np *p,
                      const csto_np *q) {
  if (csto_rel_option(row, "union") && p && p->kinds & CSTO_NP_ORG &&
      !csto_rel_class(r, p->tok, "union", NULL)) return 0;
  if (csto_rel_option(row, "phrase") && p && p->tokend == p->tok + 1) {
    return 0;
  }
  if (csto_rel_option(row, "inner") &&
      (!q || p->end != q->end ||
       !csto_rel_is_league(r, (uint32_t)(q - r->np)))) return 0;
  if (csto_rel_option(row, "noun") &&
      (!p || p->tokend == p->tok + 1 ||
       !csto_rel_class(r, p->tok, "people", NULL))) return 0;
  return !csto_rel_option(row, "resolved") ||
         (q && csto_rel_class(r, q->tok, "resolution", NULL));
}

/* The options of a row that look at the object. */
static int fits_object(csto_rel *r, uint32_t row, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  uint32_t i;
  if (o->end > o->start && o->end - o->start < 7) return 0;
  if (!q) return 1;
  if (csto_rel_option(row, "longer") && q->tokend == q->tok + 1) return 0;
  if (csto_rel_option(row, "deputy") &&
      !csto_rel_class(r, q->tok, "deputy", NULL)) return 0;
  if (csto_rel_option(row, "vice") &&
      (!csto_rel_class(r, q->tok, "vice", NULL) || p->role == CSTO_NONE ||
       r->np[p->role].tok != p->tok)) return 0;
  if (csto_rel_option(row, "acc") && !is_accusative(r, q)) return 0;
  if (csto_rel_option(row, "someobject") && is_bare_event(r, o, 0)) return 0;
  if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "holds_post") &&
      (is_named_for(r, p, q) || is_another(r, p, q) ||
       (p && p->tok == q->tokend && csto_rel_follows_name(r, q, p)) ||
       (p && q->tok == p->tokend + 1 && csto_rel_inserted(r, p)) ||
       (p && csto_rel_class(r, p->tok, "counterpart", NULL)) ||
       csto_rel_no_office(r, x, p, q))) return 0;
  if (csto_rel_option(row, "noparty") &&
      csto_rel_class(r, q->tok, "party", NULL)) return 0;
  if (csto_rel_option(row, "itself") &&
      (!is_itself(r, x, q) || is_either(r, x, q))) return 0;
  if (is_of_delegation(r, row, x, q)) return 0;
  if (csto_rel_option(row, "direct")) {
    for (i = q->tok; i > x->lo && i + 2 > q->tok; i--) {
      if (csto_rel_class(r, i - 1, "in", NULL) ||
          csto_rel_class(r, i - 1, "during", NULL)) return 0;
    }
  }
  if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "met_with") &&
      (is_second_office(r, p, q) || csto_rel_by_phone(r, x) ||
       is_met_for(r, x, q) || is_his_title(r, p, q))) return 0;
  return 1;
}

/* اتفاقيات مع فلان خلال زيارته, المستهدف من فلان، قد توجه: he whom a
** preposition governs is no subject of a verb behind him. */
static int is_governed(const csto_rel *r, const csto_match *x,
                       const csto_np *p) {
  return p->tokend <= x->trig && p->kinds & CSTO_NP_PERSON && p->tok > 0 &&
         !csto_rel_start(r, p->tok) && !csto_rel_in_relative(r, x) &&
         csto_rel_class(r, p->tok - 1, "towards", NULL);
}

/* الوفد الذي التقى فلانا عبر عن كذا: he whom a verb of a relative clause has
** for its object says nothing. */
static int is_object_inside(const csto_rel *r, const csto_match *x,
                            const csto_np *p) {
  uint32_t i = p->tok;
  return !csto_rel_class(r, x->trig, "at", NULL) && p->tokend <= x->trig &&
         i > 1 && !csto_rel_start(r, i) && !csto_rel_start(r, i - 1) &&
         csto_rel_verb_form(r, i - 1) &&
         csto_rel_class(r, i - 2, "rel", NULL);
}

/* خدمة وقعت بين كذا وكذا والتي تهدف, أهداف المنظمة التي ترمي: what is meant
** stands farther off. */
static int is_farther(const csto_rel *r, uint32_t row, const csto_match *x,
                      const csto_np *p) {
  uint32_t i = p->tokend;
  if (strcmp(csto_rel_cell(row, CSTO_P_RELATION), "priority_of")) return 0;
  if (p->tok > 0 && !csto_rel_start(r, p->tok) && i <= x->trig &&
      csto_rel_class(r, p->tok - 1, "aimer", NULL)) return 1;
  return i < x->trig && csto_rel_class(r, i, "rel", NULL) &&
         csto_rel_letter(&r->d->tokens[i], 0, WAW);
}

/* وفد المحامين مع نواب يتقدمهم فلان: somebody else stands between. */
static int has_another(const csto_rel *r, const csto_match *x,
                       const csto_np *p) {
  uint32_t i;
  for (i = x->trigend; i < p->tok; i++) {
    if (csto_rel_class(r, i, "together", NULL)) return 1;
  }
  return 0;
}

/* Do the person and the office behind the name make one phrase? */
static int is_apposed(const csto_rel *r, const csto_slot *s,
                      const csto_slot *o) {
  uint32_t k = s->nnp && o->nnp ? r->at[r->np[s->np[0]].tok] : CSTO_NONE;
  for (; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & CSTO_NP_PERSON && r->np[k].role != CSTO_NONE &&
        r->np[r->np[k].role].tok == r->np[o->np[0]].tok) return 1;
  }
  return 0;
}

/* الموظفة في الإدارة وقعت: who signs is not in what في governs. */
static int is_within(const csto_rel *r, const csto_match *x,
                     const csto_slot *t) {
  const csto_np *p = &r->np[t->np[t->nnp - 1]];
  if (p->tok > 1 && csto_rel_class(r, p->tok - 2, "each", NULL)) return 0;
  return p->tok < x->trig && p->tok > 0 && !csto_rel_start(r, p->tok) &&
         (csto_rel_class(r, p->tok - 1, "in", NULL) ||
          csto_rel_class(r, p->tok - 1, "towards", NULL));
}

/* أعضاء المنظمة ومنتجون آخرون منهم كذا: no members. */
static int is_with_others(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i < x->hi; i++) {
    if (csto_rel_class(r, i, "others", NULL)) return 1;
  }
  return 0;
}

/* What a relation asks of its slots, whatever the row. */
static int fits_relation(csto_rel *r, uint32_t row, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *t = &x->slot[CSTO_SLOT_T];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  const char *name = csto_rel_cell(row, CSTO_P_RELATION);
  if (p && strcmp(name, "holds_post") &&
      (is_governed(r, x, p) || csto_rel_stands_in(r, x, p) ||
       (p->tokend <= x->trig && csto_rel_is_kin(r, s->np[0])))) return 0;
  if (csto_rel_class(r, x->trig, "adopting", NULL) &&
      r->word[x->trig].pre & CSTO_PRE_LAM) return 0;   /* قمة لاعتماد كذا */
  if (t->nnp && csto_rel_class(r, x->trig, "sign", NULL) &&
      (is_within(r, x, t) ||
       (t->nnp == 1 && !csto_rel_signs(r, x, &r->np[t->np[0]])))) return 0;
  if (!strcmp(name, "member_of") && is_with_others(r, x)) return 0;
  if (p && !strcmp(name, "part_of") && !csto_rel_is_organ(r, row, x, p)) {
    return 0;
  }
  if (p && !strcmp(name, "delegation_of") && has_another(r, x, p)) return 0;
  return !p || strcmp(name, "met_with") || p->kinds & CSTO_NP_PERSON ||
         p->tokend > p->tok + 1 || !is_his(r, p);
}

/* The options of a row that ask who the subject is. */
static int fits_who(csto_rel *r, uint32_t row, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  if (csto_rel_option(row, "several") && s->nnp < 2 &&
      !csto_rel_in_relative(r, x)) return 0;
  if (!p) return 1;
  if (csto_rel_option(row, "agent") && s->np[0] != r->last.np &&
      r->last.np != CSTO_NONE && p->tok >= r->last.lo &&
      p->tokend <= r->last.hi && csto_rel_is_object(r, s->np[0])) return 0;
  if (csto_rel_option(row, "agent") &&
      (p->norp != CSTO_NONE || p->pre & ~CSTO_PRE_WA)) return 0;
  if (csto_rel_option(row, "town") && p->m != CSTO_NONE &&
      csto_rel_has_code(&r->m[p->m]) &&
      !csto_rel_class(r, p->tok, "citystate", NULL)) return 0;
  if (csto_rel_option(row, "land") &&
      (p->m == CSTO_NONE || !csto_rel_has_code(&r->m[p->m]))) return 0;
  if (csto_rel_option(row, "who") && !is_known(r, x, s->np[0])) return 0;
  if (!csto_rel_option(row, "speaker")) return 1;
  if (is_told(r, p) || (csto_rel_class(r, x->trig, "after", NULL) &&
                        !says(r, p))) return 0;
  return csto_rel_start(r, p->tok) ||
         !(csto_rel_class(r, p->tok - 1, "ofhead", NULL) ||
           (p->tok > 1 && csto_rel_class(r, p->tok - 2, "fromthem", NULL)));
}

/* The options of a row that look at what its slots hold. */
static int fits_slots(csto_rel *r, uint32_t row, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const csto_slot *t = &x->slot[CSTO_SLOT_T];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  if (t->nnp && t->np[0] != CSTO_NONE && is_where(r, t)) return 0;
  if (!fits_who(r, row, x) || !fits_relation(r, row, x)) return 0;
  if (csto_rel_option(row, "peer") &&
      !(q && csto_rel_class(r, q->tok, "counterpart", NULL))) return 0;
  if (csto_rel_option(row, "joinedverb") &&
      !(r->word[x->lo].pre & CSTO_PRE_WA)) return 0;
  if (csto_rel_of_another(r, x)) return 0;
  if (p && (is_anybody(r, p) || is_object_inside(r, x, p) ||
            is_farther(r, row, x, p))) return 0;
  if (csto_rel_misplaced(r, row, x) ||
      is_other_thing(r, row, x, q)) return 0;
  if (!fits_heads(r, row, p, q)) return 0;
  if (q && q->tok < x->trig && csto_rel_class(r, x->trig, "with", NULL) &&
      csto_rel_before(r, q->tok, 4, "plan", NULL)) return 0;
  if (p && csto_rel_class(r, x->trig, "after", NULL) &&
      csto_rel_class(r, x->trig, "at", NULL) &&
      csto_rel_between(r, p->tokend, x->trig, CSTO_NP_EVENT)) return 0;
  if (q && (csto_rel_class(r, x->trig, "at", NULL) ? csto_rel_untold(r, q)
                                                   : csto_rel_invited(r, x))) {
    return 0;
  }
  return !csto_rel_option(row, "abroad") || !p || !q ||
         !(csto_rel_is_home(r, s->np[0], q) || csto_rel_remains(r, p));
}

/* وتابع خلال المؤتمر: is the match in the words that introduce a quotation? */
static int is_introduced(const csto_rel *r, const csto_match *x) {
  uint32_t from = r->d->tokens[x->lo].start, to = r->d->tokens[x->hi - 1].end;
  size_t lo = 0, hi = r->nq;
  while (lo < hi) {
    size_t mid = lo + (hi - lo) / 2;
    if (r->q[mid].start >= to) hi = mid;
    else lo = mid + 1;
  }
  return lo < r->nq && r->q[lo].implicit && r->q[lo].verb_start <= from + 4 &&
         r->q[lo].verb_end > from;
}

int csto_rel_fits(csto_rel *r, uint32_t row, const csto_match *x,
                  uint32_t wordrow) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  if (csto_rel_option(row, "plural") &&
      (!csto_rel_plural(r, x, wordrow) ||
       strcmp(csto_table_cell(&csto_table_relation_words, wordrow, 2),
              "past"))) {
    return 0;
  }
  if (csto_rel_option(row, "said") && !is_introduced(r, x)) return 0;
  if (csto_rel_option(row, "purpose") &&
      !(r->word[x->trig].pre & CSTO_PRE_LAM) &&
      (csto_rel_start(r, x->trig) ||
       !csto_rel_class(r, x->trig - 1, "inorder", NULL))) return 0;
  if (csto_rel_option(row, "clash") && !csto_rel_clashes(r, x, o, wordrow)) {
    return 0;
  }
  if (csto_rel_option(row, "nomedia") && is_medium(r, o)) return 0;
  if (csto_rel_option(row, "named") && is_bare_event(r, s, 0) &&
      !csto_rel_class(r, r->np[s->np[0]].tok, "summit", NULL)) return 0;
  if (csto_rel_option(row, "bare") && is_bare_event(r, o, 1) &&
      !is_summit(r, o)) return 0;
  if (!csto_rel_fits_stance(r, row, x)) return 0;
  if (csto_rel_option(row, "addressed") &&
      !csto_rel_addressed(r, x, wordrow)) return 0;
  if (csto_rel_option(row, "apposed") && !is_apposed(r, s, o)) return 0;
  if (s->nnp && !strcmp(csto_rel_cell(row, CSTO_P_RELATION), "event_at") &&
      is_somebodys(r, row, &r->np[s->np[0]])) return 0;
  if (!fits_slots(r, row, x) || !fits_object(r, row, x)) return 0;
  if (!strcmp(csto_rel_cell(row, CSTO_P_MANNER), "state") &&
      (is_where(r, o) || is_where(r, s))) {
    return 0;
  }
  if (strcmp(csto_rel_cell(row, CSTO_P_MANNER), "fact") &&
      (!is_free(r, x) || is_where(r, s))) {
    return 0;
  }
  if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "holds_post") &&
      !csto_rel_option(row, "indef") && is_bare_office(r, o)) return 0;
  return 1;
}
