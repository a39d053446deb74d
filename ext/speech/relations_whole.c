/* relations_whole.c - is a phrase whole, and does it name what it seems to?
**
** An office that ends in another's honour (مستشار جلالة), people whose names
** stand behind them (وزراء النقل فلان والدفاع فلان), a round with nothing
** behind its preposition (الجولة الأولى من), a session that is not told
** (الدورة): rows of these would mislead, and there are none.  An office that
** goes on behind السابق is taken up to its end (الرئيس السابق لمقاطعة كذا).
** What seems an office, a meeting, a traveller and is none: words under a
** picture, a call, the body of a dead man.
** Cost: a constant a phrase; 90 tokens behind a talk that may be a call.
*/
#include "speech/relations_int.h"

#define OWNER_MAX 4
#define CALL_FAR 90

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

/* وزراء النقل فلان والدفاع فلان: an office each, shared out; not in طالب
** الوزراء فلانا. */
static int is_shared_out(const csto_rel *r, const csto_match *x,
                         const csto_np *p) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  return (p->kinds & CSTO_NP_PEOPLE || is_word(r, p->tok, "offices")) &&
         !(p->kinds & CSTO_NP_PERSON) && !csto_rel_start(r, p->tokend) &&
         !(o->nnp && r->np[o->np[0]].tok == p->tokend) &&
         csto_rel_plain(r, p->tokend, CSTO_NP_PERSON) != CSTO_NONE;
}

int csto_rel_whole(const csto_rel *r, const csto_match *x, const csto_np *p) {
  uint32_t last = p->tokend - 1;
  if (is_shared_out(r, x, p)) return 0;
  if (p->tokend == p->tok + 1 || p->kinds & CSTO_NP_PERSON) return 1;
  if (p->kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) {
    return csto_rel_article(r, last) || r->word[last].pre ||
           !is_word(r, last, "honor");
  }
  return !(p->kinds & CSTO_NP_EVENT) ||
         !(is_word(r, last, "prep") || is_word(r, last, "related") ||
           (!csto_rel_start(r, p->tokend) && !csto_rel_article(r, last) &&
            is_word(r, p->tokend, "this")));
}

int csto_rel_untold(const csto_rel *r, const csto_np *p) {
  uint32_t last = p->tokend - 1;
  return p->kinds & CSTO_NP_EVENT && is_word(r, p->tok, "edition") &&
         (last == p->tok || (last == p->tok + 1 && is_word(r, last, "nth"))) &&
         (csto_rel_start(r, p->tokend) || !csto_rel_mark(r, p->tokend));
}

int csto_rel_named_else(const csto_rel *r, uint32_t i) {
  uint32_t next = i + r->word[i].ntok;
  if (!csto_rel_start(r, next) && r->word[i].ntok) {
    if (is_word(r, i, "thesummit") && is_word(r, next, "height")) return 1;
    if (is_word(r, next, "trading")) return 1;
  }
  if (i == 0 || csto_rel_start(r, i) || r->word[i].pre) return 0;
  return csto_rel_al(&r->d->tokens[i], 0) &&
         (is_word(r, i - 1, "science") || is_word(r, i - 1, "party") ||
          is_word(r, i - 1, "branch"));
}

/* فلان : والي كذا فلان : والي كذا: on a line of pairs the office behind the
** colon is of the name before it. */
static int is_paired(const csto_rel *r, const csto_match *x) {
  return x->lo > 0 && !csto_rel_start(r, x->lo) &&
         !strcmp(r->d->tokens[x->lo - 1].norm, ":") &&
         !csto_rel_start(r, x->hi) && !strcmp(r->d->tokens[x->hi].norm, ":");
}

/* ولي العهد لدى استقباله كذا: the words under a picture, not an office. */
static int is_caption(const csto_rel *r, const csto_np *q) {
  uint32_t i;
  for (i = q->tok + 1; i < q->tokend; i++) {
    const char *end = r->d->text + r->d->tokens[i].end;
    if (csto_rel_class(r, i, "hismeet", NULL)) return 1;
    if (csto_rel_class(r, i - 1, "seated", NULL) && r->at[i] == CSTO_NONE &&
        !memcmp(end - 2, HEH, 2)) return 1;
  }
  return 0;
}

