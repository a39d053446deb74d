/* lines.c - cuts clean text into lines and measures each in one pass over
** its bytes: words, letters, stops, hashes of its letters (vowel marks,
** tatweel and punctuation left out, so that copies are found however they
** are dotted) and of each of its sentences.
*/
#include <string.h>
#include "article/page.h"
#include "base/hash.h"
#include "base/rc.h"
#include "text/utf8.h"

enum { B_SKIP = 0, B_WORD, B_SPACE, B_STOP, B_COMMA, B_DOTS };

/* Kind of the character at p of *k bytes; *c is its letter for the hash. */
static inline int kind(const unsigned char *p, const unsigned char *end,
                       size_t *k, uint32_t *c) {
  unsigned b = p[0];
  *c = b;
  *k = 1;
  if (b < 0x80) {
    if ((b | 32) >= 'a' && (b | 32) <= 'z') return *c |= 32, B_WORD;
    if (b >= '0' && b <= '9') return B_WORD;
    if (b == ' ' || b == '\t') return B_SPACE;
    if (b == '.' || b == '!' || b == '?') return B_STOP;
    if (b == ',') return B_COMMA;
    return B_SKIP;
  }
  if (b >= 0xC2 && b < 0xE0 && end - p >= 2) {
    unsigned d = p[1];
    *k = 2;
    *c = (b << 8) | d;
    if (b == 0xD8) {
      if (d >= 0xA0) return B_WORD;
      if (d == 0x8C || d == 0x9B) return B_COMMA;
      return d == 0x9F ? B_STOP : B_SKIP;
    }
    if (b == 0xD9) {
      if (d == 0x80 || (d >= 0x8B && d <= 0x9F) || d == 0xB0 ||
          (d >= 0xAA && d <= 0xAD))
        return B_SKIP;
      if (d >= 0xA0 && d <= 0xA9) return *c = '0' + d - 0xA0, B_WORD;
      return B_WORD;
    }
    if (b == 0xDB && d >= 0xB0 && d <= 0xB9)
      return *c = '0' + d - 0xB0, B_WORD;
    if (b == 0xDB && ((d >= 0x94 && d <= 0xAD) && d != 0xA5 && d != 0xA6)) {
      return d == 0x94 ? B_STOP : B_SKIP;
    }
    if (b == 0xC2) return B_SKIP;
    return B_WORD;
  }
  *c = csto_utf8_get(p, end, k);
  if (*c >= 0x2010 && *c <= 0x2027) return *c == 0x2026 ? B_DOTS : B_SKIP;
  if (*c >= 0x2030 && *c <= 0x2BFF) return B_SKIP;
  if (*c >= 0x3001 && *c <= 0x3003) return B_SKIP;
  if (*c >= 0xFD3E && *c <= 0xFD3F) return B_SKIP;
  if (*c >= 0x1F000) return B_SKIP;
  return B_WORD;
}

typedef struct scan {
  csto_page *p;
  size_t capl, caps;
} scan;

static void add_sentence(scan *s, csto_line *l, uint32_t from, uint32_t to,
                         uint64_t h, uint64_t open, uint32_t letters,
                         int dots) {
  csto_page *p = s->p;
  csto_sent *x;
  if (letters == 0) {        /* nothing but marks: part of the last one */
    if (l->nsent) p->sents[p->nsents - 1].end = to;
    return;
  }
  p->sents = csto_arena_grow(p->arena, p->sents, p->nsents, &s->caps,
                             sizeof *p->sents);
  if (!p->sents) return;
  x = &p->sents[p->nsents++];
  x->start = from;
  x->end = to;
  x->hash = csto_mix64(h);
  x->open = letters < 24 ? x->hash : csto_mix64(open);
  x->cut = dots;
  x->letters = letters;
  x->line = (uint32_t)p->nlines;
  /* the line's own hashes are made of its sentences' */
  if (l->letters < 24)
    l->open = l->nsent ? csto_hash_add(l->open, x->open) : x->open;
  l->hash = l->nsent ? csto_hash_add(l->hash, x->hash) : x->hash;
  l->letters += letters;
  l->nsent++;
}

/* The two bytes at p as a letter of the hash. */
static inline uint32_t pair(const unsigned char *p) {
  return ((uint32_t)p[0] << 8) | p[1];
}

