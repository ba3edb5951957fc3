// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/shownstretches.h"

#include "models/core/text.h"
#include "models/json/utf8.h"

namespace Trailglass {

namespace {

constexpr std::size_t MaxSame = 160; ///< bytes of a stretch that is the same
constexpr std::size_t MaxChanged = 1'000;
constexpr std::size_t MaxLine = 2'000; ///< of all stretches

/// The longest beginning of at most \a bytes that ends between characters.
std::string_view head(std::string_view text, std::size_t bytes)
{
    if (bytes >= text.size())
        return text;
    while (bytes > 0 && isContinuationByte(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

std::string_view tail(std::string_view text, std::size_t bytes)
{
    if (bytes >= text.size())
        return text;
    std::size_t start = text.size() - bytes;
    while (start < text.size() && isContinuationByte(text[start]))
        ++start;
    return text.substr(start);
}

QString cutStretch(const TextStretch &stretch, std::size_t room, bool &isCut)
{
    const std::size_t most = std::min(stretch.isChanged ? MaxChanged : MaxSame, room);
    if (stretch.text.size() <= most)
        return visibleText(stretch.text);
    isCut = true;
    if (stretch.isChanged)
        return visibleText(head(stretch.text, most)) + u'…';
    return visibleText(head(stretch.text, most / 2)) + QStringLiteral(" … ")
        + visibleText(tail(stretch.text, most / 2));
}

} // namespace

ShownLine shownLine(const std::vector<TextStretch> &stretches)
{
    ShownLine line;
    std::size_t room = MaxLine;
    for (const TextStretch &stretch : stretches) {
        if (room == 0) {
            line.isCut = true;
            break;
        }
        line.stretches.push_back({cutStretch(stretch, room, line.isCut), stretch.isChanged});
        room -= std::min({room, stretch.text.size(), MaxChanged});
    }
    return line;
}

ShownLine shownText(std::string_view text, bool isChanged)
{
    if (text.empty())
        return {};
    return shownLine({{text, isChanged}});
}

} // namespace Trailglass
