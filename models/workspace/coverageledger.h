// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Trailglass {

/// A time for which a source was asked, and its vendor gave all events.
struct CoveredInterval
{
    QString source;
    CoverageEntry entry;
};

class EventReader;

/// The coverage ledger of a workspace. Blocking.
///
/// \thread the reader's
/// \param names  of sources, in the order of the result; none: all sources, removed ones too
/// \returns by source, then in the order in which the intervals were fetched
/// \error Usage, with the nearest name: no such source; Storage, naming the source whose coverage cannot be read
[[nodiscard]] Result<std::vector<CoveredInterval>> coveredIntervals(const EventReader &reader,
                                                                    const QStringList &names);

/// The same of a workspace that is not open yet.
/// \thread any
/// \error as above; those of EventReader::open()
[[nodiscard]] Result<std::vector<CoveredInterval>> coveredIntervals(const QString &workspace,
                                                                    const QStringList &names);

} // namespace Trailglass
