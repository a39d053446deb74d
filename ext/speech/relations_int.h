/* relations_int.h - what the parts of the relation extractor share.
**
**   relations_phrase.c   words of the tables and noun phrases over a text
**   pattern_read.c       the pattern language, compiled
**   pattern.c            its matcher
**   relations_frame.c    whether, and how: held, planned, former
**   relations_when.c     its date
**   relations_post.c     whether an office is still held
**   relations_where.c    its place
**   relations_agree.c    number and gender
**   relations_fit.c      what else a pattern asks of a match
**   relations_organ.c    what is part of another
**   relations_stance.c   who supports, opposes, demands
**   relations_names.c    what a phrase is called in a row
**   relations_heads.c    phrases told by their first word
**   relations_people.c   people with what the text calls them
**   relations_whole.c    phrases that are cut off, or mean something else
**   relations_title.c    what a title tells in the present
**   relations_lists.c    lists on lines of their own
**   relations_before.c   what a clause leaves out
**   relations_topic.c    whom a sentence goes on about
**   relations_orgs.c     and which organization
**   relations_said.c     whose words, whose wish a match is
**   relations_refer.c    phrases that stand for another: shared, بلاده
**   relations.c          one pass over the text, patterns tried, rows written
**
** Not for other rooms: speech.h is the interface.
*/
#ifndef CSTO_RELATIONS_INT_H
#define CSTO_RELATIONS_INT_H
#include <string.h>
#include "speech/speech.h"
#include "text/letters.h"
#include "text/table.h"

CSTO_TABLE(relation_patterns);
CSTO_TABLE(relation_words);

/* Columns of relation_patterns. */
enum { CSTO_P_CLASS, CSTO_P_RELATION, CSTO_P_PATTERN, CSTO_P_MANNER,
       CSTO_P_OPTIONS, CSTO_P_RULE };

static inline const char *csto_rel_cell(uint32_t row, uint32_t col) {
  return csto_table_cell(&csto_table_relation_patterns, row, col);
}
/* True if the pattern of that row has the option; a name that ends in = is
** any value of it (prev= is also prev=P). */
static inline int csto_rel_option(uint32_t row, const char *name) {
  return csto_table_has(&csto_table_relation_patterns, row, CSTO_P_OPTIONS,
                        name);
}

/* What a noun phrase can stand for; one letter each in a pattern. */
enum {
  CSTO_NP_PERSON = 1,   /* P: a name, with its office before or after it */
  CSTO_NP_ROLE = 2,     /* R: an office with no name beside it */
  CSTO_NP_GPE = 4,      /* G */
  CSTO_NP_LOC = 8,      /* L */
  CSTO_NP_ORG = 16,     /* O */
  CSTO_NP_EVENT = 32,   /* E: mention, or a phrase with an event's head */
  CSTO_NP_DOC = 64,     /* D: mention, or a phrase with a document's head */
  CSTO_NP_POST = 128,   /* V: an office named as such */
  CSTO_NP_NORP = 256,   /* N */
  CSTO_NP_DATE = 512,   /* T */
  CSTO_NP_BODY = 1024,  /* B: a phrase with the head of an organ */
  CSTO_NP_MEETING = 2048, /* C: an event that begins with the head of one */
  CSTO_NP_ADDRESS = 4096, /* A: a speech given to somebody */
  CSTO_NP_CHAIR = 8192,   /* H: a chairmanship */
  CSTO_NP_PEOPLE = 16384  /* K: people by what they are: the leaders */
};

/* Letters written before a word. */
enum { CSTO_PRE_WA = 1, CSTO_PRE_BA = 2, CSTO_PRE_LAM = 4, CSTO_PRE_KAF = 8,
       CSTO_PRE_SIN = 16 };

#define CSTO_NONE 0xFFFFFFFFu

