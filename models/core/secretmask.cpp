// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretmask.h"

#include "models/core/placedbytes.h"
#include "models/core/secretmarker.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

/// How many times over a text may be escaped and still be read: a proxy quotes a page that quotes a URL.
constexpr int EscapeLevels = 4;

constexpr std::size_t BitsAByte = 8;
constexpr std::size_t BitsASextet = 6; ///< of one base64 character
constexpr std::size_t BytesAGroup = 3; ///< that become four base64 characters

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

PlacedBytes placed(const std::string &bytes)
{
    return {bytes, std::vector<PlacedBytes::Place>(bytes.size())};
}

/// A secret may itself hold what looks like an escape.
std::string unescapedThroughout(const std::string &secret)
{
    PlacedBytes read = placed(secret);
    for (int level = 0; level < EscapeLevels; ++level) {
        auto next = read.unescaped();
        if (!next)
            break;
        read = *std::move(next);
    }
    return read.bytes;
}

} // namespace

SecretMask::SecretMask(const QStringList &publicWords)
    : m_base(QRandomGenerator::system()->generate64() | 1U)
    , m_ends(m_base)
{
    for (const QString &word : publicWords)
        m_publicWords.push_back(normalizedBytes(word.toStdString(), SecretAlphabet::Text));
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
    const auto size = static_cast<std::size_t>(text.size());
    addRuns({SecretAlphabet::Text, size, SecretRuns::Where::Anywhere}, std::string(text.data(), size));
}

void SecretMask::addForms(const std::string &secret)
{
    using Where = SecretRuns::Where;
    const std::size_t run = runLength(secret.size());
    const bool isShort = secret.size() < ShortestRun;
    addRuns({SecretAlphabet::Text, run, isShort ? Where::AsWord : Where::Anywhere}, secret);
    if (secret.size() >= ShortestEncoded)
        addEncoded(secret, run, Where::Anywhere);
    if (isShort)
        return;
    m_ends.add(normalizedBytes(secret, SecretAlphabet::Text), run);
    // Half of a short secret is in two ordinary words soon, so there has to be more of it.
    const std::string joined = placed(secret).withoutSpaces().bytes;
    if (joined.size() >= ShortestRun)
        addRuns({SecretAlphabet::Text, std::min(joined.size(), LongestRun), Where::Joined}, joined);
    addEncoded(secret, std::min(secret.size(), LongestRun), Where::Joined);
}

void SecretMask::addEncoded(const std::string &secret, std::size_t run, SecretRuns::Where where)
{
    const QByteArray bytes(secret.data(), static_cast<qsizetype>(secret.size()));
    addRuns({SecretAlphabet::Text, 2 * run, where}, bytes.toHex().toStdString());
    for (std::size_t offset = 0; offset < BytesAGroup; ++offset)
        addRuns({SecretAlphabet::Base64, base64Length(run), where}, base64Core(secret, offset));
}

void SecretMask::addRuns(const SecretRuns::Form &form, const std::string &bytes)
{
    if (form.length == 0)
        return;
    auto runs = std::ranges::find(m_runs, form, &SecretRuns::form);
    if (runs == m_runs.end())
        runs = m_runs.insert(m_runs.end(), SecretRuns(form, m_base));
    runs->add(normalizedBytes(bytes, form.alphabet), m_publicWords);
}

void SecretMask::look(SecretMarker &marker, PlacedBytes layer, bool isJoined) const
{
    for (int level = 0; level <= EscapeLevels; ++level) {
        if (isJoined)
            layer = layer.withoutSpaces();
        const std::string text = normalizedBytes(layer.bytes, SecretAlphabet::Text);
        const std::string base64 = normalizedBytes(layer.bytes, SecretAlphabet::Base64);
        for (const SecretRuns &runs : m_runs) {
            if ((runs.form().where == SecretRuns::Where::Joined) == isJoined)
                marker.look(layer, runs.form().alphabet == SecretAlphabet::Text ? text : base64, runs);
        }
        marker.look(layer, text, m_ends);
        auto next = layer.unescaped();
        if (!next)
            break;
        layer = *std::move(next);
    }
}

QString SecretMask::masked(const QString &text) const
{
    if (m_runs.empty() || text.isEmpty())
        return text;
    SecretMarker marker(text);
    const PlacedBytes plain = PlacedBytes::fromText(text);
    look(marker, plain, false);
    look(marker, plain, true);
    return marker.hidden();
}

} // namespace Trailglass
