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
**
** csto_query may ask for the tokens of one word by phrases of their own,
** which FTS5 finds faster than synonyms.  They stand between two empty
** phrases and are one term here, as any other phrase is one by itself.
**
** The length of a row is a record of its own to FTS5.  It is read only while
** the row may be among the best EXACT ones: a row is as long at the least as
** its last occurrence is far from its start, and the score with that length
** is an upper bound.  Rows behind those are ordered by the bound.
**
** Cost: linear in the occurrences (64 of each phrase at the most are looked
** at for nearness), and one pass over the index of each term that needs a
** weight of its own; none when the query is one term, whose weight would
** change no order and is 1.
*/
#include "sqlite/api.h"
#include <math.h>
#include <stdint.h>
#include <string.h>
#include "base/buf.h"
#include "base/mem.h"
#include "sqlite/tokenizer.h"

#define MAXPLACE 64      /* occurrences of a phrase looked at for nearness */
#define FEW 4            /* occurrences that are not worth a merge */
#define REACH 32         /* farthest neighbour, in words */
#define EXACT 256        /* rows whose order is exact */
#define SAMPLE 256       /* rows of a phrase that are counted, see tally */

typedef struct settings {
  double k1, b, exact, once, near, order;
} settings;

typedef struct place {
  int64_t at;            /* column and position */
  int term;
} place;

/* What does not change from row to row, and room for one row's work. */
typedef struct ranker {
  settings set;
  int nphrase, ncol, nterm;
  int grouped;           /* some term is several phrases */
  int bounded;           /* a longer row never scores more */
  double average;        /* words a row, weighted */
  sqlite3_int64 rows;
  int *term;             /* [nphrase]: the term of a phrase, or -1 */
  int *first;            /* [nterm]: its first phrase */
  double *idf;           /* [nterm]; negative: not yet counted */
  double *value;         /* [nterm] the weight it has in this row */
  double *weight;        /* [ncol] */
  double *tf, *close;    /* [nterm] */
  int *last;             /* [ncol]: the last place in the row, or -1 */
  place *places, *merged; /* [nphrase * MAXPLACE] */
  int nbest;
  double best[EXACT];    /* the best scores so far, a heap: worst first */
} ranker;

/* How many rows a phrase has; sampled where words are asked for by their
** tokens: there a row has all of them, so their weights matter less. */
typedef struct tally {
  sqlite3_int64 hits, rows;
  int sampled;
} tally;

