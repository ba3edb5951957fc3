// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"

namespace Trailglass::Testing {

/// What a server computes of an expression in whole numbers, 64 bits with a sign: `+ - * < >=`, `intDiv`, `multiIf`,
/// `arrayElement` of a list of numbers, and the column `created`.
///
/// Anything else, an overflow and an index outside of a list end the test.
[[nodiscard]] qint64 valueOf(const ArchiveSql &expression, qint64 created);

} // namespace Trailglass::Testing
