/* relations_stance.c - does a match say who supports, opposes, demands?
**
** The subject must be free to be one (its verb's own, no part of a genitive,
** no dateline), and what he is for must be no apposition of his.
** Cost: a constant a match.
*/
#include <string.h>
#include "speech/relations_int.h"
#include "text/fold.h"

#define NAME_MAX_BYTES 40

/* طالبت الحكومة بكذا: does she demand, or is it demanded of her?  Clear
** where the clause begins there, or a person is said to. */
static int is_clear(const csto_rel *r, const csto_match *x) {
  const csto_np *p;
  uint32_t i = x->trig;
  if (!x->slot[CSTO_SLOT_S].nnp) return 1;
  p = &r->np[x->slot[CSTO_SLOT_S].np[0]];
  if (r->word[i].pre & CSTO_PRE_WA && !csto_rel_start(r, i) &&
      r->d->tokens[i - 1].kind == CSTO_T_WORD) return 0;
  if (p->kinds & CSTO_NP_PERSON) return 1;
  if (r->word[i].pre & CSTO_PRE_WA &&
      (p->kinds & CSTO_NP_ROLE ||
       csto_rel_class(r, p->tok, "addressee", NULL))) return 0;
  if (csto_rel_start(r, i)) return 1;
  return p->kinds & CSTO_NP_ORG && csto_rel_comma(r, i - 1);
}

/* In `verb subject` order nothing stands before the verb that could be its
** subject. */
static int is_first(const csto_rel *r, const csto_match *x) {
  uint32_t k;
  uint32_t at = x->trig;
  if (r->word[x->trig].pre & CSTO_PRE_WA || csto_rel_start(r, x->trig)) {
    return 1;
  }
  if (at > 1 && csto_rel_mark(r, at - 1) && !csto_rel_start(r, at - 1)) at--;
  if (csto_rel_class(r, at - 1, "hethat", NULL) ||           /* إنها تدعم */
      csto_rel_class(r, at - 1, "incase", NULL)) return 0;   /* حال رفض */
  if (r->d->tokens[x->trig - 1].kind == CSTO_T_LATIN) return 0;
  if (r->d->tokens[x->trig - 1].kind == CSTO_T_WORD &&
      !csto_rel_class(r, x->trig - 1, "opener", NULL) &&
      !csto_rel_class(r, x->trig - 1, "stop", NULL) &&
      !csto_rel_class(r, x->trig - 1, "adv", NULL) &&
      !r->soft[x->trig - 1]) {
    return 0;
  }
  for (k = r->ending[x->trig]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE | CSTO_NP_GPE |
                          CSTO_NP_ORG | CSTO_NP_NORP)) return 0;
  }
  return !csto_rel_class(r, x->trig - 1, "rel", NULL);
}

/* The token at byte `start` of the document, from token i on. */
static uint32_t token_at(const csto_rel *r, uint32_t i, uint32_t start) {
  while (i < r->d->ntokens && r->d->tokens[i].end <= start) i++;
  return i;
}

/* أسطولها, صفوفه: the subject's own; not اتجاه كذا. */
static int is_own(const csto_rel *r, const csto_match *x,
                  const csto_slot *s) {
  uint32_t i = s->start;
  const char *t = r->d->text;
  if (csto_rel_class(r, token_at(r, x->lo, i), "ownha", NULL)) return 0;
  while (i < s->end && t[i] != ' ') i++;
  if (i - s->start < 6) return 0;
  return !memcmp(t + i - 2, HEH, 2) ||
         !memcmp(t + i - 4, HEH ALEF, 4);
}

/* رفض الاقتراح: what can be opposed; not رفض كذا للاقتراح, a noun. */
static int is_rejected(const csto_rel *r, const csto_match *x) {
  uint32_t i = token_at(r, x->lo, x->slot[CSTO_SLOT_O].start);
  return !(r->word[i].pre & CSTO_PRE_LAM) &&
         csto_rel_class(r, i, "rejectable", NULL);
}

/* طالبت الهيئة بتحمل التزاماتها: she is asked to; النائبة بمجلس كذا: her own
** office goes on. */
static int is_owed(const csto_rel *r, const csto_match *x, uint32_t start) {
  uint32_t i = token_at(r, x->lo, start), k;
  for (k = i < r->d->ntokens ? r->at[i] : CSTO_NONE; k != CSTO_NONE;
       k = r->np[k].next) {
    if (r->np[k].kinds & (CSTO_NP_ORG | CSTO_NP_EVENT) &&
        r->np[k].m != CSTO_NONE && r->np[k].pre & CSTO_PRE_BA) return 1;
  }
  for (k = i; k < i + 3 && k < x->hi; k++) {
    if (csto_rel_class(r, k, "owndues", NULL)) return 1;
  }
  return 0;
}

