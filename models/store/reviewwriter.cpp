// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/reviewwriter.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/idindex.h"
#include "models/store/reviewtable.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"

#include <algorithm>
#include <map>

namespace Trailglass::ReviewWriter {

namespace {

using namespace Qt::StringLiterals;

Result<void> checkReviewer(const QString &reviewer)
{
    if (!reviewer.isEmpty() && reviewer.size() <= ReviewLimits::MaxName)
        return {};
    return Error{.kind = ErrorKind::Usage,
                 .message = Trailglass::tr("The name of a reviewer has 1 to %1 characters; the name of this "
                                           "account has %2.")
                                .arg(ReviewLimits::MaxName)
                                .arg(reviewer.size())};
}

Result<void> checkNote(const QString &note)
{
    if (note.size() <= ReviewLimits::MaxNote)
        return {};
    return Error{.kind = ErrorKind::Usage,
                 .message = Trailglass::tr("A note can have at most %1 characters; this one has %2.")
                                .arg(ReviewLimits::MaxNote)
                                .arg(note.size())};
}

Result<void> checkEntry(const ReviewEntry &entry)
{
    TRY(checkReviewer(entry.reviewer));
    TRY(checkNote(entry.note));
    if (entry.name.isEmpty() || entry.name.size() > ReviewLimits::MaxName) {
        return Error{.kind = ErrorKind::Usage,
                     .message =
                         Trailglass::tr("The name of a review has 1 to %1 characters; this one has %2.")
                             .arg(ReviewLimits::MaxName)
                             .arg(entry.name.size())};
    }
    if (entry.filter.size() > ReviewLimits::MaxFilter) {
        return Error{.kind = ErrorKind::Usage,
                     .message = Trailglass::tr("The filter of a review can have at most %1 characters.")
                                    .arg(ReviewLimits::MaxFilter)};
    }
    return {};
}

/// Finds the rows of listed events by their names.
class EventRowFinder
{
public:
    static Result<EventRowFinder> open(SqlConnection &connection)
    {
        TRY(IdIndex index, IdIndex::open(connection));
        TRY(index.refresh());
        TRY(Statement isListed,
            connection.prepare("SELECT 1 FROM event WHERE row = ? AND source = ? AND id = ?"));
        return EventRowFinder(connection, std::move(index), std::move(isListed));
    }

    /// \error NotFound: no such source, or no such event of it
    Result<RowId> find(const NamedEvent &key)
    {
        TRY(const SourceId source, sourceNamed(key.source));
        const quint64 hash = IdIndex::hash(source, key.id);
        TRY(const std::vector<IdEntry> candidates, m_index.find({&hash, 1}));
        for (const IdEntry &candidate : candidates) {
            m_isListed.bind(1, candidate.row.value).bind(2, source.value).bind(3, key.id);
            TRY(const bool isListed, m_isListed.hasRow());
            if (isListed)
                return candidate.row;
        }
        return Error{.kind = ErrorKind::NotFound,
                     .message = Trailglass::tr("There is no event %1 of %2.")
                                    .arg(visibleText(key.id), visibleText(key.source))};
    }

private:
    EventRowFinder(SqlConnection &connection, IdIndex index, Statement isListed)
        : m_connection(&connection)
        , m_index(std::move(index))
        , m_isListed(std::move(isListed))
    {
    }

    Result<SourceId> sourceNamed(const QString &name)
    {
        if (const auto known = m_sources.find(name); known != m_sources.end())
            return known->second;
        TRY(const SourceRecord source, SourceTable::named(*m_connection, name));
        m_sources.emplace(name, source.id);
        return source.id;
    }

    SqlConnection *m_connection;
    IdIndex m_index;
    Statement m_isListed;
    std::map<QString, SourceId> m_sources; ///< those that were looked up
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString timeText(UtcMicros time)
{
    return toQString(formatTime(time));
}

/// The members that the records of marks and notes have in common.
QJsonObject membersOf(const NamedEvent &event, const QString &reviewer, UtcMicros at)
{
    return {{u"at"_s, timeText(at)},
            {u"reviewer"_s, reviewer},
            {u"source"_s, event.source},
            {u"id"_s, toQString(event.id)}};
}

Result<bool> changeMark(SqlConnection &connection, RowId row, const MarkChange &change)
{
    if (!change.colour)
        return ReviewTable::removeMark(connection, row);
    return ReviewTable::setMark(
        connection, {.row = row, .colour = *change.colour, .reviewer = change.reviewer, .at = change.at});
}

} // namespace

QJsonObject recordOf(const ReviewEntry &entry)
{
    return {{u"at"_s, timeText(entry.at)}, {u"reviewer"_s, entry.reviewer}, {u"name"_s, entry.name},
            {u"filter"_s, entry.filter},   {u"tree"_s, entry.size},         {u"row"_s, entry.row.value},
            {u"count"_s, entry.count},     {u"note"_s, entry.note}};
}

Result<ReviewEntry> review(SqlConnection &connection, const ReviewEntry &entry, const AppendRecord &append)
{
    TRY(checkEntry(entry));
    ReviewEntry stored = entry;
    // The caller has looked before this transaction: another program may have gone further since.
    TRY(const RowId reviewed, ReviewTable::reviewedRow(connection, entry.reviewer, entry.name));
    stored.row = std::max(entry.row, reviewed);
    TRY(stored.id, ReviewTable::add(connection, stored));
    TRY(append(Reviewed, recordOf(stored)));
    return stored;
}

Result<qint64> setMarks(SqlConnection &connection, const MarkChange &change, const AppendRecord &append)
{
    TRY(checkReviewer(change.reviewer));
    if (change.events.size() > ReviewLimits::MaxMarks) {
        return Error{.kind = ErrorKind::Usage,
                     .message = Trailglass::tr("At most %1 events can be marked at once. Mark fewer, or "
                                               "filter for them instead.")
                                    .arg(ReviewLimits::MaxMarks)};
    }
    TRY(EventRowFinder finder, EventRowFinder::open(connection));
    const QString colour = change.colour ? toQString(name(*change.colour)) : QString();
    qint64 changed = 0;
    for (const NamedEvent &event : change.events) {
        TRY(const RowId row, finder.find(event));
        TRY(const bool isChange, changeMark(connection, row, change));
        if (!isChange)
            continue;
        QJsonObject members = membersOf(event, change.reviewer, change.at);
        members.insert(u"colour"_s, textOrNull(colour));
        TRY(append(Marked, members));
        ++changed;
    }
    return changed;
}

Result<bool> setNote(SqlConnection &connection, const NoteChange &change, const AppendRecord &append)
{
    TRY(checkReviewer(change.reviewer));
    TRY(checkNote(change.note));
    TRY(EventRowFinder finder, EventRowFinder::open(connection));
    TRY(const RowId row, finder.find(change.event));
    TRY(const bool isChange,
        change.note.isEmpty()
            ? ReviewTable::removeNote(connection, row)
            : ReviewTable::setNote(
                connection, {.row = row, .note = change.note, .reviewer = change.reviewer, .at = change.at}));
    if (!isChange)
        return false;
    QJsonObject members = membersOf(change.event, change.reviewer, change.at);
    members.insert(u"note"_s, textOrNull(change.note));
    TRY(append(Noted, members));
    return true;
}

} // namespace Trailglass::ReviewWriter
