/* glob.c - names that match a pattern, as SQLite's GLOB reads it.
**
** Works on bytes; ? and * take whole characters.  On a mismatch only the last
** star is tried again, one byte further: at most bytes of the pattern times
** bytes of the name.
*/
#include <stddef.h>
#include "article/folder.h"

int csto_glob(const char *p, const char *s) {
  const char *star = NULL, *from = NULL;
  while (*s) {
    if (*p == '*') {
      star = ++p;
      from = s;
      continue;
    }
    if (*p == '?') {
      p++;
      s++;
      while (((unsigned char)*s & 0xC0) == 0x80) s++;
      continue;
    }
    if (*p == '[') {
      const char *q = p + 1;
      int not = *q == '^', hit = 0;
      if (not) q++;
      if (*q == ']') hit |= *s == ']', q++;
      while (*q && *q != ']') {
        if (q[1] == '-' && q[2] && q[2] != ']') {
          hit |= (unsigned char)*s >= (unsigned char)q[0] &&
                 (unsigned char)*s <= (unsigned char)q[2];
          q += 3;
        } else {
          hit |= *s == *q;
          q++;
        }
      }
      if (*q == ']' && hit != not) {
        p = q + 1;
        s++;
        continue;
      }
    } else if (*p == *s) {
      p++;
      s++;
      continue;
    }
    if (!star) return 0;
    p = star;
    s = ++from;
  }
  while (*p == '*') p++;
  return *p == 0;
}
