#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <limits>

namespace tumen {
namespace {

constexpr Id never = std::numeric_limits<Id>::max();

// The country's own row while it is bound, from its path "countries.PRK".
Id own_id(Fields& country) {
  return country.binder().find(Section::countries, split_path(country.path("")).back());
}

// Countries toward which any doctrine has a stance, in the order of the table.
std::vector<Id> stance_targets(Fields& country, const Node& doctrines) {
  std::vector<Id> out;
  const std::vector<std::string>& names = country.binder().names(Section::countries);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const MapEntry& doctrine : doctrines.entries()) {
      const Node* const stance = child(doctrine.value, "stance");
      if (stance != nullptr && stance->find(names[i]) != nullptr) {
        out.push_back(static_cast<Id>(i));
        break;
      }
    }
  }
  return out;
}

void bind_stance(Fields& doctrine, const Country& c, Doctrine& d) {
  static const Node nothing = Node::make_map({}, {});
  const Node* const node = doctrine.optional("stance");
  Binder& b = doctrine.binder();
  Fields in(b, node == nullptr ? nothing : *node, doctrine.path("stance"));
  const std::vector<std::string>& names = b.names(Section::countries);
  d.stance.resize(c.stance_toward.size());
  for (std::size_t i = 0; i < c.stance_toward.size(); ++i) {
    in.neutral_number(at(names, c.stance_toward[i]), plain, bounds::stance, d.stance[i]);
  }
  for (const MapEntry& entry : in.node().entries()) {
    if (b.find(Section::countries, entry.key) == no_id) {
      static_cast<void>(b.resolve(Node::make_scalar(entry.key, false, entry.key_place), in.path(""),
                                  Section::countries));
    }
    in.accept(entry.key);
  }
  in.finish();
}

void bind_doctrine(Fields& country, const MapEntry& entry, const Country& c, Doctrine& d) {
  Binder& b = country.binder();
  Fields f(b, entry.value, country.path("doctrines") + "." + entry.key);
  if (const std::string name = f.text("name"); !name.empty() && name != entry.key) {
    f.refuse("name", in_quotes(name) + " stands twice", "each doctrine once");
  }
  b.check_name(entry.key, entry.key_place, country.path("doctrines"));
  static_cast<void>(f.text_or("title", ""));
  f.neutral_number("priority", plain, bounds::stance, d.priority);
  bind_stance(f, c, d);
  d.forbids = f.choices("forbids", constraint_names);
  f.optional_number("weight", "share|index", bounds::factor, d.weight);
  f.finish();
}

// One change of government: [date, doctrine].
bool read_change(Fields& f, const Node& item, const std::vector<std::string>& doctrines,
                 std::pair<double, Id>& out) {
  Binder& b = f.binder();
  const std::string path = f.path("calendar");
  if (!item.is_list() || item.items().size() != 2) {
    b.problems.add({item.place(), path, "found " + describe(item), "[DATE, DOCTRINE]", ""});
    return false;
  }
  const auto date = read_real(item.items()[0], path, bounds::calendar, b.problems);
  const std::string name = read_name(item.items()[1], path, doctrines, b.problems);
  out = {date.value_or(0.0), find_name(doctrines, name)};
  return date && !name.empty();
}

void check_order(Fields& f, const Node& item, double before, double date) {
  if (date > before) {
    return;
  }
  f.binder().problems.add({item.place(), f.path("calendar"), "found the date " + format_real(date),
                           "a date after " + format_real(before), ""});
}

void add_succession(Country& c, Id tick, Id doctrine) {
  const Id from = std::max(Id{0}, tick);
  if (!c.calendar.empty() && c.calendar.back().tick == from) {
    c.calendar.pop_back();
  }
  c.calendar.push_back({from, doctrine});
}

// The government in office at the start is the last one before it; so it stands at tick 0.
void bind_calendar(Fields& f, const std::vector<std::string>& doctrines, Country& c) {
  const Node* const list = f.required("calendar");
  if (list == nullptr) {
    return;
  }
  if (!list->is_list() || list->items().empty()) {
    f.refuse("calendar", "found " + describe(*list), "[[DATE, DOCTRINE], ..]");
  }
  Binder& b = f.binder();
  double before = 0.0;
  for (const Node& item : list->items()) {
    std::pair<double, Id> change;
    if (!read_change(f, item, doctrines, change)) {
      continue;
    }
    check_order(f, item, before, change.first);
    before = change.first;
    const Id tick = b.tick_of(change.first);
    if (tick < b.model().ticks) {
      add_succession(c, tick, change.second);
    }
  }
  if (!c.calendar.empty() && c.calendar.front().tick > 0) {
    f.refuse("calendar", "nobody is in office at the start, " + format_real(b.model().start_year),
             "a first government at or before it");
  }
}

void check_succession(Fields& f, const Country& c) {
  const auto& values = f.binder().scenario.values;
  if (!c.term.exists() && !c.turnover.exists()) {
    f.refuse("known_until", "nothing changes governments after it", "term, turnover or both");
  }
  const bool any = std::any_of(c.doctrines.begin(), c.doctrines.end(), [&](const Doctrine& d) {
    return d.weight.exists() && at(values, d.weight.index) > 0.0;
  });
  if (!any) {
    f.refuse("known_until", "no doctrine has a weight to be drawn with",
             "weight in the doctrines that may follow");
  }
}

}  // namespace

void bind_governments(Fields& country, Country& c) {
  c.last_known_tick = never;
  const Node* const doctrines = country.required("doctrines");
  const Node* const governments = country.required("governments");
  if (doctrines == nullptr) {
    return;
  }
  if (!doctrines->is_map() || doctrines->entries().empty()) {
    country.refuse("doctrines",
                   doctrines->is_map() ? "no doctrine" : "found " + describe(*doctrines),
                   "a list of at least one doctrine");
    return;
  }
  c.stance_toward = stance_targets(country, *doctrines);
  const Id self = own_id(country);
  if (std::find(c.stance_toward.begin(), c.stance_toward.end(), self) != c.stance_toward.end()) {
    country.refuse("doctrines", "a stance toward the country itself", "stances toward the others");
  }
  for (const MapEntry& entry : doctrines->entries()) {
    bind_doctrine(country, entry, c, c.doctrines.emplace_back());
  }
  const std::vector<std::string> names = doctrines->keys();
  if (self != no_id) {
    at(country.binder().scenario.names.doctrines, self) = names;
  }
  if (governments == nullptr) {
    return;
  }
  Fields f(country.binder(), *governments, country.path("governments"));
  bind_calendar(f, names, c);
  f.optional_number("term", "years", Bounds::between(0.25, 50.0), c.term);
  f.optional_number("turnover", "1/y", bounds::rate, c.turnover);
  if (f.has("known_until")) {
    c.last_known_tick =
        std::max(Id{0}, f.binder().tick_of(f.real("known_until", bounds::calendar)));
    check_succession(f, c);
  } else {
    f.accept("known_until");
  }
  f.finish();
}

}  // namespace tumen
