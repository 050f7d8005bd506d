#include "server/hall/qr.hpp"

#include <memory>

#include <qrencode.h>

namespace tumen::server::hall {

std::vector<std::string> qr_rows(std::string_view text) {
  const std::string copy(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(copy.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  std::vector<std::string> rows;
  if (code == nullptr) {
    return rows;
  }
  const auto width = static_cast<std::size_t>(code->width);
  for (std::size_t y = 0; y < width; ++y) {
    std::string row;
    for (std::size_t x = 0; x < width; ++x) {
      row += (code->data[y * width + x] & 1U) != 0 ? '1' : '0';
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string qr_in_half_blocks(const std::vector<std::string>& rows) {
  constexpr int margin = 4;
  const int width = static_cast<int>(rows.size());
  const auto is_dark = [&](int y, int x) {
    return y >= 0 && x >= 0 && y < width && x < width &&
           rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '1';
  };
  std::string text;
  for (int y = -margin; y < width + margin; y += 2) {
    for (int x = -margin; x < width + margin; ++x) {
      const bool upper = !is_dark(y, x), lower = !is_dark(y + 1, x);
      text += upper ? (lower ? "\u2588" : "\u2580") : (lower ? "\u2584" : " ");
    }
    text += "\n";
  }
  return text;
}

}  // namespace tumen::server::hall
