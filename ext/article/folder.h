/* folder.h - walks a folder in a fixed order and reads its files.  The only
** file of the core that opens files; not part of cstopure. */
#ifndef CSTO_FOLDER_H
#define CSTO_FOLDER_H
#include <stddef.h>
#include <stdint.h>
#include "base/buf.h"

typedef struct csto_entry {
  const char *path;      /* relative to the folder, '/' between names */
  int64_t size;          /* bytes, -1: not known */
  int64_t mtime;         /* seconds since 1970, and */
  uint32_t mtime_ns;
  const char *error;     /* why it cannot be read, or NULL */
} csto_entry;

typedef struct csto_folder csto_folder;

/* Opens dir for a walk.  pattern: a GLOB for the whole relative path or, if
** it has no '/', for the name; NULL: every file.  only: a path to reach
** alone, NULL: all; begin: only paths that begin with these bytes (NULL:
** any).  CSTO_OK, CSTO_NOMEM, CSTO_IO (dir cannot be read: err says why).
** stats = 0 leaves size, mtime and most errors out: nothing is looked at
** but names. */
int csto_folder_open(csto_folder **out, const char *dir, const char *pattern,
                     const char *only, const char *begin, int stats,
                     csto_buf *err);

/* The next file, folders' names in byte order, files of a folder among its
** subfolders.  CSTO_OK, CSTO_DONE, CSTO_NOMEM. */
int csto_folder_next(csto_folder *f, csto_entry *e);

/* Size and time of the entry last given, where the walk left them out. */
void csto_folder_stat(csto_folder *f, csto_entry *e);

/* The bytes of the entry last given, into b.  CSTO_OK, CSTO_NOMEM, CSTO_IO
** (*error is a constant or lives until the next call). */
int csto_folder_read(csto_folder *f, csto_buf *b, int64_t most,
                     const char **error);

/* The lines of the entry last given, one after the other, for files too
** large to be read at once: *s and *n are a line of at most `most` bytes
** that lives until the next call; of a longer one *error says so.  CSTO_OK,
** CSTO_DONE, CSTO_NOMEM, CSTO_IO (*error says why). */
int csto_folder_line(csto_folder *f, int64_t most, const char **s, size_t *n,
                     const char **error);

void csto_folder_close(csto_folder *f);

/* GLOB as SQLite's: * ? [...] [^...], case counts. */
int csto_glob(const char *pattern, const char *s);

#endif
