/* pattern_text.c - the slots of a pattern that are filled by free text.
**
** X goes up to the end of the clause: to a comma, a bracket, a verb of the
** tables behind و, a word that begins another clause.  Q is what stands in
** quotation marks, Y a definite noun phrase before what the pattern asks for
** next.  Before the trigger a text goes back to where its clause begins.
** Cost: at most 60 tokens a slot.
*/
#include "speech/pattern.h"
#include "text/letters.h"
#include <string.h>

#define TEXT_MAX 60
#define TOWARDS "الي|علي"
#define NOUN_MAX 8
#define NOT_TO "عدم"

static int is_quote_mark(const csto_token *tok) {
  return tok->kind == CSTO_T_PUNCT &&
         csto_pattern_word(tok, "\"|" GUILLEMET_OPEN "|" GUILLEMET_CLOSE "|"
                                QUOTE_OPEN "|" QUOTE_CLOSE, 15);
}

/* The text begins behind the proclitic of token i. */
static int without_clitic(const csto_rel *r, uint32_t i, uint8_t pre,
                          csto_slot *s) {
  const csto_token *t = &r->d->tokens[i];
  const char *letter = pre == CSTO_PRE_LAM ? LAM : BEH;
  size_t at = 2;
  if (t->nnorm < 6 || memcmp(t->norm, letter, 2)) return 0;
  if (pre == CSTO_PRE_LAM && !memcmp(t->norm + 2, letter, 2) &&
      !csto_rel_begins(r, i, 2, "lword")) {
    s->article = 1;
    at = 4;
  }
  if (!r->word[i].pre && csto_rel_class(r, i, "paper", NULL)) return 0;
  if ((csto_rel_class(r, i, "neg", NULL) &&
       memcmp(t->norm + t->nnorm - 6, NOT_TO, 6)) ||
      csto_rel_class(r, i, "prep", NULL)) {
    return 0;
  }
  s->start = csto_doc_offset(r->d, i, at);
  return 1;
}

/* Does the clause begin with token i? */
static int begins_clause(const csto_rel *r, uint32_t i) {
  return i == 0 || csto_rel_start(r, i) ||
         r->d->tokens[i - 1].kind == CSTO_T_PUNCT ||
         csto_rel_class(r, i - 1, "stop", NULL) ||
         csto_rel_class(r, i - 1, "that", NULL);
}

/* Free text before the trigger: back to where the clause begins, or to its
** first word where that is تعد. */
static int text_before(const csto_rel *r, uint32_t pos, csto_slot *s,
                       uint32_t *next) {
  uint32_t i = pos, from;
  size_t n = 0;
  while (!begins_clause(r, i) && pos - i < 14) {
    i--;
    if (csto_rel_class(r, i, "copula", NULL) && begins_clause(r, i)) break;
    if (csto_rel_class(r, i, "copula", NULL) || csto_rel_verb(r, i, 0) ||
        (csto_rel_class(r, i, "among", &n) && n > 1) ||
        csto_rel_class(r, i, "where", NULL)) {
      return 0;
    }
  }
  from = i + (i < pos && csto_rel_class(r, i, "copula", NULL));
  if (pos - from < 2 || pos - i == 14) return 0;
  if (csto_rel_class(r, i, "be", NULL) ||            /* ينبغي أن يكون كذا */
      csto_rel_class(r, from, "neg", NULL) ||
      csto_rel_class(r, pos - 1, "neg", NULL)) return 0;
  s->start = r->d->tokens[from].start;
  s->end = r->d->tokens[pos - 1].end;
  s->article = 0;
  *next = i;
  return 1;
}

/* وتشجع, ويدعو, والديمقراطيون, وانزعاجه: another verb or another subject, not
** what the verb is about. */
static int begins_verb(const csto_token *t) {
  const char *end = t->norm + t->nnorm;
  return t->nnorm > 6 && !memcmp(t->norm, WAW, 2) &&
         (!memcmp(end - 2, HEH, 2) ||
          !memcmp(end - 4, HEH ALEF, 4) || csto_rel_al(t, 2) ||
          !memcmp(t->norm + 2, TEH, 2) ||
          !memcmp(t->norm + 2, YEH, 2));
}

/* يحذر: a word of no name that begins as verbs of now do, not يوم. */
static int is_now_verb(const csto_rel *r, uint32_t i, size_t at) {
  const csto_token *t = &r->d->tokens[i];
  return t->nnorm >= at + 8 && !memcmp(t->norm + at, YEH, 2) &&
         r->at[i] == CSTO_NONE &&
         memcmp(t->norm + t->nnorm - 2, HEH, 2) &&
         memcmp(t->norm + t->nnorm - 4, YEH NOON, 4);
}

