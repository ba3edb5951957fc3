// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/streamdecoder.h"

#include <memory>

struct z_stream_s;

namespace Trailglass {

/// Unpacks gzip and deflate.
/// \thread any, one at a time
/// \source RFC 1951, RFC 1952
class Inflater final : public StreamDecoder
{
public:
    enum class Framing
    {
        Gzip, ///< one member or several, one directly after the other; checksum and length of each are checked
        None, ///< one deflate stream and nothing after it, as in a ZIP archive
    };

    explicit Inflater(Framing framing = Framing::Gzip);
    ~Inflater() override;

    [[nodiscard]] QString name() const override;
    void feed(const QByteArray &packed) override;
    /// Data is damaged, too, when something else follows its end; what is before that is given first.
    [[nodiscard]] std::optional<QByteArray> next() override;
    [[nodiscard]] bool isWhole() const override { return m_isWhole && m_left == 0; }

private:
    struct StreamDeleter
    {
        void operator()(z_stream_s *stream) const;
    };

    const Framing m_framing;
    std::unique_ptr<z_stream_s, StreamDeleter> m_stream;
    QByteArray m_packed; ///< m_stream reads its last m_left bytes
    qsizetype m_left = 0;
    QByteArray m_piece;
    bool m_isWhole; ///< at the end of a stream, or of gzip without any
    bool m_isBroken = false;
};

} // namespace Trailglass
