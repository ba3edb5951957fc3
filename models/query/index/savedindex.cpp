// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/indexbuilder.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmentcodec.h"
#include "models/query/index/segmentreader.h"
#include "models/store/counters.h"
#include "models/store/readpieces.h"
#include "models/store/removedrows.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <set>

namespace Trailglass {

namespace {

/// So many are unpacked at once: enough for all cores, few enough not to be kept packed beside each other.
constexpr std::size_t SegmentsAtOnce = 16;

struct PackedSegment
{
    qint64 number = 0;
    std::vector<SegmentCodec::Part> parts;
};

constexpr StoredRange SegmentNumbers{0, StoredRanges::Row.greatest / static_cast<qint64>(Segment::Rows)};

/// Nothing where a segment is damaged.
using UnpackedSegments = std::vector<std::pair<qint64, std::optional<SegmentCodec::Unpacked>>>;

/// The last column of some, which parts are needed up to; -1 for all of them, whatever parts there are.
qint64 lastOf(const IndexColumnSet &columns)
{
    return columns.all() ? -1 : static_cast<qint64>(std::bit_width(columns.to_ulong())) - 1;
}

void unpack(std::vector<PackedSegment> &packed, const IndexColumnSet &columns, UnpackedSegments &unpacked)
{
    const std::size_t first = unpacked.size();
    unpacked.resize(first + packed.size());
    doInParallel(packed.size(), [&] {
        return [&, codec = std::make_shared<SegmentCodec>()](std::size_t place) {
            const PackedSegment &segment = packed[place];
            unpacked[first + place] = {segment.number, codec->unpack(segment.number, segment.parts, columns)};
        };
    });
    packed.clear();
}

/// \param from, to  numbers of segments, \a to exclusive
Result<UnpackedSegments> unpackSegments(SqlConnection &connection, qint64 from, qint64 to,
                                        const IndexColumnSet &columns, const CancelToken &cancel)
{
    UnpackedSegments unpacked;
    TRY(const auto exists, connection.hasTable("index_part"));
    if (!exists)
        return unpacked;
    TRY(auto statement,
        connection.prepare(
            "SELECT key >> 8, key & 255, data FROM index_part "
            "WHERE key >= ?1 << 8 AND key < ?2 << 8 AND (?3 < 0 OR key & 255 <= ?3 OR key & 255 = 255) "
            "ORDER BY key"));
    statement.bind(1, from).bind(2, to).bind(3, lastOf(columns));
    std::vector<PackedSegment> packed;
    TRY(statement.forEachRow([&](const Statement &row) -> Result<void> {
        const qint64 number = row.integer(0);
        if (packed.empty() || packed.back().number != number) {
            if (cancel.isCancelled())
                return queryStopped();
            if (packed.size() == SegmentsAtOnce)
                unpack(packed, columns, unpacked);
            packed.push_back({number, {}});
        }
        const auto data = row.blob(2);
        packed.back().parts.push_back({static_cast<int>(row.integer(1)), {data.begin(), data.end()}});
        return {};
    }));
    unpack(packed, columns, unpacked);
    return unpacked;
}

/// How many segments are full: their row numbers have all been given.
Result<qint64> fullSegments(SqlConnection &connection)
{
    TRY(const RowId lastRow, readLastRow(connection));
    return (lastRow.value + 1) / static_cast<qint64>(Segment::Rows);
}

Result<std::vector<ListedSegment>> readSegment(SqlConnection &connection, qint64 number,
                                               const CancelToken &cancel)
{
    const qint64 first = number * static_cast<qint64>(Segment::Rows);
    return readSegments(connection, {}, first, first + static_cast<qint64>(Segment::Rows) - 1, cancel);
}

/// The numbers of the segments of which a part is saved, those that cannot be ones too.
/// \param condition  which parts
Result<std::set<qint64>> savedNumbers(SqlConnection &connection, std::string_view condition)
{
    TRY(auto statement,
        connection.prepare(std::string("SELECT DISTINCT key >> 8 FROM index_part WHERE ").append(condition)));
    std::set<qint64> numbers;
    TRY(statement.forEachRow([&numbers](const Statement &row) { numbers.insert(row.integer(0)); }));
    return numbers;
}

/// The numbers of the segments that are saved as a whole: all parts are written at once, and nothing is read
/// without the listed rows.
Result<std::set<qint64>> wholeNumbers(SqlConnection &connection)
{
    static_assert(SegmentCodec::ListedPart == 255);
    return savedNumbers(connection, "key & 255 = 255");
}

/// The segments that events lie in: their number, not that of all rows ever given, bounds the work.
/// \param end  exclusive
Result<std::vector<qint64>> segmentsWithEvents(SqlConnection &connection, qint64 end)
{
    TRY(auto statement, connection.prepare("SELECT row FROM event WHERE row >= ? ORDER BY row LIMIT 1"));
    std::vector<qint64> numbers;
    for (qint64 next = 0; next < end;) {
        qint64 number = end;
        TRY(statement.bind(1, next * static_cast<qint64>(Segment::Rows)).firstRow([&](const Statement &row) {
            number = Segment::numberOf({row.integer(0)});
        }));
        // A damaged tree may give a row from before.
        if (number < next || number >= end)
            break;
        numbers.push_back(number);
        next = number + 1;
    }
    return numbers;
}

Result<void> writeParts(SqlConnection &connection, qint64 number,
                        const std::vector<SegmentCodec::Part> &parts)
{
    TRY(auto insert, connection.prepare("INSERT OR REPLACE INTO index_part VALUES (? << 8 | ?, ?)"));
    for (const SegmentCodec::Part &part : parts) {
        TRY(insert.bind(1, number).bind(2, part.number).bindBlob(3, part.data).run());
    }
    return {};
}

/// \returns whether there was anything to save
Result<bool> saveSegment(SqlConnection &connection, qint64 number, SegmentCodec &codec,
                         const CancelToken &cancel)
{
    TRY(auto transaction, WriteTransaction::begin(connection));
    TRY(const auto segments, readSegment(connection, number, cancel));
    if (segments.empty())
        return false;
    TRY(const auto removed, readLastRemoval(connection));
    TRY(const auto parts, codec.pack(segments.front(), removed));
    TRY(writeParts(connection, number, parts));
    TRY(transaction.commit());
    return true;
}

Result<int> saveMissing(SqlConnection &connection, const CancelToken &cancel)
{
    TRY(const auto full, fullSegments(connection));
    TRY(const auto known, wholeNumbers(connection));
    TRY(const auto numbers, segmentsWithEvents(connection, full));
    const LogTimer timer;
    SegmentCodec codec;
    int saved = 0;
    for (const qint64 number : numbers) {
        if (known.contains(number))
            continue;
        if (cancel.isCancelled())
            return queryStopped();
        TRY(const auto done, saveSegment(connection, number, codec, cancel));
        saved += done ? 1 : 0;
    }
    qCDebug(logIndex) << "saved segments:" << saved << "in" << timer;
    return saved;
}

bool holdSame(const ListedSegment &saved, const ListedSegment &read)
{
    if (*saved.listed != *read.listed)
        return false;
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        const PackedColumn &left = *saved.segment->columns[column];
        const PackedColumn &right = *read.segment->columns[column];
        // Where no row is gone, they are the same bytes.
        if (left == right)
            continue;
        const RowBits same =
            read.listed->filtered([&](std::size_t row) { return left.at(row) == right.at(row); });
        if (same != *read.listed)
            return false;
    }
    return true;
}

/// Whether what is saved of a segment is what the events say; also where nothing is.
/// \param full  how many segments are full
Result<bool> isSavedRight(SqlConnection &connection, qint64 number, qint64 full, const CancelToken &cancel)
{
    // A part of no segment that can be full.
    if (number < 0 || number >= full)
        return false;
    TRY(const auto saved, unpackSegments(connection, number, number + 1, AllIndexColumns, cancel));
    if (saved.empty())
        return true;
    const auto &unpacked = saved.front().second;
    TRY(const auto read, readSegment(connection, number, cancel));
    if (!unpacked)
        return false;
    ColumnIndex index;
    index.removedSequence = unpacked->removedSequence;
    index.segments.push_back(unpacked->segment);
    TRY(removeRows(connection, index));
    return index.segments.empty() ? read.empty()
                                  : !read.empty() && holdSame(index.segments.front(), read.front());
}

/// The numbers of the saved segments that are damaged or not what the events say.
/// \param connection  to the workspace
Result<std::vector<qint64>> wrongSegments(const QString &workspace, SqlConnection &connection,
                                          const CancelToken &cancel)
{
    qint64 full = 0;
    std::set<qint64> listed;
    {
        TRY([[maybe_unused]] const auto transaction, ReadTransaction::begin(connection));
        TRY(full, fullSegments(connection));
        TRY(listed, savedNumbers(connection, "TRUE"));
    }
    const std::vector<qint64> numbers(listed.begin(), listed.end());
    // One by one on each thread: a check of ten million events must not need their memory.
    const auto read = [&](SqlConnection &reading, qint64 place) {
        return isSavedRight(reading, numbers[static_cast<std::size_t>(place)], full, cancel);
    };
    std::vector<qint64> wrong;
    std::size_t taken = 0;
    const auto take = [&](bool isRight) {
        if (!isRight)
            wrong.push_back(numbers[taken]);
        ++taken;
        return Result<void>();
    };
    TRY(readPiecesInOrder<bool>(workspace, std::ssize(numbers), cancel, read, take));
    return wrong;
}

} // namespace

