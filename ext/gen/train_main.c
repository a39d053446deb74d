/* train_main.c - the recipe of the shipped tagger model, in order.
**
** train_tagger DATA CORPUS LISTS OUT [option=value ...]
**   DATA    folder with ner/ and gaz/
**   CORPUS  folder of the unpacked plain-text corpus (meta.tsv, news/)
**   LISTS   ext/data/model
**   OUT     the model: OUT.bin, and OUT_names.bin with the gazetteer's names
** Options (for experiments; the defaults are the recipe): epochs, keep, runs
** (how many are averaged), rate, l2, dropout, g0 (what AdaGrad's sums start
** from), slots (of the table of features: 2^n), min, delta (bits of the corpora
** with weights of their own), people, hidden, hide (how often a round takes a
** sentence with other names in it, or with words hidden, and how many), own
** (times that our sentences are filled), words_min, skip, words=FILE (keeps
** the word tables between runs), also=FILE (further annotated sentences to
** measure on), and news, aner, aqmar, wojood, own_weight: weights, 0 leaves a
** corpus out.  No development part is ever trained on or clustered, and plain
** text of articles with annotated sentences is left out of the counts
** (skip=2), so that rare words look in training as rare words will look in
** other papers.
**
** news=0 aqmar=0 wojood=0 trains on ANERcorp alone, to compare with papers.
**
** The development parts choose the biases of chains and types and give the
** calibration of scores.
*/
#include <stdlib.h>
#include <string.h>
#include "entity/tagger.h"
#include "gen/train.h"

typedef struct devs { feed news, aner, aqmar, also; } devs;

static void load(feed *f, const char *data, const recipe *r) {
  char p[4096];
  static const char *const dir[SRC_OWN] = {NULL, "anercorp", "aqmar",
                                        "wojood_sample_flat"};
  int s;
  memset(f, 0, sizeof *f);
  snprintf(p, sizeof p, "%s/ner/news/train.jsonl", data);
  if (r->weight[SRC_NEWS] > 0) feed_jsonl(f, p);
  for (s = 1; s < SRC_OWN; s++) {
    snprintf(p, sizeof p, "%s/ner/%s/train.conll", data, dir[s]);
    if (r->weight[s] > 0) feed_conll(f, p, s);
  }
}

static void load_dev(devs *d, const char *data, const char *also,
                     const recipe *r) {
  char p[4096];
  memset(d, 0, sizeof *d);
  snprintf(p, sizeof p, "%s/ner/news/dev.jsonl", data);
  feed_jsonl(&d->news, p);
  snprintf(p, sizeof p, "%s/ner/anercorp/dev.conll", data);
  feed_conll(&d->aner, p, SRC_ANER);
  snprintf(p, sizeof p, "%s/ner/aqmar/%s.conll", data,
           r->weight[SRC_AQMAR] > 0 ? "dev" : "train");
  feed_conll(&d->aqmar, p, SRC_AQMAR);
  if (also) feed_jsonl(&d->also, also);
}

static void report_ner(const csto_model *m, feed *f, const char *name) {
  prf n[CSTO_NETYPE + 1];
  measure(m, f, NULL, n);
  printf("%s %.4f (P %.3f R %.3f; PER %.3f LOC %.3f ORG %.3f)", name,
         prf_f1(n), n->hit / n->have, n->hit / n->want,
         prf_f1(n + 1 + CSTO_PERSON), prf_f1(n + 1 + CSTO_GPE),
         prf_f1(n + 1 + CSTO_ORG));
}

static void report_news(const csto_model *m, feed *f, const char *name) {
  prf s[CSTO_NETYPE + 2];
  int t;
  measure(m, f, s, NULL);
  printf("%s core %.4f (P %.3f R %.3f) all %.4f (P %.3f R %.3f)\n ",
         name, prf_f1(s + CSTO_NETYPE),
         s[CSTO_NETYPE].hit / s[CSTO_NETYPE].have,
         s[CSTO_NETYPE].hit / s[CSTO_NETYPE].want,
         prf_f1(s + CSTO_NETYPE + 1),
         s[CSTO_NETYPE + 1].hit / s[CSTO_NETYPE + 1].have,
         s[CSTO_NETYPE + 1].hit / s[CSTO_NETYPE + 1].want);
  for (t = 0; t < CSTO_NETYPE; t++)
    if (s[t].want > 0)
      printf(" %s %.3f", csto_etype_name((csto_etype)t), prf_f1(s + t));
  printf("\n");
}

