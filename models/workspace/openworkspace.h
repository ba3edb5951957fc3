// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/selectonce.h"
#include "models/query/storerecordsource.h"
#include "models/store/eventreader.h"
#include "models/workspace/openplace.h"

#include <memory>
#include <mutex>
#include <optional>

namespace Trailglass {

struct PreparedQuery;

/// A workspace open for reading on one thread.
///
/// \error NotFound when there is no database yet; what EventReader::open() says
class OpenWorkspace final : public OpenPlace
{
public:
    explicit OpenWorkspace(QString folder);
    ~OpenWorkspace() override;

    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// \returns the reader, as long as this object lives
    Result<EventReader *> reader();

    Result<QueryEngine *> engine() override;
    /// The rows that engine() selects, with a fraction of its memory: for who needs no more of it.
    /// \error as selectOnce()
    Result<SingleResult> rowsOnly(const PreparedQuery &query, const SortOrder &order,
                                  const CancelToken &cancel);
    Result<RecordSource *> records() override;
    Result<QList<SourceRecord>> sources() override;
    Result<std::vector<CoverageEntry>> coverage(SourceId source) override;
    Result<QList<Preset>> presets() override;
    Result<RowId> reviewedRow(const ReviewName &review) override;
    Result<EventRecord> find(const QString &source, const std::string &id) override;
    Result<QStringList> filesInUse() override;

    /// Stops the reader's running statement.
    void interrupt() override;

private:
    const QString m_folder;
    std::mutex m_guard; ///< of m_reader: it must not go while another thread interrupts it
    std::unique_ptr<EventReader> m_reader;
    std::optional<StoreRecordSource> m_records;
    std::unique_ptr<QueryEngine> m_engine;
};

} // namespace Trailglass
