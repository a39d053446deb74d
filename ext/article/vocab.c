/* vocab.c - content words as hashes of their first letters, without article
** and one-letter clitics: enough to see that وزيرا and الوزير belong to one
** story.  Words of three letters or fewer are left out, as are digits.
*/
#include "article/vocab.h"
#include <string.h>
#include "base/hash.h"
#include "base/rc.h"
#include "text/utf8.h"

int csto_vocab_init(csto_vocab *v, csto_arena *a, size_t max) {
  size_t n = 64;
  while (n < max * 2) n *= 2;
  v->slots = csto_arena_zalloc(a, n * sizeof *v->slots);
  v->mask = n - 1;
  v->used = 0;
  v->max = max;
  return v->slots ? CSTO_OK : CSTO_NOMEM;
}

/* The letter as it counts here, 0: a mark, 1: no letter. */
static uint32_t letter(uint32_t c) {
  if (c < 0x80) {
    if ((c | 32) >= 'a' && (c | 32) <= 'z') return c | 32;
    return 1;
  }
  if (c >= 0x620 && c <= 0x64A) {
    if (c == 0x622 || c == 0x623 || c == 0x625) return 0x627;
    if (c == 0x649) return 0x64A;
    if (c == 0x629) return 0x647;
    if (c == 0x640) return 0;
    return c;
  }
  if ((c >= 0x64B && c <= 0x65F) || c == 0x670) return 0;
  if (c == 0x6CC) return 0x64A;
  if (c == 0x6A9) return 0x643;
  if (c >= 0x671 && c <= 0x6D3) return c;
  if (c >= 0xC0 && c < 0x600) return c;
  return 1;
}

/* The key of a word of n letters, 0: not a content word. */
static uint64_t key(const uint32_t *w, size_t n) {
  const uint32_t alef = 0x627, lam = 0x644, waw = 0x648, fa = 0x641,
                 ba = 0x628, kaf = 0x643;
  uint64_t h = 0;
  size_t i, from = 0;
  if (n >= 6 && w[1] == alef && w[2] == lam &&
      (w[0] == waw || w[0] == fa || w[0] == ba || w[0] == kaf))
    from = 3;
  else if (n >= 5 && w[0] == alef && w[1] == lam) from = 2;
  else if (n >= 5 && w[0] == lam && w[1] == lam) from = 2;
  else if (n >= 6 && (w[0] == waw || w[0] == lam || w[0] == ba)) from = 1;
  if (n - from < 3 || n < 4) return 0;
  for (i = from; i < n && i < from + 4; i++) h = h * 0x10001 + w[i];
  return csto_mix64(h) | 1;
}

typedef void each_word(void *ctx, uint64_t key);

static void walk(const char *s, size_t n, each_word *f, void *ctx) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  uint32_t w[24];
  size_t k, len = 0;
  uint64_t h;
  while (p < end) {
    uint32_t c = letter(csto_utf8_get(p, end, &k));
    p += k;
    if (c > 1) {
      if (len < 24) w[len++] = c;
    } else if (c == 1) {
      if ((h = key(w, len)) != 0) f(ctx, h);
      len = 0;
    }
  }
  if ((h = key(w, len)) != 0) f(ctx, h);
}

static void add(void *ctx, uint64_t h) {
  csto_vocab *v = ctx;
  size_t i = (size_t)h & v->mask;
  if (v->used >= v->max) return;
  while (v->slots[i] && v->slots[i] != h) i = (i + 1) & v->mask;
  if (!v->slots[i]) {
    v->slots[i] = h;
    v->used++;
  }
}

void csto_vocab_add(csto_vocab *v, const char *s, size_t n) {
  if (v->used < v->max) walk(s, n, add, v);
}

typedef struct count {
  const csto_vocab *v;
  unsigned hit, all;
} count;

static void look(void *ctx, uint64_t h) {
  count *c = ctx;
  size_t i = (size_t)h & c->v->mask;
  while (c->v->slots[i] && c->v->slots[i] != h) i = (i + 1) & c->v->mask;
  c->hit += c->v->slots[i] == h;
  c->all++;
}

unsigned csto_vocab_share(const csto_vocab *v, const char *s, size_t n,
                          unsigned *all) {
  count c = {v, 0, 0};
  walk(s, n, look, &c);
  *all = c.all;
  return c.hit;
}
