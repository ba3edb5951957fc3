// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/quarantinebatch.h"

#include "models/core/text.h"
#include "models/json/jsonlimits.h"
#include "models/store/eventreader.h"

#include <algorithm>

namespace Trailglass {

/// Cuts lines into batches.
class QuarantineBatch::Collector
{
public:
    explicit Collector(const EventReader &reader)
        : m_reader(reader)
    {
    }

    void add(Lines::Line line)
    {
        if (line.sign > 0)
            m_bytes += std::min<qint64>(std::get<4>(line.key), MaxQuarantinedBytes);
        m_lines.push_back(std::move(line));
        if (m_lines.size() >= MaxRows || m_bytes >= MaxBytes)
            end();
    }

    [[nodiscard]] std::vector<std::unique_ptr<OutgoingBatch>> take() &&
    {
        end();
        return std::move(m_batches);
    }

private:
    void end()
    {
        if (!m_lines.empty())
            m_batches.push_back(
                std::unique_ptr<OutgoingBatch>(new QuarantineBatch(m_reader, std::move(m_lines))));
        m_lines.clear();
        m_bytes = 0;
    }

    const EventReader &m_reader;
    std::vector<Lines::Line> m_lines;
    qint64 m_bytes = 0;
    std::vector<std::unique_ptr<OutgoingBatch>> m_batches;
};

Result<std::vector<std::unique_ptr<OutgoingBatch>>>
QuarantineBatch::find(ArchiveSession &session, quint32 origin, const OriginLedger &ledger,
                      const EventReader &reader, const CancelToken &cancel)
{
    TRY(const std::vector<Key> known,
        Lines::read(session, "quarantine", KeyColumns, ledger.counting(origin), cancel));
    TRY(const std::vector<Key> current, ofWorkspace(reader));
    Collector collector(reader);
    for (Lines::Line &line : Lines::changes(known, current))
        collector.add(std::move(line));
    return std::move(collector).take();
}

QuarantineBatch::QuarantineBatch(const EventReader &reader, std::vector<Lines::Line> lines)
    : m_reader(reader)
    , m_lines(std::move(lines))
{
}

Result<void> QuarantineBatch::send(ArchiveSession &session, const BatchNumber &number,
                                   const CancelToken &cancel)
{
    constexpr auto Plain = NativeTexts::Coding::Plain;
    NativeTexts eventIds(Plain);
    NativeTexts places(Plain);
    NativeTexts reasons(Plain);
    NativeTexts bytes(Plain);
    std::vector<qint64> positions;
    for (const auto &[key, sign] : m_lines) {
        QuarantineEntry entry; // empty for one that is gone
        if (sign > 0) {
            TRY(entry, m_reader.quarantined(std::get<0>(key)));
        }
        positions.push_back(entry.offset);
        eventIds.append(entry.eventId);
        places.append(toUtf8(entry.place));
        reasons.append(toUtf8(entry.reason));
        bytes.append({entry.bytes.constData(), static_cast<std::size_t>(entry.bytes.size())});
    }
    NativeBlock block(QuarantineColumns.size(), m_lines.size(), 1024 + 200 * m_lines.size() + bytes.bytes());
    Lines::addColumns(block, KeyColumns, m_lines, number);
    block.addTexts("event_id", eventIds);
    block.addTexts("place", places);
    block.addTexts("reason", reasons);
    block.addNumbers("position", positions);
    block.addTexts("bytes", bytes);
    return session.insert("INSERT INTO quarantine FORMAT Native", std::move(block).take(), number.queryId(),
                          cancel);
}

Result<bool> QuarantineBatch::isThere(ArchiveSession &session, const BatchNumber &number,
                                      const CancelToken &cancel)
{
    return areLinesThere(session, "quarantine", number, m_lines.size(), cancel);
}

/// Sorted.
Result<std::vector<QuarantineBatch::Key>> QuarantineBatch::ofWorkspace(const EventReader &reader)
{
    TRY(const QList<SourceRecord> records, reader.sources());
    std::map<SourceId, std::string> sources;
    for (const SourceRecord &record : records)
        sources.emplace(record.id, toUtf8(record.name));
    TRY(const std::vector<QuarantineEntry> entries,
        reader.quarantine({.order = QuarantineRange::Order::OldestFirst, .withBytes = false}));
    std::vector<Key> keys;
    for (const QuarantineEntry &entry : entries) {
        if (sources.contains(entry.source)) // else it is being purged
            keys.push_back(keyOf(entry, sources));
    }
    std::ranges::sort(keys);
    return keys;
}

QuarantineBatch::Key QuarantineBatch::keyOf(const QuarantineEntry &entry,
                                            const std::map<SourceId, std::string> &sources)
{
    return {entry.id, sources.at(entry.source), static_cast<qint8>(entry.kind), entry.received.value,
            entry.length};
}

} // namespace Trailglass
