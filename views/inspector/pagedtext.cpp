// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/pagedtext.h"

#include "views/inspector/longtextedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

PagedText::PagedText(QWidget *parent)
    : QWidget(parent)
    , m_text(new LongTextEdit(this))
    , m_line(new QWidget(this))
    , m_position(new QLabel(m_line))
    , m_previous(addStep(u"previousPart"_s, Qt::LeftArrow, tr("Previous part")))
    , m_next(addStep(u"nextPart"_s, Qt::RightArrow, tr("Next part")))
{
    m_position->setObjectName("partPosition"_L1);
    m_position->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_position, 1);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_line);
    connect(m_previous, &QToolButton::clicked, this, [this] {
        m_parts.goPrevious();
        showPart();
    });
    connect(m_next, &QToolButton::clicked, this, [this] {
        m_parts.goNext();
        showPart();
    });
    setSource({}, 0);
}

QSize PagedText::minimumSizeHint() const
{
    const QSize text = m_text->minimumSizeHint();
    const QSize line = m_line->minimumSizeHint();
    return {std::max(text.width(), line.width()), text.height() + layout()->spacing() + line.height()};
}

QToolButton *PagedText::addStep(const QString &name, Qt::ArrowType arrow, const QString &tip)
{
    auto *button = new QToolButton(m_line);
    button->setObjectName(name);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void PagedText::setSource(TextParts::Source source, std::size_t bytes)
{
    m_parts = source ? TextParts(std::move(source)) : TextParts();
    m_size = QLocale().formattedDataSize(static_cast<qint64>(bytes), 1);
    showPart();
}

void PagedText::showPart()
{
    m_text->setText(m_parts.part());
    m_position->setText(tr("Part %L1 · %2 in total", "of a long text: number of the part, size of the text")
                            .arg(m_parts.number() + 1)
                            .arg(m_size));
    m_previous->setEnabled(m_parts.number() > 0);
    m_next->setEnabled(m_parts.hasNext());
    m_line->setVisible(m_parts.number() > 0 || m_parts.hasNext());
}

} // namespace Trailglass

#include "moc_pagedtext.cpp"
