/* train_pack.c - chooses the features that have room, quantizes, packs. */
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>
#include "entity/sums.h"

/* What a feature is worth: the square of its weights as shipped. */
static float worth(const crf *c, uint32_t id) {
  const float *w = c->w + (size_t)id * ROWW;
  float s = 0;
  int y;
  for (y = 0; y < CSTO_NCOL; y++) s += w[y] * w[y];
  return s;
}

void pack_choose(const crf *c, uint32_t n, uint8_t *keep) {
  uint32_t i, *slot = xmalloc((size_t)n * 2 * sizeof *slot);
  unsigned shift = csto_model_shift(n);
  uint32_t kept = 0;
  memset(slot, 0, (size_t)n * 2 * sizeof *slot);
  memset(keep, 0, c->nid + 1);
  for (i = 1; i <= c->nid; i++) {
    uint32_t *s = slot + csto_model_slot(shift, c->hash[i]) * 2, t = i;
    float v = worth(c, i);
    if (v < 0.004f) continue;
    if (!s[0] || worth(c, s[0]) < v) t = s[0], s[0] = i;
    if (t && (!s[1] || worth(c, s[1]) < worth(c, t))) s[1] = t;
  }
  for (i = 0; i < 2 * n; i++)
    if (slot[i]) keep[slot[i]] = 1, kept++;
  fprintf(stderr, "pack: %u of %u features have room\n", kept, c->nid);
  free(slot);
}

static int8_t quant(float w, float scale) {
  float q = w / scale;
  int v = (int)(q < 0 ? q - 0.5f : q + 0.5f);
  return (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
}

static uint32_t align(uint32_t n) { return (n + 63) / 64 * 64; }

/* The most frequent word of each slot. */
static void pack_sums(const crf *c, const csto_model *m, csto_sum *sums) {
  uint32_t *best = xmalloc((m->sum_mask + 1) * sizeof *best), i;
  memset(best, 0, (m->sum_mask + 1) * sizeof *best);
  for (i = 0; i < c->ctype; i++) {
    const wtype *t = c->types + i, *b;
    uint32_t k = (uint32_t)t->atom.w & m->sum_mask;
    b = best[k] ? c->types + best[k] - 1 : NULL;
    if (t->count && (!b || t->count > b->count ||
        (t->count == b->count && t->atom.w < b->atom.w))) best[k] = i + 1;
  }
  for (i = 0; i <= m->sum_mask; i++) {
    const wtype *t = c->types + best[i] - 1;
    if (!best[i]) continue;
    csto_word_sums(m, &t->atom, sums[i].v);
    sums[i].key = (uint32_t)(t->atom.w >> 32) | 1;
  }
  free(best);
}

#define LETTERS (CSTO_LETTERS * CSTO_LETTERS * CSTO_LETTERS)

char *pack_blob(const words *w, const crf *c, uint32_t slots, float scale,
                size_t *bytes) {
  csto_model_head h = w->head;
  uint32_t wb = (uint32_t)sizeof(csto_word) << h.word_bits;
  uint32_t pb = (uint32_t)sizeof(csto_phrase) << h.phrase_bits;
  uint32_t kb = (uint32_t)sizeof(csto_check) * slots;
  uint32_t rb = (uint32_t)sizeof(csto_row) * 2 * slots, i;
  uint8_t *keep = xmalloc(c->nid + 1);
  csto_check *checks;
  csto_row *rows;
  char *blob;
  csto_model m;
  int y;
  memcpy(h.magic, "CSTOTAG6", 8);
  h.slots = slots;
  h.word_at = align((uint32_t)sizeof h);
  h.check_at = align(h.word_at + wb);
  h.row_at = align(h.check_at + kb);
  h.sum_bits = 11;
  h.sum_at = align(h.row_at + rb);
  /* last, as it goes into a file of its own */
  h.letter_at = align(h.sum_at + ((uint32_t)sizeof(csto_sum) << h.sum_bits));
  h.phrase_at = align(h.letter_at + LETTERS);
  h.bytes = h.phrase_at + pb;
  h.scale = scale;
  memcpy(h.trans, c->trans, sizeof h.trans);
  memcpy(h.start, c->start, sizeof h.start);
  blob = xmalloc(h.bytes);
  memset(blob, 0, h.bytes);
  memcpy(blob, &h, sizeof h);
  memcpy(blob + h.word_at, w->words, wb);
  memcpy(blob + h.phrase_at, w->phrases, pb);
  memcpy(blob + h.letter_at, w->letters, LETTERS);
  checks = (csto_check *)(void *)(blob + h.check_at);
  rows = (csto_row *)(void *)(blob + h.row_at);
  pack_choose(c, slots, keep);
  for (i = 1; i <= c->nid; i++) {
    size_t at = csto_model_slot(csto_model_shift(slots), c->hash[i]);
    const float *v = c->w + (size_t)i * ROWW;
    csto_row *r;
    int second;
    if (!keep[i]) continue;
    second = checks[at].of[0] != 0;
    checks[at].of[second] = (uint16_t)(c->hash[i] | 1);
    r = rows + at * 2 + second;
    for (y = 0; y < CSTO_NCOL; y++) r->w[y] = quant(v[y], scale);
  }
  free(keep);
  if (csto_model_view(&m, blob, h.bytes)) abort();
  pack_sums(c, &m, (csto_sum *)(void *)(blob + h.sum_at));
  *bytes = h.bytes;
  return blob;
}
