/* tagger.c - names by the sequence model.
**
** HOW IT WORKS.  A sentence's tokens become features (features.c); their
** int8 rows (model.h) add up to the scores of every label of all layers at
** once.  Each layer is a linear chain (chain.c): its best spans and their
** probabilities, which a table made on the development articles turns into
** the chance that the span is right.  The layers' spans are put together, the
** clitics before a name left out.
**
** Cost: about 40 checks and 20 rows a token; memory for one window of at most
** WINDOW tokens.
*/
#include "entity/tagger.h"
#include <string.h>
#include "base/rc.h"
#include "entity/chain.h"
#include "entity/features.h"

#define WINDOW CSTO_WINDOW

typedef struct span {
  uint8_t layer, type;      /* type: csto_etype */
  uint32_t a, b;            /* tokens of the window */
  float p;
} span;

typedef struct work {
  csto_atom atom[WINDOW];
  int16_t acc[WINDOW][CSTO_NCOL];
  const int16_t (*word[WINDOW])[CSTO_NCOL];   /* by place */
  int16_t sum[WINDOW][5][CSTO_NCOL];          /* of words without csto_sum */
  int16_t bos[5][CSTO_NCOL], eos[5][CSTO_NCOL];
  csto_chain chain[CSTO_NCHAIN];
  csto_lattice lattice;
  span span[WINDOW * CSTO_NCHAIN];
  size_t nspan;
} work;

typedef struct tagging {
  const csto_model *m;
  csto_doc *d;
  work *k;
  csto_mention *out;
  size_t n, cap;
  int raw;
} tagging;

static const uint8_t type_of[CSTO_NCHAIN][4] = {
  {CSTO_PERSON, CSTO_ORG, CSTO_GPE, CSTO_LOC},
  {CSTO_ROLE, CSTO_EVENT, CSTO_DOC_, 0},
  {CSTO_NORP, CSTO_GPE, 0, 0}};

/* ---- emissions ---- */

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
  size_t j;
  for (j = 0; j < x->nf; j++)
    __builtin_prefetch(m->checks + csto_model_slot(m, x->f[j]));
}

