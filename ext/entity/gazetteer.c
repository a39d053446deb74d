/* gazetteer.c - names of the lexicon and nationalities in a document.
**
** HOW IT WORKS.  At each word the longest phrase of the lexicon is looked up
** in five readings: as written, and without the proclitics و ف, ب ك ل, and
** لل (whose article is put back).  A reading without proclitics stands only
** if the whole word is no everyday word (والي is not و + الي).  Names that
** are everyday words too (flag amb) need a word before them that places
** follow.  Cost: a few hash probes a word.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "entity/lexicon.h"
#include "morph/clitics.h"
#include "text/fold.h"
#include "text/known.h"
#include <string.h>

CSTO_TABLE(lexicon);
CSTO_TABLE(world_cities);

#define PARTY "حزب"

enum { COL_TYPE = 1, COL_EN, COL_ID };

const csto_table *csto_lexicon_table(size_t i) {
  return i == 0 ? &csto_table_lexicon : i == 1 ? &csto_table_world_cities
                                               : NULL;
}

csto_etype csto_gaz_type(const csto_table *t, uint32_t row) {
  return csto_etype_of(csto_table_cell(t, row, COL_TYPE));
}

/* The first row of a phrase that is a name, no word list's and no
** nationality; 0 if none is. */
static uint32_t name_row(csto_hit h) {
  const csto_table *t = &csto_table_lexicon;
  for (; h; h = csto_table_next(t, h)) {
    char type = csto_table_letter(t, h);
    if (type >= 'A' && type <= 'Z' && type != 'N')
      return csto_table_row(t, h) + 1;
  }
  return 0;
}

/* One reading of token tok; alone: see csto_table_ask. */
static void try_reading(const csto_ework *w, size_t tok, size_t skip,
                        const char *pre, uint32_t *alone, csto_gaz *g) {
  size_t n;
  csto_hit hit = csto_table_ask(&csto_table_lexicon, w->d, tok, skip, pre,
                                alone, &n);
  uint32_t row;
  if (!hit || n <= g->ntok) return;
  row = name_row(hit);
  if (!row) return;
  g->row = row - 1;
  g->ntok = n;
  g->skip = skip;
  g->al = pre != NULL;
}

/* ك, and ف before a short name, are letters of the word more often than not:
** كسرت and فسرت are not سرت. */
static int rare_clitic(const csto_token *t, const csto_split *s) {
  size_t rest = t->nnorm - s->skip;
  if (s->clitics & CSTO_PC_PREP && !memcmp(t->norm + s->skip - 2, KAF, 2))
    return rest < 10;
  return s->clitics == CSTO_PC_CONJ && !memcmp(t->norm, FEH, 2) && rest < 8;
}

/* Sets ntok, and the rest where it is not 0. */
static void readings(const csto_ework *w, size_t tok, uint32_t *alone,
                     csto_gaz *g) {
  const csto_token *t = &w->d->tokens[tok];
  csto_split split[CSTO_SPLITS];
  int i, n;
  g->ntok = 0;
  try_reading(w, tok, 0, NULL, alone, g);
  if (g->ntok || t->kind != CSTO_T_WORD) return;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (i = 1; i < n; i++) {
    if (split[i].clitics & CSTO_PC_SEEN) continue;
    if (t->nnorm < split[i].skip + 4u) continue;
    if (rare_clitic(t, &split[i])) continue;
    try_reading(w, tok, split[i].skip, split[i].pre_al ? AL : NULL, alone, g);
  }
  /* of an everyday word only a phrase of several words counts */
  if (w->cls[tok] & CSTO_W_COMMON && !w->conj[tok] && g->ntok < 2)
    g->ntok = 0;
}

/* What is noted of a word that goes on to no phrase: the name it is alone
** (row + 1, bytes of proclitics, whether the article went with them), and
** the bits of the words that phrases may go on with. */
static uint64_t note_of(const csto_gaz *g, uint32_t alone) {
  if (!g->ntok) return CSTO_NOTED | alone;
  return CSTO_NOTED | (uint64_t)g->al << 62 | (uint64_t)g->skip << 58 |
         (uint64_t)(g->row + 1) << 32 | alone;
}

