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
** most DEEP elements down.
*/
#include <string.h>
#include "article/html_attrs.h"
#include "article/page.h"
#include "base/mem.h"
#include "base/rc.h"
#include "text/forms.h"
#include "text/utf8.h"

#define DEEP 256

enum {           /* what an element does */
  E_INLINE = 0, E_BLOCK = 1, E_VOID = 2, E_SKIP = 4, E_HEAD = 8, E_H1 = 16,
  E_ITEM = 32, E_P = 64, E_CELL = 128, E_NAV = 256, E_CAPTION = 512,
  E_LINK = 1024, E_RAW = 2048, E_ARTICLE = 4096, E_ROOT = 8192,
  E_TIME = 16384, E_BR = 32768
};

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

typedef struct open_el {
  uint32_t name;        /* hash of the name */
  uint32_t what;
  uint8_t tag;          /* enum csto_line_tag that it gives, or 0 */
  uint8_t skip, nav, link, article, body;   /* state inside it */
} open_el;

typedef struct reader {
  csto_page *p;         /* NULL: text only */
  csto_buf *out;
  open_el stack[DEEP];
  size_t depth, over;   /* over: elements above the stack's height */
  uint8_t *tags, *links;
  size_t nlines, cap;
  size_t line;          /* where the line began in out */
  uint32_t letters, linked;
  uint8_t tag, inside;  /* of the line's first text */
  int space;            /* white space is waiting */
  int times;            /* <time> seen outside navigation */
  int rc;
} reader;

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

static const open_el *top(const reader *r) {
  return r->depth ? &r->stack[r->depth - 1] : NULL;
}

