/* quotes_mean.c - whom the words beside a cue mean.
**
** A phrase that the register (quotes_register.c) knows means the same as
** before (الوزير، الشاهد، الحزب: وزير … يوسف الشاهد، حزب …); a bare paper
** (البيان) or المصدر ذاته means the last speaker, a paper with its owner the
** owner; a bare title the one who spoke last, if he can be called so.  What
** nothing before explains is a new entry.
** Cost: linear in the words of the phrase.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

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
  if (same > 0 && (csto_q_noun(x, r->s0) & QN_ANYBODY)) return -1;
  if (same && words <= 3) return same;          /* الفاعل المهني ذاته */
  if (words != 1) return 0;
  return q_starts(x->tk[r->s0].norm, AL) &&
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

/* A body whose name does not say what it is: هيومن رايتس ووتش، رويترز. */
static int of_no_kind(const qx *x, const q_who *q) {
  const csto_mention *m = q->ment ? &x->m[q->ment - 1] : NULL;
  unsigned noun = csto_q_noun(x, q->s0);
  return m && m->type == CSTO_ORG && !q->same &&
         !q_starts(x->tk[q->s0].norm, AL) &&
         !(noun & (QN_PERSON | QN_PEOPLE | QN_KIND)) &&
         (!(noun & QN_BODY) || q->s1 == q->s0 + 1);
}

/* المنظمة، المجموعة الإيطالية: such a body, if it spoke last or is the only
** one named so far, of the first few. */
static uint32_t of_kind(const qx *x, const q_last *l, const q_rep *r,
                        uint32_t s0, uint32_t s1) {
  uint32_t e, one = 0, far = (uint32_t)x->nwho;
  if (!(csto_q_noun(x, s0) & QN_KIND) ||
      (r->ment && !x->m[r->ment - 1].nominal) ||
      !q_starts(x->tk[s0].norm, AL) || s1 > s0 + 2 ||
      (s1 == s0 + 2 && !csto_q_origin(x, s0 + 1))) return 0;
  for (e = l->any; e && x->who[e - 1].same;) e = x->who[e - 1].same;
  if (e && of_no_kind(x, &x->who[e - 1]))
    return csto_q_fits(&x->who[e - 1], r) ? e : 0;
  for (e = 1; e <= far && e < 40; e++) {
    const q_who *q = &x->who[e - 1];
    if (!q->ment || x->m[q->ment - 1].type != CSTO_ORG || q->same) continue;
    if (one || !of_no_kind(x, q)) return 0;
    one = e;
  }
  return one;
}

/* The same when no mention names it (بلاغ للمكتب، بيان الداخلية): the entry of
** a phrase known before. */
static uint32_t known_owner(qx *x, const q_last *l, const q_rep *r) {
  uint32_t s = r->s0 + 1, e;
  unsigned noun;
  if (r->s1 <= s || r->ment || !(csto_q_noun(x, r->s0) & QN_PAPER)) return 0;
  while (s < r->s1 && ((x->t[s].cls & (QW_ISSUED | QW_PREP)) ||
                       (x->t[s - 1].cls & QW_ISSUED))) s++;
  if (s >= r->s1) return 0;
  noun = csto_q_noun(x, s);                  /* but تقارير صحفية */
  if (s == r->s0 + 1 && !q_starts(x->tk[s].norm, LAM) &&
      !q_starts(x->tk[s].norm, AL)) noun &= ~(unsigned)QN_PERSON;
  else if (s == r->s0 + 1 && q_starts(x->tk[r->s0].norm, AL))
    return 0;                                /* الرواية الإعلامية */
  if (!(noun & (QN_BODY | QN_PERSON))) return 0;
  e = csto_q_known(x, s, r->s1, 0, 0);
  if (!e) e = of_kind(x, l, r, s, r->s1);
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
  return memcmp(w + n - 2, HEH, 2) == 0 ||
         memcmp(w + n - 4, ALEF TEH, 4) == 0;
}

/* دعا الرئيس المواطنين إلى …: somebody else stands behind the phrase. */
static int addressee_behind(const qx *x, const q_rep *r) {
  uint32_t i = r->s1;
  if (i >= r->comp || !q_is_word(x, i) || q_bound(x, i)) return 0;
  if (x->t[i].cls & QW_THIS) return 1;
  if (x->t[i].cls || csto_q_and_noun(x, i)) return 0;
  return q_ment_from(x, i) ||
         (csto_q_noun(x, i) & (QN_PEOPLE | QN_BODY)) != 0;
}

