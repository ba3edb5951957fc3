// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/framecodec.h"

#include <QtGlobal>

#include <span>
#include <string_view>
#include <vector>

namespace Trailglass {

/// The JSON of consecutive rows, unpacked.
///
/// Packed form: one zstd frame with checksum of {length of each text as little-endian uint32} {the texts,
/// joined}.
struct RawBlock
{
    /// 256 events per block compress to 0.08 of their size and decompress at 2.7 GB/s; larger blocks gain
    /// little and make reading one event slower.
    static constexpr std::size_t Capacity = 256;
    /// A block is closed once its texts have this many bytes, so that blocks of huge events stay small in
    /// memory.
    static constexpr std::size_t ByteLimit = 4 * 1024 * 1024;
    /// More than any block can be: one event of the maximum of 16 MiB after ByteLimit, and room
    /// for lengths. A damaged size must not make a reader allocate gigabytes.
    static constexpr std::size_t UnpackedLimit = 32 * 1024 * 1024;

    RowId first; ///< 0 in an empty block
    std::vector<char> bytes; ///< lengths and texts, unpacked
    std::vector<std::string_view> texts; ///< into bytes; one per row

    [[nodiscard]] bool holds(RowId row) const
    {
        return row >= first && static_cast<std::size_t>(row.value - first.value) < texts.size();
    }
    /// All texts, one after the other.
    [[nodiscard]] std::string_view joined() const
    {
        if (texts.empty())
            return {};
        return {texts.front().data(),
                static_cast<std::size_t>(bytes.data() + bytes.size() - texts.front().data())};
    }
    [[nodiscard]] std::string_view text(RowId row) const
    {
        return texts[static_cast<std::size_t>(row.value - first.value)];
    }
};

/// Packs and unpacks blocks; keeps the compressor's working memory between calls.
/// \thread one at a time
class RawBlockCodec
{
public:
    /// \returns bytes valid until the next call
    Result<std::span<const char>> pack(std::span<const std::string_view> texts);

    /// Fills \a block (all but RawBlock::first).
    /// \param count  how many texts the block must hold
    /// \error Malformed for anything but whole, unaltered packed bytes; \a block is empty then
    Result<void> unpack(std::span<const char> packed, std::size_t count, RawBlock &block);

private:
    FrameCodec m_codec;
    std::vector<char> m_plain;
};

} // namespace Trailglass
