/* quotes_dropped.c - who speaks when no subject stands beside the cue.
**
** The speaker before it in its sentence; the subject of the sentence; else the
** last one whose gender and number fit the verb.
** Cost: linear; a sentence is read back a bounded number of tokens.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

static uint32_t last_fitting(const qx *x, const q_last *l, const q_rep *r) {
  uint32_t e = l->any;
  if (r->number == 'p' || r->number == 'd') return l->p ? l->p : e;
  if (e && csto_q_fits(&x->who[e - 1], r)) return e;
  if (r->gender == 'f' && l->f) return l->f;
  if (r->gender == 'm' && l->m) return l->m;
  return e && x->who[e - 1].person && x->who[e - 1].gender ? 0 : e;
}

/* بعث رئيس الحكومة فلان برسائل: the body named at token i belongs to a title
** before it, and a person's name ends the phrase: his mention + 1, or 0. */
static uint32_t of_title(const qx *x, uint32_t i, uint32_t end) {
  uint32_t to, ment;
  if (i == 0 || q_bound(x, i) || x->m[x->t[i].ment - 1].type == CSTO_PERSON ||
      q_starts(x->tk[i - 1].norm, AL) ||
      !(csto_q_noun(x, i - 1) & QN_PERSON) ||
      !csto_q_phrase(x, i - 1, end, &to, &ment)) return 0;
  return ment && x->m[ment - 1].type == CSTO_PERSON ? ment : 0;
}

/* The subject of the sentence before the cue: its first person or body that
** fits. */
static uint32_t sentence_subject(const qx *x, const q_rep *r) {
  uint32_t i = x->d->sentences[x->tk[r->cue].sentence].tok, k;
  uint32_t far = i + 60 < r->cue ? i + 60 : r->cue;
  if (r->number == 'p' || r->number == 'd') return 0;
  for (k = i; k < far && k < i + 8; k++)       /* a byline: … متابعة: */
    if (x->t[k].mark == QM_COLON) i = k + 1;
  for (; i < far; i++) {
    const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
    if (!m || m->tok != i) continue;
    if (m->type != CSTO_PERSON && m->type != CSTO_ORG &&
        m->type != CSTO_GPE) continue;
    if (csto_q_governed(x, m)) continue;
    if ((k = of_title(x, i, far)) != 0) m = &x->m[k - 1];
    if (m->gender && r->gender && r->number == 's' &&
        (m->gender == 1) != (r->gender == 'm')) continue;
    return (uint32_t)(m - x->m) + 1;
  }
  return 0;
}

/* المفوض السامي، الأمير فلان، قال: who stands behind an office and a comma: its
** mention + 1. */
static uint32_t apposed(const qx *x, uint32_t i, uint32_t end) {
  uint32_t k;
  if (i >= end || x->t[i].mark != QM_COMMA) return 0;
  for (k = i + 1; k < i + 4 && k < end && q_is_word(x, k); k++) {
    const csto_mention *m = q_ment(x, k);
    if (m && m->tok == k && m->type == CSTO_PERSON) return x->t[k].ment;
  }
  return 0;
}

/* The person or body that a sentence is about, when it stands at its head or
** right behind its verb (وكان فلان قد …، وقال؛ بيد أن فلان): its mention + 1.
*/
static uint32_t head_subject(const qx *x, const q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, to, ment, k;
  while (s + 1 < r->cue && (!q_is_word(x, s) ||
                            (x->t[s].cls & (QW_JOIN | QW_AUX)))) s++;
  if (x->t[s].cls == QW_OTHER && x->t[s].clen == 2 && s + 2 < r->cue)
    s += 2;
  for (k = s; k < s + 2 && k + 1 < r->cue; k++) {
    const csto_mention *m;
    if (!q_is_word(x, k) || (x->t[k].cls & ~(unsigned)QW_AUX)) return 0;
    if (!x->t[k].ment && !(csto_q_noun(x, k) & QN_PERSON)) continue;
    if (!csto_q_phrase(x, k, r->cue, &to, &ment) || !ment) return 0;
    if (x->m[ment - 1].type == CSTO_ROLE && apposed(x, to, r->cue))
      ment = apposed(x, to, r->cue);
    m = &x->m[ment - 1];
    if (m->type != CSTO_PERSON) return 0;
    return m->gender && r->gender && r->number == 's' &&
           (m->gender == 1) != (r->gender == 'm') ? 0 : ment;
  }
  return 0;
}

