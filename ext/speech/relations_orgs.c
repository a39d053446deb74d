/* relations_orgs.c - the organization that a text goes on about.
**
**   انضمت كذا إلى بريكس، وبذلك يضم التكتل كذا وكذا.   a word for any of them
**   تأسست منظمة كذا عام كذا. وتضم في عضويتها كذا.      its members: whose?
**
** A word for any of them (class anaphor) stands for the only league of states
** that its own sentence has named before it, or the nearest sentence that
** names one; where there are two it is nobody's.  A clause with no subject at
** the head of its sentence goes on with what the sentence before is about: the
** organization among its first words.  Organs that are named with their
** organization are phrases of their own: مجلس وزراء منظمة كذا.
** Cost: a look back of 150 tokens for each such word.
*/
#include "speech/pattern.h"
#include "text/fold.h"
#include "text/letters.h"
#include "text/table.h"

#define BACK 150
#define FIRST 4

/* The first word of a name, folded, without its article, into out. */
static size_t first_word(const char *name, char *out) {
  size_t n = strcspn(name, " ");
  if (n > 40) return 0;
  n = csto_fold_word(name, n, out);
  if (n > 8 && !memcmp(out, AL, 4)) {
    n -= 4;
    memmove(out, out + 4, n);
  }
  return n;
}

/* The name of a phrase that has one, or "". */
static const char *name_of(const csto_rel *r, const csto_np *p) {
  if (p->m != CSTO_NONE) return r->m[p->m].name;
  return p->post && p->kinds & CSTO_NP_ORG ? p->post : "";
}

int csto_rel_is_league(const csto_rel *r, uint32_t k) {
  const csto_table *t = &csto_table_relation_words;
  char word[CSTO_FOLD_ROOM(40)];
  csto_hit h;
  size_t n;
  if (!(r->np[k].kinds & CSTO_NP_ORG)) return 0;
  n = first_word(name_of(r, &r->np[k]), word);
  for (h = n ? csto_table_find(t, word, n) : 0; h; h = csto_table_next(t, h)) {
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), "alliance")) {
      return 1;
    }
  }
  return 0;
}

/* May the word of that row stand for phrase k?  heads: the first words of the
** names it stands for, * for all. */
static int stands_for(const csto_rel *r, const char *heads, uint32_t k) {
  char word[CSTO_FOLD_ROOM(40)];
  csto_token t;
  if (!strcmp(heads, "*")) return 1;
  memset(&t, 0, sizeof t);
  t.nnorm = (uint32_t)first_word(name_of(r, &r->np[k]), word);
  t.norm = word;
  return t.nnorm && csto_pattern_word(&t, heads, (uint32_t)strlen(heads));
}

/* Is that an organ of the organization, phrase k, that it ends with: مجلس وزراء
** منظمة كذا, أمانة منظمة كذا? */
static int is_organ_of(const csto_rel *r, const csto_np *e, uint32_t k) {
  const csto_np *p = &r->np[k];
  if (csto_rel_class(r, e->tok + 1, "ofmembers", NULL)) return 1;
  return p->tok == e->tok + 1 && p->tokend > p->tok + 1 &&
         csto_rel_is_league(r, k) &&
         csto_rel_class(r, e->tok, "organhead", NULL);
}

/* The organization named in these words elsewhere in the text, or that name
** goes on from them; or CSTO_NONE. */
static uint32_t named(const csto_rel *r, const char *words) {
  size_t n = strlen(words), i;
  for (i = 0; i < r->nm; i++) {
    const char *name = r->m[i].name;
    if (r->m[i].type == CSTO_ORG && !strncmp(name, words, n) &&
        (!name[n] || name[n] == ' ')) return (uint32_t)i;
  }
  return CSTO_NONE;
}

/* مجلس الجامعة العربية, where جامعة الدول العربية is its name: is an organ
** called what its league is? */
static int is_of_league(const csto_rel *r, uint32_t at) {
  const csto_np *e = &r->np[at];
  char own[CSTO_FOLD_ROOM(40)], name[CSTO_FOLD_ROOM(40)];
  size_t n = first_word(r->d->text + e->start, own);
  size_t k = first_word(r->m[e->m].name, name);
  return csto_rel_is_league(r, at) && (n != k || memcmp(own, name, n));
}

