/* quotes_who.c - the words of the speaker beside a cue.
**
** Behind a verb the speaker stands between it and the complement, after an
** adverb of time if any (قال اليوم الوزير); what his phrase takes in is in
** quotes_phrase.c.  Before a verb he fills the clause up to it, or is what
** الذي refers to.  Cost: linear in the words read.
*/
#include "speech/quotes_int.h"
#include <string.h>

/* To whom it was said: لوالده، للطلاب. */
static int whom(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  if (!q_starts(w, LAM) || x->tk[i].nnorm < 8) return 0;
  return csto_q_pronoun(x, i) || q_starts(w, LAM LAM);
}

uint32_t csto_q_to_name(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment_from(x, i);
  return m && q_starts(x->tk[i].norm, LAM) && m->start > x->tk[i].start
             ? m->tokend - i : 0;
}

/* Adverbs, days and commas before the speaker. */
static uint32_t skip_adverbs(const qx *x, uint32_t j, uint32_t end) {
  while (j < end && !q_person_from(x, j)) {
    if (x->t[j].cls & (QW_ADD | QW_DAY)) j += x->t[j].clen;
    else if (x->t[j].mark == QM_COMMA ||
             (x->tk[j].kind == CSTO_T_NUMBER && j > 0 &&
              (x->t[j - 1].cls & QW_DAY))) j++;
    else if (csto_q_to_name(x, j)) j += csto_q_to_name(x, j);
    else if (!x->t[j].ment && q_is_word(x, j) && whom(x, j)) j++;
    else if (j + 1 < end && csto_doc_is(x->d, j, LAM) &&
             x->t[j + 1].mark == QM_OPEN && x->t[j + 1].pair)
      j = x->t[j + 1].pair - 1 + x->t[x->t[j + 1].pair - 1].clen;
    else if (j + 1 < end && csto_doc_is(x->d, j, LAM) &&
             q_is_word(x, j + 1) && !x->t[j + 1].cls) j += 2;  /* لـCNN */
    else if (j + 3 < end && csto_doc_is(x->d, j, LAM) &&
             x->t[j + 1].mark == QM_PAREN &&
             x->t[j + 3].mark == QM_PARENEND) j += 4;   /* لـ(عكاظ) */
    else break;
  }
  return j;
}

/* Before قائلا the verb that has no words of its own (أوضح فلان قائلا):
** its subject. */
static int other_verb(const qx *x, q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, v, to, ment;
  for (v = r->cue; v > s && v + 30 > r->cue; v--) {
    if (!x->t[v - 1].verb || x->t[v - 1].cls) continue;
    if (x->t[v - 1].rep || q_bound(x, v)) return 0;
    v = skip_adverbs(x, v, r->cue);
    if (!csto_q_phrase(x, v, r->cue, &to, &ment)) return 0;
    if ((!ment || x->m[ment - 1].type == CSTO_ROLE) &&
        (s = csto_q_simple(x, v, to)) != 0) to = s;
    if (!csto_q_can_speak(x, v, to, ment)) return 0;
    return q_take(r, v, to, ment);
  }
  return 0;
}

int csto_q_governed(const qx *x, const csto_mention *m) {
  uint32_t i = m->tok;
  if (m->start != x->tk[i].start && !q_starts(x->tk[i].norm, WAW)) return 1;
  if (i > 1 && x->t[i - 1].mark == QM_OPEN) i--;
  return i > 0 && !q_bound(x, i) && m->type != CSTO_PERSON &&
         (x->t[i - 1].cls & QW_PREP);
}

/* الذي تتهم لندن موسكو بـ: two names right behind the verb. */
static int two_names(const qx *x, uint32_t j) {
  const csto_mention *m = j < x->n ? q_ment_from(x, j) : NULL;
  return m && m->type != CSTO_ROLE && j > 1 &&
         (x->t[j - 2].cls & QW_REL) && m->tokend < x->n &&
         q_ment_from(x, m->tokend) && !q_bound(x, m->tokend) &&
         !q_starts(x->tk[m->tokend].norm, WAW);
}

/* قال فلان وفلان: the persons that و joins to the one found. */
static void and_others(const qx *x, q_rep *r, uint32_t end) {
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (!m || m->type != CSTO_PERSON || m->tokend != r->s1) return;
  while (r->s1 < end && q_person_from(x, r->s1) &&
         q_starts(x->tk[r->s1].norm, WAW) &&
         q_ment(x, r->s1)->start != x->tk[r->s1].start) {
    r->s1 = q_ment(x, r->s1)->tokend;
    r->many = 1;
  }
}

