/* articles.c - fuzzes the readers of every format: the first byte picks the
** ending of the path, the rest are the file's bytes. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "article/article.h"
#include "base/rc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void touch(csto_str s) {
  size_t i;
  volatile unsigned sum = 0;
  if (!s.s) return;
  for (i = 0; i < s.n; i++) sum += (unsigned char)s.s[i];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static const char *const paths[] = {"a.txt", "a.html", "a.jsonl", "a.rss",
                                      "a.xml", "a.json", "a.md"};
  csto_pages *p;
  csto_article a;
  char *copy;
  int rc, items = 0;
  if (n == 0) return 0;
  copy = malloc(n);
  if (!copy) return 0;
  memcpy(copy, data + 1, n - 1);
  rc = csto_pages_open(&p, copy, n - 1, paths[data[0] % 7]);
  while (rc == CSTO_OK && (rc = csto_pages_next(p, &a)) == CSTO_OK) {
    touch(a.site); touch(a.url); touch(a.agency); touch(a.author);
    touch(a.published); touch(a.published_text); touch(a.updated);
    touch(a.title); touch(a.lead); touch(a.body); touch(a.caption);
    touch(a.credit); touch(a.lang); touch(a.raw); touch(a.error);
    if (csto_article_words(&a) < 0) abort();
    if (++items > 100000) abort();
  }
  if (rc != CSTO_DONE) abort();
  csto_pages_close(p);
  free(copy);
  return 0;
}
