// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reportcreator.h"

#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/resolvedfilter.h"
#include "models/filter/createdinterval.h"
#include "models/filter/filter.h"
#include "models/query/queryengine.h"
#include "models/query/resultsnapshot.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/querycoverage.h"
#include "models/workspace/reportevents.h"
#include "models/workspace/reporttree.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace Trailglass {
namespace {

Result<void> checkReportText(const QString &text, qsizetype limit, const QString &sentence)
{
    if (text.size() > limit)
        return Error{ErrorKind::Usage, sentence.arg(limit)};
    return {};
}

Result<void> checkReportTexts(const ReportRequest &request)
{
    TRY(checkReportText(request.title, ReportLimits::MaxTitle,
                        Trailglass::tr("The title is longer than %1 characters. Shorten it.")));
    TRY(checkReportText(request.caseText, ReportLimits::MaxTitle,
                        Trailglass::tr("The case is longer than %1 characters. Shorten it.")));
    TRY(checkReportText(request.note, ReportLimits::MaxNote,
                        Trailglass::tr("The note is longer than %1 characters. Shorten it.")));
    return {};
}

/// Whether a result has the events that the bundle is made of, in whatever order. An engine that cannot go back to a state
/// gives the newest one.
bool isOfBundle(const ResultSnapshot &result, const BundledState &bundled)
{
    const ResultSnapshot &expected = bundled.rows->result();
    if (result.size() != expected.size())
        return false;
    std::vector<RowId> rows;
    rows.reserve(expected.size());
    for (std::size_t place = 0; place < expected.size(); ++place) {
        if (const auto row = expected.rowAt(place))
            rows.push_back(*row);
    }
    return result.findAll(std::move(rows)).size() == expected.size();
}

Error notOfBundle()
{
    return {ErrorKind::Rejected,
            Trailglass::tr(
                "Events were superseded, deleted or marked after the filter was applied, so that a report "
                "would count others than the bundle has. Apply the filter again, and then make the "
                "bundle.")};
}

ReportCounts reportCountsOf(const Facet &facet, std::size_t limit)
{
    ReportCounts counts;
    for (const FacetValue &value : facet.values) {
        if (counts.values.size() < limit) {
            counts.values.push_back({value.value ? toQString(*value.value) : QString(), value.count});
        } else {
            ++counts.otherValues;
            counts.otherEvents += value.count;
        }
    }
    return counts;
}

/// Makes one report: everything is of the state that the events were selected from.
class ReportCreation
{
public:
    ReportCreation(OpenWorkspace &workspace, const CancelToken &cancel)
        : m_workspace(workspace)
        , m_cancel(cancel)
    {
    }

    Result<Report> create(const ReportRequest &request);

private:
    Result<void> select(const ReportRequest &request);
    Result<void> readExtent();
    Result<void> readRows();
    Result<void> count();
    Result<void> readSources(const Facet &events);
    Result<void> readQuarantine(SourceId source, ReportSource &shown);
    Result<void> readGaps();
    Result<void> readTree(const QByteArray &bundledNote);

