/* relations_agree.c - number and gender of verbs, subjects and pronouns.
**
** A singular verb before or behind its subject is of its gender, so are the
** verb that goes on with a subject and the pronoun that stands for a person.
** What a word does not show agrees with everything.  The gender of a name is
** that of its mention, of a land or an institution that of its first word
** (classes mascland, mascorg, she).
** A relative pronoun is that of the name right before it: أشادت كذا بكذا التي
** نالت كذا.
** Cost: a constant a match.
*/
#include "speech/relations_int.h"

/* يطالبون, شاركوا: a plural verb is not said of one name. */
int csto_rel_plural(const csto_rel *r, const csto_match *x,
                    uint32_t wordrow) {
  const csto_token *t = &r->d->tokens[x->trig];
  const char *end = t->norm + t->nnorm - 4;
  if (wordrow == CSTO_NONE || t->nnorm < 8) return 0;
  if (!csto_table_cell(&csto_table_relation_words, wordrow, 2)[0]) return 0;
  return !memcmp(end, WAW NOON, 4) ||
         !memcmp(end, WAW ALEF, 4);
}

int csto_rel_verb_gender(const csto_rel *r, uint32_t i, uint32_t wordrow) {
  const csto_token *t = &r->d->tokens[i];
  const char *tense = csto_table_cell(&csto_table_relation_words, wordrow, 2);
  const char *s = t->norm, *end = t->norm + t->nnorm;
  uint8_t pre = r->word[i].pre;
  if (wordrow == CSTO_NONE || t->nnorm < 6) return 0;
  if (pre & CSTO_PRE_WA) s += 2;
  if (pre & ~CSTO_PRE_WA) s += 2;
  if (!strcmp(tense, "pres")) return memcmp(s, YEH, 2) ? 2 : 1;
  if (strcmp(tense, "past")) return 0;
  return memcmp(end - 2, TEH, 2) ? 1 : 2;
}

/* Gender of a subject, as far as its words show it. */
int csto_rel_gender(const csto_rel *r, const csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  if (p->m != CSTO_NONE && r->m[p->m].gender) return r->m[p->m].gender;
  if (p->kinds & CSTO_NP_GPE) {
    return csto_rel_class(r, p->tok, "mascland", NULL) ? 1 : 2;
  }
  if (p->kinds & CSTO_NP_PERSON) {
    if (p->role == CSTO_NONE || r->np[p->role].tok > p->tok) return 0;
    p = &r->np[p->role];
    t = &r->d->tokens[p->tok];
  }
  if (p->kinds & (CSTO_NP_ROLE | CSTO_NP_POST | CSTO_NP_PEOPLE)) {
    const char *last = r->d->text + t->end;
    if (p->kinds & CSTO_NP_PEOPLE && !csto_rel_class(r, p->tok, "she", NULL)) {
      return 0;
    }
    return memcmp(last - 2, MARBUTA, 2) &&
                   !(p->kinds & CSTO_NP_PEOPLE) ? 1 : 2;
  }
  if (csto_rel_class(r, p->tok, "mascorg", NULL)) return 1;
  if (p->kinds & CSTO_NP_ORG &&
      !memcmp(r->d->text + t->end - 2, MARBUTA, 2)) {
    return 2;
  }
  return 0;
}

/* الشركاء في حقل كذا وقعوا, الدول الأعضاء في مجلس كذا وقعت: the one name before
** the verb is not who signs. */
int csto_rel_signs(const csto_rel *r, const csto_match *x,
                   const csto_np *p) {
  uint32_t row = csto_rel_row(r, x->trig, "sign");
  int verb, signer;
  if (p->tok > x->trig) return 1;
  if (!(p->kinds & CSTO_NP_PEOPLE) && csto_rel_plural(r, x, row)) return 0;
  verb = csto_rel_verb_gender(r, x->trig, row);
  signer = csto_rel_gender(r, p);
  return !verb || !signer || verb == signer;
}

/* A subject of plain words before the verb: ولاية كذا يطالبون is not said of
** it, nor is المحتجون طالب. */
static int words_agree(const csto_rel *r, const csto_match *x,
                       const csto_slot *s, uint32_t wordrow) {
  const csto_token *t;
  uint32_t i = x->trig;
  int several;
  while (i > 0 && r->d->tokens[i].start > s->start) i--;
  t = &r->d->tokens[i];
  several = t->nnorm > 10 && (!memcmp(t->norm + t->nnorm - 4,
                                      WAW NOON, 4) ||
                              !memcmp(t->norm + t->nnorm - 4,
                                      YEH NOON, 4));
  if (!csto_rel_plural(r, x, wordrow)) {
    return !several &&
           (csto_rel_pronoun(r->d->text, t) ||
            csto_rel_verb_gender(r, x->trig, wordrow) != 1);
  }
  return csto_rel_pronoun(r->d->text, t) &&
         !csto_rel_class(r, i, "city", NULL);
}

