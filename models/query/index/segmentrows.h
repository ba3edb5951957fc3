// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/rowbatch.h"
#include "models/query/index/segment.h"
#include "models/query/index/segmentcolumns.h"
#include "models/store/statement.h"

namespace Trailglass {

class SqlConnection;

/// Some neighbouring rows of a segment.
struct RowRange
{
    const Segment &segment;
    const SegmentColumns &columns; ///< of the segment, by the slots of the layout
    std::size_t first = 0; ///< row of the segment that \a rows counts from
    const RowBits &rows;
};

/// Puts rows of segments into batches: whole numbers from the columns, texts from the database.
///
/// \thread the connection's, within its transaction
class SegmentRows
{
public:
    /// \param connection, layout  outlive this object
    static Result<SegmentRows> open(SqlConnection &connection, const RowLayout &layout);

    /// \param batch  of the same layout
    /// \error Storage, Cancelled
    Result<void> add(const RowRange &range, RowBatch &batch);

    /// The rows whose searched texts are not in their raw JSON.
    [[nodiscard]] static RowBits withOwnTexts(const RowRange &range);

private:
    SegmentRows(const RowLayout &layout, Statement range, Statement single);

    /// What add() works on.
    struct Target
    {
        const RowRange &range;
        RowBatch &batch;
    };

    void addWithoutTexts(const Target &target);
    Result<void> addWithSearchedTexts(const Target &target);
    Result<void> addRange(const Target &target);
    Result<void> addSingly(const Target &target);
    Result<void> addSingle(const Target &target, std::size_t offset);
    void addRow(const Target &target, std::size_t offset, const Statement *texts);

    const RowLayout *m_layout;
    Statement m_range;
    Statement m_single;
    std::vector<qint64> m_integers;
};

} // namespace Trailglass
