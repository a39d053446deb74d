/* relations_phrase.c - the words and phrases that patterns see.
**
** Words: the longest phrase of data/relation_words.tsv at each token, also
** behind the proclitics و ف س ب ل ك.  Phrases: every mention; a name with
** the office before or after it (relations_people.c); common-noun phrases
** (relations_heads.c).  Cost: a few table look-ups a token.
*/
#include "speech/pattern.h"
#include <string.h>
#include "base/rc.h"
#include "text/known.h"
#include "text/letters.h"

/* ---- words */

/* One reading of token i: without its first `skip` bytes, behind pre; alone:
** see csto_table_ask. */
static int lookup(const csto_rel *r, size_t i, size_t skip, const char *pre,
                  uint8_t clitics, uint32_t *alone, csto_word *w) {
  size_t n;
  csto_hit h = csto_table_ask(&csto_table_relation_words, r->d, i, skip, pre,
                              alone, &n);
  if (!h) return 0;
  w->hit = h;
  w->ntok = (uint8_t)(n > 255 ? 255 : n);
  w->pre = clitics;
  return 1;
}

/* The longest phrase at token i, with the fewest proclitics taken off. */
static void find_word(const csto_rel *r, size_t i, uint32_t *alone,
                      csto_word *w) {
  const csto_token *t = &r->d->tokens[i];
  size_t at = 0;
  uint8_t pre = 0;
  if (lookup(r, i, 0, NULL, 0, alone, w) || t->kind != CSTO_T_WORD) return;
  if (csto_rel_letter(t, 0, WAW) || csto_rel_letter(t, 0, FEH)) {
    at = 2;
    pre = CSTO_PRE_WA;
    if (lookup(r, i, at, NULL, pre, alone, w)) return;
  }
  if (csto_rel_letter(t, at, SEEN)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_SIN, alone, w);
  } else if (csto_rel_letter(t, at, BEH)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_BA, alone, w);
  } else if (csto_rel_letter(t, at, LAM)) {
    int found = csto_rel_letter(t, at + 2, LAM) &&
                lookup(r, i, at + 4, AL, pre | CSTO_PRE_LAM, alone, w);
    if (!found) lookup(r, i, at + 2, NULL, pre | CSTO_PRE_LAM, alone, w);
  } else if (csto_rel_letter(t, at, KAF)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_KAF, alone, w);
  }
}

/* Bits of the classes of a hit's rows. */
static uint64_t classes_of(const csto_rel *r, csto_hit h) {
  const csto_table *words = &csto_table_relation_words;
  uint64_t c = 0;
  for (; h; h = csto_table_next(words, h))
    c |= r->patterns->word[csto_table_row(words, h)].bits;
  return c;
}

/* The word's phrase: noted where it is one word, looked up where the next word
** may go on with it. */
static void read_word(csto_rel *r, size_t i) {
  uint64_t *note = csto_note(r->d, i, CSTO_NOTE_RELATION);
  csto_word *w = &r->word[i];
  __builtin_prefetch(csto_note_ahead(r->d, i));
  __builtin_prefetch(csto_table_ahead(&csto_table_relation_words, r->d, i));
  if (note && !*note) {
    uint32_t alone = 0;
    find_word(r, i, &alone, w);
    *note = CSTO_NOTED | (uint64_t)w->pre << 56 | (uint64_t)w->hit << 32 |
            alone;
    note[1] = classes_of(r, w->hit);
  }
  if (note && !csto_table_goes_on(r->d, i, (uint32_t)*note)) {
    w->hit = *note >> 32 & 0xffffff;
    w->pre = *note >> 56 & 127;
    w->ntok = w->hit != 0;
    w->classes = note[1];
  } else {
    memset(w, 0, sizeof *w);
    find_word(r, i, NULL, w);
    w->classes = classes_of(r, w->hit);
  }
}

