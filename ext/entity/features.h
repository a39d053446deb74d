/* features.h - what the tagger sees of each token.
**
** Two steps: csto_atoms looks each token of a sentence up once (word hash,
** word without clitics, clusters, list bits, affixes, gazetteer place);
** csto_features combines the atoms around one token into feature hashes.
** The trainer and the tagger share this file, so that both see the same.
*/
#ifndef CSTO_FEATURES_H
#define CSTO_FEATURES_H
#include <stddef.h>
#include <stdint.h>
#include "entity/model.h"
#include "text/doc.h"

#define CSTO_NFEAT 128   /* at most this many features a token */
#define CSTO_NWORDFEAT 64   /* and a word, at all its places */

typedef struct csto_atom {
  uint64_t w;       /* hash of the folded word */
  uint64_t b;       /* hash of the word without clitics */
  uint32_t s1, s2;  /* affixes of w, of so many letters */
  uint16_t list;
  uint8_t coarse;
  uint8_t freq;
  uint8_t like;     /* letters like those of people's names, 1..15 */
  uint8_t name;
  uint8_t clitic;   /* code of the removed clitics */
  uint8_t shape;
  uint8_t gaz;      /* type * 4 + place (1 alone, 2 first, 3 later) */
  uint8_t kind;     /* of an institution, and place, as gaz */
  uint8_t title;    /* list class and distance of a title to the left */
  uint8_t quoted;
  uint8_t starts;   /* a gazetteer name starts with it */
  uint8_t def;      /* begins with the article */
  uint8_t head;     /* class of the trigger to the left, 1..6 */
  uint8_t far;      /* how far it is, at most 7; 0: itself */
  uint8_t between;  /* bits: a preposition, an indefinite word between */
  uint8_t end;      /* number of the last letter (csto_letter), 0: none */
  /* from here on: of the word's own features alone, not of those that join
     tokens */
  uint32_t p2, p3, p4, s3, s4;  /* affixes of b and w */
  uint64_t k;       /* hash of b without the article */
  uint16_t fine;
  uint8_t cut;      /* folded bytes removed from the front */
  uint8_t article;  /* 1: an article follows the cut with its alef gone */
  uint8_t known;    /* the word table has it */
} csto_atom;

/* Bytes of an atom that features of its neighbours need. */
#define CSTO_ATOM_JOINS offsetof(csto_atom, p2)

/* Fills a[0..n) for tokens tok[0..n). */
void csto_atoms(const csto_model *m, const csto_token *tok, size_t n,
                csto_atom *a);

/* Its two steps: what a word says by itself, and what the words around it
** add once all of a[0..n) are filled. */
void csto_atom_word(const csto_model *m, const csto_token *t, csto_atom *a);
void csto_atoms_join(const csto_model *m, const csto_token *tok, size_t n,
                     csto_atom *a);

/* Feature hashes of token i of n; returns how many.  They are those that join
** tokens, and those of its own and of its neighbours' words, which depend on
** the word and its place (0..4: two before .. two after) alone. */
size_t csto_features(const csto_atom *a, size_t n, size_t i, uint64_t *out);
size_t csto_pair_features(const csto_atom *a, size_t n, size_t i,
                          uint64_t *out);

/* The same of a word, how many at each place to count, and those that join
** tokens and stand in no table of classes (classes.h); memory is asked for the
** model's checks of them. */
void csto_ask_word(const csto_model *m, const csto_atom *x, uint64_t *out,
                   uint8_t count[5]);
size_t csto_ask_pair(const csto_model *m, const csto_atom *a, size_t n,
                     size_t i, uint64_t *out);

/* What stands in those tables: the features of clusters a and b beside each
** other (place: of the token that has it, 0 the one after b .. 3 that before
** a), of their letters (0: b's, 1: a's), of the last letter with the articles
** of a token and its neighbours (bits), of clitics with a place in a name. */
size_t csto_cluster_feature(unsigned a, unsigned b, int place, uint64_t *out);
size_t csto_like_feature(unsigned a, unsigned b, int place, uint64_t *out);
size_t csto_end_features(unsigned end, unsigned defs, uint64_t *out);
size_t csto_gaz_feature(unsigned clitic, unsigned gaz, uint64_t *out);

/* What stands before the first and after the last token. */
extern const csto_atom csto_atom_bos, csto_atom_eos;

/* The ways to take clitics off a folded word: number of folded bytes cut
** and whether the rest begins with an article whose alef is not written
** (للجامعة: cut 4 or 2 with article).  Returns the chosen one's code. */
int csto_base(const csto_model *m, const char *s, size_t n, uint64_t w,
              csto_atom *a, const csto_word **entry);

#endif