/* قوات تحالف | دعم الشرعية: does what is called for begin inside a name? */
static int is_inside_name(const csto_rel *r, uint32_t start, uint32_t lo) {
  uint32_t i = token_at(r, lo, start), b, k;
  for (b = 1; b < 5 && b <= i && !csto_rel_start(r, i - b + 1); b++) {
    for (k = r->at[i - b]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].m != CSTO_NONE && r->np[k].tokend > i &&
          r->np[k].kinds & CSTO_NP_ORG) return 1;
    }
  }
  return 0;
}

/* طالب فلان (كتلة كذا) بكذا, طالب رئيس الجمعية الدكتور فلان بكذا: what
** stands in brackets is asked nothing, nor is the holder of the office.  دعا
** الرئيس المواطنين: who is asked was read into the subject. */
static int is_asked(const csto_rel *r, const csto_match *x,
                    const csto_np *p, const csto_np *q) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O], *d = &x->slot[CSTO_SLOT_T];
  uint32_t i;
  if (!q && o->end > o->start && !(d->end > d->start) &&
      is_owed(r, x, o->start)) return 0;
  if (d->end > d->start && is_inside_name(r, d->start, x->lo)) return 0;
  for (i = p ? p->tok + 1 : 0; p && !(p->kinds & CSTO_NP_ORG) &&
                               i < p->tokend; i++) {
    if (csto_rel_class(r, i, "crowd", NULL)) return 0;
  }
  if (!q || csto_rel_start(r, q->tok)) return 1;
  if (!strcmp(r->d->tokens[q->tok - 1].norm, "(")) return 0;
  for (i = q->tok; p && p->tokend == q->tok && i < q->tokend; i++) {
    if (csto_rel_class(r, i, "former", NULL)) return 0;   /* his own office */
  }
  return !p || p->tok < x->trig || p->kinds & CSTO_NP_PERSON ||
         !(p->kinds & CSTO_NP_ROLE) || !(q->kinds & CSTO_NP_PERSON) ||
         q->role != CSTO_NONE;
}

/* دبي، الإمارات (CNN)— دعت: the name before the verb is where it was
** written. */
static int is_dateline(const csto_rel *r, const csto_match *x,
                       const csto_np *p) {
  uint32_t i;
  for (i = p->tokend; i + 3 <= x->trig; i++) {
    if (!csto_rel_start(r, i) && !strcmp(r->d->tokens[i].norm, "(") &&
        r->d->tokens[i + 1].kind == CSTO_T_LATIN &&
        !strcmp(r->d->tokens[i + 2].norm, ")") && i + 3 < x->trig &&
        csto_rel_dash(r, i + 3)) return 1;
  }
  return 0;
}

/* تدعم إيران، الخصم الأكبر لكذا، فلانا: what the text for the object is, is
** said of the subject; دعمه المبدئي لكذا: it is said of the support. */
static int is_apposition(const csto_rel *r, const csto_match *x,
                         const csto_np *p) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  const csto_token *t = r->d->tokens;
  uint32_t i, end;
  if (o->nnp || o->end <= o->start) return 0;
  i = token_at(r, x->lo, o->start);
  if (t[i].start != o->start || csto_rel_start(r, i)) return 0;
  if (i == x->trigend && csto_rel_al(&t[i], 0) && !csto_rel_start(r, i + 1) &&
      !memcmp(r->d->text + t[i + 1].start, LAM, 2) &&
      (!memcmp(t[i].norm + t[i].nnorm - 2, YEH, 2) ||
       !memcmp(t[i].norm + t[i].nnorm - 4, YEH HEH, 4))) return 1;
  if (p->tok < x->trig || !csto_rel_comma(r, i - 1) || r->soft[i - 2]) return 0;
  end = token_at(r, i, o->end);
  return !csto_rel_start(r, end) && csto_rel_comma(r, end);
}

/* مجموعة دعم كذا لكذا, منتجو كذا: the first noun of a genitive is none of its
** own. */
static int is_of_genitive(const csto_rel *r, const csto_match *x,
                          const csto_np *p) {
  if (p->tokend == p->tok + 1 &&
      csto_rel_class(r, p->tok, "construct", NULL)) return 1;
  return x->trig > 0 && !csto_rel_start(r, x->trig) &&
         csto_rel_class(r, x->trig, "supporting", NULL) &&
         csto_rel_class(r, x->trig - 1, "helpers", NULL);
}

