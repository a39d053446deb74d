/* people.c - which mentions of persons are one person.
**
** A name is cut into units (عبد الفتاح, بن سلمان are one each) under the key
** that spellings share (morph/namekey.h).  Two names are one person when
**   - first and last unit agree (patronymics are optional), or
**   - one has two units and they begin or end the other;
** a name of one unit is the last person named whose last unit it is, else
** the first named later, else the only one of that family, where the family
** comes first (كيم).  A forename alone is nobody's.  Each name costs a
** few probes of a hash map.
*/
#include "text/letters.h"
#include "entity/link.h"
#include "base/rc.h"
#include "morph/namekey.h"
#include "text/fold.h"
#include <string.h>

CSTO_TABLE(name_particles);

#define UNITS 8
#define FATHER_MAX 40   /* bytes of a father's name */

typedef struct units {
  size_t n;
  const char *u[UNITS];
  size_t len[UNITS];
} units;

/* بن، آل، ولد، دي، فون: part of the unit that follows */
static int joins_next(const char *s, size_t n) {
  static const char *const words[] = {"bn", "al", "wld", "di", "fon", "dy"};
  size_t i;
  for (i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == n && !memcmp(words[i], s, n)) return 1;
  return 0;
}

/* Appends the key of s[0..n) to out; the same spelling is asked for often, and
** its key made once.  Failures are out->rc. */
static void name_key(csto_linker *l, csto_buf *out, const char *s, size_t n) {
  int32_t *x = csto_emap_put(&l->map, s, n, CSTO_K_SPELLING, -1);
  size_t from = out->size;
  csto_link_key *k;
  if (x && *x >= 0) {
    csto_buf_add(out, l->keys[*x].s, l->keys[*x].n);
    return;
  }
  csto_namekey(out, s, n);
  if (out->rc) return;
  k = csto_arena_grow(l->a, l->keys, l->nkeys, &l->keycap, sizeof *k);
  if (k) {
    l->keys = k;
    k += l->nkeys;
    k->n = out->size - from;
    k->s = csto_arena_str(l->a, k->n ? out->data + from : "", k->n);
  }
  if (!x || !k || !k->s) out->rc = CSTO_NOMEM;
  else *x = (int32_t)l->nkeys++;
}

/* Units of a name, in l->key. */
static int units_of(csto_linker *l, const char *name, size_t n, units *u) {
  char *p, *end;
  u->n = 0;
  csto_buf_clear(&l->key);
  name_key(l, &l->key, name, n);
  if (l->key.rc) return l->key.rc;
  if (!l->key.size) return CSTO_OK;
  p = l->key.data;
  end = p + l->key.size;
  while (p < end && u->n < UNITS) {
    char *from = p, *q = memchr(p, ' ', (size_t)(end - p));
    if (!q) q = end;
    while (q < end && joins_next(p, (size_t)(q - p))) {
      p = q + 1;
      q = memchr(p, ' ', (size_t)(end - p));
      if (!q) q = end;
    }
    if (q - from > 4 && from[0] == 'a' && from[1] == 'l') from += 2;
    u->u[u->n] = from;
    u->len[u->n++] = (size_t)(q - from);
    p = q + 1;
  }
  return CSTO_OK;
}

/* "a|b" in l->pair. */
static void pair(csto_linker *l, const units *u, size_t a, size_t b) {
  csto_buf_clear(&l->pair);
  csto_buf_add(&l->pair, u->u[a], u->len[a]);
  csto_buf_putc(&l->pair, '|');
  csto_buf_add(&l->pair, u->u[b], u->len[b]);
}

/* Does name[0..n) begin with a title that the model took into it: الشيخ? */
static int courtesy(const char *name, size_t n) {
  char folded[CSTO_FOLD_ROOM(32)];
  const char *space = memchr(name, ' ', n);
  size_t k = space ? (size_t)(space - name) : n;
  csto_hit h;
  if (k == 0 || k > 32) return 0;
  k = csto_fold_word(name, k, folded);
  for (h = csto_table_find(&csto_table_heads, folded, k); h;
       h = csto_table_next(&csto_table_heads, h))
    if (csto_head_flag(csto_table_row(&csto_table_heads, h), "courtesy"))
      return 1;
  return 0;
}

