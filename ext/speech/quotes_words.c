/* quotes_words.c - what each token may be in a report of speech.
**
** Small words, verbs and attributions are looked up in their tables, once as
** written and once without a leading و or ف.  Quotation marks are paired by
** quotes_marks.c.  Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/hash.h"
#include "base/rc.h"
#include "text/known.h"
#include <string.h>

static uint32_t word_class(char c) {
  switch (c) {
    case 'T': return QW_THAT;
    case 'P': return QW_PREP;
    case 'H': return QW_HARD;
    case 'D': return QW_DAY;
    case 'R': return QW_REL;
    case 'N': return QW_NEG;
    case 'J': return QW_JOIN;
    case 'A': return QW_ADD;
    case 'M': return QW_SAME;
    case 'V': return QW_AUX;
    case 'B': return QW_BREAK;
    case 'X': return QW_OTHER;
    case 'G': return QW_GOVERN;
    case 'E': return QW_END;
    case 'F': return QW_SO;
    case 'W': return QW_WHAT;
    case 'K': return QW_THIS;
    case 'I': return QW_ISSUED;
    case 'Y': return QW_FIRST;
    case 'S': return QW_SON;
    case 'Q': return QW_MAYBE;
    case 'Z': return QW_WHETHER;
    case 'L': return QW_OWN;
    case 'U': return QW_PIOUS;
    default: return 0;
  }
}

/* All classes of the rows of one hit. */
static uint32_t classes(const csto_table *t, csto_hit h,
                        uint32_t (*of)(char)) {
  uint32_t c = 0;
  for (; h; h = csto_table_next(t, h))
    c |= of(csto_table_letter(t, h));
  return c;
}

static uint32_t noun_class(char c) {
  switch (c) {
    case 'm': return QN_PERSON;
    case 'p': return QN_PEOPLE;
    case 'i': return QN_BODY;
    case 'd': return QN_PAPER;
    case 't': return QN_TITLED;
    case 'k': return QN_KIN;
    case 'h': return QN_COURTESY;
    case 's': return QN_STAND;
    case 'o': return QN_HIM;
    case 'l': return QN_LABEL;
    case 'r': return QN_RUMOUR;
    case 'q': return QN_PEOPLE | QN_SOME;
    case 'e': return QN_SOME;
    case 'c': return QN_PERSON | QN_CHIEF;
    case 'g': return QN_BODY | QN_KIND;
    case 'a': return QN_PERSON | QN_CALLED;
    case 'y': return QN_PERSON | QN_ANYBODY;
    default: return 0;
  }
}

/* A sound plural before its noun, without ن: باحثو الجامعة، مسؤولي. */
static unsigned construct(const qx *x, uint32_t i) {
  char w[72];
  const char *s = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  csto_hit h;
  if (n < 8 || n > 60) return 0;
  if (memcmp(s + n - 2, WAW, 2) && memcmp(s + n - 2, YEH, 2)) return 0;
  memcpy(w, s, n);
  memcpy(w + n, NOON, 2);
  h = csto_table_find(&csto_table_speech_sources, w, n + 2);
  return h ? classes(&csto_table_speech_sources, h, noun_class) : 0;
}

/* القائمون، مانحون: a sound plural in the nominative is people. */
static int plural_subject(const char *w, size_t n) {
  if (n < 12 || memcmp(w + n - 4, WAW NOON, 4)) return 0;
  return q_starts(w, AL) ? n >= 14 : q_starts(w, MEEM);
}

/* الوزيران، الطرفين: two of a noun that is a person. */
static int two_of(const char *w, size_t n) {
  csto_hit h;
  if (n < 14 || !q_starts(w, AL)) return 0;
  if (memcmp(w + n - 4, ALEF NOON, 4) &&
      memcmp(w + n - 4, YEH NOON, 4)) return 0;
  h = csto_table_find(&csto_table_speech_sources, w + 4, n - 8);
  return h && (classes(&csto_table_speech_sources, h, noun_class) &
               QN_PERSON);
}

