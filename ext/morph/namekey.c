/* namekey.c - the key of a name; see namekey.h.
**
** A word of Arabic origin keeps all its letters but hamza.  A foreign one is
** written in the sounds of data/name_letters.tsv, doubles once; a long one
** without its vowels but the first letter; digits stay.  Latin spellings have
** the key of a long foreign word.  Cost: linear in the name.
*/
#include "morph/namekey.h"
#include "base/rc.h"
#include "morph/sounds.h"
#include <string.h>

static void put_native(csto_buf *out, const csto_sounds *s) {
  size_t i;
  for (i = 0; i < s->n; i++)
    if (s->native[i] != '\'') csto_buf_putc(out, s->native[i]);
}

static void put_foreign(csto_buf *out, const csto_sounds *s) {
  size_t i;
  char prev = 0;
  for (i = 0; i < s->n; i++) {
    char c = s->foreign[i];
    if (c == '\'') {
      if (s->origin == CSTO_FOREIGN) continue;
      c = 'i';                       /* ميخائيل, ميخاييل */
    }
    if (i > 0 && s->vowel[i] && s->origin == CSTO_FOREIGN) continue;
    if (i == 0 && s->vowel[i]) c = s->latin && c != 'o' ? 'a' : c;
    if (c != prev || (c >= '0' && c <= '9')) csto_buf_putc(out, c);
    prev = c;
  }
}

static void put_word(csto_buf *out, const csto_sounds *s) {
  if (s->origin <= CSTO_UNKNOWN) put_native(out, s);
  else put_foreign(out, s);
}

#define MAXWORDS 16     /* words of a name; what follows is not looked at */

void csto_namekey(csto_buf *out, const char *str, size_t n) {
  csto_sounds w[MAXWORDS];
  size_t i, nw, at, from = out->size;
  int rc = csto_name_words(str, n, w, MAXWORDS, &nw);
  if (rc) {
    out->rc = rc;
    return;
  }
  for (i = 0; i < nw; i++) {
    size_t before = out->size;
    if (before > from) csto_buf_putc(out, ' ');
    at = out->size;
    put_word(out, &w[i]);
    if (out->size == at) out->size = before;     /* hamza alone */
  }
}
