// Headline, chronicle, and where the page comes from.
#include "sim/chronicle.hpp"
#include "sim/json_reader.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"

#include <array>

#include <fmt/format.h>

namespace tumen::report {
namespace {

std::string_view class_of(Tone tone) {
  constexpr std::array<std::string_view, 5> names = {"t-plain", "t-deal", "t-works", "t-setback",
                                                     "t-shock"};
  return names[index_of(tone)];
}

/// A small sign before a sentence: tones differ by shape as well as by colour.
std::string sign_of(Tone tone) {
  constexpr std::array<std::string_view, 5> signs = {"", "◆", "■", "✕", "▲"};
  const std::string_view sign = signs[index_of(tone)];
  return sign.empty() ? ""
                      : fmt::format("<i class=\"{}\" aria-hidden=\"true\">{}</i>\u00a0",
                                    class_of(tone), sign);
}

/// A word for a shell, in single quotes where it needs them.
std::string shell_word(const std::string& word) {
  const bool is_plain = word.find_first_not_of(
                            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                            "0123456789_-./=:,+") == std::string::npos;
  if (is_plain && !word.empty()) {
    return word;
  }
  std::string quoted = "'";
  for (const char c : word) {
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return quoted + "'";
}

std::string command_of(const Page& page) {
  std::string command =
      "tumen run " + shell_word(page.s.name) + " --seed " + std::to_string(page.trace.seed);
  if (page.trace.run > 0) {
    command += fmt::format(" --run {}", page.trace.run);
  }
  if (static_cast<Id>(page.trace.after.size()) < page.s.model.ticks) {
    command += fmt::format(" --ticks {}", page.trace.after.size());
  }
  command += text_at(page.manifest, "number") == "double" ? " --double" : "";
  for (const std::string& assignment : texts_at(page.manifest, "set")) {
    command += " --set " + shell_word(assignment);
  }
  return command;
}

}  // namespace

std::string headline_part(const Page& page) {
  std::string html = "<ul class=\"short\">\n";
  for (const ChronicleLine& line : headline(page.s, page.trace)) {
    const auto colon = line.text.find(": ");
    const std::string_view text = line.text;
    html += fmt::format("<li><b class=\"{}\">{}</b>{}</li>\n", class_of(line.tone),
                        colon == std::string::npos ? "" : xml_text(text.substr(0, colon)),
                        xml_text(colon == std::string::npos ? text : text.substr(colon)));
  }
  return html + "</ul>\n";
}

std::string chronicle_part(const Page& page) {
  std::string html = fmt::format(
      "<p class=\"key\">Signs: {}deals, {}works, {}setbacks, {}shocks from outside. Every sentence "
      "is "
      "read off events.csv, deals.csv and state.csv.</p>\n",
      sign_of(Tone::deal), sign_of(Tone::works), sign_of(Tone::setback), sign_of(Tone::shock));
  for (const YearStory& year : chronicle(page.s, page.trace)) {
    html += fmt::format("<div class=\"year\"><h3>{}{}</h3><p>", year.from_year,
                        year.to_year > year.from_year ? fmt::format("–{}", year.to_year) : "");
    bool is_first = true;
    for (const ChronicleLine& sentence : year.sentences) {
      html += fmt::format("{}{}<span class=\"{}\">{}</span>", is_first ? "" : " ",
                          sign_of(sentence.tone), class_of(sentence.tone), xml_text(sentence.text));
      is_first = false;
    }
    html += "</p></div>\n";
  }
  return html;
}

std::string origin_part(const Page& page) {
  const JsonObject& m = page.manifest;
  const Json* build_value = m.if_contains("build");
  const JsonObject build =
      build_value != nullptr && build_value->is_object() ? build_value->as_object() : JsonObject{};
  HtmlTable t{"What was run (manifest.json)", {"", ""}, {}};
  const auto add = [&](const char* name, const std::string& text) {
    t.rows.push_back({{name, ""}, {text, ""}});
  };
  add("scenario", page.s.name);
  add("seed", std::to_string(page.trace.seed));
  add("run", std::to_string(page.trace.run));
  add("ticks", fmt::format("{} of {:.6g} years", page.trace.after.size(), page.s.model.dt));
  add("overrides", text_at(m, "set"));
  add("number type", text_at(m, "number"));
  add("hash of the configuration (FNV-1a)", text_at(m, "config_fnv1a64"));
  add("version", text_at(build, "version") + " (" + text_at(build, "git") + ")");
  add("compiler", text_at(build, "compiler") + " " + text_at(build, "flags"));
  add("run on", text_at(m, "started"));
  HtmlTable files{"Files of the run", {"file", "bytes", "FNV-1a"}, {}};
  if (const Json* list = m.if_contains("files"); list != nullptr && list->is_array()) {
    for (const Json& file : list->as_array()) {
      files.rows.push_back(
          {{text_at(file.as_object(), "name"), ""},
           {text_at(file.as_object(), "bytes"), text_at(file.as_object(), "bytes")},
           {text_at(file.as_object(), "fnv1a64"), ""}});
    }
  }
  return fmt::format(
             "<p>The page was made by running the folder's scenario.yaml again with the seed of "
             "its "
             "manifest; the tables of the new run equal those of the folder byte for byte, else "
             "there would be no page. The same history comes from</p>\n<pre><code>{}</code></pre>\n"
             "<p>with the same version and the same configuration. Why a deal came or did not come "
             "about at a date: <code>tumen explain FOLDER --deal NAME</code>.</p>\n",
             xml_text(command_of(page))) +
         table(t) + table(files);
}

}  // namespace tumen::report
