/* register.h - what each file of ext/sqlite offers to the registration
** tables of csto.c.  Scalar functions have SQLite's own signature; a setup
** function registers what is neither a function nor a shape (modules, the
** tokenizer, a collation) and returns SQLITE_*.
*/
#ifndef CSTO_REGISTER_H
#define CSTO_REGISTER_H
#include "sqlite/conn.h"
#include "sqlite/shape.h"

typedef void csto_scalar(sqlite3_context *, int, sqlite3_value **);
typedef int csto_setup(sqlite3 *db, csto_conn *conn);
typedef int csto_row_fn(csto_conn *, int, sqlite3_value **, csto_rows *);

/* about.c */
csto_scalar csto_fn_version, csto_fn_debug;
/* texts.c */
csto_scalar csto_fn_normalize;
csto_row_fn csto_rows_sentences;
/* search.c */
csto_scalar csto_fn_query, csto_fn_stem;
csto_row_fn csto_rows_tokens;
csto_setup csto_setup_search;
/* namefns.c */
csto_scalar csto_fn_key, csto_fn_similarity, csto_fn_transliterate;
csto_setup csto_setup_collation;
/* copies.c */
csto_scalar csto_fn_simhash, csto_fn_distance;
csto_row_fn csto_rows_shingles;
/* entities.c */
csto_row_fn csto_rows_entities;
/* quotes.c */
csto_row_fn csto_rows_quotes;
/* relations.c */
csto_row_fn csto_rows_relations;
/* lexicon.c */
csto_setup csto_setup_lexicon;
/* dates.c */
csto_scalar csto_fn_date;
csto_row_fn csto_rows_dates;
/* article.c */
csto_scalar csto_fn_html;
csto_row_fn csto_rows_article;
/* articles.c; not in cstopure */
csto_setup csto_setup_articles;

#endif
