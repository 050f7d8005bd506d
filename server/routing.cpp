#include "server/routing.hpp"

#include "server/scenario_page.hpp"
#include "sim/version.hpp"

namespace tumen::server {
namespace {

constexpr std::string_view scenarios_path = "/api/scenarios";
constexpr std::string_view levers_ending = "/levers";

Response json_response(const Json& value) {
  return {200, "application/json", json_line(value)};
}

Response not_found() {
  return {404, "text/plain; charset=utf-8", "There is nothing at this address.\n"};
}

/// "/api/scenarios/NAME" and "/api/scenarios/NAME/levers".
Response scenario_answer(std::string_view name, Scenarios& scenarios) {
  const bool asks_levers = name.ends_with(levers_ending);
  name.remove_suffix(asks_levers ? levers_ending.size() : 0);
  try {
    const auto scenario = scenarios.get(std::string(name));
    return json_response(asks_levers ? levers_json(*scenario, scenarios.sources())
                                     : scenario_json(*scenario, scenarios.sources()));
  } catch (const InputError& error) {
    JsonArray errors;
    for (const Problem& problem : error.problems().sorted()) {
      errors.emplace_back(problem.message());
    }
    Response response = json_response(JsonObject{{"errors", std::move(errors)}});
    response.status = 404;
    return response;
  }
}

}  // namespace

Response answer(const Request& request, const Shelf& shelf) {
  const std::string_view target = request.target;
  const std::string_view path = target.substr(0, target.find('?'));
  if (path == "/api/health") {
    return json_response(JsonObject{{"program", "tumen"}, {"version", version()}});
  }
  if (path == scenarios_path) {
    return json_response(scenario_list_json(shelf.scenarios, shelf.runs));
  }
  if (path.starts_with(scenarios_path) && path.size() > scenarios_path.size() + 1 &&
      path[scenarios_path.size()] == '/') {
    return scenario_answer(path.substr(scenarios_path.size() + 1), shelf.scenarios);
  }
  // One page, which looks at its own address.
  const bool is_of_rooms = path == "/join" || path == "/host" || path == "/screen";
  const auto file = shelf.files.find(is_of_rooms ? "/" : path);
  return file == shelf.files.end() ? not_found() : file->second;
}

}  // namespace tumen::server
