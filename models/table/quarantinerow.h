// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <memory>
#include <string>

namespace Trailglass {

/// A quarantined row as a list shows it. A value type; texts are unchanged; views pass them through visibleText().
struct QuarantineRow
{
    enum class Kind
    {
        Unreadable,
        Conflict, ///< another version of an event that is stored
    };

    qint64 id = 0; ///< of no other row as long as this one is there
    QString source; ///< its name
    QString typeName; ///< `asana`
    Kind kind = Kind::Unreadable;
    QString eventId = {}; ///< of the stored event; empty unless a conflict
    UtcMicros received; ///< first time
    QString place = {}; ///< the page or the file that it came with; empty: not noted
    QString reason = {}; ///< why it could not be read; empty for a conflict
    qint64 offset = 0; ///< in bytes, from the start of the response or file; 0 for a conflict
    /// Of a conflict: versions that came before this one, after that of the row before, and are not kept.
    qint64 notKept = 0;
    qint64 length = 0; ///< in bytes, as received
    bool isWhole = true; ///< all bytes are kept

    friend bool operator==(const QuarantineRow &, const QuarantineRow &) = default;
};

/// A quarantined row with everything that is kept of it.
struct QuarantineContent
{
    QuarantineRow row;
    std::shared_ptr<const std::string> bytes; ///< those kept; not null
    std::shared_ptr<const std::string>
        stored; ///< JSON of the stored event of a conflict; null where there is none
    std::shared_ptr<const EventChanges>
        changes; ///< from the stored version to this one; null unless both are whole
};

/// `unreadable`, `conflict`: for scripts.
[[nodiscard]] QString quarantineKindName(QuarantineRow::Kind kind);

/// The kind of a row for people, translated.
[[nodiscard]] QString quarantineKindText(QuarantineRow::Kind kind);

/// Why a row is quarantined: one translated sentence, also for a conflict.
[[nodiscard]] QString quarantineReason(const QuarantineRow &row);

} // namespace Trailglass
