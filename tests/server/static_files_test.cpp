// The built page is served as it was listed, or not at all.
#include "server/static_files.hpp"

#include "sim/document/problem.hpp"
#include "studies/seal/sha256.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using namespace tumen;
using server::read_static_files;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string line_of(const std::string& text, const std::string& name) {
  return sha256(text) + "  " + name + "\n";
}

std::string refusal_of(const fs::path& folder) {
  try {
    static_cast<void>(read_static_files(folder));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the page in the repository is whole, as its list says", "[server]") {
  const auto files = read_static_files(fs::path(TUMEN_SOURCE_DIR) / "web" / "dist");
  REQUIRE(files.count("/") == 1);
  CHECK(files.at("/").type == "text/html; charset=utf-8");
  CHECK(files.at("/").cache == "no-cache");
  std::size_t bytes = 0;
  for (const auto& [name, file] : files) {
    bytes += file.body.size();
    CHECK((!name.starts_with("/assets/") || test::has(file.cache, "immutable")));
    CHECK_FALSE(test::has(file.body, "https://fonts."));
  }
  CHECK(bytes < 500'000);  // of five languages and three kinds of pages; one loads about half
}

TEST_CASE("only what is listed is served", "[server]") {
  const test::TemporaryFolder folder;
  write(folder.path() / "index.html", "x");
  write(folder.path() / "secret.txt", "y");
  write(folder.path() / "SHA256SUMS", line_of("x", "index.html"));
  const auto files = read_static_files(folder.path());
  CHECK(files.size() == 2);
  CHECK(files.at("/index.html").body == "x");
}

TEST_CASE("a page that is not what its list says is refused", "[server]") {
  const test::TemporaryFolder folder;
  CHECK(test::has(refusal_of(folder.path()), "cannot be read"));
  write(folder.path() / "index.html", "x");
  write(folder.path() / "SHA256SUMS", line_of("other", "index.html"));
  CHECK(test::has(refusal_of(folder.path()), "SHA-256"));
  write(folder.path() / "SHA256SUMS", line_of("x", "../index.html"));
  CHECK(test::has(refusal_of(folder.path()), "a name below this folder"));
  write(folder.path() / "SHA256SUMS", line_of("x", "/etc/passwd"));
  CHECK(test::has(refusal_of(folder.path()), "a name below this folder"));
  write(folder.path() / "SHA256SUMS", "x\n");
  CHECK(test::has(refusal_of(folder.path()), "SHA256SUMS:1"));
  write(folder.path() / "page.exe", "x");
  write(folder.path() / "SHA256SUMS", line_of("x", "page.exe"));
  CHECK(test::has(refusal_of(folder.path()), "unknown kind"));
  write(folder.path() / "SHA256SUMS", "");
  CHECK(test::has(refusal_of(folder.path()), "no index.html"));
}
