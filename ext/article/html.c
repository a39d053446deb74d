/* html.c - a page of HTML becomes lines of text and claims.
**
** A tolerant tokenizer with a stack of open elements; no tree is built.  The
** text runs into lines at block elements, <br> and cells; each line knows
** how much of it is link text and what the elements around it are (heading,
** item, caption, navigation ...), by their names and by the words of class
** and id (data/article_hints.tsv).  Scripts, styles, forms' fields and
** hidden elements give no text.  Claims come from <title>, <meta>, canonical
** links, <time>, microdata and JSON-LD.  What is the article is then decided
** by infer.c, as for plain text.
**
** Linear: every byte is looked at once or twice; the stack is searched at
** most 256 elements down.
*/
#include <string.h>
#include "article/html_attrs.h"
#include "article/html_reader.h"
#include "article/page.h"
#include "base/mem.h"
#include "base/rc.h"
#include "text/forms.h"
#include "text/utf8.h"

static const struct { const char *name; int what; } elements[] = {
  {"a", E_LINK}, {"address", E_BLOCK}, {"article", E_BLOCK | E_ARTICLE},
  {"aside", E_BLOCK | E_NAV}, {"audio", E_SKIP}, {"base", E_VOID},
  {"blockquote", E_BLOCK | E_P}, {"body", E_BLOCK | E_ROOT},
  {"br", E_VOID | E_BR}, {"button", E_SKIP}, {"canvas", E_SKIP},
  {"caption", E_BLOCK}, {"center", E_BLOCK}, {"col", E_VOID},
  {"dd", E_BLOCK | E_ITEM}, {"div", E_BLOCK}, {"dl", E_BLOCK},
  {"dt", E_BLOCK | E_ITEM}, {"embed", E_VOID},
  {"figcaption", E_BLOCK | E_CAPTION}, {"figure", E_BLOCK},
  {"footer", E_BLOCK | E_NAV}, {"form", E_BLOCK}, {"h1", E_BLOCK | E_H1},
  {"h2", E_BLOCK | E_HEAD}, {"h3", E_BLOCK | E_HEAD},
  {"h4", E_BLOCK | E_HEAD}, {"h5", E_BLOCK | E_HEAD},
  {"h6", E_BLOCK | E_HEAD}, {"head", E_BLOCK | E_ROOT},
  {"header", E_BLOCK}, {"hr", E_VOID | E_BR}, {"html", E_BLOCK | E_ROOT},
  {"iframe", E_RAW}, {"img", E_VOID}, {"input", E_VOID}, {"label", E_SKIP},
  {"legend", E_BLOCK}, {"li", E_BLOCK | E_ITEM}, {"link", E_VOID},
  {"main", E_BLOCK | E_ARTICLE}, {"math", E_SKIP}, {"menu", E_BLOCK | E_NAV},
  {"meta", E_VOID}, {"nav", E_BLOCK | E_NAV}, {"noscript", E_RAW},
  {"object", E_SKIP}, {"ol", E_BLOCK}, {"option", E_SKIP},
  {"p", E_BLOCK | E_P}, {"param", E_VOID}, {"pre", E_BLOCK},
  {"script", E_RAW}, {"section", E_BLOCK}, {"select", E_SKIP},
  {"source", E_VOID}, {"style", E_RAW}, {"svg", E_SKIP},
  {"table", E_BLOCK}, {"tbody", E_BLOCK}, {"td", E_BLOCK | E_CELL},
  {"template", E_SKIP}, {"textarea", E_RAW}, {"tfoot", E_BLOCK},
  {"th", E_BLOCK | E_CELL}, {"thead", E_BLOCK}, {"time", E_TIME},
  {"title", E_RAW}, {"tr", E_BLOCK}, {"track", E_VOID}, {"ul", E_BLOCK},
  {"video", E_SKIP}, {"wbr", E_VOID},
};

typedef csto_html_reader reader;

static uint32_t name_hash(const char *s, size_t n) {
  uint32_t h = 2166136261u;
  size_t i;
  for (i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + 32);
    h = (h ^ c) * 16777619u;
  }
  return h ? h : 1;
}

static int what_is(const char *s, size_t n) {
  size_t lo = 0, hi = sizeof elements / sizeof *elements;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    int c = csto_tagname(s, n, elements[mid].name);
    if (c == 0) return elements[mid].what;
    if (c < 0) hi = mid;
    else lo = mid + 1;
  }
  return E_INLINE;
}

