// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/resultcontroller.h"

#include "models/config/settings.h"
#include "models/query/filter/createdinterval.h"
#include "models/query/sortorder.h"
#include "models/session/filterstate.h"
#include "models/session/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/filters/intervaltext.h"
#include "views/filters/querybar.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>
#include <QTimeZone>

namespace Trailglass {

namespace {

constexpr int TypingPause = 150; // ms; long enough for the next key, too short to be noticed

} // namespace

ResultController::ResultController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ResultController::askNow);
    connect(&parts.filter, &FilterState::treeChanged, this, [this] {
        m_isUnasked = true;
        m_typing.start();
    });
    // What stood there for the length of a key press is no question when the next key breaks it.
    connect(&parts.filter, &FilterState::textChanged, this, [this] {
        if (m_parts.filter.error())
            m_typing.stop();
        else if (m_isUnasked)
            m_typing.start();
    });
    connect(&parts.settings, &Settings::displayZoneChanged, this, [this] {
        applyZone();
        askNow();
    });
    connect(&parts.runner, &ResultRunner::answered, this, &ResultController::show);
    connect(&parts.runner, &ResultRunner::busyChanged, &parts.queryBar, &QueryBar::setBusy);
    connect(&parts.runner, &ResultRunner::failed, this, [this](const Error &error) {
        m_parts.queryBar.setProblem(error.message);
        if (!m_answer) // the table must not say it is reading for ever
            m_parts.events.setProblem(error);
    });
    connect(&parts.events, &EventsView::sortRequested, this, [this](const SortOrder &order) {
        m_parts.events.setSortOrder(order);
        askNow();
    });
    connect(&parts.events, &EventsView::clearFilterRequested, this, [this] { m_parts.filter.setText({}); });
    applyZone();
}

Question ResultController::question() const
{
    const SortOrder order = m_parts.events.sortOrder();
    return {m_parts.filter.tree(), order.empty() ? defaultSortOrder() : order,
            m_parts.settings.displayZone()};
}

void ResultController::askNow()
{
    m_typing.stop();
    m_isUnasked = false;
    m_parts.runner.ask(question());
}

void ResultController::show(const Answer &answer)
{
    m_answer = answer;
    const auto count = static_cast<qint64>(answer.snapshot->rows.size());
    const auto interval = Filter::createdInterval(answer.expanded, answer.context);
    const QString words =
        interval && *interval != TimeWindow{} ? intervalText(*interval, answer.context) : QString();
    m_parts.queryBar.setAnswer(count, answer.total, words);
    m_parts.events.setAnswer(answer.snapshot, answer.refreshed);
    const QLocale locale;
    m_parts.window.setCountText(
        tr("%1 of %2 events").arg(locale.toString(count), locale.toString(answer.total)));
    m_parts.window.actions().exportEvents->setEnabled(count > 0);
    Q_EMIT answered();
}

void ResultController::applyZone()
{
    const QByteArray zone = m_parts.settings.displayZone();
    m_parts.events.setDisplayZone(QTimeZone(zone));
    m_parts.window.setZoneName(QString::fromLatin1(zone));
}

} // namespace Trailglass
