// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

#include <vector>

namespace Trailglass {

/// Writes one compact JSON object a line, each line ended by a line feed.
///
/// Without columns: the whole record, keys in the fixed order source, vendor, id, created, received, action,
/// category, op, outcome, actor{display,id,email,name,type}, target{display,id,name,type}, ip, user_agent,
/// channel, workspace, environment, message, correlation, raw; absent values are null. `raw` is the stored
/// bytes but for line breaks between tokens.
///
/// With columns: only those keys, in their order, flat: `actor.email` is one key. Fields are strings (null
/// when absent), `raw` is the object itself, an `@path` (key as the filter language prints it) the value it
/// has in the raw JSON, several matches an array.
class NdjsonWriter final : public RecordWriter
{
public:
    /// Whole records.
    NdjsonWriter() = default;
    /// Of a column given twice the second is left out.
    explicit NdjsonWriter(std::vector<Column> columns);

    [[nodiscard]] bool needsRaw() const override;
    [[nodiscard]] qsizetype columnCount() const override;
    void writeHeader(std::string &) override { }
    void writeRecord(const EventRecord &record, std::string &out) override;

private:
    std::vector<Column> m_columns; ///< empty: whole records
};

} // namespace Trailglass
