/* query.c - csto_query: a MATCH expression for anything a person types.
**
**   typed                      expression (default mode)
**   وزارة الخارجية             "وزارة" "الخارجية"
**   «مجلس الأمن» -ليبيا        ("مجلس الأمن") NOT ("ليبيا")
**   سلام أو هدنة غزة           ("سلام" OR "هدنة") AND "غزة"
**   محم*                       "محم"*
**
** HOW IT WORKS.  One pass over the characters cuts the text into atoms (a
** word, a phrase, a compound such as covid-19) with their signs; a second
** pass writes them.  Only letters, digits and marks inside words are ever
** copied, always between quotation marks, so no input can be a syntax error.
** Modes differ by a mark before each word that csto's tokenizer reads: =
** exact, ? with spelling variants.  In `any` every word is asked for twice,
** exact and by stem, so that ranking adds up both, and function words are
** left out unless there is nothing else.
**
** A word of up to three tokens (morph/index.h) is quickest found by a phrase
** for each, so in the default mode short texts become
**
**   كتاب في البيت    ("" OR "<كتاب" OR "|كتاب" OR ">كتاب" OR "") AND
**                    ("في" OR "!كتاب") AND ("" OR "<البيت" OR ...)
**
** where < | > choose a token and the empty phrases hold a word's together
** for csto_rank.  An index without function words finds nothing by "في": it
** then reads "!كتاب" as كتاب, any other index as nothing.  Words of which
** morph/more.h knows more have further phrases in their group.
** Cost: linear, about 24 bytes an atom.
*/
#include "morph/query.h"
#include <string.h>
#include "base/arena.h"
#include "base/hash.h"
#include "base/rc.h"
#include "morph/index.h"
#include "morph/more.h"
#include "morph/stem.h"
#include "morph/words.h"
#include "text/fold.h"
#include "text/utf8.h"

#define SPLIT_MOST 16    /* atoms of a text whose words are split */

typedef struct atom {
  uint32_t start, end;   /* bytes that hold its words */
  uint8_t minus;         /* excluded */
  uint8_t prefix;        /* a * follows */
  uint8_t or_before;     /* OR between it and the atom before */
  uint8_t arabic;        /* one of its words is Arabic */
  uint8_t stop;          /* a function word */
  uint8_t repeated;      /* stands before in the same text */
  uint8_t nostop;        /* not all of its words are function words */
  uint8_t forms;         /* tokens of a single Arabic word, else 0 */
  csto_more more;        /* what that word is asked for by besides */
} atom;

typedef struct parser {
  csto_arena arena;
  const char *s;
  size_t n, at;
  atom *atoms;
  size_t natom, cap;
  int or_before;         /* an "or" waits for its right side */
  int split;             /* words are asked for by their tokens */
  const atom *instead;   /* stands in for function words; NULL: none does */
} parser;

int csto_query_mode_of(const char *s, size_t n) {
  static const char names[][12] = {"default", "exact", "variants", "any"};
  size_t i;
  for (i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0) return (int)i;
  return -1;
}

/* ---- characters ---- */

static uint32_t peek(const parser *p, size_t at, size_t *k) {
  const unsigned char *s = (const unsigned char *)p->s;
  if (at >= p->n) {
    *k = 0;
    return 0;
  }
  return csto_utf8_get(s + at, s + p->n, k);
}

/* Steps over controls that are not seen (bidi marks of a pasted text). */
static size_t unseen(const parser *p, size_t at) {
  size_t k;
  uint32_t cp;
  while ((cp = peek(p, at, &k)) != 0 && csto_class(cp) == CSTO_C_IGNORE)
    at += k;
  return at;
}

/* The closing quotation marks of an opening one: 0 none, 1 straight, 2 curly,
** 3 guillemets, 4 corners; from SINGLE on those that are apostrophes too, so
** they open only before a word and close only behind one. */
enum { SINGLE = 5, QUOTES = 7 };

