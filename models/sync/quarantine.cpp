// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/quarantine.h"

namespace Trailglass {

std::vector<Quarantined> quarantined(std::vector<UnreadableRow> rows)
{
    std::vector<Quarantined> kept;
    kept.reserve(rows.size());
    for (UnreadableRow &row : rows) {
        kept.push_back({.bytes = std::move(row.bytes),
                        .length = row.length,
                        .offset = row.offset,
                        .reason = std::move(row.reason)});
    }
    return kept;
}

} // namespace Trailglass
