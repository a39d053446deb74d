/* bearer.c - whom a person's name of the model is the name of, and what of it
** is no name.
**
**   - nouns before it (ظهور كيم, أمثال روبير, الطيار حسام), verbs and prayers
**     (يرد بوبار, سائلين الله);
**   - what goes on behind it: an object with a tanwin (دريد بيتا), ب and an
**     everyday word (منصور بسؤال), the country or town gone to;
**   - a proclitic before a name that the text has without it (وشي);
**   - one word that is none: a dual or plural (شاهدان), what لم negates, the
**     high council and no mullah (على الملأ), a doubtful or quoted word that no
**     other name of the text holds.
** Cost: a few look-ups a span; names are compared with those near by.
*/
#include "text/letters.h"
#include "entity/work.h"
#include <string.h>

#define NEAR 64        /* spans on either side that may hold the same name */
#define DOUBT 0.5      /* of a word that no other name holds */
#define QUOTED 0.74    /* the same, in quotation marks */
#define SURE 0.7       /* of one word that another is compared with */
#define TANWIN FATHATAN

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

static int is_given(const csto_ework *w, size_t i) {
  return (w->cls[i] & CSTO_W_GIVEN) != 0;
}

static int ends(const char *s, size_t n, const char *end) {
  size_t k = strlen(end);
  return n > k && !memcmp(s + n - k, end, k);
}

static int begins(const csto_token *t, const char *s) {
  size_t k = strlen(s);
  return t->nnorm > k && !memcmp(t->norm, s, k);
}

static int common(const char *s, size_t n) {
  return (csto_word_class(s, n) & (CSTO_W_COMMON | CSTO_W_GIVEN)) ==
         CSTO_W_COMMON;
}

/* بيتا with a tanwin: an object or an adverb; but خالدا is a name. */
static int has_tanwin(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  size_t n = t->end - t->start;
  const char *s = w->d->text + t->start;
  if (t->kind != CSTO_T_WORD || is_given(w, i) || n < 6 ||
      (memcmp(s + n - 2, TANWIN, 2) && memcmp(s + n - 4, TANWIN, 2)))
    return 0;
  return t->nnorm < 4 ||
         !(csto_word_class(t->norm, t->nnorm - 2) & CSTO_W_GIVEN);
}

/* ---- before the name ---- */

/* ظهور كيم, الكوميدي جعفر, يرد بوبار: a noun or a verb and the name. */
static void drop_lead(csto_ework *w, csto_span *s) {
  while (s->m.tokend - s->m.tok > 1 && !is_given(w, s->m.tok)) {
    size_t i = s->m.tok, cut = 0;
    const csto_token *t = token(w, i);
    if (s->m.start > t->start) cut = begins(t, LAM LAM) ? 0 : 2;
    if (t->kind != CSTO_T_WORD || t->nnorm <= cut ||
        token(w, i + 1)->kind != CSTO_T_WORD) return;
    if (i + 2 < s->m.tokend && csto_token_is(w, i, "sided") &&
        begins(token(w, i + 1), LAM)) i++;         /* المؤيد لبريكسيت + فلان */
    else if (!csto_word_is(t->norm + cut, t->nnorm - cut, "lead") &&
             !(begins(t, YEH) && w->cls[i] & CSTO_W_COMMON)) return;
    s->m.tok = (uint32_t)i + 1;
    s->m.start = token(w, i + 1)->start;
  }
}

/* ---- behind the name ---- */

/* ببرقيتي: two of an everyday noun in ة. */
static int is_pair(const char *s, size_t n) {
  char one[40];
  if (n < 12 || n > sizeof one || !ends(s, n, TEH YEH)) return 0;
  memcpy(one, s, n - 4);
  memcpy(one + n - 4, HEH, 2);
  return common(one, n - 2);
}

/* بسؤال, بالرئيسين: ب and an everyday word or a title, no بيومي. */
static int is_with(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  csto_head h;
  if (!begins(t, BEH) || is_given(w, i)) return 0;
  if (begins(t, BEH AL))
    return (csto_head_at(w, i, &h) && h.skip && h.kind == CSTO_H_ROLE) ||
           (t->nnorm >= 16 && ends(t->norm, t->nnorm, YEH NOON));
  if (is_pair(t->norm + 2, t->nnorm - 2)) return 1;
  return t->nnorm >= 10 && !ends(t->norm, t->nnorm, YEH) &&
         !(w->cls[i] & CSTO_W_COMMON) && common(t->norm + 2, t->nnorm - 2);
}