/* ---- text ---- */

static const csto_html_open *top(const reader *r) {
  return r->depth ? &r->stack[r->depth - 1] : NULL;
}

void csto_html_end_line(csto_html_reader *r) {
  r->space = 0;
  if (r->out->size == r->line) return;
  if (r->p) {
    if (r->nlines == r->cap) {
      size_t c = r->cap ? r->cap * 2 : 256;
      uint8_t *t = csto_realloc(r->tags, c), *l;
      if (t) r->tags = t;
      l = csto_realloc(r->links, c);
      if (l) r->links = l;
      if (!t || !l) {
        r->rc = CSTO_NOMEM;
        return;
      }
      r->cap = c;
    }
    r->tags[r->nlines] = (uint8_t)(r->tag | r->inside);
    r->links[r->nlines] =
        (uint8_t)(r->letters ? (uint64_t)r->linked * 100 / r->letters : 0);
    r->nlines++;
  }
  csto_buf_putc(r->out, '\n');
  r->line = r->out->size;
  r->letters = r->linked = 0;
  r->tag = 0;
}

/* Text s[0..n) of the page, entities in it. */
static void text(reader *r, const char *s, size_t n) {
  const csto_html_open *e = top(r);
  size_t i = 0, from;
  if (e && e->skip) return;
  while (i < n) {
    unsigned char c = (unsigned char)s[i];
    if (c <= ' ') {
      if (c == '\n' && !r->p && r->space > 1) csto_html_end_line(r);
      /* an empty line parts paragraphs where no markup does */
      r->space = c == '\n' ? 2 : r->space ? r->space : 1;
      i++;
      continue;
    }
    if (r->out->size == r->line) {
      r->tag = e ? (e->nav ? (uint8_t)CSTO_G_NAV : e->tag) : 0;
      r->inside = e && e->body && !e->nav ? CSTO_INSIDE : 0;
    } else if (r->space) {
      csto_buf_putc(r->out, ' ');
      if (e && e->tag == CSTO_G_H1) r->tag = CSTO_G_H1;
    }
    r->space = 0;
    from = i;
    if (c == '&') {
      uint32_t cp, cp2;
      size_t k = csto_entity(s + i, n - i, &cp, &cp2);
      if (k) {
        i += k;
        if (cp <= 0x20 || cp == 0xA0 || cp == 0x85 || cp == 0x2028 ||
            cp == 0x2029) {
          r->space = 1;
          continue;
        }
        csto_buf_putcp(r->out, cp);
        r->letters++;
        if (e && e->link) r->linked++;
        continue;
      }
      i++;
    }
    while (i < n && (unsigned char)s[i] > ' ' && s[i] != '&') i++;
    csto_buf_add(r->out, s + from, i - from);
    r->letters += (uint32_t)(i - from);
    if (e && e->link) r->linked += (uint32_t)(i - from);
  }
}

/* ---- elements ---- */

static void pop(reader *r) {
  uint32_t what = r->stack[r->depth - 1].what;
  size_t i;
  if (what & E_BLOCK) csto_html_end_line(r);
  if (what & E_H1) {
    r->headed = r->out->size;
    for (i = 0; i + 1 < r->depth; i++) r->stack[i].h1 = 1;
  } else if ((what & E_ARTICLE) && r->stack[r->depth - 1].h1 &&
             r->stack[r->depth - 1].name == name_hash("article", 7)) {
    r->told = 1;                 /* others are other stories */
  }
  r->depth--;
}

static void pop_to(reader *r, size_t depth) {
  while (r->depth > depth) pop(r);
}

/* Elements that a start tag closes by itself. */
static void imply(reader *r, int what) {
  size_t i;
  if ((what & E_BLOCK) && r->depth) {
    const csto_html_open *e = top(r);
    if ((e->what & E_P) && e->name == name_hash("p", 1)) pop(r);
  }
  if (what & (E_ITEM | E_CELL)) {
    for (i = r->depth; i-- > 0 && r->depth - i < 24;) {
      if (r->stack[i].what & (E_ITEM | E_CELL)) {
        if ((r->stack[i].what & what & (E_ITEM | E_CELL))) pop_to(r, i);
        return;
      }
      if (r->stack[i].name == name_hash("ul", 2) ||
          r->stack[i].name == name_hash("ol", 2) ||
          r->stack[i].name == name_hash("table", 5) ||
          r->stack[i].name == name_hash("tr", 2) ||
          r->stack[i].name == name_hash("dl", 2))
        return;
    }
  }
}

