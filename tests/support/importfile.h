// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QIODevice>

namespace Trailglass::Support {

enum class ImportForm
{
    Lines, ///< one event a line
    Response, ///< one response of the vendor's API, with all events in it
};

struct ImportOptions
{
    Vendor vendor = Vendor::Asana;
    qint64 count = 0;
    ImportForm form = ImportForm::Lines;
    quint64 seed = 1;
    UtcMicros now; ///< the newest event is before this; the oldest within the year before it
};

/// Writes made-up events of one vendor, oldest first, keeping only a few of them in memory.
///
/// \returns false when the device does not take them all
[[nodiscard]] bool writeImportFile(const ImportOptions &options, QIODevice &device);

} // namespace Trailglass::Support
