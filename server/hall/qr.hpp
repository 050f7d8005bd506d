#pragma once
// QR codes: the one user of libqrencode.
#include <string>
#include <string_view>
#include <vector>

namespace tumen::server::hall {

/// The modules of a QR code of the text (error correction M, no margin): a row of '0' and '1' each.
/// Empty if the text is too long for one.
[[nodiscard]] std::vector<std::string> qr_rows(std::string_view text);

/// The code for a terminal, two rows a line in half blocks of UTF-8, with the margin of four
/// modules that readers ask for, light on dark.
[[nodiscard]] std::string qr_in_half_blocks(const std::vector<std::string>& rows);

}  // namespace tumen::server::hall
