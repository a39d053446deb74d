/* quotes_int.h - what the files of the quotation finder share.
**
** The finder works on tokens.  quotes_words.c says what each token may be (a
** verb of speech, a conjunction), quotes_marks.c pairs the quotation marks;
** quotes_cues.c finds for each verb where the thing said begins, with
** quotes_objects.c, which knows what can be said, and quotes_unsaid.c, which
** knows what reports nothing; quotes_sources.c does the same for وفق، بحسب،
** نقلا عن and for a headline's colon; quotes_turns.c finds the answers of an
** interview; quotes_ends.c finds where it ends; quotes_who.c who stands beside
** it (quotes_front.c: before it), in a phrase of quotes_phrase.c;
** quotes_register.c who has been named, quotes_mean.c whom the words beside a
** cue mean, quotes_dropped.c who speaks where there are none, quotes_names.c
** puts these together; quotes.c runs them and hands out the rows.
*/
#ifndef CSTO_QUOTES_INT_H
#define CSTO_QUOTES_INT_H
#include "speech/speech.h"
#include "text/letters.h"
#include "text/table.h"
#include <string.h>

/* Classes of small words: the letters of data/speech_words.tsv. */
enum {
  QW_THAT = 1, QW_PREP = 2, QW_HARD = 4, QW_DAY = 8, QW_REL = 16,
  QW_NEG = 32, QW_JOIN = 64, QW_ADD = 128, QW_SAME = 256, QW_AUX = 512,
  QW_BREAK = 1024, QW_OTHER = 2048, QW_GOVERN = 4096, QW_END = 8192,
  QW_SO = 16384, QW_WHAT = 32768, QW_SON = 65536, QW_THIS = 131072,
  QW_ISSUED = 262144, QW_FIRST = 524288, QW_MAYBE = 1048576,
  QW_WHETHER = 2097152, QW_OWN = 4194304, QW_PIOUS = 8388608
};

/* What a punctuation token is. */
enum {
  QM_NONE = 0, QM_OPEN, QM_CLOSE, QM_COLON, QM_COMMA, QM_OTHER, QM_PAREN,
  QM_PARENEND
};

/* Classes of nouns: the letters of data/speech_sources.tsv. */
enum {
  QN_PERSON = 1, QN_PEOPLE = 2, QN_BODY = 4, QN_PAPER = 8, QN_TITLED = 16,
  QN_KIN = 32, QN_COURTESY = 64, QN_STAND = 128, QN_HIM = 256,
  QN_ANYBODY = 512, QN_CALLED = 1024, QN_LABEL = 2048, QN_RUMOUR = 4096,
  QN_KIND = 8192, QN_CHIEF = 16384, QN_SOME = 32768
};

/* Letters that are joined to words. */

typedef struct q_tok {
  uint32_t cls;    /* QW_*; on every token of a phrase */
  char prep;       /* letter of the preposition, or 0 */
  uint8_t clen;    /* tokens of the phrase that begins here, at least 1 */
  uint8_t mark;    /* QM_* */
  uint8_t pre;     /* bytes of و or ف before the verb or small word */
  uint8_t alen;    /* tokens of the attribution that begins here, or 0 */
  uint8_t apre;    /* bytes of و or ف before the attribution */
  uint8_t asource; /* the attribution here has a source that can speak */
  uint8_t object;  /* the verb has its object as a pronoun */
  uint8_t quoted;  /* inside a pair of quotation marks */
  uint16_t noun;   /* QN_*, once csto_q_noun has been asked */
  uint8_t asked;   /* noun is known */
  uint8_t named;   /* inside marks that hold a name (مبادرة "…") */
  uint8_t lam;     /* the verb has ل before it (ليؤكد) */
  uint16_t verb;   /* row of speech_verbs + 1, or 0 */
  uint16_t attr;   /* row of attributions + 1, or 0 */
  uint32_t pair;   /* partner of a quotation mark + 1, or 0 */
  uint32_t ment;   /* mention that covers the token + 1, or 0 */
  uint32_t rep;    /* report whose cue begins here + 1, or 0 */
} q_tok;

/* How the thing said is joined to its cue. */
enum { QK_THAT = 1, QK_PREP, QK_QUOTE, QK_COLON, QK_OBJECT, QK_BEFORE };

