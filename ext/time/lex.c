/* lex.c - reduces a document to the words of dates; see lex.h.
**
** A word is looked up whole first; only when that fails, and it begins with
** a letter that may be a proclitic, its splits are tried (morph/clitics.h),
** so فبراير keeps its ف and the و of واحد stays.
*/
#include "text/letters.h"
#include "time/lex.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include "text/known.h"
#include <string.h>

CSTO_TABLE(date_words);

#define AHEAD 10   /* tokens over which a future verb colours a date */

static uint64_t kinds_of(csto_hit h) {
  uint64_t k = 0;
  for (; h; h = csto_table_next(&csto_table_date_words, h))
    k |= csto_kind(csto_table_letter(&csto_table_date_words, h));
  return k;
}

static int64_t number_of(const char *s) {
  int64_t v = 0;
  int minus = *s == '-';
  for (s += minus; *s >= '0' && *s <= '9'; s++) v = v * 10 + (*s - '0');
  return minus ? -v : v;
}

int64_t csto_lex_val(const csto_lex *x, size_t i, char kind, char want,
                     const char **flags) {
  const csto_table *t = &csto_table_date_words;
  csto_hit h = csto_lex_is(x, i, kind) ? x->it[i].hit : 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    const char *f;
    if (csto_table_letter(t, h) != kind) continue;
    f = csto_table_cell(t, row, 3);
    if (want && !strchr(f, want)) continue;
    if (flags) *flags = f;
    return number_of(csto_table_cell(t, row, 2));
  }
  if (flags) *flags = "";
  return 0;
}

int csto_lex_has(const csto_lex *x, size_t i, char kind, char flag) {
  const csto_table *t = &csto_table_date_words;
  csto_hit h = csto_lex_is(x, i, kind) ? x->it[i].hit : 0;
  for (; h; h = csto_table_next(t, h)) {
    const char *f;
    if (csto_table_letter(t, h) != kind) continue;
    f = csto_table_cell(t, csto_table_row(t, h), 3);
    if (*f && strchr(f, flag)) return 1;
  }
  return 0;
}

/* May a word that starts with this letter carry a proclitic? */
static int may_split(const csto_token *t) {
  const unsigned char *s = (const unsigned char *)t->norm;
  if (t->nnorm < 6) return 0;
  if (s[0] == 0xd9)
    return s[1] == 0x88 || s[1] == 0x81 || s[1] == 0x83 || s[1] == 0x84;
  return s[0] == 0xd8 && s[1] == 0xa8;
}

static void number(const csto_token *t, csto_item *it) {
  uint32_t k;
  it->kinds = csto_kind('1');
  it->ndig = t->nnorm < 255 ? (uint8_t)t->nnorm : 255;
  if (t->nnorm > 9) {
    it->num = -1;
    return;
  }
  for (k = 0; k < t->nnorm; k++) it->num = it->num * 10 + (t->norm[k] - '0');
}

/* 4th: the number of a day. */
static int english_ordinal(const csto_token *t, csto_item *it) {
  static const char *const ends[] = {"st", "nd", "rd", "th"};
  size_t k, n = t->nnorm;
  if (t->kind != CSTO_T_OTHER || n < 3 || n > 4) return 0;
  for (k = 0; k < 4 && memcmp(t->norm + n - 2, ends[k], 2); k++) {}
  if (k == 4) return 0;
  for (k = 0; k < n - 2; k++) {
    if (t->norm[k] < '0' || t->norm[k] > '9') return 0;
    it->num = it->num * 10 + (t->norm[k] - '0');
  }
  it->kinds = csto_kind('1');
  it->ndig = (uint8_t)(n - 2);
  return 1;
}

static void punct(const csto_token *t, csto_item *it) {
  it->kinds = csto_kind('.');
  it->punct = 'o';
  if (t->nnorm == 1) it->punct = t->norm[0];
  else if (!strcmp(t->norm, COMMA)) it->punct = ',';
  else if (!strcmp(t->norm, "\xd9\xab")) it->punct = '.';  /* U+066B */
  else if (!strcmp(t->norm, "\xd9\xac")) it->punct = ',';  /* U+066C */
}

