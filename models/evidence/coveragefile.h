// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Trailglass {

/// The times for which the vendor of a source was asked.
struct BundledCoverage
{
    QString source; ///< name
    std::vector<CoverageEntry> entries;
};

/// coverage.json of a bundle.
/// \thread any; pure
[[nodiscard]] QByteArray coverageFile(const std::vector<BundledCoverage> &coverage);

/// Reads what coverageFile() writes.
///
/// \param json  any bytes
/// \error Malformed
/// \thread any; pure
[[nodiscard]] Result<std::vector<BundledCoverage>> parseCoverageFile(const QByteArray &json);

} // namespace Trailglass
