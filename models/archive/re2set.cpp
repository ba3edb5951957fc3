// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/re2set.h"

#include "models/archive/re2text.h"
#include "models/filter/casefold.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

/// Characters of a range that ignores case, which are written one by one.
constexpr char32_t MaxRangeWithoutCase = 2'000;

struct NamedSet
{
    std::u32string_view name; ///< with its brackets
    std::string_view members;
    bool dependsOnCase = false;
};

// As in the C locale, which is PCRE2's unless it is compiled for Unicode classes.
constexpr std::array NamedSets{
    NamedSet{U"[:alpha:]", "A-Za-z"},         NamedSet{U"[:digit:]", "0-9"},
    NamedSet{U"[:alnum:]", "0-9A-Za-z"},      NamedSet{U"[:upper:]", "A-Z", true},
    NamedSet{U"[:lower:]", "a-z", true},      NamedSet{U"[:space:]", Re2Spaces},
    NamedSet{U"[:blank:]", "\\x{9}\\x{20}"},  NamedSet{U"[:xdigit:]", "0-9A-Fa-f"},
    NamedSet{U"[:word:]", Re2WordCharacters}, NamedSet{U"[:punct:]", "!-\\x{2f}:-@\\x{5b}-`\\x{7b}-\\x{7e}"},
};

class SetWriter
{
public:
    SetWriter(RegexReader &reader, bool ignoreCase)
        : m_reader(reader)
        , m_ignoreCase(ignoreCase)
    {
    }

    std::string write()
    {
        m_text = m_reader.take(U"^") ? "[^" : "[";
        // A bracket at the start of a set is one of its characters.
        bool isFirst = true;
        while (!m_reader.isAtEnd() && (isFirst || !m_reader.isAt(U']'))) {
            writeMember();
            isFirst = false;
        }
        if (!m_reader.take(U"]"))
            m_reader.fail(Re2Obstacle::Set);
        return m_text + ']';
    }

private:
    void writeMember()
    {
        if (writeClass())
            return;
        const char32_t first = takeCharacter();
        const bool isRange = m_reader.isAt(U'-') && m_reader.peek(1) != U']';
        if (!isRange) {
            writeRange(first, first);
            return;
        }
        m_reader.take(U"-");
        const char32_t last = m_reader.isAtEnd() || isAtClass() ? RegexReader::EndOfPattern : takeCharacter();
        if (last == RegexReader::EndOfPattern || last < first)
            m_reader.fail(Re2Obstacle::Set);
        else
            writeRange(first, last);
    }

    [[nodiscard]] bool isAtClass() const
    {
        constexpr std::u32string_view Classes = U"dwsDWS";
        return isAtNamedSet()
            || (m_reader.isAt(U'\\') && Classes.find(m_reader.peek(1)) != std::u32string_view::npos);
    }

    [[nodiscard]] bool isAtNamedSet() const
    {
        constexpr std::u32string_view Openings = U":.=";
        return m_reader.isAt(U'[') && Openings.find(m_reader.peek(1)) != std::u32string_view::npos;
    }

    /// Writes the members of a class, if one is next.
    bool writeClass()
    {
        if (!isAtClass())
            return false;
        if (m_reader.take(U"\\")) {
            const bool isNegated = m_reader.isAt(U'D') || m_reader.isAt(U'W') || m_reader.isAt(U'S');
            m_text += m_reader.takeClass().value_or(std::string_view());
            if (isNegated)
                m_reader.fail(Re2Obstacle::Set);
            return true;
        }
        const auto named =
            std::ranges::find_if(NamedSets, [this](const NamedSet &set) { return m_reader.take(set.name); });
        if (named == NamedSets.end() || (m_ignoreCase && named->dependsOnCase))
            m_reader.fail(Re2Obstacle::Set);
        else
            m_text += named->members;
        return true;
    }

    char32_t takeCharacter()
    {
        if (!m_reader.take(U"\\"))
            return m_reader.next();
        if (m_reader.take(U"b"))
            return U'\b';
        return m_reader.takeEscapedCharacter();
    }

    void writeRange(char32_t first, char32_t last)
    {
        if (first == RegexReader::EndOfPattern)
            return; // failed
        if (!m_ignoreCase) {
            appendRe2Character(m_text, first);
            if (last > first) {
                m_text += '-';
                appendRe2Character(m_text, last);
            }
            return;
        }
        if (last - first > MaxRangeWithoutCase) {
            m_reader.fail(Re2Obstacle::Set);
            return;
        }
        for (char32_t character = first; character <= last; ++character) {
            std::u32string forms = Filter::foldingClass(Filter::foldedCodePoint(character));
            std::ranges::sort(forms);
            for (const char32_t form : forms)
                appendRe2Character(m_text, form);
        }
    }

    RegexReader &m_reader;
    bool m_ignoreCase;
    std::string m_text;
};

} // namespace

std::string re2Set(RegexReader &reader, bool ignoreCase)
{
    return SetWriter(reader, ignoreCase).write();
}

} // namespace Trailglass
