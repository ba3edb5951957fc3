// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>

namespace Trailglass {

/// A stream of bytes that can be cancelled.
/// \thread any, one at a time
class ByteInput
{
public:
    virtual ~ByteInput() = default;

    /// Reads up to buffer.size() bytes, waiting for at least one.
    /// \returns 0 at the end
    /// \error Storage; Cancelled within 100 ms of \a cancel
    virtual Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) = 0;

    /// Makes the next read() start at \a offset, in bytes from the first one.
    /// \returns false where that is impossible (a pipe); nothing has changed then. What is unpacked while it is
    /// read can go nowhere
    [[nodiscard]] virtual bool seek(qint64 offset) = 0;

    /// Bytes in all, where that is known.
    [[nodiscard]] virtual std::optional<qint64> size() const = 0;
};

/// A file, a named pipe, or with `-` standard input.
/// \error NotFound; Storage when it is a folder or a file of a workspace, or cannot be read
[[nodiscard]] Result<std::unique_ptr<ByteInput>> openByteInput(const QString &path);

/// A regular file that was found in a folder, not named by the user: no link and no pipe may have taken its place.
/// \error Storage likewise, or when it is another thing by now
[[nodiscard]] Result<std::unique_ptr<ByteInput>> openFoundFile(const QString &path);

} // namespace Trailglass
