// Six parties, three issues of ten values, stacked alternating offers: how many negotiations a
// second one core does in each number type. Usage: alternating_offers PROFILES OUTCOMES [SECONDS]
// reads the preference profiles that the peer reads, writes what was agreed in double and in lanes
// (a line a negotiation: round, value of each issue; -1 without a deal), prints the speeds as JSON.
#include "bench/peers/stacked_offers.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace tumen::peers {
namespace {

using Parties = std::array<Likes<double>, party_count>;

struct Agreement {
  int round = -1;
  std::array<int, issue_count> outcome{-1, -1, -1};
  bool operator==(const Agreement&) const = default;
};

struct Input {
  double concession = 0;
  std::vector<Parties> negotiations;
};

/// First the exponent e, then a line a party: reservation value, then what each value adds.
Input read(const char* file) {
  std::ifstream in(file);
  Input input;
  in >> input.concession;
  for (Parties parties; in;) {
    for (auto& p : parties) {
      in >> p.reserved;
      for (auto& values : p.worth) {
        for (double& v : values) {
          in >> v;
        }
      }
    }
    if (in) {
      input.negotiations.push_back(parties);
    }
  }
  return input;
}

/// The numbers of the strategy, and what a table is made of.
template <class Real>
class Room {
 public:
  explicit Room(double concession)
      : numbers_({1, concession, round_limit + 1, 0}, {}),
        random_(RandomKey<Real>{1, {}}),
        nobody_(Moves<Real>::none(model_)) {
    strategy_.kappa = {0};
    strategy_.concession = {1};
    strategy_.deadline = {2};
    strategy_.reciprocity = {3};
  }
  void hold(Talks<Real>& talks) {
    const Step<Real> step{model_, numbers_, random_, world_, record_};
    negotiate(Table<Real>(step, nobody_), strategy_, talks);
  }

 private:
  Model model_;
  Strategy strategy_;
  Parameters<Real> numbers_;
  Random<Real> random_;
  World<Real> world_;
  Record<Real> record_;
  Moves<Real> nobody_;
};

/// Negotiations `first` .. first + lanes - 1; behind the last one the last is repeated.
template <class Real>
void seat(Talks<Real>& talks, const Input& input, std::size_t first) {
  for (int i = 0; i < RealTraits<Real>::lanes; ++i) {
    const std::size_t k =
        std::min(first + static_cast<std::size_t>(i), input.negotiations.size() - 1);
    for (std::size_t p = 0; p < party_count; ++p) {
      const auto& from = input.negotiations[k][p];
      auto& to = talks.parties[p].likes;
      set_lane(to.reserved, i, static_cast<Scalar<Real>>(from.reserved));
      for (std::size_t j = 0; j < issue_count; ++j) {
        for (std::size_t v = 0; v < value_count; ++v) {
          set_lane(to.worth[j][v], i, static_cast<Scalar<Real>>(from.worth[j][v]));
        }
      }
    }
  }
}

template <class Real>
std::vector<Agreement> negotiate_all(const Input& input) {
  std::vector<Agreement> agreements;
  Room<Real> room(input.concession);
  for (std::size_t k = 0; k < input.negotiations.size(); k += RealTraits<Real>::lanes) {
    Talks<Real> talks;
    seat(talks, input, k);
    room.hold(talks);
    for (int i = 0; i < RealTraits<Real>::lanes; ++i) {
      Agreement& a = agreements.emplace_back();
      a.round = static_cast<int>(lane(talks.round, i));
      for (std::size_t j = 0; j < issue_count && a.round >= 0; ++j) {
        a.outcome[j] = static_cast<int>(lane(talks.agreed[j], i));
      }
    }
  }
  agreements.resize(input.negotiations.size());
  return agreements;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Negotiations a second of processor time, over at least `seconds`; the first pass is not timed.
template <class Real>
double speed(const Input& input, double seconds) {
  std::size_t done = 0;
  const double start = processor_seconds();
  double passed = 0;
  while (passed < seconds) {
    done += negotiate_all<Real>(input).size();
    passed = processor_seconds() - start;
  }
  return static_cast<double>(done) / passed;
}

void write(const std::string& file, const std::vector<Agreement>& agreements) {
  std::ofstream out(file);
  for (const Agreement& a : agreements) {
    out << a.round << ' ' << a.outcome[0] << ' ' << a.outcome[1] << ' ' << a.outcome[2] << '\n';
  }
}

}  // namespace
}  // namespace tumen::peers

int main(int argc, char** argv) {
  using namespace tumen;
  using namespace tumen::peers;
  if (argc < 3) {
    std::fprintf(stderr, "usage: alternating_offers PROFILES OUTCOMES [SECONDS]\n");
    return 2;
  }
  const Input input = read(argv[1]);
  const double seconds = argc > 3 ? std::atof(argv[3]) : 1.0;
  const auto in_double = negotiate_all<double>(input);
  const auto in_float = negotiate_all<float>(input);
  const auto in_lanes = negotiate_all<Lanes<float, 16>>(input);
  write(std::string(argv[2]) + ".double", in_double);
  write(std::string(argv[2]) + ".lanes", in_lanes);
  std::printf(
      "{\"negotiations\": %zu, \"lanes_equal_float\": %s, \"vector_bytes\": %d, "
      "\"per_second\": {\"double\": %.1f, \"float\": %.1f, \"lanes_float_16\": %.1f}}\n",
      input.negotiations.size(), in_lanes == in_float ? "true" : "false", TUMEN_VECTOR_BYTES,
      speed<double>(input, seconds), speed<float>(input, seconds),
      speed<Lanes<float, 16>>(input, seconds));
  return 0;
}
