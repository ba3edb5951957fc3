// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/filterintent.h"

#include <QKeySequence>
#include <QString>

#include <array>

namespace Trailglass {

// What the menus of the table, the facets, the inspector and the histogram say of a value: the same words and keys in
// each, in one order. No other entry of such a menu has these keys: O, I, E, V, F; and A in all but the table, whose
// values are in a column already.

inline constexpr std::array ValueEdits{FilterEdit::Only, FilterEdit::Include, FilterEdit::Exclude};

/// "Only this value", of the value under the menu.
[[nodiscard]] QString valueEditText(FilterEdit edit);
/// Of the same, where a value is current without a menu.
[[nodiscard]] QKeySequence valueEditKeys(FilterEdit edit);
/// "Only failure", of a value that is named.
/// \param caption  the value as PlainText::caption() makes it
[[nodiscard]] QString valueEditText(FilterEdit edit, const QString &caption);
/// "Only", over a menu of several values.
[[nodiscard]] QString valueEditTitle(FilterEdit edit);
/// "Copy value".
[[nodiscard]] QString copyValueText();
/// "Copy as field:value".
[[nodiscard]] QString copyTermText();
/// As valueEditKeys().
[[nodiscard]] QKeySequence copyTermKeys();
/// "Add as column": the field of the value, in the table.
[[nodiscard]] QString addColumnText();

} // namespace Trailglass
