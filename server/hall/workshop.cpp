#include "server/hall/workshop.hpp"

#include "server/rooms/staged.hpp"
#include "sim/document/include.hpp"
#include "sim/document/nearest.hpp"
#include "sim/scenario/compose.hpp"
#include "sim/scenario/sources.hpp"

#include <algorithm>
#include <future>
#include <list>
#include <mutex>

namespace tumen::server::hall {
namespace fs = std::filesystem;
namespace {

using Compiled = std::shared_ptr<const Scenario>;

/// Of a room's round: the deals so far, one more a draft that is tried.
constexpr std::size_t most_kept = 96;

/// A scenario's files, read once.
struct Source {
  Node document;
  Provenance provenance;
};

/// What was compiled last, newest first. Invariant: one entry a key.
template <class Value>
class Kept {
 public:
  /// The value of a key, made by `make` if nobody has asked for it lately. Throws what `make`
  /// throws, to all who wait for it; then it is forgotten.
  template <class Make>
  Value get(const std::string& key, const Make& make) {
    std::promise<Value> promise;
    std::shared_future<Value> result;
    bool is_mine = false;
    {
      const std::scoped_lock lock(guard_);
      const auto found = std::find_if(entries_.begin(), entries_.end(),
                                      [&](const Entry& entry) { return entry.key == key; });
      is_mine = found == entries_.end();
      if (is_mine) {
        entries_.push_front({key, promise.get_future().share()});
      } else {
        entries_.splice(entries_.begin(), entries_, found);
      }
      result = entries_.front().value;
      if (entries_.size() > most_kept) {
        entries_.pop_back();
      }
    }
    if (is_mine) {
      fulfil(key, promise, make);
    }
    return result.get();
  }

 private:
  struct Entry {
    std::string key;
    std::shared_future<Value> value;
  };

  template <class Make>
  void fulfil(const std::string& key, std::promise<Value>& promise, const Make& make) {
    try {
      promise.set_value(make());
    } catch (...) {
      const std::scoped_lock lock(guard_);
      entries_.remove_if([&](const Entry& entry) { return entry.key == key; });
      promise.set_exception(std::current_exception());
    }
  }

  std::mutex guard_;
  std::list<Entry> entries_;
};

class Compiler {
 public:
  Compiler(Scenarios& scenarios, std::vector<fs::path> roots)
      : scenarios_(scenarios), roots_(std::move(roots)) {}

  rooms::Board open(const std::string& name) {
    return boards_.get(name, [&] { return rooms::board_of(compiled(name, {})); });
  }

  Compiled compile(const std::string& name, const std::vector<ComposedDeal>& deals) {
    if (deals.empty()) {
      return open(name).scenario;
    }
    std::string key = name;
    for (const ComposedDeal& deal : deals) {
      key += "\n" + deal.slot + " " + std::to_string(deal.from) + " " + deal.text;
    }
    return compiled_.get(key, [&] {
      return std::make_shared<const Scenario>(rooms::for_play(compiled(name, deals)));
    });
  }

 private:
  void check_name(const std::string& name) const {
    std::vector<std::string> names;
    for (const ScenarioName& entry : scenarios_.list()) {
      if (entry.name == name) {
        return;
      }
      names.push_back(entry.name);
    }
    Problems problems;
    problems.add(
        {{"scenario", 0, 0}, "", in_quotes(name), join_names(names), nearest_name(name, names)});
    throw InputError(problems);
  }

  [[nodiscard]] std::shared_ptr<const Source> read(const std::string& name) const {
    check_name(name);  // so that nothing asked over the network becomes a path
    Problems problems;
    auto source = std::make_shared<Source>();
    source->document = load_with_includes(find_scenario(name, roots_), roots_, problems);
    source->provenance = load_all_sources(roots_, problems);
    problems.throw_if_any();
    return source;
  }

  Scenario compiled(const std::string& name, const std::vector<ComposedDeal>& deals) {
    const std::shared_ptr<const Source> source = sources_.get(name, [&] { return read(name); });
    Problems problems;
    const Node document = with_composed(source->document, deals, problems);
    Scenario scenario = compile_scenario(document, source->provenance, {}, problems);
    problems.throw_if_any();
    return scenario;
  }

  const Scenarios& scenarios_;
  std::vector<fs::path> roots_;
  Kept<std::shared_ptr<const Source>> sources_;
  Kept<rooms::Board> boards_;
  Kept<Compiled> compiled_;
};

}  // namespace

rooms::Workshop make_workshop(Scenarios& scenarios, std::vector<fs::path> roots) {
  auto compiler = std::make_shared<Compiler>(scenarios, std::move(roots));
  return {[compiler](const std::string& name) { return compiler->open(name); },
          [compiler](const std::string& name, const std::vector<ComposedDeal>& deals) {
            return compiler->compile(name, deals);
          }};
}

}  // namespace tumen::server::hall
