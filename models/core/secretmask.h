// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretruns.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace Trailglass {

class SecretMarker;
struct PlacedBytes;

/// Takes credentials out of what a server wrote, in whatever form the server gives them back.
///
/// Replaced by `•••` is every run of a secret's bytes that is long enough: half the secret, but at least
/// ShortestRun and at most LongestRun bytes. So a secret without its scheme, cut or in parts is found as well
/// as a whole one, while a few characters (a server's "ends with 4711") and the ordinary words of short
/// secrets stay. A secret shorter than ShortestRun is found whole only, and only where no letter or digit
/// adjoins it.
///
/// The forms: as it is; with any of its characters escaped (see PlacedBytes), several times over; form-encoded,
/// with `+` for a space; in hexadecimal; and in base64 or base64url, by itself or at any place in a longer text;
/// all without regard to the case of ASCII letters. (Base64 and hexadecimal of a secret shorter than
/// ShortestEncoded are ordinary words, and stay.) Each of them also with whitespace, line breaks or characters without a
/// width in between, where LongestRun bytes are left without them. And the first and last bytes with stars, bullets or
/// dots between them (`sk_l****cdef`), where both together are as many as a run.
///
/// Events are not the mask's business: their raw bytes are evidence and are stored as they came, also where a
/// key is in them.
///
/// Holds hashes, never a secret.
/// \thread value type, as any
class SecretMask
{
public:
    static constexpr std::size_t ShortestRun = 6;
    static constexpr std::size_t LongestRun = 8;
    static constexpr std::size_t ShortestEncoded = 5;

    /// Hides nothing until something is added.
    /// \param publicWords  which everybody knows, such as a vendor's name: a part of a secret that is one of
    /// them, or a part of one, is left
    explicit SecretMask(const QStringList &publicWords = {});

    /// Hides \a secret. Nothing happens when it is empty.
    void add(QByteArrayView secret);

    /// Hides \a text where all of it stands: neither a part of it nor base64 or hexadecimal of it.
    void addWhole(QByteArrayView text);

    /// The text with what is to be hidden replaced. Anything else in it stays as it is.
    ///
    /// Linear in the length: about twenty milliseconds for 64 KiB and three credentials.
    [[nodiscard]] QString masked(const QString &text) const;

private:
    void addForms(const std::string &secret);
    void addEncoded(const std::string &secret, std::size_t run, SecretRuns::Where where);
    void addRuns(const SecretRuns::Form &form, const std::string &bytes);
    void look(SecretMarker &marker, PlacedBytes layer, bool isJoined) const;

    std::uint64_t m_base; ///< of the hashes, by chance
    std::vector<std::string> m_publicWords; ///< normalized
    std::vector<SecretRuns> m_runs;
    SecretEnds m_ends;
};

} // namespace Trailglass
