// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// What a table keeps of an event: enough for its cells, however large the event is.
struct ShownRecord
{
    /// Bytes of all texts together, at most: however a vendor fills an event.
    static constexpr std::size_t MaxBytes = 256 * 1024;
    /// Bytes of one text, at least MaxShownCharacters of them.
    static constexpr std::size_t MaxTextBytes = 40'000;

    EventRecord record; ///< without raw; a text longer than limit is cut, and ends with `…`
    std::vector<std::string> texts; ///< of the projection's columns, in order; cut likewise
    std::size_t limit = MaxTextBytes; ///< bytes; a longer text is not all of it
    bool isWhole = true; ///< the record but for raw: none of its own texts is cut

    /// Bytes of all texts.
    [[nodiscard]] std::size_t bytes() const;
};

/// The columns of a table whose cells come from the raw JSON: reads them, so that the JSON need not be kept.
///
/// Immutable;
/// \thread any
class CellProjection
{
public:
    CellProjection() = default;
    explicit CellProjection(const std::vector<Column> &columns);

    [[nodiscard]] bool needsRaw() const { return !m_columns.empty(); }
    /// The column's place in ShownRecord::texts; nothing when it is read from the record itself.
    [[nodiscard]] std::optional<std::size_t> placeOf(const Column &column) const;

    /// \param record  with raw when needsRaw()
    [[nodiscard]] ShownRecord read(EventRecord &&record) const;

    friend bool operator==(const CellProjection &, const CellProjection &) = default;

private:
    std::vector<Column> m_columns; ///< each once
};

} // namespace Trailglass
