/* quotes_phrase.c - the noun phrase of a speaker.
**
** It goes on up to a person's name; it ends where the circumstances begin (في
** تصريح، خلال …) and takes in a preposition only when a name comes behind it
** (النائب عن … فلان) or a title calls for it (المتحدث باسم), a comma only
** before a name or a title.  Cost: linear in the words read.
*/
#include "speech/quotes_int.h"
#include "morph/stem.h"
#include <string.h>

#define AHEAD 16u
#define BRACKET 40u   /* tokens of a remark in brackets */

/* وزير …، المنبثقة عن …، فلان: the second comma about the office, before a
** person's name, of which the first is at k; or 0. */
static uint32_t over_aside(const qx *x, uint32_t k, uint32_t end) {
  uint32_t j, far = k + AHEAD < end ? k + AHEAD : end;
  if (k + 2 >= far || q_bound(x, k + 1) ||
      !q_starts(x->tk[k + 1].norm, AL) || csto_q_noun(x, k + 1) ||
      x->t[k + 1].ment || x->t[k + 1].cls) return 0;
  for (j = k + 2; j + 1 < far && !q_bound(x, j); j++) {
    if (x->t[j].verb || (x->t[j].cls & QW_THAT)) return 0;
    if (x->t[j].mark == QM_COMMA) return q_person_from(x, j + 1) ? j : 0;
  }
  return 0;
}

/* Does a person's name come at token i or soon behind it, with no
** circumstance between? */
static int person_ahead(const qx *x, uint32_t i, uint32_t end) {
  uint32_t far = i + AHEAD < end ? i + AHEAD : end;
  for (; i < far && !q_bound(x, i); i++) {
    if (q_person_from(x, i)) return 1;
    if (x->t[i].cls & (QW_HARD | QW_DAY | QW_REL | QW_THAT)) return 0;
    if (x->t[i].mark == QM_COMMA)
      return i + 1 < end && (q_person_from(x, i + 1) ||
                             over_aside(x, i, end));
    if (x->t[i].verb) return 0;
  }
  return 0;
}

/* اعتبارًا، اتصالاً: an accusative that the text marks. */
static int tanwin(const qx *x, uint32_t i) {
  const char *raw = x->d->text + x->tk[i].end;
  if (x->tk[i].nnorm < 6 || x->tk[i].end - x->tk[i].start < 6) return 0;
  return !memcmp(raw - 2, FATHATAN, 2) ||
         (!memcmp(raw - 2, ALEF, 2) &&
          !memcmp(raw - 4, FATHATAN, 2));
}

/* مؤكدا، متحدثا عن: a participle in the accusative, no subject. */
static int participle(const qx *x, uint32_t i, uint32_t end) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (csto_q_noun(x, i)) return 0;
  if (x->t[i].verb &&
      csto_table_cell(&csto_table_speech_verbs, x->t[i].verb - 1u,
                      2)[0] == 'p') return 1;
  if (n < 6) return 0;
  if (tanwin(x, i)) return 1;
  if (memcmp(w + n - 2, ALEF, 2)) return 0;
  return n >= 12 && q_starts(w, MEEM) &&
         (i + 1 >= end || !q_is_word(x, i + 1) ||
          (x->t[i + 1].cls & (QW_PREP | QW_HARD | QW_THAT)));
}

/* بالتحري، بيقظة رجال …: a noun behind ب. */
static int with_ba(const qx *x, uint32_t i) {
  csto_stem stem;
  size_t n;
  if (!q_starts(x->tk[i].norm, BEH) || x->tk[i].nnorm < 10 ||
      csto_table_match(&csto_table_speech_sources, x->d, i, 0, NULL, &n))
    return 0;
  csto_stem_word(x->tk[i].norm, x->tk[i].nnorm, &stem);
  return stem.prefix >= (q_starts(x->tk[i].norm, BEH AL) ? 6 : 2);
}

