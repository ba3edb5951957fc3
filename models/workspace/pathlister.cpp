// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pathlister.h"

#include "models/core/result.h"
#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathcollector.h"
#include "models/workspace/placethread.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

Result<QStringList> pathsIn(OpenPlace &place, const CancelToken &token)
{
    const auto records = place.records();
    if (!records && records.error().kind == ErrorKind::NotFound)
        return QStringList();
    if (!records)
        return records.error();
    Filter::JsonPathCollector collector;
    TRY((*records)->sample([&collector](const EventRecord &record) { collector.add(record.event.raw); },
                           token));
    QStringList names;
    for (const Filter::JsonPath &path : collector.paths())
        names += Filter::fieldReferenceName(path);
    return names;
}

} // namespace

class PathLister::Private
{
public:
    explicit Private(const Place &place)
        : thread(place, u"paths"_s)
    {
    }

    PlaceThread thread;
};

PathLister::PathLister(const Place &place, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(place))
{
}

PathLister::~PathLister() = default;

void PathLister::list()
{
    d->thread.cancel();
    d->thread.post([this](OpenPlace &place, const CancelToken &token) {
        auto paths = pathsIn(place, token);
        d->thread.postToOwner([this, token, paths = std::move(paths)] {
            if (token.isCancelled())
                return;
            if (paths)
                Q_EMIT listed(*paths);
            else
                Q_EMIT failed(paths.error());
        });
    });
}

} // namespace Trailglass

#include "moc_pathlister.cpp"
