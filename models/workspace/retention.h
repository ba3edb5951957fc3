// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/store/records.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

class EventReader;

/// How long a vendor keeps the events of a source, and which of them the source fetches.
struct Retention
{
    int days = 0; ///< an event is deleted so many days after it happened
    std::optional<UtcMicros> scopeEnd = {}; ///< the settings exclude later events; unset: none
};

/// Events that were never fetched and that the vendor deletes.
struct RetentionRisk
{
    enum class Kind
    {
        Soon, ///< the first one is deleted within RetentionNotice; a sync before that gets them all
        Partly, ///< the first ones are deleted already; a sync gets the others
        Lost, ///< all are deleted
    };
    Kind kind = Kind::Soon;
    TimeWindow window; ///< they happened in; both ends are set
    /// Soon: when the first one is deleted. Partly: those before this time are deleted. Lost: the window's end.
    UtcMicros limit;

    friend bool operator==(const RetentionRisk &, const RetentionRisk &) = default;
};

/// How long before the first deletion it is warned of.
inline constexpr qint64 RetentionNotice = 14 * UtcMicros::PerDay;

/// What of a source's log is about to be deleted before it is fetched, or was.
///
/// Looks at the time from the first moment that was fetched until \a now which no entry of \a ledger covers. What was
/// deleted before an interval was requested does not count as covered by it. Of several risks the first that a sync can
/// still do something about, else the latest loss. Pure; the one rule for window and command line.
/// \thread any
/// \param ledger  in any order
/// \returns nothing also for a source that was never synced completely
[[nodiscard]] std::optional<RetentionRisk> retentionRisk(const std::vector<CoverageEntry> &ledger,
                                                         UtcMicros now, const Retention &retention);

/// The same of a stored source. Blocking.
/// \thread the reader's
/// \returns nothing for a removed source, where the vendor documents no retention, and where the coverage cannot be read,
/// which its listing reports
[[nodiscard]] std::optional<RetentionRisk> retentionRisk(const EventReader &reader,
                                                         const SourceRecord &source, UtcMicros now);

/// The risk in one sentence with its dates: what the vendor does and what to do.
/// \param timeText  how a moment is written
[[nodiscard]] QString retentionSentence(const RetentionRisk &risk, const SourceRecord &source,
                                        const std::function<QString(UtcMicros)> &timeText);

} // namespace Trailglass
