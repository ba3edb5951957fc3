// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// Does what `--log` and `--log-file` say.
///
/// \param categories  as for logFilterRules(); QT_LOGGING_RULES is applied after them
/// \param fileName  empty: standard error
/// \param workspace  as for WorkspacePaths::of(); its files are not logged to
/// \error Usage: unknown category, or a file that is not to be written to (outputTarget()) or is no regular
/// file; Storage
/// \pre LogOutput::install()
/// \thread main, before others are started
[[nodiscard]] Result<void> startLogging(const QString &categories, const QString &fileName,
                                        const QString &workspace);

} // namespace Trailglass
