/* buf.h - growable byte buffer with a sticky error.
**
** Once an append fails, rc holds the reason and every later append is a
** no-op, so a caller checks once, at the end.  data is always followed by
** a NUL when it is not NULL.
*/
#ifndef CSTO_BUF_H
#define CSTO_BUF_H
#include <stddef.h>

typedef struct csto_buf {
  char *data;   /* NULL while empty */
  size_t size;  /* bytes in use, the closing NUL not counted */
  size_t cap;
  int rc;       /* CSTO_OK, CSTO_NOMEM or CSTO_TOOBIG */
} csto_buf;

void csto_buf_init(csto_buf *b);
void csto_buf_free(csto_buf *b);   /* frees data and clears the error */
void csto_buf_clear(csto_buf *b);  /* size = 0; keeps memory and error */

/* Makes room for n more bytes; returns where they go, or NULL. */
char *csto_buf_reserve(csto_buf *b, size_t n);
void csto_buf_add(csto_buf *b, const char *s, size_t n);
void csto_buf_puts(csto_buf *b, const char *s);
void csto_buf_putc(csto_buf *b, char c);
void csto_buf_putcp(csto_buf *b, unsigned cp);       /* as UTF-8 */
/* A number in so many digits at least, zeros before it. */
void csto_buf_putpad(csto_buf *b, unsigned v, int digits);
void csto_buf_printf(csto_buf *b, const char *fmt, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

#endif
