/* tokenizer.c - the FTS5 tokenizer 'csto'.
**
**     CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'csto');
**     CREATE VIRTUAL TABLE g USING fts5(body, tokenize = 'csto stop 1');
**
** What this file owns: the arguments, the flow of tokens to FTS5, and a memo
** of words already analysed.  What the tokens are is morph/index.h.
**
** HOW IT WORKS.  Text is cut into words (morph/words.h).  A written word is
** looked up by its bytes in a direct-mapped table of 64-byte slots that holds
** the tokens of words seen before; nine words in ten of running text are
** found there, so folding and stemming cost little.  The memo belongs to the
** tokenizer instance, which FTS5 uses from one thread at a time, and never
** changes what comes out.
**
** In a MATCH expression the tokenizer gives, for every word, the tokens of
** all words with its stem as synonyms; `=word` asks for the exact form alone,
** and the last word of a prefix query is never stemmed.  `?word` adds the
** spelling variants of a name (morph/variants.h).  csto_query writes these
** marks; they may be typed as well: MATCH '"=كتاب"'.
**
** Cost: linear; 2 MiB for each tokenizer that has read documents.
*/
#include "sqlite/api.h"
#include <string.h>
#include "base/buf.h"
#include "base/mem.h"
#include "base/rc.h"
#include "csto.h"
#include "morph/alef.h"
#include "morph/index.h"
#include "morph/variants.h"
#include "sqlite/tokenizer.h"
#include "text/fold.h"

#define MEMO_BITS 15
#define MEMO_DATA 58
#define SHORT 96          /* raw bytes of words folded on the stack */

typedef struct memo {
  uint16_t tag;           /* high bits of the hash; 0: empty */
  uint8_t nraw, nexact, nstem, drop;
  char data[MEMO_DATA];   /* raw, exact, stem */
} memo;

typedef struct tokenizer {
  csto_wordclass classes;
  int stem, stop;
  memo *memo;             /* NULL until a document is read */
} tokenizer;

typedef int (*token_cb)(void *, int, const char *, int, int, int);

/* One call of xTokenize. */
typedef struct run {
  tokenizer *t;
  void *ctx;
  token_cb token;
  const char *text;
  csto_word word;
  int colocated;          /* the next token is a synonym */
  csto_buf folded;        /* for long words */
} run;

static int emit(run *r, const char *token, size_t n) {
  int flags = r->colocated ? FTS5_TOKEN_COLOCATED : 0;
  r->colocated = 1;
  return r->token(r->ctx, flags, token, (int)n, (int)r->word.start,
                  (int)r->word.end);
}

static int emit_form(void *ctx, const char *token, size_t n) {
  return emit(ctx, token, n);
}

/* A character that stands for several words (U+FDFA): each of them, at one
** position. */
static int emit_parts(run *r, const char *s, size_t n) {
  size_t i, from = 0;
  int rc = SQLITE_OK;
  for (i = 0; i <= n && rc == SQLITE_OK; i++) {
    if (i < n && s[i] != ' ') continue;
    if (i > from) rc = emit(r, s + from, i - from);
    from = i + 1;
  }
  return rc;
}

/* Folds the current word; *out is on the stack or in r->folded.  CSTO_*. */
static int fold(run *r, char *stack, const char **out, size_t *nout) {
  const char *s = r->text + r->word.start;
  size_t n = r->word.end - r->word.start;
  if (n <= SHORT) {
    *nout = csto_fold_word(s, n, stack);
    *out = stack;
    return SQLITE_OK;
  }
  csto_buf_clear(&r->folded);
  csto_fold(&r->folded, s, n);
  *nout = r->folded.size;
  *out = r->folded.data;
  return r->folded.rc ? SQLITE_NOMEM : SQLITE_OK;
}

/* ---- documents ---- */

static uint64_t load8(const char *s) {
  uint64_t x;
  memcpy(&x, s, 8);
  return x;
}

static uint32_t load4(const char *s) {
  uint32_t x;
  memcpy(&x, s, 4);
  return x;
}

/* Only the memo's own places depend on it, so byte order does not matter. */
static uint64_t word_hash(const char *s, size_t n) {
  uint64_t h = n * 0x9e3779b97f4a7c15ULL, x;
  if (n >= 8) {
    size_t i;
    for (i = 0; i + 8 < n; i += 8) {
      h = (h ^ load8(s + i)) * 0xff51afd7ed558ccdULL;
      h ^= h >> 32;
    }
    x = load8(s + n - 8);
  } else if (n >= 4) {
    x = (uint64_t)load4(s) << 32 | load4(s + n - 4);
  } else {
    x = (uint64_t)(unsigned char)s[0] << 16 |
        (uint64_t)(unsigned char)s[n / 2] << 8 | (unsigned char)s[n - 1];
  }
  h = (h ^ x) * 0xff51afd7ed558ccdULL;
  return h ^ h >> 29;
}

