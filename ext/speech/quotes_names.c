/* quotes_names.c - who the speakers are.
**
** A phrase that the register (quotes_register.c) knows means the same as
** before (الوزير، الشاهد، الحزب: وزير … يوسف الشاهد، حزب …); a bare paper
** (البيان) or المصدر ذاته means the last speaker.  A report with no subject
** takes the speaker before it in its sentence, else the last one whose gender
** and number fit the verb.  What is still a short form at the end is looked
** up once more, so that a headline's surname gets the full name of the
** article.  Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

/* ---- resolving ---- */

typedef struct last {
  uint32_t any, m, f, p;  /* entries + 1 */
  uint32_t solid;         /* the last that is no paper */
  uint32_t guest;         /* the person interviewed */
  int asked;              /* the guest has been looked for */
} last;

static void spoke(qx *x, last *l, uint32_t e, char gender, char number) {
  q_who *q = &x->who[e - 1];
  q->spoke = 1;
  if (!q->gender) q->gender = gender;
  if (!q->number) q->number = number;
  l->any = e;
  if (q->person || !(csto_q_noun(x, q->s0) & QN_PAPER)) l->solid = e;
  if (q->number == 'p') {
    l->p = e;
    return;
  }
  if (gender == 'm' || q->gender == 'm') l->m = e;
  if (gender == 'f' || q->gender == 'f') l->f = e;
}

static int fits(const q_who *q, const q_rep *r) {
  if (!r->gender || (r->number != 's')) return 1;
  if (q->number == 'p') return 0;
  if (q->gender && q->gender != r->gender) return 0;
  return 1;
}

static uint32_t last_fitting(const qx *x, const last *l, const q_rep *r) {
  uint32_t e = l->any;
  if (r->number == 'p' || r->number == 'd') return l->p ? l->p : e;
  if (e && fits(&x->who[e - 1], r)) return e;
  if (r->gender == 'f' && l->f) return l->f;
  if (r->gender == 'm' && l->m) return l->m;
  return e;
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
    if (m->gender && r->gender && r->number == 's' &&
        (m->gender == 1) != (r->gender == 'm')) continue;
    return x->t[i].ment;
  }
  return 0;
}

/* The person or body that a sentence is about, when it stands at its head or
** right behind its verb (وكان فلان قد …، وقال): its mention + 1. */
static uint32_t head_subject(const qx *x, const q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, to, ment, k;
  while (s + 1 < r->cue && (!q_is_word(x, s) ||
                            (x->t[s].cls & (QW_JOIN | QW_AUX)))) s++;
  for (k = s; k < s + 2 && k + 1 < r->cue; k++) {
    const csto_mention *m;
    if (!q_is_word(x, k) || (x->t[k].cls & ~(unsigned)QW_AUX)) return 0;
    if (!x->t[k].ment && !(csto_q_noun(x, k) & QN_PERSON)) continue;
    if (!csto_q_phrase(x, k, r->cue, &to, &ment) || !ment) return 0;
    m = &x->m[ment - 1];
    if (m->type != CSTO_PERSON) return 0;
    return m->gender && r->gender && r->number == 's' &&
           (m->gender == 1) != (r->gender == 'm') ? 0 : ment;
  }
  return 0;
}

/* A paper, or المصدر ذاته: what speaks for somebody named before.  -1: هذا
** المصدر, for whom it names only. */
static int stands_in(const qx *x, const q_rep *r) {
  uint32_t i, words = 0;
  int same = 0;
  if (r->s1 == r->s0 + 1 && (csto_q_noun(x, r->s0) & QN_HIM)) return 1;
  for (i = r->s0; i < r->s1; i++) {
    if (x->t[i].cls & QW_THIS) same = -1;
    else if (x->t[i].cls & QW_SAME) same = 1;
    else words += (uint32_t)q_is_word(x, i);
  }
  if (same && words <= 3) return same;          /* الفاعل المهني ذاته */
  if (words != 1) return 0;
  return q_starts(x->tk[r->s0].norm, Q_AL) &&
         (csto_q_noun(x, r->s0) & QN_STAND) != 0;
}