static int32_t get(csto_linker *l, const units *u, size_t a, size_t b,
                   int space) {
  pair(l, u, a, b);
  if (l->pair.rc) return -1;
  return csto_emap_get(&l->map, l->pair.data, l->pair.size, space, -1);
}

/* Is the word s[0..n) one with its neighbour on that side (next, prev)? */
static int particle(const char *s, size_t n, const char *side) {
  char folded[CSTO_FOLD_ROOM(32)];
  csto_hit h;
  if (n == 0 || n > 32) return 0;
  n = csto_fold_word(s, n, folded);
  h = csto_table_find(&csto_table_name_particles, folded, n);
  return h && !strcmp(csto_table_cell(&csto_table_name_particles,
                                      csto_table_row(
                                          &csto_table_name_particles, h),
                                      2), side);
}

/* Is the last word of name[0..n), at byte `at`, one with the word before? */
static int joined(const char *name, size_t at, size_t n) {
  size_t end = at, from;
  while (end > 0 && name[end - 1] == ' ') end--;
  for (from = end; from > 0 && name[from - 1] != ' '; from--) {}
  return particle(name + at, n - at, "prev") ||
         particle(name + from, end - from, "next") ||
         (end - from == 4 && !memcmp(name + from, ALEF_MADDA LAM, 4));
}

/* The keys that the first and the last word have alone, in l->pair: a word
** may sound foreign beside other names only.  0 when they are one with their
** neighbours. */
static int alone(csto_linker *l, const char *name, size_t n) {
  size_t first = 0, at = n;
  while (first < n && name[first] != ' ') first++;
  while (at > 0 && name[at - 1] != ' ') at--;
  csto_buf_clear(&l->pair);
  if (at <= first || joined(name, at, n) || particle(name, first, "next"))
    return 0;
  name_key(l, &l->pair, name, first);
  csto_buf_putc(&l->pair, '+');
  name_key(l, &l->pair, name + at, n - at);
  return l->pair.rc == CSTO_OK && l->pair.size > 4;
}

/* The father's name behind the first بن of s[0..n) that something follows,
** folded: its length, 0 for none. */
static size_t father(const char *s, size_t n, char *out) {
  static const char son[] = " " BEH NOON " ";
  size_t i, j, k;
  for (i = 0; i + 6 < n && memcmp(s + i, son, 6); i++) {}
  if (i + 6 >= n) return 0;
  for (j = i += 6; j < n && s[j] != ' '; j++) {}
  if (j - i == 6 && j < n && !memcmp(s + i, "عبد", 6))
    for (i = ++j; j < n && s[j] != ' '; j++) {}    /* عبد العزيز, عبدالعزيز */
  else if (j - i > 6 && !memcmp(s + i, "عبد", 6))
    i += 6;
  k = j - i;
  return j < n && k && k <= FATHER_MAX ? csto_fold_word(s + i, k, out) : 0;
}

/* محمد بن نايف بن عبد العزيز, محمد بن سلمان بن عبد العزيز: two of one name and
** one family, by fathers of two names. */
static int is_cousin(const csto_linker *l, int32_t e, const char *name,
                     size_t n) {
  char a[CSTO_FOLD_ROOM(FATHER_MAX)], b[CSTO_FOLD_ROOM(FATHER_MAX)];
  const char *his = l->ents[e].name;
  size_t na = father(name, n, a), nb = father(his, strlen(his), b);
  return na && nb && (na != nb || memcmp(a, b, na));
}

