// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/markcontroller.h"

#include "models/core/text.h"
#include "models/table/recordfetcher.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/evidence/markchoice.h"
#include "views/evidence/remarksbar.h"
#include "views/inspector/inspectorpane.h"
#include "views/window/inspectordock.h"
#include "views/window/mainwindow.h"

#include <QLocale>

namespace Trailglass {

namespace {

/// A request that newer ones pushed out is made again, but not for ever.
constexpr int MaxKeyAttempts = 20;

NamedEvent keyOfEvent(const EventRecord &record)
{
    return {toQString(record.source), record.event.id};
}

} // namespace

MarkController::MarkController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectTable();
    connectInspector();
    connect(&parts.service, &ReviewService::changed, this, [this] {
        reload();
        Q_EMIT marksChanged();
    });
    parts.events.marks().setOffered(true);
    parts.inspector.remarks().setNoteLimit(ReviewLimits::MaxNote);
    parts.inspector.remarks().setVisible(true);
}

void MarkController::connectTable()
{
    const MarkChoice *marks = &m_parts.events.marks();
    connect(marks, &MarkChoice::markRequested, this, &MarkController::markSelected);
    connect(marks, &MarkChoice::noteRequested, this, &MarkController::writeNote);
    connect(&m_parts.events, &EventsView::selectedCountChanged, &m_parts.inspector.remarks(),
            &RemarksBar::setSelectedCount);
}

void MarkController::connectInspector()
{
    const RemarksBar *remarks = &m_parts.inspector.remarks();
    connect(remarks, &RemarksBar::markRequested, this, [this](const std::optional<MarkColour> &colour) {
        if (const auto event = inspected())
            mark({*event}, colour);
    });
    connect(remarks, &RemarksBar::noteRequested, this, &MarkController::saveNote);
}

std::optional<NamedEvent> MarkController::inspected() const
{
    const auto &record = m_parts.inspector.record();
    return record ? std::optional(keyOfEvent(*record)) : std::nullopt;
}

void MarkController::markSelected(const std::optional<MarkColour> &colour)
{
    const EventTableModel &model = m_parts.events.model();
    if (!model.snapshot())
        return;
    std::shared_ptr<const ResultRows> rows = m_parts.events.selectedRows();
    if (rows->size() == 0) { // the current row is where the reader is
        const RowId current = m_parts.events.currentEvent();
        const auto place = current ? model.rowOf(current) : std::nullopt;
        if (!place)
            return m_parts.window.tell(tr("Select the events to mark first."));
        rows = std::make_shared<const RowRanges>(
            model.snapshot(), std::vector{PlaceRange{static_cast<std::size_t>(*place), 1}});
    }
    if (rows->size() > ReviewLimits::MaxMarks) {
        const QLocale locale;
        return m_parts.window.tell(
            tr("%1 events are too many to mark at once (maximum: %2). Select fewer.")
                .arg(locale.toString(static_cast<qulonglong>(rows->size())),
                     locale.toString(static_cast<qulonglong>(ReviewLimits::MaxMarks))));
    }
    readKeys(rows, 1, [this, colour](const std::vector<NamedEvent> &keys) { mark(keys, colour); });
}

/// By the names that events keep: the table has rows, of which not all are in memory.
void MarkController::readKeys(const std::shared_ptr<const ResultRows> &rows, int attempt, const Keys &done)
{
    const auto keys = std::make_shared<std::vector<NamedEvent>>();
    const auto take = [keys](std::size_t, EventRecord &&record) {
        keys->push_back(keyOfEvent(record));
    };
    const auto ended = [this, rows, attempt, keys, done](const Result<void> &outcome) {
        if (outcome)
            return done(*keys);
        if (outcome.error().kind != ErrorKind::Cancelled)
            return showFailure(outcome.error());
        if (attempt < MaxKeyAttempts)
            readKeys(rows, attempt + 1, done);
        else
            m_parts.window.tell(tr("The events could not be read. Mark them again."));
    };
    m_parts.fetcher.read({rows, PlaceRange{0, rows->size()}}, RecordFetcher::WithRaw::No, take, this, ended);
}

void MarkController::mark(const std::vector<NamedEvent> &events, const std::optional<MarkColour> &colour)
{
    if (events.empty())
        return m_parts.window.tell(tr("These events were removed."));
    m_parts.service.setMarks(events, colour, [this, colour](const Result<qint64> &changed) {
        if (!changed)
            return showFailure(changed.error());
        const int count = static_cast<int>(*changed);
        m_parts.window.tell(colour ? tr("%Ln event(s) marked.", nullptr, count)
                                   : tr("The marks of %Ln event(s) were removed.", nullptr, count));
    });
}

void MarkController::writeNote()
{
    m_parts.window.inspector().open();
    m_parts.inspector.remarks().edit();
}

void MarkController::saveNote(const QString &note)
{
    const auto event = inspected();
    if (!event)
        return m_parts.inspector.remarks().noteFailed();
    m_parts.service.setNote(*event, note, [this](const Result<bool> &changed) {
        if (changed)
            return m_parts.inspector.remarks().noteSaved();
        m_parts.inspector.remarks().noteFailed();
        showFailure(changed.error());
    });
}

void MarkController::reload()
{
    m_parts.events.model().readAgain();
    readInspected();
}

void MarkController::readInspected()
{
    const auto record = m_parts.inspector.record();
    const ResultPointer &result = m_parts.events.model().snapshot();
    if (!record || !result)
        return;
    m_parts.fetcher.fetch(result, {record->row}, RecordFetcher::WithRaw::No, this,
                          [this](const Result<std::vector<EventRecord>> &records) {
                              if (!records && records.error().kind == ErrorKind::Cancelled)
                                  return readInspected(); // pages of the table pushed it out
                              if (records && !records->empty())
                                  m_parts.inspector.showRemarks(records->front());
                          });
}

void MarkController::showFailure(const Error &error)
{
    m_parts.window.strip().show(MessageStrip::Kind::Error, error.message);
}

} // namespace Trailglass

#include "moc_markcontroller.cpp"
