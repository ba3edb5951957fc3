// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/merkle/digest.h"
#include "models/store/records.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Which rows a purge took, as its record names them: by their ranges or, where these are very many, by a hash of them.
struct PurgedRows
{
    /// Bytes of purgedRowsText() that a record has.
    static constexpr qsizetype MaxText = 16 * 1024;

    std::vector<RemovedRange> ranges =
        {}; ///< ascending, each after the one before; empty where there is a hash
    std::optional<Digest> hash = {}; ///< of purgedRowsText()
    RowId first = {}; ///< the first row, where there is a hash
    qint64 count = 0; ///< of ranges, likewise

    friend bool operator==(const PurgedRows &, const PurgedRows &) = default;
};

/// Names rows.
/// \param ranges  ascending, each after the one before
/// \thread any; pure
[[nodiscard]] PurgedRows purgedRows(std::vector<RemovedRange> ranges);

/// Whether \a rows names these rows and no others.
/// \thread any; pure
[[nodiscard]] bool areNamed(const PurgedRows &rows, std::span<const RemovedRange> ranges);

/// Rows as records have them: `1-1109,2000-2100,2105`.
/// \thread any; pure
[[nodiscard]] QByteArray purgedRowsText(std::span<const RemovedRange> ranges);

/// Reads what purgedRowsText() wrote.
/// \returns nothing for any other text
/// \thread any; pure
[[nodiscard]] std::optional<std::vector<RemovedRange>> readPurgedRows(std::string_view text);

} // namespace Trailglass
