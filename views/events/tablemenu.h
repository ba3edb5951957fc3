// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/timedisplay.h"
#include "views/events/eventtable.h"

#include <QMenu>

class QActionGroup;

namespace Trailglass {

/// How the table shows what is in it: the form and the zone of times, the height of rows, colours.
///
/// Reports what is chosen; what is checked is set from outside.
/// \thread GUI
class TableMenu : public QMenu
{
    Q_OBJECT

public:
    explicit TableMenu(QWidget *parent = nullptr);

    void setTimeDisplay(const TimeDisplay &display);
    /// \param zone  IANA name
    void setZone(const QByteArray &zone);
    void setDensity(RowDensity density);

Q_SIGNALS:
    void timeDisplayChosen(const Trailglass::TimeDisplay &display);
    /// \param zone  IANA name
    void zoneChosen(const QByteArray &zone);
    /// Another zone is to be chosen from all.
    void otherZoneRequested();
    void densityChosen(Trailglass::RowDensity density);
    void colourRulesRequested();

private:
    void addTimes();
    void addRows();
    QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &name, const QString &text,
                       const QVariant &value);

    TimeDisplay m_display;
    QActionGroup *m_precisions;
    QAction *m_relative;
    QActionGroup *m_zones;
    QActionGroup *m_densities;
};

} // namespace Trailglass
