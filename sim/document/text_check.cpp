#include "sim/document/text_check.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace tumen {
namespace {

// Bytes of the UTF-8 character at the start of `rest`, or 0 if it is not valid (overlong forms,
// surrogates and values above U+10FFFF are not). RFC 3629, section 4.
std::size_t character_bytes(std::string_view rest) {
  const auto byte = [&rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const auto lead = byte(0);
  if (lead < 0x80U) {
    return 1;
  }
  std::size_t length = 0;
  if (lead >= 0xC2U && lead <= 0xDFU) {
    length = 2;
  }
  if (lead >= 0xE0U && lead <= 0xEFU) {
    length = 3;
  }
  if (lead >= 0xF0U && lead <= 0xF4U) {
    length = 4;
  }
  if (length == 0 || rest.size() < length) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) {
      return 0;
    }
  }
  const auto second = byte(1);
  const bool is_bad = (lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second > 0x9FU) ||
                      (lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second > 0x8FU);
  return is_bad ? 0 : length;
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (first < 0x20U) {
    return first != '\n' && first != '\t' && first != '\r';
  }
  if (first == 0x7FU) {
    return true;
  }
  // U+0080 to U+009F: terminals obey some of them.
  return first == 0xC2U && static_cast<unsigned char>(character[1]) < 0xA0U;
}

// Walks over the text once and keeps the line and column of the character it stands at.
class TextScan {
 public:
  TextScan(std::string_view text, const std::string& file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {}

  bool run() {
    while (!is_fatal_ && at_ < text_.size()) {
      step();
    }
    return is_clean_;
  }

 private:
  void step() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t length = character_bytes(rest);
    if (length == 0) {
      return refuse_all("invalid UTF-8", "text in UTF-8");
    }
    if (rest[0] == '\0') {
      return refuse_all("a binary file (it holds a zero byte)", "YAML text");
    }
    if (is_control(rest.substr(0, length))) {
      return refuse_all("a control character", "YAML text");
    }
    if (rest[0] == '\r' && (rest.size() < 2 || rest[1] != '\n')) {
      return refuse_all("a carriage return inside a line", "lines that end in LF or CR LF");
    }
    if (rest[0] == '\t' && is_indentation_) {
      refuse_tab();
    }
    advance(rest[0], length);
  }

  void advance(char first, std::size_t length) {
    at_ += length;
    ++column_;
    if (first == '\n') {
      ++line_;
      column_ = 1;
      is_indentation_ = true;
    } else if (first != ' ') {
      is_indentation_ = false;
    }
  }

  void refuse_tab() {
    is_clean_ = false;
    problems_.add({{file_, line_, column_}, "", "a tab in the indentation", "spaces", ""});
  }

  void refuse_all(std::string found, std::string allowed) {
    is_clean_ = false;
    is_fatal_ = true;
    problems_.add({{file_, line_, column_}, "", std::move(found), std::move(allowed), ""});
  }

  std::string_view text_;
  const std::string& file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  bool is_indentation_ = true;
  bool is_clean_ = true;
  bool is_fatal_ = false;
};

}  // namespace

bool check_text(std::string_view text, const std::string& file, Problems& problems,
                const Limits& limits) {
  if (text.size() > limits.max_bytes) {
    problems.add({{file, 0, 0},
                  "",
                  std::to_string(text.size()) + " bytes of text",
                  "at most " + std::to_string(limits.max_bytes) + " bytes",
                  ""});
    return false;
  }
  return TextScan(text, file, problems).run();
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++count;
    }
  }
  return count;
}

}  // namespace tumen
