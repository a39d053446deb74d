/* tokenizer.h - registration of what csto adds to FTS5. */
#ifndef CSTO_TOKENIZER_H
#define CSTO_TOKENIZER_H
#include "sqlite/api.h"
#include "sqlite/conn.h"

/* The tokenizer 'csto' and the auxiliary function csto_rank.  SQLITE_*. */
int csto_tokenizer_register(fts5_api *api, csto_conn *conn);
int csto_rank_register(fts5_api *api);

#endif