static void report(const csto_model *m, devs *d) {
  report_news(m, &d->news, "news");
  if (d->also.n) report_news(m, &d->also, "also");
  report_ner(m, &d->aner, "  anercorp");
  report_ner(m, &d->aqmar, " aqmar");
  printf("\n");
  fflush(stdout);
}

#define OLDER_WORTH 0.15

/* F1 that a bias is chosen by: the older corpus alone, all types, or the
** types of the first chain, with the older corpus beside the news, as it
** speaks for other papers. */
static double worth(const csto_model *m, devs *d, int aner, int layer) {
  prf s[CSTO_NETYPE + 2], n[CSTO_NETYPE + 1];
  if (aner || layer == CSTO_L_CORE) measure(m, &d->aner, NULL, n);
  if (aner) return prf_f1(n);
  measure(m, &d->news, s, NULL);
  return layer == CSTO_L_CORE
         ? prf_f1(s + CSTO_NETYPE) + OLDER_WORTH * prf_f1(n)
         : prf_f1(s + CSTO_NETYPE + 1);
}

/* Adds to the labels of one type (-1: of every type) of a layer. */
static void lean(csto_model_head *h, int l, int type, float by) {
  int y;
  for (y = 1; y < csto_layer_n[l]; y++)
    if (type < 0 || (y - 1) / csto_layer_step[l] == type)
      h->bias[l][y] += by;
}

/* The bias of each chain, and then of each type, that serves the development
** articles best; a step away from none must be worth STEP_WORTH, as other
** papers are not these. */
#define STEP_WORTH 0.0006

static void tune(csto_model *m, csto_model_head *h, devs *d, int aner) {
  int l, t, b;
  for (l = 0; l < CSTO_NCHAIN; l++)
    for (t = -1; t < (csto_layer_n[l] - 1) / csto_layer_step[l]; t++) {
      int to = t < 0 ? 8 : 4, at = 0;
      double best = -1;
      for (b = -to; b <= to; b++) {
        double f;
        lean(h, l, t, (float)b * 0.25f);
        f = worth(m, d, aner, l) - STEP_WORTH * (b < 0 ? -b : b);
        lean(h, l, t, (float)-b * 0.25f);
        if (f > best) at = b, best = f;
      }
      lean(h, l, t, (float)at * 0.25f);
    }
  for (l = 0; l < CSTO_NCHAIN; l++)
    for (t = 1; t < csto_layer_n[l]; t += csto_layer_step[l])
      printf(" %.2f", (double)h->bias[l][t]);
  printf("\n");
}

static double option(int argc, char **argv, const char *key, double def) {
  int i;
  size_t k = strlen(key);
  for (i = 5; i < argc; i++)
    if (strncmp(argv[i], key, k) == 0 && argv[i][k] == '=')
      return strtod(argv[i] + k + 1, NULL);
  return def;
}

static const char *text_option(int argc, char **argv, const char *key) {
  int i;
  size_t k = strlen(key);
  for (i = 5; i < argc; i++)
    if (strncmp(argv[i], key, k) == 0 && argv[i][k] == '=')
      return argv[i] + k + 1;
  return NULL;
}

/* The word tables of an earlier run, for experiments with the chains. */
static int words_load(words *w, const char *path) {
  FILE *f = fopen(path, "rb");
  size_t ok, n = CSTO_LETTERS * CSTO_LETTERS * CSTO_LETTERS;
  if (!f) return 0;
  ok = fread(&w->head, sizeof w->head, 1, f);
  w->words = xmalloc(sizeof *w->words << w->head.word_bits);
  w->phrases = xmalloc(sizeof *w->phrases << w->head.phrase_bits);
  ok += fread(w->words, sizeof *w->words << w->head.word_bits, 1, f);
  ok += fread(w->phrases, sizeof *w->phrases << w->head.phrase_bits, 1, f);
  w->letters = xmalloc(n);
  ok += fread(w->letters, n, 1, f);
  fclose(f);
  return ok == 4;
}

static void words_save(const words *w, const char *path) {
  FILE *f = xopen(path, "wb");
  fwrite(&w->head, sizeof w->head, 1, f);
  fwrite(w->words, sizeof *w->words << w->head.word_bits, 1, f);
  fwrite(w->phrases, sizeof *w->phrases << w->head.phrase_bits, 1, f);
  fwrite(w->letters, CSTO_LETTERS * CSTO_LETTERS * CSTO_LETTERS, 1, f);
  fclose(f);
}

static void write_part(const char *out, const char *ending, const char *p,
                       size_t n) {
  char path[4096];
  FILE *f;
  (void)snprintf(path, sizeof path, "%s%s", out, ending);
  f = xopen(path, "wb");
  if (fwrite(p, 1, n, f) != n || fclose(f)) {
    perror(path);
    exit(1);
  }
}

