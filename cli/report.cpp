// tumen report: the folder of a run, a batch or a sweep as one page to read.
#include "sim/report.hpp"

#include "cli/commands.hpp"
#include "studies/report/sweep_page.hpp"

#include <fstream>
#include <memory>
#include <system_error>

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

struct ReportOptions {
  std::string folder;
  std::string out;
  bool force = false;
};

void check_output(const fs::path& file, bool force) {
  std::error_code error;
  if (fs::is_directory(file, error)) {
    refuse_option("--out", file.generic_string() + " is a folder", "the name of a file");
  }
  if (fs::exists(file, error) && !force) {
    refuse_option("--out", file.generic_string() + " exists",
                  "another file by --out, or --force to replace it");
  }
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error)) {
    refuse_option("--out", "no folder " + folder.generic_string(),
                  "a file in a folder that is there");
  }
}

/// The file appears when everything is written, or not at all.
void write_page(const fs::path& file, const std::string& html) {
  const fs::path hidden = file.parent_path() / ("." + file.filename().string() + ".part");
  std::ofstream out(hidden, std::ios::binary);
  out.write(html.data(), static_cast<std::streamsize>(html.size()));
  out.close();
  std::error_code error;
  if (out) {
    fs::rename(hidden, file, error);
  }
  if (!out || error) {
    fs::remove(hidden, error);
    refuse_option("--out", file.generic_string() + " cannot be written",
                  "a place that can be written to");
  }
}

/// The page of a run, a batch or a sweep, as the manifest says.
std::string page_of(const fs::path& folder, const JsonObject& manifest) {
  const Json* kind = manifest.if_contains("kind");
  if (kind != nullptr && *kind == "batch") {
    return batch_report_html(read_batch(folder));
  }
  if (kind != nullptr && *kind == "sweep") {
    return sweep_page_html(read_sweep(folder, 0));
  }
  const RebuiltRun run = rebuild_run(folder);
  return run_report_html(run.scenario, run.trace, run.manifest);
}

void report_command(const ReportOptions& o, const Session& session) {
  const fs::path folder = o.folder;
  const fs::path file = o.out.empty() ? folder / "report.html" : fs::path(o.out);
  const JsonObject manifest = read_manifest(folder);
  check_output(file, o.force);
  const std::string html = page_of(folder, manifest);
  write_page(file, html);
  if (session.is_json) {
    session.say(Json(JsonObject{{"report", fs::absolute(file).lexically_normal().generic_string()},
                                {"bytes", html.size()},
                                {"kind", manifest.at("kind")},
                                {"scenario", manifest.at("scenario")},
                                {"seed", manifest.at("seed")}}));
  } else {
    session.say(file.generic_string() + "\n");
  }
}

}  // namespace

void add_report(CLI::App& app, Session& session) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App& command = *app.add_subcommand("report", "Make one page to read of a folder of results");
  command.add_option("DIR", options->folder, "Folder that tumen run, batch or sweep has written")
      ->required();
  command.add_option("--out", options->out, "File of the page [DIR/report.html]")
      ->type_name("FILE");
  command.add_flag("--force", options->force, "Replace an existing page");
  command.footer("Example:\n  tumen report results/first --out first.html");
  command.callback([options, &session] { report_command(*options, session); });
}

}  // namespace tumen::cli
