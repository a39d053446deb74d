/* nominal.c - common nouns that stand for an entity named before, and who
** holds an office.
**
** HOW IT WORKS.  One walk over mentions and tokens in order.  Every head word
** (data/heads.tsv) remembers the entity last named with it: after منظمة شنغهاي
** للتعاون the bare المنظمة is that one, after وزير الخارجية الروسي the bare
** الوزير is that office and so its holder.  Agreement in gender comes with the
** head word.  A noun that an adjective follows (الهيئة العليا) is no bare
** mention, nor is one of an institution first named in the same sentence, as
** it is often another there.  The holder of an office is the person right
** before or after it. Cost: linear.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "text/fold.h"
#include <string.h>

#define OFFICES 16     /* of one head word, looked at back */

typedef struct walker {
  csto_ework *w;
  int32_t *last;       /* of each head row: span index + 1 */
  int32_t *before_it;  /* of each span: the one of its head row before it + 1 */
  uint32_t *first;     /* of each entity: its first sentence + 1 */
  size_t before;       /* spans when the walk began */
} walker;

/* Row + 1 of the head word a name begins with. */
static uint32_t name_head(const char *name) {
  char folded[CSTO_FOLD_ROOM(64)];
  size_t n = strcspn(name, " ");
  csto_hit h;
  if (n == 0 || n > 64) return 0;
  n = csto_fold_word(name, n, folded);
  h = csto_table_find(&csto_table_heads, folded, n);
  if (!h && n > 8 && !memcmp(folded, AL, 4))
    h = csto_table_find(&csto_table_heads, folded + 4, n - 4);
  return h ? csto_table_row(&csto_table_heads, h) + 1 : 0;
}

static int more_than_head(const csto_span *s) {
  return strchr(s->m.name, ' ') != NULL;
}

/* Is the office at span i that of a country's head, whom الرئيس alone means?
** A nationality or country stands right behind the head word. */
static int of_state(const csto_ework *w, size_t i) {
  const csto_span *s = &w->spans[i], *in = s + 1;
  csto_head h;
  size_t next;
  if (!csto_head_at(w, s->m.tok, &h)) return 0;
  next = s->m.tok + h.ntok;
  if (next < s->m.tokend && csto_token_is(w, next, "state")) return 1;
  for (; in < w->spans + w->nspans && in->m.tok <= next; in++)
    if (in->m.tok == next && (in->m.type == CSTO_NORP ||
                              in->m.type == CSTO_GPE)) return 1;
  return 0;
}

/* A mention becomes what its head word stands for from now on. */
static void remember(walker *k, size_t i) {
  csto_span *s = &k->w->spans[i];
  uint32_t row;
  if (s->m.entity >= 0 && !k->first[s->m.entity])
    k->first[s->m.entity] = s->m.sentence + 1;
  if (s->m.type != CSTO_ORG && s->m.type != CSTO_ROLE) return;
  if (s->m.nominal || !more_than_head(s)) return;
  row = name_head(s->m.name);
  if (!row || csto_head_type(row - 1) != s->m.type) return;
  if (csto_head_flag(row - 1, "state") && !of_state(k->w, i)) return;
  k->before_it[i] = k->last[row - 1];
  k->last[row - 1] = (int32_t)i + 1;
}

static void resolve(csto_span *s, const csto_span *to) {
  s->m.nominal = 1;
  s->m.entity = to->m.entity;
  s->m.name = to->m.name;
  s->m.name_en = to->m.name_en;
  s->m.id = to->m.id;
  s->m.holder = to->m.holder;
}

/* ---- holders ---- */

/* The person that the office at span i belongs to, by place. */
static int32_t neighbour(const csto_ework *w, size_t i, size_t n) {
  const csto_span *s = &w->spans[i];
  const csto_token *t = w->d->tokens;
  size_t j, end = s->m.tokend;
  for (j = i + 1; j < n && j < i + 8; j++) {
    const csto_span *p = &w->spans[j];
    size_t gap = end;
    csto_head h;
    if (p->m.tok < end) continue;
    if (p->m.type != CSTO_PERSON) break;
    if (gap < p->m.tok && csto_doc_is(w->d, gap, COMMA)) gap++;
    if (gap < p->m.tok && csto_head_at(w, gap, &h) &&
        h.kind == CSTO_H_TITLE) gap += h.ntok;
    return gap == p->m.tok && !t[p->m.tok].newline &&
           p->m.start == t[p->m.tok].start ? p->m.entity : -1;
  }
  for (j = i; j > 0 && j + 8 > i; j--) {
    const csto_span *p = &w->spans[j - 1];
    if (p->m.tokend > s->m.tok) continue;
    return p->m.type == CSTO_PERSON && p->m.tokend + 1 == s->m.tok &&
           csto_doc_is(w->d, p->m.tokend, COMMA) &&
           s->m.start == t[s->m.tok].start ? p->m.entity : -1;
  }
  return -1;
}

