/* usernames.c - the user's own list of names in a document.
**
** The names and their canonical forms are cut and folded as the text is, and
** put into a hash map with every beginning of theirs, so that a text is
** matched as with the built-in lexicon: a probe a word.  Costs nothing when
** the list is empty.
*/
#include "text/letters.h"
#include "entity/map.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

enum { K_BEGIN = 1, K_NAME };

typedef struct matcher {
  csto_ework *w;
  csto_emap map;
  char *buf;
  size_t cap;
} matcher;

/* Appends a word to the key under way; its new size, 0 when out of memory. */
static size_t join(matcher *m, size_t n, const char *pre, const char *s,
                   size_t k) {
  size_t p = pre ? strlen(pre) : 0, need = n + p + k + 2;
  if (need > m->cap) {
    char *b = csto_arena_alloc(&m->w->d->arena, need * 2);
    if (!b) return 0;
    if (n) memcpy(b, m->buf, n);
    m->buf = b;
    m->cap = need * 2;
  }
  if (n) m->buf[n++] = ' ';
  if (p) memcpy(m->buf + n, pre, p);
  memcpy(m->buf + n + p, s, k);
  return n + p + k;
}

static int add_name(matcher *m, const char *name, int32_t index) {
  csto_doc d;
  size_t i, n = 0;
  int rc;
  if (!name || !*name) return CSTO_OK;
  rc = csto_doc_open(&d, name, strlen(name));
  if (rc != CSTO_OK) return rc;
  for (i = 0; i < d.ntokens && rc == CSTO_OK; i++) {
    n = join(m, n, NULL, d.tokens[i].norm, d.tokens[i].nnorm);
    if (!n || !csto_emap_put(&m->map, m->buf, n,
                             i + 1 < d.ntokens ? K_BEGIN : K_NAME, index))
      rc = CSTO_NOMEM;
  }
  csto_doc_close(&d);
  return rc;
}

/* The longest name at token i without its first skip bytes. */
static int match(matcher *m, size_t i, size_t skip, const char *pre,
                 int32_t *index, size_t *ntok) {
  const csto_doc *d = m->w->d;
  size_t j, n = 0;
  *ntok = 0;
  for (j = i; j < d->ntokens; j++) {
    const csto_token *t = &d->tokens[j];
    int32_t x;
    if (j > i && t->newline) break;
    n = j == i ? join(m, 0, pre, t->norm + skip, t->nnorm - skip)
               : join(m, n, NULL, t->norm, t->nnorm);
    if (!n) return CSTO_NOMEM;
    x = csto_emap_get(&m->map, m->buf, n, K_NAME, -1);
    if (x >= 0) {
      *index = x;
      *ntok = j - i + 1;
    }
    if (csto_emap_get(&m->map, m->buf, n, K_BEGIN, -1) < 0) break;
  }
  return CSTO_OK;
}

static int at_token(matcher *m, const csto_user_name *u, size_t i,
                    size_t *next) {
  const csto_token *t = &m->w->d->tokens[i];
  csto_split split[CSTO_SPLITS];
  int k, n = 1, rc;
  size_t ntok = 0;
  int32_t x = -1;
  csto_span *s;
  memset(split, 0, sizeof *split);
  if (t->kind == CSTO_T_WORD)
    n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (k = 0; k < n && !ntok; k++) {
    if (split[k].clitics & CSTO_PC_SEEN) continue;
    rc = match(m, i, split[k].skip, split[k].pre_al ? AL : NULL, &x, &ntok);
    if (rc != CSTO_OK) return rc;
    if (ntok) break;
  }
  if (!ntok) return CSTO_OK;
  s = csto_ework_span(m->w, csto_etype_of(u[x].type), i, i + ntok,
                      split[k].skip, CSTO_S_USER, "own list", 1);
  if (!s) return CSTO_NOMEM;
  s->user = &u[x];
  s->al = split[k].pre_al;
  *next = i + ntok;
  return CSTO_OK;
}

int csto_user_spans(csto_ework *w, const csto_user_name *u, size_t n) {
  matcher m;
  size_t i, next;
  int rc = CSTO_OK;
  if (n == 0) return CSTO_OK;
  memset(&m, 0, sizeof m);
  m.w = w;
  csto_emap_init(&m.map, &w->d->arena);
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    rc = add_name(&m, u[i].name, (int32_t)i);
    if (rc == CSTO_OK) rc = add_name(&m, u[i].canonical, (int32_t)i);
  }
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i = next) {
    next = i + 1;
    rc = at_token(&m, u, i, &next);
  }
  return rc;
}
