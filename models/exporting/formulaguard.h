// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// True when a spreadsheet might run the cell as a formula, so that it must be written with a `'` in front.
///
/// That is a cell whose first character, after spaces (any Unicode space), zero-width characters, bidi marks
/// and control characters, is `=`, `+`, `-`, `@`, one of their full-width forms `＝＋－＠`, a tab, a carriage
/// return or a line feed. Genuine numbers (`-?\d+(\.\d+)?([eE][+-]?\d+)?`, the whole cell) are safe.
///
/// Pure.
/// \thread any
/// \source OWASP "CSV Injection"; spreadsheets skip leading spaces and fold full-width forms before they look
[[nodiscard]] bool isSpreadsheetFormula(std::string_view cell);

} // namespace Trailglass
