// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

using CsvRows = std::vector<std::vector<std::string>>;

/// Reads CSV strictly by the grammar of RFC 4180 section 2, independent of the writer: rows end with CRLF,
/// quotes only around a whole cell and doubled inside.
/// \returns nothing for anything else, a lone CR or LF outside quotes included
[[nodiscard]] std::optional<CsvRows> readCsv(std::string_view text);

} // namespace Trailglass
