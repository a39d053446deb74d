/* words.c - a short line cut into folded words, and names of fields. */
#include <string.h>
#include "article/page.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/utf8.h"

CSTO_TABLE(article_keys);
CSTO_TABLE(article_labels);
CSTO_TABLE(article_marks);

/* The Arabic letters from p on, up to last, that fold to one letter each. */
static const unsigned char *arabic_letters(const unsigned char *p,
                                           const unsigned char *last,
                                           char *buf, size_t *used) {
  char *to = buf + *used;
  while (p < last && (p[0] & 0xFE) == 0xD8 && (p[1] & 0xC0) == 0x80 &&
         (p[2] & 0xC0) != 0x80) {
    uint32_t cp = (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3Fu);
    uint32_t e = csto_fold_entry(cp);
    if (e >> 24 != CSTO_C_ARABIC || (e & (3u << 22))) break;
    if (e & 0x3fffff) cp = e & 0x3fffff;
    if (cp - 0x80u >= 0x780u) break;
    *to++ = (char)(0xC0 | cp >> 6);
    *to++ = (char)(0x80 | (cp & 0x3F));
    p += 2;
  }
  *used = (size_t)(to - buf);
  return p;
}

/* A word begins at p; 0: there is no room for it. */
static int open_word(csto_words *w, size_t max, size_t at, char *buf,
                     size_t *used, size_t room) {
  if (w->n == max || *used + CSTO_FOLD_MAX + 2 > room) {
    w->more = 1;
    return 0;
  }
  if (w->n) buf[(*used)++] = ' ';
  w->from[w->n] = (uint32_t)at;
  w->at[w->n++] = (uint32_t)*used;
  return 1;
}

void csto_words_cut(csto_words *w, const char *s, size_t n, int zero,
                    size_t max, char *buf, size_t room) {
  const unsigned char *p = (const unsigned char *)s, *end = p + n;
  size_t used = 0, k;
  int in = 0, number = 0;
  if (max > 16) max = 16;
  w->text = buf;
  w->n = 0;
  w->more = 0;
  for (; p < end; p += k) {
    uint32_t cp = csto_utf8_get(p, end, &k);
    int c = csto_class(cp), digit = c == CSTO_C_DIGIT;
    int word = c == CSTO_C_ARABIC || c == CSTO_C_LATIN ||
        c == CSTO_C_LETTER || c == CSTO_C_IDEO || digit;
    int mark = c == CSTO_C_IGNORE || c == CSTO_C_MARK;
    if (!word && !(in && mark)) {
      in = 0;
      continue;
    }
    /* letters and digits are words of their own */
    if (in && !mark && digit != number) in = 0;
    if (!in) {
      if (!open_word(w, max, (size_t)((const char *)p - s), buf, &used, room))
        return;
      in = 1;
      number = digit;
      if (digit && zero) buf[used++] = '0';
    }
    if (used + CSTO_FOLD_MAX + 2 > room) {
      w->more = 1;
      w->n--;
      return;
    }
    if (!mark && !(digit && zero)) used += csto_fold_cp(cp, buf + used);
    if (!number) {
      const unsigned char *from = p + k;
      const unsigned char *last = end - from > 3 ? end - 2 : from;
      size_t left = room - used > 2 * CSTO_FOLD_MAX
                    ? (room - used) / 2 - CSTO_FOLD_MAX : 0;
      if ((size_t)(last - from) / 2 > left) last = from + 2 * left;
      k = (size_t)(arabic_letters(from, last, buf, &used) - p);
    }
    w->to[w->n - 1] = (uint32_t)((const char *)p + k - s);
    w->end[w->n - 1] = (uint32_t)used;
  }
}

static const struct { const char *name; int field; } fields[] = {
  {"title", CSTO_F_TITLE}, {"published", CSTO_F_PUBLISHED},
  {"updated", CSTO_F_UPDATED}, {"site", CSTO_F_SITE}, {"url", CSTO_F_URL},
  {"agency", CSTO_F_AGENCY}, {"author", CSTO_F_AUTHOR},
  {"lead", CSTO_F_LEAD}, {"body", CSTO_F_BODY}, {"html", CSTO_F_HTML},
  {"lang", CSTO_F_LANG}, {"caption", CSTO_F_CAPTION},
  {"credit", CSTO_F_CREDIT}, {"section", CSTO_F_SECTION},
  {"tags", CSTO_F_TAGS}, {"related", CSTO_F_RELATED},
  {"skip", CSTO_F_SKIP},
};

