/* api.h - SQLite's extension API, declared once. */
#ifndef CSTO_API_H
#define CSTO_API_H
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#endif
