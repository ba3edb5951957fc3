// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/zipbytes.h"

#include "models/core/translation.h"

#include <QtEndian>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qint64 MaxAtOnce = 1024 * 1024;

} // namespace

Result<QByteArray> readExactly(ByteInput &file, qint64 offset, qint64 size, const CancelToken &cancel)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 read = 0;
    if (!file.seek(offset))
        return damagedZip();
    while (read < size) {
        const qint64 piece = std::min(size - read, MaxAtOnce); // for a cancel
        TRY(const qint64 count, file.read({bytes.data() + read, static_cast<std::size_t>(piece)}, cancel));
        if (count == 0)
            return damagedZip();
        read += count;
    }
    return bytes;
}

quint16 zipNumber16(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<quint16>(bytes.sliced(offset, 2).data());
}

quint32 zipNumber32(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<quint32>(bytes.sliced(offset, 4).data());
}

quint64 zipNumber64(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<quint64>(bytes.sliced(offset, 8).data());
}

Error damagedZip()
{
    return {.kind = ErrorKind::Malformed,
            .message =
                Trailglass::tr("The archive is damaged: its numbers contradict each other. Get the file "
                               "again.")};
}

} // namespace Trailglass
