/* index.c - the tokens of a word; see index.h. */
#include "morph/index.h"
#include <string.h>
#include "text/fold.h"

static const char al[] = "ال";
#define NAL (sizeof al - 1)

size_t csto_index_stem(const char *norm, size_t n, int cls, char *out) {
  csto_stem s;
  if (cls != CSTO_C_ARABIC) return 0;
  csto_stem_word(norm, n, &s);
  if (s.n == 0 || s.al) return 0;
  if (s.function) {
    memcpy(out, s.text, s.n);
    return s.n;
  }
  out[0] = CSTO_STEM_MARK;
  memcpy(out + 1, s.text, s.n);
  return (size_t)s.n + 1;
}

/* 1 if the word w has the stem s[0..n). */
static int has_stem(const char *w, size_t nw, const char *s, size_t n) {
  csto_stem x;
  csto_stem_word(w, nw, &x);
  if (x.n == 0) return nw == n && memcmp(w, s, n) == 0;
  return x.n == n && memcmp(x.text, s, n) == 0;
}

int csto_query_forms(const char *norm, size_t n, int cls, csto_form_cb cb,
                     void *ctx) {
  csto_stem s;
  char w[NAL + CSTO_FORM_MAX];
  size_t ns;
  int rc = 0;
  if (cls != CSTO_C_ARABIC || n > CSTO_STEM_MAX) return cb(ctx, norm, n);
  csto_stem_word(norm, n, &s);
  ns = s.n ? s.n : n;
  /* الإمام is not indexed under the function word أمام */
  if (s.function) return s.al ? cb(ctx, norm, n)
                              : cb(ctx, s.n ? s.text : norm, ns);
  memcpy(w, al, NAL);
  memcpy(w + NAL, s.n ? s.text : norm, ns);
  /* An article before it: the word itself, or one that differs by it. */
  if (s.al) rc = cb(ctx, norm, n);
  if (rc == 0 && has_stem(w + NAL, ns, w + NAL, ns))
    rc = cb(ctx, w + NAL, ns);
  if (rc == 0 && !s.al && has_stem(w, NAL + ns, w + NAL, ns))
    rc = cb(ctx, w, NAL + ns);
  if (rc == 0) {
    w[NAL - 1] = CSTO_STEM_MARK;
    rc = cb(ctx, w + NAL - 1, ns + 1);
  }
  return rc;
}
