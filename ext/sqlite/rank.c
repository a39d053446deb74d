/* rank.c - csto_rank, the FTS5 ranking function.
**
**   SELECT title FROM f WHERE f MATCH csto_query(:q, 'any')
**   ORDER BY csto_rank(f) LIMIT 10;
**   INSERT INTO f(f, rank) VALUES('rank', 'csto_rank(3, 1)');
**
** Arguments: the weights of the columns, in order, then names and values of
** the settings below.  As with bm25 a better row has a lower number.
**
**   name       default  meaning
**   k1          1.5     how fast more occurrences of a word stop to count
**   b           0.95    how much long rows are held against their length
**   exact       0.75    weight of the exact form of a word beside its stem's
**   once        0.2     what a word counts by being there at all, however long
**                       the row (BM25+)
**   near        1       weight of words that stand close to one another
**   order       0.5     how much more where they follow each other as in the
**                       query
**
** Without column weights a column whose texts are on average under a quarter
** as long as the longest column's (a title) weighs 2, the others 1.
**
** HOW IT WORKS.  BM25 over the phrases of the query; in mode `any` each word
** is asked for by stem and in its exact form, so a row with the exact form
** scores both.  The exact form is as rare as the word is, not as its ending
** is: a phrase that stands where the one before it stands takes its weight
** from that one.  To that, for every phrase, BM25 again over its proximity to
** the others: each occurrence of another phrase at distance d adds that one's
** weight over d squared (S. Buettcher et al., Term proximity scoring, SIGIR
** 2006); only the neighbouring occurrences are looked at.  Two phrases that
** meet at one place are the same word and no neighbours.  The floor that a
** long row keeps is Y. Lv and C. Zhai's, Lower-bounding term frequency
** normalization, CIKM 2011.
** Cost: linear in the occurrences (64 of each phrase at the most are looked
** at for nearness), and one pass over the index of each phrase that needs a
** weight of its own.
*/
#include "sqlite/api.h"
#include <math.h>
#include <stdint.h>
#include <string.h>
#include "base/buf.h"
#include "base/mem.h"
#include "sqlite/tokenizer.h"

#define MAXPLACE 64      /* occurrences of a phrase looked at for nearness */
#define REACH 32         /* farthest neighbour, in words */

typedef struct settings {
  double k1, b, exact, once, near, order;
} settings;

typedef struct place {
  int64_t at;            /* column and position */
  int phrase;
} place;

/* What does not change from row to row, and room for one row's work. */
typedef struct ranker {
  settings set;
  int nphrase, ncol;
  double average;        /* words a row, weighted */
  double rows;
  double *idf;           /* [nphrase]; negative: not yet counted */
  double *value;         /* [nphrase] the weight it has in this row */
  double *weight;        /* [ncol] */
  double *tf, *close;    /* [nphrase] */
  place *places, *merged; /* [nphrase * MAXPLACE] */
} ranker;

static int count_row(const Fts5ExtensionApi *api, Fts5Context *fts,
                     void *count) {
  (void)api;
  (void)fts;
  ++*(sqlite3_int64 *)count;
  return SQLITE_OK;
}

static int setting(settings *s, const char *name, double v) {
  if (strcmp(name, "k1") == 0) s->k1 = v;
  else if (strcmp(name, "b") == 0) s->b = v;
  else if (strcmp(name, "near") == 0) s->near = v;
  else if (strcmp(name, "exact") == 0) s->exact = v;
  else if (strcmp(name, "once") == 0) s->once = v;
  else if (strcmp(name, "order") == 0) s->order = v;
  else return 0;
  return 1;
}

/* Reads the arguments; 0 and an error text when one is wrong. */
static int arguments(ranker *r, int argc, sqlite3_value **argv,
                     csto_buf *err) {
  int i = 0;
  while (i < argc && sqlite3_value_type(argv[i]) != SQLITE_TEXT) {
    if (i >= r->ncol) {
      csto_buf_printf(err, "csto_rank: %d column weights for %d columns",
                      i + 1, r->ncol);
      return 0;
    }
    r->weight[i] = sqlite3_value_double(argv[i]);
    i++;
  }
  for (; i < argc; i += 2) {
    const char *name = (const char *)sqlite3_value_text(argv[i]);
    if (!name || i + 1 >= argc) {
      csto_buf_printf(err, "csto_rank: no value for '%s'", name ? name : "");
      return 0;
    }
    if (!setting(&r->set, name, sqlite3_value_double(argv[i + 1]))) {
      csto_buf_printf(err, "csto_rank: unknown setting '%s'", name);
      return 0;
    }
  }
  return 1;
}

