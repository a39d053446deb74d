/* encoding.c - finds the encoding of bytes and makes them UTF-8.
**
** In this order: a byte order mark (UTF-32 too); the zero bytes and the high
** bytes of UTF-16; valid UTF-8 (a few broken sequences are forgiven, they stay
** as they are); the declared charset; and between the two one-byte encodings
** of Arabic the places of the letters: windows-1256 has ك ق ف at DF DE DD
** and ى ي at EC ED, where ISO 8859-6 has nothing or vowel marks, and
** ISO 8859-6 has ه و ى ي at E7-EA, where windows-1256 has French letters;
** a declared one of the two yields where the letters speak against it.
** Text that was once decoded with the wrong table and saved so ("Ø§Ù„",
** "ط§ظ„" for ال) is told by the letters that every sequence begins with and
** taken back, sequence by sequence, so that what is right beside it stays.
** ICU converts (the one file of the text floor that includes it); UTF-8,
** the usual case, is only checked, in one pass.
*/
#include "text/encoding.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <unicode/ucnv.h>
#include "base/rc.h"
#include "text/utf8.h"

/* Bytes of the valid UTF-8 sequence at p, 0 if there is none. */
static size_t sequence(const unsigned char *p, const unsigned char *end) {
  unsigned c = p[0];
  size_t n = c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
  if (n == 0 || (size_t)(end - p) < n) return 0;
  if ((p[1] & 0xC0) != 0x80) return 0;
  if (n == 2) return 2;
  if (c == 0xE0 && p[1] < 0xA0) return 0;
  if (c == 0xED && p[1] >= 0xA0) return 0;
  if (c == 0xF0 && p[1] < 0x90) return 0;
  if (c == 0xF4 && p[1] >= 0x90) return 0;
  if ((p[2] & 0xC0) != 0x80) return 0;
  return n == 4 && (p[3] & 0xC0) != 0x80 ? 0 : n;
}

typedef struct survey {
  size_t good, bad;    /* sequences of more than one byte, broken bytes */
  size_t nuls, controls;
} survey;

#ifdef __SSE2__
static unsigned bits16(unsigned x) {
  x = x - (x >> 1 & 0x5555);
  x = (x & 0x3333) + (x >> 2 & 0x3333);
  x = (x + (x >> 4)) & 0x0F0F;
  return (x + (x >> 8)) & 31;
}
#endif

/* Reads on while sixteen bytes at a time are nothing but printing ASCII and
** whole sequences of two bytes; p is the start of a character, so is what
** comes back. */
#ifdef __SSE2__
static const unsigned char *look_fast(const unsigned char *p,
                                      const unsigned char *end, survey *v) {
  const __m128i below = _mm_set1_epi8(0x1F), top = _mm_set1_epi8((char)0xE0);
  const __m128i tails = _mm_set1_epi8((char)0xBF);
  const __m128i c1 = _mm_set1_epi8((char)0xC1);
  unsigned open = 0;                  /* 1: a sequence goes on */
  while ((size_t)(end - p) >= 16) {
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
    /* up to 1F, E0 and up, and in lead below: C0 and C1 */
    __m128i odd = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(x, below), x),
                               _mm_cmpeq_epi8(_mm_max_epu8(x, top), x));
    unsigned high = (unsigned)_mm_movemask_epi8(x);
    unsigned low = (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_min_epu8(x, tails), x));      /* up to BF */
    unsigned tail = high & low, lead = high & ~low;
    if (_mm_movemask_epi8(odd) || tail != ((lead << 1 | open) & 0xFFFF))
      break;
    if (lead & (unsigned)_mm_movemask_epi8(
            _mm_cmpeq_epi8(_mm_min_epu8(x, c1), x)))
      break;
    open = lead >> 15;
    v->good += (size_t)bits16(lead);
    p += 16;
  }
  if (open) {                         /* the second byte is not seen yet */
    v->good--;
    p--;
  }
  return p;
}
#else
static const unsigned char *look_fast(const unsigned char *p,
                                      const unsigned char *end, survey *v) {
  (void)end; (void)v;
  return p;
}
#endif

static void look_utf8(const unsigned char *s, size_t n, survey *v) {
  const unsigned char *p = s, *end = s + n;
  while (p < end) {
    p = look_fast(p, end, v);
    if (p == end) break;
    if (*p < 0x80) {
      v->nuls += *p == 0;
      v->controls += *p < 32 && *p != '\n' && *p != '\r' && *p != '\t';
      p++;
    } else {
      size_t k = sequence(p, end);
      if (k) v->good++;
      else v->bad++;
      p += k ? k : 1;
    }
  }
}

/* UTF-16 without a mark: 1 little endian, 2 big endian, 0 neither.  The high
** bytes of Arabic and Latin text are 00, 06, 20, FE; the low ones vary. */
static int look_utf16(const unsigned char *s, size_t n) {
  size_t i, m = n < 4096 ? n & ~(size_t)1 : 4096, high[2] = {0, 0};
  if (m < 4) return 0;
  for (i = 0; i < m; i++) {
    unsigned char c = s[i];
    if (c == 0 || c == 6 || c == 0x20 || c == 0xFE) high[i & 1]++;
  }
  if (high[1] * 10 >= m / 2 * 9 && high[0] * 2 < high[1]) return 1;
  if (high[0] * 10 >= m / 2 * 9 && high[1] * 2 < high[0]) return 2;
  return 0;
}