typedef struct q_rep {
  uint32_t cue, cueend;  /* tokens of the cue */
  uint32_t comp;         /* where the complement begins: أن، إلى، the mark */
  uint32_t c0, c1;       /* tokens of the thing said, end exclusive */
  uint32_t s0, s1;       /* tokens of the speaker; equal when none */
  uint32_t ment;         /* the person or body among them + 1, or 0 */
  uint32_t who;          /* entry of the register + 1, or 0 */
  uint32_t cut;          /* bytes of the first token that are not content */
  char gender, number;   /* m f, s d p, or 0 */
  uint8_t part;          /* participle: its subject is the sentence's */
  uint8_t kind;          /* QK_* */
  uint8_t direct, implicit, dropped;
  uint8_t front;         /* the speaker stands before the verb */
  uint8_t nested;        /* inside another report */
  uint8_t within_source; /* which is that of a source (وفق الوكالة) */
  uint8_t noun;          /* the participle is a noun too */
  uint8_t homograph;     /* the verb is also a small word */
  uint8_t maybe;         /* counts only if the speaker speaks elsewhere */
  uint8_t many;          /* several persons, of whom ment is the last */
  uint8_t paper;         /* a paper stands before it (بيانا قالت فيه) */
  uint8_t praised;       /* a formula of praise is all its subject */
  uint8_t relative;      /* الذي or ما before the verb, and nobody found */
  const char *pat;       /* the verb's pattern */
  const char *rule;
  const char *speaker;
} q_rep;

/* An entry of the register of speakers. */
typedef struct q_who {
  uint32_t s0, s1;     /* its words */
  uint32_t w0, w1;     /* with the title before or behind the name */
  uint32_t ment;       /* or 0 */
  uint32_t same;       /* a fuller entry + 1, or 0 */
  char gender, number;
  uint8_t spoke;
  uint8_t person;
  uint8_t body;
} q_who;

/* Sums over the tokens before one, so that long reports cost no reading. */
typedef struct q_sum {
  uint32_t words, quoted;  /* words; those inside quotation marks */
  uint64_t hash;           /* polynomial in QH_BASE over the words */
} q_sum;

#define QH_BASE 0x9e3779b97f4a7c15ULL

typedef struct qx {
  csto_doc *d;
  const csto_mention *m;
  size_t nm;
  const csto_token *tk;  /* d->tokens */
  q_tok *t;
  uint32_t n;
  q_rep *r;
  size_t nr, rcap;
  uint32_t *stop;        /* see quotes_ends.c */
  q_sum *sum;            /* n + 1 of them */
  q_who *who;            /* register of speakers, see quotes_register.c */
  size_t nwho, whocap;
  uint32_t *slots;       /* its index: entry + 1 of a word's hash */
  uint32_t nslot;        /* a power of two */
} qx;

CSTO_TABLE(speech_verbs);
CSTO_TABLE(speech_patterns);
CSTO_TABLE(speech_words);
CSTO_TABLE(speech_nouns);
CSTO_TABLE(speech_things);
CSTO_TABLE(speech_sources);
CSTO_TABLE(attributions);

/* Fills x->t.  CSTO_OK or CSTO_NOMEM. */
int csto_q_words(qx *x);

/* Pairs the quotation marks (quotes_marks.c).  CSTO_OK or CSTO_NOMEM. */
int csto_q_marks(qx *x);

/* Adds a report; NULL when memory ran out (d->arena.rc). */
q_rep *csto_q_add(qx *x);

/* The pattern of a lemma as written in the table of verbs. */
const char *csto_q_pattern(const char *lemma);
/* Finds the reports that verbs introduce. */
int csto_q_cues(qx *x);
/* Is the verb at token i one, and no other word written so? */
int csto_q_verb_here(const qx *x, uint32_t i, int participle);
/* Does the verb of r, whose complement is known, report nothing
** (quotes_unsaid.c)? */
int csto_q_no_report(const qx *x, const q_rep *r);
/* Is the verb at token i an imperfect (يقول، تؤكد; not تعهد)? */
int csto_q_imperfect(const qx *x, uint32_t i);
/* Finds those that prepositions and headline colons introduce. */
int csto_q_sources(qx *x);
/* Finds the answers of an interview (quotes_turns.c). */
int csto_q_turns(qx *x);
/* The person interviewed, whose answers begin behind token `before`: an entry
** of the register, from 1; 0 none. */
uint32_t csto_q_guest(const qx *x, uint32_t before);
/* Prepares csto_q_end.  CSTO_OK or CSTO_NOMEM. */
int csto_q_stops(qx *x);
/* Sets c1 of report r. */
void csto_q_end(qx *x, q_rep *r);
/* قال لهسبريس إن: the tokens of the name behind ل at token i, or 0. */
uint32_t csto_q_to_name(const qx *x, uint32_t i);
/* Finds the words of the speaker beside the cue. */
void csto_q_beside(qx *x, q_rep *r);

