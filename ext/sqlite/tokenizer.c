/* tokenizer.c - the FTS5 tokenizer 'csto'.
**
**     CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'csto');
**     CREATE VIRTUAL TABLE g USING fts5(body, tokenize = 'csto stop 1');
**
** What this file owns: the arguments, the flow of tokens to FTS5, and a memo
** of words already analysed.  What the tokens are is morph/index.h.
**
** HOW IT WORKS.  Text is cut into words (morph/words.h), a few ahead of the
** one that goes to FTS5, most of them folded while they are cut.  The second
** token of a folded word is looked up in a memo of words seen before
** (morph/memo.h), so words are read for clitics and endings once.  The memo
** belongs to the tokenizer instance, which FTS5 uses from one thread at a
** time, and never changes what comes out.
**
** In a MATCH expression the tokenizer gives, for every word, the tokens of
** all words with its stem as synonyms; `=word` asks for the exact form alone.
** The last word of a prefix query is never stemmed, but asked for as the
** beginning of words and of words behind the article (وز*: والوزير).  `?word`
** adds the spelling variants of a name (morph/variants.h); `<word`, `|word`
** and `>word` give the first, second and third of its tokens, or nothing;
** `!word` gives all where function words are left out, else nothing; `+word`
** gives all and `#word` the exact form where the index has stems, else nothing.
** csto_query writes these marks; they may be typed as well: MATCH '"=كتاب"'.
**
** Cost: linear; up to 4 MiB for each tokenizer that has read documents.
*/
#include "sqlite/api.h"
#include <string.h>
#include "base/buf.h"
#include "base/mem.h"
#include "base/rc.h"
#include "csto.h"
#include "morph/alef.h"
#include "morph/index.h"
#include "morph/memo.h"
#include "morph/variants.h"
#include "sqlite/tokenizer.h"
#include "text/fold.h"

#define SHORT 96          /* raw bytes of words folded on the stack */
#define AHEAD 16          /* words cut at a time */

