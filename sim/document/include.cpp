#include "sim/document/include.hpp"

#include "sim/document/load.hpp"
#include "sim/document/merge.hpp"
#include "sim/document/parse.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace tumen {
namespace fs = std::filesystem;
namespace {

// The file's identity: its path free of links and dots where the system can tell.
fs::path identity(const fs::path& path) {
  std::error_code error;
  fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path.lexically_normal() : canonical;
}

class IncludeLoader {
 public:
  IncludeLoader(const std::vector<fs::path>& roots, Problems& problems, const Limits& limits)
      : roots_(roots), problems_(problems), limits_(limits) {}

  Node load(const fs::path& path) {
    const std::optional<std::string> text = read(path);
    if (!text) {
      return {};
    }
    const std::size_t before = problems_.size();
    const std::string name = path.generic_string();
    const Node root = parse_document(*text, name, problems_, limits_);
    // After a failed reading the root would only be blamed for what it has lost.
    if (!root.is_map() && problems_.size() != before) {
      return {};
    }
    check_schema(root, problems_);
    const MapEntry* const include = root.find("include");
    if (include == nullptr) {
      return root;
    }
    chain_.push_back({identity(path), name});
    Node merged = load_all(include->value, path.parent_path());
    chain_.pop_back();
    return merge(std::move(merged), without_key(root, "include"));
  }

 private:
  struct Link {
    fs::path identity = {};
    std::string name = {};
  };

  std::optional<std::string> read(const fs::path& path) {
    const std::size_t before = problems_.size();
    std::string text = read_text_file(path, problems_, limits_);
    if (problems_.size() != before) {
      return std::nullopt;
    }
    ++files_;
    bytes_ += text.size();
    return text;
  }

  Node load_all(const Node& list, const fs::path& folder) {
    if (!list.is_list()) {
      refuse(list, describe(list), "a list: include: [FILE, ...]", "");
      return {};
    }
    Node merged = Node::make_map({}, list.place());
    for (const Node& item : list.items()) {
      if (is_over_limits(item)) {
        break;
      }
      if (const std::optional<fs::path> path = locate(item, folder)) {
        Node included = load(*path);
        if (included.is_map()) {
          merged = merge(std::move(merged), std::move(included));
        }
      }
    }
    return merged;
  }

  bool is_over_limits(const Node& item) {
    if (files_ < limits_.max_files && bytes_ < limits_.max_total_bytes) {
      return false;
    }
    if (!std::exchange(is_over_told_, true)) {
      refuse(item, "too many included files",
             "at most " + std::to_string(limits_.max_files) + " files of together " +
                 std::to_string(limits_.max_total_bytes) + " bytes",
             "");
    }
    return true;
  }

  // The first existing file among the places where the name may lie, unless that closes a cycle.
  std::optional<fs::path> locate(const Node& item, const fs::path& folder) {
    const fs::path name(item.text());
    if (!item.is_scalar() || name.empty() || name.is_absolute()) {
      refuse(item, describe(item), "a relative path of a YAML file", "");
      return std::nullopt;
    }
    std::vector<fs::path> candidates = {(folder / name).lexically_normal()};
    for (const fs::path& root : roots_) {
      candidates.push_back((root / name).lexically_normal());
    }
    std::string nearest;
    for (const fs::path& candidate : candidates) {
      std::error_code error;
      if (fs::exists(candidate, error)) {
        return check_cycle(item, candidate);
      }
      if (nearest.empty()) {
        nearest = nearest_file(candidate);
      }
    }
    refuse(item, "no such file " + in_quotes(item.text()),
           "a path from this file's folder or from the configuration's", nearest);
    return std::nullopt;
  }

  std::optional<fs::path> check_cycle(const Node& item, const fs::path& path) {
    const fs::path own = identity(path);
    const auto start = std::find_if(chain_.begin(), chain_.end(),
                                    [&own](const Link& link) { return link.identity == own; });
    if (start == chain_.end()) {
      return path;
    }
    std::string chain;
    for (auto link = start; link != chain_.end(); ++link) {
      chain += link->name + " -> ";
    }
    refuse(item, "a cycle of includes: " + chain + start->name, "", "");
    return std::nullopt;
  }

  void refuse(const Node& node, std::string found, std::string allowed, std::string nearest) {
    problems_.add(
        {node.place(), "include", std::move(found), std::move(allowed), std::move(nearest)});
  }

  const std::vector<fs::path>& roots_;
  Problems& problems_;
  const Limits& limits_;
  std::vector<Link> chain_;  // the files that are being read, the first one first
  std::size_t files_ = 0;
  std::size_t bytes_ = 0;
  bool is_over_told_ = false;
};

}  // namespace

Node load_with_includes(const fs::path& path, const std::vector<fs::path>& roots,
                        Problems& problems, const Limits& limits) {
  return IncludeLoader(roots, problems, limits).load(path);
}

}  // namespace tumen
