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

/* U+0620 to U+065F as they count here: alefs alike, ى as ي, ة as ه; 0 for
** marks and tatweel. */
static const uint8_t arabic[64] = {
  0x20, 0x21, 0x27, 0x27, 0x24, 0x27, 0x26, 0x27, 0x28, 0x47, 0x2A, 0x2B,
  0x2C, 0x2D, 0x2E, 0x2F, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37,
  0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F, 0,    0x41, 0x42, 0x43,
  0x44, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4A,
};

/* The letter as it counts here, 0: a mark, 1: no letter. */
static inline uint32_t letter(uint32_t c) {
  if (c - 0x620u < 64) {
    uint32_t x = arabic[c - 0x620u];
    return x ? 0x600 + x : 0;
  }
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z' ? (c | 32) : 1;
  if (c == 0x670) return 0;
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
  uint32_t w[24] = {0};
  size_t k, len = 0;
  uint64_t h;
  while (p < end) {
    uint32_t c;
    if (end - p >= 2 && (p[0] & 0xFE) == 0xD8 && (p[1] & 0xC0) == 0x80) {
      c = letter(((uint32_t)(p[0] & 0x1F) << 6) | (p[1] & 0x3Fu));
      k = 2;
    } else if (*p < 0x80) {
      c = letter(*p);
      k = 1;
    } else {
      c = letter(csto_utf8_get(p, end, &k));
    }
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
