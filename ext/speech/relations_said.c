/* relations_said.c - whose words a match stands in, whose wish it is.
**
**   دعا الرئيس، في كلمته، المواطنين إلى كذا    the quotation's speaker
**   … ، داعيا المجتمع الدولي إلى كذا           who says what stands before
**   وجدد تأكيده دعمه للحل السياسي              he whose support it is
**   وأضاف أن أولويات الرئاسة تشمل كذا           by whom it was stated
**
** The quotations tell (quotes.c): a verb that introduces one has its speaker,
** named beside it or not.
** Cost: a binary search, and a look back of 60 tokens.
*/
#include "speech/relations_int.h"

#define BACK 60
#define SPEAKERS (CSTO_NP_PERSON | CSTO_NP_ROLE | CSTO_NP_ORG | CSTO_NP_GPE | \
                  CSTO_NP_PEOPLE)

const csto_quote *csto_rel_introduced(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  size_t k = csto_rel_quote_from(r, t->start), n;
  for (n = 0; n < 4 && k < r->nq; n++, k++) {
    const csto_quote *q = &r->q[k];
    if (q->verb_start >= t->start && q->verb_start < t->end &&
        q->verb_end > q->verb_start) return q;
  }
  return NULL;
}

/* The token of byte b, which stands at most BACK tokens before token i; or
** CSTO_NONE. */
static uint32_t token_back(const csto_rel *r, uint32_t b, uint32_t i) {
  uint32_t n;
  for (n = 0; n < BACK && i > 0 && r->d->tokens[i].start > b; n++) i--;
  return r->d->tokens[i].start <= b && r->d->tokens[i].end > b ? i
                                                              : CSTO_NONE;
}

/* إنها تدعم كذا: does the trigger stand behind the pronoun of him who says the
** words that begin at token `from`? */
static int is_of_pronoun(const csto_rel *r, uint32_t from, uint32_t trig) {
  return trig > 0 && !csto_rel_start(r, trig) && from + 1 >= trig &&
         csto_rel_class(r, trig - 1, "hethat", NULL);
}

/* The reported words that the trigger begins, as what is expressed in them, or
** goes on with, behind و; their verb's token into *verb. */
static const csto_quote *expressed(const csto_rel *r, const csto_match *x,
                                   uint32_t *verb) {
  uint32_t at = r->d->tokens[x->trig].start, from;
  size_t k = csto_rel_quote_from(r, at);
  const csto_quote *q = k < r->nq ? &r->q[k] : NULL;
  if (!q || q->start > at || q->verb_start >= at) return NULL;
  from = token_back(r, q->start, x->trig);
  *verb = token_back(r, q->verb_start, x->trig);
  if (*verb == CSTO_NONE || from == CSTO_NONE) return NULL;
  if (!q->direct && is_of_pronoun(r, from, x->trig)) return q;
  if (!csto_rel_class(r, *verb, "express", NULL)) return NULL;
  if (from == x->trig) return q;
  if (q->direct || !(r->word[x->trig].pre & CSTO_PRE_WA) ||
      !csto_rel_class(r, from, "alsohis", NULL)) return NULL;
  return q;
}

/* The last phrase of that name before token i, of whatever kind; or
** CSTO_NONE. */
static uint32_t last_of_name(const csto_rel *r, const char *name, uint32_t i) {
  uint32_t k, from = i > 300 ? i - 300 : 0;
  for (; i > from; i--) {
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & SPEAKERS && r->np[k].m != CSTO_NONE &&
          !strcmp(r->m[r->np[k].m].name, name)) return k;
    }
  }
  return CSTO_NONE;
}

/* The phrase of him who says q, at its words there or at his name before; or
** CSTO_NONE. */
static uint32_t phrase_of(const csto_rel *r, const csto_match *x,
                          const csto_quote *q) {
  const csto_token *t = r->d->tokens;
  uint32_t i = x->trig, k;
  if (q->sp_end == q->sp_start) return last_of_name(r, q->speaker, i);
  if (q->sp_start < t[i].start) return csto_rel_source(r, q, i, SPEAKERS);
  while (i < r->d->ntokens && t[i].end <= q->sp_start) i++;
  for (k = i < r->d->ntokens ? r->at[i] : CSTO_NONE; k != CSTO_NONE;
       k = r->np[k].next) {
    if (r->np[k].kinds & SPEAKERS && r->np[k].end <= q->sp_end) return k;
  }
  return CSTO_NONE;
}