static void memo_put(memo *m, uint16_t tag, const run *r, const char *exact,
                     size_t nexact, const char *stem, size_t nstem,
                     int drop) {
  size_t nraw = r->word.end - r->word.start;
  if (nraw + nexact + nstem > MEMO_DATA) return;
  m->tag = tag;
  m->nraw = (uint8_t)nraw;
  m->nexact = (uint8_t)nexact;
  m->nstem = (uint8_t)nstem;
  m->drop = (uint8_t)drop;
  memcpy(m->data, r->text + r->word.start, nraw);
  memcpy(m->data + nraw, exact, nexact);
  memcpy(m->data + nraw + nexact, stem, nstem);
}

/* The same word in everyday spelling, where it is written as in the Quran;
** 0 bytes: it is not. */
static size_t alef_reading(const run *r, const char *exact, size_t nexact,
                           char *out) {
  const char *s = r->text + r->word.start;
  size_t n = r->word.end - r->word.start;
  if (r->word.cls != CSTO_C_ARABIC || nexact >= n) return 0;   /* no marks */
  if (!memmem(s, n, "\xd9\xb0", 2) &&
      !memmem(s, n, "\xd8\xa1\xd9\x8e\xd8\xa7", 6)) return 0;
  n = csto_alef_reading(s, n, out);
  return n == nexact && memcmp(out, exact, n) == 0 ? 0 : n;
}

/* A word that the memo does not hold; m is its slot or NULL. */
static int fresh_word(run *r, memo *m, uint16_t tag) {
  char stack[CSTO_FOLD_ROOM(SHORT)], stem[CSTO_FORM_MAX];
  char other[CSTO_FOLD_ROOM(CSTO_ALEF_MAX)];
  const char *exact;
  size_t nexact, nother, nstem = 0;
  int drop, rc = fold(r, stack, &exact, &nexact);
  if (rc != SQLITE_OK || nexact == 0) return rc;
  if (memchr(exact, ' ', nexact)) return emit_parts(r, exact, nexact);
  drop = r->t->stop && csto_is_stop(exact, nexact);
  if (r->t->stem && !drop)
    nstem = csto_index_stem(exact, nexact, r->word.cls, stem);
  nother = alef_reading(r, exact, nexact, other);
  if (m && !nother) memo_put(m, tag, r, exact, nexact, stem, nstem, drop);
  if (drop) return SQLITE_OK;
  rc = emit(r, exact, nexact);
  if (rc == SQLITE_OK && nstem) rc = emit(r, stem, nstem);
  if (rc != SQLITE_OK || !nother) return rc;
  rc = emit(r, other, nother);
  nstem = r->t->stem
          ? csto_index_stem(other, nother, r->word.cls, stem) : 0;
  return rc == SQLITE_OK && nstem ? emit(r, stem, nstem) : rc;
}

/* The place of a word in the memo, and its tag; NULL: it is not kept. */
static memo *memo_of(const run *r, const csto_word *w, uint16_t *tag) {
  size_t n = w->end - w->start;
  uint64_t h;
  if (!r->t->memo || n > MEMO_DATA / 2) return NULL;
  h = word_hash(r->text + w->start, n);
  *tag = (uint16_t)(h >> 48 | 1);
  return &r->t->memo[h & ((1u << MEMO_BITS) - 1)];
}

static int document_word(run *r, memo *m, uint16_t tag) {
  const char *raw = r->text + r->word.start;
  size_t n = r->word.end - r->word.start;
  int rc;
  if (!m || m->tag != tag || m->nraw != n || memcmp(m->data, raw, n) != 0)
    return fresh_word(r, m, tag);
  if (m->drop) return SQLITE_OK;
  rc = emit(r, m->data + n, m->nexact);
  if (rc == SQLITE_OK && m->nstem)
    rc = emit(r, m->data + n + m->nexact, m->nstem);
  return rc;
}

/* All words of a document.  The place of the next word in the memo is asked
** for while this one is worked on. */
static int document(run *r, size_t n) {
  csto_word next;
  size_t at = 0;
  uint16_t tag = 0, next_tag = 0;
  memo *m, *next_m = NULL;
  int rc = SQLITE_OK;
  int more = csto_word_next(&r->t->classes, r->text, n, &at, &next);
  if (more) next_m = memo_of(r, &next, &next_tag);
  while (more && rc == SQLITE_OK) {
    r->word = next;
    m = next_m;
    tag = next_tag;
    r->colocated = 0;
    more = csto_word_next(&r->t->classes, r->text, n, &at, &next);
    if (more) {
      next_m = memo_of(r, &next, &next_tag);
      __builtin_prefetch(next_m);
    }
    rc = document_word(r, m, tag);
  }
  return rc;
}

/* ---- queries ---- */

/* The mark ('=' or '?') right before the word, if it is not inside a run of
** other characters; else 0. */
static char mark_before(const char *s, size_t at) {
  char c;
  if (at == 0) return 0;
  c = s[at - 1];
  if (c != '=' && c != '?') return 0;
  return at == 1 || s[at - 2] == ' ' || s[at - 2] == '"' ? c : 0;
}

