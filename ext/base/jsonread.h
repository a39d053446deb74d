/* jsonread.h - reads JSON text token by token (RFC 8259).
**
** A lexer, not a tree: memory is one token's text, so files of any size can
** be read.  The caller follows the grammar it expects.
*/
#ifndef CSTO_JSONREAD_H
#define CSTO_JSONREAD_H
#include <stddef.h>
#include "base/buf.h"

enum csto_json_token {
  CSTO_J_END = 0,     /* nothing but white space was left */
  CSTO_J_STRING,      /* unescaped into text */
  CSTO_J_NUMBER,      /* as written, in text */
  CSTO_J_WORD,        /* true, false, null: in text */
  CSTO_J_PUNCT,       /* { } [ ] : , : the character in text */
  CSTO_J_ERROR        /* not JSON; at tells where */
};

typedef struct csto_jsonread {
  const char *s;
  size_t n, at;       /* bytes; at: the next byte to read */
  csto_buf text;      /* of the last token; owned */
} csto_jsonread;

/* s[0..n) must outlive the reader; _free gives its text back. */
void csto_jsonread_init(csto_jsonread *r, const char *s, size_t n);
void csto_jsonread_free(csto_jsonread *r);

/* The next token's kind (enum csto_json_token).  When memory runs out:
** CSTO_J_ERROR with text.rc set. */
int csto_jsonread_next(csto_jsonread *r);

#endif