Result<SavedIndex> loadSavedIndex(SqlConnection &connection, const IndexColumnSet &columns,
                                  const CancelToken &cancel)
{
    TRY(const auto full, fullSegments(connection));
    TRY(const auto lastRemoved, readLastRemoval(connection));
    TRY(auto unpacked, unpackSegments(connection, 0, full, columns, cancel));
    SavedIndex saved{{}, lastRemoved, 0};
    for (auto &[number, segment] : unpacked) {
        // A segment with removals that are not listed comes from another database.
        if (!segment || segment->removedSequence > lastRemoved) {
            ++saved.unusable;
            continue;
        }
        saved.removedSequence = std::min(saved.removedSequence, segment->removedSequence);
        saved.segments.push_back(std::move(segment->segment));
    }
    qCDebug(logIndex) << "loaded segments:" << saved.segments.size() << "unusable:" << saved.unusable;
    return saved;
}

Result<int> saveIndex(const QString &workspace, const CancelToken &cancel)
{
    TRY(const auto connection, SqlConnection::openCurrent(workspace));
    const CancelScope scope(*connection, cancel);
    return saveMissing(*connection, cancel);
}

Result<SavedIndexSize> savedIndexSize(const QString &workspace)
{
    TRY(const auto connection, SqlConnection::openForReading(workspace));
    TRY(const auto exists, connection->hasTable("index_part"));
    TRY(const qint64 full, fullSegments(*connection));
    if (!exists)
        return SavedIndexSize{full, 0};
    TRY(const auto saved, wholeNumbers(*connection));
    const auto isFull = [full](qint64 number) {
        return number >= 0 && number < full;
    };
    return SavedIndexSize{full, std::ranges::count_if(saved, isFull)};
}

