/* pages.c - from bytes to articles: decode, see the format, hand each
** article to its reader and to the inference.
**
** The format is told by the first signs of the text ({ [ < ---) and by
** whether it then parses; text that does not is read as plain lines.
** Memory: the decoded text and about one byte of tables for each byte of the
** largest article; everything of one article is freed with the next.
*/
#include <stdio.h>
#include <string.h>
#include "article/article.h"
#include "article/mime.h"
#include "article/page.h"
#include "article/when.h"
#include "base/mem.h"
#include "base/rc.h"
#include "text/encoding.h"
#include "text/forms.h"
#include "text/utf8.h"

enum format { F_PLAIN, F_HTML, F_JSON, F_LINES, F_XML };

struct csto_pages {
  csto_decoded d;
  csto_arena arena;
  csto_buf clean;
  int format, many, first;
  int broken;           /* a line that is no JSON was met */
  size_t at;            /* where the next item is sought; of JSON: which */
  csto_json_list list;  /* the articles of a JSON text */
  csto_str own;         /* XML: what its items are called */
  csto_mime mime;       /* what the bytes were wrapped in */
  const char *path;
};

static int ends_with(const char *path, const char *end) {
  size_t n = strlen(path), k = strlen(end), i;
  if (n < k) return 0;
  for (i = 0; i < k; i++) {
    char c = path[n - k + i];
    if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
    if (c != end[i]) return 0;
  }
  return 1;
}

int csto_pages_many(const char *path) {
  return path && (ends_with(path, ".jsonl") || ends_with(path, ".ndjson") ||
                  ends_with(path, ".rss") || ends_with(path, ".atom") ||
                  ends_with(path, ".xml"));
}

static size_t skip_space(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' ||
                   s[i] == '\r' || s[i] == 0))
    i++;
  return i;
}

