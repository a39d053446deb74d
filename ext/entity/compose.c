/* compose.c - longer names out of head words and the names behind them.
**
** A head word right before a name makes a longer one with it: سكرتير + مجلس
** الأمن an office, قمة + جامعة الدول العربية an event, مطار + بيروت a place
** (flags join, joingpe, joinorg, joinper, joinrole of data/heads.tsv); and a
** name that ends in a noun without article goes on with the name behind it
** (مجلس أمناء + مؤسسة ...).
** A body or office with the article and a nationality is one (الشرطة +
** الفرنسية; flag nation).  One walk over the merged spans.
*/
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

#define LETTERS_MAX 10   /* of a short form in brackets */

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

static int joins(const csto_head *h, const csto_span *s) {
  csto_etype t = s->m.type;
  if (t == CSTO_GPE && csto_head_flag(h->row, "joingpe")) return 1;
  if (t == CSTO_ORG && csto_head_flag(h->row, "joinorg")) return 1;
  if (t == CSTO_ROLE) return csto_head_flag(h->row, "joinrole");
  if (t == CSTO_LOC)                       /* بطولة + غرب آسيا */
    return h->kind == CSTO_H_EVENT && s->table &&
           csto_head_flag(h->row, "occasion");
  if (t == CSTO_PERSON)                    /* شارع + عمر بن الخطاب */
    return s->m.tokend - s->m.tok > 1 && csto_head_flag(h->row, "joinper");
  return csto_head_flag(h->row, "join") && (t == CSTO_ORG || t == CSTO_GPE);
}

/* The span ends in a noun that its genitive must follow. */
static int is_open(const csto_ework *w, const csto_span *s) {
  size_t last = s->m.tokend - 1, skip, n;
  csto_head h;
  csto_gaz g;
  const csto_token *t = token(w, last);
  if (s->table || s->m.type == CSTO_PERSON || s->m.type == CSTO_NORP)
    return 0;
  if (t->kind != CSTO_T_WORD || w->cls[last] & (CSTO_W_AL | CSTO_W_GIVEN))
    return 0;
  if (s->m.type != CSTO_ROLE && s->m.type != CSTO_ORG) return 0;
  if (csto_norp_at(w, last, &skip, &n) || csto_gaz_at(w, last, &g)) return 0;
  if (csto_head_at(w, last, &h))
    return !h.definite && h.skip == 0 && h.ntok == 1;
  if (s->m.type != CSTO_ORG) return 0;
  return w->cls[last] & CSTO_W_COMMON ||
         (last > s->m.tok && csto_head_at(w, s->m.tok, &h) &&
          h.kind == CSTO_H_ORG && !h.definite &&
          csto_head_at(w, last + 1, &h) && h.kind == CSTO_H_ORG &&
          !h.definite && !h.skip);
}

static void extend(csto_span *s, const csto_span *by) {
  s->m.end = by->m.end;
  s->m.tokend = by->m.tokend;
}

/* The token of the head word of one or two words (أمانة منطقة) before s that it
** joins, none before token `reach`; that of s itself: there is none. */
static size_t head_before(const csto_ework *w, const csto_span *s,
                          size_t reach, csto_head *h) {
  size_t tok = s->m.tok, k;
  for (k = 1; k <= 2 && k <= tok && tok - k >= reach; k++) {
    if (token(w, tok - k + 1)->newline) break;
    if (csto_head_at(w, tok - k, h) && !h->definite && h->ntok >= k &&
        joins(h, s)) return tok - k;
  }
  return tok;
}

