/* quotes_front.c - the words of the speaker before a verb.
**
** He fills the clause up to the verb, with circumstances between commas, or is
** what الذي before the verb refers to, or stands behind أما.
** Cost: linear; at most BACK tokens are read back.
*/
#include "speech/quotes_int.h"
#include <string.h>

#define BACK 25u

/* A person whose title stands behind him, up to token e (فلان مدير مجموعة
** …، الذي): his mention + 1. */
static uint32_t titled_before(const qx *x, uint32_t e) {
  uint32_t s;
  for (s = e; s > 0 && s + 18 > e && !q_bound(x, s); s--) {
    const q_tok *t = &x->t[s - 1];
    const csto_mention *m = q_ment(x, s - 1);
    uint32_t k;
    if (t->verb || t->attr || t->mark == QM_COLON ||
        (t->cls & ~(unsigned)(QW_PREP | QW_SAME | QW_SON | QW_GOVERN)))
      return 0;
    if (!m || m->type != CSTO_PERSON) continue;
    k = m->tokend;
    if (x->t[k].mark == QM_COMMA) k++;
    return k < e && (csto_q_noun(x, k) & QN_PERSON) ? t->ment : 0;
  }
  return 0;
}

/* The phrase that الذي before token e refers to. */
static int antecedent(const qx *x, q_rep *r, uint32_t e) {
  uint32_t s, to, ment;
  if (e > 0 && x->t[e - 1].mark == QM_COMMA) e--;
  if (e == 0) return 0;
  if ((ment = titled_before(x, e)) != 0 &&
      (r->gender != 'f' || x->m[ment - 1].gender == 2)) {
    return q_take(r, x->m[ment - 1].tok, x->m[ment - 1].tokend, ment);
  }
  if (x->t[e - 1].ment && x->m[x->t[e - 1].ment - 1].tokend == e) {
    return q_take(r, x->m[x->t[e - 1].ment - 1].tok, e, x->t[e - 1].ment);
  }
  for (s = e; s > 0 && s + 10 > e && !q_bound(x, s); s--) {
    const q_tok *t = &x->t[s - 1];
    if (t->verb || t->attr || t->mark || (t->cls & ~(unsigned)QW_SAME)) break;
  }
  if (!csto_q_phrase(x, s, e, &to, &ment) || to != e) return 0;
  if (csto_q_pronoun(x, s) && (!csto_q_can_speak(x, s, e, ment) ||
                               (csto_q_noun(x, s) & QN_HIM))) return 0;
  return q_take(r, s, e, ment);
}

/* Does an addressee or a circumstance begin at token i (مصادر لـ"الصحيفة"
** قالت، الوزير في تصريح قال)? */
static int aside(const qx *x, uint32_t i) {
  return (x->t[i].cls & (QW_HARD | QW_DAY)) || csto_doc_is(x->d, i, LAM);
}

/* Do only the titles of the person just named stand from token i to e? */
static int titled(const qx *x, uint32_t ment, uint32_t i, uint32_t e) {
  uint32_t k = i;
  if (!ment || x->m[ment - 1].type != CSTO_PERSON ||
      x->m[ment - 1].tokend != i) return 0;
  if (!(csto_q_noun(x, i) & QN_PERSON)) return 0;
  for (; k < e; k++)
    if (x->t[k].verb || x->t[k].mark || (x->t[k].cls & ~(unsigned)QW_PREP))
      return 0;
  return 1;
}