/* The office of head row `row` that the person `holder` (-1: nobody is named
** beside it) has: span index + 1, or 0.  One whose holder is not known is
** anybody's when it is the last. */
static int32_t office_of(const walker *k, uint32_t row, int32_t holder) {
  const csto_span *s = k->w->spans;
  int32_t last = k->last[row], i = last;
  int n;
  if (holder < 0) return last;
  for (n = 0; i && n < OFFICES; n++, i = k->before_it[i - 1])
    if (s[i - 1].m.holder == holder) return i;
  return last && s[last - 1].m.holder < 0 ? last : 0;
}

static void office(walker *k, size_t i) {
  csto_ework *w = k->w;
  csto_span *s = &w->spans[i];
  csto_head h;
  s->m.holder = neighbour(w, i, k->before);
  if (!csto_head_at(w, s->m.tok, &h) || h.kind != CSTO_H_ROLE) return;
  s->m.gender = (uint8_t)csto_head_gender(h.row);
  if (s->m.tokend - s->m.tok == h.ntok && h.definite) {
    int32_t holder = s->m.holder, to = office_of(k, h.row, holder);
    s->m.nominal = 1;
    if (to) resolve(s, &w->spans[to - 1]);
    if (holder < 0) return;
    s->m.holder = holder;                  /* الرئيس means this one now */
    k->before_it[i] = k->last[h.row];
    k->last[h.row] = (int32_t)i + 1;
  }
}

/* ---- bare institutions and offices ---- */

/* Is the definite head word at token i a mention of what was named with it?
** An adjective may not follow, nor may it be one (الجريمة المنظمة). */
static int stands_alone(const csto_ework *w, size_t i, const csto_head *h) {
  size_t next = i + h->ntok;
  if (next < w->d->ntokens && !w->d->tokens[next].newline &&
      (w->cls[next] & (CSTO_W_AL | CSTO_W_END | CSTO_W_PREP)) == CSTO_W_AL &&
      !w->conj[next]) return 0;
  return !(i && !h->skip && (w->cls[i - 1] & (CSTO_W_AL | CSTO_W_PREP)) ==
           CSTO_W_AL && !w->d->tokens[i].newline);
}

/* offices: the token after the last office named in more words */
static int bare(walker *k, size_t i, size_t offices) {
  csto_ework *w = k->w;
  csto_head h, club;                      /* نادي الاتحاد is a name */
  csto_span *s, *to;
  if (!csto_head_at(w, i, &h) || !h.definite || !k->last[h.row])
    return CSTO_OK;
  if (h.kind == CSTO_H_ORG ? !csto_head_flag(h.row, "nom")
      : h.kind != CSTO_H_ROLE || i < offices ||
        !csto_head_flag(h.row, "solo")) return CSTO_OK;
  if (i && !w->d->tokens[i].newline && csto_head_at(w, i - 1, &club) &&
      !club.definite && csto_head_flag(club.row, "club")) return CSTO_OK;
  to = &w->spans[k->last[h.row] - 1];
  if (k->first[to->m.entity] > w->d->tokens[i].sentence) return CSTO_OK;
  if (!stands_alone(w, i, &h)) return CSTO_OK;
  s = csto_ework_span(w, csto_head_type(h.row), i, i + h.ntok, h.skip,
                      CSTO_S_RULE, "noun for a name before", 0.6);
  if (!s) return CSTO_NOMEM;
  s->m.gender = (uint8_t)csto_head_gender(h.row);
  s->m.number = 1;
  resolve(s, &w->spans[k->last[h.row] - 1]);  /* spans may have moved */
  return CSTO_OK;
}

int csto_nominal_spans(csto_ework *w) {
  walker k;
  size_t i, next = 0, cover = 0, offices = 0;
  int32_t nent = 0;
  int rc = CSTO_OK;
  k.w = w;
  k.before = w->nspans;
  for (i = 0; i < w->nspans; i++)
    if (w->spans[i].m.entity >= nent) nent = w->spans[i].m.entity + 1;
  k.last = csto_arena_zalloc(&w->d->arena, (csto_table_heads.nrow + 1) *
                                           sizeof *k.last);
  k.first = csto_arena_zalloc(&w->d->arena, (size_t)(nent + 1) *
                                            sizeof *k.first);
  k.before_it = csto_arena_zalloc(&w->d->arena, (w->nspans + 1) *
                                                sizeof *k.before_it);
  if (!k.last || !k.first || !k.before_it) return CSTO_NOMEM;
  for (i = 0; i < w->d->ntokens && rc == CSTO_OK; i++) {
    while (next < k.before && w->spans[next].m.tok <= i) {
      csto_span *s = &w->spans[next];
      if (s->m.type == CSTO_ROLE) {
        office(&k, next);
        if (s->m.tok == i) cover = i + 1 > cover ? i + 1 : cover;
        if (s->m.tokend > offices) offices = s->m.tokend;
      } else if (s->m.tokend > cover) {
        cover = s->m.tokend;
      }
      remember(&k, next);
      next++;
    }
    if (i >= cover && w->d->tokens[i].kind == CSTO_T_WORD)
      rc = bare(&k, i, offices);
  }
  return rc;
}
