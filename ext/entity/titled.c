/* titled.c - what a word before quotation marks says their words are.
**
** فيلم "الأرض", روايته الأولى «الحارس», موقع "..." : a word for works or media
** (classes work, hiswork, outlet of data/entity_words.tsv), at most two
** adjectives, and a quotation of a few words; the name is what the marks hold.
** Found from the opening mark, so that a text without quotations costs one
** comparison a token.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

#define QUOTED_MAX 9
#define ADJECTIVES 2

static int is(const csto_token *t, const char *s) {
  return t->kind == CSTO_T_PUNCT && strcmp(t->norm, s) == 0;
}

/* The token of the mark that closes the one at token i; 0: none near. */
static size_t closing(const csto_ework *w, size_t i) {
  const csto_token *t = w->d->tokens;
  const char *close = is(&t[i], "\"") ? "\"" : GUILLEMET_CLOSE;
  size_t j;
  for (j = i + 1; j <= i + QUOTED_MAX && j < w->d->ntokens; j++) {
    if (t[j].newline || is(&t[j], COMMA)) return 0;
    if (is(&t[j], close)) return j > i + 1 ? j : 0;
  }
  return 0;
}

/* كتابة is not كتابه, though folded alike. */
static int feminine(const csto_ework *w, const csto_token *t) {
  return t->end - t->start > 2 &&
         !memcmp(w->d->text + t->end - 2, MARBUTA, 2);
}

static int in_list(const csto_ework *w, const csto_token *t, size_t skip,
                   csto_etype *type) {
  const char *s = t->norm + skip;
  size_t n = t->nnorm - skip;
  if (csto_word_is(s, n, "work") ||
      (csto_word_is(s, n, "hiswork") && !feminine(w, t))) *type = CSTO_DOC_;
  else if (csto_word_is(s, n, "outlet")) *type = CSTO_ORG;
  else return 0;
  return 1;
}

/* Is token i such a word, with or without proclitics? */
static int cue(const csto_ework *w, size_t i, csto_etype *type) {
  const csto_token *t = &w->d->tokens[i];
  csto_split split[CSTO_SPLITS];
  int k, n;
  if (t->kind != CSTO_T_WORD) return 0;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (k = 0; k < n; k++)
    if (!(split[k].clitics & CSTO_PC_SEEN) &&
        in_list(w, t, split[k].skip, type)) return 1;
  return 0;
}

static int try_mark(csto_ework *w, size_t i) {
  const csto_token *t = w->d->tokens;
  size_t j, end;
  csto_etype type;
  csto_span *s;
  for (j = i; j > 0 && i - j <= ADJECTIVES; ) {
    if (t[j].newline) return CSTO_OK;
    if (cue(w, --j, &type)) break;
    if (t[j].kind != CSTO_T_WORD || !(w->cls[j] & CSTO_W_AL) || w->conj[j])
      return CSTO_OK;
  }
  if (j == i || i - j > ADJECTIVES + 1 || !cue(w, j, &type)) return CSTO_OK;
  if (j + 1 == i && w->cls[j] & CSTO_W_AL) return CSTO_OK;
  end = closing(w, i);                     /* but not الفيلم "كارثي" */
  if (!end) return CSTO_OK;
  s = csto_ework_span(w, type, i + 1, end, 0, CSTO_S_TAG, "quoted title",
                      0.8);
  if (!s) return CSTO_NOMEM;
  s->titled = 1;
  return CSTO_OK;
}

int csto_titled_spans(csto_ework *w) {
  size_t i, straight = 0;                  /* marks in the line so far */
  int rc = CSTO_OK;
  for (i = 0; i + 2 < w->d->ntokens && rc == CSTO_OK; i++) {
    const csto_token *t = &w->d->tokens[i];
    if (t->newline) straight = 0;
    if (is(t, "\"") ? straight++ % 2 == 0 : is(t, GUILLEMET_OPEN))
      rc = try_mark(w, i);
  }
  return rc;
}
