/* train_crf.c - stochastic training of the chains.
**
** Three linear-chain CRFs and one classifier share the features.  Each
** sentence is one AdaGrad step on the difference between the expected and
** the allowed labels; a label that a corpus does not tell apart (LOC of the
** older corpora is GPE or LOC here) leaves several allowed, and the
** expectation under the constraint takes the place of the gold label.
** Every feature has shared weights and, for corpora with guidelines of
** their own, weights of the corpus, which are thrown away at the end.
**
** The order of the sentences, the forms they are seen in and the features
** left out are drawn, and every draw gives another model: several runs from
** the same start, each over the whole, are averaged into a steadier one.
*/
#include "gen/train.h"
#include "base/hash.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* e^x for x <= 0 or small positive, the same bits everywhere. */
static float expo(float x) {
  float f, p;
  int32_t k;
  union { uint32_t u; float f; } s;
  if (x < -80) return 0;
  if (x > 80) x = 80;
  x *= 1.44269504f;
  k = (int32_t)(x < 0 ? x - 0.5f : x + 0.5f);
  f = (x - (float)k) * 0.69314718f;
  p = 1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.04166667f +
      f * (0.00833333f + f * 0.00138889f)))));
  s.u = (uint32_t)(k + 127) << 23;
  return p * s.f;
}

static uint32_t draw(crf *c) {
  c->rng ^= c->rng << 13, c->rng ^= c->rng >> 7, c->rng ^= c->rng << 17;
  return (uint32_t)(c->rng >> 32);
}

/* ---- features to ids */

typedef struct idslot { uint64_t h; uint32_t count, id; } idslot;
typedef struct idmap { idslot *s; uint64_t n, cap; } idmap;

static idslot *id_slot(idmap *m, uint64_t h) {
  uint64_t k = (h * 0x9e3779b97f4a7c15ULL) & (m->cap - 1);
  while (m->s[k].count && m->s[k].h != h) k = (k + 1) & (m->cap - 1);
  return m->s + k;
}

static void id_count(idmap *m, uint64_t h, uint32_t by) {
  idslot *s;
  if ((m->n + 1) * 2 > m->cap) {
    idmap b = *m;
    uint64_t i;
    m->cap = b.cap ? b.cap * 2 : 1 << 20;
    m->s = xmalloc(m->cap * sizeof *m->s);
    memset(m->s, 0, m->cap * sizeof *m->s);
    for (i = 0; i < b.cap; i++)
      if (b.s[i].count) *id_slot(m, b.s[i].h) = b.s[i];
    free(b.s);
  }
  s = id_slot(m, h);
  if (!s->count) m->n++, s->h = h;
  s->count += by;
}

typedef void (*each_fn)(crf *c, idmap *m, const sent *s, size_t first,
                        size_t n, const csto_atom *a, const uint64_t *lab,
                        uint8_t layers);

/* Some words become strangers, names or not: half of them are new to the
** model alone, half to the word table and the gazetteer as well. */
static void hide(crf *c, const recipe *r, size_t n, csto_atom *a) {
  size_t i;
  for (i = 0; i < n; i++) {
    uint32_t x = draw(c);
    if (a[i].like == 0 || x >= (uint32_t)(r->hide * 4294967295.0)) continue;
    a[i].w = (uint64_t)draw(c) << 32 | draw(c);
    a[i].b = a[i].k = a[i].w;
    if (x & 1) continue;
    a[i].fine = 0, a[i].coarse = a[i].freq = a[i].name = 0;
    a[i].known = a[i].gaz = a[i].kind = 0, a[i].list = 0;
  }
}

static void sample_sentence(crf *c, idmap *m, const sent *s, size_t first,
                            size_t n, const csto_atom *a,
                            const uint64_t *lab, uint8_t layers);

typedef struct visit {
  crf *c;
  idmap *m;
  const csto_model *v;
  const recipe *r;
  each_fn fn;
  uint32_t text;
  uint8_t form;
} visit;

