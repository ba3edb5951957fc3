// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/emptystate.h"

#include "views/common/elidedbutton.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxEmptyTitleLines = 2;
constexpr int MaxEmptyTextLines = 8;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new WrappedLabel(MaxEmptyTitleLines, this))
    , m_text(new WrappedLabel(MaxEmptyTextLines, this))
    , m_suggestionList(new QVBoxLayout)
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignHCenter);
    m_title->setFont(textFont(TextStyle::Title, font()));
    for (QLabel *label : {m_title, m_text})
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    TextColour::set(*m_text, TextMeaning::Quiet);
    m_title->setObjectName("emptyTitle"_L1);
    m_text->setObjectName("emptyText"_L1);
    m_action->setObjectName("emptyAction"_L1);
    m_secondAction->setObjectName("emptySecondAction"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Normal);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_secondAction);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(Spacing::Normal);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_suggestionList->setSpacing(Spacing::None);
    column->addLayout(m_suggestionList);
    column->addSpacing(Spacing::Normal);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::Page, Spacing::Normal, Spacing::Page, Spacing::Normal);
    layout->setSpacing(Spacing::None);
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
    setSuggestions({});
    paintGlyph();
    setVisible(true);
}

void EmptyState::setSuggestions(const QStringList &sentences)
{
    const auto count = std::min<qsizetype>(sentences.size(), MaxSuggestions);
    while (m_suggestions.size() < count) {
        auto *button = new ElidedButton(this);
        const int number = static_cast<int>(m_suggestions.size());
        button->setObjectName(u"emptySuggestion%1"_s.arg(number));
        connect(button, &QPushButton::clicked, this, [this, number] { Q_EMIT suggestionChosen(number); });
        m_suggestionList->addWidget(button, 0, Qt::AlignHCenter);
        if (number > 0)
            setTabOrder(m_suggestions.constLast(), button);
        setTabOrder(button, m_action);
        setTabOrder(m_action, m_secondAction);
        m_suggestions.append(button);
    }
    for (qsizetype number = 0; number < m_suggestions.size(); ++number) {
        if (number < count)
            m_suggestions[number]->show(sentences[number]);
        else
            m_suggestions[number]->hide();
    }
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
    m_icon->setPixmap(Icons::pixmap(m_glyph, Colours::quiet(palette()), 48, devicePixelRatioF()));
}

} // namespace Trailglass

#include "moc_emptystate.cpp"
