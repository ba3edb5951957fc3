// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/eventheader.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/recordfieldsmodel.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr std::size_t LongestPart = 120;

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return Trailglass::tr("success");
    case Outcome::Failure:
        return Trailglass::tr("failure");
    case Outcome::Unknown:
        return Trailglass::tr("outcome unknown");
    }
    return {};
}

/// Cut between characters.
QString part(const std::string &text)
{
    if (text.size() <= LongestPart)
        return toQString(text);
    QString start = toQString(std::string_view(text).substr(0, LongestPart));
    while (start.endsWith(QChar::ReplacementCharacter))
        start.chop(1);
    return start + u'…';
}

} // namespace

EventHeader::EventHeader(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_chip(new QLabel(this))
    , m_source(new QLabel(this))
    , m_time(new QLabel(this))
{
    m_sentence->setObjectName("eventSentence"_L1);
    m_chip->setObjectName("eventOutcome"_L1);
    m_source->setObjectName("eventSource"_L1);
    m_time->setObjectName("eventTime"_L1);
    QFont font = m_sentence->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    m_sentence->setFont(font);
    for (QLabel *label : {m_sentence, m_source, m_time}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_chip->setAlignment(Qt::AlignCenter);
    m_chip->setMargin(3);
    m_chip->setFrameShape(QFrame::Box);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_chip, 0, Qt::AlignTop);
    line->addWidget(m_source, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sentence);
    layout->addLayout(line);
    layout->addWidget(m_time);
}

void EventHeader::setRecord(std::shared_ptr<const EventRecord> record)
{
    m_record = std::move(record);
    showTexts();
}

void EventHeader::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    showTexts();
}

void EventHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintChip();
    QWidget::changeEvent(event);
}

void EventHeader::showTexts()
{
    if (!m_record)
        return;
    const Event &event = m_record->event;
    PlainText::show(m_sentence, composedSentence(event));
    PlainText::show(m_chip, outcomeText(event.outcome));
    PlainText::show(m_source,
                    tr("%1 · %2", "vendor, name of the source")
                        .arg(toQString(name(m_record->vendor)), part(m_record->source)));
    const QString utc = preciseTime(event.created, QTimeZone::utc());
    const QString local = preciseTime(event.created, m_zone);
    PlainText::show(
        m_time, local == utc ? utc : tr("%1\u2002(%2)", "time in the display zone, in UTC").arg(local, utc));
    paintChip();
}

void EventHeader::paintChip()
{
    if (!m_record)
        return;
    const QColor colour = Colours::outcome(m_record->event.outcome, palette());
    QPalette chip = palette();
    chip.setColor(QPalette::WindowText, colour);
    m_chip->setPalette(chip);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Colours::quiet(palette()));
    m_source->setPalette(quiet);
    m_time->setPalette(quiet);
}

QString composedSentence(const Event &event)
{
    QStringList parts;
    for (const std::string *text : {&event.actor.display(), &event.action, &event.target.display()}) {
        if (!text->empty())
            parts += part(*text);
    }
    return parts.join(u" · "_s);
}

} // namespace Trailglass
