// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <QList>

namespace Trailglass {

class SqlConnection;

/// Saved filters, in table `preset`. Writing is inside the caller's transaction. What a preset says is the
/// caller's business; only a name is required.
/// \thread the connection's
namespace PresetTable {

/// By name, in the order of code points. A database that a version without presets made has none.
Result<QList<Preset>> all(SqlConnection &connection);

/// Takes the place of a preset of the same name.
/// \error Usage without a name
Result<void> save(SqlConnection &connection, const Preset &preset);

/// \error NotFound
Result<void> remove(SqlConnection &connection, const QString &name);

/// \error Usage without a name
Result<void> change(SqlConnection &connection, const PresetChanges &changes);

} // namespace PresetTable

} // namespace Trailglass
