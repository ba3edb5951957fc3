// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/mutator.h"

#include <iterator>

namespace Trailglass {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view Pieces[] = {"\""sv,
                                       "\\"sv,
                                       "{"sv,
                                       "}"sv,
                                       "["sv,
                                       "]"sv,
                                       ","sv,
                                       ":"sv,
                                       "\n"sv,
                                       "\r\n"sv,
                                       " "sv,
                                       "\\u"sv,
                                       "\\ud8"sv,
                                       "0"sv,
                                       "-"sv,
                                       "1e"sv,
                                       "."sv,
                                       "true"sv,
                                       "nul"sv,
                                       "{}"sv,
                                       "[]"sv,
                                       "\0"sv,
                                       "\x1F"sv,
                                       "\x80"sv,
                                       "\xED\xA0\x80"sv,
                                       "\xF0\x9F"sv,
                                       "\xC3\xA9"sv,
                                       "\"data\":["sv,
                                       "\xEF\xBB\xBF"sv,
                                       ",{"sv,
                                       "\"},"sv,
                                       "]}"sv};

constexpr std::size_t LongestText = 16'000; // more than any seed

} // namespace

Mutator::Mutator(std::vector<std::string> corpus, std::uint64_t seed)
    : m_corpus(std::move(corpus))
    , m_random(seed)
{
}

std::string Mutator::next()
{
    std::string text = m_corpus[below(m_corpus.size())];
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i)
        change(text);
    return text.substr(0, LongestText);
}

void Mutator::change(std::string &text)
{
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(text.size() - at + 1) % 40;
    switch (below(6)) {
    case 0:
        text.insert(at, Pieces[below(std::size(Pieces))]);
        break;
    case 1:
        text.replace(at, length, Pieces[below(std::size(Pieces))]);
        break;
    case 2:
        text.erase(at, length);
        break;
    case 3:
        text.insert(at, text.substr(at, length));
        break;
    case 4:
        if (at < text.size())
            text[at] = static_cast<char>(below(256));
        break;
    default: {
        const std::string &other = m_corpus[below(m_corpus.size())];
        text = text.substr(0, at) + other.substr(below(other.size() + 1));
        break;
    }
    }
}

} // namespace Trailglass
