/* doc.c - one text cut into tokens and sentences; see doc.h.
**
** HOW IT WORKS.  One pass over the characters makes the tokens: runs of
** letters of one script (Latin letters and digits join: G20, 5G), runs of
** digits, single punctuation characters; the marks of Arabic hashtags are read
** as spaces (#الأمن_الجماعي is two words).  A second pass over the tokens
** makes the sentences.  A sentence ends at a newline, at ! ? ؟ …, and at a
** full stop unless it stands
**   - between digits, or between Latin letters with no space (3.5, a.org)
**   - after an initial (one letter) or an abbreviation of
**     data/abbreviations.tsv
**   - inside a pair of quotation marks that closes in the same paragraph
** The marks that close a quotation or bracket go with the sentence before.
** Cost: linear; tokens are about 70 bytes each.
*/
#include "text/doc.h"
#include "base/rc.h"
#include "text/fold.h"
#include "text/letters.h"
#include "text/plain.h"
#include "text/table.h"
#include "text/utf8.h"
#include <string.h>

CSTO_TABLE(abbreviations);

typedef struct cutter {
  csto_doc *d;
  size_t cap;
  const unsigned char *p, *end;
  int space, newline;
} cutter;

static csto_token *token_add(cutter *c, const unsigned char *from, int kind) {
  csto_doc *d = c->d;
  csto_token *t = d->tokens;
  if (d->ntokens == c->cap)
    t = csto_arena_grow(&d->arena, t, d->ntokens, &c->cap, sizeof *t);
  if (!t) return NULL;
  d->tokens = t;
  t += d->ntokens++;
  memset(t, 0, sizeof *t);
  t->start = (uint32_t)(from - (const unsigned char *)d->text);
  t->kind = (uint8_t)kind;
  t->space = (uint8_t)(c->space || d->ntokens == 1);
  t->newline = d->ntokens == 1 ? 2 : (uint8_t)c->newline;
  t->norm = "";
  c->space = c->newline = 0;
  return t;
}

/* Quotation marks and dashes under one form each, for rules to read:
** « for every opening mark, » for every closing one, " for the straight
** marks, - for every dash, . … as they are. */
static uint32_t unify(uint32_t cp) {
  switch (cp) {
    case 0x201c: case 0x201f: case 0x2039: case 0x00ab: return 0xab;
    case 0x201d: case 0x203a: case 0x00bb: return 0xbb;
    case 0x201e: return 0xab;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
    case 0x2015: case 0x2212: case 0xfe58: case 0xff0d: return '-';
    case 0xff02: case 0x2033: return '"';
    case 0x2018: case 0x2019: case 0x201b: case 0x2032: return '\'';
    case 0xff0c: return ',';
    case 0xff1a: return ':';
    case 0x066a: return '%';
    default: return cp;
  }
}

static int punct(cutter *c, uint32_t cp, size_t k) {
  csto_token *t = token_add(c, c->p, CSTO_T_PUNCT);
  char s[16] = {0};
  size_t n;
  if (!t) return CSTO_NOMEM;
  c->p += k;
  t->end = (uint32_t)(c->p - (const unsigned char *)c->d->text);
  n = csto_utf8_put(s, unify(cp));
  t->norm = csto_arena_str16(&c->d->arena, s, n);
  t->nnorm = (uint32_t)n;
  if (!t->norm) return CSTO_NOMEM;
  t->hash[0] = csto_hash(s, n, 0);
  return CSTO_OK;
}

static int joins(int have, int cls) {
  switch (cls) {
    case CSTO_C_MARK: case CSTO_C_IGNORE: return 1;
    case CSTO_C_DIGIT: return have == CSTO_C_DIGIT || have == CSTO_C_LATIN;
    case CSTO_C_LATIN: return have == CSTO_C_LATIN || have == CSTO_C_DIGIT;
    case CSTO_C_ARABIC: case CSTO_C_LETTER: return have == cls;
    default: return 0;
  }
}

