// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/timesql.h"
#include "models/filter/ast.h"

#include <vector>

namespace Trailglass {

/// Queries that count the values of fields. Those of a field come in the order of a Facet: most first, then by value; no
/// value, the empty text, last among equals.
///
/// Values are texts; those of `created` and `received` are µs as digits.
/// \thread any
class FacetSql
{
public:
    /// \param from  fromEvents()
    /// \param limit  values of a field at most; 0: all
    /// \param localTime  for hours and weekdays; null: none is among the fields
    FacetSql(ArchiveSql from, quint64 limit, const LocalTimeSql *localTime);

    /// \returns columns: value String, count Int64
    [[nodiscard]] ArchiveSql ofField(const Filter::FieldReference &field) const;

    /// Several fields in one pass, for servers with GROUPING SETS.
    /// \param fields  two or more that sharesQuery()
    /// \returns columns: number of the field UInt8, value String, count Int64; ordered by the number first
    [[nodiscard]] ArchiveSql ofFields(const std::vector<Filter::FieldReference> &fields) const;

    /// Whether ofFields() takes it: not a time, a path or `raw`. Best for fields with few values.
    [[nodiscard]] static bool sharesQuery(const Filter::FieldReference &field);

private:
    [[nodiscard]] ArchiveSql valueOf(const Filter::FieldReference &field) const;
    [[nodiscard]] ArchiveSql limited(const ArchiveSql &limitBy) const;

    ArchiveSql m_from;
    quint64 m_limit;
    const LocalTimeSql *m_localTime;
};

} // namespace Trailglass
