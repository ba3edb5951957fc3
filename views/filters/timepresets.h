// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/query/queryengine.h"

#include <QDateTime>

#include <optional>

namespace Trailglass {

/// What the time menu of the filter pane offers, in its order.
enum class TimePreset
{
    AnyTime,
    LastHour,
    Last24Hours,
    Last7Days,
    Last30Days,
    Today,
    Yesterday,
    ThisMonth,
    Custom, ///< from … to
    Other ///< what only the query bar can say
};

/// A clock time on the wall of the display zone, to the minute, as a QDateTime in Qt::UTC. Both ends
/// included.
struct WallSpan
{
    QDateTime from;
    QDateTime to;

    friend bool operator==(const WallSpan &, const WallSpan &) = default;
};

/// What the tree says of `created` at its top.
[[nodiscard]] TimePreset timePresetOf(const Filter::NodePointer &tree, const QueryContext &context);

/// The value of `created:` for a preset; nothing for any time.
/// \pre neither Custom nor Other
[[nodiscard]] std::optional<Filter::Value> timePresetValue(TimePreset preset, const QueryContext &context);

/// `2026-11-01T00:00..2026-11-20T23:59`, without a zone: it means the display zone.
[[nodiscard]] Filter::Value wallSpanValue(const WallSpan &span);
/// A range of two calendar times or one partial date; seconds are cut.
/// \returns nothing for any other value
[[nodiscard]] std::optional<WallSpan> wallSpanOf(const Filter::Value &value, const QueryContext &context);

/// Where a new custom span starts from: the current interval, else the last seven days, to now.
[[nodiscard]] WallSpan suggestedSpan(const Filter::NodePointer &tree, const QueryContext &context);

} // namespace Trailglass
