/* quotes_marks.c - quotation marks and their partners.
**
** One pass with a stack: whether a mark opens or closes is read from the white
** space around it first and from its own form second, so that straight marks,
** reversed marks and marks with a clitic before them (بـ"…") all pair.  A mark
** that finds no partner within three paragraphs has none.
** Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

enum { MK_NONE, MK_DOUBLE, MK_ANGLE, MK_SINGLE, MK_PAREN, MK_BRACE };

typedef struct mark {
  uint32_t tok;
  uint32_t par;     /* number of its paragraph */
  uint8_t family;
} mark;

/* An apostrophe between or beside Latin letters or digits is no mark. */
static int beside_latin(const qx *x, uint32_t i) {
  return (i > 0 && !x->tk[i].space && x->tk[i - 1].kind != CSTO_T_WORD &&
          x->tk[i - 1].kind != CSTO_T_PUNCT) ||
         (i + 1 < x->n && !x->tk[i + 1].space &&
          x->tk[i + 1].kind != CSTO_T_WORD &&
          x->tk[i + 1].kind != CSTO_T_PUNCT);
}

/* The family of a mark and its own direction: 1 opens, 2 closes, 0 either.
** *len is 2 for '' and ((. */
static int mark_of(const qx *x, uint32_t i, int *dir, int *len) {
  const csto_token *t = &x->tk[i];
  const unsigned char *s = (const unsigned char *)x->d->text + t->start;
  size_t n = t->end - t->start;
  int two = i + 1 < x->n && x->tk[i + 1].start == t->end &&
            x->tk[i + 1].kind == CSTO_T_PUNCT &&
            x->tk[i + 1].end - x->tk[i + 1].start == n &&
            memcmp(s, s + n, n) == 0;
  *dir = 0;
  *len = 1;
  if (n == 1) {
    if (*s == '"') return MK_DOUBLE;
    *len = two ? 2 : 1;
    if (*s == '\'' || *s == '`')
      return two || !beside_latin(x, i) ? MK_SINGLE : MK_NONE;
    if (*s == '(' && two) return *dir = 1, MK_PAREN;
    if (*s == ')' && two) return *dir = 2, MK_PAREN;
    if (*s == '<' && two) return *dir = 1, MK_ANGLE;
    if (*s == '>' && two) return *dir = 2, MK_ANGLE;
    *len = 1;
    if (*s == '{') return *dir = 1, MK_BRACE;
    if (*s == '}') return *dir = 2, MK_BRACE;
  } else if (n == 3 && s[0] == 0xef && s[1] == 0xb4 &&
             (s[2] == 0xbe || s[2] == 0xbf)) {                   /* ﴿ ﴾ */
    return MK_BRACE;
  } else if (n == 2 && s[0] == 0xc2) {
    if (s[1] == 0xab) return *dir = 1, MK_ANGLE;
    if (s[1] == 0xbb) return *dir = 2, MK_ANGLE;
  } else if (n == 3 && s[0] == 0xe2 && s[1] == 0x80) {
    switch (s[2]) {
      case 0x9c: case 0x9e: case 0x9f: return *dir = 1, MK_DOUBLE;
      case 0x9d: return *dir = 2, MK_DOUBLE;
      case 0x98: case 0x9a: *dir = 1; *len = two ? 2 : 1; return MK_SINGLE;
      case 0x99: *dir = 2; *len = two ? 2 : 1; return MK_SINGLE;
      case 0xb9: return *dir = 1, MK_ANGLE;
      case 0xba: return *dir = 2, MK_ANGLE;
      case 0xb3: case 0xb6: return MK_DOUBLE;           /* ″ */
      default: break;
    }
  }
  return MK_NONE;
}

/* True if token i is a bare proclitic, as in بـ"…" and الـ"…". */
static int clitic(const qx *x, uint32_t i) {
  static const char *const c[] = {
      BEH, LAM, WAW, FEH, KAF, AL,
      BEH AL, LAM LAM};
  size_t k;
  for (k = 0; k < sizeof c / sizeof *c; k++)
    if (csto_doc_is(x->d, i, c[k])) return 1;
  return 0;
}

