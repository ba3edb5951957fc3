// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/sourcechoice.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QCoreApplication>

#include <algorithm>

namespace Trailglass {
namespace {

Result<SourceRecord> named(const QList<SourceRecord> &sources, const QString &name)
{
    const auto found = std::ranges::find(sources, name, &SourceRecord::name);
    if (found != sources.end())
        return *found;
    QStringList known;
    for (const SourceRecord &source : sources)
        known.append(source.name);
    const QString nearest = nearestName(name, known);
    const QString hint = nearest.isEmpty() ? tr("\"trailglass-cli source list\" shows what there is.")
                                           : tr("Did you mean \"%1\"?").arg(visibleText(nearest));
    return Error{ErrorKind::Usage, tr("There is no connection \"%1\". %2").arg(visibleText(name), hint)};
}

} // namespace

Result<SourceRecord> listedSource(const EventReader &reader, const QString &name)
{
    const auto sources = reader.sources();
    return sources ? named(*sources, name) : sources.error();
}

Result<QList<SourceRecord>> activeSources(const EventReader &reader, const QStringList &names)
{
    TRY(const auto sources, reader.sources());
    QList<SourceRecord> chosen;
    if (names.isEmpty())
        std::ranges::remove_copy_if(sources, std::back_inserter(chosen), &SourceRecord::removed);
    for (const QString &name : names) {
        TRY(const auto source, named(sources, name));
        if (source.removed) {
            return Error{ErrorKind::Usage,
                         tr("The connection \"%1\" was removed; its events are kept. Add it again to go on.")
                             .arg(visibleText(name))};
        }
        if (std::ranges::find(chosen, name, &SourceRecord::name) == chosen.end())
            chosen.append(source);
    }
    return chosen;
}

Result<SourceRecord> namedSource(const Session &session, const QString &name)
{
    TRY(const auto reader, EventReader::open(session.workspace));
    const auto sources = activeSources(*reader, {name});
    return sources ? Result<SourceRecord>(sources->first()) : sources.error();
}

} // namespace Trailglass
