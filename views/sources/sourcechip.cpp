// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcechip.h"

#include "models/core/text.h"
#include "models/table/sourcetablemodel.h"
#include "models/table/timeformatter.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/sources/sourcesigns.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int ChipSignSize = 16; // px
constexpr int MaxChipName = 120; // px
constexpr int DotSize = 6; // px
constexpr qreal ChipRadius = 4;

} // namespace

SourceChip::SourceChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    measureAges();
}

void SourceChip::measureAges()
{
    m_ageRoom = 0;
    for (const QString &age : shortAges())
        m_ageRoom = std::max(m_ageRoom, fontMetrics().horizontalAdvance(age));
}

void SourceChip::setSource(const SourceRow &row, const QString &age, const QString &nextSync)
{
    if (row == m_row && age == m_age && nextSync == m_nextSync)
        return;
    m_row = row;
    m_age = age;
    m_nextSync = nextSync;
    setObjectName("sourceChip_"_L1 + row.name);
    const QString name = visibleText(row.name);
    setAccessibleName(row.isTroubled() ? tr("%1: %2, needs attention").arg(name, stateText(row.state))
                                       : tr("%1: %2").arg(name, stateText(row.state)));
    setAccessibleDescription(row.details);
    QStringList lines{accessibleName()};
    if (!nextSync.isEmpty())
        lines += nextSync;
    setToolTip(PlainText::toolTip(lines));
    updateGeometry();
    update();
}

void SourceChip::setAgeShown(bool isShown)
{
    m_isAgeShown = isShown;
    update();
}

QString SourceChip::shownName() const
{
    return fontMetrics().elidedText(visibleText(m_row.name), Qt::ElideRight, MaxChipName);
}

QSize SourceChip::sizeWith(bool isAgeShown) const
{
    int width = 3 * Spacing::Tight + ChipSignSize + fontMetrics().horizontalAdvance(shownName());
    if (isAgeShown)
        width += Spacing::Tight + std::max(m_ageRoom, fontMetrics().horizontalAdvance(m_age));
    return {width, std::max(ChipSignSize, fontMetrics().height()) + Spacing::Tight};
}

void SourceChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
        painter.setBrush(palette().color(isDown() ? QPalette::Mid : QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ChipRadius, ChipRadius);
    }
    const auto visual = [this](const QRect &place) { // which is as from left to right
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const QPoint sign =
        visual({Spacing::Tight, (height() - ChipSignSize) / 2, ChipSignSize, ChipSignSize}).topLeft();
    painter.drawPixmap(
        sign,
        sourceSign(m_row.state, sourceColour(m_row.state, palette()), ChipSignSize, devicePixelRatioF()));
    if (m_row.isTroubled()) {
        painter.setPen(QPen(palette().color(QPalette::Window), 1));
        painter.setBrush(m_row.state == SourceRow::State::Failed ? Colours::error(palette())
                                                                 : Colours::warning(palette()));
        painter.drawEllipse(QRect(sign + QPoint(ChipSignSize - DotSize + 1, -1), QSize(DotSize, DotSize)));
    }
    const QString name = shownName();
    QRect room = rect().adjusted(2 * Spacing::Tight + ChipSignSize, 0, 0, 0);
    painter.setPen(palette().color(QPalette::WindowText));
    const int line = lineFlags(layoutDirection(), Qt::AlignLeft);
    painter.drawText(visual(room), line, name);
    if (!m_isAgeShown || m_age.isEmpty())
        return;
    room.setLeft(room.left() + fontMetrics().horizontalAdvance(name) + Spacing::Tight);
    painter.setPen(Colours::quiet(palette()));
    painter.drawText(visual(room), line, m_age);
}

void SourceChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void SourceChip::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void SourceChip::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void SourceChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        measureAges();
    QAbstractButton::changeEvent(event);
}

} // namespace Trailglass

#include "moc_sourcechip.cpp"