typedef struct csto_np {
  uint32_t tok, tokend;    /* end exclusive */
  uint32_t start, end;     /* bytes, proclitics left out */
  uint32_t kinds;          /* CSTO_NP_* */
  uint32_t m;              /* mention that gives the name, or CSTO_NONE */
  uint32_t role;           /* phrase of the person's office, or CSTO_NONE */
  const char *alias;       /* أمينها العام: the office, folded; or NULL */
  uint32_t norp;           /* نظيره الأرميني, العاصمة الأرمينية: mention of
                              the nationality */
  uint32_t next, nextend;  /* the next that starts, that ends there */
  uint32_t seat;           /* of an office: phrase of its seat, once looked for
                              (seated), or CSTO_NONE */
  const char *land;        /* and the seat's name */
  uint32_t holder;         /* person of the office, once looked for (held) */
  const char *post;        /* of a person: an office shared out; of a place:
                              the country that بلاده means; or NULL */
  uint32_t from;           /* first token of the shared offices */
  uint8_t seated, held;
  uint8_t pre;             /* CSTO_PRE_* */
  uint8_t article;         /* written لل: the article is inside the clitic */
} csto_np;

/* The longest phrase of relation_words that starts at a token. */
typedef struct csto_word {
  csto_hit hit;            /* 0: none */
  uint8_t ntok, pre;
  uint8_t mark;            /* CSTO_MARK_* */
  uint64_t classes;        /* csto_rel_bit of its rows' classes, and
                              CSTO_REL_HEAD, CSTO_REL_TRIGGER; 0: none */
} csto_word;

/* What stands at a token beside words. */
enum {
  CSTO_MARK_START = 1,     /* a sentence or a line begins, or the text ends */
  CSTO_MARK_BORDER = 2,    /* . ; : ? ! */
  CSTO_MARK_OPENS = 4, CSTO_MARK_CLOSES = 8,   /* a quotation, maybe */
  CSTO_MARK_COMMA = 16, CSTO_MARK_DASH = 32
};

/* Two bits of a class's name; few classes share both. */
static inline uint64_t csto_rel_bit(const char *cls) {
  size_t n = strlen(cls);
  unsigned a = (unsigned char)cls[0] * 7u, b = (unsigned)n * 29u;
  if (n > 2) {
    a += (unsigned char)cls[1] * 3u + (unsigned char)cls[2];
    b += (unsigned char)cls[n - 1] * 5u + (unsigned char)cls[n - 2] * 11u +
         (unsigned char)cls[0];
  }
  return (uint64_t)1 << a % 62 | (uint64_t)1 << b % 62;
}

/* Set where one of the classes is that of heads (relations_heads.c), where
** patterns go by one. */
#define CSTO_REL_HEAD ((uint64_t)1 << 62)
#define CSTO_REL_TRIGGER ((uint64_t)1 << 63)

struct csto_patterns;

/* Tokens lo..hi (end exclusive) of the last row, and its subject. */
typedef struct csto_span { uint32_t lo, hi, np; } csto_span;

typedef struct csto_rel {
  csto_doc *d;
  const csto_mention *m;
  size_t nm;
  const char *published;
  csto_word *word;         /* one a token */
  uint32_t *at, *ending;   /* a token's first phrase; ntokens + 1 of each */
  uint8_t *soft;           /* 1: an adverbial, may stand between */
  uint8_t *over, *back;    /* tokens of the aside that begins at a token, that
                              ends before it; 0: none */
  csto_np *np;
  size_t nnp, npcap;
  uint32_t *holder;        /* phrases of an office with its name, in order */
  size_t nholder, holdercap;
  const char **country;    /* names by ISO code, 26 * 26, as asked for */
  csto_span last;          /* the last row written */
  const csto_quote *q;     /* quotations of the document */
  size_t nq;
  struct csto_patterns *patterns; /* of pattern_read.c */
  csto_relation *out;
  size_t nout, outcap;
} csto_rel;

/* Fills word, np, at, ending, soft, over, back. */
int csto_rel_phrases(csto_rel *r);

/* The row of relation_words at token i with that class, or CSTO_NONE.  Most
** words are in a class or in none as chance has it, but few in the one that is
** asked for: a branch on its bits alone is foreseen. */
uint32_t csto_rel_find(const csto_rel *r, size_t i, const char *cls);
static inline uint32_t csto_rel_row(const csto_rel *r, size_t i,
                                    const char *cls) {
  uint64_t bits;
  if (i >= r->d->ntokens) return CSTO_NONE;
  bits = csto_rel_bit(cls);
  if ((r->word[i].classes & bits) != bits) return CSTO_NONE;
  return csto_rel_find(r, i, cls);
}
/* True if a phrase of class `cls` starts at token i; *ntok its tokens. */
static inline int csto_rel_class(const csto_rel *r, size_t i, const char *cls,
                                 size_t *ntok) {
  if (csto_rel_row(r, i, cls) == CSTO_NONE) return 0;
  if (ntok) *ntok = r->word[i].ntok;
  return 1;
}

