/* pattern_read.c - compiles the patterns of relation_patterns.
**
** A pattern is compiled when it is first tried, and kept with what else follows
** from the tables alone (csto_patterns) from document to document where words
** are (text/known.h).  Cost: none where all patterns that a text needs have
** been tried.
*/
#include "speech/pattern.h"
#include <string.h>
#include "base/rc.h"
#include "text/known.h"

static const char KINDS[] = "PRGLOEDVNTBCAHK";
static const char SLOTS[] = "SOLDT~!";   /* ~ not kept, ! must not follow */

static int read_kinds(csto_element *e, const char *s, size_t n) {
  size_t i;
  for (i = 0; i < n; i++) {
    const char *k = strchr(KINDS, s[i]);
    if (strchr("XQY", s[i])) e->text = (uint8_t)s[i];
    else if (s[i] == '+') e->list = 1;
    else if (s[i] == '^') e->trigger = 1;
    else if (s[i] && k) e->kinds |= 1u << (k - KINDS);
    else return CSTO_FORMAT;
  }
  return e->kinds || e->text ? CSTO_OK : CSTO_FORMAT;
}

static int read_slot(csto_element *e, const char *s, size_t n,
                     const char *eq) {
  const char *name = eq - 1;
  const char *slot = strchr(SLOTS, *name);
  e->kind = CSTO_EL_SLOT;
  if (name > s) {
    if (name - s != 2 || s[1] != '_') return CSTO_FORMAT;
    switch (s[0]) {
      case 'W': e->pre = CSTO_PRE_WA; break;
      case 'B': e->pre = CSTO_PRE_BA; break;
      case 'L': e->pre = CSTO_PRE_LAM; break;
      case 'K': e->pre = CSTO_PRE_KAF; break;
      case 'A': e->anypre = 1; break;
      default: return CSTO_FORMAT;
    }
  }
  if (!*name || !slot) return CSTO_FORMAT;
  e->slot = (uint8_t)(slot - SLOTS);
  if (*name == '!') {
    e->kind = CSTO_EL_NOT;
    e->slot = CSTO_SLOT_NONE;
  }
  return read_kinds(e, eq + 1, n - (size_t)(eq + 1 - s));
}

static int read_element(csto_element *e, const char *s, size_t n) {
  const char *eq = memchr(s, '=', n);
  memset(e, 0, sizeof *e);
  if (n > 1 && s[n - 1] == '?') { e->opt = 1; n--; }
  e->s = s;
  e->n = (uint32_t)n;
  if (n == 1 && s[0] == '^') { e->kind = CSTO_EL_TRIGGER; e->trigger = 1; }
  else if (n > 2 && !memcmp(s, "!@", 2)) {
    if (n - 1 > sizeof e->cls) return CSTO_FORMAT;
    e->kind = CSTO_EL_NOT;
    memcpy(e->cls, s + 2, n - 2);
  } else if (n > 2 && !memcmp(s, "=@", 2)) {
    if (n - 1 > sizeof e->cls) return CSTO_FORMAT;
    e->kind = CSTO_EL_AHEAD;
    e->list = s[2] == '=';
    memcpy(e->cls, s + 2 + e->list, n - 2 - e->list);
  } else if (n == 1 && s[0] == '#') e->kind = CSTO_EL_NUMBER;
  else if (n == 1 && s[0] == '&') e->kind = CSTO_EL_SPEAKER;
  else if (n == 1 && s[0] == '$') e->kind = CSTO_EL_END;
  else if (n == 2 && !memcmp(s, "..", 2)) e->kind = CSTO_EL_SOFT;
  else if (n >= 3 && !memcmp(s, "...", 3)) {
    size_t i;
    e->kind = CSTO_EL_GAP;
    for (i = 3; i < n; i++) {
      if (s[i] < '0' || s[i] > '9' || e->max > 3) return CSTO_FORMAT;
      e->max = (uint8_t)(e->max * 10 + (s[i] - '0'));
    }
    if (!e->max) e->max = 6;
  } else if (s[0] == '@') {
    if (n > 2 && s[1] == '=') { e->list = 1; s++; n--; }
    if (n < 2 || n > sizeof e->cls) return CSTO_FORMAT;
    e->kind = CSTO_EL_CLASS;
    memcpy(e->cls, s + 1, n - 1);
  } else if (eq && eq > s) return read_slot(e, s, n, eq);
  else e->kind = CSTO_EL_WORDS;
  return CSTO_OK;
}

