// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/valuereader.h"

#include "models/sync/linevalues.h"
#include "models/sync/valuesequence.h"

namespace Trailglass {

std::unique_ptr<ValueReader> makeValueReader(ImportShape shape, EventFinder &finder)
{
    if (shape == ImportShape::Lines)
        return std::make_unique<LineValues>(finder);
    return std::make_unique<ValueSequence>(finder);
}

} // namespace Trailglass
