#include "sim/mechanisms.hpp"

#include "sim/document/map_reader.hpp"

namespace tumen {

std::vector<Mechanism> read_mechanisms(const Node& root, Problems& problems) {
  std::vector<Mechanism> out;
  MapReader top(root, problems, "");
  top.accept("schema");
  const Node* const table = top.required("mechanisms");
  top.finish();
  if (table == nullptr || !table->is_map()) {
    return out;
  }
  for (const MapEntry& entry : table->entries()) {
    MapReader reader(entry.value, problems, "mechanisms." + entry.key);
    Mechanism mechanism;
    mechanism.id = entry.key;
    mechanism.title = reader.text("title");
    for (std::size_t k = 0; k < mechanism_parts.size(); ++k) {
      mechanism.parts[k] = reader.text_list_or_empty(mechanism_parts[k]);
    }
    reader.finish();
    out.push_back(std::move(mechanism));
  }
  return out;
}

}  // namespace tumen