/* المساعد الشخصي "سيري": one word in quotation marks behind an office is the
** name of a thing. */
static int is_quoted_word(const csto_rel *r, const csto_np *p,
                          const csto_np *office) {
  return p->tokend == p->tok + 1 && p->tok == office->tokend + 1 &&
         !csto_rel_start(r, p->tok) && csto_rel_mark(r, p->tok - 1);
}

/* تيمنا باسم الرئيس فلان: a word that is no office, with one behind it that is,
** as in متحدث باسم الرئيس فلان; نائبه وبحضور; وزير) بالديوان. */
static int is_no_head(const csto_rel *r, const csto_np *q) {
  uint32_t i, first = csto_rel_first(r, q);
  int known = r->word[first].hit != 0, open = 0;
  if (is_word(r, first, "house")) return 1;
  for (i = first + 1; i < q->tokend; i++) {
    const csto_token *t = &r->d->tokens[i];
    if (r->word[i].pre & CSTO_PRE_WA && is_word(r, i, "governs")) return 1;
    open |= !strcmp(t->norm, "(");
    if (!open && !strcmp(t->norm, ")")) return 1;
    if (!known && is_word(r, i, "office") && is_word(r, i - 1, "innameof")) {
      return 1;
    }
  }
  return 0;
}

/* تثبيت فلان كمدرب أول فلانا مساعدا: an office behind ك is of the name before;
** not كوزير النقل فلان. */
static int is_as(const csto_rel *r, const csto_np *p, const csto_np *q) {
  return p && q->pre & CSTO_PRE_KAF && p->tok > q->tok &&
         !(q->tokend > q->tok + 1 && csto_rel_al(&r->d->tokens[q->tok + 1], 0));
}

/* نائب المستشارة فلانة: she is no نائب, but the المستشارة. */
static int is_inner(const csto_rel *r, const csto_np *p, const csto_np *q) {
  uint32_t i = csto_rel_first(r, q);
  if (!p || !is_word(r, i, "deputy") || q->tokend < i + 2 ||
      csto_rel_gender(r, p) != 2) return 0;
  return csto_rel_pronoun(r->d->text, &r->d->tokens[i]) &&
         !csto_rel_pronoun(r->d->text, &r->d->tokens[i + 1]);
}

int csto_rel_no_office(const csto_rel *r, const csto_match *x,
                       const csto_np *p, const csto_np *q) {
  if (is_no_head(r, q) || is_as(r, p, q) || is_inner(r, p, q)) return 1;
  if (p && p->m != CSTO_NONE && q->tok > 0 && !csto_rel_start(r, q->tok) &&
      p->tok >= q->tok && r->m[p->m].tokend == r->m[p->m].tok + 1 &&
      is_word(r, q->tok - 1, "be")) return 1;   /* يكون الرئيس كرديا */
  return is_paired(r, x) || is_caption(r, q) || (p && is_quoted_word(r, p, q));
}

/* بدعوة فلان، لمخاطبة البرلمان: it is he who is invited. */
int csto_rel_invited(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->hi;
  if (!is_word(r, x->trig, "byinvite") || csto_rel_start(r, i)) return 0;
  if (csto_rel_comma(r, i)) i++;
  return !csto_rel_start(r, i) && r->word[i].pre & CSTO_PRE_LAM &&
         is_word(r, i, "toattend");
}

/* A call is no meeting: بحثا هاتفيا; بحث فلان مع فلان. جاء ذلك خلال اتصال. */
int csto_rel_by_phone(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i < x->hi + 3; i++) {
    if (i > x->lo && csto_rel_start(r, i)) break;
    if (is_word(r, i, "phone")) return 1;
  }
  if (!is_word(r, x->trig, "discuss")) return 0;
  for (i = x->hi + 1; i < x->hi + CALL_FAR && i < r->d->ntokens; i++) {
    if (is_word(r, i, "phonecall") && is_word(r, i - 1, "during")) return 1;
  }
  return 0;
}