static unsigned mark_of(const csto_token *t) {
  static const char *const sets[] = {
      NULL, ". ; : ? ! " SEMICOLON " " QUESTION " " ELLIPSIS " |",
      "\" " GUILLEMET_OPEN " " QUOTE_OPEN,
      "\" " GUILLEMET_CLOSE " " QUOTE_CLOSE,
      ", " COMMA, "- " EN_DASH " " EM_DASH};
  unsigned i, marks = 0;
  for (i = 1; i < sizeof sets / sizeof *sets; i++) {
    if (csto_rel_among(t, sets[i])) marks |= 1u << i;
  }
  return marks;
}

/* What the token is beside words, noted where it is a mark. */
static void read_mark(csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  unsigned marks = 0;
  if (t->kind == CSTO_T_PUNCT) {
    uint64_t *note = csto_note(r->d, i, CSTO_NOTE_RELATION);
    if (note && !*note) *note = CSTO_NOTED | mark_of(t);
    marks = note ? *note & 255 : mark_of(t);
  }
  if (i == 0 || t->newline || t->sentence != t[-1].sentence) {
    marks |= CSTO_MARK_START;
  }
  r->word[i].mark = (uint8_t)marks;
}

uint32_t csto_rel_find(const csto_rel *r, size_t i, const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  for (h = r->word[i].hit; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    if (csto_table_letter(t, h) == cls[0] &&
        !strcmp(csto_table_cell(t, row, 1), cls)) return row;
  }
  return CSTO_NONE;
}

int csto_rel_begins(const csto_rel *r, size_t i, size_t skip,
                    const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  size_t n = 0;
  csto_hit h = csto_table_match(t, r->d, i, skip, NULL, &n);
  for (; h; h = csto_table_next(t, h)) {
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), cls)) return 1;
  }
  return 0;
}

const char *csto_rel_tense(const csto_rel *r, size_t i) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  for (h = r->word[i].hit; h; h = csto_table_next(t, h)) {
    const char *tense = csto_table_cell(t, csto_table_row(t, h), 2);
    if (tense[0]) return tense;
  }
  return "";
}

int csto_rel_verb(const csto_rel *r, size_t i, int joined) {
  return r->word[i].hit && (!joined || r->word[i].pre & CSTO_PRE_WA) &&
         csto_rel_tense(r, i)[0];
}

int csto_rel_among(const csto_token *t, const char *set) {
  return t->norm[0] && strstr(set, t->norm) != NULL;
}

int csto_rel_article(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  return csto_rel_al(t, 0) ||
         (csto_rel_letter(t, 0, WAW) && csto_rel_al(t, 2)) ||
         (csto_rel_letter(t, 0, BEH) && csto_rel_al(t, 2));
}

/* ---- phrases */

csto_np *csto_rel_add(csto_rel *r) {
  csto_np *p = csto_arena_grow(&r->d->arena, r->np, r->nnp, &r->npcap,
                               sizeof *p);
  if (!p) return NULL;
  r->np = p;
  p += r->nnp++;
  memset(p, 0, sizeof *p);
  p->m = p->role = p->norp = p->next = p->nextend = CSTO_NONE;
  return p;
}

/* The proclitics between the start of a token and byte `start`. */
static void read_proclitics(const csto_rel *r, csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  uint32_t i;
  int lams = 0;
  for (i = t->start; i + 1 < p->start && i < t->end; i++) {
    const char *c = r->d->text + i;
    if (!memcmp(c, WAW, 2) || !memcmp(c, FEH, 2)) p->pre |= CSTO_PRE_WA;
    else if (!memcmp(c, BEH, 2)) p->pre |= CSTO_PRE_BA;
    else if (!memcmp(c, KAF, 2)) p->pre |= CSTO_PRE_KAF;
    else if (!memcmp(c, LAM, 2)) { p->pre |= CSTO_PRE_LAM; lams++; }
  }
  p->article = lams > 1 ||
               (lams == 1 && csto_rel_letter(t, 2, LAM) &&
                csto_rel_begins(r, p->tok, p->start - t->start, "lword") &&
                csto_rel_definite_lam(r, p->tok + 1));
  if (p->start == t->start && !csto_rel_start(r, p->tok) &&
      !strcmp(r->d->tokens[p->tok - 1].norm, WAW)) {   /* و روسيا */
    p->tok--;
    p->pre |= CSTO_PRE_WA;
  }
}

