// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/query/queryengine.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace Trailglass {

class FilterState;
class TimeSpanPopup;

/// The time of the filter: presets, and from … to on the clock of the display zone, both ends included. It is as high
/// whatever the time is: from … to open over what is below, and only when the user wants them.
/// \thread GUI
class TimeGroup : public QWidget
{
    Q_OBJECT

public:
    /// \param filter, clock  outlive the group
    TimeGroup(FilterState *filter, const Clock &clock, QWidget *parent = nullptr);

    void setDisplayZone(const QByteArray &zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QueryContext context() const;
    void choosePreset(int index);
    void openSpan();
    void writeSpan();
    void readBack();
    void paintIcons();

    FilterState *m_filter;
    const Clock &m_clock;
    QByteArray m_zone = QByteArrayLiteral("UTC");
    QComboBox *m_presets;
    QToolButton *m_edit;
    TimeSpanPopup *m_span;
};

} // namespace Trailglass
