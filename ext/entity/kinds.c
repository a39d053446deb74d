/* kinds.c - names of the model that are of another type, or no names.
**
**   - a head word says what it is (حرب غزة is an event; the owner of a club is
**     no person's name, the club is a name);
**   - an adjective is a nationality and no country or person (المرأة السعودية,
**     مسؤول أفغاني), letters are an institution (FBI), a place in quotation
**     marks is a newspaper (flag paper);
**   - an everyday word, an adverb, a noun with an adjective, parts of a web
**     address, a wish are no names.
** Cost: a few look-ups a span.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

CSTO_TABLE(lexicon);

#define NORP_MIN 0.8   /* of a nationality that the lexicon does not know */
#define TAG_DOUBT 0.5  /* of a name that begins with a word that is none */
#define BEFORE "أمام "

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

/* ---- another type ---- */

/* 24 دبلوماسيا إيطاليا: an adjective in the accusative, no country. */
static void accusative(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok;
  const csto_token *t = token(w, i), *p;
  if (s->m.type != CSTO_GPE || s->m.tokend - i != 1 || i < 2 ||
      t->newline || t->nnorm < 8 || s->m.start != t->start ||
      memcmp(t->norm + t->nnorm - 4, YEH ALEF, 4)) return;
  p = token(w, i - 1);
  if (token(w, i - 2)->kind != CSTO_T_NUMBER || p->nnorm < 8 ||
      memcmp(p->norm + p->nnorm - 2, ALEF, 2)) return;
  s->m.type = CSTO_NORP;
  csto_gaz_stem(w, s);
}

/* المرأة السعودية: an adjective that agrees with the noun before it. */
static void agreeing(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok, skip, n;
  const csto_token *t = token(w, i), *p;
  uint32_t norp;
  if (s->m.type != CSTO_GPE || s->m.tokend - i != 1 || i == 0 ||
      t->newline || s->m.start != t->start || !(w->cls[i] & CSTO_W_AL)) return;
  p = token(w, i - 1);
  if (p->kind != CSTO_T_WORD || p->nnorm < 8 ||
      memcmp(p->norm + p->nnorm - 2, HEH, 2) ||
      !(w->cls[i - 1] & CSTO_W_AL || !memcmp(p->norm, LAM LAM, 4) ||
        !memcmp(p->norm + 2, AL, 4))) return;
  norp = csto_norp_at(w, i, &skip, &n);
  if (!norp || skip || n != 1) return;
  s->m.type = CSTO_NORP;
  s->table = &csto_table_lexicon;
  s->row = norp - 1;
}

/* العداء الجامايكي, الجامايكي + أوسين بولت: a definite noun that is no title
** before it, or a name behind it. */
static int describes(const csto_ework *w, const csto_span *s,
                     const csto_span *next) {
  size_t i = s->m.tok;
  csto_head h;
  csto_gaz g;
  if (next && next->m.type == CSTO_PERSON && next->m.tok == s->m.tokend)
    return 1;
  if (s->m.tokend < w->d->ntokens && csto_gaz_at(w, s->m.tokend, &g) &&
      !g.skip && csto_gaz_type(g.table, g.row) == CSTO_PERSON) return 1;
  return i && !token(w, i)->newline &&
         (w->cls[i - 1] & (CSTO_W_AL | CSTO_W_GIVEN)) == CSTO_W_AL &&
         !csto_head_at(w, i - 1, &h);
}

/* الويلزي + غاريث بيل: a nationality right before a name; or one without the
** article (مسؤول أفغاني). */
static void be_nation(csto_ework *w, csto_span *s, const csto_span *next) {
  size_t skip, n;
  csto_head h;
  uint32_t norp;
  if (s->m.type != CSTO_PERSON || s->m.tokend - s->m.tok != 1 ||
      s->m.start != token(w, s->m.tok)->start ||
      w->cls[s->m.tok] & CSTO_W_GIVEN) return;
  if (w->cls[s->m.tok] & CSTO_W_AL
          ? !describes(w, s, next)
          : s->m.tok == 0 || token(w, s->m.tok)->newline ||
            !csto_head_at(w, s->m.tok - 1u, &h) || h.definite) return;
  norp = csto_norp_at(w, s->m.tok, &skip, &n);
  if (!norp || skip) return;
  s->m.type = CSTO_NORP;
  s->table = &csto_table_lexicon;
  s->row = norp - 1;
}

/* FBI: capitals alone are no person's name. */
static void be_letters(const csto_ework *w, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  size_t i;
  if (s->m.type != CSTO_PERSON || s->m.tokend - s->m.tok != 1 ||
      t->kind != CSTO_T_LATIN || t->end - t->start < 2) return;
  for (i = t->start; i < t->end; i++)
    if (w->d->text[i] < 'A' || w->d->text[i] > 'Z') return;
  s->m.type = CSTO_ORG;
}

