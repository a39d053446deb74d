/* model.c - views of the embedded model; see model.h. */
#include "entity/model.h"
#include <string.h>
#include "base/hash.h"

extern const unsigned char csto_model_blob[];
extern const unsigned char csto_model_blob_end[];

int csto_model_view(csto_model *m, const void *blob, size_t bytes) {
  const csto_model_head *h = blob;
  const char *base = blob;
  memset(m, 0, sizeof *m);
  if (bytes < sizeof *h || memcmp(h->magic, "CSTOTAG6", 8) != 0) return 1;
  if (h->bytes != bytes) return 1;   /* also a foreign byte order */
  if (h->slots < 2 || (h->slots & (h->slots - 1))) return 1;
  m->head = h;
  m->words = (const csto_word *)(const void *)(base + h->word_at);
  m->phrases = (const csto_phrase *)(const void *)(base + h->phrase_at);
  m->checks = (const csto_check *)(const void *)(base + h->check_at);
  m->rows = (const csto_row *)(const void *)(base + h->row_at);
  m->sums = (const csto_sum *)(const void *)(base + h->sum_at);
  m->letters = (const int8_t *)(const void *)(base + h->letter_at);
  m->sum_mask = (1u << h->sum_bits) - 1;
  m->word_mask = (1u << h->word_bits) - 1;
  m->phrase_mask = (1u << h->phrase_bits) - 1;
  m->shift = csto_model_shift(h->slots);
  return 0;
}

int csto_model_get(csto_model *m) {
  return csto_model_view(m, csto_model_blob,
      (size_t)(csto_model_blob_end - csto_model_blob));
}

uint64_t csto_word_hash(const char *s, size_t n) {
  return csto_hash(s, n, 0x7461676765720001ULL);
}

const csto_word *csto_model_word(const csto_model *m, uint64_t h) {
  uint32_t key = (uint32_t)(h >> 32) | 1, i = (uint32_t)h & m->word_mask;
  for (; m->words[i].key != 0; i = (i + 1) & m->word_mask)
    if (m->words[i].key == key) return m->words + i;
  return NULL;
}

const csto_phrase *csto_model_phrase(const csto_model *m, uint64_t h) {
  uint32_t key = (uint32_t)(h >> 32) | 1, i = (uint32_t)h & m->phrase_mask;
  for (; m->phrases[i].key != 0; i = (i + 1) & m->phrase_mask)
    if (m->phrases[i].key == key) return m->phrases + i;
  return NULL;
}

int csto_legal(unsigned layer, unsigned from, unsigned to) {
  int inside = csto_layer_step[layer] == 2 && to != CSTO_MAXLAB && to != 0 &&
               to % 2 == 0;
  return !inside || (from != CSTO_MAXLAB && from != 0 &&
                     (from - 1) / 2 == (to - 1) / 2);
}
