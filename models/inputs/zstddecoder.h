// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/streamdecoder.h"

#include <memory>

struct ZSTD_DCtx_s;

namespace Trailglass {

/// Unpacks zstd: one frame or several, one directly after the other; skippable frames are skipped. Checksums are
/// checked where a frame has one. Takes at most 128 MiB, which is what the `zstd` program demands of anybody who
/// unpacks.
/// \thread any, one at a time
/// \source RFC 8878
class ZstdDecoder final : public StreamDecoder
{
public:
    ZstdDecoder();
    ~ZstdDecoder() override;

    [[nodiscard]] QString name() const override;
    void feed(const QByteArray &packed) override;
    [[nodiscard]] std::optional<QByteArray> next() override;
    [[nodiscard]] bool isWhole() const override { return m_isWhole && m_read == m_packed.size(); }
    [[nodiscard]] bool needsTooMuchMemory() const override { return m_isTooWide; }

private:
    struct StreamDeleter
    {
        void operator()(ZSTD_DCtx_s *stream) const;
    };

    std::unique_ptr<ZSTD_DCtx_s, StreamDeleter> m_stream;
    QByteArray m_packed;
    qsizetype m_read = 0; ///< of m_packed
    QByteArray m_piece;
    bool m_isWhole = true; ///< between two frames
    bool m_isBroken = false;
    bool m_isTooWide = false; ///< why it is broken
};

} // namespace Trailglass
