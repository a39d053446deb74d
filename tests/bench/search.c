/* search.c - the tokenizer, the index and queries beside FTS5's own.
**
**   ls FILES | build/bench/search build/csto [ROUNDS]
**
** Reads the files named on standard input and prints, for unicode61, trigram
** and csto in one run: xTokenize over all texts in MB of UTF-8 a second (CPU
** time, best of ROUNDS); time to build a contentless index and its size; and
** the median and 99th percentile of four kinds of query, ranked, ten rows,
** made from the texts themselves by a fixed rule.
*/
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NQUERY 150

static char **texts;
static size_t ntext, bytes;
static sqlite3 *db;

static double now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void check(int rc, const char *what) {
  if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE) return;
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
  exit(1);
}

static void run(const char *sql) {
  check(sqlite3_exec(db, sql, NULL, NULL, NULL), sql);
}

static void read_texts(void) {
  char path[4096];
  size_t cap = 0;
  while (fgets(path, sizeof path, stdin)) {
    static char buf[1 << 22];
    FILE *f;
    size_t n;
    path[strcspn(path, "\n")] = 0;
    f = fopen(path, "rb");
    if (!f) continue;
    n = fread(buf, 1, sizeof buf - 1, f);
    (void)fclose(f);
    buf[n] = 0;
    n = strlen(buf);
    if (ntext >= cap) {
      cap = cap ? cap * 2 : 1024;
      texts = realloc(texts, cap * sizeof *texts);
      if (!texts) exit(1);
    }
    texts[ntext] = malloc(n + 1);
    if (!texts[ntext]) exit(1);
    memcpy(texts[ntext++], buf, n + 1);
    bytes += n;
  }
}

/* ---- xTokenize ---- */

static int count(void *ctx, int flags, const char *token, int n, int from,
                 int to) {
  (void)flags; (void)token; (void)n; (void)from; (void)to;
  ++*(size_t *)ctx;
  return SQLITE_OK;
}

static void tokenize(fts5_api *api, const char *name, const char **arg,
                     int narg, int rounds) {
  fts5_tokenizer t;
  Fts5Tokenizer *p;
  void *user;
  size_t tokens = 0, i;
  double best = 1e9;
  check(api->xFindTokenizer(api, name, &user, &t), name);
  check(t.xCreate(user, arg, narg, &p), name);
  while (rounds-- > 0) {
    double from = now();
    tokens = 0;
    for (i = 0; i < ntext; i++)
      check(t.xTokenize(p, &tokens, FTS5_TOKENIZE_DOCUMENT, texts[i],
                        (int)strlen(texts[i]), count), name);
    from = now() - from;
    if (from < best) best = from;
  }
  t.xDelete(p);
  printf("| xTokenize | %s | %.1f MB/s | %zu tokens |\n", name,
         (double)bytes / 1e6 / best, tokens);
}

/* ---- index ---- */

static void build(const char *table, const char *tokenizer) {
  char sql[400];
  sqlite3_stmt *st;
  double from;
  size_t i;
  snprintf(sql, sizeof sql, "CREATE VIRTUAL TABLE %s USING fts5(t, "
           "content='', tokenize=\"%s\")", table, tokenizer);
  run(sql);
  snprintf(sql, sizeof sql, "INSERT INTO %s(rowid, t) VALUES(?1, ?2)", table);
  check(sqlite3_prepare_v2(db, sql, -1, &st, NULL), sql);
  from = now();
  run("BEGIN");
  for (i = 0; i < ntext; i++) {
    sqlite3_bind_int64(st, 1, (sqlite3_int64)i + 1);
    sqlite3_bind_text(st, 2, texts[i], -1, SQLITE_STATIC);
    sqlite3_step(st);
    check(sqlite3_reset(st), "insert");
  }
  run("COMMIT");
  from = now() - from;
  sqlite3_finalize(st);
  snprintf(sql, sizeof sql, "SELECT sum(length(block)) FROM %s_data", table);
  check(sqlite3_prepare_v2(db, sql, -1, &st, NULL), sql);
  sqlite3_step(st);
  printf("| index | %s | %.1f MB/s | %.2f MB |\n", tokenizer,
         (double)bytes / 1e6 / from,
         (double)sqlite3_column_int64(st, 0) / 1e6);
  sqlite3_finalize(st);
}

/* ---- queries ---- */

enum { PAIR, PHRASE, PREFIX, ANY, NKIND };
static const char *const kinds[] = {
    "two common words", "phrase of 2 words", "prefix of 3 letters",
    "any of 12 words"};
static char queries[NKIND][NQUERY][1024];

static int letter(unsigned char c) { return c >= 0xd8 && c <= 0xdb; }

/* Appends the next word of Arabic letters at *p with at least `least` bytes;
** 0 at the end of the text. */
static int take(const char **p, char *out, size_t least) {
  for (;;) {
    const char *s = *p;
    size_t n = 0;
    while (*s && !letter((unsigned char)*s)) s++;
    if (!*s) return 0;
    while (letter((unsigned char)s[n]) && s[n + 1]) n += 2;
    *p = s + n;
    if (n < least || n > 60) continue;
    if (*out) strcat(out, " ");
    strncat(out, s, n);
    return 1;
  }
}

