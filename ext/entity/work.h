/* work.h - what the parts of the entity extractor share about one document.
**
** The parts run one after the other over the same csto_ework:
**   usernames.c  the user's own list
**   gazetteer.c  names of the lexicon, nationalities
**   frames.c     names that their frame shows
**   honour.c     names after somebody
**   occasions.c  festivals, tournaments, fairs
**   titled.c     names in quotation marks behind a word for works
**   extent.c     where the model's names begin and end
**   growth.c     what they go on with
**   kinds.c      which are of another type, or no names
**   bearer.c     what of a person's name is none
**   clubs.c      clubs with the names of words and towns
**   compose.c    head words and the names behind them
**   merge.c      one set of spans out of lexicon, tagger and values
**   repeat.c     bare surnames of full names
**   linking.c    one name and number for all mentions of an entity
**   nominal.c    common nouns for names before, holders of offices
**   heads.c      the head words of names (data/heads.tsv), for these
** All memory is of the document's arena.  Every part is linear in tokens.
*/
#ifndef CSTO_EWORK_H
#define CSTO_EWORK_H
#include "entity/entity.h"
#include "text/table.h"

CSTO_TABLE(heads);

/* What the word lists say about a token (bits of csto_ework.cls). */
enum {
  CSTO_W_COMMON = 1,   /* an everyday word */
  CSTO_W_END = 2,      /* never inside a name, though it has the article */
  CSTO_W_QUAL = 4,     /* follows an office: السابق */
  CSTO_W_PREP = 8,     /* a place may follow */
  CSTO_W_ADJ = 16,     /* adjective inside offices: العام */
  CSTO_W_GIVEN = 32,   /* a given name */
  CSTO_W_AL = 64,      /* begins with the article, after و or ف too */
  CSTO_W_NONE = 128    /* never a name on its own */
};

/* Where a span comes from; the higher wins a conflict. */
enum {
  CSTO_S_RULE = 1, CSTO_S_GAZ, CSTO_S_TAG, CSTO_S_VALUE, CSTO_S_USER
};

typedef struct csto_span {
  csto_mention m;
  const csto_table *table;   /* lexicon row, or NULL */
  uint32_t row;
  const csto_user_name *user;  /* of the user's list, or NULL */
  uint32_t head;             /* row of data/heads.tsv + 1, or 0 */
  uint8_t src;               /* CSTO_S_* */
  uint8_t al;                /* the article went with the clitic: للجامعة */
  uint8_t after;             /* called after somebody (honour.c) */
  uint8_t grown;             /* it goes on with its town (extent.c) */
  uint8_t titled;            /* the word before says what it is (titled.c) */
  uint8_t drop;
} csto_span;

/* A head word at a token (data/heads.tsv). */
typedef struct csto_head {
  uint32_t row;
  uint16_t ntok, skip;       /* tokens, 0: none; folded bytes of proclitics */
  uint8_t kind, definite, al;
} csto_head;

typedef struct csto_ework {
  csto_doc *d;
  uint8_t *cls;              /* a byte for each token: CSTO_W_* */
  uint8_t *conj;             /* folded bytes of و or ف before the word */
  csto_hit *hit;             /* the word's entry in the lexicon, or 0 */
  uint64_t *lists;           /* csto_table_item_bit of the lists it is in */
  csto_head *head;           /* the head word at the token */
  csto_span *spans;
  size_t nspans, cap;
} csto_ework;

/* ---- words ---- */

/* Fills cls, conj, hit, lists. */
int csto_ework_words(csto_ework *w);

/* The lists a folded word is in: CSTO_W_COMMON to CSTO_W_GIVEN. */
unsigned csto_word_class(const char *s, size_t n);

/* Is a folded word in the list of data/entity_words.tsv? */
int csto_word_is(const char *s, size_t n, const char *list);

/* The same of token i's word; 0 where there is none.  Most words have not the
** list's bit. */
int csto_token_in(const csto_ework *w, size_t i, const char *list);
static inline int csto_token_is(const csto_ework *w, size_t i,
                                const char *list) {
  return i < w->d->ntokens &&
         w->lists[i] & csto_table_item_bit(list, strlen(list)) &&
         csto_token_in(w, i, list);
}

/* رحمه الله, يحفظه الله: does a wish begin at token i? */
int csto_blessing(const csto_ework *w, size_t i);

/* The span ends before token tokend from now on. */
void csto_span_cut(const csto_ework *w, csto_span *s, size_t tokend);

/* A new cleared span over bytes of tokens tok..tokend, the first without its
** first `skip` folded bytes; NULL when memory runs out. */
csto_span *csto_ework_span(csto_ework *w, csto_etype type, size_t tok,
                           size_t tokend, size_t skip, int src,
                           const char *rule, double score);

