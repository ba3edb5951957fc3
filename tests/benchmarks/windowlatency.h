// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/shownarchive.h"
#include "tests/benchmarks/measurement.h"

#include <QString>

#include <optional>

namespace Trailglass::Benchmarks {

/// How long a window takes from the last key of a filter to the painted rows of the result: the pause before a query begins,
/// the query, the first page, and painting.
/// \param archive  in place of the workspace
/// \param filter  finds other events than no filter, and than without its last character
/// \param found  gets how many rows the table has then
/// \returns the best of some rounds, without processor time
/// \thread GUI
[[nodiscard]] Cost costOfLastKey(const QString &workspace, const std::optional<ShownArchive> &archive,
                                 const QString &filter, qint64 &found);

} // namespace Trailglass::Benchmarks
