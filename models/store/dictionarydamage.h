// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/schema.h"

#include <QString>

#include <span>
#include <string>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A dictionary text that does not match its stored hash: one of the two was altered.
struct DamagedText
{
    Schema::Dictionary dictionary = Schema::Dictionary::None;
    qint64 code = 0;
    quint64 hash = 0; ///< stableHash() of the text that was stored
    std::string text; ///< as found
};

/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<std::vector<DamagedText>> damagedTexts(SqlConnection &connection);

/// As above, on a connection of its own.
/// \thread any
/// \error NotFound, NewerVersion, Storage
[[nodiscard]] Result<std::vector<DamagedText>> damagedTexts(const QString &workspace);

/// Stores corrected texts, each with its hash, in one transaction.
///
/// \pre the caller holds the workspace's lock
/// \thread any
/// \param texts  `text` is the correct one; `hash` is ignored
/// \error Storage, DiskFull, Locked; nothing was changed then
[[nodiscard]] Result<void> restoreTexts(const QString &workspace, std::span<const DamagedText> texts);

} // namespace Trailglass
