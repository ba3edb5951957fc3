// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <array>
#include <string>
#include <string_view>

namespace Trailglass {

/// Every stored field of an event, in the order of the table columns. `Raw` is last.
enum class Field : quint8
{
    Source,
    Vendor,
    Id,
    Created,
    Received,
    Action,
    Category,
    Op,
    Outcome,
    Actor,
    ActorId,
    ActorEmail,
    ActorName,
    ActorType,
    Target,
    TargetId,
    TargetName,
    TargetType,
    Ip,
    UserAgent,
    Channel,
    Workspace,
    Environment,
    Correlation,
    Message,
    Raw,
};

inline constexpr std::size_t FieldCount = 26;

/// All fields in order, for tables and loops.
[[nodiscard]] const std::array<Field, FieldCount> &allFields();

/// Canonical name: `actor.email`, `user_agent`, `raw`. Used in filters, column headers and the `events` view.
[[nodiscard]] std::string_view name(Field field);

/// Ignores ASCII case. Aliases are the filter language's business, not this table's.
[[nodiscard]] std::optional<Field> fieldFromName(std::string_view name);

/// The field as text: times as formatTime() prints them, classes by name, empty where there is no value.
///
/// The view is valid as long as \a record and \a scratch are; \a scratch is used for texts that must be
/// composed.
[[nodiscard]] std::string_view fieldText(const EventRecord &record, Field field, std::string &scratch);

} // namespace Trailglass