static void *carve(char **p, size_t n) {
  void *q = *p;
  *p += (n + 15) & ~(size_t)15;
  return q;
}

/* All of a ranker in one allocation, which FTS5 frees with csto_free. */
static ranker *ranker_new(int nphrase, int ncol) {
  size_t np = (size_t)nphrase, nc = (size_t)ncol;
  size_t n = sizeof(ranker) + (np * 4 + nc) * sizeof(double) +
             np * MAXPLACE * 2 * sizeof(place) + 16 * 8;
  char *p = csto_malloc(n);
  ranker *r = (ranker *)p;
  if (!p) return NULL;
  memset(p, 0, sizeof *r + 16);
  carve(&p, sizeof *r);
  r->nphrase = nphrase;
  r->ncol = ncol;
  r->idf = carve(&p, np * sizeof(double));
  r->value = carve(&p, np * sizeof(double));
  r->tf = carve(&p, np * sizeof(double));
  r->close = carve(&p, np * sizeof(double));
  r->weight = carve(&p, nc * sizeof(double));
  r->places = carve(&p, np * MAXPLACE * sizeof(place));
  r->merged = carve(&p, np * MAXPLACE * sizeof(place));
  r->set.k1 = 1.5;
  r->set.b = 0.95;
  r->set.exact = 0.75;
  r->set.once = 0.2;
  r->set.near = 1;
  r->set.order = 0.5;
  return r;
}

/* Column weights by average length, and the average row. */
static int measure_columns(const Fts5ExtensionApi *api, Fts5Context *fts,
                           ranker *r, sqlite3_int64 rows) {
  sqlite3_int64 n, longest = 0;
  int c, rc = SQLITE_OK;
  for (c = 0; c < r->ncol && rc == SQLITE_OK; c++) {
    rc = api->xColumnTotalSize(fts, c, &n);
    r->weight[c] = (double)n;
    if (n > longest) longest = n;
  }
  for (c = 0; c < r->ncol; c++)
    r->weight[c] = r->weight[c] * 4 < (double)longest ? 2 : 1;
  if (rc == SQLITE_OK) rc = api->xColumnTotalSize(fts, -1, &n);
  r->average = rc == SQLITE_OK && rows > 0 ? (double)n / (double)rows : 1;
  if (r->average <= 0) r->average = 1;
  return rc;
}

static int prepare(const Fts5ExtensionApi *api, Fts5Context *fts, int argc,
                   sqlite3_value **argv, csto_buf *err, ranker **out) {
  sqlite3_int64 rows = 0;
  ranker *r = ranker_new(api->xPhraseCount(fts), api->xColumnCount(fts));
  int i, rc = SQLITE_OK;
  *out = NULL;
  if (!r) return SQLITE_NOMEM;
  rc = api->xRowCount(fts, &rows);
  if (rc == SQLITE_OK) rc = measure_columns(api, fts, r, rows);
  if (rc == SQLITE_OK && !arguments(r, argc, argv, err)) rc = SQLITE_ERROR;
  r->rows = (double)rows;
  for (i = 0; i < r->nphrase; i++) r->idf[i] = -1;
  if (rc != SQLITE_OK) {
    csto_free(r);
    return rc;
  }
  *out = r;
  return api->xSetAuxdata(fts, r, csto_free);
}

/* ---- one row ---- */

/* Occurrences of phrase i: its weighted number to tf, the first places to
** dst.  Returns how many places, or -1 on an error (*rc). */
static int occurrences(const Fts5ExtensionApi *api, Fts5Context *fts,
                       ranker *r, int i, place *dst, int *rc) {
  Fts5PhraseIter it;
  int col, off, n = 0;
  r->tf[i] = r->close[i] = 0;
  *rc = api->xPhraseFirst(fts, i, &it, &col, &off);
  for (; *rc == SQLITE_OK && col >= 0;
       api->xPhraseNext(fts, &it, &col, &off)) {
    r->tf[i] += r->weight[col];
    if (n < MAXPLACE) {
      dst[n].at = (int64_t)col << 32 | off;
      dst[n++].phrase = i;
    }
  }
  return n;
}

/* The weight of phrase i: how rare it is. */
static int weigh(const Fts5ExtensionApi *api, Fts5Context *fts, ranker *r,
                 int i) {
  sqlite3_int64 hits = 0;
  int rc = SQLITE_OK;
  if (r->idf[i] < 0) {
    rc = api->xQueryPhrase(fts, i, &hits, count_row);
    r->idf[i] = log(1 + (r->rows - (double)hits + 0.5) / ((double)hits + 0.5));
    if (rc != SQLITE_OK) r->idf[i] = -1;
  }
  r->value[i] = r->idf[i];
  return rc;
}