typedef struct tokenizer {
  csto_wordclass classes;
  int stem, stop;
  csto_memo memo;         /* closed until a document is read */
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

/* A word with a vowel mark that stands by itself (U+FE70), which folds to a
** space: what is before and behind it, at one position. */
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

/* What a folded Arabic word has beside itself, as the memo keeps it; 0 with
** *keep = 0: a token that does not fit there. */
static uint64_t second_token(const tokenizer *t, const char *exact, size_t n,
                             int *keep) {
  char stem[CSTO_FORM_MAX];
  uint64_t value;
  size_t nstem, mark;
  *keep = 1;
  if (t->stop && csto_is_stop(exact, n)) return CSTO_MEMO_DROP;
  nstem = t->stem ? csto_index_stem(exact, n, CSTO_C_ARABIC, stem) : 0;
  if (!nstem) return 0;
  mark = stem[0] == CSTO_STEM_MARK;
  value = csto_plain_pack(stem + mark, nstem - mark);
  if (!value) *keep = 0;
  return value | (mark ? CSTO_MEMO_MARKED : 0);
}

static int emit_second(run *r, uint64_t value) {
  char token[1 + CSTO_PLAIN_ROOM];
  size_t n = csto_plain_unpack(value & CSTO_MEMO_LETTERS, token + 1);
  if (!(value & CSTO_MEMO_MARKED)) return emit(r, token + 1, n);
  token[0] = CSTO_STEM_MARK;
  return emit(r, token, n + 1);
}

/* A word that the memo cannot hold. */
static int rare_word(run *r, const char *exact, size_t n) {
  char stem[CSTO_FORM_MAX];
  size_t nstem = 0;
  int rc;
  if (r->t->stop && csto_is_stop(exact, n)) return SQLITE_OK;
  if (r->t->stem) nstem = csto_index_stem(exact, n, r->word.cls, stem);
  rc = emit(r, exact, n);
  return rc == SQLITE_OK && nstem ? emit(r, stem, nstem) : rc;
}

/* A folded Arabic word with its place in the memo. */
static int known_word(run *r, const char *exact, size_t n, uint64_t packed,
                      csto_memo_item *set) {
  const csto_memo_item *item = csto_memo_find(set, packed);
  uint64_t value;
  int rc, keep;
  if (item) {
    value = item->value & ~CSTO_MEMO_SEEN;
  } else {
    value = second_token(r->t, exact, n, &keep);
    if (!keep) return rare_word(r, exact, n);
    csto_memo_keep(&r->t->memo, packed, value);
  }
  if (value & CSTO_MEMO_DROP) return SQLITE_OK;
  rc = emit(r, exact, n);
  return rc == SQLITE_OK && value ? emit_second(r, value) : rc;
}

/* The other spelling of a word, and its second token. */
static int other_reading(run *r, const char *s, size_t n) {
  char stem[CSTO_FORM_MAX];
  size_t nstem = 0;
  int rc = emit(r, s, n);
  if (rc == SQLITE_OK && r->t->stem)
    nstem = csto_index_stem(s, n, r->word.cls, stem);
  return nstem ? emit(r, stem, nstem) : rc;
}

/* A word that does not come folded. */
static int other_word(run *r) {
  char stack[CSTO_FOLD_ROOM(SHORT)], other[CSTO_FOLD_ROOM(CSTO_ALEF_MAX)];
  const char *exact;
  size_t n, nother;
  uint64_t packed;
  int rc = fold(r, stack, &exact, &n);
  if (rc != SQLITE_OK || n == 0) return rc;
  if (memchr(exact, ' ', n)) return emit_parts(r, exact, n);
  packed = r->t->memo.sets && r->word.cls == CSTO_C_ARABIC
           ? csto_plain_pack(exact, n) : 0;
  nother = alef_reading(r, exact, n, other);
  rc = packed ? known_word(r, exact, n, packed,
                           csto_memo_set(&r->t->memo, packed))
              : rare_word(r, exact, n);
  if (rc != SQLITE_OK || !nother) return rc;
  if (r->t->stop && csto_is_stop(exact, n)) return rc;
  return other_reading(r, other, nother);
}

static int document_word(run *r, const csto_cut *w) {
  r->word.start = w->start;
  r->word.end = w->end;
  r->word.cls = w->cls;
  r->colocated = 0;
  if (!w->packed) return other_word(r);
  if (!r->t->memo.sets) return rare_word(r, w->folded, w->nfolded);
  return known_word(r, w->folded, w->nfolded, w->packed,
                    csto_memo_set(&r->t->memo, w->packed));
}

/* Cuts the next few words and asks for their places in the memo. */
static size_t cut_ahead(run *r, size_t n, size_t *at, csto_cut *words) {
  size_t i, k = csto_words_next(&r->t->classes, r->text, n, at, words, AHEAD);
  for (i = 0; i < k && r->t->memo.sets; i++)
    __builtin_prefetch(csto_memo_set(&r->t->memo, words[i].packed));
  return k;
}

/* All words of a document; a few are cut before those before them are worked
** on, so that the memo's lines are there in time. */
static int document(run *r, size_t n) {
  csto_cut words[2][AHEAD];
  size_t at = 0, i, now = 0, next, k = cut_ahead(r, n, &at, words[0]);
  int rc = SQLITE_OK;
  while (k > 0 && rc == SQLITE_OK) {
    next = cut_ahead(r, n, &at, words[!now]);
    for (i = 0; i < k && rc == SQLITE_OK; i++)
      rc = document_word(r, &words[now][i]);
    k = next;
    now = !now;
  }
  return rc;
}

/* ---- queries ---- */

/* The mark (one of = ? < | > ! + #) right before the word, if it is not inside
** a run of other characters; else 0. */
static char mark_before(const char *s, size_t at) {
  char c;
  if (at == 0) return 0;
  c = s[at - 1];
  if (!c || !strchr("=?<|>!+#", c)) return 0;
  return at == 1 || s[at - 2] == ' ' || s[at - 2] == '"' ? c : 0;
}

/* One of the tokens of a word. */
typedef struct choice {
  run *r;
  int left;               /* tokens before it */
} choice;

static int emit_chosen(void *ctx, const char *token, size_t n) {
  choice *c = ctx;
  return c->left-- == 0 ? emit(c->r, token, n) : SQLITE_OK;
}

/* The last word of a prefix query: the beginning of a word, also of one
** behind the article, which no other word begins with as surely. */
static int emit_prefix(run *r, const char *s, size_t n) {
  static const char *const articles[] = {"ال", "لل", "وال", "بال", "ولل",
                                         "فال", "كال"};
  char token[8 + SHORT];
  size_t i, few = n < 6 ? 2 : 7;
  int rc = emit(r, s, n);
  if (n < 4 || n > SHORT || r->word.cls != CSTO_C_ARABIC ||
      memcmp(s, "ال", 4) == 0) return rc;
  for (i = 0; i < few && rc == SQLITE_OK; i++) {
    size_t k = strlen(articles[i]);
    memcpy(token, articles[i], k);
    memcpy(token + k, s, n);
    rc = emit(r, token, k + n);
  }
  return rc;
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
  if (mark == '!' && !r->t->stop) return SQLITE_OK;
  if ((mark == '+' || mark == '#') && !r->t->stem) return SQLITE_OK;
  if (mark == '<' || mark == '|' || mark == '>') {
    choice c;
    c.r = r;
    c.left = mark == '<' ? 0 : mark == '|' ? 1 : 2;
    if (!prefix && r->t->stem)
      return csto_query_forms(exact, n, r->word.cls, emit_chosen, &c);
    return c.left ? SQLITE_OK : emit(r, exact, n);
  }
  if (mark == '=' || mark == '#' || !r->t->stem) return emit(r, exact, n);
  if (prefix) return emit_prefix(r, exact, n);
  rc = csto_query_forms(exact, n, r->word.cls, emit_form, r);
  if (rc == SQLITE_OK && mark == '?')
    rc = csto_variants(exact, n, r->word.cls, emit_form, r);
  if (rc == CSTO_VARIANTS_NOMEM) return SQLITE_NOMEM;
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
    if (n > 256 && csto_memo_open(&r.t->memo)) return SQLITE_NOMEM;
    rc = document(&r, n);
  }
  csto_buf_free(&r.folded);
  return rc;
}

