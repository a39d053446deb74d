/* feed.c - RSS and Atom items, <DOC> and the like of corpora, and other XML
** of articles.
**
** An item is the text from its start tag to its end tag (what it is called:
** kind item of data/article_marks.tsv); inside, every element with a known
** name (data/article_keys.tsv; a prefix such as dc: is part of the name, else
** it is dropped) gives its text to that field, other elements are looked
** into, and so are known ones that hold others.  The attributes of the item,
** and of elements without text, count as elements.
** Where no element has an item's name, items are what holds the first text.
** Not a validating parser: what a broken feed holds is read as far as it
** goes.  Linear.
*/
#include <string.h>
#include "article/html_attrs.h"
#include "article/page.h"
#include "article/when.h"
#include "base/rc.h"
#include "text/forms.h"

#define MOST_DOWN 64          /* keeps unclosed elements linear */
#define LONG_NAME 24          /* names of items are no longer */

static int same(const char *s, size_t n, const char *lower) {
  size_t i;
  for (i = 0; i < n; i++) {
    int c = (unsigned char)s[i];
    if (c >= 'A' && c <= 'Z') c += 32;
    if (c != (unsigned char)lower[i] || !lower[i]) return 0;
  }
  return lower[n] == 0;
}

static size_t name_length(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && ((s[i] >= 'a' && s[i] <= 'z') ||
                   (s[i] >= 'A' && s[i] <= 'Z') || s[i] == '_' ||
                   (s[i] >= '0' && s[i] <= '9') || s[i] == '-' ||
                   s[i] == ':' || s[i] == '.'))
    i++;
  return i;
}

/* The place of "</name" from i on, n if there is none. */
static size_t close_tag(const char *s, size_t n, size_t i, const char *name,
                        size_t nn) {
  while (i < n) {
    const char *t = memmem(s + i, n - i, "</", 2);
    size_t k;
    if (!t) return n;
    i = (size_t)(t - s);
    if (n - i > nn + 2) {
      for (k = 0; k < nn; k++)
        if ((s[i + 2 + k] | 32) != (name[k] | 32)) break;
      if (k == nn && name_length(s + i + 2, n - i - 2) == nn) return i;
    }
    i += 2;
  }
  return n;
}

/* Skips a comment, CDATA, declaration at s[i] = "<!" or "<?". */
static size_t skip(const char *s, size_t n, size_t i) {
  const char *e;
  if (n - i >= 4 && memcmp(s + i, "<!--", 4) == 0) {
    e = memmem(s + i, n - i, "-->", 3);
    return e ? (size_t)(e - s) + 3 : n;
  }
  if (n - i >= 9 && memcmp(s + i, "<![CDATA[", 9) == 0) {
    e = memmem(s + i, n - i, "]]>", 3);
    return e ? (size_t)(e - s) + 3 : n;
  }
  e = memchr(s + i, '>', n - i);
  return e ? (size_t)(e - s) + 1 : n;
}

/* The next tag from *i on, comments and declarations passed over; its name is
** nn bytes at *i + 1 (none: an end tag).  NULL: there is no other. */
static const char *next_tag(const char *s, size_t n, size_t *i, size_t *nn) {
  while (*i < n) {
    const char *t = memchr(s + *i, '<', n - *i);
    if (!t) break;
    *i = (size_t)(t - s);
    if (*i + 1 < n && (s[*i + 1] == '!' || s[*i + 1] == '?')) {
      *i = skip(s, n, *i);
      continue;
    }
    *nn = name_length(t + 1, n - *i - 1);
    return t;
  }
  return NULL;
}

/* Does an element of this name hold one article?  own: a name that does. */
static int item_name(const char *s, size_t n, csto_str own) {
  char lower[LONG_NAME];
  size_t k;
  if (!n) return 0;
  if (own.n == n && memcmp(own.s, s, n) == 0) return 1;
  if (n > sizeof lower) return 0;
  for (k = 0; k < n; k++)
    lower[k] = s[k] >= 'A' && s[k] <= 'Z' ? (char)(s[k] + 32) : s[k];
  return csto_marked(lower, n, "item");
}