static int noted(uint64_t note, csto_gaz *g) {
  uint32_t row = note >> 32 & 0x3ffffff;
  if (!row) return 0;
  g->row = row - 1;
  g->ntok = 1;
  g->skip = note >> 58 & 15;
  g->al = note >> 62 & 1;
  return 1;
}

int csto_gaz_at(const csto_ework *w, size_t tok, csto_gaz *g) {
  const csto_token *t = &w->d->tokens[tok];
  uint64_t *note;
  if (t->mute & CSTO_MUTE_NAME) return 0;
  if (t->kind == CSTO_T_PUNCT || t->kind == CSTO_T_NUMBER) {
    csto_mute(w->d, tok, CSTO_MUTE_NAME);
    return 0;
  }
  g->table = &csto_table_lexicon;
  note = csto_note(w->d, tok, CSTO_NOTE_NAME);
  if (note && !*note) {
    uint32_t alone = 0;
    readings(w, tok, &alone, g);
    *note = note_of(g, alone);
    if (*note == CSTO_NOTED) csto_mute(w->d, tok, CSTO_MUTE_NAME);
  }
  if (note && !csto_table_goes_on(w->d, tok, (uint32_t)*note))
    return noted(*note, g);
  readings(w, tok, NULL, g);
  return g->ntok != 0;
}

int csto_gaz_city(const csto_ework *w, size_t tok, size_t skip, size_t ntok,
                  csto_gaz *g) {
  size_t n;
  csto_hit h = csto_table_match(&csto_table_world_cities, w->d, tok, skip,
                                NULL, &n);
  if (!h || n != ntok) return 0;
  g->table = &csto_table_world_cities;
  g->row = csto_table_row(g->table, h);
  return 1;
}

/* ---- nationalities ---- */

/* Endings of a nationality form that stand for a final ي (or nothing). */
static const struct { const char *s; size_t n; } endings[] = {
    {YEH HEH, 4},            /* يه */
    {YEH YEH NOON, 6},        /* يين */
    {YEH WAW NOON, 6},       /* يون */
    {YEH ALEF NOON, 6},      /* يان */
    {YEH TEH YEH NOON, 8},     /* يتين */
    {YEH TEH ALEF NOON, 8},   /* يتان */
    {YEH ALEF TEH, 6},       /* يات */
    {YEH ALEF, 4},          /* يا */
    {YEH YEH, 4},            /* يي, before a noun */
    {YEH WAW, 4},           /* يو, before a noun */
};

#define ENDING_ACC 7     /* يا */

/* The nationality among the rows of a word; 0 if none is. */
static csto_hit norp_row(const char *s, size_t n) {
  const csto_table *t = &csto_table_lexicon;
  csto_hit h = csto_table_find(t, s, n);
  while (h && csto_table_letter(t, h) != 'N') h = csto_table_next(t, h);
  return h;
}

/* Can s[0..n) have one of the endings?  All begin with ي. */
static int may_end(const char *s, size_t n) {
  return n >= 8 && (!memcmp(s + n - 4, YEH, 2) || !memcmp(s + n - 6, YEH, 2) ||
                   !memcmp(s + n - 8, YEH, 2));
}

/* The row of the form that token t is without its first `skip` bytes;
** *ending gets its index, or -1 for a form as listed. */
static csto_hit norp_find(const csto_token *t, size_t skip, int *ending) {
  const char *s = t->norm + skip;
  char buf[64];
  size_t i, n = t->nnorm - skip;
  csto_hit h = 0;
  *ending = -1;
  if (csto_table_begins(&csto_table_lexicon, csto_token_hash(t, skip)))
    h = norp_row(s, n);
  if (h || n + 8 > sizeof buf || !may_end(s, n)) return h;
  for (i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t k = endings[i].n;
    if (n < k + 4 || memcmp(s + n - k, endings[i].s, k)) continue;
    memcpy(buf, s, n - k);
    memcpy(buf + n - k, YEH, 2);
    h = norp_row(buf, n - k + 2);
    *ending = (int)i;
    if (h) return h;
  }
  return 0;
}