/* True if a phrase of the class begins at byte `skip` of token i's word. */
int csto_rel_begins(const csto_rel *r, size_t i, size_t skip,
                    const char *cls);

/* True if the mark is one of `set`, which a space divides; of token i. */
int csto_rel_among(const csto_token *t, const char *set);
static inline int csto_rel_punct(const csto_rel *r, size_t i,
                                 const char *set) {
  return i < r->d->ntokens && r->d->tokens[i].kind == CSTO_T_PUNCT &&
         csto_rel_among(&r->d->tokens[i], set);
}
static inline int csto_rel_is(const csto_rel *r, size_t i, unsigned marks) {
  return i < r->d->ntokens && (r->word[i].mark & marks) != 0;
}
/* True if token i begins a sentence or a line, or there is none. */
static inline int csto_rel_start(const csto_rel *r, size_t i) {
  return i >= r->d->ntokens || (r->word[i].mark & CSTO_MARK_START);
}
/* True if token i is a mark that ends a clause: . ; : ? ! */
static inline int csto_rel_border(const csto_rel *r, size_t i) {
  return csto_rel_is(r, i, CSTO_MARK_BORDER);
}
/* True if token i is written with the article, after و or not. */
int csto_rel_article(const csto_rel *r, size_t i);
/* The tense that a row of the word at token i has, "" for none. */
const char *csto_rel_tense(const csto_rel *r, size_t i);
/* True if token i is a verb of the table; joined: behind و or ف. */
int csto_rel_verb(const csto_rel *r, size_t i, int joined);
/* The phrase's first token behind a و that stands alone. */
static inline uint32_t csto_rel_first(const csto_rel *r, const csto_np *p) {
  return p->tok + (p->tokend > p->tok + 1 &&
                   !strcmp(r->d->tokens[p->tok].norm, WAW));
}
/* True if token i may open a quotation: " « and the like. */
static inline int csto_rel_mark(const csto_rel *r, size_t i) {
  return csto_rel_is(r, i, CSTO_MARK_OPENS);
}
/* True if token i may close one. */
static inline int csto_rel_closes(const csto_rel *r, size_t i) {
  return csto_rel_is(r, i, CSTO_MARK_CLOSES);
}
/* True if token i is a comma, a dash. */
static inline int csto_rel_comma(const csto_rel *r, size_t i) {
  return csto_rel_is(r, i, CSTO_MARK_COMMA);
}
static inline int csto_rel_dash(const csto_rel *r, size_t i) {
  return csto_rel_is(r, i, CSTO_MARK_DASH);
}

/* The text of a phrase as written, the article restored; in the arena. */
const char *csto_rel_written(csto_rel *r, const csto_np *np);
/* text[start..end) of the document, with ال before it or not. */
const char *csto_rel_text(csto_rel *r, uint32_t start, uint32_t end,
                          int article);
/* Its name: that of the person where the text gives an office's holder,
** canonical where a mention stands behind it. */
const char *csto_rel_name(csto_rel *r, const csto_np *np);

/* True if phrase k is a person, or an office whose holder the text names. */
int csto_rel_who(csto_rel *r, uint32_t k);

/* Name of the institution or country inside an office's words, or NULL. */
const char *csto_rel_seat(csto_rel *r, const csto_np *office);
/* المنظمة وأمينها العام: the name of the organization or the country right
** before the word at token i, an office joined to it whose pronoun fits it; or
** NULL. */
const char *csto_rel_owner(csto_rel *r, uint32_t i);
/* ---- letters and phrases, shared by relations_*.c */


/* True if the folded word has this letter at byte `at`, and more behind. */
static inline int csto_rel_letter(const csto_token *t, size_t at,
                                  const char *two) {
  return t->nnorm > at + 2 && !memcmp(t->norm + at, two, 2);
}

/* True if the article stands at byte `at` of the folded word. */
static inline int csto_rel_al(const csto_token *t, size_t at) {
  return t->nnorm > at + 4 && !memcmp(t->norm + at, AL, 4);
}

/* True if the word ends in a pronoun as written, not in ة: رئيسه is his
** president, رئيسة one of her own. */
static inline int csto_rel_pronoun(const char *text, const csto_token *t) {
  return t->end - t->start < 2 || memcmp(text + t->end - 2, MARBUTA, 2);
}

