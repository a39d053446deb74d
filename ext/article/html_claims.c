/* html_claims.c - what an element of HTML says of its text and of its article.
**
** The kind of the element and the words of its class and id
** (data/article_hints.tsv) make its text a heading, an item, a caption,
** navigation, the text itself ...  Claims come from <title>, <meta>,
** canonical links, <time>, microdata and JSON-LD.  Linear in the tag.
*/
#include <string.h>
#include "article/html_attrs.h"
#include "article/html_reader.h"

typedef csto_html_reader reader;

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

void csto_html_void(csto_html_reader *r, const csto_html_tag *t) {
  csto_str v;
  if (!r->p) return;
  if (csto_tagname(t->name, t->nn, "meta") == 0) {
    meta(r, t->attrs, t->an);
  } else if (t->an > 8 && csto_tagname(t->name, t->nn, "link") == 0) {
    if (csto_attr(t->attrs, t->an, "rel", &v) &&
        csto_says(v.s, v.n, "canonical") &&
        csto_attr(t->attrs, t->an, "href", &v) && csto_says(v.s, v.n, "://"))
      claim(r, CSTO_F_URL, 6, v);
  }
}

/* ---- elements ---- */

static int says(const csto_html_tag *t, const char *what) {
  return csto_says(t->attrs, t->an, what);
}

/* The words of class and id. */
static void hinted(reader *r, csto_html_open *e, const csto_html_tag *t) {
  int h;
  if (t->an && !e->skip && csto_attr_hidden(t->attrs, t->an)) e->skip = 1;
  if (t->an <= 6 || e->skip || (t->what & (E_ROOT | E_ARTICLE))) return;
  h = csto_attr_hint(t->attrs, t->an);
  if (h == CSTO_G_NAV && !(t->what & (E_H1 | E_P))) e->nav = 1;
  if (h == CSTO_G_P) e->nav = 0, e->body = 1;
  else if (h > 0 && h != CSTO_G_NAV) e->tag = (uint8_t)h;
  /* who and when stand in a footer of the article, too */
  if (h == CSTO_G_DATE && e->article && (t->what & E_NAV)) e->nav = 0;
  /* a name or credit inside a line is a line of its own, a date that nothing
  ** parts from what stands before it */
  if (h == CSTO_G_DATE && !(t->what & (E_BLOCK | E_LINK)) && !r->space &&
      r->letters > 8) {
    csto_html_end_line(r);
    e->what |= E_BLOCK;
  }
  if ((h == CSTO_G_CREDIT || (h == CSTO_G_AUTHOR && r->letters < 60)) &&
      !(t->what & (E_BLOCK | E_LINK))) {
    csto_html_end_line(r);
    e->what |= E_BLOCK;
  }
}

/* What the element's own name says of its text. */
static void named(csto_html_open *e, int what) {
  if (what & E_H1) e->tag = CSTO_G_H1;
  else if (what & E_HEAD) e->tag = CSTO_G_HEAD;
  else if (what & E_CAPTION) e->tag = CSTO_G_CAPTION;
  else if ((what & E_P) && !e->tag) e->tag = CSTO_G_P;
  else if ((what & E_ITEM) && (!e->tag || e->tag == CSTO_G_P))
    e->tag = CSTO_G_ITEM;
  else if (what & E_CELL) e->tag = CSTO_G_CELL;
}

static void microdata(reader *r, csto_html_open *e, const csto_html_tag *t) {
  csto_str v;
  int f, weight;
  if (t->an <= 10 || !csto_attr(t->attrs, t->an, "itemprop", &v)) return;
  f = csto_field_of(v.s, v.n, &weight);
  if (f == CSTO_F_BODY) e->body = 1;
  if ((f == CSTO_F_PUBLISHED || f == CSTO_F_UPDATED) &&
      (csto_attr(t->attrs, t->an, "content", &v) ||
       csto_attr(t->attrs, t->an, "datetime", &v)))
    claim(r, f, weight, v);
}

/* <time datetime=...>: what its words say of it; the first that says nothing
** is the article's, if its text has not gone by. */
static void time_of(reader *r, const csto_html_open *e,
                    const csto_html_tag *t) {
  csto_str v;
  int published = says(t, "publish") || says(t, "pubdate");
  if (e->nav || !csto_attr(t->attrs, t->an, "datetime", &v) || v.n < 10)
    return;
  if (says(t, "modified") || (says(t, "updated") && !published &&
                              !says(t, "entry-date")))
    claim(r, CSTO_F_UPDATED, 3, v);
  else if (published)
    claim(r, CSTO_F_PUBLISHED, 4, v);
  else if (r->times++ == 0 &&
           !(r->headed && r->out->size - r->headed > 900))
    claim(r, CSTO_F_PUBLISHED, 2, v);
}

void csto_html_element(csto_html_reader *r, csto_html_open *e,
                       const csto_html_tag *t) {
  csto_str v;
  if (t->what & E_NAV) e->nav = 1;
  hinted(r, e, t);
  named(e, t->what);
  microdata(r, e, t);
  if (t->what & E_TIME) {
    e->tag = CSTO_G_DATE;
    time_of(r, e, t);
  }
  if (csto_tagname(t->name, t->nn, "html") == 0 &&
      csto_attr(t->attrs, t->an, "lang", &v))
    claim(r, CSTO_F_LANG, 1, v);
}

/* ---- text that is no text of the page ---- */

static void title(reader *r, csto_str v) {
  csto_buf b;
  while (v.n && (unsigned char)*v.s <= ' ') v.s++, v.n--;
  while (v.n && (unsigned char)v.s[v.n - 1] <= ' ') v.n--;
  claim(r, CSTO_F_TITLE, 2, headline(v));
  if (r->p->page_title.s || v.n >= 600) return;
  csto_buf_init(&b);
  csto_html_text(&b, v.s, v.n);
  while (b.size && b.data[b.size - 1] == '\n') b.size--;
  if (!b.rc)
    r->p->page_title.s = csto_arena_str(r->p->arena, b.data ? b.data : "",
                                        b.size);
  r->p->page_title.n = r->p->page_title.s ? b.size : 0;
  csto_buf_free(&b);
}

void csto_html_raw(csto_html_reader *r, const csto_html_tag *t, const char *s,
                   size_t n) {
  csto_str v;
  const char *cdata;
  if (csto_tagname(t->name, t->nn, "title") == 0) {
    v.s = s;
    v.n = n;
    title(r, v);
  } else if (csto_tagname(t->name, t->nn, "script") == 0 &&
             csto_attr(t->attrs, t->an, "type", &v) &&
             csto_says(v.s, v.n, "ld+json")) {
    cdata = memmem(s, n < 60 ? n : 60, "CDATA[", 6);
    if (cdata) n -= (size_t)(cdata + 6 - s), s = cdata + 6;
    csto_json_ld(r->p, s, n);
  }
}
