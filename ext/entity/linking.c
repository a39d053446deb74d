/* linking.c - one name and number for all mentions of an entity.
**
** HOW IT WORKS.  Three passes over the mentions in order; the first takes those
** that say who they are, the second what refers to them, the third single
** words that an institution's full name explains from elsewhere:
**   - mentions of the lexicon and of the user's list have its canonical name
**     and id, with a kind word before the name too (تنظيم داعش, جمهورية مصر);
**   - persons by first and last name (people.c);
**   - other names by their folded words; an institution is also known by its
**     words without the head word (حركة النهضة: النهضة) and without the
**     nationality at its end (وزارة الداخلية التونسية: وزارة الداخلية).
** Whatever is not known keeps its own text as name.  Everything goes through
** hash maps: linear in the mentions.
*/
#include "text/letters.h"
#include "entity/link.h"
#include "base/rc.h"
#include "text/fold.h"
#include "text/utf8.h"
#include <string.h>

CSTO_TABLE(lexicon);

enum { COL_COUNTRY = 5 };

#define KEY_MAX 256
#define GIVEN_MAX 40     /* bytes of a first name */
#define NESTED_MAX 4   /* spans between a name and its end, at most */

/* What the first name of a person tells: 1 a man, 2 a woman, 0 neither. */
static uint8_t given_gender(const char *name) {
  const csto_table *t = &csto_table_lexicon;
  char word[CSTO_FOLD_ROOM(GIVEN_MAX)];
  size_t n = strcspn(name, " ");
  csto_hit h;
  if (n > GIVEN_MAX) return 0;
  h = csto_table_find(t, word, csto_fold_word(name, n, word));
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    if (csto_table_cell(t, row, 1)[0] != 'g') continue;
    return csto_gaz_flag(t, row, "either") ? 0
           : csto_gaz_flag(t, row, "f") ? 2 : 1;
  }
  return 0;
}

int32_t csto_link_new(csto_linker *l, csto_etype type, const char *name,
                      const char *en, const char *id) {
  csto_link_entity *e = csto_arena_grow(l->a, l->ents, l->nents, &l->cap,
                                        sizeof *e);
  if (!e || !name) return -1;
  l->ents = e;
  e += l->nents;
  e->type = type;
  e->open = 0;
  e->gender = type == CSTO_PERSON ? given_gender(name) : 0;
  e->name = name;
  e->en = en && *en ? en : NULL;
  e->id = id && *id ? id : NULL;
  return (int32_t)l->nents++;
}

int csto_link_set(csto_linker *l, csto_span *s, int32_t e) {
  if (e < 0) return CSTO_NOMEM;
  s->m.entity = e;
  s->m.name = l->ents[e].name;
  s->m.name_en = l->ents[e].en;
  s->m.id = l->ents[e].id;
  if (!s->m.gender) s->m.gender = l->ents[e].gender;
  return CSTO_OK;
}

/* ---- names and keys from the text ---- */

static int is_quote(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (t->norm[0] == '"' || !strcmp(t->norm, GUILLEMET_OPEN) ||
          !strcmp(t->norm, GUILLEMET_CLOSE));
}

/* Letters that folding would take the hamza or ending from, by their first
** and last presentation form (Unicode, Arabic Presentation Forms-B). */
static const struct { uint16_t from, to, letter; } forms[] = {
    {0xfe80, 0xfe80, 0x621}, {0xfe81, 0xfe82, 0x622},
    {0xfe83, 0xfe84, 0x623}, {0xfe85, 0xfe86, 0x624},
    {0xfe87, 0xfe88, 0x625}, {0xfe89, 0xfe8c, 0x626},
    {0xfe93, 0xfe94, 0x629}, {0xfeef, 0xfef0, 0x649}};

/* A presentation form as plain letters. */
static void put_form(csto_buf *b, uint32_t cp) {
  char folded[CSTO_FOLD_MAX];
  size_t i;
  for (i = 0; i < sizeof forms / sizeof *forms; i++)
    if (cp >= forms[i].from && cp <= forms[i].to) {
      csto_buf_putcp(b, forms[i].letter);
      return;
    }
  i = csto_fold_cp(cp, folded);
  csto_buf_add(b, folded, i);
}

