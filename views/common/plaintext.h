// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

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

/// The text of an action, button, tab or group: an ampersand is an ampersand, not a shortcut.
[[nodiscard]] QString caption(const QString &text);

/// A message box that shows both texts as they are. The caller shows it with open(), not exec().
[[nodiscard]] QMessageBox *question(QWidget *parent, const QString &title, const QString &text,
                                    const QString &explanation = {});

} // namespace Trailglass::PlainText
