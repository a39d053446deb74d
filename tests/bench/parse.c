/* parse.c - speed of reading articles out of files, without the disk.
**
**   find DIR -name '*.txt' | build/bench/parse
**
** Files named on standard input are loaded first, then parsed over and over,
** as csto_articles does it, one reader for all of them.  Prints the speed of
** the best round in CPU time and how much of it came out as body.
*/
#include "article/article.h"
#include "base/rc.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FILES 100000
#define ROUNDS 7

typedef struct file {
  char *path, *data;
  size_t n;
} file;

static double now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int load(file *f, const char *path) {
  FILE *in = fopen(path, "rb");
  long n;
  if (!in) return 0;
  if (fseek(in, 0, SEEK_END) || (n = ftell(in)) < 0 ||
      fseek(in, 0, SEEK_SET)) {
    (void)fclose(in);
    return 0;
  }
  f->path = strdup(path);
  f->data = malloc((size_t)n + 1);
  if (!f->path || !f->data) exit(1);
  f->n = fread(f->data, 1, (size_t)n, in);
  (void)fclose(in);
  return 1;
}

/* Parses one file; returns the bytes of its articles' bodies. */
static size_t parse(csto_pages **p, const file *f) {
  size_t body = 0;
  csto_article a;
  int rc = *p ? csto_pages_reopen(*p, f->data, f->n, f->path)
              : csto_pages_open(p, f->data, f->n, f->path);
  while (rc == CSTO_OK && (rc = csto_pages_next(*p, &a)) == CSTO_OK)
    body += a.body.n;
  if (rc != CSTO_DONE) exit(1);
  return body;
}

int main(void) {
  static file files[FILES];
  char line[4096];
  size_t nfiles = 0, bytes = 0, body = 0, i;
  csto_pages *p = NULL;
  double best = 0, t;
  int round;
  while (nfiles < FILES && fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (load(&files[nfiles], line)) bytes += files[nfiles++].n;
  }
  if (!bytes) return 0;
  for (round = 0; round < ROUNDS; round++) {
    body = 0;
    t = now();
    for (i = 0; i < nfiles; i++) body += parse(&p, &files[i]);
    t = now() - t;
    if (round == 0 || t < best) best = t;
  }
  printf("%zu files, %.1f MB: %.1f MB/s, %.0f %% of it body\n", nfiles,
         (double)bytes / 1e6, (double)bytes / 1e6 / best,
         100.0 * (double)body / (double)bytes);
  csto_pages_close(p);
  return 0;
}
