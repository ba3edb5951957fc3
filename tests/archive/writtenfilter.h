// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/filtersql.h"
#include "models/archive/timesql.h"
#include "models/core/text.h"
#include "models/filter/filter.h"

#include <QByteArray>
#include <QString>

namespace Trailglass::Testing {

inline Filter::NodePointer treeOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

inline FilterSqlContext contextIn(const QByteArray &zone)
{
    return {.query = {.now = *parseTime("2026-11-20T12:00:00Z"), .displayZone = zone},
            .events = {*parseTime("2025-01-01T00:00:00Z"), *parseTime("2026-01-01T00:00:00Z")}};
}

inline QString sqlOf(const ArchiveSql &sql)
{
    return toQString(sql.text());
}

/// Or the message of the error.
inline QString written(const QString &expression, const QByteArray &zone = "UTC")
{
    const auto result = filterSql(treeOf(expression), contextIn(zone));
    return result ? sqlOf(result->condition) : result.error().message;
}

} // namespace Trailglass::Testing
