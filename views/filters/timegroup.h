// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/query/queryengine.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace Trailglass {

class FilterState;

/// The time of the filter: presets, and from … to on the clock of the display zone, both ends included.
/// \thread GUI
class TimeGroup : public QWidget
{
    Q_OBJECT

public:
    /// \param filter, clock  outlive the group
    TimeGroup(FilterState *filter, const Clock &clock, QWidget *parent = nullptr);

    void setDisplayZone(const QByteArray &zone);

private:
    [[nodiscard]] QueryContext context() const;
    void choosePreset(int index);
    void writeSpan();
    void readBack();

    FilterState *m_filter;
    const Clock &m_clock;
    QByteArray m_zone = QByteArrayLiteral("UTC");
    QComboBox *m_presets;
    QWidget *m_span;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_zoneName;
};

} // namespace Trailglass
