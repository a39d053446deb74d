/* folder.c - a walk over the files below a folder, in the byte order of
** their paths, and the reading of one file.
**
** A stack of open folders, each with the sorted names that it holds: memory
** is the names of the folders on the way from the top, no more.  Nothing is
** opened that is not asked for: the kind of an entry comes from the folder
** itself where the file system gives it.  Links are followed only to files
** that lie inside the folder; every other link, and whatever is no regular
** file or cannot be looked at, is an entry with an error.
*/
#include "article/folder.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/mem.h"
#include "base/rc.h"

enum { K_FILE, K_DIR, K_LINK, K_OTHER, K_UNKNOWN };

typedef struct level {
  char *names;            /* kind byte, name, NUL; one after the other */
  size_t size, cap;
  uint32_t *order;
  size_t n, at;
  size_t path;            /* bytes of the folder's own path, with '/' */
} level;

struct csto_folder {
  char *dir, *pattern, *only, *begin;
  char *real;             /* the folder's own path, links resolved */
  size_t nbegin;
  int stats, done;
  level *levels;
  size_t nlevels, caplevels;
  csto_buf path, full, err;
  int fd;                 /* of the file whose lines are read, or -1 */
  csto_buf lines;
  size_t at;              /* the next line in lines */
};

static char *copy_of(const char *s) {
  size_t n = strlen(s);
  char *d = csto_malloc(n + 1);
  if (d) memcpy(d, s, n + 1);
  return d;
}

/* Byte order of paths: a folder counts as its name with '/'. */
static int order(const char *a, const char *b) {
  const char *x = a + 1, *y = b + 1;
  unsigned char c, d;
  while (*x && *x == *y) x++, y++;
  c = (unsigned char)*x;
  d = (unsigned char)*y;
  if (!c && a[0] == K_DIR) c = '/';
  if (!d && b[0] == K_DIR) d = '/';
  return (int)c - (int)d;
}

/* Bottom-up merge sort of the offsets. */
static int sort(level *l) {
  uint32_t *tmp, *from = l->order, *to;
  size_t width, i, n = l->n;
  if (n < 2) return CSTO_OK;
  tmp = csto_malloc(n * sizeof *tmp);
  if (!tmp) return CSTO_NOMEM;
  to = tmp;
  for (width = 1; width < n; width *= 2) {
    for (i = 0; i < n; i += 2 * width) {
      size_t a = i, ae = i + width < n ? i + width : n, b = ae,
             be = i + 2 * width < n ? i + 2 * width : n, k = i;
      while (a < ae && b < be)
        to[k++] = order(l->names + from[a], l->names + from[b]) <= 0
                      ? from[a++] : from[b++];
      while (a < ae) to[k++] = from[a++];
      while (b < be) to[k++] = from[b++];
    }
    {
      uint32_t *x = from;
      from = to;
      to = x;
    }
  }
  if (from != l->order) memcpy(l->order, from, n * sizeof *from);
  csto_free(tmp);
  return CSTO_OK;
}

static void close_level(level *l) {
  csto_free(l->names);
  csto_free(l->order);
}

static int add_name(level *l, size_t *cap, int kind, const char *name) {
  size_t n = strlen(name) + 2;
  if (l->size + n > l->cap) {
    size_t c = l->cap ? l->cap * 2 : 4096;
    char *p;
    while (c < l->size + n) c *= 2;
    if (c > UINT32_MAX) return CSTO_NOMEM;
    p = csto_realloc(l->names, c);
    if (!p) return CSTO_NOMEM;
    l->names = p;
    l->cap = c;
  }
  if (l->n == *cap) {
    size_t c = *cap ? *cap * 2 : 256;
    uint32_t *p = csto_realloc(l->order, c * sizeof *p);
    if (!p) return CSTO_NOMEM;
    l->order = p;
    *cap = c;
  }
  l->order[l->n++] = (uint32_t)l->size;
  l->names[l->size] = (char)kind;
  memcpy(l->names + l->size + 1, name, n - 1);
  l->size += n;
  return CSTO_OK;
}

