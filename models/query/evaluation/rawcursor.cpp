// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rawcursor.h"

#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {

namespace {

Error missingRaw(RowId row, const QString &detail)
{
    return {
        ErrorKind::Storage,
        Trailglass::tr("The raw JSON of event row %1 cannot be read, so the filter cannot be evaluated. "
                       "“Check workspace…” in the window, or “trailglass-cli doctor”, says what is damaged.")
            .arg(row.value),
        detail};
}

} // namespace

std::optional<Error> RawCursor::seek(Blocks blocks, RowId row)
{
    if (m_block.holds(row))
        return std::nullopt;
    const auto packed =
        std::ranges::find_if(blocks, [row](const PackedBlock &block) { return block.holds(row); });
    if (packed == blocks.end())
        return missingRaw(row, QString());
    const auto unpacked = m_codec.unpack(packed->bytes, packed->count, m_block);
    if (!unpacked)
        return missingRaw(row, unpacked.error().detail);
    m_block.first = packed->first;
    return std::nullopt;
}

} // namespace Trailglass
