// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/termchip.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/filter/filterterms.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype MaxChipText = 300; // characters; more is never in sight
constexpr int MaxChipTextWidth = 240; // px
constexpr int ChipMargin = 7; // px, to the left and to the right
constexpr int ChipGap = 5; // px, between the parts
constexpr int ChipMarkSize = 11; // px
constexpr int ChipCrossSize = 9; // px
constexpr int ChipPadding = 3; // px, above and below the text
constexpr int ChipSides = ChipMargin + ChipMarkSize + ChipGap + ChipGap + ChipCrossSize + ChipMargin; // px

QColor chipColour(const QColor &under, const QColor &over, float share)
{
    const auto part = [share](float from, float to) {
        return from + (to - from) * share;
    };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
                            part(under.blueF(), over.blueF()));
}

} // namespace

TermChip::TermChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName("termChip"_L1);
    setCheckable(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // By assistive technology: keys and mouse do not get as far as the button.
    connect(this, &QAbstractButton::toggled, this, &TermChip::toggleRequested);
}

void TermChip::setTerm(const FilterTerm &term)
{
    const bool isNegated = FilterTerms::isNegated(term);
    m_whole = Filter::print(term.node).left(MaxChipText);
    m_expansion.clear();
    m_word = isNegated ? tr("not", "before a term of the filter") : QString();
    const QString text = Filter::print(isNegated ? FilterTerms::negated(term).node : term.node);
    m_text = withFewMarks(visibleText(text.left(MaxChipText)));
    const QSignalBlocker blocker(this);
    setChecked(term.isEnabled);
    setAccessibleName(tr("Filter term: %1").arg(visibleText(m_whole)));
    updateDescriptions();
    updateGeometry();
    update();
}

void TermChip::setExpansion(const QString &expansion)
{
    m_expansion = expansion.left(MaxChipText);
    updateDescriptions();
}

QString TermChip::meaning(const QString &expansion)
{
    return tr("Stands for: %1", "the filter of a preset").arg(expansion);
}

void TermChip::updateDescriptions()
{
    setAccessibleDescription(
        m_expansion.isEmpty()
            ? tr("Space turns it on and off, Enter edits it, - negates it, Delete removes it")
            : tr("Stands for: %1. Space turns it on and off, Enter edits it, - negates it, Delete removes it",
                 "the filter of a preset")
                  .arg(visibleText(m_expansion)));
    QString tip = PlainText::toolTip(m_whole);
    if (!m_expansion.isEmpty())
        tip += PlainText::toolTip(meaning(m_expansion));
    const QString hint = isChecked() ? tr("Click to edit. The mark turns the term off, Alt+click negates it.")
                                     : tr("Turned off. Click the mark to turn it on.");
    setToolTip(tip + PlainText::toolTip(hint));
}

QFont TermChip::textFont() const
{
    QFont shown = font();
    shown.setStrikeOut(!isChecked());
    return shown;
}

int TermChip::heightIn(const QFontMetrics &metrics)
{
    return metrics.height() + 2 * ChipPadding;
}

int TermChip::textWidth() const
{
    const QFontMetrics metrics(font());
    const int word = m_word.isEmpty() ? 0 : metrics.horizontalAdvance(m_word) + ChipGap;
    return word + metrics.horizontalAdvance(m_text) + 1;
}

QSize TermChip::sizeHint() const
{
    return {ChipSides + std::min(textWidth(), MaxChipTextWidth), heightIn(QFontMetrics(font()))};
}

int TermChip::wholeWidth() const
{
    return ChipSides + textWidth();
}

