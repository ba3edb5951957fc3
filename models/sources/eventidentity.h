// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/json/jsonfields.h"

namespace Trailglass {

/// Reads one row into \a fields and its id and time into a new event; the rest is the vendor's.
///
/// The id is a text that is not empty, or a number as it was written. The time is a text that parseTime()
/// reads.
///
/// \param row  valid JSON, followed by at least 64 readable bytes
/// \error Malformed when the row is no object, or has no readable id or time; the message is the quarantine
/// reason
[[nodiscard]] Result<Event> readIdentity(JsonFields &fields, std::string_view row, std::size_t idField,
                                         std::size_t timeField);

/// The parts of readIdentity(), for a vendor with alternatives.
[[nodiscard]] std::string readId(const JsonFields &fields, std::size_t field);
[[nodiscard]] std::optional<UtcMicros> readMoment(const JsonFields &fields, std::size_t field);
[[nodiscard]] Error notAnObjectError();
[[nodiscard]] Error missingIdError(const FieldPath &path);
[[nodiscard]] Error missingTimeError(const FieldPath &path, const std::string &found);

} // namespace Trailglass
