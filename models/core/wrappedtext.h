// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// Breaks a text into lines of at most \a columns characters, at a space where there is one, and cuts it with
/// `…` after \a lines lines: for tool tips, which are as wide as their longest word.
///
/// Line breaks of the text stay. A character and its combining marks stay together. Pure.
/// \thread any
[[nodiscard]] QString wrapped(const QString &text, qsizetype columns = 80, qsizetype lines = 20);

} // namespace Trailglass
