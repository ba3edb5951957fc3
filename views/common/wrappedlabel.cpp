// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/wrappedlabel.h"

#include "views/common/plaintext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

namespace Trailglass {

namespace {

constexpr int PreferredDigits = 48; ///< of a line, where there is room
constexpr int LeastDigits = 12;
constexpr std::size_t MaxWidths = 16; ///< kept laid out: of a layout that is being found
/// No line of a window has as many: what follows in a text of megabytes is not looked at.
constexpr qsizetype MaxLineCharacters = 2'000;

} // namespace

WrappedLabel::WrappedLabel(int maxLines, QWidget *parent)
    : QLabel(parent)
    , m_maxLines(maxLines)
{
}

const WrappedLabel::Lines &WrappedLabel::lines(int width) const
{
    if (m_laidOutText != text() || m_laidOutFont != font() || m_laidOut.size() >= MaxWidths) {
        m_laidOut.clear();
        m_laidOutText = text();
        m_laidOutFont = font();
    }
    const auto [place, isNew] = m_laidOut.try_emplace(width);
    if (isNew)
        place->second = layOut(width);
    return place->second;
}

WrappedLabel::Lines WrappedLabel::layOut(int width) const
{
    ++m_layouts;
    Lines lines;
    QString shown = text().left(m_maxLines * MaxLineCharacters);
    shown.replace(u'\n', QChar::LineSeparator); // ours: PlainText leaves none of a text from data
    QTextLayout layout(shown, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        if (static_cast<int>(lines.texts.size()) == m_maxLines) {
            lines.isCut = true;
            break;
        }
        line.setLineWidth(std::max(1, width));
        lines.texts.push_back(shown.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    if (lines.isCut) {
        QString &last = lines.texts.back();
        last = fontMetrics().elidedText(last + QChar(0x2026), Qt::ElideRight, width);
    }
    return lines;
}

QSize WrappedLabel::sizeHint() const
{
    const int width = PreferredDigits * fontMetrics().horizontalAdvance(u'0');
    return {width, heightForWidth(width)};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {LeastDigits * fontMetrics().horizontalAdvance(u'0'), fontMetrics().lineSpacing()};
}

int WrappedLabel::heightForWidth(int width) const
{
    const auto count = static_cast<int>(lines(width).texts.size());
    return std::max(1, count) * fontMetrics().lineSpacing();
}

bool WrappedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QLabel::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), lines(width()).isCut ? PlainText::toolTip(text()) : QString(),
                       this);
    return true;
}

void WrappedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::Alignment side =
        QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    const Lines &shown = lines(width());
    const int lineHeight = fontMetrics().lineSpacing();
    const int used = static_cast<int>(shown.texts.size()) * lineHeight;
    int top = alignment() & Qt::AlignTop ? 0 : std::max(0, (height() - used) / 2);
    for (const QString &line : shown.texts) {
        painter.drawText(QRect(0, top, width(), lineHeight), static_cast<int>(side) | Qt::AlignVCenter, line);
        top += lineHeight;
    }
}

void WrappedLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"));
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}

} // namespace Trailglass

#include "moc_wrappedlabel.cpp"
