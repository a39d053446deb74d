/* index.h - what the index holds for a word, and what a query asks for it.
**
** FORMAT, version 1.  A word with folded form e and stem s is indexed as
**
**     e          when e is s, or ال and s
**     e and ~s   at one position, in every other case
**
** except that a function word is indexed bare beside its form with a clitic
** (وفي: وفي and في), and asked for by one token.  So a bare e is the exact
** form, about two words in three carry one token, and the words of stem s are
** exactly those with one of the tokens  s, الs, ~s  (the first two only where
** that word has stem s).  A query names these three as synonyms at one
** position, so phrases, NEAR and columns work on stems; a query for e alone
** is the exact search.
**
** The lexicon (data/stem/) and the folding are part of the format: once a
** version is released its tokens never change (tests/rules/format_v1.sha256
** holds a digest of them over the whole lexicon).  A better lexicon is the
** next version: the old tables stay as they are, gen/stem.c makes the new ones
** beside them, csto_stem_word is told which to ask, CSTO_INDEX_VERSION goes up
** and the new version gets a digest of its own.  An index says its version in
** its own CREATE VIRTUAL TABLE; one that says none is of the version that was
** newest, and is rebuilt (sql/upgrade.sql).
*/
#ifndef CSTO_INDEX_H
#define CSTO_INDEX_H
#include <stddef.h>
#include <stdint.h>
#include "morph/stem.h"
#include "morph/words.h"

#define CSTO_STEM_MARK '~'   /* no word holds it */

/* Room for a marked stem. */
#define CSTO_FORM_MAX (CSTO_STEM_MAX + 20)

/* The second token of a folded word of class cls, marked, to out; returns
** its bytes, 0 when the word needs none. */
size_t csto_index_stem(const char *norm, size_t n, int cls, char *out);

/* One token of a query. */
typedef int (*csto_form_cb)(void *ctx, const char *token, size_t n);

/* Calls cb for every token by which a word with the stem of norm is found,
** norm itself first where it is one of them; stops at the first nonzero
** result and returns it. */
int csto_query_forms(const char *norm, size_t n, int cls, csto_form_cb cb,
                     void *ctx);

#endif
