/* sounds.h - the words of a name as rows of sounds: what keys and similarity
** compare.  Private to the morph floor.
*/
#ifndef CSTO_SOUNDS_H
#define CSTO_SOUNDS_H
#include <stddef.h>

#define CSTO_SOUNDS_MAX 64      /* longer words are cut: no name has more */

enum csto_origin { CSTO_NATIVE, CSTO_UNKNOWN, CSTO_FOREIGN_SHORT,
                   CSTO_FOREIGN };

typedef struct csto_sounds {
  char native[CSTO_SOUNDS_MAX];   /* one symbol a letter */
  char foreign[CSTO_SOUNDS_MAX];
  unsigned char vowel[CSTO_SOUNDS_MAX];
  size_t n;
  int origin;                     /* enum csto_origin */
  int latin;                      /* 1: written in Latin letters */
} csto_sounds;

/* Sounds of a folded word of n bytes. */
void csto_sounds_of(csto_sounds *s, const char *norm, size_t n);

/* The words of a name, at most max: particles joined to their neighbour
** (data/name_particles.tsv); a short word of unknown origin beside a foreign
** one is foreign too.  CSTO_OK, CSTO_NOMEM, CSTO_TOOBIG. */
int csto_name_words(const char *s, size_t n, csto_sounds *w, size_t max,
                    size_t *nw);

#endif
