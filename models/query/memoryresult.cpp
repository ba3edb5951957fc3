// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/memoryresult.h"

namespace Trailglass {

bool MemoryResult::endsWith(const ResultSnapshot &other) const
{
    const auto *inMemory = dynamic_cast<const MemoryResult *>(&other);
    return inMemory && m_rows.endsWith(inMemory->m_rows);
}

} // namespace Trailglass
