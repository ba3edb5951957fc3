// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/inputs/expansion.h"
#include "models/inputs/headinput.h"
#include "models/inputs/zipdirectory.h"
#include "models/merkle/sha256.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Whether an error of reading a bundle is a fault of the bundle, and not of the machine.
/// \thread any
[[nodiscard]] bool isFaultOfBundle(const Error &error);

/// Reads one member of a bundle from its first byte to its last, and hashes it. Memory stays flat.
///
/// \thread any, one at a time
/// \error of all functions that read: Malformed, TooLarge, Unsupported for a member that cannot be read or is larger than
/// it says, naming it; Storage, NotFound for the file; Cancelled
class MemberReader
{
public:
    /// Opens the file of the archive for this member alone.
    static Result<std::unique_ptr<MemberReader>> open(const QString &path, const ZipEntry &entry,
                                                      const CancelToken &cancel);

    /// The next line, with its line feed, which the last one may lack; nothing at the end. Valid until the next call of any
    /// function.
    /// \error TooLarge for more than BundleMembers::Rule::maxLine bytes
    Result<std::optional<std::string_view>> line();

    /// All that is left.
    /// \error TooLarge for more than \a limit bytes
    Result<QByteArray> all(qint64 limit);

    /// Reads to the end.
    /// \returns the hash of the whole member
    Result<Digest> finish();

private:
    MemberReader(const ZipEntry &entry, std::unique_ptr<ByteInput> file, CancelToken cancel);
    /// \returns false at the end
    Result<bool> readMore();
    [[nodiscard]] Error named(Error error) const;

    const QString m_name;
    const std::size_t m_maxLine; ///< bytes
    HeadInput m_file;
    Expansion m_expansion;
    const CancelToken m_cancel;
    std::unique_ptr<ByteInput> m_content;
    Sha256 m_sha;
    std::vector<char> m_piece;
    std::string m_buffer; ///< read, of which the first m_given bytes were given
    std::size_t m_given = 0;
};

} // namespace Trailglass
