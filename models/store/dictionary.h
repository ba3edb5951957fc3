// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/core/result.h"
#include "models/store/schema.h"

#include <functional>
#include <string_view>

namespace Trailglass {

class SqlConnection;

/// The texts of a Code field (Schema::storage), with the codes that Schema::valueExpression() yields, by
/// code.
///
/// Every code in use is visited; a text may be visited that no event has now. Fields of one dictionary (the
/// parts of an actor) list the same. op, outcome and vendor list their classes; source lists names by source
/// id. No text is visited twice. Codes are never renumbered or given to another text, so a caller may keep
/// them and request later ones only.
///
/// \param after  only codes greater than this
/// \param visit  called for each, ascending
/// \error Storage, for a code that was never given too; Cancelled
Result<void> readDictionary(SqlConnection &connection, Field field, qint64 after,
                            const std::function<void(qint64 code, std::string_view text)> &visit);

/// The same for one stored dictionary.
Result<void> readDictionary(SqlConnection &connection, Schema::Dictionary dictionary, qint64 after,
                            const std::function<void(qint64 code, std::string_view text)> &visit);

} // namespace Trailglass