/* 1 if the phrase before p's stands at p too, by the sorted places all[0..n);
** `last` is the last of its places that was looked at, if there are more. */
static int same_word(const place *all, int n, const place *p, int64_t last) {
  int low = 0, high = n;
  while (low < high) {
    int mid = low + (high - low) / 2;
    if (all[mid].at < p->at) low = mid + 1; else high = mid;
  }
  for (; low < n && all[low].at == p->at; low++)
    if (all[low].phrase == p->phrase - 1) return 1;
  return last >= 0 && p->at > last;
}

/* Merges the sorted lists a[0..na) and b[0..nb) to out. */
static void merge(const place *a, int na, const place *b, int nb,
                  place *out) {
  int i = 0, j = 0;
  while (i < na || j < nb) {
    if (j >= nb || (i < na && a[i].at <= b[j].at)) *out++ = a[i++];
    else *out++ = b[j++];
  }
}

/* Each place with those before it of other words. */
static void nearness(ranker *r, const place *p, int n) {
  int i, j, k;
  for (i = 0; i < n; i = j) {
    for (j = i + 1; j < n && p[j].at == p[i].at; j++) {}
    /* p[i..j) meet at one place; the group before it ends at i - 1 */
    for (k = i - 1; k >= 0 && k >= i - 8; k--) {
      double d = (double)(p[i].at - p[k].at);
      int m, same = 0;
      if (d > REACH) break;
      for (m = i; m < j; m++) same |= p[m].phrase == p[k].phrase;
      if (same) continue;
      for (m = i; m < j; m++) {
        int a = p[k].phrase, b = p[m].phrase;
        double share = (a < b ? 1 + r->set.order : 1) / (d * d);
        r->close[b] += r->value[a] * share;
        r->close[a] += r->value[b] * share;
      }
    }
  }
}

static double score(const ranker *r, double length) {
  const settings *s = &r->set;
  double k = s->k1 * (1 - s->b + s->b * length / r->average);
  double sum = 0;
  int i;
  for (i = 0; i < r->nphrase; i++) {
    if (r->tf[i] <= 0) continue;
    sum += r->value[i] *
           (s->once + r->tf[i] * (s->k1 + 1) / (r->tf[i] + k));
    if (r->close[i] > 0)
      sum += s->near * (r->value[i] < 1 ? r->value[i] : 1) * r->close[i] *
             (s->k1 + 1) / (r->close[i] + k);
  }
  return sum;
}

static int rank_row(const Fts5ExtensionApi *api, Fts5Context *fts, ranker *r,
                    double *out) {
  place *all = r->places, *spare = r->merged;
  int64_t last = -1;      /* of the phrase before, if it has more places */
  int i, n = 0, length = 0, rc = SQLITE_OK;
  for (i = 0; i < r->nphrase && rc == SQLITE_OK; i++) {
    int m = occurrences(api, fts, r, i, all + n, &rc);
    int64_t end = m == MAXPLACE ? all[n + m - 1].at : -1;
    if (m && rc == SQLITE_OK) {
      if (n && same_word(all, n, &all[n], last))
        r->value[i] = r->set.exact * r->value[i - 1];
      else
        rc = weigh(api, fts, r, i);
    }
    last = end;
    if (m && n && all[n].at < all[n - 1].at) {
      place *t = all;
      merge(all, n, all + n, m, spare);
      all = spare;
      spare = t;
    }
    n += m;
  }
  if (rc == SQLITE_OK) rc = api->xColumnSize(fts, -1, &length);
  if (rc != SQLITE_OK) return rc;
  if (r->set.near > 0 && n > 1) nearness(r, all, n);
  *out = -score(r, (double)length);
  return rc;
}

static void csto_rank(const Fts5ExtensionApi *api, Fts5Context *fts,
                      sqlite3_context *ctx, int argc, sqlite3_value **argv) {
  ranker *r = api->xGetAuxdata(fts, 0);
  double value = 0;
  csto_buf err;
  int rc = SQLITE_OK;
  csto_buf_init(&err);
  if (!r) rc = prepare(api, fts, argc, argv, &err, &r);
  if (rc == SQLITE_OK) rc = rank_row(api, fts, r, &value);
  if (rc == SQLITE_OK) sqlite3_result_double(ctx, value);
  else if (err.data) sqlite3_result_error(ctx, err.data, -1);
  else sqlite3_result_error_code(ctx, rc);
  csto_buf_free(&err);
}

int csto_rank_register(fts5_api *api) {
  return api->xCreateFunction(api, "csto_rank", NULL, csto_rank, NULL);
}
