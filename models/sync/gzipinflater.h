// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

struct z_stream_s;

namespace Trailglass {

/// Unpacks gzip data piece by piece: the caller decides after each piece whether to go on, so a small input
/// that unpacks to gigabytes costs a piece at a time and no more memory than one.
///
/// One member or several, one directly after the other; checksum and length of each are checked.
/// \thread any, one at a time
/// \source RFC 1952
class GzipInflater
{
public:
    static constexpr qsizetype PieceBytes = 64 * 1024;

    GzipInflater();
    ~GzipInflater();
    GzipInflater(const GzipInflater &) = delete;
    GzipInflater &operator=(const GzipInflater &) = delete;

    /// Takes the next packed bytes.
    /// \pre next() has returned an empty piece since the last call
    void feed(const QByteArray &packed);

    /// The next unpacked bytes, at most PieceBytes.
    ///
    /// \returns an empty piece when it needs more input; nothing when the data is broken, and from then on:
    /// not gzip, a wrong checksum or length, something else after the last member
    [[nodiscard]] std::optional<QByteArray> next();

    /// The input so far ends where a member ends, or there was none at all.
    [[nodiscard]] bool isWhole() const { return m_isWhole && m_left == 0; }

private:
    struct StreamDeleter
    {
        void operator()(z_stream_s *stream) const;
    };

    std::unique_ptr<z_stream_s, StreamDeleter> m_stream;
    QByteArray m_packed; ///< m_stream reads its last m_left bytes
    qsizetype m_left = 0;
    QByteArray m_piece;
    bool m_isWhole = true;
    bool m_isBroken = false;
};

} // namespace Trailglass