/* سيعقد, وستزور, سأعود: a verb that looks ahead, by its letters; *verb gets
** the word without و, where it is not NULL. */
static size_t future_form(const csto_token *t, const unsigned char **verb) {
  const unsigned char *s = (const unsigned char *)t->norm;
  size_t n = t->nnorm;
  if (t->kind != CSTO_T_WORD || n < 8) return 0;
  if (s[0] == 0xd9 && s[1] == 0x88) s += 2, n -= 2;
  if (n < 8 || s[0] != 0xd8 || s[1] != 0xb3) return 0;
  if (verb) *verb = s;
  if (s[2] == 0xd8) return s[3] == 0xa7 || s[3] == 0xaa ? n : 0;
  return s[2] == 0xd9 && (s[3] == 0x8a || s[3] == 0x86) ? n : 0;
}

/* The same where it is no word of the table (سياسة, سيتي). */
static int future_verb(const csto_doc *d, const csto_token *t) {
  const unsigned char *s;
  size_t n = future_form(t, &s);
  if (!n) return 0;
  /* سا: only when it was written سأ */
  if (s[2] == 0xd8 && s[3] == 0xa7 &&
      !memmem(d->text + t->start, t->end - t->start, SEEN ALEF_HAMZA, 4))
    return 0;
  return !csto_table_find(&csto_table_date_words, (const char *)s, n);
}

/* What a word is: its phrase of so many tokens, or 0, behind its clitics. */
typedef struct reading {
  csto_hit hit;
  size_t ntok;
  uint8_t skip, clitics;
} reading;

/* The phrase at token i behind a split; alone: see csto_table_ask. */
static int look(const csto_doc *d, size_t i, const csto_split *s,
                uint32_t *alone, reading *r) {
  r->hit = csto_table_ask(&csto_table_date_words, d, i, s->skip,
                          s->pre_al ? AL : NULL, alone,
                          &r->ntok);
  r->skip = s->skip;
  r->clitics = s->clitics;
  return r->hit != 0;
}

/* Looks token i up, whole or after its clitics. */
static void read_word(const csto_doc *d, size_t i, uint32_t *alone,
                      reading *r) {
  static const csto_split whole = {0};
  const csto_token *t = &d->tokens[i];
  csto_split s[CSTO_SPLITS];
  int k, n;
  if (look(d, i, &whole, alone, r) || !may_split(t)) return;
  n = csto_proclitics(t->norm, t->nnorm, s, CSTO_SPLITS);
  for (k = 1; k < n; k++) {
    /* two letters are a word after و only: باب is no آب */
    if ((size_t)s[k].skip + 4 > t->nnorm) continue;
    if ((size_t)s[k].skip + 4 == t->nnorm &&
        s[k].clitics != CSTO_PC_CONJ) continue;
    if (look(d, i, s + k, alone, r)) return;
  }
}

/* The same, noted where no word behind goes on with it (text/known.h). */
static void known_word(const csto_doc *d, size_t i, reading *r) {
  uint64_t *note = csto_note(d, i, CSTO_NOTE_DATE);
  if (note && !*note) {
    uint32_t alone = 0;
    read_word(d, i, &alone, r);
    *note = CSTO_NOTED | (uint64_t)r->skip << 56 |
            (uint64_t)r->clitics << 48 | (uint64_t)r->hit << 32 | alone;
  }
  if (!note || csto_table_goes_on(d, i, (uint32_t)*note)) {
    read_word(d, i, NULL, r);
    return;
  }
  r->hit = *note >> 32 & 0xffff;
  r->clitics = *note >> 48 & 255;
  r->skip = *note >> 56 & 127;
  r->ntok = 1;
  if (!r->hit && !(uint32_t)*note && !future_form(&d->tokens[i], NULL))
    csto_mute(d, i, CSTO_MUTE_DATE);
}

