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

/// Lists the texts of a Code field (Schema::storage) with the codes that Schema::valueExpression() returns.
///
/// Every code in use is visited; some texts may be in no event now. Fields that share a dictionary (the parts
/// of an actor) list the same texts. op, outcome and vendor list their classes; source lists names by source
/// id. No text is visited twice. A code never changes its text, so a caller may keep what it has read and
/// read only greater codes later.
///
/// \param after  only codes greater than this
/// \param visit  called for each, by ascending code
/// \error Storage, also for a code that was never assigned; Cancelled
Result<void> readDictionary(SqlConnection &connection, Field field, qint64 after,
                            const std::function<void(qint64 code, std::string_view text)> &visit);

/// The same for one stored dictionary.
Result<void> readDictionary(SqlConnection &connection, Schema::Dictionary dictionary, qint64 after,
                            const std::function<void(qint64 code, std::string_view text)> &visit);

} // namespace Trailglass