/* The noun phrase behind a verb with an addressee may be the addressee. */
static int is_addressee(qx *x, const q_last *l, const q_rep *r, uint32_t e) {
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (!strchr(r->pat, '+') || r->s0 < r->cueend || x->t[r->cue].object)
    return 0;
  if (m && m->type == CSTO_PERSON && m->gender && r->gender &&
      (m->gender == 1) != (r->gender == 'm')) return 1;
  if (e && x->who[e - 1].spoke) return 0;
  if (m && m->type == CSTO_PERSON)                    /* وأبلغ مدربه فلانا */
    return csto_q_pronoun(x, r->s0) && x->t[r->cue].pre && l->any &&
           csto_q_fits(&x->who[l->any - 1], r) && m->tok > r->s0;
  if (r->gender == 'f' && feminine_body(x, r->s0)) return 0;
  if (csto_q_nominative(x, r->s0)) return 0;
  if (r->s1 < x->n && (x->t[r->s1].cls & QW_ADD)) return 0;  /* أيضا */
  if (((csto_q_noun(x, r->s0) & QN_PERSON) || m) && addressee_behind(x, r))
    return 0;
  if (!l->any || !csto_q_fits(&x->who[l->any - 1], r)) return 0;
  return x->t[r->cue].pre ||                            /* كما دعا */
         (!q_bound(x, r->cue) &&
          csto_doc_is(x->d, r->cue - 1, "كما"));
}

/* Does the title of the person q have the noun at token i, and nothing that
** says where he is from? */
static int has_title(const qx *x, const q_who *q, uint32_t i) {
  uint32_t k;
  int same = 0;
  for (k = q->w0; k < q->w1; k++) {
    if (q->person && k == q->s0 && !csto_q_noun(x, k)) k = q->s1;
    if (k >= q->w1) break;
    if (csto_q_origin(x, k)) return 0;
    same |= q_is_word(x, k) && csto_q_same_word(x, k, i);
  }
  return same;
}

/* The last person named with the title at r's head, of the last few. */
static uint32_t titled_before(const qx *x, const q_rep *r) {
  uint32_t e = (uint32_t)x->nwho, far = e > 12 ? e - 12 : 0;
  for (; x->who && e > far; e--)
    if (x->who[e - 1].person && csto_q_fits(&x->who[e - 1], r) &&
        !q_starts(x->tk[x->who[e - 1].w0].norm, AL) &&
        has_title(x, &x->who[e - 1], r->s0)) return e;
  return 0;
}