static int32_t find_units(csto_linker *l, const units *u, const char *name,
                          size_t n) {
  size_t last = u->n - 1;
  int32_t e = get(l, u, 0, last, CSTO_K_PERSON);
  if (e >= 0 && !is_cousin(l, e, name, n)) return e;
  if (e >= 0) return get(l, u, 0, 1, CSTO_K_SHORT);
  if (u->n == 2) {
    e = get(l, u, 0, 1, CSTO_K_SHORT);
    return e >= 0 ? e : get(l, u, 0, 1, CSTO_K_SUFFIX);
  }
  if (courtesy(name, n) &&
      (e = get(l, u, 1, last, CSTO_K_PERSON)) >= 0) return e;
  e = get(l, u, 0, 1, CSTO_K_PERSON);
  return e >= 0 ? e : get(l, u, last - 1, last, CSTO_K_PERSON);
}

static int32_t find(csto_linker *l, const units *u, const char *name,
                    size_t n) {
  int32_t e = find_units(l, u, name, n);
  if (e >= 0 || !alone(l, name, n)) return e;
  e = csto_emap_get(&l->map, l->pair.data, l->pair.size, CSTO_K_PERSON, -1);
  return e >= 0 && is_cousin(l, e, name, n) ? -1 : e;
}

static int put(csto_linker *l, const units *u, size_t a, size_t b, int space,
               int32_t e) {
  pair(l, u, a, b);
  if (l->pair.rc) return CSTO_NOMEM;
  return csto_emap_put(&l->map, l->pair.data, l->pair.size, space, e)
             ? CSTO_OK : CSTO_NOMEM;
}

/* The last word of a name means e, from now on or if it meant nobody: under
** the key that the word has alone, too, as the words beside it help to tell
** a foreign name. */
static int last_means(csto_linker *l, const units *u, const char *name,
                      size_t n, int32_t e, int now) {
  const char *key;
  size_t at = n, k;
  int32_t *x = csto_emap_put(&l->map, u->u[u->n - 1], u->len[u->n - 1],
                             CSTO_K_LAST, e);
  if (!x) return CSTO_NOMEM;
  if (now) *x = e;
  while (at > 0 && name[at - 1] != ' ') at--;
  if (joined(name, at, n)) return CSTO_OK;      /* بن سلمان is not سلمان */
  csto_buf_clear(&l->pair);
  name_key(l, &l->pair, name + at, n - at);
  if (l->pair.rc || !l->pair.size) return l->pair.rc;
  key = l->pair.data;
  k = l->pair.size;
  if (k > 4 && !memcmp(key, "al", 2)) key += 2, k -= 2;
  x = csto_emap_put(&l->map, key, k, CSTO_K_LAST, e);
  if (!x) return CSTO_NOMEM;
  if (now) *x = e;
  return CSTO_OK;
}

/* The row + 1 of the title right before a name whose holders are called by
** their first name (الملك سلمان، البابا فرنسيس). */
static uint32_t reign(const csto_linker *l, const csto_span *s) {
  csto_head h;
  size_t i = s->m.tok;
  if (i == 0 || l->w->d->tokens[i].newline ||
      s->m.start != l->w->d->tokens[i].start ||
      !csto_head_at(l->w, i - 1, &h) || !h.definite ||
      !csto_head_flag(h.row, "reign")) return 0;
  return h.row + 1;
}

/* The entry for the title and first name of the person at s. */
static int32_t *reigning(csto_linker *l, const csto_span *s, const units *u,
                         int32_t fresh) {
  uint32_t row = reign(l, s);
  if (!row) return NULL;
  csto_buf_clear(&l->pair);
  csto_buf_add(&l->pair, (const char *)&row, sizeof row);
  csto_buf_add(&l->pair, u->u[0], u->len[0]);
  return l->pair.rc ? NULL
                    : csto_emap_put(&l->map, l->pair.data, l->pair.size,
                                    CSTO_K_REIGN, fresh);
}

/* From now on the title and the first name mean e; two of one name: nobody. */
static void reigns(csto_linker *l, const csto_span *s, const units *u,
                   int32_t e) {
  int32_t *x = reigning(l, s, u, e);
  if (x && *x != e) *x = -2;
}

