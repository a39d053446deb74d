/* split.c - paragraphs that a dump has cut at every link and every bold word.
**
** A program that writes each piece of text of a page on a line of its own
** leaves "The ministry of" / "Health" / ", said ...".  A line that begins with
** a comma or a closing sign, or follows an open bracket or a comma, goes on
** from the one before; so may one whose first word cannot begin a sentence,
** or before which a word needs another.  Where three lines (and a sign among
** them) prove that the text is cut so, they are joined, and with them a short
** piece that stands between two others after a finished sentence.  Pages of
** markup have lines of their own and are left alone.  Linear in the lines.
*/
#include <string.h>
#include "article/page.h"
#include "base/rc.h"

#define PIECE 6              /* words of a link, at the most */

/* Does s[0..n) begin (end) with one of the signs? */
static int has_sign(const char *s, size_t n, const char *const *signs,
                    int at_end) {
  size_t i, k;
  for (i = 0; signs[i]; i++) {
    k = strlen(signs[i]);
    if (n >= k && memcmp(at_end ? s + n - k : s, signs[i], k) == 0) return 1;
  }
  return 0;
}

static const char *const closing[] = {"،", ",", "؛", ".", ")", "»", "”", ":",
                                      "؟", "!", NULL};
static const char *const open_at_end[] = {"،", ",", "(", "«", "“", NULL};

/* Do the signs say that line i goes on from the one before? */
static int by_signs(const csto_page *p, size_t i) {
  const csto_line *a = &p->lines[i - 1], *b = &p->lines[i];
  if (a->ends || b->bullet) return 0;
  if (has_sign(csto_line_s(p, a), csto_line_n(a), open_at_end, 1)) return 1;
  if (!has_sign(csto_line_s(p, b), csto_line_n(b), closing, 0)) return 0;
  /* a full stop on the wrong side of its own line is none of the last one's,
  ** nor are three */
  return csto_line_s(p, b)[0] != '.' || csto_line_n(b) == 1 ||
         csto_line_s(p, b)[1] == ' ';
}

/* Do the words: the last of the line before, the first of this one? */
static int by_words(const csto_page *p, size_t i) {
  const csto_line *a = &p->lines[i - 1], *b = &p->lines[i];
  const char *s = csto_line_s(p, a);
  size_t n = csto_line_n(a), from = n > 40 ? n - 40 : 0;
  char buf[600];
  csto_words w;
  if (a->ends || b->bullet) return 0;
  csto_words_cut(&w, csto_line_s(p, b), csto_line_n(b), 1, 1, buf,
                 sizeof buf);
  if (w.n && csto_marked(w.text, w.end[0], "goeson")) return 1;
  while (n > from && s[n - 1] != ' ') n--;
  if (n == from && from) return 0;
  csto_words_cut(&w, s + n, csto_line_n(a) - n, 1, 2, buf, sizeof buf);
  return w.n == 1 && csto_marked(w.text, w.end[0], "function");
}

/* A line that may be a piece of a sentence. */
static int piece(const csto_line *l) {
  return (l->cls == CSTO_K_TEXT || l->cls == CSTO_K_PROSE ||
          l->cls == CSTO_K_SECTION || l->cls == CSTO_K_TICKER) && !l->bullet;
}

/* Is line i the first after a sentence, or too short to be a headline? */
static int opens(const csto_page *p, const uint8_t *join, size_t i) {
  return p->lines[i].words <= 3 || (i > 0 && (p->lines[i - 1].ends ||
                                              join[i]));
}

/* join[i]: line i belongs to the one before. */
static void find_joins(const csto_page *p, uint8_t *join, unsigned blank) {
  const csto_line *l = p->lines;
  size_t i;
  for (i = 1; i < p->nlines; i++)
    join[i] = l[i].blank <= blank && (by_signs(p, i) || by_words(p, i));
  for (i = 2; i < p->nlines; i++) {
    if (l[i].blank > blank || l[i - 1].blank > blank || l[i - 1].ends ||
        l[i - 2].ends || l[i - 1].words > PIECE || join[i - 1] ||
        !piece(&l[i - 1]) || !piece(&l[i - 2]) || !opens(p, join, i - 2))
      continue;
    if (join[i] || (piece(&l[i]) && l[i].ends && i > 2 &&
                    (l[i - 3].ends || join[i - 2])))
      join[i - 1] = join[i] = 1;
  }
}

/* The text with its lines joined. */
static int rewrite(csto_page *p, const uint8_t *join) {
  char *out = csto_arena_alloc(p->arena, p->bytes + 1);
  size_t i, from = 0, n = 0;
  if (!out) return CSTO_NOMEM;
  for (i = 0; i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    if (join[i]) {
      from = l->start;
      if (!has_sign(p->text + from, csto_line_n(l), closing, 0))
        out[n++] = ' ';
    }
    memcpy(out + n, p->text + from, l->end - from);
    n += l->end - from;
    from = l->end;
  }
  p->text = out;
  p->bytes = n;
  return csto_page_lines(p);
}

int csto_page_rejoin(csto_page *p) {
  size_t i, found = 0;
  unsigned blank = 9;
  uint8_t *join;
  int rc;
  for (i = 1; i < p->nlines; i++)
    if (by_signs(p, i)) {
      found++;
      if (p->lines[i].blank < blank) blank = p->lines[i].blank;
    }
  if (!found) return CSTO_OK;
  for (i = 1; found < 3 && i < p->nlines; i++)
    found += p->lines[i].blank <= blank && by_words(p, i);
  if (found < 3) return CSTO_OK;
  join = csto_arena_zalloc(p->arena, p->nlines);
  if (!join) return CSTO_NOMEM;
  find_joins(p, join, blank);
  rc = rewrite(p, join);
  return rc ? rc : csto_page_classify(p);
}
