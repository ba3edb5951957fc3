// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/quarantine.h"

#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/workspace/sourcechoice.h"

#include <algorithm>

namespace Trailglass {
namespace {

/// The rows of a query, and the sources that they are of.
struct FoundRows
{
    QList<SourceRecord> sources;
    std::vector<QuarantineEntry> entries;
};

Result<FoundRows> findRows(const EventReader &reader, const QuarantineQuery &query, bool withBytes)
{
    FoundRows found;
    QuarantineRange range{.past = query.past, .limit = query.limit, .withBytes = withBytes};
    if (!query.source.isEmpty()) {
        TRY(const SourceRecord source, listedSource(reader, query.source));
        range.source = source.id;
    }
    TRY(found.sources, reader.sources());
    TRY(found.entries, reader.quarantine(range));
    return found;
}

QuarantineRow rowOf(const QuarantineEntry &entry, const QList<SourceRecord> &sources)
{
    const auto source = std::ranges::find(sources, entry.source, &SourceRecord::id);
    const bool isKnown = source != sources.end();
    return {.id = entry.id,
            .source = isKnown ? source->name : QString(),
            .typeName = isKnown ? source->type : QString(),
            .kind = entry.kind == QuarantineKind::Conflict ? QuarantineRow::Kind::Conflict
                                                           : QuarantineRow::Kind::Unreadable,
            .eventId = toQString(entry.eventId),
            .received = entry.received,
            .place = entry.place,
            .reason = entry.reason,
            .offset = entry.offset,
            .notKept = entry.notKept,
            .length = entry.length,
            .isWhole = entry.isWhole()};
}

/// \returns null where the event was removed since
Result<std::shared_ptr<const std::string>> storedVersion(const EventReader &reader, const QuarantineRow &row)
{
    Result<EventRecord> record = reader.find(row.source, toUtf8(row.eventId));
    if (record)
        return std::make_shared<const std::string>(std::move(record->event.raw));
    if (record.error().kind == ErrorKind::NotFound)
        return std::shared_ptr<const std::string>();
    return record.error();
}

Result<QuarantineContent> contentOf(const EventReader &reader, const QuarantineEntry &entry,
                                    const QList<SourceRecord> &sources)
{
    QuarantineContent content{.row = rowOf(entry, sources),
                              .bytes = std::make_shared<const std::string>(entry.bytes.toStdString()),
                              .stored = {},
                              .changes = {}};
    if (entry.kind == QuarantineKind::Conflict) {
        TRY(content.stored, storedVersion(reader, content.row));
    }
    return content;
}

} // namespace

Result<std::vector<QuarantineRow>> quarantinedRows(const EventReader &reader, const QuarantineQuery &query)
{
    TRY(const FoundRows found, findRows(reader, query, false));
    std::vector<QuarantineRow> rows;
    rows.reserve(found.entries.size());
    for (const QuarantineEntry &entry : found.entries)
        rows.push_back(rowOf(entry, found.sources));
    return rows;
}

Result<void> visitQuarantined(const EventReader &reader, const QuarantineQuery &query,
                              const std::function<Result<void>(const QuarantineContent &)> &visit)
{
    TRY(const FoundRows found, findRows(reader, query, true));
    for (const QuarantineEntry &entry : found.entries) {
        TRY(const QuarantineContent content, contentOf(reader, entry, found.sources));
        TRY(visit(content));
    }
    return {};
}

Result<QuarantineContent> quarantinedContent(const EventReader &reader, qint64 id)
{
    TRY(const QuarantineEntry entry, reader.quarantined(id));
    TRY(const QList<SourceRecord> sources, reader.sources());
    TRY(QuarantineContent content, contentOf(reader, entry, sources));
    if (content.stored && content.row.isWhole)
        content.changes = std::make_shared<const EventChanges>(compareEvents(content.stored, content.bytes));
    return content;
}

} // namespace Trailglass