/* Behind what leads to the clause of a sentence (في المقابل، …) and its first
** word, the verb: where its subject may stand. */
static uint32_t behind_verb(const qx *x, uint32_t i, uint32_t end) {
  const uint32_t lead = QW_JOIN | QW_ADD | QW_DAY;
  while (i < end && (!q_is_word(x, i) || ((x->t[i].cls & lead) &&
                                          !x->t[i].ment)))
    i += x->t[i].clen;
  return i < end && !x->t[i].ment &&
         !(x->t[i].cls & (QW_PREP | QW_HARD | QW_REL | QW_THAT)) ? i + 1 : end;
}

/* Is the noun at token i, by its ending, of the gender that r's verb has? */
static int agrees(const qx *x, const q_rep *r, uint32_t i) {
  int fem = (unsigned char)x->d->text[x->tk[i].end - 1] == 0xa9;      /* ة */
  if (!r->gender) return 1;
  if (r->number != 's') return (csto_q_noun(x, i) & QN_PEOPLE) != 0;
  return (csto_q_noun(x, i) & QN_PEOPLE) || fem == (r->gender == 'f');
}

/* The subject of the verb at the head of the sentence of token i, before
** token end, when it is no name: عدد من المواطنين; sure: only a definite
** person whose gender fits. */
static uint32_t unnamed_subject(qx *x, q_last *l, const q_rep *r, uint32_t i,
                                uint32_t end, int sure) {
  uint32_t s = behind_verb(x, x->d->sentences[x->tk[i].sentence].tok, end);
  uint32_t to, ment, simple, e;
  unsigned noun = s < end ? csto_q_noun(x, s) : 0;
  if (!(noun & (QN_PEOPLE | QN_PERSON | QN_BODY)) || !agrees(x, r, s))
    return 0;
  if (sure && (!(noun & QN_PERSON) || !q_starts(x->tk[s].norm, AL)))
    return 0;
  if (!csto_q_phrase(x, s, end, &to, &ment)) return 0;
  to = csto_q_before_name(x, s, to, &ment);
  if (ment && x->m[ment - 1].type == CSTO_ROLE && x->m[ment - 1].tok == s &&
      x->m[ment - 1].tokend <= end)
    to = x->m[ment - 1].tokend;
  else if ((!ment || x->m[ment - 1].type == CSTO_ROLE) &&
           (simple = csto_q_simple(x, s, to)) != 0)
    to = simple;
  e = csto_q_known(x, s, to, r->gender, 0);
  if (!e && sure) {
    q_rep same = *r;
    same.s0 = s;
    same.s1 = to;
    same.ment = ment;
    e = csto_q_same_person(x, l, &same);
  }
  if (!e) {
    if (!csto_q_who_add(x, s, to, ment, 1)) return 0;
    e = (uint32_t)x->nwho;
  }
  csto_q_spoke(x, l, e, r->gender, r->number);
  return e;
}

/* وجد الباحثون …. وأوضحوا: the people named last, when nobody spoke whom a
** plural could mean. */
static uint32_t people_before(qx *x, q_last *l, const q_rep *r) {
  uint32_t i = r->cue, far = i > 90 ? i - 90 : 0, to, ment;
  for (; i > far; i--) {
    if (!(csto_q_noun(x, i - 1) & QN_PEOPLE) ||
        !q_starts(x->tk[i - 1].norm, AL)) continue;
    if (!csto_q_phrase(x, i - 1, r->cue, &to, &ment)) return 0;
    if (!ment && to > i && (far = csto_q_simple(x, i - 1, to)) != 0) to = far;
    if (ment && x->m[ment - 1].type == CSTO_PERSON) {
      while (to < r->cue && x->t[to].ment &&           /* فلان وفلان */
             x->m[x->t[to].ment - 1].tok == to &&
             q_starts(x->tk[to].norm, WAW))
        to = x->m[x->t[to].ment - 1].tokend;
      ment = 0;
    }
    if (!csto_q_who_add(x, i - 1, to, ment, 1)) return 0;
    csto_q_spoke(x, l, (uint32_t)x->nwho, r->gender, 'p');
    return (uint32_t)x->nwho;
  }
  return 0;
}

/* …، حيث شكر فلان المدير مثنيا على …: the subject of the last such clause
** before the participle, somebody who spoke: an entry, or 0. */
static uint32_t clause_subject(qx *x, const q_rep *r) {
  uint32_t i = r->cue, far = i > 30 ? i - 30 : 0, e;
  const csto_mention *m;
  for (; i > far && !q_bound(x, i); i--) {
    if (x->t[i - 1].rep) return 0;
    if ((x->t[i - 1].cls & QW_JOIN) && x->tk[i - 1].nnorm >= 6 &&
        !(x->t[i - 1].cls & (QW_REL | QW_AUX))) break;
  }
  if (i == far || q_bound(x, i) || i + 1 >= r->cue || x->t[i].ment ||
      !q_is_word(x, i) || !q_is_word(x, i + 1)) return 0;
  m = q_ment_from(x, i + 1);
  e = csto_q_known(x, i + 1, m ? m->tokend : i + 2, r->gender, 0);
  return e && x->who[e - 1].spoke && csto_q_fits(&x->who[e - 1], r) &&
         (m || (x->who[e - 1].person &&
                q_starts(x->tk[i + 1].norm, AL))) ? e : 0;
}

