#pragma once

#include "sim/document/document.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace tumen::test {

/// The messages of all problems found in the text when only parsed.
inline std::string parse_messages(std::string_view text, const Limits& limits = {}) {
  Problems problems;
  static_cast<void>(parse_document(text, "f.yaml", problems, limits));
  return problems.text();
}

/// A parsed text that is meant to be free of problems.
inline Node parsed(std::string_view text) {
  Problems problems;
  Node root = parse_document(text, "f.yaml", problems);
  problems.throw_if_any();
  return root;
}

/// A folder of its own that goes away with its files.
class DocumentFolder {
 public:
  explicit DocumentFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("tumen_document_" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~DocumentFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  DocumentFolder(const DocumentFolder&) = delete;
  DocumentFolder& operator=(const DocumentFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  std::filesystem::path write(const std::string& name, std::string_view text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  /// The text without the folder's path, for literal comparisons.
  [[nodiscard]] std::string strip(std::string text) const {
    const std::string own = path_.generic_string() + "/";
    for (auto at = text.find(own); at != std::string::npos; at = text.find(own)) {
      text.erase(at, own.size());
    }
    return text;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace tumen::test
