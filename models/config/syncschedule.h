// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMap>
#include <QString>

namespace Trailglass {

/// When a source is synced without being requested.
struct SyncSchedule
{
    static constexpr int MinMinutes = 5;
    static constexpr int MaxMinutes = 10'080; ///< a week
    static constexpr int DefaultMinutes = 15; ///< where a choice begins

    int everyMinutes = 0; ///< from the end of a sync to the next one, MinMinutes … MaxMinutes; 0: by hand
    bool atStart = false; ///< also when the workspace is opened

    [[nodiscard]] bool isByHand() const { return everyMinutes == 0 && !atStart; }
    friend bool operator==(const SyncSchedule &, const SyncSchedule &) = default;
};

/// By the name of the source; those that are missing are synced by hand.
using SyncSchedules = QMap<QString, SyncSchedule>;

/// One line a source, as the settings keep them; those by hand are left out. Pure.
/// \thread any
[[nodiscard]] QString syncSchedulesText(const SyncSchedules &schedules);

/// What syncSchedulesText() wrote. A line that was damaged or edited by hand, with an interval out of bounds for example, is
/// left out, and so is what comes after MaxStoredSchedules lines. Pure.
/// \thread any
[[nodiscard]] SyncSchedules parseSyncSchedules(const QString &text);

inline constexpr qsizetype MaxStoredSchedules = 1'000; ///< far more than anybody has sources

} // namespace Trailglass