/* "windows-1256" or "ISO-8859-6", by the letters' places and by what is
** declared (or NULL). */
static const char *one_byte(const unsigned char *s, size_t n,
                            const char *name) {
  size_t i, win = 0, iso = 0;
  for (i = 0; i < n; i++) {
    unsigned char c = s[i];
    if ((c >= 0xDB && c <= 0xDF) || c == 0xEC || c == 0xED || c >= 0xF3 ||
        (c >= 0x80 && c < 0xA0) || c == 0xA1 || c == 0xBA || c == 0xAB)
      win++;
    else if ((c >= 0xE7 && c <= 0xEA) || c == 0xE2)
      iso++;
  }
  if (name && win < iso * 3 + 3 && iso < win * 3 + 3) return name;
  return iso > win ? "ISO-8859-6" : "windows-1256";
}

static int same(const char *a, size_t n, const char *b) {
  size_t i, j = 0;
  for (i = 0; i < n; i++) {
    char c = a[i];
    if (c == '-' || c == '_' || c == ' ') continue;
    if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
    if (b[j] == 0 || b[j] != c) return 0;
    j++;
  }
  return b[j] == 0;
}

static const char *known(const char *s, size_t n) {
  static const struct { const char *name, *is; } names[] = {
    {"windows1256", "windows-1256"}, {"cp1256", "windows-1256"},
    {"xcp1256", "windows-1256"}, {"win1256", "windows-1256"},
    {"iso88596", "ISO-8859-6"}, {"arabic", "ISO-8859-6"},
    {"asmo708", "ISO-8859-6"}, {"ecma114", "ISO-8859-6"},
    {"utf16le", "UTF-16LE"}, {"utf16be", "UTF-16BE"},
  };
  size_t i;
  for (i = 0; i < sizeof names / sizeof *names; i++)
    if (same(s, n, names[i].name)) return names[i].is;
  return NULL;
}

/* Converts through ICU into d->buf, in pieces. */
static int convert(csto_decoded *d, const char *s, size_t n) {
  UErrorCode err = U_ZERO_ERROR;
  UConverter *cv = ucnv_open(d->name, &err);
  const char *p = s, *end = s + n;
  UChar u[2048], lead = 0;
  if (cv == NULL || U_FAILURE(err)) {
    ucnv_close(cv);
    return CSTO_NOMEM;
  }
  do {
    UChar *q = u, *r;
    err = U_ZERO_ERROR;
    ucnv_toUnicode(cv, &q, u + 2048, &p, end, NULL, 1, &err);
    for (r = u; r < q; r++) {
      UChar c = *r;  /* ICU has written u..q: NOLINT(*.uninitialized.Assign) */
      if (c >= 0xD800 && c < 0xDC00) {
        lead = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000 && lead) {
        csto_buf_putcp(&d->buf,
                       0x10000u + ((unsigned)(lead - 0xD800) << 10) +
                           (unsigned)(c - 0xDC00));
      } else {
        d->bad += c == 0xFFFD;
        d->nuls += c == 0;
        csto_buf_putcp(&d->buf, c);
      }
      lead = 0;
    }
  } while (err == U_BUFFER_OVERFLOW_ERROR && d->buf.rc == CSTO_OK);
  ucnv_close(cv);
  d->text = d->buf.data ? d->buf.data : "";
  d->bytes = d->buf.size;
  return d->buf.rc;
}

/* ---- text decoded with the wrong table ---- */

/* The table that the text went through, by the first few hundred letters of
** it: every Arabic letter then stands as two, of which the first is one of
** two.  NULL: none. */
static const char *mangled(const unsigned char *s, size_t n) {
  size_t i = 0, all = 0, latin = 0, arabic = 0;
  while (i + 1 < n && all < 300 && i < 200000) {
    unsigned a = s[i], b = s[i + 1];
    if (a < 0x80) {
      uint64_t w;
      if (n - i >= 8) {
        memcpy(&w, s + i, 8);
        if ((w & 0x8080808080808080ULL) == 0) {
          i += 8;
          continue;
        }
      }
      i++;
      continue;
    }
    if (a < 0xC0) {
      i++;
      continue;
    }
    all++;
    latin += a == 0xC3 && (b == 0x98 || b == 0x99);         /* Ø Ù */
    arabic += a == 0xD8 && (b == 0xB7 || b == 0xB8);        /* ط ظ */
    if (all == 100 && latin * 10 < all && arabic * 10 < all) return NULL;
    i += 2;
  }
  if (latin >= 8 && latin * 4 > all) return "windows-1252";
  if (arabic >= 8 && arabic * 10 > all * 3) return "windows-1256";
  return NULL;
}

