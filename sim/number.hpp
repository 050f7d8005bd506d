#pragma once
// The number type of runs and ensembles (docs/decisions/0010): a lane of an ensemble and the run
// that replays it are the same bits, so `run`, `explain` and `batch` share it.
namespace tumen {

using RunReal = float;

}  // namespace tumen
