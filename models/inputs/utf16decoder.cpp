// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/utf16decoder.h"

#include "models/json/utf8.h"

#include <QChar>
#include <QtEndian>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype UnitBytes = 2;
/// What one unit adds to a piece at most: a lone surrogate before it and one of its own, six bytes each.
constexpr std::size_t MaxAdded = 12;

/// As UTF-8 would write it if it could.
void appendInvalid(std::string &out, char16_t surrogate)
{
    const auto value = static_cast<unsigned>(surrogate);
    out += static_cast<char>(0xE0U | (value >> 12U));
    out += static_cast<char>(0x80U | ((value >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (value & 0x3FU));
}

} // namespace

Utf16Decoder::Utf16Decoder(ByteOrder order)
    : m_order(order)
{
}

QString Utf16Decoder::name() const
{
    return u"UTF-16"_s;
}

void Utf16Decoder::feed(const QByteArray &encoded)
{
    m_encoded = m_encoded.sliced(m_read) + encoded; // half a unit may be left
    m_read = 0;
}

std::optional<QByteArray> Utf16Decoder::next()
{
    m_decoded.clear();
    constexpr auto full = static_cast<std::size_t>(PieceBytes) - MaxAdded;
    while (m_read + UnitBytes <= m_encoded.size() && m_decoded.size() <= full) {
        take(unitAt(m_read));
        m_read += UnitBytes;
    }
    return QByteArray(m_decoded.data(), static_cast<qsizetype>(m_decoded.size()));
}

bool Utf16Decoder::isWhole() const
{
    return m_read == m_encoded.size() && m_high == 0;
}

char16_t Utf16Decoder::unitAt(qsizetype position) const
{
    const char *const bytes = m_encoded.constData() + position;
    return m_order == ByteOrder::LittleEndian ? qFromLittleEndian<quint16>(bytes)
                                              : qFromBigEndian<quint16>(bytes);
}

void Utf16Decoder::take(char16_t unit)
{
    const char16_t high = std::exchange(m_high, u'\0');
    if (high != 0 && QChar::isLowSurrogate(unit)) {
        appendUtf8(m_decoded, QChar::surrogateToUcs4(high, unit));
        m_isAfterBackslash = false;
        return;
    }
    if (high != 0)
        takeLone(high);
    if (QChar::isHighSurrogate(unit)) {
        m_high = unit;
    } else if (QChar::isLowSurrogate(unit)) {
        takeLone(unit);
    } else {
        appendUtf8(m_decoded, unit);
        m_isAfterBackslash = unit == u'\\' && !m_isAfterBackslash;
    }
}

void Utf16Decoder::takeLone(char16_t surrogate)
{
    if (std::exchange(m_isAfterBackslash, false)) {
        appendInvalid(m_decoded, surrogate);
        return;
    }
    m_decoded += "\\u";
    m_decoded += QByteArray::number(surrogate, 16).toStdString(); // D800 and above: four digits
}

} // namespace Trailglass
