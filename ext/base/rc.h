/* rc.h - result codes of the core.
**
** The core knows nothing of SQLite.  Every function that can fail returns
** one of these; ext/sqlite/bridge.c maps them to SQLITE_* in one place.
*/
#ifndef CSTO_RC_H
#define CSTO_RC_H

enum csto_rc {
  CSTO_OK = 0,
  CSTO_NOMEM = 1,   /* an allocation failed */
  CSTO_ARG = 2,     /* an argument has a value that is not allowed */
  CSTO_TOOBIG = 3,  /* the input or result is over 2^31-1 bytes */
  CSTO_FORMAT = 4,  /* input that cannot be decoded or parsed */
  CSTO_IO = 5,      /* a file or folder could not be read */
  CSTO_DONE = 6     /* an iterator has no more rows */
};

#endif
