// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

class QFontMetrics;
class QLabel;
class QMessageBox;
class QWidget;

namespace Trailglass::PlainText {

/// The one way strings from data, files or servers reach a widget: never as markup, with control and bidi
/// characters as visible tokens (visibleText()).
/// \thread GUI

/// Shows \a text in a label as it is; the label never interprets it.
void show(QLabel *label, const QString &text);

/// Whether \a text holds control, bidi or invisible characters: an editor shows it other than it is written.
[[nodiscard]] bool needsVisibleForm(const QString &text);

/// A tool tip that shows \a text as it is: Qt would take a text that looks like markup for markup.
[[nodiscard]] QString toolTip(const QString &text);
/// The same for several lines: line breaks within one are shown as tokens.
[[nodiscard]] QString toolTip(const QStringList &lines);

/// The text of an action, button, tab or group: an ampersand is an ampersand, not a shortcut.
[[nodiscard]] QString caption(const QString &text);
/// The same for a text of any length: no wider than \a width pixels, so that it sizes no menu.
[[nodiscard]] QString caption(const QString &text, const QFontMetrics &metrics, int width);

/// \a text with line breaks in words that are longer than a line of a question: a message box is as wide as its longest
/// word, and cuts what has no room on the screen. Nothing is left out.
[[nodiscard]] QString withBrokenWords(const QString &text);

/// A message box that shows both texts as they are, no larger than a small screen: words of any length are broken into
/// lines, and of a text of more than 600 characters the middle is left out. The details of the box then have all of it.
/// The caller shows it with open(), not exec().
[[nodiscard]] QMessageBox *question(QWidget *parent, const QString &title, const QString &text,
                                    const QString &explanation = {});

} // namespace Trailglass::PlainText
