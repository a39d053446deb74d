/* quotes_who.c - the words of the speaker beside a cue.
**
** Behind a verb the speaker stands between it and the complement, after an
** adverb of time if any (قال اليوم الوزير); what his phrase takes in is in
** quotes_phrase.c.  Before a verb he fills the clause up to it, or is what
** الذي refers to.  Cost: linear in the words read.
*/
#include "speech/quotes_int.h"
#include <string.h>

#define BACK 25u

/* The subject of r: tokens [from, to) and their mention + 1, 0 for none. */
static int take_subject(q_rep *r, uint32_t from, uint32_t to, uint32_t ment) {
  r->s0 = from;
  r->s1 = to;
  r->ment = ment;
  return 1;
}

/* To whom it was said: لوالده، للطلاب. */
static int whom(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  if (!q_starts(w, Q_LAM) || x->tk[i].nnorm < 8) return 0;
  return csto_q_pronoun(x, i) || q_starts(w, Q_LAM Q_LAM);
}

uint32_t csto_q_to_name(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment_from(x, i);
  return m && q_starts(x->tk[i].norm, Q_LAM) && m->start > x->tk[i].start
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
    else if (j + 1 < end && csto_doc_is(x->d, j, Q_LAM) &&
             x->t[j + 1].mark == QM_OPEN && x->t[j + 1].pair)
      j = x->t[j + 1].pair - 1 + x->t[x->t[j + 1].pair - 1].clen;
    else if (j + 1 < end && csto_doc_is(x->d, j, Q_LAM) &&
             q_is_word(x, j + 1) && !x->t[j + 1].cls) j += 2;  /* لـCNN */
    else if (j + 3 < end && csto_doc_is(x->d, j, Q_LAM) &&
             x->t[j + 1].mark == QM_PAREN &&
             x->t[j + 3].mark == QM_PARENEND) j += 4;   /* لـ(عكاظ) */
    else break;
  }
  return j;
}

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
  if ((ment = titled_before(x, e)) != 0 && r->gender != 'f') {
    return take_subject(r, x->m[ment - 1].tok, x->m[ment - 1].tokend, ment);
  }
  if (x->t[e - 1].ment && x->m[x->t[e - 1].ment - 1].tokend == e) {
    return take_subject(r, x->m[x->t[e - 1].ment - 1].tok, e, x->t[e - 1].ment);
  }
  for (s = e; s > 0 && s + 10 > e && !q_bound(x, s); s--) {
    const q_tok *t = &x->t[s - 1];
    if (t->verb || t->attr || t->mark || (t->cls & ~(unsigned)QW_SAME)) break;
  }
  if (!csto_q_phrase(x, s, e, &to, &ment) || to != e) return 0;
  if (csto_q_pronoun(x, s) && (!csto_q_can_speak(x, s, e, ment) ||
                               (csto_q_noun(x, s) & QN_HIM))) return 0;
  return take_subject(r, s, e, ment);
}

/* Does an addressee or a circumstance begin at token i (مصادر لـ"الصحيفة"
** قالت، الوزير في تصريح قال)? */
static int aside(const qx *x, uint32_t i) {
  return (x->t[i].cls & (QW_HARD | QW_DAY)) || csto_doc_is(x->d, i, Q_LAM);
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
  while (s < e && (!q_is_word(x, s) || (x->t[s].cls & QW_JOIN))) s++;
  for (k = s; k < e && !q_person_from(x, k); k++)
    if (x->t[k].verb || x->t[k].mark || (x->t[k].cls & (QW_REL | QW_THAT)) ||
        k > s + 8 || (k == s && !csto_q_noun(x, k))) return 0;
  if (k >= e) return 0;
  m = q_ment(x, k);
  if (x->t[m->tokend].mark != QM_COMMA || m->tokend >= e ||
      (m->gender && r->gender && (m->gender == 1) != (r->gender == 'm')))
    return 0;
  return take_subject(r, s, m->tokend, x->t[k].ment);
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
    return take_subject(r, v, to, ment);
  }
  return 0;
}

