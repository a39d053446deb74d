/* mime.h - the page inside a page saved as one file (MHTML), a mail, or what
** a server sent. */
#ifndef CSTO_MIME_H
#define CSTO_MIME_H
#include <stddef.h>
#include "article/article.h"
#include "base/buf.h"

typedef struct csto_mime {
  csto_buf text;          /* the part's bytes, decoded; owned */
  csto_str charset;       /* as the part declares it, or empty */
  csto_str place;         /* the page's address, or empty; in s, too */
  csto_buf subject;       /* of a mail, decoded; owned */
  csto_str date;          /* of a mail, or empty; in s */
  size_t pages;           /* of an archive, of which the text is the first */
} csto_mime;

/* 1: s[0..n) is such a file and m its page (text.rc is CSTO_NOMEM when memory
** ran out); 0: it is not.  To be freed in either case. */
int csto_mime_read(csto_mime *m, const char *s, size_t n);
void csto_mime_free(csto_mime *m);

#endif
