// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/re2pattern.h"

#include "models/archive/re2set.h"
#include "models/archive/re2text.h"
#include "models/archive/regexreader.h"
#include "models/core/translation.h"
#include "models/filter/casefold.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t MaxRepeats = 1'000; ///< of repetitions inside one another; RE2 has this limit
/// Of instructions that a pattern takes in RE2, by a guess that is rather too high; RE2 gives up at some 87,000.
constexpr std::size_t MaxPatternSize = 50'000;

/// A part of the pattern for RE2.
struct Written
{
    std::string text = {};
    std::size_t size = 0;
    std::size_t repeats = 1; ///< of what is repeated most
};

/// What a quantifier can stand after.
struct Atom
{
    enum class Kind
    {
        Text,
        Assertion,
        End, ///< `$`, `\Z`: also before a last line feed
    };
    Written written;
    Kind kind = Kind::Text;
};

/// Reads a pattern as PCRE2 does and writes it part by part.
class Re2Writer
{
public:
    explicit Re2Writer(const Filter::RegexValue &regex)
        : m_reader(regex.pattern)
        , m_ignoreCase(regex.ignoreCase)
    {
    }

    std::variant<std::string, Re2Obstacle> write()
    {
        Written whole = alternatives(true);
        if (!m_reader.isAtEnd())
            m_reader.fail(Re2Obstacle::Group);
        if (whole.size > MaxPatternSize || whole.repeats > MaxRepeats)
            m_reader.fail(Re2Obstacle::Repetition);
        if (m_reader.obstacle())
            return *m_reader.obstacle();
        return std::move(whole.text);
    }

private:
    /// \param isLast  whether nothing can follow
    Written alternatives(bool isLast)
    {
        Written all = sequence(isLast);
        while (m_reader.take(U"|")) {
            all.text += '|';
            append(all, sequence(isLast));
        }
        return all;
    }

    Written sequence(bool isLast)
    {
        Written all;
        while (!m_reader.isAtEnd() && !m_reader.isAt(U'|') && !m_reader.isAt(U')'))
            append(all, quantified(isLast));
        return all;
    }

    Written quantified(bool isLast)
    {
        Atom one = atom(isLast);
        const auto quantifier = m_reader.takeQuantifier();
        if (quantifier && one.kind != Atom::Kind::Text) {
            m_reader.fail(Re2Obstacle::Repetition);
        } else if (one.kind == Atom::Kind::End) {
            const bool isEnd = m_reader.isAtEnd() || m_reader.isAt(U'|') || m_reader.isAt(U')');
            if (!isLast || !isEnd)
                m_reader.fail(Re2Obstacle::InnerEnd);
        }
        Written written = std::move(one.written);
        if (!quantifier)
            return written;
        // A server takes the bytes before a quantifier for required, all but the last one.
        if (!written.text.empty() && static_cast<unsigned char>(written.text.front()) >= 0x80)
            written.text = '[' + written.text + ']';
        written.text += quantifier->text;
        const std::size_t times = std::max<std::size_t>(quantifier->max, 1);
        written.size = std::min(written.size * times, MaxPatternSize + 1);
        written.repeats = std::min(written.repeats * times, MaxRepeats + 1);
        return written;
    }

    Atom atom(bool isLast)
    {
        if (m_reader.take(U"."))
            return {set("[^\\x{a}]"), Atom::Kind::Text};
        if (m_reader.take(U"^"))
            return {{"\\A", 1}, Atom::Kind::Assertion};
        if (m_reader.take(U"$"))
            return end();
        if (m_reader.take(U"("))
            return {group(isLast), Atom::Kind::Text};
        if (m_reader.take(U"["))
            return {set(re2Set(m_reader, m_ignoreCase)), Atom::Kind::Text};
        if (m_reader.take(U"\\"))
            return escape();
        return {letter(m_reader.next()), Atom::Kind::Text};
    }

    static Atom end() { return {{"(?:\\x{a}?\\z)", 3}, Atom::Kind::End}; }

    static Written set(std::string text)
    {
        // The bytes of other characters than ASCII take a dozen instructions.
        const std::size_t size = 12 + 2 * text.size();
        return {std::move(text), size};
    }

    Written letter(char32_t character) const
    {
        Written written;
        if (!m_ignoreCase) {
            appendRe2Character(written.text, character);
        } else {
            std::u32string forms = Filter::foldingClass(Filter::foldedCodePoint(character));
            std::ranges::sort(forms);
            written.text = re2AnyOf(forms);
        }
        written.size = written.text.size();
        return written;
    }

    Written group(bool isLast)
    {
        m_reader.takeGroupHead();
        Written inside = alternatives(isLast && m_reader.isGroupLast());
        if (!m_reader.take(U")"))
            m_reader.fail(Re2Obstacle::Group);
        inside.text = "(?:" + inside.text + ')';
        return inside;
    }

    Atom escape()
    {
        if (const auto assertion = m_reader.takeAssertion())
            return {{std::string(*assertion), 1}, Atom::Kind::Assertion};
        if (m_reader.take(U"Z"))
            return end();
        const bool isNegated = m_reader.isAt(U'D') || m_reader.isAt(U'W') || m_reader.isAt(U'S');
        if (const auto members = m_reader.takeClass())
            return {set((isNegated ? "[^" : "[") + std::string(*members) + ']'), Atom::Kind::Text};
        const char32_t escaped = m_reader.takeEscapedCharacter();
        if (escaped == RegexReader::EndOfPattern)
            return {};
        return {letter(escaped), Atom::Kind::Text};
    }

    static void append(Written &all, const Written &part)
    {
        all.text += part.text;
        all.size = std::min(all.size + part.size, MaxPatternSize + 1);
        all.repeats = std::max(all.repeats, part.repeats);
    }

    RegexReader m_reader;
    bool m_ignoreCase;
};

} // namespace

QString obstacleText(Re2Obstacle obstacle)
{
    switch (obstacle) {
    case Re2Obstacle::LookAround:
        return Trailglass::tr("It looks at what comes before or after a match.");
    case Re2Obstacle::BackReference:
        return Trailglass::tr("It refers to what an earlier group has matched.");
    case Re2Obstacle::Atomic:
        return Trailglass::tr("It has an atomic group or a possessive quantifier.");
    case Re2Obstacle::Group:
        return Trailglass::tr("It has a condition, a recursion, a comment or another special group.");
    case Re2Obstacle::Flags:
        return Trailglass::tr("It has flags inside the pattern. Write /…/i to ignore case in all of it.");
    case Re2Obstacle::Verb:
        return Trailglass::tr("It has an instruction such as (*ACCEPT).");
    case Re2Obstacle::Escape:
        return Trailglass::tr("It has an escape such as \\B, \\p or \\X.");
    case Re2Obstacle::InnerEnd:
        return Trailglass::tr("It has $ or \\Z before its end.");
    case Re2Obstacle::Repetition:
        return Trailglass::tr("It repeats something too often or in an uncommon way.");
    case Re2Obstacle::Set:
        return Trailglass::tr(
            "It has a set in brackets with a class or a range that an archive does not know.");
    }
    return {};
}

std::variant<std::string, Re2Obstacle> re2Pattern(const Filter::RegexValue &regex)
{
    return Re2Writer(regex).write();
}

} // namespace Trailglass
