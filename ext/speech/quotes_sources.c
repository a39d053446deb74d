/* quotes_sources.c - reports whose cue is no verb.
**
** وفق، بحسب، نقلا عن and their like name the source of the clause before
** them or, at the head of a sentence, of the clause behind it; only a person,
** a body or a paper can be a source (وفق المعايير is none).  قوله after نقل
** عن is a verb with its speaker before it.  In a headline the words before a
** colon speak when the article makes them speak elsewhere or they are a
** person's name.  Cost: linear; a sentence is read back at most REACH tokens.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

#define REACH 120u


static uint32_t sentence_start(const qx *x, uint32_t i) {
  uint32_t s = x->d->sentences[x->tk[i].sentence].tok;
  return s;
}

static uint32_t sentence_end(const qx *x, uint32_t i) {
  return x->d->sentences[x->tk[i].sentence].tokend;
}

/* The clause of the sentence before token i that no other report has. */
static uint32_t clause_before(const qx *x, uint32_t i) {
  uint32_t s = sentence_start(x, i), j;
  for (j = i; j > s && j + REACH > i; j--)
    if (x->t[j - 1].mark == QM_CLOSE && x->t[j - 1].pair > s)
      j = x->t[j - 1].pair;
    else if (x->t[j - 1].rep && x->r[x->t[j - 1].rep - 1].cue == j - 1)
      return i;
  return j;
}

/* Behind a dateline (القدس (وكالات) -- …) at the head of a line. */
static uint32_t past_dateline(const qx *x, uint32_t s, uint32_t e) {
  uint32_t k, far = s + 8 < e ? s + 8 : e;
  if (!x->tk[s].newline) return s;
  for (k = s; k < far && !x->t[k].verb && x->t[k].mark != QM_COMMA; k++) {
    if (strcmp(x->tk[k].norm, "-")) continue;
    while (k < e && strcmp(x->tk[k].norm, "-") == 0) k++;
    return k;
  }
  return s;
}

static uint32_t trim_before(const qx *x, uint32_t s, uint32_t i) {
  while (i > s && !q_is_word(x, i - 1) && x->t[i - 1].mark != QM_PARENEND &&
         !(x->t[i - 1].mark == QM_CLOSE && x->t[i - 1].pair)) i--;
  return i;
}

/* Speech in quotation marks that ends right before token i. */
static uint32_t quote_before(const qx *x, uint32_t i) {
  while (i > 0 && x->t[i - 1].mark == QM_COMMA) i--;
  if (i > 0 && x->t[i - 1].mark == QM_CLOSE && x->t[i - 1].pair &&
      !x->tk[i].newline && x->t[i - 1].pair - 1 + 3 < i)
    return x->t[i - 1].pair - 1 + 1;
  return 0;
}

/* Is the verb at token i one that always reports? */
static int plain_cue(const qx *x, uint32_t i) {
  const char *p = csto_q_pattern(csto_table_cell(&csto_table_speech_verbs,
                                                 x->t[i].verb - 1u, 1));
  return !strpbrk(p, "WN");
}

/* Is the verb at token i one that hands on what another said (نقلت)? */
static int hands_on(const qx *x, uint32_t i) {
  return strchr(csto_q_pattern(csto_table_cell(
             &csto_table_speech_verbs, x->t[i].verb - 1u, 1)), 'N') != NULL;
}

/* Gives r the clause before token i, or the quotation there. */
static int take_before(const qx *x, q_rep *r, uint32_t i) {
  uint32_t q = quote_before(x, i), s = clause_before(x, i);
  if (q && !x->t[q - 1].rep && s != i &&
      (x->t[q - 1].pair - 1 - q > 5 || q_bound(x, q - 1) ||
       !q_is_word(x, q - 2))) {        /* عنوان العمل "…"، وفق فلان */
    r->c0 = q - 1;
    r->c1 = x->t[q - 1].pair - 1;
    r->direct = 1;
    return r->c1 > r->c0 + 2;
  }
  if (s == i) return 0;
  r->c0 = past_dateline(x, s, i);
  r->c1 = trim_before(x, r->c0, i);
  for (s = r->c0; s < i && (x->t[s].cls & QW_JOIN); s++) {}
  if (x->t[s].verb && !x->t[s].rep && (plain_cue(x, s) || hands_on(x, s)))
    return 0;                                     /* كما شدد فلان، وفق … */
  return q_words(x, r->c0, r->c1) > 2;
}

