/* train_feed.c - annotated sentences and plain text for the trainer.
**
** JSON lines as data/ner/news, CoNLL columns (token, BIO label), and the
** corpus folder with its meta.tsv.  Each text is cut by text/doc.c, so the
** model learns the tokens that it will see.
*/
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/rc.h"
#include "text/utf8.h"

static void die(const char *what, const char *name) {
  fprintf(stderr, "train: %s: %s\n", what, name);
  exit(1);
}

void *xrealloc(void *p, size_t n) {
  p = realloc(p, n ? n : 1);
  if (!p) die("out of memory", "allocation");
  return p;
}

void *xmalloc(size_t n) { return xrealloc(NULL, n); }

FILE *xopen(const char *path, const char *mode) {
  FILE *f = fopen(path, mode);
  if (!f) die("cannot open", path);
  return f;
}

char *xread(const char *path, size_t *n) {
  FILE *f = xopen(path, "rb");
  size_t cap = 1 << 16, k;
  char *s = xmalloc(cap + 1);
  *n = 0;
  while ((k = fread(s + *n, 1, cap - *n, f)) > 0) {
    *n += k;
    if (*n == cap) s = xrealloc(s, (cap *= 2) + 1);
  }
  fclose(f);
  s[*n] = 0;
  return s;
}

sent *feed_add(feed *f, char *text, size_t n, int src) {
  sent *s;
  if (f->n == f->cap) {
    f->cap = f->cap ? f->cap * 2 : 1024;
    f->s = xrealloc(f->s, f->cap * sizeof *f->s);
  }
  s = f->s + f->n++;
  memset(s, 0, sizeof *s);
  s->text = text, s->bytes = n, s->src = src;
  if (csto_doc_open(&s->doc, text, n) != CSTO_OK) die("cannot cut", text);
  return s;
}

static void gold_add(sent *s, int type, int place, uint32_t a, uint32_t b) {
  s->g = xrealloc(s->g, (s->ng + 1) * sizeof *s->g);
  s->g[s->ng].type = type, s->g[s->ng].place = place;
  s->g[s->ng].start = a, s->g[s->ng++].end = b;
}

/* ---- JSON lines */

static unsigned hex4(const char *p) {
  char b[5];
  memcpy(b, p, 4);
  b[4] = 0;
  return (unsigned)strtoul(b, NULL, 16);
}

/* Decodes the JSON string after its opening quote; *pp moves past it. */
static char *json_string(const char **pp, size_t *n) {
  const char *p = *pp;
  char *out = xmalloc(strlen(p) + 8), *o = out;
  for (; *p && *p != '"'; p++) {
    if (*p != '\\') { *o++ = *p; continue; }
    p++;
    if (*p == 'u') {
      uint32_t cp = hex4(p + 1);
      p += 4;
      if (cp >= 0xd800 && cp < 0xdc00 && p[1] == '\\' && p[2] == 'u') {
        cp = 0x10000 + ((cp - 0xd800) << 10) + (hex4(p + 3) - 0xdc00);
        p += 6;
      }
      o += csto_utf8_put(o, cp);
    } else {
      *o++ = *p == 'n' ? '\n' : *p == 't' ? '\t' : *p == 'r' ? '\r' : *p;
    }
  }
  *n = (size_t)(o - out);
  *o = 0;
  *pp = *p ? p + 1 : p;
  return out;
}

int feed_type(const char *s) {
  int t;
  for (t = 0; t < CSTO_NETYPE; t++)
    if (strcmp(csto_etype_name((csto_etype)t), s) == 0) return t;
  return -1;
}

/* Byte offset of each character, and of the end. */
static uint32_t *char_map(const char *s, size_t n, size_t *chars) {
  uint32_t *m = xmalloc((n + 2) * sizeof *m);
  size_t i = 0, k = 0;
  while (i < n) {
    size_t len;
    csto_utf8_get((const unsigned char *)s + i,
                  (const unsigned char *)s + n, &len);
    m[k++] = (uint32_t)i;
    i += len;
  }
  m[k] = (uint32_t)n;
  *chars = k;
  return m;
}

static void json_entities(sent *s, const char *p) {
  size_t chars, k;
  uint32_t *map = char_map(s->text, s->bytes, &chars);
  while ((p = strstr(p, "{\"type\": \"")) != NULL) {
    char *type;
    const char *q;
    size_t a, len;
    p += 10;
    type = json_string(&p, &k);
    q = strstr(p, "\"start\": ");
    if (!q) break;
    /* a surface may hold anything: the numbers follow the last field */
    p = q;
    a = strtoul(q + 9, NULL, 10);
    q = strstr(q, "\"length\": ");
    if (!q) break;
    len = strtoul(q + 10, NULL, 10);
    if (a >= 1 && a - 1 + len <= chars)
      gold_add(s, feed_type(type), 0, map[a - 1], map[a - 1 + len]);
    free(type);
  }
  free(map);
}

