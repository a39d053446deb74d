/* relations_phrase.c - the words and noun phrases that patterns see.
**
** Words: the longest phrase of data/relation_words.tsv at each token, also
** behind the proclitics و ف س ب ل ك.  Phrases: every mention; a name together
** with the office before or after it (وزير الخارجية الروسي سيرغي لافروف;
** سيرغي شويغو، سكرتير مجلس الأمن); common-noun phrases that begin with the
** head of an event, a document, an office or an organ (اجتماع مجلس وزراء
** الخارجية), cut by the grammar of the genitive: indefinite nouns, then a
** definite one or a name, then its adjectives, then ل and another such
** phrase.  Adverbials (dates, في and a place, commas) are marked soft.
** Cost: a few table look-ups a token; phrases are of at most 16 tokens.
*/
#include "speech/relations_int.h"
#include <string.h>
#include "base/rc.h"

#define PHRASE_MAX 16

CSTO_TABLE(relation_words);
CSTO_TABLE(countries);

/* ---- words */

static int is_letter(const csto_token *t, size_t at, const char *two) {
  return t->nnorm > at + 2 && !memcmp(t->norm + at, two, 2);
}

#define WA "\xD9\x88"
#define FA "\xD9\x81"
#define SIN "\xD8\xB3"
#define BA "\xD8\xA8"
#define LAM "\xD9\x84"
#define KAF "\xD9\x83"
#define AL "\xD8\xA7\xD9\x84"

static int lookup(csto_rel *r, size_t i, size_t skip, const char *pre,
                  uint8_t clitics) {
  size_t n = 0;
  csto_hit h = csto_table_match(&csto_table_relation_words, r->d, i, skip,
                                pre, &n);
  if (!h) return 0;
  r->word[i].hit = h;
  r->word[i].ntok = (uint8_t)(n > 255 ? 255 : n);
  r->word[i].pre = clitics;
  return 1;
}

/* The longest phrase at token i, with the fewest proclitics taken off. */
static void find_word(csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  size_t at = 0;
  uint8_t pre = 0;
  if (lookup(r, i, 0, NULL, 0)) return;
  if (t->kind != CSTO_T_WORD) return;
  if (is_letter(t, 0, WA) || is_letter(t, 0, FA)) {
    at = 2;
    pre = CSTO_PRE_WA;
    if (lookup(r, i, at, NULL, pre)) return;
  }
  if (is_letter(t, at, SIN)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_SIN);
  } else if (is_letter(t, at, BA)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_BA);
  } else if (is_letter(t, at, LAM)) {
    if (is_letter(t, at + 2, LAM)) {
      lookup(r, i, at + 4, AL, pre | CSTO_PRE_LAM);
    } else {
      lookup(r, i, at + 2, NULL, pre | CSTO_PRE_LAM);
    }
  } else if (is_letter(t, at, KAF)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_KAF);
  }
}

uint32_t csto_rel_row(const csto_rel *r, size_t i, const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  if (i >= r->d->ntokens) return CSTO_NONE;
  for (h = r->word[i].hit; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    if (!strcmp(csto_table_cell(t, row, 1), cls)) return row;
  }
  return CSTO_NONE;
}

int csto_rel_class(const csto_rel *r, size_t i, const char *cls,
                   size_t *ntok) {
  if (csto_rel_row(r, i, cls) == CSTO_NONE) return 0;
  if (ntok) *ntok = r->word[i].ntok;
  return 1;
}

int csto_rel_verb(const csto_rel *r, size_t i) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h = r->word[i].hit;
  return h && r->word[i].pre & CSTO_PRE_WA &&
         csto_table_cell(t, csto_table_row(t, h), 2)[0];
}

static int is_punct(const csto_rel *r, size_t i, const char *set) {
  const csto_token *t = &r->d->tokens[i];
  return t->kind == CSTO_T_PUNCT && t->norm[0] &&
         strstr(set, t->norm) != NULL;
}

int csto_rel_start(const csto_rel *r, size_t i) {
  const csto_token *t = r->d->tokens;
  if (i >= r->d->ntokens || i == 0) return 1;
  return t[i].newline || t[i].sentence != t[i - 1].sentence;
}

int csto_rel_border(const csto_rel *r, size_t i) {
  return i < r->d->ntokens &&
         is_punct(r, i, ". ; : ? ! \xD8\x9B \xD8\x9F \xE2\x80\xA6 |");
}

