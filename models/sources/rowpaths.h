// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace Trailglass {

class Source;

/// Source::rowPaths(), as JsonSlicer takes them.
/// \thread any
[[nodiscard]] std::vector<std::vector<std::string>> rowPathsOf(const Source &source);

/// Whether a response has `null` in the place of its rows, as some servers write an empty list.
/// \param envelope  the response without rows
/// \thread any
[[nodiscard]] bool hasNullForRows(const Source &source, const QByteArray &envelope);

} // namespace Trailglass
