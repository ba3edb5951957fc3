// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/evidencecreator.h"

#include "models/core/logging.h"
#include "models/core/translation.h"
#include "models/evidence/coveragefile.h"
#include "models/evidence/evidencetree.h"
#include "models/evidence/resolvedfilter.h"
#include "models/exporting/outputtarget.h"
#include "models/filter/filter.h"
#include "models/filter/sourcereach.h"
#include "models/query/codedfilter.h"
#include "models/query/sortorder.h"
#include "models/sources/source.h"
#include "models/store/schema.h"
#include "models/store/treereader.h"
#include "models/workspace/querycoverage.h"
#include "models/workspace/workspaceverification.h"

#include <QLocale>

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Error tooLongText(const QString &sentence, qsizetype limit)
{
    return {.kind = ErrorKind::Usage, .message = sentence.arg(limit)};
}

/// Where a source was synced from, and its other settings. Of an address that is more than a host, such as Paradime's, which
/// identifies the account, the host alone is stated.
void describeSource(const SourceRecord &record, BundleManifest::Source &source)
{
    const Source *const type = findSource(record.type);
    if (!type)
        return; // of a later version
    const QString addressKey = type->type().address().key;
    for (auto setting = record.settings.cbegin(); setting != record.settings.cend(); ++setting) {
        if (setting.key() != addressKey)
            source.settings.insert(setting.key(), setting.value());
    }
    if (const auto settings = SourceSettings::fromValues(type->type(), record.settings))
        source.address = settings->origin().text();
}

/// The sources that the filter can match, also removed ones: their events are still there.
std::vector<SourceRecord> matchingSources(const QList<SourceRecord> &sources, const PreparedQuery &query)
{
    std::vector<SourceRecord> matching;
    for (const SourceRecord &source : sources) {
        const auto vendor = vendorFromName(source.type.toStdString());
        if (!vendor
            || Filter::mayMatchSource(query.filter, source.name.toStdString(), *vendor, query.context))
            matching.push_back(source);
    }
    return matching;
}

bool overlaps(const TimeWindow &window, const TimeWindow &interval)
{
    return (!window.to || *window.to > *interval.from) && (!window.from || *window.from < *interval.to);
}

/// What was requested of the vendors, as far as it concerns the interval of the filter.
Result<BundleCoverage> coverageOf(OpenWorkspace &workspace, const PreparedQuery &query,
                                  const std::vector<SourceRecord> &sources,
                                  const std::optional<TimeWindow> &events)
{
    TRY(const auto interval, coveredInterval(query, events));
    BundleCoverage coverage{.interval = interval};
    const auto gaps = coverageGaps(workspace, query, events);
    if (gaps) {
        for (const CoverageGap &gap : *gaps)
            coverage.gaps.push_back({gap.source, gap.window});
    } else {
        coverage.unknownGaps = tr("Events may be missing: the times that were synced could not be read. %1")
                                   .arg(gaps.error().message);
    }
    std::vector<BundledCoverage> asked;
    for (const SourceRecord &source : sources) {
        TRY(auto entries, workspace.coverage(source.id));
        std::erase_if(entries,
                      [&interval](const CoverageEntry &entry) { return !overlaps(entry.window, interval); });
        asked.push_back({source.name, std::move(entries)});
    }
    coverage.file = coverageFile(asked);
    return coverage;
}

/// One bundle that is to be made.
class EvidenceCreation
{
public:
    EvidenceCreation(OpenWorkspace &workspace, const EvidencePlan &plan, const TreeSigner &signer,
                     const Clock &clock)
        : m_workspace(workspace)
        , m_plan(plan)
        , m_signer(signer)
        , m_clock(clock)
    {
    }

