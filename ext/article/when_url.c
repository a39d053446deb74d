/* when_url.c - the date in an address.
**
** Sites date their pages in the path: /2022/05/10/, /20251020/, -2018-03-25.
** Only whole dates between separators count, as numbers of stories look
** alike.  Linear in the address.
*/
#include <stdio.h>
#include <string.h>
#include "article/when.h"

static unsigned digits_at(const char *s, size_t n, size_t i, size_t want) {
  size_t k;
  unsigned v = 0;
  for (k = 0; k < want; k++) {
    if (i + k >= n || s[i + k] < '0' || s[i + k] > '9') return 0;
    v = v * 10 + (unsigned)(s[i + k] - '0');
  }
  if (i + k < n && s[i + k] >= '0' && s[i + k] <= '9') return 0;
  return v;
}

int csto_when_url(const char *s, size_t n, csto_when *w) {
  size_t i;
  memset(w, 0, sizeof *w);
  for (i = 1; i + 7 < n; i++) {
    char before = s[i - 1];
    unsigned y, v;
    size_t j, k;
    if (s[i] != '1' && s[i] != '2') continue;
    if (before != '/' && before != '-' && before != '_' && before != '=' &&
        before != '.')
      continue;
    if ((v = digits_at(s, n, i, 8)) != 0 && before != '=') { /* 20251020 */
      w->y = (int)(v / 10000);
      w->m = (int)(v / 100 % 100);
      w->d = (int)(v % 100);
      k = i + 8;
    } else if ((y = digits_at(s, n, i, 4)) != 0) {    /* 2022/05/10, 2022/5/1 */
      char sep = s[i + 4];
      if (sep != '/' && sep != '-' && sep != '_') continue;
      w->y = (int)y;
      j = i + 5;
      v = digits_at(s, n, j, 2);
      if (v) j += 2;
      else if ((v = digits_at(s, n, j, 1)) != 0) j += 1;
      if (!v || j >= n || s[j] != sep) continue;
      w->m = (int)v;
      j++;
      v = digits_at(s, n, j, 2);
      if (v) j += 2;
      else if ((v = digits_at(s, n, j, 1)) != 0) j += 1;
      if (!v) continue;
      w->d = (int)v;
      k = j;
    } else {
      continue;
    }
    if (w->y < 1990 || w->y > 2099 || !csto_when_valid(w->y, w->m, w->d))
      continue;
    if (k < n && s[k] != '/' && s[k] != '-' && s[k] != '_' && s[k] != '.' &&
        s[k] != '?' && s[k] != '#' && s[k] != '&')
      continue;
    w->start = (uint32_t)i;
    w->end = (uint32_t)k;
    snprintf(w->value, sizeof w->value, "%04d-%02d-%02d", w->y % 10000,
             w->m % 100, w->d % 100);
    return 1;
  }
  memset(w, 0, sizeof *w);
  return 0;
}
