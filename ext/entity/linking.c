/* linking.c - one name and one number for all mentions of an entity.
**
** HOW IT WORKS.  Mentions of the lexicon take its canonical name and id.
** Persons are told apart by the keys of their first and last names, so that
** spellings and patronymics fall together; a bare surname belongs to the
** person of that surname named last, else to the first one named later; a
** bare forename to nobody.  Institutions are one when their words are, or
** when one is the other without its head word (حركة النهضة، النهضة).  A
** common noun with the article (المنظمة، الوزير) is a mention of the entity
** last named with that head word.  Everything goes through hash maps: linear
** in the mentions.
*/
#include "entity/map.h"
#include "entity/work.h"
#include "base/rc.h"
#include <stdio.h>
#include <string.h>

#define AL "\xd8\xa7\xd9\x84"
#define ALEF "\xd8\xa7"
#define WAW "\xd9\x88"
#define YA "\xd9\x8a"

/* key spaces of the map */
enum { K_ROW = 1, K_TEXT, K_PERSON, K_LAST, K_HEAD, K_TAIL, K_FIRST };

typedef struct entity {
  const char *name, *en, *id;
  int32_t holder;
  csto_etype type;
} entity;

typedef struct linker {
  csto_ework *w;
  csto_arena *a;
  csto_emap map;
  entity *ents;
  size_t nents, cap;
} linker;

static int32_t entity_new(linker *l, csto_etype type, const char *name,
                          const char *en, const char *id) {
  entity *e = csto_arena_grow(l->a, l->ents, l->nents, &l->cap, sizeof *e);
  if (!e || !name) return -1;
  l->ents = e;
  e += l->nents;
  e->type = type;
  e->name = name;
  e->en = en && *en ? en : NULL;
  e->id = id && *id ? id : NULL;
  e->holder = -1;
  return (int32_t)l->nents++;
}

/* ---- names and keys from the text ---- */

/* The mention's words with single spaces, an eaten article put back. */
static const char *span_name(linker *l, const csto_span *s) {
  const csto_doc *d = l->w->d;
  size_t i, n = 0, room = (s->m.end - s->m.start) + 8;
  char *out = csto_arena_alloc(l->a, room);
  if (!out) return NULL;
  if (s->al) {
    memcpy(out, AL, 4);
    n = 4;
  }
  for (i = s->m.tok; i < s->m.tokend; i++) {
    const csto_token *t = &d->tokens[i];
    uint32_t from = i == s->m.tok ? s->m.start : t->start;
    if (i > s->m.tok && t->space && n) out[n++] = ' ';
    memcpy(out + n, d->text + from, t->end - from);
    n += t->end - from;
  }
  out[n] = 0;
  return out;
}

/* Folded words of the mention, without article, joined by one space. */
static size_t span_key(const linker *l, const csto_span *s, size_t from,
                       char *out, size_t room) {
  const csto_doc *d = l->w->d;
  size_t i, n = 0;
  for (i = s->m.tok + from; i < s->m.tokend; i++) {
    const csto_token *t = &d->tokens[i];
    const char *p = t->norm;
    size_t k = t->nnorm;
    if (t->kind == CSTO_T_PUNCT) continue;
    if (i == s->m.tok && s->m.start > t->start) {
      /* proclitics: count folded bytes by the article that is left */
      size_t cut = 0;
      while (cut < k && csto_doc_offset(d, i, cut) < s->m.start) cut += 2;
      if (cut < k) { p += cut; k -= cut; }
    }
    if (k > 6 && !memcmp(p, AL, 4)) { p += 4; k -= 4; }
    if (n + k + 1 > room) break;
    if (n) out[n++] = ' ';
    memcpy(out + n, p, k);
    n += k;
  }
  return n;
}

/* Key of one word of a person's name: letters that spellings change. */
static size_t word_key(const char *p, size_t k, char *out, size_t room) {
  size_t i, n = 0;
  if (k > 6 && !memcmp(p, AL, 4)) { p += 4; k -= 4; }
  for (i = 0; i + 1 < k && n + 2 < room; i += 2) {
    const char *c = p + i;
    if (!memcmp(c, "\xd8\xac", 2) || !memcmp(c, "\xd9\x82", 2))
      c = "\xd8\xba";                                   /* ج ق: غ */
    if (i && i + 2 < k && (!memcmp(c, ALEF, 2) || !memcmp(c, WAW, 2) ||
                           !memcmp(c, YA, 2))) continue;
    if (n >= 2 && !memcmp(out + n - 2, c, 2)) continue;
    memcpy(out + n, c, 2);
    n += 2;
  }
  return n;
}

