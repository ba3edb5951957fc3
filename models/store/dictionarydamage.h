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

/// A text of a dictionary that does not have the hash it was stored with: one of the two was altered.
struct DamagedText
{
    Schema::Dictionary dictionary = Schema::Dictionary::None;
    qint64 code = 0;
    quint64 hash = 0; ///< stableHash() of the text that was stored
    std::string text; ///< what stands there now
};

/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<std::vector<DamagedText>> damagedTexts(SqlConnection &connection);

/// As above, on a connection of its own.
/// \thread any
/// \error NotFound, NewerVersion, Storage
[[nodiscard]] Result<std::vector<DamagedText>> damagedTexts(const QString &workspace);

/// Puts texts back, each with its hash, all in one transaction.
///
/// \pre the caller holds the workspace's lock
/// \thread any
/// \param texts  with the text that is right; `hash` is not looked at
/// \error Storage, DiskFull, Locked; nothing was changed then
[[nodiscard]] Result<void> restoreTexts(const QString &workspace, std::span<const DamagedText> texts);

} // namespace Trailglass
