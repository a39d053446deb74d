/* body.c - the text of the article from the lines chosen for it.
**
** What a page says twice is kept once.  Whole lines are compared by the hash
** of their letters, teasers by the hash of their first letters, and the
** sentences of a run-on copy (full stops with no space after them) with
** those of the other lines: the copy that has more of its own stays whole,
** the other keeps only the sentences that the fuller one lacks, so nothing
** is lost.  Linear: one hash table over the sentences.
*/
#include <string.h>
#include "article/page.h"
#include "article/vocab.h"
#include "base/rc.h"
#include "text/utf8.h"

#define SHORT 22            /* letters: shorter pieces may well recur */

typedef struct table {
  uint32_t *slot;           /* sentence index + 1 */
  size_t mask;
} table;

static uint32_t *find(table *t, const csto_page *p, uint64_t h) {
  size_t i = (size_t)h & t->mask;
  while (t->slot[i] && p->sents[t->slot[i] - 1].hash != h)
    i = (i + 1) & t->mask;
  return &t->slot[i];
}

static int open_table(table *t, csto_page *p, size_t n) {
  size_t m = 64;
  while (m < n * 2) m *= 2;
  t->mask = m - 1;
  t->slot = csto_arena_zalloc(p->arena, m * sizeof *t->slot);
  return t->slot ? CSTO_OK : CSTO_NOMEM;
}

/* Next letter (as text compares: no marks, signs, spaces), 0 at the end. */
static uint32_t letter(const unsigned char **p, const unsigned char *end) {
  while (*p < end) {
    size_t k;
    uint32_t c = csto_utf8_get(*p, end, &k);
    *p += k;
    if (c < 0x80) {
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) return c;
      if (c >= 'A' && c <= 'Z') return c | 32;
      continue;
    }
    if (c < 0xC0 || (c >= 0x600 && c < 0x620) || c == 0x640 ||
        (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x66C ||
        (c >= 0x2000 && c < 0x2C00))
      continue;
    return c;
  }
  return 0;
}

/* 2: a and b have the same letters, 1: a is the beginning of b, 0: no. */
static int prefix(const char *a, size_t na, const char *b, size_t nb) {
  const unsigned char *p = (const unsigned char *)a, *pe = p + na;
  const unsigned char *q = (const unsigned char *)b, *qe = q + nb;
  for (;;) {
    uint32_t x = letter(&p, pe), y;
    if (x == 0) return letter(&q, qe) ? 1 : 2;
    y = letter(&q, qe);
    if (x != y) return 0;
  }
}

static size_t text_end(const char *s, size_t n) {
  /* without the three dots of a teaser and what follows them */
  const char *t = NULL;
  size_t i;
  for (i = n > 90 ? n - 90 : 0; i + 2 < n; i++)
    if ((s[i] == '.' && s[i + 1] == '.' && s[i + 2] == '.') ||
        memcmp(s + i, "…", 3) == 0) {
      t = s + i;
      break;
    }
  return t ? (size_t)(t - s) : n;
}

/* Is the text s, n bytes, what the lines from i on begin with? */
static int opening(const csto_page *p, const char *s, size_t n, size_t i,
                   size_t last) {
  const unsigned char *a = (const unsigned char *)s, *ae = a + n;
  const unsigned char *q = NULL, *qe = NULL;
  uint32_t x, y;
  while ((x = letter(&a, ae)) != 0) {
    while (q == NULL || (y = letter(&q, qe)) == 0) {
      while (i < last && !p->lines[i].used) i++;
      if (i == last) return 0;
      q = (const unsigned char *)csto_line_s(p, &p->lines[i]);
      qe = q + csto_line_n(&p->lines[i]);
      i++;
    }
    if (x != y) return 0;
  }
  return 1;
}

/* A teaser made of the first lines that follow it. */
static void drop_teaser(csto_page *p, size_t first, size_t last) {
  size_t i, n;
  csto_line *l;
  for (i = first; i < last && !p->lines[i].used;) i++;
  if (i + 1 >= last) return;
  l = &p->lines[i];
  if (l->letters < 60 || l->letters > 2000) return;
  n = csto_line_n(l);
  if (l->dots) n = text_end(csto_line_s(p, l), n);
  if (opening(p, csto_line_s(p, l), n, i + 1, last)) l->used = 0;
}