static void start(reader *r, const csto_html_tag *t) {
  csto_html_open e;
  const csto_html_open *up;
  imply(r, t->what);
  if (t->what & (E_BLOCK | E_BR)) csto_html_end_line(r);
  csto_html_void(r, t);
  if (t->what & E_VOID) return;
  up = top(r);
  if (up) e = *up;               /* the state goes on inside it */
  else memset(&e, 0, sizeof e);
  e.name = name_hash(t->name, t->nn);
  e.what = (uint32_t)t->what;
  e.h1 = 0;
  if (r->told && e.name == name_hash("article", 7)) e.nav = 1;
  if (t->what & E_SKIP) e.skip = 1;
  if (t->what & E_LINK) e.link = 1;
  if (t->what & E_ARTICLE) e.article = 1;
  if (r->p) csto_html_element(r, &e, t);
  if (r->depth < CSTO_HTML_DEEP) r->stack[r->depth++] = e;
  else r->over++;
}

static void finish(reader *r, const char *name, size_t nn) {
  uint32_t h = name_hash(name, nn);
  size_t i;
  if (r->over) {
    r->over--;
    return;
  }
  for (i = r->depth; i-- > 0;) {
    if (r->stack[i].name == h) {
      pop_to(r, i);
      return;
    }
    /* an inline or small end tag does not close a table or the page */
    if ((r->stack[i].what & (E_CELL | E_ROOT)) && !(what_is(name, nn) &
                                                    (E_BLOCK | E_ROOT)))
      return;
  }
  if (what_is(name, nn) & E_BLOCK) csto_html_end_line(r);
}

/* Where raw text of the element ends: at "</name". */
static size_t raw_end(const char *s, size_t n, const char *name, size_t nn) {
  size_t i = 0;
  while (i < n) {
    const char *t = memchr(s + i, '<', n - i);
    if (!t) return n;
    i = (size_t)(t - s);
    if (n - i > nn + 2 && s[i + 1] == '/' &&
        name_hash(s + i + 2, nn) == name_hash(name, nn))
      return i;
    i++;
  }
  return n;
}

/* The > that ends the tag at s (past <), quotes heeded. */
static size_t tag_end(const char *s, size_t n) {
  size_t i = 0;
  char q = 0;
  const char *gt;
  for (; i < n && i < 20000; i++) {
    if (q) {
      if (s[i] == q) q = 0;
    } else if (s[i] == '>') {
      return i;
    } else if ((s[i] == '"' || s[i] == '\'') && i && s[i - 1] == '=') {
      q = s[i];
    }
  }
  gt = memchr(s, '>', n);        /* an unclosed quote */
  return gt ? (size_t)(gt - s) : n;
}


/* A comment, a declaration or CDATA at s; returns its bytes. */
static size_t declaration(reader *r, const char *s, size_t n) {
  const char *e;
  if (n >= 4 && memcmp(s, "<!--", 4) == 0) {
    e = memmem(s + 4, n - 4, "-->", 3);
    return e ? (size_t)(e - s) + 3 : n;
  }
  if (n >= 9 && memcmp(s, "<![CDATA[", 9) == 0) {
    e = memmem(s + 9, n - 9, "]]>", 3);
    text(r, s + 9, (e ? (size_t)(e - s) : n) - 9);
    return e ? (size_t)(e - s) + 3 : n;
  }
  e = memchr(s, '>', n);
  return e ? (size_t)(e - s) + 1 : n;
}

