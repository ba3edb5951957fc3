// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/prooflines.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

namespace Trailglass {

namespace {

/// Digits of the longest number: all of them fit into 64 bits.
constexpr std::size_t MaxDigits = 18;
constexpr std::size_t HashDigits = 2 * Digest::Size;

void appendBytes(const QByteArray &bytes, std::string &out)
{
    out.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// Reads a line from left to right. After the first thing that is not there, nothing is.
class LineScanner
{
public:
    explicit LineScanner(std::string_view line)
        : m_rest(line)
    {
    }

    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return fail();
        m_rest.remove_prefix(text.size());
        return m_isGood;
    }

    /// A number without leading zeros.
    bool take(qint64 &number)
    {
        const std::size_t digits = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        if (digits == 0 || digits > MaxDigits || (digits > 1 && m_rest.front() == '0'))
            return fail();
        std::from_chars(m_rest.data(), m_rest.data() + digits, number);
        m_rest.remove_prefix(digits);
        return m_isGood;
    }

    bool take(UtcMicros &time)
    {
        const bool isNegative = m_rest.starts_with('-');
        m_rest.remove_prefix(isNegative ? 1 : 0);
        if (!take(time.value))
            return false;
        if (isNegative && time.value == 0)
            return fail();
        time.value = isNegative ? -time.value : time.value;
        return m_isGood;
    }

    bool take(Digest &hash)
    {
        const std::string_view digits = m_rest.substr(0, HashDigits);
        const auto read = digestFromHex(QByteArrayView(digits.data(), static_cast<qsizetype>(digits.size())));
        if (!read)
            return fail();
        hash = *read;
        m_rest.remove_prefix(HashDigits);
        return m_isGood;
    }

    /// Base64, not empty, up to a quote.
    bool takeBase64(std::string &bytes)
    {
        const std::string_view text = m_rest.substr(0, m_rest.find('"'));
        const auto decoded = QByteArray::fromBase64Encoding(
            QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || text.empty())
            return fail();
        // Padding may be missing, and its bits may be set: then the same bytes have another text.
        std::string exact;
        appendBytes(decoded.decoded.toBase64(), exact);
        if (exact != text)
            return fail();
        bytes = decoded.decoded.toStdString();
        m_rest.remove_prefix(text.size());
        return m_isGood;
    }

    [[nodiscard]] bool startsWith(std::string_view text) const { return m_rest.starts_with(text); }
    /// What is left before an end that is taken with it; empty where there is no such end.
    std::string_view takeUpTo(std::string_view end)
    {
        if (!m_isGood || !m_rest.ends_with(end))
            return {};
        const std::string_view text = m_rest.substr(0, m_rest.size() - end.size());
        m_rest = {};
        return text;
    }

    [[nodiscard]] bool isComplete() const { return m_isGood && m_rest.empty(); }

private:
    bool fail()
    {
        m_isGood = false;
        m_rest = {};
        return false;
    }

    std::string_view m_rest;
    bool m_isGood = true;
};

} // namespace

void appendProofLine(const ProofLine &proof, std::string &out)
{
    out += "{\"leaf\":" + std::to_string(proof.leaf);
    out += ",\"received\":" + std::to_string(proof.received.value);
    out += ",\"created\":" + std::to_string(proof.created.value);
    out += ",\"replaces\":" + (proof.replaces ? std::to_string(*proof.replaces) : std::string("null"));
    out += ",\"hash\":\"";
    appendBytes(hex(proof.hash), out);
    out += '"';
    if (!proof.raw.empty()) {
        const QByteArray raw =
            QByteArray::fromRawData(proof.raw.data(), static_cast<qsizetype>(proof.raw.size()));
        out += ",\"raw\":\"";
        appendBytes(raw.toBase64(), out);
        out += '"';
    }
    out += "}\n";
}

std::optional<ProofLine> parseProofLine(std::string_view line)
{
    ProofLine proof;
    LineScanner scanner(line);
    if (!scanner.take("{\"leaf\":") || !scanner.take(proof.leaf) || !scanner.take(",\"received\":")
        || !scanner.take(proof.received) || !scanner.take(",\"created\":") || !scanner.take(proof.created)
        || !scanner.take(",\"replaces\":"))
        return {};
    if (scanner.startsWith("null")) {
        scanner.take("null");
    } else if (qint64 replaced = 0; scanner.take(replaced)) {
        proof.replaces = replaced;
    }
    if (!scanner.take(",\"hash\":\"") || !scanner.take(proof.hash) || !scanner.take("\""))
        return {};
    if (scanner.startsWith(",\"raw\":\"")
        && (!scanner.take(",\"raw\":\"") || !scanner.takeBase64(proof.raw) || !scanner.take("\"")))
        return {};
    scanner.take("}\n");
    return scanner.isComplete() ? std::optional(std::move(proof)) : std::nullopt;
}

void appendNodeLine(const NodeLine &node, std::string &out)
{
    out += "{\"level\":" + std::to_string(node.part.level);
    out += ",\"number\":" + std::to_string(node.part.number) + ",\"hash\":\"";
    appendBytes(hex(node.hash), out);
    out += "\"}\n";
}

std::optional<NodeLine> parseNodeLine(std::string_view line)
{
    NodeLine node;
    qint64 level = 0;
    LineScanner scanner(line);
    if (!scanner.take("{\"level\":") || !scanner.take(level) || !scanner.take(",\"number\":")
        || !scanner.take(node.part.number) || !scanner.take(",\"hash\":\"") || !scanner.take(node.hash)
        || !scanner.take("\"}\n") || !scanner.isComplete())
        return {};
    // A level that no tree has is refused where the parts are put together.
    node.part.level = static_cast<int>(std::min<qint64>(level, Subtree::MaxLevel + 1));
    return node;
}

void appendSizeLine(qint64 size, std::string &out)
{
    out += "{\"size\":" + std::to_string(size) + "}\n";
}

std::optional<qint64> parseSizeLine(std::string_view line)
{
    qint64 size = 0;
    LineScanner scanner(line);
    scanner.take("{\"size\":");
    scanner.take(size);
    scanner.take("}\n");
    return scanner.isComplete() ? std::optional(size) : std::nullopt;
}

void appendRecordLine(const RecordLine &record, std::string &out)
{
    out += "{\"leaf\":" + std::to_string(record.leaf) + ",\"record\":";
    out += record.json;
    out += "}\n";
}

std::optional<RecordLine> parseRecordLine(std::string_view line)
{
    RecordLine record;
    LineScanner scanner(line);
    if (!scanner.take("{\"leaf\":") || !scanner.take(record.leaf) || !scanner.take(",\"record\":"))
        return {};
    record.json = scanner.takeUpTo("}\n");
    const bool isObject = record.json.size() >= 2 && record.json.front() == '{' && record.json.back() == '}';
    return isObject ? std::optional(record) : std::nullopt;
}

} // namespace Trailglass