/* فلان، الكاتب العام لـ…، قال: a person at the head of the sentence, what he
** is between commas, then the verb behind the comma at e. */
static int apposed_before(const qx *x, q_rep *r, uint32_t e) {
  uint32_t s = x->d->sentences[x->tk[e].sentence].tok, k;
  const csto_mention *m;
  if (s + 30 < e) return 0;
  for (k = s; k < s + 5 && k < e; k++)
    if (x->t[k].cls & QW_THAT) s = k + 1;             /* ويذكر أن فلانا، … */
  while (s < e && (!q_is_word(x, s) || (x->t[s].cls & QW_JOIN))) s++;
  for (k = s; k < e && !q_person_from(x, k); k++)
    if (x->t[k].verb || x->t[k].mark || (x->t[k].cls & (QW_REL | QW_THAT)) ||
        k > s + 8 || (k == s && !csto_q_noun(x, k))) return 0;
  if (k >= e) return 0;
  m = q_ment(x, k);
  if (x->t[m->tokend].mark != QM_COMMA || m->tokend >= e ||
      (m->gender && r->gender && (m->gender == 1) != (r->gender == 'm')))
    return 0;
  return q_take(r, s, m->tokend, x->t[k].ment);
}

/* فلان وفلان أوضحوا: all persons that و joins speak, for a verb that is no
** singular; the phrase found is the last of them. */
static void all_of_them(const qx *x, q_rep *r) {
  uint32_t s = r->s0;
  if (r->number == 's' || !r->ment ||
      x->m[r->ment - 1].type != CSTO_PERSON) return;
  while (s > 0 && !q_bound(x, s) && q_starts(x->tk[s].norm, WAW)) {
    const csto_mention *m = q_ment(x, s - 1);
    if (!m || m->type != CSTO_PERSON || m->tokend != s) break;
    s = m->tok;
  }
  if (s == r->s0) return;
  r->s0 = s;
  r->many = 1;
}

/* التابع، المعروف: a definite word that is no noun of a speaker. */
static int adjective(const qx *x, uint32_t i) {
  return q_is_word(x, i) && q_starts(x->tk[i].norm, AL) &&
         !csto_q_noun(x, i) && !x->t[i].ment && !x->t[i].cls &&
         !x->t[i].verb;
}

/* The relative of whose clause the name that ends at token e is a part (قبل
** القمة التي يستضيفها الملعب، الذي يعارض الحكومة), or 0. */
static uint32_t in_relative(const qx *x, uint32_t e) {
  const csto_mention *m = q_ment(x, e - 1);
  uint32_t k;
  if (!m || m->tokend != e || q_bound(x, m->tok)) return 0;
  for (k = m->tok - 1; k > 0 && k + 8 > m->tok && !q_bound(x, k); k--) {
    const q_tok *t = &x->t[k];
    if (t->mark || t->rep || t->attr || (t->cls & (QW_THAT | QW_OTHER)))
      return 0;
    if ((t->cls & QW_REL) && q_starts(x->tk[k].norm, AL))
      return k + 1 < m->tok ? k : 0;
  }
  return 0;
}

/* What stands before such a clause speaks: فلان، الذي …، or who stands at the
** head of the sentence. */
static int over_relative(const qx *x, q_rep *r, uint32_t e) {
  uint32_t k = in_relative(x, e);
  const csto_mention *m;
  if (!k) return 0;
  if (antecedent(x, r, k) && r->ment) {
    m = &x->m[r->ment - 1];
    if (m->type == CSTO_PERSON &&
        !(m->gender && r->gender && (m->gender == 1) != (r->gender == 'm')))
      return 1;
  }
  r->s0 = r->s1 = r->ment = 0;
  return apposed_before(x, r, e);
}

/* Does a person's name, and نفسه perhaps, stand right before the verb? */
int csto_q_name_before(const qx *x, const q_rep *r) {
  uint32_t e = r->cue;
  const csto_mention *m;
  if (r->part || x->t[e].pre || q_bound(x, e)) return 0;
  if (x->t[e - 1].cls & QW_SAME) e--;
  if (q_bound(x, e) || !(m = q_ment(x, e - 1))) return 0;
  return m->type == CSTO_PERSON && m->tokend == e && q_bound(x, m->tok) &&
         m->start == x->tk[m->tok].start &&
         !(m->gender && r->gender && (m->gender == 1) != (r->gender == 'm'));
}

