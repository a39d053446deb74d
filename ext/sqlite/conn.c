/* conn.c - the last analysed text of a connection; see conn.h.
**
** An analysis is built step by step, each step once: words and sentences,
** dates, entities, quotes, relations.  Rows keep a reference, so replacing
** the last analysis never takes text away from a cursor that reads it.
** Cost: one comparison of the text a call when it is the same.
*/
#include "sqlite/conn.h"
#include "base/mem.h"
#include "base/rc.h"
#include "sqlite/bridge.h"
#include "sqlite/names.h"
#include <string.h>

/* Texts up to here leave their memory to the next, in bytes. */
#define ROOM_TEXT 65536

csto_conn *csto_conn_new(void) {
  csto_conn *c = csto_malloc(sizeof *c);
  if (!c) return NULL;
  memset(c, 0, sizeof *c);
  c->nref = 1;
  return c;
}

void csto_conn_unref(void *conn) {
  csto_conn *c = conn;
  if (!c || --c->nref > 0) return;
  csto_analysis_unref(c->last);
  csto_tag_memo_free(c->memo);
  csto_free(c);
}

void csto_analysis_unref(csto_analysis *a) {
  if (!a || --a->nref > 0) return;
  csto_doc_close(&a->doc);
  csto_names_free(a->user, a->nuser);
  csto_free(a->text);
  csto_free(a->published);
  csto_free(a->names);
  csto_free(a);
}

static char *copy(const char *s, size_t n) {
  char *p = csto_malloc(n + 1);
  if (!p) return NULL;
  if (n) memcpy(p, s, n);
  p[n] = 0;
  return p;
}

static int same(const char *have, const char *s, size_t n) {
  if (!have || !s) return !have && !s;
  return strlen(have) == n && memcmp(have, s, n) == 0;
}

/* A new analysis with its own copies of the inputs; the memory of `room` is
** the doc's from now on. */
static int analysis_new(const char *text, size_t n, const char *published,
                        size_t np, const char *names, size_t nn,
                        csto_arena room, csto_analysis **out,
                        csto_buf *err) {
  csto_analysis *a = csto_malloc(sizeof *a);
  int rc = CSTO_OK;
  *out = NULL;
  if (!a) {
    csto_arena_free(&room);
    return CSTO_NOMEM;
  }
  memset(a, 0, sizeof *a);
  a->doc.arena = room;
  a->nref = 1;
  a->bytes = n;
  a->text = copy(text, n);
  if (published) a->published = copy(published, np);
  if (names) a->names = copy(names, nn);
  if (!a->text || (published && !a->published) || (names && !a->names))
    rc = CSTO_NOMEM;
  if (rc == CSTO_OK && names)
    rc = csto_names_parse(names, nn, &a->user, &a->nuser, err);
  if (rc == CSTO_OK) rc = csto_doc_reopen(&a->doc, a->text, n);
  if (rc != CSTO_OK) {
    csto_analysis_unref(a);
    return rc;
  }
  a->have = CSTO_NEED_DOC;
  *out = a;
  return CSTO_OK;
}

/* Runs the steps of `need` that have not been run.  A failed step leaves
** the analysis as it was. */
static int deepen(csto_analysis *a, csto_tag_memo *memo, int need) {
  int rc = CSTO_OK;
  if (need & (CSTO_NEED_QUOTES | CSTO_NEED_RELATIONS))
    need |= CSTO_NEED_ENTITIES;
  if (need & CSTO_NEED_RELATIONS) need |= CSTO_NEED_QUOTES;
  need &= ~a->have;
  if (rc == CSTO_OK && (need & CSTO_NEED_DATES)) {
    rc = csto_dates(&a->doc, a->published, &a->dates, &a->ndates);
    if (rc == CSTO_OK) a->have |= CSTO_NEED_DATES;
  }
  csto_tag_memo_lend(memo, &a->doc);
  if (rc == CSTO_OK && (need & CSTO_NEED_ENTITIES)) {
    rc = csto_entities(&a->doc, a->published, a->user, a->nuser,
                       &a->mentions, &a->nmentions);
    if (rc == CSTO_OK) a->have |= CSTO_NEED_ENTITIES;
  }
  if (rc == CSTO_OK && (need & CSTO_NEED_QUOTES)) {
    rc = csto_quotes(&a->doc, a->mentions, a->nmentions, &a->quotes,
                     &a->nquotes);
    if (rc == CSTO_OK) a->have |= CSTO_NEED_QUOTES;
  }
  if (rc == CSTO_OK && (need & CSTO_NEED_RELATIONS)) {
    rc = csto_relations(&a->doc, a->published, a->mentions, a->nmentions,
                        a->quotes, a->nquotes, &a->relations,
                        &a->nrelations);
    if (rc == CSTO_OK) a->have |= CSTO_NEED_RELATIONS;
  }
  csto_tag_memo_lend(NULL, &a->doc);
  return rc;
}

/* Gives up the last analysis; its memory, where no row needs it and it is
** not much, is for the next one. */
static csto_arena forget(csto_conn *c) {
  csto_analysis *a = c->last;
  csto_arena room;
  csto_arena_init(&room);
  if (a && a->nref == 1 && a->bytes <= ROOM_TEXT) {
    room = a->doc.arena;
    csto_arena_init(&a->doc.arena);
  }
  csto_analysis_unref(a);
  c->last = NULL;
  return room;
}

int csto_analyse(csto_conn *c, sqlite3_value *text, sqlite3_value *published,
                 sqlite3_value *names, int need, csto_analysis **out,
                 csto_buf *err) {
  size_t n, np = 0, nn = 0;
  const char *s = csto_arg_text(text, &n), *p = NULL, *u = NULL;
  csto_analysis *a = c->last;
  int rc = CSTO_OK;
  *out = NULL;
  if (!s) return CSTO_NOMEM;
  if (published && !(p = csto_arg_text(published, &np)) && np)
    return CSTO_NOMEM;
  if (names && !(u = csto_arg_text(names, &nn)) && nn) return CSTO_NOMEM;
  if (!a || a->bytes != n || (n && memcmp(a->text, s, n)) ||
      !same(a->published, p, np) || !same(a->names, u, nn)) {
    rc = analysis_new(s, n, p, np, u, nn, forget(c), &a, err);
    if (rc != CSTO_OK) return rc;
    c->last = a;
  }
  if (need > CSTO_NEED_DATES && !c->memo) c->memo = csto_tag_memo_new();
  rc = deepen(a, c->memo, need);
  if (rc == CSTO_ARG && err->size == 0 && p)
    csto_buf_printf(err, "published '%.*s' is not a date", (int)np, p);
  if (rc != CSTO_OK) {
    /* what a failed step left in the arena is not to be trusted again */
    csto_analysis_unref(c->last);
    c->last = NULL;
    return rc;
  }
  a->nref++;
  *out = a;
  return CSTO_OK;
}

int csto_words_of(csto_conn *c, const char *s, size_t n, csto_doc *own,
                  csto_doc **out) {
  csto_analysis *a = c->last;
  int rc;
  *out = NULL;
  if (a && a->bytes == n && (n == 0 || memcmp(a->text, s, n) == 0)) {
    *out = &a->doc;
    return CSTO_OK;
  }
  rc = csto_doc_open(own, s, n);
  if (rc == CSTO_OK) *out = own;
  return rc;
}

void csto_words_done(csto_doc *own, csto_doc *d) {
  if (d == own) csto_doc_close(own);
}
