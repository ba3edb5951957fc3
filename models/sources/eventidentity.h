// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/json/jsonfields.h"

namespace Trailglass {

/// Reads one row into \a fields and its id and time into \a event; the rest is the vendor's.
///
/// The id is a text that is not empty, or a number as it was written. The time is a text that parseTime()
/// reads.
///
/// \param row  valid JSON
/// \param event  a new one, filled in place: to move the many texts of an event takes a measurable part of reading it
/// \error as Source::readEvent(); Malformed also when the row is no object
Result<void> readIdentity(JsonFields &fields, std::string_view row, std::size_t idField,
                          std::size_t timeField, Event &event);

/// The parts of readIdentity(), for a vendor with alternatives.
[[nodiscard]] std::string readId(const JsonFields &fields, std::size_t field);
[[nodiscard]] std::optional<UtcMicros> readMoment(const JsonFields &fields, std::size_t field);
[[nodiscard]] Error notAnObjectError();
/// Whether the row has such a member, whatever its value.
[[nodiscard]] bool hasMember(const JsonFields &fields, std::size_t field);
/// \param hasIdentity  whether the row has the member of the id or one of the time
[[nodiscard]] Error missingIdError(const FieldPath &path, bool hasIdentity);
[[nodiscard]] Error missingTimeError(const FieldPath &path, const std::string &found);

} // namespace Trailglass