/* الدينيين، المواطنين: a definite plural that is no subject. */
static int accusative(const qx *x, uint32_t i) {
  size_t n = x->tk[i].nnorm;
  return q_is_word(x, i) && n >= 14 && q_starts(x->tk[i].norm, AL) &&
         !x->t[i].ment &&
         !memcmp(x->tk[i].norm + n - 4, YEH NOON, 4);
}

/* A phrase that is no speaker: its last word, or its only one, has the
** speaker's pronoun (يدعو أنصاره، يتمنون تطبيقها). */
static int addressed(const qx *x, const q_rep *r, uint32_t from, uint32_t to,
                     uint32_t ment) {
  if (strchr(r->pat, '+') && !ment && (accusative(x, from) ||
      (from + 1 < to && (csto_q_noun(x, from) & QN_PEOPLE) &&
       q_starts(x->tk[from].norm, AL) && accusative(x, from + 1))))
    return 1;
  if (strchr(r->pat, '+') && to == from + 1 && to < r->comp && !ment &&
      !x->t[r->cue].object && !q_starts(x->tk[from].norm, AL) &&
      q_is_word(x, to) && !x->t[to].ment && csto_q_pronoun(x, to))
    return 1;                                           /* حكومة بلاده */
  if (!csto_q_pronoun(x, to - 1)) return 0;
  return strchr(r->pat, '+') != NULL ||
         (to == from + 1 && !ment && !csto_q_noun(x, from));
}

int csto_q_nominative(const qx *x, uint32_t i) {
  size_t n = x->tk[i].nnorm;
  return n >= 12 && (csto_q_noun(x, i) & QN_PEOPLE) &&
         !memcmp(x->tk[i].norm + n - 4, WAW NOON, 4);
}

/* Is the word at k no part of the phrase that began at j: behind a noun with
** a pronoun (عائلته جهاز …، رئيسها الولايات …) or, where no name can follow,
** an indefinite one behind a definite one (سكان الحي شركة …)? */
static int new_phrase(const qx *x, uint32_t j, uint32_t k) {
  const csto_mention *m = q_ment_from(x, k);
  int definite = q_starts(x->tk[k].norm, AL);
  unsigned head = csto_q_noun(x, j);
  if (x->t[k].cls & QW_THIS) return 1;              /* طهران هؤلاء … */
  if (csto_q_nominative(x, j) && k == j + 1 &&    /* المواطنون البلدية … */
      (accusative(x, k) ||
       (q_starts(x->tk[k].norm, AL) &&
        (csto_q_noun(x, k) & (QN_BODY | QN_PERSON | QN_PEOPLE))))) return 1;
  if (x->t[k].cls || (m && m->type == CSTO_PERSON)) return 0;
  if (k > j + 1 && !x->t[k].ment && csto_q_joined(x, k, BEH) > 2) return 1;
  if (k == j + 1 && csto_q_pronoun(x, j))
    return m ? m->type != CSTO_ROLE
             : !(csto_q_noun(x, k) & QN_COURTESY) &&
                   (!definite || csto_q_noun(x, k));
  if (k > j + 1 && (head & QN_PEOPLE) && (m = q_ment(x, k - 1)) != NULL &&
      m->type == CSTO_GPE && m->tokend == k && !x->t[k].ment && !definite &&
      !q_starts(x->tk[k].norm, WAW)) return 1;  /* سكان دمشق مبدأ … */
  m = q_ment_from(x, k);
  if (k < j + 2 || x->t[k - 1].cls ||
      !(q_starts(x->tk[k - 1].norm, AL) ||
        q_starts(x->tk[k - 1].norm, WAW AL)) ||
      !(head & (QN_PEOPLE | QN_BODY | QN_PERSON))) return 0;
  if (definite && strcmp(x->tk[k].norm + x->tk[k].nnorm - 4, ALEF TEH)
      == 0 && (csto_q_noun(x, k) & (QN_BODY | QN_PEOPLE)) && q_ment(x, k - 1))
    return 1;                              /* عميد المعهد … المؤسسات … */
  if (definite)                            /* أسرة الطفل السلطات … */
    return !q_starts(x->tk[j].norm, AL) && !csto_q_adjective(x, k) &&
           (csto_q_noun(x, k) &
            (head & QN_PERSON ? QN_PEOPLE
                              : QN_PEOPLE | QN_BODY | QN_PERSON));
  if (head & QN_PERSON) return 0;
  return !m && !x->t[k].ment && !q_starts(x->tk[k].norm, WAW) &&
         !csto_q_joined(x, k, LAM) && !q_starts(x->tk[k].norm, BEH);
}

/* Where the first new phrase begins, or `to`. */
static uint32_t first_phrase(const qx *x, uint32_t j, uint32_t to) {
  uint32_t k;
  for (k = j + 1; k < to; k++)
    if (q_is_word(x, k) && !x->t[k].ment && new_phrase(x, j, k)) return k;
  return to;
}