/* May the phrase begin at token i? */
static int begins(const qx *x, uint32_t i, uint32_t end) {
  if (i >= end || i >= x->n) return 0;
  if (x->t[i].attr && !x->t[i].ment && !csto_q_noun(x, i)) return 0;
  if (x->t[i].mark == QM_OPEN) return x->t[i].pair && x->t[i].pair <= end;
  if (!q_is_word(x, i)) return 0;
  if (x->tk[i].kind == CSTO_T_NUMBER)                /* 15 دولة */
    return i + 1 < end && x->tk[i + 1].kind == CSTO_T_WORD &&
           !x->t[i + 1].cls && !q_bound(x, i + 1);
  if (q_ment_from(x, i)) return 1;
  if (participle(x, i, end) || with_ba(x, i)) return 0;
  return !(x->t[i].cls & (QW_HARD | QW_DAY | QW_REL | QW_THAT | QW_NEG |
                          QW_JOIN | QW_PREP | QW_FIRST));
}

/* Two to four plain words and then a comma, أن or a circumstance: a name in
** apposition (وكيل الجمهورية، فلان الفلاني، أن). */
static int apposed_name(const qx *x, uint32_t i, uint32_t end) {
  uint32_t k = i;
  while (k + 1 < end && (csto_q_noun(x, k) & QN_COURTESY)) k++;
  if (q_person_from(x, k)) return 1;
  i = k;
  while (k < end && k < i + 5 && q_is_word(x, k) && !x->t[k].cls &&
         !x->t[k].verb && x->tk[k].kind == CSTO_T_WORD && !q_bound(x, k)) k++;
  if (k < i + 2 || k > i + 4) return 0;
  return k >= end || x->t[k].mark == QM_COMMA ||
         (x->t[k].cls & (QW_THAT | QW_HARD | QW_DAY)) != 0;
}

/* Do only plain words, three at least, stand between the preposition at k
** and the complement at end (مدير … بـ… فلان أن)? */
static int up_to_end(const qx *x, uint32_t k, uint32_t end) {
  uint32_t i, plain = 0;
  if (end > k + 12) return 0;
  for (i = k + 1; i < end; i++) {
    if (!q_is_word(x, i) || x->t[i].verb || q_bound(x, i)) return 0;
    if (x->t[i].cls & ~(unsigned)QW_PREP) return 0;
    plain = x->t[i].cls ? 0 : plain + 1;
  }
  return plain >= 3;
}

/* May the phrase that began at i go on over the comma at k?  kin: a name
** of somebody else stands before it. */
static int over_comma(const qx *x, uint32_t i, uint32_t k, uint32_t end,
                      int kin) {
  const csto_mention *m;
  if (k + 1 >= end || q_bound(x, k + 1)) return 0;
  if (kin) return q_person_from(x, k + 1);
  if (x->t[k + 1].mark == QM_OPEN)
    return x->t[k + 1].pair && x->t[k + 1].pair < end;
  m = q_ment_from(x, k + 1);
  if (m) return m->type == CSTO_PERSON || m->type == CSTO_ROLE;
  return (csto_q_noun(x, i) & QN_PERSON) && apposed_name(x, k + 1, end);
}

/* في حكمه: a short word with a pronoun, behind a preposition. */
static int his(const qx *x, uint32_t i) {
  return csto_q_pronoun(x, i) ||
         (x->tk[i].nnorm == 8 && !strcmp(x->tk[i].norm + 6, HEH) &&
          (unsigned char)x->d->text[x->tk[i].end - 1] == 0x87);
}

int csto_q_adjective(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  return i > 0 && n >= 12 && q_starts(w, AL) &&
         q_starts(x->tk[i - 1].norm, AL) &&
         !memcmp(w + n - 4, YEH HEH, 4);
}

/* نجم ريال مدريد على …: is token i in the name of a place or a body? */
static int named_thing(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment(x, i);
  return m && (m->type == CSTO_ORG || m->type == CSTO_GPE);
}

