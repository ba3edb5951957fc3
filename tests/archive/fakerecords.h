// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiverow.h"
#include "models/archive/eventkey.h"
#include "models/archive/eventtable.h"
#include "models/archive/recordcolumns.h"
#include "tests/archive/rowbinarywriter.h"

namespace Trailglass::Testing {

/// Writes an event with its JSON as a server does; the records of all events are of the same size.
inline void appendRecord(RowBinaryWriter &rows, const EventKey &key)
{
    const auto is = [](const std::string &column, Field field) {
        return column == archiveColumnName(field);
    };
    const ArchiveRow row = ArchiveRow::of(key.row);
    for (const std::string &column : recordColumns(true)) {
        if (column == "origin")
            rows.number(row.origin);
        else if (column == "row")
            rows.number(row.row.value);
        else if (is(column, Field::Created) || is(column, Field::Received))
            rows.number(key.created.value);
        else if (is(column, Field::Vendor))
            rows.text("asana");
        else if (is(column, Field::Op))
            rows.text("read");
        else if (is(column, Field::Outcome))
            rows.text("success");
        else
            rows.text(is(column, Field::Raw) ? "{}" : "");
    }
}

/// How a query names an event.
inline QByteArray tupleOf(const EventKey &key)
{
    const ArchiveRow row = ArchiveRow::of(key.row);
    return '(' + QByteArray::number(key.created.value) + ", " + QByteArray::number(row.origin) + ", "
        + QByteArray::number(row.row.value) + ')';
}

} // namespace Trailglass::Testing