/* الصحيفة: feminine, by its first word. */
static int word_gender(const char *name) {
  size_t n = strcspn(name, " ");
  return n > 4 && !memcmp(name + n - 2, MARBUTA, 2) ? 2 : 0;
}

/* دعمه, دعمها: is the pronoun that of him who says it? */
static int is_his_own(const csto_rel *r, const csto_match *x,
                      const csto_quote *q) {
  int that = x->trig > 0 && csto_rel_class(r, x->trig - 1, "hethat", NULL);
  const csto_token *t = &r->d->tokens[x->trig - (that ? 1 : 0)];
  const char *end = t->norm + t->nnorm;
  uint32_t k = phrase_of(r, x, q);
  int gender;
  if (t->nnorm < 6) return 1;
  if (!memcmp(end - 4, HEH MEEM, 4)) {
    return k == CSTO_NONE || !(r->np[k].kinds & CSTO_NP_PERSON);
  }
  gender = k == CSTO_NONE ? word_gender(q->speaker)
                          : csto_rel_gender(r, &r->np[k]);
  if (!memcmp(end - 4, HEH ALEF, 4)) return gender != 1;
  return memcmp(end - 2, HEH, 2) || gender != 2;
}

/* مطالبين, داعين: of several. */
static int is_several(const csto_token *t) {
  return t->nnorm >= 8 && !memcmp(t->norm + t->nnorm - 4, YEH NOON,
                                  4);
}

/* السياسيين, مقاتلي كذا: an object, by its form. */
static int is_object_word(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  return csto_rel_class(r, i, "calledacc", NULL) ||
         (csto_rel_al(t, 0) && t->nnorm > 12 && is_several(t));
}

/* The same, or a word with such an adjective: الحلفاء الأوروبيين; but not
** الكلية الراغبين. */
static int is_accusative(const csto_rel *r, uint32_t i) {
  return is_object_word(r, i) ||
         (csto_rel_al(&r->d->tokens[i], 0) && !csto_rel_start(r, i + 1) &&
          csto_rel_pronoun(r->d->text, &r->d->tokens[i]) &&
          is_object_word(r, i + 1) && csto_rel_al(&r->d->tokens[i + 1], 0));
}

/* مصدر مأذون: does a speaker's name begin with a word of that class? */
static int is_named_so(const char *name, const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  char word[48];
  size_t n = strcspn(name, " ");
  csto_hit h;
  if (n < 4 || n >= sizeof word) return 0;
  memcpy(word, name, n);
  if (!memcmp(word + n - 2, MARBUTA, 2)) memcpy(word + n - 2,
                                                   HEH, 2);
  for (h = csto_table_find(t, word, n); h; h = csto_table_next(t, h)) {
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), cls)) return 1;
  }
  return 0;
}

/* مصادر, عدد: whom that names, nobody knows. */
static int is_nobody(const csto_rel *r, const csto_match *x,
                     const csto_quote *q, uint32_t wordrow) {
  uint32_t i = x->trig;
  if (is_named_so(q->speaker, "nobody")) return 1;
  if (q->sp_end == q->sp_start) return 0;
  while (i > 0 && r->d->tokens[i].start > q->sp_start) i--;
  while (i < r->d->ntokens && r->d->tokens[i].end <= q->sp_start) i++;
  if (q->sp_start > r->d->tokens[x->trig].start && is_object_word(r, i)) {
    return 1;                                          /* دعا مقاتلي كذا */
  }
  return csto_rel_class(r, i, "nobody", NULL) || csto_rel_verb_form(r, i) ||
         (csto_rel_plural(r, x, wordrow) &&            /* أهالي ولاية كذا */
          csto_rel_class(r, i, "city", NULL));
}

