// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonsearch.h"

#include "models/json/jsonchildscanner.h"
#include "models/table/jsontreemodel.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

using Token = JsonTokenReader::Token;

JsonSearch::JsonSearch(std::shared_ptr<const std::string> raw, std::string_view needle)
    : m_searcher(needle)
{
    enter(std::move(raw));
}

bool JsonSearch::step(std::size_t bytes)
{
    for (std::size_t read = 0; read < bytes && !m_levels.empty() && !m_cut;)
        read += readToken();
    return !m_levels.empty() && !m_cut;
}

void JsonSearch::enter(std::shared_ptr<const std::string> text)
{
    const auto nesting = static_cast<int>(m_place.size());
    const std::string_view bytes = *text;
    m_levels.push_back({std::move(text), JsonTokenReader(bytes, nesting)});
}

std::size_t JsonSearch::readToken()
{
    JsonTokenReader &reader = m_levels.back().reader;
    const std::size_t before = reader.position();
    const Token token = reader.next();
    const std::size_t read = reader.position() - before + 1;
    switch (token) {
    case Token::BeginObject:
    case Token::BeginArray:
        // The outermost brackets of a level have no row of their own: they are the document, or the string's
        // row.
        if (reader.nesting() > 1)
            startValue();
        m_place.push_back(-1);
        break;
    case Token::End:
        m_place.pop_back();
        break;
    case Token::Name:
        m_nameMatches = holds(reader.value());
        break;
    case Token::Scalar:
        takeScalar(reader.value());
        break;
    case Token::Done:
    case Token::Broken:
        // Only whole JSON is entered inside a string, so it is the document that is broken.
        if (token == Token::Broken)
            m_levels.clear();
        else
            m_levels.pop_back();
        break;
    }
    return read;
}

void JsonSearch::takeScalar(const JsonValueView &value)
{
    if (m_place.empty())
        m_place.push_back(-1); // the document is this scalar
    const bool isReported = startValue();
    if (value.kind == JsonKind::String) {
        if (auto inside = jsonInside(value.token)) {
            enter(std::make_shared<const std::string>(std::move(*inside)));
            return;
        }
    }
    if (!isReported && holds(value))
        report();
}

bool JsonSearch::startValue()
{
    ++m_place.back();
    const bool isNamed = std::exchange(m_nameMatches, false);
    if (isNamed)
        report();
    return isNamed;
}

void JsonSearch::report()
{
    if (std::ranges::any_of(m_place, [](int row) { return row >= JsonTreeModel::MaxRows; }))
        return;
    m_matches.push_back(m_place);
    m_numbers += m_place.size();
    m_cut = m_matches.size() >= MaxMatches || m_numbers >= MaxPlaceNumbers;
}

bool JsonSearch::holds(const JsonValueView &value) const
{
    const bool isString = value.kind == JsonKind::String;
    if (!isString || value.token.find('\\') == std::string_view::npos) {
        const std::string_view text = isString ? insideOf(value.token) : value.token;
        return m_searcher.contains(text);
    }
    return m_searcher.contains(value.text());
}

} // namespace Trailglass
