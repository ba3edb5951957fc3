// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/timespanpopup.h"

#include "views/common/plaintext.h"
#include "views/common/spacing.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QDateTimeEdit *newTimeEdit(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    // The clock on the wall, whatever the zone: nothing is converted on the way to the filter's text.
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setDateTimeRange(QDateTime(QDate(1, 1, 2), QTime(0, 0), Qt::UTC),
                           QDateTime(QDate(9999, 12, 30), QTime(23, 59), Qt::UTC));
    return edit;
}

} // namespace

TimeSpanPopup::TimeSpanPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_from(newTimeEdit(u"timeFrom"_s, tr("From"), this))
    , m_to(newTimeEdit(u"timeTo"_s, tr("To (inclusive)"), this))
    , m_zone(new QLabel(this))
{
    setObjectName("timeSpan"_L1);
    setAccessibleName(tr("Time range"));
    setFrameShape(QFrame::StyledPanel);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(Spacing::Wide, Spacing::Wide, Spacing::Wide, Spacing::Wide);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(QString(), m_zone);

    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &from) {
        const QSignalBlocker blocker(m_to);
        m_to->setDateTime(std::max(from, m_to->dateTime()));
        Q_EMIT spanChanged();
    });
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &to) {
        const QSignalBlocker blocker(m_from);
        m_from->setDateTime(std::min(to, m_from->dateTime()));
        Q_EMIT spanChanged();
    });
}

void TimeSpanPopup::setSpan(const WallSpan &span)
{
    const QSignalBlocker blockFrom(m_from);
    const QSignalBlocker blockTo(m_to);
    m_from->setDateTime(span.from);
    m_to->setDateTime(span.to);
}

WallSpan TimeSpanPopup::span() const
{
    return {m_from->dateTime(), m_to->dateTime()};
}

void TimeSpanPopup::setZone(const QString &zone)
{
    PlainText::show(m_zone, zone);
}

void TimeSpanPopup::open(const QRect &anchor)
{
    place(anchor);
    show();
    m_from->setFocus(Qt::PopupFocusReason);
}

void TimeSpanPopup::place(const QRect &anchor)
{
    resize(sizeHint().expandedTo({anchor.width(), 0}));
    const QScreen *screen = QWidget::screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(QPoint(0, 0), size());
    const int below = anchor.bottom() + Spacing::Tight;
    const int top = below + height() <= room.bottom() ? below : anchor.top() - height() - Spacing::Tight;
    const int wanted = isRightToLeft() ? anchor.right() + 1 - width() : anchor.left();
    move(std::max(room.left(), std::min(wanted, room.right() - width())), top);
}

void TimeSpanPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Trailglass

#include "moc_timespanpopup.cpp"
