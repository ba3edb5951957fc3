// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/rowreader.h"
#include "models/store/eventwriter.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// QuarantineEntry::place of the rows of a response. Short, and without the address of the request.
/// \param page  of the run; 1 is the first
/// \param window  PageRequest::window
[[nodiscard]] QString pagePlace(qint64 page, const std::optional<TimeWindow> &window);

/// The same of the rows of a file: its name without folders.
/// \param file  `-` is standard input
[[nodiscard]] QString filePlace(const QString &file);

/// Says that other versions of stored events arrived.
/// \param count  of them
[[nodiscard]] QString conflictWarning(qint64 count);

/// What could not be read, as the store keeps it.
/// \param place  of the page or file; rows of a file that is read by lines get their line besides
[[nodiscard]] std::vector<Quarantined> quarantined(std::vector<UnreadableRow> rows, const QString &place);

} // namespace Trailglass
