/* heads.c - names that begin with a head word, and persons behind titles.
**
** HOW IT WORKS.  A head word (data/heads.tsv: وزير, منظمة, مطار, قمة, قانون)
** begins a name; how far the name runs is read from its grammar:
**   - a chain of words with the article (وزارة الخارجية الروسية), joined by
**     و where that goes on (الأمن والتعاون);
**   - names of the lexicon and further heads (رئيس بلدية سوسة);
**   - a purpose with لل (المعهد الوطني للإحصاء), a place with ب or في
**     (منظمة الأمن والتعاون في أوروبا).
** Words that open a clause, dates and qualifiers end it.  An office is
** followed by its holder's name.  Cost: names are bounded at NAME_MAX
** tokens, so the work is linear.
*/
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

CSTO_TABLE(heads);

#define AL "\xd8\xa7\xd9\x84"
#define LAM "\xd9\x84"
#define BA "\xd8\xa8"
#define WAW "\xd9\x88"
#define FI "\xd9\x81\xd9\x8a"
#define NAME_MAX 14

enum { COL_KIND = 1, COL_TYPE, COL_GENDER, COL_FLAGS };

int csto_head_flag(uint32_t row, const char *flag) {
  return !strcmp(csto_table_cell(&csto_table_heads, row, COL_FLAGS), flag);
}

csto_etype csto_head_type(uint32_t row) {
  return csto_etype_of(csto_table_cell(&csto_table_heads, row, COL_TYPE));
}

int csto_head_gender(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_heads, row, COL_GENDER);
  return *s == 'm' ? 1 : *s == 'f' ? 2 : 0;
}

static int head_kind(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_heads, row, COL_KIND);
  switch (s[0]) {
    case 'r': return CSTO_H_ROLE;
    case 'o': return CSTO_H_ORG;
    case 'p': return CSTO_H_PLACE;
    case 'e': return CSTO_H_EVENT;
    case 'd': return CSTO_H_DOC;
    default: return CSTO_H_TITLE;
  }
}

static int try_head(const csto_ework *w, size_t tok, size_t skip, int al,
                    csto_head *h) {
  const csto_token *t = &w->d->tokens[tok];
  csto_hit x;
  size_t n;
  int definite = al;
  if (t->nnorm < skip + 4) return 0;
  x = csto_table_match(&csto_table_heads, w->d, tok, skip, NULL, &n);
  if (!x && t->nnorm > skip + 8 && !memcmp(t->norm + skip, AL, 4)) {
    x = csto_table_match(&csto_table_heads, w->d, tok, skip + 4, NULL, &n);
    definite = 1;
  }
  if (!x) return 0;
  h->row = csto_table_row(&csto_table_heads, x);
  h->kind = (uint8_t)head_kind(h->row);
  h->definite = (uint8_t)definite;
  h->al = (uint8_t)al;
  h->ntok = n;
  h->skip = skip;
  return 1;
}

int csto_head_at(const csto_ework *w, size_t tok, csto_head *h) {
  const csto_token *t = &w->d->tokens[tok];
  const char *s = t->norm;
  size_t at;
  if (t->kind != CSTO_T_WORD) return 0;
  if (try_head(w, tok, 0, 0, h)) return 1;
  for (at = w->conj[tok]; ; at = 2) {
    if (at && try_head(w, tok, at, 0, h)) return 1;
    if (t->nnorm > at + 6) {
      if (!memcmp(s + at, LAM LAM, 4) && try_head(w, tok, at + 4, 1, h))
        return 1;
      if ((!memcmp(s + at, BA, 2) || !memcmp(s + at, LAM, 2)) &&
          try_head(w, tok, at + 2, 0, h)) return 1;
    }
    if (at || memcmp(s, WAW, 2)) return 0;
    if (w->cls[tok] & CSTO_W_COMMON) return 0;
  }
}

/* ---- how far a name runs ---- */

static int breaks(const csto_ework *w, size_t i) {
  const csto_token *t = &w->d->tokens[i];
  return i >= w->d->ntokens || t->newline || t->kind != CSTO_T_WORD;
}

/* Word i begins with لل, perhaps after و. */
static int has_lil(const csto_token *t) {
  return t->nnorm > 8 && !memcmp(t->norm, LAM LAM, 4);
}

