/* sounds.c - letters to sounds, and the guess whether a name is of Arabic
** origin; see sounds.h.
**
** A word counts as foreign unless it is in data/arabic_names.tsv, is short
** (under five letters), has the article, or holds a letter that
** transliterations into Arabic avoid (ع ح ض ظ ذ).  A foreign word with at
** least four consonants is long: its vowels may be dropped without danger of
** meeting another name.
*/
#include "morph/sounds.h"
#include "text/table.h"
#include "text/utf8.h"
#include <string.h>

CSTO_TABLE(name_letters);
CSTO_TABLE(latin_sounds);
CSTO_TABLE(arabic_names);

static void add(csto_sounds *s, char native, char foreign, int vowel) {
  if (s->n >= CSTO_SOUNDS_MAX) return;
  s->native[s->n] = native;
  s->foreign[s->n] = foreign;
  s->vowel[s->n++] = (unsigned char)vowel;
}

static void latin(csto_sounds *s, const char *w, size_t n) {
  size_t i = 0;
  s->latin = 1;
  while (i < n) {
    size_t k = n - i < 4 ? n - i : 4;
    csto_hit h = 0;
    const char *p;
    for (; k > 0 && !h; k--) h = csto_table_find(&csto_table_latin_sounds,
                                                 w + i, k);
    if (!h) {
      i++;
      continue;
    }
    i += k + 1;
    k = csto_table_row(&csto_table_latin_sounds, h);
    p = csto_table_cell(&csto_table_latin_sounds, (uint32_t)k, 1);
    for (; *p && *p != '-'; p++)
      add(s, *p, *p, csto_table_cell(&csto_table_latin_sounds, (uint32_t)k,
                                     2)[0] == 'v');
  }
}

static void arabic(csto_sounds *s, const char *w, size_t n) {
  const unsigned char *p = (const unsigned char *)w, *end = p + n;
  while (p < end) {
    size_t k;
    uint32_t row;
    csto_hit h;
    (void)csto_utf8_get(p, end, &k);
    h = csto_table_find(&csto_table_name_letters, (const char *)p, k);
    p += k;
    if (!h) continue;
    row = csto_table_row(&csto_table_name_letters, h);
    add(s, csto_table_cell(&csto_table_name_letters, row, 1)[0],
        csto_table_cell(&csto_table_name_letters, row, 2)[0],
        csto_table_cell(&csto_table_name_letters, row, 3)[0] == 'v');
  }
}

/* تش is one sound in foreign names. */
static void join_ch(csto_sounds *s) {
  size_t i, k = 0;
  for (i = 0; i < s->n; i++, k++) {
    s->native[k] = s->native[i];
    s->foreign[k] = s->foreign[i];
    s->vowel[k] = s->vowel[i];
    if (s->native[i] == 't' && i + 1 < s->n && s->native[i + 1] == 'S') {
      s->native[k] = s->foreign[k] = 'C';
      i++;
    }
  }
  s->n = k;
}

static int origin(const csto_sounds *s, const char *w, size_t n) {
  static const char al[] = "\xd8\xa7\xd9\x84";
  size_t i, consonants = 0, g = 0;
  if (csto_table_find(&csto_table_arabic_names, w, n)) return CSTO_NATIVE;
  if (s->n > 5 && strncmp(w, al, 4) == 0) return CSTO_NATIVE;
  for (i = 0; i < s->n; i++) {
    if (strchr("EHBZD", s->native[i])) return CSTO_NATIVE;
    consonants += !s->vowel[i];
    g += s->foreign[i] == 'G';
  }
  if (s->n < 5 && !(s->n == 4 && g >= 2)) return CSTO_NATIVE;
  return consonants >= 4 ? CSTO_FOREIGN : CSTO_FOREIGN_SHORT;
}

void csto_sounds_of(csto_sounds *s, const char *norm, size_t n) {
  memset(s, 0, sizeof *s);
  if (n && (unsigned char)norm[0] < 0x80) {
    latin(s, norm, n);
    s->origin = CSTO_FOREIGN;
    return;
  }
  arabic(s, norm, n);
  s->origin = origin(s, norm, n);
  if (s->origin != CSTO_NATIVE) join_ch(s);
}