static int quote_kind(uint32_t cp) {
  switch (cp) {
    case '"': case 0xff02: return 1;
    case 0x201c: case 0x201d: case 0x201e: case 0x201f: return 2;
    case 0xab: case 0xbb: case 0x2039: case 0x203a: return 3;
    case 0x300c: case 0x300d: case 0x300e: case 0x300f: return 4;
    case 0x2018: case 0x2019: case 0x201a: case 0x201b: return SINGLE;
    case '\'': return SINGLE + 1;
    default: return 0;
  }
}

static int begins_word(uint32_t cp) { return csto_class(cp) >= CSTO_C_ARABIC; }

/* Characters that hold a Latin or numeric compound together. */
static int binds(uint32_t cp) {
  return cp && cp < 0x80 && strchr("-./:_@'+&,", (int)cp) != NULL;
}

/* ---- atoms ---- */

static atom *atom_add(parser *p, size_t start, size_t end) {
  atom *a = csto_arena_grow(&p->arena, p->atoms, p->natom, &p->cap,
                            sizeof *a);
  if (!a) return NULL;
  p->atoms = a;
  a += p->natom++;
  memset(a, 0, sizeof *a);
  a->start = (uint32_t)start;
  a->end = (uint32_t)end;
  return a;
}

/* A * right behind the atom. */
static void take_star(parser *p, atom *a) {
  size_t k, at = unseen(p, p->at);
  if (peek(p, at, &k) != '*') return;
  a->prefix = 1;
  p->at = at + k;
}

/* A phrase opens at p->at with a mark of k bytes.  Returns 0 when it does not
** close or holds no word: then the mark means nothing. */
static int phrase(parser *p, int kind, size_t k, int minus) {
  size_t from = p->at + k, at = from, m, w = from, next;
  csto_word word;
  uint32_t cp;
  atom *a;
  while ((cp = peek(p, at, &m), m) &&
         (quote_kind(cp) != kind ||
          (kind >= SINGLE && begins_word(peek(p, at + m, &next))))) at += m;
  if (!m) return 0;
  if (!csto_word_next(NULL, p->s, at, &w, &word)) {
    p->at = at + m;
    return 1;
  }
  a = atom_add(p, from, at);
  p->at = at + m;
  if (!a) return 1;
  a->minus = (uint8_t)minus;
  a->or_before = (uint8_t)(p->or_before && !minus);
  if (!minus) p->or_before = 0;
  take_star(p, a);
  return 1;
}

/* True for OR, |, أو that stands between two things. */
static int is_or(const parser *p, const csto_word *w) {
  char folded[CSTO_FOLD_ROOM(12)];
  size_t n = w->end - w->start;
  if (n == 2 && memcmp(p->s + w->start, "OR", 2) == 0) return 1;
  if (n > 12) return 0;
  n = csto_fold_word(p->s + w->start, n, folded);
  return n == 4 && memcmp(folded, "او", 4) == 0;
}

/* One word, or a compound of Latin letters and digits, begins at p->at. */
static void word(parser *p, int minus) {
  csto_word w, next;
  size_t k;
  atom *a;
  if (!csto_word_next(NULL, p->s, p->n, &p->at, &w)) return;
  if (!minus && p->natom && is_or(p, &w)) {
    p->or_before = 1;
    return;
  }
  a = atom_add(p, w.start, w.end);
  if (!a) return;
  a->minus = (uint8_t)minus;
  a->or_before = (uint8_t)(p->or_before && !minus);
  if (!minus) p->or_before = 0;
  while (w.cls != CSTO_C_ARABIC) {
    size_t at = p->at;
    uint32_t cp = peek(p, at, &k);
    if (k && begins_word(cp)) k = 0;      /* 東京, 5G and its like */
    else if (!binds(cp)) break;
    cp = peek(p, at += k, &k);
    if (!k || !begins_word(cp) || csto_class(cp) == CSTO_C_ARABIC) break;
    if (!csto_word_next(NULL, p->s, p->n, &at, &next)) break;
    w = next;
    p->at = at;
    a->end = (uint32_t)w.end;
  }
  take_star(p, a);
}