/* Appends the letters of s, without marks, tatweel and controls. */
static void put_plain(csto_buf *b, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  size_t m;
  for (; p < end; p += m) {
    uint32_t cp = csto_utf8_get(p, end, &m);
    int cls = csto_class(cp);
    if (cls == CSTO_C_MARK || cls == CSTO_C_IGNORE) continue;
    if ((cp >= 0xfb50 && cp <= 0xfdff) || (cp >= 0xfe70 && cp <= 0xfeff))
      put_form(b, cp);
    else
      csto_buf_add(b, (const char *)p, m);
  }
}

/* The canonical spelling of given names that begin at token i; *ntok gets
** their tokens; NULL: none. */
static const char *given_name(const csto_ework *w, size_t i, size_t end,
                              size_t *ntok) {
  const csto_table *t = &csto_table_lexicon;
  csto_hit h = csto_table_match(t, w->d, i, 0, NULL, ntok);
  if (i + *ntok > end) {
    *ntok = 1;
    h = w->hit[i];
  }
  for (; h; h = csto_table_next(t, h)) {
    if (csto_table_letter(t, h) == 'g')
      return csto_table_cell(t, csto_table_row(t, h), 0);
  }
  return NULL;
}

/* للقمة: the article went with the clitic. */
static int ate_article(const csto_linker *l, const csto_span *s) {
  size_t skip = csto_link_skipped(l, s);
  return s->al || (skip >= 4 && s->m.type != CSTO_PERSON &&
                   !memcmp(l->w->d->tokens[s->m.tok].norm + skip - 4,
                           LAM LAM, 4));
}

const char *csto_link_name(csto_linker *l, const csto_span *s) {
  const csto_doc *d = l->w->d;
  csto_buf *b = &l->pair;
  size_t i, ntok;
  csto_buf_clear(b);
  if (ate_article(l, s)) csto_buf_puts(b, AL);
  for (i = s->m.tok; i < s->m.tokend; i += ntok) {
    const csto_token *t = &d->tokens[i];
    uint32_t from = i == s->m.tok ? s->m.start : t->start;
    const char *given = NULL;
    ntok = 1;
    if (i > s->m.tok && t->space && b->size && b->data[b->size - 1] != ' ')
      csto_buf_putc(b, ' ');
    if (is_quote(t)) continue;
    if (s->m.type == CSTO_PERSON && from == t->start)
      given = given_name(l->w, i, s->m.tokend, &ntok);
    if (given) {
      csto_buf_add(b, given, strcspn(given, "|"));
      continue;
    }
    ntok = 1;
    put_plain(b, d->text + from, t->end - from);
  }
  if (b->rc) return NULL;
  while (b->size && b->data[b->size - 1] == ' ') b->size--;
  return csto_arena_str(l->a, b->data ? b->data : "", b->size);
}

/* The folded words of a mention, without articles, with an end after each. */
typedef struct words {
  char key[KEY_MAX];
  size_t n, nword;
  size_t end[16];              /* of each word in key */
} words;

static void words_of(const csto_linker *l, const csto_span *s, words *k) {
  const csto_doc *d = l->w->d;
  size_t i;
  k->n = k->nword = 0;
  for (i = s->m.tok; i < s->m.tokend && k->nword < 16; i++) {
    const csto_token *t = &d->tokens[i];
    const char *p = t->norm;
    size_t n = t->nnorm;
    if (t->kind == CSTO_T_PUNCT) continue;
    if (i == s->m.tok) {
      size_t at = csto_link_skipped(l, s);
      p += at;
      n -= at;
    }
    if (n > 6 && !memcmp(p, AL, 4)) { p += 4; n -= 4; }
    if (k->n + n + 2 > sizeof k->key) break;
    if (k->n) k->key[k->n++] = ' ';
    memcpy(k->key + k->n, p, n);
    k->n += n;
    k->end[k->nword++] = k->n;
  }
}

/* ---- entities of mentions ---- */

const char *csto_link_row_name(csto_linker *l, const csto_table *t,
                               uint32_t row) {
  const char *c = csto_table_cell(t, row, 0);
  return csto_arena_str(l->a, c, strcspn(c, "|"));
}

