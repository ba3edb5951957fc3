// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace Trailglass {

/// Translates a text outside QObjects.
///
/// lupdate files a text under the scope that surrounds the call, and this function looks texts up in the
/// context “Trailglass”. The two agree in functions that are directly in the namespace Trailglass. In classes
/// without Q_OBJECT, in nested namespaces, and after a constant whose type is qualified (`std::size_t`),
/// write `Trailglass::tr()`. Classes with Q_OBJECT use their own tr(). The test translations.sources fails on
/// any other form.
///
/// \param text     a literal in English
/// \param comment  tells translators which of several meanings the text has here
/// \param n        the number that decides between the forms for one and many, and that `%Ln` stands for, written in
///                 groups of digits
/// \thread any
[[nodiscard]] inline QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Trailglass", text, comment, n);
}

/// Puts one complete sentence after another.
///
/// \thread any
[[nodiscard]] inline QString inSequence(const QString &first, const QString &second)
{
    return tr("%1 %2", "two complete sentences, one after the other").arg(first, second);
}

} // namespace Trailglass
