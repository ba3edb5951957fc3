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

void RowCopier::copy(std::vector<Row> rows, std::unique_ptr<RecordWriter> writer)
{
    ++m_generation;
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
        std::vector<RowId> missing;
        for (std::size_t place = m_next; place < end; ++place) {
            if (!m_rows[place].record)
                missing.push_back(m_rows[place].id);
        }
        if (!missing.empty()) {
            const auto raw = m_writer->needsRaw() ? RecordFetcher::WithRaw::Yes : RecordFetcher::WithRaw::No;
            m_fetcher.fetch(std::move(missing), raw, this,
                            [this, generation = m_generation](Result<std::vector<EventRecord>> records) {
                                if (generation == m_generation)
                                    take(std::move(records));
                            });
            return;
        }
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

void RowCopier::take(Result<std::vector<EventRecord>> records)
{
    if (!records) {
        const bool isPushedOut = records.error().kind == ErrorKind::Cancelled;
        if (isPushedOut && ++m_attempts < MaxAttempts)
            goOn();
        else
            Q_EMIT failed(
                {ErrorKind::Storage,
                 isPushedOut ? tr("The rows could not be read. Copy them again.") : records.error().message});
        return;
    }
    m_attempts = 0;
    const std::size_t end = std::min(m_next + RowsPerRequest, m_rows.size());
    auto next = records->begin();
    for (std::size_t place = m_next; place < end; ++place) {
        Row &row = m_rows[place];
        if (!row.record && next != records->end() && next->row == row.id)
            row.record = std::move(*next++);
    }
    write(end); // what is still missing is gone
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
