/* speed.c - CPU time of each floor of the core over a folder's texts.
**
**   build/bench/speed FILE...      (prints MB/s and words/s for each step)
**
** The files are gone through twice, once for the parts of entities and once
** as a whole, so that no step finds in the cache or in the tagger's memo what
** the other has left there.  A step includes nothing of an earlier one but
** the document it reads.
*/
#include "base/rc.h"
#include "entity/entity.h"
#include "speech/speech.h"
#include "text/doc.h"
#include "time/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WORDS, DATES, TAG, ENTITIES, QUOTES, RELATIONS, NSTEP };
static const char *const names[NSTEP] = {
    "words and sentences", "dates", "tagger", "entities (with both)",
    "quotes", "relations"};

typedef struct bench {
  double spent[NSTEP], last;
  size_t bytes, words, found[NSTEP];
} bench;

static double now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A step ends that found n rows. */
static void step(bench *b, int s, size_t n) {
  double t = now();
  b->spent[s] += t - b->last;
  b->found[s] += n;
  b->last = now();
}

static int parts(bench *b, csto_doc *d) {
  csto_date_mention *dm;
  csto_mention *m;
  size_t n;
  b->last = now();
  if (csto_dates(d, "2020-01-01", &dm, &n)) return 1;
  step(b, DATES, n);
  if (csto_tag(d, &m, &n)) return 1;
  step(b, TAG, n);
  return 0;
}

static int whole(bench *b, csto_doc *d) {
  csto_mention *m;
  csto_quote *q;
  csto_relation *r;
  size_t nm, nq, nr;
  b->last = now();
  if (csto_entities(d, "2020-01-01", NULL, 0, &m, &nm)) return 1;
  step(b, ENTITIES, nm);
  if (csto_quotes(d, m, nm, &q, &nq)) return 1;
  step(b, QUOTES, nq);
  if (csto_relations(d, "2020-01-01", m, nm, q, nq, &r, &nr)) return 1;
  step(b, RELATIONS, nr);
  return 0;
}

static int pass(bench *b, int nfile, char **file,
                int (*work)(bench *, csto_doc *)) {
  static char buf[1 << 22];
  csto_tag_memo *memo = csto_tag_memo_new();
  int i, rc = 0;
  for (i = 0; i < nfile && rc == 0; i++) {
    FILE *f = fopen(file[i], "rb");
    size_t n;
    csto_doc d;
    if (!f) continue;
    n = fread(buf, 1, sizeof buf, f);
    (void)fclose(f);
    b->last = now();
    if (csto_doc_open(&d, buf, n)) return 1;
    if (work == whole) {
      step(b, WORDS, 0);
      b->bytes += n;
      b->words += d.ntokens;
    }
    csto_tag_memo_lend(memo, &d);
    rc = work(b, &d);
    csto_doc_close(&d);
  }
  csto_tag_memo_free(memo);
  return rc;
}

int main(int argc, char **argv) {
  bench b = {0};
  double t;
  int i;
  if (pass(&b, argc - 1, argv + 1, parts) ||
      pass(&b, argc - 1, argv + 1, whole)) return 1;
  printf("%.1f MB, %zu tokens\n", (double)b.bytes / 1e6, b.words);
  for (i = 0; i < NSTEP; i++)
    printf("%-22s %8.1f MB/s %10.0f tokens/s %9zu rows\n", names[i],
           (double)b.bytes / 1e6 / b.spent[i], (double)b.words / b.spent[i],
           b.found[i]);
  t = b.spent[WORDS] + b.spent[ENTITIES] + b.spent[QUOTES] +
      b.spent[RELATIONS];
  printf("%-22s %8.1f MB/s %10.0f tokens/s\n", "all of them",
         (double)b.bytes / 1e6 / t, (double)b.words / t);
  return 0;
}
