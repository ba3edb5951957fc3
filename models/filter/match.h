// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass::Filter {

/// What became of a comparison. A regex that passes a limit, or is cancelled, is neither yes nor no.
enum class Match : quint8
{
    No,
    Yes,
    LimitPassed ///< also of a cancelled search: who holds the token tells the two apart
};

[[nodiscard]] constexpr Match matchIf(bool condition)
{
    return condition ? Match::Yes : Match::No;
}

} // namespace Trailglass::Filter
