#include "sim/csv_reader.hpp"

#include "sim/document/refuse.hpp"

#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

void trim(std::string& field) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!field.empty() && is_blank(field.back())) {
    field.pop_back();
  }
  std::size_t lead = 0;
  while (lead < field.size() && is_blank(field[lead])) {
    ++lead;
  }
  field.erase(0, lead);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

void refuse_line(const std::string& file, int line, std::string found, std::string allowed,
                 std::string nearest) {
  const std::string place = line > 0 ? fmt::format("{}:{}", file, line) : file;
  refuse_problem({{place, 0, 0}, "", std::move(found), std::move(allowed), std::move(nearest)});
}

CsvReader::CsvReader(std::string_view text, std::string file)
    : text_(text), file_(std::move(file)) {
  if (text_.starts_with("\xEF\xBB\xBF")) {
    text_.remove_prefix(3);
  }
  while (!text_.empty() && (text_.back() == '\n' || text_.back() == '\r')) {
    text_.remove_suffix(1);
  }
}

bool CsvReader::next(std::vector<std::string>& fields) {
  if (is_end()) {
    return false;
  }
  line_ = next_line_;
  std::size_t used = 0;
  for (bool more = true; more;) {
    if (used == fields.size()) {
      fields.emplace_back();
    }
    std::string& field = fields[used++];
    field.clear();
    read_plain(field);
    if (field.empty() && !is_end() && text_[at_] == '"') {
      read_quoted(field);
    }
    more = !is_end() && text_[at_] == ',';
    at_ += more ? 1 : 0;
  }
  fields.resize(used);
  if (!is_end() && !break_line()) {
    refuse_line(file_, line_,
                fmt::format("{} after a quotation mark", in_quotes(text_.substr(at_, 1))),
                "a comma or the end of the line; a quotation mark in a field is written twice");
  }
  return true;
}

bool CsvReader::break_line() {
  if (is_end() || (text_[at_] != '\n' && text_[at_] != '\r')) {
    return false;
  }
  at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
  ++next_line_;
  return true;
}

void CsvReader::read_plain(std::string& field) {
  for (; !is_end(); ++at_) {
    const char c = text_[at_];
    if (c == ',' || c == '\n' || c == '\r') {
      break;
    }
    if (c == '"') {
      trim(field);
      if (field.empty()) {
        return;  // blanks before a quoted field
      }
    }
    if (is_control(c)) {
      refuse_line(file_, next_line_, "a byte that is no text", "a table as text in UTF-8, CSV");
    }
    field += c;
  }
  trim(field);
}

void CsvReader::read_quoted(std::string& field) {
  const int opened = next_line_;
  for (++at_; !is_end();) {
    const char c = text_[at_];
    if (c == '"' && text_.substr(at_, 2) != "\"\"") {
      for (++at_; !is_end() && (text_[at_] == ' ' || text_[at_] == '\t');) {
        ++at_;
      }
      return;
    }
    if (break_line()) {
      field += '\n';
      continue;
    }
    if (is_control(c)) {
      refuse_line(file_, next_line_, "a byte that is no text", "a table as text in UTF-8, CSV");
    }
    field += c;
    at_ += c == '"' ? 2 : 1;
  }
  refuse_line(file_, opened, "a quotation mark that is not closed", "a field in two of them");
}

}  // namespace tumen
