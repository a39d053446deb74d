/* page.h - what the readers of formats hand to the inference: lines of clean
** text, and what the page itself claims about its article.
*/
#ifndef CSTO_PAGE_H
#define CSTO_PAGE_H
#include <stddef.h>
#include <stdint.h>
#include "article/article.h"
#include "base/arena.h"
#include "base/buf.h"

enum csto_line_tag {           /* what the markup says of a line */
  CSTO_G_NONE = 0, CSTO_G_H1, CSTO_G_HEAD, CSTO_G_P, CSTO_G_ITEM,
  CSTO_G_CAPTION, CSTO_G_CREDIT, CSTO_G_AUTHOR, CSTO_G_LEAD, CSTO_G_DATE,
  CSTO_G_NAV, CSTO_G_TAGS, CSTO_G_CELL
};

#define CSTO_INSIDE 0x80       /* beside a tag: in the element of the text */

enum csto_line_class {         /* what a line is found to be; OTHER: a headline
                                  of another story */
  CSTO_K_TEXT = 0,  /* a short line of no known kind */
  CSTO_K_PROSE, CSTO_K_NAV, CSTO_K_SHARE, CSTO_K_RELATED, CSTO_K_END,
  CSTO_K_MORE, CSTO_K_LABEL, CSTO_K_SECTION, CSTO_K_AUTHOR, CSTO_K_DATE,
  CSTO_K_FIELD,     /* a label with its value; field says which */
  CSTO_K_INSET, CSTO_K_OTHER, CSTO_K_CAPTION, CSTO_K_RELATIVE, CSTO_K_NUMBER,
  CSTO_K_URL, CSTO_K_TICKER
};

enum csto_field {
  CSTO_F_NONE = 0, CSTO_F_TITLE, CSTO_F_PUBLISHED, CSTO_F_UPDATED,
  CSTO_F_SITE, CSTO_F_URL, CSTO_F_AGENCY, CSTO_F_AUTHOR, CSTO_F_LEAD,
  CSTO_F_BODY, CSTO_F_HTML, CSTO_F_LANG, CSTO_F_CAPTION, CSTO_F_CREDIT,
  CSTO_F_SECTION, CSTO_F_TAGS, CSTO_F_RELATED, CSTO_F_SKIP, CSTO_F_COUNT
};

typedef struct csto_sent {     /* a sentence of a line */
  uint32_t start, end;
  uint32_t letters;
  uint32_t line;
  uint64_t hash, open;         /* of all letters, of the first 24 */
  int cut;                     /* it ends with ... */
} csto_sent;

typedef struct csto_line {
  uint32_t start, end;         /* bytes of the page's text, trimmed */
  uint32_t words, letters;
  uint32_t sent, nsent;        /* its sentences */
  uint64_t hash, open;         /* of all letters, of the first 24 */
  uint32_t value;              /* K_FIELD: where the value begins; K_DATE:
                                  words that are no date's; K_TEXT: 9 where
                                  a date is another than the page's */
  uint16_t blank;              /* empty lines before it, at most 9 */
  uint16_t commas, stops, glued, tabs;
  uint32_t digits, latin;
  uint8_t tag, link;           /* markup; percent of its letters in links */
  uint8_t cls, field;          /* enum csto_line_class, enum csto_field */
  uint8_t ends;                /* ends as a sentence does */
  uint8_t dots;                /* ends with ... or has it near the end */
  uint8_t inside;              /* markup: in the element of the text */
  uint8_t bullet, used, copy;  /* copy: an earlier line has the same letters */
  uint8_t copies;              /* lines with the same letters, itself too */
} csto_line;

typedef struct csto_page {
  csto_arena *arena;
  const char *text;            /* clean lines (csto_clean) */
  size_t bytes;
  csto_line *lines;  size_t nlines;
  csto_sent *sents;  size_t nsents;
  const uint8_t *tags, *links; /* for each line of text (markup), or NULL */
  size_t ntags;
  /* claims: clean text with what weight; the heavier wins */
  csto_str claim[CSTO_F_COUNT];
  int weight[CSTO_F_COUNT];
  csto_str page_title;         /* of markup, with the site's name in it */
  int declared;                /* the text is the body by declaration */
  int markup;                  /* the text came from markup */
} csto_page;

struct csto_words;

/* lines.c: cuts page->text into lines.  CSTO_OK or CSTO_NOMEM. */
int csto_page_lines(csto_page *p);

/* classify.c: the kind of every line. */
int csto_page_classify(csto_page *p);

/* furniture.c: the class of a short line that is made of nothing but what
** pages are made of, cut into its words; 0: it is not. */
int csto_page_furniture(const char *s, size_t n, const csto_line *l,
                        const struct csto_words *w);

/* split.c: joins lines that a dump has cut inside of sentences; the page's
** lines are then others.  CSTO_OK or CSTO_NOMEM. */
int csto_page_rejoin(csto_page *p);

/* infer.c: fields of the article from lines and claims. */
int csto_page_infer(csto_page *p, csto_article *a);

/* body.c: title, lead and body text without repeats, from the lines that
** infer.c has chosen: used = 1 body, 2 lead. */
int csto_page_body(csto_page *p, size_t first, size_t last, csto_article *a);

/* The page's text is this body, cleaned, and nothing else.  CSTO_OK or
** CSTO_NOMEM. */
int csto_page_declare(csto_page *p, const csto_buf *body);