int csto_link_row(csto_linker *l, csto_span *s) {
  char key[sizeof s->table + sizeof s->row];
  int32_t *e;
  memcpy(key, &s->table, sizeof s->table);
  memcpy(key + sizeof s->table, &s->row, sizeof s->row);
  e = csto_emap_put(&l->map, key, sizeof key, CSTO_K_ROW, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0)
    *e = csto_link_new(l, s->m.type,
                       csto_link_row_name(l, s->table, s->row),
                       csto_table_cell(s->table, s->row, 2),
                       csto_table_cell(s->table, s->row, 3));
  return csto_link_set(l, s, *e);
}

/* An unknown name: its own text, a nationality without its article. */
int csto_link_text(csto_linker *l, csto_span *s) {
  words k;
  int32_t *e;
  const char *name;
  words_of(l, s, &k);
  if (k.n + 1 < sizeof k.key)
    k.key[k.n++] = (char)('A' + (int)s->m.type);
  e = csto_emap_put(&l->map, k.key, k.n, CSTO_K_TEXT, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0) {
    name = csto_link_name(l, s);
    if (name && s->m.type == CSTO_NORP && !strncmp(name, AL, 4)) name += 4;
    *e = csto_link_new(l, s->m.type, name, NULL, NULL);
  }
  return csto_link_set(l, s, *e);
}

/* Dates and quantities: one entity for each value, under their own words. */
static int link_value(csto_linker *l, csto_span *s) {
  const char *v = s->m.value ? s->m.value : "";
  const char *name = csto_arena_str(l->a, l->w->d->text + s->m.start,
                                    s->m.end - s->m.start);
  int32_t *e = csto_emap_put(&l->map, v, strlen(v), CSTO_K_VALUE, -1);
  if (!e || !name) return CSTO_NOMEM;
  if (*e < 0) *e = csto_link_new(l, s->m.type, name, NULL, NULL);
  if (*e < 0) return CSTO_NOMEM;
  s->m.entity = *e;
  s->m.name = name;
  return CSTO_OK;
}

/* One entity for each canonical name of the user's list. */
static int link_user(csto_linker *l, csto_span *s) {
  const csto_user_name *u = s->user;
  const char *name = u->canonical && *u->canonical ? u->canonical : u->name;
  int32_t *e;
  csto_buf_clear(&l->key);
  csto_fold(&l->key, name, strlen(name));
  csto_buf_putc(&l->key, (char)('A' + (int)s->m.type));
  if (l->key.rc) return l->key.rc;
  e = csto_emap_put(&l->map, l->key.data, l->key.size, CSTO_K_USER, -1);
  if (!e) return CSTO_NOMEM;
  if (*e < 0) *e = csto_link_new(l, s->m.type, name, NULL, u->id);
  return csto_link_set(l, s, *e);
}

/* ---- institutions and places ---- */

/* A head word and a lexicon name behind it are that name: تنظيم "داعش",
** جمهورية كازاخستان. */
static void row_behind_head(csto_linker *l, csto_span *s) {
  csto_head h;
  csto_gaz g;
  size_t i;
  if (!csto_head_at(l->w, s->m.tok, &h) || h.definite) return;
  i = s->m.tok + h.ntok;
  while (i < s->m.tokend && is_quote(&l->w->d->tokens[i])) i++;
  if (i >= s->m.tokend || !csto_gaz_at(l->w, i, &g) || g.skip) return;
  i += g.ntok;
  while (i < s->m.tokend && is_quote(&l->w->d->tokens[i])) i++;
  if (i != s->m.tokend) return;
  if (csto_gaz_type(g.table, g.row) != s->m.type) return;
  if (s->m.type == CSTO_GPE && !csto_head_flag(h.row, "state") &&
      !(csto_head_flag(h.row, "region") &&
        csto_gaz_flag(g.table, g.row, "region"))) return;
  s->table = g.table;
  s->row = g.row;
}