static void visit_text(visit *x, const sent *s) {
  size_t j, n = s->doc.ntokens;
  csto_atom *a = xmalloc((n + 1) * sizeof *a);
  uint64_t *lab = xmalloc((n + 1) * sizeof *lab);
  uint8_t layers;
  sent_labels(s, lab, &layers);
  for (j = 0; j < s->doc.nsentences; j++) {
    const csto_sentence *t = s->doc.sentences + j;
    size_t k = t->tokend - t->tok;
    if (k == 0) continue;
    csto_atoms(x->v, s->doc.tokens + t->tok, k, a);
    if (x->form == 2) hide(x->c, x->r, k, a);
    x->fn(x->c, x->m, s, t->tok, k, a, lab + t->tok, layers);
    if (x->c->ns) {
      x->c->s[x->c->ns - 1].text = x->text;
      x->c->s[x->c->ns - 1].form = x->form;
    }
  }
  free(a);
  free(lab);
}

/* Every sentence in every form, the same each time. */
static void each_sentence(visit *x, const feed *f, const feed *other) {
  int all = x->fn == sample_sentence;
  size_t i;
  x->c->rng = 0x2545f4914f6cdd1dULL;
  for (i = 0; i < f->n; i++) {
    x->text = (uint32_t)i;
    x->form = 0;
    visit_text(x, f->s + i);
    x->form = 1;
    if (all && x->r->form[1] > 0) visit_text(x, other->s + i);
    x->form = 2;
    if (all && x->r->form[2] > 0)
      visit_text(x, other->n && i & 1 ? other->s + i : f->s + i);
  }
}

static wtype *type_slot(const crf *c, uint64_t w) {
  uint32_t k = (uint32_t)(csto_mix64(w)) & (c->ctype - 1);
  while (c->types[k].count && c->types[k].atom.w != w)
    k = (k + 1) & (c->ctype - 1);
  return c->types + k;
}

static void type_count(crf *c, const csto_atom *a) {
  wtype *t;
  if ((c->ntype + 1) * 2 > c->ctype) {
    crf b = *c;
    uint32_t i;
    c->ctype = b.ctype ? b.ctype * 2 : 1 << 16;
    c->types = xmalloc(c->ctype * sizeof *c->types);
    memset(c->types, 0, c->ctype * sizeof *c->types);
    for (i = 0; i < b.ctype; i++)
      if (b.types[i].count) *type_slot(c, b.types[i].atom.w) = b.types[i];
    free(b.types);
  }
  t = type_slot(c, a->w);
  if (!t->count++) t->atom = *a, c->ntype++;
}

static void count_sentence(crf *c, idmap *m, const sent *s, size_t first,
                           size_t n, const csto_atom *a, const uint64_t *lab,
                           uint8_t layers) {
  uint64_t h[CSTO_NFEAT];
  size_t i, j, k;
  (void)s, (void)first, (void)lab, (void)layers;
  for (i = 0; i < n; i++) {
    type_count(c, a + i);
    k = csto_features(a, n, i, h);
    for (j = 0; j < k; j++) id_count(m, h[j], 1);
  }
}

static void pool_add(crf *c, uint32_t id) {
  if (c->npool == c->pcap) {
    c->pcap = c->pcap ? c->pcap * 2 : 1 << 22;
    c->pool = xrealloc(c->pool, c->pcap * sizeof *c->pool);
  }
  c->pool[c->npool++] = id;
}

static void sample_sentence(crf *c, idmap *m, const sent *s, size_t first,
                            size_t n, const csto_atom *a,
                            const uint64_t *lab, uint8_t layers) {
  uint64_t h[CSTO_NFEAT];
  size_t i, j, k;
  sample *x;
  (void)first;
  if (c->ns == c->cap) {
    c->cap = c->cap ? c->cap * 2 : 4096;
    c->s = xrealloc(c->s, c->cap * sizeof *c->s);
  }
  x = c->s + c->ns++;
  x->n = (uint32_t)n, x->src = (uint8_t)s->src, x->layers = layers;
  x->at = xmalloc((n + 1) * sizeof *x->at);
  x->allow = xmalloc(n * sizeof *x->allow);
  for (i = 0; i < n; i++) {
    x->at[i] = (uint32_t)c->npool;
    x->allow[i] = lab[i];
    k = csto_features(a, n, i, h);
    for (j = 0; j < k; j++) {
      idslot *t = id_slot(m, h[j]);
      if (t->id) pool_add(c, t->id);
    }
  }
  x->at[n] = (uint32_t)c->npool;
}