/* فلان وفلان أوضحوا: all persons that و joins speak, for a verb that is no
** singular; the phrase found is the last of them. */
static void all_of_them(const qx *x, q_rep *r) {
  uint32_t s = r->s0;
  if (r->number == 's' || !r->ment ||
      x->m[r->ment - 1].type != CSTO_PERSON) return;
  while (s > 0 && !q_bound(x, s) && q_starts(x->tk[s].norm, Q_WAW)) {
    const csto_mention *m = q_ment(x, s - 1);
    if (!m || m->type != CSTO_PERSON || m->tokend != s) break;
    s = m->tok;
  }
  if (s == r->s0) return;
  r->s0 = s;
  r->many = 1;
}

int csto_q_governed(const qx *x, const csto_mention *m) {
  uint32_t i = m->tok;
  if (m->start != x->tk[i].start && !q_starts(x->tk[i].norm, Q_WAW)) return 1;
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
         !q_starts(x->tk[m->tokend].norm, Q_WAW);
}

/* التابع، المعروف: a definite word that is no noun of a speaker. */
static int adjective(const qx *x, uint32_t i) {
  return q_is_word(x, i) && q_starts(x->tk[i].norm, Q_AL) &&
         !csto_q_noun(x, i) && !x->t[i].ment && !x->t[i].cls &&
         !x->t[i].verb;
}

/* Does a person's name, and نفسه perhaps, stand right before the verb? */
static int name_before(const qx *x, const q_rep *r) {
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
  if (n >= 4 && memcmp(w + n - 4, "\xd9\x85\xd8\xa7", 4) == 0) {
    r->relative = 2;
    return 0;
  }
  /* الضريبة التي قال إنها …: not the subject */
  if (r->number == 's' &&
      csto_doc_is(x->d, e - 1, r->gender == 'm'
                  ? "\xd8\xa7\xd9\x84\xd8\xaa\xd9\x8a"
                  : "\xd8\xa7\xd9\x84\xd8\xb0\xd9\x8a")) return 0;
  r->relative = (uint8_t)!antecedent(x, r, e - 1);
  return !r->relative;
}

/* The name that ends at token e, or an indefinite noun of one word there. */
static int right_before(const qx *x, q_rep *r, uint32_t e) {
  const csto_mention *m = q_ment(x, e - 1), *p;
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
      !x->t[e - 1].cls && !q_starts(x->tk[e - 1].norm, Q_AL)) {
    return take_subject(r, e - 1, e, 0);
  }
  return 0;
}

/* Is the noun at token b governed by ل (لأصدقاء، لمركز)? */
static int behind_lam(const qx *x, uint32_t b, int can) {
  size_t n;
  if (!q_starts(x->tk[b].norm, Q_LAM) || x->t[b].ment) return 0;
  if (!can) return csto_q_joined(x, b, Q_LAM);
  return csto_q_noun(x, b) &&
         !csto_table_match(&csto_table_speech_sources, x->d, b, 0, NULL, &n);
}

/* Is the noun at token b, right before a verb, one of which the verb may tell
** something, not only a clause about it?  A definite one, or one behind أن. */
static int said_front(const qx *x, uint32_t b) {
  return q_starts(x->tk[b].norm, Q_AL) || x->t[b].ment ||
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
      !q_starts(x->tk[e].norm, Q_WAW) &&
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
  return take_subject(r, b, to, ment);
}

/* The subject before the verb. */
static int in_front(const qx *x, q_rep *r) {
  uint32_t e = subject_end(x, r), b, to, ment, over = 0;
  int found;
  r->front = 1;
  if (!e) return 0;
  if (x->t[e - 1].mark == QM_COMMA && apposed_before(x, r, e - 1)) return 1;
  if (x->t[e - 1].mark == QM_COMMA && e + 3 > r->cue) {
    for (b = e - 1; b > 0 && b + 15 > e && !q_bound(x, b) &&
                    x->t[b - 1].mark != QM_COMMA; b--) {}
    if (b > 1 && !q_bound(x, b) && adjective(x, b) &&
        csto_q_phrase(x, b, e, &to, &ment)) e--;
  }
  if (x->t[e - 1].cls & QW_REL) return before_relative(x, r, e);
  b = clause_start(x, e, &over);
  if (over && csto_q_phrase(x, b, over, &to, &ment) && to + 1 == over &&
      csto_q_can_speak(x, b, to, ment)) {
    return take_subject(r, b, to, ment);
  }
  found = front_phrase(x, r, over ? over : b, e);
  return found ? found > 0 : right_before(x, r, e);
}

