// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/operationrule.h"

namespace Trailglass {

/// One documented event type of Asana.
struct AsanaEventType
{
    std::string_view type;
    Operation operation;
};

/// Every event type Asana documents or has been seen to send, sorted by name.
[[nodiscard]] std::span<const AsanaEventType> asanaEventTypes();

/// For event types newer than the table: what their words mean; the first rule that fits wins.
[[nodiscard]] std::span<const OperationRule> asanaOperationRules();

/// The class of an event type: from the table, and by its words where it is newer than the table.
[[nodiscard]] Operation asanaOperation(std::string_view eventType);

} // namespace Trailglass