uint32_t csto_q_before_name(const qx *x, uint32_t j, uint32_t to,
                            uint32_t *ment) {
  uint32_t k;
  for (k = j + 1; k < to; k++) {
    const csto_mention *m = q_ment_from(x, k);
    if (!q_is_word(x, k)) continue;
    if (new_phrase(x, j, k)) {
      if (*ment && x->m[*ment - 1].tok >= k) *ment = 0;
      return k;
    }
    if (!m && k > j + 1 && (csto_q_noun(x, k) & QN_BODY) &&
        !(csto_q_noun(x, k - 1) | x->t[k - 1].cls) &&
        !q_starts(x->tk[k].norm, AL)) return k;   /* أخبر فلان صحيفة … */
    if (!m) continue;
    if (m->type == CSTO_PERSON) return to;
    if ((m->type == CSTO_GPE || m->type == CSTO_ORG) &&
        q_starts(x->tk[k - 1].norm, AL) &&
        !q_starts(x->tk[k].norm, AL) && m->start == x->tk[k].start) {
      if (*ment == x->t[k].ment) *ment = 0;
      return k;
    }
  }
  return to;
}

/* قائلا، قائلة: participle of the plainest verb. */
static int says(const qx *x, const q_rep *r) {
  return r->part && x->t[r->cue].verb &&
         strcmp(csto_table_cell(&csto_table_speech_verbs,
                                x->t[r->cue].verb - 1u, 1),
                "قال") == 0;
}

/* أصدرت الوزارة بيانا قالت فيه: the phrase before the verb is the paper. */
static int in_paper(const qx *x, const q_rep *r) {
  uint32_t i = r->cueend;
  return i < x->n && (x->t[i].cls & QW_DAY) && x->t[i].prep == 'f' &&
         (!r->ment || x->m[r->ment - 1].type != CSTO_PERSON) &&
         !(csto_q_noun(x, r->s0) & (QN_PERSON | QN_PEOPLE));
}

/* الناطق باسم الحركة -فلان-: the name between dashes. */
static void between_dashes(const qx *x, q_rep *r, uint32_t end) {
  uint32_t i = r->s1 + 1;
  if (r->ment && x->m[r->ment - 1].type == CSTO_PERSON) return;
  if (i >= end || strcmp(x->tk[i - 1].norm, "-") || !q_person_from(x, i) ||
      !(csto_q_noun(x, r->s0) & QN_PERSON)) return;
  r->ment = x->t[i].ment;
  r->s1 = x->m[r->ment - 1].tokend;
}

/* وصفوا الخطة بـ، وصف نفسه بـ: a plural verb stands behind its subject, and
** نفسه is an object. */
static int no_subject_behind(const qx *x, const q_rep *r, uint32_t j) {
  if (r->number == 'p' || r->number == 'd') return 1;
  return j + 1 < x->n && (x->t[j].cls & QW_SAME) && x->tk[j].nnorm > 6 &&
         !q_starts(x->tk[j + 1].norm, AL);
}

/* أنها غالبا ما تتهم البلدة بـ، إنه أبلغ الرئيس، فلان، بأن: the subject is
** the pronoun, the name behind the verb its object. */
static int pronoun_before(const qx *x, const q_rep *r) {
  uint32_t i = r->cue, k = r->cueend;
  const csto_mention *m;
  if (!strchr(r->pat, '+') || x->t[i].pre || q_bound(x, i) ||
      r->kind == QK_BEFORE) return 0;
  if (i > 2 && (x->t[i - 1].cls & QW_REL) && x->tk[i - 1].nnorm == 4) i -= 2;
  if (q_bound(x, i) || !(x->t[i - 1].cls & QW_THAT) ||
      x->tk[i - 1].nnorm < 6) return 0;
  if (k >= x->n || !q_ment_from(x, k)) return 0;
  while (k < r->comp && k < x->n) {
    if ((m = q_ment_from(x, k)) != NULL) k = m->tokend;
    else if (x->t[k].mark == QM_COMMA) k++;
    else return 0;
  }
  return k == r->comp;
}

/* كشف الغطاء عن: the veil does not speak. */
static int veil(const qx *x, uint32_t j) {
  return j < x->n &&
         (csto_doc_is(x->d, j, "الغطاء") ||
          csto_doc_is(x->d, j, "النقاب") ||
          csto_doc_is(x->d, j, "اللثام"));
}