/* والأمم المتحدة تدعو: a name behind و with a verb of its own. */
static int begins_subject(const csto_rel *r, uint32_t i) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    const csto_np *p = &r->np[k];
    if (p->pre == CSTO_PRE_WA && !csto_rel_start(r, p->tokend) &&
        p->kinds & (CSTO_NP_PERSON | CSTO_NP_GPE | CSTO_NP_ORG |
                    CSTO_NP_ROLE) &&
        csto_rel_verb_form(r, p->tokend)) return 1;
  }
  return 0;
}

/* الاتفاق مع إيران لا يصب, قد يصب: behind a definite word the predicate of
** another clause (but سياسة لا تخدم أحدا, what it is like). */
static int is_denied_next(const csto_rel *r, uint32_t i) {
  uint32_t k;
  if (!csto_pattern_word(&r->d->tokens[i],
                         "لا|لم|"
                         "لن|قد", 19)) return 0;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_GPE) return 1;
  }
  return csto_rel_al(&r->d->tokens[i - 1], 0);
}

/* ... و تدعو, ويحذر, ووصف, والحوثيون رفضوا: does another clause begin at token
** i of what a verb is about? */
static int begins_another(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = t->norm + t->nnorm;
  if (begins_subject(r, i) || is_denied_next(r, i) ||
      csto_pattern_word(t, "ولن|"
                           "ولم", 13)) return 1;
  if (t->nnorm == 2 && !memcmp(t->norm, WAW, 2) &&
      !csto_rel_start(r, i + 1)) {
    return csto_rel_verb(r, i + 1, 0) || is_now_verb(r, i + 1, 0) ||
           csto_rel_class(r, i + 1, "call", NULL) ||
           csto_rel_class(r, i + 1, "afterand", NULL) ||
           csto_rel_class(r, i + 1, "rel", NULL);
  }
  if (t->nnorm < 8 || memcmp(t->norm, WAW, 2)) return 0;
  return (r->word[i].pre & CSTO_PRE_WA &&
          csto_rel_class(r, i, "afterand", NULL)) || is_now_verb(r, i, 2) ||
         (csto_rel_al(t, 2) && !memcmp(end - 4, WAW NOON, 4) &&
          !csto_rel_start(r, i + 1) &&
          !csto_rel_al(&r->d->tokens[i + 1], 0));
}

/* و, بـ: one letter alone. */
static int is_letter(const csto_token *t) {
  return t->kind == CSTO_T_WORD && t->nnorm == 2;
}

/* Is token i a mark that closes words whose opening stands before token pos?
** A straight mark closes when it is glued to the word before it. */
static int closes_earlier(const csto_rel *r, uint32_t pos, uint32_t i) {
  const csto_token *t = r->d->tokens;
  uint32_t j;
  int open = 0;
  if (!csto_rel_closes(r, i) || i == pos || is_letter(&t[i - 1])) return 0;
  for (j = pos; j < i; j++) {
    if (csto_rel_closes(r, j) && (open || !csto_rel_mark(r, j))) open = 0;
    else if (csto_rel_mark(r, j)) open = 1;
  }
  return !open && t[i].start == t[i - 1].end;
}

/* Takes the marks around all of tokens *pos..*end off, and one before them
** that nothing closes there. */
static void unquote(const csto_rel *r, uint32_t *pos, uint32_t *end) {
  uint32_t j;
  if (*end < *pos + 2 || !csto_rel_mark(r, *pos)) return;
  for (j = *pos + 1; j < *end && !csto_rel_closes(r, j); j++) {}
  if (j + 1 < *end) return;
  ++*pos;
  if (j < *end) --*end;
}

/* ودعمها للجهود: what else he expresses. */
static int is_his_too(const csto_rel *r, uint32_t i) {
  return r->word[i].pre & CSTO_PRE_WA && csto_rel_class(r, i, "alsohis", NULL);
}

/* What stands in quotation marks at token pos. */
static int text_quoted(const csto_doc *d, uint32_t pos, csto_slot *s,
                       uint32_t *next) {
  uint32_t i, max = pos + TEXT_MAX;
  if (!is_quote_mark(&d->tokens[pos])) return 0;
  for (i = pos + 1; i < d->ntokens && i < max; i++) {
    if (d->tokens[i].newline || is_quote_mark(&d->tokens[i])) break;
  }
  if (i >= d->ntokens || i >= max || i < pos + 2 ||
      !is_quote_mark(&d->tokens[i])) {
    return 0;
  }
  s->start = d->tokens[pos + 1].start;
  s->end = d->tokens[i - 1].end;
  s->article = 0;
  *next = i + 1;
  return 1;
}

