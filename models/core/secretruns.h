// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace Trailglass {

/// Which bytes count as the same.
enum class SecretAlphabet
{
    Text, ///< ASCII letters of either case; `+` and a space
    Base64, ///< letters of either case, since a host name has one; `-` and `+`, `_` and `/`
};

/// The bytes with one in the place of all that count as the same. As many as before.
[[nodiscard]] std::string normalizedBytes(std::string bytes, SecretAlphabet alphabet);

/// Of ASCII, and every byte of other characters.
[[nodiscard]] constexpr bool isAlphanumeric(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || static_cast<unsigned char>(byte) >= 0x80;
}

/// A set of hashes that most lookups leave after one bit.
class HashSet
{
public:
    void insert(std::uint64_t hash);
    [[nodiscard]] bool contains(std::uint64_t hash) const;

private:
    std::unordered_set<std::uint64_t> m_hashes;
    std::vector<bool> m_isLikely; ///< by the upper bits of a hash: what is not, is not in the set
};

/// The hash of the last bytes, as many as a run has: of the next run from that of the one before.
class RollingHash
{
public:
    /// \param base  odd
    RollingHash(std::uint64_t base, std::size_t length);

    /// Takes bytes[index], after those before it.
    void take(const std::string &bytes, std::size_t index);

    [[nodiscard]] std::uint64_t value() const { return m_value; }

    /// What a byte counts. Never 0, so that length counts.
    [[nodiscard]] static std::uint64_t code(char byte)
    {
        return static_cast<unsigned char>(byte) + std::uint64_t{1};
    }

private:
    std::uint64_t m_base;
    std::size_t m_length;
    std::uint64_t m_power = 1;
    std::uint64_t m_value = 0;
};

/// The runs of one length of secrets in one form, as hashes. Finds them in other bytes.
class SecretRuns
{
public:
    enum class Where
    {
        Anywhere,
        AsWord, ///< counts only where no letter or digit adjoins
        Joined, ///< in bytes that whitespace was taken out of
    };

    struct Form
    {
        SecretAlphabet alphabet;
        std::size_t length; ///< of a run, in bytes, at least 1
        Where where;

        friend bool operator==(const Form &, const Form &) = default;
    };

    /// \param base  of the hashes: odd, the same for all of a mask
    SecretRuns(const Form &form, std::uint64_t base)
        : m_form(form)
        , m_base(base)
    {
    }

    [[nodiscard]] const Form &form() const { return m_form; }

    /// Adds each run of \a secret but those that are in a public word, unless the run is the whole secret.
    /// \param secret, publicWords  normalized
    void add(const std::string &secret, const std::vector<std::string> &publicWords);

    /// Calls \a found with where each run begins, in order.
    /// \param bytes  normalized
    template <typename Found>
    void find(const std::string &bytes, Found found) const
    {
        RollingHash hash(m_base, m_form.length);
        for (std::size_t end = 1; end <= bytes.size(); ++end) {
            hash.take(bytes, end - 1);
            if (end >= m_form.length && m_hashes.contains(hash.value())
                && counts(bytes, end - m_form.length, end))
                found(end - m_form.length);
        }
    }

private:
    [[nodiscard]] bool counts(const std::string &bytes, std::size_t begin, std::size_t end) const;

    Form m_form;
    std::uint64_t m_base;
    HashSet m_hashes;
};

/// The first and last bytes of secrets as servers show them, with stars or dots in the place of the others:
/// `sk_l****cdef`. As hashes.
class SecretEnds
{
public:
    /// \param base  odd
    explicit SecretEnds(std::uint64_t base)
        : m_base(base)
    {
    }

    /// Adds the ends of \a secret that together have at least \a least bytes. What has as many at one side is a run, and
    /// not added.
    /// \param secret  normalized text, longer than \a least
    void add(const std::string &secret, std::size_t least);

    struct Span
    {
        std::size_t begin; ///< of the first bytes
        std::size_t end; ///< of the last bytes, exclusive
    };

    /// What is shown of secrets in \a bytes, in order.
    /// \param bytes  normalized text
    [[nodiscard]] std::vector<Span> find(const std::string &bytes) const;

private:
    [[nodiscard]] Span around(const std::string &bytes, const Span &gap) const;

    std::uint64_t m_base;
    HashSet m_hashes;
};

} // namespace Trailglass
