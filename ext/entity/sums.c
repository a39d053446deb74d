/* sums.c - adds up rows of weights; see sums.h.
**
** HOW IT WORKS.  Rows lie in a megabyte and a half at random places, so
** waiting for memory is the cost.  Each token goes through three steps: its
** features' checks are asked for, those that are there ask for their rows, the
** rows are added; the steps of three tokens in a row are taken in turns.
*/
#include "entity/sums.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Sixteen weights at a time, as eight numbers of two bytes: the low bytes are
** even columns, the high ones odd.  Of the last eight columns of a row two
** rows make sixteen. */
typedef int16_t v8 __attribute__((vector_size(16)));
typedef uint16_t u8 __attribute__((vector_size(16)));
typedef int64_t d2 __attribute__((vector_size(16)));

/* The same in memory, at any place. */
typedef int16_t v8u __attribute__((vector_size(16), aligned(1), may_alias));
typedef int64_t d1 __attribute__((aligned(1), may_alias));

#define PARTS (CSTO_NCOL / 8)

/* Features of one token, on their way to its sum: the steps of several
** tokens are taken in turns, so that each finds in the cache what the one
** before has asked for. */
typedef struct feats {
  uint64_t f[CSTO_NFEAT + 3];
  uint32_t row[CSTO_NFEAT + 1];   /* where it stands, in bytes */
  size_t nf, nrow;
} feats;

static void ask_checks(const csto_model *m, feats *x) {
  const csto_check *checks = m->checks;
  uint32_t slots = m->slots;
  size_t j, n = x->nf;
  x->f[n] = x->f[n + 1] = x->f[n + 2] = 0;
  for (j = 0; j < n; j += 4) {
    __builtin_prefetch(checks + csto_model_slot(slots, x->f[j]));
    __builtin_prefetch(checks + csto_model_slot(slots, x->f[j + 1]));
    __builtin_prefetch(checks + csto_model_slot(slots, x->f[j + 2]));
    __builtin_prefetch(checks + csto_model_slot(slots, x->f[j + 3]));
  }
}

/* The rows that the features have. */
static void ask_rows(const csto_model *m, feats *x) {
  const csto_check *checks = m->checks;
  const char *rows = (const char *)m->rows;
  uint32_t slots = m->slots;
  size_t j, n = 0;
  const uint64_t *f = x->f, *end = f + x->nf;
  for (; f < end; f++) {
    size_t slot = csto_model_slot(slots, *f);
    n += csto_model_row(checks + slot, slot, *f, x->row + n);
  }
  x->nrow = n;
  for (j = 0; j < n; j++) {
    __builtin_prefetch(rows + x->row[j]);
    __builtin_prefetch(rows + x->row[j] + sizeof(csto_row) - 1);
  }
}

/* Sums of bytes in numbers of two: all of them (that run over as they may: the
** low bytes are what is wanted), and the high bytes. */
typedef struct pairs {
  u8 all;
  v8 high;
} pairs;

/* The low bytes get 128 more, so that none of them is negative: then what
** `all` has beside the high bytes is the sum of the low ones. */
static inline void add(pairs *b, v8 w) {
  w ^= (v8){128, 128, 128, 128, 128, 128, 128, 128};
  b->all += (u8)w;
  b->high += w >> 8;
}

/* Makes `all` the sums of the low bytes of n vectors. */
static inline void part(pairs *b, size_t n) {
  b->all -= ((u8)b->high << 8) + (uint16_t)(128 * n);
}

/* v[0..8) += the first (or last) four even and four odd columns in turns. */
static inline void weave(int16_t *v, const pairs *b, int last) {
  v8 w;
#ifdef __SSE2__
  __m128i x = (__m128i)b->all, y = (__m128i)b->high;
  w = (v8)(last ? _mm_unpackhi_epi16(x, y) : _mm_unpacklo_epi16(x, y));
#else
  const v8 x = (v8)b->all, y = b->high;
  int k = last * 4;
  w = (v8){x[k], y[k], x[k + 1], y[k + 1],
           x[k + 2], y[k + 2], x[k + 3], y[k + 3]};
#endif
  w += *(const v8u *)v;
  *(v8u *)v = w;
}

/* Adds the rows to v: the first sixteen columns row by row, the others of two
** rows at a time; an odd number is made even by a row of nothing. */
static void add_rows(const csto_model *m, const feats *x, int16_t *v) {
  static const csto_row none;
  const char *rows = (const char *)m->rows;
  pairs a = {{0}, {0}}, z = {{0}, {0}};
  size_t j, n = x->nrow;
  for (j = 0; j < n; j += 2) {
    const char *r = rows + x->row[j];
    const char *q = j + 1 < n ? rows + x->row[j + 1] : (const char *)&none;
    add(&a, *(const v8u *)r);
    add(&a, *(const v8u *)q);
    add(&z, (v8)(d2){*(const d1 *)(r + 16), *(const d1 *)(q + 16)});
  }
  part(&a, j);
  part(&z, j / 2);
  weave(v, &a, 0);
  weave(v + 8, &a, 1);
  weave(v + 16, &z, 0);
  weave(v + 16, &z, 1);
}

