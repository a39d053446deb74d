/* mime.c - a page saved as one file (MHTML), sent as mail, or kept as a server
** sent it (HTTP, a record of WARC): the part that is a page, decoded.
**
** The header is "Name: value" lines up to an empty one; of a multipart the
** first text/html part is taken, else the first text/plain one, parts within
** parts included (their boundaries are lines that begin with -- as well).
** Quoted-printable and base64 are undone, also inside a mail's subject.  Of
** an archive the first record that holds a page is taken, and the pages are
** counted.  Linear; no recursion.
*/
#include "article/mime.h"
#include <string.h>
#include "article/html_attrs.h"
#include "base/rc.h"
#include "text/encoding.h"

typedef struct head {
  csto_str type, coding, place, boundary, charset, subject, date, kind, length;
  size_t body;               /* where the text behind the header begins */
} head;

static size_t line_end(const char *s, size_t n, size_t at) {
  const char *nl = memchr(s + at, '\n', n - at);
  return nl ? (size_t)(nl - s) : n;
}

static csto_str trim(const char *s, size_t n) {
  csto_str v;
  while (n && (unsigned char)s[0] <= ' ') s++, n--;
  while (n && (unsigned char)s[n - 1] <= ' ') n--;
  v.s = s;
  v.n = n;
  return v;
}

/* name="value" or name=value inside a field. */
static csto_str parameter(csto_str f, const char *name) {
  size_t i, k = strlen(name);
  csto_str v = {NULL, 0};
  for (i = 0; i + k + 1 < f.n; i++) {
    if (csto_tagname(f.s + i, k, name) != 0 || f.s[i + k] != '=') continue;
    i += k + 1;
    if (f.s[i] == '"') {
      const char *q = memchr(f.s + i + 1, '"', f.n - i - 1);
      v.s = f.s + i + 1;
      v.n = q ? (size_t)(q - v.s) : f.n - i - 1;
    } else {
      v.s = f.s + i;
      while (i < f.n && (unsigned char)f.s[i] > ' ' && f.s[i] != ';') i++;
      v.n = (size_t)(f.s + i - v.s);
    }
    break;
  }
  return v;
}

/* The field of the header that a name of k bytes stands for, or NULL. */
static csto_str *field_of(head *h, const char *name, size_t k) {
  const struct { const char *name; csto_str *to; } fields[] = {
    {"content-type", &h->type}, {"content-transfer-encoding", &h->coding},
    {"content-location", &h->place}, {"snapshot-content-location", &h->place},
    {"warc-target-uri", &h->place}, {"warc-type", &h->kind},
    {"content-length", &h->length}, {"subject", &h->subject},
    {"date", &h->date},
  };
  size_t i;
  for (i = 0; i < sizeof fields / sizeof *fields; i++)
    if (csto_tagname(name, k, fields[i].name) == 0) return fields[i].to;
  return NULL;
}

/* The header at s[at..n); the number of its fields. */
static int read_head(const char *s, size_t n, size_t at, head *h) {
  int fields = 0;
  memset(h, 0, sizeof *h);
  while (at < n && fields < 200) {
    size_t e = line_end(s, n, at), k, next;
    const char *colon;
    csto_str v, *f;
    if (e == at || (e == at + 1 && s[at] == '\r')) {
      at = e < n ? e + 1 : n;
      break;
    }
    /* a field goes on in lines that begin with white space */
    while ((next = e + 1) < n && (s[next] == ' ' || s[next] == '\t'))
      e = line_end(s, n, next);
    colon = memchr(s + at, ':', e - at < 60 ? e - at : 60);
    if (!colon) return 0;
    k = (size_t)(colon - s) - at;
    v = trim(colon + 1, e - at - k - 1);
    if ((f = field_of(h, s + at, k)) != NULL) *f = v;
    fields++;
    at = e < n ? e + 1 : n;
  }
  h->boundary = parameter(h->type, "boundary");
  h->charset = parameter(h->type, "charset");
  h->body = at;
  return fields;
}

