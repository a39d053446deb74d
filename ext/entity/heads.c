/* heads.c - words that begin the name of an office or institution.
**
** One look-up in data/heads.tsv for each reading of a word: as written,
** without the article, without proclitics; done once for every word.  Cost:
** constant for a word.
*/
#include "entity/work.h"
#include "base/rc.h"
#include "text/known.h"
#include <string.h>

#define AL "\xd8\xa7\xd9\x84"
#define LAM "\xd9\x84"
#define BA "\xd8\xa8"
#define WAW "\xd9\x88"

enum { COL_KIND = 1, COL_TYPE, COL_GENDER };

csto_etype csto_head_type(uint32_t row) {
  return csto_etype_of(csto_table_cell(&csto_table_heads, row, COL_TYPE));
}

int csto_head_gender(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_heads, row, COL_GENDER);
  return *s == 'm' ? 1 : *s == 'f' ? 2 : 0;
}

static int head_kind(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_heads, row, COL_KIND);
  switch (s[0]) {
    case 'r': return CSTO_H_ROLE;
    case 'o': return CSTO_H_ORG;
    case 'p': return CSTO_H_PLACE;
    case 'e': return CSTO_H_EVENT;
    case 'd': return CSTO_H_DOC;
    default: return CSTO_H_TITLE;
  }
}

/* The phrase that begins with the word without its first `skip` bytes; *may
** is set when some phrase begins with it, wherever that ends. */
static csto_hit look(const csto_ework *w, size_t tok, size_t skip, size_t *n,
                     int *may) {
  if (!csto_table_may(&csto_table_heads, &w->d->tokens[tok], skip)) return 0;
  *may = 1;
  return csto_table_longest(&csto_table_heads, w->d, tok, skip, NULL, n);
}

static int try_head(const csto_ework *w, size_t tok, size_t skip, int al,
                    csto_head *h, int *may) {
  const csto_token *t = &w->d->tokens[tok];
  csto_hit x;
  size_t n;
  int definite = al;
  if (t->nnorm < skip + 4) return 0;
  x = look(w, tok, skip, &n, may);
  if (!x && t->nnorm > skip + 8 && !memcmp(t->norm + skip, AL, 4)) {
    x = look(w, tok, skip + 4, &n, may);
    definite = 1;
  }
  if (!x) return 0;
  h->row = csto_table_row(&csto_table_heads, x);
  h->kind = (uint8_t)head_kind(h->row);
  h->definite = (uint8_t)definite;
  h->al = (uint8_t)al;
  h->ntok = (uint16_t)n;
  h->skip = (uint16_t)skip;
  return 1;
}

/* وإلى: joined by what is written, no والي. */
static int is_joined(const csto_ework *w, const csto_token *t) {
  return t->end - t->start > 4 &&
         !memcmp(w->d->text + t->start, WAW "\xd8\xa5", 4);
}

static int readings(const csto_ework *w, size_t tok, csto_head *h, int *may) {
  const csto_token *t = &w->d->tokens[tok];
  const char *s = t->norm;
  size_t at;
  if (try_head(w, tok, 0, 0, h, may)) {
    if (!is_joined(w, t)) return 1;
    memset(h, 0, sizeof *h);
  }
  for (at = w->conj[tok]; ; at = 2) {
    if (at && try_head(w, tok, at, 0, h, may)) return 1;
    if (t->nnorm > at + 6) {
      if (!memcmp(s + at, LAM LAM, 4) && try_head(w, tok, at + 4, 1, h, may))
        return 1;
      if ((!memcmp(s + at, BA, 2) || !memcmp(s + at, LAM, 2)) &&
          try_head(w, tok, at + 2, 0, h, may)) return 1;
    }
    if (at || memcmp(s, WAW, 2)) return 0;
    if (w->cls[tok] & CSTO_W_COMMON)       /* ووزير */
      return try_head(w, tok, 2, 0, h, may);
  }
}

int csto_ework_heads(csto_ework *w) {
  const csto_token *t = w->d->tokens;
  size_t i;
  int may;
  w->head = csto_arena_zalloc(&w->d->arena,
                              (w->d->ntokens + 1) * sizeof *w->head);
  if (!w->head) return CSTO_NOMEM;
  for (i = 0; i < w->d->ntokens; i++) {
    if (t[i].kind != CSTO_T_WORD || t[i].mute & CSTO_MUTE_HEAD) continue;
    may = 0;
    if (!readings(w, i, &w->head[i], &may) && !may)
      csto_mute(w->d, i, CSTO_MUTE_HEAD);
  }
  return CSTO_OK;
}
