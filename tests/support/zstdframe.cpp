// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/zstdframe.h"

#include <zstd.h>

#include <memory>

namespace Trailglass::Support {

QByteArray zstdFrame(const QByteArray &plain)
{
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx *)> compressor(ZSTD_createCCtx(),
                                                                              ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_checksumFlag, 1);
    const auto plainSize = static_cast<std::size_t>(plain.size());
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(plainSize)), Qt::Uninitialized);
    const std::size_t size = ZSTD_compress2(
        compressor.get(), frame.data(), static_cast<std::size_t>(frame.size()), plain.constData(), plainSize);
    Q_ASSERT(!ZSTD_isError(size));
    frame.truncate(static_cast<qsizetype>(size));
    return frame;
}

} // namespace Trailglass::Support
