// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archivetasktext.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"

#include <QLocale>

#include <iterator>
#include <optional>

namespace Trailglass {

namespace {

QString momentText(const std::optional<UtcMicros> &time, const QTimeZone &zone)
{
    return time ? exactTime(*time, zone) : Trailglass::tr("none yet", "event or push");
}

ArchiveSection archiveFiguresOf(const ArchiveOverview &overview, std::optional<bool> isPushedAfterSync,
                                const QTimeZone &zone)
{
    ArchiveSection figures{Trailglass::tr("Archive"),
                           {{Trailglass::tr("ClickHouse"), overview.version},
                            {Trailglass::tr("Events"), QLocale().toString(overview.events)},
                            {Trailglass::tr("First event"), momentText(overview.created.from, zone)},
                            {Trailglass::tr("Last event"), momentText(overview.lastEvent(), zone)}}};
    if (isPushedAfterSync) {
        figures.facts.append(ArchiveFact{Trailglass::tr("This workspace is pushed after each sync"),
                                         *isPushedAfterSync ? Trailglass::tr("Yes") : Trailglass::tr("No")});
    }
    return figures;
}

ArchiveSection workspacesOf(const ArchiveOverview &overview, const QTimeZone &zone)
{
    ArchiveSection workspaces{Trailglass::tr("Workspaces that push")};
    for (const PushedWorkspace &workspace : overview.workspaces) {
        const QString pushed =
            Trailglass::tr("events: %1 · last push: %2 · number: %3")
                .arg(QLocale().toString(workspace.events), momentText(workspace.lastPush, zone),
                     QString::number(workspace.origin));
        workspaces.facts.append(ArchiveFact{workspace.name, pushed});
    }
    return workspaces;
}

ArchiveSection sourcesOf(const ArchiveOverview &overview)
{
    ArchiveSection sources{Trailglass::tr("Sources")};
    for (const SourceRecord &source : overview.sources) {
        const QString state = source.removed
            ? Trailglass::tr("%1 · not pushed any more", "vendor").arg(source.type)
            : Trailglass::tr("%1 · pushed", "vendor").arg(source.type);
        sources.facts.append(ArchiveFact{source.name, state});
    }
    return sources;
}

QList<ArchiveSection> problemsOf(const QStringList &sentences)
{
    if (sentences.isEmpty())
        return {};
    ArchiveSection problems{Trailglass::tr("Problems")};
    for (const QString &sentence : sentences)
        problems.facts.append(ArchiveFact{.name = sentence, .isProblem = true});
    return {problems};
}

QList<ArchiveSection> overviewOf(const ArchiveOverview &overview, std::optional<bool> isPushedAfterSync,
                                 const QTimeZone &zone)
{
    QList<ArchiveSection> sections{archiveFiguresOf(overview, isPushedAfterSync, zone)};
    if (!overview.workspaces.isEmpty())
        sections.append(workspacesOf(overview, zone));
    if (!overview.sources.isEmpty())
        sections.append(sourcesOf(overview));
    return sections;
}

/// \param others  facts that are not kept
ArchiveSection withOthers(ArchiveSection section, qint64 others)
{
    if (others > 0)
        section.facts.append(
            ArchiveFact{Trailglass::tr("%Ln more, not kept", nullptr, countArgument(others))});
    return section;
}

QString problemsText(qint64 count)
{
    return Trailglass::tr("%Ln problem(s) were found.", nullptr, countArgument(count));
}

} // namespace

QList<ArchiveSection> sectionsOf(const ArchiveStatus &status, const QTimeZone &zone)
{
    return overviewOf(status.overview, status.isPushedAfterSync, zone);
}

QList<ArchiveSection> sectionsOf(const KnownArchive &known, const QTimeZone &zone)
{
    ArchiveSection figures = archiveFiguresOf(known.overview, {}, zone);
    figures.facts.append(ArchiveFact{Trailglass::tr("Format"), QString::number(known.format)});
    QList<ArchiveSection> sections{figures};
    if (!known.overview.workspaces.isEmpty())
        sections.append(withOthers(workspacesOf(known.overview, zone), known.otherWorkspaces));
    if (!known.overview.sources.isEmpty())
        sections.append(withOthers(sourcesOf(known.overview), known.otherSources));
    return sections;
}

QList<ArchiveSection> sectionsOf(const ArchiveDiagnosis &diagnosis, const QTimeZone &zone)
{
    return problemsOf(diagnosis.problems) + overviewOf(diagnosis.overview, {}, zone);
}

QList<ArchiveSection> sectionsOf(const ArchiveCheckReport &report)
{
    QStringList sentences;
    for (const ArchiveFault &fault : report.faults)
        sentences += fault.text();
    const QLocale locale;
    const ArchiveSection compared{
        Trailglass::tr("Compared"),
        {{Trailglass::tr("Batches"), locale.toString(report.batches)},
         {Trailglass::tr("Events"), locale.toString(report.events)},
         {Trailglass::tr("Rows that are not pushed yet"), locale.toString(report.notPushed)}}};
    return problemsOf(sentences) << compared;
}

QString summaryOf(const ArchiveDiagnosis &diagnosis)
{
    return diagnosis.problems.isEmpty() ? tr("Every batch of the archive has as many events as were pushed.")
                                        : problemsText(diagnosis.problems.size());
}

QString summaryOf(const ArchiveCheckReport &report)
{
    return report.faults.empty()
        ? tr("The archive has what this workspace has pushed: counts and hashes are the same.")
        : problemsText(std::ssize(report.faults));
}

} // namespace Trailglass