static int compose(csto_ework *w, size_t i, size_t open) {
  csto_span *s = &w->spans[i], *o = open ? &w->spans[open - 1] : NULL, *x;
  size_t tok = s->m.tok, tokend = s->m.tokend, from;
  csto_head h = {0};
  if (tok == 0 || s->m.start != token(w, tok)->start ||
      token(w, tok)->newline) return CSTO_OK;
  if (o && o->m.tokend == tok && (s->m.type == CSTO_ORG ||
      (s->m.type == CSTO_GPE && o->m.type == CSTO_ROLE)) && is_open(w, o)) {
    extend(o, s);
    return CSTO_OK;
  }
  if (o && o->m.tokend >= tok) return CSTO_OK;
  from = head_before(w, s, o ? o->m.tokend : 0, &h);
  if (from == tok) return CSTO_OK;
  x = csto_ework_span(w, csto_head_type(h.row), from, s->m.tokend, h.skip,
                      s->m.type == csto_head_type(h.row) ? CSTO_S_TAG
                                                         : CSTO_S_RULE,
                      "head + name", 0.8);
  if (!x) return CSTO_NOMEM;
  x->m.end = w->spans[i].m.end;
  x->head = h.row + 1;
  if (csto_head_flag(h.row, "occasion"))
    from = csto_occasion_tail(w, x->m.tokend);
  else
    from = h.kind == CSTO_H_PLACE ? csto_place_tail(w, x->m.tokend)
                                  : x->m.tokend;
  if (from > tokend) {                     /* ... النووي: s is not its end */
    x->m.tokend = (uint32_t)from;
    x->m.end = token(w, from - 1)->end;
    if (h.kind == CSTO_H_PLACE) x->src = CSTO_S_TAG;
  }
  return CSTO_OK;
}

/* الشرطة + الفرنسية: a body of a country; الرئيس + الأمريكي an office. */
static int compose_nation(csto_ework *w, size_t i, size_t reach) {
  csto_span *s = &w->spans[i], *x;
  size_t from = s->m.tok, k;
  csto_head h;
  uint32_t end = s->m.end, tokend = s->m.tokend;
  if (!s->table || !*csto_table_cell(s->table, s->row, 3) || from == 0 ||
      !(w->cls[from] & CSTO_W_AL) || w->conj[from] ||
      token(w, from)->newline) return CSTO_OK;
  for (k = 1; k <= 2 && k <= from && from - k >= reach; k++) {
    if (!csto_head_at(w, from - k, &h) || !h.definite || h.ntok != k ||
        !csto_head_flag(h.row, "nation")) continue;
    x = csto_ework_span(w, csto_head_type(h.row), from - k, tokend, h.skip,
                        CSTO_S_RULE, "head + nationality", 0.8);
    if (!x) return CSTO_NOMEM;
    x->m.end = end;
    x->head = h.row + 1;
    x->al = h.al;
    return CSTO_OK;
  }
  return CSTO_OK;
}

/* هيئة ... (FBI): letters in brackets right behind an institution. */
static int compose_short(csto_ework *w, const csto_span *s) {
  const csto_token *t = w->d->tokens;
  size_t i = s->m.tokend;
  if (s->m.type != CSTO_ORG || i + 2 >= w->d->ntokens ||
      t[i].norm[0] != '(' || t[i].newline || t[i + 1].kind != CSTO_T_LATIN ||
      t[i + 2].norm[0] != ')' || t[i + 1].end - t[i + 1].start > LETTERS_MAX)
    return CSTO_OK;
  for (i = t[i + 1].start; i < t[s->m.tokend + 1].end; i++)
    if (w->d->text[i] < 'A' || w->d->text[i] > 'Z') return CSTO_OK;
  i = s->m.tokend + 1u;
  return csto_ework_span(w, CSTO_ORG, i, i + 1, 0, CSTO_S_RULE,
                         "letters in brackets", 0.7) ? CSTO_OK : CSTO_NOMEM;
}

int csto_compose_spans(csto_ework *w) {
  size_t i, n = w->nspans, open = 0, reach = 0;
  int rc = CSTO_OK;
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    const csto_span *s = &w->spans[i];
    int inside = open && s->m.tokend <= reach && i != open - 1;
    if (!inside && (s->m.type == CSTO_ORG || s->m.type == CSTO_GPE ||
                    s->m.type == CSTO_PERSON || s->m.type == CSTO_LOC ||
                    s->m.type == CSTO_ROLE))
      rc = compose(w, i, open);
    if (!inside && s->m.type == CSTO_NORP) rc = compose_nation(w, i, reach);
    if (rc == CSTO_OK) rc = compose_short(w, &w->spans[i]);
    s = &w->spans[i];
    if (s->m.tokend >= reach && s->m.type != CSTO_DATE) {
      if (s->m.tokend > reach || !open) open = i + 1;
      reach = s->m.tokend;
    }
  }
  return rc;
}