/* ---- quotes_front.c ---- */

/* Finds the subject before the verb of r; 1 when one stands there. */
int csto_q_in_front(const qx *x, q_rep *r);
/* Does the phrase found in front begin its sentence or stand before الذي? */
int csto_q_leads(const qx *x, const q_rep *r);
/* Does a person's name, and نفسه perhaps, stand right before the verb? */
int csto_q_name_before(const qx *x, const q_rep *r);
/* أما والدته فلانة فقالت: who stands between أما and the verb; 1 when found. */
int csto_q_after_amma(const qx *x, q_rep *r);

/* Names every speaker.  CSTO_OK or CSTO_NOMEM. */
int csto_q_names(qx *x);

/* ---- quotes_register.c; entries are counted from 1, 0 is none ---- */

/* A new entry for the tokens s0 to s1, named by mention ment - 1; strong: its
** words mean it even where they meant one who spoke.  NULL: no memory. */
q_who *csto_q_who_add(qx *x, uint32_t s0, uint32_t s1, uint32_t ment,
                      int strong);
/* From now on the words of entry e (from 0) mean it. */
void csto_q_index(qx *x, uint32_t e, int strong);
/* The entry whose words hold all words of the phrase, the last one first;
** `but` is left out; a person of another gender is none. */
uint32_t csto_q_known(qx *x, uint32_t s0, uint32_t s1, char gender,
                      uint32_t but);
/* Is token i a noun of a speaker behind و (ومدير, not وزير)? */
int csto_q_and_noun(const qx *x, uint32_t i);
/* Is token i a definite adjective of origin (الفرنسي، المصرية)? */
int csto_q_origin(const qx *x, uint32_t i);
/* Are the nouns at tokens i and k the same, but for article and gender? */
int csto_q_same_word(const qx *x, uint32_t i, uint32_t k);
/* Gives entry e the words of a phrase with more words than its own. */
void csto_q_also_known(qx *x, uint32_t s0, uint32_t s1, uint32_t e);
/* A person or body named at token i. */
void csto_q_named(qx *x, uint32_t i, uint32_t ment);

/* The words of a phrase, one joined to لـ without it; NULL: no memory. */
const char *csto_q_text(qx *x, uint32_t s0, uint32_t s1);
/* The name of entry e, or its words; NULL: no memory. */
const char *csto_q_name(qx *x, uint32_t e);

/* Who spoke last; entries from 1. */
typedef struct q_last {
  uint32_t any, m, f, p;
  uint32_t solid;         /* the last that is no paper */
  uint32_t guest;         /* the person interviewed */
  int asked;              /* the guest has been looked for */
} q_last;

/* Entry e has spoken, with a verb of that gender and number (0: unknown). */
void csto_q_spoke(qx *x, q_last *l, uint32_t e, char gender, char number);
/* Can q be the subject of r's verb, by gender and number? */
int csto_q_fits(const q_who *q, const q_rep *r);
/* The last person named that fits, of the last few. */
uint32_t csto_q_last_person(const qx *x, const q_rep *r);

/* ---- quotes_mean.c, quotes_dropped.c ---- */

/* Finds whom the words beside r's cue mean; they may turn out to be the
** addressee, then r->dropped is set. */
void csto_q_explicit(qx *x, q_last *l, q_rep *r);
/* The entry that a bare title beside r's cue means (المتحدث), or 0. */
uint32_t csto_q_same_person(const qx *x, const q_last *l, const q_rep *r);
/* Finds the speaker of r, which has no subject; prev: the report before it
** (from 1), or 0. */
void csto_q_dropped(qx *x, q_last *l, q_rep *r, uint32_t prev);

/* ---- quotes_objects.c ---- */

/* Does the quotation mark at j, reached from the cue of r, open its speech? */
int csto_q_opens(const qx *x, const q_rep *r, uint32_t j);
/* Do a few words stand in the marks that open at j, and more behind them? */
int csto_q_short(const qx *x, uint32_t j);
/* Is token i a noun with the letter prep (ب، ل) joined to it, as the argument
** of a verb?  3 a noun of speech or act, 2 another surely, 1 by the look of it
** (بتخيل: it may begin so). */
int csto_q_joined(const qx *x, uint32_t i, const char *prep);
/* Is the preposition at j the one that r's verb takes? */
int csto_q_prep(const qx *x, const q_rep *r, uint32_t j);
/* Does an object that stands for speech begin at token j? */
int csto_q_object(const qx *x, const q_rep *r, uint32_t j);
/* Finds the object whatever it is, before token stop; sets kind, comp, c0. */
int csto_q_any_object(const qx *x, q_rep *r, uint32_t stop);
/* Is token j a medium with ل, so that the object may stand behind it? */
int csto_q_to_whom(const qx *x, uint32_t j);

