/* json.c - one JSON object becomes claims and body; JSON-LD of pages.
**
** The reader walks the tokens with a stack of keys.  A key that is a known
** name of a field (data/article_keys.tsv) gives its value to that field;
** the value may be a string, a list of strings, an object with the text
** under one of its own keys (name, rendered, ...), or a list of blocks.
** Objects under other keys are looked into.  Linear; no recursion.
*/
#include <string.h>
#include "article/page.h"
#include "article/when.h"
#include "base/jsonread.h"
#include "base/rc.h"
#include "text/forms.h"

#define DEEP 64

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
  int article;          /* JSON-LD: types seen so far speak of an article */
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

static void value(walker *w, int field, int weight, int kind, const char *s,
                  size_t n) {
  char iso[40];
  if (kind == CSTO_J_WORD) return;
  if (field == CSTO_F_NONE || field == CSTO_F_SKIP) return;
  if (kind == CSTO_J_NUMBER) {
    if ((field != CSTO_F_PUBLISHED && field != CSTO_F_UPDATED) ||
        !epoch(s, n, iso, sizeof iso))
      return;
    s = iso;
    n = strlen(iso);
  }
  if (field == CSTO_F_BODY || field == CSTO_F_HTML) {
    if (!w->ld) add_body(w, field, weight, s, n);
    return;
  }
  if (field == CSTO_F_URL && !memmem(s, n, "://", 3)) return;
  if (field == CSTO_F_SITE && memmem(s, n, "://", 3)) {
    csto_page_claim(w->p, CSTO_F_URL, 1, s, n);
    return;
  }
  if (field == CSTO_F_LEAD || field == CSTO_F_TITLE) {
    if (looks_marked_up(s, n) || memchr(s, '&', n)) {
      csto_buf b;
      csto_buf_init(&b);
      csto_html_text(&b, s, n);
      if (b.rc) w->p->arena->rc = b.rc;
      else if (b.size) csto_page_claim(w->p, field, weight, b.data, b.size);
      csto_buf_free(&b);
      return;
    }
  }
  if ((field == CSTO_F_AUTHOR) && w->p->weight[field] == weight &&
      w->p->claim[field].s) {            /* another author */
    csto_buf b;
    csto_buf_init(&b);
    csto_buf_add(&b, w->p->claim[field].s, w->p->claim[field].n);
    csto_buf_puts(&b, "، ");
    csto_buf_add(&b, s, n);
    w->p->weight[field] = weight - 1;
    if (b.rc == CSTO_OK && b.size < 400)
      csto_page_claim(w->p, field, weight, b.data, b.size);
    w->p->weight[field] = weight;
    csto_buf_free(&b);
    return;
  }
  csto_page_claim(w->p, field, weight, s, n);
}

/* Keys that name an object rather than something in it. */
static int own_name(const char *s, size_t n) {
  static const char *const names[] = {"name", "rendered", "value", "text",
                                      "#text", "$t", "_", "title", "label",
                                      "displayName", "@value", "full_name",
                                      "raw", "plain"};
  size_t i;
  for (i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0) return 1;
  return 0;
}

static int url_name(const char *s, size_t n) {
  return (n == 3 && (memcmp(s, "url", 3) == 0 || memcmp(s, "@id", 3) == 0)) ||
         (n == 4 && (memcmp(s, "href", 4) == 0 || memcmp(s, "link", 4) == 0));
}

