#include "server/rooms/workshop.hpp"

#include <list>
#include <mutex>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

struct Kept {
  std::string key;
  std::shared_ptr<const Scenario> scenario;
};

/// The newest first.
class Shelf {
 public:
  Shelf(Workshop inner, std::size_t most) : inner_(std::move(inner)), most_(most) {}

  std::shared_ptr<const Scenario> compile(const std::string& name,
                                          const std::vector<ComposedDeal>& deals) {
    const std::string key = key_of(name, deals);
    {
      const std::scoped_lock lock(mutex_);
      for (auto it = kept_.begin(); it != kept_.end(); ++it) {
        if (it->key == key) {
          kept_.splice(kept_.begin(), kept_, it);
          return it->scenario;
        }
      }
    }
    // Without the lock: others need not wait, and twice the same is the same.
    std::shared_ptr<const Scenario> scenario = inner_.compile(name, deals);
    const std::scoped_lock lock(mutex_);
    kept_.push_front({key, scenario});
    if (kept_.size() > most_) {
      kept_.pop_back();
    }
    return scenario;
  }

 private:
  static std::string key_of(const std::string& name, const std::vector<ComposedDeal>& deals) {
    std::string key = name;
    for (const ComposedDeal& deal : deals) {
      key += fmt::format("\n{} {} {}", deal.slot, deal.from, deal.text);
    }
    return key;
  }

  Workshop inner_;
  std::size_t most_;
  std::mutex mutex_;
  std::list<Kept> kept_;
};

}  // namespace

Workshop remembering(Workshop inner, std::size_t most) {
  const auto shelf = std::make_shared<Shelf>(std::move(inner), most);
  return {[shelf](const std::string& name, const std::vector<ComposedDeal>& deals) {
    return shelf->compile(name, deals);
  }};
}

}  // namespace tumen::server::rooms
