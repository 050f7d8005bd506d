#include "sim/json_writer.hpp"

#include "sim/csv.hpp"

#include <algorithm>
#include <cmath>

#include <boost/json.hpp>
#include <fmt/format.h>

namespace tumen {
namespace {

bool is_scalar(const Json& value) {
  return !value.is_array() && !value.is_object();
}

bool fits_a_line(const Json& value) {
  if (const auto* array = value.if_array()) {
    return std::all_of(array->begin(), array->end(), is_scalar);
  }
  const auto* object = value.if_object();
  return object == nullptr ||
         (object->size() <= 4 && std::all_of(object->begin(), object->end(), [](const auto& entry) {
            return is_scalar(entry.value());
          }));
}

class Printer {
 public:
  [[nodiscard]] std::string text(const Json& value) {
    print(value, 0);
    return std::move(out_) + "\n";
  }

 private:
  void print(const Json& value, std::size_t depth) {
    if (const auto* array = value.if_array()) {
      print_all(*array, depth, fits_a_line(value), '[', ']',
                [&](const Json& item) { print(item, depth + 1); });
    } else if (const auto* object = value.if_object()) {
      print_all(*object, depth, fits_a_line(value), '{', '}', [&](const auto& entry) {
        out_ += boost::json::serialize(Json(entry.key())) + ": ";
        print(entry.value(), depth + 1);
      });
    } else if (const auto* number = value.if_double()) {
      out_ += std::isfinite(*number) ? exact_text(*number) : "null";
    } else {
      out_ += boost::json::serialize(value);
    }
  }

  template <class Items, class Each>
  void print_all(const Items& items, std::size_t depth, bool is_short, char open, char close,
                 Each&& each) {
    const std::string gap = is_short ? "" : "\n" + std::string(2 * (depth + 1), ' ');
    out_ += open;
    bool is_first = true;
    for (const auto& item : items) {
      out_ += is_first ? "" : is_short ? ", " : ",";
      out_ += gap;
      each(item);
      is_first = false;
    }
    if (!is_short && !is_first) {
      out_ += "\n" + std::string(2 * depth, ' ');
    }
    out_ += close;
  }

  std::string out_;
};

}  // namespace

std::string json_text(const Json& value) {
  return Printer().text(value);
}

std::string json_line(const Json& value) {
  return boost::json::serialize(value);
}

Json json_number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

}  // namespace tumen
