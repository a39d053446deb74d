/* tagger.c - what a tagger model is worth on annotated files.
**
**   tagger MODEL [-v] FILE.jsonl|FILE.conll ...
**
** For each file: exact F1 by type (as the project's scorer counts), the
** reliability of the scores, words a second from raw text to mentions.
** -v also prints every miss and false alarm.
*/
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "base/rc.h"
#include "entity/tagger.h"
#include "gen/train.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int same(const gold *g, const csto_mention *m) {
  int a = g->type == CSTO_LOC ? CSTO_GPE : g->type;
  int b = m->type == CSTO_LOC ? CSTO_GPE : (int)m->type;
  return a == b && g->end == m->end && m->start <= g->start &&
         m->start + 8 >= g->start;
}

typedef struct bins { double n[10], hit[10], sum[10]; } bins;

static void show(const sent *s, const char *what, int type, uint32_t a,
                 uint32_t b, double p) {
  uint32_t from = a, to = b;
  int k;
  for (k = 0; from > 0 && k < 4; from--)
    if (s->text[from - 1] == ' ' && ++k == 4) break;
  for (k = 0; to < s->bytes && k < 3; to++)
    if (s->text[to] == ' ' && ++k == 3) break;
  printf("%s\t%s\t%.2f\t%.*s\t%.*s [%.*s]%.*s\n", what,
         csto_etype_name((csto_etype)type), p, (int)(b - a), s->text + a,
         (int)(a - from), s->text + from, (int)(b - a), s->text + a,
         (int)(to - b), s->text + b);
}

static void compare(const csto_model *m, feed *f, int verbose, bins *r) {
  size_t i, j, k;
  for (i = 0; i < f->n; i++) {
    const sent *s = f->s + i;
    csto_doc d;
    csto_mention *x;
    size_t n;
    char *used;
    if (csto_doc_open(&d, s->text, s->bytes) != CSTO_OK ||
        csto_tag_with(m, &d, 0, &x, &n) != CSTO_OK) abort();
    used = calloc(n + 1, 1);
    for (j = 0; j < s->ng; j++) {
      if (s->g[j].type < 0) continue;
      for (k = 0; k < n && (used[k] || !same(s->g + j, x + k)); k++) {}
      if (k < n) used[k] = 1;
      else if (verbose)
        show(s, "miss", s->g[j].type, s->g[j].start, s->g[j].end, 0);
    }
    for (k = 0; k < n; k++) {
      int b = (int)(x[k].score * 10);
      bins *c = r + x[k].type;
      if (b > 9) b = 9;
      c->n[b]++, c->sum[b] += x[k].score, c->hit[b] += used[k];
      if (!used[k] && verbose)
        show(s, "false", (int)x[k].type, x[k].start, x[k].end, x[k].score);
    }
    free(used);
    csto_doc_close(&d);
  }
}

static void reliability(const bins *r) {
  double n[10] = {0}, hit[10] = {0}, sum[10] = {0};
  int t, b;
  for (t = 0; t < CSTO_NETYPE; t++)
    for (b = 0; b < 10; b++)
      n[b] += r[t].n[b], hit[b] += r[t].hit[b], sum[b] += r[t].sum[b];
  printf("score    spans  said  right\n");
  for (b = 0; b < 10; b++)
    if (n[b] > 0)
      printf(".%d-%s  %6.0f  %.3f  %.3f\n", b, b == 9 ? "1." : "  ", n[b],
             sum[b] / n[b], hit[b] / n[b]);
}

static void spans(const csto_model *m, feed *f, int jsonl) {
  prf s[CSTO_NETYPE + 2], n[CSTO_NETYPE + 1];
  int t;
  measure(m, f, s, n);
  if (jsonl) {
    printf("core %.4f all %.4f ", prf_f1(s + CSTO_NETYPE),
           prf_f1(s + CSTO_NETYPE + 1));
    for (t = 0; t < CSTO_NETYPE; t++)
      if (s[t].want > 0)
        printf(" %s %.3f/%.3f", csto_etype_name((csto_etype)t),
               s[t].hit / (s[t].have + 1e-9), s[t].hit / s[t].want);
  } else {
    printf("ner %.4f PER %.3f LOC %.3f ORG %.3f", prf_f1(n),
           prf_f1(n + 1 + CSTO_PERSON), prf_f1(n + 1 + CSTO_GPE),
           prf_f1(n + 1 + CSTO_ORG));
  }
  printf("\n");
}

static void speed(const csto_model *m, const feed *f) {
  size_t i, nwords = 0;
  int k;
  double t = now(), best = 1e9;
  for (k = 0; k < 3; k++, t = now()) {
    nwords = 0;
    for (i = 0; i < f->n; i++) {
      csto_doc d;
      csto_mention *x;
      size_t n;
      if (csto_doc_open(&d, f->s[i].text, f->s[i].bytes) != CSTO_OK ||
          csto_tag_with(m, &d, 0, &x, &n) != CSTO_OK) abort();
      nwords += d.ntokens;
      csto_doc_close(&d);
    }
    if (now() - t < best) best = now() - t;
  }
  printf("%zu tokens, %.0f a second from raw text\n", nwords,
         (double)nwords / best);
}

int main(int argc, char **argv) {
  csto_model m;
  size_t n;
  int i, verbose = 0;
  char *blob;
  if (argc < 3) {
    fprintf(stderr, "usage: tagger MODEL [-v] FILE...\n");
    return 2;
  }
  blob = xread(argv[1], &n);
  if (csto_model_view(&m, blob, n)) {
    fprintf(stderr, "%s is no model\n", argv[1]);
    return 1;
  }
  for (i = 2; i < argc; i++) {
    const char *dot = strrchr(argv[i], '.');
    int jsonl = dot && strcmp(dot, ".jsonl") == 0;
    feed f;
    bins r[CSTO_NETYPE];
    if (strcmp(argv[i], "-v") == 0) { verbose = 1; continue; }
    memset(&f, 0, sizeof f);
    memset(r, 0, sizeof r);
    if (jsonl) feed_jsonl(&f, argv[i]);
    else feed_conll(&f, argv[i], SRC_ANER);
    printf("%s\n", argv[i]);
    spans(&m, &f, jsonl);
    compare(&m, &f, verbose, r);
    if (!verbose) reliability(r), speed(&m, &f);
    feed_free(&f);
  }
  free(blob);
  return 0;
}