/* Does the line say the headline again, alone or behind a word or two? */
static int says_title(const csto_page *p, const csto_line *l, csto_str title) {
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  int k;
  if (!title.s || l->letters >= 400) return 0;
  k = prefix(title.s, title.n, s, n);
  if (k == 0 && n > title.n && n < title.n + 30 && l->words <= 40 &&
      memcmp(s + n - title.n, title.s, title.n) == 0)
    return 1;
  return k == 2 || (k == 1 && !l->ends && n < title.n + 30);
}

/* Lines by one of their hashes: index + 1. */
typedef struct lines_by {
  uint32_t *slot;
  size_t mask;
} lines_by;

static uint32_t *slot_of(const lines_by *t, const csto_page *p, uint64_t h,
                         int open) {
  size_t j = (size_t)h & t->mask;
  while (t->slot[j] && (open ? p->lines[t->slot[j] - 1].open
                             : p->lines[t->slot[j] - 1].hash) != h)
    j = (j + 1) & t->mask;
  return &t->slot[j];
}

/* Of two lines that begin alike the longer stays: f the earlier, l the
** later.  1: it is f. */
static int keep_longer(const csto_page *p, csto_line *f, csto_line *l) {
  size_t nf = csto_line_n(f), nl = csto_line_n(l);
  if (!f->used) return 0;
  if (f->dots) nf = text_end(csto_line_s(p, f), nf);
  if (l->dots) nl = text_end(csto_line_s(p, l), nl);
  if (prefix(csto_line_s(p, f), nf, csto_line_s(p, l), csto_line_n(l))) {
    if (f->used == 2) l->used = 2;       /* in the place of the first */
    f->used = 0;
    return 0;
  }
  if (!l->dots || !prefix(csto_line_s(p, l), nl, csto_line_s(p, f),
                          csto_line_n(f)))
    return 0;
  l->used = 0;
  return 1;
}

/* Drops lines that say again what an earlier or fuller line says. */
static int drop_lines(csto_page *p, size_t first, size_t last,
                      const csto_article *a) {
  lines_by all, open;
  size_t n = 64, i;
  while (n < (last - first) * 2) n *= 2;
  all.mask = open.mask = n - 1;
  all.slot = csto_arena_zalloc(p->arena, n * sizeof *all.slot);
  open.slot = csto_arena_zalloc(p->arena, n * sizeof *open.slot);
  if (!all.slot || !open.slot) return CSTO_NOMEM;
  for (i = first; i < last; i++) {       /* every line's own first letters */
    csto_line *l = &p->lines[i];
    uint32_t *x;
    if (!l->used) continue;
    if (says_title(p, l, a->title)) {
      l->used = 0;
      continue;
    }
    x = slot_of(&all, p, l->hash, 0);
    if (*x && l->used != 2) {
      l->used = 0;
      continue;
    }
    if (*x) p->lines[*x - 1].used = 0;
    *x = (uint32_t)i + 1;
    if (l->letters < 24) continue;
    x = slot_of(&open, p, l->open, 1);
    if (*x && keep_longer(p, &p->lines[*x - 1], l)) continue;
    *x = (uint32_t)i + 1;
  }
  return CSTO_OK;
}

/* Sentences that break off (...) and stand whole elsewhere. */
static int drop_cut(csto_page *p, size_t first, size_t last, uint8_t *drop,
                    size_t n) {
  size_t i, k, j, m = 64, cuts = 0;
  uint32_t *slot;
  for (i = first; i < last; i++) {
    csto_line *l = &p->lines[i];
    for (k = l->sent; l->used && k < l->sent + l->nsent; k++)
      cuts += p->sents[k].cut;
  }
  if (!cuts) return CSTO_OK;
  while (m < n * 2) m *= 2;
  slot = csto_arena_zalloc(p->arena, m * sizeof *slot);
  if (!slot) return CSTO_NOMEM;
  for (i = first; i < last; i++) {
    csto_line *l = &p->lines[i];
    for (k = l->sent; l->used && k < l->sent + l->nsent; k++) {
      if (drop[k] || p->sents[k].cut || p->sents[k].letters < 24) continue;
      j = (size_t)p->sents[k].open & (m - 1);
      while (slot[j] && p->sents[slot[j] - 1].open != p->sents[k].open)
        j = (j + 1) & (m - 1);
      slot[j] = (uint32_t)k + 1;
    }
  }
  for (i = first; i < last; i++) {
    csto_line *l = &p->lines[i];
    for (k = l->sent; l->used && k < l->sent + l->nsent; k++) {
      const csto_sent *s = &p->sents[k], *f;
      if (drop[k] || !s->cut || s->letters < 24) continue;
      j = (size_t)s->open & (m - 1);
      while (slot[j] && p->sents[slot[j] - 1].open != s->open)
        j = (j + 1) & (m - 1);
      if (!slot[j]) continue;
      f = &p->sents[slot[j] - 1];
      if (prefix(p->text + s->start, s->end - s->start, p->text + f->start,
                 f->end - f->start))
        drop[k] = 1;
    }
  }
  return CSTO_OK;
}