/// \param place  as from left to right
QRect TermChip::visual(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

/// As from left to right, as crossRect() is.
QRect TermChip::markRect() const
{
    return {ChipMargin, (height() - ChipMarkSize) / 2, ChipMarkSize, ChipMarkSize};
}

QRect TermChip::crossRect() const
{
    return {width() - ChipMargin - ChipCrossSize, (height() - ChipCrossSize) / 2, ChipCrossSize,
            ChipCrossSize};
}

TermChip::Part TermChip::partAt(const QPoint &place) const
{
    if (!rect().contains(place))
        return Part::None;
    const int x = isRightToLeft() ? rect().right() - place.x() : place.x();
    if (x <= markRect().right() + ChipGap / 2)
        return Part::Mark;
    return x >= crossRect().left() - ChipGap ? Part::Cross : Part::Text;
}

void TermChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = m_word.isEmpty() ? palette().color(QPalette::Highlight) : Colours::error(palette());
    const QColor base = palette().color(QPalette::Base);
    const bool isOn = isChecked();
    QPen border(isOn ? chipColour(base, accent, 0.5F) : palette().color(QPalette::Dark));
    if (!isOn)
        border.setStyle(Qt::DashLine);
    if (hasFocus())
        border = QPen(palette().color(QPalette::Highlight), 2);
    painter.setPen(border);
    painter.setBrush(isOn ? chipColour(base, accent, isDark(palette()) ? 0.24F : 0.1F) : base);
    const qreal inset = border.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    paintMark(painter);
    paintCross(painter);

    const int left = markRect().right() + 1 + ChipGap;
    QRect place(left, 0, crossRect().left() - ChipGap - left, height());
    painter.setFont(textFont());
    const int line = lineFlags(layoutDirection(), Qt::AlignLeft);
    if (!m_word.isEmpty()) {
        painter.setPen(isOn ? Colours::error(palette()) : Colours::quiet(palette()));
        painter.drawText(visual(place), line, m_word);
        place.setLeft(place.left() + fontMetrics().horizontalAdvance(m_word) + ChipGap);
    }
    painter.setPen(isOn ? palette().color(QPalette::Text) : Colours::quiet(palette()));
    painter.drawText(visual(place), line, fontMetrics().elidedText(m_text, Qt::ElideRight, place.width()));
}

/// A tick in a circle, or the empty circle.
void TermChip::paintMark(QPainter &painter) const
{
    const QRectF circle = QRectF(visual(markRect())).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor colour =
        m_hovered == Part::Mark ? palette().color(QPalette::Text) : Colours::quiet(palette());
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle);
    if (!isChecked())
        return;
    painter.drawPolyline(QPolygonF{{circle.left() + 2.6, circle.center().y() + 0.2},
                                   {circle.left() + 4.4, circle.bottom() - 3.0},
                                   {circle.right() - 2.4, circle.top() + 3.2}});
}

void TermChip::paintCross(QPainter &painter) const
{
    const QRectF cross = QRectF(visual(crossRect())).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor colour = m_hovered == Part::Cross ? Colours::error(palette()) : Colours::quiet(palette());
    painter.setPen(QPen(colour, 1.4));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
}

bool TermChip::event(QEvent *event)
{
    // No shortcut of the window takes the keys that the chip has.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete || key == Qt::Key_Minus)
            event->accept();
    }
    return QAbstractButton::event(event);
}

void TermChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        Q_EMIT toggleRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT editRequested();
        break;
    case Qt::Key_Minus:
    case Qt::Key_Exclam:
        Q_EMIT negateRequested();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeRequested();
        break;
    default:
        event->ignore(); // arrows and Esc are the bar's
    }
}

void TermChip::keyReleaseEvent(QKeyEvent *event)
{
    event->ignore();
}

void TermChip::mouseReleaseEvent(QMouseEvent *event)
{
    setDown(false);
    if (event->button() != Qt::LeftButton)
        return;
    switch (partAt(event->position().toPoint())) {
    case Part::Mark:
        Q_EMIT toggleRequested();
        break;
    case Part::Cross:
        Q_EMIT removeRequested();
        break;
    case Part::Text:
        if (event->modifiers() == Qt::AltModifier)
            Q_EMIT negateRequested();
        else
            Q_EMIT editRequested();
        break;
    case Part::None:
        break;
    }
}

void TermChip::mouseMoveEvent(QMouseEvent *event)
{
    const Part part = partAt(event->position().toPoint());
    if (std::exchange(m_hovered, part) != part)
        update();
}

void TermChip::leaveEvent(QEvent *event)
{
    m_hovered = Part::None;
    update();
    QAbstractButton::leaveEvent(event);
}

void TermChip::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    Q_EMIT menuRequested(isMouse ? event->globalPos()
                                 : mapToGlobal(isRightToLeft() ? rect().bottomRight() : rect().bottomLeft()));
}

} // namespace Trailglass

#include "moc_termchip.cpp"