/* ... للحقوق و, انسحاب تونس من (with nothing behind it): the last word is none
** of the text. */
static uint32_t without_and(const csto_rel *r, uint32_t pos, uint32_t end) {
  while (end > pos + 1 && (is_letter(&r->d->tokens[end - 1]) ||
                           csto_rel_class(r, end - 1, "towards", NULL))) end--;
  return end;
}

/* المعارضة تم تسليحها: a clause of its own (but التي تم تسليحها). */
static int is_done(const csto_rel *r, uint32_t i) {
  return csto_pattern_word(&r->d->tokens[i],
                           "تم|تمت", 11) &&
         csto_rel_al(&r->d->tokens[i - 1], 0) &&
         !csto_rel_class(r, i - 1, "rel", NULL);
}

/* في المقابل، : words that lead to what follows the comma behind them. */
static int is_transition(const csto_rel *r, uint32_t i) {
  size_t n;
  return csto_rel_class(r, i, "transition", &n) &&
         (csto_rel_start(r, (uint32_t)(i + n)) ||
          r->d->tokens[i + n].kind == CSTO_T_PUNCT);
}

/* Does the clause that token pos begins end before token i? */
static int is_text_end(const csto_rel *r, uint32_t pos, uint32_t i) {
  const csto_token *tok = &r->d->tokens[i];
  if (i > pos && (csto_rel_start(r, i) || csto_rel_border(r, i) ||
                  csto_rel_verb(r, i, 1) || is_his_too(r, i) ||
                  begins_another(r, i) || is_done(r, i) ||
                  is_transition(r, i) ||
                  ((csto_rel_class(r, i, "stop", NULL) ||
                    csto_rel_class(r, i, "textend", NULL)) &&
                   !csto_rel_class(r, i - 1, "carry", NULL)))) return 1;
  return tok->kind == CSTO_T_PUNCT &&
         (csto_pattern_word(tok, COMMA "|,|(", 6) ||
          closes_earlier(r, pos, i));
}

/* رفضت أمس المبادرة: a day or an adverb that a text does not begin with. */
static int is_adverb(const csto_rel *r, uint32_t pos) {
  return r->soft[pos] &&
         (csto_rel_class(r, pos, "adv", NULL) ||
          csto_rel_starting(r, pos, CSTO_NP_DATE) != CSTO_NONE);
}

/* كل السياسيين, مواطنيه, قادة العالم: does token i make a phrase definite? */
static int defines(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = t->norm + t->nnorm;
  uint32_t k;
  if (csto_rel_al(t, 0)) return 1;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].m != CSTO_NONE && !r->np[k].pre &&
        r->np[k].kinds & (CSTO_NP_GPE | CSTO_NP_ORG)) return 1;
  }
  return t->nnorm > 8 && csto_rel_pronoun(r->d->text, t) &&
         (!memcmp(end - 2, HEH, 2) ||
          !memcmp(end - 4, HEH ALEF, 4) ||
          !memcmp(end - 4, HEH MEEM, 4));
}

/* A word that a noun phrase does not hold. */
static int is_no_noun(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  static const char *const cls[] = {"stop", "that", "rel", "neg", "to", "conj",
                                    "where", "prep", "during", "hethat"};
  size_t c;
  if (t->kind != CSTO_T_WORD ||
      csto_pattern_word(t, TOWARDS, sizeof TOWARDS - 1)) return 1;
  for (c = 0; c < sizeof cls / sizeof *cls; c++) {
    if (csto_rel_class(r, i, cls[c], NULL)) return 1;
  }
  if (r->word[i].pre & CSTO_PRE_WA ? csto_rel_tense(r, i)[0] : 0) return 1;
  return (csto_rel_verb_form(r, i) && !csto_rel_al(t, 0)) ||
         (csto_rel_letter(t, 0, WAW) &&
          csto_rel_letter(t, 2, YEH));
}

/* وألمانيا, بتسوية كذا, لحقوق الإنسان: a word that goes with what stands before
** it, by the letter that it begins with. */
static int is_joined(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  uint32_t k;
  if (r->word[i].pre) return 1;
  if (csto_rel_class(r, i, "called", NULL) ||
      csto_rel_class(r, i, "lword", NULL)) return 0;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & ~(uint32_t)CSTO_NP_DATE) return r->np[k].pre != 0;
  }
  return csto_rel_letter(t, 0, BEH) || csto_rel_letter(t, 0, LAM);
}