/* وانغ يي موسكو, زار فلان بن فلان فرنسا: the last word is a place. */
static int is_goal(const csto_ework *w, const csto_span *s, size_t i) {
  csto_gaz g, p;
  if (i + 1 != s->m.tokend || i < s->m.tok + 2u || is_given(w, i) ||
      token(w, i)->nnorm < 8 || w->cls[i] & CSTO_W_AL ||
      !csto_gaz_at(w, i, &g) || g.skip || g.ntok != 1 ||
      csto_gaz_type(g.table, g.row) != CSTO_GPE) return 0;
  if (strlen(csto_table_cell(g.table, g.row, 3)) == 2) return 1;  /* a code */
  return csto_gaz_at(w, s->m.tok, &p) && s->m.tok + p.ntok == i &&
         csto_gaz_type(p.table, p.row) == CSTO_PERSON;
}

/* نيمار بقسوة, باولو ديبالا المطرود; not كمال عبد المعروف. */
static int is_manner(const csto_ework *w, const csto_span *s, size_t i) {
  if (!csto_token_is(w, i, "manner") || csto_token_is(w, i - 1, "abd"))
    return 0;
  return i > s->m.tok + 1u || w->cls[i] & CSTO_W_AL || begins(token(w, i), BEH);
}

static void cut_tail(csto_ework *w, csto_span *s) {
  size_t i;
  for (i = s->m.tok + 1u; i < s->m.tokend; i++) {
    if (token(w, i)->kind != CSTO_T_WORD ||
        !(has_tanwin(w, i) || is_with(w, i) || is_goal(w, s, i) ||
          is_manner(w, s, i))) continue;
    csto_span_cut(w, s, i);
    return;
  }
}

/* ---- names near by ---- */

/* Does span x hold the word s[0..n) of a name: one of several, or one alone
** that is sure? */
static int holds(const csto_ework *w, const csto_span *x, const char *s,
                 size_t n) {
  size_t i;
  if (x->drop || x->m.type != CSTO_PERSON ||
      (x->m.tokend - x->m.tok == 1 && x->m.score < SURE)) return 0;
  for (i = x->m.tok; i < x->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (t->nnorm == n && !memcmp(t->norm, s, n)) return 1;
  }
  return 0;
}

/* Does a name near span `at` hold the word? */
static int is_near(const csto_ework *w, size_t at, const char *s, size_t n) {
  size_t i = at > NEAR ? at - NEAR : 0;
  for (; i < w->nspans && i < at + NEAR; i++)
    if (i != at && holds(w, w->spans + i, s, n)) return 1;
  return 0;
}

/* وكيرستشن نيلسن: و and a long name, before letters that no name has behind
** its own و. */
static int is_joined(const csto_span *s, const csto_token *t) {
  static const char letters[] =
    KAF BEH FEH "مجقشغزطخحعصض";
  size_t i;
  if (s->m.tokend - s->m.tok < 2 || t->nnorm < 12 || !begins(t, WAW))
    return 0;
  for (i = 0; i + 1 < sizeof letters; i += 2)
    if (!memcmp(letters + i, t->norm + 2, 2)) return 1;
  return 0;
}

/* وشي where the text has شي جين بينغ: و and the name. */
static void drop_letter(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at];
  const csto_token *t = token(w, s->m.tok);
  csto_gaz g;
  int family;
  if (s->m.start != t->start || t->kind != CSTO_T_WORD || t->nnorm < 6 ||
      is_given(w, s->m.tok)) return;
  if (is_joined(s, t)) {
    s->m.start = csto_doc_offset(w->d, s->m.tok, 2);
    return;
  }
  if (!(begins(t, WAW) || begins(t, FEH) || begins(t, BEH) || begins(t, LAM)))
    return;
  family = csto_word_is(t->norm + 2, t->nnorm - 2, "family");
  if ((t->nnorm < 8 && !family) || begins(t, BEH AL) ||      /* بالحاج */
      csto_gaz_at(w, s->m.tok, &g) ||
      is_near(w, at, t->norm, t->nnorm) ||
      !is_near(w, at, t->norm + 2, t->nnorm - 2)) return;
  s->m.start = csto_doc_offset(w->d, s->m.tok, 2);
}

/* ---- one word ---- */

/* شاهدان, المحققون: a dual or plural of an everyday word; short ones may be
** families (العيدان). */
static int is_several(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  size_t al = w->cls[i] & CSTO_W_AL && begins(t, AL) ? 4 : 0;
  const char *s = t->norm + al;
  size_t n = t->nnorm - al;
  if (n < 12) return 0;
  if (!ends(s, n, ALEF NOON) && !ends(s, n, WAW NOON) &&
      !(n >= 12 && ends(s, n, YEH NOON))) return 0;
  return common(s, n - 4);
}

