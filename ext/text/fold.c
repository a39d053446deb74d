/* fold.c - normalization; see fold.h.
**
** HOW IT WORKS.  Most of the work is a two-stage table look-up a code point.
** What needs context, all within one word:
**   - و or ي with a combining hamza (U+0654, U+0655) folds as ؤ, ئ do: ء
**   - ء, with or without a seat, at the start of a word before ا, as in
**     ءامنوا for آمنوا, is dropped; not inside a word (رئاسة)
** Both look one letter ahead, so folding stays linear.
*/
#include "text/fold.h"
#include "text/fold_table.h"
#include "text/utf8.h"
#include <string.h>

static size_t put_entry(uint32_t e, uint32_t cp, char *out) {
  if (e & (1u << 22)) return 0;
  if (e & (1u << 23)) {
    const unsigned char *s = csto_fold_pool + (e & 0x3fffff);
    memcpy(out, s + 1, s[0]);
    return s[0];
  }
  if (e & 0x3fffff) cp = e & 0x3fffff;
  if (cp - 0x80u < 0x780u) {             /* two bytes: the usual case */
    out[0] = (char)(0xc0 | (cp >> 6));
    out[1] = (char)(0x80 | (cp & 63));
    return 2;
  }
  return csto_utf8_put(out, cp);
}

size_t csto_fold_cp(uint32_t cp, char *out) {
  return put_entry(csto_fold_entry(cp), cp, out);
}

/* The next code point at p that is not a mark or control; 0 at the end.
** *hamza is set when a combining hamza stands before it. */
static uint32_t next_letter(const unsigned char *p, const unsigned char *end,
                            int *hamza) {
  *hamza = 0;
  while (p < end) {
    size_t k;
    uint32_t cp = csto_utf8_get(p, end, &k);
    int c = csto_class(cp);
    if (c != CSTO_C_MARK && c != CSTO_C_IGNORE) return cp;
    if (cp == 0x654 || cp == 0x655) *hamza = 1;
    p += k;
  }
  return 0;
}

#define HAMZA 0x621u
#define ALEF 0x627u

/* State of folding inside one word. */
typedef struct folder {
  uint32_t prev;         /* last letter written, 0 at a word's start */
} folder;

static int folds_to_alef(uint32_t cp) {
  return cp == ALEF || (csto_fold_entry(cp) & 0xffffff) == ALEF;
}

/* Folds the letter at p (k bytes, code point cp, table entry e). */
static inline size_t put_letter(folder *f, const unsigned char *p,
                         const unsigned char *end, size_t k, uint32_t cp,
                         uint32_t e, char *out) {
  uint32_t to = e & 0x3fffff ? e & 0x3fffff : cp;
  int hamza;
  if (e & (3u << 22)) {
    size_t n = put_entry(e, cp, out);
    if (n) f->prev = 0xfffd;
    return n;
  }
  if (to == 0x648 || to == 0x64a) {
    if (p + k < end && p[k] >= 0xd8) {
      (void)next_letter(p + k, end, &hamza);
      if (hamza) to = HAMZA;
    }
  }
  if (to == HAMZA && f->prev == 0) {
    uint32_t next = next_letter(p + k, end, &hamza);
    if (next && folds_to_alef(next)) return 0;
  }
  f->prev = to;
  if (to >= 0x80 && to < 0x800) {
    out[0] = (char)(0xc0 | (to >> 6));
    out[1] = (char)(0x80 | (to & 63));
    return 2;
  }
  return csto_utf8_put(out, to);
}

size_t csto_fold_word(const char *s, size_t n, char *out) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  char *o = out;
  folder f = {0};
  while (p < end) {
    size_t k;
    uint32_t cp = csto_utf8_get(p, end, &k), e = csto_fold_entry(cp);
    o += put_letter(&f, p, end, k, cp, e, o);
    p += k;
  }
  return (size_t)(o - out);
}

void csto_fold(csto_buf *out, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  folder f = {0};
  while (p < end) {
    size_t k;
    uint32_t cp = csto_utf8_get(p, end, &k), e = csto_fold_entry(cp);
    char *o = csto_buf_reserve(out, CSTO_FOLD_MAX);
    int cls = (int)(e >> 24);
    if (!o) return;
    if (cls == CSTO_C_SEP || cls == CSTO_C_SPACE || cls == CSTO_C_NEWLINE) {
      f.prev = 0;
      csto_buf_add(out, (const char *)p, k);
    } else {
      out->size += put_letter(&f, p, end, k, cp, e, o);
      out->data[out->size] = 0;
    }
    p += k;
  }
}

size_t csto_fold_offset(const char *s, size_t n, size_t at) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  size_t done = 0;
  folder f = {0};
  if (at == 0) return 0;
  while (p < end) {
    size_t k, w;
    char t[CSTO_FOLD_MAX];
    uint32_t cp = csto_utf8_get(p, end, &k), e = csto_fold_entry(cp);
    w = put_letter(&f, p, end, k, cp, e, t);
    /* A letter begins at `at`; one whose fold is longer (a ligature) can
    ** only begin as a whole. */
    if (w && done >= at) return (size_t)(p - (const unsigned char *)s);
    done += w;
    p += k;
  }
  return n;
}