/* حرب غزة is an event, whatever else the model took it for; the owner of a
** club is no person's name, the club is a name. */
static void by_head(csto_ework *w, csto_span *s) {
  csto_head h;
  size_t i;
  if (s->m.type == CSTO_ORG) {
    if (csto_head_at(w, s->m.tok, &h) && csto_head_flag(h.row, "sure"))
      s->m.type = csto_head_type(h.row);
    return;
  }
  if (s->m.type != CSTO_PERSON) return;
  for (i = s->m.tok + 1u; i + 1 < s->m.tokend; i++) {
    if (token(w, i)->kind != CSTO_T_WORD || !csto_head_at(w, i, &h)) continue;
    if (h.kind != CSTO_H_ORG || h.skip || h.definite ||
        !csto_head_flag(h.row, "nom")) continue;
    s->m.type = CSTO_ORG;
    s->m.tok = (uint32_t)i;
    s->m.start = token(w, i)->start;
    return;
  }
}

/* The lexicon's row of a nationality, and its start: بالعربية. */
static void norp_row(csto_ework *w, csto_span *s) {
  size_t skip, n;
  csto_gaz_norp(w, s);
  if (s->table && s->m.start == token(w, s->m.tok)->start &&
      csto_norp_at(w, s->m.tok, &skip, &n) && skip)
    s->m.start = csto_doc_offset(w->d, s->m.tok, skip);
}

/* «الشرق الأوسط»: a newspaper. */
static void be_paper(csto_ework *w, csto_span *s) {
  csto_gaz g;
  size_t end = s->m.tokend;
  if ((s->m.type != CSTO_LOC && s->m.type != CSTO_GPE) || s->m.tok == 0 ||
      s->src == CSTO_S_USER || end >= w->d->ntokens ||
      !csto_opens(token(w, s->m.tok - 1u)) ||
      !csto_closes(token(w, end), token(w, s->m.tok - 1u)) ||
      !csto_gaz_at(w, s->m.tok, &g) || s->m.tok + g.ntok != end ||
      !csto_gaz_flag(g.table, g.row, "paper")) return;
  s->m.type = CSTO_ORG;
  s->table = NULL;
}

/* ---- no name ---- */

static int is_mark(const csto_token *t, char c) {
  return t->kind == CSTO_T_PUNCT && t->norm[0] == c;
}

/* مزدحمة, نوويا: an everyday word or an adjective used as an adverb, no place
** of that name. */
static int no_place(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  csto_gaz g;
  if (s->m.type != CSTO_GPE || s->m.tokend - s->m.tok != 1 ||
      s->m.start != t->start || s->m.score >= NORP_MIN ||
      (s->m.tok && csto_token_is(w, s->m.tok - 1, "town")) ||
      csto_gaz_at(w, s->m.tok, &g)) return 0;
  if (w->cls[s->m.tok] & CSTO_W_COMMON) return !(w->cls[s->m.tok] & CSTO_W_AL);
  return t->nnorm > 8 && !memcmp(t->norm + t->nnorm - 4, YEH ALEF, 4) &&
         csto_word_class(t->norm, t->nnorm - 2) & CSTO_W_COMMON;
}

/* An adjective in ي or ية, by its letters. */
static int adjective(const csto_token *t) {
  size_t n = t->nnorm;
  return n > 6 && (!memcmp(t->norm + n - 2, YEH, 2) ||
                   !memcmp(t->norm + n - 4, YEH HEH, 4));
}

/* جسر مشاة, معبر حدودي, شارع: a noun and no name. */
static int no_name(const csto_ework *w, const csto_span *s) {
  csto_head h;
  size_t next = s->m.tok + 1u;
  csto_gaz g;
  if (s->m.type != CSTO_LOC || s->m.tokend - s->m.tok > 2 ||
      !csto_head_at(w, s->m.tok, &h) || h.definite ||
      h.kind != CSTO_H_PLACE || h.ntok != 1) return 0;
  if (next == s->m.tokend) return 1;
  return token(w, next)->kind == CSTO_T_WORD &&
         w->cls[next] & CSTO_W_COMMON &&
         (s->m.score < NORP_MIN || adjective(token(w, next))) &&
         !(w->cls[next] & (CSTO_W_AL | CSTO_W_GIVEN)) &&
         !csto_gaz_at(w, next, &g) && !csto_gaz_at(w, s->m.tok, &g);
}

