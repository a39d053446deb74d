/* sums.c - sums of what words, classes and their joins say; see sums.h.
**
** HOW IT WORKS.  The words of a window are looked up in the recall in three
** rounds, each of which asks memory for what the next will read.  Those that
** it does not have are found out about together (weights.h: the steps of three
** in turns); then each token gets what is kept of the words and classes around
** it, and the rows of its other features.
*/
#include "entity/sums.h"
#include <string.h>
#include "base/hash.h"

/* ---- words that are not kept */

/* The features of a word on their way to its sums: how many at each place. */
typedef struct fresh {
  uint64_t f[CSTO_NWORDFEAT];
  uint32_t row[CSTO_NWORDFEAT + 1];
  uint8_t upto[CSTO_NWORDFEAT + 1], nf[5];
} fresh;

static void find(const csto_model *m, fresh *x) {
  const uint8_t *n = x->nf;
  csto_weights_count(m, x->f, (size_t)(n[0] + n[1] + n[2] + n[3] + n[4]),
                     x->row, x->upto);
}

static void add(const csto_model *m, const fresh *x, csto_cols *v) {
  size_t j = 0, k = 0;
  int place;
  memset(v, 0, 5 * sizeof *v);
  for (place = 0; place < 5; place++) {
    size_t from = k;
    k = x->upto[j += x->nf[place]];
    csto_weights_add(m, x->row + from, k - from, v[place]);
  }
}

void csto_word_sums(const csto_model *m, const csto_atom *x, csto_cols v[5]) {
  fresh y;
  csto_ask_word(m, x, y.f, y.nf);
  find(m, &y);
  add(m, &y, v);
}

static void find_out(csto_sums *k, const csto_model *m) {
  fresh ring[4];
  size_t i, n = k->nfresh;
  for (i = 0; i < n + 2; i++) {
    fresh *x = ring + (i & 3);
    if (i < n) csto_ask_word(m, k->atom + k->fresh[i].at, x->f, x->nf);
    if (i >= 1 && i - 1 < n) find(m, ring + ((i - 1) & 3));
    if (i >= 2) add(m, ring + ((i - 2) & 3), k->fresh[i - 2].sum);
  }
}

/* The word's sums, in the model or found out later: told in `sum`. */
static void tell(csto_sums *k, const csto_model *m, size_t i, csto_cols *sum) {
  const csto_sum *s = csto_model_sum(m, k->atom[i].w);
  k->word[i + 2] = (const csto_cols *)sum;
  if (s) {
    memcpy(sum, s->v, sizeof s->v);
    return;
  }
  k->fresh[k->nfresh].at = i;
  k->fresh[k->nfresh++].sum = sum;
}

/* ---- words that are */

/* Of a number only its length counts (features.c). */
static uint64_t key_of(const csto_token *t) {
  if (t->kind == CSTO_T_NUMBER)
    return csto_mix64(t->nnorm > 5 ? 5 : t->nnorm) | 1;
  return (csto_token_hash(t, 0) + t->kind * 0x9e3779b97f4a7c15ULL) | 1;
}

enum { WAYS = 4 };

/* The first of the places beside each other where a word may be. */
static size_t places_of(uint64_t key) {
  return (size_t)(key >> (64 - CSTO_RECALL_BITS)) & ~(size_t)(WAYS - 1);
}

/* Where the word is, or CSTO_NOWHERE. */
static size_t place_of(const csto_recall *r, uint64_t key) {
  size_t at = places_of(key);
  const struct csto_recalled *s = r->slot + at;
  unsigned is = (unsigned)(s[1].key == key) | (unsigned)(s[2].key == key) << 1 |
                (unsigned)(s[3].key == key) * 3;
  return is || s->key == key ? at + is : CSTO_NOWHERE;
}

/* Where it would be: that which was read the longest ago. */
static size_t place_for(const csto_recall *r, uint64_t key) {
  size_t at = places_of(key), old = at, i;
  for (i = 1; i < WAYS; i++)
    if (r->slot[at + i].used < r->slot[old].used) old = at + i;
  return old;
}

static uint16_t *met(csto_recall *r, uint64_t key) {
  return r->met + (key >> (62 - CSTO_RECALL_BITS));
}

/* May the word be kept?  Not the first time, unless the place is free, and
** not in one that this window reads. */
static int keeps(csto_recall *r, uint64_t key, size_t at) {
  uint16_t *was = met(r, key), mark = (uint16_t)key;
  if (*was == mark || !r->slot[at].key) return r->slot[at].used != r->now;
  *was = mark;
  return 0;
}

static void ask_told(const csto_told *e) {
  const char *p = (const char *)e;
  size_t i;
  for (i = 0; i < sizeof *e; i += 64) __builtin_prefetch(p + i);
}

static void take(csto_sums *k, const csto_told *e, size_t i) {
  k->atom[i] = e->atom;
  k->word[i + 2] = (const csto_cols *)e->sum;
}

/* Word i, which was not there: found out, and perhaps kept, or come in with a
** word of this window. */
static void learn(csto_sums *k, const csto_model *m, csto_recall *r,
                  const csto_token *t, size_t i) {
  uint64_t key = k->look[i].key;
  size_t at = place_of(r, key);
  csto_told *e;
  if (at != CSTO_NOWHERE) {
    take(k, r->word + at, i);
    return;
  }
  at = place_for(r, key);
  csto_atom_word(m, t, k->atom + i);
  if (!keeps(r, key, at)) {
    tell(k, m, i, k->own[i]);
    return;
  }
  e = r->word + at;
  r->slot[at].key = key, r->slot[at].used = r->now;
  e->atom = k->atom[i];
  tell(k, m, i, e->sum);
}

