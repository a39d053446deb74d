/* frames.c - names that their frame shows, whatever their words are.
**
**   - a head word and a name in quotation marks: شركة "النور", قانون "السلم",
**     قاعدة "الأمل" (flag quoted of data/heads.tsv);
**   - a law or resolution with its number: القرار 2254, القانون الأساسي عدد 34
**     لسنة 2016 (flag numbered);
**   - a head of places and a word or two that are no everyday words: مخيم
**     حندرات, شارع قنبر (flag named).
** Cost: one look-up a word, names bounded by QUOTED_MAX tokens.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

#define QUOTED_MAX 8

static const csto_token *token(const csto_ework *w, size_t i) {
  return i < w->d->ntokens ? &w->d->tokens[i] : NULL;
}

/* A token of the same line. */
static const csto_token *beside(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  return t && !t->newline ? t : NULL;
}

static int is(const csto_token *t, const char *s) {
  return t && strcmp(t->norm, s) == 0;
}

/* The token after the closing mark of a quotation that opens at token i. */
static size_t quoted(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  size_t j;
  int straight = is(t, "\"");
  if (!straight && !is(t, GUILLEMET_OPEN)) return i;
  for (j = i + 1; j <= i + QUOTED_MAX && (t = beside(w, j)) != NULL; j++)
    if (is(t, straight ? "\"" : GUILLEMET_CLOSE)) return j > i + 1 ? j + 1 : i;
  return i;
}

/* Goes on behind a law's "لعام 1981" at token i. */
static size_t with_year(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i), *n = beside(w, i + 1);
  return t && n && n->kind == CSTO_T_NUMBER &&
         csto_token_is(w, i, "ofyear") ? i + 2 : i;
}

/* The token after "[adjectives] [عدد|رقم] number [لسنة number]" at token i. */
static size_t numbered(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  size_t from = i;
  int marked = 0;
  while (t && w->cls[i] & CSTO_W_AL && i < from + 3 &&
         !(w->cls[i] & CSTO_W_END)) t = beside(w, ++i);
  if (t && csto_token_is(w, i, "number")) {
    marked = 1;
    t = beside(w, ++i);
  }
  if (!t || t->kind != CSTO_T_NUMBER) return from;
  if (!marked && (t->nnorm < 3 || i > from)) return from;
  if ((is(token(w, i + 1), ".") || is(token(w, i + 1), "/")) &&
      token(w, i + 2) && token(w, i + 2)->kind == CSTO_T_NUMBER &&
      !token(w, i + 1)->space && !token(w, i + 2)->space) i += 2;  /* 26.16 */
  return with_year(w, i + 1);
}

static int rare(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  size_t skip, n;
  return t && t->kind == CSTO_T_WORD && t->nnorm >= 6 &&
         !(w->cls[i] & (CSTO_W_COMMON | CSTO_W_END | CSTO_W_QUAL |
                        CSTO_W_PREP | CSTO_W_NONE)) &&
         !w->conj[i] && !csto_norp_at(w, i, &skip, &n) &&
         memcmp(t->norm, LAM LAM, 4);
}

/* نووية, بحري: an adjective without article says what kind, no name. */
static int says_kind(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  size_t n = t->nnorm;
  if (w->cls[i] & CSTO_W_AL || n <= 6) return 0;
  if (!memcmp(t->norm + n - 4, YEH HEH, 4)) return 1;
  return !memcmp(t->norm + n - 2, YEH, 2) &&
         csto_word_class(t->norm, n - 2) & CSTO_W_COMMON;
}

/* The token after a rare word, or two of which the second has the article. */
static size_t named(const csto_ework *w, size_t i) {
  csto_head h;
  csto_gaz g;
  if (!rare(w, i) || csto_head_at(w, i, &h)) return i;
  if (says_kind(w, i)) return i;
  if (!memcmp(token(w, i)->norm, BEH, 2) &&
      (!memcmp(token(w, i)->norm + 2, AL, 4) || csto_gaz_at(w, i, &g) ||
       csto_gaz_city(w, i, 2, 1, &g))) return i;    /* سجن بالمكسيك */
  i++;
  return rare(w, i) && w->cls[i] & CSTO_W_AL ? i + 1 : i;
}

/* الدولي, النووي */
size_t csto_place_tail(const csto_ework *w, size_t i) {
  const csto_token *t = beside(w, i);
  return t && t->kind == CSTO_T_WORD && w->cls[i] & CSTO_W_AL &&
         !w->conj[i] && (csto_token_is(w, i, "honadj") ||
                         w->cls[i] & CSTO_W_ADJ) ? i + 1 : i;
}

static int try_head(csto_ework *w, size_t i) {
  csto_head h;
  csto_span *s;
  size_t body, end;
  const char *rule = "head + quoted name";
  if (!csto_head_at(w, i, &h)) return CSTO_OK;
  body = i + h.ntok;
  end = body;
  if (csto_head_flag(h.row, "quoted")) end = quoted(w, body);
  if (csto_head_flag(h.row, "phrase") && (end = quoted(w, body)) < body + 4)
    end = body;
  if (end > body) end = with_year(w, end);
  if (end == body && csto_head_flag(h.row, "numbered")) {
    end = numbered(w, body);
    rule = "law + number";
  }
  if (end == body && !h.definite && csto_head_flag(h.row, "named")) {
    end = named(w, body);
    rule = "head + rare word";
  }
  if (end > body && h.kind == CSTO_H_PLACE) end = csto_place_tail(w, end);
  if (end == body) return CSTO_OK;
  s = csto_ework_span(w, csto_head_type(h.row), i, end, h.skip,
                      rule[7] == 'q' ? CSTO_S_TAG : CSTO_S_RULE, rule, 0.7);
  if (!s) return CSTO_NOMEM;
  s->head = h.row + 1;
  s->al = h.al;
  return CSTO_OK;
}

int csto_frame_spans(csto_ework *w) {
  size_t i;
  int rc = CSTO_OK;
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i++)
    if (w->d->tokens[i].kind == CSTO_T_WORD) rc = try_head(w, i);
  return rc;
}