/* باسم رئيس الجمهورية فلان, نيابة عن سمو الأمير فلان: another one does it for
** him; مستشار للرئيس فلان والذي زار كذا: it is the adviser. */
int csto_rel_stands_in(const csto_rel *r, const csto_match *x,
                       const csto_np *p) {
  uint32_t i = p->tok, from = i;
  if (p->tokend > x->trig || !(p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) {
    return 0;
  }
  if (p->pre & CSTO_PRE_LAM && csto_rel_in_relative(r, x)) {
    return csto_rel_before(r, i, 4, "deputy", NULL);
  }
  for (; i > 0 && from - i < 6 && !csto_rel_start(r, i); i--) {
    if (is_word(r, i - 1, "instead")) {
      return i < 2 || csto_rel_start(r, i - 1) || !is_word(r, i - 2, "voice");
    }
    if (csto_rel_comma(r, i - 1) || csto_rel_verb_form(r, i - 1) ||
        is_word(r, i - 1, "saying") || is_word(r, i - 1, "that")) return 0;
  }
  return 0;
}

int csto_rel_between(const csto_rel *r, uint32_t i, uint32_t end,
                     uint32_t kinds) {
  for (; i < end; i++) {
    if (csto_rel_starting(r, i, kinds) != CSTO_NONE) return 1;
  }
  return 0;
}

/* جثمان الشهيد فلان يصل: what is left of him. */
int csto_rel_remains(const csto_rel *r, const csto_np *p) {
  uint32_t i;
  for (i = p->tok; i > 0 && p->tok - i < 3 && !csto_rel_start(r, i); i--) {
    if (is_word(r, i - 1, "remains")) return 1;
  }
  return 0;
}

/* استقبلت فلانة وزيرة الصحة صباح اليوم الطبيبة فلانة: behind the office q, with
** nothing but a time or a place between, does another one's name come, up to
** two words before it? */
int csto_rel_names_next(const csto_rel *r, const csto_np *q) {
  uint32_t i = q->tokend, n;
  while (!csto_rel_start(r, i) && r->soft[i] && !csto_rel_comma(r, i)) i++;
  if (i == q->tokend) return 0;
  for (n = 0; n < 3 && !csto_rel_start(r, i); n++, i++) {
    if (r->d->tokens[i].kind != CSTO_T_WORD || is_word(r, i, "prep") ||
        csto_rel_verb_form(r, i)) return 0;
    if (csto_rel_plain(r, i, CSTO_NP_PERSON) != CSTO_NONE) return 1;
    if (!csto_rel_al(&r->d->tokens[i], 0)) return 0;
  }
  return 0;
}

/* Where the owner behind ل ends: a name, or up to four words before a mark, a
** preposition or a verb; i where its end cannot be told. */
static uint32_t owner_end(const csto_rel *r, uint32_t i) {
  uint32_t k, end = i + 1;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & (CSTO_NP_ORG | CSTO_NP_GPE | CSTO_NP_LOC |
                          CSTO_NP_PERSON)) end = r->np[k].tokend;
    if (end > i + 1) break;
  }
  for (; end < i + OWNER_MAX && !csto_rel_start(r, end); end++) {
    const csto_token *t = &r->d->tokens[end];
    if (t->kind != CSTO_T_WORD || is_word(r, end, "prep") ||
        csto_rel_verb_form(r, end) || is_word(r, end, "stop") ||
        csto_rel_letter(t, 0, WAW)) break;
  }
  return end < i + OWNER_MAX ? end : i;
}

/* فلان، الرئيس السابق لنادي كذا: behind a name the office goes on. */
static int goes_on(const csto_rel *r, const csto_np *p) {
  uint32_t i = p->tok, k;
  const csto_token *t;
  if (p->tokend < p->tok + 2 || csto_rel_start(r, p->tokend) || i == 0 ||
      csto_rel_start(r, i) || !csto_rel_al(&r->d->tokens[i], 0) ||
      !is_word(r, p->tokend - 1, "former")) return 0;
  t = &r->d->tokens[p->tokend];
  if (t->kind != CSTO_T_WORD || !csto_rel_letter(t, 0, LAM) ||
      is_word(r, p->tokend, "lword") || is_word(r, p->tokend, "media")) {
    return 0;
  }
  if (csto_rel_comma(r, i - 1)) i--;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_PERSON) return 1;
  }
  return 0;
}

void csto_rel_owned(csto_rel *r, uint32_t k) {
  csto_np p = r->np[k], *out;
  uint32_t end;
  if (!goes_on(r, &p)) return;
  end = owner_end(r, p.tokend);
  if (end == p.tokend || !(out = csto_rel_add(r))) return;
  *out = p;
  out->tokend = end;
  out->end = r->d->tokens[end - 1].end;
  out->kinds = CSTO_NP_ROLE | CSTO_NP_POST;
  out->m = out->next = out->nextend = CSTO_NONE;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}