/* A name of two to four words that no mention marks, then what he is (سيمو
** لاكي المختص في …): where the name ends. */
static uint32_t before_title(const qx *x, uint32_t j, uint32_t to) {
  uint32_t k;
  for (k = j; k < to && k < j + 5; k++) {
    unsigned noun = q_is_word(x, k) ? csto_q_noun(x, k) : 0;
    if (k > j + 1 && (noun & QN_PERSON) && q_starts(x->tk[k].norm, AL))
      return k;
    if (!q_is_word(x, k) || noun || x->t[k].cls || x->t[k].ment ||
        x->tk[k].kind != CSTO_T_WORD || q_starts(x->tk[k].norm, AL)) break;
  }
  return to;
}

/* واتهم المفوضية بـ: is the definite noun right behind the verb of another
** gender, so that it is the object? */
static int disagrees(const qx *x, const q_rep *r, uint32_t j) {
  const csto_mention *m = q_ment_from(x, j);
  if (j != r->cueend || r->gender != 'm' || r->number != 's' ||
      !q_is_word(x, j)) return 0;
  if (m && m->type == CSTO_PERSON) return m->gender == 2;
  return q_starts(x->tk[j].norm, AL) &&
         (csto_q_noun(x, j) & (QN_BODY | QN_PERSON)) &&
         (unsigned char)x->d->text[x->tk[j].end - 1] == 0xa9;       /* ة */
}

/* The subject of r behind its verb, at token j: 1 when one stands there. */
static int behind(const qx *x, q_rep *r, uint32_t j, uint32_t end) {
  int whom = strchr(r->pat, '+') && !x->t[r->cue].object, cut = 0;
  const csto_mention *m = q_ment_from(x, j);
  uint32_t to, ment, first = 0;
  if (no_subject_behind(x, r, j)) return 0;
  if (!csto_q_phrase(x, j, end, &to, &ment)) return 0;
  /* اتهمت لندن موسكو بـ: the first name is the subject */
  if (m && whom && m->type != CSTO_ROLE && m->tokend < to &&
      x->t[m->tokend].ment && q_is_word(x, m->tokend)) {
    to = m->tokend;
    ment = x->t[j].ment;
  } else if (whom || r->kind == QK_OBJECT) {
    first = whom ? csto_q_before_name(x, j, to, &ment)
                 : first_phrase(x, j, to);
    cut = first == j + 1 && first < to;
    to = first;
  }
  if (whom && disagrees(x, r, j)) return 0;
  if (!ment) to = before_title(x, j, to);
  if (!cut && addressed(x, r, j, to, ment)) return 0;
  first = whom && (!ment || x->m[ment - 1].type == CSTO_ROLE)
              ? csto_q_simple(x, j, to) : 0;
  q_take(r, j, first ? first : to, ment);
  between_dashes(x, r, end);
  and_others(x, r, end);
  return 1;
}

/* معلومات وصفها مدققو الحقائق بأنها …: what stands before the verb is its
** object, to which its pronoun points; who can speak stands right behind. */
static int by_object(const qx *x, q_rep *r, uint32_t j, uint32_t end) {
  uint32_t to, ment;
  if (!x->t[r->cue].object || r->kind == QK_BEFORE || j != r->cueend) return 0;
  if (!csto_q_phrase(x, j, end, &to, &ment) ||
      !csto_q_can_speak(x, j, to, ment)) return 0;
  return behind(x, r, j, end);
}

void csto_q_beside(qx *x, q_rep *r) {
  uint32_t j, end = r->comp;
  if (r->s1 > r->s0 || r->dropped) return;
  if (r->part || r->pat[0] == 0) {
    r->dropped = !says(x, r) || !other_verb(x, r);
    return;
  }
  if (r->kind == QK_BEFORE) {
    end = r->cueend + 40 < x->n ? r->cueend + 40 : x->n;
    if (r->cueend < x->n && q_bound(x, r->cueend)) end = r->cueend;
  }
  if (pronoun_before(x, r)) {
    r->dropped = 1;
    return;
  }
  j = skip_adverbs(x, r->cueend, end);
  if (by_object(x, r, j, end) || csto_q_after_amma(x, r)) return;
  if (strchr(r->pat, '+') && r->kind != QK_BEFORE &&
      !two_names(x, r->cueend) && csto_q_in_front(x, r) &&
      csto_q_leads(x, r)) return;
  r->s0 = r->s1 = r->ment = r->front = 0;
  if (r->kind != QK_BEFORE && csto_q_name_before(x, r) &&
      csto_q_in_front(x, r)) return;
  r->s0 = r->s1 = r->ment = r->front = 0;
  if (!veil(x, j) && behind(x, r, j, end)) return;
  r->dropped = !csto_q_in_front(x, r);
  if (r->dropped && (x->t[r->cueend].cls & QW_PIOUS)) r->praised = 1;
  if (in_paper(x, r)) r->dropped = r->paper = 1;
  if (r->dropped) r->s0 = r->s1 = r->ment = 0;
}
