/* tagger.h - the tagger over any model; csto_tag (entity.h) uses the one
** embedded in the module.
*/
#ifndef CSTO_TAGGER_H
#define CSTO_TAGGER_H
#include "entity/entity.h"
#include "entity/features.h"
#include "entity/model.h"

/* As csto_tag.  raw: scores stay the model's own, not calibrated. */
int csto_tag_with(const csto_model *m, csto_doc *d, int raw,
                  csto_mention **out, size_t *nout);

#endif
