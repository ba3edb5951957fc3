// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <span>
#include <string_view>

namespace Trailglass {

/// One line of a vendor's table: an action with this word in it is of this class.
struct OperationRule
{
    std::string_view
        word; ///< lower case; a `*` at the end lets the word go on: `creat*` is create, created, creation
    Operation operation;
};

/// Classes an action by the first rule that fits any of its words.
///
/// Words are runs of ASCII letters and digits; a capital after a small letter begins a new one, so
/// `roleRevoke`, `ROLE_REVOKED` and `Role revoke` all have the word `role`. Case is ignored.
///
/// \returns Operation::Other when no rule fits
[[nodiscard]] Operation operationFor(std::string_view action, std::span<const OperationRule> rules);

} // namespace Trailglass