Result<QStringList> checkSavedIndex(const QString &workspace, const CancelToken &cancel)
{
    TRY(const auto connection, SqlConnection::openForReading(workspace));
    const CancelScope scope(*connection, cancel);
    TRY(const auto wrong, wrongSegments(workspace, *connection, cancel));
    QStringList sentences;
    for (const qint64 number : wrong) {
        // Of 65,536 rows each there are no more than of rows in all.
        if (!SegmentNumbers.holds(number)) {
            sentences +=
                tr("The saved index has a part that belongs to no events. Nothing is lost. To delete it: "
                   "“Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.");
            continue;
        }
        const qint64 first = number * static_cast<qint64>(Segment::Rows);
        sentences +=
            Trailglass::tr(
                "The saved index of the event rows %1 to %2 is damaged. Nothing is lost. To rebuild it: "
                "“Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.")
                .arg(first)
                .arg(first + static_cast<qint64>(Segment::Rows) - 1);
    }
    return sentences;
}

Result<int> repairSavedIndex(const QString &workspace, const CancelToken &cancel)
{
    TRY(const auto connection, SqlConnection::openCurrent(workspace));
    const CancelScope scope(*connection, cancel);
    TRY(const auto wrong, wrongSegments(workspace, *connection, cancel));
    qCInfo(logIndex) << "segments to rebuild:" << wrong.size();
    TRY(auto erase, connection->prepare("DELETE FROM index_part WHERE key >> 8 = ? AND key BETWEEN ? AND ?"));
    for (const qint64 number : wrong) {
        // The shift gave the number back, so it goes the other way too.
        const auto first = static_cast<qint64>(static_cast<quint64>(number) << SegmentCodec::PartBits);
        TRY(erase.bind(1, number).bind(2, first).bind(3, first | 0xff).run());
    }
    return saveMissing(*connection, cancel);
}

} // namespace Trailglass
