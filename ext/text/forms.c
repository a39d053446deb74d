/* forms.c - presentation forms, and the cleaning of lines.  One pass with a
** class for each byte: what needs no thought is copied in stretches.
*/
#include "text/forms.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include "text/utf8.h"

const char *csto_form_letters(uint32_t cp) {
  size_t lo = 0, hi = csto_nforms;
  if (cp < 0xFB50 || cp > 0xFEFC) return NULL;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (csto_forms[mid].cp < cp) lo = mid + 1;
    else hi = mid;
  }
  return lo < csto_nforms && csto_forms[lo].cp == cp
             ? csto_forms[lo].letters : NULL;
}

/* Is white space cp (not a newline)? */
static int is_space(uint32_t cp) {
  return cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
         cp == 0x205F || cp == 0x3000 || cp == 0x1680;
}

static int is_dropped(uint32_t cp) {
  return (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
         (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || cp == 0xAD ||
         cp == 0x61C;
}

typedef struct cleaner {
  csto_buf *out;
  size_t line;       /* where the line began in out */
  unsigned spaces;   /* white space waiting to be written; 9: a tab */
} cleaner;

static void flush(cleaner *c) {
  if (c->spaces && c->out->size > c->line)
    csto_buf_putc(c->out, c->spaces >= 3 ? '\t' : ' ');
  c->spaces = 0;
}

static void newline(cleaner *c) {
  csto_buf_putc(c->out, '\n');
  c->line = c->out->size;
  c->spaces = 0;
}

/* The character at p that is not plain; returns its bytes. */
static size_t special(cleaner *c, const unsigned char *p,
                      const unsigned char *end) {
  size_t k;
  uint32_t cp;
  const char *form;
  if (*p == '\r') {
    newline(c);
    return end - p > 1 && p[1] == '\n' ? 2 : 1;
  }
  if (*p == '\n' || *p == '\v' || *p == '\f') {
    newline(c);
    return 1;
  }
  if (*p < 0x21 || *p == 0x7F) {
    c->spaces += *p == '\t' ? 9 : 1;
    if (c->spaces > 9) c->spaces = 9;
    return 1;
  }
  cp = csto_utf8_get(p, end, &k);
  if (cp == 0x85 || cp == 0x2028 || cp == 0x2029) {
    newline(c);
  } else if (is_space(cp)) {
    if (c->spaces < 9) c->spaces++;
  } else if (!is_dropped(cp)) {
    flush(c);
    form = csto_form_letters(cp);
    if (form) csto_buf_puts(c->out, form);
    else csto_buf_add(c->out, (const char *)p, k);
  }
  return k;
}

/* What a byte may begin: 0 nothing special, 1 special (controls, C2 with
** U+00A0, E1 with U+1680, E2, E3, EF), 2 a space. */
static const unsigned char begins[256] = {
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  2, [0x7F] = 1, [0xC2] = 1, [0xE1] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1,
};

/* The next U+061C (D8 9C), or NULL. */
static const unsigned char *mark_in(const unsigned char *p,
                                    const unsigned char *end) {
  const unsigned char *from = p, *t;
  while (p < end && (t = memchr(p, 0x9C, (size_t)(end - p))) != NULL) {
    if (t > from && t[-1] == 0xD8) return t - 1;
    p = t + 1;
  }
  return NULL;
}

/* Goes on from q, before which something plain stands, sixteen bytes at a
** time, as far as there is nothing special but single spaces. */
#ifdef __SSE2__
static const unsigned char *plain_on(const unsigned char *q,
                                     const unsigned char *stop) {
  const __m128i below = _mm_set1_epi8(0x1F), above = _mm_set1_epi8((char)0xE0);
  while ((size_t)(stop - q) >= 16) {
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)q);
    __m128i odd = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(x, below), x),
                     _mm_cmpeq_epi8(_mm_max_epu8(x, above), x)),
        _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xC2)),
                     _mm_cmpeq_epi8(x, _mm_set1_epi8(0x7F))));
    unsigned space = (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(x, _mm_set1_epi8(' ')));
    if (_mm_movemask_epi8(odd) || (space & (space << 1))) break;
    q += space >> 15 ? 15 : 16;      /* what follows a space is not seen yet */
  }
  return q;
}
#else
static const unsigned char *plain_on(const unsigned char *q,
                                     const unsigned char *stop) {
  (void)stop;
  return q;
}
#endif

void csto_clean(csto_buf *out, const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n, *q;
  /* U+061C, the one special letter among the Arabic, is next to never there */
  const unsigned char *alm = mark_in(p, end);
  cleaner c = {out, 0, 0};
  c.line = out->size;
  csto_buf_reserve(out, n);
  while (p < end) {
    const unsigned char *stop = alm && alm >= p ? alm : end;
    for (q = p; q < stop;) {
      if (q > p && (q = plain_on(q, stop)) == stop) break;
      if (begins[*q] == 0) q++;
      else if (*q == ' ' && q > p && q + 1 < stop && begins[q[1]] == 0) q += 2;
      else break;
    }
    if (q > p) {
      flush(&c);
      csto_buf_add(out, (const char *)p, (size_t)(q - p));
      p = q;
    }
    if (p < end) {
      if (p == alm) {
        p += 2;
        alm = mark_in(p, end);
      } else {
        p += special(&c, p, end);
      }
    }
  }
}
