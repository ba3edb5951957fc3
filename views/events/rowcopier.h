// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/recordwriter.h"
#include "models/query/resultsnapshot.h"
#include "models/table/recordfetcher.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

/// Puts events on the clipboard, some after waiting for what is not in memory. A new copy ends the one under
/// way.
/// \thread GUI
class RowCopier : public QObject
{
    Q_OBJECT

public:
    /// What a clipboard is good for; more is a file's business.
    static constexpr int MaxRows = 10'000;
    static constexpr qsizetype MaxBytes = 64 * 1024 * 1024;

    /// One event to copy.
    struct Row
    {
        std::size_t place = 0; ///< in the result
        std::optional<EventRecord> record = {}; ///< when it is here already, with raw if the writer needs it
    };

    /// \param fetcher  outlives the copier
    explicit RowCopier(RecordFetcher &fetcher, QObject *parent = nullptr);

    /// \param result  that the rows are in; not null
    /// \param rows    at most MaxRows, in the order of the output
    /// \param writer  fresh
    void copy(ResultPointer result, std::vector<Row> rows, std::unique_ptr<RecordWriter> writer);

Q_SIGNALS:
    /// The clipboard holds the rows.
    /// \param neutralised  cells that got a `'` in front of a formula
    void copied(int rows, int neutralised);
    /// The clipboard is as it was. TooLarge, Storage
    void failed(const Trailglass::Error &error);

private:
    using Records = std::map<std::size_t, EventRecord>; ///< by place among the rows

    void goOn();
    void fetch(std::size_t end);
    void take(const Result<void> &ended, Records &records);
    void write(std::size_t end);
    void finish();

    RecordFetcher &m_fetcher;
    ResultPointer m_result;
    std::vector<Row> m_rows;
    std::unique_ptr<RecordWriter> m_writer;
    std::string m_text;
    std::size_t m_next = 0; ///< the first row that is not written
    int m_written = 0;
    int m_attempts = 0; ///< at the same rows
    quint64 m_generation = 0;
};

} // namespace Trailglass