/* Does the element hold items rather than being one? */
static int holds_items(const char *s, size_t n, csto_str own) {
  size_t i = 0, nn;
  while (i < n && (unsigned char)s[i] <= ' ') i++;
  if (i + 1 < n && s[i] == '<') {
    nn = name_length(s + i + 1, n - i - 1);
    if (item_name(s + i + 1, nn, own) && !same(s + i + 1, nn, "article"))
      return 1;
  }
  return memmem(s, n, "<item>", 6) || memmem(s, n, "<item ", 6) ||
         memmem(s, n, "<entry>", 7) || memmem(s, n, "<entry ", 7);
}

int csto_xml_item(const char *s, size_t n, csto_str own, size_t *at,
                  size_t *from, size_t *to) {
  size_t i = *at, nn, e, checked = 0;
  const char *gt;
  while (next_tag(s, n, &i, &nn)) {
    if (!item_name(s + i + 1, nn, own)) {
      i++;
      continue;
    }
    gt = memchr(s + i, '>', n - i);
    if (!gt) break;
    if (gt[-1] == '/') {
      i = (size_t)(gt - s) + 1;
      continue;
    }
    e = close_tag(s, n, (size_t)(gt - s), s + i + 1, nn);
    if (checked < 4 && holds_items(gt + 1, e - (size_t)(gt + 1 - s), own)) {
      checked++;
      i = (size_t)(gt - s) + 1;
      continue;
    }
    if (e < n) {
      gt = memchr(s + e, '>', n - e);
      e = gt ? (size_t)(gt - s) + 1 : n;
    }
    *from = i;
    *to = *at = e;
    return 1;
  }
  *at = n;
  return 0;
}

static int field_name(const char *name, size_t nn, int *weight) {
  int f = csto_field_of(name, nn, weight);
  const char *colon;
  if (f == CSTO_F_NONE && (colon = memchr(name, ':', nn)) != NULL)
    f = csto_field_of(colon + 1, nn - (size_t)(colon + 1 - name), weight);
  return f;
}

csto_str csto_xml_holder(const char *s, size_t n) {
  csto_str open[64], none = {NULL, 0};
  size_t i = 0, depth = 0, k, nn;
  const char *t, *gt;
  while ((t = next_tag(s, n, &i, &nn)) != NULL) {
    int end, weight;
    end = i + 1 < n && s[i + 1] == '/';
    t += 1 + end;
    nn = name_length(t, (size_t)(s + n - t));
    gt = memchr(t, '>', (size_t)(s + n - t));
    if (!gt) break;
    i = (size_t)(gt - s) + 1;
    if (!nn || gt[-1] == '/') continue;
    if (end) {
      for (k = depth; k-- > 0;)
        if (open[k].n == nn && memcmp(open[k].s, t, nn) == 0) {
          depth = k;
          break;
        }
      continue;
    }
    k = (size_t)field_name(t, nn, &weight);
    if (depth && ((k == CSTO_F_BODY && weight > 3) || k == CSTO_F_HTML))
      return open[depth - 1];
    if (depth == 64) break;
    open[depth].s = t;
    open[depth++].n = nn;
  }
  return none;
}

/* Character data of s: CDATA opened, entities resolved once. */
static void decode(csto_buf *b, const char *s, size_t n) {
  size_t i = 0;
  while (i < n) {
    uint32_t cp, cp2;
    size_t k = 0;
    if (s[i] == '<' && n - i >= 9 && memcmp(s + i, "<![CDATA[", 9) == 0) {
      const char *e = memmem(s + i, n - i, "]]>", 3);
      size_t end = e ? (size_t)(e - s) : n;
      csto_buf_add(b, s + i + 9, end - i - 9);
      i = e ? end + 3 : n;
      continue;
    }
    if (s[i] == '&') k = csto_entity(s + i, n - i, &cp, &cp2);
    if (k) {
      csto_buf_putcp(b, cp);
      i += k;
    } else {
      size_t from = i++;
      while (i < n && s[i] != '&' && s[i] != '<') i++;
      csto_buf_add(b, s + from, i - from);
    }
  }
}

