// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>

class QLabel;

namespace Trailglass {

/// Who did what to what, how it ended and when: the event in a sentence of our own making.
/// \thread GUI
class EventHeader : public QWidget
{
    Q_OBJECT

public:
    explicit EventHeader(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setRecord(std::shared_ptr<const EventRecord> record);
    void setDisplayZone(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void paintChip();

    std::shared_ptr<const EventRecord> m_record;
    QTimeZone m_zone = QTimeZone::utc();
    QLabel *m_sentence;
    QLabel *m_chip;
    QLabel *m_source;
    QLabel *m_time;
};

/// `actor · action · target`, of each what the event has, cut where it is long. Unchanged otherwise.
[[nodiscard]] QString composedSentence(const Event &event);

} // namespace Trailglass
