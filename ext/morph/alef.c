/* alef.c - everyday spelling of Quranic words; see alef.h.
**
** The folded form of a word drops the dagger alef with the other marks, which
** is right for هٰذا and الرحمٰن and wrong for ٱلۡكِتَٰب: so the index holds
** such a word in both readings, at one position.
**
**     written                          reading
**     letter + dagger alef             letter, alef          العٰلمين  العالمين
**     bare waw + dagger alef           alef                  الصلوٰة   الصلاة
**     alef maksura + dagger alef       as it is at the end,  موسىٰ
**                                      else alef             التورىٰة  التوراة
**     ya + dagger alef at the start    nothing: the vocative يٰقوم     قوم
**     hamza, fatha, alef               alef                  القرءَان  القران
**
** Source: the conventions of the Cairo edition as encoded in Unicode (chapter
** 9.2, Arabic).
*/
#include "morph/alef.h"
#include <stdint.h>
#include <string.h>
#include "text/fold.h"
#include "text/utf8.h"

enum { HAMZA = 0x621, ALEF = 0x627, WAW = 0x648, MAKSURA = 0x649,
       YEH = 0x64a, FATHA = 0x64e, DAGGER = 0x670 };

typedef struct letters {
  uint32_t cp[CSTO_ALEF_MAX];     /* what is written, marks included */
  size_t n;
} letters;

static int is_mark(uint32_t cp) {
  int c = csto_class(cp);
  return c == CSTO_C_MARK || c == CSTO_C_IGNORE;
}

static size_t next_letter(const letters *w, size_t i) {
  while (i < w->n && is_mark(w->cp[i])) i++;
  return i;
}

static int is_alef(const letters *w, size_t i) {
  char t[CSTO_FOLD_MAX];
  return i < w->n && csto_fold_cp(w->cp[i], t) == 2 &&
         memcmp(t, "ا", 2) == 0;
}

/* Reads the dagger alef at i, whose letter stands at `base` of out. */
static size_t dagger(const letters *w, size_t i, uint32_t *out, size_t n,
                     size_t base, int vowel) {
  size_t next = next_letter(w, i + 1);
  if (base == SIZE_MAX) return n;
  if (out[base] == MAKSURA) {
    if (next < w->n) out[base] = ALEF;
  } else if (out[base] == WAW && !vowel) {
    out[base] = ALEF;
  } else if (out[base] == YEH && base == 0 && next < w->n) {
    return 0;
  } else if (!is_alef(w, next)) {
    out[n++] = ALEF;
  }
  return n;
}

/* Rewrites w to out; returns the letters, 0 when nothing had to change. */
static size_t rewrite(const letters *w, uint32_t *out) {
  size_t i, n = 0, base = SIZE_MAX;
  int vowel = 0, changed = 0;
  for (i = 0; i < w->n; i++) {
    uint32_t cp = w->cp[i];
    if (cp == DAGGER) {
      changed = 1;
      n = dagger(w, i, out, n, base, vowel);
      if (n == 0) base = SIZE_MAX;
    } else if (is_mark(cp)) {
      vowel |= cp >= 0x64b && cp <= 0x650;
    } else if (cp == HAMZA && i + 2 < w->n && w->cp[i + 1] == FATHA &&
               w->cp[i + 2] == ALEF) {
      changed = 1;
    } else {
      vowel = 0;
      base = n;
      out[n++] = cp;
    }
  }
  return changed ? n : 0;
}

size_t csto_alef_reading(const char *s, size_t n, char *out) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  letters w;
  uint32_t to[2 * CSTO_ALEF_MAX];
  char plain[4 * 2 * CSTO_ALEF_MAX];
  size_t k, i, m, bytes = 0;
  if (n > CSTO_ALEF_MAX) return 0;
  for (w.n = 0; p < end; p += k) w.cp[w.n++] = csto_utf8_get(p, end, &k);
  m = rewrite(&w, to);
  for (i = 0; i < m; i++) bytes += csto_utf8_put(plain + bytes, to[i]);
  if (bytes == 0 || bytes > CSTO_ALEF_MAX) return 0;
  return csto_fold_word(plain, bytes, out);
}