/* كيم جونغ أون: the entry for the first word of a name, where it is a family's;
** NULL: it is none, or memory ran out. */
static int32_t *family(csto_linker *l, const csto_span *s, int32_t fresh) {
  const csto_token *t = &l->w->d->tokens[s->m.tok];
  size_t cut = csto_link_skipped(l, s);
  if (t->nnorm <= cut || !csto_word_is(t->norm + cut, t->nnorm - cut, "family"))
    return NULL;
  return csto_emap_put(&l->map, t->norm + cut, t->nnorm - cut, CSTO_K_FAMILY,
                       fresh);
}

/* From now on the family's name means e; two of one family: nobody. */
static void means_family(csto_linker *l, const csto_span *s, int32_t e) {
  int32_t *x = family(l, s, e);
  if (x && *x != e) *x = -2;
}

/* سلمى اللومي الرقيق: a middle name with the article may stand alone; two of
** that name: nobody. */
static void means_middle(csto_linker *l, const csto_span *s, int32_t e) {
  size_t i;
  for (i = s->m.tok + 1u; i + 1 < s->m.tokend; i++) {
    const csto_token *t = &l->w->d->tokens[i];
    int32_t *x;
    if (t->nnorm < 10 || memcmp(t->norm, AL, 4)) continue;
    x = csto_emap_put(&l->map, t->norm, t->nnorm, CSTO_K_MIDDLE, e);
    if (x && *x != e) *x = -2;
  }
}

/* From now on these units are e's. */
static int know(csto_linker *l, const units *u, const char *name, size_t n,
                int32_t e) {
  size_t last = u->n - 1;
  int rc = CSTO_OK;
  if (u->n > 1) rc = put(l, u, 0, last, CSTO_K_PERSON, e);
  if (u->n > 2 && rc == CSTO_OK) rc = put(l, u, 0, 1, CSTO_K_SHORT, e);
  if (u->n > 2 && rc == CSTO_OK && courtesy(name, n))
    rc = put(l, u, 1, last, CSTO_K_PERSON, e);
  if (u->n > 2 && rc == CSTO_OK)
    rc = put(l, u, last - 1, last, CSTO_K_SUFFIX, e);
  if (rc == CSTO_OK && u->n > 1 && alone(l, name, n) &&
      !csto_emap_put(&l->map, l->pair.data, l->pair.size, CSTO_K_PERSON, e))
    rc = CSTO_NOMEM;
  return rc == CSTO_OK ? last_means(l, u, name, n, e, 0) : rc;
}

static const char *text_of(const csto_linker *l, const csto_span *s) {
  return l->w->d->text + s->m.start;
}

static int mention_units(csto_linker *l, const csto_span *s, units *u) {
  return units_of(l, text_of(l, s), s->m.end - s->m.start, u);
}

/* The lexicon knows the last word as somebody's surname: that person if the
** forenames have one key. */
static int by_surname(csto_linker *l, csto_span *s, const units *mine) {
  csto_gaz g;
  char first[64];
  units his;
  size_t n = mine->len[0];
  const char *name;
  int rc;
  if (n > sizeof first || !csto_gaz_at(l->w, s->m.tokend - 1, &g) ||
      g.skip || g.ntok != 1 ||
      csto_gaz_type(g.table, g.row) != CSTO_PERSON) return CSTO_OK;
  memcpy(first, mine->u[0], n);
  name = csto_table_cell(g.table, g.row, 0);
  rc = units_of(l, name, strcspn(name, "|"), &his);
  if (rc == CSTO_OK && his.n > 1 && his.len[0] == n &&
      !memcmp(his.u[0], first, n)) {
    s->table = g.table;
    s->row = g.row;
  }
  return rc;
}

/* A surname that the lexicon gives to somebody, but not to one so well known
** that it could be nobody else's. */
static int is_bare_row(const csto_span *s) {
  return s->table && !s->user && s->m.tokend - s->m.tok == 1 &&
         !*csto_table_cell(s->table, s->row, 3);
}

/* Does the name end in a patronymic, the family being still to come? */
static int is_open(const char *name) {
  size_t at = strlen(name), from;
  while (at > 0 && name[at - 1] != ' ') at--;
  if (at == 0) return 0;
  for (from = at - 1; from > 0 && name[from - 1] != ' '; from--) {}
  return particle(name + from, at - 1 - from, "next");
}