/* Words about the source (، التي أعدها فلان، أن …؛ في وقت سابق، …): where
** the clause itself begins. */
static uint32_t past_details(const qx *x, uint32_t i, uint32_t e) {
  uint32_t k, comma = 0, far = i + 40 < e ? i + 40 : e;
  uint32_t j = i + (i + 1 < e && x->t[i].mark == QM_COMMA);
  if (!(x->t[j].cls & (QW_HARD | QW_DAY | QW_REL | QW_PREP))) return i;
  if (x->t[j].cls & QW_SO) return i;
  for (k = j; k < far; k++) {
    if (x->t[k].cls & (QW_THAT | QW_SO)) return k;
    if (x->t[k].verb && !(x->t[j].cls & QW_REL)) break;
    if (!comma && k > j && x->t[k].mark == QM_COMMA) comma = k;
  }
  return comma ? comma : i;
}

/* The colon behind a paper and its circumstances (جاء في بيان … عقب … :),
** with no verb between, or i. */
static uint32_t paper_colon(const qx *x, const q_rep *r, uint32_t i,
                            uint32_t e) {
  uint32_t k, far = i + 30 < e ? i + 30 : e;
  if (!(csto_q_noun(x, r->s0) & QN_PAPER)) return i;
  for (k = i; k < far && (!x->t[k].verb || x->t[k].cls); k++)
    if (x->t[k].mark == QM_COLON) return k;
  return i;
}

/* Gives r the clause behind token i, at the head of a sentence. */
static int take_after(const qx *x, q_rep *r, uint32_t i) {
  uint32_t e = sentence_end(x, r->cue);
  if (i < e) i = paper_colon(x, r, i, e);
  if (i < e) i = past_details(x, i, e);
  while (i < e && (x->t[i].mark == QM_COMMA || x->t[i].mark == QM_CLOSE ||
                   x->t[i].mark == QM_COLON ||
                   (x->t[i].cls & (QW_THAT | QW_SO)))) i++;
  if (i >= e || e - i < 3) return 0;
  r->c0 = i;
  r->comp = i;
  r->kind = QK_COLON;
  if (x->t[i].mark == QM_OPEN && x->t[i - 1].mark == QM_COLON)
    r->kind = QK_QUOTE;
  return 1;
}

static q_rep *put(qx *x, const q_rep *r, uint32_t at) {
  q_rep *p = csto_q_add(x);
  if (!p) return NULL;
  *p = *r;
  if (!x->t[at].rep) x->t[at].rep = (uint32_t)x->nr;
  return p;
}

/* ستشكل الاتفاقية وفق ما ذكره فلان نواة …: the source stands inside the
** clause, which goes on behind it. */
static int in_middle(const qx *x, q_rep *r, uint32_t to) {
  uint32_t s = sentence_start(x, r->cue);
  if (r->cue - s > 6 || clause_before(x, r->cue) != s) return 0;
  if (to + 4 < x->n && x->t[to].mark == QM_COMMA &&
      ((q_words(x, s, r->cue) < 3 && q_starts(x->tk[to + 1].norm, AL)) ||
       csto_q_joined(x, to + 1, BEH)) &&
      !x->t[to + 1].cls) to++;         /* تهدف الشراكة وفق البيان، النهوض … */
  if (to + 4 > x->n || q_bound(x, to) || !q_is_word(x, to)) return 0;
  if (x->t[to].cls & (QW_HARD | QW_DAY | QW_REL | QW_PREP)) return 0;
  r->c0 = s;
  r->kind = QK_OBJECT;
  return 1;
}