static int kind_of(int cls, int mixed) {
  if (mixed) return CSTO_T_OTHER;
  return cls == CSTO_C_ARABIC ? CSTO_T_WORD : cls == CSTO_C_DIGIT
         ? CSTO_T_NUMBER : cls == CSTO_C_LATIN ? CSTO_T_LATIN : CSTO_T_OTHER;
}

/* Letters that may be clitics: و ف ب ل ك س. */
static int clitic(const unsigned char *s) {
  if (s[0] == 0xd9)
    return s[1] == 0x88 || s[1] == 0x81 || s[1] == 0x84 || s[1] == 0x83;
  return s[0] == 0xd8 && (s[1] == 0xa8 || s[1] == 0xb3);
}

/* The hashes that the tables of the floors above ask for again and again. */
static void hashes(csto_token *t) {
  static const char al[] = AL, lamlam[] = LAM LAM;
  const unsigned char *s = (const unsigned char *)t->norm;
  t->hash[0] = csto_hash(s, t->nnorm, 0);
  if (t->kind != CSTO_T_WORD) return;
  if (t->nnorm > 2 && clitic(s)) t->hash[1] = csto_hash(s + 2, t->nnorm - 2, 0);
  if (t->nnorm > 4 && (memcmp(s, al, 4) == 0 || memcmp(s, lamlam, 4) == 0))
    t->hash[2] = csto_hash(s + 4, t->nnorm - 4, 0);
}

/* The letters that fold one to one at p, behind the n bytes of out; returns
** the bytes of out then. */
static size_t letters(const unsigned char *p, const unsigned char *end,
                      char *out, size_t n, size_t room) {
  for (; n + 2 <= room && end - p >= 2; n += 2, p += 2) {
    uint32_t cp, e, to;
    if (p[0] == 0xd8 ? p[1] < 0xa1 || p[1] > 0xba
                     : p[0] != 0xd9 || p[1] < 0x81 || p[1] > 0x8a) break;
    cp = (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3fu);
    e = csto_fold_entry(cp);
    to = e & 0x3fffff ? e & 0x3fffff : cp;
    if (e >> 24 != CSTO_C_ARABIC || e & (3u << 22) || to < 0x600 ||
        to > 0x6ff) break;
    out[n] = (char)(0xc0 | to >> 6);
    out[n + 1] = (char)(0x80 | (to & 63));
  }
  return n;
}

/* A word of such letters alone, at p: its folded form to out and its length,
** the same for both; 0 when there is anything else to it (marks, presentation
** forms, invalid bytes), which the way through all characters knows about.
** What a hamza at the start becomes depends on what follows. */
static size_t plain(const unsigned char *p, const unsigned char *end,
                    char *out, size_t room) {
  size_t n = 0, k;
#ifdef CSTO_PLAIN_FAST
  uint64_t packed;
  if (end - p >= 16) n = csto_plain_scan((const char *)p, out, &packed) * 2;
  if (n == 0 || n == 16)
#endif
    n = letters(p + n, end, out, n, room);
  if (n == 0 || memcmp(out, HAMZA, 2) == 0) return 0;
  p += n;
  if (p >= end || *p < 0x80) return n;        /* ASCII never joins */
  if ((*p & 0xc0) == 0x80 ||
      joins(CSTO_C_ARABIC, csto_class(csto_utf8_get(p, end, &k)))) return 0;
  return n;
}

#define SHORT 64   /* bytes of a word that is folded on the stack */

/* Folds the n bytes of token t at `from`; folded has room for a short word's
** form. */
static int fold_token(cutter *c, csto_token *t, const unsigned char *from,
                      size_t n, char *folded) {
  csto_arena *a = &c->d->arena;
  char *norm;
  t->end = t->start + (uint32_t)n;
  if (n <= SHORT) {
    t->nnorm = (uint32_t)csto_fold_word((const char *)from, n, folded);
    norm = csto_arena_str(a, folded, t->nnorm);
    if (!norm) return CSTO_NOMEM;
  } else {
    norm = csto_arena_alloc(a, CSTO_FOLD_ROOM(n) + 1);
    if (!norm) return CSTO_NOMEM;
    t->nnorm = (uint32_t)csto_fold_word((const char *)from, n, norm);
    norm[t->nnorm] = 0;
  }
  t->norm = norm;
  hashes(t);
  return CSTO_OK;
}

