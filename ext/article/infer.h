/* infer.h - what the files of the inference share: infer.c (the block of
** prose, lead and body), others.c (other stories), headline.c, site.c,
** published.c (dates), facts.c (byline, source, picture, address).
*/
#ifndef CSTO_INFER_H
#define CSTO_INFER_H
#include "article/page.h"
#include "article/vocab.h"

typedef struct csto_work {
  csto_page *p;
  csto_article *a;
  csto_vocab v;       /* words of the prose */
  csto_vocab claimed, address;    /* of the claimed title, of the url */
  size_t b, e;        /* block: first line, line after the last */
  size_t title;       /* its first copy, or nlines */
  size_t head;        /* its last copy before the prose, or `title` */
  size_t first;       /* first prose line of the block, or e */
  int furniture;      /* lines of menus and buttons */
  int clean;          /* the page has none at all */
} csto_work;

/* The text from..to without white space at its ends; NULL when empty. */
csto_str csto_infer_piece(const csto_page *p, uint32_t from, uint32_t to);
/* s without the signs that stand around values. */
csto_str csto_infer_trim(csto_str s);

/* infer.c: the block of prose from line `from` on: sets b, e, first. */
void csto_infer_find_block(csto_work *w, size_t from);

/* The words of the block's prose, to w->v. */
int csto_infer_vocab(csto_work *w);

/* others.c */
/* Long lines of other headlines above the text become tickers. */
void csto_infer_tickers(csto_work *w);
/* Rows of headlines become K_OTHER; CSTO_OK or CSTO_NOMEM. */
int csto_infer_rows(csto_work *w);
/* Teasers behind the text leave the block; CSTO_OK or CSTO_NOMEM. */
int csto_infer_teasers(csto_work *w);

/* headline.c */
/* Cut-off copies of a picture's line become captions. */
void csto_infer_pairs(csto_page *p);
int csto_infer_claim_vocab(csto_page *p, csto_vocab *v, int field);
/* Nothing but an agency's name, or one behind a place's? */
int csto_infer_only_agency(const csto_page *p, const csto_line *l);
/* True for a text with no furniture at all. */
int csto_infer_is_clean(const csto_page *p);
void csto_infer_clean_page(csto_work *w);
/* Sets title, head and the block behind them. */
void csto_infer_find_title(csto_work *w);
/* The title where nothing needs weighing; 0: it must be sought. */
int csto_infer_only_title(csto_work *w);
csto_str csto_infer_without_site(csto_str t, csto_str site);

/* published.c: fills published, published_text, updated of w->a. */
void csto_infer_find_date(csto_work *w);
/* facts.c: each fills its fields of w->a. */
void csto_infer_around(csto_work *w);
void csto_infer_signature(csto_work *w);
void csto_infer_host(csto_article *a);
/* site.c: the site's name from the page's own words, if nothing else says
** it; the bytes of a host's name that opens the line, or 0. */
void csto_infer_site(csto_work *w);
size_t csto_infer_host_line(const csto_page *p, const csto_line *l);
/* Is the name that of a section, a button or a menu? */
int csto_infer_page_word(const char *s, size_t n);
/* An address on a line near the headline becomes a claim. */
void csto_infer_address(csto_work *w);
/* Does the line begin as names of papers and offices do? */
int csto_infer_masthead(const csto_page *p, const csto_line *l);
/* Is line i a byline; does it close the page with a name? */
int csto_infer_byline(const csto_work *w, size_t i);
int csto_infer_closes(const csto_page *p, size_t i);

#endif
