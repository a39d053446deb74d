/* sounds.h - a name's word as a row of sounds: what keys and similarity
** compare.  Private to the morph floor.
*/
#ifndef CSTO_SOUNDS_H
#define CSTO_SOUNDS_H
#include <stddef.h>

#define CSTO_SOUNDS_MAX 64      /* longer words are cut: no name has more */

enum csto_origin { CSTO_NATIVE, CSTO_FOREIGN_SHORT, CSTO_FOREIGN };

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

#endif