/* Is it one of the letters of the Arabic block, U+0620 to U+064A?  By a bit
** for each and not by two ranges: which of them comes next no processor can
** foretell. */
static inline int arabic(uint32_t c) {
  static const uint64_t letters[2] = {0xFFFFFFFF00000000ULL, 0x7FE};
  return (c & 0xFEC0) == 0xD880 && (letters[c >> 8 & 1] >> (c & 63) & 1);
}

typedef struct state {       /* of the sentence being read */
  uint64_t h, open;
  uint32_t letters, from, word, stopword;
  int stop, dots;            /* 1: after a stop, 2: and white space */
  int in;                    /* in a word */
} state;

#define PRIME 0x9E3779B97F4A7C15ULL

static inline void letter(state *t, uint32_t c) {
  t->h = (t->h + c) * PRIME;
  t->letters++;
  t->word++;
  if (t->letters == 24) t->open = t->h;
}

/* A letter after a stop: does a new sentence begin?  After white space
** always; glued to the stop after a word of some length (no initials, no
** addresses). */
static void after_stop(scan *s, csto_line *l, state *t, uint32_t at,
                       uint32_t c) {
  int glued = t->stop == 1;
  t->stop = 0;
  if (glued && !((t->stopword >= 2 || t->dots) && c >= 0x80)) return;
  if (glued && t->letters >= 15) l->glued++;
  add_sentence(s, l, t->from, at, t->h, t->open, t->letters, t->dots);
  t->from = at;
  t->h = 0;
  t->letters = 0;
}

static size_t stops(csto_line *l, state *t, const unsigned char *p,
                    const unsigned char *end, size_t k, int b) {
  const unsigned char *q = p + k;
  int two = b == B_DOTS || (p + 1 < end && p[0] == '.' && p[1] == '.');
  while (q < end && (*q == '.' || *q == '!' || *q == '?')) q++;
  if (two) {
    l->dots = l->dots || (size_t)(end - q) < 80;
    if (q == end) l->ends = 1;
  }
  if (!t->stop) {
    t->stop = 1;
    t->stopword = t->word;
  }
  t->dots = two;
  if (l->stops < 60000 && !two) l->stops++;
  return (size_t)(q - p);
}

/* A letter at byte `at` of the text: it may begin a sentence and a word. */
static inline void open_word(scan *s, csto_line *l, state *t, uint32_t at,
                             uint32_t c) {
  if (t->stop) after_stop(s, l, t, at, c);
  if (t->in) return;
  l->words++;
  t->in = 1;
  t->word = 0;
}

/* Arabic letters from p on, and the space behind them: the usual case. */
static inline const unsigned char *letters(state *t, const unsigned char *p,
                                           const unsigned char *end) {
  const unsigned char *last = end - 1, *q;
  uint64_t h;
  uint32_t c;
  while (t->letters < 24 && p < last && arabic(c = pair(p))) {
    letter(t, c);
    p += 2;
  }
  for (q = p, h = t->h; p < last && arabic(c = pair(p)); p += 2)
    h = (h + c) * PRIME;
  t->h = h;
  t->letters += (uint32_t)(p - q) / 2;
  t->word += (uint32_t)(p - q) / 2;
  if (p < end && *p == ' ') {
    t->in = 0;
    p++;
  }
  return p;
}

/* Any other character at p; returns its bytes. */
static size_t other(scan *s, csto_line *l, state *t, const unsigned char *p,
                    const unsigned char *end) {
  const unsigned char *base = (const unsigned char *)s->p->text;
  size_t k;
  uint32_t c;
  int b = kind(p, end, &k, &c);
  switch (b) {
    case B_WORD:
      open_word(s, l, t, (uint32_t)(p - base), c);
      letter(t, c);
      if (c < 0x80) {
        if (c <= '9') l->digits++;
        else l->latin++;
      }
      break;
    case B_SPACE:
      if (*p == '\t' && l->tabs < 60000) l->tabs++;
      if (t->stop) t->stop = 2;
      t->in = 0;
      break;
    case B_STOP:
    case B_DOTS:
      if (*p == '.' && p > base && p[-1] >= '0' && p[-1] <= '9' &&
          p + 1 < end && p[1] >= '0' && p[1] <= '9')
        break;                             /* a decimal point */
      k = stops(l, t, p, end, k, b);
      t->in = 0;
      break;
    case B_COMMA:
      if (l->commas < 60000) l->commas++;
      t->in = 0;
      if (t->stop) t->stop = 2;
      break;
    default:
      if (c < 0x80 || (k == 2 && p[0] == 0xC2)) t->in = 0;
      break;
  }
  return k;
}