/* رئاسة مصر للاتحاد: what is led; من وإلى تونس: two prepositions, no والي; أمام
** المجلس: where he speaks, no إمام. */
static int no_office(const csto_ework *w, const csto_span *s) {
  const char *text = w->d->text + s->m.start;
  return s->src == CSTO_S_TAG &&
         (csto_token_is(w, s->m.tok, "duty") ||
          !strncmp(text, WAW ALEF_BELOW, 4) ||
          !strncmp(text, BEFORE, sizeof BEFORE - 1));
}

/* لقاء جمعه مع فلان, جمعه بالوزير: brought him together with, no جمعة. */
static int brought(const csto_ework *w, const csto_span *s) {
  size_t next = s->m.tokend;
  const csto_token *t = token(w, s->m.tok);
  if (s->m.type != CSTO_PERSON || next != s->m.tok + 1u ||
      next >= w->d->ntokens || t->end - t->start != t->nnorm ||
      memcmp(w->d->text + t->end - 2, HEH, 2) ||
      !csto_token_is(w, s->m.tok, "brought")) return 0;
  return csto_doc_is(w->d, next, "مع") ||
         !strncmp(token(w, next)->norm, BEH AL, 6);
}

/* html of a web address, a letter: no names. */
static int junk(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tok), *p;
  size_t i;
  if (no_place(w, s) || no_name(w, s) || brought(w, s)) return 1;
  for (i = s->m.tok; i < s->m.tokend; i++)
    if (is_mark(token(w, i), '/') && !token(w, i)->space &&
        token(w, s->m.tok)->kind == CSTO_T_LATIN) return 1;
  if (s->m.type == CSTO_NORP && !s->table && s->m.score < NORP_MIN)
    return 1;
  if (s->m.type == CSTO_PERSON && (csto_token_is(w, s->m.tok, "deity") ||
                                   csto_blessing(w, s->m.tok))) return 1;
  if (s->m.type == CSTO_ROLE && no_office(w, s)) return 1;
  if (s->m.type == CSTO_GPE && s->m.tokend - s->m.tok == 2 &&
      s->m.score < NORP_MIN && w->cls[s->m.tok + 1] & CSTO_W_COMMON)
    return 1;                              /* مقاطعة الإحصاء */
  if (s->m.type == CSTO_PERSON && s->m.score < TAG_DOUBT &&
      w->cls[s->m.tok] & CSTO_W_NONE) return 1;      /* مأدبة عشاء */
  if (s->m.tokend - s->m.tok != 1) return 0;
  if (w->cls[s->m.tok] & CSTO_W_NONE ||
      (t->nnorm > 8 && !memcmp(t->norm, BEH, 2) &&
       csto_word_class(t->norm + 2, t->nnorm - 2) & CSTO_W_NONE)) return 1;
  if (t->kind == CSTO_T_PUNCT || t->kind == CSTO_T_NUMBER) return 1;
  if (t->kind != CSTO_T_LATIN || s->m.tok == 0 || t->space) return 0;
  p = token(w, s->m.tok - 1);
  return is_mark(p, '.') || is_mark(p, '/');
}

/* بالعربية: in Arabic, no channel; النيل من: harming, no river; المدى المتوسط:
** an adjective, no sea. */
static int no_use(const csto_ework *w, const csto_span *s) {
  size_t i = s->m.tok;
  const csto_token *t = token(w, i);
  csto_gaz g;
  if (s->src == CSTO_S_USER ||
      (s->m.type != CSTO_ORG && s->m.type != CSTO_LOC) ||
      !csto_gaz_at(w, i, &g) || s->m.tok + g.ntok != s->m.tokend) return 0;
  if (s->m.type == CSTO_ORG)
    return s->m.start > t->start && !memcmp(t->norm, BEH, 2) &&
           csto_gaz_flag(g.table, g.row, "lang");
  if (i && csto_gaz_flag(g.table, g.row, "fossil") &&
      csto_token_is(w, i - 1, "servant")) return 1;       /* خادم الحرمين */
  if (csto_gaz_flag(g.table, g.row, "adj") && i && !t->newline &&
      (w->cls[i - 1] & (CSTO_W_AL | CSTO_W_PREP)) == CSTO_W_AL) return 1;
  return s->m.tokend < w->d->ntokens &&
         csto_word_is(t->norm + g.skip, t->nnorm - g.skip, "doing") &&
         csto_doc_is(w->d, s->m.tokend, "من");
}

void csto_span_use(csto_ework *w, csto_span *s) {
  if (no_use(w, s)) s->drop = 1;
  be_paper(w, s);
}

int csto_span_kind(csto_ework *w, csto_span *s, const csto_span *next) {
  be_nation(w, s, next);
  by_head(w, s);
  be_letters(w, s);
  accusative(w, s);
  agreeing(w, s);
  if (s->m.type == CSTO_NORP && !s->table) norp_row(w, s);
  return !junk(w, s);
}
