// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Trailglass::Testing {

/// Every place, in any window there is, where a text with \a markup in it would be read as markup, or where a
/// control that reorders or hides text stands as it is: labels, captions, tool tips, cells, list entries.
/// Empty when all is well.
[[nodiscard]] QStringList placesThatAreNotPlain(const QString &markup);

} // namespace Trailglass::Testing
