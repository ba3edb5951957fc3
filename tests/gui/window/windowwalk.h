// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QAbstractItemView;

namespace Trailglass::Testing {

/// What a reader can see of \a root and its dialogs: labels, read-only texts, captions and item views' cells.
[[nodiscard]] QStringList textsInSight(const QWidget &root);

/// Waits until one of textsInSight() has \a part in it.
[[nodiscard]] bool waitForText(const QWidget &root, const QString &part);

/// A box that stands in the way, whoever opened it.
[[nodiscard]] bool hasMessageBox();

/// Every widget of every window there is, shown or not. Some, such as tool tips, go at any time.
[[nodiscard]] QList<QPointer<QWidget>> allWidgets();

/// Texts and tool tips of the cells and headers that \a view shows, at most some hundred rows of them.
struct CellTexts
{
    QStringList shown;
    QStringList toolTips;
};
[[nodiscard]] CellTexts cellTexts(const QAbstractItemView &view);

} // namespace Trailglass::Testing
