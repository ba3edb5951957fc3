// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass::Filter {

/// The result of a comparison. A regex that exceeds a limit or is cancelled has no yes or no.
enum class Match : quint8
{
    No,
    Yes,
    LimitPassed ///< also after cancellation: check the token
};

[[nodiscard]] constexpr Match matchIf(bool condition)
{
    return condition ? Match::Yes : Match::No;
}

} // namespace Trailglass::Filter