/* May it go on over the preposition at k? */
static int over_prep(const qx *x, uint32_t i, uint32_t k, uint32_t end) {
  const csto_mention *m = q_ment(x, k);
  if (k + 1 >= end) return 0;
  if (m && m->tok < k && m->tokend > k) return 1;
  if (k > i && !his(x, k + 1) && !(k > i + 1 && csto_q_adjective(x, k - 1)) &&
      (csto_q_noun(x, k - 1) & (QN_PERSON | QN_PEOPLE | QN_PAPER))) return 1;
  if (k > i && (x->t[k - 1].cls & QW_ISSUED)) return 1;   /* صادر عن */
  if (k > i + 1 && (x->t[k - 2].cls & QW_ISSUED) && !x->t[k - 1].ment &&
      (x->t[k].prep == 'a' || x->t[k].prep == 'm'))
    return 1;                                       /* صدر حديثا عن */
  /* مسؤول كبير في …: an indefinite head */
  if (k > i + 1 && k < i + 4 && !csto_q_pronoun(x, k + 1) &&
      !q_starts(x->tk[i + 1].norm, AL) &&
      !q_starts(x->tk[i].norm, AL) &&
      !(x->t[k].prep == 'o' && named_thing(x, i + 1)) &&
      (csto_q_noun(x, i) & (QN_PERSON | QN_PEOPLE))) return 1;
  if (person_ahead(x, k + 1, end)) return 1;
  return (csto_q_noun(x, i) & QN_PERSON) && up_to_end(x, k, end);
}

/* Is the person named at token k somebody the speaker belongs to?  The word
** before says so (محامي فلان), or titles stand between (أقارب الشهيد فلان),
** or the phrase that began at i speaks in his name (متحدث باسم الزعيم فلان);
** a woman's kin is no man. */
static int of_kin(const qx *x, uint32_t i, uint32_t k, int comma) {
  const csto_mention *m = q_ment(x, k);
  uint32_t j = k;
  int far = 0;
  if (k == i) return 0;
  for (; j > i && j + 7 > k; j--) {
    const q_tok *t = &x->t[j - 1];
    unsigned noun = csto_q_noun(x, j - 1);
    if (t->mark == QM_COMMA) continue;
    if (!q_is_word(x, j - 1)) return 0;
    if (csto_doc_is(x->d, j - 1, "باسم")) {
      if (far && !(csto_q_noun(x, j) & QN_PERSON)) return 0;
      return !comma || (j > 1 && !q_starts(x->tk[j - 2].norm, AL));
    }
    if (t->cls & (QW_PREP | QW_HARD)) return 0;
    if (noun & QN_KIN) {
      if (far && ((noun & QN_PERSON) || !(csto_q_noun(x, j) & QN_PERSON)))
        return 0;
      if (!comma) return 1;
      return m && m->gender == 1 &&
             memcmp(x->tk[j - 1].norm + x->tk[j - 1].nnorm - 2, HEH, 2) == 0;
    }
    far = 1;
  }
  return 0;
}

/* المتحدث بقيادة الحرس فلان: a body, not who leads. */
static int command(const qx *x, uint32_t i, uint32_t k, uint32_t end) {
  return k > i && k + 1 < end && (x->t[k].cls & QW_PREP) &&
         x->t[k].clen == 1 && (csto_q_noun(x, i) & QN_PERSON) &&
         !(csto_q_noun(x, k + 1) & QN_PERSON) && !q_person_from(x, k + 1) &&
         person_ahead(x, k + 1, end);
}

/* و standing alone joins the parts of an office: التربية و التعليم. */
static int lone_and(const qx *x, uint32_t i) {
  return csto_doc_is(x->d, i, WAW);
}

/* A title joined to لـ before the name at k: الموالية للرئيس فلان. */
static int of_title(const qx *x, uint32_t i, uint32_t k) {
  for (k--; k > i; k--)
    if (q_starts(x->tk[k].norm, LAM LAM) &&
        (csto_q_noun(x, k) & QN_PERSON)) return 1;
  return 0;
}

/* A body or medium as head takes no person's name (حسب الموقع هما فلان). */
static int body_head(const qx *x, uint32_t i) {
  unsigned c = csto_q_noun(x, i);
  return (c & QN_BODY) && !(c & (QN_PERSON | QN_PEOPLE | QN_PAPER));
}

/* A phrase as far as it has been read. */
typedef struct phrase {
  uint32_t i, end, k;    /* its first token; the bound; the token now */
  uint32_t ment, head;   /* who is named + 1; what stands at its head + 1 */
  int commas, kinsman;   /* commas met; a name that is not the speaker's */
} phrase;

