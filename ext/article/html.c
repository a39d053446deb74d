#include "article/page.h"
#include "base/rc.h"
int csto_html_read(csto_page *p, const char *s, size_t n) { p->text = s; p->bytes = n; return CSTO_OK; }
int csto_html_text(csto_buf *out, const char *s, size_t n) { csto_buf_add(out, s, n); return out->rc; }
