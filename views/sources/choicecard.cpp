// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/choicecard.h"

#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/typescale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int IconSize = 32;
constexpr qreal CornerRadius = 8;

} // namespace

ChoiceCard::ChoiceCard(Glyph glyph, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_glyph(glyph)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    auto *name = new QLabel(this);
    name->setFont(textFont(TextStyle::Strong, font()));
    PlainText::show(name, title);
    PlainText::show(m_sentence, sentence);
    TextColour::set(*m_sentence, TextMeaning::Quiet);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (QLabel *label : {m_icon, name, m_sentence})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::Tight);
    texts->addWidget(name);
    texts->addWidget(m_sentence, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::Section, Spacing::Wide, Spacing::Section, Spacing::Wide);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    paintSign();
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const bool marked = hasFocus() || underMouse() || isDown();
    const qreal width = marked ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(marked ? QPalette::Highlight : QPalette::Mid), width));
    painter.setBrush(palette().color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), CornerRadius,
                            CornerRadius);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSign();
    QAbstractButton::changeEvent(event);
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ChoiceCard::paintSign()
{
    m_icon->setPixmap(Icons::pixmap(m_glyph, palette().color(QPalette::Link), IconSize, devicePixelRatioF()));
}

} // namespace Trailglass

#include "moc_choicecard.cpp"
