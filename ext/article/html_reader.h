/* html_reader.h - what the two files of the HTML reader share: html.c cuts the
** page into tags, text and lines and keeps the stack of open elements,
** html_claims.c knows what an element says of its text and of the article.
*/
#ifndef CSTO_HTML_READER_H
#define CSTO_HTML_READER_H
#include "article/page.h"

#define CSTO_HTML_DEEP 256

enum {           /* what an element does */
  E_INLINE = 0, E_BLOCK = 1, E_VOID = 2, E_SKIP = 4, E_HEAD = 8, E_H1 = 16,
  E_ITEM = 32, E_P = 64, E_CELL = 128, E_NAV = 256, E_CAPTION = 512,
  E_LINK = 1024, E_RAW = 2048, E_ARTICLE = 4096, E_ROOT = 8192,
  E_TIME = 16384, E_BR = 32768
};

typedef struct csto_html_tag {   /* a start tag */
  const char *name; size_t nn;
  const char *attrs; size_t an;
  int what;
} csto_html_tag;

typedef struct csto_html_open {
  uint32_t name;        /* hash of the name */
  uint32_t what;
  uint8_t tag;          /* enum csto_line_tag that it gives, or 0 */
  uint8_t skip, nav, link, article, body;   /* state inside it */
  uint8_t h1;           /* an <h1> stood in it */
} csto_html_open;

typedef struct csto_html_reader {
  csto_page *p;         /* NULL: text only */
  csto_buf *out;
  csto_html_open stack[CSTO_HTML_DEEP];
  size_t depth, over;   /* over: elements above the stack's height */
  uint8_t *tags, *links;
  size_t nlines, cap;
  size_t line;          /* where the line began in out */
  uint32_t letters, linked;
  uint8_t tag, inside;  /* of the line's first text */
  int space;            /* white space is waiting */
  int times;            /* <time> seen outside navigation */
  size_t headed;        /* where the last <h1> ended in out */
  int told;             /* the <article> of the <h1> is over */
  int rc;
} csto_html_reader;

/* html.c: ends the line, if it has text. */
void csto_html_end_line(csto_html_reader *r);

/* html_claims.c: what a tag that opens nothing claims (<meta>, <link>). */
void csto_html_void(csto_html_reader *r, const csto_html_tag *t);
/* Sets what the element e is by its kind and its attributes, and takes what
** they claim; e has the state of what is around it. */
void csto_html_element(csto_html_reader *r, csto_html_open *e,
                       const csto_html_tag *t);
/* The text s[0..n) of <title>, the script of JSON-LD. */
void csto_html_raw(csto_html_reader *r, const csto_html_tag *t, const char *s,
                   size_t n);
#endif