/* One step of a name at token i: the token after it, or i when the name is
** over.  kind is the head's kind, n the units so far. */
static size_t step(const csto_ework *w, size_t i, int kind, size_t n) {
  csto_gaz g;
  csto_head h;
  const csto_token *t;
  unsigned c;
  if (breaks(w, i)) return i;
  t = &w->d->tokens[i];
  c = w->cls[i];
  if (c & CSTO_W_END) return i;
  if (csto_gaz_at(w, i, &g) && !g.al) {
    const char *s = t->norm + g.skip - 2;
    if (g.skip == 0) return i + g.ntok;
    if (n && !memcmp(s, BA, 2) && csto_gaz_type(g.table, g.row) == CSTO_GPE)
      return i + g.ntok;
    return i;
  }
  if (c & CSTO_W_AL) {
    if (w->conj[i]) {                          /* و + الكلمة */
      if (n == 0 || (c & CSTO_W_GIVEN)) return i;
      if (csto_head_at(w, i, &h) && h.kind != CSTO_H_ORG) return i;
      return i + 1;
    }
    if (c & CSTO_W_GIVEN && n) return i;
    if (csto_head_at(w, i, &h) && h.kind == CSTO_H_TITLE) return i;
    return i + 1;
  }
  if (has_lil(t) && kind != CSTO_H_PLACE && n) return i + 1;
  if (n == 0 && csto_head_at(w, i, &h) && !h.skip &&
      (h.kind == CSTO_H_ORG || h.kind == CSTO_H_PLACE)) {
    size_t to = step(w, i + h.ntok, h.kind, 0);
    return to > i + h.ntok ? to : i;
  }
  return i;
}

static int is_norp(const csto_ework *w, size_t i) {
  size_t skip, n;
  return csto_norp_at(w, i, &skip, &n) && !skip;
}

/* The token after a name whose head ends before token i. */
static size_t extent(const csto_ework *w, size_t i, const csto_head *h) {
  size_t from = i, n = 0, to;
  while (i < w->d->ntokens && i - from < NAME_MAX) {
    int norp;
    if (h->definite && n == 0 && !breaks(w, i) &&
        !(w->cls[i] & (CSTO_W_ADJ | CSTO_W_QUAL)) && !is_norp(w, i)) break;
    to = step(w, i, h->kind, n);
    if (to == i) break;
    norp = to == i + 1 && is_norp(w, i) && (w->cls[i] & CSTO_W_AL);
    i = to;
    n++;
    if (norp && h->kind == CSTO_H_ROLE) {
      while (!breaks(w, i) && w->cls[i] & CSTO_W_QUAL) i++;
      break;
    }
  }
  return i;
}

/* ---- persons ---- */

static int name_word(const csto_ework *w, size_t i, size_t n) {
  const csto_token *t = &w->d->tokens[i];
  unsigned c;
  size_t skip, k;
  if (i >= w->d->ntokens) return 0;
  if (n && t->newline) return 0;
  if (t->kind == CSTO_T_LATIN) return 0;
  if (t->kind != CSTO_T_WORD || t->nnorm < 4) return 0;
  c = w->cls[i];
  if (c & CSTO_W_GIVEN && (n || !(c & CSTO_W_COMMON))) return 1;
  if (c & (CSTO_W_COMMON | CSTO_W_END | CSTO_W_QUAL | CSTO_W_PREP)) return 0;
  if (w->conj[i]) return 0;
  if (n == 0 && (c & CSTO_W_AL)) return 0;
  if (csto_norp_at(w, i, &skip, &k)) return 0;
  return 1;
}

/* The token after a person's name at token i, or i. */
static size_t person(const csto_ework *w, size_t i) {
  size_t n = 0;
  csto_gaz g;
  while (n < 4 && name_word(w, i + n, n)) {
    if (csto_gaz_at(w, i + n, &g) && n == 0) break;
    n++;
  }
  return i + n;
}

static int add_person(csto_ework *w, size_t i, size_t to, int gender,
                      const char *rule, double score) {
  csto_span *s = csto_ework_span(w, CSTO_PERSON, i, to, 0, CSTO_S_RULE, rule,
                                 score);
  if (!s) return CSTO_NOMEM;
  s->m.gender = (uint8_t)gender;
  return CSTO_OK;
}