/* سلف فلان، فلان: kin and his name taken for one name, another behind it. */
static int named_kin(const qx *x, uint32_t k) {
  uint32_t e = q_ment(x, k)->tokend;
  return (csto_q_noun(x, k) & QN_KIN) && e + 1 < x->n && e > k + 1 &&
         x->t[e].mark == QM_COMMA && !q_bound(x, e + 1) &&
         q_person_from(x, e + 1);
}

/* سيمو لاكي مستشار الوزير فلان: where a name that no mention marks ends, before
** his office, when the phrase that begins at token i goes on to the name of
** somebody else at k; or 0. */
static uint32_t own_name(const qx *x, uint32_t i, uint32_t k) {
  uint32_t j = i;
  while (j < k && j < i + 5 && x->tk[j].kind == CSTO_T_WORD &&
         !csto_q_noun(x, j) && !x->t[j].cls && !x->t[j].ment &&
         !x->t[j].verb && !q_starts(x->tk[j].norm, AL)) j++;
  return j > i + 1 && j < i + 5 && j < k &&
         (csto_q_noun(x, j) & QN_PERSON) &&
         !q_starts(x->tk[j].norm, AL) ? j : 0;
}

/* A person's name: 1 when the phrase ends with it. */
static int at_person(const qx *x, phrase *p) {
  uint32_t k = p->k, own = k > p->i ? own_name(x, p->i, k) : 0;
  int kin;
  if (own) return p->k = own, 1;
  if (k > p->i && body_head(x, p->i)) {
    int named = k == p->i + 1;
    if (!named || !(csto_q_noun(x, p->i) & QN_COURTESY)) {
      /* إدارة فلان */
      if (named && !q_starts(x->tk[p->i].norm, AL) && !p->head)
        p->k = q_ment(x, k)->tokend;
      return 1;
    }
  }
  kin = named_kin(x, k) ||
        (k > p->i && (of_kin(x, p->i, k, p->commas) || of_title(x, p->i, k)));
  p->kinsman |= kin;
  p->k = q_ment(x, k)->tokend;
  if (!kin) p->ment = x->t[k].ment;
  return !kin;
}

/* A comma, a quotation mark, a remark in brackets: 1 when the phrase ends. */
static int at_mark(const qx *x, phrase *p) {
  const q_tok *t = &x->t[p->k];
  const csto_mention *m;
  uint32_t k = p->k, over;
  switch (t->mark) {
    case QM_COMMA:
      if (!p->commas && (csto_q_noun(x, p->i) & QN_PERSON) &&
          (over = over_aside(x, k, p->end)) != 0) return p->k = over, 0;
      return p->commas++ > p->kinsman ||
             !over_comma(x, p->i, k, p->end, p->kinsman);
    case QM_OPEN:
      if (!t->pair || t->pair > p->end) return 1;
      if (k > p->i && (csto_q_noun(x, p->i) & QN_PAPER) &&
          (q_that(x, k + t->clen) || q_words(x, k, t->pair) > 5))
        return 1;                              /* جاء في البيان "…" */
      for (k += t->clen; k + 1 < t->pair && !q_ment_from(x, k) &&
                         (csto_q_noun(x, k) & QN_COURTESY); k++) {}
      m = q_ment_from(x, k);                     /* "المهندس فلان" */
      if (m && (m->type == CSTO_PERSON ||
                (p->k == p->i && m->tokend + 1 == t->pair)))
        p->ment = x->t[k].ment;
      p->k = t->pair - 1;
      return 0;
    case QM_PAREN:
      while (k < p->end && k < p->k + BRACKET && x->t[k].mark != QM_PARENEND)
        k++;
      if (k >= p->end || k == p->k + BRACKET) return 1;
      p->k = k;
      return 0;
    case QM_CLOSE:
      return !(t->pair > p->i);
    default:
      return t->mark == QM_COLON;
  }
}