/* What the bytes 80 to FF mean in the table. */
static int table_of(const char *name, uint32_t *map) {
  UErrorCode err = U_ZERO_ERROR;
  UConverter *cv = ucnv_open(name, &err);
  int i;
  if (cv == NULL || U_FAILURE(err)) {
    ucnv_close(cv);
    return CSTO_NOMEM;
  }
  for (i = 0; i < 128; i++) {
    char byte = (char)(unsigned char)(i + 128);
    const char *p = &byte;
    map[i] = (uint32_t)ucnv_getNextUChar(cv, &p, &byte + 1, &err);
    if (U_FAILURE(err)) map[i] = (uint32_t)(i + 128);
    err = U_ZERO_ERROR;
    ucnv_reset(cv);
  }
  ucnv_close(cv);
  return CSTO_OK;
}

/* The byte that was read as this character, 0: none. */
static unsigned byte_of(const uint32_t *map, uint32_t c) {
  unsigned i;
  for (i = 0; i < 128; i++)
    if (map[i] == c) return i + 128;
  return c >= 0x80 && c < 0xA0 ? c : 0;
}

/* Takes the wrong table back. */
static int unmangle(csto_decoded *d, const char *name) {
  const unsigned char *p = (const unsigned char *)d->text;
  const unsigned char *end = p + d->bytes;
  uint32_t map[128];
  if (table_of(name, map)) return CSTO_NOMEM;
  while (p < end && d->buf.rc == CSTO_OK) {
    unsigned char seq[4];
    const unsigned char *q = p;
    size_t k, got = 0, want = 0;
    if (*p < 0x80) {
      while (q < end && *q < 0x80) q++;
      csto_buf_add(&d->buf, (const char *)p, (size_t)(q - p));
      p = q;
      continue;
    }
    while (q < end && got < 4) {
      unsigned b = byte_of(map, csto_utf8_get(q, end, &k));
      if (*q < 0x80 || b == 0) break;
      seq[got++] = (unsigned char)b;
      q += k;
      if (got == 1) want = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
      if (got == want || want == 0) break;
    }
    if (want && got == want && sequence(seq, seq + got) == want) {
      csto_buf_add(&d->buf, (const char *)seq, got);
      p = q;
    } else {
      (void)csto_utf8_get(p, end, &k);
      csto_buf_add(&d->buf, (const char *)p, k);
      p += k;
    }
  }
  d->text = d->buf.data ? d->buf.data : "";
  d->bytes = d->buf.size;
  d->name = name[11] == '2' ? "UTF-8 as windows-1252" : "UTF-8 as windows-1256";
  return d->buf.rc;
}

int csto_decode(csto_decoded *d, const char *s, size_t n,
                const char *declared, size_t nd) {
  const unsigned char *p = (const unsigned char *)s;
  const char *name = NULL;
  survey v = {0, 0, 0, 0};
  int u16;
  memset(d, 0, sizeof *d);
  csto_buf_init(&d->buf);
  d->text = s;
  d->bytes = n;
  if (n >= 8 && n % 4 == 0 && (memcmp(s, "\xFF\xFE\0\0", 4) == 0 ||
                               memcmp(s, "\0\0\xFE\xFF", 4) == 0)) {
    d->name = p[0] ? "UTF-32LE" : "UTF-32BE";
    return convert(d, s + 4, n - 4);
  }
  if (n >= 2 && p[0] == 0xFF && p[1] == 0xFE) {
    d->name = "UTF-16LE";
    return convert(d, s + 2, n - 2);
  }
  if (n >= 2 && p[0] == 0xFE && p[1] == 0xFF) {
    d->name = "UTF-16BE";
    return convert(d, s + 2, n - 2);
  }
  if (n >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) {
    d->text += 3;
    d->bytes -= 3;
    p += 3;
    n -= 3;
  }
  look_utf8(p, n, &v);
  d->name = "UTF-8";
  d->nuls = v.nuls;
  d->bad = v.bad;
  u16 = v.nuls || v.bad || v.good == 0 ? look_utf16(p, n) : 0;
  if (u16 && (v.nuls || v.bad || n >= 16)) {
    d->name = u16 == 1 ? "UTF-16LE" : "UTF-16BE";
    d->nuls = d->bad = 0;
    return convert(d, d->text, n);
  }
  /* not text in any of these */
  if (v.nuls * 20 > n || (v.controls * 40 > n && v.controls > 8)) {
    d->name = NULL;
    return CSTO_OK;
  }
  if (v.bad * 8 <= v.good) {
    name = v.good >= 16 ? mangled(p, n) : NULL;
    return name ? unmangle(d, name) : CSTO_OK;
  }
  if (declared) name = known(declared, nd);
  d->name = one_byte(p, n, name && name[0] != 'U' ? name : NULL);
  d->bad = d->nuls = 0;
  return convert(d, d->text, n);
}

void csto_decoded_free(csto_decoded *d) {
  csto_buf_free(&d->buf);
  d->text = NULL;
  d->bytes = 0;
}
