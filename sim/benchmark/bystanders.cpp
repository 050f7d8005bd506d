#include "sim/benchmark/bystanders.hpp"

#include <string_view>

#include <fmt/format.h>

namespace tumen {
namespace {

std::string number(std::string_view name, std::string_view value, std::string_view unit) {
  return fmt::format(
      "{0}: {{value: {1}, unit: {2}, assumption: of a made country, range: [{1}, {1}]}}, ", name,
      value, unit);
}

std::string group(std::string_view name, const std::string& entries) {
  return fmt::format("{}: {{{}}}, ", name, entries);
}

std::string economy() {
  const auto fuel = [](std::string_view name, std::string_view unit) {
    return group(name, number("demand", "20", unit) + number("own_supply", "5", unit) +
                           number("import_ceiling", "20", unit) +
                           number("value_factor", "1", "share"));
  };
  return number("gdp", "200", "usd_bn") + number("reference_gdp", "200", "usd_bn") +
         number("discount_rate", "0.08", "1/y") + number("risk_aversion", "0.00001", "y/musd") +
         number("hard_currency", "100000", "musd/y") +
         group("fuel", fuel("gas", "bcm/y") + fuel("oil", "Mt/y") + fuel("power", "TWh/y"));
}

std::string wishes() {
  std::string weights;
  std::string tilt;
  for (const std::string_view issue : {"energy", "transit", "debt", "sanctions", "security"}) {
    weights += number(issue, "0.2", "share");
    tilt += number(issue, "0.1", "index");
  }
  std::string attention;
  for (const std::string_view level : {"firm", "ministry", "summit"}) {
    attention += group(level, number("menu", "10", "musd/y") + number("slot", "5", "musd/y"));
  }
  return group("weights", weights) + group("tilt", tilt) + group("attention", attention) +
         group("preferences", number("ties", "120", "musd/y") + number("ties_cap", "0.5", "index"));
}

std::string strategy() {
  return group("strategy",
               number("attention_rate", "1.4", "1/y") + number("kappa", "0.82", "index") +
                   number("concession", "0.5", "index") + number("start", "0.05", "index") +
                   number("deadline", "4.5", "years") + number("noise", "0.25", "index") +
                   number("temperature", "0.13", "index") + number("margin", "0.02", "index") +
                   number("ratification", "0.5", "years") +
                   number("memorandum_cost", "10", "musd/y") +
                   number("option_spread", "170", "musd/y") +
                   number("reciprocity", "0.1", "index") + number("audience", "20", "musd/y"));
}

/// Two lines that are drawn from, since 1900. An override stands where lists of doctrines are maps
/// by name already.
std::string governments() {
  const auto doctrine = [](std::string_view name) {
    return group(name, fmt::format("name: {}, {}", name, number("weight", "1", "share")));
  };
  return group("doctrines", doctrine("first") + doctrine("second")) +
         group("governments", "calendar: [[1900, first]], known_until: 1900, " +
                                  number("turnover", "0.25", "1/y"));
}

}  // namespace

std::vector<std::string> bystanders(int count) {
  const std::string text = economy() + wishes() + strategy() + governments();
  std::vector<std::string> overrides;
  for (int k = 1; k <= count; ++k) {
    overrides.push_back(fmt::format("countries.B{:02}={{name: Bystander {}, {}}}", k, k, text));
  }
  return overrides;
}

}  // namespace tumen
