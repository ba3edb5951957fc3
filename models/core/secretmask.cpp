// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretmask.h"

#include "models/core/placedbytes.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// How many times over a text may be escaped and still be read: a proxy quotes a page that quotes a URL.
constexpr int EscapeLevels = 4;

constexpr unsigned HashBits = 64;
constexpr unsigned LikelyBits = 16;

constexpr std::size_t BitsAByte = 8;
constexpr std::size_t BitsASextet = 6; ///< of one base64 character
constexpr std::size_t BytesAGroup = 3; ///< that become four base64 characters

constexpr bool isAlphanumeric(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || static_cast<unsigned char>(byte) >= 0x80;
}

constexpr bool isBase64(char byte)
{
    return (isAlphanumeric(byte) && static_cast<unsigned char>(byte) < 0x80) || byte == '+' || byte == '/';
}

constexpr char inLowerCase(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr std::size_t runLength(std::size_t secretSize)
{
    return secretSize < SecretMask::ShortestRun
        ? secretSize
        : std::clamp((secretSize + 1) / 2, SecretMask::ShortestRun, SecretMask::LongestRun);
}

/// The base64 characters that depend on \a bytes alone when \a offset bytes (0 to 2) of something else are
/// before them in their group.
std::string base64Core(const std::string &bytes, std::size_t offset)
{
    const std::string text = std::string(offset, '\0') + bytes;
    const std::string encoded =
        QByteArray(text.data(), static_cast<qsizetype>(text.size())).toBase64().toStdString();
    const std::size_t begin = (offset * BitsAByte + BitsASextet - 1) / BitsASextet;
    const std::size_t end = text.size() * BitsAByte / BitsASextet;
    return end > begin ? encoded.substr(begin, end - begin) : std::string();
}

/// Base64 characters that \a bytes of a run fill in the worst case: up to four bits at its ends are in
/// characters that it shares.
constexpr std::size_t base64Length(std::size_t bytes)
{
    return (bytes * BitsAByte - 4) / BitsASextet;
}

/// A secret may itself hold what looks like an escape.
std::string unescapedThroughout(const std::string &secret)
{
    PlacedBytes read{secret, std::vector<PlacedBytes::Place>(secret.size())};
    for (int level = 0; level < EscapeLevels; ++level) {
        auto next = read.unescaped();
        if (!next)
            break;
        read = *std::move(next);
    }
    return read.bytes;
}

} // namespace

/// The hash of the last bytes, as many as a run has: of the next run from that of the one before.
class SecretMask::RollingHash
{
public:
    RollingHash(std::uint64_t base, std::size_t length)
        : m_base(base)
        , m_length(length)
    {
        for (std::size_t index = 0; index < length; ++index)
            m_power *= base;
    }

    /// Takes bytes[index], after those before it.
    void take(const std::string &bytes, std::size_t index)
    {
        m_value = m_value * m_base + code(bytes[index]);
        if (index >= m_length)
            m_value -= code(bytes[index - m_length]) * m_power;
    }

    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    /// Never 0, so that length counts.
    static std::uint64_t code(char byte) { return static_cast<unsigned char>(byte) + std::uint64_t{1}; }

    std::uint64_t m_base;
    std::size_t m_length;
    std::uint64_t m_power = 1;
    std::uint64_t m_value = 0;
};

void SecretMask::Runs::insert(std::uint64_t hash)
{
    isLikely.resize(std::size_t{1} << LikelyBits);
    isLikely[hash >> (HashBits - LikelyBits)] = true;
    hashes.insert(hash);
}

bool SecretMask::Runs::contains(std::uint64_t hash) const
{
    return !isLikely.empty() && isLikely[hash >> (HashBits - LikelyBits)] && hashes.contains(hash);
}

/// Which characters of a text are to be hidden.
class SecretMask::Marker
{
public:
    explicit Marker(qsizetype size)
        : m_isHidden(static_cast<std::size_t>(size), false)
    {
    }

    void look(const SecretMask &mask, const PlacedBytes &layer)
    {
        for (const Alphabet alphabet : {Alphabet::Text, Alphabet::Base64}) {
            const std::string bytes = normalized(layer.bytes, alphabet);
            for (const Runs &runs : mask.m_runs) {
                if (runs.alphabet == alphabet)
                    look(mask, layer, bytes, runs);
            }
        }
    }

    [[nodiscard]] QString hide(const QString &text) const
    {
        QString result;
        for (qsizetype index = 0; index < text.size(); ++index) {
            if (!isHidden(index))
                result += text[index];
            else if (index == 0 || !isHidden(index - 1))
                result += u"•••"_s;
        }
        return result;
    }

private:
    [[nodiscard]] bool isHidden(qsizetype index) const { return m_isHidden[static_cast<std::size_t>(index)]; }

