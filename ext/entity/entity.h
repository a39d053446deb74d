/* entity.h - mentions of people, places, institutions, times and offices. */
#ifndef CSTO_ENTITY_H
#define CSTO_ENTITY_H
#include <stddef.h>
#include <stdint.h>
#include "text/doc.h"

typedef enum csto_etype {
  CSTO_PERSON, CSTO_ORG, CSTO_GPE, CSTO_LOC, CSTO_DATE, CSTO_EVENT,
  CSTO_ROLE, CSTO_DOC_, CSTO_NORP, CSTO_QUANTITY, CSTO_NETYPE
} csto_etype;

/* "PERSON", ... */
const char *csto_etype_name(csto_etype t);
/* The type of a name that csto_etype_name gives; CSTO_NETYPE: unknown. */
csto_etype csto_etype_of(const char *name);

typedef struct csto_mention {
  csto_etype type;
  uint32_t start, end;    /* bytes, attached clitics left out */
  uint32_t tok, tokend;   /* tokens it touches, end exclusive */
  const char *name;       /* canonical Arabic name; never NULL */
  const char *name_en;    /* or NULL */
  const char *id;         /* or NULL */
  const char *value;      /* DATE, QUANTITY; or NULL */
  const char *rule;       /* what found it; never NULL */
  double score;           /* 0..1 */
  uint32_t sentence;      /* 0-based */
  int32_t entity;         /* mentions of one entity share this number */
  int32_t holder;         /* ROLE: entity of the person who holds it, or -1 */
  uint8_t nominal;        /* 1: a common-noun mention (المنظمة) */
  uint8_t gender;         /* 0 unknown, 1 masculine, 2 feminine */
  uint8_t number;         /* 0 unknown, 1 singular, 2 dual, 3 plural */
} csto_mention;

/* One name of the user's own list; borrowed NUL-terminated strings. */
typedef struct csto_user_name {
  const char *name, *type, *canonical, *id;  /* canonical, id may be NULL */
} csto_user_name;

/* All mentions of the document, ordered by start, the longer first; nested
** ones included.  published: an ISO 8601 date (or date-time), or NULL when
** unknown.  The array and its strings live in d->arena or are constant.
** CSTO_OK, CSTO_NOMEM, CSTO_ARG (published is no date). */
int csto_entities(csto_doc *d, const char *published,
                  const csto_user_name *user, size_t nuser,
                  csto_mention **out, size_t *nout);

/* The tagger alone (entity/tagger.c): spans of PERSON, ORG, GPE, LOC, ROLE,
** EVENT, DOC, NORP by the sequence model, clitics trimmed, not resolved:
** name is the mention's own text, score the model's probability. */
int csto_tag(csto_doc *d, csto_mention **out, size_t *nout);

/* What may be kept from one document to the next: memory for the tagger to
** work in, what it found out about the words met last, and text/known.h,
** about 13 MB, touched as words come.  It changes the speed and nothing else.
** One memo serves one thread at a time.  NULL when memory runs out, with which
** all may live. */
typedef struct csto_tag_memo csto_tag_memo;
csto_tag_memo *csto_tag_memo_new(void);
void csto_tag_memo_free(csto_tag_memo *memo);

/* Lends the memo to the document before it is asked for entities, quotations
** or relations; NULL takes it back, which is due before the memo's end. */
void csto_tag_memo_lend(csto_tag_memo *memo, csto_doc *d);
/* What csto_entities does with it first: reads what is known of its words. */
void csto_tag_memo_read(csto_doc *d);

#endif