/* Number and gender of the verb and its only subject. */
int csto_rel_agrees(const csto_rel *r, const csto_match *x,
                    uint32_t wordrow) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_np *p;
  int verb, subject;
  if (wordrow == CSTO_NONE) return 1;
  if (s->end > s->start && s->start < r->d->tokens[x->trig].start) {
    return words_agree(r, x, s, wordrow);
  }
  if (s->nnp != 1) return 1;
  p = &r->np[s->np[0]];
  if (!(p->kinds & (CSTO_NP_PERSON | CSTO_NP_GPE | CSTO_NP_ORG |
                    CSTO_NP_ROLE | CSTO_NP_PEOPLE))) return 1;
  if ((!(p->kinds & CSTO_NP_PEOPLE) || p->tok > x->trig) &&
      csto_rel_plural(r, x, wordrow)) {
    return 0;
  }
  verb = csto_rel_verb_gender(r, x->trig, wordrow);
  subject = csto_rel_gender(r, p);
  return !verb || !subject || verb == subject;
}

/* دعا تركيا إلى كذا: the verb's gender tells that what stands behind it is
** its object; so do several that a single one calls on. */
int csto_rel_clashes(const csto_rel *r, const csto_match *x,
                     const csto_slot *o, uint32_t wordrow) {
  int verb = csto_rel_verb_gender(r, x->trig, wordrow), object;
  if (!o->nnp) return 0;
  object = csto_rel_gender(r, &r->np[o->np[0]]);
  return verb && object && verb != object;
}

/* Is the verb at token i joined to what stands before: والتقى, حيث التقى, وقد
** التقى? */
static int is_joined(const csto_rel *r, uint32_t i) {
  if (r->word[i].pre & CSTO_PRE_WA) return 1;
  if (csto_rel_start(r, i)) return 0;
  if (csto_rel_class(r, i - 1, "where", NULL)) return 1;
  if (i > 1 && csto_rel_class(r, i - 1, "that", NULL) &&
      csto_rel_class(r, i - 2, "afterthat", NULL)) return 1;  /* بعد أن التقى */
  if (csto_rel_class(r, i - 1, "afterthat", NULL)) return 1;
  if (!csto_rel_class(r, i - 1, "already", NULL)) return 0;
  return csto_rel_letter(&r->d->tokens[i - 1], 0, WAW) ||
         (!csto_rel_start(r, i - 1) &&
          csto_rel_class(r, i - 2, "where", NULL));
}

/* A verb that goes on with the subject before, joined to it; singular, and of
** the subject's gender. */
int csto_rel_goes_on(const csto_rel *r, const csto_match *x, uint32_t np,
                     uint32_t wordrow) {
  const csto_token *t = &r->d->tokens[x->trig];
  const char *end = t->norm + t->nnorm;
  int verb = csto_rel_verb_gender(r, x->trig, wordrow);
  int person = csto_rel_gender(r, &r->np[np]);
  if (!is_joined(r, x->trig)) return 0;
  if (t->nnorm >= 6 && (!memcmp(end - 2, ALEF, 2) ||
                        !memcmp(end - 4, ALEF NOON, 4) ||
                        !memcmp(end - 4, WAW NOON, 4))) {
    return 0;
  }
  return verb == 2 ? person == 2 : person != 2;
}

/* لقائه, لقائها: does the suffix fit the person who is meant? */
int csto_rel_fits_suffix(const csto_rel *r, const csto_match *x,
                         uint32_t np) {
  const csto_token *t = &r->d->tokens[x->trig];
  int gender = csto_rel_gender(r, &r->np[np]);
  const char *end = t->norm + t->nnorm;
  if (t->nnorm < 6) return 1;
  if (!memcmp(end - 4, HEH ALEF, 4)) return gender == 2;
  if (!memcmp(end - 2, MEEM, 2) ||
      !memcmp(end - 4, MEEM ALEF, 4)) return 0;
  if (!memcmp(end - 2, HEH, 2)) return gender != 2;
  return 1;
}

int csto_rel_of_another(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i = x->trig, k, n;
  int named = 0;
  if (!s->nnp || i < 2 || csto_rel_start(r, i) || csto_rel_start(r, i - 1) ||
      !csto_rel_class(r, i - 1, "rel", NULL)) return 0;
  i--;
  while (i > 1 && csto_rel_comma(r, i - 1)) i--;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    for (n = 0; n < s->nnp; n++) {
      if (r->np[s->np[n]].tokend == i) return 0;
    }
    if (r->np[k].kinds & (CSTO_NP_GPE | CSTO_NP_ORG)) named = 1;
  }
  return named && r->np[s->np[0]].tok < i;
}
