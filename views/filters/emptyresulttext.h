// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/querycontext.h"
#include "models/query/emptyresult.h"

namespace Trailglass::EmptyResultText {

/// Why a filter finds nothing: in the time it asks for, or in its only wrong term, if that is known.
/// \param context  whose zone is known
[[nodiscard]] QString reason(const EmptyResultReport &report, const QueryContext &context);

/// What finds something, a sentence for each of the report's alternatives, in order.
[[nodiscard]] QStringList suggestions(const EmptyResultReport &report);

/// The caption of what leads to the sources that were not synced for all of the time. Empty where there are none.
[[nodiscard]] QString sourcesAction(const EmptyResultReport &report);

} // namespace Trailglass::EmptyResultText
