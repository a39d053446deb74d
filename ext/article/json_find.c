/* json_find.c - where the articles of a JSON text are.
**
** Dumps wrap their articles: a list, an answer of a service with its list
** inside, a hit with its source, the state of a page.  One pass over the
** tokens with a stack notes every object that has text of its own under a
** known name; objects inside such an object are parts of it.  Of the rest
** the list with most text is the file's list of articles, or the object with
** most text its article.  Linear; no recursion; memory: one entry an object
** with text.
*/
#include <string.h>
#include "article/page.h"
#include "base/jsonread.h"
#include "base/mem.h"
#include "base/rc.h"

#define DEEP 64
#define ENOUGH 40             /* bytes that are a text and not a label */

typedef struct level {
  size_t from;                /* its { or [ */
  size_t list;                /* place of the list it is in + 1, or 0 */
  size_t text, best;          /* bytes of text: its own, of a part */
  size_t first;               /* candidates when it opened */
  uint8_t array, field, title;
  uint8_t kind;               /* JSON-LD: 2 an article, 1 a page */
  int weight;                 /* of the field */
} level;

typedef struct found {
  size_t from, to, list, text;
} found;

typedef struct finder {
  csto_jsonread r;
  level stack[DEEP];
  size_t depth;
  found *list;
  size_t n, cap;
  csto_json_list *out;
} finder;

static int add(finder *f, const level *l, size_t to) {
  if (f->n == f->cap) {
    size_t cap = f->cap ? f->cap * 2 : 64;
    found *p = csto_realloc(f->list, cap * sizeof *p);
    if (!p) return CSTO_NOMEM;
    f->list = p;
    f->cap = cap;
  }
  f->list[f->n].from = l->from;
  f->list[f->n].to = to;
  f->list[f->n].list = l->list;
  f->list[f->n].text = l->text;
  f->n++;
  return CSTO_OK;
}

/* A string or number of the object on top, under a key of this field. */
static void leaf(finder *f, int field, int weight) {
  size_t n = f->r.text.size, i = f->depth;
  level *l;
  while (i > 1 && (f->stack[i - 1].array || f->stack[i - 1].field)) i--;
  l = &f->stack[i - 1];
  if (field == CSTO_F_TITLE && weight > 3 && i == f->depth) l->title = 1;
  if (field == CSTO_F_BODY || field == CSTO_F_HTML) l->text += n;
}

static int closed(finder *f) {
  level *l = &f->stack[--f->depth];
  size_t i;
  if (l->array || l->field || !(l->text >= ENOUGH || l->title))
    return CSTO_OK;
  for (i = l->first; i < f->n; i++)
    if (f->list[i].text > l->best) l->best = f->list[i].text;
  if (l->text * 2 < l->best || (l->text < ENOUGH && f->n > l->first))
    return CSTO_OK;                  /* what holds the article */
  f->n = l->first;
  return add(f, l, f->r.at);
}

static int opened(finder *f, char c, int field, int weight) {
  level *up = f->depth ? &f->stack[f->depth - 1] : NULL, *l;
  if (f->depth == DEEP) return CSTO_FORMAT;
  l = &f->stack[f->depth++];
  memset(l, 0, sizeof *l);
  l->from = f->r.at - 1;
  l->array = c == '[';
  l->first = f->n;
  if (up) {
    l->field = (uint8_t)(field ? field : up->field);
    l->weight = field ? weight : up->weight;
    if (csto_json_holds(c, l->field, l->weight)) l->field = CSTO_F_NONE;
    l->list = up->array ? up->from + 1 : up->list;
  }
  return CSTO_OK;
}

/* Walks the tokens.  CSTO_FORMAT: not JSON. */
static int walk(finder *f) {
  int field = CSTO_F_NONE, weight = 0, key = 0, rc = CSTO_OK;
  for (;;) {
    int k = csto_jsonread_next(&f->r);
    const char *s = f->r.text.data ? f->r.text.data : "";
    level *up = f->depth ? &f->stack[f->depth - 1] : NULL;
    if (k == CSTO_J_END) return f->depth ? CSTO_FORMAT : CSTO_OK;
    if (k == CSTO_J_ERROR) return f->r.text.rc ? CSTO_NOMEM : CSTO_FORMAT;
    if (k == CSTO_J_PUNCT) {
      if (s[0] == '{' || s[0] == '[') {
        rc = opened(f, s[0], field, weight);
        key = s[0] == '{';
        field = CSTO_F_NONE;
      } else if (s[0] == '}' || s[0] == ']') {
        if (!up) return CSTO_FORMAT;
        rc = closed(f);
        key = 0;
      } else if (s[0] == ',') {
        if (!up) return CSTO_FORMAT;
        key = !up->array;
      }
      if (rc != CSTO_OK) return rc;
      if (!f->depth) return CSTO_OK;
      continue;
    }
    if (!up) return CSTO_FORMAT;
    if (key && !up->array) {
      if (k != CSTO_J_STRING) return CSTO_FORMAT;
      key = 0;
      if (up->field) {               /* inside a field: its own text */
        int own = csto_json_part(s, f->r.text.size);
        int is = csto_json_key(s, f->r.text.size, &weight);
        field = own || ((up->field == CSTO_F_BODY ||
                         up->field == CSTO_F_HTML) &&
                        (is == CSTO_F_BODY || is == CSTO_F_HTML))
                    ? up->field : CSTO_F_NONE;
      } else {
        field = csto_json_key(s, f->r.text.size, &weight);
      }
      continue;
    }
    if (k == CSTO_J_STRING)
      leaf(f, up->array ? up->field : field, up->array ? 5 : weight);
    field = CSTO_F_NONE;
  }
}

