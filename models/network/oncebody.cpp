// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/oncebody.h"

#include <algorithm>

namespace Trailglass {

OnceBody::OnceBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    // Unbuffered: it is in memory already.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::clamp<qint64>(m_bytes.size() - pos(), 0, maxSize);
    std::copy_n(m_bytes.constData() + pos(), count, data);
    return count;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Trailglass
