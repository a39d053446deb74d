/* types.c - the names of the entity types, as SQL shows them. */
#include "entity/entity.h"
#include <string.h>

const char *csto_etype_name(csto_etype t) {
  static const char *const names[CSTO_NETYPE] = {
      "PERSON", "ORG", "GPE", "LOC", "DATE",
      "EVENT", "ROLE", "DOC", "NORP", "QUANTITY"};
  return t < CSTO_NETYPE ? names[t] : "";
}

csto_etype csto_etype_of(const char *name) {
  int t = 0;
  while (t < CSTO_NETYPE && strcmp(name, csto_etype_name((csto_etype)t))) t++;
  return (csto_etype)t;
}
