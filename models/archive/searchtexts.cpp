// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/searchtexts.h"

#include "models/archive/textforms.h"
#include "models/core/field.h"
#include "models/core/timefield.h"
#include "models/filter/ipaddress.h"
#include "models/filter/normalization.h"
#include "models/json/jsonstring.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Trailglass {

namespace {

bool startsSettled(std::string_view text)
{
    std::size_t position = 0;
    return text.empty() || Filter::isSettled(nextCodePoint(text, position));
}

/// Whether everything that a search finds in \a part it finds in \a whole.
///
/// The same bytes are not enough: a search compares composed letters, so that the part must not be followed, or begin,
/// with a mark that belongs to another letter there.
bool holdsText(std::string_view whole, std::string_view part)
{
    // std::string_view::find() may take the product of both lengths.
    const void *const found = memmem(whole.data(), whole.size(), part.data(), part.size());
    if (!found || !startsSettled(part))
        return false;
    const auto place = static_cast<std::size_t>(static_cast<const char *>(found) - whole.data());
    return startsSettled(whole.substr(place + part.size()));
}

/// Whether free text is searched in the text of the field.
bool isSearched(Field field)
{
    return !isTime(field) && field != Field::Raw;
}

} // namespace

void readSearchTexts(const EventRecord &record, SearchTexts &out)
{
    const std::string &raw = record.event.raw;
    out.decoded.clear();
    out.extra.clear();
    if (raw.find('\\') != std::string::npos)
        appendDecodedJsonString(out.decoded, raw);
    std::array<std::string_view, FieldCount> seen;
    auto end = seen.begin();
    std::string scratch; // no searched text is composed
    for (const Field field : allFields()) {
        const std::string_view text =
            isSearched(field) ? fieldText(record, field, scratch) : std::string_view();
        if (text.empty() || std::find(seen.begin(), end, text) != end)
            continue;
        *end++ = text;
        if (holdsText(raw, text) || holdsText(out.decoded, text))
            continue;
        if (!out.extra.empty())
            out.extra += SearchTexts::Separator;
        const auto composed = composedForm(text);
        out.extra += composed ? std::string_view(*composed) : text;
    }
    if (auto composed = composedForm(out.decoded))
        out.decoded = *std::move(composed);
}

std::string addressKey(std::string_view ip)
{
    std::string key;
    for (const Filter::WrittenAddress &written : Filter::addressesIn(ip)) {
        for (const std::uint8_t byte : written.address.bytes)
            key += static_cast<char>(byte);
    }
    return key;
}

} // namespace Trailglass