/* The body or person a paper belongs to: بيان لوزارة … */
static uint32_t owner(const qx *x, const q_rep *r) {
  uint32_t i;
  if (r->s1 <= r->s0 + 1 || !(csto_q_noun(x, r->s0) & QN_PAPER)) return 0;
  for (i = r->s0 + 1; i < r->s1; i++) {
    const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
    if (m && (m->type == CSTO_ORG || m->type == CSTO_PERSON))
      return x->t[i].ment;
  }
  return 0;
}

/* The same when no mention names it (بلاغ للمكتب، بيان الداخلية): the entry of
** a phrase known before. */
static uint32_t known_owner(qx *x, const q_rep *r) {
  uint32_t s = r->s0 + 1, e;
  unsigned noun;
  if (r->s1 <= s || r->ment || !(csto_q_noun(x, r->s0) & QN_PAPER)) return 0;
  while (s < r->s1 && (x->t[s].cls & (QW_ISSUED | QW_PREP))) s++;
  if (s >= r->s1) return 0;
  noun = csto_q_noun(x, s);                  /* but تقارير صحفية */
  if (s == r->s0 + 1 && !q_starts(x->tk[s].norm, Q_LAM) &&
      !q_starts(x->tk[s].norm, Q_AL)) noun &= ~(unsigned)QN_PERSON;
  else if (s == r->s0 + 1 && q_starts(x->tk[r->s0].norm, Q_AL))
    return 0;                                /* الرواية الإعلامية */
  if (!(noun & (QN_BODY | QN_PERSON))) return 0;
  e = csto_q_known(x, s, r->s1, 0, 0);
  if (!e && !owner(x, r) && r->s1 > s + 1 &&
      csto_q_who_add(x, s, r->s1, 0, 1))
    e = (uint32_t)x->nwho;
  return e;
}

/* نقابة، منظمات: a body whose noun is feminine. */
static int feminine_body(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (!(csto_q_noun(x, i) & QN_BODY) || n < 8) return 0;
  return memcmp(w + n - 2, Q_HA, 2) == 0 ||
         memcmp(w + n - 4, "\xd8\xa7\xd8\xaa", 4) == 0;
}

/* دعا الرئيس المواطنين إلى …: somebody else stands behind the phrase. */
static int addressee_behind(const qx *x, const q_rep *r) {
  uint32_t i = r->s1;
  if (i >= r->comp || !q_is_word(x, i) || q_bound(x, i) || x->t[i].cls)
    return 0;
  return q_ment_from(x, i) ||
         (csto_q_noun(x, i) & (QN_PEOPLE | QN_BODY)) != 0;
}

/* The noun phrase behind a verb with an addressee may be the addressee. */
static int is_addressee(qx *x, const last *l, const q_rep *r, uint32_t e) {
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (!strchr(r->pat, '+') || r->s0 < r->cueend) return 0;
  if (m && m->type == CSTO_PERSON && m->gender && r->gender &&
      (m->gender == 1) != (r->gender == 'm')) return 1;
  if (e && x->who[e - 1].spoke) return 0;
  if (m && m->type == CSTO_PERSON) return 0;
  if (r->gender == 'f' && feminine_body(x, r->s0)) return 0;
  if (r->s1 < x->n && (x->t[r->s1].cls & QW_ADD)) return 0;  /* أيضا */
  if ((csto_q_noun(x, r->s0) & QN_PERSON) && addressee_behind(x, r)) return 0;
  if (!l->any || !fits(&x->who[l->any - 1], r)) return 0;
  return x->t[r->cue].pre ||                            /* كما دعا */
         (!q_bound(x, r->cue) &&
          csto_doc_is(x->d, r->cue - 1, "\xd9\x83\xd9\x85\xd8\xa7"));
}

/* الفرنسي، المصرية: a definite adjective of origin. */
static int origin(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  return q_is_word(x, i) && n >= 10 && q_starts(w, Q_AL) &&
         (!memcmp(w + n - 2, Q_YA, 2) || !memcmp(w + n - 4, Q_YA Q_HA, 4));
}