/* Short pieces go with their neighbours: runs of them between sentences that
** are left out, or between one and the end of the line. */
static void drop_pieces(const csto_page *p, const csto_line *l,
                        uint8_t *drop) {
  size_t k, end = l->sent + l->nsent, from, letters, i, gone = 0;
  int all;
  for (k = l->sent; k < end; k++)
    if (drop[k]) gone += p->sents[k].letters;
  for (k = l->sent; k < end;) {
    if (drop[k]) {
      k++;
      continue;
    }
    from = k;
    letters = 0;
    all = 1;
    for (; k < end && !drop[k]; k++) {
      letters += p->sents[k].letters;
      if (p->sents[k].letters >= SHORT) all = 0;
    }
    if (!all || k - from == l->nsent) continue;
    /* one piece, or a few where most of the line is said elsewhere */
    if (k - from > 1 || from == l->sent || k == end)
      if (letters >= SHORT * 2 || gone * 2 < l->letters) continue;
    for (i = from; i < k; i++) drop[i] = 1;
  }
}

/* Which sentences to leave out: drop[k] for sentence k. */
static int drop_sentences(csto_page *p, size_t first, size_t last,
                          uint8_t *drop) {
  table t;
  size_t i, k, n = 0;
  int round;
  for (i = first; i < last; i++)
    if (p->lines[i].used) n += p->lines[i].nsent;
  if (open_table(&t, p, n)) return CSTO_NOMEM;
  /* round 0: lines that are no run-on; 1: run-on lines against them;
  ** a run-on line with more of its own takes its sentences back */
  for (round = 0; round < 2; round++)
    for (i = first; i < last; i++) {
      csto_line *l = &p->lines[i];
      size_t known = 0, big = 0;
      if (!l->used || (l->glued >= 2) != round) continue;
      if (round == 1) {
        for (k = l->sent; k < l->sent + l->nsent; k++) {
          csto_sent *s = &p->sents[k];
          if (s->letters < SHORT) continue;
          big++;
          known += *find(&t, p, s->hash) != 0;
        }
      }
      for (k = l->sent; k < l->sent + l->nsent; k++) {
        csto_sent *s = &p->sents[k];
        uint32_t *x;
        if (s->letters < SHORT) continue;
        x = find(&t, p, s->hash);
        if (*x == 0) {
          *x = (uint32_t)k + 1;
        } else if (round == 1 && known * 2 < big &&
                   p->lines[p->sents[*x - 1].line].used != 2) {
          drop[*x - 1] = 1;
          *x = (uint32_t)k + 1;
        } else {
          drop[k] = 1;
        }
      }
    }
  if ((i = (size_t)drop_cut(p, first, last, drop, n)) != CSTO_OK)
    return (int)i;
  for (i = first; i < last; i++)
    if (p->lines[i].used && p->lines[i].nsent > 1)
      drop_pieces(p, &p->lines[i], drop);
  return CSTO_OK;
}

/* Appends text with tabs as spaces. */
static void put(csto_buf *b, const char *s, size_t n) {
  const char *t;
  while (n && (t = memchr(s, '\t', n)) != NULL) {
    csto_buf_add(b, s, (size_t)(t - s));
    csto_buf_putc(b, ' ');
    n -= (size_t)(t - s) + 1;
    s = t + 1;
  }
  csto_buf_add(b, s, n);
}

static void newline(csto_buf *b) {
  if (b->size) csto_buf_putc(b, '\n');
}

/* Is there white space between the sentences at [.., end) and start? */
static int spaced(const csto_page *p, size_t k) {
  const csto_sent *s = &p->sents[k];
  return s->end > s->start && (p->text[s->end - 1] == ' ' ||
                               p->text[s->end - 1] == '\t');
}