int csto_rel_comma(const csto_rel *r, size_t i) {
  return i < r->d->ntokens && is_punct(r, i, ", \xD8\x8C");
}

static int has_article(const csto_token *t, size_t at) {
  return t->nnorm > at + 4 && !memcmp(t->norm + at, AL, 4);
}

int csto_rel_article(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  return has_article(t, 0) || (is_letter(t, 0, WA) && has_article(t, 2)) ||
         (is_letter(t, 0, BA) && has_article(t, 2));
}

/* ---- phrases */

static csto_np *add_np(csto_rel *r) {
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
    if (!memcmp(c, WA, 2) || !memcmp(c, FA, 2)) p->pre |= CSTO_PRE_WA;
    else if (!memcmp(c, BA, 2)) p->pre |= CSTO_PRE_BA;
    else if (!memcmp(c, KAF, 2)) p->pre |= CSTO_PRE_KAF;
    else if (!memcmp(c, LAM, 2)) { p->pre |= CSTO_PRE_LAM; lams++; }
  }
  p->article = lams > 1;
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

static void link_np(csto_rel *r, uint32_t k) {
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

static void mention_phrases(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->nm; i++) {
    const csto_mention *m = &r->m[i];
    uint32_t kinds = kinds_of(m->type);
    csto_np *p;
    if (!kinds || m->tok >= m->tokend || m->tokend > r->d->ntokens) continue;
    if (!(p = add_np(r))) return;
    p->tok = m->tok;
    p->tokend = m->tokend;
    p->start = m->start;
    p->end = m->end;
    p->kinds = kinds;
    p->m = (uint32_t)i;
    if (kinds & CSTO_NP_EVENT && csto_rel_class(r, p->tok, "event", NULL)) {
      p->kinds |= CSTO_NP_MEETING;
    }
    if (kinds & CSTO_NP_ORG && csto_rel_class(r, p->tok, "body", NULL)) {
      p->kinds |= CSTO_NP_BODY;
    }
    read_proclitics(r, p);
    link_np(r, (uint32_t)r->nnp - 1);
  }
}

/* The longest phrase of these kinds that starts at token i with no
** proclitic, or CSTO_NONE. */
static uint32_t plain_at(const csto_rel *r, size_t i, uint32_t kinds) {
  uint32_t k;
  if (i >= r->d->ntokens) return CSTO_NONE;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds && !r->np[k].pre) return k;
  }
  return CSTO_NONE;
}

static size_t skip_class(const csto_rel *r, size_t i, const char *cls) {
  size_t n;
  while (!csto_rel_start(r, i) && csto_rel_class(r, i, cls, &n)) i += n;
  return i;
}

static void add_holder(csto_rel *r, uint32_t np) {
  uint32_t *h = csto_arena_grow(&r->d->arena, r->holder, r->nholder,
                                &r->holdercap, sizeof *h);
  if (!h) return;
  r->holder = h;
  h[r->nholder++] = np;
}

static void add_person(csto_rel *r, const csto_np *a, const csto_np *b,
                       uint32_t person, uint32_t role) {
  csto_np first = *a, last = *b, *p = add_np(r);
  if (!p) return;
  *p = first;
  p->next = p->nextend = CSTO_NONE;
  p->tokend = last.tokend;
  p->end = last.end;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[person].m;
  p->role = r->np[role].m;
  link_np(r, (uint32_t)r->nnp - 1);
  add_holder(r, (uint32_t)r->nnp - 1);
}

