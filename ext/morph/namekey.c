/* namekey.c - the key of a name; see namekey.h.
**
** A word of Arabic origin keeps all its letters but hamza.  A foreign one is
** written in the sounds of data/name_letters.tsv, doubles once; a long one
** without its vowels but the first letter.  Latin spellings have the key of a
** long foreign word.  عبد and ابو join the word after them, ابن is بن.
*/
#include "morph/namekey.h"
#include "base/rc.h"
#include "morph/sounds.h"
#include "text/doc.h"
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
    if (c != prev) csto_buf_putc(out, c);
    prev = c;
  }
}

void csto_namekey_word(csto_buf *out, const char *norm, size_t n) {
  csto_sounds s;
  csto_sounds_of(&s, norm, n);
  if (s.origin == CSTO_NATIVE) put_native(out, &s);
  else put_foreign(out, &s);
}

static int is(const csto_token *t, const char *w) {
  return strcmp(t->norm, w) == 0;
}

void csto_namekey(csto_buf *out, const char *str, size_t n) {
  csto_doc d;
  size_t i, words = 0;
  int rc = csto_doc_open(&d, str, n);
  if (rc) {
    out->rc = rc;
    return;
  }
  for (i = 0; i < d.ntokens; i++) {
    const csto_token *t = &d.tokens[i];
    const char *w = t->norm;
    size_t k = t->nnorm;
    if (t->kind == CSTO_T_PUNCT || k == 0) continue;
    if (words++) csto_buf_putc(out, ' ');
    if (is(t, "ابن")) {
      csto_namekey_word(out, "بن", strlen("بن"));
      continue;
    }
    csto_namekey_word(out, w, k);
    if ((is(t, "عبد") || is(t, "ابو")) && i + 1 < d.ntokens &&
        d.tokens[i + 1].kind == CSTO_T_WORD) {
      i++;
      csto_namekey_word(out, d.tokens[i].norm, d.tokens[i].nnorm);
    }
  }
  csto_doc_close(&d);
}
