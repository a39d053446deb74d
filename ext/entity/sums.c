/* sums.c - adds up rows of weights; see sums.h.
**
** HOW IT WORKS.  Rows lie in a megabyte and a half at random places, so
** waiting for memory is the cost.  Each token goes through three steps: its
** features' checks are asked for, those that are there ask for their rows, the
** rows are added; the steps of three tokens in a row are taken in turns.
*/
#include "entity/sums.h"
#include <string.h>

/* Sixteen weights at a time, as eight numbers of two bytes: the low bytes are
** even columns, the high ones odd.  A last eight of a row are half of that. */
typedef int16_t v8 __attribute__((vector_size(16)));
typedef uint16_t u8 __attribute__((vector_size(16)));

#define PARTS (CSTO_NCOL / 8)
#define PAIRS ((CSTO_NCOL + 15) / 16)

static inline v8 weights(const int8_t *w, int pair) {
  typedef int64_t d2 __attribute__((vector_size(16)));
  int64_t half;
  v8 x;
  if (pair < CSTO_NCOL / 16) {
    memcpy(&x, w + pair * 16, 16);
    return x;
  }
  memcpy(&half, w + pair * 16, 8);
  return (v8)(d2){half, 0};
}

/* Features of one token, on their way to its sum: the steps of several
** tokens are taken in turns, so that each finds in the cache what the one
** before has asked for. */
typedef struct feats {
  uint64_t f[CSTO_NFEAT];
  uint32_t row[CSTO_NFEAT];
  size_t nf, nrow;
} feats;

static void ask_checks(const csto_model *m, const feats *x) {
  const csto_check *checks = m->checks;
  unsigned shift = m->line_shift;
  size_t j, n = x->nf;
  for (j = 0; j < n; j++) __builtin_prefetch(checks + (x->f[j] >> shift));
}

/* The rows that the features have. */
static void ask_rows(const csto_model *m, feats *x) {
  const csto_check *checks = m->checks;
  const csto_row *rows = m->rows;
  unsigned shift = m->line_shift, has;
  size_t j, nf = x->nf, n = 0;
  for (j = 0; j < nf; j++) {
    uint64_t h = x->f[j];
    size_t slot = (size_t)(h >> shift);
    uint32_t row = csto_model_row(checks[slot], slot, h, &has);
    x->row[n] = row;
    n += has;
    __builtin_prefetch(rows + (row & -has));   /* without one, the first */
  }
  x->nrow = n;
}

/* Adds the rows to v. */
static void add_rows(const csto_model *m, const feats *x, int16_t *v) {
  v8 even[PAIRS], odd[PAIRS];
  size_t j;
  int p, k;
  memset(even, 0, sizeof even);
  memset(odd, 0, sizeof odd);
  for (j = 0; j < x->nrow; j++)
    for (p = 0; p < PAIRS; p++) {
      v8 w = weights(m->rows[x->row[j]].w, p);
      even[p] += (v8)((u8)w << 8) >> 8;
      odd[p] += w >> 8;
    }
  for (p = 0; p < PAIRS; p++)
    for (k = 0; k < 8 && p * 16 + k * 2 < CSTO_NCOL; k++) {
      v[p * 16 + k * 2] = (int16_t)(v[p * 16 + k * 2] + even[p][k]);
      v[p * 16 + k * 2 + 1] = (int16_t)(v[p * 16 + k * 2 + 1] + odd[p][k]);
    }
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

static uint64_t key_of(const csto_token *t) {
  return (csto_token_hash(t, 0) + t->kind * 0x9e3779b97f4a7c15ULL) | 1;
}

static size_t place_of(uint64_t key) {
  return (size_t)(key >> (64 - CSTO_RECALL_BITS));
}

/* May the word be kept?  Not the first time, and not in a place that this
** window reads. */
static int keeps(csto_recall *r, uint64_t key) {
  uint16_t *met = r->met + (key >> (62 - CSTO_RECALL_BITS));
  uint16_t mark = (uint16_t)key;
  if (*met == mark) return r->used[place_of(key)] != r->now;
  *met = mark;
  return 0;
}

/* What word i says by itself: recalled, or found and perhaps kept. */
static void recall(csto_sums *k, const csto_model *m, csto_recall *r,
                   const csto_token *t, size_t i) {
  uint64_t key = key_of(t);
  size_t at = place_of(key);
  struct csto_recalled *e = r->word + at;
  if (r->key[at] != key) {
    csto_atom_word(m, t, k->atom + i);
    if (t->kind == CSTO_T_NUMBER || !keeps(r, key)) {
      k->word[i] = sums_of(m, k->atom + i, k->sum[i]);
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
  k->word[i] = e->v;
}

static void words(csto_sums *k, const csto_model *m, csto_recall *r,
                  const csto_token *tok, size_t n) {
  size_t i;
  if (!r) {
    for (i = 0; i < n; i++) {
      csto_atom_word(m, tok + i, k->atom + i);
      k->word[i] = sums_of(m, k->atom + i, k->sum[i]);
    }
    return;
  }
  r->now++;
  for (i = 0; i < n; i++) {
    uint64_t key = key_of(tok + i);
    const char *p = (const char *)(r->word + place_of(key));
    if (r->key[place_of(key)] == key)
      __builtin_prefetch(p), __builtin_prefetch(p + 64);
    else if (tok[i].kind != CSTO_T_NUMBER)
      csto_model_ask(m, csto_word_hash(tok[i].norm, tok[i].nnorm));
  }
  for (i = 0; i < n; i++) recall(k, m, r, tok + i, i);
}

/* Adds to token i what the words around it say. */
static void add_words(csto_sums *k, size_t n, size_t i) {
  v8 a[PARTS], b[PARTS];
  int place, p;
  memcpy(a, k->acc[i], sizeof a);
  for (place = 0; place < 5; place++) {
    size_t j = i + (size_t)place - 2;
    const int16_t *v = i + (size_t)place < 2 ? k->bos[place]
                       : j >= n ? k->eos[place] : k->word[j][place];
    memcpy(b, v, sizeof b);
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
  csto_atoms_join(m, tok, n, k->atom);
  for (i = 0; i < n + 2; i++) {
    if (i < n) {
      feats *x = ring + (i & 3);
      x->nf = csto_pair_features(k->atom, n, i, x->f);
      ask_checks(m, x);
    }
    if (i >= 1 && i - 1 < n) ask_rows(m, ring + ((i - 1) & 3));
    if (i >= 2) {
      memset(k->acc[i - 2], 0, sizeof *k->acc);
      add_rows(m, ring + ((i - 2) & 3), k->acc[i - 2]);
      add_words(k, n, i - 2);
    }
  }
}