/* والدته، محاميها، مراسلنا: a person named by the pronoun. */
static unsigned with_owner(const qx *x, uint32_t i) {
  char w[72];
  size_t n = x->tk[i].nnorm;
  csto_hit h;
  int ours = n >= 12 && !memcmp(x->tk[i].norm + n - 4, NOON ALEF, 4);
  if ((!ours && !csto_q_pronoun(x, i)) || n > 60) return 0;
  memcpy(w, x->tk[i].norm, n);
  n -= ours || memcmp(w + n - 2, HEH, 2) ? 4 : 2;
  if (memcmp(w + n - 2, TEH, 2) == 0) memcpy(w + n - 2, HEH, 2);
  h = csto_table_find(&csto_table_speech_sources, w, n);
  if (!h || !(classes(&csto_table_speech_sources, h, noun_class) &
              (QN_PERSON | QN_KIN))) return 0;
  return QN_PERSON;
}

static unsigned noun_at(const qx *x, uint32_t i) {
  static const struct { char s[7]; uint8_t n; } heads[] = {
      {"", 0}, {AL, 4}, {LAM LAM, 4}, {LAM, 2}, {BEH, 2},
      {WAW, 2}, {WAW AL, 6}, {BEH AL, 6}};
  size_t k, n;
  for (k = 0; k < sizeof heads / sizeof *heads; k++) {
    csto_hit h;
    if (strncmp(x->tk[i].norm, heads[k].s, heads[k].n)) continue;
    h = csto_table_match(&csto_table_speech_sources, x->d, i,
                         heads[k].n, NULL, &n);
    if (h) return classes(&csto_table_speech_sources, h, noun_class);
  }
  if (plural_subject(x->tk[i].norm, x->tk[i].nnorm)) return QN_PEOPLE;
  if (two_of(x->tk[i].norm, x->tk[i].nnorm)) return QN_PEOPLE;
  return construct(x, i) | with_owner(x, i);
}

unsigned csto_q_noun(const qx *x, uint32_t i) {
  q_tok *t;
  if (i >= x->n || !q_is_word(x, i)) return 0;
  t = &x->t[i];
  if (!t->asked) {
    t->noun = (uint16_t)noun_at(x, i);
    t->asked = 1;
  }
  return t->noun;
}

/* ---- marks ---- */

static uint8_t other_mark(const csto_token *t) {
  switch (t->norm[0]) {
    case ':': return QM_COLON;
    case ',': case ';': return QM_COMMA;
    case '(': case '[': return QM_PAREN;
    case ')': case ']': return QM_PARENEND;
    default:
      return !strcmp(t->norm, COMMA) || !strcmp(t->norm, SEMICOLON)
                 ? QM_COMMA : QM_OTHER;
  }
}

/* ---- words ---- */

static int ends_in_ya(const char *cell) {
  size_t n = strlen(cell);
  return n > 2 && memcmp(cell + n - 2, YEH, 2) == 0;
}

/* A form of the table that the text writes otherwise: نادي is not نادى, مقره
** not مقرة. */
static int misread(const qx *x, uint32_t i, csto_hit h, size_t skip) {
  const csto_table *v = &csto_table_speech_verbs;
  const char *w = x->tk[i].norm + skip, *last = x->d->text + x->tk[i].end - 2;
  const char *agree = csto_table_cell(v, csto_table_row(v, h), 2);
  if (memcmp(last, YEH, 2) == 0)
    return agree[0] != 'p' && agree[0] != 'P' && !q_starts(w, YEH) &&
           !q_starts(w, TEH);
  /* يدعى, who is called so: the table has يدعي */
  if (memcmp(last, MAKSURA, 2) == 0 && q_starts(w, YEH))
    return strstr(csto_table_cell(v, csto_table_row(v, h), 0), YEH "|") ||
           ends_in_ya(csto_table_cell(v, csto_table_row(v, h), 0));
  return agree[0] == 'P' && agree[1] == 'f' && memcmp(last, HEH, 2) == 0;
}