static uint32_t kinds_of(csto_etype t) {
  switch (t) {
    case CSTO_PERSON: return CSTO_NP_PERSON;
    case CSTO_ROLE: return CSTO_NP_ROLE | CSTO_NP_POST;
    case CSTO_GPE: return CSTO_NP_GPE;
    case CSTO_LOC: return CSTO_NP_LOC;
    case CSTO_ORG: return CSTO_NP_ORG;
    case CSTO_EVENT: return CSTO_NP_EVENT;
    case CSTO_DOC_: return CSTO_NP_DOC;
    case CSTO_NORP: return CSTO_NP_NORP;
    case CSTO_DATE: return CSTO_NP_DATE;
    default: return 0;
  }
}

void csto_rel_link(csto_rel *r, uint32_t k) {
  csto_np *p = &r->np[k];
  uint32_t *at = &r->at[p->tok], *en = &r->ending[p->tokend];
  while (*at != CSTO_NONE && r->np[*at].tokend >= p->tokend) {
    at = &r->np[*at].next;
  }
  p->next = *at;
  *at = k;
  while (*en != CSTO_NONE && r->np[*en].tok <= p->tok) {
    en = &r->np[*en].nextend;
  }
  p->nextend = *en;
  *en = k;
}

/* The token of the class with the article, behind a nationality in the office
** m, or its end. */
static uint32_t behind_nation(const csto_rel *r, const csto_mention *m,
                              const char *cls) {
  uint32_t i, k;
  for (i = m->tok + 2; i < m->tokend; i++) {
    if (r->word[i].pre || !csto_rel_class(r, i, cls, NULL)) continue;
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & CSTO_NP_NORP && r->np[k].tok > m->tok) return i;
    }
  }
  return m->tokend;
}

/* الملك السعودي المستشار في كذا: two offices read as one.  The token of the
** second, or the end. */
static uint32_t second_office(const csto_rel *r, const csto_mention *m) {
  return behind_nation(r, m, "office");
}

/* زار مساعد الرئيس القاهرة: a place behind a definite noun is none of the
** office that a visit is told of, nor is نائب الأمير لدى وصوله.  The token
** where
** it begins, or the end. */
static uint32_t place_behind(const csto_rel *r, const csto_mention *m) {
  uint32_t i, k;
  for (i = m->tok + 1; i < m->tokend; i++) {
    if (csto_rel_class(r, i, "onarrival", NULL)) return i;
    if (i + 1 < m->tokend && csto_rel_class(r, i, "in", NULL) &&
        csto_rel_class(r, i + 1, "palace", NULL)) return i;
    if (r->word[i].pre & CSTO_PRE_BA && csto_rel_class(r, i, "palace", NULL)) {
      return i;
    }
  }
  if (m->tok == 0 || csto_rel_start(r, m->tok) ||
      !csto_rel_class(r, m->tok - 1, "visit", NULL)) return m->tokend;
  for (i = m->tok + 1; i < m->tokend; i++) {
    if (!csto_rel_al(&r->d->tokens[i - 1], 0)) continue;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].kinds & CSTO_NP_GPE && !r->np[k].pre &&
          r->np[k].tokend == m->tokend) return i;
    }
  }
  return m->tokend;
}

/* Phrase i ends before token `at`, and is no mention any more. */
static void cut_phrase(csto_rel *r, uint32_t i, uint32_t at) {
  csto_np *p = &r->np[i];
  uint32_t *k;
  for (k = &r->ending[p->tokend]; *k != i; k = &r->np[*k].nextend) {}
  *k = p->nextend;
  for (k = &r->at[p->tok]; *k != i; k = &r->np[*k].next) {}
  *k = p->next;
  p->tokend = at;
  p->end = r->d->tokens[at - 1].end;
  p->m = CSTO_NONE;
  csto_rel_link(r, i);
}

