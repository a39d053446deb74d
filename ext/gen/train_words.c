/* train_words.c - the word and phrase tables of the model.
**
** Words get the count of their form in plain text, their place in the lists
** of data/model/ (names, titles, triggers), and two clusters by the
** exchange algorithm over text cut into clitics and bases: a bigram class
** model in both directions, each word moved to the class that raises the
** likelihood most.  Gazetteer names become phrases.
** Cost: a minute for a million words.
*/
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>
#include "base/rc.h"
#include "text/fold.h"

/* ---- a map from word hash to a dense id */

typedef struct entry {
  uint64_t h;
  uint32_t count;            /* of the form in text */
  uint32_t given, family;    /* of the name lists */
  uint16_t list;
  uint8_t flags;
  uint8_t spelled;
  uint16_t fine, coarse;
} entry;

typedef struct map {
  entry *e;
  uint32_t n, cap;
  uint32_t *slot;
  uint32_t nslot;
} map;

static void map_grow(map *m) {
  uint32_t i;
  m->nslot = m->nslot ? m->nslot * 2 : 1 << 16;
  m->slot = xrealloc(m->slot, m->nslot * sizeof *m->slot);
  memset(m->slot, 0, m->nslot * sizeof *m->slot);
  for (i = 0; i < m->n; i++) {
    uint32_t k = (uint32_t)m->e[i].h & (m->nslot - 1);
    while (m->slot[k]) k = (k + 1) & (m->nslot - 1);
    m->slot[k] = i + 1;
  }
}

static uint32_t map_id(map *m, uint64_t h, int add) {
  uint32_t k;
  if ((m->n + 1) * 2 > m->nslot) map_grow(m);
  k = (uint32_t)h & (m->nslot - 1);
  for (; m->slot[k]; k = (k + 1) & (m->nslot - 1))
    if (m->e[m->slot[k] - 1].h == h) return m->slot[k];
  if (!add) return 0;
  if (m->n == m->cap) {
    m->cap = m->cap ? m->cap * 2 : 4096;
    m->e = xrealloc(m->e, m->cap * sizeof *m->e);
  }
  memset(m->e + m->n, 0, sizeof *m->e);
  m->e[m->n].h = h;
  m->slot[k] = ++m->n;
  return m->n;
}

/* ---- the tables under construction */

typedef struct build {
  map words;
  map phrases;               /* h: phrase hash; list: type; flags: more */
  csto_model view;           /* for csto_base */
  letters *letters;
  csto_word *table;
  uint32_t *stream;          /* ids of bases and clitics, 0: break */
  size_t ns, scap;
  map vocab;
} build;

static void count_text(void *ctx, const char *s, size_t n) {
  build *b = ctx;
  csto_doc d;
  size_t i;
  if (csto_doc_open(&d, s, n) != CSTO_OK) abort();
  for (i = 0; i < d.ntokens; i++) {
    const csto_token *t = d.tokens + i;
    uint32_t id;
    if (t->kind == CSTO_T_NUMBER) continue;
    id = map_id(&b->words, csto_word_hash(t->norm, t->nnorm), 1);
    b->words.e[id - 1].count++;
  }
  csto_doc_close(&d);
}

static uint8_t level(uint32_t n, unsigned top) {
  unsigned k = 0;
  /* 1 + 4 log2(n), by fourths */
  static const uint32_t frac[4] = {1024, 1218, 1448, 1722};
  if (n == 0) return 0;
  for (k = 0; k < 100; k++) {
    uint64_t lim = (uint64_t)frac[k & 3] << (k >> 2);
    if (lim >= (uint64_t)n << 10) break;
  }
  return (uint8_t)(k + 1 > top ? top : k + 1);
}

static uint8_t name_level(uint32_t n) {
  return (uint8_t)(n == 0 ? 0 : n < 2 ? 1 : n < 4 ? 2 : n < 10 ? 3
                   : n < 30 ? 4 : n < 100 ? 5 : n < 400 ? 6 : 7);
}