static int is_minus(uint32_t cp) {
  return cp == '-' || cp == 0x2212 || cp == 0xff0d;
}

/* A minus sign before a word excludes it, unless one also closes it (a
** dateline between dashes). */
static int excludes(const parser *p, size_t next) {
  size_t k;
  uint32_t cp = peek(p, next, &k);
  csto_word w;
  if (quote_kind(cp)) return 1;
  if (!k || !begins_word(cp)) return 0;
  if (!csto_word_next(NULL, p->s, p->n, &next, &w)) return 0;
  if (peek(p, next, &k) != '-') return 1;
  return begins_word(peek(p, next + k, &k));
}

/* Cuts the text.  No closing mark of a kind once looked for and not found is
** looked for again, so the pass stays linear. */
static void cut(parser *p) {
  size_t k, open_from[QUOTES] = {0};
  int space = 1, minus = 0;
  while (p->at < p->n && !p->arena.rc) {
    uint32_t cp = peek(p, p->at, &k);
    int cls = csto_class(cp), kind = quote_kind(cp);
    if (cls >= CSTO_C_ARABIC) {
      word(p, minus);
      space = minus = 0;
      continue;
    }
    if (kind && !open_from[kind] && (space || kind < SINGLE)) {
      size_t before = p->at;
      if (phrase(p, kind, k, minus)) {
        space = minus = 0;
        continue;
      }
      open_from[kind] = before + 1;
    }
    if (cls != CSTO_C_IGNORE && cls != CSTO_C_MARK) {
      minus = is_minus(cp) && space && excludes(p, unseen(p, p->at + k));
      space = cls == CSTO_C_SPACE || cls == CSTO_C_NEWLINE || cp == '(';
      if (cp == '|' && p->natom) p->or_before = 1;
    }
    p->at += k;
  }
}

/* ---- what the atoms are ---- */

/* Folds one word into b; 0 on failure. */
static int folded(csto_buf *b, const char *s, const csto_word *w) {
  csto_buf_clear(b);
  csto_fold(b, s + w->start, w->end - w->start);
  return b->rc == CSTO_OK && b->size > 0;
}

static int count_form(void *ctx, const char *token, size_t n) {
  (void)token;
  (void)n;
  ++*(uint8_t *)ctx;
  return 0;
}

/* The tokens of a word that folds to b; 0 where marks may add some. */
static uint8_t forms_of(const csto_buf *b, const csto_word *w) {
  uint8_t n = 0;
  if (w->cls != CSTO_C_ARABIC || b->size != w->end - w->start) return 0;
  (void)csto_query_forms(b->data, b->size, w->cls, count_form, &n);
  return n;
}

/* Fills arabic, stop, forms and repeated; 1 if something is not a function
** word. */
static int describe(parser *p, csto_buf *b) {
  size_t i, cap = 16, content = 0;
  uint64_t *seen;
  while (cap < p->natom * 2) cap *= 2;
  seen = csto_arena_zalloc(&p->arena, cap * sizeof *seen);
  for (i = 0; seen && i < p->natom; i++) {
    atom *a = &p->atoms[i];
    csto_word w;
    size_t at = a->start, words = 0, slot;
    uint64_t h = (uint64_t)a->minus * 2 + a->prefix + 1;
    int stop = 1;
    while (csto_word_next(NULL, p->s, a->end, &at, &w)) {
      words++;
      if (w.cls == CSTO_C_ARABIC) a->arabic = 1;
      if (!folded(b, p->s, &w)) continue;
      h = csto_hash_add(h, csto_hash(b->data, b->size, 0));
      if (!csto_is_stop(b->data, b->size)) stop = 0;
      a->forms = words == 1 && !a->prefix ? forms_of(b, &w) : 0;
      memset(&a->more, 0, sizeof a->more);
      if (a->forms)
        csto_more_of(p->s + w.start, w.end - w.start, b->data, b->size,
                     &a->more);
    }
    a->nostop = (uint8_t)!stop;
    h |= 1;
    a->stop = (uint8_t)(stop && words == 1 && !a->prefix);
    content += !a->stop && !a->minus;
    slot = (size_t)(h >> 8) & (cap - 1);
    while (seen[slot] && seen[slot] != h) slot = (slot + 1) & (cap - 1);
    a->repeated = seen[slot] == h;
    seen[slot] = h;
  }
  return content > 0;
}

