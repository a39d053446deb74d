/* article.h - one text or page becomes the fields of articles.
**
** csto_pages_open decodes the bytes, sees what they are (plain text, HTML,
** JSON, JSON lines, RSS, Atom, XML of corpora, a text with a header) and
** csto_pages_next gives the articles one after the other.  Nothing here
** opens files; folder.c does.
*/
#ifndef CSTO_ARTICLE_H
#define CSTO_ARTICLE_H
#include <stddef.h>
#include <stdint.h>

typedef struct csto_str {
  const char *s;    /* NULL: the field is NULL; not NUL-terminated */
  size_t n;         /* bytes */
} csto_str;

/* The fields, as the contract names them.  Their text lives until the next
** call of csto_pages_next or csto_pages_close. */
typedef struct csto_article {
  csto_str site, url, agency, author;
  csto_str published, published_text, updated;
  csto_str title, lead, body, caption, credit;
  csto_str lang;
  const char *encoding, *layout;   /* constants, NULL: not known */
  csto_str raw;                    /* the decoded text (of this item) */
  csto_str error;                  /* why it could not be read, or NULL */
} csto_article;

typedef struct csto_pages csto_pages;

/* path (NUL-terminated or NULL) tells by its ending whether several articles
** may be in the bytes: .jsonl .ndjson .rss .atom .xml; everything else is
** one article.  bytes must outlive *out.  CSTO_OK or CSTO_NOMEM. */
int csto_pages_open(csto_pages **out, const char *bytes, size_t n,
                    const char *path);

/* The same for other bytes, with the memory of the last ones.  On failure p
** is still to be closed. */
int csto_pages_reopen(csto_pages *p, const char *bytes, size_t n,
                      const char *path);

/* The next article: CSTO_OK, CSTO_DONE or CSTO_NOMEM.  There is at least one
** (its error set where the bytes are no text). */
int csto_pages_next(csto_pages *p, csto_article *a);

/* True where the articles of the path are numbered path#1, path#2, ... */
int csto_pages_many(const char *path);

void csto_pages_close(csto_pages *p);

/* Words of title, lead and body. */
int64_t csto_article_words(const csto_article *a);

#endif
