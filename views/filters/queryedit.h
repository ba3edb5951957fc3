// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace Trailglass {

/// The line of the query bar: marks a position in its text, and signals the keys that leave it.
///
/// The keys for undo and redo are the window's: they undo every change of the filter, typed or not.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    /// Underlines a wrong place; an empty one is shown on the character before it. The next text clears
    /// nothing: mark again or clear. While an input method composes, the mark waits.
    void mark(qsizetype position, qsizetype length);
    void clearMark();

    /// Selects a part whose replacement goes on with the filter, also where the part is all there is.
    void selectPart(int start, int length);
    /// Whether the last change of the text replaced all of it, which the user had selected.
    [[nodiscard]] bool wasAllSelected() const { return m_isAllSelected; }

    /// The same with and without a text.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Escape.
    void left();
    /// Down or Alt+Down: the texts of before.
    void historyRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    /// Of characters in the text: the first, and the one after the last.
    struct Mark
    {
        int start = 0;
        int end = 0;
        bool operator==(const Mark &) const = default;
    };

    void setMark(const Mark &mark);
    void applyMark();
    void paintSigns();

    QAction *m_search;
    QAction *m_history;
    Mark m_mark; ///< empty for none
    Mark m_applied; ///< what the line shows
    bool m_isComposing = false;
    bool m_isAllSelected = false; ///< by the user; the text tells of its change before its selection does
};

} // namespace Trailglass