/* Does the title of the person q have the noun at token i, and nothing that
** says where he is from? */
static int has_title(const qx *x, const q_who *q, uint32_t i) {
  uint32_t k;
  int same = 0;
  for (k = q->w0; k < q->w1; k++) {
    if (q->person && k == q->s0 && !csto_q_noun(x, k)) k = q->s1;
    if (k >= q->w1) break;
    if (origin(x, k)) return 0;
    same |= q_is_word(x, k) && csto_q_same_word(x, k, i);
  }
  return same;
}

/* The last person named with the title at r's head, of the last few. */
static uint32_t titled_before(const qx *x, const q_rep *r) {
  uint32_t e = (uint32_t)x->nwho, far = e > 12 ? e - 12 : 0;
  for (; e > far; e--)
    if (x->who[e - 1].person && fits(&x->who[e - 1], r) &&
        !q_starts(x->tk[x->who[e - 1].w0].norm, Q_AL) &&
        has_title(x, &x->who[e - 1], r->s0)) return e;
  return 0;
}

/* القيادي في الجبهة: are all nouns behind the preposition words of the title
** of the person q? */
static int of_his_body(const qx *x, const q_who *q, const q_rep *r) {
  uint32_t i, k, far = q->w1 < q->w0 + 16 ? q->w1 : q->w0 + 16;
  if (!q->person || r->s1 < r->s0 + 3 || r->s1 > r->s0 + 6 ||
      !(x->t[r->s0 + 1].cls & QW_PREP)) return 0;
  for (i = r->s0 + 2; i < r->s1; i++) {
    for (k = q->w0; k < far && !csto_q_same_word(x, k, i); k++) {}
    if (k == far) return 0;
  }
  return 1;
}

/* المتحدث، المسؤول: a bare definite noun that no phrase had before means the
** person who spoke last; with his origin (المدرب الفرنسي) if that is his
** title, or an occupation of those that are called so. */
static uint32_t same_person(const qx *x, const last *l, const q_rep *r) {
  const q_who *q = l->any ? &x->who[l->any - 1] : NULL;
  unsigned noun = csto_q_noun(x, r->s0);
  int two = r->s1 == r->s0 + 2 && origin(x, r->s0 + 1);
  if (r->ment && x->m[r->ment - 1].type != CSTO_ROLE) return 0;
  if (!(noun & QN_PERSON) || (noun & QN_ANYBODY) ||
      !q_starts(x->tk[r->s0].norm, Q_AL)) return 0;
  if (!q || (two && !q->person)) return two ? titled_before(x, r) : 0;
  if (!fits(q, r)) return 0;
  if (!q->person && !(csto_q_noun(x, q->s0) & QN_PERSON)) return 0;
  if (r->s1 == r->s0 + 1) return r->ment ? 0 : l->any;
  if (!two) return (noun & QN_CALLED) && of_his_body(x, q, r) ? l->any : 0;
  return (noun & QN_CALLED) || has_title(x, q, r->s0) ? l->any
                                                      : titled_before(x, r);
}

/* قال متحدث باسم …. وأضاف المتحدث فلان: entry e names the one who spoke last
** and had no name. */
static void same_office(qx *x, const last *l, uint32_t e) {
  const q_who *q = &x->who[e - 1];
  q_who *p = l->any ? &x->who[l->any - 1] : NULL;
  if (!p || p == q || p->person || p->same || !q->person ||
      q->s0 > q->w0 + 1 || !q_starts(x->tk[q->w0].norm, Q_AL) ||
      !(csto_q_noun(x, q->w0) & csto_q_noun(x, p->s0) & QN_PERSON)) return;
  if (csto_q_same_word(x, q->w0, p->s0)) p->same = e;
}

/* The last person named that fits, of the last few. */
static uint32_t last_person(const qx *x, const q_rep *r) {
  uint32_t e = (uint32_t)x->nwho, far = e > 12 ? e - 12 : 0;
  for (; e > far; e--)
    if (x->who[e - 1].person && fits(&x->who[e - 1], r)) return e;
  return 0;
}