/* Case-blind: does s begin with the lower-case word? */
static int begins(const char *s, size_t n, const char *word) {
  size_t i, k = strlen(word);
  if (n < k) return 0;
  for (i = 0; i < k; i++) {
    char c = s[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
    if (c != word[i]) return 0;
  }
  return 1;
}

static const char *where(const char *s, size_t n, const char *word) {
  size_t i;
  for (i = 0; i + strlen(word) <= n; i++)
    if (s[i] == word[0] && begins(s + i, n - i, word)) return s + i;
  return NULL;
}

static int holds(const char *s, size_t n, const char *word) {
  return where(s, n, word) != NULL;
}

static int markup(const char *s, size_t n) {
  static const char *const tags[] = {"<html", "<body", "<head", "<div", "<p>",
                                     "<p ", "<article", "<meta", "<br",
                                     "<span", "<table", "<h1", "<title",
                                     "<script", "<section", "<main", "<link",
                                     "<!doctype html", "<ul", "<a "};
  size_t i, j;
  for (i = 0; i < n; i++) {
    const char *t = memchr(s + i, '<', n - i);
    if (!t) return 0;
    i = (size_t)(t - s);
    for (j = 0; j < sizeof tags / sizeof *tags; j++)
      if (begins(t, n - i, tags[j])) return 1;
  }
  return 0;
}

/* JSON lines by the file's name, though the first is none: it stands alone, or
** an object begins a later one. */
static int broken_lines(const csto_pages *p, const char *s, size_t n) {
  const char *nl = memchr(s, '\n', n), *end = s + n;
  if (!p->path || (!ends_with(p->path, ".jsonl") &&
                   !ends_with(p->path, ".ndjson"))) return 0;
  if (!nl || nl + skip_space(nl, (size_t)(end - nl)) == end) return 1;
  while (nl && ++nl < end) {
    const char *line = nl;
    nl = memchr(line, '\n', (size_t)(end - line));
    if (*line == '{' &&
        csto_json_span(line, (size_t)((nl ? nl : end) - line))) return 1;
  }
  return 0;
}

/* What the text is. */
static int sniff(csto_pages *p) {
  const char *s = p->d.text, *html;
  size_t n = p->d.bytes, i = skip_space(s, n), head, at = 0, from, to;
  csto_str none = {NULL, 0};
  if (i == n) return F_PLAIN;
  if (s[i] == '{' || s[i] == '[') {
    size_t k = csto_json_span(s + i, n - i), r;
    if (k) {
      r = i + k;
      r += skip_space(s + r, n - r);
      if (s[i] == '{' && r < n && s[r] == '{') return F_LINES;
      if (r == n) return F_JSON;
    }
    if (s[i] == '{' && p->many) return F_LINES;
    if (p->path && ends_with(p->path, ".json")) return F_JSON;
  }
  if (s[i] != '<') {
    if (broken_lines(p, s + i, n - i)) return F_LINES;
    head = n - i < 600 ? n - i : 600;
    return markup(s + i, head) && holds(s + i, n - i < 65536 ? n - i : 65536,
                                        "</")
               ? F_HTML : F_PLAIN;
  }
  head = n - i < 4096 ? n - i : 4096;
  if (begins(s + i, n - i, "<!doctype html") || begins(s + i, head, "<html"))
    return F_HTML;
  html = where(s + i, head, "<html");
  if (html && !begins(s + i, head, "<?xml")) return F_HTML;
  if (csto_xml_item(s, n, none, &at, &from, &to) && (!html || s + from < html))
    return F_XML;
  if (html) return F_HTML;
  if (begins(s + i, head, "<?xml") || (p->path && ends_with(p->path, ".xml"))) {
    p->own = csto_xml_holder(s + i, n - i);
    return F_XML;
  }
  if (markup(s + i, head)) return F_HTML;
  return begins(s + i, head, "<!") || holds(s + i, n - i, "</") ? F_HTML
                                                                : F_PLAIN;
}

/* The charset that markup declares in its head. */
static const char *declared(const char *s, size_t n, size_t *len) {
  size_t i, j, head = n < 2048 ? n : 2048;
  for (i = 0; i + 8 < head; i++) {
    int charset = begins(s + i, head - i, "charset");
    if (!charset && !begins(s + i, head - i, "encoding")) continue;
    for (j = i + (charset ? 7 : 8);
         j < head && (s[j] == '=' || s[j] == '"' || s[j] == '\'' ||
                      s[j] == ' ');)
      j++;
    for (i = j; j < head && (s[j] == '-' || s[j] == '_' ||
                             (s[j] >= '0' && s[j] <= '9') ||
                             (s[j] >= 'A' && s[j] <= 'Z') ||
                             (s[j] >= 'a' && s[j] <= 'z'));)
      j++;
    if (j > i) {
      *len = j - i;
      return s + i;
    }
  }
  return NULL;
}

int csto_pages_reopen(csto_pages *p, const char *bytes, size_t n,
                      const char *path) {
  size_t nd = 0;
  const char *enc;
  int rc;
  csto_arena_reset(&p->arena);
  csto_decoded_free(&p->d);
  csto_json_list_free(&p->list);
  memset(&p->own, 0, sizeof p->own);
  p->path = path;
  p->first = 1;
  p->at = 0;
  p->broken = 0;
  csto_mime_free(&p->mime);
  if (csto_mime_read(&p->mime, bytes, n)) {
    if (p->mime.text.rc || p->mime.subject.rc) return CSTO_NOMEM;
    bytes = p->mime.text.data;
    n = p->mime.text.size;
  }
  enc = p->mime.charset.s;
  nd = p->mime.charset.n;
  if (!enc && memchr(bytes, '<', n < 512 ? n : 512))
    enc = declared(bytes, n, &nd);
  rc = csto_decode(&p->d, bytes, n, enc, nd);
  if (rc != CSTO_OK) return rc;
  p->many = csto_pages_many(path);
  p->format = p->d.name ? sniff(p) : F_PLAIN;
  if (p->format == F_JSON) {
    size_t i = skip_space(p->d.text, p->d.bytes);
    rc = csto_json_find(&p->list, p->d.text + i, p->d.bytes - i);
    if (rc == CSTO_FORMAT) rc = CSTO_OK;
  }
  return rc;
}

int csto_pages_open(csto_pages **out, const char *bytes, size_t n,
                    const char *path) {
  csto_pages *p = csto_malloc(sizeof *p);
  int rc;
  *out = NULL;
  if (!p) return CSTO_NOMEM;
  memset(p, 0, sizeof *p);
  csto_arena_init(&p->arena);
  csto_buf_init(&p->clean);
  csto_buf_init(&p->mime.text);
  csto_buf_init(&p->mime.subject);
  p->arena.block = 1 << 15;
  rc = csto_pages_reopen(p, bytes, n, path);
  if (rc != CSTO_OK) csto_pages_close(p);
  else *out = p;
  return rc;
}

void csto_pages_close(csto_pages *p) {
  if (!p) return;
  csto_decoded_free(&p->d);
  csto_json_list_free(&p->list);
  csto_mime_free(&p->mime);
  csto_arena_free(&p->arena);
  csto_buf_free(&p->clean);
  csto_free(p);
}

int csto_page_declare(csto_page *p, const csto_buf *body) {
  csto_buf b;
  int rc;
  csto_buf_init(&b);
  csto_clean(&b, body->data ? body->data : "", body->size);
  rc = b.rc;
  if (rc == CSTO_OK) {
    p->text = csto_arena_str(p->arena, b.data ? b.data : "", b.size);
    p->bytes = b.size;
    p->declared = 1;
    if (!p->text) rc = CSTO_NOMEM;
  }
  csto_buf_free(&b);
  return rc;
}

void csto_page_claim(csto_page *p, int field, int weight, const char *s,
                     size_t n) {
  csto_buf b;
  size_t i;
  char *copy;
  csto_when d;
  if (weight <= p->weight[field] || n == 0) return;
  if ((field == CSTO_F_PUBLISHED || field == CSTO_F_UPDATED) &&
      !csto_when_read(s, n, &d))
    return;                          /* a lighter one may be readable */
  csto_buf_init(&b);
  csto_clean(&b, s, n);
  for (i = 0; i < b.size; i++)
    if (b.data[i] == '\n' || b.data[i] == '\t') b.data[i] = ' ';
  while (b.size && b.data[b.size - 1] == ' ') b.size--;
  for (i = 0; i < b.size && b.data[i] == ' ';) i++;
  if (b.rc == CSTO_OK && b.size > i) {
    copy = csto_arena_str(p->arena, b.data + i, b.size - i);
    if (copy) {
      p->claim[field].s = copy;
      p->claim[field].n = b.size - i;
      p->weight[field] = weight;
    }
  } else if (b.rc) {
    p->arena->rc = CSTO_NOMEM;
  }
  csto_buf_free(&b);
}

static void set(csto_str *f, const char *s) {
  f->s = s;
  f->n = strlen(s);
}

/* Plain text: a header, then lines. */
static int plain(csto_pages *q, csto_page *p, const char *s, size_t n,
                 csto_article *a) {
  size_t skip;
  int rc;
  csto_buf_clear(&q->clean);
  if (memchr(s, '&', n)) {
    csto_buf b;
    csto_buf_init(&b);
    rc = csto_dump_unescape(&b, s, n);
    if (rc == CSTO_OK) csto_clean(&q->clean, b.data ? b.data : "", b.size);
    csto_buf_free(&b);
    if (rc) return rc;
  } else {
    csto_clean(&q->clean, s, n);
  }
  if (q->clean.rc) return q->clean.rc;
  p->text = q->clean.data ? q->clean.data : "";
  p->bytes = q->clean.size;
  skip = csto_head_read(p, p->text, p->bytes);
  p->text += skip;
  p->bytes -= skip;
  a->layout = p->declared || skip > 1 ? "header" : "text";
  if (memchr(p->text, '[', p->bytes)) {
    char *less = csto_arena_alloc(p->arena, p->bytes + 1);
    size_t k = less ? csto_dump_unlist(less, p->text, p->bytes) : 0;
    if (!less) return CSTO_NOMEM;
    if (k) p->text = less, p->bytes = k;
  }
  if (csto_dump_is_markdown(p->text, p->bytes)) {
    csto_buf b;
    csto_buf_init(&b);
    rc = csto_dump_unmark(&b, p->text, p->bytes);
    p->text = rc ? "" : csto_arena_str(p->arena, b.data ? b.data : "", b.size);
    p->bytes = b.size;
    csto_buf_free(&b);
    if (rc || !p->text) return CSTO_NOMEM;
    a->layout = "markdown";
  }
  if (csto_dump_unwrap(p, p->text, p->bytes)) a->layout = "wrapped";
  rc = csto_page_lines(p);
  return rc ? rc : csto_page_infer(p, a);
}

/* What the wrapping says of the page. */
static void from_mime(const csto_pages *q, csto_page *p) {
  const csto_mime *m = &q->mime;
  int weight = q->format == F_PLAIN ? 4 : 2;
  if (m->place.n > 7 && memcmp(m->place.s, "http", 4) == 0)
    csto_page_claim(p, CSTO_F_URL, 1, m->place.s, m->place.n);
  if (m->subject.size)
    csto_page_claim(p, CSTO_F_TITLE, weight, m->subject.data,
                    m->subject.size);
  /* a page saved as one file has the day when it was saved */
  if (m->date.n && !m->place.n)
    csto_page_claim(p, CSTO_F_PUBLISHED, 1, m->date.s, m->date.n);
}

/* A page whose text only a script would show, which JSON-LD has whole. */
static int from_script(csto_page *p, csto_article *a) {
  csto_buf text;
  int rc;
  csto_buf_init(&text);
  csto_buf_add(&text, p->claim[CSTO_F_BODY].s, p->claim[CSTO_F_BODY].n);
  p->tags = p->links = NULL;
  p->ntags = 0;
  rc = text.rc ? text.rc : csto_page_declare(p, &text);
  csto_buf_free(&text);
  memset(&a->published, 0, sizeof a->published);
  a->lead.s = a->body.s = a->author.s = a->agency.s = a->caption.s =
      a->credit.s = NULL;
  if (rc == CSTO_OK) rc = csto_page_lines(p);
  if (rc == CSTO_OK) rc = csto_page_infer(p, a);
  return rc;
}

/* Reads the item s[0..n) of a format other than plain text. */
static int read_item(csto_pages *q, csto_page *p, const char *s, size_t n,
                     csto_article *a) {
  switch (q->format) {
    case F_HTML:
      a->layout = "html";
      return csto_html_read(p, s, n);
    case F_XML:
      a->layout = begins(s, n, "<item") ? "rss"
                  : begins(s, n, "<entry") ? "atom" : "xml";
      return csto_xml_read(p, s, n);
    default:
      a->layout = q->format == F_JSON ? "json" : "jsonl";
      if (q->format != F_JSON || !q->list.n) return csto_json_seek(p, s, n);
      return csto_json_read(p, q->d.text, q->d.bytes,
                            (size_t)(s - q->d.text),
                            (size_t)(s - q->d.text) + n, q->list.n > 1);
  }
}

static int item(csto_pages *q, const char *s, size_t n, csto_article *a) {
  csto_page p;
  int rc;
  memset(&p, 0, sizeof p);
  p.arena = &q->arena;
  a->raw.s = s;
  a->raw.n = n;
  if (q->mime.text.size) from_mime(q, &p);
  if (q->format == F_PLAIN) return plain(q, &p, s, n, a);
  rc = read_item(q, &p, s, n, a);
  if (rc == CSTO_FORMAT) {
    set(&a->error, "not a JSON object");
    return CSTO_OK;
  }
  if (rc == CSTO_OK) rc = csto_page_lines(&p);
  if (rc == CSTO_OK) rc = csto_page_infer(&p, a);
  if (rc == CSTO_OK && p.markup &&
      (a->body.n + a->lead.n) * 2 < p.claim[CSTO_F_BODY].n)
    rc = from_script(&p, a);
  return rc;
}

/* The span of the next item; 0: no more. */
static int next_span(csto_pages *p, size_t *from, size_t *to) {
  const char *s = p->d.text;
  size_t n = p->d.bytes, k, line;
  if (p->format == F_LINES && (p->many || p->first)) {
    const char *nl;
    p->at += skip_space(s + p->at, n - p->at);
    if (p->at >= n) return 0;
    *from = p->at;
    nl = memchr(s + p->at, '\n', n - p->at);
    line = nl ? (size_t)(nl - s) - p->at : n - p->at;
    k = csto_json_span(s + p->at, line);
    /* an object over several lines, as long as such are found */
    if (!k && !p->broken) {
      k = csto_json_span(s + p->at, n - p->at);
      p->broken = !k;
    }
    if (!k) k = line;
    *to = p->at = *from + k;
    return 1;
  }
  if (p->format == F_JSON && p->list.n) {
    if (p->at == p->list.n || (!p->many && !p->first)) return 0;
    line = skip_space(s, n);
    *from = line + p->list.spans[p->at].from;
    *to = line + p->list.spans[p->at++].to;
    return 1;
  }
  if (p->format == F_XML && (p->many || p->first)) {
    if (csto_xml_item(s, n, p->own, &p->at, from, to)) return 1;
  }
  if (!p->first) return 0;
  *from = 0;
  *to = n;
  return 1;
}

static void nul_note(csto_pages *p, csto_article *a) {
  if (p->d.nuls && !a->error.s) set(&a->error, "the text holds NUL bytes");
}

/* A list in a file that is one row by its name: the rest is not lost
** silently. */
static void several(csto_pages *p, csto_article *a) {
  char note[100];
  char *copy;
  if (p->format == F_JSON && p->list.n > 1 && !p->many)
    snprintf(note, sizeof note, "the first of %zu articles: a name that ends "
             "in .jsonl gives them all", p->list.n);
  else if (p->mime.pages > 1)
    snprintf(note, sizeof note, "the first of %zu pages of an archive",
             p->mime.pages);
  else
    return;
  copy = csto_arena_str(&p->arena, note, strlen(note));
  if (copy) set(&a->error, copy);
}

static const char *language(const csto_article *a);

int csto_pages_next(csto_pages *p, csto_article *a) {
  size_t from, to;
  int rc;
  memset(a, 0, sizeof *a);
  csto_arena_reset(&p->arena);
  a->encoding = p->d.name;
  if (!p->d.name) {
    if (!p->first) return CSTO_DONE;
    p->first = 0;
    set(&a->error, "not text in a known encoding");
    return CSTO_OK;
  }
  if (!next_span(p, &from, &to)) return CSTO_DONE;
  rc = item(p, p->d.text + from, to - from, a);
  p->first = 0;
  if (rc == CSTO_OK) {
    const char *l = language(a);
    if (l) set(&a->lang, l);
    nul_note(p, a);
    if (!a->error.s) several(p, a);
  }
  return rc;
}

/* Arabic, Persian or Urdu by their letters; of Latin text only that. */
static const char *language(const csto_article *a) {
  csto_str s = a->body.s ? a->body : a->lead.s ? a->lead : a->title;
  size_t i, n = s.n < 600 ? s.n : 600, arabic = 0, persian = 0, urdu = 0,
            latin = 0;
  for (i = 0; i + 1 < n; i++) {
    unsigned char c = (unsigned char)s.s[i], d = (unsigned char)s.s[i + 1];
    if (c == 0xD8 || c == 0xD9) arabic++, i++;
    else if (c == 0xDA || c == 0xDB) {
      arabic++;
      i++;
      if ((c == 0xDA && (d == 0xA9 || d == 0xAF || d == 0x86)) ||
          (c == 0xDB && d == 0x8C))
        persian++;
      if ((c == 0xDA && (d == 0xBE || d == 0xBA || d == 0x91)) ||
          (c == 0xDB && (d == 0x92 || d == 0x81)))
        urdu++;
    } else if ((c | 32) >= 'a' && (c | 32) <= 'z') latin++;
  }
  if (arabic + latin < 12) return NULL;
  if (arabic * 3 < latin) return "en";
  if (urdu * 25 > arabic) return "ur";
  if (persian * 16 > arabic) return "fa";
  return "ar";
}
