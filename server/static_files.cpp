#include "server/static_files.hpp"

#include "sim/document/problem.hpp"
#include "studies/seal/sha256.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tumen::server {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& file, int line, std::string found, std::string allowed) {
  Problems problems;
  problems.add({{file.generic_string(), line, line > 0 ? 1 : 0},
                "",
                std::move(found),
                std::move(allowed),
                ""});
  throw InputError(problems);
}

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    refuse(file, 0, "cannot be read", "the folder of the built page (web/dist)");
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string type_of(const fs::path& file) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> types = {
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".json", "application/json"},
       {".txt", "text/plain; charset=utf-8"}}};
  for (const auto& [ending, type] : types) {
    if (file.extension() == ending) {
      return std::string(type);
    }
  }
  return "";
}

/// Names with a hash of their content may be kept for ever, others are asked for again.
std::string cache_of(const std::string& name) {
  return name.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

struct ListedFile {
  std::string hash, name;
};

ListedFile listed_file(const fs::path& list, int number, const std::string& line) {
  constexpr std::size_t digits = 64;
  const bool has_form = line.size() > digits + 2 && line.substr(digits, 2) == "  " &&
                        line.find_first_not_of("0123456789abcdef") == digits;
  const std::string name = has_form ? line.substr(digits + 2) : "";
  if (!has_form || name.find("..") != std::string::npos || name.front() == '/') {
    refuse(list, number, in_quotes(line), "SHA-256, two blanks and a name below this folder");
  }
  return {line.substr(0, digits), name};
}

Response read_listed(const fs::path& folder, const ListedFile& listed) {
  const fs::path file = folder / listed.name;
  Response response{200, type_of(file), read_bytes(file), cache_of(listed.name)};
  if (response.type.empty()) {
    refuse(file, 0, "a file of unknown kind", "html, js, css, svg, png, json and txt");
  }
  if (const std::string hash = sha256(response.body); hash != listed.hash) {
    refuse(file, 0, "SHA-256 " + hash, listed.hash + ", as " + list_of_files + " has it");
  }
  return response;
}

}  // namespace

StaticFiles read_static_files(const fs::path& folder) {
  const fs::path list = folder / list_of_files;
  std::istringstream lines(read_bytes(list));
  StaticFiles files;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    const ListedFile listed = listed_file(list, ++number, line);
    files["/" + listed.name] = read_listed(folder, listed);
  }
  const auto index = files.find("/index.html");
  if (index == files.end()) {
    refuse(list, 0, "no index.html", "the list of the built page");
  }
  files["/"] = index->second;
  return files;
}

}  // namespace tumen::server