/* Can the phrase of r mean entry e, all words of which it has? */
static int may_mean(const qx *x, const q_rep *r, uint32_t e) {
  const q_who *q = &x->who[e - 1];
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  unsigned noun = csto_q_noun(x, r->s0);
  if (q->person && (noun & QN_BODY) && !(noun & QN_PERSON)) return 0;
  if (!m) return 1;
  if (m->type == CSTO_ORG)
    return (!q->person && !(csto_q_noun(x, q->s0) & QN_PERSON)) ||
           (q->person && q->spoke && x->t[r->s0].mark == QM_OPEN);
  return m->type != CSTO_GPE ||
         (q->ment && !strcmp(x->m[q->ment - 1].name, m->name));
}

/* Somebody named before in other words, of whom the phrase of r speaks. */
static uint32_t named_before(qx *x, last *l, const q_rep *r) {
  int in = stands_in(x, r);
  uint32_t e;
  if (!in) return 0;
  e = csto_q_known(x, r->s0, r->s1, 0, 0);
  if (csto_q_noun(x, r->s0) & QN_HIM) e = 0;
  if (in > 0 && (!e || !x->who[e - 1].spoke)) e = l->solid ? l->solid : l->any;
  if (in > 0 && !e) e = last_person(x, r);
  return e;
}

/* A surname of one word, and entry e that holds it spoke under words that no
** mention names: somebody whom only the text knows. */
static int nameless(const qx *x, const q_rep *r, uint32_t e) {
  const q_who *q = &x->who[e - 1];
  return r->s1 == r->s0 + 1 && q->spoke && !q->ment && q->s1 > q->s0 + 1 &&
         q->s1 < q->s0 + 5 && !csto_q_noun(x, q->s0);
}

/* The entry of the phrase of r, a new one if need be; 0: no memory. */
static uint32_t entry_of(qx *x, q_rep *r, uint32_t e) {
  if (r->ment && x->m[r->ment - 1].type == CSTO_PERSON &&
      (!e || !(x->who[e - 1].person || nameless(x, r, e)))) e = 0;
  if (!e || r->many) {
    if (!csto_q_who_add(x, r->s0, r->s1, r->many ? 0 : r->ment, 1)) return 0;
    return (uint32_t)x->nwho;
  }
  csto_q_index(x, e - 1, 1);
  csto_q_also_known(x, r->s0, r->s1, e);
  return e;
}

static void explicit_speaker(qx *x, last *l, q_rep *r) {
  uint32_t e, own;
  unsigned noun = csto_q_noun(x, r->s0);
  int behind = r->s0 >= r->cueend;
  if ((r->who = named_before(x, l, r)) != 0) return;
  if ((noun & QN_HIM) && r->s1 == r->s0 + 1) return;    /* see speaker() */
  if ((r->who = known_owner(x, r)) != 0) {
    csto_q_also_known(x, r->s0, r->s1, r->who);
    if (!r->nested) spoke(x, l, r->who, 0, r->number);
    return;
  }
  own = owner(x, r);
  if (own) r->ment = own;
  e = csto_q_known(x, r->s0, r->s1, behind ? r->gender : 0, 0);
  if (!e) e = same_person(x, l, r);
  if (e && !may_mean(x, r, e)) e = 0;
  if (is_addressee(x, l, r, e)) {
    r->s0 = r->s1 = r->ment = 0;
    r->dropped = 1;
    return;
  }
  if (!(e = entry_of(x, r, e))) return;
  same_office(x, l, e);
  r->who = e;
  x->who[e - 1].spoke = 1;
  if ((!r->nested || r->within_source) &&
      (r->rule[0] != 's' || x->who[e - 1].person || (noun & QN_PERSON)))
    spoke(x, l, e, behind ? r->gender : 0,
          (noun & QN_PEOPLE) || r->many ? 'p' : r->number);
}

/* The subject of a verb at the head of the sentence when it is no name: عدد
** من المواطنين. */
static uint32_t unnamed_subject(qx *x, last *l, const q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok + 1, to, ment;
  uint32_t simple, e;
  if (s < r->cue && (x->t[s - 1].cls & QW_JOIN)) s++;       /* فيما قدم … */
  if (s >= r->cue || !(csto_q_noun(x, s) & (QN_PEOPLE | QN_PERSON | QN_BODY)))
    return 0;
  if (!csto_q_phrase(x, s, r->cue, &to, &ment)) return 0;
  to = csto_q_before_name(x, s, to, &ment);
  if ((!ment || x->m[ment - 1].type == CSTO_ROLE) &&
      (simple = csto_q_simple(x, s, to)) != 0) to = simple;
  e = csto_q_known(x, s, to, r->gender, 0);
  if (!e) {
    if (!csto_q_who_add(x, s, to, ment, 1)) return 0;
    e = (uint32_t)x->nwho;
  }
  spoke(x, l, e, r->gender, r->number);
  return e;
}

