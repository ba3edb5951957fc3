// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/query/index/segment.h"
#include "models/store/framecodec.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Trailglass {

/// Turns full segments into saved parts and back.
///
/// A part is one frame of a column (its IndexColumn is the number of the part), or of the set of listed rows
/// (ListedPart). Each says which segment and part it is, and the frame's checksum covers all of it: a part
/// that is cut, altered, of another format or in a wrong place is refused.
/// \thread one at a time
class SegmentCodec
{
public:
    static constexpr int ListedPart = 255;
    static constexpr int PartBits = 8; ///< of a key

    struct Part
    {
        int number = 0;
        std::vector<char> data;
    };

    /// \param removedSequence  the last entry of table `superseded` that is applied to the set of listed rows
    /// \pre the segment is full
    /// \error Internal when the compressor fails
    Result<std::vector<Part>> pack(const ListedSegment &segment, qint64 removedSequence);

    /// A segment as it was saved.
    struct Unpacked
    {
        ListedSegment segment;
        qint64 removedSequence = 0;
    };

    /// \param parts  all that is saved of segment \a number, in any order
    /// \param columns  which to unpack; the others stay null, and of the parts only those up to the last of these are needed,
    /// with the set of listed rows
    /// \returns nothing when a part is missing or refused
    std::optional<Unpacked> unpack(qint64 number, const std::vector<Part> &parts,
                                   const IndexColumnSet &columns = AllIndexColumns);

private:
    bool unpackColumns(qint64 number, const std::vector<Part> &parts, const IndexColumnSet &columns,
                       Segment &segment);
    bool unpackColumn(qint64 number, const Part &part, Segment &segment, std::size_t &sharedWith);
    std::optional<Unpacked> unpackListed(qint64 number, const Part &part);

    FrameCodec m_codec;
    std::vector<char> m_plain;
};

} // namespace Trailglass