/* ---- writing ---- */

/* The mark of one word: a name that the index takes for a form of another
** word is asked for as it is written. */
static char mark_of(const parser *p, const csto_word *w, char mark) {
  char folded[CSTO_FOLD_ROOM(CSTO_STEM_MAX)];
  size_t n = w->end - w->start;
  csto_more more;
  if ((mark && mark != '?') || w->cls != CSTO_C_ARABIC || n > CSTO_STEM_MAX)
    return mark;
  csto_more_of(p->s + w->start, n, folded,
               csto_fold_word(p->s + w->start, n, folded), &more);
  return more.whole == CSTO_MORE_NAME ? '=' : mark;
}

/* "=word =word"* */
static void put_string(const parser *p, const atom *a, char mark,
                       csto_buf *out) {
  csto_word w;
  size_t at = a->start;
  char before = '"', m;
  while (csto_word_next(NULL, p->s, a->end, &at, &w)) {
    csto_buf_putc(out, before);
    m = a->prefix ? mark : mark_of(p, &w, mark);
    if (m) csto_buf_putc(out, m);
    csto_buf_add(out, p->s + w.start, w.end - w.start);
    before = ' ';
  }
  csto_buf_putc(out, '"');
  if (a->prefix) csto_buf_putc(out, '*');
}

static int has_more(const atom *a) { return a->more.also || a->more.whole; }

/* A group of phrases: for each token of a word, or all its tokens and
** variants, and for what it is asked for besides. */
static void put_group(const parser *p, const atom *a, csto_query_mode mode,
                      csto_buf *out) {
  int i, n = a->forms < 3 ? a->forms : 3;
  size_t at = a->start;
  csto_word w;
  csto_buf_puts(out, "(\"\"");
  if (a->more.whole || mode == CSTO_Q_VARIANTS) {
    csto_buf_puts(out, " OR ");
    put_string(p, a, a->more.whole ? '=' : '?', out);
    n = 0;
  }
  for (i = 0; i < n; i++) {
    csto_buf_puts(out, " OR ");
    put_string(p, a, "<|>"[i], out);
  }
  if (csto_word_next(NULL, p->s, a->end, &at, &w))
    csto_more_put(out, &a->more, p->s + w.start, w.end - w.start);
  csto_buf_puts(out, " OR \"\")");
}

static int is_group(const parser *p, const atom *a, csto_query_mode mode) {
  if (mode == CSTO_Q_ANY) return a->more.whole == CSTO_MORE_NAME;
  return p->split && (has_more(a) ||
                      (mode == CSTO_Q_DEFAULT && a->forms > 1));
}

static void put_atom(const parser *p, const atom *a, csto_query_mode mode,
                     csto_buf *out) {
  char mark = mode == CSTO_Q_EXACT ? '=' : mode == CSTO_Q_VARIANTS ? '?' : 0;
  if (!a->arabic || a->prefix) mark = mark == '=' ? '=' : 0;
  if (is_group(p, a, mode)) put_group(p, a, mode, out);
  else put_string(p, a, mark, out);
  if (mode == CSTO_Q_ANY && !a->prefix && !a->minus) {
    csto_buf_puts(out, " OR ");
    put_string(p, a, '=', out);
  }
}

static void put_any(const parser *p, int content, csto_buf *out) {
  size_t i, n = 0;
  for (i = 0; i < p->natom; i++) {
    const atom *a = &p->atoms[i];
    if (a->minus || a->repeated || (content && a->stop)) continue;
    if (n++) csto_buf_puts(out, " OR ");
    put_atom(p, a, CSTO_Q_ANY, out);
  }
}

