// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace Trailglass {

/// Translates a sentence of a function that belongs to no class.
///
/// lupdate files such sentences under the name of their namespace, which is the context looked up here.
/// Classes derived from QObject use their own tr().
///
/// \param text     a literal in English
/// \param comment  tells translators apart what is one text in English
/// \param n        the number that `%n` stands for
/// \thread any
[[nodiscard]] inline QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Trailglass", text, comment, n);
}

} // namespace Trailglass
