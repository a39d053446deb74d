/* honour.c - places, institutions and prizes called after somebody.
**
** مستشفى الملك خالد الجامعي, طريق الأمير فيصل بن فهد, مركز الملك عبدالعزيز
** للحوار الوطني بالدمام: a head word without article (flag honour of
** data/heads.tsv), a title (flag honoured), the name, and what goes on behind
** it: adjectives, what the institution is for, its town.  The model takes the
** head for one name and the person for another.  A cup has the title alone,
** too (كأس الملك).  Cost: a look-up a word; names end after TAIL_MAX words.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include <string.h>

#define TAIL_MAX 6

/* A word of the same line. */
static const csto_token *word(const csto_ework *w, size_t i) {
  const csto_token *t;
  if (i >= w->d->ntokens) return NULL;
  t = &w->d->tokens[i];
  return t->kind == CSTO_T_WORD && !t->newline ? t : NULL;
}

static inline int listed(const csto_ework *w, size_t i, const char *list) {
  return word(w, i) && csto_token_is(w, i, list);
}

/* The token behind the titles at token i: الملك, خادم الحرمين الشريفين. */
static size_t titles(const csto_ework *w, size_t i) {
  csto_head h;
  while (word(w, i) && csto_head_at(w, i, &h) && !h.skip &&
         csto_head_flag(h.row, "honoured") &&
         (w->cls[i] & CSTO_W_AL || h.ntok > 1)) i += h.ntok;
  return i;
}

/* The token behind one name at token i: فيصل, عبد العزيز, آل سعود. */
static size_t one_name(const csto_ework *w, size_t i) {
  if (!word(w, i)) return i;
  if (listed(w, i, "abd")) return word(w, i + 1) ? i + 2 : i;
  if (w->cls[i] & CSTO_W_GIVEN) return i + 1;
  return w->cls[i] & (CSTO_W_AL | CSTO_W_COMMON | CSTO_W_END | CSTO_W_PREP)
             ? i : i + 1;
}

/* The token behind a person's name at token i: سلطان بن عبد العزيز. */
static size_t person(const csto_ework *w, size_t i) {
  size_t end = one_name(w, i);
  if (end == i) return i;
  if (word(w, end) && w->cls[end] & CSTO_W_GIVEN && !listed(w, end, "kin"))
    end = one_name(w, end);                /* محمد علي */
  while (listed(w, end, "kin") && word(w, end + 1)) {
    i = one_name(w, end + 1);              /* any word is a name here */
    end = i > end + 1 ? i : end + 2;
  }
  return end;
}

/* May the word with the article at token i follow in the name? */
static int adjective(const csto_ework *w, size_t i, size_t behind) {
  size_t skip, n;
  if (!word(w, i) || w->conj[i] || !(w->cls[i] & CSTO_W_AL) ||
      w->cls[i] & (CSTO_W_END | CSTO_W_QUAL)) return 0;
  if (listed(w, i, "honadj") || w->cls[i] & CSTO_W_ADJ) return 1;
  if (i != behind || w->cls[i] & CSTO_W_COMMON || listed(w, i + 1, "between"))
    return 0;                              /* عبد الله الفيصل */
  return !csto_norp_at(w, i, &skip, &n);
}

/* The token behind what the institution is for: للعلوم والتقنية. */
static size_t purpose(const csto_ework *w, size_t i) {
  const csto_token *t = word(w, i);
  size_t from = i;
  if (!t || t->nnorm < 10 || memcmp(t->norm, LAM LAM, 4)) return i;
  for (i++; word(w, i) && i < from + TAIL_MAX; i++) {
    if (w->cls[i] & (CSTO_W_END | CSTO_W_QUAL)) break;
    if (!(w->cls[i] & CSTO_W_AL)) break;
    if (!w->conj[i] && !(w->cls[i] & CSTO_W_ADJ) && !listed(w, i, "honadj"))
      break;
  }
  return i;
}

/* The token behind the town at token i: بالدمام. */
static size_t town(const csto_ework *w, size_t i) {
  const csto_token *t = word(w, i);
  csto_gaz g;
  if (!t || memcmp(t->norm, BEH, 2)) return i;
  if (csto_gaz_at(w, i, &g))
    return g.skip == 2 && csto_gaz_type(g.table, g.row) == CSTO_GPE
               ? i + g.ntok : i;
  return !(w->cls[i] & CSTO_W_COMMON) && csto_gaz_city(w, i, 2, 1, &g)
             ? i + 1 : i;
}

static int try_name(csto_ework *w, size_t i) {
  csto_head h;
  csto_span *s;
  csto_etype type;
  size_t title, name, end, j;
  if (!csto_head_at(w, i, &h) || h.definite ||
      !csto_head_flag(h.row, "honour")) return CSTO_OK;
  title = i + h.ntok;
  name = titles(w, title);
  if (name == title) return CSTO_OK;
  type = csto_head_type(h.row);
  end = person(w, name);
  if (end == name && type != CSTO_EVENT) return CSTO_OK;
  for (j = end; j < end + TAIL_MAX && adjective(w, j, end); j++)
    if (listed(w, j, "sports") && csto_head_flag(h.row, "sports"))
      type = CSTO_LOC;
  end = j;
  if (type != CSTO_LOC) end = purpose(w, end);
  end = town(w, end);
  s = csto_ework_span(w, type, i, end, h.skip, CSTO_S_TAG, "called after",
                      0.75);
  if (!s) return CSTO_NOMEM;
  s->head = h.row + 1;
  s->after = 1;
  return CSTO_OK;
}

int csto_honour_spans(csto_ework *w) {
  size_t i;
  int rc = CSTO_OK;
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i++)
    if (w->d->tokens[i].kind == CSTO_T_WORD) rc = try_name(w, i);
  return rc;
}