/* Does the form stand for a nationality here?  art: it has the article. */
static int norp_stands(const csto_ework *w, size_t tok, uint32_t row,
                       int ending, int art) {
  const csto_table *t = &csto_table_lexicon;
  csto_gaz g;
  if (csto_gaz_flag(t, row, "amb"))
    return ending == 1 || ending == 2;
  if (csto_gaz_flag(t, row, "def")) return art;
  if (csto_gaz_flag(t, row, "party") && tok &&
      (csto_doc_is(w->d, tok - 1, PARTY) ||
       csto_doc_is(w->d, tok - 1, AL PARTY))) return 0;
  if (ending != ENDING_ACC) return 1;
  /* روسيا is the country, عربيا an adverb */
  return *csto_table_cell(t, row, COL_ID) && !csto_gaz_at(w, tok, &g);
}

#define PAIR_MAX 40     /* bytes of either word of a nationality of two */

/* كوري + شمالي: the row of both words, or 0. */
static csto_hit norp_pair(const csto_ework *w, size_t tok, uint32_t row) {
  const csto_table *t = &csto_table_lexicon;
  const csto_token *next = &w->d->tokens[tok + 1];
  const char *base = csto_table_cell(t, row, 0), *s = next->norm;
  size_t n = next->nnorm, k = strcspn(base, "|");
  char buf[CSTO_FOLD_ROOM(PAIR_MAX) + PAIR_MAX];
  if (tok + 1 >= w->d->ntokens || next->kind != CSTO_T_WORD ||
      next->newline) return 0;
  if (n > 8 && !memcmp(s, AL, 4)) { s += 4; n -= 4; }
  if (n > 6 && !memcmp(s + n - 2, HEH, 2)) n -= 2;
  else if (n > 8 && !memcmp(s + n - 4, YEH NOON, 4)) n -= 4;
  if (k > PAIR_MAX || n >= PAIR_MAX) return 0;
  k = csto_fold_word(base, k, buf);
  buf[k] = ' ';
  memcpy(buf + k + 1, s, n);
  return norp_row(buf, k + 1 + n);
}

/* The splits of a word's proclitics, without the one for future verbs. */
uint32_t csto_norp_at(const csto_ework *w, size_t tok, size_t *skip,
                      size_t *ntok) {
  const csto_token *t = &w->d->tokens[tok];
  csto_split split[CSTO_SPLITS];
  csto_hit h = 0;
  int i, n, ending = -1;
  *ntok = 1;
  if (t->mute & CSTO_MUTE_NATION) return 0;
  if (t->kind != CSTO_T_WORD || t->nnorm < 6 || t->nnorm > 44) {
    csto_mute(w->d, tok, CSTO_MUTE_NATION);
    return 0;
  }
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (i = 0; i < n; i++) {
    const char *s = t->norm + split[i].skip;
    size_t k = t->nnorm - split[i].skip, art = 0;
    if (i && w->cls[tok] & CSTO_W_COMMON && !w->conj[tok]) break;
    if (split[i].clitics & CSTO_PC_SEEN) continue;
    if (k > 8 && !memcmp(s, AL, 4)) art = 4;
    if (k - art < 6) continue;
    h = norp_find(t, split[i].skip + art, &ending);
    if (!h) continue;
    if (!norp_stands(w, tok, csto_table_row(&csto_table_lexicon, h),
                     ending, art || split[i].pre_al)) return 0;
    *skip = split[i].skip;
    break;
  }
  if (!h) {
    csto_mute(w->d, tok, CSTO_MUTE_NATION);
    return 0;
  }
  if (tok + 1 < w->d->ntokens) {
    csto_hit two = norp_pair(w, tok, csto_table_row(
        &csto_table_lexicon, h));
    if (two) {
      *ntok = 2;
      h = two;
    }
  }
  return csto_table_row(&csto_table_lexicon, h) + 1;
}

/* ---- spans ---- */

/* Is a place likely at token tok, whose proclitics are skip bytes? */
static int place_context(const csto_ework *w, size_t tok, size_t skip) {
  const csto_token *t = &w->d->tokens[tok];
  if (skip && memcmp(t->norm + skip - 2, WAW, 2) &&
      memcmp(t->norm + skip - 2, FEH, 2)) return 1;
  return tok > 0 && !t->newline && (w->cls[tok - 1] & CSTO_W_PREP);
}