/* A new, empty phrase, or NULL; to be linked when it is filled. */
csto_np *csto_rel_add(csto_rel *r);
void csto_rel_link(csto_rel *r, uint32_t k);
/* The longest phrase of these kinds that starts at token i with no
** proclitic, or CSTO_NONE. */
uint32_t csto_rel_plain(const csto_rel *r, size_t i, uint32_t kinds);
/* relations_people.c: names with their offices and honours. */
void csto_rel_people(csto_rel *r);
/* استقبل فلان أمير منطقة كذا وزير الصحة فلانا: is the office, before another
** one with its holder and behind a name, that of the name? */
int csto_rel_follows_name(const csto_rel *r, const csto_np *office,
                          const csto_np *holder);
/* True if the name of p stands behind a verb that asks or meets somebody, his
** office and a comma: behind the next comma comes another one's (طالب الوزير،
** فلان، المبعوث بكذا). */
int csto_rel_inserted(const csto_rel *r, const csto_np *p);
/* relations_heads.c: is the article inside the ل before a word that begins
** with ل itself, whose next token is `next` (للجنة العليا)? */
int csto_rel_definite_lam(const csto_rel *r, size_t next);
/* relations_refer.c: people with an office shared out; then, once offices
** have their holders, countries that go by بلاده. */
void csto_rel_shared(csto_rel *r);
void csto_rel_lands(csto_rel *r);
/* The office, with its seat, of the person named before token tok. */
uint32_t csto_rel_office_before(csto_rel *r, uint32_t tok);
/* The office, with its seat, of phrase k: its own, or the one that the text
** names that person with; or CSTO_NONE. */
uint32_t csto_rel_office(csto_rel *r, uint32_t k);
/* Looks for the seat of an office, once; true if it has one. */
int csto_rel_seated(csto_rel *r, csto_np *office);
/* Offices by another's: مساعد الرئيس, القائم بأعمال الوزير. */
void csto_rel_deputies(csto_rel *r);
/* Phrases with the head of an event, a document, an office, ... */
/* Where an office of tokens tok..end ends without the titles behind it. */
size_t csto_rel_untitled(const csto_rel *r, size_t tok, size_t end);
void csto_rel_heads(csto_rel *r);
/* Events by who takes part: مفاوضات بين كذا وكذا. */
void csto_rel_meetings(csto_rel *r);
/* Is that the class of such heads? */
int csto_rel_is_head(const char *cls);

/* relations_aside.c: over and back, from mentions and heads; then soft. */
void csto_rel_asides(csto_rel *r);
void csto_rel_soften(csto_rel *r);
/* relations_names.c: of phrase k, نظيره الروسي, the holder is looked for by
** the office of the person `other`, where its own sentence gave none. */
void csto_rel_counterpart_of(csto_rel *r, uint32_t k, uint32_t other);

/* True if the mention's id is a country's code. */
int csto_rel_has_code(const csto_mention *m);
/* The country of a nationality, or its name. */
const char *csto_rel_country(const csto_rel *r, const csto_mention *norp);
/* The same of a phrase that may be a nationality, an institution, a place. */
const char *csto_rel_land(csto_rel *r, const csto_np *np);

/* ---- pattern.c */

/* Finds r->patterns: kept from document to document where d's words are
** (text/known.h), else in d's arena.  CSTO_OK, CSTO_NOMEM. */
int csto_patterns_open(csto_rel *r);

enum { CSTO_SLOT_S, CSTO_SLOT_O, CSTO_SLOT_L, CSTO_SLOT_D, CSTO_SLOT_T,
       CSTO_SLOT_NONE };

#define CSTO_LIST_MAX 48

typedef struct csto_slot {
  uint32_t np[CSTO_LIST_MAX];
  uint32_t nnp;            /* 0: not filled, or filled with text */
  uint32_t start, end;     /* bytes of a free text; equal: none */
  int article;             /* its ال is inside the proclitic */
} csto_slot;

typedef struct csto_match {
  csto_slot slot[CSTO_SLOT_NONE + 1];
  uint32_t lo, hi;         /* tokens that the pattern took, end exclusive */
  uint32_t trig, trigend;  /* tokens of the trigger */
  const csto_quote *q;     /* whose verb is the trigger, where it was asked */
} csto_match;

