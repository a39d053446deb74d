/* json.c - one JSON object becomes claims and body; JSON-LD of pages.
**
** The reader walks the tokens with a stack of keys.  A key that is a known
** name of a field (data/article_keys.tsv) gives its value to that field;
** the value may be a string, a list of strings, an object with the text
** under one of its own keys (name, rendered, ...), or a list of blocks.
** Objects under other keys are looked into; lists of objects under other
** keys (other stories, comments) give text at the most.  An object whose text
** is further inside is sought by json_find.c.  Linear; no recursion.
*/
#include <stdio.h>
#include <string.h>
#include "article/html_attrs.h"
#include "article/page.h"
#include "article/when.h"
#include "base/jsonread.h"
#include "base/rc.h"
#include "text/forms.h"
#include "time/calendar.h"

#define DEEP 64
#define INSIDE CSTO_F_COUNT      /* what holds more of the field above */

size_t csto_json_span(const char *s, size_t n) {
  size_t i, depth = 0;
  for (i = 0; i < n; i++) {
    char c = s[i];
    if (c == '"') {
      for (i++; i < n && s[i] != '"'; i++)
        if (s[i] == '\\') i++;
      if (i >= n) return 0;
    } else if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      if (depth <= 1) return depth ? i + 1 : 0;
      depth--;
    } else if (depth == 0) {
      return 0;
    }
  }
  return 0;
}

typedef struct level {
  uint8_t array;        /* a list, not an object */
  uint8_t field;        /* of the key that holds it */
  uint8_t dim;          /* in a list of objects of no known name */
  int weight;
} level;

typedef struct walker {
  csto_page *p;
  csto_jsonread r;
  level stack[DEEP];
  size_t depth;
  int ld;               /* JSON-LD: claims only */
  csto_buf body, html;
  int wbody, whtml;
  csto_str page;        /* a whole page of HTML among the values */
  int less;             /* JSON-LD: claims weigh so much less */
  int around;           /* only what holds the article: 1, the list: 2 */
} walker;

static int looks_marked_up(const char *s, size_t n) {
  const char *t = memchr(s, '<', n);
  return t && (memmem(s, n, "</", 2) || memmem(s, n, "<br", 3) ||
               memmem(s, n, "/>", 2));
}

static void add_body(walker *w, int field, int weight, const char *s,
                     size_t n) {
  csto_buf *b;
  int *best;
  if (n == 0) return;
  if (looks_marked_up(s, n) && (csto_says(s, n < 4000 ? n : 4000, "<html") ||
                                csto_says(s, n < 4000 ? n : 4000, "<body"))) {
    w->page.s = csto_arena_str(w->p->arena, s, n);
    w->page.n = w->page.s ? n : 0;
    return;
  }
  if (field == CSTO_F_HTML || looks_marked_up(s, n)) {
    b = &w->html;
    best = &w->whtml;
  } else {
    b = &w->body;
    best = &w->wbody;
  }
  if (weight < *best) return;
  if (weight > *best) {
    csto_buf_clear(b);
    *best = weight;
  }
  if (b->size) csto_buf_putc(b, '\n');
  if (b == &w->html) csto_html_text(b, s, n);
  else csto_buf_add(b, s, n);
}

/* Seconds or milliseconds since 1970 as an ISO date-time; 0: not likely. */
static int epoch(const char *s, size_t n, char *out, size_t room);

/* Text with tags or references in it as a claim. */
static void claim_markup(walker *w, int field, int weight, const char *s,
                         size_t n) {
  csto_buf b;
  csto_buf_init(&b);
  csto_html_text(&b, s, n);
  if (b.rc) w->p->arena->rc = b.rc;
  else if (b.size) csto_page_claim(w->p, field, weight, b.data, b.size);
  csto_buf_free(&b);
}

/* One more author beside those that weigh as much. */
static void add_author(walker *w, int weight, const char *s, size_t n) {
  csto_page *p = w->p;
  csto_str had = p->claim[CSTO_F_AUTHOR];
  csto_buf b;
  if (memmem(had.s, had.n, s, n)) return;
  csto_buf_init(&b);
  csto_buf_add(&b, had.s, had.n);
  csto_buf_puts(&b, "، ");
  csto_buf_add(&b, s, n);
  p->weight[CSTO_F_AUTHOR] = weight - 1;
  if (b.rc == CSTO_OK && b.size < 400)
    csto_page_claim(p, CSTO_F_AUTHOR, weight, b.data, b.size);
  p->weight[CSTO_F_AUTHOR] = weight;
  csto_buf_free(&b);
}

