// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QAction;
class QLabel;
class QStatusBar;
class QToolButton;
class QWidget;

namespace Trailglass {

class ElidedLabel;

/// The status bar: how many events, how many of them are selected, how many are new since when, on which server they are and
/// what the last result took of it, the sources, what the sync does, whether the scheduled one is paused, and the time zone.
/// \thread GUI
class WindowStatus
{
public:
    /// \param bar            outlives this object and owns what is put into it
    /// \param chooseZone     what a click at the zone does
    /// \param pauseSchedule  checked and enabled: a button says so; what a click at it does
    WindowStatus(QStatusBar &bar, QAction &chooseZone, QAction &pauseSchedule, QWidget *sources);

    void setCount(const QString &text);
    void setCountShown(bool isShown);
    /// Empty: none to speak of.
    void setSelection(const QString &text);
    /// What is new since the last review; empty: nothing was reviewed.
    void setReview(const QString &text);
    /// Empty: the events are on this machine.
    void setServer(const QString &text);
    void setCost(const QString &text);
    void setSync(const QString &text);
    void setZone(const QString &zone);
    /// For some seconds, in place of the count.
    void tell(const QString &text);

private:
    QStatusBar &m_bar;
    QLabel *m_count;
    QLabel *m_selection;
    ElidedLabel *m_review;
    ElidedLabel *m_server;
    QLabel *m_cost;
    QLabel *m_sync;
    QToolButton *m_paused;
    QToolButton *m_zone;
    bool m_isCountShown = true;
};

} // namespace Trailglass