/* A club is known by its town or its name alone (نادي ليفربول): the entity of
** what stands behind the head word, when the lexicon has it as a club or the
** document names it alone; -1: none. */
static int32_t club_of(csto_linker *l, const csto_span *s) {
  csto_head h;
  csto_gaz g;
  words k;
  size_t i, n;
  int32_t e;
  if (!csto_head_at(l->w, s->m.tok, &h) || h.definite ||
      !csto_head_flag(h.row, "club")) return -1;
  i = s->m.tok + h.ntok;
  if (i >= s->m.tokend || i + 3 < s->m.tokend) return -1;
  words_of(l, s, &k);
  if (k.nword < 2) return -1;
  n = k.n - k.end[0] - 1;
  memmove(k.key, k.key + k.end[0] + 1, n);
  if (n + 1 < sizeof k.key) k.key[n++] = (char)('A' + (int)CSTO_ORG);
  e = csto_emap_get(&l->map, k.key, n, CSTO_K_TEXT, -1);
  if (e >= 0 || !csto_gaz_at(l->w, i, &g) || g.skip ||
      i + g.ntok != s->m.tokend) return e;
  if (csto_gaz_type(g.table, g.row) == CSTO_GPE &&
      csto_gaz_flag(g.table, g.row, "club")) {
    int32_t *x = csto_emap_put(&l->map, k.key, n, CSTO_K_TEXT, -1);
    const char *name = csto_link_row_name(l, g.table, g.row);
    if (!x || !name) return -1;
    e = *x = csto_link_new(l, CSTO_ORG, name, NULL, NULL);
  }
  return e;
}

/* A place of the model: a city of the long list. */
static void row_of_city(csto_linker *l, csto_span *s) {
  csto_gaz g;
  if (s->m.type != CSTO_GPE || s->al || !csto_gaz_city(
          l->w, s->m.tok, csto_link_skipped(l, s), s->m.tokend - s->m.tok,
          &g)) return;
  s->table = g.table;
  s->row = g.row;
}

/* A name that the model found where the words around did not say it is the
** lexicon's: القاعدة. */
static void row_of_name(csto_linker *l, csto_span *s) {
  csto_gaz g;
  if (s->m.type != CSTO_ORG || s->al || s->src != CSTO_S_TAG ||
      !csto_gaz_at(l->w, s->m.tok, &g) || g.skip != csto_link_skipped(l, s) ||
      s->m.tok + g.ntok != s->m.tokend ||
      csto_gaz_type(g.table, g.row) != CSTO_ORG) return;
  s->table = g.table;
  s->row = g.row;
}

/* مجلس الاتحاد: the lexicon's shorter name of a country's institution, in a
** text that does not speak of that country. */
static int elsewhere(const csto_linker *l, const csto_span *s) {
  const char *name, *code;
  size_t n;
  if (!s->table || s->table != &csto_table_lexicon || s->m.type != CSTO_ORG ||
      !csto_gaz_flag(s->table, s->row, "land")) return 0;
  name = csto_table_cell(s->table, s->row, 0);
  for (n = 1; name[0] && name[0] != '|'; name++) n += name[0] == ' ';
  if (n <= (size_t)(s->m.tokend - s->m.tok)) return 0;
  code = csto_table_cell(s->table, s->row, COL_COUNTRY);
  return *code && !csto_emap_get(&l->map, code, 2, CSTO_K_COUNTRY, 0);
}

/* A name with quotation marks inside that the lexicon has without: وكالة
** أنباء "تسنيم". */
static int row_of_quoted(csto_linker *l, csto_span *s) {
  const csto_table *t = &csto_table_lexicon;
  const char *name;
  csto_hit h;
  size_t i;
  for (i = s->m.tok; i < s->m.tokend; i++)
    if (is_quote(&l->w->d->tokens[i])) break;
  if (i == s->m.tokend) return CSTO_OK;
  name = csto_link_name(l, s);
  if (!name) return CSTO_NOMEM;
  csto_buf_clear(&l->key);
  csto_fold(&l->key, name, strlen(name));
  if (l->key.rc) return l->key.rc;
  h = l->key.size ? csto_table_find(t, l->key.data, l->key.size) : 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    if (csto_gaz_type(t, row) != s->m.type ||
        strcmp(csto_table_cell(t, row, 1), csto_etype_name(s->m.type)))
      continue;
    s->table = t;
    s->row = row;
    return CSTO_OK;
  }
  return CSTO_OK;
}