/* دعت, وتدعو: is the verb at token i a woman's, or feminine? */
static int is_hers(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  return !memcmp(t->norm + t->nnorm - 2, TEH, 2) ||
         csto_rel_letter(t, r->word[i].pre & CSTO_PRE_WA ? 2 : 0, TEH);
}

/* أن الاتحاد حذر من كذا ودعا كذا: the reported words before the verb are of
** somebody else, who may go on; وكان المكتب، كما قيل، أكد رفضه: the subject
** stands far off; وطالبت الحكومة بكذا، داعية: she who is asked does not ask. */
static int is_doubtful(const csto_rel *r, const csto_match *x,
                       const csto_quote *q, uint32_t verb) {
  size_t k = csto_rel_quote_from(r, r->d->tokens[x->trig].start);
  uint32_t i = verb, n;
  if (q->sp_end > q->sp_start) return 0;
  if (is_named_so(q->speaker, "addressee")) return 1;
  for (n = 0; n < BACK && !csto_rel_start(r, i); n++) i--;
  if (i < verb && csto_rel_class(r, i, "was", NULL)) return 1;
  if (!(r->word[x->trig].pre & CSTO_PRE_WA) || k == 0) return 0;
  for (n = 1; n <= 2 && n <= k; n++) {
    const csto_quote *p = &r->q[k - n];
    uint32_t np;
    if (p->sentence != q->sentence) break;
    if (strcmp(p->speaker, q->speaker)) return 1;
    i = p->direct ? CSTO_NONE : token_back(r, p->start, x->trig);
    np = i == CSTO_NONE ? CSTO_NONE : csto_rel_starting(r, i, SPEAKERS);
    if (np != CSTO_NONE && csto_rel_gender(r, &r->np[np]) ==
                               (is_hers(r, x->trig) ? 2 : 1)) return 1;
  }
  return 0;
}

const char *csto_rel_teller(csto_rel *r, csto_match *x, uint32_t wordrow) {
  const csto_quote *q = x->q;
  csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t verb, k;
  int fits;
  if (!q) {
    q = expressed(r, x, &verb);
    if (!q || !is_his_own(r, x, q) || is_nobody(r, x, q, wordrow) ||
        is_doubtful(r, x, q, verb)) return NULL;
    if (verb < x->lo) x->lo = verb;
    return q->speaker[0] ? q->speaker : NULL;
  }
  if (!q->speaker[0] || is_nobody(r, x, q, wordrow) ||
      is_doubtful(r, x, q, x->trig)) return NULL;
  k = phrase_of(r, x, q);
  if (k != CSTO_NONE) {
    if (is_several(&r->d->tokens[x->trig]) &&
        !(r->np[k].kinds & CSTO_NP_PEOPLE)) return NULL;
    s->np[0] = k;                   /* the verb must be of its gender */
    s->nnp = 1;
    fits = csto_rel_agrees(r, x, wordrow);
    s->nnp = 0;
    if (!fits) return NULL;
  }
  return q->speaker;
}

/* المعارض, السابق, نائبة كذا: words behind a name that tell of it. */
static int describes(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = t->norm + t->nnorm;
  return !csto_rel_al(t, 0) || csto_rel_class(r, i, "office", NULL) ||
         csto_rel_class(r, i, "spokes", NULL) ||
         csto_rel_class(r, i, "envoy", NULL) ||
         csto_rel_class(r, i, "former", NULL) ||
         csto_rel_class(r, i, "honor", NULL) ||
         csto_rel_class(r, i, "elect", NULL) ||
         !memcmp(end - 2, YEH, 2) ||
         !memcmp(end - 4, YEH HEH, 4);
}

/* Does a person's name end before token i? */
static int is_person_before(const csto_rel *r, uint32_t i) {
  uint32_t k;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_PERSON) return 1;
  }
  return 0;
}