/* Nothing ends the source but the clause behind it (بحسب البيان ناقش …،
** حسب وكالة "…" أعلن): it is over behind a definite noun and its adjectives,
** and behind the name of a body. */
static uint32_t source_end(const qx *x, uint32_t s, uint32_t to,
                           uint32_t ment) {
  const csto_mention *m = ment ? &x->m[ment - 1] : NULL;
  uint32_t k = s + 1;
  for (; k < to && !(csto_q_noun(x, s) & QN_PAPER); k++)
                                           /* وفقا لفريق … 1554 سيارة */
    if (x->tk[k].kind == CSTO_T_NUMBER && x->tk[k].nnorm > 2 &&
        !x->t[k].ment) return k;
  k = s + 1;
  if (m && m->tok == s && m->tokend < to &&
      (m->type == CSTO_ORG || m->type == CSTO_GPE)) {
    k = m->tokend;
    return q_is_word(x, k) && !q_starts(x->tk[k].norm, AL) &&
           !x->t[k].cls && !x->t[k].ment ? k : to;
  }
  if (m || !(csto_q_noun(x, s) & (QN_PAPER | QN_BODY | QN_PEOPLE)) ||
      (!q_starts(x->tk[s].norm, AL) &&
       !q_starts(x->tk[s].norm, LAM LAM))) return to;
  while (k < to && (!q_is_word(x, k) || x->t[k].cls ||
                    q_starts(x->tk[k].norm, AL) ||
                    q_starts(x->tk[k].norm, LAM LAM) ||
                    q_starts(x->tk[k].norm, WAW AL))) {
    if (x->t[k].cls & QW_PREP) k++;           /* المسؤولين في وزارة … */
    k++;
  }
  return k < to ? k : to;
}

/* The source behind a medium (أوردته رويترز نقلا عن فلان): where its phrase
** begins when the medium's ends at token to, or 0. */
static uint32_t first_source(const qx *x, uint32_t to) {
  if (to + 2 < x->n && x->t[to].mark == QM_COMMA && x->t[to + 1].attr) to++;
  if (to + 2 >= x->n || q_bound(x, to) || q_bound(x, to + 1)) return 0;
  if (!x->t[to].attr || x->t[to + x->t[to].alen].prep != 'a') return 0;
  return csto_table_cell(&csto_table_attributions, x->t[to].attr - 1u,
                         1)[0] == 'a' ? to + x->t[to].alen + 1 : 0;
}

/* An attribution whose source follows it at token s; its own words end at
** cueend. */
static void source(qx *x, q_rep *r, uint32_t s, uint32_t cueend) {
  uint32_t to, ment, i = r->cue, from, end, who;
  int head = i <= sentence_start(x, i) + 1 || x->t[i].apre;
  if (head && i > 0 && (x->t[i - 1].cls & QW_THAT)) return; /* قال إنه ووفقا */
  if (s >= x->n || q_bound(x, s)) return;
  if (!csto_q_phrase(x, s, sentence_end(x, i), &to, &ment)) return;
  to = source_end(x, s, to, ment);
  if ((csto_q_noun(x, s) & QN_BODY || (ment && x->m[ment - 1].type ==
                                       CSTO_ORG)) &&
      (from = first_source(x, to)) != 0 &&
      csto_q_phrase(x, from, sentence_end(x, i), &end, &who) &&
      csto_q_can_speak(x, from, end, who)) {
    s = from;
    to = source_end(x, s, end, who);
    ment = who;
  }
  if (!csto_q_can_speak(x, s, to, ment)) {
    if (to > s + 2) return;
    r->maybe = 1;
  }
  r->s0 = s;
  r->s1 = to;
  r->ment = ment;
  r->cueend = cueend;
  r->rule = "source";
  if (!head && in_middle(x, r, to)) {
    put(x, r, i);
    return;
  }
  if (head) {
    int said = r->maybe != 2;                  /* جاء ذلك في …: what is said */
    if (!said) r->maybe = 0;                   /* behind أن or a mark only */
    if (take_after(x, r, to) &&
        (said || (x->t[r->c0 - 1].cls & QW_THAT) ||
         x->t[r->c0 - 1].mark == QM_COLON || x->t[r->c0].mark == QM_OPEN))
      put(x, r, i);
  } else {
    x->t[i].asource = !r->maybe;
    r->kind = QK_BEFORE;
    if (!take_before(x, r, i)) {
      if (!ment || x->m[ment - 1].type != CSTO_PERSON) return;
      r->c0 = r->c1 = i;                 /* no row; but he has spoken */
    }
    put(x, r, i);
  }
}

/* بحسب ما نقلت الوكالة عن فلان: behind عن, or v. */
static uint32_t handed_on(const qx *x, uint32_t v) {
  const char *pat = csto_q_pattern(csto_table_cell(
      &csto_table_speech_verbs, x->t[v].verb - 1u, 1));
  uint32_t k, far = v + 12 < x->n ? v + 12 : x->n;
  if (!strchr(pat, 'N')) return v;
  for (k = v + 1; k + 1 < far && !q_bound(x, k) && !x->t[k].verb; k++)
    if (x->t[k].prep == 'a') return q_bound(x, k + 1) ? v : k + 1;
  return v;
}