typedef struct reader {
  csto_page *p;
  csto_buf body, text;      /* text: of one element */
  int wbody;
  int down;                 /* known elements looked into */
} reader;

/* The <name> of a person or source that has more about it. */
static void narrow(const char **s, size_t *n) {
  const char *t = memmem(*s, *n, "<name>", 6);
  size_t e;
  if (!t) return;
  e = close_tag(*s, *n, (size_t)(t - *s), "name", 4);
  *n = e - (size_t)(t + 6 - *s);
  *s = t + 6;
}

static void field(reader *r, int f, int weight, const char *s, size_t n) {
  size_t i = 0;
  csto_buf *t = &r->text;
  csto_buf_clear(t);
  if (f == CSTO_F_AUTHOR || f == CSTO_F_AGENCY || f == CSTO_F_SITE)
    narrow(&s, &n);
  decode(t, s, n);
  if (t->rc) return;
  while (i < t->size && (unsigned char)t->data[i] <= ' ') i++;
  if (i == t->size) return;
  if (f == CSTO_F_BODY || f == CSTO_F_HTML) {
    if (weight < r->wbody) return;
    if (weight > r->wbody) csto_buf_clear(&r->body);
    r->wbody = weight;
    if (r->body.size) csto_buf_putc(&r->body, '\n');
    if (memchr(t->data, '<', t->size))
      csto_html_text(&r->body, t->data, t->size);
    else csto_buf_add(&r->body, t->data, t->size);
    return;
  }
  if (f == CSTO_F_URL && !memmem(t->data, t->size, "://", 3)) return;
  if (f == CSTO_F_TITLE || f == CSTO_F_LEAD ||
      memchr(t->data, '<', t->size)) {
    csto_buf b;
    csto_buf_init(&b);
    csto_html_text(&b, t->data, t->size);
    if (b.rc) r->p->arena->rc = b.rc;
    else if (b.size) csto_page_claim(r->p, f, weight, b.data, b.size);
    csto_buf_free(&b);
    return;
  }
  csto_page_claim(r->p, f, weight, t->data, t->size);
}

/* A date inside a number of a collection: AGENCY_20220510.0001. */
static void dated(reader *r, const char *s, size_t n) {
  csto_when d;
  if (n < 200 && csto_when_url(s, n, &d))
    csto_page_claim(r->p, CSTO_F_PUBLISHED, 1, d.value, strlen(d.value));
}

/* The attributes of a start tag, as elements. */
static void attributes(reader *r, const char *s, size_t n) {
  csto_attrs a = {s, n};
  csto_str name, v;
  int f, weight;
  while (csto_attr_next(&a, &name, &v)) {
    if (!v.n) continue;
    if (csto_name_marked(name.s, name.n, "number")) dated(r, v.s, v.n);
    f = field_name(name.s, name.n, &weight);
    if (f == CSTO_F_NONE || f == CSTO_F_SKIP || f == CSTO_F_BODY ||
        f == CSTO_F_HTML)
      continue;
    if (f == CSTO_F_SITE && memmem(v.s, v.n, "://", 3)) f = CSTO_F_URL;
    field(r, f, weight, v.s, v.n);
  }
}

/* A field whose value is an attribute. */
static void attribute_value(reader *r, int f, int weight, const char *s,
                            size_t n) {
  csto_attrs a = {s, n};
  csto_str name, v;
  while (csto_attr_next(&a, &name, &v))
    if (v.n && csto_name_marked(name.s, name.n, "held")) {
      field(r, f, weight, v.s, v.n);
      return;
    }
}

/* <link href="..."> of Atom. */
static void link_href(reader *r, const char *s, size_t n) {
  const char *h = memmem(s, n, "href=", 5), *e;
  if (memmem(s, n, "rel=\"self\"", 10) || memmem(s, n, "enclosure", 9) ||
      memmem(s, n, "replies", 7))
    return;
  if (!h || (size_t)(s + n - h) < 7) return;
  h += 6;
  e = memchr(h, h[-1], (size_t)(s + n - h));
  if (e) csto_page_claim(r->p, CSTO_F_URL, 4, h, (size_t)(e - h));
}