/* Bytes of a و or ف that may be joined to the word. */
static size_t joined(const csto_token *t) {
  return t->nnorm > 4 && (q_starts(t->norm, WAW) || q_starts(t->norm, FEH))
             ? 2 : 0;
}

/* Classes of a hit in the table of small words, that is a word of len bytes
** behind skip. */
static uint32_t small_word(csto_hit h, size_t skip, size_t len) {
  uint32_t c = classes(&csto_table_speech_words, h, word_class);
  if (skip) c &= ~(uint32_t)(QW_THAT | QW_SAME);
  if (skip && len == 6) c &= ~(uint32_t)QW_DAY;                /* ولي العهد */
  return c;
}

/* The letter of the preposition among its rows, or 0. */
static char preposition(csto_hit h) {
  const csto_table *t = &csto_table_speech_words;
  char c = 0;
  for (; h && !c; h = csto_table_next(t, h))
    c = csto_table_cell(t, csto_table_row(t, h), 2)[0];
  return c;
}

/* *until: behind the attribution that covers the token; a phrase of small
** words that begins inside it ends with it (جاء في + البيان). */
static void look_up(qx *x, uint32_t i, uint32_t *until) {
  q_tok *t = &x->t[i];
  size_t skip, n, k, len = x->tk[i].nnorm;
  csto_hit h;
  uint64_t hash;
  for (skip = 0; skip <= joined(&x->tk[i]); skip += 2) {
    hash = csto_token_hash(&x->tk[i], skip);
    if (!t->verb && csto_table_begins(&csto_table_speech_verbs, hash)) {
      h = csto_table_match(&csto_table_speech_verbs, x->d, i, skip, NULL, &n);
      if (h && !misread(x, i, h, skip)) {
        t->verb = (uint16_t)(csto_table_row(&csto_table_speech_verbs, h) + 1);
        t->pre = (uint8_t)skip;
      }
    }
    if (!t->attr && csto_table_begins(&csto_table_attributions, hash)) {
      h = csto_table_match(&csto_table_attributions, x->d, i, skip, NULL, &n);
      if (h) {
        t->attr = (uint16_t)(csto_table_row(&csto_table_attributions, h) + 1);
        t->alen = (uint8_t)n;
        t->apre = (uint8_t)skip;
        if (i + n > *until) *until = i + (uint32_t)n;
      }
    }
    if (!t->cls && csto_table_begins(&csto_table_speech_words, hash)) {
      h = csto_table_match(&csto_table_speech_words, x->d, i, skip, NULL, &n);
      if (h) {
        uint32_t c = small_word(h, skip, len);
        if (!t->prep && !skip && n == 1) t->prep = preposition(h);
        if (!t->attr && i < *until && i + n > *until) n = *until - i;
        t->clen = (uint8_t)(n < 200 ? n : 200);
        for (k = 0; k < n; k++) x->t[i + k].cls |= c;
      }
    }
  }
}

int csto_q_pronoun(const qx *x, uint32_t i) {
  const csto_token *t = &x->tk[i];
  size_t n = t->nnorm;
  if (t->kind != CSTO_T_WORD || n < 8 || q_starts(t->norm, AL)) return 0;
  if (strcmp(t->norm + n - 2, HEH) == 0)    /* ه, but not ة */
    return n >= 10 && (unsigned char)x->d->text[t->end - 1] == 0x87;
  return n >= 10 && (strcmp(t->norm + n - 4, HEH ALEF) == 0 ||
                     strcmp(t->norm + n - 4, HEH MEEM) == 0);
}

