// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/termtests.h"
#include "models/core/field.h"

#include <string_view>

namespace Trailglass {

/// The values of a term on a text field, as Filter::ValueMatcher evaluates them.
/// \thread any
[[nodiscard]] ArchiveSql fieldSql(Field field, const TermTests &tests);

/// A text in any field but the times, or in the raw JSON as received or decoded.
/// \param text  not empty
/// \thread any
[[nodiscard]] ArchiveSql freeTextSql(std::string_view text);

} // namespace Trailglass
