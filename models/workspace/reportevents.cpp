// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reportevents.h"

#include "models/changes/changefinder.h"
#include "models/changes/changerows.h"
#include "models/core/field.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/resultsnapshot.h"
#include "models/table/celltext.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/reportcreator.h"
#include "models/workspace/reporttree.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string_view>

namespace Trailglass {
namespace {

constexpr std::size_t ReportRecordsOfRead = 100; // with their JSON in memory
constexpr std::size_t MaxReportChangeRows = 100; // of an event
constexpr qsizetype MaxReportChangeCharacters = 20'000;

/// What the head of an event shows, what its other fields show again, and its JSON.
constexpr std::array ReportFieldsLeftOut{Field::Source, Field::Id,     Field::Created, Field::Received,
                                         Field::Actor,  Field::Target, Field::Raw};

struct ReportRemarks
{
    std::optional<ReportRemark> mark;
    std::optional<ReportRemark> note;
};

using ReportRemarksByRow = std::map<RowId, ReportRemarks>;

Result<ReportRemarksByRow> reportRemarksOf(const EventReader &reader)
{
    ReportRemarksByRow remarks;
    TRY(reader.visitMarks([&remarks](const EventMark &mark) {
        remarks[mark.row].mark = ReportRemark{toQString(name(mark.colour)), mark.reviewer, mark.at};
    }));
    TRY(reader.visitNotes([&remarks](const EventNote &note) {
        remarks[note.row].note = ReportRemark{note.note, note.reviewer, note.at};
    }));
    return remarks;
}

void addReportedFields(const EventRecord &record, ReportEvent &event)
{
    std::string scratch;
    for (const Field field : allFields()) {
        if (std::ranges::find(ReportFieldsLeftOut, field) != ReportFieldsLeftOut.end())
            continue;
        const std::string_view text = fieldText(record, field, scratch);
        if (text.empty())
            continue;
        event.isCut = event.isCut || toQString(text).size() > ReportLimits::MaxValue;
        event.fields.push_back({toQString(name(field)), shownText(text, ReportLimits::MaxValue)});
    }
}

std::vector<ReportTextRun> reportTextRuns(const std::vector<ShownTextRun> &runs)
{
    std::vector<ReportTextRun> shown;
    shown.reserve(runs.size());
    for (const ShownTextRun &run : runs)
        shown.push_back({run.text, run.isChanged});
    return shown;
}

void addReportedChanges(const std::string &raw, ReportEvent &event)
{
    using Kind = ChangeRow::Kind;
    const EventChanges changes = findChanges(std::make_shared<const std::string>(raw));
    ChangeLayout layout;
    layout.maxRows = MaxReportChangeRows;
    layout.maxCharacters = MaxReportChangeCharacters;
    const ChangeRows rows = changeRows(changes, layout);
    event.isCut = event.isCut || changes.isCut || rows.isCut;
    for (const ChangeRow &row : rows.rows) {
        if (row.kind == Kind::Skipped)
            continue;
        ReportChange change;
        const bool isHeading = row.kind == Kind::Heading;
        change.level = isHeading ? 0 : row.level + 1;
        change.name = isHeading && row.name.isEmpty() ? Trailglass::tr("(no name)", "of a change") : row.name;
        change.before = reportTextRuns(row.before);
        change.after = reportTextRuns(row.after);
        event.isCut = event.isCut || row.isCut;
        event.changes.push_back(std::move(change));
    }
}

/// \param isCut  set where the text is longer than shown
QString reportRowText(std::string_view text, bool &isCut)
{
    isCut = isCut || toQString(text).size() > ReportLimits::MaxRowValue;
    return shownText(text, ReportLimits::MaxRowValue);
}

ReportRow reportRow(const EventRecord &record, bool &isCut)
{
    const Event &event = record.event;
    return {.created = event.created,
            .source = reportRowText(record.source, isCut),
            .actor = reportRowText(event.actor.display(), isCut),
            .action = reportRowText(event.action, isCut),
            .target = reportRowText(event.target.display(), isCut),
            .ip = reportRowText(event.ip, isCut),
            .outcome = toQString(name(event.outcome))};
}

ReportEvent reportEvent(const EventRecord &record, const ReportRemarks &remarks, ReportTree &tree)
{
    ReportEvent event;
    event.source = toQString(record.source);
    event.id = toQString(record.event.id);
    event.created = record.event.created;
    event.received = record.received;
    event.leaf = tree.leafOf(record.row);
    event.mark = remarks.mark;
    event.note = remarks.note;
    addReportedFields(record, event);
    addReportedChanges(record.event.raw, event);
    return event;
}

} // namespace

Result<FirstReportRows> firstReportRows(OpenWorkspace &workspace, const ResultSnapshot &result,
                                        const CancelToken &cancel)
{
    FirstReportRows rows;
    const auto take = [&rows](std::size_t, EventRecord &&record) {
        rows.shown.push_back(reportRow(record, rows.isCut));
    };
    TRY(const auto records, workspace.records());
    TRY(records->read(result, {0, ReportLimits::MaxRows}, false, take, cancel));
    return rows;
}

Result<MarkedReportEvents> markedReportEvents(OpenWorkspace &workspace, const ResultSnapshot &result,
                                              ReportTree &tree, const CancelToken &cancel)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto remarks, reportRemarksOf(*reader));
    std::vector<RowId> remarked;
    remarked.reserve(remarks.size());
    for (const auto &[row, said] : remarks)
        remarked.push_back(row);
    const std::vector<std::size_t> places = result.findAll(std::move(remarked));
    const std::size_t count = std::min(places.size(), ReportLimits::MaxMarked);
    std::vector<RowId> rows;
    for (std::size_t place = 0; place < count; ++place)
        rows.push_back(result.rowAt(places[place]).value_or(RowId()));

    MarkedReportEvents events;
    events.others = static_cast<qint64>(places.size() - count);
    TRY(const auto records, workspace.records());
    const std::span<const RowId> all(rows);
    for (std::size_t first = 0; first < count; first += ReportRecordsOfRead) {
        const auto part = all.subspan(first, std::min(ReportRecordsOfRead, count - first));
        TRY(const auto read, records->records(result, part, true, cancel));
        for (const EventRecord &record : read) {
            if (cancel.isCancelled()) // the changes of an event may take a while
                return reportCancelled();
            if (const auto said = remarks.find(record.row); said != remarks.end())
                events.shown.push_back(reportEvent(record, said->second, tree));
        }
    }
    return events;
}

} // namespace Trailglass
