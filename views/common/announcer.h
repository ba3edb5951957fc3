// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace Trailglass {

/// Has assistive programs say the accessible name of a widget when the widget appears or says something else, wherever
/// the keyboard is: once, and only while the widget is in sight.
/// \thread GUI
class Announcer final : public QObject
{
    Q_OBJECT

public:
    /// \param widget  owns this object
    explicit Announcer(QWidget &widget);

    /// The name may be another one now.
    void update();
    /// The same, of a name that is not said again while the widget is there: how far something has got.
    void updateQuietly();

Q_SIGNALS:
    /// Assistive programs are notified.
    void announced(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_widget;
    QString m_said; ///< since it appeared; empty: nothing
};

} // namespace Trailglass
