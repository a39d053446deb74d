/* translit.c - transliteration by table; see translit.h and
** data/transliteration.tsv.
**
** HOW IT WORKS.  buckwalter writes one sign a character, as they stand.  The
** other schemes read a letter with its marks, shadda first in whatever order
** they were typed, and presentation forms as the letters they are.  bgn and
** simple also hear what is not one letter one sound: the article, و and ي as
** consonants or long vowels, a short vowel before its long letter, ة before
** an ending, ية, الله.  Cost: linear.
*/
#include "morph/translit.h"
#include "text/fold.h"
#include "text/forms.h"
#include "text/table.h"
#include "text/utf8.h"
#include <stdlib.h>
#include <string.h>

CSTO_TABLE(transliteration);

enum { ISO233 = 2, BGN = 3, BUCKWALTER = 4, SIMPLE = 5 };
#define FIRST 0x600u
#define LAST 0x6ffu
#define SHADDA 0x651u
#define TANWIN 0x64bu
#define FATHA 0x64eu
#define DAMMA 0x64fu
#define KASRA 0x650u
#define ALEF 0x627u
#define WAW 0x648u
#define YEH 0x64au
#define TEH 0x629u      /* ta marbuta */

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
  uint32_t before, prev;           /* the two characters before this one */
  uint32_t next, after;            /* the two behind it */
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
  return cp == ALEF || cp == WAW || cp == YEH || cp == 0x649;
}

static int is_vowel_mark(uint32_t cp) { return cp >= 0x64b && cp <= KASRA; }

/* و and ي are consonants at a word's start and beside ا, long vowels
** elsewhere (BGN/PCGN); the marks before them decide where written. */
static const char *glide(const writer *w, uint32_t cp) {
  int yeh = cp == YEH, bgn = w->scheme == BGN;
  if (!is_letter(w->prev) && w->prev != DAMMA && w->prev != KASRA)
    return yeh ? "y" : "w";
  if (w->next == ALEF || w->next == SHADDA || is_vowel_mark(w->next) ||
      w->prev == ALEF || w->prev == TEH) return yeh ? "y" : "w";
  if (yeh && w->next == TEH)           /* عربية */
    return w->prev == KASRA ? "y" : bgn ? "\xc4\xaby" : "iy";
  if (bgn) return yeh ? "\xc4\xab" : "\xc5\xab";
  return yeh ? "i" : "u";
}

/* Is the vowel cp written by the long letter behind it? */
static int is_long(const writer *w, uint32_t cp) {
  if (is_vowel_mark(w->after) || w->after == SHADDA) return 0;
  if (cp == FATHA) return w->next == ALEF || w->next == 0x649;
  if (w->after == ALEF || w->after == TEH) return 0;
  return (cp == DAMMA && w->next == WAW) || (cp == KASRA && w->next == YEH) ||
         (cp == 0x625 && w->next == YEH);
}

/* Is the alef cp silent: at a word's start with its vowel written, beside
** the ending an? */
static int is_silent(const writer *w, uint32_t cp) {
  if (cp == ALEF && (w->prev == TANWIN || w->next == TANWIN)) return 1;
  return (cp == ALEF || cp == 0x623 || cp == 0x625) && !is_letter(w->prev) &&
         csto_class(w->prev) != CSTO_C_MARK && is_vowel_mark(w->next);
}

/* What bgn and simple write by the letters around, or NULL. */
static const char *heard(const writer *w, uint32_t cp) {
  int bgn = w->scheme == BGN;
  if (cp == WAW || cp == YEH) return glide(w, cp);
  if (is_silent(w, cp)) return "";
  if (cp == ALEF && !is_letter(w->prev) && w->next == 0x644 &&
      w->after == 0x644) return "a";   /* الله */
  if (cp == SHADDA)                    /* the consonant again */
    return w->before != ' ' && w->last &&
           (!is_vowel_letter(w->prev) || w->last[0] == 'y' ||
            w->last[0] == 'w') ? w->last : "";
  if ((is_vowel_mark(cp) || cp == 0x625) && is_long(w, cp)) return "";
  if (cp == TEH && is_vowel_mark(w->next))
    return w->prev == FATHA ? "t" : "at";
  if (cp == TEH && w->prev == FATHA) return bgn ? "h" : "";
  if (cp == 0x647 && w->prev == 0x644 && w->before == 0x644 &&
      !is_letter(w->next))             /* الله */
    return bgn ? "\xc4\x81h" : "ah";
  return NULL;
}