    void look(const SecretMask &mask, const PlacedBytes &layer, const std::string &bytes, const Runs &runs)
    {
        RollingHash hash(mask.m_base, runs.length);
        for (std::size_t end = 1; end <= bytes.size(); ++end) {
            hash.take(bytes, end - 1);
            if (end < runs.length || !runs.contains(hash.value()))
                continue;
            const std::size_t begin = end - runs.length;
            const bool adjoins = (begin > 0 && isAlphanumeric(bytes[begin - 1]))
                || (end < bytes.size() && isAlphanumeric(bytes[end]));
            if (runs.isWord && adjoins)
                continue;
            if (runs.alphabet == Alphabet::Base64)
                markGroups(layer, bytes, begin, end);
            else
                mark(layer, begin, end);
        }
    }

    /// Takes a single character at either end of the run along, which the secret shares with what is next to
    /// it, and the padding.
    void markGroups(const PlacedBytes &layer, const std::string &bytes, std::size_t begin, std::size_t end)
    {
        const auto isCharacter = [&](std::size_t index) {
            return index < bytes.size() && isBase64(bytes[index]);
        };
        if (begin > 0 && isCharacter(begin - 1) && (begin == 1 || !isCharacter(begin - 2)))
            --begin;
        if (isCharacter(end) && !isCharacter(end + 1))
            ++end;
        for (int padding = 0; padding < 2 && end < bytes.size() && bytes[end] == '='; ++padding)
            ++end;
        mark(layer, begin, end);
    }

    void mark(const PlacedBytes &layer, std::size_t begin, std::size_t end)
    {
        const auto from = static_cast<std::ptrdiff_t>(layer.places[begin].begin);
        const auto to = static_cast<std::ptrdiff_t>(layer.places[end - 1].end);
        std::fill(m_isHidden.begin() + from, m_isHidden.begin() + to, true);
    }

    std::vector<bool> m_isHidden; ///< one a UTF-16 code unit
};

SecretMask::SecretMask(const QStringList &publicWords)
    : m_base(QRandomGenerator::system()->generate64() | 1U)
{
    for (const QString &word : publicWords)
        m_publicWords.push_back(normalized(word.toStdString(), Alphabet::Text));
}

void SecretMask::add(QByteArrayView secret)
{
    const std::string typed(secret.data(), static_cast<std::size_t>(secret.size()));
    addForms(typed);
    if (const std::string read = unescapedThroughout(typed); read != typed)
        addForms(read);
    // Words of a vendor come with each run of spaces as one.
    if (const QByteArray simple = secret.toByteArray().simplified(); simple != secret)
        addForms(simple.toStdString());
}

void SecretMask::addWhole(QByteArrayView text)
{
    addRuns(Alphabet::Text, std::string(text.data(), static_cast<std::size_t>(text.size())),
            static_cast<std::size_t>(text.size()));
}

void SecretMask::addForms(const std::string &secret)
{
    const std::size_t run = runLength(secret.size());
    addRuns(Alphabet::Text, secret, run, secret.size() < ShortestRun);
    if (secret.size() < ShortestEncoded)
        return;
    const QByteArray bytes(secret.data(), static_cast<qsizetype>(secret.size()));
    addRuns(Alphabet::Text, bytes.toHex().toStdString(), 2 * run);
    for (std::size_t offset = 0; offset < BytesAGroup; ++offset)
        addRuns(Alphabet::Base64, base64Core(secret, offset), base64Length(run));
}

void SecretMask::addRuns(Alphabet alphabet, std::string bytes, std::size_t length, bool isWord)
{
    if (length == 0)
        return;
    bytes = normalized(std::move(bytes), alphabet);
    auto runs = std::find_if(m_runs.begin(), m_runs.end(), [&](const Runs &known) {
        return known.alphabet == alphabet && known.length == length && known.isWord == isWord;
    });
    if (runs == m_runs.end())
        runs = m_runs.insert(m_runs.end(), {alphabet, length, isWord});
    RollingHash hash(m_base, length);
    for (std::size_t end = 1; end <= bytes.size(); ++end) {
        hash.take(bytes, end - 1);
        if (end < length)
            continue;
        const std::string run = bytes.substr(end - length, length);
        const bool isPublic = length < bytes.size()
            && std::any_of(m_publicWords.begin(), m_publicWords.end(),
                           [&](const std::string &word) { return word.find(run) != std::string::npos; });
        if (!isPublic)
            runs->insert(hash.value());
    }
}

std::string SecretMask::normalized(std::string bytes, Alphabet alphabet)
{
    for (char &byte : bytes) {
        if (alphabet == Alphabet::Text)
            byte = byte == '+' ? ' ' : inLowerCase(byte);
        else if (byte == '-')
            byte = '+';
        else if (byte == '_')
            byte = '/';
    }
    return bytes;
}

QString SecretMask::masked(const QString &text) const
{
    if (m_runs.empty() || text.isEmpty())
        return text;
    Marker marker(text.size());
    PlacedBytes layer = PlacedBytes::fromText(text);
    for (int level = 0; level <= EscapeLevels; ++level) {
        marker.look(*this, layer);
        auto next = layer.unescaped();
        if (!next)
            break;
        layer = *std::move(next);
    }
    return marker.hide(text);
}

} // namespace Trailglass
