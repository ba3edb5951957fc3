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

    /// Starts over at the first byte.
    /// \returns false where that is impossible (a pipe); nothing has changed then
    [[nodiscard]] virtual bool rewind() = 0;

    /// Bytes in all, where that is known.
    [[nodiscard]] virtual std::optional<qint64> size() const = 0;
};

/// A file, a named pipe, or with `-` standard input.
/// \error Storage when it is not there, is a folder, or cannot be read
[[nodiscard]] Result<std::unique_ptr<ByteInput>> openByteInput(const QString &path);

} // namespace Trailglass