    Result<EvidenceReport> write(const QString &fileName, const CancelToken &cancel,
                                 const EvidenceProgress &progress)
    {
        TRY(select(cancel));
        if (m_plan.verifiesWorkspace) {
            TRY(verify(cancel));
        }
        TRY(auto written, checkpoint(cancel));
        TRY(auto content, makeContent());
        if (m_plan.attach) {
            TRY(content.attachments, m_plan.attach(m_workspace, stateOf(written), cancel));
        }
        const BundleSeal seal{.checkpoint = std::move(written.checkpoint),
                              .note = std::move(written.note),
                              .signer = written.signer,
                              .sign = [this](QByteArrayView message) {
                                  return m_signer.sign(message);
                              }};
        TRY(const auto reader, TreeReader::open(m_workspace.folder(), cancel));
        TRY(RecordSource *const records, m_workspace.records());
        TRY(const auto inUse, m_workspace.filesInUse());
        StoredTree tree(*reader);
        TRY(auto summary,
            writeBundle(fileName, inUse,
                        {.rows = *m_rows,
                         .records = *records,
                         .tree = tree,
                         .content = content,
                         .seal = seal,
                         .cancel = cancel,
                         .progress = progressOf(progress)}));
        EvidenceReport report{
            .bundle = std::move(summary), .signer = seal.signer, .warnings = written.notices};
        addWarnings(report);
        return report;
    }

private:
    Result<void> select(const CancelToken &cancel)
    {
        m_rows = m_plan.rows;
        if (!m_rows && !m_plan.attach) {
            TRY(auto found, m_workspace.rowsOnly(m_plan.query, m_plan.order, cancel));
            m_rows = std::move(found.rows);
            m_missing = std::move(found.missing);
            return {};
        }
        TRY(QueryEngine *const engine, m_workspace.engine());
        if (!m_rows) {
            TRY(m_rows, engine->select(m_plan.query.filter, m_plan.order, m_plan.query.context, cancel));
        }
        m_missing = engine->missingEvents();
        return {};
    }

    [[nodiscard]] ExportProgress progressOf(const EvidenceProgress &progress) const
    {
        if (!progress)
            return {};
        return [progress, total = static_cast<qint64>(m_rows->size())](qint64 done) {
            progress(done, total);
        };
    }

    /// Which events match goes by fields and by the index, and the tree binds neither.
    Result<void> verify(const CancelToken &cancel) const
    {
        const CheckProgress tell = [this](const QString &activity) {
            if (m_plan.verifying)
                m_plan.verifying(activity);
        };
        TRY(const auto verdict, verifyWorkspace(m_workspace.folder(), {}, cancel, tell));
        if (verdict.isWell())
            return {};
        return Error{.kind = ErrorKind::Storage,
                     .message =
                         inSequence(Trailglass::tr("No bundle was made, because the verification of the "
                                                   "workspace found a problem."),
                                    verdict.problems.front().sentence)};
    }

    /// The last one if nothing has changed since: then the same request gives the same bytes.
    Result<WrittenCheckpoint> checkpoint(const CancelToken &cancel) const
    {
        const UtcMicros now = m_clock.now();
        TRY(auto written, m_signer.write({.onlyOfChanges = true}, now, cancel));
        if (written.signer == m_signer.verifier())
            return written;
        return m_signer.write({}, now, cancel); // the last one is of a former key
    }

    [[nodiscard]] BundledState stateOf(const WrittenCheckpoint &written) const
    {
        BundledState state{.query = m_plan.query, .rows = m_rows, .note = written.note};
        state.query.context.state = m_rows->result().state();
        return state;
    }

    Result<BundleContent> makeContent()
    {
        TRY(const auto sources, m_workspace.sources());
        TRY(EventReader *const reader, m_workspace.reader());
        TRY(const RowId lastRow, reader->lastRow());
        TRY(const auto resolved, withResolvedTimes(m_plan.query.filter, m_plan.query.context));
        const auto matching = matchingSources(sources, m_plan.query);
        const std::vector<Column> columns = m_plan.columns.empty() ? defaultColumns() : m_plan.columns;

        BundleContent content{.manifest = {}, .columns = columns, .coverage = {}};
        BundleManifest &manifest = content.manifest;
        manifest.version = QStringLiteral(TRAILGLASS_VERSION);
        manifest.schema = Schema::Version;
        manifest.made = m_clock.now();
        manifest.by = m_plan.by;
        manifest.caseText = m_plan.caseText;
        manifest.note = m_plan.note;
        manifest.typed = m_plan.typed;
        manifest.canonical = Filter::print(m_plan.filter);
        manifest.resolved = Filter::print(resolved);
        manifest.now = m_plan.query.context.now;
        manifest.zone = m_plan.query.context.displayZone;
        manifest.columns = columnsText(columns);
        manifest.sort = sortOrderText(m_plan.order);
        manifest.formulaGuard = m_plan.formulaGuard;
        manifest.missing = m_missing;
        // The whole result of a state that nothing came after: events of the tree that it has not looked at may match.
        const bool isWholeResult =
            m_rows->size() == m_rows->result().size() && m_rows->result().lastRow() == lastRow;
        manifest.statesCompleteness = m_plan.verifiesWorkspace && isWholeResult && manifest.missing.isEmpty()
            && isOverCodedFields(m_plan.query.filter);
        for (const SourceRecord &record : matching) {
            BundleManifest::Source source{
                .name = record.name, .vendor = record.type, .isRemoved = record.removed, .address = {}};
            describeSource(record, source);
            manifest.sources.push_back(std::move(source));
            content.quarantineSources.append(record.name);
        }
        content.coverage = [this, matching](const std::optional<TimeWindow> &events) {
            return coverageOf(m_workspace, m_plan.query, matching, events);
        };
        return content;
    }

