/* train.h - parts of the tagger's trainer; run by `make model`.
**
** feed   train_feed.c   annotated sentences and plain text into documents
** vary   train_vary.c   sentences with other people in them, and our own
** labels train_labels.c annotated spans as labels of tokens
** letters train_letters.c how names are spelled
** words  train_words.c  counts, clusters, name lists, gazetteer: the word
**                       and phrase tables of the model
** crf    train_crf.c    features to ids, stochastic training of the chains
** pack   train_pack.c   rows chosen, quantized, the blob written
** main   train_main.c   the recipe, in order
**
** Everything is deterministic: one thread, own random numbers and own exp,
** IEEE arithmetic without contraction.
*/
#ifndef CSTO_TRAIN_H
#define CSTO_TRAIN_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "entity/entity.h"
#include "entity/features.h"
#include "entity/model.h"
#include "text/doc.h"

void *xmalloc(size_t n);                 /* aborts when memory runs out */
void *xrealloc(void *p, size_t n);
char *xread(const char *path, size_t *n);      /* whole file, + NUL */
FILE *xopen(const char *path, const char *mode);

/* ---- feed */

enum { SRC_NEWS, SRC_ANER, SRC_AQMAR, SRC_WOJOOD, SRC_OWN, NSRC };

typedef struct gold {
  int type;               /* csto_etype; -1: any other class */
  int place;              /* 1: GPE or LOC, not known which */
  uint32_t start, end;    /* bytes */
} gold;

typedef struct sent {
  char *text;
  size_t bytes;
  csto_doc doc;
  int src;
  uint64_t article;       /* hash of the article's id, 0: unknown */
  gold *g;
  size_t ng;
} sent;

typedef struct feed { sent *s; size_t n, cap; } feed;

void feed_jsonl(feed *f, const char *path);
void feed_conll(feed *f, const char *path, int src);
void feed_free(feed *f);
int feed_type(const char *name);        /* csto_etype, or -1 */
/* Takes the text over and cuts it; no golds yet. */
sent *feed_add(feed *f, char *text, size_t n, int src);

/* Calls fn for every article of the corpus that may feed the model, but
** those that `skip` has sentences of. */
void feed_plain(const char *folder, const char *repo, const feed *skip,
                void (*fn)(void *, const char *, size_t), void *ctx);

/* Is the annotation that of the guide: eight types, nested? */
static inline int full(int src) {
  return src == SRC_NEWS || src == SRC_OWN;
}

/* ---- vary */

typedef struct vary vary;
vary *vary_open(const char *lists);
void vary_close(vary *v);
/* Adds the sentence with other people, places and institutions in it. */
void vary_names(vary *v, feed *out, const sent *s);
/* Adds the sentences of sentences.txt, filled so many times. */
void vary_sentences(vary *v, feed *out, int times);

/* ---- words */

typedef struct words {
  csto_model_head head;   /* word and phrase part filled */
  csto_word *words;
  csto_phrase *phrases;
  int8_t *letters;
} words;

void words_build(words *w, const char *lists, const char *data,
                 const char *corpus, const feed *train, const feed *skip,
                 const feed *dev, int mincount);
void words_view(const words *w, csto_model *m);

/* ---- letters */

/* Three letters in a row, of names and of other words. */
typedef struct letters {
  double n[2][CSTO_LETTERS][CSTO_LETTERS][CSTO_LETTERS];
} letters;

/* side 0: a name, 1: another word. */
void letters_count(letters *x, int side, const char *s, size_t bytes);
int8_t *letters_make(const letters *x);
double train_log(double x);              /* the same bits everywhere */

/* ---- crf */

typedef struct sample {
  uint32_t n;             /* tokens */
  uint32_t *at;           /* n + 1 offsets into the pool of feature ids */
  uint64_t *allow;        /* per token: bits of allowed labels, by layer */
  uint32_t text;          /* number of its sentence of the feed */
  uint8_t form;           /* 0: as it is, 1: other people, 2: words hidden */
  uint8_t src;
  uint8_t layers;         /* bit set of layers with labels */
} sample;

/* A word of the training sentences, as the tagger sees it. */
typedef struct wtype { csto_atom atom; uint32_t count; } wtype;

typedef struct crf {
  wtype *types;           /* hash table by atom.w */
  uint32_t ntype, ctype;
  sample *s;
  size_t ns, cap;
  uint32_t ntext;
  uint32_t *pool;         /* feature ids */
  size_t npool, pcap;
  uint64_t *hash;         /* hash of each id */
  uint32_t nid;
  uint32_t *delta[NSRC];  /* row of id in a source, or 0 */
  size_t nrow;
  float *w, *g2, *avg;    /* rows of ROWW */
  float trans[CSTO_NCHAIN][CSTO_MAXLAB][CSTO_MAXLAB];
  float start[CSTO_NCHAIN][CSTO_MAXLAB];
  float tg2[CSTO_NCHAIN][CSTO_MAXLAB][CSTO_MAXLAB];
  float sg2[CSTO_NCHAIN][CSTO_MAXLAB];
  float tavg[CSTO_NCHAIN][CSTO_MAXLAB][CSTO_MAXLAB];
  float savg[CSTO_NCHAIN][CSTO_MAXLAB];
  float g0;
  int navg;               /* rounds that avg, tavg, savg are sums of */
  uint64_t rng;
} crf;

#define ROWW 28

/* First bit of a layer in sample.allow. */
static const uint8_t layer_bit[CSTO_NLAYER] = {0, 9, 16, 21};

enum { NFORM = 3 };

typedef struct recipe {
  int epochs, keep_epochs, runs;
  double rate, l2, dropout, g0, weight[NSRC];
  uint32_t slots;         /* of the table of features, two rows each */
  int mincount;
  int delta;            /* bit set: corpora with weights of their own */
  double form[NFORM];   /* how often a round takes each form */
  double hide;          /* chance that a word is hidden in form 2 */
} recipe;

/* Labels of a sentence's tokens as allowed columns; the layers it labels. */
void sent_labels(const sent *s, uint64_t *lab, uint8_t *layers);
void crf_build(crf *c, const feed *f, vary *v, const csto_model *m,
               const recipe *r);
void crf_train(crf *c, const recipe *r, int epochs);
/* Forgets every feature whose id is not marked. */
void crf_keep(crf *c, const uint8_t *keep);

/* ---- pack */

/* Marks the features that have room in a table of so many slots. */
void pack_choose(const crf *c, uint32_t slots, uint8_t *keep);
char *pack_blob(const words *w, const crf *c, uint32_t slots, float scale,
                size_t *bytes);

/* ---- measure */

typedef struct prf { double hit, have, want; } prf;
double prf_f1(const prf *p);

/* exact, as score.py spans: by type, and [CSTO_NETYPE] core with one class
** of places, [CSTO_NETYPE + 1] all types; ner: PER LOC ORG by whole tokens,
** all and then by type */
void measure(const csto_model *m, feed *f, prf spans[CSTO_NETYPE + 2],
             prf *ner);

/* Sets the calibration of scores from development sentences. */
void calibrate(const csto_model *m, csto_model_head *h, feed *f);

#endif