static int alias(csto_linker *l, const char *key, size_t n, int space,
                 int32_t e, int renew) {
  int32_t *x = csto_emap_put(&l->map, key, n, space, e);
  if (!x) return CSTO_NOMEM;
  if (renew) *x = e;
  return CSTO_OK;
}

/* Other ways an institution is called from here on. */
static int aliases(csto_linker *l, csto_span *s, int renew) {
  words k;
  csto_head h;
  int rc = CSTO_OK;
  size_t skip, n;
  words_of(l, s, &k);
  if (k.nword < 2) return CSTO_OK;
  if (csto_head_at(l->w, s->m.tok, &h) && h.ntok == 1 && !h.definite)
    rc = alias(l, k.key + k.end[0] + 1, k.n - k.end[0] - 1, CSTO_K_TAIL,
               s->m.entity, renew);
  /* نادي إيفرتون الإنجليزي لكرة القدم: إيفرتون */
  if (rc == CSTO_OK && k.nword > 2 && csto_head_at(l->w, s->m.tok, &h) &&
      h.ntok == 1 && !h.definite && s->m.tok + 2u < s->m.tokend &&
      csto_norp_at(l->w, s->m.tok + 2u, &skip, &n))
    rc = alias(l, k.key + k.end[0] + 1, k.end[1] - k.end[0] - 1, CSTO_K_TAIL,
               s->m.entity, 0);
  if (rc == CSTO_OK && k.nword > 2 &&
      csto_norp_at(l->w, s->m.tokend - 1, &skip, &n))
    rc = alias(l, k.key, k.end[k.nword - 2], CSTO_K_STEM, s->m.entity,
               renew);
  return rc;
}

/* The entity an institution's shorter name stands for; -1: none. */
static int32_t longer(csto_linker *l, csto_span *s) {
  words k;
  int32_t e;
  words_of(l, s, &k);
  e = csto_emap_get(&l->map, k.key, k.n, CSTO_K_STEM, -1);
  if (e < 0) e = csto_emap_get(&l->map, k.key, k.n, CSTO_K_TAIL, -1);
  return e;
}

/* Names that several countries have, in the lexicon without one: مجلس النواب;
** or مجلس الأمن behind its secretary, who is a country's. */
static int is_general(const csto_linker *l, const csto_span *s) {
  csto_head h;
  if (!s->table || !csto_gaz_flag(s->table, s->row, "any")) return 0;
  if (!*csto_table_cell(s->table, s->row, 3)) return 1;
  return s->m.tok && csto_head_at(l->w, s->m.tok - 1, &h) &&
         csto_head_flag(h.row, "national");
}

/* An institution in brackets right behind another's full name is that one, here
** and wherever else it stands: هيئة ... (FBI). */
static int short_form(csto_linker *l, csto_span *s) {
  const csto_span *o = s, *first = l->w->spans;
  const csto_token *t = l->w->d->tokens;
  words k;
  if (s->m.type != CSTO_ORG || s->table || s->user || s->m.tok < 2 ||
      s->m.tokend - s->m.tok > 1 || s->m.tokend >= l->w->d->ntokens ||
      t[s->m.tok - 1].norm[0] != '(' || t[s->m.tokend].norm[0] != ')')
    return CSTO_OK;
  while (o > first && s - o < NESTED_MAX && (o == s ||
         o->m.type != CSTO_ORG || o->m.tokend + 1 != s->m.tok)) o--;
  if (o->m.type != CSTO_ORG || o->m.tokend + 1 != s->m.tok ||
      o->m.entity < 0) return CSTO_OK;
  words_of(l, s, &k);
  if (k.n + 1 >= sizeof k.key) return CSTO_OK;
  k.key[k.n++] = (char)('A' + (int)CSTO_ORG);
  if (!csto_emap_put(&l->map, k.key, k.n, CSTO_K_TEXT, o->m.entity))
    return CSTO_NOMEM;
  return CSTO_OK;
}