/* ---- spans ---- */

static const char *const rules[] = {"", "office", "institution", "place",
                                    "event", "document", "title"};

static int add_head(csto_ework *w, size_t i, size_t to, const csto_head *h,
                    double score) {
  csto_span *s = csto_ework_span(w, csto_head_type(h->row), i, to, h->skip,
                                 CSTO_S_RULE, rules[h->kind], score);
  if (!s) return CSTO_NOMEM;
  s->head = h->row + 1;
  s->al = h->al;
  s->m.gender = (uint8_t)csto_head_gender(h->row);
  s->m.number = 1;
  return CSTO_OK;
}

/* Something in the name makes it one: a lexicon name or nationality. */
static int anchored(const csto_ework *w, size_t from, size_t to) {
  csto_gaz g;
  for (; from < to; from++)
    if (is_norp(w, from) || csto_gaz_at(w, from, &g)) return 1;
  return 0;
}

/* Tries a name with head h at token i; *next gets the token after it. */
static int head_name(csto_ework *w, size_t i, const csto_head *h,
                     size_t *next) {
  size_t body = i + h->ntok, to = extent(w, body, h);
  int rc = CSTO_OK;
  *next = body;
  if (to == body) {
    if (h->kind == CSTO_H_ROLE && h->definite &&
        csto_head_flag(h->row, "solo")) {
      *next = to;
      return add_head(w, i, to, h, 0.6);
    }
    return CSTO_OK;
  }
  if (csto_head_flag(h->row, "loose") && !anchored(w, body, to))
    return CSTO_OK;
  if (h->definite && h->kind != CSTO_H_ROLE && !anchored(w, body, to))
    return CSTO_OK;
  rc = add_head(w, i, to, h, 0.7);
  *next = to;
  return rc;
}

static int after_office(csto_ework *w, size_t i, int gender, size_t *next) {
  csto_head h;
  size_t to;
  if (i < w->d->ntokens && csto_doc_is(w->d, i, "\xd8\x8c") &&
      i + 1 < w->d->ntokens && w->cls[i + 1] & CSTO_W_GIVEN &&
      !w->conj[i + 1]) i++;
  if (i < w->d->ntokens && csto_head_at(w, i, &h) &&
      h.kind == CSTO_H_TITLE && !h.skip) i += h.ntok;
  if (i >= w->d->ntokens) return CSTO_OK;
  to = person(w, i);
  if (to == i) return CSTO_OK;
  *next = to;
  return add_person(w, i, to, gender, "office + name", 0.75);
}

int csto_head_spans(csto_ework *w) {
  size_t i, next;
  int rc = CSTO_OK;
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i = next) {
    csto_head h;
    size_t to;
    next = i + 1;
    if (w->d->tokens[i].kind != CSTO_T_WORD) continue;
    if (csto_head_at(w, i, &h)) {
      if (h.kind == CSTO_H_TITLE) {
        to = person(w, i + h.ntok);
        if (to > i + h.ntok && !w->d->tokens[i + h.ntok].newline) {
          rc = add_person(w, i + h.ntok, to, csto_head_gender(h.row),
                          "title + name", 0.7);
          next = to;
        }
        continue;
      }
      rc = head_name(w, i, &h, &next);
      if (rc == CSTO_OK && h.kind == CSTO_H_ROLE)
        rc = after_office(w, next, csto_head_gender(h.row), &next);
      /* heads inside (وزارة in رئيس وزارة) are looked at again */
      if (next > i + h.ntok && h.kind == CSTO_H_ROLE) {
        size_t j;
        for (j = i + h.ntok; j < next && rc == CSTO_OK; j++) {
          csto_head in;
          size_t e;
          if (!csto_head_at(w, j, &in) || in.kind == CSTO_H_TITLE) continue;
          rc = head_name(w, j, &in, &e);
          if (e > j + 1) j = e - 1;
        }
      }
    } else if ((w->cls[i] & (CSTO_W_GIVEN | CSTO_W_COMMON)) ==
                   CSTO_W_GIVEN && !w->conj[i]) {
      to = person(w, i);
      if (to > i + 1) {
        rc = add_person(w, i, to, 0, "given name", 0.6);
        next = to;
      }
    }
  }
  return rc;
}