/* مجلس وزراء خارجية منظمة كذا, read as one name: the league that it ends with
** is a name, too. */
static void league_inside(csto_rel *r, uint32_t at) {
  csto_np e = r->np[at], *p;
  uint32_t i;
  if (!(e.kinds & CSTO_NP_ORG) || e.m == CSTO_NONE ||
      (!csto_rel_class(r, e.tok, "body", NULL) &&
       !csto_rel_class(r, e.tok, "organhead", NULL))) return;
  for (i = e.tok + 1; i + 1 < e.tokend; i++) {
    if (csto_rel_class(r, i, "leaguehead", NULL) && !r->word[i].pre) break;
  }
  if (i + 1 >= e.tokend || !(p = csto_rel_add(r))) return;
  p->tok = i;
  p->tokend = e.tokend;
  p->start = r->d->tokens[i].start;
  p->end = e.end;
  p->kinds = CSTO_NP_ORG;
  p->post = csto_rel_text(r, p->start, p->end, 0);
  if (p->post) p->m = named(r, p->post);
  if (p->m == CSTO_NONE && is_of_league(r, at)) p->m = e.m;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

int csto_rel_inner(const csto_rel *r, uint32_t from, const csto_np *p) {
  uint32_t k;
  for (k = r->ending[p->tokend]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_ORG && r->np[k].m != CSTO_NONE &&
        r->np[k].tok < p->tok && r->np[k].tok >= from &&
        !csto_rel_class(r, r->np[k].tok, "presidency", NULL)) return 1;
  }
  return 0;
}

void csto_rel_councils(csto_rel *r) {
  size_t n = r->nnp, i;
  for (i = 0; i < n && !r->d->arena.rc; i++) league_inside(r, (uint32_t)i);
  n = r->nnp;
  for (i = 0; i < n; i++) {
    csto_np e = r->np[i], *p;
    uint32_t k;
    if (!(e.kinds & CSTO_NP_BODY) || e.tokend < e.tok + 3) continue;
    for (k = r->ending[e.tokend]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & CSTO_NP_ORG && !r->np[k].pre &&
          r->np[k].tok > e.tok && *name_of(r, &r->np[k]) &&
          is_organ_of(r, &e, k)) break;
    }
    if (k == CSTO_NONE) continue;
    e.tokend = r->np[k].tok;
    e.kinds = CSTO_NP_BODY;
    e.m = e.next = e.nextend = CSTO_NONE;
    if (!(p = csto_rel_add(r))) return;
    *p = e;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
  }
}

/* The token where ل and the owner begin inside the organ e: the mention of an
** organization (*k), or a word for one (لحزب كذا, but للأمم المتحدة لشؤون كذا
** is the rest of a name); or e's end. */
static uint32_t owner_in(const csto_rel *r, const csto_np *e, uint32_t *k) {
  uint32_t i;
  for (*k = r->ending[e->tokend]; *k != CSTO_NONE; *k = r->np[*k].nextend) {
    if (r->np[*k].kinds & CSTO_NP_ORG && r->np[*k].pre == CSTO_PRE_LAM &&
        r->np[*k].tok > e->tok + 1) return r->np[*k].tok;
  }
  for (i = e->tokend; i-- > e->tok + 2;) {
    if (r->word[i].pre == CSTO_PRE_LAM && i + 1 < e->tokend &&
        csto_rel_class(r, i, "owner", NULL)) return i;
    if (csto_rel_letter(&r->d->tokens[i], 0, LAM)) break;
  }
  return e->tokend;
}

/* المجلس الدائم لمنظمة فلان, read as one name: its organ, and whose it is. */
void csto_rel_organs(csto_rel *r) {
  size_t n = r->nnp, i;
  for (i = 0; i < n; i++) {
    csto_np e = r->np[i], *p;
    uint32_t k, at;
    if (!(e.kinds & CSTO_NP_ORG) || !(e.kinds & CSTO_NP_BODY)) continue;
    at = owner_in(r, &e, &k);
    if (at == e.tokend) continue;
    e.m = e.next = e.nextend = CSTO_NONE;
    if (k == CSTO_NONE) {
      int lams = csto_rel_letter(&r->d->tokens[at], 2, LAM);
      if (!(p = csto_rel_add(r))) return;
      *p = e;
      p->tok = at;
      p->start = csto_doc_offset(r->d, at, lams ? 4 : 2);
      p->kinds = CSTO_NP_ORG;
      p->pre = CSTO_PRE_LAM;
      p->article = (uint8_t)lams;
      csto_rel_link(r, (uint32_t)r->nnp - 1);
    }
    if (csto_rel_class(r, at - 1, "under", NULL)) continue;
    if (!(p = csto_rel_add(r))) return;
    *p = e;
    p->tokend = at;
    p->end = r->d->tokens[at - 1].end;
    p->kinds = CSTO_NP_BODY;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
  }
}

/* The only league that the nearest sentence with one names before token i. */
static uint32_t only_league(const csto_rel *r, uint32_t i, const char *heads) {
  uint32_t k, found = CSTO_NONE, from = i > BACK ? i - BACK : 0;
  const csto_token *t = r->d->tokens;
  for (; i > from; i--) {
    if (found != CSTO_NONE && t[i - 1].sentence != t[r->np[found].tok].sentence)
      break;
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (!csto_rel_is_league(r, k) || !stands_for(r, heads, k)) continue;
      if (found == CSTO_NONE) found = k;
      else if (strcmp(name_of(r, &r->np[k]), name_of(r, &r->np[found]))) {
        return CSTO_NONE;
      }
    }
  }
  return found;
}

