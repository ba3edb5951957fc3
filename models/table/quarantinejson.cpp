// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/quarantinejson.h"

#include "models/core/text.h"
#include "models/json/jsontext.h"
#include "models/json/utf8.h"

namespace Trailglass {
namespace {

void appendKey(std::string_view key, std::string &out)
{
    out += out.empty() ? "{\"" : ",\"";
    out += key;
    out += "\":";
}

void appendText(std::string_view key, std::string_view text, std::string &out)
{
    appendKey(key, out);
    appendJsonString(text, out);
}

/// Null for an empty text.
void appendOptional(std::string_view key, const QString &text, std::string &out)
{
    if (!text.isEmpty())
        return appendText(key, toUtf8(text), out);
    appendKey(key, out);
    out += "null";
}

void appendNumber(std::string_view key, qint64 number, std::string &out)
{
    appendKey(key, out);
    out += std::to_string(number);
}

/// Null for none.
void appendBytes(std::string_view key, const std::string *bytes, std::string &out)
{
    if (bytes)
        return appendText(key, *bytes, out);
    appendKey(key, out);
    out += "null";
}

std::string members(const QuarantineRow &row)
{
    std::string out;
    appendNumber("id", row.id, out);
    appendText("source", toUtf8(row.source), out);
    appendText("vendor", toUtf8(row.typeName), out);
    appendText("kind", toUtf8(quarantineKindName(row.kind)), out);
    appendOptional("event_id", row.eventId, out);
    appendText("received", formatTime(row.received), out);
    appendOptional("place", row.place, out);
    appendOptional("reason", row.reason, out);
    appendNumber("offset", row.offset, out);
    appendNumber("length", row.length, out);
    appendKey("complete", out);
    out += row.isWhole ? "true" : "false";
    appendNumber("not_kept", row.notKept, out);
    return out;
}

std::string base64Of(const std::string &bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}

} // namespace

std::string quarantineJson(const QuarantineRow &row)
{
    return members(row) + '}';
}

std::string quarantineJson(const QuarantineContent &content)
{
    std::string out = members(content.row);
    // Readers of JSON drop a byte order mark at the start of a string.
    const bool isText = isValidUtf8(*content.bytes) && !content.bytes->starts_with("\xEF\xBB\xBF");
    const std::string base64 = isText ? std::string() : base64Of(*content.bytes);
    appendBytes("text", isText ? content.bytes.get() : nullptr, out);
    appendBytes("base64", isText ? nullptr : &base64, out);
    appendBytes("stored", content.stored.get(), out);
    return out + '}';
}

} // namespace Trailglass
