// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/markedevents.h"

#include "models/core/text.h"
#include "models/store/reviewwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int RecordsAtOnce = 1000;

std::string markedKey(std::string_view source, std::string_view id)
{
    // No name of a source has a line feed.
    std::string key(source);
    key += '\n';
    key += id;
    return key;
}

std::string markedKey(const TreeRecord &record)
{
    const QJsonObject object = QJsonDocument::fromJson(record.text).object();
    return markedKey(toUtf8(object.value(u"source"_s).toString()), toUtf8(object.value(u"id"_s).toString()));
}

} // namespace

Result<void> visitRecords(EvidenceTree &tree, std::string_view kind, qint64 size,
                          const std::function<Result<void>(const TreeRecord &)> &visit)
{
    for (qint64 first = 0; first < size;) {
        TRY(const auto records, tree.records(toQString(kind), first, RecordsAtOnce));
        for (const TreeRecord &record : records) {
            if (record.leaf >= size)
                return {};
            TRY(visit(record));
        }
        if (records.empty())
            return {};
        first = records.back().leaf + 1;
    }
    return {};
}

Result<MarkedEvents> MarkedEvents::load(EvidenceTree &tree, qint64 size)
{
    MarkedEvents marked;
    for (const std::string_view kind : {ReviewWriter::Marked, ReviewWriter::Noted}) {
        TRY(visitRecords(tree, kind, size, [&marked](const TreeRecord &record) -> Result<void> {
            marked.m_events.emplace(markedKey(record), false);
            return {};
        }));
    }
    return marked;
}

void MarkedEvents::note(const EventRecord &record)
{
    if (m_events.empty())
        return;
    if (const auto found = m_events.find(markedKey(record.source, record.event.id)); found != m_events.end())
        found->second = true;
}

bool MarkedEvents::isInBundle(const TreeRecord &record) const
{
    const auto found = m_events.find(markedKey(record));
    return found != m_events.end() && found->second;
}

} // namespace Trailglass