/* ---- the passes ---- */

static int first_pass(csto_linker *l, csto_span *s) {
  int rc = CSTO_OK;
  if (s->m.type == CSTO_DATE || s->m.type == CSTO_QUANTITY)
    if (!s->user) return link_value(l, s);
  if (s->user) rc = link_user(l, s);
  if (rc != CSTO_OK) return rc;
  if (s->m.type == CSTO_PERSON) return csto_link_person_first(l, s);
  if (s->user) return CSTO_OK;
  if (is_general(l, s)) {
    if (*csto_table_cell(s->table, s->row, 3)) s->table = NULL;
    return CSTO_OK;
  }
  if (elsewhere(l, s)) s->table = NULL;
  else if (!s->table) row_of_name(l, s);
  if (!s->table && (s->m.type == CSTO_ORG || s->m.type == CSTO_GPE))
    row_behind_head(l, s);
  if (!s->table) row_of_city(l, s);
  if (!s->table) rc = row_of_quoted(l, s);
  if (rc != CSTO_OK) return rc;
  csto_link_choose(l, s);
  if (s->table) rc = csto_link_row(l, s);
  else if (s->m.type != CSTO_ORG) rc = csto_link_text(l, s);
  else if (s->m.tokend - s->m.tok > 2) rc = csto_link_text(l, s);
  if (rc == CSTO_OK && s->m.type == CSTO_ORG && s->m.entity >= 0)
    rc = aliases(l, s, 0);
  return rc;
}

static int second_pass(csto_linker *l, csto_span *s) {
  int32_t e;
  if (short_form(l, s)) return CSTO_NOMEM;
  if (s->m.type == CSTO_PERSON) return csto_link_person_second(l, s);
  if (s->m.type != CSTO_ORG || s->user) return CSTO_OK;
  if (s->m.entity < 0 || (!s->table && s->m.tokend - s->m.tok < 4)) {
    e = longer(l, s);
    if (e >= 0) return csto_link_set(l, s, e);
  }
  if (s->m.entity < 0 && !s->table && (e = club_of(l, s)) >= 0)
    return csto_link_set(l, s, e);
  if (s->m.entity < 0) {
    int rc = s->table ? csto_link_row(l, s) : csto_link_text(l, s);
    if (rc != CSTO_OK || s->table) return rc;
  }
  return aliases(l, s, 1);
}

/* A name of one word that stayed alone is the institution that another
** mention names in full, also when the model took it for a person (أسوس before
** or behind شركة أسوس). */
static int third_pass(csto_linker *l, csto_span *s) {
  words k;
  int32_t e;
  if ((s->m.type != CSTO_ORG && s->m.type != CSTO_PERSON) || s->table ||
      s->user || s->src != CSTO_S_TAG || s->m.tokend - s->m.tok != 1 ||
      s->m.entity < 0 || strchr(s->m.name, ' ')) return CSTO_OK;
  words_of(l, s, &k);
  e = csto_emap_get(&l->map, k.key, k.n, CSTO_K_TAIL, -1);
  if (e < 0 || e == s->m.entity || l->ents[e].type != CSTO_ORG)
    return CSTO_OK;
  s->m.type = CSTO_ORG;
  return csto_link_set(l, s, e);
}

int csto_link_spans(csto_ework *w) {
  csto_linker l;
  size_t i;
  int rc = CSTO_OK;
  memset(&l, 0, sizeof l);
  l.w = w;
  l.a = &w->d->arena;
  csto_emap_init(&l.map, l.a);
  csto_buf_init(&l.key);
  csto_buf_init(&l.pair);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = csto_link_country(&l, &w->spans[i]);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = first_pass(&l, &w->spans[i]);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = second_pass(&l, &w->spans[i]);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    rc = third_pass(&l, &w->spans[i]);
  for (i = 0; i < w->nspans && rc == CSTO_OK; i++)
    if (w->spans[i].m.type == CSTO_PERSON && w->spans[i].m.entity >= 0)
      rc = csto_link_set(&l, &w->spans[i], w->spans[i].m.entity);
  csto_buf_free(&l.key);
  csto_buf_free(&l.pair);
  return rc;
}