/* Tries the pattern of a row of relation_patterns around a trigger: tokens
** trig..trigend, which is the phrase np, or CSTO_NONE for a word.  1 when it
** matches.  Cost: bounded by the pattern, not by the text. */
int csto_pattern_match(csto_rel *r, uint32_t row, uint32_t trig,
                       uint32_t trigend, uint32_t np, csto_match *out);

/* ---- relations_fit.c */

/* True if the slots of a match hold what the row's options ask for. */
int csto_rel_fits(csto_rel *r, uint32_t row, const csto_match *x,
                  uint32_t wordrow);

/* ---- relations_organ.c */

/* True if the subject p of a match of part_of is a body of its own. */
int csto_rel_is_organ(const csto_rel *r, uint32_t row, const csto_match *x,
                      const csto_np *p);

/* ---- relations_whole.c */

/* True unless the phrase of a match was cut off where it says what it is:
** مستشار جلالة. */
int csto_rel_whole(const csto_rel *r, const csto_match *x, const csto_np *p);
/* True if the phrase is a word for one of many events: الدورة, البطولة. */
int csto_rel_untold(const csto_rel *r, const csto_np *p);
/* True if the word at token i is part of another thing's name: علم الاجتماع,
** حزب المؤتمر; قمة جبل, جلسة التداول. */
int csto_rel_named_else(const csto_rel *r, uint32_t i);
/* True if another one's name stands behind the office q and a time or place. */
int csto_rel_names_next(const csto_rel *r, const csto_np *q);
/* True if the phrase q is no office of the person p, or of anybody. */
int csto_rel_no_office(const csto_rel *r, const csto_match *x,
                       const csto_np *p, const csto_np *q);
/* True if a match of بدعوة فلان tells that he is invited, not who invites. */
int csto_rel_invited(const csto_rel *r, const csto_match *x);
/* True if those who meet do so by telephone. */
int csto_rel_by_phone(const csto_rel *r, const csto_match *x);
/* True if another one acts for the person, the subject before his verb. */
int csto_rel_stands_in(const csto_rel *r, const csto_match *x,
                       const csto_np *p);
/* True if a phrase of these kinds starts at a token from i on, before end:
** في مؤتمر صحفي بعد القمة. */
int csto_rel_between(const csto_rel *r, uint32_t i, uint32_t end,
                     uint32_t kinds);
/* True if it is the body of the person that is told of. */
int csto_rel_remains(const csto_rel *r, const csto_np *p);
/* An office k behind a name, with its owner: الرئيس السابق لنادي كذا. */
void csto_rel_owned(csto_rel *r, uint32_t k);

/* ---- relations_stance.c */

/* True if subject and object of a match hold what the row's options ask for
** (first, other, clear, rejected), and, where it tells a stance, if they can
** be whose and of what. */
int csto_rel_fits_stance(csto_rel *r, uint32_t row, const csto_match *x);
/* True if he whose words a match stands in, by that name, cannot be whose
** wish it is. */
int csto_rel_mistold(csto_rel *r, const csto_match *x, uint32_t wordrow,
                     const char *name);

/* ---- relations_title.c */

/* Rows of the title, once all are written: planned where the text says so. */
void csto_rel_title(csto_rel *r);
/* True if a verb of now in the text below the title tells, with no day, what
** somebody is about to do. */
int csto_rel_is_about_to(const csto_rel *r, const csto_match *x,
                         uint32_t wordrow);

/* ---- relations_agree.c */

/* True unless the trigger, a verb of row `wordrow`, and its only subject
** differ in number or gender as far as their words show it. */
int csto_rel_agrees(const csto_rel *r, const csto_match *x,
                    uint32_t wordrow);
/* True unless the trigger, a verb of signing, differs from the one name p
** before it. */
int csto_rel_signs(const csto_rel *r, const csto_match *x, const csto_np *p);
/* True if the trigger goes on with the subject before, the phrase np:
** والتقى, حيث التقى; singular, and of its gender. */
int csto_rel_goes_on(const csto_rel *r, const csto_match *x, uint32_t np,
                     uint32_t wordrow);
/* True if the trigger's suffix (لقائه, لقائها) fits the person np. */
int csto_rel_fits_suffix(const csto_rel *r, const csto_match *x,
                         uint32_t np);
