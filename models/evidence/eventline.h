// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// An event as a line of events.ndjson has it.
struct EventLine
{
    std::string source; ///< name; any text
    std::string vendor; ///< any text: a later version knows more vendors
    UtcMicros received;
    Event event; ///< raw: what the line has of it, without line breaks, and not checked
};

/// Reads a line as NdjsonWriter writes whole records. What source, vendor, id and times are is read strictly, everything else
/// as far as it is there.
///
/// \param line  with its line feed; any bytes
/// \returns nothing for a line without those, for one whose times are not written as formatTime() writes them, and for one
/// with many more values than an event has
/// \thread any; pure
[[nodiscard]] std::optional<EventLine> parseEventLine(std::string_view line);

/// Whether JSON on one line is \a raw: the same bytes but for the line breaks, which a line cannot have.
/// \thread any; pure
[[nodiscard]] bool isOnOneLine(std::string_view raw, std::string_view onOneLine);

} // namespace Trailglass
