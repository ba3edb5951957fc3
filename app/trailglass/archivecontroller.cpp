// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archivecontroller.h"

#include "app/trailglass/archivelimits.h"
#include "models/config/settings.h"
#include "models/core/clock.h"
#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/filter/filterstate.h"
#include "models/table/timeformatter.h"
#include "models/workspace/resultrunner.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/window/mainwindow.h"

#include <QLocale>
#include <QTimeZone>

#include <utility>

namespace Trailglass {

namespace {

/// Whether an error is about the way to the archive, and not about one query.
bool isOfConnection(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Server:
    case ErrorKind::Redirect:
    case ErrorKind::Malformed:
    case ErrorKind::NewerVersion:
        return true;
    default:
        return false;
    }
}

} // namespace

QString costText(const QueryResult &result)
{
    if (!result.cost)
        return {};
    const QLocale locale;
    const QString seconds = locale.toString(static_cast<double>(result.duration.count()) / 1'000, 'f', 2);
    return result.cost->rows
        ? tr("%1 s · %2 row(s) read", nullptr, countArgument(*result.cost->rows))
              .arg(seconds, locale.toString(*result.cost->rows))
        : tr("%1 s · %2 received").arg(seconds, locale.formattedDataSize(result.cost->received));
}

ArchiveController::ArchiveController(const Parts &parts, const ShownArchive &archive, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_watch(archive.events, archive.lookInterval)
    , m_sharing({parts.presets, parts.presetMenu, parts.window}, archive.events, parts.clock)
{
    limitToArchive(parts.window);
    parts.window.setServerText(archive.place.name());
    if (archive.look)
        m_keeper.emplace(archive.place, archive.look, parts.clock, parts.settingsFile);
    connectResults();
    connectWatch();
    connect(&parts.window.strip(), &MessageStrip::acted, this, &ArchiveController::act);
    if (!archive.warning.isEmpty())
        parts.window.strip().show(MessageStrip::Kind::Warning, archive.warning);
}

void ArchiveController::connectResults()
{
    connect(&m_parts.results, &ResultRunner::finished, this, &ArchiveController::showResult);
    connect(&m_parts.results, &ResultRunner::failed, this, [this](const Error &error) {
        m_hasFailed = true;
        if (isOfConnection(error.kind))
            showFailure(error);
        // The connection may have been lost so briefly that no look noticed. A query that breaks it each time is repeated once,
        // unless looks fail too.
        const bool wasRetried = std::exchange(m_isRetried, false);
        if (error.kind == ErrorKind::Network && !wasRetried)
            m_watch.expectRecovery();
    });
    connect(&m_parts.filter, &FilterState::treeChanged, this, [this] { m_isRetried = false; });
}

void ArchiveController::connectWatch()
{
    connect(&m_watch, &PlaceWatch::eventsChanged, this, [this] {
        // A query that runs has the news, or the next look has them again. One that failed is not repeated for each of them.
        if (m_parts.results.isBusy() || m_hasFailed)
            return;
        m_parts.results.refresh();
        Q_EMIT eventsChanged();
    });
    connect(&m_watch, &PlaceWatch::sourcesListed, &m_parts.filter, &FilterState::setSourceNames);
    connect(&m_watch, &PlaceWatch::failed, this, &ArchiveController::showFailure);
    connect(&m_watch, &PlaceWatch::recovered, this, &ArchiveController::recover);
}

void ArchiveController::showResult(const QueryResult &result)
{
    m_hasFailed = false;
    m_isRetried = false;
    m_readAt = m_parts.clock.now();
    m_watch.setShown(result.snapshot->state());
    m_parts.window.setCostText(costText(result));
    hideFailure();
    if (result.total == 0) {
        m_parts.events.setEmptyResultHelp(
            tr("There are no events in the archive yet. “Push after syncs…” in the window of a workspace, or "
               "“trailglass-cli archive push”, brings them."),
            {});
    }
}

void ArchiveController::showFailure(const Error &error)
{
    QString text = error.message;
    if (m_readAt) {
        const QString time = exactTime(*m_readAt, QTimeZone(m_parts.settings.displayZone()));
        text = inSequence(text, tr("What is shown was read at %1.").arg(time));
    }
    m_needsKey = error.kind == ErrorKind::Unauthorized;
    m_parts.window.strip().show(MessageStrip::Kind::Error, text,
                                m_needsKey ? tr("Enter the key…") : tr("Try again"));
    m_shown = m_parts.window.strip().text();
}

void ArchiveController::act()
{
    if (m_shown.isEmpty() || m_parts.window.strip().text() != m_shown)
        return;
    const bool needsKey = m_needsKey;
    hideFailure();
    if (needsKey)
        Q_EMIT keyRequested();
    else
        Q_EMIT retryRequested();
}

/// Whoever waits for a result gets it without asking again.
void ArchiveController::recover()
{
    hideFailure();
    m_sharing.reload();
    if (!m_hasFailed || m_parts.results.isPending())
        return;
    m_isRetried = true;
    Q_EMIT retryRequested();
}

void ArchiveController::hideFailure()
{
    // Something else may stand there by now.
    if (!m_shown.isEmpty() && m_parts.window.strip().text() == m_shown)
        m_parts.window.strip().hide();
    m_shown.clear();
}

} // namespace Trailglass

#include "moc_archivecontroller.cpp"
