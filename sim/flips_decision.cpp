#include "sim/flips_decision.hpp"

namespace tumen {
namespace {

struct Words {
  std::string_view was, was_not, would, would_not;
};

constexpr std::array<Words, 6> words = {{
    {"talks opened", "talks did not open", "talks would have opened",
     "talks would not have opened"},
    {"it was signed", "it was not signed", "it would have been signed",
     "it would not have been signed"},
    {"talks went on", "talks ended", "talks would have gone on", "talks would have ended"},
    {"it was ratified", "it was not ratified", "it would have been ratified",
     "it would not have been ratified"},
    {"it entered into force", "it did not enter into force", "it would have entered into force",
     "it would not have entered into force"},
    {"it was kept", "it was broken", "it would have been kept", "it would have been broken"},
}};

}  // namespace

std::string_view reversal_text(const Decision& decision) {
  const Words& w = words[index_of(decision.kind)];
  return decision.happened ? w.would_not : w.would;
}

std::string_view decision_text(const Decision& decision) {
  const Words& w = words[index_of(decision.kind)];
  return decision.happened ? w.was : w.was_not;
}

}  // namespace tumen