static int hex(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void quoted(csto_buf *b, const char *s, size_t n) {
  size_t i = 0;
  while (i < n) {
    const char *eq = memchr(s + i, '=', n - i);
    size_t to = eq ? (size_t)(eq - s) : n;
    csto_buf_add(b, s + i, to - i);
    i = to;
    if (i == n) break;
    if (i + 2 < n && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0) {
      csto_buf_putc(b, (char)(hex(s[i + 1]) * 16 + hex(s[i + 2])));
      i += 3;
    } else if (i + 1 < n && s[i + 1] == '\n') {
      i += 2;
    } else if (i + 2 < n && s[i + 1] == '\r' && s[i + 2] == '\n') {
      i += 3;
    } else {
      csto_buf_putc(b, '=');
      i++;
    }
  }
}

static void base64(csto_buf *b, const char *s, size_t n) {
  static const char set[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  unsigned bits = 0, have = 0;
  size_t i;
  for (i = 0; i < n && s[i] != '='; i++) {
    const char *p = s[i] ? strchr(set, s[i]) : NULL;
    if (!p) continue;
    bits = (bits << 6 | (unsigned)(p - set)) & 0xFFFFFF;
    have += 6;
    if (have >= 8) {
      have -= 8;
      csto_buf_putc(b, (char)(bits >> have & 0xFF));
    }
  }
}

static int is_type(csto_str t, const char *type) {
  size_t k = strlen(type);
  return t.n >= k && csto_tagname(t.s, k, type) == 0;
}

static void take(csto_mime *m, const char *s, const head *h, size_t end) {
  csto_buf_clear(&m->text);
  if (is_type(h->coding, "quoted-printable"))
    quoted(&m->text, s + h->body, end - h->body);
  else if (is_type(h->coding, "base64"))
    base64(&m->text, s + h->body, end - h->body);
  else
    csto_buf_add(&m->text, s + h->body, end - h->body);
  m->charset = h->charset;
  if (h->place.n) m->place = h->place;
}

/* Does s begin as a header does: letters and hyphens, a colon, a space? */
static int header_like(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && i < 40 && (((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z') ||
                             s[i] == '-'))
    i++;
  return i > 2 && i + 1 < n && s[i] == ':' && s[i + 1] == ' ';
}

/* Is the line s[0..n) a boundary? */
static int is_boundary(const char *s, size_t n, csto_str b) {
  return b.n > 1 && n >= b.n + 2 && s[0] == '-' && s[1] == '-' &&
         memcmp(s + 2, b.s, b.n) == 0;
}

/* The part that is a page, of many. */
static int parts(csto_mime *m, const char *s, size_t n, const head *top) {
  head h;
  csto_str within = {NULL, 0};    /* boundary of a multipart inside */
  size_t at, end;
  int plain = 0;
  if (top->boundary.n < 2) return 0;
  for (at = top->body; at < n;) {
    size_t e = line_end(s, n, at);
    if (!is_boundary(s + at, e - at, top->boundary) &&
        !is_boundary(s + at, e - at, within)) {
      at = e + 1;
      continue;
    }
    at = e < n ? e + 1 : n;
    if (at >= n || !read_head(s, n, at, &h)) continue;
    if (is_type(h.type, "multipart/")) {
      within = h.boundary;
      at = h.body;
      continue;
    }
    for (end = h.body; end < n;) {       /* the next boundary */
      size_t to = line_end(s, n, end);
      if (is_boundary(s + end, to - end, top->boundary) ||
          is_boundary(s + end, to - end, within))
        break;
      end = to < n ? to + 1 : n;
    }
    if (is_type(h.type, "text/html")) {
      take(m, s, &h, end);
      return m->text.size > 0 || m->text.rc;
    }
    if (is_type(h.type, "text/plain") && !plain) {
      take(m, s, &h, end);
      plain = 1;
    }
    at = end;
  }
  return plain && (m->text.size > 0 || m->text.rc);
}

/* =?charset?B?...?= and =?charset?Q?...?= in a field of a mail, to out. */
static void encoded_words(csto_buf *out, csto_str f) {
  size_t i = 0;
  while (i < f.n) {
    const char *at = memmem(f.s + i, f.n - i, "=?", 2), *q, *text, *end;
    size_t to = at ? (size_t)(at - f.s) : f.n;
    csto_buf raw;
    csto_decoded d;
    if (to > i && !(i && trim(f.s + i, to - i).n == 0))
      csto_buf_add(out, f.s + i, to - i);
    if (!at) return;
    i = to + 2;
    q = memchr(f.s + i, '?', f.n - i);
    if (!q || q + 3 >= f.s + f.n || q[2] != '?') continue;
    text = q + 3;
    end = memmem(text, (size_t)(f.s + f.n - text), "?=", 2);
    if (!end) continue;
    csto_buf_init(&raw);
    if ((q[1] | 32) == 'b') base64(&raw, text, (size_t)(end - text));
    else quoted(&raw, text, (size_t)(end - text));
    for (to = 0; (q[1] | 32) == 'q' && to < raw.size; to++)
      if (raw.data[to] == '_') raw.data[to] = ' ';
    if (raw.rc == CSTO_OK && raw.size &&
        csto_decode(&d, raw.data, raw.size, f.s + i,
                    (size_t)(q - f.s) - i) == CSTO_OK) {
      if (d.name) csto_buf_add(out, d.text, d.bytes);
      csto_decoded_free(&d);
    }
    if (raw.rc) out->rc = raw.rc;
    csto_buf_free(&raw);
    i = (size_t)(end + 2 - f.s);
  }
}

/* What a server sent, from its status line on: without the header. */
static size_t without_http(const char *s, size_t n, size_t at, head *h) {
  size_t e;
  if (n - at < 12 || memcmp(s + at, "HTTP/", 5) != 0) return at;
  e = line_end(s, n, at);
  if (e == n || !read_head(s, n, e + 1, h)) return at;
  return h->body;
}

static int is_kind(csto_str k, const char *kind) {
  return csto_tagname(k.s, k.n, kind) == 0;
}

/* The record of WARC at *at, read up to *end; *at moves behind it.  0: none. */
static int record(const char *s, size_t n, size_t *at, head *h, size_t *end) {
  size_t bytes = 0, i;
  if (n - *at < 20 || memcmp(s + *at, "WARC/", 5) != 0 ||
      !read_head(s, n, line_end(s, n, *at) + 1, h))
    return 0;
  for (i = 0; i < h->length.n && i < 15 && h->length.s[i] >= '0' &&
              h->length.s[i] <= '9'; i++)
    bytes = bytes * 10 + (size_t)(h->length.s[i] - '0');
  *end = bytes <= n - h->body ? h->body + bytes : n;
  for (*at = *end; *at < n && (unsigned char)s[*at] <= ' ';) ++*at;
  if (bytes > n - h->body ||
      (*at < n && (n - *at < 5 || memcmp(s + *at, "WARC/", 5) != 0))) {
    const char *next = memmem(s + h->body, n - h->body, "\nWARC/", 6);
    *at = *end = next ? (size_t)(next - s) + 1 : n;   /* the length is wrong */
  }
  return 1;
}

/* The first page of a WARC archive, of HTML if there is one (before a page
** often stands the site's robots.txt); counts them. */
static int archive(csto_mime *m, const char *s, size_t n) {
  head h, http;
  size_t at = 0, end, from, to = 0, start = 0;
  int html, best = 0;
  while (record(s, n, &at, &h, &end)) {
    if (!is_kind(h.kind, "response") && !is_kind(h.kind, "conversion") &&
        !is_kind(h.kind, "resource"))
      continue;
    http = h;
    from = without_http(s, end, h.body, &http);
    html = is_type(http.type, "text/html") ||
           is_type(http.type, "application/xhtml");
    if (!html && http.type.n && !is_type(http.type, "text/")) continue;
    if (from >= end) continue;
    if (html > best) m->pages = 0;              /* what was counted is none */
    if (html >= best) m->pages++;
    if (to && html <= best) continue;
    best = html;
    start = from;
    to = end;
    m->place = h.place;
    m->charset = http.charset;
  }
  if (m->place.n > 2 && m->place.s[0] == '<') m->place.s++, m->place.n -= 2;
  if (to) csto_buf_add(&m->text, s + start, to - start);
  return m->text.size > 0 || m->text.rc;
}

/* A mail or a saved page of one part. */
static int mail(csto_mime *m, const head *top) {
  m->place = top->place;
  encoded_words(&m->subject, top->subject);
  m->date = top->date;
  return top->type.n && m->subject.rc == CSTO_OK;
}

int csto_mime_read(csto_mime *m, const char *s, size_t n) {
  head top;
  memset(m, 0, sizeof *m);
  csto_buf_init(&m->text);
  csto_buf_init(&m->subject);
  if (n < 40) return 0;
  if (memcmp(s, "WARC/", 5) == 0) return archive(m, s, n);
  if (memcmp(s, "HTTP/", 5) == 0) {
    size_t from = without_http(s, n, 0, &top);
    if (!from) return 0;
    m->charset = top.charset;
    csto_buf_add(&m->text, s + from, n - from);
    return m->text.size > 0 || m->text.rc;
  }
  if (!header_like(s, n) ||
      !csto_says(s, n < 4000 ? n : 4000, "content-type:") ||
      !csto_says(s, n < 4000 ? n : 4000, "mime-version:") ||
      read_head(s, n, 0, &top) < 2 || !mail(m, &top))
    return m->subject.rc != CSTO_OK;
  if (is_type(top.type, "multipart/")) return parts(m, s, n, &top);
  take(m, s, &top, n);
  return m->text.size > 0 || m->text.rc;
}

void csto_mime_free(csto_mime *m) {
  csto_buf_free(&m->text);
  csto_buf_free(&m->subject);
}