/* لم نخسر, على الملأ: a verb behind its particle; a hamza no mullah has. */
static int is_verb(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  if (t->end - t->start > 4 &&
      !memcmp(w->d->text + t->end - 2, ALEF_HAMZA, 2)) return 1;
  return i && !t->newline && csto_token_is(w, i - 1, "negates");
}

/* الجاسوس الروسي: where he is from, no name. */
static int is_origin(const csto_ework *w, size_t i) {
  size_t skip, n;
  return i && !token(w, i)->newline && csto_token_is(w, i - 1, "lead") &&
         w->cls[i] & w->cls[i - 1] & CSTO_W_AL &&
         csto_norp_at(w, i, &skip, &n) && !skip;
}

static int is_quoted(const csto_ework *w, const csto_span *s) {
  size_t i = s->m.tok;
  return i && s->m.tokend < w->d->ntokens &&
         csto_opens(token(w, i - 1)) && token(w, i - 1)->norm[0] != '(' &&
         csto_closes(token(w, s->m.tokend), token(w, i - 1));
}

/* المدعوة "أوتا", اليوناني دونيس, . إيسكو . بنزيما: what stands before the word
** says that it is somebody's. */
static int is_announced(const csto_ework *w, const csto_span *s) {
  size_t i = s->m.tok, skip, n;
  csto_head h;
  if (i == 0 || token(w, i)->newline) return 0;
  if (is_quoted(w, s)) return i > 1 && csto_token_is(w, i - 2, "called");
  if (token(w, i - 1)->kind == CSTO_T_PUNCT)
    return s->m.tokend < w->d->ntokens &&
           (token(w, i - 1)->norm[0] == '-' ||
            token(w, i - 1)->norm[0] == '.') &&
           !strcmp(token(w, s->m.tokend)->norm, token(w, i - 1)->norm);
  if (csto_head_at(w, i - 1, &h) && h.kind == CSTO_H_ROLE) return 1;
  return csto_token_is(w, i - 1, "called") ||
         (w->cls[i - 1] & CSTO_W_AL && csto_norp_at(w, i - 1, &skip, &n));
}

/* A word that nothing but the model's doubtful guess makes a name. */
static int is_doubtful(const csto_ework *w, size_t at) {
  const csto_span *s = &w->spans[at];
  const csto_token *t = token(w, s->m.tok);
  size_t cut = s->m.start > t->start && t->nnorm > 2 ? 2 : 0;
  csto_gaz g;
  if (s->m.score >= (is_quoted(w, s) ? QUOTED : DOUBT) ||
      csto_gaz_at(w, s->m.tok, &g)) return 0;
  if (csto_word_class(t->norm + cut, t->nnorm - cut) & CSTO_W_GIVEN) return 0;
  return !is_announced(w, s) &&
         !is_near(w, at, t->norm + cut, t->nnorm - cut);
}

/* جنرال كوري: a rank and a nationality. */
static int is_somebody(const csto_ework *w, const csto_span *s) {
  csto_head h;
  size_t skip, n;
  uint32_t norp;
  if (s->m.tokend - s->m.tok != 2 || !csto_head_at(w, s->m.tok, &h) ||
      h.kind != CSTO_H_TITLE || is_given(w, s->m.tok)) return 0;
  norp = csto_norp_at(w, s->m.tok + 1u, &skip, &n);
  return norp && !skip && !(w->cls[s->m.tok + 1] & CSTO_W_AL);
}

/* بيت الله, تقوى الله: God's, and nobody's name. */
static int is_pious(const csto_ework *w, const csto_span *s) {
  size_t i;
  for (i = s->m.tok; i + 1 < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    size_t cut = i == s->m.tok && s->m.start > t->start ? 2 : 0;
    if (csto_token_is(w, i + 1, "deity") && t->nnorm > cut &&
        csto_word_is(t->norm + cut, t->nnorm - cut, "pious")) return 1;
  }
  return 0;
}

static int no_person(const csto_ework *w, size_t at) {
  const csto_span *s = &w->spans[at];
  size_t i = s->m.tok;
  if (has_tanwin(w, i) || csto_token_is(w, i, "prayer") ||
      is_somebody(w, s) || is_pious(w, s)) return 1;
  if (s->m.tokend - i != 1 || token(w, i)->kind != CSTO_T_WORD ||
      is_given(w, i)) return 0;
  return is_several(w, i) || is_verb(w, i) || is_origin(w, i) ||
         is_doubtful(w, at);
}

void csto_span_bearer(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at];
  if (s->m.type != CSTO_PERSON || s->drop) return;
  drop_lead(w, s);
  cut_tail(w, s);
  drop_letter(w, at);
  if (no_person(w, at)) s->drop = 1;
}
