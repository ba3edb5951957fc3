// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/emptystate.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignHCenter);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_title->setObjectName("emptyTitle"_L1);
    m_text->setObjectName("emptyText"_L1);
    m_action->setObjectName("emptyAction"_L1);
    m_secondAction->setObjectName("emptySecondAction"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_secondAction);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(column, 6);
    layout->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
    connect(m_secondAction, &QPushButton::clicked, this, &EmptyState::actedSecond);
}

void EmptyState::show(Glyph glyph, const QString &title, const QString &text, const QString &action,
                      const QString &secondAction)
{
    m_glyph = glyph;
    PlainText::show(m_title, title);
    PlainText::show(m_text, text);
    m_action->setText(PlainText::caption(action));
    m_action->setVisible(!action.isEmpty());
    m_secondAction->setText(PlainText::caption(secondAction));
    m_secondAction->setVisible(!secondAction.isEmpty());
    paintGlyph();
    setVisible(true);
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintGlyph();
    QWidget::changeEvent(event);
}

void EmptyState::paintGlyph()
{
    const QColor quiet = Colours::quiet(palette());
    m_icon->setPixmap(Icons::pixmap(m_glyph, quiet, 48, devicePixelRatioF()));
    QPalette text = palette();
    text.setColor(QPalette::WindowText, quiet);
    m_text->setPalette(text);
}

} // namespace Trailglass
