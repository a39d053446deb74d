/* types.c - the names of the entity types, as SQL shows them. */
#include "entity/entity.h"

const char *csto_etype_name(csto_etype t) {
  static const char *const names[CSTO_NETYPE] = {
      "PERSON", "ORG", "GPE", "LOC", "DATE",
      "EVENT", "ROLE", "DOC", "NORP", "QUANTITY"};
  return t < CSTO_NETYPE ? names[t] : "";
}