/* Offices with another one, a place or what was talked of behind them are cut,
** once the names and nationalities stand in their places. */
static void split_offices(csto_rel *r) {
  size_t n = r->nnp, i;
  for (i = 0; i < n && !r->d->arena.rc; i++) {
    csto_np first = r->np[i], *p;
    uint32_t at;
    if (!(first.kinds & CSTO_NP_ROLE) || first.m == CSTO_NONE) continue;
    at = place_behind(r, &r->m[first.m]);
    if (at == first.tokend) at = behind_nation(r, &r->m[first.m], "matter");
    if (at < first.tokend) {
      cut_phrase(r, (uint32_t)i, at);
      continue;
    }
    at = second_office(r, &r->m[first.m]);
    if (at >= first.tokend) continue;
    cut_phrase(r, (uint32_t)i, at);
    if (!(p = csto_rel_add(r))) return;
    *p = first;
    p->tok = at;
    p->start = r->d->tokens[at].start;
    p->pre = p->article = 0;
    p->m = p->next = p->nextend = CSTO_NONE;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
  }
}

/* الاتحاد ستنظر: behind a definite word one of what is to come. */
static int is_coming(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  return t->nnorm >= 8 && csto_rel_al(&t[-1], 0) &&
         (!memcmp(t->norm, SEEN TEH, 4) ||
          !memcmp(t->norm, SEEN YEH, 4));
}

/* The token where a mention ends without what is none of its name: the word of
** its being held (قمة الحلف المقررة), a verb, those with whom (رئيس الوزراء مع
** الدائنين, but وزير العلاقات مع كذا). */
static uint32_t own_end(const csto_rel *r, const csto_np *p) {
  uint32_t last = p->tokend - 1, i;
  if (p->kinds & CSTO_NP_ROLE) {
    for (i = p->tok + 1; i < p->tokend; i++) {
      if (csto_rel_class(r, i, "together", NULL)) {
        return csto_rel_class(r, i - 1, "relating", NULL) ? p->tokend : i;
      }
    }
    return p->tokend;
  }
  if (p->kinds & CSTO_NP_ORG && last > p->tok && is_coming(r, last)) {
    return last;
  }
  return last > p->tok + 1 && csto_rel_class(r, last, "heldpart", NULL)
             ? last : p->tokend;
}

static void cut_tail(const csto_rel *r, csto_np *p) {
  uint32_t end = own_end(r, p);
  if (end == p->tokend) return;
  p->tokend = end;
  p->end = r->d->tokens[end - 1].end;
  p->m = CSTO_NONE;
}

/* ولوزير, read with its ل: an office begins behind both letters. */
static void without_letter(const csto_rel *r, csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  uint8_t pre = r->word[p->tok].pre;
  if (pre & CSTO_PRE_WA && pre & (CSTO_PRE_LAM | CSTO_PRE_BA) &&
      p->start == t->start + 2 && csto_rel_class(r, p->tok, "office", NULL) &&
      !csto_rel_letter(t, 4, LAM)) p->start += 2;
}

