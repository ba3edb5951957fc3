// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <QList>

namespace Trailglass {

class SqlConnection;

/// Saved filters, in table `preset`. Nothing but the name is checked.
/// \pre for save() and change(): inside a transaction
/// \thread the connection's
namespace PresetTable {

/// By name, in the order of code points. None in a database of a version without presets.
Result<QList<Preset>> all(SqlConnection &connection);

/// Whether every preset can be read, and its colour rules are a JSON array.
/// \error Storage, naming what cannot be
Result<void> check(SqlConnection &connection);

/// Replaces a preset of the same name.
/// \error Usage without a name
Result<void> save(SqlConnection &connection, const Preset &preset);

/// \error Usage without a name
Result<void> change(SqlConnection &connection, const PresetChanges &changes);

} // namespace PresetTable

} // namespace Trailglass
