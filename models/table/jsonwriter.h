// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/ndjsonwriter.h"

namespace Trailglass {

/// Writes whole records as JSON for the clipboard: a single one as the object it is, several as an array of
/// one object a line. Objects as NdjsonWriter writes them.
class JsonWriter final : public RecordWriter
{
public:
    /// \param rows  how many are going to be written
    explicit JsonWriter(qint64 rows)
        : m_isArray(rows != 1)
    {
    }

    [[nodiscard]] bool needsRaw() const override { return m_objects.needsRaw(); }
    [[nodiscard]] qsizetype columnCount() const override { return m_objects.columnCount(); }
    void writeHeader(std::string &out) override;
    void writeRecord(const EventRecord &record, std::string &out) override;
    void writeEnd(std::string &out) override;

private:
    NdjsonWriter m_objects;
    bool m_isArray;
    bool m_isFirst = true;
};

} // namespace Trailglass