/* نظيره الأرميني أرارات ميرزويان: a person whose office is the other's. */
static void counterpart(csto_rel *r, size_t i) {
  size_t j = i + r->word[i].ntok;
  uint32_t norp = CSTO_NONE, k;
  csto_np *p;
  if (csto_rel_start(r, j)) return;
  k = plain_at(r, j, CSTO_NP_NORP);
  if (k != CSTO_NONE) {
    norp = r->np[k].m;
    j = r->np[k].tokend;
  }
  if (csto_rel_comma(r, j)) j++;
  if (!csto_rel_start(r, j)) j = skip_class(r, j, "honor");
  if (csto_rel_start(r, j)) return;
  k = plain_at(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE || !(p = add_np(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = r->np[k].tokend;
  p->end = r->np[k].end;
  p->pre = r->word[i].pre;
  p->start = r->d->tokens[i].start;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[k].m;
  p->norp = norp;
  link_np(r, (uint32_t)r->nnp - 1);
}

/* Offices with their names: ROLE [،] [honorific] PERSON; PERSON ، ROLE. */
static void person_phrases(csto_rel *r) {
  size_t n = r->nnp, k;
  for (k = 0; k < r->d->ntokens; k++) {
    if (r->word[k].hit && csto_rel_class(r, k, "counterpart", NULL)) {
      counterpart(r, k);
    }
  }
  for (k = 0; k < n; k++) {
    size_t i = r->np[k].tokend;
    uint32_t other;
    if (r->np[k].kinds & CSTO_NP_ROLE) {
      if (csto_rel_class(r, r->np[k].tok, "counterpart", NULL)) continue;
      i = skip_class(r, i, "former");
      if (csto_rel_comma(r, i) && !csto_rel_start(r, i + 1)) i++;
      i = skip_class(r, i, "honor");
      if (csto_rel_start(r, i)) continue;
      other = plain_at(r, i, CSTO_NP_PERSON);
      if (other == CSTO_NONE || r->np[other].role != CSTO_NONE) continue;
      add_person(r, &r->np[k], &r->np[other], other, (uint32_t)k);
    } else if (r->np[k].kinds & CSTO_NP_PERSON) {
      if (csto_rel_start(r, i) || !csto_rel_comma(r, i)) continue;
      i++;
      if (csto_rel_start(r, i)) continue;
      other = plain_at(r, i, CSTO_NP_ROLE);
      if (other == CSTO_NONE) continue;
      if (plain_at(r, r->np[other].tokend, CSTO_NP_PERSON) != CSTO_NONE) {
        continue;
      }
      add_person(r, &r->np[k], &r->np[other], (uint32_t)k, other);
    }
  }
}

/* ---- common-noun phrases */

/* يسمح, نقله: more likely a verb than an adjective. */
static int is_verb_like(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = r->d->text + t->end;
  if (t->nnorm < 6) return 0;
  if (t->end - t->start >= 2 && !memcmp(end - 2, "\xD9\x87", 2)) return 1;
  return !memcmp(t->norm, "\xD9\x8A", 2) &&
         memcmp(t->norm + t->nnorm - 2, "\xD9\x8A", 2) &&
         memcmp(t->norm + t->nnorm - 2, "\xD9\x87", 2);
}

/* A word that may follow inside a genitive or as an adjective. */
static int is_noun_like(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  csto_hit h = r->word[i].hit;
  if (t->kind != CSTO_T_WORD) return 0;
  if (h) {
    const char *c = csto_table_cell(&csto_table_relation_words,
                                    csto_table_row(&csto_table_relation_words,
                                                   h), 3);
    return !strcmp(c, "noun");
  }
  return 1;
}

/* Where the definite adjectives that begin at i end: السياسية والأمنية. */
static size_t adjectives(const csto_rel *r, size_t i, size_t max) {
  while (i < max && !csto_rel_start(r, i)) {
    const csto_token *t = &r->d->tokens[i];
    if (csto_rel_class(r, i, "verbish", NULL)) break;
    if (t->kind != CSTO_T_WORD || r->at[i] != CSTO_NONE) {
      uint32_t k = plain_at(r, i, CSTO_NP_NORP);
      if (k == CSTO_NONE) break;
      i = r->np[k].tokend;
      continue;
    }
    if (!has_article(t, 0) && !(is_letter(t, 0, WA) && has_article(t, 2))) {
      break;
    }
    if (!is_noun_like(r, i)) break;
    i++;
  }
  return i < max ? i : max;
}

/* A phrase that a name or a definite noun ends: from i, the token after the
** head.  Returns the token after the phrase, or i when there is none. */
static size_t genitive(const csto_rel *r, size_t i, size_t max) {
  size_t from = i;
  while (i < max && !csto_rel_start(r, i)) {
    uint32_t k = plain_at(r, i, CSTO_NP_ORG | CSTO_NP_GPE | CSTO_NP_LOC |
                          CSTO_NP_EVENT | CSTO_NP_DOC | CSTO_NP_PERSON);
    if (k != CSTO_NONE) return adjectives(r, r->np[k].tokend, max);
    if (!is_noun_like(r, i) || r->at[i] != CSTO_NONE) {
      if (plain_at(r, i, CSTO_NP_NORP) == CSTO_NONE) break;
    }
    if (has_article(&r->d->tokens[i], 0)) return adjectives(r, i + 1, max);
    if (i - from >= 3 || is_verb_like(r, i)) break;
    i++;
  }
  return from;
}

/* ل and a phrase: لمجلس الأمن, للأمم المتحدة. */
static size_t dative(const csto_rel *r, size_t i, size_t max) {
  uint32_t k;
  if (i >= max || csto_rel_start(r, i)) return i;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    const csto_np *p = &r->np[k];
    if (p->pre == CSTO_PRE_LAM && p->kinds & (CSTO_NP_ORG | CSTO_NP_GPE |
                                              CSTO_NP_EVENT)) {
      return p->tokend;
    }
  }
  if (r->word[i].pre == CSTO_PRE_LAM) {
    size_t end = genitive(r, i + 1, max);
    if (end > i + 1) return end;
  }
  return i;
}

static void head_phrase(csto_rel *r, size_t i, uint32_t kinds) {
  const csto_token *t = &r->d->tokens[i];
  size_t j = i + r->word[i].ntok, max = i + PHRASE_MAX, end, at = 0;
  uint8_t pre = r->word[i].pre;
  csto_np *p;
  int lams = 0, definite;
  if (max > r->d->ntokens) max = r->d->ntokens;
  if (pre & CSTO_PRE_WA) at += 2;
  if (pre & ~CSTO_PRE_WA) at += 2;
  if (pre & CSTO_PRE_LAM && is_letter(t, at, LAM)) { lams = 1; at += 2; }
  definite = lams || has_article(t, at);
  if (definite) end = adjectives(r, j, max);
  else {
    end = genitive(r, j, max);
    if (end == j && j < max && !csto_rel_start(r, j) &&
        is_noun_like(r, j) && r->at[j] == CSTO_NONE && !r->word[j].hit &&
        !is_verb_like(r, j)) {
      end = j + 1;
    }
  }
  if (!(kinds & CSTO_NP_BODY)) end = dative(r, end, max);
  if (!(p = add_np(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = (uint32_t)end;
  p->start = pre ? csto_doc_offset(r->d, i, at) : t->start;
  p->end = r->d->tokens[end - 1].end;
  p->kinds = kinds;
  p->pre = pre;
  p->article = (uint8_t)lams;
  link_np(r, (uint32_t)r->nnp - 1);
}

static void head_phrases(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    uint32_t k;
    if (!r->word[i].hit) continue;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].tokend > i + 1 && r->np[k].kinds &
          (CSTO_NP_EVENT | CSTO_NP_DOC | CSTO_NP_ORG)) break;
    }
    if (k != CSTO_NONE) continue;
    if (csto_rel_class(r, i, "address", NULL)) {
      head_phrase(r, i, CSTO_NP_EVENT | CSTO_NP_ADDRESS);
    } else if (csto_rel_class(r, i, "event", NULL)) {
      head_phrase(r, i, CSTO_NP_EVENT | CSTO_NP_MEETING);
    } else if (csto_rel_class(r, i, "paper", NULL)) {
      head_phrase(r, i, CSTO_NP_DOC);
    } else if (csto_rel_class(r, i, "office", NULL)) {
      head_phrase(r, i, CSTO_NP_POST);
    } else if (csto_rel_class(r, i, "body", NULL)) {
      head_phrase(r, i, CSTO_NP_BODY);
    }
  }
}

/* ---- adverbials */

static void soften(csto_rel *r, size_t i, size_t end) {
  for (; i < end && i < r->d->ntokens; i++) r->soft[i] = 1;
}

/* في العاصمة الروسية موسكو: back from the place to the preposition. */
static void soften_place(csto_rel *r, const csto_np *p) {
  size_t i = p->tok;
  int steps;
  if (p->pre & CSTO_PRE_BA) { soften(r, p->tok, p->tokend); return; }
  for (steps = 0; steps < 4 && i > 0 && !csto_rel_start(r, i); steps++) {
    i--;
    if (csto_rel_class(r, i, "in", NULL)) {
      soften(r, i, p->tokend);
      return;
    }
    if (!csto_rel_class(r, i, "city", NULL) &&
        plain_at(r, i, CSTO_NP_NORP) == CSTO_NONE) {
      return;
    }
  }
}

static void mark_soft(csto_rel *r) {
  size_t i, n, open;
  for (i = 0; i < r->nnp; i++) {
    const csto_np *p = &r->np[i];
    if (p->kinds & CSTO_NP_DATE) soften(r, p->tok, p->tokend);
    if (p->kinds & (CSTO_NP_GPE | CSTO_NP_LOC)) soften_place(r, p);
  }
  for (i = 0; i < r->d->ntokens; i++) {
    if (csto_rel_class(r, i, "adv", &n)) soften(r, i, i + n);
    else if (is_punct(r, i, ", \xD8\x8C - ")) r->soft[i] = 1;
    else if (is_punct(r, i, "(")) {
      for (open = i; open < i + 8 && open < r->d->ntokens; open++) {
        if (is_punct(r, open, ")")) { soften(r, i, open + 1); break; }
      }
    }
  }
}

int csto_rel_phrases(csto_rel *r) {
  csto_doc *d = r->d;
  size_t i, n = d->ntokens;
  r->word = csto_arena_zalloc(&d->arena, (n + 1) * sizeof *r->word);
  r->at = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->at);
  r->ending = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->ending);
  r->soft = csto_arena_zalloc(&d->arena, n + 1);
  if (!r->word || !r->at || !r->ending || !r->soft) return CSTO_NOMEM;
  memset(r->at, 0xFF, (n + 1) * sizeof *r->at);
  memset(r->ending, 0xFF, (n + 1) * sizeof *r->ending);
  for (i = 0; i < n; i++) {
    if (d->tokens[i].kind != CSTO_T_PUNCT) find_word(r, i);
  }
  mention_phrases(r);
  person_phrases(r);
  head_phrases(r);
  mark_soft(r);
  return d->arena.rc;
}

