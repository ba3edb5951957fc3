// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/reviewaccounts.h"

#include "models/core/text.h"
#include "models/core/utcmicros.h"
#include "models/store/reviewtable.h"
#include "models/store/reviewwriter.h"
#include "models/store/sourcejson.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"

#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// An event by source and id, and what stands at it: the mark or note, who set it, and when.
using EventRemarks = std::map<std::pair<std::string, std::string>, std::string>;

std::string remarkOf(std::string_view value, std::string_view reviewer, std::string_view at)
{
    std::string remark(value);
    for (const std::string_view part : {reviewer, at})
        remark.append(1, '\0').append(part);
    return remark;
}

std::string member(const QJsonObject &record, const QString &name)
{
    return toUtf8(record.value(name).toString());
}

/// Visits the records of a kind in order, those whose text cannot be read left out: they are a problem of their leaf.
Result<void> visitRecords(SqlConnection &connection, std::string_view kind, const CancelToken &cancel,
                          const std::function<void(qint64 leaf, const QJsonObject &record)> &take)
{
    TRY(Statement select,
        connection.prepare("SELECT leaf, text FROM tree_record WHERE kind = ? ORDER BY leaf"));
    return forEachStoredRow(select.bind(1, kind), "tree_record", [&](StoredRow &row) -> Result<void> {
        if (cancel.isCancelled())
            return storeStopped();
        const qint64 leaf = row.number(0, StoredRanges::Leaf);
        const std::string_view text = row.text(1);
        if (!row.isGood() || text.size() > static_cast<std::size_t>(TreeRecords::MaxText))
            return {};
        if (const std::optional<QJsonObject> record = SourceJson::object(text))
            take(leaf, *record);
        return {};
    });
}

/// Of each source that was purged, the leaf of the last record of that: what older records say of it is gone, or will be.
std::map<std::string, qint64> lastPurges(const TreeVerdict &verdict)
{
    std::map<std::string, qint64> leaves;
    for (const PurgeNotice &purge : verdict.purges) {
        qint64 &leaf = leaves[toUtf8(purge.source)];
        leaf = std::max(leaf, purge.leaf);
    }
    return leaves;
}

/// What must stand at events, as the records say.
/// \param name  of the member that is the mark or the note; null removes
Result<EventRemarks> recordedRemarks(SqlConnection &connection, std::string_view kind, const QString &name,
                                     const CancelToken &cancel, const TreeVerdict &verdict)
{
    const std::map<std::string, qint64> purges = lastPurges(verdict);
    EventRemarks remarks;
    TRY(visitRecords(connection, kind, cancel, [&](qint64 leaf, const QJsonObject &record) {
        std::pair event(member(record, u"source"_s), member(record, u"id"_s));
        if (const auto purge = purges.find(event.first); purge != purges.end() && leaf < purge->second)
            return;
        if (record.value(name).isNull())
            remarks.erase(event);
        else
            remarks.insert_or_assign(
                std::move(event),
                remarkOf(member(record, name), member(record, u"reviewer"_s), member(record, u"at"_s)));
    }));
    return remarks;
}

/// Compares a table of marks or notes.
/// \param sql  gives value, reviewer, time, then name of the source, id of the event, and whether the source is hidden
/// \param remarks  as recorded
/// \returns how many are not the same
Result<qint64> countDiffering(SqlConnection &connection, std::string_view sql, const char *table,
                              EventRemarks remarks, const CancelToken &cancel)
{
    TRY(Statement select, connection.prepare(sql));
    qint64 differing = 0;
    TRY(select.forEachRow([&](const Statement &at) -> Result<void> {
        if (cancel.isCancelled())
            return storeStopped();
        StoredRow row(at, table);
        const std::string_view value = row.text(0);
        const std::string_view reviewer = row.text(1);
        const UtcMicros time = row.time(2);
        const bool isPurged = at.integer(5) != 0; // goes with its source
        const auto recorded = remarks.find({std::string(row.text(3)), std::string(row.text(4))});
        const bool isRecorded = row.isGood() && recorded != remarks.end()
            && recorded->second == remarkOf(value, reviewer, formatTime(time));
        differing += isRecorded || isPurged ? 0 : 1;
        if (recorded != remarks.end())
            remarks.erase(recorded);
        return {};
    }));
    return differing + static_cast<qint64>(remarks.size());
}

/// The log and the records must have the same entries.
Result<qint64> countDifferingReviews(SqlConnection &connection, const CancelToken &cancel)
{
    std::unordered_map<std::string, qint64> entries; // by text: in the tree, less those of the log
    TRY(visitRecords(connection, ReviewWriter::Reviewed, cancel,
                     [&entries](qint64, const QJsonObject &record) { ++entries[SourceJson::text(record)]; }));
    TRY(const std::vector<ReviewEntry> log, ReviewTable::log(connection, 0));
    for (const ReviewEntry &entry : log) {
        QJsonObject record = ReviewWriter::recordOf(entry);
        record.insert(u"kind"_s, toQString(ReviewWriter::Reviewed));
        --entries[SourceJson::text(record)];
    }
    qint64 missing = 0;
    qint64 added = 0;
    for (const auto &[text, count] : entries) {
        missing += std::max<qint64>(count, 0);
        added += std::max<qint64>(-count, 0);
    }
    return std::max(missing, added); // an altered one is both
}

} // namespace

Result<void> checkReviewAccounts(SqlConnection &connection, const CancelToken &cancel, TreeVerdict &verdict)
{
    TRY(EventRemarks marks, recordedRemarks(connection, ReviewWriter::Marked, u"colour"_s, cancel, verdict));
    TRY(EventRemarks notes, recordedRemarks(connection, ReviewWriter::Noted, u"note"_s, cancel, verdict));
    TRY(const qint64 differingMarks,
        countDiffering(connection,
                       "SELECT m.colour, m.reviewer, m.at, coalesce(s.name, s.purged_name), e.id, s.id IS "
                       "NOT NULL AND s.name IS NULL "
                       "FROM event_mark AS m LEFT JOIN event AS e ON e.row = m.row "
                       "LEFT JOIN source AS s ON s.id = e.source",
                       "event_mark", std::move(marks), cancel));
    TRY(const qint64 differingNotes,
        countDiffering(connection,
                       "SELECT m.note, m.reviewer, m.at, coalesce(s.name, s.purged_name), e.id, s.id IS NOT "
                       "NULL AND s.name IS NULL "
                       "FROM event_note AS m LEFT JOIN event AS e ON e.row = m.row "
                       "LEFT JOIN source AS s ON s.id = e.source",
                       "event_note", std::move(notes), cancel));
    TRY(const qint64 differingReviews, countDifferingReviews(connection, cancel));
    if (const qint64 differing = differingMarks + differingNotes + differingReviews; differing > 0)
        verdict.add(treeProblem(TreeProblem::Kind::ReviewAltered, {}, 0, differing));
    return {};
}

} // namespace Trailglass
