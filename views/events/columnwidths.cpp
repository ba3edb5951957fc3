// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnwidths.h"

#include <QFontMetrics>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr int CellPadding = 16; ///< both sides of a cell
constexpr int SortArrow = 22;

/// In digits, which are about as wide as the average letter.
int usualCharacters(const Column &column)
{
    const auto *field = std::get_if<Field>(&column.place);
    if (!field)
        return 22;
    switch (*field) {
    case Field::Created:
    case Field::Received:
        return 25;
    case Field::Vendor:
    case Field::Op:
    case Field::Outcome:
    case Field::ActorType:
        return 9;
    case Field::Source:
    case Field::Category:
    case Field::TargetType:
    case Field::Channel:
    case Field::Environment:
    case Field::Ip:
        return 14;
    case Field::Actor:
    case Field::ActorEmail:
    case Field::Action:
        return 23;
    case Field::Message:
    case Field::Raw:
        return 40;
    default:
        return 18;
    }
}

} // namespace

int usualColumnWidth(const Column &column, const QString &title, const QFontMetrics &metrics)
{
    const int content = usualCharacters(column) * metrics.horizontalAdvance(u'0');
    return std::max(content, metrics.horizontalAdvance(title) + SortArrow) + CellPadding;
}

} // namespace Trailglass