/* Decides whether words are asked for by groups of phrases.  Function words,
** which the index may leave out, then need another word to stand in. */
static void may_split(parser *p, csto_query_mode mode) {
  size_t i, several = 0, stops = 0, more = 0;
  int variants = mode == CSTO_Q_VARIANTS;
  if ((mode != CSTO_Q_DEFAULT && !variants) || p->natom > SPLIT_MOST) return;
  for (i = 0; i < p->natom; i++) {
    const atom *a = &p->atoms[i];
    if (!a->nostop && !a->stop && !a->minus) return;
    more += has_more(a);
    several += a->forms > 1;
    stops += !a->nostop;
    if (!p->instead && a->nostop && a->forms > 1 && !a->minus)
      p->instead = a;
  }
  if (variants && (stops || !more)) return;
  /* other words would find nothing to stand in for function words */
  for (i = 0; i < p->natom && !p->instead; i++)
    if (p->atoms[i].nostop && !p->atoms[i].minus && (stops || !more)) return;
  p->split = several + more > 0;
}

/* Implicit AND between plain atoms (it lets FTS5 skip a word that the index
** leaves out), AND around a group of alternatives. */
static void put_all(const parser *p, csto_query_mode mode, csto_buf *out) {
  size_t i, j, k;
  int any = 0, group = 0, instead;
  for (i = 0; i < p->natom; i = j) {
    const atom *first = NULL;
    size_t n = 0;
    for (j = i; j < p->natom; j++) {
      if (p->atoms[j].minus) continue;
      if (n && !p->atoms[j].or_before) break;
      if (!n++) first = &p->atoms[j];
    }
    if (!n) break;
    if (any) csto_buf_puts(out, group || n > 1 || p->split ? " AND " : " ");
    instead = p->split && p->instead && n == 1 && first->stop;
    group = n > 1 || instead;
    any = 1;
    if (group) csto_buf_putc(out, '(');
    for (k = i, n = 0; k < j; k++) {
      if (p->atoms[k].minus) continue;
      if (n++) csto_buf_puts(out, " OR ");
      put_atom(p, &p->atoms[k], mode, out);
    }
    if (instead) {
      csto_buf_puts(out, " OR ");
      put_string(p, p->instead, '!', out);
    }
    if (group) csto_buf_putc(out, ')');
  }
}

static void put_minus(const parser *p, csto_query_mode mode, csto_buf *out) {
  size_t i, n = 0;
  for (i = 0; i < p->natom; i++) {
    if (!p->atoms[i].minus) continue;
    csto_buf_puts(out, n++ ? " OR " : " NOT (");
    put_atom(p, &p->atoms[i], mode == CSTO_Q_ANY ? CSTO_Q_DEFAULT : mode,
             out);
  }
  if (n) csto_buf_putc(out, ')');
}

static void put(const parser *p, int content, csto_query_mode mode,
                csto_buf *out) {
  size_t i, plus = 0, minus = 0;
  for (i = 0; i < p->natom; i++)
    if (p->atoms[i].minus) minus++; else plus++;
  if (!plus) {
    csto_buf_puts(out, "\"\"");
    return;
  }
  if (minus) csto_buf_putc(out, '(');
  if (mode == CSTO_Q_ANY) put_any(p, content, out);
  else put_all(p, mode, out);
  if (minus) csto_buf_putc(out, ')');
  put_minus(p, mode, out);
}

int csto_query_build(const char *text, size_t n, csto_query_mode mode,
                     csto_buf *out) {
  parser p;
  csto_buf b;
  int content, rc;
  if (n > 0x7fffffff) return CSTO_TOOBIG;
  memset(&p, 0, sizeof p);
  csto_arena_init(&p.arena);
  csto_buf_init(&b);
  p.s = text;
  p.n = n;
  cut(&p);
  content = describe(&p, &b);
  may_split(&p, mode);
  put(&p, content, mode, out);
  rc = p.arena.rc ? p.arena.rc : b.rc ? b.rc : out->rc;
  csto_buf_free(&b);
  csto_arena_free(&p.arena);
  return rc;
}
