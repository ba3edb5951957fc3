// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>

#include <string_view>
#include <vector>

namespace Trailglass {

/// A response of which a part is missing.
/// \param detail  for logs
[[nodiscard]] Error incompleteResponse(const QString &detail);

/// Reads values of ClickHouse's RowBinary format: those of the columns of the first row, then of the next.
///
/// Never reads outside the bytes, whatever a server sends. After a value that is cut off or too large every further one
/// reads as 0 or empty, so it is enough to look at check() once for each row. The format has neither a number of rows nor
/// an end: what is cut off between two rows looks whole, so a response has to be requested with `wait_end_of_query=1`.
/// \thread any, one at a time
/// \source ClickHouse documentation, format RowBinary
class RowBinaryReader
{
public:
    /// Of a list.
    static constexpr quint64 MaxTexts = 16 * 1024 * 1024;

    /// \param bytes  kept until all texts that were read have been used: they are parts of it
    explicit RowBinaryReader(std::string_view bytes)
        : m_rest(bytes)
        , m_size(bytes.size())
    {
    }
    explicit RowBinaryReader(const QByteArray &bytes)
        : RowBinaryReader(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))
    {
    }
    explicit RowBinaryReader(QByteArray &&) = delete; // texts would be parts of what is gone

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    /// \error Malformed if a value was cut off or too large
    [[nodiscard]] Result<void> check() const;

    [[nodiscard]] quint8 readUInt8();
    [[nodiscard]] quint32 readUInt32();
    [[nodiscard]] quint64 readUInt64();
    [[nodiscard]] qint64 readInt64();

    /// String, also LowCardinality.
    [[nodiscard]] std::string_view readText();

    /// Array(String).
    /// \param texts  overwritten; empty if the list is broken
    void readTexts(std::vector<std::string_view> &texts);

private:
    template <class Integer>
    [[nodiscard]] Integer readInteger();
    [[nodiscard]] quint64 readVariableLength();
    [[nodiscard]] std::string_view take(quint64 size);
    void fail();

    std::string_view m_rest;
    std::size_t m_size;
    bool m_isBroken = false;
    std::size_t m_failedAt = 0;
};

} // namespace Trailglass