static csto_word *table_make(const map *m, uint32_t *bits, int mincount) {
  uint32_t i, n = 0, mask;
  csto_word *t;
  for (i = 0; i < m->n; i++)
    n += (m->e[i].count >= (uint32_t)mincount || m->e[i].given ||
          m->e[i].family || m->e[i].list || m->e[i].flags);
  for (*bits = 10; (1u << *bits) < n + n / 3; ) ++*bits;
  mask = (1u << *bits) - 1;
  t = xmalloc(sizeof *t << *bits);
  memset(t, 0, sizeof *t << *bits);
  for (i = 0; i < m->n; i++) {
    const entry *e = m->e + i;
    uint32_t k = (uint32_t)e->h & mask;
    if (!(e->count >= (uint32_t)mincount || e->given || e->family ||
          e->list || e->flags)) continue;
    while (t[k].key) k = (k + 1) & mask;
    t[k].key = (uint32_t)(e->h >> 32) | 1;
    t[k].fine = e->fine, t[k].coarse = (uint8_t)e->coarse;
    t[k].freq = level(e->count, 80);
    t[k].name = (uint8_t)(name_level(e->given) * 8 + name_level(e->family));
    t[k].list = e->list, t[k].flags = e->flags;
  }
  return t;
}

static void view_words(build *b, int mincount) {
  uint32_t bits;
  free(b->table);
  b->table = table_make(&b->words, &bits, mincount);
  memset(&b->view, 0, sizeof b->view);
  b->view.words = b->table;
  b->view.word_mask = (1u << bits) - 1;
}

/* ---- clusters */

static void stream_add(build *b, uint64_t h) {
  if (b->ns == b->scap) {
    b->scap = b->scap ? b->scap * 2 : 1 << 20;
    b->stream = xrealloc(b->stream, b->scap * sizeof *b->stream);
  }
  b->stream[b->ns++] = h ? map_id(&b->vocab, h, 1) : 0;
  if (h) b->vocab.e[b->stream[b->ns - 1] - 1].count++;
}

static void stream_text(void *ctx, const char *s, size_t n) {
  build *b = ctx;
  csto_doc d;
  size_t i;
  uint32_t sentence = (uint32_t)-1;
  if (csto_doc_open(&d, s, n) != CSTO_OK) abort();
  for (i = 0; i < d.ntokens; i++) {
    const csto_token *t = d.tokens + i;
    csto_atom a;
    const csto_word *e;
    if (t->sentence != sentence) stream_add(b, 0);
    sentence = t->sentence;
    if (t->kind == CSTO_T_NUMBER) { stream_add(b, 77); continue; }
    memset(&a, 0, sizeof a);
    a.b = csto_word_hash(t->norm, t->nnorm);
    e = csto_model_word(&b->view, a.b);
    if (t->kind == CSTO_T_WORD) csto_base(&b->view, t->norm, t->nnorm, a.b,
                                          &a, &e);
    if (a.clitic) stream_add(b, 1000 + a.clitic);
    stream_add(b, a.b);
  }
  stream_add(b, 0);
  csto_doc_close(&d);
}

typedef struct pairs { uint32_t *at, *to, *num; } pairs;