static int count_row(const Fts5ExtensionApi *api, Fts5Context *fts,
                     void *ctx) {
  tally *t = ctx;
  sqlite3_int64 at;
  if (++t->hits != SAMPLE || !t->sampled) return SQLITE_OK;
  at = api->xRowid(fts);
  if (at < 1 || at > t->rows) return SQLITE_OK;   /* not numbered from 1 */
  t->hits = (sqlite3_int64)((double)SAMPLE * (double)t->rows / (double)at);
  return SQLITE_DONE;
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

/* Reads a setting's name and value; 0 and an error text when it is wrong. */
static int named(settings *s, const char *name, sqlite3_value *v,
                 csto_buf *err) {
  int type = sqlite3_value_numeric_type(v);
  double number = sqlite3_value_double(v);
  const char *text = (const char *)sqlite3_value_text(v);
  if (!setting(s, name, number)) {
    csto_buf_printf(err, "csto_rank: unknown setting '%s'", name);
    return 0;
  }
  if ((type == SQLITE_INTEGER || type == SQLITE_FLOAT) && number >= 0)
    return 1;
  csto_buf_printf(err, "csto_rank: %s '%s' is not a number from 0", name,
                  text ? text : "NULL");
  return 0;
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
    if (!named(&r->set, name, argv[i + 1], err)) return 0;
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
             (np * 2 + nc) * sizeof(int) +
             np * MAXPLACE * 2 * sizeof(place) + 16 * 12;
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
  r->term = carve(&p, np * sizeof(int));
  r->first = carve(&p, np * sizeof(int));
  r->last = carve(&p, nc * sizeof(int));
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

/* How many phrases from i on are one term: two or three of one word between
** empty ones, or the phrase itself. */
static int group_at(const Fts5ExtensionApi *api, Fts5Context *fts,
                    const ranker *r, int i) {
  int k = i + 1;
  if (api->xPhraseSize(fts, i) != 0) return 1;
  while (k < r->nphrase && k < i + 4 && api->xPhraseSize(fts, k) == 1) k++;
  if (k < i + 3 || k >= r->nphrase || api->xPhraseSize(fts, k) != 0)
    return 1;
  return k + 1 - i;
}

/* Which term each phrase belongs to; -1: an empty phrase. */
static void terms_of(const Fts5ExtensionApi *api, Fts5Context *fts,
                     ranker *r) {
  int i, k, n;
  for (i = 0; i < r->nphrase; i += n) {
    int used = 0;
    n = group_at(api, fts, r, i);
    for (k = i; k < i + n; k++) {
      int empty = api->xPhraseSize(fts, k) == 0;
      r->term[k] = empty ? -1 : r->nterm;
      if (!empty && !used++) r->first[r->nterm] = k;
    }
    r->nterm += used > 0;
    r->grouped |= n > 1;
  }
}

/* Is the score with a shorter length never less? */
static int falls(const ranker *r) {
  const settings *s = &r->set;
  int c, sound = s->k1 >= 0 && s->b >= 0 && s->b <= 1 && s->exact >= 0 &&
                 s->near >= 0 && s->order >= -1;
  for (c = 0; c < r->ncol; c++) sound &= r->weight[c] >= 0;
  return sound;
}

/* Column weights by average length, and the average row. */
static int measure_columns(const Fts5ExtensionApi *api, Fts5Context *fts,
                           ranker *r) {
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
  r->average = rc == SQLITE_OK && r->rows > 0
               ? (double)n / (double)r->rows : 1;
  if (r->average <= 0) r->average = 1;
  return rc;
}

static int prepare(const Fts5ExtensionApi *api, Fts5Context *fts, int argc,
                   sqlite3_value **argv, csto_buf *err, ranker **out) {
  ranker *r = ranker_new(api->xPhraseCount(fts), api->xColumnCount(fts));
  int i, rc = SQLITE_OK;
  *out = NULL;
  if (!r) return SQLITE_NOMEM;
  rc = api->xRowCount(fts, &r->rows);
  if (rc == SQLITE_OK) rc = measure_columns(api, fts, r);
  if (rc == SQLITE_OK && !arguments(r, argc, argv, err)) rc = SQLITE_ERROR;
  terms_of(api, fts, r);
  r->bounded = falls(r);
  for (i = 0; i < r->nterm; i++) r->idf[i] = r->nterm == 1 ? 1 : -1;
  if (rc != SQLITE_OK) {
    csto_free(r);
    return rc;
  }
  *out = r;
  return api->xSetAuxdata(fts, r, csto_free);
}

/* ---- one row ---- */

/* Occurrences of phrase i: their weighted number is added to its term's tf,
** the first places go to dst (only one if there is no other term).  Returns
** how many places; *rc tells of an error. */
static int occurrences(const Fts5ExtensionApi *api, Fts5Context *fts,
                       ranker *r, int i, place *dst, int *rc) {
  Fts5PhraseIter it;
  int col, off, n = 0, t = r->term[i], most = r->nterm > 1 ? MAXPLACE : 1;
  double tf = 0;
  *rc = api->xPhraseFirst(fts, i, &it, &col, &off);
  for (; *rc == SQLITE_OK && col >= 0;
       api->xPhraseNext(fts, &it, &col, &off)) {
    tf += r->weight[col];
    if (off > r->last[col]) r->last[col] = off;
    if (n < most) {
      dst[n].at = (int64_t)col << 32 | off;
      dst[n++].term = t;
    }
  }
  r->tf[t] += tf;
  return n;
}

/* The weight of term t: how rare it is.  The rows of a group are estimated
** from those of its phrases, as if these stood independently. */
static int weigh(const Fts5ExtensionApi *api, Fts5Context *fts, ranker *r,
                 int t) {
  double n = r->rows > 0 ? (double)r->rows : 1, without = 1;
  int i, rc = SQLITE_OK;
  if (r->idf[t] < 0) {
    for (i = r->first[t]; i < r->nphrase && rc == SQLITE_OK &&
         r->term[i] == t; i++) {
      tally c = {0, 0, 0};
      c.rows = r->rows;
      c.sampled = r->grouped;
      rc = api->xQueryPhrase(fts, i, &c, count_row);
      without *= 1 - (double)c.hits / n;
    }
    if (rc != SQLITE_OK) return rc;
    if (without < 0) without = 0;
    r->idf[t] = log(1 + (n * without + 0.5) / (n * (1 - without) + 0.5));
  }
  r->value[t] = r->idf[t];
  return rc;
}

/* 1 if the term before p's stands at p too, by the sorted places all[0..n);
** `last` is the last of its places that was looked at, if there are more. */
static int same_word(const place *all, int n, const place *p, int64_t last) {
  int low = 0, high = n;
  while (low < high) {
    int mid = low + (high - low) / 2;
    if (all[mid].at < p->at) low = mid + 1; else high = mid;
  }
  for (; low < n && all[low].at == p->at; low++)
    if (all[low].term == p->term - 1) return 1;
  return last >= 0 && p->at > last;
}

/* Puts the sorted p[n..n + m) into their places in the sorted p[0..n). */
static void insert(place *p, int n, int m) {
  int i, j;
  for (j = n; j < n + m; j++) {
    place x = p[j];
    for (i = j; i > 0 && p[i - 1].at > x.at; i--) p[i] = p[i - 1];
    p[i] = x;
  }
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
  int i, j, k, m;
  for (i = 0; i < n; i = j) {
    for (j = i + 1; j < n && p[j].at == p[i].at; j++) {}
    /* p[i..j) meet at one place; the group before it ends at i - 1 */
    for (k = i - 1; k >= 0 && k >= i - 8; k--) {
      int64_t d = p[i].at - p[k].at;
      int a = p[k].term;
      if (d > REACH) break;
      for (m = i; m < j && p[m].term != a; m++) {}
      if (m < j) continue;
      for (m = i; m < j; m++) {
        int b = p[m].term;
        double share = (a < b ? 1 + r->set.order : 1) / (double)(d * d);
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
  for (i = 0; i < r->nterm; i++) {
    if (r->tf[i] <= 0) continue;
    sum += r->value[i] *
           (s->once + r->tf[i] * (s->k1 + 1) / (r->tf[i] + k));
    if (r->close[i] > 0)
      sum += s->near * (r->value[i] < 1 ? r->value[i] : 1) * r->close[i] *
             (s->k1 + 1) / (r->close[i] + k);
  }
  return sum;
}

/* Keeps the score x if it is one of the best. */
static void remember(ranker *r, double x) {
  double *h = r->best;
  int i, k;
  if (r->nbest < EXACT) {
    for (i = r->nbest++; i > 0 && h[(i - 1) / 2] > x; i = (i - 1) / 2)
      h[i] = h[(i - 1) / 2];
    h[i] = x;
    return;
  }
  if (x <= h[0]) return;
  for (i = 0; (k = i * 2 + 1) < EXACT; i = k) {
    if (k + 1 < EXACT && h[k + 1] < h[k]) k++;
    if (h[k] >= x) break;
    h[i] = h[k];
  }
  h[i] = x;
}

/* The score of the row whose tf, close and last are known; its length is
** read if it matters. */
static int row_score(const Fts5ExtensionApi *api, Fts5Context *fts,
                     ranker *r, double *out) {
  int c, length = 0, rc;
  if (r->bounded && r->nbest == EXACT) {
    for (c = 0; c < r->ncol; c++) length += r->last[c] + 1;
    *out = score(r, (double)length);
    if (*out < r->best[0]) return SQLITE_OK;
  }
  rc = api->xColumnSize(fts, -1, &length);
  if (rc != SQLITE_OK) return rc;
  *out = score(r, (double)length);
  if (r->bounded) remember(r, *out);
  return rc;
}

/* The occurrences of phrase i behind the n places at *all, which stay sorted;
** *last is the last place of the phrase before, if it has more. */
static int add_phrase(const Fts5ExtensionApi *api, Fts5Context *fts,
                      ranker *r, int i, place **all, place **spare, int *n,
                      int64_t *last) {
  int rc, t = r->term[i];
  place *to = *all + *n;
  int m = occurrences(api, fts, r, i, to, &rc);
  int64_t end = m == MAXPLACE ? to[m - 1].at : -1;
  if (rc != SQLITE_OK) return rc;
  if (m) {
    if (*n && !r->grouped && same_word(*all, *n, to, *last))
      r->value[t] = r->set.exact * r->value[t - 1];
    else
      rc = weigh(api, fts, r, t);
  }
  *last = end;
  if (m && *n && to->at < to[-1].at) {
    if (m <= FEW) {
      insert(*all, *n, m);
    } else {
      merge(*all, *n, to, m, *spare);
      to = *all;
      *all = *spare;
      *spare = to;
    }
  }
  *n += m;
  return rc;
}

static int rank_row(const Fts5ExtensionApi *api, Fts5Context *fts, ranker *r,
                    double *out) {
  place *all = r->places, *spare = r->merged;
  int64_t last = -1;
  int i, n = 0, rc = SQLITE_OK;
  for (i = 0; i < r->nterm; i++) r->tf[i] = r->close[i] = 0;
  for (i = 0; i < r->ncol; i++) r->last[i] = -1;
  for (i = 0; i < r->nphrase && rc == SQLITE_OK; i++)
    if (r->term[i] >= 0)
      rc = add_phrase(api, fts, r, i, &all, &spare, &n, &last);
  if (rc != SQLITE_OK) return rc;
  if (r->set.near > 0 && r->nterm > 1) nearness(r, all, n);
  rc = row_score(api, fts, r, out);
  *out = -*out;
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