uint32_t csto_pattern_noun(const csto_rel *r, uint32_t pos, uint32_t *least) {
  uint32_t i;
  *least = 0;
  if (csto_rel_start(r, pos) || r->over[pos] || r->soft[pos] ||
      is_joined(r, pos)) return 0;
  for (i = pos; i < pos + NOUN_MAX; i++) {
    int inside = i > pos && csto_rel_class(r, i, "in", NULL);
    if (csto_rel_start(r, i) || (is_no_noun(r, i) && !(inside && *least)) ||
        (r->soft[i] && (r->word[i].ntok > 1 ||
                        csto_rel_starting(r, i, CSTO_NP_DATE) !=
                            CSTO_NONE))) break;
    if (!*least && i < pos + 2 && defines(r, i)) *least = i + 1 - pos;
  }
  return *least ? i - pos : 0;
}

/* Where the clause begins that a noun phrase before token pos is the subject
** of, or pos. */
uint32_t csto_pattern_noun_before(const csto_rel *r, uint32_t pos) {
  uint32_t i = pos;
  while (i > 0 && !csto_rel_start(r, i) && pos - i < NOUN_MAX &&
         !csto_rel_class(r, i - 1, "newclause", NULL) &&
         !csto_rel_class(r, i - 1, "that", NULL) &&
         !csto_rel_border(r, i - 1)) {
    int inside = csto_rel_class(r, i - 1, "in", NULL);
    if (csto_rel_class(r, i - 1, "forms", NULL) && i < pos) break;
    if (is_no_noun(r, i - 1) && !(inside && i < pos)) return pos;
    i--;
    if (csto_rel_start(r, i)) break;
  }
  if (i == pos || pos - i == NOUN_MAX || r->soft[i] || is_joined(r, i) ||
      csto_rel_class(r, i, "nobody", NULL) ||
      csto_rel_class(r, i, "in", NULL) ||
      csto_rel_class(r, i, "where", NULL)) return pos;
  if (!defines(r, pos - 1)) return pos;       /* سياسات قوية تدعم كذا */
  return defines(r, i) || (i + 1 < pos && defines(r, i + 1)) ? i : pos;
}

/* لـ"قانون كذا": the letter stands apart, before the mark. */
static int is_apart(const csto_rel *r, uint32_t pos, uint8_t pre) {
  const csto_token *t = &r->d->tokens[pos];
  return is_letter(t) && !csto_rel_start(r, pos + 1) &&
         csto_rel_mark(r, pos + 1) &&
         (pre == CSTO_PRE_LAM ? !memcmp(t->norm, LAM, 2)
                              : pre == CSTO_PRE_BA &&
                                    !memcmp(t->norm, BEH, 2));
}

int csto_pattern_text(const csto_rel *r, const csto_element *e, uint32_t pos,
                      int step, csto_slot *s, uint32_t *next) {
  const csto_doc *d = r->d;
  uint32_t i = pos, end;
  size_t n;
  int apart;
  if (step < 0) return e->text != 'Q' && text_before(r, pos, s, next);
  if (pos >= d->ntokens) return 0;
  if (e->text == 'Q') return text_quoted(d, pos, s, next);
  if (r->over[pos] || is_adverb(r, pos) ||
      csto_rel_class(r, pos, "rel", NULL) ||
      csto_rel_class(r, pos, "lastday", NULL) ||
      csto_rel_class(r, pos, "textend", NULL) ||
      (!e->pre && csto_rel_class(r, pos, "stop", NULL) &&
       d->tokens[pos].nnorm > 8)) return 0;               /* مؤكدا, not ما */
  apart = is_apart(r, pos, e->pre);
  if (!apart && is_letter(&d->tokens[pos])) return 0;
  pos += (uint32_t)apart;
  if (pos > 0 && !strcmp(d->tokens[pos - 1].norm, "(")) return 0;
  while (i < d->ntokens && i < pos + TEXT_MAX && !is_text_end(r, pos, i)) i++;
  if (i < pos + 1 || begins_verb(&d->tokens[pos])) return 0;
  *next = i;
  end = without_and(r, pos, i);
  while (end > pos + 1 && csto_rel_class(r, end - 1, "leftover", NULL)) end--;
  if (end > pos + 2 && csto_rel_class(r, end - 2, "leftover", &n) && n == 2) {
    end -= 2;                                            /* على خلفية */
  }
  unquote(r, &pos, &end);
  s->start = d->tokens[pos].start;
  s->article = 0;
  if (e->pre && !apart && !without_clitic(r, pos, e->pre, s)) return 0;
  s->end = d->tokens[end - 1].end;
  return 1;
}
