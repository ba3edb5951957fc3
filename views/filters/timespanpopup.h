// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/timepresets.h"

#include <QFrame>

class QDateTimeEdit;
class QLabel;

namespace Trailglass {

/// From … to …, over what is there: it moves nothing. Enter takes what is shown and closes it; Esc and a click
/// beside it close it.
/// \thread GUI
class TimeSpanPopup : public QFrame
{
    Q_OBJECT

public:
    explicit TimeSpanPopup(QWidget *parent = nullptr);

    /// Shows a span, and reports nothing.
    void setSpan(const WallSpan &span);
    [[nodiscard]] WallSpan span() const;
    /// \param zone  by name; of the clock that is meant
    void setZone(const QString &zone);

    /// Opens below a place, or above it where there is no room.
    /// \param anchor  on the screen
    void open(const QRect &anchor);

Q_SIGNALS:
    /// span() is another one, by the user. An end is never before the start.
    void spanChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place(const QRect &anchor);

    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_zone;
};

} // namespace Trailglass
