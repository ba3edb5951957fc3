// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowstatus.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "views/common/elidedlabel.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MessageTime = 6000; // ms

} // namespace

WindowStatus::WindowStatus(QStatusBar &bar, QAction &chooseZone, QAction &pauseSchedule, QWidget *sources)
    : m_bar(bar)
    , m_count(new QLabel)
    , m_selection(new QLabel)
    , m_review(new ElidedLabel)
    , m_server(new ElidedLabel)
    , m_cost(new QLabel)
    , m_sync(new QLabel)
    , m_paused(new QToolButton)
    , m_zone(new QToolButton)
{
    bar.setObjectName("statusBar"_L1);
    m_count->setObjectName("countText"_L1);
    m_count->setContentsMargins(Spacing::Normal, 0, 0, 0);
    m_selection->setObjectName("selectionText"_L1);
    m_review->setObjectName("reviewText"_L1);
    m_server->setObjectName("serverText"_L1);
    m_cost->setObjectName("costText"_L1);
    m_sync->setObjectName("syncText"_L1);
    m_paused->setObjectName("schedulePausedButton"_L1);
    m_paused->setText(Trailglass::tr("Scheduled sync paused"));
    m_paused->setToolTip(Trailglass::tr("Resumes the scheduled sync"));
    m_zone->setObjectName("zoneButton"_L1);
    for (QToolButton *button : {m_paused, m_zone}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_zone->setToolTip(Trailglass::tr("Time zone for displayed times"));
    QObject::connect(m_zone, &QToolButton::clicked, &chooseZone, &QAction::trigger);
    QObject::connect(m_paused, &QToolButton::clicked, &pauseSchedule, &QAction::trigger);
    const auto showPaused = [button = m_paused, action = &pauseSchedule] {
        button->setVisible(action->isChecked() && action->isEnabled());
    };
    QObject::connect(&pauseSchedule, &QAction::changed, m_paused, showPaused);
    // A message takes their place: in a widget of its own they stay hidden, whichever of them is shown meanwhile.
    auto *result = new QWidget;
    auto *row = new QHBoxLayout(result);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::Normal);
    for (QWidget *widget : {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_selection),
                            static_cast<QWidget *>(m_review)})
        row->addWidget(widget);
    bar.addWidget(result);
    bar.addPermanentWidget(m_cost);
    bar.addPermanentWidget(m_server);
    bar.addPermanentWidget(m_sync);
    bar.addPermanentWidget(m_paused);
    bar.addPermanentWidget(sources);
    bar.addPermanentWidget(m_zone);
    // What is added is shown.
    showPaused();
    setReview({});
    setServer({});
    setCost({});
}

void WindowStatus::setCount(const QString &text)
{
    PlainText::show(m_count, text);
}

void WindowStatus::setCountShown(bool isShown)
{
    m_isCountShown = isShown;
    m_count->setVisible(isShown);
    m_selection->setVisible(isShown);
    m_review->setVisible(isShown && !m_review->text().isEmpty());
}

void WindowStatus::setSelection(const QString &text)
{
    PlainText::show(m_selection, text);
}

void WindowStatus::setReview(const QString &text)
{
    m_review->show(text);
    m_review->setVisible(m_isCountShown && !text.isEmpty());
}

void WindowStatus::setServer(const QString &text)
{
    m_server->show(text);
    m_server->setVisible(!text.isEmpty());
}

void WindowStatus::setCost(const QString &text)
{
    PlainText::show(m_cost, text);
    m_cost->setVisible(!text.isEmpty());
}

void WindowStatus::setSync(const QString &text)
{
    PlainText::show(m_sync, text);
}

void WindowStatus::setZone(const QString &zone)
{
    m_zone->setText(PlainText::caption(zone));
    m_zone->setAccessibleName(Trailglass::tr("Time zone: %1").arg(zone));
}

void WindowStatus::tell(const QString &text)
{
    m_bar.showMessage(visibleText(text), MessageTime);
}

} // namespace Trailglass