static size_t person_key(const linker *l, const csto_span *s, char *out,
                         size_t room) {
  const csto_token *a = &l->w->d->tokens[s->m.tok];
  const csto_token *b = &l->w->d->tokens[s->m.tokend - 1];
  size_t n = word_key(a->norm, a->nnorm, out, room / 2);
  out[n++] = '|';
  return n + word_key(b->norm, b->nnorm, out + n, room - n);
}

/* ---- entities of mentions ---- */

static int set(linker *l, csto_span *s, int32_t e) {
  if (e < 0) return CSTO_NOMEM;
  s->m.entity = e;
  s->m.name = l->ents[e].name;
  s->m.name_en = l->ents[e].en;
  s->m.id = l->ents[e].id;
  return CSTO_OK;
}

/* The canonical name of a row: its first alternative. */
static const char *row_name(linker *l, const csto_span *s) {
  const char *c = csto_table_cell(s->table, s->row, 0);
  return csto_arena_str(l->a, c, strcspn(c, "|"));
}

static int link_row(linker *l, csto_span *s) {
  char key[64];
  int n = snprintf(key, sizeof key, "%s %u", s->table->name, s->row);
  int32_t *e = csto_emap_put(&l->map, key, (size_t)n, K_ROW, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0)
    *e = entity_new(l, s->m.type, row_name(l, s),
                    csto_table_cell(s->table, s->row, 2),
                    csto_table_cell(s->table, s->row, 3));
  return set(l, s, *e);
}

#define KEY_MAX 256

static int link_text(linker *l, csto_span *s) {
  char key[KEY_MAX];
  size_t n = span_key(l, s, 0, key, sizeof key - 1);
  int32_t *e;
  key[n++] = (char)('A' + (int)s->m.type);
  e = csto_emap_put(&l->map, key, n, K_TEXT, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0)
    *e = entity_new(l, s->m.type, span_name(l, s), NULL, NULL);
  return set(l, s, *e);
}

/* A full name: the entity of its first and last words. */
static int link_full(linker *l, csto_span *s) {
  char key[KEY_MAX];
  size_t n = person_key(l, s, key, sizeof key);
  const char *last = memchr(key, '|', n);
  int32_t *e = csto_emap_put(&l->map, key, n, K_PERSON, -1), *x;
  if (!e || !last) return CSTO_NOMEM;
  if (*e < 0)
    *e = entity_new(l, CSTO_PERSON, span_name(l, s), NULL, NULL);
  if (*e < 0) return CSTO_NOMEM;
  x = csto_emap_put(&l->map, last, n - (size_t)(last - key), K_LAST, *e);
  return x ? set(l, s, *e) : CSTO_NOMEM;
}

static int link_bare(linker *l, csto_span *s) {
  char key[KEY_MAX];
  const csto_token *t = &l->w->d->tokens[s->m.tok];
  int32_t e;
  size_t n;
  key[0] = '|';
  n = 1 + word_key(t->norm, t->nnorm, key + 1, sizeof key - 1);
  e = csto_emap_get(&l->map, key, n, K_LAST, -1);
  return e >= 0 ? set(l, s, e) : link_text(l, s);
}

static int is_bare(const csto_span *s) {
  return s->m.tokend - s->m.tok == 1;
}

/* After a full name its surname means this person. */
static void now_last(linker *l, const csto_span *s) {
  char key[KEY_MAX];
  size_t n = person_key(l, s, key, sizeof key);
  const char *last = memchr(key, '|', n);
  int32_t *x = last ? csto_emap_put(&l->map, last, n - (size_t)(last - key),
                                    K_LAST, s->m.entity) : NULL;
  if (x) *x = s->m.entity;
}

int csto_link_spans(csto_ework *w) {
  linker l;
  size_t i;
  int rc = CSTO_OK;
  memset(&l, 0, sizeof l);
  l.w = w;
  l.a = &w->d->arena;
  csto_emap_init(&l.map, l.a);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++) {
    csto_span *s = &w->spans[i];
    if (s->m.type == CSTO_PERSON && !s->table && !is_bare(s) &&
        s->src != CSTO_S_USER) rc = link_full(&l, s);
  }
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++) {
    csto_span *s = &w->spans[i];
    if (s->src == CSTO_S_USER) continue;
    if (s->table) rc = link_row(&l, s);
    else if (s->m.type != CSTO_PERSON) rc = link_text(&l, s);
    else if (is_bare(s)) rc = link_bare(&l, s);
    else now_last(&l, s);
  }
  return rc;
}
