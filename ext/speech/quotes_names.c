/* quotes_names.c - who the speakers are.
**
** Goes through the reports in the order of their cues: what is said of a
** thing is dropped, the others get the speaker that quotes_mean.c or
** quotes_dropped.c finds.  What is still a short form at the end is looked up
** once more, so that a headline's surname gets the full name of the article.
** Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

/* ---- names ---- */

size_t csto_q_lam(const qx *x, const q_rep *r) {
  const char *w = x->tk[r->s0].norm;
  if (r->rule[0] != 's' || r->s0 == 0 || !q_starts(w, LAM)) return 0;
  if (!x->t[r->cue].attr || r->s0 != r->cue + x->t[r->cue].alen) return 0;
  if (csto_table_cell(&csto_table_attributions, x->t[r->cue].attr - 1u,
                      1)[0] != 'l') return 0;
  return q_starts(w, LAM LAM) ? 4 : 2;
}

/* A short form gets the fuller entry that came later. */
static void fuller(qx *x, q_who *q) {
  uint32_t e, self = (uint32_t)(q - x->who) + 1;
  if (q->ment && x->m[q->ment - 1].type == CSTO_PERSON &&
      strchr(x->m[q->ment - 1].name, ' ')) return;
  e = csto_q_known(x, q->s0, q->s1, q->gender, self);
  if (e && x->who[e - 1].person &&
      (csto_q_noun(x, q->s0) & (QN_BODY | QN_PERSON)) == QN_BODY) return;
  if (e && q->ment && x->m[q->ment - 1].type == CSTO_GPE &&
      !(x->who[e - 1].ment && !strcmp(x->m[x->who[e - 1].ment - 1].name,
                                      x->m[q->ment - 1].name))) return;
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
  if (!e && r->s1 > r->s0 + 1 &&                    /* فلان للصحفيين: … */
      q_starts(x->tk[r->s1 - 1].norm, LAM LAM) &&
      (e = csto_q_known(x, r->s0, r->s1 - 1, 0, 0)) != 0) r->s1--;
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
         !x->t[i - 1].cls && !x->t[i - 1].verb && !q_starts(w, AL) &&
         strcmp(w + x->tk[i - 1].nnorm - 2, ALEF) &&
         !(csto_q_noun(x, i - 1) & ~(unsigned)QN_TITLED);
}

/* يوضح رد فعل الجماعة أن …: an act shows something. */
static int act_shows(const qx *x, const q_rep *r) {
  size_t n;
  return r->kind == QK_THAT && !r->part && !r->front && r->s1 > r->s0 + 1 &&
         csto_q_imperfect(x, r->cue) && !q_ment_from(x, r->s0) &&
         !csto_q_noun(x, r->s0) && q_is_word(x, r->s0) &&
         csto_table_match(&csto_table_speech_nouns, x->d, r->s0, 0, NULL, &n);
}

/* A thing that is said to show something is no speaker (هذا الإجراء يؤكد
** حرصها، الواقع يقول), nor is one inside what another says. */
static int thing(qx *x, const q_rep *r) {
  uint32_t e;
  if (about_thing(x, r) || act_shows(x, r)) return 1;
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
                     q_starts(x->tk[r->s0].norm, AL))))) {
    e = csto_q_known(x, r->s0, r->s1, 0, 0);
    return !e || !x->who[e - 1].spoke;
  }
  return 0;
}

/* جاء في البيان: "يدعو المجلس الجميع إلى …": who acts in a paper's words, of
** which report prev is one, speaks with them. */
static int of_paper(const qx *x, const q_rep *r, uint32_t prev) {
  const q_rep *o = &x->r[prev - 1];
  return o->direct && o->s1 > o->s0 && (csto_q_noun(x, o->s0) & QN_PAPER) &&
         x->t[r->cue].quoted && !r->part &&
         (r->kind == QK_PREP || r->kind == QK_OBJECT);
}

/* An answer: all of them are by the person met before the first question. */
static void answered(qx *x, q_last *l, q_rep *r, uint32_t *outer) {
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
  csto_q_spoke(x, l, r->who, 0, 's');
  *outer = r->c1;
}

/* One report, in the order of the cues. */
static void one_report(qx *x, q_last *l, uint32_t ri, uint32_t *prev,
                       uint32_t *outer) {
  q_rep *r = &x->r[ri - 1];
  if (r->rule[0] == 'i') {
    answered(x, l, r, outer);
    return;
  }
  r->nested = r->cue < *outer && r->kind != QK_BEFORE;
  r->within_source = r->nested && *prev && x->r[*prev - 1].rule[0] == 's';
  if (thing(x, r) || (*prev && r->nested && of_paper(x, r, *prev))) {
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
  if (r->s1 > r->s0) csto_q_explicit(x, l, r);
  if (r->dropped) csto_q_dropped(x, l, r, *prev);
  if (r->nested && (!r->within_source || r->s1 == r->s0)) return;
  *prev = ri;
  if (r->nested) return;
  if (r->kind != QK_BEFORE) *outer = r->c1;
}

/* Whom the formula of praise at token i means (تعالى: الله), or NULL. */
static const char *praised(const qx *x, uint32_t i) {
  const csto_table *t = &csto_table_speech_words;
  size_t n;
  csto_hit h = csto_table_match(t, x->d, i, 0, NULL, &n);
  for (; h; h = csto_table_next(t, h))
    if (csto_table_letter(t, h) == 'U')
      return csto_table_cell(t, csto_table_row(t, h), 3);
  return NULL;
}

/* The name of r's speaker; معاليه before any name is the first person. */
static const char *speaker(qx *x, const q_rep *r) {
  if (!r->who && r->s1 > r->s0 && (csto_q_noun(x, r->s0) & QN_HIM)) {
    uint32_t e;
    for (e = 1; e <= x->nwho && e <= 40; e++)
      if (x->who[e - 1].person && csto_q_fits(&x->who[e - 1], r))
        return csto_q_name(x, e);
  }
  if (r->who) return csto_q_name(x, r->who);
  if (r->praised && praised(x, r->cueend)) return praised(x, r->cueend);
  if (r->ment) return x->m[r->ment - 1].name;
  return r->s1 > r->s0 ? csto_q_text(x, r->s0, r->s1) : "";
}

int csto_q_names(qx *x) {
  uint32_t i, prev = 0, outer = 0;
  size_t k;
  q_last l;
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