/* حسب ما ذكره فلان: the verb behind ما, its subject behind it. */
static void source_verb(qx *x, q_rep *r, uint32_t v) {
  uint32_t from;
  if (v >= x->n || q_bound(x, v) || !x->t[v].verb || x->t[v].rep) return;
  from = handed_on(x, v);
  x->t[v].verb = 0;
  if (from > v) {
    source(x, r, from, v + 1);
    return;
  }
  v++;                                          /* صرح به فلان */
  while (v < x->n && !q_bound(x, v) &&
         ((x->t[v].cls & QW_DAY) ||
          ((x->t[v].cls & QW_HARD) && x->tk[v].nnorm <= 6))) v++;
  source(x, r, v, v);
}

/* True if a report may hold the words in marks at token q. */
static int taken(const qx *x, uint32_t q) {
  uint32_t s = sentence_start(x, q), j;
  for (j = q; j > s && j + REACH > q; j--) {
    const q_rep *r;
    if (!x->t[j - 1].rep) continue;
    r = &x->r[x->t[j - 1].rep - 1];
    if (r->cue != j - 1 || r->kind == QK_BEFORE) continue;
    if (r->c0 == q) return 1;
    return x->t[r->c0].mark != QM_OPEN || !x->t[r->c0].pair ||
           x->t[r->c0].pair > q;
  }
  return 0;
}

/* وفق قوله: the last speaker; a report only of words in marks that nothing
** else reports. */
static void pronoun(qx *x, q_rep *r) {
  uint32_t q = quote_before(x, r->cue);
  if (!q || x->t[q - 1].rep || taken(x, q - 1)) return;
  r->kind = QK_BEFORE;
  r->dropped = 1;
  r->rule = "source";
  r->c0 = q - 1;
  r->c1 = x->t[q - 1].pair - 1;
  r->direct = 1;
  put(x, r, r->cue);
}

/* ---- قوله after نقل عن ---- */

/* Where the words of the noun of speech begin. */
static uint32_t noun_content(const qx *x, uint32_t from, uint32_t *comp) {
  uint32_t j;
  for (j = from; j < x->n && j < from + 12 && !q_bound(x, j); j++) {
    const q_tok *t = &x->t[j];
    if ((t->cls & QW_THAT) || t->mark == QM_COLON) {
      *comp = j;
      return j + 1 < x->n && !q_bound(x, j + 1) ? j + 1 : 0;
    }
    if (t->mark == QM_OPEN) {
      *comp = j;
      if (j == from || !t->pair || t->pair - j > 5)
        return j == from || t->pair ? j : 0;
      j = t->pair - 1;                   /* قولها لصحيفة "…" إن */
    }
    if (t->verb) return 0;
  }
  return 0;
}

/* ذهب إلى القول بأن، دفع بعض المحللين إلى القول إن، حرص فلان على القول إن: is
** القول at token i what the subject before the preposition does?  Takes the
** subject when it is beside; 0 when nobody says it (يمكن القول). */
static int went_to_say(const qx *x, q_rep *r, uint32_t i) {
  uint32_t k = i - 1, s, to, ment, far;
  if (i < 2 || q_bound(x, i) || q_bound(x, k)) return 0;
  if (x->t[k].prep != 'e' && x->t[k].prep != 'o') return 0;
  far = k > 8 ? k - 8 : 0;
  for (s = k; s > far && !q_bound(x, s); s--) {
    if (x->t[s - 1].mark || x->t[s - 1].rep ||
        (x->t[s - 1].verb && s < k)) break;
    if (q_ment(x, s - 1) ? !q_ment_from(x, s - 1) : !csto_q_noun(x, s - 1))
      continue;
    while (s > 1 && !q_bound(x, s - 1) && (csto_q_noun(x, s - 2) & QN_PEOPLE))
      s--;                                       /* بعض المحللين */
    if (!csto_q_phrase(x, s - 1, k, &to, &ment)) continue;
    if (ment && x->m[ment - 1].type == CSTO_PERSON) to = x->m[ment - 1].tokend;
    if (to + 1 < k || !csto_q_can_speak(x, s - 1, to, ment)) continue;
    r->dropped = 0;
    return q_take(r, s - 1, to, ment);
  }
  if (!x->t[k - 1].verb || !x->t[k - 1].pre) return 0;
  r->cue = k - 1;
  return 1;
}