/* رئاسة منظمة كذا, read as one name: the organization in it is one, too. */
static void without_chair(csto_rel *r, csto_np whole) {
  csto_np *p;
  if (!(whole.kinds & CSTO_NP_ORG) || whole.tokend < whole.tok + 3 ||
      !csto_rel_class(r, whole.tok, "presidency", NULL) ||
      csto_rel_article(r, whole.tok + 1) || !(p = csto_rel_add(r))) return;
  *p = whole;
  p->tok = whole.tok + 1;
  p->start = r->d->tokens[p->tok].start;
  p->kinds = CSTO_NP_ORG;
  p->pre = p->article = 0;
  p->m = p->next = p->nextend = CSTO_NONE;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

/* صلاة المغرب is no land, لقاء جمعه no man. */
static int is_no_name(const csto_rel *r, const csto_mention *m) {
  if (m->tokend != m->tok + 1) return 0;
  if (m->type == CSTO_PERSON) return csto_rel_class(r, m->tok, "joined", NULL);
  return m->type == CSTO_GPE && m->tok > 0 && !csto_rel_start(r, m->tok) &&
         csto_rel_class(r, m->tok - 1, "prayer", NULL);
}

static void mention_phrases(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->nm; i++) {
    const csto_mention *m = &r->m[i];
    uint32_t kinds = kinds_of(m->type);
    csto_np *p;
    if (!kinds || m->tok >= m->tokend || m->tokend > r->d->ntokens) continue;
    if (is_no_name(r, m)) continue;
    if (!(p = csto_rel_add(r))) return;
    p->tok = m->tok;
    p->tokend = m->tokend;
    p->start = m->start;
    p->end = m->end;
    if (m->type == CSTO_ROLE) {
      p->tokend = (uint32_t)csto_rel_untitled(r, m->tok, m->tokend);
      if (p->tokend < m->tokend) p->end = r->d->tokens[p->tokend - 1].end;
      without_letter(r, p);
    }
    p->kinds = kinds;
    p->m = p->start > m->start ? CSTO_NONE : (uint32_t)i;
    if (kinds & (CSTO_NP_EVENT | CSTO_NP_ORG | CSTO_NP_ROLE)) {
      cut_tail(r, p);
    }
    if (kinds & CSTO_NP_EVENT && csto_rel_class(r, p->tok, "event", NULL)) {
      p->kinds |= CSTO_NP_MEETING;
    }
    if (kinds & CSTO_NP_ORG && csto_rel_class(r, p->tok, "body", NULL)) {
      p->kinds |= CSTO_NP_BODY;
    }
    if (kinds & CSTO_NP_ORG && csto_rel_class(r, p->tok, "paper", NULL)) {
      p->kinds |= CSTO_NP_DOC;
    }
    read_proclitics(r, p);
    csto_rel_link(r, (uint32_t)r->nnp - 1);
    without_chair(r, *p);
  }
}

uint32_t csto_rel_plain(const csto_rel *r, size_t i, uint32_t kinds) {
  uint32_t k;
  if (i >= r->d->ntokens) return CSTO_NONE;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds && !r->np[k].pre) return k;
  }
  return CSTO_NONE;
}

int csto_rel_phrases(csto_rel *r) {
  csto_doc *d = r->d;
  size_t i, n = d->ntokens;
  r->word = csto_arena_zalloc(&d->arena, (n + 1) * sizeof *r->word);
  r->at = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->at);
  r->ending = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->ending);
  r->soft = csto_arena_zalloc(&d->arena, n + 1);
  r->over = csto_arena_zalloc(&d->arena, n + 1);
  r->back = csto_arena_zalloc(&d->arena, n + 1);
  r->country = csto_arena_zalloc(&d->arena, 26 * 26 * sizeof *r->country);
  if (!r->country || !r->word || !r->at || !r->ending || !r->soft ||
      !r->over || !r->back) {
    return CSTO_NOMEM;
  }
  memset(r->at, 0xFF, (n + 1) * sizeof *r->at);
  memset(r->ending, 0xFF, (n + 1) * sizeof *r->ending);
  for (i = 0; i < n; i++) {
    if (d->tokens[i].kind != CSTO_T_PUNCT) read_word(r, i);
    read_mark(r, i);
  }
  mention_phrases(r);
  split_offices(r);
  csto_rel_heads(r);
  csto_rel_councils(r);
  csto_rel_deputies(r);
  csto_rel_asides(r);
  csto_rel_shared(r);
  csto_rel_people(r);
  csto_rel_lands(r);
  csto_rel_orgs(r);
  csto_rel_meetings(r);
  csto_rel_soften(r);
  return d->arena.rc;
}
