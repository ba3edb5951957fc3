// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/shownrecord.h"

#include "models/json/utf8.h"
#include "models/table/celltext.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

static_assert(ShownRecord::MaxTextBytes >= 4 * static_cast<std::size_t>(MaxShownCharacters));

constexpr std::size_t OwnTexts = 19;

/// All texts of a record but raw.
template <class Record>
auto ownTexts(Record &record)
{
    auto &event = record.event;
    return std::array{&record.source,     &event.id,          &event.action,      &event.category,
                      &event.actor.id,    &event.actor.email, &event.actor.name,  &event.actor.type,
                      &event.target.id,   &event.target.name, &event.target.type, &event.ip,
                      &event.userAgent,   &event.channel,     &event.workspace,   &event.environment,
                      &event.correlation, &event.message,     &record.note};
}

/// A text of more than \a limit bytes cut to whole characters. It stays longer than the limit, which shows
/// that it is cut.
std::string cut(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return std::string(text);
    std::size_t end = limit + 1;
    for (int back = 0; back < 3 && end < text.size() && isContinuationByte(text[end]); ++back)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

/// What each of \a count texts may have.
std::size_t limitOf(std::size_t bytes, std::size_t count)
{
    return bytes <= ShownRecord::MaxBytes
        ? ShownRecord::MaxTextBytes
        : std::min(ShownRecord::MaxBytes / count, ShownRecord::MaxTextBytes);
}

} // namespace

std::size_t ShownRecord::bytes() const
{
    std::size_t bytes = 0;
    for (const std::string *text : ownTexts(record))
        bytes += text->size();
    for (const std::string &text : texts)
        bytes += text.size();
    return bytes;
}

CellProjection::CellProjection(const std::vector<Column> &columns)
{
    for (const Column &column : columns) {
        if (column.needsRaw() && !placeOf(column))
            m_columns.push_back(column);
    }
}

std::optional<std::size_t> CellProjection::placeOf(const Column &column) const
{
    const auto found = std::ranges::find(m_columns, column);
    return found == m_columns.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

ShownRecord CellProjection::read(EventRecord &&record) const
{
    ShownRecord shown;
    std::size_t bytes = 0;
    for (const std::string *text : ownTexts(record)) {
        bytes += std::min(text->size(), ShownRecord::MaxTextBytes);
        shown.isWhole = shown.isWhole && text->size() <= ShownRecord::MaxTextBytes;
    }
    std::string scratch;
    for (const Column &column : m_columns) {
        shown.texts.push_back(cut(cellText(record, column, scratch), ShownRecord::MaxTextBytes));
        bytes += shown.texts.back().size();
    }
    std::string().swap(record.event.raw);
    shown.record = std::move(record);
    shown.limit = limitOf(bytes, OwnTexts + m_columns.size());
    if (shown.isWhole && shown.limit == ShownRecord::MaxTextBytes)
        return shown;
    for (std::string *text : ownTexts(shown.record)) {
        shown.isWhole = shown.isWhole && text->size() <= shown.limit;
        *text = cut(*text, shown.limit);
    }
    if (shown.limit < ShownRecord::MaxTextBytes) {
        for (std::string &text : shown.texts)
            text = cut(text, shown.limit);
    }
    return shown;
}

} // namespace Trailglass
