// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/eventheader.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/recordfieldsmodel.h"
#include "views/common/elidedlabel.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// By a sign and in words: colour alone says nothing to many.
QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return Trailglass::tr("✓ success");
    case Outcome::Failure:
        return Trailglass::tr("✕ failure");
    case Outcome::Unknown:
        return Trailglass::tr("– unknown", "outcome");
    }
    return {};
}

/// As much of a text as a line can show, and a little more.
QString headOf(const std::string &text)
{
    return toQString(std::string_view(text).substr(0, 4 * ElidedLabel::MaxCharacters + 4));
}

QString sentenceOf(const Event &event)
{
    const QString action = headOf(event.action);
    const QString target = headOf(event.target.display());
    if (action.isEmpty() || target.isEmpty())
        return action + target;
    return Trailglass::tr("%1 → %2", "action, target").arg(action, target);
}

QString placeOf(const EventRecord &record)
{
    QStringList parts;
    for (const std::string *text : {&record.event.ip, &record.event.channel}) {
        if (!text->empty())
            parts += headOf(*text);
    }
    parts += toQString(name(record.vendor));
    parts += headOf(record.source);
    parts.removeDuplicates(); // a source often has its vendor's name
    return parts.join(u" · "_s);
}

} // namespace

EventHeader::EventHeader(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_actor(new ElidedLabel(this))
    , m_sentence(new ElidedLabel(this))
    , m_place(new ElidedLabel(this))
    , m_time(new ElidedLabel(this))
    , m_outcome(new QLabel(this))
    , m_outside(new ElidedLabel(this))
{
    m_actor->setObjectName("eventActor"_L1);
    m_sentence->setObjectName("eventSentence"_L1);
    m_place->setObjectName("eventPlace"_L1);
    m_time->setObjectName("eventTime"_L1);
    m_outcome->setObjectName("eventOutcome"_L1);
    m_outside->setObjectName("eventOutsideResult"_L1);
    m_outside->show(tr("Not in the current result", "an event"));
    m_outside->setVisible(false);
    m_actor->setFont(textFont(TextStyle::Title, font()));
    m_sentence->setFont(textFont(TextStyle::Strong, font()));
    m_outcome->setMargin(2);
    m_outcome->setFrameShape(QFrame::Box);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Spacing::Normal);
    m_grid->setVerticalSpacing(Spacing::Tight);
    // As wide as the pane is, whatever they say.
    for (ElidedLabel *label : {m_actor, m_sentence, m_place, m_time})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    arrange(false);
}

/// The outcome stands where most room is left beside it: who it was and what happened are to be read whole.
void EventHeader::arrange(bool isWide)
{
    m_isWide = isWide;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item; // the widgets stay
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, isWide ? 1 : 0);
    if (isWide) {
        m_grid->addWidget(m_actor, 0, 0);
        m_grid->addWidget(m_sentence, 0, 1);
        m_grid->addWidget(m_outcome, 0, 2, Qt::AlignRight);
        m_grid->addWidget(m_place, 1, 0);
        m_grid->addWidget(m_time, 1, 1, 1, m_reservesOutside ? 1 : 2);
    } else {
        m_grid->addWidget(m_actor, 0, 0, 1, 2);
        m_grid->addWidget(m_sentence, 1, 0, 1, 2);
        m_grid->addWidget(m_place, 2, 0);
        m_grid->addWidget(m_outcome, 2, 1);
        m_grid->addWidget(m_time, 3, 0, 1, 2);
    }
    if (m_reservesOutside)
        placeOutside();
}

/// In a wide pane below the outcome: a line more would be dear there.
void EventHeader::placeOutside()
{
    QSizePolicy policy(m_isWide ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setRetainSizeWhenHidden(true); // nothing moves when it comes
    m_outside->setSizePolicy(policy);
    m_outside->setAlignment((m_isWide ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (m_isWide)
        m_grid->addWidget(m_outside, 1, 2);
    else
        m_grid->addWidget(m_outside, 4, 0, 1, 2);
}

QSize EventHeader::minimumSizeHint() const
{
    const auto height = [](const QLabel *label) {
        return label->sizeHint().height();
    };
    const int first = std::max({height(m_actor), height(m_sentence), height(m_outcome)});
    const int second = std::max(height(m_place), height(m_time));
    return {QWidget::minimumSizeHint().width(), first + m_grid->verticalSpacing() + second};
}

void EventHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= WidePane;
    if (isWide == m_isWide)
        return;
    arrange(isWide);
    Q_EMIT arranged();
}

void EventHeader::setRecord(std::shared_ptr<const EventRecord> record)
{
    m_record = std::move(record);
    showTexts();
}

void EventHeader::reserveOutsideResult()
{
    m_reservesOutside = true;
    arrange(m_isWide);
}

void EventHeader::setOutsideResult(bool isOutside)
{
    m_outside->setVisible(isOutside);
}

void EventHeader::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    showTexts();
}

void EventHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTexts();
    QWidget::changeEvent(event);
}

void EventHeader::showTexts()
{
    if (!m_record)
        return;
    const Event &event = m_record->event;
    const QString actor = headOf(event.actor.display());
    m_actor->show(actor.isEmpty() ? tr("Actor not named", "in place of the actor of an event") : actor);
    m_sentence->show(sentenceOf(event));
    m_place->show(placeOf(*m_record));
    PlainText::show(m_outcome, outcomeText(event.outcome));
    const QString utc = preciseTime(event.created, QTimeZone::utc());
    const QString local = preciseTime(event.created, m_zone);
    m_time->show(local == utc ? utc : tr("%1\u2002(%2)", "time in the display zone, in UTC").arg(local, utc));
    paintTexts();
}

void EventHeader::paintTexts()
{
    if (!m_record)
        return;
    const auto colour = [this](QWidget *label, const QColor &text) {
        QPalette changed = palette();
        changed.setColor(QPalette::WindowText, text);
        label->setPalette(changed);
    };
    const Event &event = m_record->event;
    const QColor quiet = Colours::quiet(palette());
    colour(m_outcome, Colours::outcome(event.outcome, palette()));
    colour(m_actor, event.actor.display().empty() ? quiet : palette().color(QPalette::WindowText));
    colour(m_place, quiet);
    colour(m_time, quiet);
    colour(m_outside, quiet);
}

} // namespace Trailglass

#include "moc_eventheader.cpp"
