/* known.c - finds the words of a document among those met before; see known.h.
**
** A word may stand in either of two places beside each other; the one read
** longest ago makes room.
*/
#include "text/known.h"
#include <string.h>

#define AHEAD 8    /* tokens between asking memory for a place and looking */

static uint64_t key_of(const csto_token *t) {
  return (csto_token_hash(t, 0) + t->kind * 0x9e3779b97f4a7c15ULL) | 1;
}

static struct csto_known_word *place(csto_known *k, uint64_t key) {
  return k->word + ((key >> (64 - CSTO_KNOWN_BITS)) & ~(uint64_t)1);
}

/* The word's place, made when it has none; NULL when the document itself
** fills both. */
static struct csto_known_word *find(csto_known *k, uint64_t key) {
  struct csto_known_word *w = place(k, key);
  if (w->key == key) return w;
  if (w[1].key == key) return w + 1;
  w += w[1].used < w->used;
  if (w->used == k->now) return NULL;
  w->key = key;
  w->mute = 0;
  memset(k->note[w - k->word], 0, sizeof *k->note);
  return w;
}

void csto_known_init(csto_known *k) {
  memset(k, 0, sizeof *k);
  csto_arena_init(&k->arena);
}

void csto_known_free(csto_known *k) { csto_arena_free(&k->arena); }

void csto_known_read(csto_known *k, csto_doc *d) {
  size_t i, n = d->ntokens;
  d->known = k;
  d->turn = ++k->now;
  for (i = 0; i < n + AHEAD; i++) {
    csto_token *t = d->tokens + i - AHEAD;
    struct csto_known_word *w;
    if (i < n) __builtin_prefetch(place(k, key_of(d->tokens + i)));
    if (i < AHEAD) continue;
    w = find(k, key_of(t));
    if (!w) continue;
    w->used = k->now;
    __builtin_prefetch(k->note[w - k->word]);
    t->known = (uint16_t)(w - k->word + 1);
    t->mute |= w->mute;
  }
}