/* Behind the relative before token e: the noun that it is about; 1: found. */
static int before_relative(const qx *x, q_rep *r, uint32_t e) {
  const char *w = x->tk[e - 1].norm;
  size_t n = x->tk[e - 1].nnorm;                  /* ما، مما، بما */
  if (n >= 4 && memcmp(w + n - 4, MEEM ALEF, 4) == 0) {
    r->relative = 2;
    return 0;
  }
  /* الضريبة التي قال إنها …: not the subject */
  if (r->number == 's' &&
      csto_doc_is(x->d, e - 1, r->gender == 'm'
                  ? "التي"
                  : "الذي")) return 0;
  r->relative = (uint8_t)!antecedent(x, r, e - 1);
  return !r->relative;
}

/* شريطا لفلانة قالت فيه: the name behind ل before the verb, of its gender. */
static int of_paper(const qx *x, const q_rep *r, const csto_mention *m) {
  uint32_t i = r->cueend;
  return m->type == CSTO_PERSON && csto_q_to_name(x, m->tok) && i < x->n &&
         (x->t[i].cls & QW_DAY) && x->t[i].prep == 'f' && m->gender &&
         (m->gender == 1) == (r->gender == 'm');
}

/* The name that ends at token e, or an indefinite noun of one word there. */
static int right_before(const qx *x, q_rep *r, uint32_t e) {
  const csto_mention *m = q_ment(x, e - 1), *p;
  if (m && m->tokend == e && e == r->cue && of_paper(x, r, m))
    return q_take(r, m->tok, e, x->t[e - 1].ment);
  if (m && m->tokend == e && !csto_q_governed(x, m)) {
    r->ment = x->t[e - 1].ment;
    r->s0 = m->tok;
    r->s1 = e;
    p = m->type == CSTO_ROLE && m->tok > 0 ? q_ment(x, m->tok - 1) : NULL;
    if (p && p->type == CSTO_PERSON) {             /* فلان مدير … قد قال */
      r->ment = x->t[m->tok - 1].ment;
      r->s0 = p->tok;
      r->s1 = p->tokend;
    }
    all_of_them(x, r);
    return 1;
  }
  /* مع شخص ادعى أنه …: a clause about an indefinite noun */
  if (e == r->cue && (csto_q_noun(x, e - 1) & (QN_PERSON | QN_PEOPLE)) &&
      !x->t[e - 1].cls && !q_starts(x->tk[e - 1].norm, AL)) {
    return q_take(r, e - 1, e, 0);
  }
  return 0;
}

/* Is the noun at token b governed by ل (لأصدقاء، لمركز)? */
static int behind_lam(const qx *x, uint32_t b, int can) {
  size_t n;
  if (!q_starts(x->tk[b].norm, LAM) || x->t[b].ment) return 0;
  if (!can) return csto_q_joined(x, b, LAM);
  return csto_q_noun(x, b) &&
         !csto_table_match(&csto_table_speech_sources, x->d, b, 0, NULL, &n);
}

/* Is the noun at token b, right before a verb, one of which the verb may tell
** something, not only a clause about it?  A definite one, or one behind أن. */
static int said_front(const qx *x, uint32_t b) {
  return q_starts(x->tk[b].norm, AL) || x->t[b].ment ||
         (x->t[b - 1].cls & (QW_THAT | QW_JOIN | QW_AUX));
}

/* الشرطة، من جانبها، ذكرت: where the subject ends, or e. */
static uint32_t before_aside(const qx *x, uint32_t e) {
  uint32_t k = e - 1;
  while (k > 0 && !q_bound(x, k) && (x->t[k - 1].cls & (QW_ADD | QW_DAY))) k--;
  return k + 1 < e && k > 1 && (x->t[k].cls & QW_ADD) &&
         x->t[k - 1].mark == QM_COMMA &&
         !q_bound(x, k) && !q_bound(x, k - 1) ? k - 1 : e;
}