void feed_jsonl(feed *f, const char *path) {
  size_t n;
  char *all = xread(path, &n), *line = all;
  while (line < all + n) {
    char *end = strchr(line, '\n');
    const char *p;
    if (end) *end = 0;
    p = strstr(line, "\"text\": \"");
    if (p) {
      size_t k;
      char *text;
      sent *s;
      p += 9;
      text = json_string(&p, &k);
      s = feed_add(f, text, k, SRC_NEWS);
      json_entities(s, p);
      p = strstr(line, "\"source_id\": \"");
      if (p) {
        char *id;
        p += 14;
        id = json_string(&p, &k);
        s->article = csto_hash(id, k, 1);
        free(id);
      }
    }
    if (!end) break;
    line = end + 1;
  }
  free(all);
}

/* ---- CoNLL */

typedef struct conll {
  char *text;
  size_t n, cap;
  gold *g;
  size_t ng;
  int open;             /* class of the open span, 0: none */
} conll;

static int conll_class(const char *s) {
  if (strncmp(s, "PER", 3) == 0) return 'P';
  if (strcmp(s, "ORG") == 0) return 'O';
  if (strcmp(s, "LOC") == 0 || strcmp(s, "GPE") == 0 ||
      strcmp(s, "FAC") == 0) return 'L';
  return 'M';
}

static void conll_token(conll *c, const char *tok, const char *label) {
  size_t k = strlen(tok), a = c->n ? c->n + 1 : 0;
  int cls = label[0] == 'O' || !label[0] || !label[1]
            ? 0 : conll_class(label + 2);
  if (a + k + 2 > c->cap) {
    c->cap = (a + k + 2) * 2;
    c->text = xrealloc(c->text, c->cap);
  }
  if (c->n) c->text[c->n] = ' ';
  memcpy(c->text + a, tok, k);
  c->n = a + k;
  if (cls && cls != 'M') {
    if (label[0] == 'I' && c->open == cls) {
      c->g[c->ng - 1].end = (uint32_t)c->n;
    } else if (label[0] == 'B') {
      c->g = xrealloc(c->g, (c->ng + 1) * sizeof *c->g);
      c->g[c->ng].type = cls == 'P' ? CSTO_PERSON : cls == 'O' ? CSTO_ORG
                                                             : CSTO_GPE;
      c->g[c->ng].place = cls == 'L';
      c->g[c->ng].start = (uint32_t)a, c->g[c->ng].end = (uint32_t)c->n;
      c->ng++;
    } else {
      cls = 0;
    }
  }
  c->open = cls;
}

static void conll_flush(feed *f, conll *c, int src) {
  if (c->n) {
    sent *s;
    c->text[c->n] = 0;
    s = feed_add(f, c->text, c->n, src);
    s->g = c->g, s->ng = c->ng;
  }
  memset(c, 0, sizeof *c);
}

void feed_conll(feed *f, const char *path, int src) {
  size_t n;
  char *all = xread(path, &n), *line = all;
  conll c;
  memset(&c, 0, sizeof c);
  while (line < all + n) {
    char *end = strchr(line, '\n'), *tok, *label;
    if (end) *end = 0;
    tok = strtok(line, " \t\r");
    label = tok ? strtok(NULL, " \t\r") : NULL;
    if (!tok) conll_flush(f, &c, src);
    else conll_token(&c, tok, label ? label : "O");
    if (!end) break;
    line = end + 1;
  }
  conll_flush(f, &c, src);
  free(all);
}

void feed_free(feed *f) {
  size_t i;
  for (i = 0; i < f->n; i++) {
    csto_doc_close(&f->s[i].doc);
    free(f->s[i].text);
    free(f->s[i].g);
  }
  free(f->s);
  memset(f, 0, sizeof *f);
}

/* ---- plain text */

static int cmp_id(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

void feed_plain(const char *folder, const char *repo, const feed *skip,
                void (*fn)(void *, const char *, size_t), void *ctx) {
  char path[4096];
  size_t n;
  char *meta, *line;
  uint64_t *out = xmalloc((skip->n + 1) * sizeof *out);
  for (n = 0; n < skip->n; n++) out[n] = skip->s[n].article;
  qsort(out, skip->n, sizeof *out, cmp_id);
  snprintf(path, sizeof path, "%s/meta.tsv", folder);
  meta = xread(path, &n);
  for (line = meta; line < meta + n;) {
    char *end = strchr(line, '\n'), *col[4];
    int i;
    if (end) *end = 0;
    col[0] = line;
    for (i = 1; i < 4; i++) {
      col[i] = col[i - 1] ? strchr(col[i - 1], '\t') : NULL;
      if (col[i]) *col[i]++ = 0;
    }
    if (col[3]) {
      char *tab = strchr(col[3], '\t');
      uint64_t id = csto_hash(col[2], strlen(col[2]), 1);
      if (tab) *tab = 0;
      if (strcmp(col[3], repo) == 0 &&
          !bsearch(&id, out, skip->n, sizeof *out, cmp_id)) {
        size_t k;
        char *text;
        snprintf(path, sizeof path, "%s/news/%s", folder, col[0]);
        text = xread(path, &k);
        fn(ctx, text, k);
        free(text);
      }
    }
    if (!end) break;
    line = end + 1;
  }
  free(out);
  free(meta);
}
