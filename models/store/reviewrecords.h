// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/markcolour.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// What reviewers may type, in UTF-16 units. Longer texts are refused, and are damage where a workspace has them.
namespace ReviewLimits {

inline constexpr qsizetype MaxName = 200; ///< of a reviewer and of a review
inline constexpr qsizetype MaxNote = 10'000; ///< of a review and of an event
inline constexpr std::size_t MaxNoteBytes = 3 * static_cast<std::size_t>(MaxNote); ///< the same in UTF-8
inline constexpr qsizetype MaxFilter = 65'536; ///< as long as a filter can be
inline constexpr std::size_t MaxMarks = 10'000; ///< events of one change of marks

} // namespace ReviewLimits

/// One entry of the review log: who has looked at which events, up to where.
struct ReviewEntry
{
    qint64 id = 0; ///< rises with each entry; given when it is stored
    UtcMicros at = {};
    QString reviewer = {}; ///< name of the local account
    QString name = {}; ///< which of the reviewer's reviews
    QString filter = {}; ///< as typed; empty: every event
    RowId row = {}; ///< the last row there was: events of greater rows are new
    qint64 size = 0; ///< leaves of the tree before this entry; given when it is stored
    qint64 count = 0; ///< events that match the filter and were new
    QString note = {};

    friend bool operator==(const ReviewEntry &, const ReviewEntry &) = default;
};

/// The mark of a listed event.
struct EventMark
{
    RowId row;
    MarkColour colour = MarkColour::Red;
    QString reviewer = {}; ///< who set it last
    UtcMicros at = {};

    friend bool operator==(const EventMark &, const EventMark &) = default;
};

/// The note on a listed event.
struct EventNote
{
    RowId row;
    QString note = {}; ///< not empty
    QString reviewer = {}; ///< who wrote it last
    UtcMicros at = {};

    friend bool operator==(const EventNote &, const EventNote &) = default;
};

/// An event by the name that stays when a newer version replaces it.
struct NamedEvent
{
    QString source; ///< name
    std::string id; ///< the vendor's

    friend bool operator==(const NamedEvent &, const NamedEvent &) = default;
};

/// What a reviewer does to the marks of some events.
struct MarkChange
{
    std::vector<NamedEvent> events; ///< at most ReviewLimits::MaxMarks
    std::optional<MarkColour> colour = {}; ///< nothing: their marks are removed
    QString reviewer = {};
    UtcMicros at = {};
};

/// What a reviewer does to the note on an event.
struct NoteChange
{
    NamedEvent event;
    QString note = {}; ///< empty: it is removed
    QString reviewer = {};
    UtcMicros at = {};
};

} // namespace Trailglass
