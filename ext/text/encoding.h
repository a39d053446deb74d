/* encoding.h - bytes of unknown origin become UTF-8. */
#ifndef CSTO_ENCODING_H
#define CSTO_ENCODING_H
#include <stddef.h>
#include "base/buf.h"

typedef struct csto_decoded {
  const char *text;   /* UTF-8: the input itself (past a byte order mark)
                         where it already is UTF-8, else buf.data */
  size_t bytes;
  const char *name;   /* constant: "UTF-8", "UTF-16LE", "UTF-16BE",
                         "windows-1256", "ISO-8859-6", "UTF-8 as
                         windows-1252" or "... 1256" (UTF-8 that was read
                         with that table and saved as UTF-8 again), or
                         NULL: not text */
  size_t bad;         /* sequences that could not be decoded */
  size_t nuls;        /* NUL characters in the text */
  csto_buf buf;       /* owned */
} csto_decoded;

/* Decodes s[0..n).  `declared` is the charset that the document names
** (nd bytes, NULL: none); it is believed only where the bytes do not
** contradict it.  s must outlive d.  CSTO_OK or CSTO_NOMEM; d is then to be
** freed with csto_decoded_free. */
int csto_decode(csto_decoded *d, const char *s, size_t n,
                const char *declared, size_t nd);
void csto_decoded_free(csto_decoded *d);

#endif
