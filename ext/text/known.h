/* known.h - what is known of words met before.
**
** Most words say nothing to most readers of a document: they begin no phrase
** of a reader's tables, with or without clitics.  A reader that finds so
** notes it (csto_mute), and is spared the look-ups where the word stands
** again: in this document always, in later ones as long as a csto_known,
** which one caller keeps from document to document, remembers the word.
** Other readers note what the word says to them: eight bytes each
** (csto_note), with the bits of the words that phrases may go on with
** (csto_table_ask), so that their tables are asked again only before these.
** What is noted must follow from the folded word and its kind alone; so it
** changes the speed and nothing else.  Cost: one look at two cache lines a
** token, 80 bytes a word that is kept; memory is touched as words come.
*/
#ifndef CSTO_KNOWN_H
#define CSTO_KNOWN_H
#include <stddef.h>
#include <stdint.h>
#include "text/doc.h"

/* Readers that a word may be mute to (csto_token.mute). */
enum {
  CSTO_MUTE_DATE = 1,        /* time/lex.c */
  CSTO_MUTE_NATION = 4,      /* entity/gazetteer.c */
  CSTO_MUTE_HEAD = 8,        /* entity/heads.c */
  CSTO_MUTE_CLUB = 16,       /* entity/clubs.c */
  CSTO_MUTE_NAME = 32        /* entity/gazetteer.c */
};

/* Readers that note what a word says; eight of them fill a cache line. */
enum {
  CSTO_NOTE_WORD,            /* entity/words.c; two notes */
  CSTO_NOTE_LISTS,
  CSTO_NOTE_NAME,            /* entity/gazetteer.c */
  CSTO_NOTE_RELATION,        /* speech/relations_phrase.c; two notes */
  CSTO_NOTE_RELATION_CLASSES,
  CSTO_NOTE_QUOTE,           /* speech/quotes_words.c */
  CSTO_NOTE_DATE,            /* time/lex.c */
  CSTO_NOTE_HEAD,            /* entity/heads.c */
  CSTO_NOTES = 8
};

#define CSTO_NOTED ((uint64_t)1 << 63)   /* set in every note that is made */

#define CSTO_KNOWN_BITS 16   /* log2 of the words that are kept */
#define CSTO_KNOWN_LINE 64   /* bytes of a cache line */

struct csto_known_word {
  uint64_t key;              /* hash and kind, 0: free */
  uint32_t used;             /* document that reads it: may not go */
  uint32_t mute;
};

typedef uint64_t csto_known_notes[CSTO_NOTES];

typedef struct csto_known {
  uint32_t now;              /* number of the document */
  csto_arena arena;          /* of what the floors above keep here */
  struct csto_patterns *patterns;  /* of speech/pattern_read.c, or NULL */
  struct csto_known_word *word;    /* in room, at a line's start; */
  csto_known_notes *note;          /* of the same words */
  unsigned char room[((size_t)1 << CSTO_KNOWN_BITS) *
                     (sizeof(struct csto_known_word) +
                      sizeof(csto_known_notes)) + CSTO_KNOWN_LINE];
} csto_known;

/* k is not to be moved from then on. */
void csto_known_init(csto_known *k);
void csto_known_free(csto_known *k);

/* Gives the document's tokens what k knows of their words, and k a place for
** those it does not know. */
void csto_known_read(csto_known *k, csto_doc *d);

/* Notes that the word of token i says nothing to the readers `bits`. */
static inline void csto_mute(const csto_doc *d, size_t i, unsigned bits) {
  csto_token *t = d->tokens + i;
  t->mute |= bits & 255;
  if (t->known && d->known && d->known->now == d->turn)
    d->known->word[t->known - 1].mute |= bits;
}

/* Where a reader notes what the word of token i says: 0 before it has, NULL
** where there is no place. */
static inline uint64_t *csto_note(const csto_doc *d, size_t i, int reader) {
  uint32_t k = d->tokens[i].known;
  return k && d->known && d->known->now == d->turn
             ? &d->known->note[k - 1][reader] : NULL;
}

/* The notes of a token some way behind i, which a reader that goes over all
** tokens comes to soon; for __builtin_prefetch.  (A function that does no more
** than to call that is taken for one that does nothing, and left out.) */
static inline const uint64_t *csto_note_ahead(const csto_doc *d, size_t i) {
  return i + 16 < d->ntokens ? csto_note(d, i + 16, 0) : NULL;
}

#endif
