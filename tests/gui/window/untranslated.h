// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Trailglass::Testing {

/// Every text of the program's own, in any window there is, that the pseudo-locale did not translate: labels,
/// buttons, titles, menus, tool tips, headers, placeholders, accessible names. Each with its widget.
///
/// Data is excluded: cells of models, what is typed, words that occur in either, and names of fields. So are
/// texts that Qt translates itself. The cells of a QTableWidget are texts of the program.
[[nodiscard]] QStringList untranslatedTexts();

} // namespace Trailglass::Testing
