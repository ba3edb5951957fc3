// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace Trailglass {

/// Makes untrusted text safe to print on a terminal or in a widget: what could move the cursor, hide or
/// reorder (isHidden()) becomes a visible token such as `<U+202E>`; line feed, carriage return and tab become
/// `<LF>`, `<CR>`, `<TAB>`.
///
/// Joiners and variation selectors stay where they change how their neighbours are written: in Persian, in
/// Indic conjuncts, in emoji. Invalid UTF-8 shows as U+FFFD. The value itself is never changed, only this
/// rendering of it.
[[nodiscard]] QString visibleText(std::string_view utf8);
[[nodiscard]] QString visibleText(const QString &text);

/// What visibleText() makes of a part of \a text, for texts that are shown in pieces: what is around the part
/// shows whether a joiner at its edge joins something.
/// \pre the part begins and ends between characters
[[nodiscard]] QString visiblePart(QStringView text, qsizetype first, qsizetype length);

/// UTF-8 both ways, without the ASCII casts this project forbids.
///
/// Invalid bytes become U+FFFD; a leading U+FEFF is kept, as it is part of the value.
[[nodiscard]] QString toQString(std::string_view utf8);
[[nodiscard]] inline std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

/// The known name nearest to a mistyped one, for "did you mean …?".
///
/// Optimal string alignment distance, ignoring case; at most a third of the length (and at least one) may
/// differ.
/// \returns an empty text when none is near
[[nodiscard]] QString nearestName(const QString &typed, const QStringList &known);

/// What to say after the sentence that there is no such name: the nearest one, or where none is near all of them.
/// \returns one translated sentence: “Did you mean “action”?”
[[nodiscard]] QString nameSuggestion(const QString &typed, const QStringList &known);

} // namespace Trailglass
