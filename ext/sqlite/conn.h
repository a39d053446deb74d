/* conn.h - what one connection keeps: the last analysed text, so that
** csto_entities, csto_quotes and csto_relations over the same row cut and
** tag it once.  Never shared between connections; no global state.
*/
#ifndef CSTO_CONN_H
#define CSTO_CONN_H
#include "base/buf.h"
#include "sqlite/api.h"
#include "entity/entity.h"
#include "speech/speech.h"
#include "text/doc.h"
#include "time/date.h"

/* A text with what has been found in it so far; reference counted. */
typedef struct csto_analysis {
  int nref;
  char *text;               /* own copy, up to its first NUL */
  size_t bytes;
  char *published, *names;  /* own copies or NULL */
  csto_user_name *user;     size_t nuser;   /* names, parsed */
  csto_doc doc;
  int have;                 /* CSTO_NEED_* already done */
  csto_date_mention *dates; size_t ndates;
  csto_mention *mentions;   size_t nmentions;
  csto_quote *quotes;       size_t nquotes;
  csto_relation *relations; size_t nrelations;
} csto_analysis;

enum { CSTO_NEED_DOC = 1, CSTO_NEED_DATES = 2, CSTO_NEED_ENTITIES = 4,
       CSTO_NEED_QUOTES = 8, CSTO_NEED_RELATIONS = 16 };

typedef struct csto_conn {
  int nref;                 /* registrations that hold it */
  csto_analysis *last;      /* or NULL */
  csto_tag_memo *memo;      /* or NULL */
  char refused[120];        /* why the tokenizer last refused its arguments */
} csto_conn;

csto_conn *csto_conn_new(void);
void csto_conn_unref(void *conn);      /* as SQLite's xDestroy */

/* The analysis of text (argument value; read up to its first NUL) with
** everything in `need` present.  published and names may be NULL pointers or
** SQL NULL.  *out is a new reference, to be given back with
** csto_analysis_unref.  CSTO_ARG: err says why ("published 'x' is not a
** date"). */
int csto_analyse(csto_conn *c, sqlite3_value *text, sqlite3_value *published,
                 sqlite3_value *names, int need, csto_analysis **out,
                 csto_buf *err);
void csto_analysis_unref(csto_analysis *a);

/* The words of s[0..n): those of the last analysis where it is of this text,
** else *own is opened.  The caller gives them back with csto_words_done
** before it calls anything else here.  CSTO_*. */
int csto_words_of(csto_conn *c, const char *s, size_t n, csto_doc *own,
                  csto_doc **out);
void csto_words_done(csto_doc *own, csto_doc *d);

#endif
