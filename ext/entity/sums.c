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
  const csto_row *row[CSTO_NWORDFEAT + 1];
  uint8_t upto[CSTO_NWORDFEAT + 1], nf[5];
} fresh;

static void find(const csto_model *m, fresh *x) {
  const uint8_t *n = x->nf;
  csto_weights_count(m, x->f, (size_t)(n[0] + n[1] + n[2] + n[3] + n[4]),
                     x->row, x->upto);
}

static void add(const fresh *x, csto_cols *v) {
  size_t j = 0, k = 0;
  int place;
  memset(v, 0, 5 * sizeof *v);
  for (place = 0; place < 5; place++) {
    size_t from = k;
    k = x->upto[j += x->nf[place]];
    csto_weights_add(x->row + from, k - from, v[place]);
  }
}

void csto_word_sums(const csto_model *m, const csto_atom *x, csto_cols v[5]) {
  fresh y;
  csto_ask_word(m, x, y.f, y.nf);
  find(m, &y);
  add(&y, v);
}

typedef int16_t v8 __attribute__((vector_size(16)));
typedef int16_t v8u __attribute__((vector_size(16), aligned(2), may_alias));
typedef int8_t b8u __attribute__((vector_size(8), aligned(1), may_alias));

/* Sums made bytes, the nearest where they do not fit; 1 when some do not. */
static int to_bytes(const int16_t *v, csto_row *to) {
  v8 over = {0};
  uint64_t any[2];
  int p;
  for (p = 0; p < CSTO_NCOL; p += 8) {
    v8 x = *(const v8u *)(v + p), high = x > 127, low = x < -128;
    v8 y = (x & ~(high | low)) | (high & 127) | (low & -128);
    *(b8u *)(to->w + p) = __builtin_convertvector(y, b8u);
    over |= x ^ y;
  }
  memcpy(any, &over, sizeof any);
  return (any[0] | any[1]) != 0;
}

/* Says what v sums up, or that it does not fit. */
static void pack(csto_says *o, const csto_cols *v) {
  int j, n = 0;
  memcpy(o->own, v[2], sizeof o->own);
  o->more = 0, o->col = 0;
  o->wide = (uint8_t)(to_bytes(v[0], o->near) |
                      to_bytes(v[3], o->near + 2) |
                      to_bytes(v[4], o->near + 3));
  if (!to_bytes(v[1], o->near + 1)) return;
  for (j = 0; j < CSTO_NCOL; j++) {
    int more = v[1][j] - o->near[1].w[j];
    if (more) o->more = (int16_t)more, o->col = (uint8_t)j, n++;
  }
  if (n > 1 || o->wide) o->more = 0, o->wide = 1;
}

static void find_out(csto_sums *k, const csto_model *m) {
  fresh ring[4];
  size_t i, n = k->nfresh;
  for (i = 0; i < n + 2; i++) {
    fresh *x = ring + (i & 3);
    if (i < n) csto_ask_word(m, k->atom + k->fresh[i].at, x->f, x->nf);
    if (i >= 1 && i - 1 < n) find(m, ring + ((i - 1) & 3));
    if (i >= 2) {
      const struct csto_new *o = k->fresh + (i - 2);
      csto_cols *v = k->wide[o->at + 2];
      add(ring + ((i - 2) & 3), v);
      if (o->says) pack(o->says, v);
    }
  }
}

/* What word i says, known to the model or found out later: told in `says`. */
static void tell(csto_sums *k, const csto_model *m, size_t i,
                 csto_says *says) {
  const csto_sum *s = csto_model_sum(m, k->atom[i].w);
  k->word[i + 2] = says;
  if (s) {
    pack(says, s->v);
    return;
  }
  k->fresh[k->nfresh].at = i;
  k->fresh[k->nfresh++].says = says;
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
  memcpy(k->atom + i, e->atom, sizeof e->atom);
  k->word[i + 2] = &e->says;
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
    tell(k, m, i, k->own + i);
    return;
  }
  e = r->word + at;
  r->slot[at].key = key, r->slot[at].used = r->now;
  memcpy(e->atom, k->atom + i, sizeof e->atom);
  tell(k, m, i, &e->says);
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

/* Of words whose sums do not fit into what is kept of them. */
static void spell_out(csto_sums *k, const csto_model *m,
                      const csto_token *tok, size_t n) {
  size_t i;
  csto_atom a;
  for (i = 0; i < n; i++) {
    if (!k->word[i + 2]->wide) continue;
    csto_atom_word(m, tok + i, &a);
    csto_word_sums(m, &a, k->wide[i + 2]);
  }
}

