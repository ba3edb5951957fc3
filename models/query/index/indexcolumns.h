// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/storedrow.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// One column of the index: whole numbers that table `event` gives for each row.
struct IndexColumn
{
    std::string expression; ///< SQL over table `event`, as Schema::valueExpression() and RowLayout have it
    bool isTime = false; ///< µs; else a code
    StoredRange range = {}; ///< what its numbers may be
};

inline constexpr std::size_t IndexColumnCount = 21;

/// Some of the columns.
using IndexColumnSet = std::bitset<IndexColumnCount>;
inline constexpr IndexColumnSet AllIndexColumns{(1U << IndexColumnCount) - 1};

/// The columns in the order they are saved in; the order is part of the format.
[[nodiscard]] const std::array<IndexColumn, IndexColumnCount> &indexColumns();

/// Where an expression of a RowLayout is found; nothing for one that the index does not hold.
[[nodiscard]] std::optional<std::size_t> indexColumnOf(std::string_view expression);

/// Where `created` is.
inline constexpr std::size_t CreatedColumn = 0;
/// Where a 1 says that a search of the raw JSON finds every text of the event: see textsAreInRaw().
inline constexpr std::size_t TextsInRawColumn = 20;
/// Where the codes of `source` are, which `vendor` follows.
inline constexpr std::size_t SourceColumn = 2;

} // namespace Trailglass
