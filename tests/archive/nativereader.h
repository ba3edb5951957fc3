// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Testing {

/// A column of a block in Native format.
struct ReadColumn
{
    std::string name;
    std::string type;
    std::vector<std::string> values; ///< numbers as digits; none of a column of lists
    std::vector<std::vector<std::string>> lists;
};

struct ReadBlock
{
    std::size_t rows = 0;
    std::vector<ReadColumn> columns;

    /// \returns an empty one if there is none of this name
    [[nodiscard]] const ReadColumn &column(std::string_view name) const;
};

/// Reads a block of the types that NativeBlock writes, with code of its own.
/// \returns nothing if the bytes are not exactly one block
[[nodiscard]] std::optional<ReadBlock> readNativeBlock(const QByteArray &bytes);

} // namespace Trailglass::Testing
