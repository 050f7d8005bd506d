// tumen serve: the what-if page in the browser.
#include "server/serve.hpp"

#include "cli/commands.hpp"
#include "cli/scenario_options.hpp"
#include "server/hall/archive.hpp"
#include "server/message.hpp"
#include "sim/data_directory.hpp"

#include <cstdio>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct ServeOptions : server::ServeSettings {
  std::string page, logs;
};

/// The folder of logs that `--rooms` names: "none" keeps nothing, nothing means the usual one.
std::filesystem::path rooms_folder(const std::string& named) {
  if (named.empty()) {
    return server::hall::usual_folder();
  }
  return named == "none" ? std::filesystem::path() : std::filesystem::absolute(named);
}

void tell(const server::Listening& listening, const server::ServeSettings& settings,
          const Session& session) {
  if (session.is_json) {
    JsonArray urls;
    for (const std::string& url : listening.urls) {
      urls.emplace_back(url);
    }
    session.say(Json(JsonObject{{"port", listening.port},
                                {"urls", std::move(urls)},
                                {"join", listening.join},
                                {"host", listening.host},
                                {"rooms", settings.rooms.string()}}));
  } else {
    std::string text = "The what-if page is at\n";
    for (const std::string& url : listening.urls) {
      text += "  " + url + "\n";
    }
    text += "A room of the classroom is opened at (keep this link to yourself)\n  " +
            listening.host + "\nand joined at\n  " + listening.join + "\n";
    text += settings.rooms.empty() ? "No log of a room is kept.\n"
                                   : "Logs of rooms, private messages included, are kept in\n  " +
                                         settings.rooms.string() + "\n";
    if (settings.is_on_lan) {
      text += "\n" + listening.qr + "\n";
    }
    session.say(text + "Ctrl-C ends it.\n");
  }
  static_cast<void>(std::fflush(stdout));  // whoever reads a pipe waits for it
}

void serve_command(ServeOptions& o, const Session& session) {
  o.roots = config_roots();
  o.web = o.page.empty() ? installed_data_directory() / "web" : std::filesystem::path(o.page);
  o.rooms = rooms_folder(o.logs);
  server::serve(o, [&](const server::Listening& listening) { tell(listening, o, session); });
}

}  // namespace

void add_serve(CLI::App& app, Session& session) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App& command = *app.add_subcommand("serve", "Serve the what-if page to browsers");
  CLI::Option* host =
      command.add_option("--host", options->host, "Address of this machine to listen on")
          ->type_name("H")
          ->capture_default_str();
  command.add_option("--port", options->port, "Port, 0 for a free one")
      ->type_name("P")
      ->check(whole_number(0, 65535))
      ->capture_default_str();
  command
      .add_flag("--lan", options->is_on_lan,
                "Listen on all addresses, so that others on the network can open the page")
      ->excludes(host);
  command
      .add_option("--name", options->names,
                  "Another name by which browsers may call this machine; repeatable")
      ->type_name("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--runs", options->runs, "Futures that the page counts")
      ->type_name("N")
      ->check(whole_number(1, server::most_futures))
      ->capture_default_str();
  command.add_option("--threads", options->threads, "Threads to count futures on, 0 for all")
      ->type_name("N")
      ->check(whole_number(0, 4096))
      ->capture_default_str();
  command.add_option("--web", options->page, "Folder of the built page [that of the program]")
      ->type_name("DIR");
  command
      .add_option("--rooms", options->logs,
                  "Folder of the logs of rooms, none to keep nothing [that of the user's state]")
      ->type_name("DIR");
  command.footer(
      "Examples:\n  tumen serve                 on this machine alone\n"
      "  tumen serve --lan           for a class room\n"
      "  tumen serve --port 0 --json for programs: prints the port that was free");
  command.callback([options, &session] { serve_command(*options, session); });
}

}  // namespace tumen::cli
