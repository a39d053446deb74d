/* table.c - look-ups in generated phrase tables; see table.h.
**
** A phrase's hash is built word by word, so the same walk finds every
** phrase that starts at a token: each prefix of a phrase has a slot, and a
** slot says whether longer phrases begin with it, and with which words they
** may go on.  A hit is one look at one cache line: 64 bits of hash are the
** phrase.  Most words begin no phrase of a table: a bit a word, sixteen times
** as many bits as words, says so first, and stays in the nearest cache.
*/
#include "text/table.h"
#include "base/hash.h"
#include <string.h>

int csto_table_lists(const csto_table *t, uint32_t row, uint32_t col,
                     const char *item, size_t n) {
  const char *s = csto_table_cell(t, row, col);
  int any = n > 0 && item[n - 1] == '=';
  while (*s) {
    size_t len = strcspn(s, ",");
    if (len >= n && (any || len == n) && !memcmp(s, item, n)) return 1;
    s += len;
    if (*s) s++;
  }
  return 0;
}

static const csto_table_slot *slot(const csto_table *t, uint64_t h) {
  uint32_t i = (uint32_t)h & (t->nslot - 1);
  if (t->nslot == 0) return NULL;
  for (; t->slots[i].hash; i = (i + 1) & (t->nslot - 1))
    if (t->slots[i].hash == h) return &t->slots[i];
  return NULL;
}

/* Hash of pre and a word; 0 when they are too long for any phrase. */
static uint64_t joined_hash(const char *pre, size_t npre, const char *w,
                            size_t n) {
  char joined[256];
  if (npre + n > sizeof joined) return 0;
  memcpy(joined, pre, npre);
  memcpy(joined + npre, w, n);
  return csto_hash(joined, npre + n, 0);
}

/* Hash of the word without its first `skip` bytes behind pre. */
static uint64_t first_hash(const csto_token *w, size_t skip, const char *pre) {
  size_t npre = pre ? strlen(pre) : 0;
  return npre ? joined_hash(pre, npre, w->norm + skip, w->nnorm - skip)
              : csto_token_hash(w, skip);
}

int csto_table_may_pre(const csto_table *t, const csto_token *w, size_t skip,
                       const char *pre) {
  return w->nnorm > skip && csto_table_begins(t, first_hash(w, skip, pre));
}

csto_hit csto_table_longest(const csto_table *t, const csto_doc *d,
                            size_t tok, size_t skip, const char *pre,
                            size_t *ntok) {
  size_t i;
  const csto_token *w = &d->tokens[tok];
  uint64_t x, h;
  csto_hit best = 0;
  *ntok = 0;
  if (tok >= d->ntokens || w->nnorm <= skip) return 0;
  x = first_hash(w, skip, pre);
  if (!csto_table_begins(t, x)) return 0;
  h = csto_hash_add(0, x);
  for (i = tok;;) {
    const csto_table_slot *s = slot(t, h);
    if (!s) break;
    if (s->entry) {
      best = s->entry;
      *ntok = i - tok + 1;
    }
    if (!s->more || ++i >= d->ntokens || d->tokens[i].newline) break;
    x = csto_token_hash(&d->tokens[i], 0);
    if (!(s->more & csto_table_next_bit(x))) break;
    h = csto_hash_add(h, x);
    if (!csto_table_begins(t, h)) break;
  }
  return best;
}

static csto_hit one_word(const csto_table *t, uint64_t x, uint32_t *more) {
  const csto_table_slot *s = csto_table_begins(t, x)
                                 ? slot(t, csto_hash_add(0, x)) : NULL;
  *more = s ? s->more : 0;
  return s ? s->entry : 0;
}

csto_hit csto_table_word(const csto_table *t, const char *pre, const char *w,
                         size_t n, uint32_t *more) {
  size_t npre = pre ? strlen(pre) : 0;
  return one_word(t, npre ? joined_hash(pre, npre, w, n)
                          : csto_hash(w, n, 0), more);
}

csto_hit csto_table_token(const csto_table *t, const csto_token *w,
                          size_t skip, uint32_t *more) {
  return one_word(t, csto_token_hash(w, skip), more);
}

csto_hit csto_table_ask(const csto_table *t, const csto_doc *d, size_t tok,
                        size_t skip, const char *pre, uint32_t *alone,
                        size_t *ntok) {
  const csto_token *w = &d->tokens[tok];
  uint32_t more;
  csto_hit h;
  if (!alone) return csto_table_longest(t, d, tok, skip, pre, ntok);
  *ntok = 0;
  if (w->nnorm <= skip) return 0;
  h = one_word(t, first_hash(w, skip, pre), &more);
  *alone |= more;
  *ntok = h != 0;
  return h;
}

csto_hit csto_table_find(const csto_table *t, const char *folded, size_t n) {
  uint64_t h = 0;
  size_t from = 0;
  const csto_table_slot *s = NULL;
  if (n && folded[n - 1] == ' ') return 0;
  while (from < n) {
    const char *sp = memchr(folded + from, ' ', n - from);
    size_t to = sp ? (size_t)(sp - folded) : n;
    uint64_t x = csto_hash(folded + from, to - from, 0);
    if (from == 0 && !csto_table_begins(t, x)) return 0;
    h = csto_hash_add(h, x);
    from = to + 1;
    s = slot(t, h);
    if (!s) return 0;
  }
  return s ? s->entry : 0;
}