void csto_word_sums(const csto_model *m, const csto_atom *x, csto_cols v[5]) {
  feats f[5];
  int place;
  memset(v, 0, 5 * sizeof *v);
  for (place = 0; place < 5; place++) {
    f[place].nf = csto_word_features(x, place, f[place].f);
    ask_checks(m, f + place);
  }
  for (place = 0; place < 5; place++) ask_rows(m, f + place);
  for (place = 0; place < 5; place++) add_rows(m, f + place, v[place]);
}

static void ask_sums(const csto_cols *v) {
  const char *p = (const char *)v;
  size_t i;
  for (i = 0; i < 5 * sizeof *v; i += 64) __builtin_prefetch(p + i);
}

/* The sums of a word, in the model or in `own`. */
static const csto_cols *sums_of(const csto_model *m, const csto_atom *x,
                                csto_cols *own) {
  const csto_sum *s = csto_model_sum(m, x->w);
  if (s) {
    ask_sums(s->v);
    return s->v;
  }
  csto_word_sums(m, x, own);
  return (const csto_cols *)own;
}

/* Of a number only its length counts (features.c). */
static uint64_t key_of(const csto_token *t) {
  if (t->kind == CSTO_T_NUMBER)
    return csto_mix64(t->nnorm > 5 ? 5 : t->nnorm) | 1;
  return (csto_token_hash(t, 0) + t->kind * 0x9e3779b97f4a7c15ULL) | 1;
}

/* Where the word is, or would be: in one of two places beside each other, that
** which was read longer ago. */
static size_t place_of(const csto_recall *r, uint64_t key) {
  size_t at = (size_t)(key >> (64 - CSTO_RECALL_BITS)) & ~(size_t)1;
  if (r->key[at] == key) return at;
  return at + (r->key[at + 1] == key || r->used[at + 1] < r->used[at]);
}

/* May the word be kept?  Not the first time, and not in a place that this
** window reads. */
static int keeps(csto_recall *r, uint64_t key, size_t at) {
  uint16_t *met = r->met + (key >> (62 - CSTO_RECALL_BITS));
  uint16_t mark = (uint16_t)key;
  if (*met == mark) return r->used[at] != r->now;
  *met = mark;
  return 0;
}

/* What word i says by itself: recalled, or found and perhaps kept. */
static void recall(csto_sums *k, const csto_model *m, csto_recall *r,
                   const csto_token *t, size_t i) {
  uint64_t key = key_of(t);
  size_t at = place_of(r, key);
  struct csto_recalled *e = r->word + at;
  if (r->key[at] != key) {
    csto_atom_word(m, t, k->atom + i);
    if (!keeps(r, key, at)) {
      k->word[i + 2] = sums_of(m, k->atom + i, k->sum[i]);
      return;
    }
    e->atom = k->atom[i];
    e->v = sums_of(m, &e->atom, e->own);
    r->key[at] = key;
  } else {
    ask_sums(e->v);
    k->atom[i] = e->atom;
  }
  r->used[at] = r->now;
  k->word[i + 2] = e->v;
}

static void words(csto_sums *k, const csto_model *m, csto_recall *r,
                  const csto_token *tok, size_t n) {
  size_t i;
  if (!r) {
    for (i = 0; i < n; i++) {
      csto_atom_word(m, tok + i, k->atom + i);
      k->word[i + 2] = sums_of(m, k->atom + i, k->sum[i]);
    }
    return;
  }
  r->now++;
  for (i = 0; i < n; i++) {
    uint64_t key = key_of(tok + i);
    size_t at = place_of(r, key);
    const char *p = (const char *)(r->word + at);
    if (r->key[at] == key)
      __builtin_prefetch(p), __builtin_prefetch(p + 64);
    else
      csto_model_ask(m, csto_word_hash(tok[i].norm, tok[i].nnorm));
  }
  for (i = 0; i < n; i++) recall(k, m, r, tok + i, i);
}

/* Begins token i's sums with what the words around it say. */
static void add_words(csto_sums *k, size_t i) {
  const csto_cols *const *word = k->word + i;   /* two before it, and so on */
  v8 a[PARTS], b[PARTS];
  int place, p;
  memcpy(a, word[0][0], sizeof a);
  for (place = 1; place < 5; place++) {
    memcpy(b, word[place][place], sizeof b);
    for (p = 0; p < PARTS; p++) a[p] += b[p];
  }
  memcpy(k->acc[i], a, sizeof a);
}

void csto_sums_init(csto_sums *k, const csto_model *m) {
  csto_word_sums(m, &csto_atom_bos, k->bos);
  csto_word_sums(m, &csto_atom_eos, k->eos);
}

void csto_sums_window(csto_sums *k, const csto_model *m, csto_recall *r,
                      const csto_token *tok, size_t n) {
  feats ring[4];
  size_t i;
  words(k, m, r, tok, n);
  k->word[0] = k->word[1] = (const csto_cols *)k->bos;
  k->word[n + 2] = k->word[n + 3] = (const csto_cols *)k->eos;
  csto_atoms_join(m, tok, n, k->atom);
  for (i = 0; i < n + 2; i++) {
    if (i < n) {
      feats *x = ring + (i & 3);
      x->nf = csto_pair_features(k->atom, n, i, x->f);
      ask_checks(m, x);
    }
    if (i >= 1 && i - 1 < n) ask_rows(m, ring + ((i - 1) & 3));
    if (i >= 2) {
      add_words(k, i - 2);
      add_rows(m, ring + ((i - 2) & 3), k->acc[i - 2]);
    }
  }
}
