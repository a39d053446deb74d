/* extent.c - where the names of the model begin and end, seen by grammar.
**
** Before the spans are merged:
**   - a name that holds an opening quotation mark takes the closing one;
**   - persons joined by و are parted (... وإيليزا كامبل);
**   - a proclitic left before a known forename goes (لسيرغي);
**   - an everyday word with ب at the end goes (منظمة التحرير بالتحرك);
**   - a name of the lexicon that the model ran on from ends where it does.
**   - fields of a ministry that و goes on with are taken in, and the
**     nationality behind an office;
**   - what a head word shows to be of another type, or no name, is put right.
** Cost: a few look-ups a span.
*/
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

CSTO_TABLE(lexicon);
CSTO_TABLE(stopwords);

#define AL "\xd8\xa7\xd9\x84"
#define NORP_MIN 0.8   /* of a nationality that the lexicon does not know */
#define ALEF "\xd8\xa7"
#define YA "\xd9\x8a"
#define WAW "\xd9\x88"
#define BA "\xd8\xa8"
#define LAM "\xd9\x84"
#define HA "\xd9\x87"

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

/* ---- quotation marks ---- */

static int opens(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (t->norm[0] == '"' || !strcmp(t->norm, "\xc2\xab") ||
          t->norm[0] == '(');
}

static int closes(const csto_token *t, const csto_token *open) {
  if (t->kind != CSTO_T_PUNCT) return 0;
  if (open->norm[0] == '"') return t->norm[0] == '"';
  if (open->norm[0] == '(') return t->norm[0] == ')';
  return !strcmp(t->norm, "\xc2\xbb");
}

/* Is t one of the marks that open or close a quotation? */
static int is_quote(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (t->norm[0] == '"' || !strcmp(t->norm, "\xc2\xab") ||
          !strcmp(t->norm, "\xc2\xbb"));
}

static void cut(csto_ework *w, csto_span *s, size_t tokend) {
  s->m.tokend = (uint32_t)tokend;
  s->m.end = token(w, tokend - 1)->end;
}

/* A mark inside takes its partner; one at an end without a partner goes. */
static void balance_quotes(csto_ework *w, csto_span *s) {
  size_t i;
  const csto_token *open = NULL;
  for (i = s->m.tok; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (open && closes(t, open)) open = NULL;
    else if (i + 1 == s->m.tokend && is_quote(t) && i > s->m.tok) break;
    else if (!open && opens(t)) open = t;
  }
  if (i < s->m.tokend) {                   /* a closing mark alone */
    cut(w, s, i);
  } else if (open && i < w->d->ntokens && closes(token(w, i), open) &&
             open != token(w, s->m.tok)) {
    cut(w, s, i + 1);
  } else if (open == token(w, s->m.tok) && s->m.tokend - s->m.tok > 1) {
    s->m.tok++;
    s->m.start = token(w, s->m.tok)->start;
  }
}

/* الشرق إلا درنة: no function word stands in a person's or place's name. */
static void cut_function(csto_ework *w, csto_span *s) {
  size_t i;
  if (s->m.type != CSTO_PERSON && s->m.type != CSTO_GPE &&
      s->m.type != CSTO_LOC && s->m.type != CSTO_ROLE) return;
  for (i = s->m.tok + 1u; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (t->kind == CSTO_T_WORD && !(w->cls[i] & CSTO_W_GIVEN) &&
        (t->nnorm >= 6 || w->cls[i] & CSTO_W_PREP) &&   /* بان كي مون */
        (s->m.type != CSTO_ROLE || !csto_word_is(t->norm, t->nnorm,
                                                 "inrole")) &&
        csto_table_find(&csto_table_stopwords, t->norm, t->nnorm)) {
      cut(w, s, i);
      return;
    }
  }
}

/* Is token i a word of that list? */
static int listed(const csto_ework *w, size_t i, const char *list) {
  const csto_token *t = token(w, i);
  return t->kind == CSTO_T_WORD && csto_word_is(t->norm, t->nnorm, list);
}

