// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

namespace Trailglass {

/// Just the cells of one column, unchanged: what "copy the value" puts on the clipboard.
class ValueWriter final : public RecordWriter
{
public:
    explicit ValueWriter(Column column)
        : m_column(std::move(column))
    {
    }

    [[nodiscard]] bool needsRaw() const override { return m_column.needsRaw(); }
    [[nodiscard]] qsizetype columnCount() const override { return 1; }
    void writeHeader(std::string &) override { }
    void writeRecord(const EventRecord &record, std::string &out) override
    {
        out += cellText(record, m_column, m_scratch);
    }

private:
    Column m_column;
    std::string m_scratch;
};

} // namespace Trailglass