/* تقريرا للكاتب فلان، يقول إن: the person to whom the paper before the verb
** belongs: an entry, or 0. */
static uint32_t writer(qx *x, const q_rep *r) {
  uint32_t i = r->cue, far = i > 14 ? i - 14 : 0, ment = 0;
  if (r->part || x->t[i].pre || x->t[i].object || !csto_q_imperfect(x, i) ||
      q_bound(x, i)) return 0;
  for (; i > far && !q_bound(x, i); i--) {
    const csto_mention *m = q_ment(x, i - 1);
    if (x->t[i - 1].verb || (x->t[i - 1].cls & (QW_THAT | QW_REL))) return 0;
    if (m && m->type == CSTO_PERSON) ment = x->t[i - 1].ment;
    if (!ment || !(csto_q_noun(x, i - 1) & QN_PAPER)) continue;
    m = &x->m[ment - 1];
    if ((m->gender != 2) != (r->gender == 'm')) return 0;
    return csto_q_known(x, m->tok, m->tokend, 0, 0);
  }
  return 0;
}

/* التقارير التي تشير إلى …، مؤكدا: report `prev` is inside a clause about what
** stands before it, and that is no person. */
static int of_relative(const qx *x, uint32_t prev) {
  uint32_t i = x->r[prev - 1].cue;
  return !x->who[x->r[prev - 1].who - 1].person && i > 0 &&
         !q_bound(x, i) && (x->t[i - 1].cls & QW_REL) &&
         q_starts(x->tk[i - 1].norm, AL);
}

void csto_q_dropped(qx *x, q_last *l, q_rep *r, uint32_t prev) {
  uint32_t e = 0, m;
  r->implicit = 1;
  if (r->praised) return;                    /* قال تعالى: nobody named */
  if (r->cueend + 1 < r->comp && r->cueend < x->n &&   /* أجاب 12% ممن … */
      x->tk[r->cueend].kind == CSTO_T_NUMBER) return;
  if (prev && x->r[prev - 1].who && !(r->part && of_relative(x, prev)) &&
      x->tk[x->r[prev - 1].cue].sentence == x->tk[r->cue].sentence) {
    e = x->r[prev - 1].who;
    if (!csto_q_fits(&x->who[e - 1], r)) e = 0;
  }
  if (!e && (e = writer(x, r)) != 0 && !r->nested)
    csto_q_spoke(x, l, e, r->gender, r->number);
  if (!e && r->part && (e = clause_subject(x, r)) != 0 && !r->nested)
    csto_q_spoke(x, l, e, r->gender, r->number);
  if (!e && (r->part || r->paper || x->t[r->cue].lam ||
             (r->rule[0] == 'n' &&
              (!r->gender || q_starts(x->tk[r->cue].norm, BEH)))) &&
      (m = sentence_subject(x, r)) != 0 &&
      (!(r->gender && r->rule[0] == 'n') ||           /* كذب فلان بقوله إنه */
       x->m[m - 1].type == CSTO_PERSON)) {
    const csto_mention *p = &x->m[m - 1];
    e = csto_q_known(x, p->tok, p->tokend, 0, 0);
    if (!e && p->type == CSTO_GPE && r->rule[0] == 'n' &&
        csto_q_who_add(x, p->tok, p->tokend, m, 0)) e = (uint32_t)x->nwho;
    if (e && !r->nested) csto_q_spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number == 's' && (m = head_subject(x, r)) != 0) {
    const csto_mention *p = &x->m[m - 1];
    e = csto_q_known(x, p->tok, p->tokend, 0, 0);
    if (e && !r->nested) csto_q_spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number != 's' && r->number && !l->p)
    e = people_before(x, l, r);
  if (!e && (!l->any || r->part || x->t[r->cue].pre))
    e = unnamed_subject(x, l, r, r->cue, r->cue, l->any && !r->part);
  if (!e) e = last_fitting(x, l, r);
  if (!e && (m = sentence_subject(x, r)) != 0)
    e = csto_q_known(x, x->m[m - 1].tok, x->m[m - 1].tokend, 0, 0);
  if (!e) e = csto_q_last_person(x, r);
  if (!e && x->tk[r->cue].sentence > 0) {
    uint32_t i = x->d->sentences[x->tk[r->cue].sentence].tok;
    e = unnamed_subject(x, l, r, i - 1, i, 1);
  }
  r->who = e;
}
