/* people.c - which mentions of persons are one person.
**
** A name is cut into units (عبد الفتاح, بن سلمان are one each) under the key
** that spellings share (morph/namekey.h).  Two names are one person when
**   - first and last unit agree (patronymics are optional), or
**   - one has two units and they begin or end the other;
** a name of one unit is the last person named whose last unit it is, else
** the first named later.  A forename alone is nobody's.  Each name costs a
** few probes of a hash map.
*/
#include "entity/link.h"
#include "base/rc.h"
#include "morph/namekey.h"
#include <string.h>

#define UNITS 8

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

/* Units of a name, in l->key. */
static int units_of(csto_linker *l, const char *name, size_t n, units *u) {
  char *p, *end;
  u->n = 0;
  csto_buf_clear(&l->key);
  csto_namekey(&l->key, name, n);
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

static int32_t get(csto_linker *l, const units *u, size_t a, size_t b,
                   int space) {
  pair(l, u, a, b);
  if (l->pair.rc) return -1;
  return csto_emap_get(&l->map, l->pair.data, l->pair.size, space, -1);
}

static int32_t find(csto_linker *l, const units *u) {
  size_t last = u->n - 1;
  int32_t e = get(l, u, 0, last, CSTO_K_PERSON);
  if (e >= 0) return e;
  if (u->n == 2) {
    e = get(l, u, 0, 1, CSTO_K_SHORT);
    return e >= 0 ? e : get(l, u, 0, 1, CSTO_K_SUFFIX);
  }
  e = get(l, u, 0, 1, CSTO_K_PERSON);
  return e >= 0 ? e : get(l, u, last - 1, last, CSTO_K_PERSON);
}

static int put(csto_linker *l, const units *u, size_t a, size_t b, int space,
               int32_t e) {
  pair(l, u, a, b);
  if (l->pair.rc) return CSTO_NOMEM;
  return csto_emap_put(&l->map, l->pair.data, l->pair.size, space, e)
             ? CSTO_OK : CSTO_NOMEM;
}

/* From now on these units are e's. */
static int know(csto_linker *l, const units *u, int32_t e) {
  size_t last = u->n - 1;
  int rc = CSTO_OK;
  if (u->n > 1) rc = put(l, u, 0, last, CSTO_K_PERSON, e);
  if (u->n > 2 && rc == CSTO_OK) rc = put(l, u, 0, 1, CSTO_K_SHORT, e);
  if (u->n > 2 && rc == CSTO_OK)
    rc = put(l, u, last - 1, last, CSTO_K_SUFFIX, e);
  if (rc == CSTO_OK &&
      !csto_emap_put(&l->map, u->u[last], u->len[last], CSTO_K_LAST, e))
    rc = CSTO_NOMEM;
  return rc;
}

static int mention_units(csto_linker *l, const csto_span *s, units *u) {
  return units_of(l, l->w->d->text + s->m.start, s->m.end - s->m.start, u);
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
    return rc == CSTO_OK && u.n ? know(l, &u, s->m.entity) : rc;
  }
  rc = mention_units(l, s, &u);
  if (rc != CSTO_OK || u.n < 2) return rc;
  e = find(l, &u);
  if (e < 0) {
    e = csto_link_new(l, CSTO_PERSON, csto_link_name(l, s), NULL, NULL);
    if (e < 0) return CSTO_NOMEM;
  }
  rc = know(l, &u, e);
  return rc == CSTO_OK ? csto_link_set(l, s, e) : rc;
}

int csto_link_person_second(csto_linker *l, csto_span *s) {
  units u;
  int32_t *x, e;
  int rc = mention_units(l, s, &u);
  if (rc != CSTO_OK) return rc;
  if (s->m.entity < 0) {
    e = u.n == 1 ? csto_emap_get(&l->map, u.u[0], u.len[0], CSTO_K_LAST, -1)
                 : -1;
    if (e >= 0) return csto_link_set(l, s, e);
    return s->table ? csto_link_row(l, s) : csto_link_text(l, s);
  }
  if (u.n < 2) return CSTO_OK;
  x = csto_emap_put(&l->map, u.u[u.n - 1], u.len[u.n - 1], CSTO_K_LAST, -1);
  if (!x) return CSTO_NOMEM;
  *x = s->m.entity;             /* the surname means this one now */
  return CSTO_OK;
}