/* A word starts at c->p with a character of class cls, k bytes. */
static int word(cutter *c, int cls, size_t k) {
  const unsigned char *from = c->p, *p = from + k, *last = p;
  int mixed = 0;
  size_t n;
  csto_token *t;
  char folded[CSTO_FOLD_ROOM(SHORT)];          /* not cleared: written first */
  n = cls == CSTO_C_ARABIC ? plain(from, c->end, folded, SHORT) : 0;
  if (n) {
    t = token_add(c, from, CSTO_T_WORD);
    if (!t) return CSTO_NOMEM;
    t->end = t->start + (uint32_t)n;
    t->nnorm = (uint32_t)n;
    t->norm = csto_arena_str16(&c->d->arena, folded, n);
    if (!t->norm) return CSTO_NOMEM;
    hashes(t);
    c->p = from + n;
    return CSTO_OK;
  }
  while (p < c->end && cls != CSTO_C_IDEO) {
    size_t m;
    uint32_t cp = csto_utf8_get(p, c->end, &m);
    int x = csto_class(cp);
    if (!joins(cls, x)) break;
    p += m;
    if (x == CSTO_C_IGNORE) continue;
    last = p;
    if (x != CSTO_C_MARK && x != cls) mixed = 1;
  }
  t = token_add(c, from, kind_of(cls, mixed));
  if (!t) return CSTO_NOMEM;
  if (fold_token(c, t, from, (size_t)(last - from), folded))
    return CSTO_NOMEM;
  c->p = p;
  if (t->nnorm == 0) {      /* letters that fold to nothing make no word */
    c->space = t->space;
    c->newline = t->newline;
    c->d->ntokens--;
  }
  return CSTO_OK;
}

/* The mark of a hashtag before an Arabic letter, or the one that joins its
** words (#الأمن_الجماعي): read as a space. */
static int hashtag(const cutter *c, uint32_t cp, size_t k) {
  const unsigned char *p = c->p + k;
  const csto_token *t = c->d->tokens + c->d->ntokens;
  size_t n;
  if ((cp != '#' && cp != '_') || p >= c->end ||
      csto_class(csto_utf8_get(p, c->end, &n)) != CSTO_C_ARABIC) return 0;
  return cp == '#' || (c->d->ntokens && t[-1].kind == CSTO_T_WORD &&
                       c->d->text + t[-1].end == (const char *)c->p);
}

static int tokens(csto_doc *d) {
  cutter c = {0};
  int rc = CSTO_OK;
  c.d = d;
  /* one token in eight bytes of Arabic news, so that growing is rare */
  c.cap = (d->bytes < 1u << 24 ? d->bytes : 1u << 24) / 7 + 16;
  d->tokens = csto_arena_alloc(&d->arena, c.cap * sizeof *d->tokens);
  if (!d->tokens) return CSTO_NOMEM;
  c.p = (const unsigned char *)d->text;
  c.end = c.p + d->bytes;
  while (rc == CSTO_OK && c.p < c.end) {
    size_t k;
    uint32_t cp = csto_utf8_get(c.p, c.end, &k);
    int cls = csto_class(cp);
    switch (cls) {
      case CSTO_C_NEWLINE:
        /* CR LF is one newline */
        if (!(cp == '\n' && c.p > (const unsigned char *)d->text &&
              c.p[-1] == '\r') && c.newline < 2) c.newline++;
        c.space = 1;
        c.p += k;
        break;
      case CSTO_C_SPACE: c.space = 1; c.p += k; break;
      case CSTO_C_MARK: case CSTO_C_IGNORE: c.p += k; break;
      case CSTO_C_SEP:
        if (!hashtag(&c, cp, k)) {
          rc = punct(&c, cp, k);
          break;
        }
        c.space = 1;
        c.p += k;
        break;
      default: rc = word(&c, cls, k);
    }
  }
  return rc;
}