/* وجد الباحثون …. وأوضحوا: the people named last, when nobody spoke whom a
** plural could mean. */
static uint32_t people_before(qx *x, last *l, const q_rep *r) {
  uint32_t i = r->cue, far = i > 90 ? i - 90 : 0, to, ment;
  for (; i > far; i--) {
    if (!(csto_q_noun(x, i - 1) & QN_PEOPLE) ||
        !q_starts(x->tk[i - 1].norm, Q_AL)) continue;
    if (!csto_q_phrase(x, i - 1, r->cue, &to, &ment)) return 0;
    if (!ment && to > i && (far = csto_q_simple(x, i - 1, to)) != 0) to = far;
    if (ment && x->m[ment - 1].type == CSTO_PERSON) {
      while (to < r->cue && x->t[to].ment &&           /* فلان وفلان */
             x->m[x->t[to].ment - 1].tok == to &&
             q_starts(x->tk[to].norm, Q_WAW))
        to = x->m[x->t[to].ment - 1].tokend;
      ment = 0;
    }
    if (!csto_q_who_add(x, i - 1, to, ment, 1)) return 0;
    spoke(x, l, (uint32_t)x->nwho, r->gender, 'p');
    return (uint32_t)x->nwho;
  }
  return 0;
}

static void dropped_speaker(qx *x, last *l, q_rep *r, uint32_t prev) {
  uint32_t e = 0, m;
  r->implicit = 1;
  if (prev && x->r[prev - 1].who &&
      x->tk[x->r[prev - 1].cue].sentence == x->tk[r->cue].sentence) {
    e = x->r[prev - 1].who;
    if (!fits(&x->who[e - 1], r)) e = 0;
  }
  if (!e && (r->part || r->paper || (r->rule[0] == 'n' && !r->gender)) &&
      (m = sentence_subject(x, r)) != 0) {
    const csto_mention *p = &x->m[m - 1];
    e = csto_q_known(x, p->tok, p->tokend, 0, 0);
    if (!e && p->type == CSTO_GPE && r->rule[0] == 'n' &&
        csto_q_who_add(x, p->tok, p->tokend, m, 0)) e = (uint32_t)x->nwho;
    if (e && !r->nested) spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number == 's' && (m = head_subject(x, r)) != 0) {
    const csto_mention *p = &x->m[m - 1];
    e = csto_q_known(x, p->tok, p->tokend, 0, 0);
    if (e && !r->nested) spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number != 's' && r->number && !l->p)
    e = people_before(x, l, r);
  if (!e && (!l->any || r->part)) e = unnamed_subject(x, l, r);
  if (!e) e = last_fitting(x, l, r);
  if (!e && (m = sentence_subject(x, r)) != 0)
    e = csto_q_known(x, x->m[m - 1].tok, x->m[m - 1].tokend, 0, 0);
  if (!e) e = last_person(x, r);
  r->who = e;
}

/* ---- names ---- */

size_t csto_q_lam(const qx *x, const q_rep *r) {
  const char *w = x->tk[r->s0].norm;
  if (r->rule[0] != 's' || r->s0 == 0 || !q_starts(w, Q_LAM)) return 0;
  if (!x->t[r->cue].attr || r->s0 != r->cue + x->t[r->cue].alen) return 0;
  if (csto_table_cell(&csto_table_attributions, x->t[r->cue].attr - 1u,
                      1)[0] != 'l') return 0;
  return q_starts(w, Q_LAM Q_LAM) ? 4 : 2;
}