/* The field that a key stands for inside the object on top. */
static void key_field(walker *w, const char *s, size_t n, int *field,
                      int *weight) {
  const level *up = &w->stack[w->depth - 1];
  int f, wt = 0;
  *field = CSTO_F_NONE;
  *weight = 0;
  if (up->field != CSTO_F_NONE) {
    if (up->field == CSTO_F_SKIP) return;
    if (own_name(s, n)) {
      *field = up->field;
      *weight = up->weight;
      return;
    }
    if (up->field == CSTO_F_BODY || up->field == CSTO_F_HTML) {
      f = csto_field_of(s, n, &wt);
      if (f == CSTO_F_BODY || f == CSTO_F_HTML) {
        *field = f;
        *weight = up->weight;
      }
      return;
    }
    if (up->field == CSTO_F_URL && url_name(s, n)) {
      *field = CSTO_F_URL;
      *weight = up->weight;
    }
    return;
  }
  f = csto_field_of(s, n, &wt);
  if (w->ld) {
    if (n == 16 && memcmp(s, "mainEntityOfPage", 16) == 0) {
      f = CSTO_F_URL;
      wt = 2;
    } else if (n == 9 && memcmp(s, "publisher", 9) == 0) {
      f = CSTO_F_SITE;
      wt = 2;
    } else if (n == 8 && memcmp(s, "headline", 8) == 0) {
      wt = 6;
    } else if (f == CSTO_F_PUBLISHED && n > 4) {
      wt = 8;
    } else if (f == CSTO_F_UPDATED) {
      wt = 8;
    } else if (f != CSTO_F_AUTHOR) {
      f = CSTO_F_NONE;
    }
  }
  *field = f;
  *weight = w->depth > 1 && wt > 1 && !w->ld ? wt - 1 : wt;
}

/* Walks one value.  CSTO_FORMAT: not JSON. */
static int walk(walker *w) {
  int field = CSTO_F_NONE, weight = 0, key = 0, started = 0;
  size_t items = 0;
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
          if (s[0] == '{' && (!up || up->array) &&
              (!up || up->field == CSTO_F_NONE)) {
            /* a list of articles: the first one counts, of JSON-LD all */
            if (up && w->depth == 1 && items++ && !w->ld) return CSTO_OK;
          }
          w->stack[w->depth].array = s[0] == '[';
          w->stack[w->depth].field =
              (uint8_t)(up && up->array ? up->field : field);
          w->stack[w->depth].weight = up && up->array ? up->weight : weight;
          if (!up) w->stack[w->depth].field = CSTO_F_NONE;
          w->depth++;
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
      key_field(w, s, n, &field, &weight);
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
  long long v = 0, days;
  size_t i;
  int y, m, d, sec;
  for (i = 0; i < n && s[i] >= '0' && s[i] <= '9' && i < 15; i++)
    v = v * 10 + (s[i] - '0');
  if (v > 100000000000LL) v /= 1000;
  if (v < 300000000LL || v > 4102444800LL) return 0;
  days = v / 86400;
  sec = (int)(v % 86400);
  days += 719468;                         /* civil date from days */
  {
    long long era = days / 146097, doe = days - era * 146097;
    long long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    long long mp = (5 * doy + 2) / 153;
    d = (int)(doy - (153 * mp + 2) / 5 + 1);
    m = (int)(mp < 10 ? mp + 3 : mp - 9);
    y = (int)(yoe + era * 400 + (m <= 2));
  }
  if (room < 21) return 0;
  {
    const int f[6] = {y, m, d, sec / 3600, sec / 60 % 60, sec % 60};
    static const char sep[6] = {'-', '-', 'T', ':', ':', 'Z'};
    size_t k = 0;
    out[k++] = (char)('0' + f[0] / 1000 % 10);
    out[k++] = (char)('0' + f[0] / 100 % 10);
    for (i = 0; i < 6; i++) {
      int x = i ? f[i] : f[0] % 100;
      out[k++] = (char)('0' + x / 10 % 10);
      out[k++] = (char)('0' + x % 10);
      out[k++] = sep[i];
    }
    out[k] = 0;
  }
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

int csto_json_read(csto_page *p, const char *s, size_t n) {
  walker w;
  int rc;
  begin(&w, p, s, n, 0);
  rc = walk(&w);
  if (rc == CSTO_OK) rc = w.body.rc ? w.body.rc : w.html.rc;
  if (rc == CSTO_OK) {
    csto_buf *b = w.html.size > w.body.size + w.body.size / 2 ? &w.html
                  : w.body.size ? &w.body : &w.html;
    rc = csto_page_declare(p, b);
  }
  done(&w);
  return rc ? rc : p->arena->rc;
}

void csto_json_ld(csto_page *p, const char *s, size_t n) {
  walker w;
  begin(&w, p, s, n, 1);
  if (walk(&w) == CSTO_NOMEM) p->arena->rc = CSTO_NOMEM;
  done(&w);
}