/* ---- lexicon ---- */

typedef struct csto_gaz {
  const csto_table *table;
  uint32_t row;
  size_t ntok, skip;         /* tokens; folded bytes of proclitics */
  int al;                    /* skip ate the article */
} csto_gaz;

/* The longest name of the lexicon at token tok, with or without proclitics;
** 0 when there is none. */
int csto_gaz_at(const csto_ework *w, size_t tok, csto_gaz *g);
/* A city of data/world_cities.tsv whose name is just these tokens. */
int csto_gaz_city(const csto_ework *w, size_t tok, size_t skip, size_t ntok,
                  csto_gaz *g);
/* The type of a lexicon row. */
csto_etype csto_gaz_type(const csto_table *t, uint32_t row);
static inline int csto_gaz_flag(const csto_table *t, uint32_t row,
                                const char *flag) {
  return csto_table_has(t, row, 4, flag);
}

/* The row + 1 of data/nationalities.tsv that token tok is a form of, or 0;
** *skip gets the folded bytes of its proclitics (the article stays). */
uint32_t csto_norp_at(const csto_ework *w, size_t tok, size_t *skip,
                      size_t *ntok);

/* Gives a nationality's span its lexicon row, if there is one. */
void csto_gaz_norp(const csto_ework *w, csto_span *s);
void csto_gaz_stem(const csto_ework *w, csto_span *s);
/* Spans of all lexicon names and nationalities. */
int csto_gaz_spans(csto_ework *w);

/* ---- heads ---- */

enum { CSTO_H_ROLE = 1, CSTO_H_ORG, CSTO_H_PLACE, CSTO_H_EVENT, CSTO_H_DOC,
       CSTO_H_TITLE };

/* Fills head. */
int csto_ework_heads(csto_ework *w);
/* The head word at token tok, or 0. */
static inline int csto_head_at(const csto_ework *w, size_t tok,
                               csto_head *h) {
  if (!w->head[tok].ntok) return 0;
  *h = w->head[tok];
  return 1;
}
static inline int csto_head_flag(uint32_t row, const char *flag) {
  return csto_table_has(&csto_table_heads, row, 4, flag);
}
csto_etype csto_head_type(uint32_t row);
int csto_head_gender(uint32_t row);

/* ---- merging, linking ---- */

/* Spans of the user's own names. */
int csto_user_spans(csto_ework *w, const csto_user_name *u, size_t n);
/* The token behind an adjective at token i in the name of a place. */
size_t csto_place_tail(const csto_ework *w, size_t i);
/* Spans of head words with quoted names, numbers, rare words. */
int csto_frame_spans(csto_ework *w);
/* Places and institutions called after somebody. */
int csto_honour_spans(csto_ework *w);
/* Festivals, tournaments, fairs. */
int csto_occasion_spans(csto_ework *w);
/* The token behind what goes on at token i in the name of an event. */
size_t csto_occasion_tail(const csto_ework *w, size_t i);
/* Titles of works, names of media in quotation marks. */
int csto_titled_spans(csto_ework *w);
/* Is t a mark or bracket that opens a quotation, or the one that closes what
** `open` opened? */
int csto_opens(const csto_token *t);
int csto_closes(const csto_token *t, const csto_token *open);
/* Takes in what the model's span goes on with (growth.c). */
void csto_span_grow(csto_ework *w, csto_span *s);
/* Puts the type of the model's span right, `next` being the one behind it or
** NULL; 0: it is no name (kinds.c). */
int csto_span_kind(csto_ework *w, csto_span *s, const csto_span *next);
/* What of the person's name of the model at spans[at] is no name; one that is
** none is dropped (bearer.c). */
void csto_span_bearer(csto_ework *w, size_t at);
/* The same for what any source can take for a name: drops it or changes it. */
void csto_span_use(csto_ework *w, csto_span *s);
/* Ends of the model's spans; unmerged. */
int csto_extent_spans(csto_ework *w);
/* Clubs, over merged spans; unsorted. */
int csto_club_spans(csto_ework *w);
/* Longer spans of head words and merged spans (compose.c). */
int csto_compose_spans(csto_ework *w);
/* Puts the spans in order and removes what conflicts. */
int csto_merge_spans(csto_ework *w);
void csto_sort_spans(csto_ework *w);
/* Bare surnames of full names; merged spans before, none merged after. */
int csto_repeat_spans(csto_ework *w);
/* Entity, name, name_en, id of every span. */
int csto_link_spans(csto_ework *w);
/* Spans of bare common nouns; holders of offices. */
int csto_nominal_spans(csto_ework *w);

#endif