/* رفض خطة رئيسة كذا: one bare word of a paper that goes on; the text says
** which.  What begins inside a bracket is none at all. */
static int is_bare_paper(const csto_rel *r, const csto_slot *o) {
  const csto_np *q = o->nnp == 1 ? &r->np[o->np[0]] : NULL;
  if (q && q->tok > 0 && !strcmp(r->d->tokens[q->tok - 1].norm, "(")) return 1;
  return q && q->kinds & CSTO_NP_DOC && q->m == CSTO_NONE &&
         q->tokend == q->tok + 1 && !q->article &&
         !csto_rel_article(r, q->tok) && !csto_rel_start(r, q->tokend) &&
         r->d->tokens[q->tokend].kind == CSTO_T_WORD;
}

/* عن رفضه لهما, عن دعمه "الكامل" لكذا: no words for what he is for. */
static int is_no_object(const csto_rel *r, const csto_match *x) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  uint32_t i;
  if (o->nnp || o->end <= o->start) return 0;
  i = token_at(r, x->lo, o->start);
  if (csto_rel_class(r, i, "his", NULL)) return 1;
  if (i > 0 && csto_rel_mark(r, i - 1) && !csto_rel_start(r, i)) i--;
  return csto_rel_mark(r, i) && csto_rel_class(r, i + 1, "degree", NULL);
}

/* أن رفض الكونغرس لكذا سيؤدي إلى كذا: it has not been refused yet. */
static int is_supposed(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->trigend;
  if (!csto_rel_class(r, x->trig - 1, "that", NULL)) return 0;
  for (; i < r->d->ntokens && i < x->trig + 20 && !csto_rel_start(r, i); i++) {
    if (csto_rel_class(r, i, "wouldbe", NULL)) return 1;
  }
  return 0;
}

/* حركته, توظيف البعض, استخدام كذا: what no stance is of, but what is opposed;
** nor is رفض behind إنه or حال the noun. */
static int is_no_holder(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_token *t;
  uint32_t i;
  if (!csto_rel_class(r, x->trig, "opposing", NULL)) return 0;
  if (x->trig > 0 && !csto_rel_start(r, x->trig) &&
      (csto_rel_class(r, x->trig - 1, "hethat", NULL) ||
       csto_rel_class(r, x->trig - 1, "incase", NULL) ||
       is_supposed(r, x))) return 1;
  if (s->nnp || s->end <= s->start) return 0;
  i = token_at(r, x->lo, s->start);
  t = &r->d->tokens[i];
  if (t->end >= s->end) return is_own(r, x, s);
  return !csto_rel_class(r, i, "body", NULL) && !csto_rel_al(t, 0) &&
         (!memcmp(t->norm, "است", 6) ||
          (t->nnorm == 10 && !memcmp(t->norm, TEH, 2) &&
           !memcmp(t->norm + 6, YEH, 2)));
}

/* إنفاق المستهلكين سيدعم النمو, الدول التي تدعم كذا, المجلس والذي سيدعم كذا:
** what only helps, whoever does, and what stands farther off. */
static int is_no_stance(const csto_rel *r, const csto_match *x,
                        const csto_np *p) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i = x->trig, at;
  if (is_no_object(r, x)) return 1;
  if (i > 0 && !csto_rel_start(r, i) && csto_rel_class(r, i - 1, "rel", NULL)) {
    if (csto_rel_letter(&r->d->tokens[i - 1], 0, WAW)) return 1;
    if (p && p->kinds & CSTO_NP_PEOPLE && p->tokend == p->tok + 1) return 1;
  }
  if (s->nnp || s->end <= s->start ||
      !strstr(r->d->tokens[i].norm, "دعم")) return 0;
  at = token_at(r, x->lo, s->start);
  return !csto_rel_class(r, at, "body", NULL) &&
         !csto_rel_class(r, at, "union", NULL) &&
         !csto_rel_class(r, at, "party", NULL) &&
         !csto_rel_class(r, at, "people", NULL);
}

int csto_rel_fits_stance(csto_rel *r, uint32_t row, const csto_match *x) {
  const char *relation = csto_rel_cell(row, CSTO_P_RELATION);
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  int demands = !strcmp(relation, "demands");
  if (csto_rel_option(row, "first") && !is_first(r, x)) return 0;
  if (csto_rel_option(row, "other") && is_own(r, x, o)) return 0;
  if (csto_rel_option(row, "clear") && !is_clear(r, x)) return 0;
  if (csto_rel_option(row, "rejected") && !is_rejected(r, x)) return 0;
  if (p && q && csto_rel_option(row, "other") && p->tokend == q->tok &&
      (p->kinds & CSTO_NP_PERSON) != (q->kinds & CSTO_NP_PERSON) &&
      (p->kinds | q->kinds) & CSTO_NP_ROLE) return 0;   /* his own office */
  if (!demands && strcmp(relation, "supports") &&
      strcmp(relation, "opposes")) return 1;
  if (csto_rel_suffix_clashes(r, x)) return 0;
  if (demands ? !is_asked(r, x, p, q)
              : is_bare_paper(r, o) || is_no_stance(r, x, p) ||
                    is_no_holder(r, x)) return 0;
  return !p || !(is_dateline(r, x, p) || is_apposition(r, x, p) ||
                 is_of_genitive(r, x, p));
}

