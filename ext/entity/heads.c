/* heads.c - words that begin the name of an office or institution.
**
** One look-up in data/heads.tsv for each reading of a word: as written,
** without the article, without proclitics; done once for every word, and noted
** for the texts that come (text/known.h).  Cost: constant for a word.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "text/known.h"
#include <string.h>

enum { COL_TYPE = 2, COL_GENDER };

csto_etype csto_head_type(uint32_t row) {
  return csto_etype_of(csto_table_cell(&csto_table_heads, row, COL_TYPE));
}

int csto_head_gender(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_heads, row, COL_GENDER);
  return *s == 'm' ? 1 : *s == 'f' ? 2 : 0;
}

static int head_kind(char letter) {
  switch (letter) {
    case 'r': return CSTO_H_ROLE;
    case 'o': return CSTO_H_ORG;
    case 'p': return CSTO_H_PLACE;
    case 'e': return CSTO_H_EVENT;
    case 'd': return CSTO_H_DOC;
    default: return CSTO_H_TITLE;
  }
}

/* One reading of token tok; alone: see csto_table_ask. */
static csto_hit look(const csto_ework *w, size_t tok, size_t skip,
                     uint32_t *alone, size_t *n) {
  return csto_table_ask(&csto_table_heads, w->d, tok, skip, NULL, alone, n);
}

static int try_head(const csto_ework *w, size_t tok, size_t skip, int al,
                    uint32_t *alone, csto_head *h) {
  const csto_token *t = &w->d->tokens[tok];
  csto_hit x;
  size_t n;
  int definite = al;
  if (t->nnorm < skip + 4) return 0;
  x = look(w, tok, skip, alone, &n);
  if (!x && t->nnorm > skip + 8 && !memcmp(t->norm + skip, AL, 4)) {
    x = look(w, tok, skip + 4, alone, &n);
    definite = 1;
  }
  if (!x) return 0;
  h->row = csto_table_row(&csto_table_heads, x);
  h->kind = (uint8_t)head_kind(csto_table_letter(&csto_table_heads, x));
  h->definite = (uint8_t)definite;
  h->al = (uint8_t)al;
  h->ntok = (uint16_t)n;
  h->skip = (uint16_t)skip;
  return 1;
}

/* وإلى: joined by what is written, no والي. */
static int is_joined(const csto_ework *w, const csto_token *t) {
  return t->end - t->start > 4 &&
         !memcmp(w->d->text + t->start, WAW ALEF_BELOW, 4);
}

static void readings(const csto_ework *w, size_t tok, uint32_t *alone,
                     csto_head *h) {
  const csto_token *t = &w->d->tokens[tok];
  const char *s = t->norm;
  size_t at;
  if (try_head(w, tok, 0, 0, alone, h)) {
    if (!is_joined(w, t)) return;
    memset(h, 0, sizeof *h);
  }
  for (at = w->conj[tok]; ; at = 2) {
    if (at && try_head(w, tok, at, 0, alone, h)) return;
    if (t->nnorm > at + 6) {
      if (!memcmp(s + at, LAM LAM, 4) &&
          try_head(w, tok, at + 4, 1, alone, h)) return;
      if ((!memcmp(s + at, BEH, 2) || !memcmp(s + at, LAM, 2)) &&
          try_head(w, tok, at + 2, 0, alone, h)) return;
    }
    if (at || memcmp(s, WAW, 2)) return;
    if (w->cls[tok] & CSTO_W_COMMON) {     /* ووزير */
      (void)try_head(w, tok, 2, 0, alone, h);
      return;
    }
  }
}

#define NOTE_ASK ((uint64_t)1 << 62)   /* the text as written decides */

static uint64_t note_of(const csto_head *h, uint32_t alone) {
  if (!h->ntok) return CSTO_NOTED | alone;
  return CSTO_NOTED | (uint64_t)h->kind << 56 | (uint64_t)h->al << 55 |
         (uint64_t)h->definite << 54 | (uint64_t)h->skip << 48 |
         (uint64_t)(h->row + 1) << 32 | alone;
}

static void noted(uint64_t note, csto_head *h) {
  uint32_t row = note >> 32 & 0xffff;
  if (!row) return;
  h->row = row - 1;
  h->ntok = 1;
  h->skip = note >> 48 & 63;
  h->definite = note >> 54 & 1;
  h->al = note >> 55 & 1;
  h->kind = note >> 56 & 63;
}

/* The head word at token i, noted where no word behind goes on with it. */
static void read_head(csto_ework *w, size_t i) {
  const csto_token *t = &w->d->tokens[i];
  uint64_t *note = csto_note(w->d, i, CSTO_NOTE_HEAD);
  if (note && !*note) {
    csto_head h = {0};
    uint32_t alone = 0;
    readings(w, i, &alone, &h);
    *note = note_of(&h, alone);
    if (*note == CSTO_NOTED) csto_mute(w->d, i, CSTO_MUTE_HEAD);
    if (!memcmp(t->norm, WAW, 2)) *note |= NOTE_ASK;      /* is_joined */
  }
  if (note && !(*note & NOTE_ASK) &&
      !csto_table_goes_on(w->d, i, (uint32_t)*note))
    noted(*note, &w->head[i]);
  else
    readings(w, i, NULL, &w->head[i]);
}

int csto_ework_heads(csto_ework *w) {
  const csto_token *t = w->d->tokens;
  size_t i;
  w->head = csto_arena_zalloc(&w->d->arena,
                              (w->d->ntokens + 1) * sizeof *w->head);
  if (!w->head) return CSTO_NOMEM;
  for (i = 0; i < w->d->ntokens; i++)
    if (t[i].kind == CSTO_T_WORD && !(t[i].mute & CSTO_MUTE_HEAD))
      read_head(w, i);
  return CSTO_OK;
}