    OpenWorkspace &m_workspace;
    const CancelToken m_cancel;
    Report m_report;
    QueryEngine *m_engine = nullptr; ///< of the workspace
    PreparedQuery m_query; ///< with the state of m_result
    ResultPointer m_result;
    std::optional<TimeWindow> m_extent; ///< from the first event to just after the last
};

Result<Report> ReportCreation::create(const ReportRequest &request)
{
    TRY(checkReportTexts(request));
    m_report.title = request.title.isEmpty() ? Trailglass::tr("Audit log report") : request.title;
    m_report.caseText = request.caseText;
    m_report.note = request.note;
    m_report.author = request.author;
    m_report.program = QStringLiteral("Trailglass " TRAILGLASS_VERSION);
    const QueryContext &context = request.bundled ? request.bundled->query.context : request.context;
    m_report.made = context.now;
    m_report.zone = context.displayZone;
    m_report.bundle = request.bundle;
    TRY(select(request));
    TRY(readExtent());
    TRY(readRows());
    TRY(count());
    TRY(readGaps());
    TRY(readTree(request.bundled ? request.bundled->note : QByteArray()));
    if (const QString notice = m_engine->notice(); !notice.isEmpty())
        m_report.warnings.append(notice);
    m_report.lacksEvents = !m_engine->missingEvents().isEmpty() || !m_report.unknownGaps.isEmpty();
    return std::move(m_report);
}

Result<void> ReportCreation::select(const ReportRequest &request)
{
    if (request.bundled) {
        m_query = request.bundled->query;
    } else {
        TRY(m_query, prepareQuery(m_workspace, request.expression, request.context));
    }
    m_report.typedFilter = request.expression.trimmed();
    m_report.canonicalFilter = Filter::print(m_query.filter);
    TRY(const auto resolved, withResolvedTimes(m_query.filter, m_query.context));
    m_report.resolvedFilter = Filter::print(resolved);
    TRY(const auto reader, m_workspace.reader());
    TRY(m_report.workspace, reader->identity());
    TRY(m_engine, m_workspace.engine());
    const SortOrder oldestFirst{SortKey{Field::Created, false}};
    TRY(m_result, m_engine->select(m_query.filter, oldestFirst, m_query.context, m_cancel));
    if (request.bundled && !isOfBundle(*m_result, *request.bundled))
        return notOfBundle();
    m_report.isInBundle = request.bundled && request.bundled->rows->size() == m_result->size();
    m_query.context.state = m_result->state();
    m_report.events = static_cast<qint64>(m_result->size());
    return {};
}

Result<void> ReportCreation::readExtent()
{
    if (m_result->isEmpty())
        return {};
    TRY(const auto records, m_workspace.records());
    std::optional<UtcMicros> created;
    const auto take = [&created](std::size_t, EventRecord &&record) {
        created = record.event.created;
    };
    TRY(records->read(*m_result, {0, 1}, false, take, m_cancel));
    m_report.first = created;
    created.reset();
    TRY(records->read(*m_result, {m_result->size() - 1, 1}, false, take, m_cancel));
    m_report.last = created;
    if (m_report.first && m_report.last)
        m_extent = TimeWindow{*m_report.first, *m_report.last + 1};
    return {};
}

Result<void> ReportCreation::readRows()
{
    TRY(auto first, firstReportRows(m_workspace, *m_result, m_cancel));
    m_report.rows = std::move(first.shown);
    m_report.areRowsCut = first.isCut;
    return {};
}

Result<void> ReportCreation::count()
{
    const FacetRequest request{{Field::Source, Field::Op, Field::Outcome, Field::Actor}};
    TRY(const auto facets, m_engine->facets(m_query.filter, request, m_query.context, m_cancel));
    TRY(readSources(facets[0]));
    m_report.operations = reportCountsOf(facets[1], facets[1].values.size());
    m_report.outcomes = reportCountsOf(facets[2], facets[2].values.size());
    m_report.actors = reportCountsOf(facets[3], ReportLimits::MaxActors);
    TRY(const auto window, Filter::createdInterval(m_query.filter, m_query.context));
    const HistogramRequest bins{RoundBins{ReportLimits::MaxBins, window},
                                Filter::FieldReference(Field::Outcome)};
    TRY(m_report.histogram, m_engine->histogram(m_query.filter, bins, m_query.context, m_cancel));
    return {};
}

Result<void> ReportCreation::readSources(const Facet &events)
{
    std::map<QString, qint64> counts;
    for (const FacetValue &value : events.values) {
        if (value.value)
            counts[toQString(*value.value)] = value.count;
    }
    TRY(const auto covered, coveredSources(m_workspace, m_query));
    TRY(const auto sources, m_workspace.sources());
    for (const SourceRecord &source : sources) {
        const bool isCovered = std::ranges::find(covered, source.id, &SourceRecord::id) != covered.end();
        const auto counted = counts.find(source.name);
        if (!isCovered && counted == counts.end())
            continue;
        ReportSource shown;
        shown.name = source.name;
        shown.vendor = source.type;
        shown.events = counted == counts.end() ? 0 : counted->second;
        TRY(readQuarantine(source.id, shown));
        m_report.sources.push_back(shown);
    }
    return {};
}

Result<void> ReportCreation::readQuarantine(SourceId source, ReportSource &shown)
{
    TRY(const auto reader, m_workspace.reader());
    QuarantineRange range;
    range.source = source;
    range.withBytes = false;
    TRY(const auto rows, reader->quarantine(range));
    for (const QuarantineEntry &row : rows)
        ++(row.kind == QuarantineKind::Conflict ? shown.conflicting : shown.unreadable);
    return {};
}

Result<void> ReportCreation::readGaps()
{
    TRY(m_report.interval, coveredInterval(m_query, m_extent));
    const auto gaps = coverageGaps(m_workspace, m_query, m_extent);
    if (!gaps && gaps.error().kind == ErrorKind::Cancelled)
        return gaps.error();
    if (!gaps) {
        m_report.unknownGaps =
            Trailglass::tr("Events may be missing: the times that were synced could not be read. %1")
                .arg(gaps.error().message);
        return {};
    }
    const std::size_t shown = std::min(gaps->size(), ReportLimits::MaxGaps);
    for (std::size_t gap = 0; gap < shown; ++gap)
        m_report.gaps.push_back({(*gaps)[gap].source, (*gaps)[gap].window});
    m_report.otherGaps = static_cast<qint64>(gaps->size() - shown);
    return {};
}

Result<void> ReportCreation::readTree(const QByteArray &bundledNote)
{
    TRY(auto tree, ReportTree::open(m_workspace));
    TRY(auto marked, markedReportEvents(m_workspace, *m_result, tree, m_cancel));
    m_report.marked = std::move(marked.shown);
    m_report.otherMarked = marked.others;
    TRY(auto checkpoint, tree.newestCheckpoint(m_report.workspace, bundledNote));
    m_report.checkpoint = std::move(checkpoint.shown);
    m_report.warnings += checkpoint.warnings;
    return {};
}

} // namespace

Result<Report> createReport(OpenWorkspace &workspace, const ReportRequest &request, const CancelToken &cancel)
{
    const LogTimer timer;
    auto report = ReportCreation(workspace, cancel).create(request);
    if (report) {
        const auto marked = static_cast<qint64>(report->marked.size()) + report->otherMarked;
        const auto gaps = static_cast<qint64>(report->gaps.size()) + report->otherGaps;
        qCInfo(logEvidence) << "report made: events" << report->events << "marked" << marked << "gaps" << gaps
                            << "in" << timer;
    } else {
        qCInfo(logEvidence).noquote()
            << "report not made:" << errorKindName(report.error().kind) << "after" << timer;
    }
    return report;
}

} // namespace Trailglass
