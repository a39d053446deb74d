/* words.c - what the word lists say about each token; making spans.
**
** All lists and names are one table (gen/lexicon.awk), so one look-up tells
** whether a token is an everyday word, a word of the entity rules, a given
** name, a name or the beginning of one.  A conjunction و or ف is taken off
** when the word with it is in no list.  Linear, one or two probes a word.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "text/known.h"
#include <string.h>

CSTO_TABLE(lexicon);

/* What the word lists among the lexicon's rows say; the other classes are
** asked for by name (csto_word_is). */
static unsigned word_class(csto_hit h) {
  static const struct { char name[8]; unsigned cls; } classes[] = {
    {"common", CSTO_W_COMMON}, {"given", CSTO_W_GIVEN}, {"end", CSTO_W_END},
    {"qual", CSTO_W_QUAL}, {"prep", CSTO_W_PREP}, {"cap", CSTO_W_PREP},
    {"adj", CSTO_W_ADJ}, {"none", CSTO_W_NONE},
  };
  const csto_table *t = &csto_table_lexicon;
  unsigned c = 0, i;
  for (; h; h = csto_table_next(t, h)) {
    const char *k = csto_table_cell(t, csto_table_row(t, h), 1);
    for (i = 0; i < sizeof classes / sizeof *classes; i++)
      if (!strcmp(k, classes[i].name)) c |= classes[i].cls;
  }
  return c;
}

unsigned csto_word_class(const char *s, size_t n) {
  uint32_t more;
  return word_class(csto_table_word(&csto_table_lexicon, NULL, s, n, &more));
}

int csto_word_is(const char *s, size_t n, const char *list) {
  const csto_table *t = &csto_table_lexicon;
  uint32_t more;
  csto_hit h = csto_table_word(t, NULL, s, n, &more);
  for (; h; h = csto_table_next(t, h))
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), list)) return 1;
  return 0;
}

int csto_token_in(const csto_ework *w, size_t i, const char *list) {
  const csto_table *t = &csto_table_lexicon;
  csto_hit h = w->hit[i];
  for (; h; h = csto_table_next(t, h))
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), list)) return 1;
  return 0;
}

int csto_blessing(const csto_ework *w, size_t i) {
  return csto_token_is(w, i, "bless") && csto_token_is(w, i + 1, "deity");
}

static void one_word(csto_ework *w, size_t i) {
  const csto_token *t = &w->d->tokens[i];
  const char *s = t->norm;
  size_t n = t->nnorm;
  uint32_t more;
  unsigned c;
  w->hit[i] = csto_table_token(&csto_table_lexicon, t, 0, &more);
  c = w->hit[i] ? word_class(w->hit[i]) : 0;
  if (!c && n > 6 && (!memcmp(s, WAW, 2) || !memcmp(s, FEH, 2))) {
    unsigned rest = word_class(csto_table_token(&csto_table_lexicon, t, 2,
                                                &more));
    if (rest || !memcmp(s + 2, AL, 4)) {
      w->conj[i] = 2;
      c = rest;
      s += 2;
      n -= 2;
    }
  }
  if (n > 4 && !memcmp(s, AL, 4)) c |= CSTO_W_AL;
  w->cls[i] = (uint8_t)c;
}

/* Bits of the lists of the word's rows. */
static uint64_t lists_of(csto_hit h) {
  const csto_table *t = &csto_table_lexicon;
  uint64_t bits = 0;
  for (; h; h = csto_table_next(t, h)) bits |= t->items[csto_table_row(t, h)];
  return bits;
}

/* The same, noted for later documents where the word is known. */
static void known_word(csto_ework *w, size_t i) {
  uint64_t *note = csto_note(w->d, i, CSTO_NOTE_WORD);
  if (note && *note) {
    w->hit[i] = (csto_hit)*note;
    w->conj[i] = *note >> 32 & 255;
    w->cls[i] = *note >> 40 & 255;
    w->lists[i] = note[1];
    return;
  }
  one_word(w, i);
  if (w->d->tokens[i].kind == CSTO_T_WORD) w->lists[i] = lists_of(w->hit[i]);
  if (!note) return;
  *note = CSTO_NOTED | w->hit[i] | (uint64_t)w->conj[i] << 32 |
          (uint64_t)w->cls[i] << 40;
  note[1] = w->lists[i];
}

int csto_ework_words(csto_ework *w) {
  csto_doc *d = w->d;
  size_t i, n = d->ntokens + 1;
  w->cls = csto_arena_zalloc(&d->arena, n * 2);
  w->hit = csto_arena_zalloc(&d->arena, n * sizeof *w->hit);
  w->lists = csto_arena_zalloc(&d->arena, n * sizeof *w->lists);
  if (!w->cls || !w->hit || !w->lists) return CSTO_NOMEM;
  w->conj = w->cls + n;
  for (i = 0; i < d->ntokens; i++) {
    __builtin_prefetch(csto_table_ahead(&csto_table_lexicon, d, i));
    if (d->tokens[i].kind != CSTO_T_PUNCT) known_word(w, i);
  }
  return CSTO_OK;
}

csto_span *csto_ework_span(csto_ework *w, csto_etype type, size_t tok,
                           size_t tokend, size_t skip, int src,
                           const char *rule, double score) {
  csto_doc *d = w->d;
  csto_span *s = csto_arena_grow(&d->arena, w->spans, w->nspans, &w->cap,
                                 sizeof *s);
  if (!s) return NULL;
  w->spans = s;
  s += w->nspans++;
  memset(s, 0, sizeof *s);
  s->m.type = type;
  s->m.tok = (uint32_t)tok;
  s->m.tokend = (uint32_t)tokend;
  s->m.start = skip ? csto_doc_offset(d, tok, skip) : d->tokens[tok].start;
  s->m.end = d->tokens[tokend - 1].end;
  s->m.sentence = d->tokens[tok].sentence;
  s->m.name = "";
  s->m.rule = rule;
  s->m.score = score;
  s->m.entity = -1;
  s->m.holder = -1;
  s->src = (uint8_t)src;
  return s;
}

void csto_span_cut(const csto_ework *w, csto_span *s, size_t tokend) {
  s->m.tokend = (uint32_t)tokend;
  s->m.end = w->d->tokens[tokend - 1].end;
}
