// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/json/textsignature.h"
#include "models/store/rawblock.h"
#include "models/store/rawsignatures.h"
#include "models/store/statement.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace Trailglass {

struct Event;
class RemovedRows;
class SqlConnection;

/// The vendors' JSON, byte for byte, in compressed blocks of up to RawBlock::Capacity events of one source.
///
/// A block holds consecutive rows. Only the rows of a damaged block are unreadable. Several connections may
/// scan at the same time.
/// \thread the connection's
class RawStore
{
public:
    /// \param connection  must outlive the store
    static Result<std::unique_ptr<RawStore>> open(SqlConnection &connection);
    ~RawStore();
    RawStore(const RawStore &) = delete;
    RawStore &operator=(const RawStore &) = delete;

    /// Stores the JSON of rows first, first + 1, … in as many blocks as needed, and the blocks' signatures.
    /// \pre inside a transaction; the rows are greater than any stored
    Result<void> append(SourceId source, RowId first, std::span<const Event *const> events);

    /// \returns bytes valid until the next call on this store
    /// \error NotFound for a row that was never stored or was purged; Storage naming the rows of a damaged
    /// block
    Result<std::string_view> read(RowId row);

    using Visitor = std::function<void(RowId row, std::string_view raw)>;

    /// Visits every listed event from \a first to \a last, both inclusive, in row order; superseded ones are
    /// left out.
    ///
    /// \error Cancelled within milliseconds; Storage when blocks are damaged, naming the rows of the first,
    /// after all readable ones were visited
    Result<void> scan(RowId first, RowId last, const CancelToken &cancel, const Visitor &visit);

    /// Visits the given rows; superseded and removed ones are left out.
    /// \param rows  ascending
    /// \error as above
    Result<void> scan(std::span<const RowId> rows, const CancelToken &cancel, const Visitor &visit);

    /// Clears the block kept from the last read, after a rollback or another process's commit.
    void forget();

private:
    explicit RawStore(SqlConnection &connection);
    Result<void> appendBlock(SourceId source, RowId first, std::span<const Event *const> events,
                             std::size_t bytes);
    Result<void> sign(RowId first, std::span<const Event *const> events);
    Result<void> prepareToAppend();

    /// Loads the block that holds \a row into m_block.
    /// \returns false when there is none
    Result<bool> seek(RowId row);
    Result<void> unpack(const Statement &row);
    void visitBlock(RowId from, RowId last, const RemovedRows &removed, const Visitor &visit) const;

    SqlConnection *m_connection;
    Statement m_insert; ///< prepared by the first append, as m_signatures: a reader has no use for it
    std::optional<RawSignatures> m_signatures;
    std::optional<TextSignature> m_signature; ///< working memory
    Statement m_find;
    RawBlock m_block; ///< the one read last
    RawBlockCodec m_codec;
};

} // namespace Trailglass
