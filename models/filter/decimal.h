// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal> // first: moc 6.4 cannot read <compare> on its own

#include <compare>
#include <string_view>

namespace Trailglass::Filter {

/// Whether a text is a number as JSON writes it: `-5`, `0.10`, `1e400`. Leading zeros are allowed, a leading
/// plus is not.
[[nodiscard]] bool isDecimal(std::string_view text);

/// Compares two such numbers by value, exactly: no digit is lost however many there are. Exponents beyond
/// ±10^17 are taken as ±10^17.
/// \pre isDecimal() of both
[[nodiscard]] std::strong_ordering compareDecimals(std::string_view left, std::string_view right);

} // namespace Trailglass::Filter
