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
/// they say; each is cut where there is no room. On request also whether the event is outside of the result.
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
    /// Of two columns, whatever the width is now: where it may be lower than sizeHint(), a pane that becomes wide was not made
    /// high for four lines before.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Whether there are two columns now.
    [[nodiscard]] bool hasTwoColumns() const { return m_isWide; }
    /// From now on there is room for the sentence of setOutsideResult(), shown or not: in a narrow pane a line of its own.
    void reserveOutsideResult();
    /// \pre reserveOutsideResult()
    void setOutsideResult(bool isOutside);

Q_SIGNALS:
    /// hasTwoColumns() is another.
    void arranged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(bool isWide);
    void placeOutside();
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
    ElidedLabel *m_outside;
    bool m_reservesOutside = false;
};

} // namespace Trailglass
