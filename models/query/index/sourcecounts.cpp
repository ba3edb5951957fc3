// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/sourcecounts.h"

#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/index/parallel.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <QLocale>
#include <QStringList>

#include <array>
#include <map>

namespace Trailglass {

namespace {

/// Columns of one byte a row, as nearly all of `source` are, are counted in a table.
constexpr int NarrowWidth = 1;

SegmentSources count(const ListedSegment &segment)
{
    const PackedColumn &sources = *segment.segment->columns[SourceColumn];
    SegmentSources counted{segment.listed, {}};
    if (sources.width() == 0) {
        counted.rows.emplace_back(sources.number(sources.constant()),
                                  static_cast<qint64>(segment.listed->count()));
        return counted;
    }
    std::map<quint64, qint64> rows; ///< by what the column keeps
    sources.withStored([&](const auto &stored) {
        if (sources.width() > NarrowWidth) {
            segment.listed->forEach([&](std::size_t row) { ++rows[stored(row)]; });
            return;
        }
        std::array<qint64, 0x100> narrow{};
        segment.listed->forEach([&](std::size_t row) { ++narrow[stored(row) & 0xff]; });
        for (std::size_t kept = 0; kept < narrow.size(); ++kept) {
            if (narrow[kept] > 0)
                rows[kept] = narrow[kept];
        }
    });
    for (const auto &[kept, found] : rows)
        counted.rows.emplace_back(sources.number(kept), found);
    return counted;
}

QString sentence(const QString &source, qint64 kept, qint64 found)
{
    if (found < kept)
        return tr("Results lack %1 of the %Ln event(s) of %2: the database is damaged. “Check workspace…” in "
                  "the window, or “trailglass-cli doctor”, says what is affected.",
                  nullptr, countArgument(kept))
            .arg(QLocale().toString(kept - found), visibleText(source));
    return tr("%Ln event(s) of %1 were found, but %2 were stored: the database is damaged. “Check "
              "workspace…” in the window, or “trailglass-cli doctor”, says what is affected.",
              nullptr, countArgument(found))
        .arg(visibleText(source), QLocale().toString(kept));
}

} // namespace

std::vector<SegmentSources> countBySource(const ColumnIndex &index, const ColumnIndex &known)
{
    std::vector<SegmentSources> sources(index.segments.size());
    std::vector<std::size_t> toCount;
    std::size_t before = 0;
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        // Both are in the order of the segments.
        const qint64 number = index.segments[place].segment->number;
        while (before < known.sources.size() && known.segments[before].segment->number < number)
            ++before;
        if (before < known.sources.size() && known.sources[before].listed == index.segments[place].listed)
            sources[place] = known.sources[before];
        else
            toCount.push_back(place);
    }
    doInParallel(toCount.size(), [&] {
        return [&](std::size_t turn) {
            sources[toCount[turn]] = count(index.segments[toCount[turn]]);
        };
    });
    return sources;
}

Result<QString> missingEvents(SqlConnection &connection, const ColumnIndex &index)
{
    std::map<qint64, qint64> found;
    for (const SegmentSources &segment : index.sources) {
        for (const auto &[source, rows] : segment.rows)
            found[source] += rows;
    }
    TRY(auto statement, connection.prepare("SELECT id, name, events FROM source ORDER BY id"));
    QStringList sentences;
    TRY(forEachStoredRow(statement, "source", [&](StoredRow &row) -> Result<void> {
        const qint64 id = row.number(0, StoredRanges::Source);
        const QString name = toQString(row.text(1));
        const qint64 kept = row.number(2, StoredRanges::Count);
        TRY(row.check());
        const auto entry = found.find(id);
        const qint64 rows = entry == found.end() ? 0 : entry->second;
        // A source without a name is being purged.
        if (!name.isEmpty() && rows != kept)
            sentences.append(sentence(name, kept, rows));
        found.erase(id);
        return {};
    }));
    for (const auto &[source, rows] : found) {
        if (rows > 0)
            sentences.append(
                tr("%Ln event(s) belong to a source that is not there: the database is damaged. “Check "
                   "workspace…” in the window, or “trailglass-cli doctor”, says what is affected.",
                   nullptr, countArgument(rows)));
    }
    return sentences.join(u' ');
}

} // namespace Trailglass