/* Does the phrase found in front begin its sentence or stand before الذي? */
static int leads(const qx *x, const q_rep *r) {
  return csto_q_can_speak(x, r->s0, r->s1, r->ment) &&
         (q_bound(x, r->s0) || (x->t[r->cue - 1].cls & QW_REL) ||
          (r->s0 > 0 &&
           (x->t[r->s0 - 1].cls & (QW_THAT | QW_OTHER | QW_JOIN | QW_AUX))) ||
          (r->s0 > 0 && x->t[r->s0 - 1].mark &&
           x->t[r->s0 - 1].mark != QM_CLOSE));
}

/* قال فلان وفلان: the persons that و joins to the one found. */
static void and_others(const qx *x, q_rep *r, uint32_t end) {
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (!m || m->type != CSTO_PERSON || m->tokend != r->s1) return;
  while (r->s1 < end && q_person_from(x, r->s1) &&
         q_starts(x->tk[r->s1].norm, Q_WAW) &&
         q_ment(x, r->s1)->start != x->tk[r->s1].start) {
    r->s1 = q_ment(x, r->s1)->tokend;
    r->many = 1;
  }
}

/* الدينيين، المواطنين: a definite plural that is no subject. */
static int accusative(const qx *x, uint32_t i) {
  size_t n = x->tk[i].nnorm;
  return q_is_word(x, i) && n >= 14 && q_starts(x->tk[i].norm, Q_AL) &&
         !x->t[i].ment &&
         !memcmp(x->tk[i].norm + n - 4, "\xd9\x8a\xd9\x86", 4);
}

/* A phrase that is no speaker: its last word, or its only one, has the
** speaker's pronoun (يدعو أنصاره، يتمنون تطبيقها). */
static int addressed(const qx *x, const q_rep *r, uint32_t from, uint32_t to,
                     uint32_t ment) {
  if (strchr(r->pat, '+') && !ment && (accusative(x, from) ||
      (from + 1 < to && (csto_q_noun(x, from) & QN_PEOPLE) &&
       q_starts(x->tk[from].norm, Q_AL) && accusative(x, from + 1))))
    return 1;
  if (!csto_q_pronoun(x, to - 1)) return 0;
  return strchr(r->pat, '+') != NULL ||
         (to == from + 1 && !ment && !csto_q_noun(x, from));
}

