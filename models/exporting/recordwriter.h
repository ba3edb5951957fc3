// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/exporting/spreadsheetlimits.h"

#include <string>

namespace Trailglass {

/// Turns records into the bytes of one format. Does no I/O: everything is appended to a buffer of the
/// caller's.
///
/// \thread one at a time, not always the same
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;

    /// True when records must come with their raw JSON.
    [[nodiscard]] virtual bool needsRaw() const = 0;

    /// Cells (or top-level keys) of a row.
    [[nodiscard]] virtual qsizetype columnCount() const = 0;

    /// Appends what stands before the first record.
    virtual void writeHeader(std::string &out) = 0;

    virtual void writeRecord(const EventRecord &record, std::string &out) = 0;

    /// Appends what stands after the last record.
    virtual void writeEnd(std::string &) { }

    /// How many cells written so far were changed so that a spreadsheet does not run them.
    [[nodiscard]] virtual qint64 neutralisedCells() const { return 0; }

    /// What of the rows written so far a spreadsheet will not show.
    [[nodiscard]] virtual SpreadsheetOverflow spreadsheetOverflow() const { return {}; }
};

} // namespace Trailglass
