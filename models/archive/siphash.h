// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string_view>

namespace Trailglass {

/// What `sipHash64()` of a server is of the same bytes, in every version of it. Equal hashes are no proof of equal bytes.
/// \thread any
/// \source SipHash-2-4 by Aumasson and Bernstein, with a key of zeros
[[nodiscard]] quint64 sipHash(std::string_view bytes);

} // namespace Trailglass
