/* known.c - finds the words of a document among those met before; see known.h.
**
** A word may stand in any of four places beside each other, which fill a cache
** line; the one read longest ago makes room.
*/
#include "text/known.h"
#include <string.h>

#define AHEAD 24   /* tokens between asking memory for a place and looking */
#define WAYS (CSTO_KNOWN_LINE / sizeof(struct csto_known_word))
_Static_assert(WAYS == 4, "find looks at four places");

static uint64_t key_of(const csto_token *t) {
  return (csto_token_hash(t, 0) + t->kind * 0x9e3779b97f4a7c15ULL) | 1;
}

/* The first of the word's places. */
static struct csto_known_word *place(csto_known *k, uint64_t key) {
  return k->word + ((key >> (64 - CSTO_KNOWN_BITS)) & ~(uint64_t)(WAYS - 1));
}

/* The word's place, made when it has none; NULL when the document itself
** fills them all.  Which of the four it is, is asked without branches, as
** nothing foretells it. */
static struct csto_known_word *find(csto_known *k, uint64_t key) {
  struct csto_known_word *w = place(k, key), *old = w;
  size_t i, is = (size_t)(w[1].key == key) | (size_t)(w[2].key == key) << 1 |
                 (size_t)(w[3].key == key) * 3;
  if (w[is].key == key) return w + is;
  for (i = 1; i < WAYS; i++)
    if (w[i].used < old->used) old = w + i;
  if (old->used == k->now) return NULL;
  old->key = key;
  old->mute = 0;
  memset(k->note[old - k->word], 0, sizeof *k->note);
  return old;
}

void csto_known_init(csto_known *k) {
  size_t n = (size_t)1 << CSTO_KNOWN_BITS;
  size_t past = (size_t)(uintptr_t)k->room % CSTO_KNOWN_LINE;
  unsigned char *room = k->room + (CSTO_KNOWN_LINE - past) % CSTO_KNOWN_LINE;
  k->now = 0;
  csto_arena_init(&k->arena);
  k->patterns = NULL;
  k->word = (struct csto_known_word *)(void *)room;
  memset(k->word, 0, n * sizeof *k->word);
  k->note = (csto_known_notes *)(void *)(room + n * sizeof *k->word);
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
    t->known = (uint32_t)(w - k->word + 1) & 0xffffff;
    t->mute |= w->mute & 255;
  }
}