/* A short form gets the fuller entry that came later. */
static void fuller(qx *x, q_who *q) {
  uint32_t e, self = (uint32_t)(q - x->who) + 1;
  if (q->ment && x->m[q->ment - 1].type == CSTO_PERSON &&
      strchr(x->m[q->ment - 1].name, ' ')) return;
  e = csto_q_known(x, q->s0, q->s1, q->gender, self);
  if (e && q->body && x->who[e - 1].person &&
      !(x->who[e - 1].ment && strstr(x->m[x->who[e - 1].ment - 1].name,
                                     x->m[q->ment - 1].name))) return;
  if (e && e != self && !x->who[e - 1].same) q->same = e;
}

/* Has the country that mention ment names spoken, of the first entries? */
static int country_spoke(const qx *x, const q_rep *r) {
  size_t k, far = x->nwho < 200 ? x->nwho : 200;
  for (k = 0; k < far; k++)
    if (x->who[k].spoke && x->who[k].ment &&
        strcmp(x->m[x->who[k].ment - 1].name, x->m[r->ment - 1].name) == 0)
      return 1;
  return 0;
}

/* Does the article confirm that the words before a headline's colon speak?*/
static int headline_speaks(qx *x, q_rep *r) {
  uint32_t e;
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (m && m->type == CSTO_GPE) return country_spoke(x, r);
  e = csto_q_known(x, r->s0, r->s1, 0, 0);
  if (e && m && m->type == CSTO_ORG && x->who[e - 1].person) e = 0;
  if (e) r->who = e;
  if (m && m->type == CSTO_PERSON) return 1;
  if (e && x->who[e - 1].spoke && r->s1 - r->s0 < 7) return 1;
  if (m && m->type == CSTO_ORG && r->s1 - r->s0 < 6) return 1;
  return (csto_q_noun(x, r->s0) & (QN_PERSON | QN_PEOPLE)) != 0;
}

/* مشروع قرار يدعو إلى …: a clause about an indefinite thing. */
static int about_thing(const qx *x, const q_rep *r) {
  uint32_t i = r->cue;
  const char *w;
  if (!r->dropped || r->part || r->kind != QK_PREP || r->comp != r->cueend ||
      q_bound(x, i) || x->t[i].pre || !csto_q_imperfect(x, i)) return 0;
  w = x->tk[i - 1].norm;
  return x->tk[i - 1].kind == CSTO_T_WORD && !x->t[i - 1].ment &&
         !x->t[i - 1].cls && !x->t[i - 1].verb && !q_starts(w, Q_AL) &&
         strcmp(w + x->tk[i - 1].nnorm - 2, "\xd8\xa7") &&
         !(csto_q_noun(x, i - 1) & ~(unsigned)QN_TITLED);
}

/* A thing that is said to show something is no speaker (هذا الإجراء يؤكد
** حرصها، الواقع يقول), nor is one inside what another says. */
static int thing(qx *x, const q_rep *r) {
  uint32_t e;
  if (about_thing(x, r)) return 1;
  if (r->nested && x->t[r->cue].quoted && r->s1 > r->s0 &&
      !csto_q_can_speak(x, r->s0, r->s1, r->ment)) return 1;
  if (r->nested && r->kind == QK_QUOTE && x->t[r->comp].mark != QM_COLON)
    return 1;
  if (r->nested && r->dropped &&
      (r->kind == QK_PREP || r->kind == QK_OBJECT)) return 1;
  if (r->relative && r->dropped && (r->kind == QK_PREP ||
                                    r->kind == QK_OBJECT ||
                                    r->relative == 2)) return 1;
  if (r->dropped && !r->part && !x->t[r->cue].object &&
      strchr(r->pat, 'Z')) return 1;
  if (r->s1 <= r->s0) return q_has(r, 'F');
  /* فتاة وصفت حالتها بأنها خطيرة: a passive */
  if (r->front && strchr(r->pat, 'Z') && !r->part &&
      csto_q_pronoun(x, r->cueend)) return 1;
  if (q_has(r, 'F') && !(csto_q_noun(x, r->s0) & (QN_PAPER | QN_PEOPLE)))
    return 1;
  if (csto_q_can_speak(x, r->s0, r->s1, r->ment)) return 0;
  if (r->homograph) return 1;
  if (r->kind == QK_OBJECT ||
      (x->nm && strchr(r->pat, 'W') && r->s1 > r->s0 + 2) ||
      (r->nested && r->kind == QK_PREP) ||
      (r->front && (r->nested || r->kind == QK_PREP ||
                    (r->s1 == r->s0 + 1 &&
                     q_starts(x->tk[r->s0].norm, Q_AL))))) {
    e = csto_q_known(x, r->s0, r->s1, 0, 0);
    return !e || !x->who[e - 1].spoke;
  }
  return 0;
}

