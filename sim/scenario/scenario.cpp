#include "sim/scenario/scenario.hpp"

#include "sim/document/include.hpp"
#include "sim/document/load.hpp"
#include "sim/document/merge.hpp"
#include "sim/document/provenance.hpp"
#include "sim/scenario/bind.hpp"
#include "sim/scenario/compose.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/known_until.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/sources.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace tumen {
namespace fs = std::filesystem;
namespace {

// `sources` written in the scenario itself.
Provenance own_sources(const Node& root, Problems& problems) {
  const Node* const own = child(root, "sources");
  if (own == nullptr) {
    return {};
  }
  const Node version = Node::make_scalar("1", false, own->place());
  const Node document = Node::make_map(
      {{"schema", own->place(), version}, {"sources", own->place(), *own}}, own->place());
  return read_sources(document, problems);
}

// A mistake in a template or a default is found once for each of its copies: tell it once.
Problems without_copies(const Problems& problems) {
  Problems out;
  std::set<std::tuple<std::string, int, int, std::string, std::string>> told;
  for (const Problem& p : problems.sorted()) {
    const bool is_override = p.place.file.starts_with("--set");
    const int column = is_override ? 0 : p.place.column;
    const std::string name = is_override ? "" : split_path(p.key).back();
    if (p.place.line == 0 ||
        told.emplace(p.place.file, p.place.line, column, name, p.found).second) {
      out.add(p);
    }
  }
  return out;
}

Scenario compile(const Node& document, const Provenance& known,
                 const std::vector<std::string>& assignments,
                 const std::vector<ComposedDeal>& composed, Problems& problems) {
  Problems found;
  Provenance provenance = known;
  add_all(provenance, own_sources(document, found));
  Node root = without_key(document, "sources");
  Overrides overrides(assignments, found);
  overrides.apply_to_templates(root);
  root = with_composed(root, composed, found);
  root = expand(root, found);
  overrides.apply_to_entities(root);
  Scenario out;
  root = drop_disabled(forget_after(root, found), out.notes, found);
  Binder binder(root, out, found, provenance);
  bind_scenario(binder);
  out.config_text = print_canonical(root);
  overrides.apply_to_numbers(out);
  for (const Problem& problem : without_copies(found).sorted()) {
    problems.add(problem);
  }
  return out;
}

}  // namespace

Scenario compile_scenario(const Node& document, const Provenance& known,
                          const std::vector<std::string>& overrides, Problems& problems) {
  return compile(document, known, overrides, {}, problems);
}

Scenario load_scenario(const fs::path& file, const std::vector<fs::path>& roots,
                       const std::vector<std::string>& overrides) {
  return load_scenario(file, roots, overrides, {});
}

Scenario load_scenario(const fs::path& file, const std::vector<fs::path>& roots,
                       const std::vector<std::string>& overrides,
                       const std::vector<ComposedDeal>& composed) {
  Problems problems;
  const Node root = load_with_includes(file, roots, problems);
  problems.throw_if_any();
  const Provenance provenance = load_all_sources(roots, problems);
  Scenario out = compile(root, provenance, overrides, composed, problems);
  const MapEntry* const name = root.find("name");
  if (name != nullptr && out.name != file.stem().string()) {
    problems.add({name->value.place(), "name", "found " + in_quotes(out.name),
                  "the file's name, " + in_quotes(file.stem().string()), ""});
  }
  problems.throw_if_any();
  return out;
}

}  // namespace tumen