/* Can a path that begins with path (of n bytes, a folder's if slash) begin
** with what is asked for? */
static int may_begin(const csto_folder *f, const char *path, size_t n) {
  size_t k = n < f->nbegin ? n : f->nbegin;
  return !f->begin || memcmp(path, f->begin, k) == 0;
}

static void full_path(csto_folder *f, const char *rel, size_t n) {
  csto_buf_clear(&f->full);
  csto_buf_puts(&f->full, f->dir);
  if (n) {
    csto_buf_putc(&f->full, '/');
    csto_buf_add(&f->full, rel, n);
  }
}

/* The kind of a name of the folder d, where the listing does not tell it. */
static int kind_of(DIR *d, const struct dirent *e) {
  struct stat st;
  switch (e->d_type) {
    case DT_REG: return K_FILE;
    case DT_DIR: return K_DIR;
    case DT_LNK: return K_LINK;
    case DT_UNKNOWN: break;
    default: return K_OTHER;
  }
  if (fstatat(dirfd(d), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return K_UNKNOWN;
  return S_ISREG(st.st_mode) ? K_FILE : S_ISDIR(st.st_mode) ? K_DIR
         : S_ISLNK(st.st_mode) ? K_LINK : K_OTHER;
}

/* Could the name, below the path's first `own` bytes, be asked for? */
static int wanted(csto_folder *f, size_t own, const char *name) {
  int yes;
  if (name[0] == '.' &&
      (name[1] == 0 || (name[1] == '.' && name[2] == 0)))
    return 0;
  if (!f->begin) return 1;
  f->path.size = own;
  csto_buf_add(&f->path, name, strlen(name));
  yes = f->path.rc != CSTO_OK || may_begin(f, f->path.data, f->path.size);
  f->path.size = own;
  return yes;
}

static int add_level(csto_folder *f, const level *l) {
  if (f->nlevels == f->caplevels) {
    size_t c = f->caplevels ? f->caplevels * 2 : 16;
    level *p = csto_realloc(f->levels, c * sizeof *p);
    if (!p) return CSTO_NOMEM;
    f->levels = p;
    f->caplevels = c;
  }
  f->levels[f->nlevels++] = *l;
  return CSTO_OK;
}

/* Opens the folder whose relative path is in f->path.  CSTO_IO: it cannot
** be read. */
static int push(csto_folder *f) {
  level l;
  size_t cap = 0, own;
  DIR *d;
  struct dirent *e;
  int rc = CSTO_OK;
  memset(&l, 0, sizeof l);
  l.path = own = f->path.size;
  full_path(f, f->path.data, own ? own - 1 : 0);
  if (f->full.rc) return CSTO_NOMEM;
  d = opendir(f->full.data);
  if (!d) return CSTO_IO;
  while (rc == CSTO_OK && (e = readdir(d)) != NULL)
    if (wanted(f, own, e->d_name))
      rc = add_name(&l, &cap, kind_of(d, e), e->d_name);
  closedir(d);
  f->path.size = own;
  if (rc == CSTO_OK) rc = sort(&l);
  if (rc == CSTO_OK) rc = add_level(f, &l);
  if (rc != CSTO_OK) close_level(&l);
  return rc;
}

static int matches(const csto_folder *f) {
  const char *s = f->path.data, *slash;
  if (!f->pattern) return 1;
  if (!strchr(f->pattern, '/') && (slash = strrchr(s, '/')) != NULL)
    s = slash + 1;
  return csto_glob(f->pattern, s);
}

static void fail(csto_folder *f, csto_entry *e, const char *what, int err) {
  csto_buf_clear(&f->err);
  csto_buf_puts(&f->err, what);
  if (err) {
    csto_buf_puts(&f->err, ": ");
    csto_buf_puts(&f->err, strerror(err));
  }
  e->error = f->err.data ? f->err.data : what;
}

/* Does the link at f->full lead to a place inside the folder?  Its kind, or
** -1 with the entry's error set. */
static int resolve(csto_folder *f, csto_entry *e) {
  char *r = realpath(f->full.data, NULL);
  struct stat st;
  size_t n = strlen(f->real);
  int kind;
  if (!r) {
    fail(f, e, "link that leads nowhere", errno);
    return -1;
  }
  if (strncmp(r, f->real, n) != 0 || (r[n] != '/' && r[n] && n > 1)) {
    fail(f, e, "link out of the folder", 0);
    kind = -1;
  } else if (stat(r, &st) != 0) {
    fail(f, e, "cannot be looked at", errno);
    kind = -1;
  } else {
    kind = S_ISREG(st.st_mode) ? K_FILE : S_ISDIR(st.st_mode) ? K_DIR
                                                              : K_OTHER;
  }
  free(r);
  return kind;
}

static void look(csto_folder *f, csto_entry *e) {
  struct stat st;
  if (stat(f->full.data, &st) != 0) {
    fail(f, e, "cannot be looked at", errno);
    return;
  }
  e->size = (int64_t)st.st_size;
  e->mtime = (int64_t)st.st_mtim.tv_sec;
  e->mtime_ns = (uint32_t)st.st_mtim.tv_nsec;
}

void csto_folder_stat(csto_folder *f, csto_entry *e) { look(f, e); }

/* Fills e for the path in f->path.  1: an entry, 0: none. */
static int entry(csto_folder *f, int kind, csto_entry *e) {
  memset(e, 0, sizeof *e);
  e->size = -1;
  e->path = f->path.data;
  full_path(f, f->path.data, f->path.size);
  if (f->full.rc) return 0;
  if (kind == K_LINK) {
    kind = resolve(f, e);
    if (kind == K_DIR) return 0;     /* what it holds is walked anyway */
    if (kind < 0) return 1;
  }
  if (kind == K_FILE) {
    if (f->stats) look(f, e);
  } else if (kind == K_UNKNOWN) {
    fail(f, e, "cannot be looked at", 0);
  } else {
    fail(f, e, "not a regular file", 0);
  }
  return 1;
}

static int only_one(csto_folder *f, csto_entry *e) {
  struct stat st;
  const char *s = f->only;
  f->done = 1;
  if (s[0] == '/' || s[0] == 0 || strcmp(s, "..") == 0 ||
      strncmp(s, "../", 3) == 0 || strstr(s, "/../") || strstr(s, "//") ||
      strncmp(s, "./", 2) == 0 || strstr(s, "/./") ||
      (strlen(s) > 2 && strcmp(s + strlen(s) - 3, "/..") == 0))
    return CSTO_DONE;
  csto_buf_clear(&f->path);
  csto_buf_puts(&f->path, s);
  if (f->path.rc) return CSTO_NOMEM;
  if (!matches(f) || !may_begin(f, s, strlen(s))) return CSTO_DONE;
  full_path(f, s, strlen(s));
  if (f->full.rc) return CSTO_NOMEM;
  if (lstat(f->full.data, &st) != 0 || S_ISDIR(st.st_mode)) return CSTO_DONE;
  if (strchr(s, '/')) {              /* no linked folder on the way */
    csto_entry x;
    char *slash, *r;
    size_t n = strlen(f->dir);
    int linked = 0;
    for (slash = f->full.data + n + 1; (slash = strchr(slash, '/')) != NULL;
         slash++) {
      struct stat d;
      *slash = 0;
      if (lstat(f->full.data, &d) != 0 || S_ISLNK(d.st_mode)) linked = 1;
      *slash = '/';
    }
    (void)x;
    (void)r;
    if (linked) return CSTO_DONE;
  }
  return entry(f, S_ISREG(st.st_mode) ? K_FILE
                  : S_ISLNK(st.st_mode) ? K_LINK : K_OTHER, e)
             ? CSTO_OK : f->full.rc ? CSTO_NOMEM : CSTO_DONE;
}

int csto_folder_next(csto_folder *f, csto_entry *e) {
  if (f->done) return CSTO_DONE;
  if (f->only) return only_one(f, e);
  while (f->nlevels) {
    level *l = &f->levels[f->nlevels - 1];
    const char *name;
    int rc;
    if (l->at == l->n) {
      close_level(l);
      f->nlevels--;
      continue;
    }
    name = l->names + l->order[l->at++];
    f->path.size = l->path;
    csto_buf_puts(&f->path, name + 1);
    if (f->path.rc) return CSTO_NOMEM;
    if (name[0] == K_DIR) {
      csto_buf_putc(&f->path, '/');
      if (f->path.rc) return CSTO_NOMEM;
      if (!may_begin(f, f->path.data, f->path.size)) continue;
      rc = f->nlevels > 500 ? CSTO_IO : push(f);
      if (rc == CSTO_OK) continue;
      if (rc != CSTO_IO) return rc;
      memset(e, 0, sizeof *e);
      e->size = -1;
      e->path = f->path.data;
      fail(f, e, "folder cannot be read",
           f->nlevels > 500 ? ENAMETOOLONG : errno);
      return CSTO_OK;
    }
    if (!may_begin(f, f->path.data, f->path.size) ||
        f->path.size < f->nbegin || !matches(f))
      continue;
    if (entry(f, name[0], e)) return CSTO_OK;
    if (f->full.rc) return CSTO_NOMEM;
  }
  f->done = 1;
  return CSTO_DONE;
}

int csto_folder_open(csto_folder **out, const char *dir, const char *pattern,
                     const char *only, const char *begin, int stats,
                     csto_buf *err) {
  csto_folder *f = csto_malloc(sizeof *f);
  struct stat st;
  int rc = CSTO_OK;
  *out = NULL;
  if (!f) return CSTO_NOMEM;
  memset(f, 0, sizeof *f);
  csto_buf_init(&f->path);
  csto_buf_init(&f->full);
  csto_buf_init(&f->err);
  f->stats = stats;
  f->fd = -1;
  csto_buf_init(&f->lines);
  f->dir = copy_of(dir[0] ? dir : ".");
  if (pattern) f->pattern = copy_of(pattern);
  if (only) f->only = copy_of(only);
  if (begin) f->begin = copy_of(begin);
  if (!f->dir || (pattern && !f->pattern) || (only && !f->only) ||
      (begin && !f->begin)) {
    csto_folder_close(f);
    return CSTO_NOMEM;
  }
  if (begin) f->nbegin = strlen(begin);
  while (strlen(f->dir) > 1 && f->dir[strlen(f->dir) - 1] == '/')
    f->dir[strlen(f->dir) - 1] = 0;
  f->real = realpath(f->dir, NULL);
  if (!f->real || stat(f->dir, &st) != 0) {
    csto_buf_printf(err, "folder '%s' cannot be read: %s", dir,
                    strerror(errno));
    rc = CSTO_IO;
  } else if (!S_ISDIR(st.st_mode)) {
    csto_buf_printf(err, "'%s' is not a folder", dir);
    rc = CSTO_IO;
  } else if (!only) {
    rc = push(f);
    if (rc == CSTO_IO)
      csto_buf_printf(err, "folder '%s' cannot be read: %s", dir,
                      strerror(errno));
  }
  if (rc != CSTO_OK) {
    csto_folder_close(f);
    return rc;
  }
  *out = f;
  return CSTO_OK;
}

static void close_lines(csto_folder *f) {
  if (f->fd >= 0) close(f->fd);
  f->fd = -1;
  csto_buf_clear(&f->lines);
  f->at = 0;
}

/* Reads more of the file behind what is in f->lines: bytes, 0 at the end,
** -1 on failure. */
static ssize_t more(csto_folder *f) {
  ssize_t got;
  char *to;
  if (f->at && f->lines.data) {  /* what was given makes room */
    memmove(f->lines.data, f->lines.data + f->at, f->lines.size - f->at);
    f->lines.size -= f->at;
    f->at = 0;
  }
  to = csto_buf_reserve(&f->lines, 1 << 20);
  if (!to) return -1;
  do {
    got = read(f->fd, to, 1 << 20);
  } while (got < 0 && errno == EINTR);
  if (got > 0) f->lines.size += (size_t)got;
  return got;
}

/* Opens the entry's file without waiting for anything; -1: *e says why. */
static int open_file(csto_folder *f, csto_entry *e) {
  int fd;
  memset(e, 0, sizeof *e);
  fd = open(f->full.data, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) fail(f, e, "cannot be opened", errno);
  return fd;
}

/* Reads on until a whole line stands at f->at; *end is its end.  1: with its
** newline, 0: it is the file's end, -1: it cannot be read.  Bytes of a line
** longer than most are dropped and counted in *lost. */
static int whole_line(csto_folder *f, int64_t most, size_t *end,
                      int64_t *lost) {
  size_t seen = 0;
  for (;;) {
    size_t left = f->lines.size - f->at;
    const char *from = f->lines.data ? f->lines.data + f->at : "";
    const char *nl = left > seen ? memchr(from + seen, '\n', left - seen)
                                 : NULL;
    ssize_t got;
    if (nl) {
      *end = (size_t)(nl - f->lines.data);
      return 1;
    }
    seen = left;
    if ((int64_t)left > most) {
      *lost += (int64_t)left;
      f->at = f->lines.size;
      seen = 0;
    }
    got = more(f);
    *end = f->lines.size;
    if (got <= 0) return (int)got;
  }
}

int csto_folder_line(csto_folder *f, int64_t most, const char **s, size_t *n,
                     const char **error) {
  int64_t lost = 0;
  csto_entry e;
  *error = NULL;
  *n = 0;
  memset(&e, 0, sizeof e);
  if (f->fd < 0 && (f->fd = open_file(f, &e)) < 0) {
    *error = e.error;
    return CSTO_IO;
  }
  for (;;) {
    size_t end;
    int ended = whole_line(f, most, &end, &lost);
    if (ended < 0) {
      if (f->lines.rc) return CSTO_NOMEM;
      fail(f, &e, "cannot be read", errno);
      *error = e.error;
      close_lines(f);
      return CSTO_IO;
    }
    if (!ended && f->lines.size == f->at && !lost) {
      close_lines(f);
      return CSTO_DONE;
    }
    *s = f->lines.data + f->at;
    *n = end - f->at;
    f->at = end + (size_t)ended;
    if (lost) {
      *n = 0;
      *error = "a line is too long to be read";
      return CSTO_OK;
    }
    if (*n) return CSTO_OK;
  }
}

/* The open file's bytes, st_size of them or more, to b.  On failure *e says
** why. */
static int read_all(csto_folder *f, int fd, off_t size, int64_t most,
                    csto_buf *b, csto_entry *e) {
  size_t want = (size_t)size + 1;
  for (;;) {
    char *to = csto_buf_reserve(b, want);
    ssize_t got;
    if (!to) return CSTO_NOMEM;
    got = read(fd, to, want);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      fail(f, e, "cannot be read", errno);
      return CSTO_IO;
    }
    if (got == 0) return CSTO_OK;
    b->size += (size_t)got;
    if ((int64_t)b->size > most) {
      fail(f, e, "grew too large while it was read", 0);
      return CSTO_IO;
    }
    want = (size_t)got < want ? want - (size_t)got : 65536;
  }
}

int csto_folder_read(csto_folder *f, csto_buf *b, int64_t most,
                     const char **error) {
  struct stat st;
  csto_entry e;
  int fd, rc = CSTO_IO;
  csto_buf_clear(b);
  fd = open_file(f, &e);
  if (fd < 0) {
    *error = e.error;
    return CSTO_IO;
  }
  if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
    fail(f, &e, "not a regular file", 0);
  } else if ((int64_t)st.st_size > most) {
    csto_buf_clear(&f->err);
    csto_buf_printf(&f->err, "too large: %lld bytes, at most %lld are read",
                    (long long)st.st_size, (long long)most);
    e.error = f->err.data;
  } else {
    rc = read_all(f, fd, st.st_size, most, b, &e);
    if (b->data && b->size < b->cap) b->data[b->size] = 0;
  }
  close(fd);
  *error = e.error;
  return rc;
}

void csto_folder_close(csto_folder *f) {
  size_t i;
  if (!f) return;
  for (i = 0; i < f->nlevels; i++) close_level(&f->levels[i]);
  csto_free(f->levels);
  csto_free(f->dir);
  csto_free(f->pattern);
  csto_free(f->only);
  csto_free(f->begin);
  free(f->real);
  close_lines(f);
  csto_buf_free(&f->lines);
  csto_buf_free(&f->path);
  csto_buf_free(&f->full);
  csto_buf_free(&f->err);
  csto_free(f);
}
