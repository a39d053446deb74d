/* speech.h - quotations and relations over a document and its mentions. */
#ifndef CSTO_SPEECH_H
#define CSTO_SPEECH_H
#include <stddef.h>
#include <stdint.h>
#include "entity/entity.h"
#include "text/doc.h"

typedef struct csto_quote {
  const char *speaker;       /* canonical name, or the words; never NULL;
                                "" when nobody can be named */
  uint32_t sp_start, sp_end; /* bytes of speaker_text; equal when absent */
  uint32_t verb_start, verb_end;
  uint32_t start, end;       /* bytes of the quotation */
  uint8_t direct, implicit;
  uint32_t sentence;         /* 0-based */
  const char *rule;
} csto_quote;

/* m: the mentions of csto_entities for the same document.  Results live in
** d->arena, ordered by start.  CSTO_OK, CSTO_NOMEM. */
int csto_quotes(csto_doc *d, const csto_mention *m, size_t nm,
                csto_quote **out, size_t *nout);

typedef struct csto_relation {
  const char *relation, *subject, *object; /* object may be NULL */
  const char *date, *place, *status, *detail; /* each may be NULL */
  uint32_t start, end;       /* bytes of the evidence */
  uint32_t sentence;         /* 0-based */
  const char *rule;
} csto_relation;

/* m, q: what csto_entities and csto_quotes found in the document; published:
** an ISO day or NULL.  Results live in d->arena, ordered by start; names may be
** those of m.  CSTO_OK, CSTO_NOMEM. */
int csto_relations(csto_doc *d, const char *published,
                   const csto_mention *m, size_t nm,
                   const csto_quote *q, size_t nq,
                   csto_relation **out, size_t *nout);

#endif