/* ---- sentences ---- */

static int is(const csto_token *t, const char *w) {
  return t->kind == CSTO_T_PUNCT && strcmp(t->norm, w) == 0;
}

static int opens(const csto_token *t) { return is(t, GUILLEMET_OPEN); }
static int closes(const csto_token *t) { return is(t, GUILLEMET_CLOSE); }

/* True if the full stop at token i ends a sentence. */
static int stop_ends(const csto_doc *d, size_t i) {
  const csto_token *t = d->tokens;
  const csto_token *prev = i ? &t[i - 1] : NULL;
  const csto_token *next = i + 1 < d->ntokens ? &t[i + 1] : NULL;
  int tight = next && !next->space;
  if (!prev || !next || next->newline) return 1;
  if (tight && prev->kind == CSTO_T_NUMBER && next->kind == CSTO_T_NUMBER)
    return 0;
  if (tight && !t[i].space &&
      (prev->kind == CSTO_T_LATIN || prev->kind == CSTO_T_OTHER) &&
      (next->kind == CSTO_T_LATIN || next->kind == CSTO_T_OTHER))
    return 0;
  if (tight && !t[i].space && prev->kind == CSTO_T_OTHER &&
      next->kind == CSTO_T_NUMBER) return 0;               /* v1.2 */
  if (is(next, ".") && tight) return 0;      /* the last dot of a row ends */
  if (is(next, COMMA) || is(next, ",")) return 0;
  if (prev->kind != CSTO_T_PUNCT && !t[i].space) {
    if (csto_utf8_chars(prev->norm, prev->nnorm) == 1 &&
        prev->kind != CSTO_T_NUMBER) return 0;
    if (csto_table_find(&csto_table_abbreviations, prev->norm, prev->nnorm))
      return 0;
    /* An ordinal: 1. يناير, and the number of a list item at line start */
    if (prev->kind == CSTO_T_NUMBER && prev->newline) return 0;
  }
  return 1;
}

/* Marks each token inside a pair of quotation marks that closes in its own
** paragraph: attrs gets IN_QUOTE.  Straight marks count when their number in
** the paragraph is even. */
#define IN_QUOTE CSTO_TA_QUOTED

static void mark_quotes(csto_doc *d) {
  csto_token *t = d->tokens;
  size_t i, j, n = d->ntokens;
  for (i = 0; i < n; i = j) {
    size_t open = 0, straight = 0, k;
    int depth = 0, in = 0;
    for (j = i; j < n && (j == i || !t[j].newline); j++)
      if (is(&t[j], "\"")) straight++;
    for (k = i; k < j; k++) {
      if (opens(&t[k])) {
        if (depth++ == 0) open = k;
      } else if (closes(&t[k]) && depth > 0 && --depth == 0) {
        size_t q;
        for (q = open; q < k; q++) t[q].attrs |= IN_QUOTE;
      }
      if (straight % 2 == 0 && is(&t[k], "\"")) in = !in;
      if (in) t[k].attrs |= IN_QUOTE;
    }
  }
}

static int ends_here(const csto_doc *d, size_t i) {
  const csto_token *t = &d->tokens[i];
  if (t->kind != CSTO_T_PUNCT) return 0;
  if (strcmp(t->norm, ".") == 0) {
    if (t->attrs & IN_QUOTE) return 0;
    return stop_ends(d, i);
  }
  if (t->attrs & IN_QUOTE) return 0;
  return strcmp(t->norm, "!") == 0 || strcmp(t->norm, "?") == 0 ||
         strcmp(t->norm, QUESTION) == 0 ||
         strcmp(t->norm, ELLIPSIS) == 0 ||
         strcmp(t->norm, "\xdb\x94") == 0;       /* Urdu full stop */
}

