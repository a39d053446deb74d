/* csto.h - the version and the entry points of the module. */
#ifndef CSTO_H
#define CSTO_H
#define CSTO_VERSION "0.1.0"
#define CSTO_INDEX_VERSION 1      /* newest index format of the tokenizer */
#endif