static void put_line(csto_page *p, const csto_line *l, const uint8_t *drop,
                     csto_buf *b) {
  size_t k, from = l->start, to = l->end, dropped = 0, left = 0, mark;
  int fresh = 1;
  while (from < to && strchr(" \t:|,", p->text[from])) from++;
  for (k = l->sent; k < l->sent + l->nsent; k++) {
    if (drop[k]) dropped++;
    else left += p->sents[k].letters;
  }
  if (dropped == l->nsent && l->nsent) return;
  if (dropped && left < 12) return;
  if (!dropped && l->glued < 2) {
    newline(b);
    put(b, p->text + from, to - from);
    return;
  }
  mark = b->size;
  for (k = l->sent; k < l->sent + l->nsent; k++) {
    const csto_sent *s = &p->sents[k];
    size_t x = s->start, y = s->end;
    if (drop[k]) {
      fresh = 1;
      continue;
    }
    while (y > x && (p->text[y - 1] == ' ' || p->text[y - 1] == '\t')) y--;
    /* an opening mark left at the end belongs to the next sentence */
    if (k == l->sent && x < from) x = from;
    if (b->size == mark || fresh || (k > l->sent && !spaced(p, k - 1) &&
                                     l->glued >= 2 && s->letters >= 8))
      newline(b);
    else if (k > l->sent && spaced(p, k - 1))
      csto_buf_putc(b, ' ');
    put(b, p->text + x, y - x);
    fresh = 0;
  }
}

/* The lead that the page claims, against the text it stands before. */
static void claimed_lead(csto_page *p, size_t first, size_t last,
                         csto_article *a) {
  csto_str c = p->claim[CSTO_F_LEAD];
  size_t i, n, seen = 0;
  csto_vocab v;
  unsigned hit, all;
  if (!c.s || c.n < 12) return;
  for (i = first; i < last; i++) if (p->lines[i].used == 2) return;
  n = text_end(c.s, c.n);
  for (i = first; i < last && seen < 4; i++) {
    csto_line *l = &p->lines[i];
    int k;
    if (!l->used) continue;
    seen++;
    k = prefix(c.s, n, csto_line_s(p, l), csto_line_n(l));
    if (k == 2) l->used = 2;
    if (k) return;
    /* the text opens the lead, which goes on */
    if (l->letters > 40 &&
        prefix(csto_line_s(p, l), csto_line_n(l), c.s, c.n))
      return;
  }
  if (a->title.s && prefix(c.s, n, a->title.s, a->title.n)) return;
  if (csto_vocab_init(&v, p->arena, 1200)) return;
  for (i = first; i < last; i++)
    if (p->lines[i].used)
      csto_vocab_add(&v, csto_line_s(p, &p->lines[i]),
                     csto_line_n(&p->lines[i]));
  hit = csto_vocab_share(&v, c.s, c.n, &all);
  if (p->markup && (all < 4 || hit * 3 < all)) return;
  a->lead = c;
}

int csto_page_body(csto_page *p, size_t first, size_t last,
                   csto_article *a) {
  uint8_t *drop;
  csto_buf b;
  size_t i, lo = first;
  char *copy;
  int rc;
  for (i = 0; i < first && i < p->nlines; i++)
    if (p->lines[i].used) {
      lo = i;
      break;
    }
  first = lo;
  drop = csto_arena_zalloc(p->arena, p->nsents + 1);
  if (!drop) return CSTO_NOMEM;
  if ((rc = drop_lines(p, first, last, a)) != CSTO_OK) return rc;
  drop_teaser(p, first, last);
  claimed_lead(p, first, last, a);
  if ((rc = drop_sentences(p, first, last, drop)) != CSTO_OK) return rc;
  csto_buf_init(&b);
  if (!a->lead.s) {
    for (i = first; i < last; i++)
      if (p->lines[i].used == 2) put_line(p, &p->lines[i], drop, &b);
    if (b.size) {
      copy = csto_arena_str(p->arena, b.data, b.size);
      a->lead.s = copy;
      a->lead.n = b.size;
    }
  }
  csto_buf_clear(&b);
  for (i = first; i < last; i++)
    if (p->lines[i].used == 1) put_line(p, &p->lines[i], drop, &b);
  rc = b.rc;
  if (rc == CSTO_OK && b.size) {
    copy = csto_arena_str(p->arena, b.data, b.size);
    a->body.s = copy;
    a->body.n = b.size;
    if (!copy) rc = CSTO_NOMEM;
  }
  csto_buf_free(&b);
  if (!a->body.s && a->lead.s) {       /* all there is, is the text */
    a->body = a->lead;
    a->lead.s = NULL;
    a->lead.n = 0;
  }
  return rc ? rc : p->arena->rc;
}