/* Without a recall nothing is packed: all sums stand in `wide`. */
static void words(csto_sums *k, const csto_model *m, csto_recall *r,
                  const csto_token *tok, size_t n) {
  static const csto_says wide = {.wide = 1};
  unsigned wides = (k->bos.wide | k->eos.wide | !r);
  size_t i;
  k->nfresh = 0;
  k->word[0] = k->word[1] = r ? &k->bos : &wide;
  k->word[n + 2] = k->word[n + 3] = r ? &k->eos : &wide;
  if (r) recall_all(k, m, r, tok, n);
  for (i = 0; i < n && !r; i++) {
    csto_atom_word(m, tok + i, k->atom + i);
    k->word[i + 2] = &wide;
    k->fresh[i].at = i, k->fresh[i].says = NULL;
    k->nfresh++;
  }
  find_out(k, m);
  for (i = 0; i < n && r; i++) wides |= k->word[i + 2]->wide;
  k->wides = wides != 0;
  if (!wides) return;
  if (r) spell_out(k, m, tok, n);
  csto_word_sums(m, &csto_atom_eos, k->wide[n + 2]);
  memcpy(k->wide[n + 3], k->wide[n + 2], sizeof *k->wide);
}

void csto_recall_init(csto_recall *r, const csto_model *m) {
  memset(r->slot, 0, sizeof r->slot);
  memset(r->met, 0, sizeof r->met);
  r->now = 0;
  csto_classes_init(&r->classes, m);
}

/* ---- windows */

/* The rows of a token, on their way to its sums: those of the features that
** join tokens first, then those of the words and classes around it. */
typedef struct joins {
  uint64_t f[CSTO_NFEAT];
  const csto_row *row[CSTO_NFEAT + 4 + CSTO_SAID + 1];
  size_t nf, nrow;
} joins;

static inline void plus(int16_t *v, const int16_t *w) {
  int p;
  for (p = 0; p < CSTO_NCOL; p += 8) *(v8u *)(v + p) += *(const v8u *)(w + p);
}

/* What is kept of what a word says at place j. */
static int said(const csto_says *s, int j, int p) {
  return j == 2 ? s->own[p] : s->near[j - (j > 2)].w[p];
}

/* What the words around token i say beside their rows. */
static void more(const csto_sums *k, size_t i, int16_t *v) {
  const csto_says *before = k->word[i + 1];
  int j, p;
  v[before->col] = (int16_t)(v[before->col] + before->more);
  for (j = 0; k->wides && j < 5; j++) {
    if (!k->word[i + (size_t)j]->wide) continue;
    for (p = 0; p < CSTO_NCOL; p++)
      v[p] = (int16_t)(v[p] + k->wide[i + (size_t)j][j][p] -
                       said(k->word[i + (size_t)j], j, p));
  }
}

/* Token i's sums. */
static void sum_up(csto_sums *k, const csto_classes *c, size_t n, size_t i,
                   joins *x) {
  const csto_says *const *word = k->word + i;   /* two before it, and so on */
  const csto_row **row = x->row + x->nrow;
  int16_t *v = k->acc[i];
  memcpy(v, word[2]->own, sizeof word[2]->own);
  row[0] = word[0]->near, row[1] = word[1]->near + 1;
  row[2] = word[3]->near + 2, row[3] = word[4]->near + 3;
  if (c) {
    const csto_atom *a = k->atom + i, *w[5];
    w[0] = i > 1 ? a - 2 : &csto_atom_bos;
    w[1] = i > 0 ? a - 1 : &csto_atom_bos;
    w[2] = a;
    w[3] = i + 1 < n ? a + 1 : &csto_atom_eos;
    w[4] = i + 2 < n ? a + 2 : &csto_atom_eos;
    plus(v, csto_classes_say(c, w, row + 4));
    row += CSTO_SAID;
  }
  row[4] = row[3];
  csto_weights_add(x->row, (size_t)(row + 4 - x->row), v);
  if (word[1]->more || k->wides) more(k, i, v);
}

void csto_sums_init(csto_sums *k, const csto_model *m) {
  csto_word_sums(m, &csto_atom_bos, k->wide[0]);
  memcpy(k->wide[1], k->wide[0], sizeof *k->wide);
  pack(&k->bos, k->wide[0]);
  csto_word_sums(m, &csto_atom_eos, k->wide[2]);
  pack(&k->eos, k->wide[2]);
}

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
    if (i >= 2) sum_up(k, c, n, i - 2, z);
  }
}