/* A person of the text by the name at s: a new one, or e under a name that
** goes on where the one before ended in a patronymic (بندر بن عبد الله + آل
** سعود).  -1 when memory runs out. */
static int32_t name_person(csto_linker *l, const csto_span *s, const units *u,
                           int32_t e) {
  const char *name;
  if (e >= 0 && (!l->ents[e].open || u->n <= l->ents[e].open ||
                 get(l, u, 0, 1, CSTO_K_PERSON) != e)) return e;
  name = csto_link_name(l, s);
  if (e < 0) e = csto_link_new(l, CSTO_PERSON, name, NULL, NULL);
  if (e < 0 || !name) return -1;
  l->ents[e].name = name;
  l->ents[e].open = is_open(name) ? u->n : 0;
  return e;
}

int csto_link_person_first(csto_linker *l, csto_span *s) {
  units u;
  int32_t e;
  int rc = CSTO_OK;
  if (!s->table && !s->user) {
    rc = mention_units(l, s, &u);
    if (rc != CSTO_OK || u.n < 2) return rc;
    rc = by_surname(l, s, &u);
  }
  if (is_bare_row(s)) return CSTO_OK;      /* waits for the second pass */
  if (rc == CSTO_OK && s->table) rc = csto_link_row(l, s);
  if (rc != CSTO_OK) return rc;
  if (s->m.entity >= 0) {       /* the lexicon's or the user's person */
    rc = units_of(l, s->m.name, strlen(s->m.name), &u);
    if (rc == CSTO_OK && u.n > 1) reigns(l, s, &u, s->m.entity);
    if (s->m.tokend > s->m.tok + 1u) means_family(l, s, s->m.entity);
    return rc == CSTO_OK && u.n
               ? know(l, &u, s->m.name, strlen(s->m.name), s->m.entity) : rc;
  }
  rc = mention_units(l, s, &u);
  if (rc != CSTO_OK || u.n < 2) return rc;
  e = find(l, &u, text_of(l, s), s->m.end - s->m.start);
  e = name_person(l, s, &u, e);
  if (e < 0) return CSTO_NOMEM;
  reigns(l, s, &u, e);
  means_family(l, s, e);
  means_middle(l, s, e);
  rc = know(l, &u, text_of(l, s), s->m.end - s->m.start, e);
  return rc == CSTO_OK ? csto_link_set(l, s, e) : rc;
}

/* Whom a name of one word means: behind الملك its first name, else a surname;
** -1: nobody that is known. */
static int32_t bare(csto_linker *l, const csto_span *s, const units *u) {
  const char *name = text_of(l, s);
  int32_t *x, e = -1;
  int article = s->m.end - s->m.start > 4 && !memcmp(name, AL, 4);
  if (article || !reign(l, s))
    e = csto_emap_get(&l->map, u->u[0], u->len[0], CSTO_K_LAST, -1);
  if (e >= 0) return e;
  x = reigning(l, s, u, -2);
  if (x && *x >= 0) return *x;
  x = family(l, s, -2);
  if ((x && *x >= 0) || !article) return x && *x >= 0 ? *x : -1;
  return csto_emap_get(&l->map, l->w->d->tokens[s->m.tok].norm,
                       l->w->d->tokens[s->m.tok].nnorm, CSTO_K_MIDDLE, -1);
}

int csto_link_person_second(csto_linker *l, csto_span *s) {
  units u;
  int32_t e;
  int rc = mention_units(l, s, &u);
  if (rc != CSTO_OK) return rc;
  if (s->m.entity < 0) {
    e = u.n == 1 ? bare(l, s, &u) : -1;
    if (e >= 0) return csto_link_set(l, s, e);
    return s->table ? csto_link_row(l, s) : csto_link_text(l, s);
  }
  if (u.n < 2) return CSTO_OK;
  return last_means(l, &u, text_of(l, s), s->m.end - s->m.start, s->m.entity,
                    1);         /* the surname means this one now */
}
