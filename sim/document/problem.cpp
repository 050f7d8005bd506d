#include "sim/document/problem.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tumen {
namespace {

constexpr std::size_t most_characters = 60;
constexpr std::size_t most_names = 40;

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

void append_escaped(std::string& out, char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(byte);
  if (byte == '\n') {
    out += "\\n";
  } else if (byte == '\t') {
    out += "\\t";
  } else if (code < 0x20U || code == 0x7FU) {
    out += "\\x";
    out += digits[code >> 4U];
    out += digits[code & 15U];
  } else {
    out += byte;
  }
}

}  // namespace

std::string to_string(const Place& place) {
  if (place.line <= 0) {
    return place.file;
  }
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string Problem::message() const {
  std::string out = to_string(place);
  const auto append = [&out](std::string_view separator, const std::string& part) {
    if (part.empty()) {
      return;
    }
    if (!out.empty()) {
      out += separator;
    }
    out += part;
  };
  append(": ", key);
  append(": ", found);
  if (!allowed.empty()) {
    append("; ", "allowed: " + allowed);
  }
  if (!nearest.empty()) {
    append("; ", "did you mean \"" + nearest + "\"?");
  }
  return out;
}

void Problems::add(Problem problem) {
  ++count_;
  if (!is_full()) {
    kept_.push_back(std::move(problem));
  }
}

std::vector<Problem> Problems::sorted() const {
  // By pointer: equal places then keep their order without the standard library's stable_sort,
  // which clang 19 refuses over a deprecated helper inside libstdc++ 12.
  std::vector<const Problem*> order;
  for (const Problem& problem : kept_) {
    order.push_back(&problem);
  }
  std::sort(order.begin(), order.end(), [](const Problem* a, const Problem* b) {
    return std::tie(a->place.file, a->place.line, a->place.column, a) <
           std::tie(b->place.file, b->place.line, b->place.column, b);
  });
  std::vector<Problem> out;
  for (const Problem* problem : order) {
    out.push_back(*problem);
  }
  return out;
}

std::string Problems::text() const {
  std::string out;
  for (const Problem& problem : sorted()) {
    out += problem.message() + "\n";
  }
  if (count_ > kept_.size()) {
    out += "and " + std::to_string(count_ - kept_.size()) + " more\n";
  }
  return out;
}

void Problems::throw_if_any() const {
  if (!empty()) {
    throw InputError(*this);
  }
}

InputError::InputError(Problems problems)
    : std::runtime_error(problems.text()), problems_(std::move(problems)) {}

std::string printable(std::string_view text) {
  std::string out;
  std::size_t characters = 0;
  for (const char byte : text) {
    if (starts_character(byte) && ++characters > most_characters) {
      return out + "...";
    }
    append_escaped(out, byte);
  }
  return out;
}

std::string in_quotes(std::string_view text) {
  return "\"" + printable(text) + "\"";
}

std::string join_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) {
    if (i > 0) {
      out += ", ";
    }
    out += printable(names[i]);
  }
  if (names.size() > most_names) {
    out += " and " + std::to_string(names.size() - most_names) + " more";
  }
  return out;
}

}  // namespace tumen