/* Gender of a verb form of row `wordrow`: 1 masculine, 2 feminine, 0 none. */
int csto_rel_verb_gender(const csto_rel *r, uint32_t i, uint32_t wordrow);
/* True if the trigger is a plural verb of row `wordrow`. */
int csto_rel_plural(const csto_rel *r, const csto_match *x, uint32_t wordrow);
/* Gender of a subject as its words show it: 1 masculine, 2 feminine, 0. */
int csto_rel_gender(const csto_rel *r, const csto_np *p);
/* True if the trigger's gender tells that slot o is no subject of it. */
int csto_rel_clashes(const csto_rel *r, const csto_match *x,
                     const csto_slot *o, uint32_t wordrow);

/* True if the trigger stands right behind a relative pronoun whose name, a land
** or an institution, is not the subject. */
int csto_rel_of_another(const csto_rel *r, const csto_match *x);

/* ---- relations_lists.c */

/* Fills the slots of a match whose trigger is the heading of a list of
** countries; 0: it is none. */
int csto_rel_lines(const csto_rel *r, csto_match *x);

/* ---- relations_before.c */

/* The subject that a clause leaves out and the object that a word stands
** for, into the match, or their names into *subject and *object where no
** phrase gives them.  0: there is none. */
int csto_rel_complete(csto_rel *r, uint32_t row, csto_match *x,
                      uint32_t wordrow, const char **subject,
                      const char **object);
/* Is person k the object of something: مع فلان, لنظيره فلان, or the other one
** of the row before? */
int csto_rel_is_object(const csto_rel *r, uint32_t k);
/* صهر فلان, زوجة النقابي فلان: is it somebody of his, whom no name tells, and
** not person k? */
int csto_rel_is_kin(const csto_rel *r, uint32_t k);

/* ---- relations_said.c */

/* The quotation whose verb stands at token i, or NULL. */
const csto_quote *csto_rel_introduced(const csto_rel *r, uint32_t i);
/* Who expresses what the match is about: he who says the quotation that it
** introduces, or that begins with its trigger (أكد دعمه); NULL: nobody. */
const char *csto_rel_teller(csto_rel *r, csto_match *x, uint32_t wordrow);
/* True if the object is he whom the verb calls on, and no part of him who
** calls: by its place, its form or its gender. */
int csto_rel_addressed(const csto_rel *r, const csto_match *x,
                       uint32_t wordrow);
/* True if the pronoun of the trigger (دعمها) is not that of the person who is
** the subject. */
int csto_rel_suffix_clashes(const csto_rel *r, const csto_match *x);
/* Who states it: he whose quoted or reported words hold the match; or NULL. */
const char *csto_rel_stater(const csto_rel *r, const csto_match *x);

/* ---- relations_topic.c */

/* The first quotation that ends behind byte b; nq: none. */
size_t csto_rel_quote_from(const csto_rel *r, uint32_t b);
/* The last phrase of the person of that name before token i, or CSTO_NONE. */
uint32_t csto_rel_named(const csto_rel *r, const char *name, uint32_t i);
/* The phrase of these kinds of him or of what says q, as it is written there,
** before token i; or CSTO_NONE. */
uint32_t csto_rel_source(const csto_rel *r, const csto_quote *q, uint32_t i,
                         uint32_t kinds);

/* The first token of the quotation that the trigger stands in, or 0. */
uint32_t csto_rel_reported(const csto_rel *r, const csto_match *x);
/* The person that a match leaves out whose own sentence names nobody: who
** says it, or whom the sentence before is about; or CSTO_NONE.  goes: the
** trigger is his in reported words behind أنه alone. */
uint32_t csto_rel_topic(csto_rel *r, const csto_match *x, int goes);

/* True if nothing but small words stand between the sentence's first token
** and token i: كما, وقد, في سياق متصل،. */
int csto_rel_opens(const csto_rel *r, uint32_t i);

/* ---- relations_orgs.c */