/* Does the element hold others that have known names? */
static int holds_fields(const char *s, size_t n, int f) {
  size_t i = 0, nn;
  const char *t;
  while ((t = next_tag(s, n, &i, &nn)) != NULL) {
    int weight = 0, g;
    g = nn && !same(t + 1, nn, "name") ? field_name(t + 1, nn, &weight) : 0;
    if (f == CSTO_F_BODY ? g == CSTO_F_BODY && weight > 5
                         : g != CSTO_F_NONE && g != CSTO_F_URL)
      return 1;
    i++;
  }
  return 0;
}

/* The element at s[i] = '<', its start tag closed at gt: read, or left to be
** looked into.  Returns where to go on. */
static size_t element(reader *r, const char *s, size_t n, size_t i,
                      const char *gt) {
  const char *name = s + i + 1;
  size_t nn = name_length(name, n - i - 1), in = (size_t)(gt - s) + 1, e;
  size_t left = (size_t)(gt - name) - nn;
  int weight = 0, f = field_name(name, nn, &weight);
  if (gt[-1] == '/') {
    if (same(name, nn, "link")) link_href(r, name + nn, left);
    else if (f != CSTO_F_NONE && f != CSTO_F_SKIP)
      attribute_value(r, f, weight, name + nn, left);
    return in;
  }
  if (csto_name_marked(name, nn, "number")) {
    const char *lt = memchr(s + in, '<', n - in < 200 ? n - in : 200);
    if (lt) dated(r, s + in, (size_t)(lt - s) - in);
  }
  if (f == CSTO_F_NONE) return in;
  e = close_tag(s, n, (size_t)(gt - s), name, nn);
  if (e < in) e = in;
  if (f != CSTO_F_SKIP && f != CSTO_F_HTML && memchr(s + in, '<', e - in) &&
      r->down < MOST_DOWN && holds_fields(s + in, e - in, f)) {
    r->down++;
    return in;
  }
  if (f != CSTO_F_SKIP) {
    int any = (int)(e - in > 0);
    if (same(name, nn, "link") && !any) link_href(r, name + nn, left);
    else field(r, f, weight, s + in, e - in);
  }
  if (e >= n) return n;
  gt = memchr(s + e, '>', n - e);
  return gt ? (size_t)(gt - s) + 1 : n;
}

static void inside(reader *r, const char *s, size_t n, int top) {
  size_t i = 0, nn;
  const char *gt;
  while (r->text.rc == CSTO_OK && next_tag(s, n, &i, &nn)) {
    gt = memchr(s + i, '>', n - i);
    if (!gt) break;
    if (!nn || top) {            /* an end tag, or the item's own start */
      if (nn) {
        attributes(r, s + i + 1 + nn, (size_t)(gt - s) - i - 1 - nn);
        top = 0;
      }
      i = (size_t)(gt - s) + 1;
      continue;
    }
    i = element(r, s, n, i, gt);
  }
}

int csto_xml_read(csto_page *p, const char *s, size_t n) {
  reader r;
  int rc;
  memset(&r, 0, sizeof r);
  r.p = p;
  csto_buf_init(&r.body);
  csto_buf_init(&r.text);
  inside(&r, s, n, 1);
  if (r.body.size == 0 && p->claim[CSTO_F_LEAD].s) {
    /* a feed that gives the text as description */
    csto_buf_add(&r.body, p->claim[CSTO_F_LEAD].s, p->claim[CSTO_F_LEAD].n);
    p->claim[CSTO_F_LEAD].s = NULL;
  } else if (r.body.size == 0) {
    csto_html_text(&r.body, s, n);
  }
  rc = r.body.rc ? r.body.rc : r.text.rc;
  if (rc == CSTO_OK) rc = csto_page_declare(p, &r.body);
  csto_buf_free(&r.body);
  csto_buf_free(&r.text);
  return rc ? rc : p->arena->rc;
}
