// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace Trailglass {

class Announcer;

/// A sentence in place, above or below what it is about, with at most one way on: instead of a message box.
///
/// Hidden until show() is called. Assistive programs say what it shows when it appears.
/// \thread GUI
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    enum class Kind
    {
        Information,
        Warning,
        Error
    };

    explicit MessageStrip(QWidget *parent = nullptr);

    /// \param text    shown as plain text
    /// \param action  caption of the button that emits acted(); none without one
    void show(Kind kind, const QString &text, const QString &action = {});
    /// Whether the button can be used, of this message and the next ones; it can until this is called.
    void setActionEnabled(bool isEnabled);
    /// How far something has got: said when it appears, and not again with every number.
    void showProgress(const QString &text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void acted();
    /// Closed by the user.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void put(Kind kind, const QString &text, const QString &action);
    void paintKind();

    Kind m_kind = Kind::Information;
    bool m_isPainting = false;
    Announcer *m_announcer;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace Trailglass
