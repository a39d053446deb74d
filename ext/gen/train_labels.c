/* train_labels.c - annotated spans as labels of tokens.
**
** A token gets a bit set of allowed labels, by layer: one bit where the
** annotation is sure, two where a corpus does not tell places from places
** with a government.  Spans that cross a layer's earlier span are left out.
*/
#include "gen/train.h"

/* Type number of a layer + 1, 0: not of the layer. */
static const int8_t core_of[CSTO_NETYPE] = {
    [CSTO_PERSON] = 1, [CSTO_ORG] = 2, [CSTO_GPE] = 3, [CSTO_LOC] = 4};
static const int8_t outer_of[CSTO_NETYPE] = {
    [CSTO_ROLE] = 1, [CSTO_EVENT] = 2, [CSTO_DOC_] = 3};
static const int8_t inner_of[CSTO_NETYPE] = {
    [CSTO_NORP] = 1, [CSTO_GPE] = 2};

static int inside(const gold *a, const gold *b) {
  return a->start >= b->start && a->end <= b->end &&
         b->end - b->start > a->end - a->start;
}

/* Is g the outermost among the golds with a column in `of`? */
static int outermost(const sent *s, const gold *g, const int8_t *of) {
  size_t i;
  for (i = 0; i < s->ng; i++)
    if (s->g[i].type >= 0 && of[s->g[i].type] && inside(g, s->g + i))
      return 0;
  return 1;
}

static size_t token_at(const csto_doc *d, uint32_t byte) {
  size_t i = 0;
  while (i < d->ntokens && d->tokens[i].end <= byte) i++;
  return i;
}

#define BITS(l) ((((uint64_t)1 << csto_layer_n[l]) - 1) << layer_bit[l])

/* Labels tokens [a, b) as a span of the type in the layer, unless taken;
** places: it may be GPE or LOC. */
static void mark(uint64_t *lab, unsigned l, int type, size_t a, size_t b,
                 int places) {
  size_t i;
  for (i = a; i < b; i++)
    if (lab[i] & BITS(l)) return;
  for (i = a; i < b; i++) {
    unsigned y = csto_label(l, (unsigned)type, i > a);
    lab[i] |= (uint64_t)1 << (layer_bit[l] + y);
    if (places)
      lab[i] |= (uint64_t)1 << (layer_bit[l] + y + csto_layer_step[l]);
  }
}

static int clitic_label(const csto_token *t, uint32_t start) {
  /* letters cut before the name, by original bytes of two a letter */
  uint32_t k = start > t->start ? start - t->start : 0;
  if (k == 0) return 0;
  if (k == 2) return 1;
  if (k == 4) return 2;
  if (k == 6) return 3;
  return -1;
}

void sent_labels(const sent *s, uint64_t *lab, uint8_t *layers) {
  size_t i, n = s->doc.ntokens;
  unsigned l;
  int pass;
  *layers = full(s->src) ? 15 : 1;
  for (i = 0; i < n; i++) lab[i] = 0;
  /* the inner layer takes nationalities first, then places */
  for (pass = 0; pass < 2; pass++)
    for (i = 0; i < s->ng; i++) {
      const gold *g = s->g + i;
      size_t a = token_at(&s->doc, g->start), b = token_at(&s->doc, g->end);
      int k;
      if (b < n && s->doc.tokens[b].start < g->end) b++;
      if (g->type < 0 || a >= b) continue;
      if (pass == (g->type != CSTO_NORP)) {
        if (inner_of[g->type] && !g->place)
          mark(lab, 2, inner_of[g->type] - 1, a, b, 0);
        if (core_of[g->type] && outermost(s, g, core_of))
          mark(lab, 0, core_of[g->type] - 1, a, b, g->place);
        if (outer_of[g->type] && outermost(s, g, outer_of))
          mark(lab, 1, outer_of[g->type] - 1, a, b, 0);
      }
      k = clitic_label(s->doc.tokens + a, g->start);
      if (full(s->src) && k >= 0 && !(lab[a] & BITS(3)))
        lab[a] |= (uint64_t)1 << (layer_bit[3] + k);
    }
  for (i = 0; i < n; i++)
    for (l = 0; l < CSTO_NCHAIN; l++)
      if (!(lab[i] & BITS(l))) lab[i] |= (uint64_t)1 << layer_bit[l];
}
