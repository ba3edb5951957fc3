// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Trailglass {

/// Chooses the columns of the table: every field to tick, their order, and any `@path`.
///
/// The caller shows it with open().
/// \thread GUI
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param shown  the columns there are now, in order
    explicit ColumnsDialog(const std::vector<Column> &shown, QWidget *parent = nullptr);

    /// What is ticked, in order.
    [[nodiscard]] std::vector<Column> columns() const;

Q_SIGNALS:
    /// Accepted. At least one column.
    void chosen(const std::vector<Trailglass::Column> &columns);

private:
    void fill(const std::vector<Column> &shown);
    void appendColumn(const Column &column, bool isShown);
    void moveCurrent(int by);
    void addTyped();
    void updateButtons();

    std::vector<Column> m_known; ///< an item's Qt::UserRole is a place in here
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QLineEdit *m_typed;
    QPushButton *m_add;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace Trailglass
