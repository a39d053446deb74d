/* namekey.h - names across spellings and alphabets. */
#ifndef CSTO_NAMEKEY_H
#define CSTO_NAMEKEY_H
#include <stddef.h>
#include "base/buf.h"

/* Appends the key of a name to out: ASCII letters, words separated by one
** space, equal for spelling and transliteration variants of one name
** (غورباتشوف, جورباتشوف, Gorbachev).  Names of Arabic origin keep their long
** vowels and their ج, ك, ق apart (كمال is not جمال, سالم is not سليم).  Empty
** for a text without letters.  Errors are in out->rc. */
void csto_namekey(csto_buf *out, const char *s, size_t n);

/* How alike two names are: 0 to 1; 1 for equal keys.  Words are aligned in
** order, a missing patronymic or forename costs little, another surname or
** forename much.  -1 when memory runs out. */
double csto_name_similarity(const char *a, size_t na, const char *b,
                            size_t nb);

#endif
