/* train_vary.c - training sentences with other people in them.
**
** A model that has met every name of its training articles learns the names.
** Copies in which the names of people are drawn from the name list teach it
** what stands around names and what names look like.  Words of one to three
** letters and particles of names (بن, آل, أبو) stay.
**
** sentences.txt has sentences of our own with places for names; each is
** filled several times from the lists.
*/
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>

typedef struct pool { char **name; double *upto; size_t n, cap; } pool;

enum { GIVEN, FAMILY, TOWN, CLUB, PRESS, FIRM, PARTY, FIELD, NPOOL };

static const char *const slot_of[NPOOL] = {
  "given", "family", "town", "club", "press", "firm", "party", "field"};

struct vary {
  pool p[NPOOL];
  char *text[5];
  uint64_t rng;
};

static uint32_t draw(vary *v) {
  v->rng ^= v->rng << 13, v->rng ^= v->rng >> 7, v->rng ^= v->rng << 17;
  return (uint32_t)(v->rng >> 32);
}

/* Letters of Arabic alone: the list has names of its neighbours too. */
static int arabic(const char *s) {
  for (; *s; s++)
    if ((unsigned char)*s > 0xd9 ||
        ((unsigned char)*s == 0xd9 && (unsigned char)s[1] > 0x8a)) return 0;
    else if ((unsigned char)*s >= 0xd8) s++;
  return 1;
}

static void pool_add(pool *p, char *name, double weight) {
  if (weight <= 0 || !arabic(name)) return;
  if (p->n == p->cap) {
    p->cap = p->cap ? p->cap * 2 : 4096;
    p->name = xrealloc(p->name, p->cap * sizeof *p->name);
    p->upto = xrealloc(p->upto, p->cap * sizeof *p->upto);
  }
  p->name[p->n] = name;
  p->upto[p->n] = weight + (p->n ? p->upto[p->n - 1] : 0);
  p->n++;
}

/* How often a name of the list is drawn: as often as people have it, but
** the commonest are not all there is. */
static double often(const char *count) {
  double n = strtod(count, NULL);
  return n > 50 ? 50 : n;
}

static const char *pool_draw(vary *v, const pool *p) {
  double at = draw(v) / 4294967296.0 * p->upto[p->n - 1];
  size_t lo = 0, hi = p->n - 1;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (p->upto[mid] > at) hi = mid; else lo = mid + 1;
  }
  return p->name[lo];
}

static char *list(const char *lists, const char *name) {
  char path[4096];
  size_t n;
  snprintf(path, sizeof path, "%s/%s", lists, name);
  return xread(path, &n);
}

/* class <tab> names separated by '|' */
static void pool_lists(vary *v, char *text) {
  char *line, *next, *p;
  int k;
  for (line = text; line; line = next) {
    next = strchr(line, '\n');
    if (next) *next++ = 0;
    p = *line == '#' ? NULL : strchr(line, '\t');
    if (!p) continue;
    *p++ = 0;
    for (k = 0; k < NPOOL; k++)
      if (strcmp(line, k == TOWN ? "city" : slot_of[k]) == 0) break;
    while (k < NPOOL && p) {
      char *bar = strchr(p, '|');
      if (bar) *bar++ = 0;
      pool_add(v->p + k, p, k < TOWN ? 6 : 1);
      p = bar;
    }
  }
}

vary *vary_open(const char *lists) {
  char *line;
  vary *v = xmalloc(sizeof *v);
  memset(v, 0, sizeof *v);
  v->rng = 0x9e3779b97f4a7c15ULL;
  v->text[0] = list(lists, "names.tsv");
  v->text[1] = list(lists, "towns.tsv");
  v->text[2] = list(lists, "institutions.tsv");
  v->text[3] = list(lists, "sentences.txt");
  v->text[4] = list(lists, "lists.tsv");
  pool_lists(v, v->text[4]);
  pool_lists(v, v->text[1]);
  pool_lists(v, v->text[2]);
  for (line = v->text[0]; *line;) {
    char *end = strchr(line, '\n'), *c;
    if (end) *end = 0;
    c = strchr(line, '\t');
    if (*line != '#' && c) {
      char *d = strchr(c + 1, '\t');
      *c = 0;
      pool_add(v->p, line, often(c + 1));
      if (d) pool_add(v->p + 1, line, often(d + 1));
    }
    if (!end) break;
    line = end + 1;
  }
  return v;
}

void vary_close(vary *v) {
  int i;
  for (i = 0; i < NPOOL; i++) free(v->p[i].name), free(v->p[i].upto);
  for (i = 0; i < 5; i++) free(v->text[i]);
  free(v);
}

typedef struct copy {
  char *text;
  size_t n, cap;
} copy;

static void put(copy *c, const char *s, size_t n) {
  if (c->n + n + 1 > c->cap) {
    c->cap = (c->n + n + 1) * 2;
    c->text = xrealloc(c->text, c->cap);
  }
  memcpy(c->text + c->n, s, n);
  c->n += n;
}

