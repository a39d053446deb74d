/* clubs.c - clubs whose names are everyday words or towns (data/clubs.tsv).
**
** Only in a text about sport: one with a few words of the class sport in
** data/entity_words.tsv for its length.  There a name stands for the club
** beside a word that clubs stand with (مدرب الهلال: class clubby), before a
** nationality (روما الإيطالي) and next to another club (النصر والهلال).  What
** is rarely anything else (kind name) does so too when the text names several
** clubs; a town or an everyday word when the text has it as a club elsewhere
** and the word before does not speak against it.  Runs over the merged spans.
** Cost: in such texts a few look-ups a word, in others one walk over the words.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include "text/known.h"
#include <string.h>

CSTO_TABLE(clubs);
CSTO_TABLE(lexicon);

#define SPORT_MIN 2          /* words of sport in the text, and */
#define SPORT_EACH 40        /* one at least in so many words */

enum { NAME, WORD, UNION, CITY };

typedef struct club {
  uint32_t tok, tokend, row, skip;
  uint8_t al, kind, sure, drop;
} club;

typedef struct finder {
  csto_ework *w;
  club *c;
  size_t n, cap;
  uint8_t *seen;             /* of each row: 1 a mention, 2 a sure one */
  size_t rows;               /* rows with mentions that are no towns */
  uint32_t *owner;           /* of each token: the name it is in + 1 */
} finder;

/* Is the word at token i, with or without و, of that class? */
static inline int is(const csto_ework *w, size_t i, const char *class) {
  const csto_token *t = &w->d->tokens[i];
  if (t->kind != CSTO_T_WORD) return 0;
  return csto_token_is(w, i, class) ||
         (w->conj[i] && csto_word_is(t->norm + 2, t->nnorm - 2, class));
}

static int about_sport(const csto_ework *w) {
  size_t i, n = 0;
  for (i = 0; i < w->d->ntokens; i++)
    if (w->hit[i] || w->conj[i]) n += (size_t)is(w, i, "sport");
  return n >= SPORT_MIN && n * SPORT_EACH >= w->d->ntokens;
}

/* ---- mentions ---- */

static int kind_of(uint32_t row) {
  const char *s = csto_table_cell(&csto_table_clubs, row, 2);
  return *s == 'n' ? NAME : *s == 'w' ? WORD : *s == 'u' ? UNION : CITY;
}

/* The name of a club at token i, with or without proclitics. */
static int club_at(const csto_ework *w, size_t i, club *c) {
  const csto_token *t = &w->d->tokens[i];
  csto_split split[CSTO_SPLITS];
  size_t ntok;
  int k, n, may = 0;
  if (t->mute & CSTO_MUTE_CLUB) return 0;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (k = 0; k < n; k++) {
    const char *pre = split[k].pre_al ? AL : NULL;
    csto_hit h;
    if (split[k].clitics & CSTO_PC_SEEN) continue;
    if (!(pre ? csto_table_may_pre(&csto_table_clubs, t, split[k].skip, pre)
              : csto_table_may(&csto_table_clubs, t, split[k].skip))) continue;
    may = 1;
    h = csto_table_longest(&csto_table_clubs, w->d, i, split[k].skip, pre,
                           &ntok);
    if (!h) continue;
    memset(c, 0, sizeof *c);
    c->tok = (uint32_t)i;
    c->tokend = (uint32_t)(i + ntok);
    c->row = csto_table_row(&csto_table_clubs, h);
    c->skip = split[k].skip;
    c->al = pre != NULL;
    c->kind = (uint8_t)kind_of(c->row);
    return 1;
  }
  if (!may) csto_mute(w->d, i, CSTO_MUTE_CLUB);
  return 0;
}

/* Fills owner with the spans that a club's name may not be part of. */
static int own(finder *f) {
  csto_ework *w = f->w;
  size_t i, j;
  f->owner = csto_arena_zalloc(&w->d->arena,
                               (w->d->ntokens + 1) * sizeof *f->owner);
  f->seen = csto_arena_zalloc(&w->d->arena, csto_table_clubs.nrow + 1);
  if (!f->owner || !f->seen) return CSTO_NOMEM;
  for (i = 0; i < w->nspans; i++) {
    const csto_span *s = &w->spans[i];
    if (s->m.type == CSTO_ROLE || s->m.type == CSTO_EVENT ||
        s->m.type == CSTO_NORP) continue;
    for (j = s->m.tok; j < s->m.tokend; j++)
      if (!f->owner[j]) f->owner[j] = (uint32_t)i + 1;
  }
  return CSTO_OK;
}

