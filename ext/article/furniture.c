/* furniture.c - short lines of the page's frame, told by what they are made
** of.
**
** classify.c knows whole lines by heart; here are those that no list can
** hold: lines of nothing but words that stand on buttons and in notices
** (data/article_marks.tsv: button, page, social), rows of hashtags, a mail
** address, the initials of who typed the text, arrows to the page before and
** after.  Every word must be of the kind, so that one word of a story's own
** keeps the line.  Cost: a look-up a word, up to the first that is not.
*/
#include <string.h>
#include "article/page.h"
#include "text/table.h"

CSTO_TABLE(article_marks);

static int word_is(const csto_words *w, size_t i, const char *kind) {
  return csto_marked(w->text + w->at[i], w->end[i] - w->at[i], kind);
}

/* What a word is among the frame's: 2 a button's, 1 of its company, 0 no. */
static int of_frame(const csto_words *w, size_t i) {
  static const struct { const char *kind; int rank; } kinds[] = {
    {"button", 2}, {"social", 2}, {"page", 1}, {"function", 1},
  };
  const csto_table *t = &csto_table_article_marks;
  csto_hit h;
  size_t k;
  int rank = 0;
  if (w->text[w->at[i]] == '0') return 1;
  h = csto_table_find(t, w->text + w->at[i], w->end[i] - w->at[i]);
  for (; h; h = csto_table_next(t, h))
    for (k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (kinds[k].rank > rank &&
          !strcmp(csto_table_cell(t, csto_table_row(t, h), 1), kinds[k].kind))
        rank = kinds[k].rank;
  return rank;
}

/* Nothing but words of buttons and notices, one of them a button's. */
static int buttons(const csto_words *w) {
  size_t i;
  int rank, best = 0;
  for (i = 0; i < w->n; i++) {
    if ((rank = of_frame(w, i)) == 0) return 0;
    if (rank > best) best = rank;
  }
  return best == 2;
}

/* "#one #two_words": every word behind a sign of its own. */
static int hashtags(const char *s, size_t n) {
  size_t i;
  for (i = 0; i < n; i++)
    if (s[i] != ' ' && s[i] != '#' && (i == 0 || s[i - 1] == ' ')) return 0;
  return n > 1 && s[0] == '#';
}

/* One letter and one again: who wrote, who typed.  behind: after a word. */
static int initials(const csto_words *w, int behind) {
  size_t i, from = behind ? 1 : 0;
  for (i = from; i < w->n; i++)
    if (w->end[i] - w->at[i] != 2) return 0;
  return w->n >= from + 2 && w->n <= from + 6;
}

static int begins(const char *s, size_t n, const char *with) {
  size_t k = strlen(with);
  return n > k && memcmp(s, with, k) == 0;
}

/* "<< headline", "headline >>": the story before or after; a quotation has
** both signs and no space. */
static int arrow(const char *s, size_t n) {
  static const char *const first[] = {"« ", "← ", "→ ", "<< ", "‹ "};
  static const char *const last[] = {" »", " ←", " →", " >>", " ›"};
  size_t i, k;
  for (i = 0; i < sizeof first / sizeof *first; i++) {
    k = strlen(last[i]);
    if (begins(s, n, first[i]) && !memmem(s, n, last[i] + 1, k - 1)) return 1;
    if (n > k && memcmp(s + n - k, last[i], k) == 0 &&
        !memmem(s, n, first[i], strlen(first[i]) - 1))
      return 1;
  }
  return 0;
}

/* A word or two of a button glued to an address. */
static int address(const char *s, size_t n) {
  const char *a = memmem(s, n, "http", 4), *sp = memchr(s, ' ', n);
  if (!a || a == s || a[-1] == ' ' || !memmem(a, n - (size_t)(a - s), "://", 3))
    return 0;
  return !sp || !memchr(sp + 1, ' ', n - (size_t)(sp + 1 - s));
}

/* "agency/writer/typist": what closes a story of a wire. */
static int wire_end(const char *s, size_t n, const csto_words *w) {
  size_t i;
  if (s[w->to[0]] != '/' && !(w->n > 1 && s[w->to[1]] == '/')) return 0;
  for (i = 0; i < 2 && i < w->n; i++)
    if (w->to[i] < n && s[w->to[i]] == '/')
      return csto_marked(w->text, w->end[i], "agency");
  return 0;
}

int csto_page_furniture(const char *s, size_t n, const csto_line *l,
                        const csto_words *w) {
  if (s[0] == '#' && hashtags(s, n)) return CSTO_K_NAV;
  if (l->latin && l->words <= 3 && memchr(s, '@', n)) return CSTO_K_NAV;
  if (l->latin > 6 && l->words <= 12 && address(s, n)) return CSTO_K_NAV;
  if (w->n == 0 || w->more) return 0;
  if (w->n > 1 && l->words <= 12 && buttons(w)) return CSTO_K_NAV;
  if (n <= 30 && !l->digits && (memchr(s, '/', n) || memchr(s, '.', n)) &&
      initials(w, word_is(w, 0, "button")) &&
      !csto_marked(w->text, w->end[w->n - 1], "agency"))
    return CSTO_K_LABEL;
  if (l->words <= 8 && !l->ends && !l->digits && memchr(s, '/', n) &&
      wire_end(s, n, w))
    return CSTO_K_LABEL;
  if (l->words <= 20 && !l->ends && arrow(s, n)) return CSTO_K_NAV;
  return 0;
}