static void make_queries(void) {
  /* the most frequent words of four letters and more, from a sample */
  static char word[64][64];
  int nword = 0, i, k;
  sqlite3_stmt *st;
  run("CREATE VIRTUAL TABLE v USING fts5vocab('u', 'row')");
  check(sqlite3_prepare_v2(db, "SELECT term FROM v WHERE length(term) > 3 "
        "AND term >= 'ا' ORDER BY doc DESC LIMIT 64", -1, &st, NULL),
        "vocabulary");
  while (sqlite3_step(st) == SQLITE_ROW && nword < 64)
    snprintf(word[nword++], 64, "%s",
             (const char *)sqlite3_column_text(st, 0));
  sqlite3_finalize(st);
  for (i = 0; i < NQUERY; i++) {
    const char *p = texts[(size_t)i * 7919 % ntext];
    size_t skip = strlen(p) / 3;
    while (skip && (p[skip] & 0xc0) == 0x80) skip--;
    p += skip;
    if (nword > 1)
      snprintf(queries[PAIR][i], 1024, "%s %s", word[i % nword],
               word[(i * 5 + 1 + i / nword) % nword]);
    for (k = 0; k < 2; k++) (void)take(&p, queries[PHRASE][i], 2);
    (void)take(&p, queries[PREFIX][i], 8);
    queries[PREFIX][i][6] = 0;
    for (k = 0; k < 12; k++) (void)take(&p, queries[ANY][i], 4);
    for (k = 0; k < NKIND; k++)                /* the text was too short */
      if (!*queries[k][i]) strcpy(queries[k][i], i ? queries[k][i - 1] : "x");
  }
}

/* The query in FTS5's own syntax. */
static void plain(int kind, const char *q, char *out) {
  if (kind == PHRASE) sprintf(out, "\"%s\"", q);
  else if (kind == PREFIX) sprintf(out, "\"%s\"*", q);
  else {
    *out = 0;
    while (*q) {
      size_t n = strcspn(q, " ");
      if (*out) strcat(out, kind == ANY ? " OR " : " ");
      sprintf(out + strlen(out), "\"%.*s\"", (int)n, q);
      q += n + (q[n] == ' ');
    }
  }
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void ask(const char *table, const char *rank, int own) {
  int kind, i;
  for (kind = 0; kind < NKIND; kind++) {
    double spent[NQUERY];
    size_t rows = 0;
    char sql[400], q[2048];
    sqlite3_stmt *st;
    snprintf(sql, sizeof sql, "SELECT rowid FROM %s WHERE %s MATCH %s "
             "ORDER BY %s(%s) LIMIT 10", table, table,
             own ? "csto_query(?1, ?2)" : "?1", rank, table);
    check(sqlite3_prepare_v2(db, sql, -1, &st, NULL), sql);
    for (i = 0; i < NQUERY; i++) {
      double from;
      if (own) {
        snprintf(q, sizeof q, kind == PHRASE ? "\"%s\"" : kind == PREFIX
                 ? "%s*" : "%s", queries[kind][i]);
      } else {
        plain(kind, queries[kind][i], q);
      }
      sqlite3_bind_text(st, 1, q, -1, SQLITE_TRANSIENT);
      if (own) sqlite3_bind_text(st, 2, kind == ANY ? "any" : "default", -1,
                                 SQLITE_STATIC);
      from = now();
      while (sqlite3_step(st) == SQLITE_ROW) rows++;
      spent[i] = now() - from;
      check(sqlite3_reset(st), q);
    }
    sqlite3_finalize(st);
    qsort(spent, NQUERY, sizeof *spent, by_value);
    printf("| %s | %s, %s | p50 %.2f ms | p99 %.2f ms (%zu rows) |\n",
           kinds[kind], table, rank, spent[NQUERY / 2] * 1e3,
           spent[NQUERY * 99 / 100] * 1e3, rows);
  }
}

static fts5_api *api_of(void) {
  fts5_api *api = NULL;
  sqlite3_stmt *st;
  check(sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &st, NULL), "fts5");
  sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step(st);
  sqlite3_finalize(st);
  return api;
}

int main(int argc, char **argv) {
  const char *marks[] = {"remove_diacritics", "2"};
  int rounds = argc > 2 ? atoi(argv[2]) : 3;
  char *err = NULL;
  fts5_api *api;
  if (argc < 2) return 2;
  read_texts();
  check(sqlite3_open(":memory:", &db), "open");
  (void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(db, argv[1], NULL, &err)) {
    fprintf(stderr, "%s\n", err);
    return 1;
  }
  api = api_of();
  printf("%zu texts, %.1f MB\n\n", ntext, (double)bytes / 1e6);
  printf("| what | who | speed | size |\n|---|---|---|---|\n");
  tokenize(api, "unicode61", marks, 2, rounds);
  tokenize(api, "trigram", NULL, 0, rounds);
  tokenize(api, "csto", NULL, 0, rounds);
  build("u", "unicode61 remove_diacritics 2");
  build("c", "csto");
  if (argc > 3) build("g", "trigram");
  make_queries();
  ask("u", "bm25", 0);
  ask("c", "bm25", 1);
  ask("c", "csto_rank", 1);
  sqlite3_close(db);
  return 0;
}