    void addWarnings(EvidenceReport &report) const
    {
        const BundleManifest &manifest = report.bundle.manifest;
        report.warnings.append(manifest.missing);
        report.warnings.append(manifest.unknownGaps);
        report.warnings.removeAll(QString());
        report.warnings += report.bundle.events.overflow.warnings();
        const auto asked = static_cast<qint64>(m_rows->size());
        if (manifest.events < asked) {
            report.warnings.append(
                Trailglass::tr("Events of the result that were deleted or superseded meanwhile are left "
                               "out: %1.")
                    .arg(QLocale().toString(asked - manifest.events)));
        }
    }

    OpenWorkspace &m_workspace;
    const EvidencePlan &m_plan;
    const TreeSigner &m_signer;
    const Clock &m_clock;
    std::shared_ptr<const ResultRows> m_rows; ///< not null after select()
    QString m_missing; ///< what their result is known to lack
};

Result<EvidenceReport> checkedAndMade(OpenWorkspace &workspace, const EvidencePlan &plan,
                                      const QString &fileName, const TreeSigner &signer, const Clock &clock,
                                      const CancelToken &cancel, const EvidenceProgress &progress)
{
    TRY(checkEvidence(workspace, plan.caseText, plan.note, fileName));
    return EvidenceCreation(workspace, plan, signer, clock).write(fileName, cancel, progress);
}

} // namespace

Result<void> checkEvidence(OpenWorkspace &workspace, const QString &caseText, const QString &note,
                           const QString &fileName)
{
    if (caseText.size() > EvidenceLimits::MaxCase)
        return tooLongText(tr("A case has at most %1 characters."), EvidenceLimits::MaxCase);
    if (note.size() > EvidenceLimits::MaxNote)
        return tooLongText(tr("A note has at most %1 characters."), EvidenceLimits::MaxNote);
    TRY(const auto inUse, workspace.filesInUse());
    TRY(outputTarget(fileName, inUse));
    return {};
}

Result<EvidenceReport> createEvidence(OpenWorkspace &workspace, const EvidencePlan &plan,
                                      const QString &fileName, const TreeSigner &signer, const Clock &clock,
                                      const CancelToken &cancel, const EvidenceProgress &progress)
{
    const LogTimer timer;
    qCInfo(logEvidence) << "evidence bundle begun: rows are selected" << (plan.rows != nullptr)
                        << "workspace is to be verified" << plan.verifiesWorkspace << "report"
                        << static_cast<bool>(plan.attach);
    auto report = checkedAndMade(workspace, plan, fileName, signer, clock, cancel, progress);
    if (report) {
        const BundleManifest &manifest = report->bundle.manifest;
        qCInfo(logEvidence) << "evidence bundle made: events" << manifest.events << "leaves"
                            << report->bundle.leaves << "sources" << manifest.sources.size() << "gaps"
                            << manifest.gaps.size() << "complete" << manifest.statesCompleteness << "warnings"
                            << report->warnings.size() << "in" << timer;
    } else {
        qCInfo(logEvidence).noquote()
            << "evidence bundle not made:" << errorKindName(report.error().kind) << "after" << timer;
    }
    return report;
}

} // namespace Trailglass
