/* growth.c - what a name of the model goes on with.
**
**   - the ordinal of a king or pope (يوحنا بولس + الثاني);
**   - the third syllable of a Korean (ري يونغ + هو), what a hyphen joins;
**   - fields of a ministry: وزير التنمية + والاستثمار والتعاون الدولي;
**   - the nationality behind an office, a ministry, police, army;
**   - the town of a mission or a local body, the adjective of an airport.
** Cost: a few look-ups a span.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

CSTO_TABLE(lexicon);

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

/* يوحنا بولس + الثاني: one of several of that name. */
static void take_ordinal(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend;
  csto_head h;
  if (s->m.type != CSTO_PERSON || i >= w->d->ntokens || s->m.tok == 0 ||
      token(w, i)->newline || w->cls[i - 1] & CSTO_W_AL ||
      !csto_token_is(w, i, "ordinal")) return;
  if (csto_head_at(w, s->m.tok - 1u, &h) && csto_head_flag(h.row, "reign"))
    csto_span_cut(w, s, i + 1);
}

/* ري يونغ + هو, مون جاي + إن: the third syllable of a Korean's name, written
** like a word of every sentence. */
static void take_syllable(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend;
  if (s->m.type != CSTO_PERSON || i != s->m.tok + 2u ||
      i >= w->d->ntokens || token(w, i)->newline) return;
  if ((csto_token_is(w, i - 1, "syllable") &&
       csto_doc_is(w->d, i, "هو")) ||
      (csto_token_is(w, i - 1, "syllable2") &&
       csto_doc_is(w->d, i, "ان")))
    csto_span_cut(w, s, i + 1);
}

/* كيم يونغ + -تشول, جان + -لوك: what a hyphen with no space on either side
** joins to a person's name. */
static void take_joined(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend;
  if (s->m.type != CSTO_PERSON || i + 1 >= w->d->ntokens ||
      strcmp(token(w, i)->norm, "-") || token(w, i)->space ||
      token(w, i)->newline || token(w, i + 1)->space ||
      token(w, i + 1)->newline || token(w, i + 1)->kind != CSTO_T_WORD ||
      token(w, i - 1)->kind != CSTO_T_WORD || w->cls[i + 1] & CSTO_W_AL)
    return;
  csto_span_cut(w, s, i + 2);
}

/* A nationality with a country; not الإسلامية. */
static int is_nation(const csto_ework *w, size_t i) {
  size_t skip, n;
  uint32_t norp = csto_norp_at(w, i, &skip, &n);
  return norp && *csto_table_cell(&csto_table_lexicon, norp - 1, 3);
}

/* وزير التنمية + والاستثمار والتعاون الدولي: fields of a ministry go on, but
** not with another office or institution, or behind a nationality. */
static void take_fields(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend, skip, n;
  csto_head h;
  csto_gaz g;
  if (!csto_head_at(w, s->m.tok, &h) || !csto_head_flag(h.row, "fields"))
    return;
  if (s->m.tokend - s->m.tok < h.ntok + 1u || h.definite) return;
  while (i < w->d->ntokens && token(w, i)->kind == CSTO_T_WORD &&
         !token(w, i)->newline && w->cls[i] & CSTO_W_AL &&
         !(w->cls[i] & (CSTO_W_END | CSTO_W_QUAL | CSTO_W_GIVEN))) {
    if (is_nation(w, i - 1) || w->cls[i - 1] & CSTO_W_QUAL) return;
    if (csto_norp_at(w, i, &skip, &n) || csto_gaz_at(w, i, &g)) return;
    if (!w->conj[i] && i == s->m.tokend && !(w->cls[i] & CSTO_W_ADJ))
      return;                             /* وزارة التعليم + العالي */
    if (w->conj[i] && csto_head_at(w, i, &h)) return;
    i++;
    if (i >= w->d->ntokens || w->conj[i] || !(w->cls[i] & CSTO_W_AL))
      csto_span_cut(w, s, i);                       /* a whole field is taken */
  }
}

/* The token behind the town of an institution at token i: في عمان of a mission
** (flag abroad of data/heads.tsv), بسوسة of a local body (flag town). */
static size_t seat(const csto_ework *w, size_t i, const csto_head *h) {
  size_t place = i;
  csto_gaz g;
  int abroad = csto_head_flag(h->row, "abroad");
  if (!abroad && !csto_head_flag(h->row, "town")) return i;
  if (abroad && csto_token_is(w, i, "seat")) place++;
  else if (memcmp(token(w, i)->norm, BEH, 2)) return i;
  if (place >= w->d->ntokens || token(w, place)->kind != CSTO_T_WORD) return i;
  if (!csto_gaz_at(w, place, &g))
    return place == i && token(w, i)->nnorm > 10 &&
           !(w->cls[i] & CSTO_W_COMMON) && csto_gaz_city(w, i, 2, 1, &g)
               ? i + 1 : i;
  return csto_gaz_type(g.table, g.row) == CSTO_GPE &&
         (place == i) == (g.skip == 2) ? place + g.ntok : i;
}

/* السفارة الفرنسية + في عمان, المستشفى الجهوي + بسوسة */
static void take_seat(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend, end;
  csto_head h;
  if (s->m.type != CSTO_ORG || i >= w->d->ntokens || token(w, i)->newline ||
      token(w, i)->kind != CSTO_T_WORD || !csto_head_at(w, s->m.tok, &h) ||
      i < s->m.tok + h.ntok + 1u) return;
  end = seat(w, i, &h);
  if (end == i) return;
  csto_span_cut(w, s, end);
  s->grown = 1;
}

/* رئيس الوزراء + الإسرائيلي: the nationality belongs to an office, and to a
** ministry, police, army (flags fields and nation). */
static void take_nationality(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend, skip, n;
  csto_head h;
  if (i >= w->d->ntokens || token(w, i)->newline || w->conj[i] ||
      !(w->cls[i] & CSTO_W_AL) || !(w->cls[i - 1] & CSTO_W_AL) ||
      csto_norp_at(w, i - 1, &skip, &n)) return;
  if (s->m.type != CSTO_ROLE &&
      (s->m.type != CSTO_ORG || !csto_head_at(w, s->m.tok, &h) ||
       !(csto_head_flag(h.row, "fields") ||
         csto_head_flag(h.row, "nation")))) return;
  if (w->cls[i - 1] & CSTO_W_QUAL) return;
  if (csto_norp_at(w, i, &skip, &n) && skip == 0) csto_span_cut(w, s, i + n);
}

/* مطار حائل + الإقليمي */
static void take_adjective(csto_ework *w, csto_span *s) {
  csto_head h;
  size_t end;
  if (s->m.type != CSTO_LOC || !csto_head_at(w, s->m.tok, &h) ||
      h.definite || s->m.tokend < s->m.tok + h.ntok + 1u) return;
  end = csto_place_tail(w, s->m.tokend);
  if (end > s->m.tokend) csto_span_cut(w, s, end);
}

void csto_span_grow(csto_ework *w, csto_span *s) {
  take_ordinal(w, s);
  take_syllable(w, s);
  take_joined(w, s);
  take_fields(w, s);
  take_nationality(w, s);
  take_seat(w, s);
  take_adjective(w, s);
}
