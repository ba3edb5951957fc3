// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Trailglass {

/// Allows look-ups in a map of std::string by std::string_view, without a copy.
struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept
    {
        return std::hash<std::string_view>()(text);
    }
};

using TextCounts = std::unordered_map<std::string, qint64, TextHash, std::equal_to<>>;

} // namespace Trailglass
