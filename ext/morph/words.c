/* words.c - cuts a text into words; see words.h.
**
** HOW IT WORKS.  A character of one or two bytes (nearly all of an Arabic
** text) is classed by one look-up in a table of 2,048 bytes; the rest goes
** through csto_class.  Controls and marks inside a word do not end it;
** controls at its end are not part of it.
*/
#include "morph/words.h"
#include "text/fold.h"
#include "text/utf8.h"

void csto_wordclass_init(csto_wordclass *t) {
  uint32_t cp;
  for (cp = 0; cp < 0x800; cp++) t->cls[cp] = (uint8_t)csto_class(cp);
}

static inline int class_of(const csto_wordclass *t, unsigned cp) {
  return t ? t->cls[cp] : csto_class(cp);
}

/* Class of the character at p and its bytes. */
static inline int class_at(const csto_wordclass *t, const unsigned char *p,
                           const unsigned char *end, size_t *k) {
  unsigned c = *p;
  if (c < 0x80) {
    *k = 1;
    return class_of(t, c);
  }
  if (c >= 0xc2 && c < 0xe0 && end - p >= 2 && (p[1] & 0xc0) == 0x80 &&
      (end - p == 2 || (p[2] & 0xc0) != 0x80)) {
    *k = 2;
    return class_of(t, (c & 0x1f) << 6 | (p[1] & 0x3f));
  }
  return csto_class(csto_utf8_get(p, end, k));
}

static int joins(int have, int cls) {
  switch (cls) {
    case CSTO_C_MARK: case CSTO_C_IGNORE: return 1;
    case CSTO_C_DIGIT: case CSTO_C_LATIN:
      return have == CSTO_C_DIGIT || have == CSTO_C_LATIN;
    case CSTO_C_ARABIC: case CSTO_C_LETTER: return have == cls;
    default: return 0;
  }
}

static int begins(int cls) { return cls >= CSTO_C_ARABIC; }

static inline int next(const csto_wordclass *t, const char *s, size_t n,
                       size_t *at, csto_word *out) {
  const unsigned char *base = (const unsigned char *)s;
  const unsigned char *p = base + *at, *end = base + n, *last;
  size_t k = 0;
  int cls = CSTO_C_SEP;
  while (p < end && !begins(cls = class_at(t, p, end, &k))) p += k;
  if (p >= end) {
    *at = n;
    return 0;
  }
  out->start = (size_t)(p - base);
  out->cls = (uint8_t)cls;
  out->mixed = 0;
  last = p += k;
  while (p < end && cls != CSTO_C_IDEO) {
    int x = class_at(t, p, end, &k);
    if (x != cls) {
      if (!joins(cls, x)) break;
      if (x == CSTO_C_IGNORE) {
        p += k;
        continue;
      }
      if (x != CSTO_C_MARK) out->mixed = 1;
    }
    last = p += k;
  }
  out->end = (size_t)(last - base);
  *at = (size_t)(p - base);
  return 1;
}

int csto_word_next(const csto_wordclass *t, const char *s, size_t n,
                   size_t *at, csto_word *out) {
  return t ? next(t, s, n, at, out) : next(NULL, s, n, at, out);
}

#ifdef CSTO_PLAIN_FAST

/* 1 if a word of Arabic letters ends at p. */
static inline int ends(const csto_wordclass *t, const unsigned char *p,
                       const unsigned char *end) {
  size_t k;
  int x;
  if (*p < 0x80) return 1;              /* ASCII never joins */
  if (*p < 0xc0) return 0;              /* the letter before is no letter */
  x = class_at(t, p, end, &k);
  return x != CSTO_C_ARABIC && x != CSTO_C_MARK && x != CSTO_C_IGNORE;
}

/* A plain word at *at, or behind the separators there; 0: the next word is
** not one, or too near the end. */
static inline int plain_next(const csto_wordclass *t,
                             const unsigned char *base,
                             const unsigned char *end, size_t *at,
                             csto_cut *out) {
  const unsigned char *p = base + *at;
  size_t k, n;
  if (p < end && *p == ' ') p++;
  for (;;) {
    if (end - p < 24) return 0;
    if ((*p & 0xfe) == 0xd8) {
      n = csto_plain_scan((const char *)p, out->folded, &out->packed);
      if (n) break;
    }
    if (begins(class_at(t, p, end, &k))) return 0;
    p += k;
    *at = (size_t)(p - base);
  }
  *at = (size_t)(p - base);
  if (n == 8)
    n += csto_plain_rest((const char *)p + 16, out->folded, 16, &out->packed);
  if (!ends(t, p + n * 2, end)) return 0;
  if ((out->packed & 0xfff) == (1 | 7 << 6)) return 0;   /* ءا: fold.c */
  out->start = (uint32_t)*at;
  *at += n * 2;
  out->end = (uint32_t)*at;
  out->nfolded = (uint8_t)(n * 2);
  out->cls = CSTO_C_ARABIC;
  return 1;
}

#else
#define plain_next(t, base, end, at, out) 0
#endif

size_t csto_words_next(const csto_wordclass *t, const char *s, size_t n,
                       size_t *at, csto_cut *out, size_t max) {
  size_t k;
  csto_word w;
  for (k = 0; k < max; k++) {
    if (plain_next(t, (const unsigned char *)s,
                   (const unsigned char *)s + n, at, &out[k])) continue;
    if (!csto_word_next(t, s, n, at, &w)) break;
    out[k].packed = 0;
    out[k].start = (uint32_t)w.start;
    out[k].end = (uint32_t)w.end;
    out[k].cls = w.cls;
  }
  return k;
}