/* One word of a MATCH expression. */
static int query_word(run *r, int prefix) {
  char stack[CSTO_FOLD_ROOM(SHORT)], other[CSTO_FOLD_ROOM(CSTO_ALEF_MAX)];
  const char *exact;
  size_t n, nother;
  char mark = mark_before(r->text, r->word.start);
  int rc = fold(r, stack, &exact, &n);
  if (rc != SQLITE_OK || n == 0) return rc;
  if (memchr(exact, ' ', n)) return emit_parts(r, exact, n);
  if (r->t->stop && csto_is_stop(exact, n)) return SQLITE_OK;
  if (prefix || mark == '=' || !r->t->stem) return emit(r, exact, n);
  rc = csto_query_forms(exact, n, r->word.cls, emit_form, r);
  if (rc == SQLITE_OK && mark == '?')
    rc = csto_variants(exact, n, r->word.cls, emit_form, r);
  nother = alef_reading(r, exact, n, other);
  if (rc == SQLITE_OK && nother)
    rc = csto_query_forms(other, nother, r->word.cls, emit_form, r);
  return rc;
}

static int query(run *r, size_t n, int prefix) {
  csto_word next;
  size_t at = 0;
  int rc = SQLITE_OK;
  int more = csto_word_next(&r->t->classes, r->text, n, &at, &next);
  while (more && rc == SQLITE_OK) {
    r->word = next;
    r->colocated = 0;
    more = csto_word_next(&r->t->classes, r->text, n, &at, &next);
    rc = query_word(r, prefix && !more);
  }
  return rc;
}

/* ---- the interface of FTS5 ---- */

static int csto_tokenize(Fts5Tokenizer *p, void *ctx, int flags,
                         const char *text, int ntext, token_cb token) {
  run r;
  size_t n = ntext > 0 ? (size_t)ntext : 0;
  int rc;
  if (!text) return SQLITE_OK;
  memset(&r, 0, sizeof r);
  r.t = (tokenizer *)p;
  r.ctx = ctx;
  r.token = token;
  r.text = text;
  if (flags & FTS5_TOKENIZE_QUERY) {
    rc = query(&r, n, flags & FTS5_TOKENIZE_PREFIX);
  } else {
    if (!r.t->memo && n > 256) {
      size_t bytes = sizeof(memo) << MEMO_BITS;
      r.t->memo = csto_malloc(bytes);
      if (!r.t->memo) return SQLITE_NOMEM;
      memset(r.t->memo, 0, bytes);
    }
    rc = document(&r, n);
  }
  csto_buf_free(&r.folded);
  return rc;
}

static void csto_tok_delete(Fts5Tokenizer *p) {
  tokenizer *t = (tokenizer *)p;
  if (t) csto_free(t->memo);
  csto_free(t);
}

/* 0 or 1, or -1. */
static int boolean(const char *s) {
  if (strcmp(s, "0") == 0) return 0;
  return strcmp(s, "1") == 0 ? 1 : -1;
}

static int version(const char *s) {
  size_t i;
  int v = 0;
  for (i = 0; s[i] >= '0' && s[i] <= '9' && i < 6; i++)
    v = v * 10 + (s[i] - '0');
  return i && !s[i] && v >= 1 && v <= CSTO_INDEX_VERSION ? v : -1;
}

/* FTS5 has no way for a tokenizer to say what is wrong (it reports "error in
** tokenizer constructor"): the reason goes to SQLite's error log. */
static int refuse(const char *what, const char *value) {
  sqlite3_log(SQLITE_ERROR, "csto tokenizer: %s '%s'", what, value);
  return SQLITE_ERROR;
}

static int configure(tokenizer *t, const char **arg, int narg) {
  int i;
  for (i = 0; i + 1 < narg; i += 2) {
    const char *key = arg[i], *value = arg[i + 1];
    if (strcmp(key, "version") == 0) {
      if (version(value) < 0) return refuse("unknown version", value);
    } else if (strcmp(key, "stem") == 0) {
      t->stem = boolean(value);
      if (t->stem < 0) return refuse("stem must be 0 or 1, not", value);
    } else if (strcmp(key, "stop") == 0) {
      t->stop = boolean(value);
      if (t->stop < 0) return refuse("stop must be 0 or 1, not", value);
    } else {
      return refuse("unknown argument", key);
    }
  }
  return i < narg ? refuse("no value for argument", arg[i]) : SQLITE_OK;
}

static int csto_tok_create(void *ctx, const char **arg, int narg,
                           Fts5Tokenizer **out) {
  tokenizer *t = csto_malloc(sizeof *t);
  int rc;
  (void)ctx;
  *out = NULL;
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->stem = 1;
  csto_wordclass_init(&t->classes);
  rc = configure(t, arg, narg);
  if (rc != SQLITE_OK) {
    csto_tok_delete((Fts5Tokenizer *)t);
    return rc;
  }
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

int csto_tokenizer_register(fts5_api *api) {
  fts5_tokenizer t;
  t.xCreate = csto_tok_create;
  t.xDelete = csto_tok_delete;
  t.xTokenize = csto_tokenize;
  return api->xCreateTokenizer(api, "csto", NULL, &t, NULL);
}
