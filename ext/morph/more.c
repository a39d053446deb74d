/* more.c - see more.h.
**
** A word that is written with ة has no pronoun at its end.  Where the index,
** which folds ة to ه, reads one (عملة: عمل + ه) the word is whole.  So is one
** with the article before what would be a function word (الإمام: أمام).
** Cost: two look-ups and one or two stems a word of a query.
*/
#include "morph/more.h"
#include <string.h>
#include "morph/stem.h"
#include "text/fold.h"
#include "text/table.h"

CSTO_TABLE(query_words);

static const char teh[] = "ة", plural[] = "ات", al[] = "ال";

/* Written with ة, which the index takes for a pronoun, or with the article
** before what it takes for a function word?  How it is whole, or 0. */
static int misread(const char *w, size_t n, const char *norm, size_t nnorm) {
  csto_stem s;
  csto_stem_word(norm, nnorm, &s);
  if (s.function && s.al && n > 4 && memcmp(w, al, 4) == 0)
    return CSTO_MORE_ARTICLE;
  if (n < 6 || memcmp(w + n - 2, teh, 2) != 0) return 0;
  return s.prefix == 0 && s.suffix == 2 && s.n + 2u == nnorm &&
                 !s.function && memcmp(s.text, norm, s.n) == 0
             ? CSTO_MORE_NOUN : 0;
}

/* Does the plural of the noun norm (عملات) have that noun as its stem? */
static int plural_leads_back(const char *norm, size_t n) {
  char w[CSTO_STEM_MAX + sizeof plural];
  csto_stem s;
  size_t k = n - 2 + sizeof plural - 1;
  memcpy(w, norm, n - 2);
  memcpy(w + n - 2, plural, sizeof plural - 1);
  csto_stem_word(w, k, &s);
  return s.n == n && memcmp(s.text, norm, n) == 0;
}

/* The cell of words asked for besides of a row of the list. */
static const char *also_of(csto_hit h) {
  return csto_table_cell(&csto_table_query_words,
                         csto_table_row(&csto_table_query_words, h), 1);
}

void csto_more_of(const char *w, size_t n, const char *norm, size_t nnorm,
                  csto_more *out) {
  csto_hit h;
  csto_stem s;
  memset(out, 0, sizeof *out);
  if (nnorm > CSTO_STEM_MAX) return;
  h = csto_table_find(&csto_table_query_words, norm, nnorm);
  if (!h) {
    out->whole = misread(w, n, norm, nnorm);
    if (out->whole == CSTO_MORE_NOUN)
      out->plural = plural_leads_back(norm, nnorm) ? '+' : '#';
    if (out->whole) return;
    csto_stem_word(norm, nnorm, &s);     /* any form of a listed word */
    if (s.n) h = csto_table_find(&csto_table_query_words, s.text, s.n);
    if (h && *also_of(h)) out->also = also_of(h);
  } else if (*also_of(h)) {
    out->also = also_of(h);
  } else {
    out->whole = CSTO_MORE_NAME;
  }
}

static void phrase(csto_buf *out, char mark, const char *before,
                   const char *w, size_t n, const char *behind) {
  csto_buf_puts(out, " OR \"");
  csto_buf_putc(out, mark);
  csto_buf_puts(out, before);
  csto_buf_add(out, w, n);
  csto_buf_puts(out, behind);
  csto_buf_putc(out, '"');
}

/* Is the word w a word of its own with these letters before it (زارة:
** وزارة)? */
static int is_other(const char *before, const char *w, size_t n) {
  char norm[CSTO_FOLD_ROOM(CSTO_STEM_MAX) + 8];
  size_t k = strlen(before);
  csto_stem s;
  int weight;
  if (n > CSTO_STEM_MAX) return 1;
  memcpy(norm, before, k);
  n = k + csto_fold_word(w, n, norm + k);
  csto_stem_word(norm, n, &s);
  return s.prefix == 0 && csto_word_sort(norm, n, &weight) != CSTO_UNKNOWN;
}

/* The word w as it is written, behind the letters that may be attached. */
static void put_whole(csto_buf *out, int whole, const char *w, size_t n) {
  static const char *const attached[] = {
      "و", "ف", "ل", "ب", "ك", "ول", "وب",
      "ال", "وال", "فال", "لل", "ولل", "بال", "وبال", "كال"};
  size_t i = 0, k = whole == CSTO_MORE_NAME ? 7 : 15;
  if (whole == CSTO_MORE_ARTICLE) {   /* والإمام, للإمام */
    i = 8;
    w += sizeof al - 1;
    n -= sizeof al - 1;
  }
  for (; i < k; i++)
    if (!is_other(attached[i], w, n)) phrase(out, '#', attached[i], w, n, "");
}

void csto_more_put(csto_buf *out, const csto_more *m, const char *w,
                   size_t n) {
  const char *p = m->also;
  while (p && *p) {
    size_t k, exact = *p == '=';
    p += exact;
    k = strcspn(p, " ");
    phrase(out, exact ? '#' : '+', "", p, k, "");
    p += k + strspn(p + k, " ");
  }
  if (m->whole) put_whole(out, m->whole, w, n);
  if (m->plural) phrase(out, m->plural, "", w, n - 2, plural);
  if (m->plural == '#') phrase(out, '#', "ال", w, n - 2, plural);
}
