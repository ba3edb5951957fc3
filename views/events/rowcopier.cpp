// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/rowcopier.h"

#include "models/core/text.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t RowsPerRequest = 128;
/// A request that newer ones pushed out is made again, but not for ever.
constexpr int MaxAttempts = 20;

} // namespace

RowCopier::RowCopier(RecordFetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
{
}

void RowCopier::copy(ResultPointer result, std::vector<Row> rows, std::unique_ptr<RecordWriter> writer)
{
    ++m_generation;
    m_result = std::move(result);
    m_rows = std::move(rows);
    m_writer = std::move(writer);
    m_text.clear();
    m_next = 0;
    m_written = 0;
    m_attempts = 0;
    m_writer->writeHeader(m_text);
    goOn();
}

void RowCopier::goOn()
{
    while (m_next < m_rows.size()) {
        const std::size_t end = std::min(m_next + RowsPerRequest, m_rows.size());
        const bool isHere = std::all_of(m_rows.begin() + static_cast<std::ptrdiff_t>(m_next),
                                        m_rows.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Row &row) { return row.record.has_value(); });
        if (!isHere)
            return fetch(end);
        write(end);
        if (static_cast<qsizetype>(m_text.size()) > MaxBytes) {
            m_rows.clear();
            Q_EMIT failed({ErrorKind::TooLarge,
                           tr("These rows are too large for the clipboard. Export them to a file instead.")});
            return;
        }
    }
    finish();
}

/// Requests what is missing of the rows from m_next to \a end.
void RowCopier::fetch(std::size_t end)
{
    std::vector<std::size_t> missing;
    std::vector<PlaceRange> places;
    for (std::size_t row = m_next; row < end; ++row) {
        if (m_rows[row].record)
            continue;
        missing.push_back(row);
        places.push_back({m_rows[row].place, 1});
    }
    const auto records = std::make_shared<Records>();
    const PlaceRange all{0, missing.size()};
    const auto keep = [records, missing](std::size_t place, EventRecord &&record) {
        records->insert_or_assign(missing[place], std::move(record));
    };
    const auto ended = [this, records, generation = m_generation](const Result<void> &result) {
        if (generation == m_generation)
            take(result, *records);
    };
    const auto raw = m_writer->needsRaw() ? RecordFetcher::WithRaw::Yes : RecordFetcher::WithRaw::No;
    m_fetcher.read({std::make_shared<const RowRanges>(m_result, std::move(places)), all}, raw, keep, this,
                   ended);
}

void RowCopier::take(const Result<void> &ended, Records &records)
{
    if (!ended) {
        const bool isPushedOut = ended.error().kind == ErrorKind::Cancelled;
        if (isPushedOut && ++m_attempts < MaxAttempts)
            goOn();
        else
            Q_EMIT failed(
                {ErrorKind::Storage,
                 isPushedOut ? tr("The rows could not be read. Copy them again.") : ended.error().message});
        return;
    }
    m_attempts = 0;
    for (auto &[row, record] : records)
        m_rows[row].record = std::move(record);
    write(std::min(m_next + RowsPerRequest, m_rows.size())); // what is still missing is gone
    goOn();
}

void RowCopier::write(std::size_t end)
{
    for (; m_next < end; ++m_next) {
        std::optional<EventRecord> &record = m_rows[m_next].record;
        if (!record)
            continue;
        m_writer->writeRecord(*record, m_text);
        record.reset();
        ++m_written;
    }
}

void RowCopier::finish()
{
    m_writer->writeEnd(m_text);
    QGuiApplication::clipboard()->setText(toQString(m_text));
    m_text.clear();
    Q_EMIT copied(m_written, static_cast<int>(m_writer->neutralisedCells()));
}

} // namespace Trailglass

#include "moc_rowcopier.cpp"
