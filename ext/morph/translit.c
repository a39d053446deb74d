/* translit.c - transliteration by table; see translit.h and
** data/transliteration.tsv.  Cost: linear.
*/
#include "morph/translit.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/utf8.h"
#include <stdlib.h>
#include <string.h>

CSTO_TABLE(transliteration);

enum { ISO233 = 2, BGN = 3, BUCKWALTER = 4, SIMPLE = 5 };
#define FIRST 0x600u
#define LAST 0x6ffu
#define SHADDA 0x651u
#define FATHA 0x64eu
#define DAMMA 0x64fu
#define KASRA 0x650u

int csto_translit_scheme(const char *name, size_t n) {
  static const char *const names[] = {"iso233", "bgn", "buckwalter", "simple"};
  int i;
  for (i = 0; i < 4; i++)
    if (strlen(names[i]) == n && !memcmp(names[i], name, n)) return ISO233 + i;
  return 0;
}

typedef struct writer {
  csto_buf *out;
  int scheme;
  uint8_t row[LAST - FIRST + 1];   /* table row + 1 of a code point */
  uint32_t prev, next;             /* letters beside the current one */
  const char *last;                /* what was written last, for shadda */
} writer;

static void rows(writer *w) {
  uint32_t r;
  memset(w->row, 0, sizeof w->row);
  for (r = 0; r < csto_table_transliteration.nrow && r < 255; r++) {
    unsigned long cp = strtoul(
        csto_table_cell(&csto_table_transliteration, r, 0), NULL, 16);
    if (cp >= FIRST && cp <= LAST) w->row[cp - FIRST] = (uint8_t)(r + 1);
  }
}

static int is_letter(uint32_t cp) { return csto_class(cp) == CSTO_C_ARABIC; }

static int is_vowel_letter(uint32_t cp) {
  return cp == 0x627 || cp == 0x648 || cp == 0x64a || cp == 0x649;
}

/* و and ي are consonants at a word's start and beside ا, long vowels
** elsewhere (BGN/PCGN); the marks before them decide where written. */
static const char *glide(const writer *w, uint32_t cp) {
  int yeh = cp == 0x64a;
  if (!is_letter(w->prev) && w->prev != DAMMA && w->prev != KASRA)
    return yeh ? "y" : "w";
  if (w->next == 0x627 || w->next == SHADDA || w->next == FATHA ||
      w->prev == 0x627 || w->prev == 0x629) return yeh ? "y" : "w";
  if (w->scheme == BGN) return yeh ? "\xc4\xab" : "\xc5\xab";
  return yeh ? "i" : "u";
}

static void put(writer *w, uint32_t cp, const char *raw, size_t k) {
  const char *s = NULL;
  if ((w->scheme == BGN || w->scheme == SIMPLE) &&
      (cp == 0x648 || cp == 0x64a)) {
    s = glide(w, cp);
  } else if ((w->scheme == BGN || w->scheme == SIMPLE) && cp == SHADDA) {
    s = w->last && !is_vowel_letter(w->prev) ? w->last : "";
  } else if (w->prev == FATHA && w->scheme == SIMPLE &&
             (cp == 0x627 || cp == 0x649 || cp == 0x629)) {
    s = "";                             /* the vowel is written already */
  } else if (cp >= FIRST && cp <= LAST && w->row[cp - FIRST]) {
    s = csto_table_cell(&csto_table_transliteration,
                        w->row[cp - FIRST] - 1u, (uint32_t)w->scheme);
    if (!strcmp(s, "-")) s = "";
  }
  if (s) csto_buf_puts(w->out, s);
  else csto_buf_add(w->out, raw, k);
  if (cp != SHADDA) w->last = s;
}

/* Length in bytes of a word-initial article that is followed by at least
** three letters; 0 when there is none. */
static size_t article(const unsigned char *p, const unsigned char *end) {
  static const char al[] = "\xd8\xa7\xd9\x84";
  const unsigned char *q = p + 4;
  int n = 0;
  if (end - p < 10 || memcmp(p, al, 4)) return 0;
  while (q < end && n < 3) {
    size_t k;
    uint32_t cp = csto_utf8_get(q, end, &k);
    if (is_letter(cp)) n++;
    else if (csto_class(cp) != CSTO_C_MARK) break;
    q += k;
  }
  return n >= 3 ? 4 : 0;
}

void csto_transliterate(csto_buf *out, const char *s, size_t n, int scheme) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  writer w = {0};
  w.out = out;
  w.scheme = scheme;
  rows(&w);
  while (p < end && !out->rc) {
    size_t k, k2;
    uint32_t cp = csto_utf8_get(p, end, &k);
    if ((scheme == BGN || scheme == SIMPLE) && !is_letter(w.prev) &&
        csto_class(w.prev) != CSTO_C_MARK && article(p, end)) {
      csto_buf_puts(out, "al-");
      p += 4;
      w.prev = ' ';
      w.last = NULL;
      continue;
    }
    w.next = p + k < end ? csto_utf8_get(p + k, end, &k2) : 0;
    put(&w, cp, (const char *)p, k);
    w.prev = cp;
    p += k;
  }
}