/* Is the word at k no part of the phrase that began at j: behind a noun with
** a pronoun (عائلته جهاز …، رئيسها الولايات …) or, where no name can follow,
** an indefinite one behind a definite one (سكان الحي شركة …)? */
static int new_phrase(const qx *x, uint32_t j, uint32_t k) {
  const csto_mention *m = q_ment_from(x, k);
  int definite = q_starts(x->tk[k].norm, Q_AL);
  unsigned head = csto_q_noun(x, j);
  if (x->t[k].cls & QW_THIS) return 1;              /* طهران هؤلاء … */
  if (x->t[k].cls || (m && m->type == CSTO_PERSON)) return 0;
  if (k > j + 1 && !x->t[k].ment && csto_q_joined(x, k, Q_BA) > 2) return 1;
  if (k == j + 1 && csto_q_pronoun(x, j))
    return m ? m->type != CSTO_ROLE
             : !(csto_q_noun(x, k) & QN_COURTESY) &&
                   (!definite || csto_q_noun(x, k));
  if (k > j + 1 && (head & QN_PEOPLE) && (m = q_ment(x, k - 1)) != NULL &&
      m->type == CSTO_GPE && m->tokend == k && !x->t[k].ment && !definite &&
      !q_starts(x->tk[k].norm, Q_WAW)) return 1;  /* سكان دمشق مبدأ … */
  m = q_ment_from(x, k);
  if (k < j + 2 || x->t[k - 1].cls ||
      !(q_starts(x->tk[k - 1].norm, Q_AL) ||
        q_starts(x->tk[k - 1].norm, Q_WAW Q_AL)) ||
      !(head & (QN_PEOPLE | QN_BODY | QN_PERSON))) return 0;
  if (definite)                            /* أسرة الطفل السلطات … */
    return !q_starts(x->tk[j].norm, Q_AL) && !csto_q_adjective(x, k) &&
           (csto_q_noun(x, k) &
            (head & QN_PERSON ? QN_PEOPLE
                              : QN_PEOPLE | QN_BODY | QN_PERSON));
  if (head & QN_PERSON) return 0;
  return !m && !x->t[k].ment && !q_starts(x->tk[k].norm, Q_WAW) &&
         !csto_q_joined(x, k, Q_LAM) && !q_starts(x->tk[k].norm, Q_BA);
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
        !q_starts(x->tk[k].norm, Q_AL)) return k;   /* أخبر فلان صحيفة … */
    if (!m) continue;
    if (m->type == CSTO_PERSON) return to;
    if ((m->type == CSTO_GPE || m->type == CSTO_ORG) &&
        q_starts(x->tk[k - 1].norm, Q_AL) &&
        !q_starts(x->tk[k].norm, Q_AL) && m->start == x->tk[k].start) {
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
                "\xd9\x82\xd8\xa7\xd9\x84") == 0;
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
         !q_starts(x->tk[j + 1].norm, Q_AL);
}

/* أنها غالبا ما تتهم البلدة بـ: the subject is the pronoun, the one name
** behind the verb its object. */
static int pronoun_before(const qx *x, const q_rep *r) {
  uint32_t i = r->cue;
  const csto_mention *m;
  if (!strchr(r->pat, '+') || x->t[i].pre || q_bound(x, i) ||
      r->kind == QK_BEFORE) return 0;
  if (i > 2 && (x->t[i - 1].cls & QW_REL) && x->tk[i - 1].nnorm == 4) i -= 2;
  if (q_bound(x, i) || !(x->t[i - 1].cls & QW_THAT) ||
      x->tk[i - 1].nnorm < 6) return 0;
  m = r->cueend < x->n ? q_ment_from(x, r->cueend) : NULL;
  return m && m->tokend == r->comp;
}

/* A name of two to four words that no mention marks, then what he is (سيمو
** لاكي المختص في …): where the name ends. */
static uint32_t before_title(const qx *x, uint32_t j, uint32_t to) {
  uint32_t k;
  for (k = j; k < to && k < j + 5; k++) {
    unsigned noun = q_is_word(x, k) ? csto_q_noun(x, k) : 0;
    if (k > j + 1 && (noun & QN_PERSON) && q_starts(x->tk[k].norm, Q_AL))
      return k;
    if (!q_is_word(x, k) || noun || x->t[k].cls || x->t[k].ment ||
        x->tk[k].kind != CSTO_T_WORD || q_starts(x->tk[k].norm, Q_AL)) break;
  }
  return to;
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
  if (!ment) to = before_title(x, j, to);
  if (!cut && addressed(x, r, j, to, ment)) return 0;
  first = whom && (!ment || x->m[ment - 1].type == CSTO_ROLE)
              ? csto_q_simple(x, j, to) : 0;
  take_subject(r, j, first ? first : to, ment);
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
  if (by_object(x, r, j, end)) return;
  if (strchr(r->pat, '+') && r->kind != QK_BEFORE &&
      !two_names(x, r->cueend) && in_front(x, r) && leads(x, r)) return;
  r->s0 = r->s1 = r->ment = r->front = 0;
  if (r->kind != QK_BEFORE && name_before(x, r) && in_front(x, r)) return;
  r->s0 = r->s1 = r->ment = r->front = 0;
  if (behind(x, r, j, end)) return;
  r->dropped = !in_front(x, r);
  if (r->dropped && (x->t[r->cueend].cls & QW_PIOUS)) r->praised = 1;
  if (in_paper(x, r)) r->dropped = r->paper = 1;
  if (r->dropped) r->s0 = r->s1 = r->ment = 0;
}
