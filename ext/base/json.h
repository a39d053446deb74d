/* json.h - writes JSON text into a buffer.  Strings may be any bytes:
** invalid UTF-8 becomes U+FFFD, one for each maximal subpart.
*/
#ifndef CSTO_JSON_H
#define CSTO_JSON_H
#include <stddef.h>
#include "base/buf.h"

/* A quoted, escaped string; NULL s writes null. */
void csto_json_str(csto_buf *b, const char *s, size_t n);
void csto_json_int(csto_buf *b, long long v);
/* Shortest of up to 15 digits that reads back; never nan or inf; always a
** '.' as decimal sign, whatever the locale. */
void csto_json_real(csto_buf *b, double v);

#endif