static void noun(qx *x, q_rep *r, uint32_t i) {
  uint32_t j, s = sentence_start(x, i), to, ment;
  const char *agree = csto_table_cell(&csto_table_attributions,
                                      x->t[i].attr - 1u, 2);
  r->pat = "tq";
  r->rule = "noun";
  r->gender = agree[0];
  r->number = agree[0] ? agree[1] : 0;
  r->c0 = noun_content(x, r->cueend, &r->comp);
  if (!r->c0) return;
  r->kind = x->t[r->c0].mark == QM_OPEN && !(x->t[r->comp].cls & QW_THAT)
                ? QK_QUOTE : QK_THAT;
  for (j = i; j > s && j + 25 > i; j--) {
    if (x->t[j - 1].prep != 'a' &&                       /* على لسان فلان */
        !csto_doc_is(x->d, j - 1, "لسان"))
      continue;
    if (csto_q_phrase(x, j, i, &to, &ment)) {
      r->s0 = j;
      r->s1 = to;
      r->ment = ment;
    }
    break;
  }
  if (r->s0 == r->s1) {
    r->dropped = 1;
    if (!agree[0] && i > 0 && (csto_q_noun(x, i - 1) & QN_RUMOUR)) return;
    if (!agree[0] && q_starts(x->tk[i].norm, AL) && !went_to_say(x, r, i))
      return;                                     /* يمكن القول: nobody's */
  }
  put(x, r, r->cue);
}

/* رغم قول المحللين إن …: the noun with its subject. */
static void said_by(qx *x, q_rep *r, uint32_t s) {
  uint32_t to, ment, end = s + 10 < x->n ? s + 10 : x->n, that = s;
  while (that < end && !q_bound(x, that) && !q_that(x, that)) that++;
  if (that >= end || q_bound(x, that) || that == s || that + 1 >= x->n ||
      q_bound(x, that + 1) || !csto_q_phrase(x, s, that, &to, &ment) ||
      to != that || !csto_q_can_speak(x, s, to, ment)) return;
  q_take(r, s, to, ment);
  r->pat = "tq";
  r->rule = "noun";
  q_found(r, QK_THAT, that, that + 1);
  put(x, r, r->cue);
}

/* تصريحات صدرت على لسان فلان: a paper, not the clause, is his. */
static int issued_there(const qx *x, uint32_t i) {
  uint32_t k = i;
  if (x->t[i].alen < 2 ||
      !csto_doc_is(x->d, i + 1, "لسان")) return 0;
  for (; k > 0 && k + 4 > i && !q_bound(x, k); k--)
    if ((x->t[k - 1].cls & (QW_ISSUED | QW_REL)) ||
        (csto_q_noun(x, k - 1) & QN_PAPER)) return 1;
  return 0;
}

static void attribution(qx *x, uint32_t i) {
  q_rep r;
  uint32_t s = i + x->t[i].alen;
  const char *kind = csto_table_cell(&csto_table_attributions,
                                     x->t[i].attr - 1u, 1);
  memset(&r, 0, sizeof r);
  r.cue = i;
  r.cueend = s;
  r.comp = s;
  r.pat = "";
  if (x->t[i].quoted || issued_there(x, i)) return;
  switch (kind[0]) {
    case 's': source(x, &r, s, s); break;
    case 'l':
      if (s >= x->n || !q_starts(x->tk[s].norm, LAM)) break;
      if (x->t[s].clen == 1) x->t[s].cls &= ~(uint32_t)QW_HARD;
      source(x, &r, s, s);                          /* وفقا لوكالة … */
      break;
    case 'a':
      if ((s < x->n && x->t[s].prep == 'a')) source(x, &r, s + 1, s + 1);
      break;
    case 'p': pronoun(x, &r); break;
    case 'u':
      if (s < x->n && x->t[s].object) break;
      source_verb(x, &r, s);
      break;
    case 'v': source_verb(x, &r, s); break;
    case 'w':
      if (i > sentence_start(x, i) + 1 && !x->t[i].apre)
        source_verb(x, &r, s);
      break;
    case 'j':
      if (i > sentence_start(x, i) + 1 && !x->t[i].apre &&
          q_is_word(x, i - 1)) break;            /* على ما جاء في … */
      r.maybe = 2;
      source(x, &r, s, s);
      break;
    case 'q': noun(x, &r, i); break;
    case 'g': said_by(x, &r, s); break;
    default: break;
  }
}

