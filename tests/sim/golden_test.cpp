// Same seed, same bytes on any compiler, CPU and build type: every Real of every state of three
// scenarios, hashed. A change here is a change of results: say so in the commit and approve it.
#include "sim/number.hpp"
#include "tests/support/scenes.hpp"

#include <cstdlib>
#include <cstring>
#include <fstream>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// FNV-1a over the bytes of a table of states.
template <class Row>
void mix(std::uint64_t& hash, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::array<unsigned char, sizeof(Row)> bytes;
    std::memcpy(bytes.data(), &row, sizeof(Row));
    for (const unsigned char byte : bytes) {
      hash = (hash ^ byte) * 0x100000001b3ULL;
    }
  }
}

template <class Real>
std::uint64_t hash_of_run(const std::string& name) {
  const Scenario s = scenes::load(name);
  Simulation<Real> sim(s, {1, 0});
  sim.start();
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    sim.step();
    mix(hash, std::vector{sim.world().market});
    mix(hash, sim.world().countries);
    mix(hash, sim.world().pairs);
    mix(hash, sim.world().corridors);
    mix(hash, sim.world().debts);
    mix(hash, sim.world().packages);
    mix(hash, sim.world().parties);
    mix(hash, sim.world().terms);
  }
  return hash;
}

}  // namespace

TEST_CASE("the bits of three scenarios are those on file", "[golden]") {
  const std::string file = std::string(TUMEN_SOURCE_DIR) + "/tests/golden/hashes.txt";
  std::string now;
  for (const char* name : {"debt-only", "debt-for-pipeline-2011", "hindcast-1990-2024"}) {
    std::array<char, 128> line{};
    std::snprintf(line.data(), line.size(), "%s float %016llx double %016llx\n", name,
                  static_cast<unsigned long long>(hash_of_run<float>(name)),
                  static_cast<unsigned long long>(hash_of_run<double>(name)));
    now += line.data();
  }
  if (std::getenv("TUMEN_APPROVE") != nullptr) {
    std::ofstream(file) << now;
  }
  std::ifstream in(file);
  const std::string kept((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(now == kept);
}