/* The bytes of a tag's name at s. */
static size_t name_bytes(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && (((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z') ||
                   (i && ((s[i] >= '0' && s[i] <= '9') || s[i] == '-' ||
                          s[i] == ':'))))
    i++;
  return i;
}

/* The start tag s[0..n), whose name has nn bytes, and what of the page comes
** with it; returns their bytes. */
static size_t open_tag(reader *r, const char *s, size_t n, size_t nn) {
  csto_html_tag t;
  size_t to = tag_end(s + 1 + nn, n - 1 - nn) + 1 + nn;
  size_t next = to < n ? to + 1 : n, e;
  t.name = s + 1;
  t.nn = nn;
  t.attrs = s + 1 + nn;
  t.an = to - 1 - nn;
  t.what = what_is(t.name, nn);
  if (t.what & E_RAW) {
    const csto_html_open *up = top(r);
    int skip = up && up->skip && csto_tagname(t.name, nn, "title") == 0;
    e = raw_end(s + next, n - next, t.name, nn);
    if (r->p && !skip) csto_html_raw(r, &t, s + next, e);
    next += e;
    to = tag_end(s + next, n - next) + next;
    return to < n ? to + 1 : n;
  }
  start(r, &t);
  if (t.an && s[to - 1] == '/' && (t.what & E_SKIP) && r->depth &&
      !(t.what & E_VOID))
    r->depth--;                  /* <svg ... /> */
  return next;
}

static void walk(reader *r, const char *s, size_t n) {
  size_t i = 0;
  while (i < n && r->rc == CSTO_OK) {
    const char *lt = memchr(s + i, '<', n - i);
    size_t to = lt ? (size_t)(lt - s) : n, nn;
    int end;
    if (to > i) text(r, s + i, to - i);
    i = to;
    if (i + 1 >= n) {
      if (i < n) text(r, s + i, 1);
      break;
    }
    if (s[i + 1] == '!' || s[i + 1] == '?') {
      i += declaration(r, s + i, n - i);
      continue;
    }
    end = s[i + 1] == '/';
    nn = name_bytes(s + i + 1 + end, n - i - 1 - (size_t)end);
    if (nn == 0) {                 /* a < in the text */
      text(r, s + i, 1);
      i++;
    } else if (end) {
      finish(r, s + i + 2, nn);
      to = tag_end(s + i + 2 + nn, n - i - 2 - nn) + i + 2 + nn;
      i = to < n ? to + 1 : n;
    } else {
      i += open_tag(r, s + i, n - i, nn);
    }
  }
  csto_html_end_line(r);
}

int csto_html_read(csto_page *p, const char *s, size_t n) {
  reader r;
  csto_buf out, clean;
  uint8_t *tags;
  memset(&r, 0, sizeof r);
  csto_buf_init(&out);
  csto_buf_init(&clean);
  r.p = p;
  r.out = &out;
  p->markup = 1;
  walk(&r, s, n);
  if (r.rc == CSTO_OK) r.rc = out.rc;
  if (r.rc == CSTO_OK) {
    csto_clean(&clean, out.data ? out.data : "", out.size);
    r.rc = clean.rc;
  }
  if (r.rc == CSTO_OK) {
    p->text = csto_arena_str(p->arena, clean.data ? clean.data : "",
                             clean.size);
    p->bytes = clean.size;
    tags = csto_arena_alloc(p->arena, r.nlines * 2 + 1);
    if (tags && r.nlines) {
      memcpy(tags, r.tags, r.nlines);
      memcpy(tags + r.nlines, r.links, r.nlines);
      p->tags = tags;
      p->links = tags + r.nlines;
      p->ntags = r.nlines;
    }
    if (!p->text || !tags) r.rc = CSTO_NOMEM;
  }
  csto_free(r.tags);
  csto_free(r.links);
  csto_buf_free(&out);
  csto_buf_free(&clean);
  return r.rc ? r.rc : p->arena->rc;
}

static int as_text(csto_buf *out, const char *s, size_t n) {
  reader r;
  memset(&r, 0, sizeof r);
  r.out = out;
  r.line = out->size;
  walk(&r, s, n);
  return r.rc ? r.rc : out->rc;
}

int csto_html_text(csto_buf *out, const char *s, size_t n) {
  size_t from = out->size;
  csto_buf once;
  int rc = as_text(out, s, n);
  const char *t = out->size > from ? out->data + from : "";
  n = rc ? 0 : out->size - from;
  if (!n || !(memmem(t, n, "</p>", 4) || memmem(t, n, "<br", 3) ||
              memmem(t, n, "</div>", 6)))
    return rc;
  csto_buf_init(&once);             /* it was escaped twice */
  csto_buf_add(&once, t, n);
  out->size = from;
  rc = once.rc ? once.rc : as_text(out, once.data, once.size);
  csto_buf_free(&once);
  return rc;
}