static void recall_all(csto_sums *k, const csto_model *m, csto_recall *r,
                       const csto_token *tok, size_t n) {
  struct csto_look *x = k->look;
  size_t i;
  r->now++;
  for (i = 0; i < n; i++) {
    x[i].key = key_of(tok + i);
    __builtin_prefetch(r->slot + places_of(x[i].key));
  }
  for (i = 0; i < n; i++) {
    size_t at = x[i].at = place_of(r, x[i].key);
    if (at != CSTO_NOWHERE) {
      r->slot[at].used = r->now;
      ask_told(r->word + at);
    } else {
      __builtin_prefetch(met(r, x[i].key));
      csto_model_ask(m, csto_word_hash(tok[i].norm, tok[i].nnorm));
    }
  }
  for (i = 0; i < n; i++)
    if (x[i].at != CSTO_NOWHERE) take(k, r->word + x[i].at, i);
    else learn(k, m, r, tok + i, i);
}

static void words(csto_sums *k, const csto_model *m, csto_recall *r,
                  const csto_token *tok, size_t n) {
  size_t i;
  k->nfresh = 0;
  k->word[0] = k->word[1] = (const csto_cols *)k->bos;
  k->word[n + 2] = k->word[n + 3] = (const csto_cols *)k->eos;
  if (r) recall_all(k, m, r, tok, n);
  for (i = 0; i < n && !r; i++) {
    csto_atom_word(m, tok + i, k->atom + i);
    tell(k, m, i, k->own[i]);
  }
  find_out(k, m);
}

void csto_recall_init(csto_recall *r, const csto_model *m) {
  memset(r->slot, 0, sizeof r->slot);
  memset(r->met, 0, sizeof r->met);
  r->now = 0;
  csto_classes_init(&r->classes, m);
}

/* ---- windows */

typedef int16_t v8 __attribute__((vector_size(16)));
typedef int16_t v8u __attribute__((vector_size(16), aligned(2), may_alias));
typedef int8_t b8u __attribute__((vector_size(8), aligned(1), may_alias));

#define PARTS (CSTO_NCOL / 8)

static inline void plus(v8 *a, const int16_t *v) {
  int p;
  for (p = 0; p < PARTS; p++) a[p] += ((const v8u *)v)[p];
}

static inline void plus_row(v8 *a, const csto_row *w) {
  int p;
  for (p = 0; p < PARTS; p++)
    a[p] += __builtin_convertvector(((const b8u *)w->w)[p], v8);
}

/* Begins token i's sums with what the words and classes around it say. */
static void begin(csto_sums *k, const csto_classes *c, size_t n, size_t i) {
  const csto_cols *const *word = k->word + i;   /* two before it, and so on */
  const csto_atom *x = k->atom + i, *w[5];
  csto_said s;
  v8 a[PARTS];
  int j;
  memcpy(a, word[0][0], sizeof a);
  for (j = 1; j < 5; j++) plus(a, word[j][j]);
  if (c) {
    w[0] = i > 1 ? x - 2 : &csto_atom_bos;
    w[1] = i > 0 ? x - 1 : &csto_atom_bos;
    w[2] = x;
    w[3] = i + 1 < n ? x + 1 : &csto_atom_eos;
    w[4] = i + 2 < n ? x + 2 : &csto_atom_eos;
    csto_classes_say(c, w, &s);
    for (j = 0; j < 4; j++) plus_row(a, s.row[j]), plus(a, s.sum[j]);
  }
  memcpy(k->acc[i], a, sizeof a);
}

void csto_sums_init(csto_sums *k, const csto_model *m) {
  csto_word_sums(m, &csto_atom_bos, k->bos);
  csto_word_sums(m, &csto_atom_eos, k->eos);
}

/* The features that join tokens, on their way to the sums. */
typedef struct joins {
  uint64_t f[CSTO_NFEAT];
  uint32_t row[CSTO_NFEAT + 1];
  size_t nf, nrow;
} joins;

void csto_sums_window(csto_sums *k, const csto_model *m, csto_recall *r,
                      const csto_token *tok, size_t n) {
  const csto_classes *c = r ? &r->classes : NULL;
  joins ring[4];
  size_t i;
  words(k, m, r, tok, n);
  csto_atoms_join(m, tok, n, k->atom);
  for (i = 0; i < n + 2; i++) {
    joins *x = ring + (i & 3), *y = ring + ((i - 1) & 3),
          *z = ring + ((i - 2) & 3);
    if (i < n && c) {
      const csto_atom *a = k->atom + i;
      csto_classes_ask(c, a->coarse, i + 1 < n ? a[1].coarse : 0);
      x->nf = csto_ask_pair(m, k->atom, n, i, x->f);
    } else if (i < n) {
      x->nf = csto_pair_features(k->atom, n, i, x->f);
    }
    if (i >= 1 && i - 1 < n)
      y->nrow = csto_weights_find(m, y->f, y->nf, y->row);
    if (i >= 2) {
      begin(k, c, n, i - 2);
      csto_weights_add(m, z->row, z->nrow, k->acc[i - 2]);
    }
  }
}