/* Phrases for words that stand for a league of states named before: التكتل. */
void csto_rel_orgs(csto_rel *r);
/* Phrases for an organ and its organization that are read as one name:
** المجلس الدائم لمنظمة كذا. */
void csto_rel_organs(csto_rel *r);
/* Phrases for organs named with their organization, which keep all their
** words. */
void csto_rel_councils(csto_rel *r);
/* Is phrase k a league of states by its name's first word? */
int csto_rel_is_league(const csto_rel *r, uint32_t k);
/* True if an institution's name that begins at token `from` or behind it ends
** with the phrase: الاتحاد الأوروبي in مجلس الاتحاد الأوروبي. */
int csto_rel_inner(const csto_rel *r, uint32_t from, const csto_np *p);
/* The only league that the nearest sentence with one names before token i, or
** CSTO_NONE. */
uint32_t csto_rel_league(const csto_rel *r, uint32_t i);
/* The league of which a clause with no subject goes on: the subject of its
** own sentence, the only one named there, the subject of the sentence before;
** or CSTO_NONE.  The trigger agrees with it, a verb of row wordrow. */
uint32_t csto_rel_topic_org(const csto_rel *r, const csto_match *x,
                            uint32_t wordrow);

/* ---- relations_frame.c */

/* True if the trigger stands in a relative clause: التي تترأس المنظمة. */
int csto_rel_in_relative(const csto_rel *r, const csto_match *x);
/* The first phrase of these kinds that starts at token i, or CSTO_NONE. */
uint32_t csto_rel_starting(const csto_rel *r, uint32_t i, uint32_t kinds);
/* True if a phrase of the class ends at or before token `end`, at most `back`
** tokens before it in the same clause; *gap gets the tokens between. */
int csto_rel_before(const csto_rel *r, uint32_t end, uint32_t back,
                    const char *cls, uint32_t *gap);
/* The status of a match whose object is an office: current, former or
** planned. */
const char *csto_rel_post_status(const csto_rel *r, const csto_match *x);
/* True if the city of a match was a capital once. */
int csto_rel_was_capital(const csto_rel *r, const csto_match *x);
/* True if token i is a form of a verb of the table, past or present. */
int csto_rel_verb_form(const csto_rel *r, uint32_t i);
/* Status of a match, or NULL when the text denies it or leaves it open.
** manner: column `status` of the pattern; wordrow: the trigger's row of
** relation_words, or CSTO_NONE; when: phrase of its date, or CSTO_NONE. */
const char *csto_rel_status(const csto_rel *r, const csto_match *x,
                            const char *manner, uint32_t wordrow,
                            const char *date, uint32_t when);

/* ---- relations_when.c */

/* The date phrase (an np) that dates the match of a pattern's row, or
** CSTO_NONE. */
uint32_t csto_rel_date(const csto_rel *r, uint32_t row, const csto_match *x);
/* The year that the name of the match's event ends with, or NULL. */
const char *csto_rel_year(csto_rel *r, const csto_match *x);
/* True if token i is the verb of an event before it (مؤتمر عقده, انعقد); ours:
** though words stand between. */
int csto_rel_its_verb(const csto_rel *r, uint32_t i, int ours);
/* True if the word begins another clause, or names another noun: والرئيس,
** ويقع, وتضم. */
int csto_rel_goes_on_anew(const csto_token *t);
/* The ISO 8601 value of a date phrase, or NULL where it gives no day, month
** or year; في اليوم التالي counts from the date before. */
const char *csto_rel_day(csto_rel *r, uint32_t np);
/* True if the date np (or none) is the end of something: حتى عام 2025. */
int csto_rel_until(const csto_rel *r, uint32_t np);
/* True if the date np is a weekday that a verb of the match puts ahead. */
int csto_rel_is_near(const csto_rel *r, const csto_match *x, uint32_t np);
/* The value of the date phrase np for what the match says is planned: ahead,
** or NULL. */
const char *csto_rel_ahead(csto_rel *r, const csto_match *x, uint32_t np,
                           const char *v);

/* True if what the match says of a chair was over by its date, phrase `when` or
** CSTO_NONE: ترأس النادي سنتين, ترأست المنظمة عام 2023. */
int csto_rel_is_spent(const csto_rel *r, const csto_match *x, const char *date,
                      uint32_t when);

/* ---- relations_where.c */

/* The place phrase of a match, or CSTO_NONE. */
uint32_t csto_rel_place(const csto_rel *r, const csto_match *x);
/* True if the place of a match of event_at is that of something else. */
int csto_rel_misplaced(const csto_rel *r, uint32_t row, const csto_match *x);
/* True if the land is that of person k's own office. */
int csto_rel_is_home(csto_rel *r, uint32_t k, const csto_np *land);
/* True if the place is the capital of that land. */
int csto_rel_is_capital(csto_rel *r, uint32_t k, const csto_np *place);

#endif
