// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowbinary.h"

#include "models/core/translation.h"

#include <QtEndian>

#include <utility>

namespace Trailglass {

namespace {

constexpr quint8 MoreGroups = 0x80;
constexpr quint64 GroupMask = 0x7F;
constexpr unsigned GroupBits = 7;
constexpr unsigned NumberBits = 64;

} // namespace

Error incompleteResponse(const QString &detail)
{
    return {.kind = ErrorKind::Malformed,
            .message = Trailglass::tr("The response of the archive is incomplete or damaged. Try again."),
            .detail = detail};
}

Result<void> RowBinaryReader::check() const
{
    if (!m_isBroken)
        return {};
    return incompleteResponse(
        QStringLiteral("RowBinary, value at byte %1 of %2").arg(m_failedAt).arg(m_size));
}

quint8 RowBinaryReader::readUInt8()
{
    return readInteger<quint8>();
}

quint32 RowBinaryReader::readUInt32()
{
    return readInteger<quint32>();
}

quint64 RowBinaryReader::readUInt64()
{
    return readInteger<quint64>();
}

qint64 RowBinaryReader::readInt64()
{
    return readInteger<qint64>();
}

std::string_view RowBinaryReader::readText()
{
    return take(readVariableLength());
}

void RowBinaryReader::readTexts(std::vector<std::string_view> &texts)
{
    texts.clear();
    const quint64 count = readVariableLength();
    // Each text takes a byte at least, so that a wrong number cannot demand much memory.
    if (count > m_rest.size() || count > MaxTexts)
        fail();
    for (quint64 index = 0; index < count && !m_isBroken; ++index)
        texts.push_back(readText());
    if (m_isBroken)
        texts.clear();
}

template <class Integer>
Integer RowBinaryReader::readInteger()
{
    const std::string_view bytes = take(sizeof(Integer));
    return bytes.empty() ? Integer{0} : qFromLittleEndian<Integer>(bytes.data());
}

quint64 RowBinaryReader::readVariableLength()
{
    quint64 number = 0;
    for (unsigned shift = 0; shift < NumberBits; shift += GroupBits) {
        const quint8 group = readUInt8();
        const quint64 bits = quint64{group} & GroupMask;
        if ((bits << shift) >> shift != bits)
            break; // more than 64 bits
        number |= bits << shift;
        if ((group & MoreGroups) == 0)
            return m_isBroken ? 0 : number;
    }
    fail();
    return 0;
}

/// \returns nothing if there are not as many bytes
std::string_view RowBinaryReader::take(quint64 size)
{
    if (size > m_rest.size())
        fail();
    if (m_isBroken)
        return {};
    const std::string_view bytes = m_rest.substr(0, static_cast<std::size_t>(size));
    m_rest.remove_prefix(bytes.size());
    return bytes;
}

void RowBinaryReader::fail()
{
    if (std::exchange(m_isBroken, true))
        return;
    m_failedAt = m_size - m_rest.size();
    m_rest = {}; // so that atEnd() ends every loop
}

} // namespace Trailglass