/* مقتل طالب بكذا, علي بن أبي طالب: a noun that is written as the verb; a verb
** stands where a clause begins, or behind its subject. */
static int is_student(const csto_rel *r, uint32_t i) {
  static const char *const cls[] = {"opener", "stop", "that", "was", "already",
                                    "where", "hethat", "conj", "goeson",
                                    "maybe", "adv", "newclause", "rel"};
  size_t c;
  uint32_t k;
  if (r->word[i].pre || csto_rel_start(r, i) ||
      strcmp(r->d->tokens[i].norm, "طالب") ||
      r->d->tokens[i - 1].kind != CSTO_T_WORD) return 0;
  for (c = 0; c < sizeof cls / sizeof *cls; c++) {
    if (csto_rel_class(r, i - 1, cls[c], NULL)) return 0;
  }
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE | CSTO_NP_ORG |
                          CSTO_NP_GPE | CSTO_NP_PEOPLE)) return 0;
  }
  return !r->soft[i - 1];
}

/* The first token of the speaker's own words, where they stand behind the
** trigger; or CSTO_NONE. */
static uint32_t speaker_behind(const csto_rel *r, const csto_match *x) {
  const csto_quote *q = x->q;
  uint32_t i = x->trigend;
  if (!q || q->sp_end <= q->sp_start ||
      q->sp_start < r->d->tokens[x->trig].start) return CSTO_NONE;
  while (i < r->d->ntokens && r->d->tokens[i].end <= q->sp_start) i++;
  return i < r->d->ntokens ? i : CSTO_NONE;
}

/* الشركة العمال: is token i another one, whom the words before were read
** with? */
static int is_one_more(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  if (!csto_rel_al(t, 0) || r->word[i].pre) return 0;
  return csto_rel_class(r, i, "crowd", NULL) ||
         (csto_rel_class(r, i, "called", NULL) && csto_rel_al(&t[-1], 0));
}

/* طالبت الجهات المعنية بإنصافها: she is the one who asks; طالب أهالي كذا
** السلطات بكذا: who is asked was read into the speaker; يطالب البيان بكذا,
** سائقو السيارات, كل شخص: no speakers; nor is توصيات تطالب الوزارة her wish. */
static int is_told_to(const csto_rel *r, const csto_match *x) {
  uint32_t at = speaker_behind(r, x), i;
  if (at == CSTO_NONE) return 0;
  if (csto_rel_class(r, at, "paper", NULL) ||
      csto_rel_class(r, at, "construct", NULL) ||
      csto_rel_class(r, at, "everyone", NULL) ||
      csto_rel_class(r, at, "media", NULL)) return 1;
  if (csto_rel_class(r, at, "addressee", NULL) &&
      (r->word[x->trig].pre & CSTO_PRE_WA || !csto_rel_start(r, x->trig))) {
    return 1;
  }
  if (!is_first(r, x) || (r->word[x->trig].pre & CSTO_PRE_WA &&
                          !csto_rel_start(r, x->trig) &&
                          csto_rel_starting(r, at, CSTO_NP_GPE) != CSTO_NONE)) {
    return 1;
  }
  for (i = at + 1; i < r->d->ntokens && r->d->tokens[i].start < x->q->sp_end;
       i++) {
    if (is_one_more(r, i)) return 1;
  }
  return 0;
}

/* Is the whole of a name, or its first word, of the class? */
static int is_named_as(const char *name, size_t n, const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  char word[CSTO_FOLD_ROOM(NAME_MAX_BYTES)];
  csto_hit h;
  if (n > NAME_MAX_BYTES) return 0;
  n = csto_fold_word(name, n, word);
  for (h = csto_table_find(t, word, n); h; h = csto_table_next(t, h)) {
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), cls)) return 1;
  }
  return 0;
}