/* Records a claim; text is cleaned (one line) and copied to the arena.  Empty
** text is no claim. */
void csto_page_claim(csto_page *p, int field, int weight, const char *s,
                     size_t n);

/* The field that a name (of a JSON key, an element, a meta tag) stands for,
** with its weight; CSTO_F_NONE: no known name. */
int csto_field_of(const char *name, size_t n, int *weight);
/* Has the name the kind in data/article_marks.tsv? */
int csto_name_marked(const char *name, size_t n, const char *kind);
/* The field named in a table's cell. */
int csto_field_named(const char *cell);

/* fold.c */
/* A line's words, folded, one space between, digits as "0" if zero is set,
** to out (cleared); off (room for max + 1) gets where each word begins in s,
** and after the last one its end; at[] where each begins in out. */
typedef struct csto_words {
  char *text;         /* folded, in the buffer given */
  size_t n;           /* words */
  uint32_t from[17], to[17];    /* in s */
  uint32_t at[17], end[17];     /* in text */
  int more;           /* s has more words than these */
} csto_words;
/* Cuts at most max (<= 16) words; buf must have room for room bytes. */
void csto_words_cut(csto_words *w, const char *s, size_t n, int zero,
                    size_t max, char *buf, size_t room);

/* Where a label of the field stands inside a line, *to behind its colon; 1 or
** 0. */
int csto_label_inside(const char *s, size_t n, int field, size_t *from,
                      size_t *to);

/* Are the folded words a label of the field? */
int csto_label_is(const char *folded, size_t n, int field);

/* True if the folded words (one space between) have the kind in
** data/article_marks.tsv. */
int csto_marked(const char *folded, size_t n, const char *kind);

/* Helpers of lines. */
static inline const char *csto_line_s(const csto_page *p, const csto_line *l) {
  return p->text + l->start;
}
static inline size_t csto_line_n(const csto_line *l) {
  return l->end - l->start;
}

/* html.c: a page of markup becomes lines and claims. */
int csto_html_read(csto_page *p, const char *s, size_t n);
/* Markup to text: tags off, entities resolved, paragraphs as lines. */
int csto_html_text(csto_buf *out, const char *s, size_t n);
/* Decodes the entity at s (which is '&'); returns its bytes, 0: none. */
size_t csto_entity(const char *s, size_t n, uint32_t *cp, uint32_t *cp2);

/* json.c: the object s[from..to) of the JSON text s[0..n) as claims and
** body; list: one of several.  CSTO_FORMAT: no object. */
int csto_json_read(csto_page *p, const char *s, size_t n, size_t from,
                   size_t to, int list);
/* The same, but the article is an object inside it where that has the text. */
int csto_json_seek(csto_page *p, const char *s, size_t n);
/* The bytes of the JSON value at s; 0: none. */
size_t csto_json_span(const char *s, size_t n);

/* json_find.c: the articles of a JSON text. */
typedef struct csto_json_list {
  struct { size_t from, to; } *spans;
  size_t n;
} csto_json_list;
/* CSTO_OK (n is 0 where no object has text), CSTO_FORMAT (not JSON),
** CSTO_NOMEM; *out is then empty, else for csto_json_list_free. */
int csto_json_find(csto_json_list *out, const char *s, size_t n);
void csto_json_list_free(csto_json_list *l);
/* True for keys that name an object rather than something in it. */
int csto_json_part(const char *s, size_t n);
/* The field that a key stands for. */
int csto_json_key(const char *s, size_t n, int *weight);
/* True where the value that c opens, under a key of the field, holds an
** article rather than its text. */
int csto_json_holds(char c, int field, int weight);
/* The object of JSON-LD that speaks of the article: 2, of its page: 1, none:
** 0, no memory: -1; *typed: objects say what they are. */
int csto_json_ld_find(const char *s, size_t n, size_t *from, size_t *to,
                      int *typed);

/* JSON-LD inside a page: claims only; text that is no JSON is no claim. */
void csto_json_ld(csto_page *p, const char *s, size_t n);

/* feed.c: one element (<item>, <entry>, <DOC>, ...) as claims and body. */
int csto_xml_read(csto_page *p, const char *s, size_t n);
/* The next item from *at: 1 and its span, or 0.  own: a name of items of
** this text beside the usual ones, or empty. */
int csto_xml_item(const char *s, size_t n, csto_str own, size_t *at,
                  size_t *from, size_t *to);
/* The name of the first element that holds an element of text. */
csto_str csto_xml_holder(const char *s, size_t n);

/* dump.c: s without the numbered links of a text browser, to out (room for n
** bytes); returns its bytes, 0: there are none. */
size_t csto_dump_unlist(char *out, const char *s, size_t n);
/* Has the text signs of Markdown?  And the text without them; the text with
** named characters resolved; the page's text with lines joined that were
** broken at one width (1, or 0: they were not). */
int csto_dump_is_markdown(const char *s, size_t n);
int csto_dump_unmark(csto_buf *b, const char *s, size_t n);
int csto_dump_unescape(csto_buf *b, const char *s, size_t n);
int csto_dump_unwrap(csto_page *p, const char *s, size_t n);

/* head.c: a header of "key: value" lines, of YAML between ---, the line
** " date YYYY-MM-DD url"; returns the bytes it takes from the clean text. */
size_t csto_head_read(csto_page *p, const char *s, size_t n);

#endif
