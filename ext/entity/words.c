/* words.c - what the word lists say about each token; making spans.
**
** One look-up a list and token: common words, words of the entity rules,
** given names.  A conjunction و or ف is taken off when the word with it is
** in no list: linear, a few hash probes a word.
*/
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

CSTO_TABLE(common_words);
CSTO_TABLE(entity_words);
CSTO_TABLE(given_names);

#define WAW "\xd9\x88"
#define FA "\xd9\x81"
#define AL "\xd8\xa7\xd9\x84"

static unsigned word_class(const char *s, size_t n) {
  unsigned c = 0;
  csto_hit h = csto_table_find(&csto_table_entity_words, s, n);
  for (; h; h = csto_table_next(&csto_table_entity_words, h)) {
    const char *k = csto_table_cell(
        &csto_table_entity_words,
        csto_table_row(&csto_table_entity_words, h), 1);
    if (!strcmp(k, "end")) c |= CSTO_W_END;
    else if (!strcmp(k, "qual")) c |= CSTO_W_QUAL;
    else if (!strcmp(k, "adj")) c |= CSTO_W_ADJ;
    else c |= CSTO_W_PREP;
  }
  if (csto_table_find(&csto_table_common_words, s, n)) c |= CSTO_W_COMMON;
  if (csto_table_find(&csto_table_given_names, s, n)) c |= CSTO_W_GIVEN;
  return c;
}

int csto_ework_words(csto_ework *w) {
  csto_doc *d = w->d;
  size_t i;
  w->cls = csto_arena_zalloc(&d->arena, d->ntokens + 1);
  w->conj = csto_arena_zalloc(&d->arena, d->ntokens + 1);
  if (!w->cls || !w->conj) return CSTO_NOMEM;
  for (i = 0; i < d->ntokens; i++) {
    const csto_token *t = &d->tokens[i];
    const char *s = t->norm;
    size_t n = t->nnorm;
    unsigned c;
    if (t->kind != CSTO_T_WORD) continue;
    c = word_class(s, n);
    if (!c && n > 6 && (!memcmp(s, WAW, 2) || !memcmp(s, FA, 2))) {
      unsigned rest = word_class(s + 2, n - 2);
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