/* A verb with an object pronoun (أكده، طالبتها) is the verb. */
static void with_pronoun(qx *x, uint32_t i) {
  const csto_table *v = &csto_table_speech_verbs;
  static const char *const tails[] = {HEH ALEF, HEH MEEM,
                                      HEH};
  const char *w = x->tk[i].norm, *agree;
  size_t k, n = x->tk[i].nnorm, at = q_starts(w, WAW) ? 2 : 0;
  if (n < 8) return;
  if ((unsigned char)x->d->text[x->tk[i].end - 1] == 0xa9) return;
  for (k = 0; k < 3; k++) {
    size_t m = strlen(tails[k]);
    size_t pre = 0;
    csto_hit h;
    if (strcmp(w + n - m, tails[k])) continue;
    h = csto_table_find(v, w, n - m);
    if (!h && at) h = csto_table_find(v, w + (pre = at), n - m - at);
    if (!h) continue;
    /* before a pronoun ى is written ا: نادي is no form of نادى */
    if (memcmp(w + n - m - 2, YEH, 2) == 0) continue;
    agree = csto_table_cell(v, csto_table_row(v, h), 2);
    if (agree[0] == 'p' || agree[0] == 'P') return;
    if (at && n - m == 6 && !strchr(csto_q_pattern(
            csto_table_cell(v, csto_table_row(v, h), 1)), 'Z'))
      return;                          /* وعده: a noun; but وصفها بأنها */
    x->t[i].verb = (uint16_t)(csto_table_row(v, h) + 1);
    x->t[i].object = 1;
    x->t[i].pre = (uint8_t)pre;
    return;
  }
}

/* ليؤكد، لتضيف: ل before an imperfect. */
static void with_lam(qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  csto_hit h;
  if (x->t[i].verb || !q_starts(w, LAM) || x->tk[i].nnorm < 8) return;
  if (!q_starts(w + 2, YEH) && !q_starts(w + 2, TEH)) return;
  h = csto_table_find(&csto_table_speech_verbs, w + 2, x->tk[i].nnorm - 2);
  if (!h) return;
  x->t[i].verb = (uint16_t)(csto_table_row(&csto_table_speech_verbs, h) + 1);
  x->t[i].pre = 2;
  x->t[i].lam = 1;
}

/* ---- what is noted of words (text/known.h) ---- */

#define NOTE_ASK ((uint64_t)1 << 62)    /* a verb or attribution: look it up */
#define NOTE_TAIL ((uint64_t)1 << 61)   /* a verb with a pronoun or ل, maybe */
#define NOTE_PREP 56                    /* the preposition, a to z as 1 to 26 */
#define NOTE_CLS 32                     /* QW_*; below the bits of the words
                                           that phrases go on with */
#define CLS_BITS (NOTE_PREP - NOTE_CLS)
_Static_assert(QW_PIOUS < 1 << CLS_BITS, "the note has room for every class");

/* Is the word a verb of the table with something joined to it? */
static int joined_verb(const csto_token *t) {
  static const char *const tails[] = {HEH ALEF, HEH MEEM,
                                      HEH};
  const csto_table *v = &csto_table_speech_verbs;
  size_t k, n = t->nnorm, m;
  if (n < 8) return 0;
  for (k = 0; k < sizeof tails / sizeof *tails; k++) {
    m = strlen(tails[k]);
    if (memcmp(t->norm + n - m, tails[k], m)) continue;
    if (csto_table_find(v, t->norm, n - m) ||
        csto_table_find(v, t->norm + 2, n - m - 2)) return 1;
  }
  return q_starts(t->norm, LAM) && csto_table_find(v, t->norm + 2, n - 2);
}

