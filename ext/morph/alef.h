/* alef.h - the alef that Quranic spelling writes above the line. */
#ifndef CSTO_ALEF_H
#define CSTO_ALEF_H
#include <stddef.h>

/* Longest written word that is read so, in bytes. */
#define CSTO_ALEF_MAX 96

/* For a written word s[0..n) with a dagger alef (ٱلۡكِتَٰبَ) or a hamza that
** stands for آ (ٱلۡقُرۡءَانَ): its folded form in everyday spelling (الكتاب,
** القران) to out, which has room for CSTO_FOLD_ROOM(CSTO_ALEF_MAX) bytes.
** Returns its bytes; 0: the word has no such spelling. */
size_t csto_alef_reading(const char *s, size_t n, char *out);

#endif
