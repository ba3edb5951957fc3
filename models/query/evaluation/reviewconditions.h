// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/query/evaluation/condition.h"

namespace Trailglass {

class SqlConnection;

/// Compiles a term on what reviewers say of events: the rows that they have marked or noted are few, and are looked up
/// once.
///
/// \param term  on a ReviewField
/// \param reviewed  QueryContext::reviewed
/// \param cancel  watched while values are evaluated
/// \thread the connection's, within its transaction
/// \error Usage for a regex that does not compile or passes its match limit on a note; Storage; Cancelled
[[nodiscard]] Result<ConditionPointer> reviewCondition(SqlConnection &connection, const Filter::Term &term,
                                                       RowId reviewed, const CancelToken &cancel);

} // namespace Trailglass
