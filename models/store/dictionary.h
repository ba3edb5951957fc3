// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/core/result.h"

#include <string>
#include <utility>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The texts of a Code field (Schema::storage), with the codes that Schema::valueExpression() yields, by
/// code.
///
/// Every code in use is listed; a text may be listed that no event has now. Fields of one dictionary (the
/// parts of an actor) list the same. op, outcome and vendor list their classes; source lists names by source
/// id. No text is listed twice. Codes are never renumbered or given to another text, so a caller may keep
/// them and ask for later ones only.
///
/// \param after  only codes greater than this
/// \error Storage, Cancelled
Result<std::vector<std::pair<qint64, std::string>>> readDictionary(SqlConnection &connection, Field field,
                                                                   qint64 after = -1);

} // namespace Trailglass
