#include "studies/backtest/record.hpp"

#include "sim/document/load.hpp"
#include "sim/document/map_reader.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr Bounds dates = Bounds::between(1900, 2200);
constexpr Bounds sizes = Bounds::between(-1e12, 1e12);

// Reads one record; what is wrong becomes a problem.
class RecordReader {
 public:
  RecordReader(const Provenance& sources, Problems& problems)
      : sources_(sources), problems_(problems) {}

  [[nodiscard]] std::string known_source(MapReader& reader) {
    const std::string source = reader.text_or("source", "");
    check_source(source, reader.node());
    return source;
  }

  void check_source(const std::string& source, const Node& node) {
    if (!source.empty() && sources_.find(source) == nullptr) {
      problems_.add({node.place(), "source", "no source " + in_quotes(source),
                     "a key of sources.yaml", nearest_name(source, sources_.keys())});
    }
  }

  [[nodiscard]] RecordedTarget target(const Node& node) {
    MapReader reader(node, problems_, "targets");
    RecordedTarget t;
    t.outcome = reader.text("outcome");
    t.observed = reader.real("observed", sizes);
    t.error = reader.real_or("error", Bounds::at_least(0), 0);
    t.discrepancy = reader.real_or("discrepancy", Bounds::positive(), 0.1);
    t.source = known_source(reader);
    t.rule = reader.text("rule");
    reader.finish();
    return t;
  }

  [[nodiscard]] RecordedEntity entity(const MapEntry& entry, const char* table, const char* key) {
    MapReader reader(entry.value, problems_, std::string(table) + "." + entry.key);
    RecordedEntity e;
    e.name = entry.key;
    e.block = reader.text("block");
    e.source = known_source(reader);
    e.note = reader.text_or("note", "");
    if (const Node* list = reader.required(key)) {
      for (const Node& item : list->items()) {
        e.dates.push_back(fact(item, reader.path(key)));
      }
      if (e.dates.empty() && e.source.empty()) {
        reader.refuse(key, "no date and no source", "a source that knows of none");
      }
    }
    check_order(e.dates, reader, key);
    reader.finish();
    return e;
  }

  [[nodiscard]] RecordedSeries series(const Node& node) {
    MapReader reader(node, problems_, "series");
    RecordedSeries s;
    s.outcome = reader.text("outcome");
    s.block = reader.text("block");
    s.rule = reader.text("rule");
    if (const Node* source = reader.required("source")) {
      const bool is_list = source->is_list();
      s.sources = is_list ? reader.text_list("source") : std::vector{source->text()};
      for (const std::string& one : s.sources) {
        check_source(one, node);
      }
    }
    if (const Node* before = reader.required("before")) {
      MapReader last(*before, problems_, reader.path("before"));
      static_cast<void>(last.integer("year"));
      s.before = last.real("value", sizes);
      last.finish();
    }
    if (const Node* values = reader.required("values")) {
      for (const Node& item : values->items()) {
        s.values.push_back(year_and_value(item));
      }
    }
    reader.finish();
    return s;
  }

 private:
  [[nodiscard]] DatedFact fact(const Node& node, const std::string& path) {
    MapReader reader(node, problems_, path);
    DatedFact f;
    f.date = reader.real("date", dates);
    f.source = known_source(reader);
    f.note = reader.text_or("note", "");
    if (f.source.empty()) {
      reader.refuse("source", "a date without a source", "a key of sources.yaml");
    }
    reader.finish();
    return f;
  }

  void check_order(const std::vector<DatedFact>& facts, MapReader& reader, const char* key) {
    const bool is_ascending =
        std::is_sorted(facts.begin(), facts.end(),
                       [](const DatedFact& a, const DatedFact& b) { return a.date < b.date; });
    if (!is_ascending) {
      reader.refuse(key, "dates out of order", "dates from early to late");
    }
  }

  [[nodiscard]] std::pair<int, double> year_and_value(const Node& node) {
    if (node.items().size() != 2) {
      problems_.add(
          {node.place(), "series.values", "found " + describe(node), "[YEAR, VALUE]", ""});
      return {};
    }
    const auto year = read_integer(node.items()[0], "series.values", {1900, 2200}, problems_);
    const auto value = read_real(node.items()[1], "series.values", sizes, problems_);
    return {static_cast<int>(year.value_or(0)), value.value_or(0)};
  }

  const Provenance& sources_;
  Problems& problems_;
};

std::vector<double> read_dates(const Node& list, const std::string& key, Problems& problems) {
  std::vector<double> out;
  for (const Node& item : list.items()) {
    out.push_back(read_real(item, key, dates, problems).value_or(0));
  }
  if (out.empty() || !std::is_sorted(out.begin(), out.end())) {
    problems.add({list.place(), key, "found " + describe(list), "dates from early to late", ""});
  }
  return out;
}

void read_head(MapReader& reader, HistoricalRecord& r) {
  reader.accept("schema");
  r.name = reader.text("name");
  r.title = reader.text("title");
  r.rule = reader.text("rule");
  if (const Node* period = reader.required("calibration")) {
    MapReader in(*period, reader.problems(), "calibration");
    r.from = in.real("from", dates);
    r.until = in.real("until", dates);
    in.finish();
  }
  if (const Node* windows = reader.required("windows")) {
    r.windows = read_dates(*windows, "windows", reader.problems());
  }
  if (!r.windows.empty() && r.windows.front() != r.until) {
    reader.refuse("windows", "windows that do not begin where the calibration ends",
                  fmt::format("a first date of {}", r.until));
  }
}

void read_tests(MapReader& reader, RecordReader& in, HistoricalRecord& r) {
  if (const Node* tests = reader.required("tests")) {
    MapReader entry(*tests, reader.problems(), "tests");
    r.tester = entry.text("country");
    static_cast<void>(in.known_source(entry));
    if (const Node* list = entry.required("dates")) {
      r.tests = read_dates(*list, "tests.dates", reader.problems());
    }
    entry.finish();
  }
}

void read_left_out(const Node& list, HistoricalRecord& r, Problems& problems) {
  for (const Node& item : list.items()) {
    MapReader in(item, problems, "left_out");
    std::string name = in.text("name");
    r.left_out.emplace_back(std::move(name), in.text("why"));
    in.finish();
  }
}

}  // namespace

HistoricalRecord read_record(const std::filesystem::path& file, const Provenance& sources) {
  Problems problems;
  HistoricalRecord r;
  r.text = read_text_file(file, problems, {});
  problems.throw_if_any();
  const Node root = parse_document(r.text, file.generic_string(), problems);
  problems.throw_if_any();
  MapReader reader(root, problems, "");
  static_cast<void>(check_schema(root, problems));
  RecordReader in(sources, problems);
  read_head(reader, r);
  if (const Node* list = reader.required("targets")) {
    for (const Node& item : list->items()) {
      r.targets.push_back(in.target(item));
    }
  }
  if (const Node* map = reader.required("deals")) {
    for (const MapEntry& entry : map->entries()) {
      r.deals.push_back(in.entity(entry, "deals", "signed"));
    }
  }
  if (const Node* map = reader.required("lines")) {
    for (const MapEntry& entry : map->entries()) {
      r.lines.push_back(in.entity(entry, "lines", "opened"));
    }
  }
  read_tests(reader, in, r);
  if (const Node* list = reader.required("series")) {
    for (const Node& item : list->items()) {
      r.series.push_back(in.series(item));
    }
  }
  if (const Node* list = reader.optional("left_out")) {
    read_left_out(*list, r, problems);
  }
  reader.finish();
  problems.throw_if_any();
  return r;
}

}  // namespace tumen
