// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/filter/ast.h"

#include <QByteArray>

#include <vector>

namespace Trailglass {

/// Whether a time is in one of some windows.
/// \param time  an expression for microseconds as UtcMicros
/// \thread any
[[nodiscard]] ArchiveSql isInWindows(const ArchiveSql &time, const std::vector<TimeWindow> &windows);

/// Hour and weekday of `created` in a zone, by its offsets as this program knows them: a server may have other ones.
/// \thread any
class LocalTimeSql
{
public:
    /// Changes of the offset that SQL can hold without becoming slow.
    static constexpr std::size_t MaxOffsets = 1'000;

    /// \param events  outside of which the results do not matter; both ends set
    /// \error Usage for an unknown zone, and for events of so long a time that it has over MaxOffsets changes
    static Result<LocalTimeSql> make(const QByteArray &zone, const TimeWindow &events);

    /// 0 … 23
    [[nodiscard]] ArchiveSql hour() const;
    /// 0 for Monday … 6 for Sunday
    [[nodiscard]] ArchiveSql weekday() const;
    [[nodiscard]] ArchiveSql value(Filter::DerivedField field) const;
    /// The value as facets name it: `8`, `mon`.
    [[nodiscard]] ArchiveSql text(Filter::DerivedField field) const;

private:
    explicit LocalTimeSql(ArchiveSql local)
        : m_local(std::move(local))
    {
    }

    ArchiveSql m_local; ///< µs from a Monday before all times
};

/// The values of a derived field that a term matches.
/// \param term  on a DerivedField
/// \thread any
[[nodiscard]] ArchiveSql derivedTermSql(const Filter::Term &term, const LocalTimeSql &localTime);

} // namespace Trailglass