/* ---- headlines ---- */

static uint32_t arabic_words(const qx *x, uint32_t i, uint32_t end) {
  uint32_t k = 0;
  for (; i < end && k < 3; i++) k += x->tk[i].kind == CSTO_T_WORD;
  return k;
}

/* لن نتراجع: فلان: a title whose last words, behind the colon at j, are a
** person's name and nothing else. */
static int name_last(qx *x, uint32_t i, uint32_t j, uint32_t end) {
  uint32_t to, ment;
  q_rep r;
  if (i > 0 || j + 1 >= end || end > j + 8 || j < i + 3 || j > i + 25 ||
      !csto_q_phrase(x, j + 1, end, &to, &ment) || to != end || !ment ||
      x->m[ment - 1].type != CSTO_PERSON || x->m[ment - 1].tokend != end ||
      (x->m[ment - 1].tok > j + 1 && !(csto_q_noun(x, j + 1) & QN_PERSON)) ||
      x->t[j - 1].ment) return 0;
  memset(&r, 0, sizeof r);
  r.pat = "";
  r.cue = j;
  r.cueend = r.comp = j + 1;
  r.c0 = i;
  r.c1 = trim_before(x, i, j);
  if (x->t[i].mark == QM_OPEN && x->t[i].pair == j) {
    r.c1 = j - 1;
    r.direct = 1;
  }
  r.s0 = j + 1;
  r.s1 = to;
  r.ment = ment;
  r.kind = QK_BEFORE;
  r.rule = "headline";
  put(x, &r, j);
  return 1;
}

/* A short line with a colon after its first words. */
static void headline(qx *x, uint32_t i, uint32_t end) {
  uint32_t j, to, ment;
  q_rep r;
  for (j = i; j < end && x->t[j].mark != QM_COLON; j++) {}
  if (j < end && name_last(x, i, j, end)) return;
  for (j = i; j < end && j < i + 12; j++) {
    if (x->t[j].verb || (x->t[j].cls & (QW_REL | QW_THAT))) return;
    if (x->t[j].mark == QM_COLON) break;
    if (strcmp(x->tk[j].norm, "-") == 0) {
      /* a byline, but فلان - "…" */
      if (j == i || !x->t[j - 1].ment || x->t[j + 1].mark != QM_OPEN ||
          x->m[x->t[j - 1].ment - 1].type != CSTO_PERSON) return;
      break;
    }
  }
  if (j < end && arabic_words(x, j + 1, end) < 3) return;
  if (j == i || j >= end || j >= i + 12 || end - j < 4) return;
  for (to = i; to < j; to++)                     /* رياضة / فلان: */
    if (strcmp(x->tk[to].norm, "/") == 0 || strcmp(x->tk[to].norm, "|") == 0)
      i = to + 1;
  while (i < j && !q_is_word(x, i)) i++;
  if (i == j) return;
  memset(&r, 0, sizeof r);
  if (!csto_q_phrase(x, i, j, &to, &ment)) return;
  if (to == i + 1 && !ment && !q_starts(x->tk[i].norm, AL) &&
      (csto_q_noun(x, i) & QN_LABEL)) return;                  /* شاهد: */
  r.pat = "";
  r.cue = j;
  r.cueend = j + 1;
  r.comp = j;
  r.c0 = j + 1;
  r.s0 = i;
  r.s1 = to;
  r.ment = ment;
  r.kind = QK_COLON;
  r.rule = "headline";
  put(x, &r, j);
}

int csto_q_sources(qx *x) {
  uint32_t i, line = 0;
  for (i = 0; i < x->n && x->d->arena.rc == CSTO_OK; i++) {
    if (x->t[i].attr && !(x->t[i].rep)) attribution(x, i);
  }
  for (i = 1; i <= x->n && x->d->arena.rc == CSTO_OK; i++) {
    if (i < x->n && !x->tk[i].newline) continue;
    headline(x, line, i);
    line = i;
  }
  return x->d->arena.rc;
}
