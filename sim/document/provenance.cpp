#include "sim/document/provenance.hpp"

#include "sim/document/load.hpp"
#include "sim/document/map_reader.hpp"

#include <utility>

namespace tumen {
namespace {

Source read_source(const MapEntry& entry, Problems& problems) {
  MapReader reader(entry.value, problems, "sources." + entry.key);
  Source source;
  source.place = entry.key_place;
  source.title = reader.text("title");
  source.author = reader.text_or("author", "");
  source.year = reader.text_or("year", "");
  source.url = reader.text_or("url", "");
  source.note = reader.text_or("note", "");
  for (const char* key : {"publisher", "doi", "accessed", "licence", "data"}) {
    static_cast<void>(reader.text_or(key, ""));
  }
  if (entry.value.is_map() && source.url.empty() && source.note.empty()) {
    reader.refuse("", "neither a url nor a note", "url: ADDRESS or note: \"where it is found\"");
  }
  reader.finish();
  return source;
}

}  // namespace

void Provenance::add(std::string key, Source source) {
  sources_.insert_or_assign(std::move(key), std::move(source));
}

const Source* Provenance::find(std::string_view key) const {
  const auto found = sources_.find(key);
  return found == sources_.end() ? nullptr : &found->second;
}

std::vector<std::string> Provenance::keys() const {
  std::vector<std::string> out;
  out.reserve(sources_.size());
  for (const auto& [key, source] : sources_) {
    out.push_back(key);
  }
  return out;
}

Provenance read_sources(const Node& root, Problems& problems) {
  Provenance provenance;
  check_schema(root, problems);
  if (!root.is_map()) {
    return provenance;
  }
  MapReader reader(root, problems, "");
  reader.accept("schema");
  if (const Node* const sources = reader.required("sources")) {
    const MapReader check(*sources, problems, "sources");
    for (const MapEntry& entry : sources->entries()) {
      provenance.add(entry.key, read_source(entry, problems));
    }
  }
  reader.finish();
  return provenance;
}

Provenance load_sources(const std::filesystem::path& path, Problems& problems) {
  const std::size_t before = problems.size();
  const Node root = load_document(path, problems);
  // A file that could not be read at all has been told of; its lack of keys is no further news.
  return root.is_null() && problems.size() != before ? Provenance{} : read_sources(root, problems);
}

}  // namespace tumen