/* An answer: all of them are by the person met before the first question. */
static void answered(qx *x, last *l, q_rep *r, uint32_t *outer) {
  if (!l->asked) {
    l->guest = csto_q_guest(x, r->cue);
    l->asked = 1;
  }
  r->who = l->guest;
  r->implicit = 1;
  if (!r->who) {
    r->c1 = r->c0;
    return;
  }
  spoke(x, l, r->who, 0, 's');
  *outer = r->c1;
}

/* One report, in the order of the cues. */
static void one_report(qx *x, last *l, uint32_t ri, uint32_t *prev,
                       uint32_t *outer) {
  q_rep *r = &x->r[ri - 1];
  if (r->rule[0] == 'i') {
    answered(x, l, r, outer);
    return;
  }
  r->nested = r->cue < *outer && r->kind != QK_BEFORE;
  r->within_source = r->nested && *prev && x->r[*prev - 1].rule[0] == 's';
  if (thing(x, r)) {
    r->c1 = r->c0;
    r->s0 = r->s1 = 0;
    return;
  }
  if (r->maybe) {
    uint32_t e = csto_q_known(x, r->s0, r->s1, 0, 0);
    if (!e || !x->who[e - 1].spoke) {
      r->c1 = r->c0;
      return;
    }
  }
  if (r->s1 > r->s0) explicit_speaker(x, l, r);
  if (r->dropped) dropped_speaker(x, l, r, *prev);
  if (r->nested && (!r->within_source || r->s1 == r->s0)) return;
  *prev = ri;
  if (r->nested) return;
  if (r->kind != QK_BEFORE) *outer = r->c1;
}

/* The name of r's speaker; معاليه before any name is the first person. */
static const char *speaker(qx *x, const q_rep *r) {
  if (!r->who && r->s1 > r->s0 && (csto_q_noun(x, r->s0) & QN_HIM)) {
    uint32_t e;
    for (e = 1; e <= x->nwho && e <= 40; e++)
      if (x->who[e - 1].person && fits(&x->who[e - 1], r))
        return csto_q_name(x, e);
  }
  if (r->who) return csto_q_name(x, r->who);
  if (r->ment) return x->m[r->ment - 1].name;
  return r->s1 > r->s0 ? csto_q_text(x, r->s0, r->s1) : "";
}

int csto_q_names(qx *x) {
  uint32_t i, prev = 0, outer = 0;
  size_t k;
  last l;
  memset(&l, 0, sizeof l);
  for (x->nslot = 64; x->nslot < x->n * 2; x->nslot *= 2) {}
  x->slots = csto_arena_zalloc(&x->d->arena,
                               (size_t)x->nslot * 2 * sizeof *x->slots);
  if (!x->slots) return CSTO_NOMEM;
  for (i = 0; i < x->n && x->d->arena.rc == CSTO_OK; i++) {
    uint32_t mi = x->t[i].ment, ri = x->t[i].rep;
    if (mi && x->m[mi - 1].tok == i &&
        (x->m[mi - 1].type == CSTO_PERSON || x->m[mi - 1].type == CSTO_ORG))
      csto_q_named(x, i, mi);
    if (!ri || x->r[ri - 1].cue != i || x->r[ri - 1].rule[0] == 'h') continue;
    one_report(x, &l, ri, &prev, &outer);
  }
  if (x->d->arena.rc) return x->d->arena.rc;
  for (k = 0; k < x->nwho; k++) fuller(x, &x->who[k]);
  for (k = 0; k < x->nr; k++) {
    q_rep *r = &x->r[k];
    if (r->rule[0] == 'h' && !headline_speaks(x, r)) {
      r->c1 = r->c0;
      continue;
    }
    r->speaker = speaker(x, r);
    if (!r->speaker) return CSTO_NOMEM;
  }
  return CSTO_OK;
}