static void csto_tok_delete(Fts5Tokenizer *p) {
  tokenizer *t = (tokenizer *)p;
  if (t) csto_memo_close(&t->memo);
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
** tokenizer constructor"): the reason goes to SQLite's error log, and
** csto_debug() tells the last one of the connection. */
static int refuse(csto_conn *conn, const char *what, const char *value) {
  sqlite3_snprintf((int)sizeof conn->refused, conn->refused, "%s '%s'", what,
                   value);
  sqlite3_log(SQLITE_ERROR, "csto tokenizer: %s", conn->refused);
  return SQLITE_ERROR;
}

static int configure(tokenizer *t, csto_conn *conn, const char **arg,
                     int narg) {
  int i;
  for (i = 0; i + 1 < narg; i += 2) {
    const char *key = arg[i], *value = arg[i + 1];
    if (strcmp(key, "version") == 0) {
      if (version(value) < 0) return refuse(conn, "unknown version", value);
    } else if (strcmp(key, "stem") == 0) {
      t->stem = boolean(value);
      if (t->stem < 0)
        return refuse(conn, "stem must be 0 or 1, not", value);
    } else if (strcmp(key, "stop") == 0) {
      t->stop = boolean(value);
      if (t->stop < 0)
        return refuse(conn, "stop must be 0 or 1, not", value);
    } else {
      return refuse(conn, "unknown argument", key);
    }
  }
  return i < narg ? refuse(conn, "no value for argument", arg[i])
                  : SQLITE_OK;
}

static int csto_tok_create(void *ctx, const char **arg, int narg,
                           Fts5Tokenizer **out) {
  tokenizer *t = csto_malloc(sizeof *t);
  int rc;
  *out = NULL;
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->stem = 1;
  csto_wordclass_init(&t->classes);
  rc = configure(t, ctx, arg, narg);
  if (rc != SQLITE_OK) {
    csto_tok_delete((Fts5Tokenizer *)t);
    return rc;
  }
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

int csto_tokenizer_register(fts5_api *api, csto_conn *conn) {
  fts5_tokenizer t;
  int rc;
  t.xCreate = csto_tok_create;
  t.xDelete = csto_tok_delete;
  t.xTokenize = csto_tokenize;
  conn->nref++;
  rc = api->xCreateTokenizer(api, "csto", conn, &t, csto_conn_unref);
  if (rc != SQLITE_OK) csto_conn_unref(conn);
  return rc;
}
