#include "sim/batch/batch.hpp"

#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("spans of runs that touch become one", "[batch]") {
  RunSet set;
  set.add({10, 20});
  set.add({30, 40});
  CHECK(set.text() == "10-19, 30-39");
  set.add({20, 30});
  CHECK(set.spans() == std::vector<RunSpan>{{10, 40}});
  set.add({5, 5});
  CHECK(set.size() == 30);
  CHECK(set.missing_from({0, 50}).text() == "0-9, 40-49");
  CHECK(set.missing_from({12, 15}).text() == "none");
}

TEST_CASE("a set of runs is what a set of numbers is", "[batch]") {
  std::mt19937 draw(4);
  for (int round = 0; round < 300; ++round) {
    std::set<std::uint32_t> numbers[2];
    RunSet sets[2];
    for (int k = 0; k < 12; ++k) {
      const auto first = static_cast<std::uint32_t>(draw() % 60);
      const auto last = static_cast<std::uint32_t>(first + draw() % 9);
      sets[k % 2].add({first, last});
      for (std::uint32_t run = first; run < last; ++run) {
        numbers[k % 2].insert(run);
      }
    }
    const RunSet shared = sets[0].shared_with(sets[1]);
    const RunSet missing = sets[0].missing_from({5, 50});
    for (std::uint32_t run = 0; run < 80; ++run) {
      const RunSet one(RunSpan{run, run + 1});
      const bool in_first = numbers[0].contains(run);
      CHECK((sets[0].shared_with(one).size() == 1) == in_first);
      CHECK((shared.shared_with(one).size() == 1) == (in_first && numbers[1].contains(run)));
      CHECK((missing.shared_with(one).size() == 1) == (!in_first && run >= 5 && run < 50));
    }
    ByteWriter out;
    sets[0].write(out);
    ByteReader in(out.bytes());
    CHECK(RunSet::read(in) == sets[0]);
  }
}

TEST_CASE("the parts of a batch are whole blocks and make up the whole", "[batch]") {
  for (const std::uint32_t runs : {1U, 15U, 16U, 17U, 1000U, 4'000'000'000U}) {
    for (const std::uint32_t count : {1U, 2U, 3U, 7U, 100U}) {
      std::uint32_t next = 0;
      for (std::uint32_t index = 1; index <= count; ++index) {
        const RunSpan span = runs_of(runs, {index, count});
        if (span.size() > 0) {
          CHECK(span.first == next);
          CHECK(span.first % block_runs == 0);
          next = span.last;
        }
      }
      CHECK(next == runs);
    }
  }
}

TEST_CASE("what is missing of a batch is cut into parts too", "[batch]") {
  RunSet missing;
  missing.add({32, 64});
  missing.add({96, 101});
  missing.add({160, 320});
  RunSet sum;
  for (std::uint32_t index = 1; index <= 5; ++index) {
    const RunSet part = part_of(missing, {index, 5});
    CHECK(part.shared_with(sum).size() == 0);
    sum.add(part);
  }
  CHECK(sum == missing);
  // Seven blocks in two parts are three and four.
  CHECK(part_of(missing, {1, 2}).text() == "32-63, 96-100, 160-191");
}
