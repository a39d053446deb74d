/* train_vary.c - training sentences with other names in them.
**
** A model that has met every name of its training articles learns the names.
** Copies in which the names of people are drawn from the name list, and some
** places and institutions from lists of their like, teach it what stands
** around names and what names look like.  Words of one to three letters and
** particles of names (بن, آل, أبو) stay.
**
** sentences.txt has sentences of our own with places for names; each is
** filled several times from the lists.
*/
#include "gen/train.h"
#include <stdlib.h>
#include <string.h>

typedef struct pool { char **name; double *upto; size_t n, cap; } pool;

enum { GIVEN, FAMILY, TOWN, CLUB, PRESS, FIRM, PARTY, FIELD, RULER, SCHOLAR,
       THINKER, PLAYER, FIRST, LAST, MOUNT, RIVER, QUARTER, LAND, TERM,
       NPOOL };

static const char *const slot_of[NPOOL] = {
  "given", "family", "town", "club", "press", "firm", "party", "field",
  "ruler", "scholar", "thinker", "player", "first", "last", "mount", "river",
  "quarter", "land", "term"};

/* What the sentences are filled from. */
static const char *const file_of[] = {
  "names.tsv", "towns.tsv", "institutions.tsv", "sentences.txt", "lists.tsv",
  "prose.tsv"};

enum { NAMES, TOWNS, INSTITUTIONS, SENTENCES, LISTS, PROSE, NFILE };

struct vary {
  pool p[NPOOL];
  char *text[NFILE];
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
  int i;
  vary *v = xmalloc(sizeof *v);
  memset(v, 0, sizeof *v);
  v->rng = 0x9e3779b97f4a7c15ULL;
  for (i = 0; i < NFILE; i++) v->text[i] = list(lists, file_of[i]);
  pool_lists(v, v->text[LISTS]);
  pool_lists(v, v->text[TOWNS]);
  pool_lists(v, v->text[INSTITUTIONS]);
  pool_lists(v, v->text[PROSE]);
  for (line = v->text[NAMES]; *line;) {
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
  for (i = 0; i < NFILE; i++) free(v->text[i]);
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

/* Is the last word so far this letter, or و and it? */
static int alone(const copy *c, const char *letter) {
  size_t n = c->n;
  if (n < 2 || memcmp(c->text + n - 2, letter, 2) != 0) return 0;
  n -= 2;
  if (n >= 2 && memcmp(c->text + n - 2, "و", 2) == 0) n -= 2;
  return n == 0 || c->text[n - 1] == ' ';
}

/* Another name; ل and its article join: للحزب.  Returns where it starts. */
static size_t put_name(copy *c, const char *x) {
  size_t at;
  int join = alone(c, "ل") && memcmp(x, "ال", 4) == 0;
  if (join) put(c, "ل", 2);
  at = c->n;
  x += join ? 4 : 0;
  put(c, x, strlen(x));
  return at;
}

/* The list that s[0..n) is of, or NULL. */
static const pool *pool_of(const vary *v, const gold *g, const char *s,
                           size_t n) {
  static const uint8_t of[CSTO_NETYPE][4] = {
    [CSTO_GPE] = {TOWN, LAND}, [CSTO_ORG] = {CLUB, PRESS, FIRM, PARTY}};
  int k;
  for (k = 0; g->type >= 0 && k < 4 && of[g->type][k]; k++) {
    const pool *p = v->p + of[g->type][k];
    size_t i;
    for (i = 0; i < p->n; i++)
      if (strncmp(p->name[i], s, n) == 0 && p->name[i][n] == 0) return p;
  }
  return NULL;
}

/* The entity that starts at a byte and gets another name: every person, and
** half of the places and institutions that the lists have; *p: its list. */
static const gold *renamed(vary *v, const sent *s, size_t at,
                           const pool **p) {
  size_t i, j;
  for (i = 0; i < s->ng; i++) {
    const gold *g = s->g + i;
    *p = NULL;
    if (g->start != at || g->end <= at) continue;
    if (g->type == CSTO_PERSON) return g;
    *p = pool_of(v, g, s->text + at, g->end - at);
    if (!*p || draw(v) >> 31) continue;
    for (j = 0; j < s->ng; j++)
      if (j != i && s->g[j].start >= at && s->g[j].end <= g->end &&
          s->g[j].end - s->g[j].start < g->end - at) break;
    if (j == s->ng) return g;
  }
  return NULL;
}

void vary_names(vary *v, feed *out, const sent *s) {
  size_t i, at = 0;
  copy c;
  sent *x;
  gold *g = xmalloc((s->ng + 1) * sizeof *g);
  uint32_t *to = xmalloc((s->bytes + 1) * sizeof *to);
  memset(&c, 0, sizeof c);
  while (at < s->bytes) {
    const pool *list;
    const gold *p = renamed(v, s, at, &list);
    size_t k, first = c.n;
    to[at] = (uint32_t)c.n;
    if (!p) { put(&c, s->text + at++, 1); continue; }
    if (list) first = put_name(&c, pool_draw(v, list));
    else person(v, &c, s->text + at, p->end - at);
    for (k = at; k < p->end; k++) to[k] = (uint32_t)first;
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

/* g: the entity opened last. */
static const char *slot(vary *v, copy *c, gold *g, const char *p) {
  size_t n = strcspn(p, "}"), was, at;
  int k;
  for (k = 0; k < NPOOL; k++)
    if (strlen(slot_of[k]) == n && memcmp(slot_of[k], p, n) == 0) break;
  if (k == NPOOL || !p[n]) die("no such slot", p);
  was = c->n;
  at = put_name(c, pool_draw(v, v->p + k));
  if (g && g->start == was) g->start = (uint32_t)at;
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
  x = feed_add(out, c.text, c.n - 1, SRC_OWN);
  x->g = g, x->ng = ng;
}

void vary_sentences(vary *v, feed *out, int times) {
  while (times-- > 0) {
    const char *p = v->text[SENTENCES];
    while (*p) {
      size_t n = strcspn(p, "\n");
      if (n && *p != '#') fill(v, out, p, n);
      p += n + (p[n] != 0);
    }
  }
}