/* المحتجون, وزراء الخارجية, القضاة: a name of several. */
static int is_of_several(const char *name) {
  const char *s;
  size_t n = strcspn(name, " ");
  if (is_named_as(name, n, "people") || is_named_as(name, n, "called")) {
    return 1;
  }
  for (s = name; (s = strstr(s, WAW NOON)) != NULL; s += 4) {
    if (s[4] == ' ' || !s[4]) return 1;
  }
  return 0;
}

/* طالبوا, مطالبين: several who are named elsewhere (but المحتجون are those);
** المسنين, who are in a genitive there. */
static int is_of_others(const csto_rel *r, const csto_match *x,
                        uint32_t wordrow) {
  const csto_quote *q = x->q;
  const csto_token *t = &r->d->tokens[x->trig];
  int part = !strcmp(csto_table_cell(&csto_table_relation_words, wordrow, 2),
                     "part");
  if (!q) return 0;
  if (part) {
    return t->nnorm > 8 &&
           !memcmp(t->norm + t->nnorm - 4, YEH NOON, 4) &&
           !is_of_several(q->speaker);
  }
  if (!csto_rel_plural(r, x, wordrow) || is_of_several(q->speaker)) return 0;
  return q->sp_end <= q->sp_start;
}

/* عريضة تطالب بكذا, القرار الذي يطالب بكذا: a verb of now has its subject right
** before it, which is not who speaks (but فلان يرفض كذا ويطالب بكذا); nor is
** عندما طالب his. */
static int is_of_noun_before(csto_rel *r, const csto_match *x,
                             uint32_t wordrow) {
  const csto_quote *q = x->q;
  const char *tense = csto_table_cell(&csto_table_relation_words, wordrow, 2);
  uint32_t i = x->trig;
  if (!q || q->sp_end > q->sp_start || !strcmp(tense, "part") ||
      csto_rel_plural(r, x, wordrow)) return 0;
  if (i > 0 && !csto_rel_start(r, i)) {
    if (csto_rel_class(r, i - 1, "hethat", NULL)) return 0;
    if (r->d->tokens[i - 1].kind == CSTO_T_LATIN) return 1;
  }
  if (!strcmp(tense, "pres")) {
    uint32_t k = csto_rel_named(r, q->speaker, i);
    return k == CSTO_NONE || !(r->word[i].pre & CSTO_PRE_WA) ||
           !csto_rel_start(r, r->np[k].tok) ||
           r->d->tokens[i].sentence != r->d->tokens[r->np[k].tok].sentence;
  }
  return !(r->word[i].pre & CSTO_PRE_WA) && !csto_rel_start(r, i) &&
         r->d->tokens[i - 1].kind == CSTO_T_WORD && !r->soft[i - 1] &&
         !csto_rel_class(r, i - 1, "goeson", NULL) &&
         !csto_rel_class(r, i - 1, "already", NULL) &&
         !csto_rel_class(r, i - 1, "where", NULL);
}

/* تويتر, منافسه, زوجها, أحد المارة, الزعيمان التزامهما: whom that names, nobody
** can tell. */
static int is_no_name(const char *s) {
  size_t n = strcspn(s, " "), all = strlen(s);
  if (all > 12 && !memcmp(s + all - 6, HEH MEEM ALEF, 6)) return 1;
  if (!s[n] && n > 8 && !memcmp(s + n - 4, HEH ALEF, 4)) return 1;
  if (is_named_as(s, n, "nobody") || (!s[n] && is_named_as(s, n, "media"))) {
    return 1;
  }
  return !s[n] && n > 8 && !memcmp(s + n - 2, HEH, 2);
}

/* رفضهم, دعمهم: of several; is the name of no such? */
static int is_of_one(const csto_rel *r, const csto_match *x,
                     const char *name) {
  const csto_token *t = &r->d->tokens[x->trig];
  return t->nnorm >= 8 &&
         !memcmp(t->norm + t->nnorm - 4, HEH MEEM, 4) &&
         !is_of_several(name);
}

/* بات مطالبا بكذا: it is demanded of him. */
static int is_owing(const csto_rel *r, uint32_t i) {
  return csto_rel_class(r, i, "demanding", NULL) && !csto_rel_start(r, i) &&
         (csto_rel_class(r, i - 1, "was", NULL) ||
          csto_rel_class(r, i - 1, "become", NULL) ||
          csto_rel_class(r, i - 1, "opener", NULL));
}

int csto_rel_mistold(csto_rel *r, const csto_match *x, uint32_t wordrow,
                     const char *name) {
  return is_student(r, x->trig) || is_owing(r, x->trig) ||
         is_told_to(r, x) || is_no_name(name) || is_of_one(r, x, name) ||
         is_of_others(r, x, wordrow) || is_of_noun_before(r, x, wordrow);
}
