/* namesakes.c - names that two countries have: عمان, طرابلس.
**
** The countries that the document names beyond doubt are kept first; then a
** name of several rows of the lexicon is the one whose vowel marks it has, or
** the one whose country is among them.  Cost: a probe for each row of a name.
*/
#include "entity/link.h"
#include "base/rc.h"
#include <string.h>

CSTO_TABLE(lexicon);

enum { COL_ID = 3, COL_COUNTRY = 5 };

size_t csto_link_skipped(const csto_linker *l, const csto_span *s) {
  return s->m.start == l->w->d->tokens[s->m.tok].start
             ? 0 : csto_doc_skipped(l->w->d, s->m.tok, s->m.start);
}

/* ISO code of the country that a row is, belongs to, or is called after. */
static const char *country(const csto_table *t, uint32_t row) {
  const char *code = csto_table_cell(t, row, COL_COUNTRY);
  if (!*code) code = csto_table_cell(t, row, COL_ID);
  return strlen(code) == 2 ? code : "";
}

/* The next name of the same spelling behind hit h; 0: none. */
static csto_hit namesake(const csto_table *t, csto_hit h) {
  while (h && strcmp(csto_table_cell(t, csto_table_row(t, h), 1), "GPE"))
    h = csto_table_next(t, h);
  return h;
}

static csto_hit spelling(const csto_linker *l, const csto_span *s) {
  size_t n;
  csto_hit h;
  if (s->table != &csto_table_lexicon || s->m.type != CSTO_GPE || s->al)
    return 0;
  h = csto_table_match(s->table, l->w->d, s->m.tok, csto_link_skipped(l, s),
                       NULL, &n);
  return n == s->m.tokend - s->m.tok ? namesake(s->table, h) : 0;
}

/* Remembers the countries that the document speaks of beyond doubt. */
int csto_link_country(csto_linker *l, const csto_span *s) {
  const char *code;
  csto_hit h;
  if (!s->table || s->user || csto_gaz_flag(s->table, s->row, "land"))
    return CSTO_OK;
  h = spelling(l, s);
  if (h && namesake(s->table, csto_table_next(s->table, h))) return CSTO_OK;
  code = country(s->table, s->row);
  if (!*code) return CSTO_OK;
  return csto_emap_put(&l->map, code, 2, CSTO_K_COUNTRY, 1) ? CSTO_OK
                                                           : CSTO_NOMEM;
}

/* Does the name, up to '|', have vowel marks (U+064B to U+0652)? */
static int marks(const char *name) {
  for (; *name && *name != '|'; name++)
    if (*name == '\xd9' && (unsigned char)name[1] >= 0x8b &&
        (unsigned char)name[1] <= 0x92) return 1;
  return 0;
}

/* Is the text s..end the name with its vowel marks and maybe more of them?
** عَمّان is عمّان, not عُمان; عمان without marks is neither. */
static int marked_as(const char *s, const char *end, const char *name) {
  for (; *name && *name != '|' && s < end; s++)
    if (*s == *name) name++;
  return !*name || *name == '|';
}

/* عمان، طرابلس: the row that the marks show, or the one whose country the
** document speaks of. */
void csto_link_choose(csto_linker *l, csto_span *s) {
  csto_hit h = spelling(l, s), x;
  const char *text = l->w->d->text;
  if (!h || !namesake(s->table, csto_table_next(s->table, h))) return;
  for (x = h; x; x = namesake(s->table, csto_table_next(s->table, x)))
    if (marked_as(text + s->m.start, text + s->m.end, csto_table_cell(
            s->table, csto_table_row(s->table, x), 0)) &&
        marks(csto_table_cell(s->table, csto_table_row(s->table, x), 0))) {
      s->row = csto_table_row(s->table, x);
      return;
    }
  for (x = h; x; x = namesake(s->table, csto_table_next(s->table, x))) {
    uint32_t row = csto_table_row(s->table, x);
    const char *code = country(s->table, row);
    if (*code && csto_emap_get(&l->map, code, 2, CSTO_K_COUNTRY, 0)) {
      s->row = row;
      return;
    }
  }
  if (csto_gaz_flag(s->table, s->row, "either")) s->table = NULL;
}
