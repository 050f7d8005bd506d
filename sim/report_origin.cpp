// Where the numbers of a page come from and how to make them again.
#include "sim/json_reader.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"

#include <fmt/format.h>

namespace tumen::report {
namespace {

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

/// What was left of the scenario's length: --ticks, or nothing.
std::string ticks_option(const Page& page) {
  const std::size_t done = page.trace.after.size();
  return static_cast<Id>(done) < page.s.model.ticks ? fmt::format(" --ticks {}", done) : "";
}

HtmlTable files_table(const JsonObject& m) {
  HtmlTable files{"Files of the folder", {"file", "bytes", "FNV-1a"}, {}};
  const Json* list = m.if_contains("files");
  if (list != nullptr && list->is_array()) {
    for (const Json& item : list->as_array()) {
      const JsonObject file = item.is_object() ? item.as_object() : JsonObject{};
      files.rows.push_back({{text_at(file, "name"), ""},
                            {text_at(file, "bytes"), text_at(file, "bytes")},
                            {text_at(file, "fnv1a64"), ""}});
    }
  }
  return files;
}

}  // namespace

std::string settings_words(const JsonObject& m) {
  std::string words = text_at(m, "number") == "double" ? " --double" : "";
  for (const std::string& assignment : texts_at(m, "set")) {
    words += " --set " + shell_word(assignment);
  }
  return words;
}

std::string command_html(const std::string& command) {
  return fmt::format("<pre><code>{}</code></pre>\n", xml_text(command));
}

std::string manifest_tables(const JsonObject& m) {
  const Json* inner = m.if_contains("build");
  const JsonObject build =
      inner != nullptr && inner->is_object() ? inner->as_object() : JsonObject{};
  HtmlTable t{"What was run (manifest.json)", {"entry", "value"}, {}};
  const auto add = [&](const char* name, const std::string& text) {
    t.rows.push_back({{name, ""}, {text, ""}});
  };
  add("scenario", text_at(m, "scenario"));
  add("seed", text_at(m, "seed"));
  add("first run", text_at(m, "first_run"));
  add("runs", text_at(m, "runs"));
  add("ticks", text_at(m, "ticks"));
  add("overrides", text_at(m, "set"));
  add("number type", text_at(m, "number"));
  add("hash of the configuration (FNV-1a)", text_at(m, "config_fnv1a64"));
  add("version", text_at(build, "version") + " (" + text_at(build, "git") + ")");
  add("compiler", text_at(build, "compiler") + " " + text_at(build, "flags"));
  return table(t) + table(files_table(m));
}

std::string origin_part(const Page& page) {
  const std::string command =
      fmt::format("tumen run {} --seed {}{}{}{}", shell_word(page.s.name), page.trace.seed,
                  page.trace.run > 0 ? fmt::format(" --run {}", page.trace.run) : "",
                  ticks_option(page), settings_words(page.manifest));
  return "<p>The page was made by running the folder's scenario.yaml again with the seed of its "
         "manifest; the tables of the new run equal those of the folder byte for byte, else there "
         "would be no page. The same history comes from</p>\n" +
         command_html(command) +
         "<p>with the same version and the same configuration. Why a deal came or did not come "
         "about at a date: <code>tumen explain FOLDER --deal NAME</code>.</p>\n" +
         manifest_tables(page.manifest);
}

}  // namespace tumen::report