/* The field that a string around the article's object gives, or none. */
static int around(const walker *w, int field) {
  if (w->depth != 1) return CSTO_F_NONE;
  if (w->around == 2 && field == CSTO_F_TITLE) return CSTO_F_SITE;
  return field == CSTO_F_SITE || field == CSTO_F_LANG ||
                 (field == CSTO_F_URL && w->around != 2)
             ? field : CSTO_F_NONE;
}

static void value(walker *w, int field, int weight, int kind, const char *s,
                  size_t n) {
  char iso[40];
  if (kind == CSTO_J_WORD) return;
  if (w->around) {
    field = kind == CSTO_J_STRING ? around(w, field) : CSTO_F_NONE;
    weight = 1;
  }
  if (field == CSTO_F_NONE || field == CSTO_F_SKIP || field == INSIDE) return;
  if ((field == CSTO_F_PUBLISHED || field == CSTO_F_UPDATED) &&
      epoch(s, n, iso, sizeof iso)) {
    s = iso;
    n = strlen(iso);
  } else if (kind == CSTO_J_NUMBER) {
    return;
  }
  if (field == CSTO_F_BODY || field == CSTO_F_HTML) {
    if (!w->ld) add_body(w, field, weight, s, n);
    else if (n > 200 && !w->less) csto_page_claim(w->p, CSTO_F_BODY, 1, s, n);
  } else if (field == CSTO_F_SITE && memmem(s, n, "://", 3)) {
    csto_page_claim(w->p, CSTO_F_URL, 1, s, n);
  } else if ((field == CSTO_F_LEAD || field == CSTO_F_TITLE) &&
             (looks_marked_up(s, n) || memchr(s, '&', n))) {
    claim_markup(w, field, weight, s, n);
  } else if (field == CSTO_F_AUTHOR && w->p->weight[field] == weight &&
             w->p->claim[field].s) {
    add_author(w, weight, s, n);
  } else if (field != CSTO_F_URL || memmem(s, n, "://", 3)) {
    csto_page_claim(w->p, field, weight, s, n);
  }
}

int csto_json_part(const char *s, size_t n) {
  return (n == 1 && s[0] == '_') || csto_name_marked(s, n, "part");
}

int csto_json_holds(char c, int field, int weight) {
  return c == '{' && field == CSTO_F_BODY && weight < 4;
}

int csto_json_key(const char *s, size_t n, int *weight) {
  return n && s[0] != '_' ? csto_field_of(s, n, weight) : CSTO_F_NONE;
}

static int url_name(const char *s, size_t n) {
  int weight;
  return (n == 3 && memcmp(s, "@id", 3) == 0) ||
         csto_json_key(s, n, &weight) == CSTO_F_URL;
}

/* The field of a key inside the value of a known field. */
static int inner_field(const level *up, const char *s, size_t n, int *weight) {
  int f, wt = 0;
  *weight = up->weight;
  if (up->field == CSTO_F_SKIP) return CSTO_F_SKIP;
  if (csto_json_part(s, n)) return up->field;
  if (up->field == CSTO_F_BODY || up->field == CSTO_F_HTML) {
    f = csto_json_key(s, n, &wt);
    return f == CSTO_F_BODY || f == CSTO_F_HTML ? f
           : f == CSTO_F_NONE ? INSIDE : CSTO_F_SKIP;
  }
  if (up->field == CSTO_F_URL && url_name(s, n)) return CSTO_F_URL;
  return CSTO_F_SKIP;                /* strings and what is inside */
}

static int is_key(const char *s, size_t n, const char *key) {
  return strlen(key) == n && memcmp(s, key, n) == 0;
}

