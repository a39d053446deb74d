/* machine.h - what the module asks of the machine it is built for.
**
** Numbers of the tagger's model stand in memory as they stand in the file, in
** little-endian order; and its sums are to be the same on every machine, so
** floats are computed as floats.  A machine that does otherwise is refused
** here, where the reason can be read, and not by other answers.
*/
#ifndef CSTO_MACHINE_H
#define CSTO_MACHINE_H
#include <float.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "csto needs a little-endian machine: the tagger's model is little-endian"
#endif
#if FLT_EVAL_METHOD != 0
#error "csto needs plain floats: on 32-bit x86 compile with -msse2 -mfpmath=sse"
#endif

#endif
