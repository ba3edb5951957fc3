// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/jsonwriter.h"

#include <QString>

#include <algorithm>

namespace Trailglass::Support {

namespace {

void appendEscape(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

void appendCharacter(QByteArray &out, char byte)
{
    switch (byte) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    default:
        if (static_cast<uchar>(byte) < 0x20)
            appendEscape(out, static_cast<uchar>(byte));
        else
            out += byte;
    }
}

/// Appends whole runs of bytes that need no escape: most texts are one run.
void appendPlain(QByteArray &out, QByteArrayView text)
{
    qsizetype start = 0;
    for (qsizetype index = 0; index < text.size(); ++index) {
        const char byte = text[index];
        if (static_cast<uchar>(byte) >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(text.sliced(start, index - start));
        appendCharacter(out, byte);
        start = index + 1;
    }
    out.append(text.sliced(start));
}

bool isAscii(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char byte) { return static_cast<uchar>(byte) >= 0x80; });
}

void appendText(QByteArray &out, QByteArrayView text, bool ascii)
{
    out += '"';
    if (!ascii || isAscii(text)) {
        appendPlain(out, text);
    } else {
        const QString units = QString::fromUtf8(text);
        for (const QChar unit : units) {
            if (unit.unicode() < 0x80)
                appendCharacter(out, static_cast<char>(unit.unicode()));
            else
                appendEscape(out, unit.unicode());
        }
    }
    out += '"';
}

} // namespace

QByteArray jsonText(QByteArrayView text, JsonStyle style)
{
    QByteArray out;
    appendText(out, text, style.ascii);
    return out;
}

JsonWriter::JsonWriter(JsonStyle style, qsizetype expectedSize)
    : m_style(style)
{
    m_out.reserve(expectedSize);
    m_out += '{';
}

JsonWriter &JsonWriter::text(QByteArrayView key, const QByteArray &value)
{
    begin(key);
    appendText(m_out, value, m_style.ascii);
    return *this;
}

JsonWriter &JsonWriter::textOrNull(QByteArrayView key, const QByteArray &value)
{
    return value.isEmpty() ? null(key) : text(key, value);
}

JsonWriter &JsonWriter::number(QByteArrayView key, qint64 value)
{
    begin(key);
    m_out += QByteArray::number(value);
    return *this;
}

JsonWriter &JsonWriter::boolean(QByteArrayView key, bool value)
{
    return raw(key, value ? "true" : "false");
}

JsonWriter &JsonWriter::null(QByteArrayView key)
{
    return raw(key, "null");
}

JsonWriter &JsonWriter::raw(QByteArrayView key, const QByteArray &json)
{
    begin(key);
    m_out.append(json);
    return *this;
}

QByteArray JsonWriter::finish()
{
    m_out += '}';
    return std::move(m_out);
}

void JsonWriter::begin(QByteArrayView key)
{
    if (m_out.size() > 1)
        m_out += m_style.spaced ? ", " : ",";
    m_out += '"';
    m_out.append(key);
    m_out += m_style.spaced ? "\": " : "\":";
}

} // namespace Trailglass::Support
