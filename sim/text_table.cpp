#include "sim/text_table.hpp"

#include "sim/wording.hpp"

#include <algorithm>
#include <cassert>

namespace tumen {
namespace {

/// Least width of the last column, however narrow the page.
constexpr std::size_t least_wrap = 24;

std::string padded(const std::string& cell, std::size_t width, TextTable::Align align) {
  const std::size_t length = characters(cell);
  const std::string gap(width > length ? width - length : 0, ' ');
  return align == TextTable::Align::right ? gap + cell : cell + gap;
}

void trim_end(std::string& text) {
  while (!text.empty() && text.back() == ' ') {
    text.pop_back();
  }
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (!line.empty() && characters(line) + 1 + characters(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  lines.push_back(std::move(line));
  return lines;
}

std::string wrapped_text(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrapped(text, width)) {
    out += line + "\n";
  }
  return out;
}

void TextTable::add(std::vector<std::string> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back({std::move(cells), {}});
}

void TextTable::note(std::string text) {
  rows_.back().note = std::move(text);
}

std::vector<std::size_t> TextTable::widths(std::size_t page) const {
  std::vector<std::size_t> width;
  std::size_t indent = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t widest = characters(columns_[c].title);
    for (const Row& row : rows_) {
      widest = std::max(widest, characters(row.cells[c]));
    }
    const bool is_last = c + 1 == columns_.size();
    const std::size_t room = page > indent + least_wrap ? page - indent : least_wrap;
    width.push_back(is_last ? std::min(widest, room) : widest);
    indent += widest + 2;
  }
  return width;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& width) const {
  std::string start;
  for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
    start += padded(cells[c], width[c], columns_[c].align) + "  ";
  }
  const std::string indent(characters(start), ' ');
  std::string out;
  for (const std::string& part : wrapped(cells.back(), width.back())) {
    std::string full =
        (out.empty() ? start : indent) + padded(part, width.back(), columns_.back().align);
    trim_end(full);
    out += full + "\n";
  }
  return out;
}

std::string TextTable::text(std::size_t page) const {
  const std::vector<std::size_t> width = widths(page);
  std::vector<std::string> titles;
  for (const Column& column : columns_) {
    titles.push_back(column.title);
  }
  std::string out = line(titles, width);
  for (const Row& row : rows_) {
    out += line(row.cells, width);
    const std::size_t lead = row.note.find_first_not_of(' ');
    if (lead != std::string::npos) {
      for (const std::string& part : wrapped(row.note.substr(lead), page - lead)) {
        out += std::string(lead, ' ') + part + "\n";
      }
    }
  }
  return out;
}

}  // namespace tumen