/* Behind the subject, before قد، أيضا، نفسه and what stands between commas;
** 0 when nothing stands before the verb. */
static uint32_t subject_end(const qx *x, const q_rep *r) {
  uint32_t e = r->cue;
  if (x->t[e].pre || q_bound(x, e)) return 0;
  while (e > 0 && !q_bound(x, e) &&
         (x->t[e - 1].cls & (QW_AUX | QW_ADD | QW_DAY | QW_SAME)) &&
         !(x->t[e - 1].cls & QW_REL)) e--;
  if (e < r->cue && e > 0 && !q_bound(x, e) && (x->t[e].cls & QW_AUX) &&
      !q_starts(x->tk[e].norm, WAW) &&
      x->t[e - 1].mark == QM_COMMA) e--;           /* كانت …، قد أعلنت */
  if (q_bound(x, e)) return 0;
  return x->t[e - 1].mark == QM_COMMA ? before_aside(x, e) : e;
}

/* Where the clause that ends at token e begins; *over: behind a comma that is
** part of it. */
static uint32_t clause_start(const qx *x, uint32_t e, uint32_t *over) {
  uint32_t b;
  for (b = e; b > 0 && b + BACK > e && !q_bound(x, b); b--) {
    const q_tok *t = &x->t[b - 1];
    if (t->mark == QM_CLOSE && t->pair && t->pair + BACK > b) {
      b = t->pair;
      continue;
    }
    if (strcmp(x->tk[b - 1].norm, "/") == 0 ||
        strcmp(x->tk[b - 1].norm, "|") == 0 ||
        (x->tk[b - 1].space && strcmp(x->tk[b - 1].norm, "-") == 0)) break;
    if (t->mark == QM_COMMA && !*over && b < e && adjective(x, b)) {
      *over = b;                   /* مركز …، التابع لـ…، قال */
      continue;
    }
    if (t->mark == QM_COMMA || t->mark == QM_COLON || t->mark == QM_OPEN ||
        t->mark == QM_CLOSE || t->verb ||
        (t->cls & (QW_THAT | QW_JOIN | QW_AUX | QW_OTHER | QW_SO))) break;
  }
  while (b < e && (x->t[b].cls & (QW_JOIN | QW_AUX))) b++;
  return b;
}

/* The phrase of tokens b to e as the subject: 1 it is, -1 there is none. */
static int front_phrase(const qx *x, q_rep *r, uint32_t b, uint32_t e) {
  uint32_t to, ment;
  int can;
  if (b >= e || !csto_q_phrase(x, b, e, &to, &ment)) return 0;
  can = csto_q_can_speak(x, b, to, ment);
  if (to == e && !can && !q_bound(x, b) && b + 1 == e && !said_front(x, b))
    return -1;                                      /* علاقة قالت إنها … */
  if (behind_lam(x, b, can)) return -1;             /* لأصدقاء … تؤكد */
  if (to != e && !(can && (aside(x, to) || titled(x, ment, to, e) ||
                           (q_bound(x, b) && (x->t[to].cls & QW_REL)))))
    return 0;
  return q_take(r, b, to, ment);
}

/* إن نجم الغناء، فلان، أعلن: the name between commas before the verb at e. */
static int between_commas(const qx *x, q_rep *r, uint32_t e) {
  const csto_mention *m = e > 1 ? q_ment(x, e - 2) : NULL;
  if (!m || m->type != CSTO_PERSON || m->tokend != e - 1 || m->tok < 2 ||
      q_bound(x, e - 1) || q_bound(x, m->tok) ||
      x->t[m->tok - 1].mark != QM_COMMA ||
      (m->gender && r->gender && (m->gender == 1) != (r->gender == 'm')))
    return 0;
  return q_take(r, m->tok, e - 1, x->t[e - 2].ment);
}

