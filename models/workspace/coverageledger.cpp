// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/coverageledger.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/workspace/sourcechoice.h"

namespace Trailglass {
namespace {

/// The named sources, or all.
Result<QList<SourceRecord>> chosenSources(const EventReader &reader, const QStringList &names)
{
    if (names.isEmpty())
        return reader.sources();
    QList<SourceRecord> sources;
    for (const QString &name : names) {
        TRY(const auto source, listedSource(reader, name));
        sources.append(source);
    }
    return sources;
}

} // namespace

Result<std::vector<CoveredInterval>> coveredIntervals(const EventReader &reader, const QStringList &names)
{
    TRY(const auto sources, chosenSources(reader, names));
    std::vector<CoveredInterval> intervals;
    for (const SourceRecord &source : sources) {
        const auto entries = reader.coverage(source.id);
        if (!entries) {
            Error error = entries.error();
            error.message =
                tr("The coverage of “%1” cannot be read. %2").arg(visibleText(source.name), error.message);
            return error;
        }
        for (const CoverageEntry &entry : *entries)
            intervals.push_back({source.name, entry});
    }
    return intervals;
}

Result<std::vector<CoveredInterval>> coveredIntervals(const QString &workspace, const QStringList &names)
{
    TRY(const auto reader, EventReader::open(workspace));
    return coveredIntervals(*reader, names);
}

} // namespace Trailglass
