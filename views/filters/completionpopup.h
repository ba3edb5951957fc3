// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

namespace Trailglass {

/// The list of completions, over the other widgets of its window. Never takes the keyboard: the widget that
/// has it moves the choice.
/// \thread GUI
class CompletionPopup : public QTreeView
{
    Q_OBJECT

public:
    explicit CompletionPopup(QAbstractItemModel *model);

    /// Shows every row, below what the model's header says, nothing chosen, with its top left at \a corner of \a window:
    /// as large as its texts, but within the window; where it has no room for a row there is no list.
    void showAt(QWidget *window, const QPoint &corner);
    /// The chosen row, or -1.
    [[nodiscard]] int chosenRow() const;
    /// Moves the choice, down for positive; past either end there is none, and then the other end.
    void moveChoice(int rows);

Q_SIGNALS:
    /// By the mouse.
    void accepted(int row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintGround();
};

} // namespace Trailglass
