/* feed.c - RSS and Atom items, <DOC> and the like of corpora, and other XML
** of articles.
**
** An item is the text from its start tag to its end tag; inside, every
** element with a known name (data/article_keys.tsv; a prefix such as dc: is
** part of the name, else it is dropped) gives its text to that field, other
** elements are looked into.  Not a validating parser: what a broken feed
** holds is read as far as it goes.  Linear.
*/
#include <string.h>
#include "article/page.h"
#include "base/rc.h"
#include "text/forms.h"

/* Elements that hold one article. */
static const char *const items[] = {
  "item", "entry", "doc", "article", "document", "newsitem", "story",
  "timeml", "record", "post", "news", "nitf", "row",
};

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

int csto_xml_item(const char *s, size_t n, size_t *at, size_t *from,
                  size_t *to) {
  size_t i = *at, nn, k, e;
  while (i < n) {
    const char *t = memchr(s + i, '<', n - i), *gt;
    if (!t) break;
    i = (size_t)(t - s);
    if (i + 1 < n && (s[i + 1] == '!' || s[i + 1] == '?')) {
      i = skip(s, n, i);
      continue;
    }
    nn = name_length(s + i + 1, n - i - 1);
    for (k = 0; nn && k < sizeof items / sizeof *items; k++)
      if (same(s + i + 1, nn, items[k])) break;
    if (!nn || k == sizeof items / sizeof *items) {
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
} reader;

static void field(reader *r, int f, int weight, const char *s, size_t n) {
  size_t i = 0;
  csto_buf *t = &r->text;
  csto_buf_clear(t);
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

static void inside(reader *r, const char *s, size_t n, int top) {
  size_t i = 0, nn, e;
  while (i < n && r->text.rc == CSTO_OK) {
    const char *t = memchr(s + i, '<', n - i), *gt, *name;
    int f, weight = 0;
    if (!t) break;
    i = (size_t)(t - s);
    if (i + 1 < n && (s[i + 1] == '!' || s[i + 1] == '?')) {
      i = skip(s, n, i);
      continue;
    }
    nn = name_length(s + i + 1, n - i - 1);
    gt = memchr(s + i, '>', n - i);
    if (!gt) break;
    if (!nn || top) {            /* an end tag, or the item's own start */
      i = (size_t)(gt - s) + 1;
      if (nn) top = 0;
      continue;
    }
    name = s + i + 1;
    if (gt[-1] == '/') {
      if (same(name, nn, "link"))
        link_href(r, name + nn, (size_t)(gt - name) - nn);
      i = (size_t)(gt - s) + 1;
      continue;
    }
    f = csto_field_of(name, nn, &weight);
    if (f == CSTO_F_NONE) {
      const char *colon = memchr(name, ':', nn);
      if (colon)
        f = csto_field_of(colon + 1, nn - (size_t)(colon + 1 - name), &weight);
    }
    if (f == CSTO_F_NONE) {
      i = (size_t)(gt - s) + 1;
      continue;
    }
    e = close_tag(s, n, (size_t)(gt - s), name, nn);
    field(r, f, weight, gt + 1, e > (size_t)(gt + 1 - s)
                                    ? e - (size_t)(gt + 1 - s) : 0);
    i = e;
    if (i < n) {
      gt = memchr(s + i, '>', n - i);
      i = gt ? (size_t)(gt - s) + 1 : n;
    }
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