static void put(writer *w, uint32_t cp, const char *raw, size_t k) {
  const char *s = NULL;
  if (w->scheme == BGN || w->scheme == SIMPLE) s = heard(w, cp);
  if (!s && cp >= FIRST && cp <= LAST && w->row[cp - FIRST]) {
    s = csto_table_cell(&csto_table_transliteration,
                        w->row[cp - FIRST] - 1u, (uint32_t)w->scheme);
    if (!strcmp(s, "-")) s = "";
  }
  if (s) csto_buf_puts(w->out, s);
  else csto_buf_add(w->out, raw, k);
  if (cp != SHADDA) w->last = s;
  w->before = w->prev;
  w->prev = cp;
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

#define MARKS 8         /* marks of one letter; more come behind */

/* The marks of a letter at p, shadda first; *n gets how many, the result is
** the byte behind them. */
static const unsigned char *marks(const unsigned char *p,
                                  const unsigned char *end, uint32_t *list,
                                  int *n) {
  size_t k;
  *n = 0;
  while (p < end && *n < MARKS) {
    uint32_t cp = csto_utf8_get(p, end, &k);
    if (cp < 0x64b || cp > 0x652) break;
    if (cp == SHADDA && *n > 0 && list[0] != SHADDA) {
      memmove(list + 1, list, (size_t)*n * sizeof *list);
      list[0] = cp;
    } else {
      list[*n] = cp;
    }
    ++*n;
    p += k;
  }
  return p;
}

/* The character at p with its marks; returns the byte behind them. */
static const unsigned char *cluster(writer *w, const unsigned char *p,
                                    const unsigned char *end) {
  uint32_t list[MARKS + 3];
  size_t k, k2 = 0;
  int i, n;
  uint32_t cp = csto_utf8_get(p, end, &k);
  const char *raw = (const char *)p;
  char utf8[4];
  p += k;
  p = marks(p, end, list, &n);
  list[n] = p < end ? csto_utf8_get(p, end, &k2) : 0;
  list[n + 1] = p < end && p + k2 < end ? csto_utf8_get(p + k2, end, &k2) : 0;
  list[n + 2] = 0;
  w->next = list[0];
  w->after = list[1];
  put(w, cp, raw, k);
  for (i = 0; i < n; i++) {
    w->next = list[i + 1];
    w->after = list[i + 2];
    k = csto_utf8_put(utf8, list[i]);
    put(w, list[i], utf8, k);
  }
  return p;
}

static void each(writer *w, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  while (p < end && !w->out->rc) {
    size_t k;
    if (w->scheme == BUCKWALTER) {
      uint32_t cp = csto_utf8_get(p, end, &k);
      put(w, cp, (const char *)p, k);
      p += k;
    } else if ((w->scheme == BGN || w->scheme == SIMPLE) &&
               !is_letter(w->prev) && csto_class(w->prev) != CSTO_C_MARK &&
               article(p, end)) {
      csto_buf_puts(w->out, "al-");
      p += 4;
      w->prev = ' ';
      w->last = NULL;
    } else {
      p = cluster(w, p, end);
    }
  }
}

/* Spells presentation forms out; 0 when there are none. */
static int spell(csto_buf *out, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n, *from = p;
  while (p < end) {
    size_t k;
    const char *form = *p == 0xef
                           ? csto_form_letters(csto_utf8_get(p, end, &k))
                           : NULL;
    if (!form) {
      p++;
      continue;
    }
    csto_buf_add(out, (const char *)from, (size_t)(p - from));
    csto_buf_puts(out, form);
    from = p += k;
  }
  if (from == (const unsigned char *)s) return 0;
  csto_buf_add(out, (const char *)from, (size_t)(end - from));
  return 1;
}

void csto_transliterate(csto_buf *out, const char *s, size_t n, int scheme) {
  writer w = {0};
  csto_buf spelled;
  csto_buf_init(&spelled);
  w.out = out;
  w.scheme = scheme;
  rows(&w);
  if (scheme != BUCKWALTER && memchr(s, 0xef, n) && spell(&spelled, s, n))
    each(&w, spelled.data, spelled.size);
  else
    each(&w, s, n);
  if (spelled.rc) out->rc = spelled.rc;
  csto_buf_free(&spelled);
}