static void find_word(const csto_doc *d, size_t i, csto_item *it) {
  reading r;
  known_word(d, i, &r);
  if (!r.hit) return;
  it->hit = r.hit;
  it->clitics = r.clitics;
  if (r.skip) it->start = csto_doc_offset(d, i, r.skip);
  it->tokend = (uint32_t)(i + r.ntok);
  it->kinds = kinds_of(it->hit);
}

typedef struct opening {
  csto_lex *x;
  size_t cap;
  size_t cue;              /* the token that last looked ahead */
  uint32_t cue_sentence;
  int hole;                /* the last item is one */
} opening;

static int add(opening *o, const csto_item *it) {
  csto_lex *x = o->x;
  x->it = csto_arena_grow(&x->d->arena, x->it, x->n, &o->cap, sizeof *it);
  if (!x->it) return CSTO_NOMEM;
  x->it[x->n++] = *it;
  o->hole = !it->kinds;
  return CSTO_OK;
}

/* A hole at token i, unless there is one. */
static int add_hole(opening *o, size_t i) {
  csto_item gap = {0};
  gap.tok = gap.tokend = (uint32_t)i;
  return o->hole ? CSTO_OK : add(o, &gap);
}

/* أفضل من المتوقع: what was expected, behind a comparison; nothing to come. */
static int than_expected(const csto_doc *d, size_t i) {
  static const char min[] = MEEM NOON, an[] = ALEF NOON;
  const csto_token *t = d->tokens + i;
  return i > 1 && strcmp(t[-1].norm, min) == 0 && t[-2].nnorm == 8 &&
         memcmp(t[-2].norm, ALEF, 2) == 0 &&
         memcmp(t[-2].norm + 2, LAM, 2) != 0 &&
         (i + 1 == d->ntokens || strcmp(t[1].norm, an) != 0);
}

static int is_ahead(const opening *o, size_t i) {
  return o->cue_sentence == o->x->d->tokens[i].sentence &&
         i - o->cue <= AHEAD;
}

/* Reads the item at token i; 0 if there is none. */
static int item(opening *o, size_t i, csto_item *it) {
  const csto_doc *d = o->x->d;
  const csto_token *t = &d->tokens[i];
  memset(it, 0, sizeof *it);
  it->tok = (uint32_t)i;
  it->tokend = (uint32_t)i + 1;
  it->start = t->start;
  it->space = t->space;
  if (t->kind == CSTO_T_NUMBER) number(t, it);
  else if (t->kind == CSTO_T_PUNCT) punct(t, it);
  else if (!english_ordinal(t, it)) find_word(d, i, it);
  if (future_verb(d, t) ||
      ((it->kinds & csto_kind('w')) && !than_expected(d, i))) {
    o->cue = i;
    o->cue_sentence = t->sentence;
  }
  it->ahead = (uint8_t)is_ahead(o, i);
  it->end = d->tokens[it->tokend - 1].end;
  return it->kinds != 0;
}

int csto_lex_open(csto_lex *x, csto_doc *d) {
  opening o = {0};
  csto_item it;
  size_t i;
  int rc = CSTO_OK;
  memset(x, 0, sizeof *x);
  x->d = d;
  x->bare = d->ntokens <= 24;
  o.x = x, o.cue_sentence = UINT32_MAX, o.hole = 1;
  for (i = 0; i < d->ntokens && rc == CSTO_OK;) {
    const csto_token *t = &d->tokens[i];
    int found;
    __builtin_prefetch(csto_note_ahead(d, i));
    __builtin_prefetch(csto_table_ahead(&csto_table_date_words, d, i));
    found = !(t->mute & CSTO_MUTE_DATE) && item(&o, i, &it);
    if (!found && !is_ahead(&o, i)) x->bare = 0;
    if (!found || t->newline) rc = add_hole(&o, i);
    if (found && rc == CSTO_OK) rc = add(&o, &it);
    i = found ? it.tokend : i + 1;
  }
  return rc == CSTO_OK ? add_hole(&o, i) : rc;
}

void csto_lex_close(csto_lex *x) {
  csto_arena_drop(&x->d->arena, x->it);
  x->it = NULL;
  x->n = 0;
}
