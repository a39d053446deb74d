/* html_attrs.h - the attributes of one tag; s[0..n) is what stands between
** its name and its closing >.  Private to the readers of pages.
*/
#ifndef CSTO_HTML_ATTRS_H
#define CSTO_HTML_ATTRS_H
#include <stddef.h>
#include "article/article.h"

/* The order of a name written in any case and a name in small letters: below,
** above or equal to 0. */
int csto_tagname(const char *s, size_t n, const char *name);

/* The attributes not yet read: the next one's name and value, 0: no more. */
typedef struct csto_attrs {
  const char *s;
  size_t n;            /* bytes up to the closing > */
} csto_attrs;
int csto_attr_next(csto_attrs *a, csto_str *name, csto_str *value);

/* 1 and the value of the attribute `want`, as written; 0, value empty. */
int csto_attr(const char *s, size_t n, const char *want, csto_str *value);

/* 1 if the word stands anywhere in s[0..n), in any case. */
int csto_says(const char *s, size_t n, const char *word);

/* The enum csto_line_tag that class and id suggest, -1: none. */
int csto_attr_hint(const char *s, size_t n);

/* 1 if the element is not shown. */
int csto_attr_hidden(const char *s, size_t n);

#endif
