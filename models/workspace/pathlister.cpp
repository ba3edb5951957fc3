// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pathlister.h"

#include "models/core/result.h"
#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathcollector.h"
#include "models/workspace/readerthread.h"

#include <algorithm>
#include <span>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 NewestRows = 500;
constexpr qint64 SpreadRows = 500; ///< over all older ones
constexpr std::size_t RowsAtOnce = 10; ///< in memory, each up to 16 MiB

std::vector<RowId> rowsToRead(RowId last)
{
    std::vector<RowId> rows;
    const qint64 firstNew = std::max<qint64>(1, last.value - NewestRows + 1);
    const qint64 step = std::max<qint64>(1, firstNew / SpreadRows);
    for (qint64 row = 1; row < firstNew; row += step)
        rows.push_back({row});
    for (qint64 row = firstNew; row <= last.value; ++row)
        rows.push_back({row});
    return rows;
}

Result<QStringList> pathsIn(OpenWorkspace &workspace, const CancelToken &token)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return QStringList();
    if (!reader)
        return reader.error();
    TRY(const RowId last, (*reader)->lastRow());
    const std::vector<RowId> rows = rowsToRead(last);
    Filter::JsonPathCollector collector;
    for (std::size_t first = 0; first < rows.size() && !token.isCancelled(); first += RowsAtOnce) {
        const auto some = std::span(rows).subspan(first, std::min(RowsAtOnce, rows.size() - first));
        TRY(const auto records, (*reader)->records(some, EventReader::WithRaw::Yes));
        for (auto record = records.begin(); record != records.end() && !token.isCancelled(); ++record)
            collector.add(record->event.raw);
    }
    QStringList names;
    for (const Filter::JsonPath &path : collector.paths())
        names += Filter::fieldReferenceName(path);
    return names;
}

} // namespace

class PathLister::Private
{
public:
    explicit Private(QString workspace)
        : thread(std::move(workspace), u"paths"_s)
    {
    }

    ReaderThread thread;
};

PathLister::PathLister(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(workspace)))
{
}

PathLister::~PathLister() = default;

void PathLister::list()
{
    d->thread.cancel();
    d->thread.post([this](OpenWorkspace &workspace, const CancelToken &token) {
        auto paths = pathsIn(workspace, token);
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
