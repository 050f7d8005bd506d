#include "server/rooms/happenings.hpp"

#include "policies/context.hpp"
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

class Notes {
 public:
  Notes(const Room& room, const Scenario& s, const World<double>& w, std::vector<Happening>& out)
      : room_(room), s_(s), w_(w), out_(out) {}

  void package(const PackageRecord<double>& r, Id k) {
    const std::string deal = title(k);
    const auto who = static_cast<Id>(r.hinderer);
    // Talks are the business of those at the table; from the signature on all can read of it.
    add_for(k, r.opened, "opened", "Talks on " + deal + " opened");
    add_for(k, r.broke, "broke_off", "Talks on " + deal + " broke off");
    add_for(k, r.agreed * (1 - r.signed_), "rival",
            deal + " was agreed, but a rival deal was worth more");
    add(r.signed_, "signed", deal + " was signed by " + signatories_text(k));
    add(r.ratified, "ratified", deal + " was ratified");
    add(failed_vote(r, k), "vote_failed",
        fmt::format("{} was voted down{}", deal, who < 0 ? "" : " in " + country_name(s_, who)));
    add(r.blocked, "blocked",
        fmt::format("{} is ratified and blocked{}", deal,
                    who < 0 ? "" : ": " + country_name(s_, who) + " withholds its consent"));
    add(r.entered, "in_force", deal + " entered into force");
    add(r.breached, "breached",
        fmt::format("{} broke {}", who < 0 ? "A party" : country_name(s_, who), deal));
    add(r.ended, "ended", deal + " ended");
  }

  void corridors(const Record<double>& r) {
    for (Id k = 0; k < count(s_.model.corridors); ++k) {
      const std::string name = in_marks(corridor_name(s_, k));
      add(at(r.built, k), "built", name + " was completed");
      add(at(r.resumed, k), "resumed", name + " runs again");
    }
  }

  void countries(const Record<double>& r) {
    for (Id k = 0; k < count(s_.model.countries); ++k) {
      add(at(r.governments, k), "government",
          fmt::format("A new government in {}: {}", country_name(s_, k),
                      doctrine_name(s_, k, at(w_.countries, k).doctrine)));
      add(at(w_.countries, k).tested, "test", country_name(s_, k) + " tested a weapon");
    }
  }

  void acts(const Record<double>& r) {
    for (Id k = 0; k < count(s_.model.acts); ++k) {
      const Act& act = at(s_.model.acts, k);
      add(act.kind == ActKind::test ? 0 : at(r.acts, k), "act", act_sentence(s_, act));
    }
  }

 private:
  [[nodiscard]] std::string title(Id k) const { return in_marks(package_name(s_, k)); }

  [[nodiscard]] std::string signatories_text(Id k) const {
    std::vector<std::string> names;
    for (const Id country : signatories_of(s_, k)) {
      names.push_back(country_name(s_, country));
    }
    return join_and(names);
  }

  [[nodiscard]] double failed_vote(const PackageRecord<double>& r, Id k) const {
    const auto why = static_cast<Hindrance>(static_cast<int>(r.hindrance));
    const bool failed = (why == Hindrance::domestic_vote || why == Hindrance::approval) &&
                        at(w_.packages, k).stage == code<double>(PackageStage::idle);
    return failed ? 1 : 0;
  }

  void add(double flag, const char* kind, const std::string& text) {
    if (flag > 0) {
      out_.push_back({w_.tick - 1, kind, capitalised(text) + ".", {}});
    }
  }

  void add_for(Id package, double flag, const char* kind, const std::string& text) {
    const std::size_t before = out_.size();
    add(flag, kind, text);
    if (out_.size() > before) {
      for (const Id country : signatories_of(s_, package)) {
        const int seat = seat_of(room_, at(s_.names.countries, country));
        out_.back().seats.push_back(seat);
      }
    }
  }

  const Room& room_;
  const Scenario& s_;
  const World<double>& w_;
  std::vector<Happening>& out_;
};

}  // namespace

void note_happenings(const Room& room, const Scenario& scenario, const World<double>& world,
                     const Record<double>& record, std::vector<Happening>& out) {
  Notes notes(room, scenario, world, out);
  for (Id k = 0; k < count(scenario.model.packages); ++k) {
    if (!at(scenario.model.packages, k).is_spare) {
      notes.package(at(record.packages, k), k);
    }
  }
  notes.corridors(record);
  notes.countries(record);
  notes.acts(record);
}

}  // namespace tumen::server::rooms
