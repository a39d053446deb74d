/* tagger.c - names by the sequence model.
**
** HOW IT WORKS.  A sentence's tokens become features (features.c); their
** int8 rows (model.h) add up to the scores of every label of all layers at
** once.  Each layer is a linear chain: Viterbi finds its best spans, forward
** and backward sums give each span's probability, which a table made on the
** development articles turns into the chance that the span is right.  The
** layers' spans are put together, the clitics before a name left out.
**
** Cost: about 60 cache lines and 300 multiplications a token; memory for
** one window of at most WINDOW tokens.
*/
#include "entity/tagger.h"
#include <string.h>
#include "base/rc.h"
#include "entity/features.h"

#define WINDOW 256

typedef struct span {
  uint8_t layer, type;      /* type: csto_etype */
  uint32_t a, b;            /* tokens of the window */
  float p;
} span;

/* The transitions of a layer, e^score, and the legal ones into a label. */
typedef struct chain {
  float tr[CSTO_MAXLAB][CSTO_MAXLAB], st[CSTO_MAXLAB], ends[CSTO_MAXLAB];
  uint8_t from[CSTO_MAXLAB][CSTO_MAXLAB], nfrom[CSTO_MAXLAB];
} chain;

typedef struct work {
  csto_atom atom[WINDOW];
  int16_t acc[WINDOW][CSTO_NCOL];
  const int16_t (*word[WINDOW])[CSTO_NCOL];   /* by place */
  int16_t sum[WINDOW][5][CSTO_NCOL];          /* of words without csto_sum */
  int16_t bos[5][CSTO_NCOL], eos[5][CSTO_NCOL];
  float x[WINDOW][CSTO_MAXLAB];       /* exp of the emission */
  float al[WINDOW][CSTO_MAXLAB], be[WINDOW][CSTO_MAXLAB];
  float s[WINDOW];                    /* scale of each step */
  uint8_t back[WINDOW][CSTO_MAXLAB];
  uint8_t path[WINDOW];
  chain chain[CSTO_NCHAIN];
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

/* e^x by powers of two and a polynomial: the same bits on every machine. */
static float expo(float x) {
  union { uint32_t u; float f; } s;
  float f;
  int32_t k;
  if (x < -60) return 0;
  if (x > 60) x = 60;
  x *= 1.44269504f;
  k = (int32_t)(x < 0 ? x - 0.5f : x + 0.5f);
  f = (x - (float)k) * 0.69314718f;
  s.u = (uint32_t)(k + 127) << 23;
  return s.f * (1 + f * (1 + f * (0.5f + f * (0.16666667f +
         f * (0.04166667f + f * 0.00833333f)))));
}

static void chains_init(const csto_model_head *h, work *k) {
  unsigned l, y, z;
  for (l = 0; l < CSTO_NCHAIN; l++)
    for (y = 0; y < csto_layer_n[l]; y++) {
      chain *c = k->chain + l;
      c->st[y] = csto_legal(l, CSTO_MAXLAB, y) ? expo(h->start[l][y]) : 0;
      c->ends[y] = csto_legal(l, y, CSTO_MAXLAB) ? 1 : 0;
      for (z = 0; z < csto_layer_n[l]; z++) {
        if (!csto_legal(l, y, z)) continue;
        c->tr[y][z] = expo(h->trans[l][y][z]);
        c->from[z][c->nfrom[z]++] = (uint8_t)y;
      }
    }
}

/* Eight weights at a time. */
typedef int16_t v8 __attribute__((vector_size(16)));
typedef int8_t b8 __attribute__((vector_size(8)));

static inline v8 weights(const csto_row *r, int part) {
  b8 b;
  memcpy(&b, (const char *)r + part * 8, 8);
  return __builtin_convertvector(b, v8);
}

/* Adds the rows of the features to v. */
static void add_rows(const csto_model *m, const uint64_t *f, size_t n,
                     int16_t *v) {
  v8 a, b, c;
  size_t j;
  memcpy(&a, v, 16), memcpy(&b, v + 8, 16), memcpy(&c, v + 16, 16);
  for (j = 0; j < n; j++)
    __builtin_prefetch(m->rows + ((f[j] >> m->line_shift) << 1));
  for (j = 0; j < n; j++) {
    const csto_row *r = csto_model_row(m, f[j]);
    if (r) a += weights(r, 0), b += weights(r, 1), c += weights(r, 2);
  }
  memcpy(v, &a, 16), memcpy(v + 8, &b, 16), memcpy(v + 16, &c, 16);
}

void csto_word_sums(const csto_model *m, const csto_atom *x,
                    int16_t v[5][CSTO_NCOL]) {
  uint64_t f[CSTO_NFEAT];
  int place;
  memset(v, 0, 5 * sizeof *v);
  for (place = 0; place < 5; place++) {
    size_t n = csto_word_features(x, place, f);
    add_rows(m, f, n, v[place]);
  }
}

static void add_sum(int16_t *restrict to, const int16_t *restrict v) {
  int y;
  for (y = 0; y < CSTO_NCOL; y++) to[y] = (int16_t)(to[y] + v[y]);
}

static void emissions(const csto_model *m, work *k, size_t n) {
  uint64_t f[CSTO_NFEAT];
  size_t i;
  int place;
  for (i = 0; i < n; i++) {
    const csto_sum *s = csto_model_sum(m, k->atom[i].w);
    if (s) {
      k->word[i] = s->v;
    } else {
      csto_word_sums(m, k->atom + i, k->sum[i]);
      k->word[i] = k->sum[i];
    }
  }
  for (i = 0; i < n; i++) {
    int16_t *acc = k->acc[i];
    memset(acc, 0, sizeof k->acc[i]);
    add_rows(m, f, csto_pair_features(k->atom, n, i, f), acc);
    for (place = 0; place < 5; place++) {
      size_t j = i + (size_t)place - 2;
      const int16_t *v = i + (size_t)place < 2 ? k->bos[place]
                         : j >= n ? k->eos[place] : k->word[j][place];
      add_sum(acc, v);
    }
  }
}

/* Scores of the labels of layer l at a token. */
static void scores(const csto_model_head *h, const int16_t *acc, unsigned l,
                   float *e) {
  unsigned y, L = csto_layer_n[l];
  const int16_t *a = acc + csto_layer_at[l];
  for (y = 0; y < L; y++) e[y] = a[y] * h->scale + h->bias[l][y];
}

/* Best labels of layer l; 0 when every token is O. */
static int viterbi(const csto_model_head *h, work *k, size_t n, unsigned l) {
  unsigned L = csto_layer_n[l], y, z;
  const chain *c = k->chain + l;
  float v[2][CSTO_MAXLAB], e[CSTO_MAXLAB];
  size_t i;
  int any = 0;
  if (n == 0) return 0;
  for (i = 0; i < n; i++) {
    float *now = v[i & 1], *was = v[(i + 1) & 1], top = -1e30f;
    scores(h, k->acc[i], l, e);
    for (y = 0; y < L; y++) {
      float best = -1e30f;
      unsigned from = 0;
      if (i == 0) {
        if (c->st[y] > 0) best = h->start[l][y];
      } else {
        for (z = 0; z < c->nfrom[y]; z++) {
          float t = was[c->from[y][z]] + h->trans[l][c->from[y][z]][y];
          if (t > best) best = t, from = c->from[y][z];
        }
      }
      now[y] = best + e[y];
      k->back[i][y] = (uint8_t)from;
      if (now[y] > top) top = now[y];
    }
    for (y = 0; y < L; y++) now[y] -= top;
  }
  y = 0;
  for (z = 1; z < L; z++)
    if (c->ends[z] > 0 && v[(n - 1) & 1][z] > v[(n - 1) & 1][y]) y = z;
  for (i = n; i-- > 0; y = k->back[i][y]) {
    k->path[i] = (uint8_t)y;
    any |= (int)y;
  }
  return any;
}

/* Forward and backward sums; al[i] * be[i] sums to 1 for every i. */
static void sums(const csto_model_head *h, work *k, size_t n, unsigned l) {
  unsigned L = csto_layer_n[l], y, z;
  const chain *c = k->chain + l;
  float e[CSTO_MAXLAB], end = 0;
  size_t i;
  for (i = 0; i < n; i++) {
    float top = -1e30f, sum = 0;
    scores(h, k->acc[i], l, e);
    for (y = 0; y < L; y++) if (e[y] > top) top = e[y];
    for (y = 0; y < L; y++) {
      float v = 0;
      k->x[i][y] = expo(e[y] - top) + 1e-20f;
      if (i == 0) v = c->st[y];
      else for (z = 0; z < c->nfrom[y]; z++)
        v += k->al[i - 1][c->from[y][z]] * c->tr[c->from[y][z]][y];
      k->al[i][y] = v * k->x[i][y];
      sum += k->al[i][y];
    }
    k->s[i] = sum;
    for (y = 0; y < L; y++) k->al[i][y] /= sum;
  }
  for (y = 0; y < L; y++) end += k->al[n - 1][y] * c->ends[y];
  for (y = 0; y < L; y++) k->be[n - 1][y] = c->ends[y] / (end + 1e-30f);
  for (i = n - 1; i-- > 0;) {
    float v[CSTO_MAXLAB] = {0};
    for (y = 0; y < L; y++) {
      float t = k->x[i + 1][y] * k->be[i + 1][y];
      for (z = 0; z < c->nfrom[y]; z++)
        v[c->from[y][z]] += c->tr[c->from[y][z]][y] * t;
    }
    for (y = 0; y < L; y++) k->be[i][y] = v[y] / k->s[i + 1];
  }
}

/* Probability that tokens [a, b) are one span of the type. */
static float chance(const work *k, size_t n, unsigned l, size_t a, size_t b,
                    unsigned type) {
  const chain *c = k->chain + l;
  unsigned z, L = csto_layer_n[l], last = csto_label(l, type, a, b, a);
  float p = k->al[a][last], end = 0;
  size_t i;
  for (i = a + 1; i < b; i++) {
    unsigned y = csto_label(l, type, a, b, i);
    p *= c->tr[last][y] * k->x[i][y] / k->s[i];
    last = y;
  }
  if (b == n) return p * k->be[n - 1][last];
  for (z = 0; z < L; z++)
    if (z != csto_label(l, type, a, b + 1, b))
      end += c->tr[last][z] * k->x[b][z] * k->be[b][z];
  return p * end / k->s[b];
}

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

static void layer_spans(const csto_model *m, work *k, const csto_token *t,
                        size_t n, unsigned l) {
  size_t i, j;
  if (!viterbi(m->head, k, n, l)) return;
  sums(m->head, k, n, l);
  for (i = 0; i < n; i = j) {
    unsigned y = k->path[i], step = csto_layer_step[l], type;
    span *s;
    j = i + 1;
    if (y == 0) continue;
    type = (y - 1) / step;
    if (step == 2) while (j < n && k->path[j] == y + 1) j++;
    else if ((y - 1) % step == 0)
      while (j < n && (k->path[j - 1] - 1u) % step != 2) j++;
    s = k->span + k->nspan++;
    s->layer = (uint8_t)l, s->type = type_of[l][type];
    s->a = (uint32_t)i, s->b = (uint32_t)j;
    s->p = chance(k, n, l, i, j, type);
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
    layer_spans(g->m, k, g->d->tokens + first, n, l);
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
  memset(g.k->chain, 0, sizeof g.k->chain);
  chains_init(m->head, g.k);
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