/* What a key of JSON-LD claims, the vocabulary of schema.org. */
static int ld_field(const walker *w, const char *s, size_t n, int f,
                    int *weight) {
  int wt = *weight;
  if (is_key(s, n, "mainEntityOfPage")) f = CSTO_F_URL, wt = 2;
  else if (is_key(s, n, "publisher")) f = CSTO_F_SITE, wt = 2;
  else if (is_key(s, n, "headline")) wt = 6;
  else if ((f == CSTO_F_PUBLISHED && n > 4) || f == CSTO_F_UPDATED) wt = 8;
  else if (f != CSTO_F_AUTHOR && f != CSTO_F_BODY) f = CSTO_F_NONE;
  *weight = wt > w->less ? wt - w->less : 0;
  return f;
}

/* The field that a key stands for inside the object on top. */
static int key_field(walker *w, const char *s, size_t n, int *weight) {
  const level *up = &w->stack[w->depth - 1];
  int f;
  if (up->field != CSTO_F_NONE) return inner_field(up, s, n, weight);
  *weight = 0;
  f = csto_json_key(s, n, weight);
  if (up->dim) {
    *weight = 1;
    return f == CSTO_F_BODY || f == CSTO_F_HTML ? f : CSTO_F_NONE;
  }
  if (w->ld) return ld_field(w, s, n, f, weight);
  if (w->depth > 1 && *weight > 1) --*weight;
  return f;
}

static void open_level(walker *w, char c, int field, int weight) {
  level *up = w->depth ? &w->stack[w->depth - 1] : NULL;
  level *l = &w->stack[w->depth++];
  l->array = c == '[';
  l->field = CSTO_F_NONE;
  l->dim = 0;
  l->weight = weight;
  if (!up) return;
  if (field == INSIDE || up->array) {
    l->field = up->field;
    l->weight = up->weight;
  } else {
    l->field = (uint8_t)field;
  }
  if (csto_json_holds(c, l->field, l->weight)) l->field = CSTO_F_NONE;
  l->dim = up->dim || (up->array && c == '{' && w->depth > 2 &&
                       up->field == CSTO_F_NONE && !w->ld);
}

/* Walks one value.  CSTO_FORMAT: not JSON. */
static int walk(walker *w) {
  int field = CSTO_F_NONE, weight = 0, key = 0, started = 0;
  for (;;) {
    int k = csto_jsonread_next(&w->r);
    const char *s = w->r.text.data ? w->r.text.data : "";
    size_t n = w->r.text.size;
    level *up = w->depth ? &w->stack[w->depth - 1] : NULL;
    if (k == CSTO_J_END) return w->depth ? CSTO_FORMAT : CSTO_OK;
    if (k == CSTO_J_ERROR) return w->r.text.rc ? CSTO_NOMEM : CSTO_FORMAT;
    if (k == CSTO_J_PUNCT) {
      switch (s[0]) {
        case '{':
        case '[':
          if (w->depth == DEEP) return CSTO_FORMAT;
          open_level(w, s[0], field, weight);
          started = 1;
          key = s[0] == '{';
          field = CSTO_F_NONE;
          weight = 0;
          break;
        case '}':
        case ']':
          if (!w->depth) return CSTO_FORMAT;
          w->depth--;
          if (w->depth == 0) return CSTO_OK;
          key = 0;
          break;
        case ',':
          if (!up) return CSTO_FORMAT;
          key = !up->array;
          break;
        default: break;               /* : */
      }
      continue;
    }
    if (!up) return started ? CSTO_OK : CSTO_FORMAT;
    if (key && !up->array) {
      if (k != CSTO_J_STRING) return CSTO_FORMAT;
      field = key_field(w, s, n, &weight);
      key = 0;
      continue;
    }
    if (up->array) value(w, up->field, up->weight, k, s, n);
    else value(w, field, weight, k, s, n);
    field = CSTO_F_NONE;
    weight = 0;
  }
}

static int epoch(const char *s, size_t n, char *out, size_t room) {
  long long v = 0;
  size_t i;
  int y, m, d, sec;
  for (i = 0; i < n && s[i] >= '0' && s[i] <= '9' && i < 15; i++)
    v = v * 10 + (s[i] - '0');
  if (i < n && s[i] != '.') return 0;
  if (v > 100000000000LL) v /= 1000;
  if (v < 300000000LL || v > 4102444800LL) return 0;
  sec = (int)(v % 86400);
  csto_jdn_date(csto_jdn(1970, 1, 1) + (int32_t)(v / 86400), &y, &m, &d);
  snprintf(out, room, "%04d-%02d-%02dT%02d:%02d:%02dZ", y % 10000, m % 100,
           d % 100, sec / 3600 % 24, sec / 60 % 60, sec % 60);
  return 1;
}

