#include "sim/json_reader.hpp"

#include <boost/json.hpp>

namespace tumen {

JsonObject parse_json_object(std::string_view text) {
  boost::json::error_code error;
  const Json value = boost::json::parse({text.data(), text.size()}, error);
  if (error) {
    throw JsonError(error.message());
  }
  if (!value.is_object()) {
    throw JsonError("no object");
  }
  return value.as_object();
}

std::string text_at(const JsonObject& object, std::string_view key) {
  const Json* value = object.if_contains({key.data(), key.size()});
  if (value == nullptr) {
    return {};
  }
  return value->is_string() ? std::string(value->as_string()) : boost::json::serialize(*value);
}

std::uint64_t count_at(const JsonObject& object, std::string_view key) {
  const Json* value = object.if_contains({key.data(), key.size()});
  boost::json::error_code error;
  const auto count =
      value == nullptr || !value->is_number() ? 0 : value->to_number<std::uint64_t>(error);
  if (value == nullptr || !value->is_number() || error) {
    throw JsonError("no whole number at \"" + std::string(key) + "\"");
  }
  return count;
}

std::vector<std::string> texts_at(const JsonObject& object, std::string_view key) {
  std::vector<std::string> texts;
  const Json* value = object.if_contains({key.data(), key.size()});
  if (value != nullptr && value->is_array()) {
    for (const Json& item : value->as_array()) {
      if (item.is_string()) {
        texts.emplace_back(item.as_string());
      }
    }
  }
  return texts;
}

}  // namespace tumen
