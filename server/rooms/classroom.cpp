// Texts of the classroom: briefs, quiz, deals to start from, questions.
#include "server/rooms/classroom.hpp"

#include "server/rooms/view.hpp"
#include "sim/json_reader.hpp"

#include <algorithm>

namespace tumen::server::rooms {
namespace {

struct Brief {
  std::string_view country, want, fear, lever, objective, measure;
};
constexpr std::array briefs = {
#define TUMEN_BRIEF(code, want, fear, lever, objective, measure) \
  Brief{#code, want, fear, lever, objective, measure},
#include "server/rooms/briefs.inc"
#undef TUMEN_BRIEF
};

struct QuizQuestion {
  std::string_view text;
  std::array<std::string_view, quiz_options> options;
};
constexpr std::array<QuizQuestion, quiz_questions> quiz = {{
#define TUMEN_QUIZ(text, a, b, c, d, e) {text, {a, b, c, d, e}},
#include "server/rooms/classroom.inc"
#undef TUMEN_QUIZ
}};

struct Question {
  std::string_view concept_name, text;
};
constexpr std::array questions = {
#define TUMEN_QUESTION(concept_name, text) Question{concept_name, text},
#include "server/rooms/classroom.inc"
#undef TUMEN_QUESTION
};

struct ReadyText {
  std::string_view country, title, why, draft;
};
constexpr std::array ready_texts = {
#define TUMEN_READY(code, title, why, draft) ReadyText{#code, title, why, draft},
#include "server/rooms/ready.inc"
#undef TUMEN_READY
};

}  // namespace

std::vector<ReadyDeal> ready_deals(const Room& room, std::string_view country) {
  std::vector<ReadyDeal> out;
  for (const ReadyText& text : ready_texts) {
    if (text.country != country) {
      continue;
    }
    std::vector<std::string> errors;
    ReadyDeal deal{std::string(text.title), std::string(text.why),
                   draft_from(parse_json_object(text.draft), "draft", errors)};
    if (errors.empty() &&
        mistakes_of(deal.draft, *room.scenario, room.catalogue->instruments).empty()) {
      out.push_back(std::move(deal));
    }
  }
  return out;
}

JsonObject viewing::brief_json(const std::string& country, bool with_objective) {
  const auto* const found = std::find_if(briefs.begin(), briefs.end(),
                                         [&](const Brief& b) { return b.country == country; });
  if (found == briefs.end()) {
    return {};
  }
  JsonObject out{{"want", found->want}, {"fear", found->fear}, {"lever", found->lever}};
  if (with_objective) {
    out["objective"] = found->objective;
    out["measure"] = found->measure;
  }
  return out;
}

JsonArray viewing::quiz_json() {
  JsonArray out;
  for (const QuizQuestion& question : quiz) {
    JsonArray options;
    for (const std::string_view option : question.options) {
      options.emplace_back(option);
    }
    out.push_back(JsonObject{{"text", question.text}, {"options", std::move(options)}});
  }
  return out;
}

JsonArray viewing::questions_json() {
  JsonArray out;
  for (const Question& question : questions) {
    out.push_back(JsonObject{{"concept", question.concept_name}, {"text", question.text}});
  }
  return out;
}

bool viewing::has_answered(const Room& room, std::string_view speaker, bool is_after) {
  return std::any_of(room.beliefs.begin(), room.beliefs.end(), [&](const Belief& belief) {
    return belief.speaker == speaker && belief.is_after == is_after;
  });
}

}  // namespace tumen::server::rooms
