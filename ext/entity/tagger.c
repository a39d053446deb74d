/* tagger.c - names by the sequence model.
**
** HOW IT WORKS.  A sentence's tokens become features (features.c) whose rows
** (model.h) add up to the scores of every label of all layers at once
** (sums.c).  Each layer is a linear chain (chain.c): its best spans and their
** probabilities, which a table made on the development articles turns into
** the chance that the span is right.  The layers' spans are put together, the
** clitics before a name left out.
**
** Cost: that of sums.h and chain.h; memory for one window of at most WINDOW
** tokens.
*/
#include "entity/tagger.h"
#include <string.h>
#include "base/mem.h"
#include "base/rc.h"
#include "entity/chain.h"
#include "entity/sums.h"
#include "text/known.h"

#define WINDOW CSTO_WINDOW

typedef struct span {
  uint8_t layer, type;      /* type: csto_etype */
  uint32_t a, b;            /* tokens of the window */
  float p;
} span;

typedef struct work {
  csto_sums sums;
  csto_chain chain[CSTO_NCHAIN];
  csto_lattice lattice;
  span span[WINDOW * CSTO_NCHAIN];
  size_t nspan;
} work;

struct csto_tag_memo {
  csto_recall recall;       /* first, where a line of the cache begins */
  csto_known known;
  work work;
  void *block;              /* that it stands in */
};

typedef struct tagging {
  const csto_model *m;
  csto_doc *d;
  work *k;
  csto_recall *recall;      /* or NULL */
  csto_mention *out;
  size_t n, cap;
  int raw;
} tagging;

static const uint8_t type_of[CSTO_NCHAIN][4] = {
  {CSTO_PERSON, CSTO_ORG, CSTO_GPE, CSTO_LOC},
  {CSTO_ROLE, CSTO_EVENT, CSTO_DOC_, 0},
  {CSTO_NORP, CSTO_GPE, 0, 0}};

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
    const csto_atom *x = k->sums.atom + i;
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
  size_t i, j, first = csto_chain_best(c, g, k->sums.acc, n);
  if (first == n) return;
  csto_chain_sums(c, g, n, first);
  for (i = first; i < n; i = j) {
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
  if (t->kind != CSTO_T_WORD || n < 8) return 0;   /* but ولي */
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
                g->k->sums.acc[s->a] + csto_layer_at[CSTO_L_TRIM]);
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
  csto_sums_window(&k->sums, g->m, g->recall, g->d->tokens + first, n);
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

static void ready(work *k, const csto_model *m) {
  unsigned l;
  for (l = 0; l < CSTO_NCHAIN; l++)
    csto_chain_init(k->chain + l, m->head, l);
  csto_sums_init(&k->sums, m);
}

/* Tags with g->k ready. */
static int tag(tagging *g, csto_mention **out, size_t *nout) {
  const csto_doc *d = g->d;
  size_t i;
  for (i = 0; i < d->nsentences; i++) {
    size_t a = d->sentences[i].tok, b = d->sentences[i].tokend;
    while (a < b) {
      size_t n = b - a > WINDOW ? WINDOW : b - a, from = g->n;
      int rc = window(g, a, n);
      if (rc != CSTO_OK) return rc;
      if (g->n > from) order(g->out + from, g->n - from);
      a += n;
    }
  }
  *out = g->out, *nout = g->n;
  return CSTO_OK;
}

int csto_tag_with(const csto_model *m, csto_doc *d, int raw,
                  csto_mention **out, size_t *nout) {
  tagging g;
  memset(&g, 0, sizeof g);
  *out = NULL, *nout = 0;
  g.m = m, g.d = d, g.raw = raw;
  g.k = csto_arena_alloc(&d->arena, sizeof *g.k);
  if (!g.k) return CSTO_NOMEM;
  ready(g.k, m);
  return tag(&g, out, nout);
}

int csto_tag(csto_doc *d, csto_mention **out, size_t *nout) {
  csto_model m;
  tagging g;
  *out = NULL, *nout = 0;
  if (csto_model_get(&m)) return CSTO_OK;
  if (!d->memo) return csto_tag_with(&m, d, 0, out, nout);
  memset(&g, 0, sizeof g);
  g.m = &m, g.d = d;
  g.k = &d->memo->work, g.recall = &d->memo->recall;
  return tag(&g, out, nout);
}

#define LINE 64   /* bytes of a line of the cache */

csto_tag_memo *csto_tag_memo_new(void) {
  csto_model m;
  csto_tag_memo *o;
  char *block;
  if (csto_model_get(&m)) return NULL;
  block = csto_malloc(sizeof *o + LINE);
  if (!block) return NULL;
  o = (csto_tag_memo *)(void *)(block + (LINE - (uintptr_t)block % LINE));
  o->block = block;
  csto_known_init(&o->known);
  csto_recall_init(&o->recall, &m);
  ready(&o->work, &m);
  return o;
}

void csto_tag_memo_free(csto_tag_memo *o) {
  if (!o) return;
  csto_known_free(&o->known);
  csto_free(o->block);
}

void csto_tag_memo_lend(csto_tag_memo *memo, csto_doc *d) {
  d->memo = memo;
  d->known = memo && d->turn ? &memo->known : NULL;
}

void csto_tag_memo_read(csto_doc *d) {
  if (d->memo) csto_known_read(&d->memo->known, d);
}