/* The list, or the one article, with most text. */
static int choose(finder *f) {
  csto_json_list *out = f->out;
  size_t i, j, best = 0, list = 0, sum, one = 0;
  int any = 0;
  /* those of one list stand one after the other */
  for (i = 0; i < f->n; i = j) {
    sum = 0;
    for (j = i; j < f->n && f->list[j].list == f->list[i].list &&
                (j == i || f->list[i].list);
         j++)
      sum += f->list[j].text;
    if (sum > best || (!any && f->list[i].list)) {
      best = sum;
      list = f->list[i].list;
      one = i;
      any = 1;
    }
  }
  if (!any) return CSTO_OK;
  for (i = one; i < f->n; i++) {
    if (f->list[i].list != list || (i > one && !list)) continue;
    out->n++;
  }
  out->spans = csto_malloc((out->n ? out->n : 1) * sizeof *out->spans);
  if (!out->spans) return CSTO_NOMEM;
  for (i = one, j = 0; i < f->n && j < out->n; i++) {
    if (f->list[i].list != list) continue;
    out->spans[j].from = f->list[i].from;
    out->spans[j++].to = f->list[i].to;
  }
  return CSTO_OK;
}

int csto_json_find(csto_json_list *out, const char *s, size_t n) {
  finder f;
  int rc;
  memset(out, 0, sizeof *out);
  memset(&f, 0, sizeof f);
  f.out = out;
  csto_jsonread_init(&f.r, s, n);
  rc = walk(&f);
  if (rc == CSTO_OK) rc = choose(&f);
  csto_jsonread_free(&f.r);
  csto_free(f.list);
  if (rc != CSTO_OK) csto_json_list_free(out);
  return rc;
}

void csto_json_list_free(csto_json_list *l) {
  csto_free(l->spans);
  l->spans = NULL;
  l->n = 0;
}

/* ---- JSON-LD ---- */

static int ends(const char *s, size_t n, const char *end) {
  size_t k = strlen(end);
  return n >= k && memcmp(s + n - k, end, k) == 0;
}

/* Of a type of schema.org: 2 an article, 1 a page, 0 something else. */
static int type_kind(const char *s, size_t n) {
  if (ends(s, n, "Article") || ends(s, n, "Posting")) return 2;
  return ends(s, n, "Page") ? 1 : 0;
}

/* The objects of a script of JSON-LD. */
typedef struct typed_walk {
  level stack[DEEP];
  size_t depth, high;         /* high: how deep the best one is */
  int best;
  size_t from, to;            /* the best one */
} typed_walk;

/* { or [ at byte `at`; types: it is the value of @type. */
static int ld_open(typed_walk *t, char c, size_t at, int types) {
  level *l;
  if (t->depth == DEEP) return 0;
  l = &t->stack[t->depth++];
  l->from = at;
  l->array = c == '[';
  l->kind = 0;
  /* the types of a list of types are those of its object */
  l->field = (uint8_t)(types && c == '[');
  return 1;
}

/* } or ], which ends before byte `to`. */
static int ld_close(typed_walk *t, size_t to) {
  const level *l;
  if (!t->depth) return 0;
  l = &t->stack[--t->depth];
  if (l->kind > t->best ||
      (l->kind == t->best && t->best && t->depth < t->high)) {
    t->best = l->kind;
    t->high = t->depth;
    t->from = l->from;
    t->to = to;
  }
  return t->depth > 0;
}

/* The object on top, or the one whose list of types is on top, is of a type. */
static void ld_type(typed_walk *t, const char *s, size_t n) {
  size_t at = t->depth - 1;
  int kind = type_kind(s, n);
  if (t->stack[at].field && at) at--;
  if (kind > t->stack[at].kind) t->stack[at].kind = (uint8_t)kind;
}

int csto_json_ld_find(const char *s, size_t n, size_t *from, size_t *to,
                      int *typed) {
  csto_jsonread r;
  typed_walk t;
  int key = 0, type = 0, k;
  memset(&t, 0, sizeof t);
  t.high = DEEP;
  *typed = 0;
  csto_jsonread_init(&r, s, n);
  while ((k = csto_jsonread_next(&r)) != CSTO_J_END && k != CSTO_J_ERROR) {
    const char *x = r.text.data ? r.text.data : "";
    if (k == CSTO_J_PUNCT) {
      if (x[0] == '{' || x[0] == '[') {
        if (!ld_open(&t, x[0], r.at - 1, type)) break;
        key = x[0] == '{';
        type = 0;
      } else if (x[0] == '}' || x[0] == ']') {
        if (!ld_close(&t, r.at)) break;
        key = 0;
      } else if (x[0] == ',') {
        key = t.depth && !t.stack[t.depth - 1].array;
      }
      continue;
    }
    if (!t.depth) break;
    if (key && !t.stack[t.depth - 1].array) {
      type = r.text.size == 5 && memcmp(x, "@type", 5) == 0;
      key = 0;
      continue;
    }
    if (k == CSTO_J_STRING && (type || t.stack[t.depth - 1].field)) {
      ld_type(&t, x, r.text.size);
      *typed = 1;
    }
    type = 0;
  }
  k = r.text.rc;
  csto_jsonread_free(&r);
  if (t.best) *from = t.from, *to = t.to;
  return k ? -1 : t.best;
}
