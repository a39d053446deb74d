/* train_eval.c - exact span scores of a model, counted as the project's
** scorer counts: a span is right when type and end are the annotation's and
** it starts in the first word, not after the annotated start.
*/
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>
#include "base/rc.h"
#include "entity/tagger.h"

double prf_f1(const prf *p) {
  double d = p->have + p->want;
  return d > 0 ? 2 * p->hit / d : 0;
}

static int place(int t) { return t == CSTO_LOC ? CSTO_GPE : t; }

/* Start of the run of non-space bytes around `at`. */
static uint32_t word_start(const sent *s, uint32_t at) {
  while (at > 0 && (unsigned char)s->text[at - 1] > ' ') at--;
  return at;
}

static int match(const sent *s, const gold *g, const csto_mention *m,
                 int places) {
  int a = g->type, b = (int)m->type;
  if (places) a = place(a), b = place(b);
  return a == b && g->end == m->end && m->start <= g->start &&
         m->start >= word_start(s, g->start);
}

static int core(int t) {
  return t == CSTO_PERSON || t == CSTO_ORG || t == CSTO_GPE || t == CSTO_LOC;
}

static void count(const sent *s, const csto_mention *m, size_t n, int places,
                  int only, prf *p) {
  char *used = xmalloc(n + 1);
  size_t i, j;
  memset(used, 0, n + 1);
#define IN(t) (only == CSTO_NETYPE ? core((int)(t)) : only > CSTO_NETYPE \
               ? 1 : (int)(t) == only)
  for (i = 0; i < n; i++) p->have += IN(m[i].type);
  for (i = 0; i < s->ng; i++) {
    if (s->g[i].type < 0 || !IN(s->g[i].type)) continue;
    p->want++;
    for (j = 0; j < n; j++)
      if (!used[j] && match(s, s->g + i, m + j, places)) {
        used[j] = 1, p->hit++;
        break;
      }
  }
#undef IN
  free(used);
}

/* Whole written words of a span, as bytes. */
static void whole(const sent *s, uint32_t *a, uint32_t *b) {
  while (*a > 0 && s->text[*a - 1] != ' ') --*a;
  while (*b < s->bytes && s->text[*b] != ' ') ++*b;
}

static void count_ner(const sent *s, const csto_mention *m, size_t n,
                      prf *p) {
  uint32_t (*k)[3] = xmalloc((n + 1) * sizeof *k);
  size_t i, j, nk = 0;
  /* of overlapping predictions the longest stays: pick greedily */
  for (;;) {
    uint32_t best[3] = {0, 0, 0};
    for (i = 0; i < n; i++) {
      uint32_t a = m[i].start, b = m[i].end;
      if (!core((int)m[i].type)) continue;
      whole(s, &a, &b);
      for (j = 0; j < nk && (b <= k[j][0] || a >= k[j][1]); j++) {}
      if (j == nk && b - a > best[1] - best[0])
        best[0] = a, best[1] = b, best[2] = (uint32_t)place((int)m[i].type);
    }
    if (best[1] == 0) break;
    memcpy(k[nk++], best, sizeof best);
  }
  for (j = 0; j < nk; j++) p->have++, p[1 + k[j][2]].have++;
  for (i = 0; i < s->ng; i++) {
    int t = place(s->g[i].type);
    p->want++, p[1 + t].want++;
    for (j = 0; j < nk; j++)
      if (k[j][0] == s->g[i].start && k[j][1] == s->g[i].end &&
          (int)k[j][2] == t) p->hit++, p[1 + t].hit++;
  }
  free(k);
}

void measure(const csto_model *m, feed *f, prf spans[CSTO_NETYPE + 2],
             prf *ner) {
  size_t i;
  int t;
  if (spans) memset(spans, 0, sizeof *spans * (CSTO_NETYPE + 2));
  if (ner) memset(ner, 0, sizeof *ner * (CSTO_NETYPE + 1));
  for (i = 0; i < f->n; i++) {
    const sent *s = f->s + i;
    csto_doc d;
    csto_mention *x;
    size_t n;
    if (csto_doc_open(&d, s->text, s->bytes) != CSTO_OK) abort();
    if (csto_tag_with(m, &d, 1, &x, &n) != CSTO_OK) abort();
    if (spans)
      for (t = 0; t < CSTO_NETYPE + 2; t++)
        count(s, x, n, t == CSTO_NETYPE, t, spans + t);
    if (ner) count_ner(s, x, n, ner);
    csto_doc_close(&d);
  }
}

/* Piecewise linear: each knot gets the share of right spans around it, by
** hat functions; rare types lean on all types together, and chances never
** fall with the model's score. */
static void knots(double n[][CSTO_KNOTS], double hit[][CSTO_KNOTS],
                  csto_model_head *h) {
  int t, i;
  for (t = 0; t < CSTO_NETYPE; t++)
    for (i = 0; i < CSTO_KNOTS; i++) {
      double all_n = n[CSTO_NETYPE][i], all = hit[CSTO_NETYPE][i];
      double prior = (all + 2 * (double)csto_knot[i]) / (all_n + 2);
      float v = (float)((hit[t][i] + 15 * prior) / (n[t][i] + 15));
      if (i > 0 && v < h->cal[t][i - 1]) v = h->cal[t][i - 1];
      h->cal[t][i] = v;
    }
}

void calibrate(const csto_model *m, csto_model_head *h, feed *f) {
  double n[CSTO_NETYPE + 1][CSTO_KNOTS] = {{0}};
  double hit[CSTO_NETYPE + 1][CSTO_KNOTS] = {{0}};
  size_t i, j, k;
  for (i = 0; i < f->n; i++) {
    const sent *s = f->s + i;
    csto_doc d;
    csto_mention *x;
    size_t nx;
    if (csto_doc_open(&d, s->text, s->bytes) != CSTO_OK) abort();
    if (csto_tag_with(m, &d, 1, &x, &nx) != CSTO_OK) abort();
    for (j = 0; j < nx; j++) {
      int right = 0, q = 1, t = (int)x[j].type;
      double p = x[j].score > 1 ? 1 : x[j].score, up;
      for (k = 0; k < s->ng; k++) right |= match(s, s->g + k, x + j, 0);
      while (q < CSTO_KNOTS - 1 && p > (double)csto_knot[q]) q++;
      up = (p - (double)csto_knot[q - 1]) /
           ((double)csto_knot[q] - (double)csto_knot[q - 1]);
      for (k = 0; k < 2; k++) {
        int to = k ? t : CSTO_NETYPE;
        n[to][q] += up, n[to][q - 1] += 1 - up;
        hit[to][q] += up * right, hit[to][q - 1] += (1 - up) * right;
      }
    }
    csto_doc_close(&d);
  }
  knots(n, hit, h);
}
