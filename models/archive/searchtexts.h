// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <string>
#include <string_view>

namespace Trailglass {

/// What a search for free text looks through besides the raw JSON: a text occurs in the raw JSON, in `decoded` or in one
/// of the parts of `extra` if and only if it occurs in a field or in the JSON, as received or decoded.
///
/// In normal form C, see textforms.h.
struct SearchTexts
{
    /// Between the parts of `extra`. No UTF-8 has this byte, so that no text goes across.
    static constexpr char Separator = '\xFF';

    std::string decoded; ///< the raw JSON with every escape decoded once; empty if it has none
    std::string extra; ///< distinct texts of fields that are neither in the raw JSON nor in `decoded`
};

/// Linear in the length of the event.
/// \param record  with raw
/// \param out  overwritten; its memory is reused
/// \thread any
void readSearchTexts(const EventRecord &record, SearchTexts &out);

/// The addresses of a text, as Filter::addressesIn() reads them: 16 bytes for each, in their order, an IPv4 address as
/// ::ffff:a.b.c.d. Empty if there is none.
/// \thread any
[[nodiscard]] std::string addressKey(std::string_view ip);

} // namespace Trailglass
