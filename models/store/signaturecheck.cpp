// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/signaturecheck.h"

#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/json/textsignature.h"
#include "models/store/blockplace.h"
#include "models/store/rawsignatures.h"
#include "models/store/rawstore.h"
#include "models/store/readpieces.h"
#include "models/store/records.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/transaction.h"

#include <limits>
#include <memory>
#include <utility>

namespace Trailglass {

namespace {

/// Blocks repaired per transaction, and compared by a thread at once.
constexpr std::size_t BlocksPerStep = 64;
/// The first rows of all blocks, impossible ones too.
constexpr EventRange AllBlocks{.first = {std::numeric_limits<qint64>::min()},
                               .last = {std::numeric_limits<qint64>::max()}};

struct BlockRows
{
    BlockPlace place;
    bool hasSignature = false; ///< also a damaged one
};

/// The blocks whose signature is to be rebuilt.
struct UnsignedBlocks
{
    std::vector<BlockRows> blocks;
    std::vector<RowId> damaged; ///< first rows of those whose signature cannot be read
    std::vector<RowId> lacking; ///< first rows of those whose signature lacks texts of the block

    /// Adds those of later blocks.
    void append(const UnsignedBlocks &later)
    {
        blocks.insert(blocks.end(), later.blocks.begin(), later.blocks.end());
        damaged.insert(damaged.end(), later.damaged.begin(), later.damaged.end());
        lacking.insert(lacking.end(), later.lacking.begin(), later.lacking.end());
    }
};

/// Ascending ranges of first rows, for a step of blocks each.
Result<std::vector<EventRange>> blockRanges(SqlConnection &connection)
{
    std::vector<EventRange> ranges{AllBlocks};
    TRY(Statement blocks, connection.prepare("SELECT first_row FROM raw_block ORDER BY first_row"));
    std::size_t count = 0;
    TRY(blocks.forEachRow([&](const Statement &row) {
        const RowId first{row.integer(0)};
        // Out of order where the tree that SQLite walks is.
        if (count++ % BlocksPerStep != 0 || first <= ranges.back().first)
            return;
        ranges.back().last = {first.value - 1};
        ranges.push_back({.first = first, .last = AllBlocks.last});
    }));
    return ranges;
}

/// \param range  of first rows
Result<std::vector<BlockRows>> listBlocks(SqlConnection &connection, const EventRange &range)
{
    TRY(auto statement,
        connection.prepare("SELECT first_row, count, EXISTS (SELECT 1 FROM raw_signature WHERE first_row = "
                           "raw_block.first_row) "
                           "FROM raw_block WHERE first_row BETWEEN ? AND ? ORDER BY first_row"));
    statement.bind(1, range.first.value).bind(2, range.last.value);
    std::vector<BlockRows> blocks;
    TRY(statement.forEachRow([&blocks](const Statement &row) {
        // Blocks with impossible numbers hold nothing that is found; RawStore reports them.
        if (const std::optional<BlockPlace> place = blockPlaceAt(row))
            blocks.push_back({*place, row.integer(2) != 0});
    }));
    return blocks;
}

/// Signs blocks from the events listed in them.
class BlockSigner
{
public:
    static Result<BlockSigner> open(SqlConnection &connection)
    {
        TRY(auto raws, RawStore::open(connection));
        TRY(auto texts,
            connection.prepare(
                "SELECT row, id, target_id, correlation, message FROM event WHERE row BETWEEN ? AND ?"));
        return BlockSigner(std::move(raws), std::move(texts));
    }

    /// \returns valid until the next call; null where JSON is damaged, which other checks report
    Result<const TextSignature *> sign(const BlockRows &block)
    {
        m_signature.clear();
        bool isReadable = true;
        m_texts.bind(1, block.place.first.value).bind(2, block.place.last().value);
        TRY(m_texts.forEachRow([&](const Statement &row) -> Result<void> {
            const auto raw = m_raws->read({row.integer(0)});
            if (!raw && raw.error().kind == ErrorKind::Cancelled)
                return raw.error();
            isReadable = isReadable && raw;
            if (isReadable)
                addToSignature(m_signature, *raw, {row.text(1), row.text(2), row.text(3), row.text(4)});
            return {};
        }));
        return isReadable ? &m_signature : nullptr;
    }

private:
    BlockSigner(std::unique_ptr<RawStore> raws, Statement texts)
        : m_raws(std::move(raws))
        , m_texts(std::move(texts))
    {
    }

