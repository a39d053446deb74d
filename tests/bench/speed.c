/* speed.c - CPU time of each floor of the core over a folder's texts.
**
**   build/bench/speed FILE...      (prints MB/s and words/s for each step)
**
** Each step runs over all files; a later step includes nothing of an earlier
** one but the document it reads.
*/
#include "base/rc.h"
#include "entity/entity.h"
#include "speech/speech.h"
#include "text/doc.h"
#include "time/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

enum { WORDS, DATES, TAG, ENTITIES, QUOTES, RELATIONS, NSTEP };
static const char *const names[NSTEP] = {
    "words and sentences", "dates", "tagger", "entities (with both)",
    "quotes", "relations"};

int main(int argc, char **argv) {
  double spent[NSTEP] = {0}, t;
  size_t bytes = 0, words = 0, found[NSTEP] = {0};
  int i;
  static char buf[1 << 22];
  for (i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    size_t n;
    csto_doc d, e;
    csto_date_mention *dm;
    csto_mention *m;
    csto_quote *q;
    csto_relation *r;
    size_t nd, nm, nq, nr;
    if (!f) continue;
    n = fread(buf, 1, sizeof buf, f);
    (void)fclose(f);
    t = now();
    if (csto_doc_open(&d, buf, n)) return 1;
    spent[WORDS] += now() - t;
    if (csto_doc_open(&e, buf, n)) return 1;
    bytes += n;
    words += d.ntokens;
    t = now();
    if (csto_dates(&e, "2020-01-01", &dm, &nd)) return 1;
    spent[DATES] += now() - t;
    found[DATES] += nd;
    t = now();
    if (csto_tag(&e, &m, &nm)) return 1;
    spent[TAG] += now() - t;
    found[TAG] += nm;
    csto_doc_close(&e);
    t = now();
    if (csto_entities(&d, "2020-01-01", NULL, 0, &m, &nm)) return 1;
    spent[ENTITIES] += now() - t;
    found[ENTITIES] += nm;
    t = now();
    if (csto_quotes(&d, m, nm, &q, &nq)) return 1;
    spent[QUOTES] += now() - t;
    found[QUOTES] += nq;
    t = now();
    if (csto_relations(&d, "2020-01-01", m, nm, q, nq, &r, &nr)) return 1;
    spent[RELATIONS] += now() - t;
    found[RELATIONS] += nr;
    csto_doc_close(&d);
  }
  printf("%.1f MB, %zu tokens\n", (double)bytes / 1e6, words);
  for (i = 0; i < NSTEP; i++)
    printf("%-22s %8.1f MB/s %10.0f tokens/s %9zu rows\n", names[i],
           (double)bytes / 1e6 / spent[i], (double)words / spent[i],
           found[i]);
  t = spent[WORDS] + spent[ENTITIES] + spent[QUOTES] + spent[RELATIONS];
  printf("%-22s %8.1f MB/s %10.0f tokens/s\n", "all of them",
         (double)bytes / 1e6 / t, (double)words / t);
  return 0;
}
