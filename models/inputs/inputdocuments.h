// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/expansion.h"
#include "models/inputs/headinput.h"
#include "models/inputs/skippedinputs.h"
#include "models/inputs/zipdirectory.h"

#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

/// One text: a file, or a member of an archive.
struct InputDocument
{
    QString member; ///< its name in the archive, not yet safe to print; empty: the file itself
    Result<std::unique_ptr<ByteInput>> text; ///< in UTF-8; the error is that of this document alone
};

/// The texts of one file, one after the other, unpacked and decoded: gzip, zstd, UTF-16 with a mark, the members
/// of a ZIP archive, and a few of these around one another. Memory: a few pieces of 64 KiB, the window of the
/// packing (zstd up to 128 MiB) and the directory of an archive.
/// \thread any, one at a time
class InputDocuments
{
public:
    explicit InputDocuments(std::unique_ptr<ByteInput> file);

    /// \pre the document before is no longer read
    /// \returns nothing after the last
    /// \error of the file as a whole, each time: Malformed, TooLarge, Unsupported; those of reading it
    [[nodiscard]] Result<std::optional<InputDocument>> next(const CancelToken &cancel);

    /// Of the file, packed; no more than its size.
    [[nodiscard]] qint64 bytesRead() const;
    /// Likewise; unknown for pipes, which can be read only once.
    [[nodiscard]] std::optional<qint64> size() const { return m_file->size(); }

    /// Whether the documents are members of an archive. Known after the first next().
    [[nodiscard]] bool isArchive() const { return m_isArchive; }
    /// Members that next() has passed over so far.
    [[nodiscard]] const SkippedInputs &skipped() const { return m_skipped; }

private:
    [[nodiscard]] Result<std::optional<InputDocument>> first(const CancelToken &cancel);
    [[nodiscard]] std::optional<InputDocument> nextMember(const CancelToken &cancel);
    [[nodiscard]] Result<std::unique_ptr<ByteInput>> decodedMember(const ZipEntry &entry,
                                                                   const CancelToken &cancel);

    // Documents refer to these, whose place does not change.
    const std::unique_ptr<HeadInput> m_file;
    const std::unique_ptr<Expansion> m_expansion;

    bool m_isBegun = false;
    bool m_isArchive = false;
    std::vector<ZipEntry> m_entries;
    std::size_t m_next = 0; ///< of m_entries
    SkippedInputs m_skipped;
};

} // namespace Trailglass
