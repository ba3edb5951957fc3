// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;
class TreeWriter;

/// The coverage of a source.
/// \pre for the add… functions: inside a transaction
/// \thread the connection's
namespace Ledger {

/// Appends intervals as they were fetched, without merging those that touch or overlap, and a leaf of the tree for each.
/// \param fingerprint  of the settings they were fetched with; may be empty
Result<void> addCoverage(SqlConnection &connection, TreeWriter &tree, SourceId source,
                         std::span<const CoverageEntry> entries, const QByteArray &fingerprint);

/// In the order in which they were fetched. Intervals that were fetched with other settings (scope, account)
/// than the source has now are not listed.
Result<std::vector<CoverageEntry>> coverage(SqlConnection &connection, SourceId source);

} // namespace Ledger

} // namespace Trailglass