/* رحمه الله, يحفظه الله: a wish begins at token i. */
static int blessing(const csto_ework *w, size_t i) {
  return i + 1 < w->d->ntokens && listed(w, i, "bless") &&
         listed(w, i + 1, "deity");
}

/* هادي المنتخبة, سيرغي #, سلمان يحفظه الله: what ends no person's name. */
static void cut_person(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1, i;
  csto_head h;
  if (s->m.type != CSTO_PERSON) return;
  for (i = s->m.tok + 1u; i <= last; i++)
    if (blessing(w, i)) last = i - 1;
  while (last > s->m.tok && (w->cls[last] & CSTO_W_QUAL ||
         (token(w, last)->kind == CSTO_T_PUNCT &&
          token(w, last)->norm[0] != '.' && token(w, last)->norm[0] != ')' &&
          !is_quote(token(w, last))))) last--;
  for (i = s->m.tok + 1u; i <= last; i++)      /* ... وأمين المدينة ... */
    if (token(w, i)->kind == CSTO_T_WORD && !(w->cls[i] & CSTO_W_GIVEN) &&
        !memcmp(token(w, i)->norm, WAW, 2) && csto_head_at(w, i, &h) &&
        h.skip == 2 && h.kind == CSTO_H_ROLE) last = i - 1;
  if (last + 1u < s->m.tokend) cut(w, s, last + 1);
}

/* 24 دبلوماسيا إيطاليا: an adjective in the accusative, no country. */
static void accusative(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok;
  const csto_token *t = token(w, i), *p;
  if (s->m.type != CSTO_GPE || s->m.tokend - i != 1 || i < 2 ||
      t->newline || t->nnorm < 8 || s->m.start != t->start ||
      memcmp(t->norm + t->nnorm - 4, YA ALEF, 4)) return;
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
      memcmp(p->norm + p->nnorm - 2, HA, 2) ||
      !(w->cls[i - 1] & CSTO_W_AL || !memcmp(p->norm, LAM LAM, 4) ||
        !memcmp(p->norm + 2, AL, 4))) return;
  norp = csto_norp_at(w, i, &skip, &n);
  if (!norp || skip || n != 1) return;
  s->m.type = CSTO_NORP;
  s->table = &csto_table_lexicon;
  s->row = norp - 1;
}

/* ---- clitics ---- */

static int given(const char *s, size_t n) {
  return (csto_word_class(s, n) & CSTO_W_GIVEN) != 0;
}

/* الركن صادق, البوسني إدين: a rank or a nationality before a name. */
static void drop_before(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok, skip, n;
  uint32_t norp;
  csto_head h;
  if (s->m.type != CSTO_PERSON || s->m.tokend - i < 2 ||
      s->m.start != token(w, i)->start || !(w->cls[i] & CSTO_W_AL) ||
      w->cls[i] & CSTO_W_GIVEN) return;
  norp = csto_norp_at(w, i, &skip, &n);
  if (!(csto_head_at(w, i, &h) && csto_head_flag(h.row, "rank")) &&
      !(norp && !skip && n == 1 && !(w->cls[i + 1] & CSTO_W_AL) &&
        *csto_table_cell(&csto_table_lexicon, norp - 1, 3))) return;
  s->m.tok++;
  s->m.start = token(w, i + 1)->start;
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
          ? !next || next->m.type != CSTO_PERSON ||
            next->m.tok != s->m.tokend
          : s->m.tok == 0 || token(w, s->m.tok)->newline ||
            !csto_head_at(w, s->m.tok - 1u, &h) || h.definite) return;
  norp = csto_norp_at(w, s->m.tok, &skip, &n);
  if (!norp || skip) return;
  s->m.type = CSTO_NORP;
  s->table = &csto_table_lexicon;
  s->row = norp - 1;
}

