// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changerows.h"
#include "models/core/event.h"
#include "models/workspace/eventlookup.h"

#include <QString>

#include <string>

namespace Trailglass {

/// What an event says of before and after, for people: of each change what it is of, the paths of both sides, and below them
/// the values that differ, `-` before what was and `+` before what is, `=` before what is on both sides. Of texts of several
/// lines, lines that are the same stand around those that are not. Values go through visibleText(), and long ones are cut, but for
/// differences in the vendor's own form.
/// \param rows  of \a changes, with ChangeLayout::isInline
/// \returns empty where there is no change
[[nodiscard]] QString changesText(const EventChanges &changes, const ChangeRows &rows);

/// The same as one JSON object on a line of its own, with whole values:
/// `{"source","id","changes":[{"subject","kind":"changed|removed|added|unchanged|given","before_path","after_path","before",
/// "after"}],"complete"}`. One element for each ChangedValue; a side that is not there is null, with its path. `complete` is
/// false where EventChanges::isCut is true.
[[nodiscard]] std::string changesJson(const EventRecord &record, const EventChanges &changes);

/// What is different in two events, for people: which ones they are, and below that the values, as changesText() prints them.
/// \param rows  of compareEvents() of the two, with ChangeLayout::isInline
[[nodiscard]] QString comparisonText(const EventPair &events, const EventChanges &changes,
                                     const ChangeRows &rows);

/// The same as one JSON object on a line of its own, with whole values:
/// `{"before":{"source","id"},"after":{"source","id"},"changes":[…],"complete"}`, with elements as those of changesJson(), whose
/// subject is empty. There are none where the events are equal.
[[nodiscard]] std::string comparisonJson(const EventPair &events, const EventChanges &changes);

} // namespace Trailglass