/* A country's name that is also a nationality form (سورية، السعودية): an
** adjective when it agrees with the word before it. */
static int adjective_here(const csto_ework *w, size_t tok, size_t skip) {
  const csto_token *t = &w->d->tokens[tok];
  const csto_token *p;
  csto_gaz g;
  size_t art;
  if (skip || tok == 0 || t->newline) return 0;
  if (!memcmp(t->norm + t->nnorm - 4, YEH ALEF, 4)) return 0;
  p = &w->d->tokens[tok - 1];
  if (p->kind != CSTO_T_WORD) return 0;
  art = w->cls[tok] & CSTO_W_AL;
  if (w->cls[tok - 1] & CSTO_W_PREP) return 0;
  if (art) return (w->cls[tok - 1] & CSTO_W_AL) ||
                  (p->nnorm > 6 && !memcmp(p->norm, LAM LAM, 4)) ||
                  (p->nnorm > 6 && !memcmp(p->norm + 2, AL, 4));
  if (csto_gaz_at(w, tok - 1, &g) && g.ntok == 1) return 0;
  return !(w->cls[tok - 1] & CSTO_W_AL);
}

static int norp_span(csto_ework *w, size_t tok, uint32_t row, size_t skip,
                     size_t n) {
  csto_span *s = csto_ework_span(w, CSTO_NORP, tok, tok + n, skip,
                                 CSTO_S_GAZ, "nationality", 0.95);
  if (!s) return CSTO_NOMEM;
  s->table = &csto_table_lexicon;
  s->row = row;
  return CSTO_OK;
}

/* The row of a nationality that the model found without the lexicon. */
void csto_gaz_norp(const csto_ework *w, csto_span *s) {
  size_t skip, n;
  uint32_t row = csto_norp_at(w, s->m.tok, &skip, &n);
  if (!row) return;
  s->table = &csto_table_lexicon;
  s->row = row - 1;
}

/* The same for a form in ...يا that would be a country's name. */
void csto_gaz_stem(const csto_ework *w, csto_span *s) {
  const csto_token *t = &w->d->tokens[s->m.tok];
  int ending;
  csto_hit h = norp_find(t, 0, &ending);
  if (!h) return;
  s->table = &csto_table_lexicon;
  s->row = csto_table_row(s->table, h);
}

int csto_gaz_spans(csto_ework *w) {
  size_t i, skip, n;
  for (i = 0; i < w->d->ntokens; i++) {
    const unsigned mute = CSTO_MUTE_NATION | CSTO_MUTE_NAME;
    csto_gaz g;
    csto_span *s;
    uint32_t norp;
    int found;
    if ((w->d->tokens[i].mute & mute) == mute) continue;
    norp = csto_norp_at(w, i, &skip, &n);
    found = csto_gaz_at(w, i, &g);
    if (found && csto_gaz_flag(g.table, g.row, "amb") &&
        !place_context(w, i, g.skip)) found = 0;
    if (found && g.ntok == 1 && norp && adjective_here(w, i, g.skip))
      found = 0;
    if (found && g.ntok == 1 && i && csto_gaz_flag(g.table, g.row, "adj") &&
        (w->cls[i - 1] & (CSTO_W_AL | CSTO_W_PREP)) == CSTO_W_AL)
      found = 0;                                  /* الحد الأقصى */
    if (norp && !found) {
      if (norp_span(w, i, norp - 1, skip, n)) return CSTO_NOMEM;
    }
    if (!found) continue;
    s = csto_ework_span(w, csto_gaz_type(g.table, g.row), i, i + g.ntok,
                        g.skip, CSTO_S_GAZ, "lexicon", 0.9);
    if (!s) return CSTO_NOMEM;
    s->table = g.table;
    s->row = g.row;
    s->al = (uint8_t)g.al;
    if (g.ntok > 1) {
      size_t j;             /* nationalities inside; merge.c decides */
      for (j = i + 1; j < i + g.ntok; j++) {
        norp = csto_norp_at(w, j, &skip, &n);
        if (norp &&
            norp_span(w, j, norp - 1, skip, n)) return CSTO_NOMEM;
      }
    }
    i += g.ntok - 1;
  }
  return CSTO_OK;
}
