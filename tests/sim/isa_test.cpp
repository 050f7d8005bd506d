// The instruction set and the number of threads are means, not inputs: an ensemble is the same bits
// on all of them, a block that is not full included.
#include "sim/lanes/isa.hpp"

#include "sim/ensemble.hpp"
#include "tests/support/scenes.hpp"

#include <cstring>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Whether two ensembles hold the same bits, missing values included.
bool same_bits(const Ensemble& a, const Ensemble& b) {
  bool same = a.values.size() == b.values.size() && a.done == b.done;
  for (std::size_t k = 0; same && k < a.values.size(); ++k) {
    same = a.values[k].size() == b.values[k].size() &&
           std::memcmp(a.values[k].data(), b.values[k].data(),
                       a.values[k].size() * sizeof(double)) == 0;
  }
  return same;
}

EnsembleSettings settings_of(std::uint32_t runs, Isa isa) {
  EnsembleSettings settings;
  settings.seed = 5;
  settings.runs = runs;
  settings.isa = isa;
  return settings;
}

void check_all_isas(const char* name, bool in_double) {
  const Scenario s = scenes::load(name);
  const std::vector<Outcome> outcomes = default_outcomes(s);
  EnsembleSettings settings = settings_of(2 * block_runs + 7, Isa::scalar);
  settings.in_double = in_double;
  const Ensemble scalar = run_ensemble(s, outcomes, settings);
  for (const Isa isa : available_isas()) {
    settings.isa = isa;
    INFO(name << " on " << isa_name(isa));
    CHECK(same_bits(run_ensemble(s, outcomes, settings), scalar));
  }
  settings.seed = 6;  // and other luck is other bits
  CHECK_FALSE(same_bits(run_ensemble(s, outcomes, settings), scalar));
}

}  // namespace

TEST_CASE("every instruction set gives the bits of scalar runs", "[sim][lanes][isa]") {
  CHECK(is_available(Isa::scalar));
  CHECK(is_available(Isa::baseline));
  for (const Isa isa : available_isas()) {
    WARN("ran on " << isa_name(isa));
  }
  check_all_isas("debt-only", false);
  check_all_isas("debt-only", true);
}

TEST_CASE("every instruction set gives the bits of scalar runs in the main scenario",
          "[sim][lanes][isa][long]") {
  check_all_isas("debt-for-pipeline-2011", false);
  check_all_isas("debt-for-pipeline-2011", true);
}

TEST_CASE("1, 2, 3 and 8 threads give the same ensemble", "[sim][lanes][isa]") {
  const Scenario s = scenes::load("debt-only");
  const std::vector<Outcome> outcomes = default_outcomes(s);
  EnsembleSettings settings = settings_of(5 * block_runs + 3, widest_isa());
  settings.threads = 1;
  const Ensemble one = run_ensemble(s, outcomes, settings);
  for (const int threads : {2, 3, 8}) {
    settings.threads = threads;
    INFO(threads << " threads");
    CHECK(same_bits(run_ensemble(s, outcomes, settings), one));
  }
}

TEST_CASE("a run of an ensemble does not depend on the block it stands in", "[sim][lanes][isa]") {
  const Scenario s = scenes::load("debt-only");
  const std::vector<Outcome> outcomes = default_outcomes(s);
  EnsembleSettings settings = settings_of(40, widest_isa());
  const Ensemble all = run_ensemble(s, outcomes, settings);
  settings.first_run = 13;
  settings.runs = 1;
  const Ensemble single = run_ensemble(s, outcomes, settings);
  CHECK(std::memcmp(single.values[0].data(), all.values[13].data(),
                    outcomes.size() * sizeof(double)) == 0);
}
