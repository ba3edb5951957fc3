// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace Trailglass {

/// A count as tr() takes it for `%Ln`: of a larger one the greatest that it can say. Where that would be wrong to show,
/// as of an archive, the text has `%1` for the number in place of `%Ln`; tr() then chooses the form alone.
/// \thread any
[[nodiscard]] constexpr int countArgument(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace Trailglass
