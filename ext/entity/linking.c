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
#include "base/buf.h"
#include "base/rc.h"
#include "morph/namekey.h"
#include "text/fold.h"
#include <stdio.h>
#include <string.h>

#define AL "\xd8\xa7\xd9\x84"

/* key spaces of the map */
enum { K_ROW = 1, K_TEXT, K_PERSON, K_LAST, K_HEAD, K_TAIL, K_USER };

typedef struct entity {
  const char *name, *en, *id;
  int32_t holder;
  csto_etype type;
} entity;

typedef struct linker {
  csto_ework *w;
  csto_arena *a;
  csto_emap map;
  csto_buf key;
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

/* Key of one word of a person's name, the article left aside. */
static void word_key(csto_buf *b, const csto_token *t) {
  const char *p = t->norm;
  size_t k = t->nnorm;
  if (k > 8 && !memcmp(p, AL, 4)) { p += 4; k -= 4; }
  csto_namekey_word(b, p, k);
}

/* first|last in l->key; the offset of the bar. */
static size_t person_key(linker *l, const csto_span *s) {
  size_t bar;
  csto_buf_clear(&l->key);
  word_key(&l->key, &l->w->d->tokens[s->m.tok]);
  bar = l->key.size;
  csto_buf_putc(&l->key, '|');
  word_key(&l->key, &l->w->d->tokens[s->m.tokend - 1]);
  return bar;
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

/* The person key of a name's text, in l->key; the bar's offset. */
static size_t text_key(linker *l, const char *name) {
  size_t bar, n = strlen(name);
  const char *last = strrchr(name, ' ');
  csto_buf_clear(&l->key);
  csto_namekey(&l->key, name, strcspn(name, " "));
  bar = l->key.size;
  csto_buf_putc(&l->key, '|');
  last = last ? last + 1 : name;
  csto_namekey(&l->key, last, n - (size_t)(last - name));
  return bar;
}

/* Other spellings of a lexicon person's full name are that person. */
static int known_person(linker *l, const char *name, int32_t e) {
  size_t bar = text_key(l, name);
  if (l->key.rc) return l->key.rc;
  if (!csto_emap_put(&l->map, l->key.data, l->key.size, K_PERSON, e) ||
      !csto_emap_put(&l->map, l->key.data + bar, l->key.size - bar, K_LAST,
                     e)) return CSTO_NOMEM;
  return CSTO_OK;
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
  if (set(l, s, *e)) return CSTO_NOMEM;
  return s->m.type == CSTO_PERSON ? known_person(l, s->m.name, s->m.entity)
                                  : CSTO_OK;
}

/* A full name whose surname the lexicon knows, with the lexicon's forename
** in another spelling: the lexicon's person. */
static int by_surname(linker *l, csto_span *s) {
  csto_gaz g;
  const char *name;
  char *mine;
  size_t bar, n;
  if (!csto_gaz_at(l->w, s->m.tokend - 1, &g) || g.skip || g.ntok != 1 ||
      csto_gaz_type(g.table, g.row) != CSTO_PERSON) return 0;
  s->table = g.table;
  s->row = g.row;
  name = row_name(l, s);
  s->table = NULL;
  n = person_key(l, s);
  mine = csto_arena_str(l->a, l->key.data ? l->key.data : "", n);
  if (!name || !mine || l->key.rc) return 0;
  bar = text_key(l, name);
  if (bar == n && l->key.data && !memcmp(l->key.data, mine, n))
    s->table = g.table;
  return s->table != NULL;
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
  size_t bar = person_key(l, s);
  const char *key = l->key.data;
  int32_t *e, *x;
  if (l->key.rc) return l->key.rc;
  e = csto_emap_put(&l->map, key, l->key.size, K_PERSON, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0)
    *e = entity_new(l, CSTO_PERSON, span_name(l, s), NULL, NULL);
  if (*e < 0) return CSTO_NOMEM;
  s->m.entity = *e;
  x = csto_emap_put(&l->map, key + bar, l->key.size - bar, K_LAST, *e);
  return x ? set(l, s, s->m.entity) : CSTO_NOMEM;
}

static int link_bare(linker *l, csto_span *s) {
  const csto_token *t = &l->w->d->tokens[s->m.tok];
  csto_token rest = *t;
  int32_t e;
  while (rest.nnorm > 4 && csto_doc_offset(l->w->d, s->m.tok, (size_t)(
             rest.norm - t->norm)) < s->m.start) {
    rest.norm += 2;
    rest.nnorm -= 2;
  }
  csto_buf_clear(&l->key);
  csto_buf_putc(&l->key, '|');
  word_key(&l->key, &rest);
  if (l->key.rc) return l->key.rc;
  e = csto_emap_get(&l->map, l->key.data, l->key.size, K_LAST, -1);
  return e >= 0 ? set(l, s, e) : link_text(l, s);
}

static int is_bare(const csto_span *s) {
  return s->m.tokend - s->m.tok == 1;
}

/* After a full name its surname means this person. */
static int now_last(linker *l, const csto_span *s) {
  size_t bar = person_key(l, s);
  int32_t *x;
  if (l->key.rc) return l->key.rc;
  x = csto_emap_put(&l->map, l->key.data + bar, l->key.size - bar, K_LAST,
                    s->m.entity);
  if (!x) return CSTO_NOMEM;
  *x = s->m.entity;
  return CSTO_OK;
}

/* One entity for each canonical name of the user's list. */
static int link_user(linker *l, csto_span *s) {
  const csto_user_name *u = s->user;
  const char *name = u->canonical && *u->canonical ? u->canonical : u->name;
  int32_t *e;
  csto_buf_clear(&l->key);
  csto_fold(&l->key, name, strlen(name));
  csto_buf_putc(&l->key, (char)('A' + (int)s->m.type));
  if (l->key.rc) return l->key.rc;
  e = csto_emap_put(&l->map, l->key.data, l->key.size, K_USER, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0) *e = entity_new(l, s->m.type, name, NULL, u->id);
  return set(l, s, *e);
}

static int first_pass(linker *l, csto_span *s) {
  int rc = CSTO_OK;
  if (s->user) rc = link_user(l, s);
  else if (s->table) rc = link_row(l, s);
  if (rc != CSTO_OK || s->m.type != CSTO_PERSON || is_bare(s)) return rc;
  if (s->m.entity >= 0) return CSTO_OK;
  return by_surname(l, s) ? link_row(l, s) : link_full(l, s);
}

static int second_pass(linker *l, csto_span *s) {
  if (s->m.entity < 0)
    return s->m.type == CSTO_PERSON && is_bare(s) ? link_bare(l, s)
                                                  : link_text(l, s);
  return s->m.type == CSTO_PERSON && !is_bare(s) ? now_last(l, s) : CSTO_OK;
}

int csto_link_spans(csto_ework *w) {
  linker l;
  size_t i;
  int rc = CSTO_OK;
  memset(&l, 0, sizeof l);
  l.w = w;
  l.a = &w->d->arena;
  csto_emap_init(&l.map, l.a);
  csto_buf_init(&l.key);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = first_pass(&l, &w->spans[i]);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = second_pass(&l, &w->spans[i]);
  csto_buf_free(&l.key);
  return rc;
}