/* ---- quotes_words.c ---- */

/* QN_* of the noun at token i, with or without the article and one
** preposition joined to it. */
unsigned csto_q_noun(const qx *x, uint32_t i);

/* The speaker's words from token i on, before token end: *to is where they
** end, *ment the mention that names him + 1.  0 when no noun phrase is
** there. */
int csto_q_phrase(const qx *x, uint32_t i, uint32_t end, uint32_t *to,
                  uint32_t *ment);

/* Behind a definite noun at j that can speak and its adjectives (السلطات
** الإيرانية), the only subject that ends without doubt; 0 when another. */
uint32_t csto_q_simple(const qx *x, uint32_t j, uint32_t stop);

/* المسؤولون: is token i a sound plural that can only be a subject? */
int csto_q_nominative(const qx *x, uint32_t i);

/* Is token i an adjective of a definite noun before it (الإدارة الإعلامية),
** though it may be somebody's title? */
int csto_q_adjective(const qx *x, uint32_t i);

/* Has the mention a preposition before it (على فيسبوك), so that it is no
** subject? */
int csto_q_governed(const qx *x, const csto_mention *m);

/* حمل رئيس الحكومة إسرائيل …: a country or body named behind a definite noun
** in the phrase j to `to` is the addressee.  Where it begins, or `to`. */
uint32_t csto_q_before_name(const qx *x, uint32_t j, uint32_t to,
                            uint32_t *ment);

/* Can the phrase of tokens s to e, named by mention ment - 1, speak? */
int csto_q_can_speak(const qx *x, uint32_t s, uint32_t e, uint32_t ment);

/* Does the word at token i end in a pronoun (التزامها، بيانه)? */
int csto_q_pronoun(const qx *x, uint32_t i);

/* Bytes of the preposition joined to the speaker (وفقا للوزير): لـ. */
size_t csto_q_lam(const qx *x, const q_rep *r);

/* True if a new sentence, line or paragraph begins at token i (i = n too). */
static inline int q_bound(const qx *x, uint32_t i) {
  return i >= x->n || i == 0 || x->tk[i].newline ||
         x->tk[i].sentence != x->tk[i - 1].sentence;
}

static inline int q_is_word(const qx *x, uint32_t i) {
  return x->tk[i].kind != CSTO_T_PUNCT;
}

/* Words of the tokens a to b, end exclusive. */
static inline uint32_t q_words(const qx *x, uint32_t a, uint32_t b) {
  return b > a ? x->sum[b].words - x->sum[a].words : 0;
}

/* The mention that covers token i, or NULL. */
static inline const csto_mention *q_ment(const qx *x, uint32_t i) {
  return x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
}

/* The mention that begins there. */
static inline const csto_mention *q_ment_from(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment(x, i);
  return m && m->tok == i ? m : NULL;
}

/* Does a person's name end right before token j? */
static inline int q_behind_name(const qx *x, uint32_t j) {
  const csto_mention *m = j > 0 ? q_ment(x, j - 1) : NULL;
  return m && m->type == CSTO_PERSON && m->tokend == j;
}

static inline int q_person_from(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment_from(x, i);
  return m && m->type == CSTO_PERSON;
}

/* Is c a letter of the pattern of r's verb (speech_patterns.tsv)? */
static inline int q_has(const q_rep *r, char c) {
  return strchr(r->pat, c) != NULL;
}

static inline int q_that(const qx *x, uint32_t i) {
  return i < x->n && !x->tk[i].newline && (x->t[i].cls & QW_THAT);
}

/* The subject of r: tokens [from, to) and their mention + 1, 0 for none. */
static inline int q_take(q_rep *r, uint32_t from, uint32_t to, uint32_t ment) {
  r->s0 = from;
  r->s1 = to;
  r->ment = ment;
  return 1;
}

static inline void q_found(q_rep *r, int kind, uint32_t comp, uint32_t c0) {
  r->kind = (uint8_t)kind;
  r->comp = comp;
  r->c0 = c0;
}

/* Does s begin with p, most often a constant?  One letter or two, of two bytes
** each, are compared at once: no branch foretells which byte differs. */
static inline int q_starts(const char *s, const char *p) {
  size_t n = strlen(p);
  if (n == 2) return *s && memcmp(s, p, 2) == 0;
  if (n == 4) return *s && s[1] && s[2] && memcmp(s, p, 4) == 0;
  return strncmp(s, p, n) == 0;
}

#endif