static uint64_t note_of(const qx *x, uint32_t i) {
  const csto_token *t = &x->tk[i];
  uint32_t more = 0, cls = 0;
  uint64_t note = CSTO_NOTED, prep = 0;
  size_t skip, n;
  for (skip = 0; skip <= joined(t); skip += 2) {
    csto_hit h;
    if (csto_table_ask(&csto_table_speech_verbs, x->d, i, skip, NULL, &more,
                       &n) ||
        csto_table_ask(&csto_table_attributions, x->d, i, skip, NULL, &more,
                       &n)) note |= NOTE_ASK;
    h = csto_table_ask(&csto_table_speech_words, x->d, i, skip, NULL, &more,
                       &n);
    if (h && !skip) prep = (uint64_t)preposition(h) & 31;
    if (h && !cls) cls = small_word(h, skip, t->nnorm);
  }
  if (joined_verb(t)) note |= NOTE_TAIL;
  return note | prep << NOTE_PREP | (uint64_t)cls << NOTE_CLS | more;
}

/* Is the word, where the next one does not go on with it, what is noted? */
static int noted(qx *x, uint32_t i) {
  uint64_t *note = csto_note(x->d, i, CSTO_NOTE_QUOTE);
  q_tok *t = &x->t[i];
  if (!note) return 0;
  if (!*note) *note = note_of(x, i);
  if (*note & (NOTE_ASK | NOTE_TAIL) ||
      csto_table_goes_on(x->d, i, (uint32_t)*note)) return 0;
  if (!t->cls) {
    unsigned prep = *note >> NOTE_PREP & 31;
    t->cls = *note >> NOTE_CLS & ((1u << CLS_BITS) - 1);
    t->prep = (char)(prep ? 'a' - 1 + prep : 0);
  }
  return 1;
}

/* until: see look_up. */
static void read_word(qx *x, uint32_t i, uint32_t *until) {
  x->sum[i + 1].hash = csto_token_hash(&x->tk[i], 0);
  __builtin_prefetch(csto_note_ahead(x->d, i));
  __builtin_prefetch(csto_table_ahead(&csto_table_speech_verbs, x->d, i));
  if (noted(x, i)) return;
  look_up(x, i, until);
  if (x->t[i].verb || x->t[i].cls) return;
  with_pronoun(x, i);
  with_lam(x, i);
}

static int rank(const csto_mention *m) {
  switch (m->type) {
    case CSTO_PERSON: return 5;
    case CSTO_ORG: return 4;
    case CSTO_GPE: return 3;
    case CSTO_ROLE: return 2;
    case CSTO_LOC: case CSTO_NORP: return 1;
    default: return 0;
  }
}

/* على لسان فلان: taken for a name, of which لسان is the first word. */
static int on_tongue(const qx *x, const csto_mention *m) {
  return m->tok > 0 && x->t[m->tok - 1].prep == 'o' &&
         csto_doc_is(x->d, m->tok, "لسان");
}

/* فلانة فإن فلانا: two names taken for one. */
static int with_so(const qx *x, const csto_mention *m) {
  uint32_t i;
  for (i = m->tok + 1; i < m->tokend && i < x->n; i++)
    if ((x->t[i].cls & QW_SO) &&                        /* not فان */
        q_starts(x->d->text + x->tk[i].start, FEH ALEF_BELOW)) return 1;
  return 0;
}

/* A name with a formula of praise in it (رسول الله صلى …). */
static int with_praise(const qx *x, const csto_mention *m) {
  uint32_t i;
  for (i = m->tok; i < m->tokend && i < x->n; i++)
    if (x->t[i].cls & QW_PIOUS) return 1;
  return 0;
}

/* الأمين العام بشدة …: an office that runs on over how it was said. */
static int with_manner(const qx *x, const csto_mention *m) {
  uint32_t i;
  for (i = m->tok + 1; i < m->tokend && i < x->n; i++)
    if ((x->t[i].cls & QW_DAY) && q_starts(x->tk[i].norm, BEH)) return 1;
  return 0;
}

