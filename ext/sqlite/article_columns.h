/* article_columns.h - the columns of csto_articles and csto_article, in the
** order of the contract. */
#ifndef CSTO_ARTICLE_COLUMNS_H
#define CSTO_ARTICLE_COLUMNS_H

#define CSTO_ARTICLE_COLUMNS                                                \
  "path, site, url, agency, author, published, published_text, updated, "  \
  "title, lead, body, caption, credit, lang, words, encoding, layout, "    \
  "size, mtime, hash, raw, error"

enum {
  CSTO_A_PATH, CSTO_A_SITE, CSTO_A_URL, CSTO_A_AGENCY, CSTO_A_AUTHOR,
  CSTO_A_PUBLISHED, CSTO_A_PUBLISHED_TEXT, CSTO_A_UPDATED, CSTO_A_TITLE,
  CSTO_A_LEAD, CSTO_A_BODY, CSTO_A_CAPTION, CSTO_A_CREDIT, CSTO_A_LANG,
  CSTO_A_WORDS, CSTO_A_ENCODING, CSTO_A_LAYOUT, CSTO_A_SIZE, CSTO_A_MTIME,
  CSTO_A_HASH, CSTO_A_RAW, CSTO_A_ERROR, CSTO_A_COUNT
};

#endif
