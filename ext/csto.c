/* csto.c - the entry points, and the one table of all that loading adds.
**
**   .load ./csto
**   SELECT csto_version();
**
** HOW IT WORKS.  Three lists: scalar functions, functions that yield rows
** (each registered in both shapes by sqlite/shape.c), and set-up functions
** for modules, the tokenizer and the collation.  cstopure.so is compiled
** from the same sources with CSTO_PURE and without the folder reader.
*/
#include "csto.h"
#include "sqlite/article_columns.h"
#include "sqlite/register.h"
SQLITE_EXTENSION_INIT1

/* Every function here looks only at its arguments. */
#define PURE (SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS)
/* csto_debug reads the list of modules: not deterministic. */
#define STATE (SQLITE_UTF8)

static const struct function {
  const char *name;
  int nmin, nmax;
  int flags;
  csto_scalar *fn;
} functions[] = {
    {"csto_date", 1, 2, PURE, csto_fn_date},
    {"csto_debug", 0, 0, STATE, csto_fn_debug},
    {"csto_distance", 2, 2, PURE, csto_fn_distance},
    {"csto_html", 1, 1, PURE, csto_fn_html},
    {"csto_key", 1, 1, PURE, csto_fn_key},
    {"csto_normalize", 1, 1, PURE, csto_fn_normalize},
    {"csto_simhash", 1, 1, PURE, csto_fn_simhash},
    {"csto_similarity", 2, 2, PURE, csto_fn_similarity},
    {"csto_transliterate", 1, 2, PURE, csto_fn_transliterate},
    {"csto_query", 1, 2, PURE, csto_fn_query},
    {"csto_stem", 1, 1, PURE, csto_fn_stem},
    {"csto_version", 0, 0, PURE, csto_fn_version},
};

static const csto_shape shapes[] = {
    {"csto_entities", "type, text, start, length, name, name_en, id, value, "
     "sentence, score, rule", "csto_text, csto_published, csto_names", 1, 3,
     csto_rows_entities},
    {"csto_quotes",
     "speaker, speaker_text, verb, quote, direct, implicit, start, length, "
     "sentence, rule", "csto_text, csto_published", 1, 2, csto_rows_quotes},
    {"csto_relations",
     "relation, subject, object, date, place, status, detail, evidence, "
     "start, length, sentence, rule",
     "csto_text, csto_published", 1, 2, csto_rows_relations},
    {"csto_dates",
     "text, start, length, value, calendar, precision, rule",
     "csto_text, csto_published", 1, 2, csto_rows_dates},
    {"csto_article", CSTO_ARTICLE_COLUMNS, "csto_text, csto_path", 1, 2,
     csto_rows_article},
    {"csto_sentences", "text, start, length", "csto_text", 1, 1,
     csto_rows_sentences},
    {"csto_shingles", "shingle", "csto_text", 1, 1, csto_rows_shingles},
    {"csto_tokens",
     "token, text, start, length, kind, prefix, stem, suffix, rule",
     "csto_text", 1, 1, csto_rows_tokens},
};

static csto_setup *const setups[] = {
    csto_setup_lexicon,
#ifndef CSTO_PURE
    csto_setup_articles,
#endif
    csto_setup_search,
    csto_setup_collation,
    NULL,
};

static int register_all(sqlite3 *db, csto_conn *conn) {
  size_t i;
  int n, rc = SQLITE_OK;
  for (i = 0; i < sizeof functions / sizeof *functions; i++) {
    const struct function *f = &functions[i];
    for (n = f->nmin; n <= f->nmax && rc == SQLITE_OK; n++) {
      conn->nref++;
      rc = sqlite3_create_function_v2(db, f->name, n, f->flags, conn, f->fn,
                                      NULL, NULL, csto_conn_unref);
    }
  }
  for (i = 0; i < sizeof shapes / sizeof *shapes && rc == SQLITE_OK; i++)
    rc = csto_shape_register(db, conn, &shapes[i]);
  for (i = 0; i < sizeof setups / sizeof *setups && rc == SQLITE_OK; i++)
    if (setups[i]) rc = setups[i](db, conn);
  return rc;
}

static int init(sqlite3 *db, char **err, const sqlite3_api_routines *api) {
  csto_conn *conn;
  int rc;
#ifdef SQLITE_CORE   /* linked to SQLite itself: there is no table */
  (void)api;
#else
  /* Every load hands over the same table: it is stored once, so that loading
  ** in one thread does not write under the feet of another. */
  if (sqlite3_api != api) {
    SQLITE_EXTENSION_INIT2(api);
  }
#endif
  if (sqlite3_libversion_number() < 3038000) {
    *err = sqlite3_mprintf("csto needs SQLite 3.38 or newer, this is %s",
                           sqlite3_libversion());
    return SQLITE_ERROR;
  }
  conn = csto_conn_new();
  if (!conn) return SQLITE_NOMEM;
  rc = register_all(db, conn);
  csto_conn_unref(conn);
  return rc;
}

#define EXPORT __attribute__((visibility("default")))

#ifdef CSTO_PURE
EXPORT int sqlite3_cstopure_init(sqlite3 *db, char **err,
                                 const sqlite3_api_routines *api);
int sqlite3_cstopure_init(sqlite3 *db, char **err,
                          const sqlite3_api_routines *api) {
  return init(db, err, api);
}
#else
EXPORT int sqlite3_csto_init(sqlite3 *db, char **err,
                             const sqlite3_api_routines *api);
int sqlite3_csto_init(sqlite3 *db, char **err,
                      const sqlite3_api_routines *api) {
  return init(db, err, api);
}
#endif
