// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Trailglass {

/// Asks for a time to go to in the table. The caller shows it with open().
/// \thread GUI
class GoToTimeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GoToTimeDialog(QWidget *parent = nullptr);

    /// Says that the table is in another order and is going to be sorted by time. Before it is shown.
    void announceSorting();
    /// Says in place what is wrong with the time.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    /// Accepted by the user; the receiver closes the dialog or sets a problem.
    void requested(const QString &time);

private:
    QLineEdit *m_time;
    QLabel *m_problem;
    QLabel *m_sorting;
    QPushButton *m_go = nullptr;
};

} // namespace Trailglass
