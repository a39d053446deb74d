/* link.h - what linking.c and people.c share: the entities of a document and
** the map from keys to them.
*/
#ifndef CSTO_LINK_H
#define CSTO_LINK_H
#include "base/buf.h"
#include "entity/map.h"
#include "entity/work.h"

/* key spaces of the map */
enum {
  CSTO_K_ROW = 1,   /* lexicon row */
  CSTO_K_TEXT,      /* type and folded words */
  CSTO_K_TAIL,      /* words behind the head word */
  CSTO_K_STEM,      /* words without the nationality at the end */
  CSTO_K_USER,      /* canonical name of the user's list */
  CSTO_K_COUNTRY,   /* countries that the document names */
  CSTO_K_VALUE,     /* of a date or quantity */
  CSTO_K_PERSON,    /* first and last name */
  CSTO_K_SHORT,     /* first two of three names or more */
  CSTO_K_SUFFIX,    /* last two of three names or more */
  CSTO_K_LAST,      /* last name */
  CSTO_K_REIGN,     /* title and first name: الملك سلمان */
  CSTO_K_FAMILY,    /* first name that is the family's: كيم */
  CSTO_K_MIDDLE,    /* a middle name with the article: سلمى اللومي الرقيق */
  CSTO_K_SPELLING   /* a name as written: the number of its key */
};

typedef struct csto_link_key { const char *s; size_t n; } csto_link_key;

typedef struct csto_link_entity {
  const char *name, *en, *id;
  csto_etype type;
  size_t open;              /* units of a name that ends in a patronymic */
  uint8_t gender;           /* of a person: 1 man, 2 woman, 0 unknown */
} csto_link_entity;

typedef struct csto_linker {
  csto_ework *w;
  csto_arena *a;
  csto_emap map;
  csto_buf key, pair;       /* scratch */
  csto_link_entity *ents;
  size_t nents, cap;
  csto_link_key *keys;      /* of spellings, in the arena */
  size_t nkeys, keycap;
} csto_linker;

/* A new entity; -1 when memory runs out.  The strings are borrowed. */
int32_t csto_link_new(csto_linker *l, csto_etype type, const char *name,
                      const char *en, const char *id);
/* The span is a mention of e (CSTO_NOMEM if e < 0). */
int csto_link_set(csto_linker *l, csto_span *s, int32_t e);
/* The mention's words with single spaces, without quotation marks, an eaten
** article put back; NULL when memory runs out. */
const char *csto_link_name(csto_linker *l, const csto_span *s);
/* The canonical name of a lexicon row; NULL when memory runs out. */
const char *csto_link_row_name(csto_linker *l, const csto_table *t,
                               uint32_t row);
/* The entity of a lexicon row. */
int csto_link_row(csto_linker *l, csto_span *s);
int csto_link_text(csto_linker *l, csto_span *s);

/* Folded bytes of the first token before the mention begins. */
size_t csto_link_skipped(const csto_linker *l, const csto_span *s);
/* namesakes.c: remembers the country of a mention without namesakes; the row
** that one with namesakes means. */
int csto_link_country(csto_linker *l, const csto_span *s);
void csto_link_choose(csto_linker *l, csto_span *s);

/* people.c: persons by their keys; the first pass takes names of several
** words, the second the bare ones. */
int csto_link_person_first(csto_linker *l, csto_span *s);
int csto_link_person_second(csto_linker *l, csto_span *s);

#endif
