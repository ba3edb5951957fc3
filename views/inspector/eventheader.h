// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;

namespace Trailglass {

class ElidedLabel;

/// Who did what to what, how it ended, from where and when: four lines, in a wide pane two of two columns, whatever
/// they say; each is cut where there is no room.
/// \thread GUI
class EventHeader : public QWidget
{
    Q_OBJECT

public:
    static constexpr int WidePane = 600; ///< px; from here on there are two columns

    explicit EventHeader(QWidget *parent = nullptr);

    /// Null leaves what is shown.
    void setRecord(std::shared_ptr<const EventRecord> record);
    void setDisplayZone(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(bool isWide);
    void showTexts();
    void paintTexts();

    std::shared_ptr<const EventRecord> m_record;
    QTimeZone m_zone = QTimeZone::utc();
    QGridLayout *m_grid;
    bool m_isWide = false;
    ElidedLabel *m_actor;
    ElidedLabel *m_sentence;
    ElidedLabel *m_place;
    ElidedLabel *m_time;
    QLabel *m_outcome;
};

} // namespace Trailglass