int csto_field_named(const char *cell) {
  size_t i;
  for (i = 0; i < sizeof fields / sizeof *fields; i++)
    if (strcmp(fields[i].name, cell) == 0) return fields[i].field;
  return CSTO_F_NONE;
}

/* The words of a name, folded, to buf; their bytes, 0: too many or none. */
static size_t name_words(const char *name, size_t n, char buf[512]) {
  char spaced[128];
  size_t i, k = 0;
  csto_words w;
  if (n == 0 || n > 60) return 0;
  for (i = 0; i < n; i++) {   /* datePublished: date Published */
    char c = name[i];
    if (i && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z')
      spaced[k++] = ' ';
    spaced[k++] = c;
  }
  csto_words_cut(&w, spaced, k, 0, 6, buf, 512);
  return w.n == 0 || w.more ? 0 : w.end[w.n - 1];
}

int csto_name_marked(const char *name, size_t n, const char *kind) {
  char buf[512];
  return csto_marked(buf, name_words(name, n, buf), kind);
}

int csto_field_of(const char *name, size_t n, int *weight) {
  char buf[512];
  size_t k = name_words(name, n, buf);
  csto_hit h;
  uint32_t row;
  if (!k) return CSTO_F_NONE;
  h = csto_table_find(&csto_table_article_keys, buf, k);
  if (!h) return CSTO_F_NONE;
  row = csto_table_row(&csto_table_article_keys, h);
  *weight = csto_table_cell(&csto_table_article_keys, row, 2)[0] - '0';
  return csto_field_named(csto_table_cell(&csto_table_article_keys, row, 1));
}

int csto_marked(const char *folded, size_t n, const char *kind) {
  const csto_table *t = &csto_table_article_marks;
  csto_hit h = n ? csto_table_find(t, folded, n) : 0;
  for (; h; h = csto_table_next(t, h))
    if (!strcmp(csto_table_cell(t, csto_table_row(t, h), 1), kind)) return 1;
  return 0;
}

/* How the words that are a label of the field want their value (first letter
** of the table's column); 0: they are none. */
static char label_how(const char *folded, size_t n, int field) {
  const csto_table *t = &csto_table_article_labels;
  csto_hit h = csto_table_find(t, folded, n);
  char how = 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    const char *cell = csto_table_cell(t, row, 2);
    if (csto_field_named(csto_table_cell(t, row, 1)) == field &&
        (!how || how == 'c'))
      how = cell[0];
  }
  return how;
}

int csto_label_is(const char *folded, size_t n, int field) {
  return label_how(folded, n, field) != 0;
}

/* A label of one word or two right before a colon. */
static int label_before_colon(const char *s, size_t n, int field,
                              size_t *from, size_t *to) {
  const char *c = s, *b;
  char buf[2600];
  csto_words w;
  for (; (c = memchr(c, ':', n - (size_t)(c - s))) != NULL; c++) {
    int words;
    for (words = 0, b = c; b > s && words < 2; words++) {
      while (b > s && b[-1] == ' ') b--;
      while (b > s && b[-1] != ' ' && b[-1] != '(' && b[-1] != '|' &&
             (b[-1] < '0' || b[-1] > '9'))
        b--;
      csto_words_cut(&w, b, (size_t)(c - b), 1, 4, buf, sizeof buf);
      if (!w.n || w.more) break;
      if (label_how(w.text, w.end[w.n - 1], field)) {
        *from = (size_t)(b - s);
        *to = (size_t)(c - s) + 1;
        return 1;
      }
    }
  }
  return 0;
}

/* Where a label of the field stands inside a line: *to is behind its colon.
** 0: nowhere. */
int csto_label_inside(const char *s, size_t n, int field, size_t *from,
                      size_t *to) {
  char buf[2600], how;
  csto_words w;
  size_t i, k;
  if (label_before_colon(s, n, field, from, to)) return 1;
  /* without a colon: "updated on ...", "by ...", "published in ..." */
  if (field != CSTO_F_UPDATED && field != CSTO_F_AUTHOR &&
      field != CSTO_F_PUBLISHED)
    return 0;
  csto_words_cut(&w, s, n < 300 ? n : 300, 1, 16, buf, sizeof buf);
  for (i = field != CSTO_F_AUTHOR; i + 1 < w.n; i++)
    for (k = i + 3 < w.n ? 3 : w.n - i; k > 0; k--) {
      how = label_how(w.text + w.at[i], w.end[i + k - 1] - w.at[i], field);
      if (!how || (how == 'c' && field != CSTO_F_UPDATED)) continue;
      *from = w.from[i];
      *to = w.to[i + k - 1];
      return 1;
    }
  return 0;
}

