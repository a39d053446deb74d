/* lex.c - reduces a document to the words of dates; see lex.h.
**
** A word is looked up whole first; only when that fails, and it begins with
** a letter that may be a proclitic, its splits are tried (morph/clitics.h),
** so فبراير keeps its ف and the و of واحد stays.
*/
#include "time/lex.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <stdlib.h>
#include <string.h>

CSTO_TABLE(date_words);

#define AHEAD 10   /* tokens over which a future verb colours a date */

static uint64_t kinds_of(csto_hit h) {
  uint64_t k = 0;
  for (; h; h = csto_table_next(&csto_table_date_words, h))
    k |= csto_kind(csto_table_cell(&csto_table_date_words,
         csto_table_row(&csto_table_date_words, h), 1)[0]);
  return k;
}

int64_t csto_lex_val(const csto_lex *x, size_t i, char kind, char want,
                     const char **flags) {
  const csto_table *t = &csto_table_date_words;
  csto_hit h = csto_lex_is(x, i, kind) ? x->it[i].hit : 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    const char *f = csto_table_cell(t, row, 3);
    if (csto_table_cell(t, row, 1)[0] != kind) continue;
    if (want && !strchr(f, want)) continue;
    if (flags) *flags = f;
    return strtoll(csto_table_cell(t, row, 2), NULL, 10);
  }
  if (flags) *flags = "";
  return 0;
}

int csto_lex_has(const csto_lex *x, size_t i, char kind, char flag) {
  const csto_table *t = &csto_table_date_words;
  csto_hit h = csto_lex_is(x, i, kind) ? x->it[i].hit : 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    const char *f = csto_table_cell(t, row, 3);
    if (csto_table_cell(t, row, 1)[0] == kind && strchr(f, flag)) {
      return *f != 0;
    }
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

/* Looks token i up, whole or after its clitics. */
static void find_word(const csto_doc *d, size_t i, csto_item *it) {
  const csto_token *t = &d->tokens[i];
  csto_split s[CSTO_SPLITS];
  size_t n;
  int k, ns;
  it->hit = csto_table_match(&csto_table_date_words, d, i, 0, NULL, &n);
  it->start = t->start;
  if (!it->hit && may_split(t)) {
    ns = csto_proclitics(t->norm, t->nnorm, s, CSTO_SPLITS);
    for (k = 1; k < ns && !it->hit; k++) {
      /* two letters are a word after و only: باب is no آب */
      if ((size_t)s[k].skip + 4 > t->nnorm) continue;
      if ((size_t)s[k].skip + 4 == t->nnorm &&
          s[k].clitics != CSTO_PC_CONJ) continue;
      it->hit = csto_table_match(&csto_table_date_words, d, i, s[k].skip,
                                 s[k].pre_al ? "\xd8\xa7\xd9\x84" : NULL,
                                 &n);
      if (!it->hit) continue;
      it->clitics = s[k].clitics;
      it->start = csto_doc_offset(d, i, s[k].skip);
    }
  }
  if (!it->hit) return;
  it->tokend = (uint32_t)(i + n);
  it->kinds = kinds_of(it->hit);
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
  else if (!strcmp(t->norm, "\xd8\x8c")) it->punct = ',';
  else if (!strcmp(t->norm, "\xd9\xab")) it->punct = '.';  /* U+066B */
  else if (!strcmp(t->norm, "\xd9\xac")) it->punct = ',';  /* U+066C */
}

/* سيعقد, وستزور, سأعود: a verb that looks ahead, unless it stands in the
** table (سياسة, سيتي). */
static int future_verb(const csto_doc *d, const csto_token *t) {
  const unsigned char *s = (const unsigned char *)t->norm;
  size_t n = t->nnorm;
  if (t->kind != CSTO_T_WORD || n < 8) return 0;
  if (s[0] == 0xd9 && s[1] == 0x88) s += 2, n -= 2;
  if (n < 8 || s[0] != 0xd8 || s[1] != 0xb3) return 0;
  if (s[2] == 0xd8 && s[3] == 0xa7) {
    /* سا: only when it was written سأ */
    if (!memmem(d->text + t->start, t->end - t->start, "\xd8\xb3\xd8\xa3", 4))
      return 0;
  } else if (!((s[2] == 0xd9 && (s[3] == 0x8a || s[3] == 0x86)) ||
               (s[2] == 0xd8 && s[3] == 0xaa))) {
    return 0;
  }
  return !csto_table_find(&csto_table_date_words, (const char *)s, n);
}

int csto_lex_open(csto_lex *x, csto_doc *d) {
  size_t i = 0, cap = 0;
  uint32_t cue = 0, cue_sentence = UINT32_MAX;
  int hole = 1;
  memset(x, 0, sizeof *x);
  x->d = d;
  x->bare = 1;
  for (;;) {
    const csto_token *t = &d->tokens[i];
    csto_item it = {0};
    if (i < d->ntokens) {
      it.tok = (uint32_t)i;
      it.tokend = (uint32_t)i + 1;
      it.start = t->start;
      it.space = t->space;
      if (t->kind == CSTO_T_NUMBER) number(t, &it);
      else if (t->kind == CSTO_T_PUNCT) punct(t, &it);
      else if (!english_ordinal(t, &it)) find_word(d, i, &it);
      if (future_verb(d, t) || (it.kinds & csto_kind('w'))) {
        cue = (uint32_t)i;
        cue_sentence = t->sentence;
      }
      it.ahead = cue_sentence == t->sentence && i - cue <= AHEAD;
      it.end = d->tokens[it.tokend - 1].end;
      if (!it.kinds && !it.ahead) x->bare = 0;
    }
    if ((!it.kinds || (i < d->ntokens && t->newline)) && !hole) {
      csto_item gap = {0};
      gap.tok = gap.tokend = (uint32_t)i;
      x->it = csto_arena_grow(&d->arena, x->it, x->n, &cap, sizeof gap);
      if (!x->it) return CSTO_NOMEM;
      x->it[x->n++] = gap;
      hole = 1;
    }
    if (i >= d->ntokens) break;
    if (it.kinds) {
      x->it = csto_arena_grow(&d->arena, x->it, x->n, &cap, sizeof it);
      if (!x->it) return CSTO_NOMEM;
      x->it[x->n++] = it;
      hole = 0;
    }
    i = it.tokend;
  }
  if (d->ntokens > 24) x->bare = 0;
  return CSTO_OK;
}
