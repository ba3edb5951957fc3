// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Trailglass {

/// Decodes a stream piece by piece: the caller decides after each piece whether to go on, so a small input that
/// unpacks to gigabytes costs a piece at a time and no more memory than one.
/// \thread any, one at a time
class StreamDecoder
{
public:
    /// The largest piece.
    static constexpr qsizetype PieceBytes = 64 * 1024;

    virtual ~StreamDecoder() = default;

    /// What the encoding is called, for people: `gzip`.
    [[nodiscard]] virtual QString name() const = 0;

    /// Takes the next encoded bytes.
    /// \pre not empty; next() has returned an empty piece since the last call
    virtual void feed(const QByteArray &encoded) = 0;

    /// The next decoded bytes, at most PieceBytes.
    /// \returns an empty piece when it needs more input; nothing when the data is damaged, and from then on
    [[nodiscard]] virtual std::optional<QByteArray> next() = 0;

    /// The input so far may end here, and all of it is decoded; also when there was none at all.
    [[nodiscard]] virtual bool isWhole() const = 0;

    /// After next() has returned nothing: the data may be good, but takes more memory than is allowed.
    [[nodiscard]] virtual bool needsTooMuchMemory() const { return false; }

protected:
    StreamDecoder() = default;
    Q_DISABLE_COPY_MOVE(StreamDecoder)
};

} // namespace Trailglass