static int particle(const char *s, size_t n) {
  static const char *const of[] = {"آل", "أبو", "ابو", "عبد", "بنت", "ابن"};
  size_t i;
  for (i = 0; i < sizeof of / sizeof *of; i++)
    if (strlen(of[i]) == n && memcmp(of[i], s, n) == 0) return 1;
  return n <= 4;
}

/* Another person in the place of s[0..n). */
static void person(vary *v, copy *c, const char *s, size_t n) {
  size_t i = 0, word = 0;
  while (i < n) {
    size_t a = i;
    while (i < n && s[i] != ' ') i++;
    if (particle(s + a, i - a) || (unsigned char)s[a] < 0xd8) {
      put(c, s + a, i - a);
    } else {
      const char *x = pool_draw(v, v->p + (word > 0 || (a == 0 && i == n)));
      put(c, x, strlen(x));
      word++;
    }
    a = i;
    while (i < n && s[i] == ' ') i++;
    put(c, s + a, i - a);
  }
}

void vary_people(vary *v, feed *out, const sent *s) {
  size_t i, at = 0;
  copy c;
  sent *x;
  gold *g = xmalloc((s->ng + 1) * sizeof *g);
  uint32_t *to = xmalloc((s->bytes + 1) * sizeof *to);
  memset(&c, 0, sizeof c);
  for (at = 0; at < s->bytes;) {
    const gold *p = NULL;
    size_t k;
    for (i = 0; i < s->ng; i++)
      if (s->g[i].type == CSTO_PERSON && s->g[i].start == at &&
          s->g[i].end > at) p = s->g + i;
    to[at] = (uint32_t)c.n;
    if (!p) { put(&c, s->text + at++, 1); continue; }
    for (k = at; k < p->end; k++) to[k] = (uint32_t)c.n;
    person(v, &c, s->text + at, p->end - at);
    at = p->end;
  }
  to[s->bytes] = (uint32_t)c.n;
  put(&c, "", 1);
  for (i = 0; i < s->ng; i++) {
    g[i] = s->g[i];
    g[i].start = to[g[i].start], g[i].end = to[g[i].end];
  }
  free(to);
  x = feed_add(out, c.text, c.n - 1, s->src);
  x->article = s->article, x->g = g, x->ng = s->ng;
}

/* ---- sentences of our own */

static void die(const char *what, const char *line) {
  fprintf(stderr, "sentences: %s: %.80s\n", what, line);
  exit(1);
}

/* Is the last word so far this letter, or و and it? */
static int alone(const copy *c, const char *letter) {
  size_t n = c->n;
  if (n < 2 || memcmp(c->text + n - 2, letter, 2) != 0) return 0;
  n -= 2;
  if (n >= 2 && memcmp(c->text + n - 2, "و", 2) == 0) n -= 2;
  return n == 0 || c->text[n - 1] == ' ';
}

/* g: the entity opened last. */
static const char *slot(vary *v, copy *c, gold *g, const char *p) {
  size_t n = strcspn(p, "}");
  const char *x;
  int k;
  for (k = 0; k < NPOOL; k++)
    if (strlen(slot_of[k]) == n && memcmp(slot_of[k], p, n) == 0) break;
  if (k == NPOOL || !p[n]) die("no such slot", p);
  x = pool_draw(v, v->p + k);
  /* ل and the article: للحزب */
  if (alone(c, "ل") && memcmp(x, "ال", 4) == 0) {
    put(c, "ل", 2);
    if (g && g->start + 2 == c->n) g->start = (uint32_t)c->n;
    x += 4;
  }
  put(c, x, strlen(x));
  return p + n + 1;
}

static void fill(vary *v, feed *out, const char *p, size_t n) {
  const char *end = p + n;
  gold *g = NULL;
  size_t ng = 0, open[8], depth = 0;
  copy c;
  sent *x;
  memset(&c, 0, sizeof c);
  while (p < end) {
    if (*p == '{') {
      p = slot(v, &c, ng ? g + ng - 1 : NULL, p + 1);
    } else if (*p == '[') {
      size_t k = strcspn(p + 1, " ");
      char type[16] = {0};
      if (k >= sizeof type || depth == 8) die("bad entity", p);
      memcpy(type, p + 1, k);
      g = xrealloc(g, (ng + 1) * sizeof *g);
      memset(g + ng, 0, sizeof *g);
      g[ng].type = feed_type(type), g[ng].start = (uint32_t)c.n;
      if (g[ng].type < 0) die("no such type", p);
      open[depth++] = ng++;
      p += k + 2;
    } else if (*p == ']') {
      if (!depth) die("too many brackets", p);
      g[open[--depth]].end = (uint32_t)c.n;
      p++;
    } else {
      put(&c, p++, 1);
    }
  }
  if (depth) die("too few brackets", end - n);
  put(&c, "", 1);
  x = feed_add(out, c.text, c.n - 1, SRC_NEWS);
  x->g = g, x->ng = ng;
}

void vary_sentences(vary *v, feed *out, int times) {
  while (times-- > 0) {
    const char *p = v->text[3];
    while (*p) {
      size_t n = strcspn(p, "\n");
      if (n && *p != '#') fill(v, out, p, n);
      p += n + (p[n] != 0);
    }
  }
}
