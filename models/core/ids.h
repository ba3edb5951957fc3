// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace Trailglass {

/// An integer that only compares with its own kind: a row, a source id and a count never mix.
///
/// \tparam Tag  an empty struct that names the kind
template <class Tag>
struct StrongInt
{
    qint64 value = 0;

    friend constexpr auto operator<=>(StrongInt, StrongInt) = default;
    explicit constexpr operator bool() const { return value != 0; }
};

/// Row number of a stored event: 1, 2, 3 … in order of arrival, never reused. 0 is "none".
using RowId = StrongInt<struct RowIdTag>;

/// Primary key of a source. 0 is "none".
using SourceId = StrongInt<struct SourceIdTag>;

} // namespace Trailglass

template <class Tag>
struct std::hash<Trailglass::StrongInt<Tag>>
{
    std::size_t operator()(Trailglass::StrongInt<Tag> id) const noexcept
    {
        return std::hash<qint64>()(id.value);
    }
};