static void end_line(reader *r) {
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
  const open_el *e = top(r);
  size_t i = 0, from;
  if (e && e->skip) return;
  while (i < n) {
    unsigned char c = (unsigned char)s[i];
    if (c <= ' ') {
      if (c == '\n' && !r->p && r->space > 1) end_line(r);
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

/* ---- claims ---- */

/* Attribute text as plain text (entities resolved) to a claim. */
static void claim(reader *r, int field, int weight, csto_str v) {
  csto_buf b;
  size_t i = 0;
  if (!v.s || !v.n || !r->p) return;
  csto_buf_init(&b);
  while (i < v.n) {
    const char *amp = memchr(v.s + i, '&', v.n - i);
    uint32_t cp, cp2;
    size_t to = amp ? (size_t)(amp - v.s) : v.n, k;
    csto_buf_add(&b, v.s + i, to - i);
    i = to;
    if (i == v.n) break;
    k = csto_entity(v.s + i, v.n - i, &cp, &cp2);
    if (k) csto_buf_putcp(&b, cp);
    else csto_buf_putc(&b, '&');
    i += k ? k : 1;
  }
  if (b.rc) r->rc = b.rc;
  else if (b.size) csto_page_claim(r->p, field, weight, b.data, b.size);
  csto_buf_free(&b);
}

/* A title without the site's name behind a bar or dash. */
static csto_str headline(csto_str t) {
  static const char *const bars[] = {" | ", " - ", " – ", " — ", " :: ",
                                     " » ", " • ", "|"};
  size_t i, k, best = 0, words, j;
  for (i = 0; i < sizeof bars / sizeof *bars; i++) {
    size_t nb = strlen(bars[i]);
    for (k = t.n; k-- > 10;) {
      if (t.n - k < nb || memcmp(t.s + k, bars[i], nb) != 0) continue;
      words = 0;
      for (j = k + nb; j < t.n; j++)
        if (t.s[j] == ' ' && j + 1 < t.n) words++;
      if (words <= 5 && k > (t.n - k) && (!best || k < best)) best = k;
      break;
    }
    if (best) break;
  }
  if (best) t.n = best;
  while (t.n && (unsigned char)t.s[t.n - 1] <= ' ') t.n--;
  return t;
}

static void meta(reader *r, const char *s, size_t n) {
  csto_str name, content;
  int field, weight = 0;
  if (!csto_attr(s, n, "content", &content) || !content.n) return;
  if (!csto_attr(s, n, "property", &name) && !csto_attr(s, n, "name", &name) &&
      !csto_attr(s, n, "itemprop", &name))
    return;
  field = csto_field_of(name.s, name.n, &weight);
  if (field == CSTO_F_NONE || field == CSTO_F_BODY || field == CSTO_F_HTML ||
      field == CSTO_F_SKIP || weight < 3)
    return;
  if (field == CSTO_F_PUBLISHED || field == CSTO_F_UPDATED) weight += 1;
  if (field == CSTO_F_TITLE) content = headline(content);
  if (field == CSTO_F_TITLE && weight > 3) weight = 3;
  if (field == CSTO_F_URL && !csto_says(content.s, content.n, "://")) return;
  if (field == CSTO_F_URL) weight = 3;
  if (field == CSTO_F_AUTHOR && (csto_says(content.s, content.n, "://") ||
                                 content.s[0] == '@'))
    return;
  claim(r, field, weight, content);
}

/* ---- elements ---- */

static void pop(reader *r) {
  if (r->stack[r->depth - 1].what & E_BLOCK) end_line(r);
  r->depth--;
}

static void pop_to(reader *r, size_t depth) {
  while (r->depth > depth) pop(r);
}

/* Elements that a start tag closes by itself. */
static void imply(reader *r, uint32_t name, int what) {
  size_t i;
  if ((what & E_BLOCK) && r->depth) {
    const open_el *e = top(r);
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
  (void)name;
}

static void start(reader *r, const char *name, size_t nn, int what,
                  const char *as, size_t an) {
  open_el e, *up;
  csto_str v;
  int h = -1, weight;
  imply(r, 0, what);
  if (what & (E_BLOCK | E_BR)) end_line(r);
  if (r->p && an > 8 && csto_tagname(name, nn, "link") == 0) {
    if (csto_attr(as, an, "rel", &v) && csto_says(v.s, v.n, "canonical") &&
        csto_attr(as, an, "href", &v) && csto_says(v.s, v.n, "://"))
      claim(r, CSTO_F_URL, 6, v);
  } else if (r->p && csto_tagname(name, nn, "meta") == 0) {
    meta(r, as, an);
  }
  if (what & E_VOID) return;
  up = r->depth ? &r->stack[r->depth - 1] : NULL;
  memset(&e, 0, sizeof e);
  e.name = name_hash(name, nn);
  e.what = (uint32_t)what;
  if (up) {
    e.tag = up->tag;
    e.skip = up->skip;
    e.nav = up->nav;
    e.link = up->link;
    e.article = up->article;
    e.body = up->body;
  }
  if (what & E_SKIP) e.skip = 1;
  if (what & E_LINK) e.link = 1;
  if (what & E_ARTICLE) e.article = 1;
  if (r->p) {
    if ((what & E_NAV) ||
        (csto_tagname(name, nn, "header") == 0 && !e.article &&
         !csto_says(as, an, "entry") && !csto_says(as, an, "post") &&
         !csto_says(as, an, "article")))
      e.nav = (uint8_t)(what & E_NAV ? 1 : e.nav);
    if (an && !e.skip && csto_attr_hidden(as, an)) e.skip = 1;
    if (an > 6 && !e.skip && !(what & (E_ROOT | E_ARTICLE))) {
      h = csto_attr_hint(as, an);
      if (h == CSTO_G_NAV && !(what & (E_H1 | E_P))) e.nav = 1;
      if (h == CSTO_G_P) e.nav = 0, e.body = 1;
      else if (h > 0 && h != CSTO_G_NAV) e.tag = (uint8_t)h;
      /* a name or credit inside a line is a line of its own */
      if ((h == CSTO_G_CREDIT || (h == CSTO_G_AUTHOR && r->letters < 60)) &&
          !(what & (E_BLOCK | E_LINK))) {
        end_line(r);
        e.what |= E_BLOCK;
      }
    }
    if (what & E_H1) e.tag = CSTO_G_H1;
    else if (what & E_HEAD) e.tag = CSTO_G_HEAD;
    else if (what & E_CAPTION) e.tag = CSTO_G_CAPTION;
    else if ((what & E_P) && !e.tag) e.tag = CSTO_G_P;
    else if ((what & E_ITEM) && (!e.tag || e.tag == CSTO_G_P))
      e.tag = CSTO_G_ITEM;
    else if (what & E_CELL) e.tag = CSTO_G_CELL;
    if (an > 10 && csto_attr(as, an, "itemprop", &v)) {
      int f = csto_field_of(v.s, v.n, &weight);
      if (f == CSTO_F_BODY) e.body = 1;
      if ((f == CSTO_F_PUBLISHED || f == CSTO_F_UPDATED) &&
          (csto_attr(as, an, "content", &v) ||
           csto_attr(as, an, "datetime", &v)))
        claim(r, f, weight, v);
    }
    if (what & E_TIME) {
      e.tag = CSTO_G_DATE;
      if (!e.nav && csto_attr(as, an, "datetime", &v) && v.n >= 10) {
        int upd = csto_says(as, an, "updated") || csto_says(as, an, "modified");
        if (upd) claim(r, CSTO_F_UPDATED, 3, v);
        else if (csto_says(as, an, "publish") || csto_says(as, an, "pubdate"))
          claim(r, CSTO_F_PUBLISHED, 4, v);
        else if (r->times++ == 0) claim(r, CSTO_F_PUBLISHED, 2, v);
      }
    }
    if (csto_tagname(name, nn, "html") == 0 && csto_attr(as, an, "lang", &v))
      claim(r, CSTO_F_LANG, 1, v);
  }
  if (r->depth < DEEP) r->stack[r->depth++] = e;
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
  if (what_is(name, nn) & E_BLOCK) end_line(r);
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


static void raw(reader *r, const char *name, size_t nn, const char *as,
                size_t an, const char *s, size_t n) {
  csto_str v;
  if (!r->p) return;
  if (csto_tagname(name, nn, "title") == 0) {
    const open_el *e = top(r);
    if (e && e->skip) return;
    v.s = s;
    v.n = n;
    while (v.n && (unsigned char)*v.s <= ' ') v.s++, v.n--;
    while (v.n && (unsigned char)v.s[v.n - 1] <= ' ') v.n--;
    claim(r, CSTO_F_TITLE, 2, headline(v));
    if (!r->p->page_title.s && v.n < 600) {
      csto_buf b;
      csto_buf_init(&b);
      csto_html_text(&b, v.s, v.n);
      while (b.size && b.data[b.size - 1] == '\n') b.size--;
      r->p->page_title.s = b.rc ? NULL
                           : csto_arena_str(r->p->arena, b.data ? b.data : "",
                                            b.size);
      r->p->page_title.n = r->p->page_title.s ? b.size : 0;
      csto_buf_free(&b);
    }
  } else if (csto_tagname(name, nn, "script") == 0 &&
             csto_attr(as, an, "type", &v) && csto_says(v.s, v.n, "ld+json")) {
    csto_json_ld(r->p, s, n);
  }
}

static void walk(reader *r, const char *s, size_t n) {
  size_t i = 0;
  while (i < n && r->rc == CSTO_OK) {
    const char *lt = memchr(s + i, '<', n - i);
    size_t to = lt ? (size_t)(lt - s) : n, k, nn;
    if (to > i) text(r, s + i, to - i);
    i = to;
    if (i + 1 >= n) {
      if (i < n) text(r, s + i, 1);
      break;
    }
    if (s[i + 1] == '!' || s[i + 1] == '?') {
      if (n - i >= 4 && memcmp(s + i, "<!--", 4) == 0) {
        const char *e = memmem(s + i + 4, n - i - 4, "-->", 3);
        i = e ? (size_t)(e - s) + 3 : n;
      } else if (n - i >= 9 && memcmp(s + i, "<![CDATA[", 9) == 0) {
        const char *e = memmem(s + i + 9, n - i - 9, "]]>", 3);
        size_t end = e ? (size_t)(e - s) : n;
        text(r, s + i + 9, end - i - 9);
        i = e ? end + 3 : n;
      } else {
        const char *e = memchr(s + i, '>', n - i);
        i = e ? (size_t)(e - s) + 1 : n;
      }
      continue;
    }
    k = i + 1 + (s[i + 1] == '/');
    nn = k;
    while (nn < n && (((s[nn] | 32) >= 'a' && (s[nn] | 32) <= 'z') ||
                      (nn > k && ((s[nn] >= '0' && s[nn] <= '9') ||
                                  s[nn] == '-' || s[nn] == ':'))))
      nn++;
    if (nn == k) {                 /* a < in the text */
      text(r, s + i, 1);
      i++;
      continue;
    }
    to = tag_end(s + nn, n - nn) + nn;
    if (s[i + 1] == '/') {
      finish(r, s + k, nn - k);
      i = to < n ? to + 1 : n;
    } else {
      int what = what_is(s + k, nn - k);
      size_t next = to < n ? to + 1 : n;
      if (what & E_RAW) {
        size_t e = raw_end(s + next, n - next, s + k, nn - k);
        raw(r, s + k, nn - k, s + nn, to - nn, s + next, e);
        i = next + e;
        to = tag_end(s + i, n - i) + i;
        i = to < n ? to + 1 : n;
      } else {
        start(r, s + k, nn - k, what, s + nn, to - nn);
        if (to > nn && s[to - 1] == '/' && (what & E_SKIP) && r->depth &&
            !(what & E_VOID))
          r->depth--;
        i = next;
      }
    }
  }
  end_line(r);
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
