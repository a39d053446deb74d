/* table.c - look-ups in generated phrase tables; see table.h.
**
** A phrase's hash is built word by word, so the same walk finds every
** phrase that starts at a token: each prefix of a phrase has a slot, and a
** slot says whether longer phrases begin with it.  Slots keep the high half
** of the hash; a hit is confirmed against the phrase's own letters.  Most
** words begin no phrase of a table: a bit a word, sixteen times as many bits
** as words, says so first, and stays in the nearest cache.
*/
#include "text/table.h"
#include "base/hash.h"
#include <string.h>

static const csto_table_slot *slot(const csto_table *t, uint64_t h) {
  uint32_t tag = (uint32_t)(h >> 32) | 1u, i = (uint32_t)h & (t->nslot - 1);
  if (t->nslot == 0) return NULL;
  for (; t->slots[i].hash; i = (i + 1) & (t->nslot - 1))
    if (t->slots[i].hash == tag) return &t->slots[i];
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

/* Do tokens tok.. spell the phrase, the first as pre + its rest? */
static int spells(const csto_doc *d, size_t tok, size_t n, size_t skip,
                  const char *pre, size_t npre, const char *phrase) {
  size_t i;
  if (npre) {
    if (strncmp(phrase, pre, npre)) return 0;
    phrase += npre;
  }
  for (i = 0; i < n; i++, skip = 0) {
    const csto_token *t = &d->tokens[tok + i];
    size_t k = t->nnorm - skip;
    if (strncmp(phrase, t->norm + skip, k)) return 0;
    phrase += k;
    if (*phrase != (i + 1 < n ? ' ' : 0)) return 0;
    phrase++;
  }
  return 1;
}

csto_hit csto_table_match(const csto_table *t, const csto_doc *d, size_t tok,
                          size_t skip, const char *pre, size_t *ntok) {
  size_t i, npre = pre ? strlen(pre) : 0;
  const csto_token *w = &d->tokens[tok];
  uint64_t x, h;
  csto_hit best = 0;
  *ntok = 0;
  if (tok >= d->ntokens || w->nnorm <= skip) return 0;
  x = npre ? joined_hash(pre, npre, w->norm + skip, w->nnorm - skip)
           : csto_token_hash(w, skip);
  if (!csto_table_begins(t, x)) return 0;
  h = csto_hash_add(0, x);
  for (i = tok;;) {
    const csto_table_slot *s = slot(t, h);
    if (!s) break;
    if (s->entry &&
        spells(d, tok, i - tok + 1, skip, pre, npre,
               t->pool + t->entries[s->entry - 1].phrase)) {
      best = s->entry;
      *ntok = i - tok + 1;
    }
    if (!s->more || ++i >= d->ntokens || d->tokens[i].newline) break;
    h = csto_hash_add(h, csto_token_hash(&d->tokens[i], 0));
  }
  return best;
}

static csto_hit one_word(const csto_table *t, uint64_t x, const char *pre,
                         size_t npre, const char *w, size_t n, int *more) {
  const csto_table_slot *s = csto_table_begins(t, x)
                                 ? slot(t, csto_hash_add(0, x)) : NULL;
  const char *p;
  *more = s && s->more;
  if (!s || !s->entry) return 0;
  p = t->pool + t->entries[s->entry - 1].phrase;
  if (npre && strncmp(p, pre, npre)) return 0;
  p += npre;
  return strncmp(p, w, n) == 0 && p[n] == 0 ? s->entry : 0;
}

csto_hit csto_table_word(const csto_table *t, const char *pre, const char *w,
                         size_t n, int *more) {
  size_t npre = pre ? strlen(pre) : 0;
  uint64_t x = npre ? joined_hash(pre, npre, w, n) : csto_hash(w, n, 0);
  return one_word(t, x, pre, npre, w, n, more);
}

csto_hit csto_table_token(const csto_table *t, const csto_token *w,
                          size_t skip, int *more) {
  return one_word(t, csto_token_hash(w, skip), NULL, 0, w->norm + skip,
                  w->nnorm - skip, more);
}

csto_hit csto_table_find(const csto_table *t, const char *folded, size_t n) {
  uint64_t h = 0;
  size_t from = 0;
  const csto_table_slot *s = NULL;
  const char *phrase;
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
  if (!s || !s->entry) return 0;
  phrase = t->pool + t->entries[s->entry - 1].phrase;
  return strlen(phrase) == n && memcmp(phrase, folded, n) == 0 ? s->entry : 0;
}
