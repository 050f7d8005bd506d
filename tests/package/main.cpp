#include "sim/version.hpp"

#include <cstdio>
#include <string>

int main() {
  const std::string version{tumen::version()};
  std::printf("built against tumen %s\n", version.c_str());
  return version.empty() ? 1 : 0;
}
