// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/byteinput.h"

#include <QByteArray>

#include <algorithm>
#include <optional>
#include <vector>

namespace Trailglass {

/// A file in memory.
class MemoryInput final : public ByteInput
{
public:
    /// \param maxRead  bytes that one read() gives at most; 0: as many as fit
    /// \param isFile  has a size and can be read from any place; else it is a pipe
    explicit MemoryInput(QByteArray bytes, qsizetype maxRead = 0, bool isFile = true)
        : m_bytes(std::move(bytes))
        , m_maxRead(maxRead > 0 ? maxRead : m_bytes.size())
        , m_isFile(isFile)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        if (cancel.isCancelled())
            return Error{.kind = ErrorKind::Cancelled, .message = {}};
        const qsizetype count =
            std::min({static_cast<qsizetype>(buffer.size()), m_maxRead, m_bytes.size() - m_place});
        std::copy_n(m_bytes.constData() + m_place, count, buffer.data());
        m_place += count;
        return qint64{count};
    }

    bool seek(qint64 offset) override
    {
        const bool isPossible = m_isFile && offset >= 0 && offset <= m_bytes.size();
        if (isPossible)
            m_place = offset;
        return isPossible;
    }

    std::optional<qint64> size() const override
    {
        return m_isFile ? std::optional<qint64>(m_bytes.size()) : std::nullopt;
    }

private:
    const QByteArray m_bytes;
    const qsizetype m_maxRead;
    const bool m_isFile;
    qsizetype m_place = 0;
};

/// Everything a stream gives, and why it ended early.
struct ReadBytes
{
    QByteArray bytes;
    std::optional<Error> error;
};

inline ReadBytes readAll(ByteInput &input, std::size_t bufferSize = 64 * 1024)
{
    ReadBytes read;
    std::vector<char> buffer(bufferSize);
    for (;;) {
        const Result<qint64> count = input.read(buffer, {});
        if (!count) {
            read.error = count.error();
            return read;
        }
        if (*count == 0)
            return read;
        read.bytes.append(buffer.data(), *count);
    }
}

} // namespace Trailglass
