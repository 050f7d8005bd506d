// The lanes for one instruction set. The build compiles this file once for each, with its flags,
// and hides every symbol but one: an inline function that is also needed elsewhere must not come
// from here, for the linker keeps one copy of it and that one would run on processors without the
// set.
#include "sim/lanes/run_block.hpp"

#if !defined(TUMEN_UNIT)
#error "TUMEN_UNIT names the function that this unit exports"
#endif

extern "C" void TUMEN_UNIT(const tumen::Block* block) {
  if (block->in_double) {
    tumen::run_lanes<double>(*block);
  } else {
    tumen::run_lanes<float>(*block);
  }
}
