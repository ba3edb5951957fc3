// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Trailglass {

/// The line in which a text to find is typed, with the way to the next and the previous place.
/// \thread GUI
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar with its text selected, and gives it the keyboard.
    void open();
    [[nodiscard]] QString text() const;
    /// What was found, or why nothing was.
    void setState(const QString &sentence, bool canStep);

Q_SIGNALS:
    void textChanged(const QString &text);
    /// \param step  1 or -1
    void stepped(int step);
    /// The text is to be filtered for: it may be in what no column shows.
    void filterRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintIcons();

    QLineEdit *m_edit;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_state;
    QToolButton *m_filter;
    QToolButton *m_close;
};

} // namespace Trailglass