static int is_club(const csto_ework *w, const csto_span *s) {
  csto_head h;
  return s->m.type == CSTO_ORG && csto_head_at(w, s->m.tok, &h) &&
         csto_head_flag(h.row, "club");
}

static int collect(finder *f) {
  csto_ework *w = f->w;
  size_t i;
  for (i = 0; i < w->d->ntokens; i++) {
    const csto_span *s = f->owner[i] ? &w->spans[f->owner[i] - 1] : NULL;
    club x, *c;
    if (w->d->tokens[i].kind != CSTO_T_WORD || !club_at(w, i, &x)) continue;
    if (s && is_club(w, s)) f->seen[x.row] |= 3;
    if (s && (s->m.tok != x.tok || s->m.tokend != x.tokend || s->user))
      continue;
    x.sure = s && s->m.type == CSTO_ORG;
    c = csto_arena_grow(&w->d->arena, f->c, f->n, &f->cap, sizeof *c);
    if (!c) return CSTO_NOMEM;
    f->c = c;
    f->c[f->n++] = x;
    if (!f->seen[x.row] && x.kind != CITY) f->rows++;
    f->seen[x.row] |= 1;
  }
  return CSTO_OK;
}

/* ---- what the words around say ---- */

/* The nationality right behind a club, how many tokens: روما الإيطالي; not a
** town's (روما الإيطالية) or of whoever is named next (مدرب النصر الإيطالي
** ...), and not behind الاتحاد, which is a federation then. */
static size_t nation(const finder *f, const club *c) {
  const csto_ework *w = f->w;
  const csto_token *t;
  size_t skip, n, i = c->tokend;
  if (i >= w->d->ntokens || w->d->tokens[i].newline || w->conj[i] ||
      c->kind == UNION || !(w->cls[i] & CSTO_W_AL) ||
      !csto_norp_at(w, i, &skip, &n) || skip) return 0;
  t = &w->d->tokens[i];
  if (!memcmp(t->norm + t->nnorm - 2, HEH, 2)) return 0;
  return f->owner[i + n] && w->spans[f->owner[i + n] - 1].m.type ==
                                CSTO_PERSON ? 0 : n;
}

/* Another word with the article goes on: الهلال الأحمر, الاتحاد الدولي. */
static int goes_on(const csto_ework *w, size_t i) {
  return i < w->d->ntokens && !w->d->tokens[i].newline && !w->conj[i] &&
         (w->cls[i] & (CSTO_W_AL | CSTO_W_END | CSTO_W_QUAL)) == CSTO_W_AL;
}

static void judge(finder *f, size_t k) {
  const csto_ework *w = f->w;
  club *c = &f->c[k];
  const csto_token *t = &w->d->tokens[c->tok];
  int first = c->tok == 0 || t->newline;
  if (nation(f, c)) c->sure |= c->kind != WORD || !first;
  else if (goes_on(w, c->tokend)) c->drop = !c->sure;
  if (!first && is(w, c->tok - 1, "clubby")) c->sure = 1;
  if (c->tok > 1 && !c->skip && is(w, c->tok - 1, "in") &&
      is(w, c->tok - 2, "player")) c->sure = 1;     /* لاعبا في ليفربول */
  if (!first && c->kind != CITY && w->cls[c->tok - 1] & CSTO_W_AL &&
      !c->skip && !is(w, c->tok - 1, "clubby")) c->drop = !c->sure;
}

/* النصر والهلال, الأهلي - الزمالك: two names side by side. */
static void judge_pair(finder *f, club *a, club *b) {
  const csto_token *t = f->w->d->tokens;
  size_t gap = b->tok - a->tokend;
  if (a->drop || b->drop || gap > 1 || t[b->tok].newline) return;
  if (gap == 0 ? b->skip != 2 || memcmp(t[b->tok].norm, WAW, 2)
               : t[a->tokend].kind != CSTO_T_PUNCT &&
                 strcmp(t[a->tokend].norm, WAW)) return;
  if (a->kind == CITY && b->kind == CITY && !a->sure && !b->sure) return;
  a->sure = b->sure = 1;
}