/* Does the word at p->k end the phrase? */
static int ends_phrase(const qx *x, const phrase *p) {
  const uint32_t hard = QW_HARD | QW_DAY | QW_REL | QW_THAT | QW_JOIN;
  const csto_mention *m = q_ment(x, p->k);
  uint32_t i = p->i, k = p->k, end = p->end;
  const q_tok *t = &x->t[k];
  if ((t->cls & hard) && !command(x, i, k, end) &&
      !(lone_and(x, k) && k > i && person_ahead(x, k + 1, end))) return 1;
  if (k == i) return 0;
  if (t->attr || (t->verb && !m)) return 1;
  if (x->tk[k].nnorm == 2 && csto_doc_is(x->d, k, LAM))
    return 1;                                       /* لـ"صحيفة" */
  if (csto_q_pronoun(x, k) && !m && !(t->cls & QW_ISSUED) &&
      !person_ahead(x, k, end)) return 1;
  if (!m && tanwin(x, k)) return 1;
  if (!m && with_ba(x, k) && (csto_q_noun(x, i) & QN_PAPER) &&
      k == i + 1 && q_starts(x->tk[i].norm, AL) &&
      !strcmp(x->tk[i].norm + x->tk[i].nnorm - 4, ALEF TEH))
    return 1;                                      /* المعلومات بحيازته */
  return x->tk[k].space && strcmp(x->tk[k].norm, "-") == 0;
}

/* بلاغ صدر اليوم الاثنين 23 … عن الوزارة: the preposition behind the day on
** which the paper was issued, or 0. */
static uint32_t issued_by(const qx *x, const phrase *p) {
  uint32_t k = p->k, far = k + 9 < p->end ? k + 9 : p->end;
  if (k == p->i || !(x->t[k].cls & QW_DAY) || !(x->t[k - 1].cls & QW_ISSUED) ||
      !(csto_q_noun(x, p->i) & QN_PAPER)) return 0;
  for (; k + 1 < far && !q_bound(x, k + 1); k++) {
    if (x->t[k].verb || x->t[k].mark || x->t[k].ment) return 0;
    if (x->t[k].prep == 'a') return k;
  }
  return 0;
}

int csto_q_phrase(const qx *x, uint32_t i, uint32_t end, uint32_t *to,
                  uint32_t *ment) {
  phrase p;
  uint32_t k;
  memset(&p, 0, sizeof p);
  *to = p.i = i;
  p.end = end;
  *ment = 0;
  if (!begins(x, i, end)) return 0;
  if (q_ment_from(x, i)) p.head = x->t[i].ment;
  for (p.k = i; p.k < end; p.k++) {
    const csto_mention *m = q_ment(x, p.k);
    if (p.k > i && q_bound(x, p.k)) break;
    if (q_person_from(x, p.k)) {
      if (at_person(x, &p)) break;
      p.k--;
      continue;
    }
    if (m && m->tok < p.k) continue;
    if ((k = issued_by(x, &p)) != 0) {
      p.k = k;
      continue;
    }
    if (ends_phrase(x, &p)) break;
    if (x->t[p.k].mark ? at_mark(x, &p)
                       : (x->t[p.k].cls & QW_PREP) &&
                             !over_prep(x, i, p.k, end)) break;
  }
  k = p.k > end ? end : p.k;
  while (k > i && !q_is_word(x, k - 1) && x->t[k - 1].mark != QM_PARENEND &&
         x->t[k - 1].mark != QM_CLOSE) k--;
  *to = k;
  *ment = p.ment ? p.ment : p.head;
  return k > i;
}

int csto_q_can_speak(const qx *x, uint32_t s, uint32_t e, uint32_t ment) {
  if (s + 1 < e && (x->t[s].cls & QW_SAME)) s++;       /* ذات المصادر */
  if (s + 1 < e && x->tk[s].kind == CSTO_T_NUMBER && q_is_word(x, s + 1) &&
      !q_starts(x->tk[s + 1].norm, AL)) s++;              /* 15 دولة */
  if (ment) {
    csto_etype t = x->m[ment - 1].type;
    if (t == CSTO_PERSON || t == CSTO_ORG || t == CSTO_ROLE ||
        t == CSTO_GPE) return 1;
  }
  return e > s && (csto_q_noun(x, s) &
                   ~(unsigned)(QN_TITLED | QN_LABEL | QN_RUMOUR |
                               QN_SOME));
}
