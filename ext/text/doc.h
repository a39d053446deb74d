/* doc.h - one text cut into tokens and sentences: what every extractor reads.
**
** Tokens are words, numbers and single punctuation characters, in order;
** white space and ignorable controls between words belong to none.  A token
** keeps its place in the original bytes and its folded form, so a rule looks
** at folded words and reports original places.  Cost: linear, one pass;
** about 70 bytes a token in the arena.
*/
#ifndef CSTO_DOC_H
#define CSTO_DOC_H
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/hash.h"

enum csto_token_kind {
  CSTO_T_WORD = 0,   /* Arabic script */
  CSTO_T_NUMBER,     /* digits, with . , / : - between digits NOT joined */
  CSTO_T_LATIN,
  CSTO_T_OTHER,      /* other scripts, mixed letters and digits */
  CSTO_T_PUNCT       /* one character that is neither letter nor digit */
};

typedef struct csto_token {
  uint32_t start, end;  /* bytes of the original text, end exclusive */
  const char *norm;     /* folded form, NUL-terminated, in the arena; for
                           PUNCT the character itself, quotes and dashes
                           unified (see text/doc.c) */
  uint32_t nnorm;       /* its bytes */
  uint32_t sentence;    /* 0-based index into sentences */
  uint8_t kind;         /* enum csto_token_kind */
  uint8_t space;        /* white space (or the text's start) before it */
  uint8_t newline;      /* newlines before it: 0, 1, 2 (2 or more); 2 at the
                           text's start */
  uint8_t attrs;        /* CSTO_TA_* */
  uint32_t mute : 8;    /* readers to whom it says nothing: text/known.h */
  uint32_t known : 24;  /* its place in csto_doc.known + 1, or 0 */
  uint64_t hash[3];     /* csto_hash of norm; without its first 2 and 4 bytes
                           if these may be clitics, else 0 */
} csto_token;

/* csto_hash of the folded form without its first `skip` bytes. */
static inline uint64_t csto_token_hash(const csto_token *t, size_t skip) {
  if (skip <= 4 && !(skip & 1) && t->hash[skip / 2])
    return t->hash[skip / 2];
  return csto_hash(t->norm + skip, t->nnorm - skip, 0);
}

#define CSTO_TA_QUOTED 128  /* inside quotation marks that close in the same
                               paragraph; the lower bits are free */

typedef struct csto_sentence {
  uint32_t start, end;    /* bytes, without surrounding white space */
  uint32_t tok, tokend;   /* its tokens, end exclusive */
} csto_sentence;

typedef struct csto_doc {
  csto_arena arena;        /* owned; extractors may allocate here */
  const char *text;        /* borrowed: must outlive the doc */
  size_t bytes;
  csto_token *tokens;      size_t ntokens;
  csto_sentence *sentences; size_t nsentences;
  struct csto_tag_memo *memo;  /* borrowed, NULL after opening; see
                              entity/entity.h */
  struct csto_known *known;    /* borrowed, or NULL; see text/known.h */
  uint32_t turn;               /* its number there, 0: it was not read */
} csto_doc;

/* Cuts text[0..bytes).  CSTO_OK, CSTO_NOMEM, CSTO_TOOBIG; on failure the doc
** is closed.  The caller closes it with csto_doc_close. */
int csto_doc_open(csto_doc *d, const char *text, size_t bytes);
void csto_doc_close(csto_doc *d);

/* Opens a doc that is open, or whose arena alone is set up, for another
** text; the arena's newest block serves again. */
int csto_doc_reopen(csto_doc *d, const char *text, size_t bytes);

/* True if token i exists and its folded form equals the folded word w. */
int csto_doc_is(const csto_doc *d, size_t i, const char *w);

/* Byte offset in the text where folded byte `at` of token i begins: where a
** name begins after its proclitics. */
uint32_t csto_doc_offset(const csto_doc *d, size_t i, size_t at);

/* The other way: folded bytes of token i before byte offset `at`. */
size_t csto_doc_skipped(const csto_doc *d, size_t i, uint32_t at);

#endif
