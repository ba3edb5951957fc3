// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace Trailglass {

/// The line of the query bar: marks a place in its text, and tells of the keys that leave it.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    /// Underlines a wrong place; an empty one is shown on the character before it. The next text clears
    /// nothing: mark again or clear.
    void mark(qsizetype position, qsizetype length);
    void clearMark();

Q_SIGNALS:
    /// Escape.
    void left();
    /// Down or Alt+Down: the texts of before.
    void historyWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintSigns();

    QAction *m_search;
    QAction *m_history;
};

} // namespace Trailglass
