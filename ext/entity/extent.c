/* extent.c - where the names of the model begin and end, seen by grammar.
**
** Before the spans are merged:
**   - a name that holds an opening quotation mark takes the closing one;
**   - a proclitic left before a known forename goes (لسيرغي);
**   - an everyday word with ب at the end goes (منظمة التحرير بالتحرك);
**   - a name of the lexicon that the model ran on from ends where it does.
** After that, a head word right before a name makes a longer one with it:
** سكرتير + مجلس الأمن an office, قمة + جامعة الدول العربية an event, مطار +
** بيروت a place (flag join of data/heads.tsv); and a name that ends in a noun
** without article goes on with the name behind it (مجلس أمناء + مؤسسة ...).
** Cost: a few look-ups a span.
*/
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

#define AL "\xd8\xa7\xd9\x84"
#define BA "\xd8\xa8"
#define LAM "\xd9\x84"

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

static void take_closing(csto_ework *w, csto_span *s) {
  size_t i;
  const csto_token *open = NULL;
  for (i = s->m.tok; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (open && closes(t, open)) open = NULL;
    else if (!open && opens(t)) open = t;
  }
  if (open && i < w->d->ntokens && closes(token(w, i), open) &&
      open != token(w, s->m.tok)) {
    s->m.tokend = (uint32_t)i + 1;
    s->m.end = token(w, i)->end;
  }
}

/* ---- clitics ---- */

static int given(const char *s, size_t n) {
  return (csto_word_class(s, n) & CSTO_W_GIVEN) != 0;
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
  s->m.tokend = (uint32_t)last;
  s->m.end = token(w, last - 1)->end;
}

/* ---- names of the lexicon inside ---- */

/* May token i follow inside a longer proper name? */
static int goes_on(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  csto_gaz g;
  if (t->kind != CSTO_T_WORD) return 1;
  if (w->cls[i] & CSTO_W_AL) return 1;
  if (t->nnorm > 6 && (!memcmp(t->norm, LAM, 2) || !memcmp(t->norm, BA, 2)))
    return 1;
  return !(w->cls[i] & CSTO_W_COMMON) || csto_gaz_at(w, i, &g);
}

/* منظمة معاهدة الأمن الجماعي مستعدة: the lexicon's name is the whole. */
static void cut_to_lexicon(csto_ework *w, csto_span *s) {
  csto_gaz g;
  size_t next;
  if (s->m.type != CSTO_ORG || !csto_gaz_at(w, s->m.tok, &g)) return;
  next = s->m.tok + g.ntok;
  if (g.ntok < 2 || next >= s->m.tokend ||
      csto_gaz_type(g.table, g.row) != CSTO_ORG || goes_on(w, next)) return;
  s->m.tokend = (uint32_t)next;
  s->m.end = token(w, next - 1)->end;
}

/* html of a web address, a letter: no names. */
static int junk(const csto_ework *w, const csto_span *s) {
  const csto_token *t = token(w, s->m.tok), *p;
  if (s->m.tokend - s->m.tok != 1) return 0;
  if (t->kind == CSTO_T_PUNCT || t->kind == CSTO_T_NUMBER) return 1;
  if (t->kind != CSTO_T_LATIN || s->m.tok == 0 || t->space) return 0;
  p = token(w, s->m.tok - 1);
  return p->kind == CSTO_T_PUNCT && (p->norm[0] == '.' || p->norm[0] == '/');
}

void csto_extent_spans(csto_ework *w) {
  size_t i;
  for (i = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    if (s->src != CSTO_S_TAG) continue;
    take_closing(w, s);
    drop_proclitic(w, s);
    drop_last(w, s);
    cut_to_lexicon(w, s);
    s->drop = (uint8_t)junk(w, s);
  }
}

/* ---- head word + name ---- */

static int joins(const csto_head *h, csto_etype t) {
  static const char *const flags[] = {"join", "joingpe"};
  if (t == CSTO_GPE && csto_head_flag(h->row, flags[1])) return 1;
  return csto_head_flag(h->row, flags[0]) &&
         (t == CSTO_ORG || t == CSTO_GPE);
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
  return w->cls[last] & CSTO_W_COMMON && s->m.type == CSTO_ORG;
}

static void extend(csto_span *s, const csto_span *by) {
  s->m.end = by->m.end;
  s->m.tokend = by->m.tokend;
}

static int compose(csto_ework *w, size_t i, size_t open) {
  csto_span *s = &w->spans[i], *o = open ? &w->spans[open - 1] : NULL, *x;
  size_t tok = s->m.tok;
  csto_head h;
  if (tok == 0 || s->m.start != token(w, tok)->start ||
      token(w, tok)->newline) return CSTO_OK;
  if (o && o->m.tokend == tok && (s->m.type == CSTO_ORG ||
      (s->m.type == CSTO_GPE && o->m.type == CSTO_ROLE)) && is_open(w, o)) {
    extend(o, s);
    return CSTO_OK;
  }
  if (o && o->m.tokend >= tok) return CSTO_OK;
  if (!csto_head_at(w, tok - 1, &h) || h.definite || h.ntok != 1 ||
      !joins(&h, s->m.type)) return CSTO_OK;
  x = csto_ework_span(w, csto_head_type(h.row), tok - 1, s->m.tokend, h.skip,
                      CSTO_S_RULE, "head + name", 0.8);
  if (!x) return CSTO_NOMEM;
  x->m.end = w->spans[i].m.end;
  x->head = h.row + 1;
  return CSTO_OK;
}

int csto_compose_spans(csto_ework *w) {
  size_t i, n = w->nspans, open = 0, reach = 0;
  int rc = CSTO_OK;
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    const csto_span *s = &w->spans[i];
    int inside = open && s->m.tokend <= reach && i != open - 1;
    if (!inside && (s->m.type == CSTO_ORG || s->m.type == CSTO_GPE))
      rc = compose(w, i, open);
    s = &w->spans[i];
    if (s->m.tokend >= reach && s->m.type != CSTO_DATE) {
      if (s->m.tokend > reach || !open) open = i + 1;
      reach = s->m.tokend;
    }
  }
  return rc;
}
