/* more.h - what a query asks for besides the stem of a word, and words whose
** stem it must not ask for.
**
** The index keeps a word's stem as its format says, whatever is found out
** later; a query may know better.  Two cases: words that belong together
** though the index has them under two stems (data/query_words.tsv: وزير and
** وزيرة, هجوم and هجمات), and words that read as a form of another one
** (طالبان: two students; عملة: his work; الإمام: the in-front-of).  The latter
** are looked for as they are written, also behind the letters that may be
** attached.
*/
#ifndef CSTO_MORE_H
#define CSTO_MORE_H
#include <stddef.h>
#include "base/buf.h"

typedef struct csto_more {
  const char *also;   /* words besides, separated by spaces; NULL: none */
  int whole;          /* nonzero: not its stem but the word as it is written */
  char plural;        /* of a noun in ة: + asked for by its stem, # as it is */
} csto_more;

/* Values of whole: a name that the index takes for a form of a word; a noun
** in ة, which may have the article; a noun with the article that without it
** is a function word. */
enum { CSTO_MORE_NAME = 1, CSTO_MORE_NOUN, CSTO_MORE_ARTICLE };

/* Looks a word up as it is written, w[0..n), and folded, norm[0..nnorm).
** Both fields are 0 when there is no more to it. */
void csto_more_of(const char *w, size_t n, const char *norm, size_t nnorm,
                  csto_more *out);

/* Writes the phrases of a MATCH expression, each with " OR " before it, that
** ask for more than the stem: +word (data/query_words.tsv), #word for a whole
** one.  An index without stems finds nothing by them. */
void csto_more_put(csto_buf *out, const csto_more *m, const char *w,
                   size_t n);

#endif