/* A closing mark, or another final mark, right behind the end. */
static int trails(const csto_token *t) {
  static const char *const marks[] = {
      GUILLEMET_CLOSE, ")", "]", "!", "?", QUESTION, ".", ELLIPSIS};
  size_t i;
  if (t->kind != CSTO_T_PUNCT || t->space) return 0;
  for (i = 0; i < sizeof marks / sizeof *marks; i++)
    if (strcmp(t->norm, marks[i]) == 0) return 1;
  return 0;
}

static int sentence_add(csto_doc *d, size_t *cap, size_t from, size_t to) {
  csto_sentence *s = csto_arena_grow(&d->arena, d->sentences, d->nsentences,
                                     cap, sizeof *s);
  size_t i;
  if (!s) return CSTO_NOMEM;
  d->sentences = s;
  s += d->nsentences;
  s->tok = (uint32_t)from;
  s->tokend = (uint32_t)to;
  s->start = d->tokens[from].start;
  s->end = d->tokens[to - 1].end;
  for (i = from; i < to; i++) d->tokens[i].sentence = (uint32_t)d->nsentences;
  d->nsentences++;
  return CSTO_OK;
}

/* Token i closes a quotation that ended with a stop, and no comma follows. */
static int closed_after_stop(const csto_doc *d, size_t i) {
  const csto_token *t = d->tokens;
  if (i == 0 || i + 1 >= d->ntokens) return 0;
  if (!closes(&t[i]) && !(is(&t[i], "\"") && !(t[i].attrs & IN_QUOTE)))
    return 0;
  if (is(&t[i + 1], ",") || is(&t[i + 1], COMMA)) return 0;
  return is(&t[i - 1], ".") || is(&t[i - 1], "!") ||
         is(&t[i - 1], QUESTION);
}

static int sentences(csto_doc *d) {
  const csto_token *t = d->tokens;
  size_t i, from = 0, cap = 0, n = d->ntokens;
  int rc = CSTO_OK;
  mark_quotes(d);
  for (i = 0; i < n && rc == CSTO_OK; i++) {
    size_t to = i + 1;
    if (to < n && !t[to].newline && !ends_here(d, i)) {
      if (!closed_after_stop(d, i)) continue;
    }
    while (to < n && !t[to].newline && trails(&t[to])) to++;
    rc = sentence_add(d, &cap, from, to);
    from = to;
    i = to - 1;
  }
  return rc;
}

int csto_doc_open(csto_doc *d, const char *text, size_t bytes) {
  csto_arena_init(&d->arena);
  return csto_doc_reopen(d, text, bytes);
}

int csto_doc_reopen(csto_doc *d, const char *text, size_t bytes) {
  csto_arena kept = d->arena;
  int rc;
  memset(d, 0, sizeof *d);
  csto_arena_reset(&kept);
  d->arena = kept;
  d->text = text;
  d->bytes = bytes;
  if (bytes > 0x7fffffff) return CSTO_TOOBIG;
  rc = tokens(d);
  if (rc == CSTO_OK) rc = sentences(d);
  if (rc != CSTO_OK) csto_doc_close(d);
  return rc;
}

void csto_doc_close(csto_doc *d) {
  csto_arena_free(&d->arena);
  memset(d, 0, sizeof *d);
}

int csto_doc_is(const csto_doc *d, size_t i, const char *w) {
  return i < d->ntokens && strcmp(d->tokens[i].norm, w) == 0;
}

uint32_t csto_doc_offset(const csto_doc *d, size_t i, size_t at) {
  const csto_token *t = &d->tokens[i];
  return t->start + (uint32_t)csto_fold_offset(d->text + t->start,
                                               t->end - t->start, at);
}

size_t csto_doc_skipped(const csto_doc *d, size_t i, uint32_t at) {
  const csto_token *t = &d->tokens[i];
  size_t n = 0;
  while (n < t->nnorm && csto_doc_offset(d, i, n) < at)
    for (n++; n < t->nnorm && ((unsigned char)t->norm[n] & 0xc0) == 0x80;)
      n++;
  return n;
}