/* A person's name that begins with a proclitic and a known forename. */
static void drop_proclitic(csto_ework *w, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  csto_split split[CSTO_SPLITS];
  int i, n;
  if (s->m.type != CSTO_PERSON || s->m.start != t->start ||
      t->kind != CSTO_T_WORD || given(t->norm, t->nnorm)) return;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (i = 1; i < n; i++) {
    size_t k = split[i].skip;
    if (split[i].pre_al || split[i].clitics & CSTO_PC_SEEN) continue;
    if (t->nnorm < k + 6 || !given(t->norm + k, t->nnorm - k)) continue;
    s->m.start = csto_doc_offset(w->d, s->m.tok, k);
    return;
  }
}

/* لكأس الملك: a proclitic before a head word; but بعيد, لقمة are words of their
** own and no name begins with them: 0. */
static int drop_before_head(csto_ework *w, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  csto_head h;
  size_t conj = 0;
  if (s->m.type == CSTO_PERSON || s->m.type == CSTO_NORP ||
      s->m.start != t->start ||
      !csto_head_at(w, s->m.tok, &h) || !h.skip || h.al) return 1;
  if (h.skip > 2) conj = 2;
  if (memcmp(t->norm + conj, WAW, 2) &&
      csto_word_class(t->norm + conj, t->nnorm - conj) & CSTO_W_COMMON)
    return 0;
  s->m.start = csto_doc_offset(w->d, s->m.tok, h.skip);
  return 1;
}

/* A person's name right behind another begins with و: and. */
static void drop_and(csto_ework *w, csto_span *s, const csto_span *before) {
  const csto_token *t = token(w, s->m.tok);
  if (s->m.type != CSTO_PERSON || before->m.type != CSTO_PERSON ||
      before->m.tokend != s->m.tok || s->m.start != t->start) return;
  if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, WAW, 2) ||
      given(t->norm, t->nnorm)) return;
  s->m.start = csto_doc_offset(w->d, s->m.tok, 2);
}

/* إيمرسون بروكينغ وإيليزا كامبل are two. */
static int split_and(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at], *x;
  size_t i, end = s->m.tokend;
  double score = s->m.score;
  const char *rule = s->m.rule;
  if (s->m.type != CSTO_PERSON) return CSTO_OK;
  for (i = s->m.tok + 1u; i < end; i++) {
    const csto_token *t = token(w, i);
    if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, WAW, 2) ||
        given(t->norm, t->nnorm) || !given(t->norm + 2, t->nnorm - 2))
      continue;
    x = csto_ework_span(w, CSTO_PERSON, i, end, 2, CSTO_S_TAG, rule, score);
    if (!x) return CSTO_NOMEM;
    cut(w, &w->spans[at], i);
    return CSTO_OK;
  }
  return CSTO_OK;
}

/* يوحنا بولس + الثاني: one of several of that name. */
static void take_ordinal(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend;
  csto_head h;
  if (s->m.type != CSTO_PERSON || i >= w->d->ntokens || s->m.tok == 0 ||
      token(w, i)->newline || w->cls[i - 1] & CSTO_W_AL ||
      !listed(w, i, "ordinal")) return;
  if (csto_head_at(w, s->m.tok - 1u, &h) && csto_head_flag(h.row, "reign"))
    cut(w, s, i + 1);
}

/* The last word is ب + an everyday word, no place. */
static void drop_last(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1;
  const csto_token *t = token(w, last);
  csto_gaz g;
  if (s->m.type != CSTO_ORG || last < s->m.tok + 2u || t->nnorm < 8 ||
      t->kind != CSTO_T_WORD || memcmp(t->norm, BA AL, 6)) return;
  if (!(csto_word_class(t->norm + 2, t->nnorm - 2) & CSTO_W_COMMON))
    return;
  if (csto_gaz_at(w, last, &g)) return;
  cut(w, s, last);
}

/* فهد بالدمام: ب and a place are none of a person's name. */
static void drop_town(csto_ework *w, csto_span *s) {
  size_t i;
  csto_gaz g;
  if (s->m.type != CSTO_PERSON) return;
  for (i = s->m.tok + 1u; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, BA, 2) ||
        w->cls[i] & CSTO_W_GIVEN) continue;
    if (memcmp(t->norm + 2, AL, 4) && t->nnorm < 10) continue;  /* بنيس */
    if (!csto_gaz_at(w, i, &g) ? !csto_gaz_city(w, i, 2, 1, &g)
                               : g.skip != 2 || csto_gaz_type(g.table,
                                     g.row) != CSTO_GPE) continue;
    cut(w, s, i);
    return;
  }
}