    std::unique_ptr<RawStore> m_raws;
    Statement m_texts;
    TextSignature m_signature;
};

/// \param range       of first rows
/// \param missingToo  whether blocks without a signature count
Result<UnsignedBlocks> blocksToSign(SqlConnection &connection, const EventRange &range, bool missingToo,
                                    const CancelToken &cancel)
{
    TRY(const auto blocks, listBlocks(connection, range));
    TRY(auto signatures, RawSignatures::open(connection));
    TRY(auto signer, BlockSigner::open(connection));
    UnsignedBlocks found;
    for (const BlockRows &block : blocks) {
        if (cancel.isCancelled())
            return storeStopped();
        if (!block.hasSignature) {
            if (missingToo)
                found.blocks.push_back(block);
            continue;
        }
        TRY(const auto bits, signatures.read(block.place.first, block.place.count));
        TRY(const auto expected, bits ? signer.sign(block) : Result<const TextSignature *>(nullptr));
        if (bits && (!expected || expected->isWithin(*bits)))
            continue;
        found.blocks.push_back(block);
        (bits ? found.lacking : found.damaged).push_back(block.place.first);
    }
    return found;
}

/// Deletes the block's signature and, where its JSON can be read, rebuilds it.
/// \returns whether it was rebuilt
Result<bool> signAgain(SqlConnection &connection, const BlockRows &block, BlockSigner &signer,
                       RawSignatures &signatures)
{
    TRY(auto erase, connection.prepare("DELETE FROM raw_signature WHERE first_row = ?"));
    TRY(erase.bind(1, block.place.first.value).run());
    TRY(const auto signature, signer.sign(block));
    if (!signature)
        return false;
    TRY(signatures.write(block.place.first, block.place.count, signature->bits()));
    return true;
}

Result<int> signStep(SqlConnection &connection, std::span<const BlockRows> blocks)
{
    TRY(auto transaction, WriteTransaction::begin(connection));
    TRY(auto signer, BlockSigner::open(connection));
    TRY(auto signatures, RawSignatures::open(connection));
    int made = 0;
    for (const BlockRows &block : blocks) {
        TRY(const auto signedAgain, signAgain(connection, block, signer, signatures));
        made += signedAgain ? 1 : 0;
    }
    TRY(transaction.commit());
    return made;
}

} // namespace

Result<QStringList> checkSignatures(const QString &workspace, const CancelToken &cancel, unsigned threads)
{
    TRY(const auto connection, SqlConnection::openForReading(workspace));
    TRY(const auto exists, connection->hasTable("raw_signature"));
    if (!exists)
        return QStringList();
    TRY(const auto ranges, blockRanges(*connection));
    const auto read = [&](SqlConnection &reading, qint64 number) {
        return blocksToSign(reading, ranges[static_cast<std::size_t>(number)], false, cancel);
    };
    UnsignedBlocks found;
    const auto take = [&found](const UnsignedBlocks &blocks) {
        found.append(blocks);
        return Result<void>();
    };
    TRY(readPiecesInOrder<UnsignedBlocks>(workspace, std::ssize(ranges), cancel, read, take, threads));
    QStringList problems;
    if (!found.damaged.empty())
        problems += tr("The search signatures of %Ln block(s) of events are damaged, the first from row %1 "
                       "on. Results are complete, but searches are slower. To rebuild them: “Check "
                       "workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.",
                       nullptr, countArgument(std::ssize(found.damaged)))
                        .arg(found.damaged.front().value);
    if (!found.lacking.empty())
        problems += tr("Searches may miss texts in %Ln block(s) of events, the first from row %1 on, because "
                       "their search signatures are incomplete. To rebuild them: “Check workspace…” and "
                       "“Repair” in the window, or “trailglass-cli doctor --repair”.",
                       nullptr, countArgument(std::ssize(found.lacking)))
                        .arg(found.lacking.front().value);
    return problems;
}

Result<int> repairSignatures(const QString &workspace, const CancelToken &cancel)
{
    TRY(const auto connection, SqlConnection::openCurrent(workspace));
    TRY(const auto found, blocksToSign(*connection, AllBlocks, true, cancel));
    int made = 0;
    for (std::span<const BlockRows> rest = found.blocks; !rest.empty();) {
        if (cancel.isCancelled())
            return storeStopped();
        const std::size_t count = std::min(rest.size(), BlocksPerStep);
        TRY(const auto done, signStep(*connection, rest.first(count)));
        made += done;
        rest = rest.subspan(count);
    }
    return made;
}

} // namespace Trailglass