/* A mention that is nothing but titles (سمو الأمير), or a noun before a
** person's name (الخطاط فلان), names nobody; next is the mention behind it. */
static int only_titles(const qx *x, const csto_mention *m,
                       const csto_mention *next) {
  uint32_t i;
  if (next && m->tokend == m->tok + 1 && next->tok == m->tokend &&
      next->type == CSTO_PERSON && q_starts(x->tk[m->tok].norm, AL) &&
      !x->tk[m->tokend].newline) return 1;
  for (i = m->tok; i < m->tokend; i++)
    if (!(csto_q_noun(x, i) & (QN_COURTESY | QN_PERSON))) return 0;
  return 1;
}

/* Each token gets the mention that says most about a speaker. */
static void mentions(qx *x) {
  size_t k;
  for (k = 0; k < x->nm; k++) {
    const csto_mention *m = &x->m[k];
    uint32_t i;
    if (!rank(m) || (m->type == CSTO_PERSON &&
                     (only_titles(x, m, k + 1 < x->nm ? m + 1 : NULL) ||
                      with_praise(x, m) || with_so(x, m) || on_tongue(x, m))) ||
        (m->type == CSTO_ROLE && with_manner(x, m)))
      continue;
    for (i = m->tok; i < m->tokend && i < x->n; i++) {
      uint32_t have = x->t[i].ment;
      if (!have || rank(&x->m[have - 1]) < rank(m))
        x->t[i].ment = (uint32_t)k + 1;
      else if (i == m->tok) break;
      if (m->type == CSTO_PERSON && m->tokend > m->tok + 1) /* أبو طالب */
        x->t[i].verb = 0;
    }
  }
}

/* The words' hashes stand in sum[i + 1] already. */
static void sums(qx *x) {
  uint32_t i;
  for (i = 0; i < x->n; i++) {
    q_sum *s = &x->sum[i + 1];
    uint64_t word = s->hash;
    *s = x->sum[i];
    if (!q_is_word(x, i)) continue;
    s->words++;
    s->quoted += x->t[i].quoted && !x->t[i].named;
    s->hash = s->hash * QH_BASE + word;
  }
}

/* علي is a name where the text writes the preposition على. */
static void names_ali(qx *x) {
  static const char ali[] = "علي";
  uint32_t i, on = 0, k;
  for (k = 0; k < 2; k++)
    for (i = 0; i < x->n; i++) {
      q_tok *t = &x->t[i];
      if (t->prep != 'o' || strcmp(x->tk[i].norm, ali)) continue;
      if ((unsigned char)x->d->text[x->tk[i].end - 1] == 0x89) on++;
      else if (k && on && !t->attr && t->clen == 1) t->cls = 0, t->prep = 0;
    }
}

int csto_q_words(qx *x) {
  uint32_t i, until = 0;
  x->t = csto_arena_zalloc(&x->d->arena, (x->n + 1u) * sizeof *x->t);
  x->sum = csto_arena_alloc(&x->d->arena, (x->n + 1u) * sizeof *x->sum);
  if (!x->t || !x->sum) return CSTO_NOMEM;
  memset(x->sum, 0, sizeof *x->sum);
  for (i = 0; i < x->n; i++) {
    x->t[i].clen = 1;
    if (q_is_word(x, i)) read_word(x, i, &until);
    else x->t[i].mark = other_mark(&x->tk[i]);
  }
  names_ali(x);
  if (csto_q_marks(x) != CSTO_OK) return CSTO_NOMEM;
  for (i = 0; i < x->n; i++) {
    uint32_t k, p = x->t[i].pair;
    if (x->t[i].mark != QM_OPEN || !p) continue;
    for (k = i + 1; k + 1 < p; k++) x->t[k].quoted = 1;
    if (i > 0 && p < i + 12 && !q_starts(x->tk[i - 1].norm, AL) &&
        (csto_q_noun(x, i - 1) & (QN_TITLED | QN_BODY)))
      for (k = i + 1; k + 1 < p; k++) x->t[k].named = 1;
    i = p - 1;
  }
  mentions(x);
  sums(x);
  return CSTO_OK;
}