/* ---- what a row says */

const char *csto_rel_text(csto_rel *r, uint32_t start, uint32_t end,
                          int article) {
  size_t n = end - start;
  char *s;
  if (!article) return csto_arena_str(&r->d->arena, r->d->text + start, n);
  s = csto_arena_alloc(&r->d->arena, n + 5);
  if (!s) return NULL;
  memcpy(s, AL, 4);
  memcpy(s + 4, r->d->text + start, n);
  s[n + 4] = 0;
  return s;
}

const char *csto_rel_written(csto_rel *r, const csto_np *p) {
  return csto_rel_text(r, p->start, p->end, p->article);
}

/* The last person named with this office before the phrase. */
static uint32_t holder_of(const csto_rel *r, const csto_np *office) {
  const char *name = r->m[office->m].name;
  size_t i = r->nholder, tries;
  for (tries = 0; i > 0 && tries < 64; i--) {
    const csto_np *p = &r->np[r->holder[i - 1]];
    if (p->start >= office->start) continue;
    tries++;
    if (!strcmp(r->m[p->role].name, name)) return p->m;
  }
  return CSTO_NONE;
}

const char *csto_rel_name(csto_rel *r, const csto_np *p) {
  if (p->m == CSTO_NONE) return csto_rel_written(r, p);
  if (p->kinds & CSTO_NP_ROLE && p->tokend > p->tok + 1) {
    uint32_t m = holder_of(r, p);
    if (m != CSTO_NONE) return r->m[m].name;
  }
  return r->m[p->m].name;
}

/* The first spelling of a row of the table of countries. */
static const char *country_name(const csto_rel *r, uint32_t row) {
  const char *s = csto_table_cell(&csto_table_countries, row, 0);
  return csto_arena_str(&r->d->arena, s, strcspn(s, "|"));
}

const char *csto_rel_country(const csto_rel *r, const csto_mention *norp) {
  const csto_table *t = &csto_table_countries;
  uint32_t row;
  if (norp->type != CSTO_NORP || !norp->id) return norp->name;
  for (row = 0; row < t->nrow; row++) {
    if (!strcmp(csto_table_cell(t, row, 3), norp->id)) {
      return country_name(r, row);
    }
  }
  return norp->name;
}

const char *csto_rel_land(csto_rel *r, const csto_np *p) {
  if (p->m != CSTO_NONE && r->m[p->m].type == CSTO_NORP) {
    return csto_rel_country(r, &r->m[p->m]);
  }
  return csto_rel_name(r, p);
}