static void rows_alloc(crf *c) {
  size_t b = c->nrow * ROWW * sizeof(float);
  c->w = xmalloc(b), c->g2 = xmalloc(b), c->avg = xmalloc(b);
  memset(c->w, 0, b), memset(c->g2, 0, b), memset(c->avg, 0, b);
  for (b = 0; b < c->nrow * ROWW; b++) c->g2[b] = c->g0;
}

/* Rows of a corpus of its own guidelines, for features it has twice. */
static void delta_rows(crf *c, int src) {
  uint8_t *seen = xmalloc(c->nid + 1);
  size_t i, k;
  memset(seen, 0, c->nid + 1);
  for (i = 0; i < c->ns; i++)
    if (c->s[i].src == src)
      for (k = c->s[i].at[0]; k < c->s[i].at[c->s[i].n]; k++)
        if (seen[c->pool[k]] < 2) seen[c->pool[k]]++;
  c->delta[src] = xmalloc((c->nid + 1) * sizeof **c->delta);
  for (i = 0; i <= c->nid; i++)
    c->delta[src][i] = seen[i] > 1 ? (uint32_t)c->nrow++ : 0;
  free(seen);
}

static int cmp_hash(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

void crf_build(crf *c, const feed *f, vary *people, const csto_model *v,
               const recipe *r) {
  idmap m;
  feed other = {0};
  visit x = {c, &m, v, r, count_sentence, 0, 0};
  uint64_t i;
  int s, have[NSRC] = {0};
  memset(c, 0, sizeof *c);
  memset(&m, 0, sizeof m);
  c->g0 = (float)r->g0;
  c->ntext = (uint32_t)f->n;
  if (r->form[1] > 0)
    for (i = 0; i < f->n; i++) vary_names(people, &other, f->s + i);
  each_sentence(&x, f, &other);
  c->hash = xmalloc((m.n + 2) * sizeof *c->hash);
  for (i = 0; i < m.cap; i++)
    if (m.s[i].count >= (uint32_t)r->mincount) c->hash[++c->nid] = m.s[i].h;
  qsort(c->hash + 1, c->nid, sizeof *c->hash, cmp_hash);
  for (i = 1; i <= c->nid; i++)
    id_slot(&m, c->hash[i])->id = (uint32_t)i;
  x.fn = sample_sentence;
  each_sentence(&x, f, &other);
  feed_free(&other);
  c->nrow = c->nid + 1;
  for (i = 0; i < c->ns; i++) have[c->s[i].src] = 1;
  for (s = 0; s < NSRC; s++)
    if (r->delta >> s & 1 && s != SRC_NEWS && have[s] && have[SRC_NEWS])
      delta_rows(c, s);
  fprintf(stderr, "crf: %zu sentences, %llu features, %u kept, %zu rows\n",
          c->ns, (unsigned long long)m.n, c->nid, c->nrow);
  free(m.s);
  rows_alloc(c);
}

void crf_keep(crf *c, const uint8_t *keep) {
  size_t i, j, o = 0;
  for (i = 0; i < c->ns; i++) {
    sample *x = c->s + i;
    size_t from = x->at[0];
    for (j = 0; j < x->n; j++) {
      size_t to = x->at[j + 1];
      x->at[j] = (uint32_t)o;
      for (; from < to; from++)
        if (keep[c->pool[from]]) c->pool[o++] = c->pool[from];
    }
    x->at[x->n] = (uint32_t)o;
  }
  c->npool = o;
  for (i = 1; i <= c->nid; i++)
    if (!keep[i]) memset(c->w + i * ROWW, 0, ROWW * sizeof *c->w);
}

/* ---- one sentence */

#define MAXTOK 4096

typedef struct pairs { uint8_t from[CSTO_MAXLAB * CSTO_MAXLAB],
                       to[CSTO_MAXLAB * CSTO_MAXLAB]; unsigned n; } pairs;

typedef struct work {
  pairs legal[CSTO_NCHAIN];
  float e[MAXTOK][ROWW];           /* emissions, then gradients */
  float g[MAXTOK][ROWW];
  float al[MAXTOK][CSTO_MAXLAB], be[MAXTOK][CSTO_MAXLAB];
  float x[MAXTOK][CSTO_MAXLAB];
  float tr[CSTO_MAXLAB][CSTO_MAXLAB], st[CSTO_MAXLAB];
  float tg[CSTO_MAXLAB][CSTO_MAXLAB], sg[CSTO_MAXLAB];
  uint8_t drop[MAXTOK][CSTO_NFEAT];
} work;

/* Adds sign * expectations under the allowed labels to the gradients. */
static void expect(work *k, const sample *s, size_t n, int layer,
                   int constrained, float sign) {
  unsigned at = csto_layer_at[layer], L = csto_layer_n[layer], y, j;
  const pairs *p = k->legal + layer;
  float v[CSTO_MAXLAB];
  size_t i;
  for (i = 0; i < n; i++) {
    float top = -1e30f, sum = 0;
    const float *e = k->e[i] + at;
    uint64_t allow = constrained ? s->allow[i] >> layer_bit[layer]
                                 : ~(uint64_t)0;
    for (y = 0; y < L; y++) if (e[y] > top) top = e[y];
    for (y = 0; y < L; y++)
      k->x[i][y] = (allow >> y & 1) ? expo(e[y] - top) + 1e-30f : 0;
    for (y = 0; y < L; y++) v[y] = i ? 0 : k->st[y];
    if (i)
      for (j = 0; j < p->n; j++)
        v[p->to[j]] += k->al[i - 1][p->from[j]] * k->tr[p->from[j]][p->to[j]];
    for (y = 0; y < L; y++) sum += k->al[i][y] = v[y] * k->x[i][y];
    sum = 1 / (sum + 1e-37f);
    for (y = 0; y < L; y++) k->al[i][y] *= sum;
  }
  for (y = 0; y < L; y++)
    k->be[n - 1][y] = csto_legal((unsigned)layer, y, CSTO_MAXLAB) ? 1 : 0;
  for (i = n - 1; i-- > 0;) {
    float sum = 0;
    for (y = 0; y < L; y++) v[y] = 0;
    for (j = 0; j < p->n; j++)
      v[p->from[j]] += k->tr[p->from[j]][p->to[j]] * k->x[i + 1][p->to[j]] *
                       k->be[i + 1][p->to[j]];
    for (y = 0; y < L; y++) sum += k->be[i][y] = v[y];
    sum = 1 / (sum + 1e-37f);
    for (y = 0; y < L; y++) k->be[i][y] *= sum;
  }
  for (i = 0; i < n; i++) {
    float sum = 0, *g = k->g[i] + at;
    for (y = 0; y < L; y++) sum += k->al[i][y] * k->be[i][y];
    sum = sign / (sum + 1e-37f);
    for (y = 0; y < L; y++) g[y] += k->al[i][y] * k->be[i][y] * sum;
    if (i == 0) {
      for (y = 0; y < L; y++) k->sg[y] += k->al[0][y] * k->be[0][y] * sum;
      continue;
    }
    for (y = 0; y < L; y++) v[y] = k->x[i][y] * k->be[i][y];
    sum = 0;
    for (j = 0; j < p->n; j++)
      sum += k->al[i - 1][p->from[j]] * k->tr[p->from[j]][p->to[j]] *
             v[p->to[j]];
    sum = sign / (sum + 1e-37f);
    for (j = 0; j < p->n; j++)
      k->tg[p->from[j]][p->to[j]] += k->al[i - 1][p->from[j]] *
          k->tr[p->from[j]][p->to[j]] * v[p->to[j]] * sum;
  }
}

static void step(float *w, float *g2, float g, float rate, float l2) {
  g += l2 * *w;
  *g2 += g * g;
  *w -= rate * g / (sqrtf(*g2) + 1e-4f);
}

static void chain(crf *c, work *k, const sample *s, size_t n, int layer,
                  float rate) {
  const pairs *p = k->legal + layer;
  unsigned L = csto_layer_n[layer], y, j;
  memset(k->tg, 0, sizeof k->tg);
  memset(k->sg, 0, sizeof k->sg);
  for (y = 0; y < L; y++)
    k->st[y] = csto_legal((unsigned)layer, CSTO_MAXLAB, y)
               ? expo(c->start[layer][y]) : 0;
  for (j = 0; j < p->n; j++)
    k->tr[p->from[j]][p->to[j]] =
        expo(c->trans[layer][p->from[j]][p->to[j]]);
  expect(k, s, n, layer, 0, 1);
  expect(k, s, n, layer, 1, -1);
  for (y = 0; y < L; y++)
    if (k->st[y] > 0)
      step(&c->start[layer][y], &c->sg2[layer][y], k->sg[y], rate, 0);
  for (j = 0; j < p->n; j++)
    step(&c->trans[layer][p->from[j]][p->to[j]],
         &c->tg2[layer][p->from[j]][p->to[j]], k->tg[p->from[j]][p->to[j]],
         rate, 0);
}

static void clitics(work *k, const sample *s, size_t n) {
  unsigned at = csto_layer_at[CSTO_L_TRIM], y;
  size_t i;
  for (i = 0; i < n; i++) {
    uint64_t want = s->allow[i] >> layer_bit[CSTO_L_TRIM] & 15;
    float sum = 0, p[4], top = 0, *e = k->e[i] + at - 1;
    if (!want) continue;
    for (y = 1; y < 4; y++) if (e[y] > top) top = e[y];
    for (y = 0; y < 4; y++) sum += p[y] = expo((y ? e[y] : 0) - top);
    for (y = 1; y < 4; y++)
      k->g[i][at - 1 + y] = p[y] / sum - (float)(want >> y & 1);
  }
}

static inline void fetch(const float *row) {
  __builtin_prefetch(row);
  __builtin_prefetch(row + 16);
}

static void add_row(float *e, const float *w) {
  int y;
  for (y = 0; y < ROWW; y++) e[y] += w[y];
}

static void step_row(float *w, float *g2, const float *g, float rate,
                     float l2) {
  int y;
  for (y = 0; y < CSTO_NCOL; y++)
    if (g[y] > 4e-4f || g[y] < -4e-4f) step(w + y, g2 + y, g[y], rate, l2);
}

static void learn(crf *c, work *k, const sample *s, const recipe *r) {
  size_t i, j, n = s->n > MAXTOK ? MAXTOK : s->n;
  const uint32_t *delta = c->delta[s->src];
  float rate = (float)r->rate, l2 = (float)r->l2;
  float wt = (float)r->weight[s->src];
  uint32_t lim = (uint32_t)(r->dropout * 4294967295.0);
  int l;
  for (i = 0; i < n; i++) {
    memset(k->e[i], 0, sizeof k->e[i]);
    memset(k->g[i], 0, sizeof k->g[i]);
    for (j = s->at[i]; j < s->at[i + 1]; j++)
      fetch(c->w + (size_t)c->pool[j] * ROWW);
    for (j = s->at[i]; j < s->at[i + 1]; j++) {
      uint32_t id = c->pool[j];
      int out = lim && draw(c) < lim;
      k->drop[i][j - s->at[i]] = (uint8_t)out;
      if (out) continue;
      add_row(k->e[i], c->w + (size_t)id * ROWW);
      if (delta && delta[id])
        add_row(k->e[i], c->w + (size_t)delta[id] * ROWW);
    }
  }
  for (l = 0; l < CSTO_NCHAIN; l++)
    if (s->layers >> l & 1) chain(c, k, s, n, l, rate);
  if (s->layers >> CSTO_L_TRIM & 1) clitics(k, s, n);
  for (i = 0; i < n; i++) {
    float big = 0;
    for (j = 0; j < CSTO_NCOL; j++) {
      k->g[i][j] *= wt;
      if (k->g[i][j] > big) big = k->g[i][j];
      if (-k->g[i][j] > big) big = -k->g[i][j];
    }
    if (big < 2e-3f) continue;
    for (j = s->at[i]; j < s->at[i + 1]; j++)
      fetch(c->g2 + (size_t)c->pool[j] * ROWW);
    for (j = s->at[i]; j < s->at[i + 1]; j++) {
      uint32_t id = c->pool[j];
      if (k->drop[i][j - s->at[i]]) continue;
      step_row(c->w + (size_t)id * ROWW, c->g2 + (size_t)id * ROWW, k->g[i],
               rate, l2);
      if (delta && delta[id])
        step_row(c->w + (size_t)delta[id] * ROWW,
                 c->g2 + (size_t)delta[id] * ROWW, k->g[i], rate, l2 * 3);
    }
  }
}

/* The form of each sentence in the round to come. */
static void forms_draw(crf *c, const recipe *r, uint8_t *form) {
  uint32_t i;
  for (i = 0; i < c->ntext; i++) {
    double x = draw(c) / 4294967296.0;
    form[i] = (uint8_t)(x < r->form[1] ? 1
                        : x < r->form[1] + r->form[2] ? 2 : 0);
  }
}

/* One run: the mean of the later rounds is added to the sums. */
static void run(crf *c, work *k, const recipe *r, int epochs) {
  uint8_t *form = xmalloc(c->ntext + 1);
  uint32_t *order = xmalloc((c->ns + 1) * sizeof *order);
  size_t i, b = c->nrow * ROWW;
  int e, from = epochs / 3, l, y, z;
  for (i = 0; i < c->ns; i++) order[i] = (uint32_t)i;
  for (e = 0; e < epochs; e++) {
    for (i = c->ns; i > 1; i--) {
      size_t j = draw(c) % i;
      uint32_t t = order[i - 1];
      order[i - 1] = order[j], order[j] = t;
    }
    forms_draw(c, r, form);
    for (i = 0; i < c->ns; i++)
      if (c->s[order[i]].form == form[c->s[order[i]].text] &&
          r->weight[c->s[order[i]].src] > 0)
        learn(c, k, c->s + order[i], r);
    fprintf(stderr, "\repoch %d/%d ", e + 1, epochs);
    if (e < from) continue;
    c->navg++;
    for (i = 0; i < b; i++) c->avg[i] += c->w[i];
    for (l = 0; l < CSTO_NCHAIN; l++)
      for (y = 0; y < CSTO_MAXLAB; y++) {
        c->savg[l][y] += c->start[l][y];
        for (z = 0; z < CSTO_MAXLAB; z++)
          c->tavg[l][y][z] += c->trans[l][y][z];
      }
  }
  free(form);
  free(order);
}

/* What a run starts from. */
typedef struct origin {
  float *w, *g2;
  crf c;
} origin;

static void origin_save(origin *o, const crf *c) {
  size_t b = c->nrow * ROWW * sizeof *c->w;
  o->w = xmalloc(b), o->g2 = xmalloc(b);
  memcpy(o->w, c->w, b), memcpy(o->g2, c->g2, b);
  o->c = *c;
}

static void origin_restore(const origin *o, crf *c) {
  size_t b = c->nrow * ROWW * sizeof *c->w;
  memcpy(c->w, o->w, b), memcpy(c->g2, o->g2, b);
  memcpy(c->trans, o->c.trans, sizeof c->trans);
  memcpy(c->start, o->c.start, sizeof c->start);
  memcpy(c->tg2, o->c.tg2, sizeof c->tg2);
  memcpy(c->sg2, o->c.sg2, sizeof c->sg2);
}

void crf_train(crf *c, const recipe *r, int epochs) {
  work *k = xmalloc(sizeof *k);
  origin o = {0};
  size_t i, b = c->nrow * ROWW;
  int j, l, y, z;
  memset(k->legal, 0, sizeof k->legal);
  for (l = 0; l < CSTO_NCHAIN; l++)
    for (y = 0; y < csto_layer_n[l]; y++)
      for (z = 0; z < csto_layer_n[l]; z++)
        if (csto_legal((unsigned)l, (unsigned)y, (unsigned)z)) {
          pairs *p = k->legal + l;
          p->from[p->n] = (uint8_t)y, p->to[p->n++] = (uint8_t)z;
        }
  memset(c->avg, 0, b * sizeof *c->avg);
  memset(c->tavg, 0, sizeof c->tavg);
  memset(c->savg, 0, sizeof c->savg);
  c->navg = 0;
  if (r->runs > 1) origin_save(&o, c);
  for (j = 0; j < r->runs; j++) {
    if (j) origin_restore(&o, c);
    run(c, k, r, epochs);
  }
  fprintf(stderr, "\n");
  /* the mean of the runs, for the tagger and for what comes next */
  for (i = 0; i < b; i++) c->w[i] = c->avg[i] / (float)c->navg;
  for (l = 0; l < CSTO_NCHAIN; l++)
    for (y = 0; y < CSTO_MAXLAB; y++) {
      c->start[l][y] = c->savg[l][y] / (float)c->navg;
      for (z = 0; z < CSTO_MAXLAB; z++)
        c->trans[l][y][z] = c->tavg[l][y][z] / (float)c->navg;
    }
  free(o.w), free(o.g2);
  free(k);
}
