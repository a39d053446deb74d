/* map.c - open addressing with doubling; see map.h. */
#include "entity/map.h"
#include "base/hash.h"
#include <string.h>

void csto_emap_init(csto_emap *m, csto_arena *arena) {
  memset(m, 0, sizeof *m);
  m->arena = arena;
}

static uint64_t key_hash(const char *key, size_t n, int space) {
  uint64_t h = csto_hash(key, n, (uint64_t)space + 1);
  return h ? h : 1;
}

/* Most keys that are asked for are not there, and most of these have none of
** the bits of those that are. */
static uint64_t bit_of(const char *key, size_t n, int space) {
  unsigned a = n > 1 ? (unsigned char)key[n - 1] * 7u : 0;
  unsigned b = n > 3 ? (unsigned char)key[n - 3] * 3u : 0;
  return (uint64_t)1 << ((a + b + (unsigned)n + (unsigned)space * 11u) & 63);
}

static struct csto_emap_slot *find(const csto_emap *m, uint64_t h) {
  size_t i = (size_t)h & (m->nslot - 1);
  while (m->slots[i].hash && m->slots[i].hash != h)
    i = (i + 1) & (m->nslot - 1);
  return &m->slots[i];
}

static int grow(csto_emap *m) {
  struct csto_emap_slot *old = m->slots;
  size_t i, n = m->nslot;
  m->nslot = n ? n * 2 : 64;
  m->slots = csto_arena_zalloc(m->arena, m->nslot * sizeof *m->slots);
  if (!m->slots) {
    m->slots = old;
    m->nslot = n;
    return 0;
  }
  for (i = 0; i < n; i++)
    if (old[i].hash) *find(m, old[i].hash) = old[i];
  csto_arena_drop(m->arena, old);
  return 1;
}

int32_t *csto_emap_put(csto_emap *m, const char *key, size_t n, int space,
                       int32_t fresh) {
  uint64_t h = key_hash(key, n, space);
  struct csto_emap_slot *s;
  if (m->used * 2 >= m->nslot && !grow(m)) return NULL;
  m->some |= bit_of(key, n, space);
  m->ends |= csto_emap_end(key, n);
  s = find(m, h);
  if (!s->hash) {
    s->hash = h;
    s->value = fresh;
    m->used++;
  }
  return &s->value;
}

int32_t csto_emap_get(const csto_emap *m, const char *key, size_t n,
                      int space, int32_t none) {
  const struct csto_emap_slot *s;
  if (!(m->some & bit_of(key, n, space))) return none;
  s = find(m, key_hash(key, n, space));
  return s->hash ? s->value : none;
}