/* ---- names of the lexicon inside ---- */

/* May token i follow inside a longer proper name? */
static int goes_on(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  csto_gaz g;
  size_t skip, n;
  if (t->kind != CSTO_T_WORD) return 1;
  if (w->conj[i]) return 0;
  if (w->cls[i] & CSTO_W_AL)
    return !(w->cls[i] & CSTO_W_COMMON) || w->cls[i] & CSTO_W_ADJ ||
           csto_norp_at(w, i, &skip, &n);
  if (t->nnorm > 6 && (!memcmp(t->norm, LAM, 2) || !memcmp(t->norm, BA, 2)))
    return 1;
  return !(w->cls[i] & CSTO_W_COMMON) || csto_gaz_at(w, i, &g);
}

/* قرغيزستان ولأوزبكستان: و and another place of the lexicon. */
static int is_next_place(const csto_ework *w, size_t i) {
  csto_gaz g;
  return csto_gaz_at(w, i, &g) && g.skip;
}

/* منظمة معاهدة الأمن الجماعي مستعدة: the lexicon's name is the whole. */
static void cut_to_lexicon(csto_ework *w, csto_span *s) {
  csto_gaz g;
  csto_etype type;
  size_t next;
  if ((s->m.type != CSTO_ORG && s->m.type != CSTO_GPE &&
       s->m.type != CSTO_LOC) || !csto_gaz_at(w, s->m.tok, &g)) return;
  next = s->m.tok + g.ntok;
  type = csto_gaz_type(g.table, g.row);
  if (next >= s->m.tokend) return;
  if (type == CSTO_LOC) {                  /* آسيا + الخامسة */
    if (s->m.type == CSTO_LOC && listed(w, next, "ordinal")) cut(w, s, next);
    return;
  }
  if (type == CSTO_GPE && is_next_place(w, next)) s->m.type = CSTO_GPE;
  else if (type != CSTO_ORG || s->m.type != CSTO_ORG || g.ntok < 2 ||
           goes_on(w, next)) return;
  cut(w, s, next);
}

/* ---- ministries ---- */

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
      cut(w, s, i);                       /* a whole field is taken */
  }
}

/* The token behind the town of an institution at token i: في عمان of a mission
** (flag abroad of data/heads.tsv), بسوسة of a local body (flag town). */
static size_t seat(const csto_ework *w, size_t i, const csto_head *h) {
  size_t place = i;
  csto_gaz g;
  int abroad = csto_head_flag(h->row, "abroad");
  if (!abroad && !csto_head_flag(h->row, "town")) return i;
  if (abroad && listed(w, i, "seat")) place++;
  else if (memcmp(token(w, i)->norm, BA, 2)) return i;
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
  cut(w, s, end);
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
  if (csto_norp_at(w, i, &skip, &n) && skip == 0) cut(w, s, i + n);
}

/* ---- what is no name, or one of another type ---- */

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
      (s->m.tok && listed(w, s->m.tok - 1, "town")) ||
      csto_gaz_at(w, s->m.tok, &g)) return 0;
  if (w->cls[s->m.tok] & CSTO_W_COMMON) return !(w->cls[s->m.tok] & CSTO_W_AL);
  return t->nnorm > 8 && !memcmp(t->norm + t->nnorm - 4, YA ALEF, 4) &&
         csto_word_class(t->norm, t->nnorm - 2) & CSTO_W_COMMON;
}