int csto_pattern_parse(const char *s, csto_pattern *p, const char **bad) {
  memset(p, 0, sizeof *p);
  p->trigger = -1;
  for (;;) {
    const char *end;
    while (*s == ' ') s++;
    if (!*s) break;
    for (end = s; *end && *end != ' '; end++) {}
    if (bad) *bad = s;
    if (p->n == CSTO_ELEMENTS_MAX) return CSTO_FORMAT;
    if (read_element(&p->el[p->n], s, (size_t)(end - s))) return CSTO_FORMAT;
    if (p->el[p->n].trigger) {
      if (p->trigger >= 0) return CSTO_FORMAT;
      p->trigger = p->n;
    }
    p->n++;
    s = end;
  }
  return p->trigger >= 0 ? CSTO_OK : CSTO_FORMAT;
}

/* ---- what is kept */

/* The classes of patterns that phrases trigger, by the bit of their kind. */
static const char *const KIND_CLASS[] = {
  "person", "role", "gpe", "loc", "org", "event", "doc", "post", "norp",
  "date", "body", "convened", "address",
  "chair.of", "people"
};

static csto_hit first_of(const char *cls) {
  return csto_table_find(&csto_table_relation_patterns, cls, strlen(cls));
}

static csto_patterns *patterns_new(csto_arena *a) {
  const csto_table *words = &csto_table_relation_words;
  size_t i, n = csto_table_relation_patterns.nrow;
  csto_patterns *p = csto_arena_zalloc(a, sizeof *p);
  if (!p) return NULL;
  p->arena = a;
  p->row = csto_arena_zalloc(a, n * sizeof *p->row);
  p->word = csto_arena_zalloc(a, words->nrow * sizeof *p->word);
  if (!p->row || !p->word) return NULL;
  for (i = 0; i < sizeof KIND_CLASS / sizeof *KIND_CLASS; i++)
    p->kind[i] = first_of(KIND_CLASS[i]);
  for (i = 0; i < words->nrow; i++) {
    const char *cls = csto_table_cell(words, (uint32_t)i, 1);
    p->word[i].first = first_of(cls);
    p->word[i].bits = csto_rel_bit(cls) |
                      (csto_rel_is_head(cls) ? CSTO_REL_HEAD : 0) |
                      (p->word[i].first ? CSTO_REL_TRIGGER : 0);
  }
  return p;
}

int csto_patterns_open(csto_rel *r) {
  csto_known *k = r->d->known;
  if (k && k->now != r->d->turn) k = NULL;
  r->patterns = k && k->patterns ? k->patterns
                                 : patterns_new(k ? &k->arena : &r->d->arena);
  if (k) k->patterns = r->patterns;
  return r->patterns ? CSTO_OK : CSTO_NOMEM;
}

static csto_compiled *compile(csto_arena *a, uint32_t row) {
  csto_pattern p;
  csto_compiled *c;
  size_t size;
  if (csto_pattern_parse(csto_table_cell(&csto_table_relation_patterns, row,
                                         2), &p, NULL)) p.n = 0;
  size = (size_t)p.n * sizeof *p.el;
  c = csto_arena_alloc(a, sizeof *c + size);
  if (!c) return NULL;
  c->n = p.n;
  c->trigger = p.trigger;
  if (size) memcpy(c->el, p.el, size);
  return c;
}

const csto_compiled *csto_pattern_of(csto_rel *r, uint32_t row) {
  csto_compiled **c = &r->patterns->row[row];
  if (!*c) *c = compile(r->patterns->arena, row);
  if (!*c) r->d->arena.rc = CSTO_NOMEM;   /* where csto_relations looks */
  return *c;
}