/* The rows that the features have. */
static void ask_rows(const csto_model *m, feats *x) {
  size_t j, n = 0;
  for (j = 0; j < x->nf; j++) {
    unsigned has;
    x->row[n] = csto_model_place(m, x->f[j], &has);
    n += has;
  }
  x->nrow = n;
  for (j = 0; j < n; j++) __builtin_prefetch(m->rows + x->row[j]);
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

void csto_word_sums(const csto_model *m, const csto_atom *x,
                    int16_t v[5][CSTO_NCOL]) {
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

/* The sums of every word by place. */
static void word_sums(const csto_model *m, work *k, size_t n) {
  size_t i;
  for (i = 0; i < n; i++) {
    const csto_sum *s = csto_model_sum(m, k->atom[i].w);
    if (s) {
      const char *p = (const char *)s;
      k->word[i] = s->v;
      __builtin_prefetch(p), __builtin_prefetch(p + 64);
      __builtin_prefetch(p + 128), __builtin_prefetch(p + 192);
    } else {
      csto_word_sums(m, k->atom + i, k->sum[i]);
      k->word[i] = k->sum[i];
    }
  }
}

/* Adds to token i what the words around it say. */
static void add_words(work *k, size_t n, size_t i) {
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

static void emissions(const csto_model *m, work *k, size_t n) {
  feats ring[4];
  size_t i;
  word_sums(m, k, n);
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

/* ---- spans ---- */

static int is_quote(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (*t->norm == '"' || strcmp(t->norm, "«") == 0 ||
          strcmp(t->norm, "»") == 0);
}

/* Quotation marks stand in pairs: حزب "الوفاق takes its closing mark, and a
** name between marks loses the one that it caught; other punctuation ends
** no name. */
static void marks(const csto_token *t, size_t n, span *s) {
  uint32_t i, quotes = 0;
  for (i = s->a; i < s->b; i++) quotes += (uint32_t)is_quote(t + i);
  if (quotes & 1) {
    if (is_quote(t + s->b - 1) && s->b - s->a > 1) s->b--;
    else if (is_quote(t + s->a) && s->b - s->a > 1) s->a++;
    else if (s->b < n && is_quote(t + s->b)) s->b++;
  }
  while (s->b - s->a > 1 && t[s->b - 1].kind == CSTO_T_PUNCT &&
         !is_quote(t + s->b - 1) && *t[s->b - 1].norm != ')') s->b--;
}

/* A name that goes over a verb with و to a second trigger is two: الحرب
** العالمية الثانية وبدأت الحرب الباردة. */
static void split(work *k, span *s) {
  uint32_t i;
  unsigned bit = s->type == CSTO_EVENT ? 32 : s->type == CSTO_DOC_ ? 64 : 0;
  for (i = s->a + 1; bit && i + 1 < s->b; i++) {
    const csto_atom *x = k->atom + i;
    span *t;
    if (x->clitic != 1 || x->def || !(x[1].list & bit) || !x[1].def)
      continue;
    t = k->span + k->nspan++;
    *t = *s;
    s->b = i, t->a = i + 1;
    return;
  }
}

static void layer_spans(work *k, const csto_token *t, size_t n,
                        unsigned l) {
  const csto_chain *c = k->chain + l;
  csto_lattice *g = &k->lattice;
  size_t i, j;
  if (!csto_chain_best(c, g, k->acc, n)) return;
  csto_chain_sums(c, g, k->acc, n);
  for (i = 0; i < n; i = j) {
    unsigned y = g->path[i], step = csto_layer_step[l], type;
    span *s;
    j = i + 1;
    if (y == 0) continue;
    type = (y - 1) / step;
    if (step == 2) while (j < n && g->path[j] == y + 1) j++;
    else if ((y - 1) % step == 0)
      while (j < n && (g->path[j - 1] - 1u) % step != 2) j++;
    s = k->span + k->nspan++;
    s->layer = (uint8_t)l, s->type = type_of[l][type];
    s->a = (uint32_t)i, s->b = (uint32_t)j;
    s->p = csto_chain_chance(c, g, n, i, j, type);
    marks(t, n, s);
    split(k, s);
  }
}

/* An inner GPE counts inside an institution or a place, at its end, or where
** the core layer saw nothing. */
static int inner_place(const work *k, const span *s) {
  size_t i;
  for (i = 0; i < k->nspan; i++) {
    const span *c = k->span + i;
    if (c->layer != CSTO_L_CORE || c->b <= s->a || c->a >= s->b) continue;
    if (c->type == CSTO_PERSON) return 0;
    return s->a > c->a && s->b <= c->b;
  }
  return 1;
}

/* Folded bytes of the clitics before the name in token t. */
static size_t clitics(const csto_token *t, const int16_t *acc) {
  const char *s = t->norm;
  size_t n = t->nnorm;
  int can[4] = {1, 0, 0, 0}, conj, prep, k, best = 0;
  if (t->kind != CSTO_T_WORD || n < 6) return 0;
#define IS(p, l) (memcmp((p), (l), 2) == 0)
  conj = IS(s, "و") || IS(s, "ف");
  prep = IS(s, "ب") || IS(s, "ك") || IS(s, "ل");
  can[1] = conj || prep;
  can[2] = n >= 8 && ((conj && (IS(s + 2, "ب") || IS(s + 2, "ك") ||
                                IS(s + 2, "ل"))) ||
                      (IS(s, "ل") && IS(s + 2, "ل")));
  can[3] = n >= 10 && conj && IS(s + 2, "ل") && IS(s + 4, "ل");
#undef IS
  for (k = 1; k < 4; k++)
    if (can[k] && acc[k - 1] > (best ? acc[best - 1] : 0)) best = k;
  return (size_t)best * 2;
}

static float calibrated(const csto_model_head *h, int type, float p) {
  const float *c = h->cal[type];
  int i = 1;
  while (i < CSTO_KNOTS - 1 && p > csto_knot[i]) i++;
  if (p > 1) p = 1;
  return c[i - 1] + (c[i] - c[i - 1]) * (p - csto_knot[i - 1]) /
                    (csto_knot[i] - csto_knot[i - 1]);
}

static int emit(tagging *g, size_t first, const span *s) {
  const csto_token *t = g->d->tokens + first;
  csto_mention *o = csto_arena_grow(&g->d->arena, g->out, g->n, &g->cap,
                                    sizeof *o);
  size_t cut;
  if (!o) return CSTO_NOMEM;
  g->out = o;
  o += g->n++;
  memset(o, 0, sizeof *o);
  cut = clitics(t + s->a,
                g->k->acc[s->a] + csto_layer_at[CSTO_L_TRIM]);
  o->type = (csto_etype)s->type;
  o->tok = (uint32_t)first + s->a, o->tokend = (uint32_t)first + s->b;
  o->start = cut ? csto_doc_offset(g->d, o->tok, cut) : t[s->a].start;
  o->end = t[s->b - 1].end;
  o->rule = "model";
  o->score = g->raw ? s->p : calibrated(g->m->head, s->type, s->p);
  o->sentence = t[s->a].sentence;
  o->entity = -1;
  o->name = csto_arena_str(&g->d->arena, g->d->text + o->start,
                           o->end - o->start);
  return o->name ? CSTO_OK : CSTO_NOMEM;
}

static int window(tagging *g, size_t first, size_t n) {
  work *k = g->k;
  size_t i;
  unsigned l;
  int rc;
  csto_atoms(g->m, g->d->tokens + first, n, k->atom);
  emissions(g->m, k, n);
  k->nspan = 0;
  for (l = 0; l < CSTO_NCHAIN; l++)
    layer_spans(k, g->d->tokens + first, n, l);
  for (i = 0; i < k->nspan; i++) {
    const span *s = k->span + i;
    if (s->layer == CSTO_L_INNER && s->type == CSTO_GPE &&
        !inner_place(k, s)) continue;
    rc = emit(g, first, s);
    if (rc != CSTO_OK) return rc;
  }
  return CSTO_OK;
}

/* By start, the longer first: insertion, for nearly sorted input. */
static void order(csto_mention *m, size_t n) {
  size_t i, j;
  for (i = 1; i < n; i++) {
    csto_mention t = m[i];
    for (j = i; j > 0 && (m[j - 1].start > t.start ||
                          (m[j - 1].start == t.start &&
                           m[j - 1].end < t.end)); j--)
      m[j] = m[j - 1];
    m[j] = t;
  }
}

int csto_tag_with(const csto_model *m, csto_doc *d, int raw,
                  csto_mention **out, size_t *nout) {
  tagging g;
  size_t i;
  memset(&g, 0, sizeof g);
  *out = NULL, *nout = 0;
  g.m = m, g.d = d, g.raw = raw;
  g.k = csto_arena_alloc(&d->arena, sizeof *g.k);
  if (!g.k) return CSTO_NOMEM;
  for (i = 0; i < CSTO_NCHAIN; i++)
    csto_chain_init(g.k->chain + i, m->head, (unsigned)i);
  csto_word_sums(m, &csto_atom_bos, g.k->bos);
  csto_word_sums(m, &csto_atom_eos, g.k->eos);
  for (i = 0; i < d->nsentences; i++) {
    size_t a = d->sentences[i].tok, b = d->sentences[i].tokend;
    while (a < b) {
      size_t n = b - a > WINDOW ? WINDOW : b - a, from = g.n;
      int rc = window(&g, a, n);
      if (rc != CSTO_OK) return rc;
      if (g.n > from) order(g.out + from, g.n - from);
      a += n;
    }
  }
  *out = g.out, *nout = g.n;
  return CSTO_OK;
}

int csto_tag(csto_doc *d, csto_mention **out, size_t *nout) {
  csto_model m;
  *out = NULL, *nout = 0;
  if (csto_model_get(&m)) return CSTO_OK;
  return csto_tag_with(&m, d, 0, out, nout);
}