/* An adjective in ي or ية, by its letters. */
static int adjective(const csto_token *t) {
  size_t n = t->nnorm;
  return n > 6 && (!memcmp(t->norm + n - 2, YA, 2) ||
                   !memcmp(t->norm + n - 4, YA "\xd9\x87", 4));
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

/* html of a web address, a letter: no names. */
static int junk(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tok), *p;
  size_t i;
  if (no_place(w, s) || no_name(w, s)) return 1;
  for (i = s->m.tok; i < s->m.tokend; i++)
    if (is_mark(token(w, i), '/') && !token(w, i)->space &&
        token(w, s->m.tok)->kind == CSTO_T_LATIN) return 1;
  if (s->m.type == CSTO_NORP && !s->table && s->m.score < NORP_MIN)
    return 1;
  if (s->m.type == CSTO_PERSON && (listed(w, s->m.tok, "deity") ||
                                   blessing(w, s->m.tok))) return 1;
  if (s->m.type == CSTO_GPE && s->m.tokend - s->m.tok == 2 &&
      s->m.score < NORP_MIN && w->cls[s->m.tok + 1] & CSTO_W_COMMON)
    return 1;                              /* مقاطعة الإحصاء */
  if (s->m.tokend - s->m.tok != 1) return 0;
  if (w->cls[s->m.tok] & CSTO_W_NONE ||
      (t->nnorm > 8 && !memcmp(t->norm, BA, 2) &&
       csto_word_class(t->norm + 2, t->nnorm - 2) & CSTO_W_NONE)) return 1;
  if (t->kind == CSTO_T_PUNCT || t->kind == CSTO_T_NUMBER) return 1;
  if (t->kind != CSTO_T_LATIN || s->m.tok == 0 || t->space) return 0;
  p = token(w, s->m.tok - 1);
  return is_mark(p, '.') || is_mark(p, '/');
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

/* A full stop behind a word of three letters or more is none of the name. */
static void drop_stop(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1;
  if (last == s->m.tok || !is_mark(token(w, last), '.') ||
      token(w, last - 1)->nnorm < 6) return;
  cut(w, s, last);
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
      !opens(token(w, s->m.tok - 1u)) ||
      !closes(token(w, end), token(w, s->m.tok - 1u)) ||
      !csto_gaz_at(w, s->m.tok, &g) || s->m.tok + g.ntok != end ||
      !csto_gaz_flag(g.table, g.row, "paper")) return;
  s->m.type = CSTO_ORG;
  s->table = NULL;
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
    return s->m.start > t->start && !memcmp(t->norm, BA, 2) &&
           csto_gaz_flag(g.table, g.row, "lang");
  if (i && csto_gaz_flag(g.table, g.row, "fossil") &&
      listed(w, i - 1, "servant")) return 1;       /* خادم الحرمين */
  if (csto_gaz_flag(g.table, g.row, "adj") && i && !t->newline &&
      (w->cls[i - 1] & (CSTO_W_AL | CSTO_W_PREP)) == CSTO_W_AL) return 1;
  return s->m.tokend < w->d->ntokens &&
         csto_word_is(t->norm + g.skip, t->nnorm - g.skip, "doing") &&
         csto_doc_is(w->d, s->m.tokend, "\xd9\x85\xd9\x86");   /* من */
}

int csto_extent_spans(csto_ework *w) {
  size_t i;
  for (i = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    if (no_use(w, s)) s->drop = 1;
    be_paper(w, s);
    if (s->src != CSTO_S_TAG) continue;
    balance_quotes(w, s);
    cut_function(w, s);
    cut_person(w, s);
    drop_before(w, s);
    be_nation(w, s, i + 1 < w->nspans ? s + 1 : NULL);
    drop_proclitic(w, s);
    if (!drop_before_head(w, s)) s->drop = 1;
    if (i) drop_and(w, s, s - 1);
    take_ordinal(w, s);
    drop_last(w, s);
    drop_town(w, s);
    drop_stop(w, s);
    cut_to_lexicon(w, s);
    take_fields(w, s);
    take_nationality(w, s);
    take_seat(w, s);
    by_head(w, s);
    be_letters(w, s);
    accusative(w, s);
    agreeing(w, s);
    if (s->m.type == CSTO_NORP && !s->table) norp_row(w, s);
    if (junk(w, s)) s->drop = 1;
    if (split_and(w, i)) return CSTO_NOMEM;
  }
  return CSTO_OK;
}