/* Options of the command line over what has proved best. */
static void recipe_read(recipe *r, int argc, char **argv) {
  r->epochs = (int)option(argc, argv, "epochs", 8);
  r->keep_epochs = (int)option(argc, argv, "keep", 4);
  r->runs = (int)option(argc, argv, "runs", 3);
  r->rate = option(argc, argv, "rate", 0.1);
  r->l2 = option(argc, argv, "l2", 2e-5);
  r->dropout = option(argc, argv, "dropout", 0.25);
  r->weight[SRC_NEWS] = option(argc, argv, "news", 1);
  r->weight[SRC_ANER] = option(argc, argv, "aner", 1);
  r->weight[SRC_AQMAR] = option(argc, argv, "aqmar", 1);
  r->weight[SRC_WOJOOD] = option(argc, argv, "wojood", 0.5);
  r->weight[SRC_OWN] = option(argc, argv, "own_weight", 1);
  r->slots = (uint32_t)option(argc, argv, "slots", 65536);
  r->mincount = (int)option(argc, argv, "min", 2);
  r->g0 = option(argc, argv, "g0", 1.5);
  r->delta = (int)option(argc, argv, "delta", 14);
  r->form[1] = option(argc, argv, "people", 0.25);
  r->form[2] = option(argc, argv, "hidden", 0.1);
  r->hide = option(argc, argv, "hide", 0.1);
  r->form[0] = 1 - r->form[1] - r->form[2];
}

/* The word tables: those of an earlier run (words=FILE), or made from the
** corpus without the sentences that measure (skip=0), and also without those
** that train (skip=2). */
static void words_make(words *w, const feed *f, const feed *news, int argc,
                       char **argv) {
  const char *cache = text_option(argc, argv, "words");
  feed skip = *news;
  size_t i;
  if (cache && words_load(w, cache)) return;
  if (option(argc, argv, "skip", 1) == 0) skip.n = 0;
  if (option(argc, argv, "skip", 2) == 2) {
    memset(&skip, 0, sizeof skip);
    skip.s = xmalloc((f->n + news->n) * sizeof *skip.s);
    for (i = 0; i < f->n; i++) skip.s[skip.n++] = f->s[i];
    for (i = 0; i < news->n; i++) skip.s[skip.n++] = news->s[i];
  }
  words_build(w, argv[3], argv[1], argv[2], f, &skip, news,
              (int)option(argc, argv, "words_min", 2));
  if (cache) words_save(w, cache);
}

/* Trains, keeps the features that count most, trains those alone. */
static void train(crf *c, const recipe *r) {
  uint8_t *keep;
  crf_train(c, r, r->epochs);
  if (r->keep_epochs <= 0) return;
  keep = xmalloc(c->nid + 1);
  pack_choose(c, r->slots, keep);
  crf_keep(c, keep);
  crf_train(c, r, r->keep_epochs);
  free(keep);
}

int main(int argc, char **argv) {
  recipe r;
  feed f;
  devs d;
  words w;
  vary *v;
  crf *c = xmalloc(sizeof *c);
  csto_model m;
  csto_model_head *h;
  char *blob;
  size_t n;
  if (argc < 5) {
    fprintf(stderr, "usage: train_tagger DATA CORPUS LISTS OUT\n");
    return 2;
  }
  recipe_read(&r, argc, argv);
  load(&f, argv[1], &r);
  load_dev(&d, argv[1], text_option(argc, argv, "also"), &r);
  words_make(&w, &f, &d.news, argc, argv);
  words_view(&w, &m);
  v = vary_open(argv[3]);
  if (r.weight[SRC_NEWS] > 0)
    vary_sentences(v, &f, (int)option(argc, argv, "own", 4));
  crf_build(c, &f, v, &m, &r);
  vary_close(v);
  train(c, &r);
  blob = pack_blob(&w, c, r.slots, 1.0f / 24, &n);
  if (csto_model_view(&m, blob, n)) abort();
  h = (csto_model_head *)(void *)blob;
  report(&m, &d);
  tune(&m, h, &d, r.weight[SRC_NEWS] == 0);
  report(&m, &d);
  calibrate(&m, h, &d.news);
  /* names from databases under the ODbL stay apart from the weights */
  write_part(argv[4], ".bin", blob, h->phrase_at);
  write_part(argv[4], "_names.bin", blob + h->phrase_at, n - h->phrase_at);
  printf("model: %zu bytes\n", n);
  return 0;
}
