// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/byteinput.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>

namespace Trailglass {

/// A stream that is made up piece by piece and never in memory as a whole.
class GeneratedInput final : public ByteInput
{
public:
    /// \param piece  the bytes of piece 0, 1, 2 …; nothing more after an empty one
    GeneratedInput(std::function<std::string(qint64 number)> piece, bool canRewind)
        : m_piece(std::move(piece))
        , m_canRewind(canRewind)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        if (cancel.isCancelled()) {
            return Error{.kind = ErrorKind::Cancelled, .message = {}};
        }
        if (m_offset == m_current.size()) {
            m_current = m_piece(m_next++);
            m_offset = 0;
        }
        const std::size_t count = std::min(buffer.size(), m_current.size() - m_offset);
        std::memcpy(buffer.data(), m_current.data() + m_offset, count);
        m_offset += count;
        return static_cast<qint64>(count);
    }

    bool seek(qint64 offset) override
    {
        const bool isPossible = m_canRewind && offset == 0;
        if (isPossible) {
            m_next = 0;
            m_current.clear();
            m_offset = 0;
        }
        return isPossible;
    }

    std::optional<qint64> size() const override { return {}; }

private:
    std::function<std::string(qint64)> m_piece;
    const bool m_canRewind;
    qint64 m_next = 0;
    std::string m_current;
    std::size_t m_offset = 0;
};

} // namespace Trailglass
