#include "sim/simulation.hpp"

namespace tumen {

template class Simulation<float>;
template class Simulation<double>;

}  // namespace tumen
