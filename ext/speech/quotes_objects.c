/* quotes_objects.c - what can be the thing said.
**
** For the tokens behind a verb of speech: whether a quotation mark opens its
** speech or a name, whether a preposition is the one of its pattern or part of
** somebody's title, whether a noun is an object that stands for speech, and
** where the object begins when it may be any.  Cost: linear, a bounded look
** ahead for each question.
*/
#include "speech/quotes_int.h"
#include "morph/stem.h"
#include <string.h>

/* A noun that introduces a name in quotation marks, not speech. */
static int names_thing(const qx *x, uint32_t i) {
  return (csto_q_noun(x, i) & (QN_TITLED | QN_BODY)) != 0;
}

/* Is the clause over at token i, behind a few words in marks right after a
** verb?  If not they are its subject or object (أكدت "…" أن، مثمنا "…" دور). */
static int ends_clause(const qx *x, const q_rep *r, uint32_t i) {
  uint32_t k, far = i + 16 < x->n ? i + 16 : x->n;
  if (q_bound(x, i) || x->t[i].attr || x->t[i].verb) return 1;
  if (csto_doc_is(x->d, i, "وهو") ||
      csto_doc_is(x->d, i, "وهي") ||
      (x->t[i].cls & QW_REL)) return 0;        /* يروي "…" وهو فيلم */
  if (q_is_word(x, i)) return q_starts(x->tk[i].norm, WAW) && !r->part;
  if (x->t[i].mark != QM_COMMA) return x->t[i].mark == QM_OTHER;
  for (k = i + 1; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
    if ((x->t[k].cls & QW_THAT) || x->t[k].mark == QM_COLON ||
        x->t[k].prep == 'a') return 0;
  return 1;
}

/* Do only a few words stand in the marks that open at j, and more behind them
** (تعهد "بعدم الصمت" عن …)? */
int csto_q_short(const qx *x, uint32_t j) {
  uint32_t p = x->t[j].pair - 1, after = p + x->t[p].clen;
  return q_words(x, j, p) < 6 && after < x->n && !q_bound(x, after) &&
         q_is_word(x, after) && !x->t[after].verb && !x->t[after].attr;
}

/* "المهندس فلان": a person's name, with his titles, is all that stands between
** token in and the closing mark at p. */
static int only_name(const qx *x, uint32_t in, uint32_t p) {
  while (in < p && (csto_q_noun(x, in) & (QN_COURTESY | QN_PERSON)) &&
         !q_person_from(x, in)) in++;
  return in < p && q_person_from(x, in) && q_ment(x, in)->tokend + 2 >= p;
}

/* في مقاله "…"، روايتها "…": a work or paper of somebody before its title. */
static int work_of_his(const qx *x, uint32_t i) {
  static const char *const tails[] = {HEH ALEF, HEH};
  char w[72];
  size_t k, n = x->tk[i].nnorm;
  if (n < 8 || n > 60 || (unsigned char)x->d->text[x->tk[i].end - 1] == 0xa9)
    return 0;
  for (k = 0; k < 2; k++) {
    size_t m = n - strlen(tails[k]);
    csto_hit h;
    if (strcmp(x->tk[i].norm + m, tails[k])) continue;
    memcpy(w, x->tk[i].norm, m);
    if (memcmp(w + m - 2, TEH, 2) == 0) memcpy(w + m - 2, HEH, 2);
    h = csto_table_find(&csto_table_speech_sources, w, m);
    for (; h; h = csto_table_next(&csto_table_speech_sources, h))
      if (strchr("td", csto_table_letter(&csto_table_speech_sources, h)))
        return 1;
  }
  return 0;
}

/* Do a colon, a mark or أن come behind token i, in its sentence? */
static int words_to_come(const qx *x, uint32_t i) {
  uint32_t k, far = i + 20 < x->n ? i + 20 : x->n;
  for (k = i; k < far && !q_bound(x, k); k++)
    if (x->t[k].mark == QM_COLON || x->t[k].mark == QM_OPEN ||
        (x->t[k].cls & QW_THAT)) return 1;
  return 0;
}

/* True if the mark at j, reached from the cue of r, opens its speech. */
int csto_q_opens(const qx *x, const q_rep *r, uint32_t j) {
  uint32_t p = x->t[j].pair, after, words;
  uint32_t in = j + x->t[j].clen;
  if (in >= x->n) return 0;
  if (p == 0) {                    /* it never closes: only right here */
    return j == r->cueend || x->t[j - 1].mark == QM_COLON ||
           (q_words(x, in, in + 12 < x->n ? in + 12 : x->n) > 4 &&
            !names_thing(x, j - 1));
  }
  p--;
  after = p + x->t[p].clen;
  words = q_words(x, in, p);
  if (words == 0 || only_name(x, in, p)) return 0;
  if (x->t[j - 1].mark == QM_COLON) return 1;
  if (j > r->cueend && words < 12 && work_of_his(x, j - 1) &&
      words_to_come(x, after)) return 0;
  if (j > r->cueend && (x->t[j - 1].cls & QW_PREP)) return 0;
  if (q_that(x, in)) return 1;
  if (!x->tk[j].space && q_is_word(x, j - 1) && j > r->cueend &&
      !(words > 4 && x->tk[in].space)) return 0;
  if (x->t[j - 1].mark == QM_CLOSE && words > 4) return 1;  /* "فلانة" "…" */
  if (names_thing(x, j - 1) && words < 6) return 0;
  if (j > r->cueend && words < 15 &&               /* ندوة حول "…" */
      csto_doc_is(x->d, j - 1, "حول")) return 0;
  if (after < x->n && !q_bound(x, after)) {
    uint32_t k = after, far = after + 12 < x->n ? after + 12 : x->n;
    if (words < 7)
      for (; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
        if (x->t[k].cls & QW_THAT) return 0;
  }
  if (j == r->cueend && words < 6 && !ends_clause(x, r, after)) return 0;
  if (words >= 4) return 1;
  return j == r->cueend && (words > 1 || r->part);
}

/* Is token i a noun with ب or ل joined to it, as the argument of a verb?
** 2 surely, 1 by the look of it (بتخيل: the noun may begin with ب). */
/* هدد فلان بمد …: a short word, right behind a name. */
static int short_noun(const qx *x, uint32_t i, size_t np) {
  const csto_mention *m = i > 0 ? q_ment(x, i - 1) : NULL;
  csto_stem stem;
  if (!m || m->tokend != i || q_ment(x, i) || x->t[i].cls) return 0;
  csto_stem_word(x->tk[i].norm, x->tk[i].nnorm, &stem);
  return stem.prefix == np;
}

int csto_q_joined(const qx *x, uint32_t i, const char *prep) {
  static const char *const heads[] = {
      TEH, ALEF, "عدم", MEEM};
  const char *w = x->tk[i].norm;
  const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
  size_t n, k, np = strlen(prep);
  csto_stem stem;
  if (!q_starts(w, prep) || (x->t[i].cls & (QW_HARD | QW_DAY))) return 0;
  if ((x->t[i].cls & QW_PREP) && w[np]) return 0;                /* باسم */
  if (m && m->start == x->tk[i].start) return 0;
  if (m && m->tok < i && m->type != CSTO_ROLE) return 0;
  if (w[np] == 0) return 2;
  w += np;
  if (strcmp(prep, LAM) == 0 && q_starts(w, LAM) && strlen(w) >= 6)
    return csto_table_match(&csto_table_speech_nouns, x->d, i, 4, NULL, &n)
           ? 2 : 0;
  if (csto_table_match(&csto_table_speech_nouns, x->d, i, np, NULL, &n) ||
      (q_starts(w, AL) &&
       csto_table_match(&csto_table_speech_nouns, x->d, i, np + 4, NULL, &n)))
    return 3;
  if (x->tk[i].nnorm < np + 6) return short_noun(x, i, np);
  if (strcmp(prep, BEH))
    return (strlen(w) > 8 && q_starts(w, heads[0])) ||
           (strlen(w) > 4 && !csto_q_noun(x, i) && !x->t[i].cls &&
            q_starts(w, heads[1]));
  if (q_starts(w, AL)) return strlen(w) > 6 ? 2 : 0;
  if (strlen(w) < 6) return 0;
  for (k = 0; k < sizeof heads / sizeof *heads; k++)
    if (q_starts(w, heads[k])) return 1;
  if (m || (csto_q_noun(x, i) & ~(unsigned)QN_SOME) || x->t[i].cls ||
      x->t[i].attr) return 0;
  csto_stem_word(x->tk[i].norm, x->tk[i].nnorm, &stem);  /* برحيل، not برلمان */
  return stem.prefix == np;
}

/* Is the preposition at j part of a title before it (النائب عن … عن)?  Only
** when the complement comes later: the same word, or أن. */
static int in_title(const qx *x, uint32_t j, const q_rep *r) {
  uint32_t k, far = j + 30 < x->n ? j + 30 : x->n;
  if (j == r->cueend || x->t[j].prep == 'o') return 0;
  if (!(csto_q_noun(x, j - 1) & (QN_PERSON | QN_PEOPLE))) return 0;
  if (csto_q_adjective(x, j - 1)) return 0;       /* الإدارة الإعلامية عن */
  for (k = j + 1; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
    if ((x->t[k].cls & QW_THAT) || csto_doc_is(x->d, k, x->tk[j].norm))
      return 1;
  return 0;
}

static int in_person(const qx *x, uint32_t j) {
  return (x->t[j].ment && x->m[x->t[j].ment - 1].type == CSTO_PERSON) ||
         (j + 1 < x->n && (x->t[j + 1].cls & QW_SON));
}

/* The complement is a preposition of the pattern at token j. */
int csto_q_prep(const qx *x, const q_rep *r, uint32_t j) {
  char c = x->t[j].prep;
  if (!c || (x->t[j].cls & (QW_HARD | QW_DAY))) return 0;
  if (in_person(x, j)) return 0;                     /* علي بن موسى */
  if (!q_has(r, c)) return c == 'e' && q_has(r, 'E') && q_that(x, j + 1);
  return c == 'e' || q_that(x, j + 1) || !in_title(x, j, r);
}

/* Is token j surely behind the subject: at a participle, behind a name, a
** comma or an adverb? */
static int after_subject(const qx *x, const q_rep *r, uint32_t j) {
  const q_tok *t = &x->t[j - 1];
  if (j == r->cueend)
    return r->part || (x->t[r->cue - (r->cue > 0)].cls & QW_JOIN);
  return t->mark == QM_COMMA || (t->cls & (QW_ADD | QW_SAME)) ||
         (t->ment && x->m[t->ment - 1].type == CSTO_PERSON);
}

/* A medium with ل (للصحيفة): the object may stand behind it. */
int csto_q_to_whom(const qx *x, uint32_t j) {
  return x->t[j].clen == 1 && q_starts(x->tk[j].norm, LAM) &&
         (csto_q_noun(x, j) & QN_BODY);
}

/* A noun of speech or act with a pronoun (ثقته، رغبتها، أملهم). */
static int noun_of_his(const qx *x, uint32_t j) {
  static const char *const tails[] = {HEH ALEF,
                                      HEH MEEM, HEH};
  const char *w = x->tk[j].norm;
  char f[64];
  size_t k, n = x->tk[j].nnorm;
  if (n < 8 || n > 40 || (unsigned char)x->d->text[x->tk[j].end - 1] == 0xa9)
    return 0;
  for (k = 0; k < 3; k++) {
    size_t m = strlen(tails[k]);
    if (memcmp(w + n - m, tails[k], m)) continue;
    if (csto_table_find(&csto_table_speech_nouns, w, n - m)) return 1;
    if (memcmp(w + n - m - 2, TEH, 2)) continue;
    memcpy(f, w, n - m);
    memcpy(f + n - m - 2, HEH, 2);
    if (csto_table_find(&csto_table_speech_nouns, f, n - m)) return 1;
  }
  return 0;
}

/* Is the word at j, which may be a verb with its object or a noun with its
** owner, the noun?  Right behind the subject it is (أعلن الحزب رفضه …). */
static int no_verb(const qx *x, const q_rep *r, uint32_t j) {
  const q_tok *t = &x->t[j - 1];
  if (x->t[j].pre || (t->cls & (QW_REL | QW_NEG | QW_AUX))) return 0;
  return after_subject(x, r, j) || t->ment ||
         (j > r->cueend && q_starts(x->tk[j - 1].norm, AL) &&
          (csto_q_noun(x, j - 1) & (QN_PERSON | QN_PEOPLE | QN_BODY)));
}

/* أعلنت الشركة نتائجها: a thing (speech_things.tsv) with a pronoun. */
static int thing_of_his(const qx *x, uint32_t j) {
  size_t n = x->tk[j].nnorm;
  return n > 8 && !strcmp(x->tk[j].norm + n - 4, HEH ALEF) &&
         csto_table_find(&csto_table_speech_things, x->tk[j].norm, n - 4);
}

/* Does the object that stands for speech begin at token j? */
int csto_q_object(const qx *x, const q_rep *r, uint32_t j) {
  size_t n;
  uint32_t ment = x->t[j].ment;
  if ((x->t[j].cls & QW_WHAT) && after_subject(x, r, j))
    return 1;                                   /* نفى ما تردد */
  if ((x->t[j].cls & QW_THIS) && j + 1 < x->n && !q_bound(x, j + 1) &&
      q_starts(x->tk[j + 1].norm, AL) &&
      csto_table_match(&csto_table_speech_nouns, x->d, j + 1, 4, NULL, &n))
    return q_has(r, 'x') && q_has(r, 'Y');          /* نفت هذه الاتهامات */
  if (!q_is_word(x, j) || (x->t[j].cls & ~(unsigned)QW_NEG) || x->t[j].rep)
    return 0;                                       /* أكد عدم وجود … */
  if (q_has(r, 'R'))                               /* حمله المسؤولية */
    return strstr(x->tk[j].norm, "مسءولي") != NULL &&
           (j > r->cueend || x->t[r->cue].object);
  if (ment && (x->m[ment - 1].tok < j || x->m[ment - 1].type == CSTO_PERSON))
    return 0;
  if ((x->t[j - 1].cls & (QW_PREP | QW_HARD)) && !csto_q_to_whom(x, j - 1))
    return 0;
  if (csto_table_match(&csto_table_speech_nouns, x->d, j, 0, NULL, &n))
    return r->part || j > r->cueend || !csto_q_noun(x, j); /* أكدت دراسة … */
  if (q_starts(x->tk[j].norm, AL) && after_subject(x, r, j) &&
      csto_table_match(&csto_table_speech_nouns, x->d, j, 4, NULL, &n))
    return 1;
  if (!q_has(r, 'x') || thing_of_his(x, j)) return 0;
  if (j > r->cueend + 1 && csto_q_joined(x, j - 1, LAM) > 2)
    return 0;                                       /* لضمان سلامتهم */
  if (noun_of_his(x, j) && (!x->t[j].verb || no_verb(x, r, j))) return 1;
  if (x->t[j].verb) return 0;
  if (q_has(r, '+') && (csto_q_noun(x, j - 1) & (QN_BODY | QN_PERSON)) &&
      !q_starts(x->tk[j - 1].norm, AL) && j > r->cueend)
    return 0;                                   /* ناشد حكومة بلاده … */
  if (!csto_q_pronoun(x, j) || csto_q_noun(x, j)) return 0;
  if (q_starts(x->tk[j].norm, AL) || q_starts(x->tk[j].norm, WAW) ||
      q_starts(x->tk[j].norm, LAM) || csto_q_joined(x, j, BEH) > 0)
    return 0;                          /* مقترحة لقدومهم، أنار … بضوئه */
  return j > r->cueend || r->part ||
         (!x->t[r->cue].pre && !q_bound(x, r->cue));
}

/* The same behind an indefinite masculine one and adjectives that agree with
** it (مصدر رسمي سوري). */
static uint32_t simple_indefinite(const qx *x, uint32_t j, uint32_t stop) {
  uint32_t k = j + 1;
  const char *w = x->tk[j].norm;
  if (!(csto_q_noun(x, j) & QN_PERSON) ||
      !strcmp(w + x->tk[j].nnorm - 2, HEH)) return 0;
  while (k < stop && q_is_word(x, k) && x->tk[k].nnorm > 6 &&
         !x->t[k].cls && !csto_q_noun(x, k) &&
         !q_starts(x->tk[k].norm, AL) &&
         !strcmp(x->tk[k].norm + x->tk[k].nnorm - 2, YEH)) k++;
  return k > j + 1 && k < stop && q_is_word(x, k) && !x->t[k].ment &&
         !x->t[k].cls ? k : 0;
}

uint32_t csto_q_simple(const qx *x, uint32_t j, uint32_t stop) {
  uint32_t k = j + 1;
  if (j < stop && q_is_word(x, j) && !q_starts(x->tk[j].norm, AL))
    return simple_indefinite(x, j, stop);
  if (j >= stop || !q_is_word(x, j) || !q_starts(x->tk[j].norm, AL) ||
      !(csto_q_noun(x, j) & (QN_PERSON | QN_PEOPLE | QN_BODY))) return 0;
  while (k < stop && q_is_word(x, k) && q_starts(x->tk[k].norm, AL)) {
    const char *w = x->tk[k].norm;
    size_t n = x->tk[k].nnorm;
    if (strcmp(w + n - 2, YEH) &&
        (n < 8 || strcmp(w + n - 4, YEH HEH))) break;
    k++;
  }
  return k < stop ? k : 0;
}

/* Is token i an adverb or a comma, so that the phrase before it is over? */
static int ends_sure(const qx *x, uint32_t i) {
  return i < x->n && ((x->t[i].cls & (QW_DAY | QW_ADD | QW_HARD)) ||
                      x->t[i].mark == QM_COMMA);
}

/* Behind commas and what is said about the speaker: فلان، عضو …، الحصار. */
static uint32_t past_asides(const qx *x, uint32_t j, uint32_t stop) {
  uint32_t k;
  while (j < stop && x->t[j].mark == QM_COMMA) j++;
  if (j < stop && x->t[j - 1].mark == QM_COMMA &&
      (csto_q_noun(x, j) & QN_PERSON)) {
    for (k = j; k < stop && x->t[k].mark != QM_COMMA; k++) {}
    if (k + 1 < stop) j = k + 1;
  }
  if (j < stop && strcmp(x->tk[j].norm, "-") == 0) {  /* -في بيان …- */
    for (k = j + 1; k < stop && strcmp(x->tk[k].norm, "-"); k++) {}
    if (k + 1 < stop) j = k + 1;
  }
  while (j < stop && (x->t[j].cls & (QW_ADD | QW_DAY | QW_HARD))) {
    k = j + x->t[j].clen;
    if (!(x->t[j].cls & QW_HARD) && k < stop && q_is_word(x, k) &&
        x->tk[k].kind != CSTO_T_NUMBER) {           /* أدان بشدة الهجوم */
      j = k;
      continue;
    }
    while (j < stop && x->t[j].mark != QM_COMMA) j++;
    while (j < stop && x->t[j].mark == QM_COMMA) j++;
  }
  return j;
}

/* البيان، الهجوم: a definite noun of speech or act, no adjective. */
static int definite_thing(const qx *x, uint32_t k) {
  size_t n;
  return q_starts(x->tk[k].norm, AL) &&
         ((csto_q_noun(x, k) & QN_PAPER) ||
          csto_table_match(&csto_table_speech_nouns, x->d, k, 4, NULL, &n));
}

/* دانت المنظمة قصف …، دانت مصر البيان …: a body's name at token j ends before
** a word with no article or a noun of speech; else to. */
static uint32_t body_end(const qx *x, uint32_t j, uint32_t to) {
  const csto_mention *m = x->t[j].ment ? &x->m[x->t[j].ment - 1] : NULL;
  uint32_t k = m && m->tok == j ? m->tokend : to;
  return k < to && (m->type == CSTO_ORG || m->type == CSTO_GPE) &&
         q_is_word(x, k) &&
         (!q_starts(x->tk[k].norm, AL) || definite_thing(x, k)) &&
         !q_starts(x->tk[k].norm, WAW) && !x->t[k].cls && !x->t[k].ment
             ? k : to;
}

/* وانتقدت الدور الذي …: the object right behind a verb with no subject. */
static int thing_here(const qx *x, const q_rep *r, uint32_t j, uint32_t stop) {
  return j == r->cueend && j < stop && x->t[r->cue].pre && q_is_word(x, j) &&
         q_starts(x->tk[j].norm, AL) && !csto_q_noun(x, j) && !x->t[j].ment &&
         !x->t[j].cls;
}

/* الذي كان ينتقد السعودية: the subject stands before الذي. */
static int about_noun(const qx *x, uint32_t i) {
  while (i > 0 && !q_bound(x, i) && (x->t[i - 1].cls & QW_AUX)) i--;
  return i > 0 && !q_bound(x, i) && (x->t[i - 1].cls & QW_REL) &&
         q_starts(x->tk[i - 1].norm, AL);
}

/* Behind the adverbs right after the cue. */
static uint32_t past_adverbs(const qx *x, uint32_t j, uint32_t stop) {
  while (j < stop && (x->t[j].cls & (QW_ADD | QW_DAY | QW_HARD))) {
    uint32_t k = j + x->t[j].clen;
    if (x->t[j].cls & QW_HARD)
      while (k < stop && x->t[k].mark != QM_COMMA && k < j + 3) k++;
    j = k;
  }
  return j;
}

/* Behind the subject of r at token *j; 0 when it cannot be told. */
static int past_subject(const qx *x, const q_rep *r, uint32_t *j,
                        uint32_t stop) {
  uint32_t to, ment, simple;
  int phrase = csto_q_phrase(x, *j, stop, &to, &ment);
  if (about_noun(x, r->cue) && !(phrase && to < stop && csto_q_pronoun(x, to)))
    return 1;                        /* but الذي ينتقد فلان سياسته */
  if (phrase) to = csto_q_before_name(x, *j, body_end(x, *j, to), &ment);
  simple = ment ? 0 : csto_q_simple(x, *j, stop);
  if (simple && simple < to && x->t[simple].mark == 0 && !x->t[simple].cls &&
      q_starts(x->tk[*j].norm, AL) && !q_starts(x->tk[simple].norm, AL) &&
      !q_starts(x->tk[simple].norm, WAW))
    to = simple;                     /* استغرب الخبراء سلوك … */
  if (to > *j && (ment || to == simple || ends_sure(x, to) ||
                  (to < stop && x->t[to].ment))) {
    *j = to;
    return 1;
  }
  if (!x->t[r->cue].pre && !q_bound(x, r->cue)) return 1;
  simple = csto_q_simple(x, *j, stop);
  if (simple) *j = simple;
  return simple || thing_here(x, r, *j, stop);
}

int csto_q_any_object(const qx *x, q_rep *r, uint32_t stop) {
  uint32_t j = past_adverbs(x, r->cueend, stop);
  if (!r->part && !past_subject(x, r, &j, stop)) return 0;
  j = past_asides(x, j, stop);
  if (j >= stop) return 0;
  if (!(x->t[j].mark == QM_OPEN && x->t[j].pair) &&
      (!q_is_word(x, j) || q_starts(x->tk[j].norm, BEH AL) ||
       (x->t[j].cls & (QW_PREP | QW_HARD | QW_DAY)))) return 0;
  q_found(r, QK_OBJECT, j, j);
  return 1;
}