static void begin(walker *w, csto_page *p, const char *s, size_t n, int ld) {
  memset(w, 0, sizeof *w);
  w->p = p;
  w->ld = ld;
  csto_jsonread_init(&w->r, s, n);
  csto_buf_init(&w->body);
  csto_buf_init(&w->html);
}

static void done(walker *w) {
  csto_jsonread_free(&w->r);
  csto_buf_free(&w->body);
  csto_buf_free(&w->html);
}

/* What has been read, as the page's text. */
static int text_of(walker *w) {
  csto_page *p = w->p;
  int rc;
  csto_buf *b = w->html.size > w->body.size + w->body.size / 2 ? &w->html
                : w->body.size ? &w->body : &w->html;
  if (w->body.rc || w->html.rc) return CSTO_NOMEM;
  if (!b->size && w->page.n) return csto_html_read(p, w->page.s, w->page.n);
  rc = csto_page_declare(p, b);
  if (p->claim[CSTO_F_TITLE].s || !memchr(p->text, '\n', p->bytes)) return rc;
  /* the record of a crawl: a page as it was dumped, its headline in it, and
  ** the time when it was */
  p->declared = 0;
  if (p->claim[CSTO_F_URL].s && p->weight[CSTO_F_PUBLISHED] <= 3) {
    memset(&p->claim[CSTO_F_PUBLISHED], 0, sizeof p->claim[0]);
    p->weight[CSTO_F_PUBLISHED] = 0;
  }
  return rc;
}

int csto_json_read(csto_page *p, const char *s, size_t n, size_t from,
                   size_t to, int list) {
  walker w;
  int rc = CSTO_OK;
  if (from > 0) {
    /* what holds a list is read for each of its articles: not all of it */
    begin(&w, p, s, !list ? n : from < 2000 ? from : 2000, 0);
    w.around = list ? 2 : 1;
    rc = walk(&w);
    if (list && rc == CSTO_FORMAT) rc = CSTO_OK;
    done(&w);
  }
  begin(&w, p, s + from, to - from, 0);
  if (rc == CSTO_OK) rc = walk(&w);
  if (rc == CSTO_OK) rc = text_of(&w);
  done(&w);
  /* what the list is called may be its site; the address is safer */
  if (list && p->weight[CSTO_F_SITE] == 1 && p->claim[CSTO_F_URL].s)
    memset(&p->claim[CSTO_F_SITE], 0, sizeof p->claim[0]);
  return rc ? rc : p->arena->rc;
}

int csto_json_seek(csto_page *p, const char *s, size_t n) {
  csto_json_list l;
  walker w;
  size_t from = 0, to = n;
  int rc;
  begin(&w, p, s, n, 0);
  rc = walk(&w);
  if (rc == CSTO_OK && w.wbody < 5 && w.whtml < 5 && !w.page.n) {
    rc = csto_json_find(&l, s, n);
    if (rc == CSTO_OK) {
      if (l.n) from = l.spans[0].from, to = l.spans[0].to;
      csto_json_list_free(&l);
    }
  }
  if (rc == CSTO_OK && from == 0) rc = text_of(&w);
  done(&w);
  if (rc == CSTO_OK && from > 0) {
    memset(p->claim, 0, sizeof p->claim);
    memset(p->weight, 0, sizeof p->weight);
    return csto_json_read(p, s, n, from, to, 0);
  }
  return rc ? rc : p->arena->rc;
}

void csto_json_ld(csto_page *p, const char *s, size_t n) {
  walker w;
  size_t from = 0, to = n;
  int typed, kind = csto_json_ld_find(s, n, &from, &to, &typed);
  if (kind < 0) p->arena->rc = CSTO_NOMEM;
  if (kind <= 0 && typed) return;
  begin(&w, p, s + from, to - from, 1);
  w.less = kind == 1 ? 3 : 0;
  if (walk(&w) == CSTO_NOMEM) p->arena->rc = CSTO_NOMEM;
  done(&w);
}