/* 1 opens, 2 closes, 0 unknown: from the white space around it. */
static int by_space(const qx *x, uint32_t i, int len) {
  uint32_t next = i + (uint32_t)len;
  int before, after;
  before = i == 0 || x->tk[i].space || x->tk[i].newline ||
           clitic(x, i - 1) || x->t[i - 1].mark == QM_COLON ||
           x->t[i - 1].mark == QM_PAREN;
  after = next >= x->n || x->tk[next].space || x->tk[next].newline ||
          x->tk[next].kind == CSTO_T_PUNCT;
  if (before && !after) return 1;
  if (!before && after) return 2;
  return 0;
}

/* فلان" نص القول": of two straight marks that both look like closing ones and
** have no partner, the first opens. */
static void lone_marks(qx *x, mark *lone, uint32_t i, uint32_t par) {
  uint32_t a = lone->tok - 1;
  if (lone->tok && lone->par == par && i > a + 4 && a + 1 < x->n &&
      q_is_word(x, a + 1) && x->tk[a + 1].space) {
    x->t[a].mark = QM_OPEN;
    x->t[a].pair = i + 1;
    x->t[i].pair = a + 1;
    lone->tok = 0;
    return;
  }
  lone->tok = i + 1;
  lone->par = par;
}

static void pair_all(qx *x, mark *stack) {
  uint32_t i, par = 0;
  size_t depth = 0, k;
  mark lone = {0, 0, 0};
  for (i = 0; i < x->n; i++) {
    int dir, len, family, seen;
    if (x->tk[i].newline) par++;
    if (x->tk[i].kind != CSTO_T_PUNCT) continue;
    if ((family = mark_of(x, i, &dir, &len)) == MK_NONE) continue;
    seen = by_space(x, i, len);
    if (family == MK_PAREN) seen = dir;
    if (!seen && family == MK_SINGLE && len == 1 && !dir) continue;
    if (!seen && (family == MK_DOUBLE || (family == MK_BRACE && !dir))) {
      seen = depth && stack[depth - 1].par == par ? 2 : 1;
    }
    if (!seen) seen = dir;
    /* a mark joined to both sides that closes nothing opens */
    if (seen == 2 && family == MK_DOUBLE && !dir && depth == 0 &&
        i + 1 < x->n && !x->tk[i + 1].space && q_is_word(x, i + 1)) seen = 1;
    if (seen == 1) {
      lone.tok = 0;
      while (depth && stack[depth - 1].par + 3 < par) depth--;
      stack[depth].tok = i;
      stack[depth].par = par;
      stack[depth++].family = (uint8_t)family;
      x->t[i].mark = QM_OPEN;
      x->t[i].clen = (uint8_t)len;
    } else {
      x->t[i].mark = QM_CLOSE;
      x->t[i].clen = (uint8_t)len;
      for (k = depth; k > 0 && depth - k < 8; k--)
        if (stack[k - 1].family == family) break;
      if (k > 0 && depth - k < 8 && stack[k - 1].par + 3 >= par) {
        depth = k - 1;
        x->t[i].pair = stack[depth].tok + 1;
        x->t[stack[depth].tok].pair = i + 1;
      } else if (family == MK_DOUBLE && !dir && depth == 0) {
        lone_marks(x, &lone, i, par);
      }
    }
    if (len == 2) {
      x->t[i + 1].mark = x->t[i].mark;
      x->t[i + 1].clen = 1;
      i++;
    }
  }
}

int csto_q_marks(qx *x) {
  mark *stack = csto_arena_alloc(&x->d->arena, (x->n + 1u) * sizeof *stack);
  if (!stack) return CSTO_NOMEM;
  pair_all(x, stack);
  csto_arena_drop(&x->d->arena, stack);
  return CSTO_OK;
}