/* Measures the line text[l->start, l->end). */
static void measure(scan *s, csto_line *l) {
  csto_page *pg = s->p;
  const unsigned char *base = (const unsigned char *)pg->text;
  const unsigned char *p = base + l->start, *end = base + l->end;
  state t = {0, 0, 0, l->start, 0, 0, 0, 0, 0};
  l->sent = (uint32_t)pg->nsents;
  while (p < end) {
    uint32_t c;
    if (p < end - 1 && arabic(c = pair(p))) {
      open_word(s, l, &t, (uint32_t)(p - base), c);
      p = letters(&t, p, end);
    } else {
      p += other(s, l, &t, p, end);
    }
  }
  add_sentence(s, l, t.from, l->end, t.h, t.open, t.letters,
               t.stop && t.dots);
  if (t.stop) l->ends = 1;
}

/* Marks that begin an item of a list. */
static size_t bullet(const char *s, size_t n) {
  static const char *const marks[] = {"•", "·", "▪", "■", "●", "►", "»»",
                                      "*", "-", "–", "—", "○", "◄", "+"};
  size_t i, k, j;
  for (i = 0; i < sizeof marks / sizeof *marks; i++) {
    k = strlen(marks[i]);
    if (n > k && memcmp(s, marks[i], k) == 0 &&
        (s[k] == ' ' || s[k] == '\t')) {
      for (j = k; j < n && (s[j] == ' ' || s[j] == '\t'); j++) {}
      return j;
    }
  }
  return 0;
}

int csto_page_lines(csto_page *p) {
  scan s = {p, 0, 0};
  size_t at = 0, row = 0;
  unsigned blank = 9;
  p->lines = NULL;
  p->sents = NULL;
  p->nlines = p->nsents = 0;
  while (at < p->bytes) {
    const char *nl = memchr(p->text + at, '\n', p->bytes - at);
    size_t to = nl ? (size_t)(nl - p->text) : p->bytes, from = at, k;
    csto_line *l;
    at = to + 1;
    row++;
    while (from < to && (p->text[from] == ' ' || p->text[from] == '\t'))
      from++;
    while (to > from && (p->text[to - 1] == ' ' || p->text[to - 1] == '\t'))
      to--;
    if (from == to) {
      if (blank < 9) blank++;
      continue;
    }
    p->lines = csto_arena_grow(p->arena, p->lines, p->nlines, &s.capl,
                               sizeof *p->lines);
    if (!p->lines) return CSTO_NOMEM;
    l = &p->lines[p->nlines];
    memset(l, 0, sizeof *l);
    l->blank = (uint16_t)blank;
    if ((k = bullet(p->text + from, to - from)) != 0) {
      l->bullet = 1;
      from += k;
    }
    l->start = (uint32_t)from;
    l->end = (uint32_t)to;
    if (p->tags && row <= p->ntags) {
      l->tag = p->tags[row - 1] & ~CSTO_INSIDE & 0xFF;
      l->inside = (p->tags[row - 1] & CSTO_INSIDE) != 0;
      l->link = p->links[row - 1];
    }
    measure(&s, l);
    if (p->arena->rc) return CSTO_NOMEM;
    p->nlines++;
    blank = 0;
  }
  return CSTO_OK;
}

static int64_t count(csto_str s) {
  const unsigned char *p = (const unsigned char *)s.s, *end;
  int64_t n = 0;
  int word = 0;
  if (!p) return 0;
  end = p + s.n;
  while (p < end) {
    size_t k;
    uint32_t c;
    int b = kind(p, end, &k, &c);
    if (b == B_WORD) {
      n += !word;
      word = 1;
    } else if (b != B_SKIP || c < 0x80 || p[0] == 0xC2) {
      word = 0;
    }
    p += k;
  }
  return n;
}

int64_t csto_article_words(const csto_article *a) {
  return count(a->title) + count(a->lead) + count(a->body);
}