static int cmp_u64(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

/* Bigrams in compressed rows: of v, each neighbour and its count. */
static pairs bigrams(const uint32_t *s, size_t n, uint32_t v, int back) {
  pairs p;
  uint64_t *k = xmalloc(n * sizeof *k);
  size_t m = 0, i, j, o = 0;
  uint32_t row = 0;
  for (i = 0; i + 1 < n; i++) {
    uint32_t a = s[i], b = s[i + 1];
    if (!a && !b) continue;
    k[m++] = back ? (uint64_t)b << 32 | a : (uint64_t)a << 32 | b;
  }
  qsort(k, m, sizeof *k, cmp_u64);
  p.at = xmalloc((v + 2) * sizeof *p.at);
  p.to = xmalloc((m + 1) * sizeof *p.to);
  p.num = xmalloc((m + 1) * sizeof *p.num);
  for (i = 0; i < m; i = j) {
    for (j = i; j < m && k[j] == k[i]; j++) {}
    while (row <= (uint32_t)(k[i] >> 32)) p.at[row++] = (uint32_t)o;
    p.to[o] = (uint32_t)k[i], p.num[o++] = (uint32_t)(j - i);
  }
  while (row <= v + 1) p.at[row++] = (uint32_t)o;
  free(k);
  return p;
}

#define XLOG 65536
static float *xlogx;

static float fx(int32_t n) {
  return n < XLOG ? xlogx[n < 0 ? 0 : n]
                  : (float)((double)n * train_log((double)n));
}

/* Exchange clustering of words 1..v-1 into classes 1..nc-1; word 0 (break)
** and rare words stay alone in class 0. */
static void exchange(const pairs *dir, uint32_t v, const uint32_t *freq,
                     const uint32_t *order, uint32_t nord, unsigned nc,
                     int rounds, uint16_t *cls) {
  int32_t *cnt[2];
  int64_t *size = xmalloc(nc * sizeof *size);
  float *gain = xmalloc(nc * sizeof *gain);
  uint32_t i, k;
  int d, r;
  memset(size, 0, nc * sizeof *size);
  for (i = 0; i < v; i++) cls[i] = 0;
  for (i = 0; i < nord; i++) {
    cls[order[i]] = (uint16_t)(1 + (i < nc - 1 ? i : i % (nc - 1)));
    size[cls[order[i]]] += freq[order[i]];
  }
  /* cnt[d][neighbour][class]: bigrams of the neighbour with the class */
  for (d = 0; d < 2; d++) {
    cnt[d] = xmalloc((size_t)v * nc * sizeof **cnt);
    memset(cnt[d], 0, (size_t)v * nc * sizeof **cnt);
    for (i = 0; i < v; i++)
      for (k = dir[d].at[i]; k < dir[d].at[i + 1]; k++)
        cnt[d][(size_t)dir[d].to[k] * nc + cls[i]] += (int32_t)dir[d].num[k];
  }
  for (r = 0; r < rounds; r++) {
    uint32_t moved = 0;
    for (i = 0; i < nord; i++) {
      uint32_t w = order[i], c, best;
      uint32_t from = cls[w];
      int32_t f = (int32_t)freq[w];
      for (d = 0; d < 2; d++)
        for (k = dir[d].at[w]; k < dir[d].at[w + 1]; k++)
          cnt[d][(size_t)dir[d].to[k] * nc + from] -=
              (int32_t)dir[d].num[k];
      size[from] -= f;
      for (c = 0; c < nc; c++)
        gain[c] = -2 * (fx((int32_t)size[c] + f) - fx((int32_t)size[c]));
      for (d = 0; d < 2; d++)
        for (k = dir[d].at[w]; k < dir[d].at[w + 1]; k++) {
          const int32_t *row = cnt[d] + (size_t)dir[d].to[k] * nc;
          int32_t m = (int32_t)dir[d].num[k];
          float zero = fx(m);
          for (c = 0; c < nc; c++)
            gain[c] += row[c] ? fx(row[c] + m) - fx(row[c]) : zero;
        }
      best = from;
      for (c = 1; c < nc; c++)
        if (gain[c] > gain[best]) best = c;
      if (best != from) moved++, cls[w] = (uint16_t)best;
      size[best] += f;
      for (d = 0; d < 2; d++)
        for (k = dir[d].at[w]; k < dir[d].at[w + 1]; k++)
          cnt[d][(size_t)dir[d].to[k] * nc + best] +=
              (int32_t)dir[d].num[k];
    }
    fprintf(stderr, "clusters %u round %d moved %u\n", nc, r, moved);
    if (moved * 200 < nord) break;
  }
  for (d = 0; d < 2; d++) free(cnt[d]);
  free(size);
  free(gain);
}

typedef struct rank { uint32_t id, count; uint64_t h; } rank;
static int cmp_rank(const void *a, const void *b) {
  const rank *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->h < y->h ? -1 : x->h > y->h;
}

static void clusters(build *b, uint32_t mincount) {
  uint32_t v, i, nord = 0, *order, *freq, *ren;
  uint16_t *cls;
  pairs dir[2];
  rank *r = xmalloc((b->vocab.n + 1) * sizeof *r);
  static const struct { unsigned n; int rounds; } level_of[2] = {
      {CSTO_COARSE, 12}, {384, 10}};
  int k;
  for (i = 0; i < b->vocab.n; i++)
    r[i].id = i + 1, r[i].count = b->vocab.e[i].count, r[i].h = b->vocab.e[i].h;
  qsort(r, b->vocab.n, sizeof *r, cmp_rank);
  while (nord < b->vocab.n && r[nord].count >= mincount) nord++;
  /* 0 break, 1 rare, 2.. words by falling count */
  v = nord + 2;
  ren = xmalloc((b->vocab.n + 1) * sizeof *ren);
  freq = xmalloc(v * sizeof *freq);
  order = xmalloc((nord + 1) * sizeof *order);
  cls = xmalloc(v * sizeof *cls);
  for (i = 0; i <= b->vocab.n; i++) ren[i] = i ? 1 : 0;
  for (i = 0; i < nord; i++)
    ren[r[i].id] = i + 2, freq[i + 2] = r[i].count, order[i] = i + 2;
  for (i = 0; i < b->ns; i++) b->stream[i] = ren[b->stream[i]];
  dir[0] = bigrams(b->stream, b->ns, v - 1, 0);
  dir[1] = bigrams(b->stream, b->ns, v - 1, 1);
  xlogx = xmalloc(XLOG * sizeof *xlogx);
  xlogx[0] = 0;
  for (i = 1; i < XLOG; i++) xlogx[i] = (float)(i * train_log(i));
  fprintf(stderr, "clusters: %zu tokens, %u words\n", b->ns, nord);
  for (k = 0; k < 2; k++) {
    exchange(dir, v, freq, order, nord, level_of[k].n, level_of[k].rounds,
             cls);
    for (i = 0; i < nord; i++) {
      uint32_t id = map_id(&b->words, r[i].h, 0);
      if (!id) continue;
      if (k) b->words.e[id - 1].fine = cls[i + 2];
      else b->words.e[id - 1].coarse = cls[i + 2];
    }
  }
  for (k = 0; k < 2; k++) free(dir[k].at), free(dir[k].to), free(dir[k].num);
  free(r), free(ren), free(freq), free(order), free(cls), free(xlogx);
}

/* ---- the letters of names */

/* Words of a text, each once: names to one side, others to the other. */
static void spell_text(void *ctx, const char *s, size_t n) {
  build *b = ctx;
  csto_doc d;
  size_t i;
  if (csto_doc_open(&d, s, n) != CSTO_OK) abort();
  for (i = 0; i < d.ntokens; i++) {
    const csto_token *t = d.tokens + i;
    uint32_t id;
    entry *e;
    if (t->kind != CSTO_T_WORD) continue;
    id = map_id(&b->words, csto_word_hash(t->norm, t->nnorm), 0);
    e = id ? b->words.e + id - 1 : NULL;
    if (!e || e->spelled || (e->given + e->family == 0 && e->count < 2))
      continue;
    e->spelled = 1;
    letters_count(b->letters, e->given + e->family == 0, t->norm, t->nnorm);
  }
  csto_doc_close(&d);
}

/* ---- lists */

/* Calls fn with each line's columns; '#' lines are comments. */
static void tsv(const char *folder, const char *name, build *b,
                void (*fn)(build *, char **col, int n, int arg), int arg) {
  char path[4200];
  size_t n;
  char *all, *line;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  all = xread(path, &n);
  for (line = all; line < all + n;) {
    char *end = strchr(line, '\n'), *col[8];
    int k = 0;
    if (end) *end = 0;
    if (*line && *line != '#') {
      char *p = line;
      while (p && k < 8) {
        col[k++] = p;
        p = strchr(p, '\t');
        if (p) *p++ = 0;
      }
      fn(b, col, k, arg);
    }
    if (!end) break;
    line = end + 1;
  }
  free(all);
}

/* Folded words of a text, through the same cutting as everything. */
static size_t cut_words(const char *s, uint64_t *h, size_t max) {
  csto_doc d;
  size_t i, n = 0;
  if (csto_doc_open(&d, s, strlen(s)) != CSTO_OK) abort();
  for (i = 0; i < d.ntokens && n < max; i++)
    if (d.tokens[i].kind != CSTO_T_PUNCT)
      h[n++] = csto_word_hash(d.tokens[i].norm, d.tokens[i].nnorm);
  csto_doc_close(&d);
  return n;
}

#define KIND 64         /* and above: kinds of institutions */

static void add_phrase(build *b, const char *s, int type) {
  uint64_t w[12], h = 0;
  size_t n = cut_words(s, w, 12), i;
  uint32_t id;
  if (n == 0 || n > 8) return;
  id = map_id(&b->words, w[0], 1);
  b->words.e[id - 1].flags |= CSTO_WF_PHRASE;
  for (i = 0; i < n; i++) {
    entry *e;
    h = csto_phrase_hash(h, w[i]);
    id = map_id(&b->phrases, h, 1);
    e = b->phrases.e + id - 1;
    if (i + 1 < n) e->flags = 1;
    else if (type > KIND) e->given = e->given ? e->given
                                              : (uint32_t)(type - KIND);
    else if (!e->list || e->list > type) e->list = (uint16_t)type;
  }
}

static void add_name(build *b, char **col, int n, int arg) {
  uint64_t w[8];
  size_t k, i;
  (void)arg;
  if (n < 3) return;
  k = cut_words(col[0], w, 8);
  for (i = 0; i < k; i++) {
    entry *e = b->words.e + map_id(&b->words, w[i], 1) - 1;
    e->given += (uint32_t)strtoul(col[1], NULL, 10);
    e->family += (uint32_t)strtoul(col[2], NULL, 10);
  }
  spell_text(b, col[0], strlen(col[0]));
}

/* class <tab> words separated by '|'; the class names are these bits */
static const char *const list_names[16] = {
  "title", "role", "org", "loc", "gpe", "event", "doc", "kin", "speech",
  "time", "nation", "particle", "media", "number", "prep", "sport"};

/* CSTO_KIND_* */
static const char *const kind_names[] = {
  "", "body", "club", "press", "firm", "party"};

static void add_list(build *b, char **col, int n, int arg) {
  int bit = 0, gz = 0;
  char *p, *next;
  size_t k;
  (void)arg;
  if (n < 2 || strcmp(col[0], "field") == 0) return;
  if (*col[0] == '-') col[0]++;            /* fills no sentences */
  while (bit < 16 && strcmp(list_names[bit], col[0]) != 0) bit++;
  if (strcmp(col[0], "orgname") == 0) gz = CSTO_GZ_ORG;
  else if (strcmp(col[0], "eventname") == 0) gz = CSTO_GZ_EVENT;
  else if (strcmp(col[0], "docname") == 0) gz = CSTO_GZ_DOC;
  else if (strcmp(col[0], "region") == 0) gz = CSTO_GZ_REGION;
  else if (strcmp(col[0], "country") == 0) gz = CSTO_GZ_COUNTRY;
  else if (strcmp(col[0], "city") == 0) gz = CSTO_GZ_CITY;
  for (k = 1; k < sizeof kind_names / sizeof *kind_names; k++)
    if (strcmp(col[0], kind_names[k]) == 0) gz = KIND + (int)k;
  for (p = col[1]; p; p = next) {
    uint64_t w[8];
    size_t i;
    next = strchr(p, '|');
    if (next) *next++ = 0;
    if (gz) { add_phrase(b, p, gz); continue; }
    k = cut_words(p, w, 8);
    for (i = 0; i < k; i++) {
      entry *e = b->words.e + map_id(&b->words, w[i], 1) - 1;
      if (strcmp(col[0], "given") == 0) e->given += 20;
      else if (strcmp(col[0], "family") == 0) e->family += 20;
      else if (bit < 16) e->list |= (uint16_t)(1u << bit);
      else { fprintf(stderr, "lists: unknown class %s\n", col[0]); abort(); }
    }
  }
}

/* Is the second of id|country|population an Arab country? */
static int arab(const char *s) {
  const char *c = strchr(s, '|');
  char key[4] = {0};
  if (!c || strlen(c) < 3) return 0;
  memcpy(key, c + 1, 2);
  key[2] = ' ';
  return strstr("SA AE QA KW BH OM YE IQ SY LB JO PS EG SD LY TN DZ MA MR "
                "SO DJ KM ", key) != NULL;
}

static void add_gaz(build *b, char **col, int n, int arg) {
  if (n < 1) return;
  if (arg == CSTO_GZ_CITY && n >= 3) {
    const char *bar = strrchr(col[2], '|');
    unsigned long pop = bar ? strtoul(bar + 1, NULL, 10) : 0;
    if (pop < 20000 && !arab(col[2])) return;
    if (pop < 150000) arg = CSTO_GZ_TOWN;
  }
  add_phrase(b, col[0], arg);
}

static void phrases_pack(const map *m, words *w) {
  uint32_t i, mask;
  for (w->head.phrase_bits = 8;
       (1u << w->head.phrase_bits) < m->n + m->n / 3; )
    w->head.phrase_bits++;
  mask = (1u << w->head.phrase_bits) - 1;
  w->phrases = xmalloc(sizeof *w->phrases << w->head.phrase_bits);
  memset(w->phrases, 0, sizeof *w->phrases << w->head.phrase_bits);
  for (i = 0; i < m->n; i++) {
    uint32_t k = (uint32_t)m->e[i].h & mask;
    while (w->phrases[k].key) k = (k + 1) & mask;
    w->phrases[k].key = (uint32_t)(m->e[i].h >> 32) | 1;
    w->phrases[k].type = (uint8_t)m->e[i].list;
    w->phrases[k].kind = (uint8_t)m->e[i].given;
    w->phrases[k].more = m->e[i].flags;
  }
}

void words_build(words *w, const char *lists, const char *data,
                 const char *corpus, const feed *train, const feed *skip,
                 const feed *dev, int mincount) {
  build b;
  char gaz[4096];
  size_t i;
  memset(&b, 0, sizeof b);
  memset(w, 0, sizeof *w);
  feed_plain(corpus, "antcorpus/antcorpus.data", skip, count_text, &b);
  for (i = 0; i < train->n; i++)
    if (train->s[i].src != SRC_NEWS)
      count_text(&b, train->s[i].text, train->s[i].bytes);
  fprintf(stderr, "words: %u forms\n", b.words.n);
  view_words(&b, mincount);
  feed_plain(corpus, "antcorpus/antcorpus.data", dev, stream_text, &b);
  for (i = 0; i < train->n; i++)
    if (train->s[i].src != SRC_NEWS)
      stream_text(&b, train->s[i].text, train->s[i].bytes);
  clusters(&b, (uint32_t)mincount + 1);
  tsv(lists, "lists.tsv", &b, add_list, 0);
  tsv(lists, "institutions.tsv", &b, add_list, 0);
  tsv(lists, "towns.tsv", &b, add_list, 0);
  b.letters = xmalloc(sizeof *b.letters);
  memset(b.letters, 0, sizeof *b.letters);
  tsv(lists, "names.tsv", &b, add_name, 0);
  feed_plain(corpus, "antcorpus/antcorpus.data", skip, spell_text, &b);
  w->letters = letters_make(b.letters);
  free(b.letters);
  snprintf(gaz, sizeof gaz, "%s/gaz", data);
  tsv(gaz, "cldr_territories.tsv", &b, add_gaz, CSTO_GZ_COUNTRY);
  tsv(gaz, "dr5hn_countries.tsv", &b, add_gaz, CSTO_GZ_COUNTRY);
  tsv(gaz, "mledoze_countries.tsv", &b, add_gaz, CSTO_GZ_COUNTRY);
  tsv(gaz, "cldr_exemplar_cities.tsv", &b, add_gaz, CSTO_GZ_CITY);
  tsv(gaz, "dr5hn_states.tsv", &b, add_gaz, CSTO_GZ_STATE);
  tsv(gaz, "dr5hn_cities.tsv", &b, add_gaz, CSTO_GZ_CITY);
  tsv(gaz, "own_orgs.tsv", &b, add_gaz, CSTO_GZ_ORG);
  w->words = table_make(&b.words, &w->head.word_bits, mincount);
  phrases_pack(&b.phrases, w);
  fprintf(stderr, "words: 2^%u, phrases: 2^%u\n", w->head.word_bits,
          w->head.phrase_bits);
  free(b.words.e), free(b.words.slot), free(b.phrases.e);
  free(b.phrases.slot), free(b.vocab.e), free(b.vocab.slot);
  free(b.stream), free(b.table);
}

void words_view(const words *w, csto_model *m) {
  memset(m, 0, sizeof *m);
  m->words = w->words;
  m->phrases = w->phrases;
  m->letters = w->letters;
  m->word_mask = (1u << w->head.word_bits) - 1;
  m->phrase_mask = (1u << w->head.phrase_bits) - 1;
}