/* كان المتحدث باسم …، فلان الفلاني، قال: a name that no mention marks, between
** commas behind an office at the head of the sentence. */
static int unmarked_name(const qx *x, q_rep *r, uint32_t e) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, k = e - 1, i;
  while (k > s && q_is_word(x, k - 1) && !x->t[k - 1].cls &&
         !x->t[k - 1].verb && !csto_q_noun(x, k - 1) &&
         x->tk[k - 1].kind == CSTO_T_WORD && k + 5 > e) k--;
  if (k + 3 > e || k + 5 < e || k < s + 2 || x->t[k - 1].mark != QM_COMMA ||
      q_starts(x->tk[k].norm, AL)) return 0;
  while (s < k && (!q_is_word(x, s) || (x->t[s].cls & (QW_JOIN | QW_AUX)))) s++;
  if (s + 18 < k || !(csto_q_noun(x, s) & QN_PERSON)) return 0;
  for (i = s; i + 1 < k; i++)
    if (x->t[i].verb || x->t[i].mark || (x->t[i].cls & (QW_REL | QW_THAT)))
      return 0;
  return q_take(r, k, e - 1, 0);
}

/* أما والدته فلانة فقالت: who stands between أما and the verb with ف. */
int csto_q_after_amma(const qx *x, q_rep *r) {
  uint32_t s = r->cue, to, ment;
  if (!x->t[r->cue].pre || !q_starts(x->tk[r->cue].norm, FEH)) return 0;
  while (s > 0 && s + 16 > r->cue && !q_bound(x, s) && x->t[s - 1].mark !=
         QM_COMMA) {
    s--;
    if (csto_doc_is(x->d, s, "اما")) break;
  }
  if (!csto_doc_is(x->d, s, "اما")) return 0;
  if (!csto_q_phrase(x, s + 1, r->cue, &to, &ment) || to != r->cue ||
      !csto_q_can_speak(x, s + 1, to, ment)) return 0;
  return q_take(r, s + 1, to, ment);
}

/* The subject before the verb. */
int csto_q_in_front(const qx *x, q_rep *r) {
  uint32_t e = subject_end(x, r), b, to, ment, over = 0;
  int found;
  r->front = 1;
  if (!e) return 0;
  if (x->t[e - 1].mark == QM_COMMA &&
      (apposed_before(x, r, e - 1) || between_commas(x, r, e) ||
       unmarked_name(x, r, e))) return 1;
  if (x->t[e - 1].mark == QM_COMMA && e + 3 > r->cue) {
    for (b = e - 1; b > 0 && b + 15 > e && !q_bound(x, b) &&
                    x->t[b - 1].mark != QM_COMMA; b--) {}
    if (b > 1 && !q_bound(x, b) && adjective(x, b) &&
        csto_q_phrase(x, b, e, &to, &ment)) e--;
  }
  if (x->t[e - 1].cls & QW_REL) return before_relative(x, r, e);
  if (over_relative(x, r, e)) return 1;
  if (e == r->cue && (csto_q_noun(x, e - 1) & QN_PAPER) && !q_bound(x, e - 1) &&
      !x->t[e - 1].cls && !q_starts(x->tk[e - 1].norm, AL))
    return q_take(r, e - 1, e, 0);                 /* بسبب تقرير ذكر أن */
  b = clause_start(x, e, &over);
  if (over && csto_q_phrase(x, b, over, &to, &ment) && to + 1 == over &&
      csto_q_can_speak(x, b, to, ment)) {
    return q_take(r, b, to, ment);
  }
  found = front_phrase(x, r, over ? over : b, e);
  return found ? found > 0 : right_before(x, r, e);
}

/* Does the phrase found in front begin its sentence or stand before الذي? */
int csto_q_leads(const qx *x, const q_rep *r) {
  return csto_q_can_speak(x, r->s0, r->s1, r->ment) &&
         (q_bound(x, r->s0) || (x->t[r->cue - 1].cls & QW_REL) ||
          (r->s0 > 0 &&
           (x->t[r->s0 - 1].cls & (QW_THAT | QW_OTHER | QW_JOIN | QW_AUX))) ||
          (r->s0 > 0 && x->t[r->s0 - 1].mark &&
           x->t[r->s0 - 1].mark != QM_CLOSE));
}