/* زعيم النهضة: the head of a body, after رئيس حركة النهضة فلان who spoke last:
** all words behind the head are of his title, which has another such head. */
static int heads_it(const qx *x, const q_who *q, const q_rep *r) {
  uint32_t i, k, chief = 0, far = q->w1 < q->w0 + 16 ? q->w1 : q->w0 + 16;
  if (!q->person || r->s1 < r->s0 + 2 || r->s1 > r->s0 + 4 ||
      !(csto_q_noun(x, r->s0) & QN_CHIEF) ||
      q_starts(x->tk[r->s0].norm, AL)) return 0;
  k = q->w0 < q->s0 ? q->w0 : q->s1 + (x->t[q->s1].mark == QM_COMMA);
  if (k < far) chief = csto_q_noun(x, k) & QN_CHIEF;
  for (i = r->s0 + 1; chief && i < r->s1; i++) {
    for (k = q->w0; k < far && !csto_q_same_word(x, k, i); k++) {}
    if (k == far) return 0;
  }
  return chief != 0;
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
uint32_t csto_q_same_person(const qx *x, const q_last *l, const q_rep *r) {
  const q_who *q = l->any ? &x->who[l->any - 1] : NULL;
  unsigned noun = csto_q_noun(x, r->s0);
  int two = r->s1 == r->s0 + 2 && csto_q_origin(x, r->s0 + 1);
  if (q && csto_q_fits(q, r) && heads_it(x, q, r)) return l->any;
  if (r->ment && x->m[r->ment - 1].type != CSTO_ROLE) return 0;
  if (!(noun & QN_PERSON) || (noun & QN_ANYBODY) ||
      !q_starts(x->tk[r->s0].norm, AL)) return 0;
  if (!q || (two && !q->person)) return two ? titled_before(x, r) : 0;
  if (!csto_q_fits(q, r)) return 0;
  if (!q->person && !(csto_q_noun(x, q->s0) & QN_PERSON)) return 0;
  if (r->s1 == r->s0 + 1) return r->ment ? 0 : l->any;
  if (!two) return (noun & QN_CALLED) && of_his_body(x, q, r) ? l->any : 0;
  return (noun & QN_CALLED) || has_title(x, q, r->s0) ? l->any
                                                      : titled_before(x, r);
}

/* قال متحدث باسم …. وأضاف المتحدث فلان: entry e names the one who spoke last
** and had no name. */
static void same_office(qx *x, const q_last *l, uint32_t e) {
  const q_who *q = &x->who[e - 1];
  q_who *p = l->any ? &x->who[l->any - 1] : NULL;
  if (!p || p == q || p->person || p->same || !q->person ||
      q->s0 > q->w0 + 1 || !q_starts(x->tk[q->w0].norm, AL) ||
      !(csto_q_noun(x, q->w0) & csto_q_noun(x, p->s0) & QN_PERSON)) return;
  if (csto_q_same_word(x, q->w0, p->s0)) p->same = e;
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

/* سموه، معاليه: the last one who spoke, or was named, with that title of
** courtesy (سمو، معالي) before his name. */
static uint32_t of_courtesy(const qx *x, const q_rep *r) {
  const char *him = x->tk[r->s0].norm;
  uint32_t e = (uint32_t)x->nwho, far = e > 40 ? e - 40 : 0, named = 0, k;
  for (; e > far; e--) {
    const q_who *q = &x->who[e - 1];
    if ((!q->person && !q->same) || !csto_q_fits(q, r)) continue;
    for (k = q->w0 > 2 ? q->w0 - 2 : 0; k < q->s1; k++) {
      const char *w = x->tk[k].norm;
      size_t n = x->tk[k].nnorm, skip = q_starts(w, AL) ? 4 : 0;
      if (!(csto_q_noun(x, k) & QN_COURTESY) || n < skip + 6) continue;
      if (memcmp(w + skip, him, n - skip - 2)) continue;
      if (q->spoke) return e;
      if (!named) named = e;
    }
  }
  return named;
}

/* Somebody named before in other words, of whom the phrase of r speaks. */
static uint32_t named_before(qx *x, q_last *l, const q_rep *r) {
  int in = stands_in(x, r);
  uint32_t e;
  if (!in) return 0;
  e = csto_q_known(x, r->s0, r->s1, 0, 0);
  if (csto_q_noun(x, r->s0) & QN_HIM) {
    if ((e = of_courtesy(x, r)) != 0) return e;
  }
  if (in > 0 && (!e || !x->who[e - 1].spoke)) e = l->solid ? l->solid : l->any;
  if (in > 0 && !e) e = csto_q_last_person(x, r);
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

/* الصور الجهة …: a definite common noun that cannot speak; nobody goes on
** speaking after it. */
static int mute(const qx *x, const q_rep *r) {
  return x->t[r->cue].verb && csto_q_imperfect(x, r->cue) &&
         q_starts(x->tk[r->s0].norm, AL) && r->s1 > r->s0 + 1 &&
         !q_ment(x, r->s0) && !csto_q_can_speak(x, r->s0, r->s1, r->ment);
}

void csto_q_explicit(qx *x, q_last *l, q_rep *r) {
  uint32_t e, own;
  int known;
  unsigned noun = csto_q_noun(x, r->s0);
  int behind = r->s0 >= r->cueend;
  if ((r->who = named_before(x, l, r)) != 0) return;
  if ((noun & QN_HIM) && r->s1 == r->s0 + 1) return;    /* see speaker() */
  if ((r->who = known_owner(x, l, r)) != 0) {
    csto_q_also_known(x, r->s0, r->s1, r->who);
    if (!r->nested) csto_q_spoke(x, l, r->who, 0, r->number);
    return;
  }
  own = owner(x, r);
  if (own) r->ment = own;
  e = csto_q_known(x, r->s0, r->s1, behind ? r->gender : 0, 0);
  if (!e) e = csto_q_same_person(x, l, r);
  if (!e) e = of_kind(x, l, r, r->s0, r->s1);
  if (e && !may_mean(x, r, e)) e = 0;
  if (is_addressee(x, l, r, e)) {
    r->s0 = r->s1 = r->ment = 0;
    r->dropped = 1;
    return;
  }
  known = e != 0;
  if (!(e = entry_of(x, r, e))) return;
  same_office(x, l, e);
  r->who = e;
  if (!known && mute(x, r)) return;
  x->who[e - 1].spoke = 1;
  if ((!r->nested || r->within_source) &&
      (r->rule[0] != 's' || x->who[e - 1].person || (noun & QN_PERSON)))
    csto_q_spoke(x, l, e, behind ? r->gender : 0,
          (noun & QN_PEOPLE) || r->many ? 'p' : r->number);
}