/* Does a mention that nothing beside it shows to be a club's stand for one? */
static int stands(const finder *f, const club *c) {
  const csto_ework *w = f->w;
  const csto_token *t = &w->d->tokens[c->tok];
  int known = f->seen[c->row] & 2;
  if (c->kind == NAME) return known || f->rows > 1;
  if (!known) return 0;
  if (c->kind == CITY)
    return c->skip ? memcmp(t->norm + c->skip - 2, BEH, 2) != 0
                   : c->tok > 0 && !is(w, c->tok - 1, "inplace");
  return c->skip || c->tok == 0 || t->newline ||
         w->cls[c->tok - 1] & CSTO_W_PREP;
}

/* The span takes the nationality behind it, n tokens. */
static void take_nation(const csto_ework *w, csto_span *s, size_t n) {
  if (!n) return;
  s->m.tokend += (uint32_t)n;
  s->m.end = w->d->tokens[s->m.tokend - 1].end;
}

/* نادي + الاتحاد */
static void take_head(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok;
  csto_head h;
  if (i == 0 || w->d->tokens[i].newline ||
      s->m.start != w->d->tokens[i].start || !csto_head_at(w, i - 1, &h) ||
      h.definite || h.ntok != 1 ||
      !csto_head_flag(h.row, "club")) return;
  s->m.tok--;
  s->m.start = h.skip ? csto_doc_offset(w->d, i - 1, h.skip)
                      : w->d->tokens[i - 1].start;
}

static int make(finder *f, const club *c) {
  csto_ework *w = f->w;
  size_t n = nation(f, c);
  csto_span *s = f->owner[c->tok] ? &w->spans[f->owner[c->tok] - 1] : NULL;
  if (s && s->m.type == CSTO_ORG) {
    if (s->m.tokend == c->tokend) take_nation(w, s, n);
    if (!s->table && c->tok && !f->owner[c->tok - 1]) take_head(w, s);
    return CSTO_OK;
  }
  if (s) {
    s->m.type = CSTO_ORG;
    s->table = NULL;
    s->src = CSTO_S_TAG;
    s->m.rule = "club";
  } else {
    s = csto_ework_span(w, CSTO_ORG, c->tok, c->tokend, c->skip, CSTO_S_TAG,
                        "club", 0.75);
    if (!s) return CSTO_NOMEM;
    s->al = c->al;
  }
  take_nation(w, s, n);
  if (!(c->tok && f->owner[c->tok - 1])) take_head(w, s);
  return CSTO_OK;
}

/* ريال مدريد الإسباني: clubs of the lexicon. */
static void with_nation(finder *f) {
  csto_ework *w = f->w;
  size_t i;
  for (i = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    club c;
    if (s->m.type != CSTO_ORG || !s->table || s->user ||
        !csto_gaz_flag(s->table, s->row, "club")) continue;
    memset(&c, 0, sizeof c);
    c.tokend = s->m.tokend;
    take_nation(w, s, nation(f, &c));
  }
}

int csto_club_spans(csto_ework *w) {
  finder f;
  size_t i;
  int rc;
  memset(&f, 0, sizeof f);
  f.w = w;
  rc = own(&f);
  if (rc != CSTO_OK) return rc;
  with_nation(&f);
  if (!about_sport(w)) return CSTO_OK;
  rc = collect(&f);
  if (rc != CSTO_OK || !f.n) return rc;
  for (i = 0; i < f.n; i++) judge(&f, i);
  for (i = 1; i < f.n; i++) judge_pair(&f, &f.c[i - 1], &f.c[i]);
  for (i = 0; i < f.n; i++)
    if (f.c[i].sure) f.seen[f.c[i].row] |= 2;
  for (i = 0; i < f.n && rc == CSTO_OK; i++)
    if (f.c[i].sure || (!f.c[i].drop && stands(&f, &f.c[i])))
      rc = make(&f, &f.c[i]);
  return rc;
}
