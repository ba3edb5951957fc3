// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/comparecontroller.h"

#include "models/config/settings.h"
#include "models/table/recordfetcher.h"
#include "models/workspace/eventlookup.h"
#include "views/events/eventsview.h"
#include "views/inspector/eventcomparisondialog.h"
#include "views/window/mainwindow.h"

#include <QTimeZone>

#include <memory>
#include <string>
#include <utility>

namespace Trailglass {

CompareController::CompareController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.events, &EventsView::compareRequested, this, &CompareController::compare);
    connect(&m_changes, &ChangeRunner::found, this,
            [this](const std::shared_ptr<const EventChanges> &changes) {
                if (m_dialog)
                    m_dialog->showChanges(changes);
            });
    connect(&parts.settings, &Settings::displayZoneChanged, this, [this](const QByteArray &zone) {
        if (m_dialog)
            m_dialog->setDisplayZone(QTimeZone(zone));
    });
}

void CompareController::compare(RowId one, RowId other)
{
    m_result = m_parts.events.model().snapshot();
    m_pair = {one, other};
    m_changes.cancel();
    openDialog();
    fetch();
}

void CompareController::openDialog()
{
    if (!m_dialog) {
        m_dialog = new EventComparisonDialog(&m_parts.window);
        m_dialog->setDisplayZone(QTimeZone(m_parts.settings.displayZone()));
    }
    m_dialog->setLoading();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void CompareController::fetch()
{
    const auto done = [this, pair = m_pair](const Result<std::vector<EventRecord>> &records) {
        if (!m_dialog || pair != m_pair)
            return;
        // Pages of a table that is scrolled pushed it out.
        if (!records && records.error().kind == ErrorKind::Cancelled)
            fetch();
        else if (!records)
            m_dialog->showProblem(records.error().message);
        else if (records->empty())
            m_dialog->showProblem(tr("Both events were removed."));
        else if (records->size() == 1)
            m_dialog->showProblem(tr("One of the two events was removed."));
        else
            show(records->front(), records->back());
    };
    m_parts.fetcher.fetch(m_result, {m_pair.first, m_pair.second}, RecordFetcher::WithRaw::Yes, this, done);
}

void CompareController::show(const EventRecord &one, const EventRecord &other)
{
    EventPair events = eventPair(one, other);
    const auto before = std::make_shared<const EventRecord>(std::move(events.before));
    const auto after = std::make_shared<const EventRecord>(std::move(events.after));
    m_dialog->showEvents(before, after);
    // The JSON is the records' own; nothing is copied.
    const auto rawOf = [](const std::shared_ptr<const EventRecord> &record) {
        return std::shared_ptr<const std::string>(record, &record->event.raw);
    };
    m_changes.compare(rawOf(before), rawOf(after));
}

} // namespace Trailglass

#include "moc_comparecontroller.cpp"
