/* names.c - the user's own list of names, from JSON; see names.h.
*/
#include "sqlite/names.h"
#include "base/jsonread.h"
#include "base/mem.h"
#include "base/rc.h"
#include <string.h>

#define NFIELD 4

void csto_names_free(csto_user_name *u, size_t n) {
  size_t i;
  if (!u) return;
  for (i = 0; i < n; i++) {
    csto_free((void *)(uintptr_t)u[i].name);
    csto_free((void *)(uintptr_t)u[i].type);
    csto_free((void *)(uintptr_t)u[i].canonical);
    csto_free((void *)(uintptr_t)u[i].id);
  }
  csto_free(u);
}

static int is(const csto_jsonread *r, int kind, const char *want) {
  return kind == CSTO_J_PUNCT && strcmp(r->text.data, want) == 0;
}

static int known_type(const char *s) {
  int t;
  for (t = 0; t < CSTO_NETYPE; t++)
    if (!strcmp(s, csto_etype_name((csto_etype)t))) return 1;
  return 0;
}

static char *take(csto_jsonread *r) {
  size_t n = r->text.size;
  char *p = csto_malloc(n + 1);
  if (p) {
    if (n) memcpy(p, r->text.data, n);
    p[n] = 0;
  }
  return p;
}

/* One [name, type, canonical, id]; the '[' has been read. */
static int row(csto_jsonread *r, csto_user_name *u, size_t number,
               csto_buf *err) {
  const char **field[NFIELD];
  int i = 0, k = csto_jsonread_next(r);
  field[0] = &u->name;
  field[1] = &u->type;
  field[2] = &u->canonical;
  field[3] = &u->id;
  while (!is(r, k, "]")) {
    if (i >= NFIELD || (k != CSTO_J_STRING &&
        !(k == CSTO_J_WORD && !strcmp(r->text.data, "null") && i >= 2))) {
      if (r->text.rc) return r->text.rc;
      csto_buf_printf(err, "names row %zu is not [name, type, canonical, id]",
                      number);
      return CSTO_ARG;
    }
    if (k == CSTO_J_STRING && !(*field[i] = take(r))) return CSTO_NOMEM;
    i++;
    k = csto_jsonread_next(r);
    if (is(r, k, ",")) k = csto_jsonread_next(r);
    else if (!is(r, k, "]")) i = NFIELD;
  }
  if (i < 2 || !u->name[0]) {
    csto_buf_printf(err, "names row %zu has no name and type", number);
    return CSTO_ARG;
  }
  if (!known_type(u->type)) {
    csto_buf_printf(err, "names row %zu: unknown type '%s'", number, u->type);
    return CSTO_ARG;
  }
  return CSTO_OK;
}

static int rows(csto_jsonread *r, csto_user_name **out, size_t *nout,
                csto_buf *err) {
  size_t cap = 0;
  int k = csto_jsonread_next(r), rc = CSTO_OK;
  if (k == CSTO_J_END) return CSTO_OK;
  if (!is(r, k, "[")) goto bad;
  k = csto_jsonread_next(r);
  while (!is(r, k, "]")) {
    if (!is(r, k, "[")) goto bad;
    if (*nout >= cap) {
      csto_user_name *u;
      cap = cap ? cap * 2 : 8;
      u = csto_realloc(*out, cap * sizeof *u);
      if (!u) return CSTO_NOMEM;
      *out = u;
    }
    memset(*out + *nout, 0, sizeof **out);
    ++*nout;
    rc = row(r, *out + *nout - 1, *nout, err);
    if (rc != CSTO_OK) return rc;
    k = csto_jsonread_next(r);
    if (is(r, k, ",")) k = csto_jsonread_next(r);
    else if (!is(r, k, "]")) goto bad;
  }
  if (csto_jsonread_next(r) == CSTO_J_END) return CSTO_OK;
bad:
  if (r->text.rc) return r->text.rc;
  csto_buf_printf(err, "names is not a JSON array of rows (byte %zu)", r->at);
  return CSTO_ARG;
}

int csto_names_parse(const char *json, size_t n, csto_user_name **out,
                     size_t *nout, csto_buf *err) {
  csto_jsonread r;
  int rc;
  *out = NULL;
  *nout = 0;
  csto_jsonread_init(&r, json, n);
  rc = rows(&r, out, nout, err);
  csto_jsonread_free(&r);
  if (rc != CSTO_OK) {
    csto_names_free(*out, *nout);
    *out = NULL;
    *nout = 0;
  }
  return rc;
}
