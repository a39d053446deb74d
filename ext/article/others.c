/* others.c - other stories on the page that nothing names as such: rows of
** headlines before and inside the text, long lines of them above it, teasers
** behind it.
**
** They are told from the text by their words: next to none of them recur in
** its sentences.  A row needs three headlines running; what a colon opens is
** a list or a poem, and so are shorter lines.  Linear in the lines.
*/
#include <string.h>
#include "article/infer.h"
#include "base/rc.h"

/* Lines above the text that are whole rows of other headlines. */
void csto_infer_tickers(csto_work *w) {
  csto_page *p = w->p;
  size_t i;
  unsigned all, hit;
  for (i = w->b; i < w->e; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE && l->ends) break;
    if (l->cls != CSTO_K_PROSE || l->copies > 1) continue;
    hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
    if (l->words >= 25 && !l->dots && hit * 4 < all) l->cls = CSTO_K_TICKER;
  }
}

#define ROW 3                  /* headlines that make a row */

/* May the line be another story's headline, by its form? */
static int like_headline(const csto_page *p, const csto_line *l) {
  return l->cls == CSTO_K_TEXT && l->words >= 6 && l->words <= 24 &&
         !l->ends && !l->bullet && l->copies == 1 && l->tag <= CSTO_G_HEAD &&
         p->text[l->end - 1] != ':' &&
         !memchr(csto_line_s(p, l), '/', csto_line_n(l)) &&
         !memmem(csto_line_s(p, l), csto_line_n(l), " - ", 3);
}

/* Has the line next to no words of the text? */
static int strange(const csto_work *w, const csto_line *l) {
  unsigned all, hit;
  hit = csto_vocab_share(&w->v, csto_line_s(w->p, l), csto_line_n(l), &all);
  return hit < 2 && hit * 4 < all;
}

/* Makes the lines from..to headlines of other stories, if they are as many
** and as long as a row of them has (verses are shorter). */
static int row(csto_page *p, size_t from, size_t to) {
  size_t i, words = 0;
  for (i = from; i < to; i++) words += p->lines[i].words;
  if (to - from < ROW || words < (to - from) * 8) return 0;
  for (i = from; i < to; i++) p->lines[i].cls = CSTO_K_OTHER;
  return 1;
}

/* Words of the text's whole sentences. */
static size_t told(const csto_work *w) {
  size_t i, n = 0;
  for (i = w->b; i < w->e; i++)
    if (w->p->lines[i].cls == CSTO_K_PROSE && w->p->lines[i].ends)
      n += w->p->lines[i].words;
  return n;
}

/* Rows of headlines of other stories, that nothing names: three and more
** lines running that have no words of the text.  What a colon opens is a
** list or a poem. */
int csto_infer_rows(csto_work *w) {
  csto_page *p = w->p;
  size_t i, j, k, from;
  int rc, found = 0;
  for (i = 0; i < p->nlines; i = j + 1) {
    for (j = i; j < p->nlines && like_headline(p, &p->lines[j]);) j++;
    if (j - i < ROW || (i > 0 && p->text[p->lines[i - 1].end - 1] == ':'))
      continue;
    if (!w->v.slots && told(w) < 60) return CSTO_OK;
    if (!w->v.slots && (rc = csto_infer_vocab(w)) != CSTO_OK) return rc;
    for (k = from = i; k <= j; k++) {
      if (k < j && strange(w, &p->lines[k])) continue;
      found |= row(p, from, k);
      from = k + 1;
    }
  }
  if (found) csto_infer_find_block(w, 0);
  return CSTO_OK;
}

/* A paragraph that breaks off, as teasers do. */
static int breaks_off(const csto_page *p, const csto_line *l) {
  size_t n = csto_line_n(l);
  const char *s = csto_line_s(p, l);
  return l->cls == CSTO_K_PROSE && l->words <= 60 && n > 3 &&
         (memcmp(s + n - 3, "...", 3) == 0 || memcmp(s + n - 3, "…", 3) == 0);
}

/* Other stories behind the text, each a headline and a paragraph that breaks
** off, with words of their own. */
int csto_infer_teasers(csto_work *w) {
  csto_page *p = w->p;
  csto_vocab v;
  size_t i, e = w->e;
  unsigned all, hit;
  while (e >= w->first + 4 && breaks_off(p, &p->lines[e - 1]) &&
         p->lines[e - 2].cls == CSTO_K_TEXT && p->lines[e - 2].words >= 4)
    e -= 2;
  if (e == w->e) return CSTO_OK;
  if (csto_vocab_init(&v, p->arena, 600)) return CSTO_NOMEM;
  for (i = w->first; i < e; i++)
    if (p->lines[i].cls == CSTO_K_PROSE)
      csto_vocab_add(&v, csto_line_s(p, &p->lines[i]),
                     csto_line_n(&p->lines[i]));
  for (; w->e > e; w->e -= 2) {
    uint32_t from = p->lines[w->e - 2].start, to = p->lines[w->e - 1].end;
    hit = csto_vocab_share(&v, p->text + from, to - from, &all);
    if (hit * 4 >= all) break;
    p->lines[w->e - 1].used = p->lines[w->e - 2].used = 0;
  }
  return CSTO_OK;
}