/* الجريمة المنظمة, المجموعة العربية: no noun by itself. */
static int stands_alone(const csto_rel *r, uint32_t i) {
  if (!csto_rel_start(r, i + 1) && csto_rel_al(&r->d->tokens[i + 1], 0) &&
      csto_rel_starting(r, i + 1, CSTO_NP_GPE | CSTO_NP_ORG | CSTO_NP_DATE) ==
          CSTO_NONE &&
      !csto_rel_class(r, i + 1, "to", NULL) &&
      !csto_rel_class(r, i + 1, "rel", NULL)) return 0;
  return csto_rel_start(r, i) || !csto_rel_article(r, i - 1) ||
         r->word[i].pre & ~CSTO_PRE_WA;
}

/* A phrase for the word at token i, which means what phrase k names; the
** word's own phrase, where it is read as a name (own), means it from now on. */
static void add_anaphor(csto_rel *r, uint32_t i, uint32_t own, uint32_t k) {
  uint8_t pre = r->word[i].pre;
  size_t at = (pre & CSTO_PRE_WA ? 2u : 0u) + (pre & ~CSTO_PRE_WA ? 2u : 0u);
  csto_np *p;
  if (own != CSTO_NONE) {
    r->np[own].m = r->np[k].m;
    r->np[own].post = r->np[k].post;
    return;
  }
  if (!(p = csto_rel_add(r))) return;
  p->article = pre & CSTO_PRE_LAM && csto_rel_letter(&r->d->tokens[i], at,
                                                     LAM);
  if (p->article) at += 2;
  p->tok = i;
  p->tokend = i + 1;
  p->start = csto_doc_offset(r->d, i, at);
  p->end = r->d->tokens[i].end;
  p->kinds = CSTO_NP_ORG;
  p->m = r->np[k].m;
  p->post = r->np[k].post;
  p->pre = pre;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

void csto_rel_orgs(csto_rel *r) {
  uint32_t i, k, own, row;
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    row = csto_rel_row(r, i, "anaphor");
    if (row == CSTO_NONE || r->word[i].ntok != 1 || !stands_alone(r, i)) {
      continue;
    }
    own = csto_rel_starting(r, i, CSTO_NP_ORG);
    if (own != CSTO_NONE && (r->np[own].tokend > i + 1 ||
                             strchr(name_of(r, &r->np[own]), ' '))) continue;
    k = only_league(r, i, csto_table_cell(&csto_table_relation_words, row, 4));
    if (k != CSTO_NONE) add_anaphor(r, i, own, k);
  }
}

/* The league among the first words of the sentence from token i to end, or
** CSTO_NONE. */
static uint32_t subject_in(const csto_rel *r, uint32_t i, uint32_t end) {
  uint32_t from = i, p;
  for (; i < end && i < from + FIRST; i++) {
    p = csto_rel_starting(r, i, CSTO_NP_ORG);
    if (p != CSTO_NONE) {
      return r->np[p].pre & ~CSTO_PRE_WA || !csto_rel_is_league(r, p)
                 ? CSTO_NONE : p;
    }
    if (csto_rel_class(r, i, "prep", NULL)) break;
  }
  return CSTO_NONE;
}

/* The only league that tokens i..end name, or CSTO_NONE. */
static uint32_t only_in(const csto_rel *r, uint32_t i, uint32_t end) {
  uint32_t k, found = CSTO_NONE;
  for (; i < end; i++) {
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (!csto_rel_is_league(r, k)) continue;
      if (found != CSTO_NONE && strcmp(name_of(r, &r->np[k]),
                                       name_of(r, &r->np[found]))) {
        return CSTO_NONE;
      }
      found = k;
    }
  }
  return found;
}

uint32_t csto_rel_league(const csto_rel *r, uint32_t i) {
  return only_league(r, i, "*");
}

uint32_t csto_rel_topic_org(const csto_rel *r, const csto_match *x,
                            uint32_t wordrow) {
  const csto_token *t = r->d->tokens;
  uint32_t from = x->lo, end = x->lo, k;
  int verb, org;
  while (!csto_rel_start(r, from)) from--;
  k = subject_in(r, from, end);
  if (k == CSTO_NONE) k = only_in(r, from, end);
  if (k == CSTO_NONE && from > 0 && csto_rel_opens(r, x->lo)) {
    for (end = from; from > 0 && t[from - 1].sentence == t[end - 1].sentence;
         from--) {}
    k = subject_in(r, from, end);
  }
  if (k == CSTO_NONE || wordrow == CSTO_NONE) return k;
  verb = csto_rel_verb_gender(r, x->trig, wordrow);
  org = csto_rel_gender(r, &r->np[k]);
  return verb && org && verb != org ? CSTO_NONE : k;
}
