// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcechoice.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <algorithm>

namespace Trailglass {

Result<SourceRecord> namedSource(const QList<SourceRecord> &sources, const QString &name)
{
    const auto found = std::ranges::find(sources, name, &SourceRecord::name);
    if (found != sources.end())
        return *found;
    QStringList known;
    for (const SourceRecord &source : sources)
        known.append(source.name);
    const QString nearest = nearestName(name, known);
    return Error{
        ErrorKind::Usage,
        nearest.isEmpty()
            ? tr("There is no source “%1” in this workspace.").arg(visibleText(name))
            : tr("There is no source “%1”. Did you mean “%2”?").arg(visibleText(name), visibleText(nearest))};
}

QStringList sourceNames(const QList<SourceRecord> &sources)
{
    QStringList names;
    for (const SourceRecord &source : sources)
        names += source.name;
    return names;
}

Result<QStringList> sourceNames(const EventReader &reader)
{
    TRY(const auto sources, reader.sources());
    return sourceNames(sources);
}

Result<SourceRecord> listedSource(const EventReader &reader, const QString &name)
{
    TRY(const auto sources, reader.sources());
    return namedSource(sources, name);
}

Result<QList<SourceRecord>> activeSources(const EventReader &reader, const QStringList &names)
{
    TRY(const auto sources, reader.sources());
    QList<SourceRecord> chosen;
    if (names.isEmpty())
        std::ranges::remove_copy_if(sources, std::back_inserter(chosen), &SourceRecord::removed);
    for (const QString &name : names) {
        TRY(const auto source, namedSource(sources, name));
        if (source.removed) {
            return Error{ErrorKind::Usage,
                         tr("The source “%1” was removed; its events are kept. Add it again to continue.")
                             .arg(visibleText(name))};
        }
        if (std::ranges::find(chosen, name, &SourceRecord::name) == chosen.end())
            chosen.append(source);
    }
    return chosen;
}

Result<SourceRecord> listedSource(const QString &workspace, const QString &name)
{
    TRY(const auto reader, EventReader::open(workspace));
    return listedSource(*reader, name);
}

Result<SourceRecord> activeSource(const QString &workspace, const QString &name)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const auto sources, activeSources(*reader, {name}));
    return sources.first();
}

Result<QList<SourceRecord>> activeSources(const QString &workspace)
{
    TRY(const auto reader, EventReader::open(workspace));
    return activeSources(*reader, {});
}

} // namespace Trailglass