/* Behind him who calls, at token i: someone else, and no part of his name? */
static int is_someone_else(const csto_rel *r, const csto_np *p, uint32_t i) {
  int person = is_person_before(r, i);
  if (p) return !(p->kinds & CSTO_NP_ROLE) || !person;
  return is_accusative(r, i) ||
         csto_rel_class(r, i, "called", NULL) || (person && !describes(r, i));
}

/* دعا الحكومة, دعت المجتمع الدولي: no subject of that verb. */
static int is_clash(const csto_rel *r, const csto_match *x, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = t->norm + t->nnorm;
  if (is_hers(r, x->trig)) return csto_rel_class(r, i, "mascorg", NULL) ||
                  csto_rel_class(r, i, "hecalled", NULL);
  return !csto_rel_pronoun(r->d->text, t) ||
         (t->nnorm > 4 && !memcmp(end - 4, ALEF TEH, 4));
}

/* دعا الحاصلين على كذا: على goes with حث alone. */
static int is_upon(const csto_rel *r, const csto_match *x) {
  const csto_slot *t = &x->slot[CSTO_SLOT_T];
  uint32_t i = x->trigend;
  while (i < r->d->ntokens && r->d->tokens[i].end <= t->start) i++;
  return !strcmp(r->d->tokens[i - 1].norm, "علي") &&
         !csto_rel_class(r, x->trig, "urge", NULL);
}

int csto_rel_addressed(const csto_rel *r, const csto_match *x,
                       uint32_t wordrow) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const csto_np *p = o->nnp ? &r->np[o->np[0]] : NULL;
  const csto_np *who = s->nnp ? &r->np[s->np[0]] : NULL;
  const csto_quote *q = x->q;
  uint32_t i = x->trigend, start = p ? p->start : o->start, from = 0;
  if (is_upon(r, x)) return 0;
  if (!strcmp(csto_table_cell(&csto_table_relation_words, wordrow, 2),
              "part")) return 1;
  while (i < r->d->ntokens && r->d->tokens[i].end <= start) i++;
  if (who) from = who->start + 1;
  else if (q && q->sp_end > q->sp_start) from = q->sp_start + 1;
  if (i > 1 && p && p->kinds & CSTO_NP_ORG && is_person_before(r, i - 1) &&
      !strcmp(r->d->tokens[i - 1].norm, MEEM NOON)) return 0;
  if (from) {                                /* not فلان من حزب كذا */
    return from <= r->d->tokens[x->trig].start + 1 ||
           csto_rel_comma(r, i - 1) || is_someone_else(r, p, i);
  }
  return csto_rel_class(r, i - 1, "each", NULL) ||
         csto_rel_class(r, i, "everyone", NULL) ||
         csto_rel_plural(r, x, wordrow) ||
         is_accusative(r, i) ||
         (p ? csto_rel_clashes(r, x, o, wordrow) : is_clash(r, x, i));
}

int csto_rel_suffix_clashes(const csto_rel *r, const csto_match *x) {
  static const char *const cls[] = {"hissupport", "hisoppose", "hisobject",
                                    "hisstand"};
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_token *t = &r->d->tokens[x->trig];
  const char *end = t->norm + t->nnorm;
  size_t c, n = sizeof cls / sizeof *cls;
  int gender = s->nnp && r->np[s->np[0]].kinds & CSTO_NP_PERSON
                   ? csto_rel_gender(r, &r->np[s->np[0]]) : 0;
  for (c = 0; c < n && !csto_rel_class(r, x->trig, cls[c], NULL); c++) {}
  if (!gender || c == n) return 0;
  if (!memcmp(end - 4, HEH ALEF, 4)) return gender == 1;
  return !memcmp(end - 2, HEH, 2) && gender == 2;
}

const char *csto_rel_stater(const csto_rel *r, const csto_match *x) {
  uint32_t from = r->d->tokens[x->trig].start;
  size_t k = csto_rel_quote_from(r, from), n;
  for (n = 0; n < 2 && k < r->nq; n++, k++) {
    const csto_quote *q = &r->q[k];
    if (q->start > r->d->tokens[x->hi - 1].start) break;
    if (q->speaker[0]) return q->speaker;
  }
  return NULL;
}
