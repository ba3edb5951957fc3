// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/showntextruns.h"

#include "models/core/text.h"
#include "models/json/utf8.h"

namespace Trailglass {

namespace {

constexpr std::size_t MaxSame = 160; ///< bytes of a run that is the same
constexpr std::size_t MaxChanged = 1'000;
constexpr std::size_t MaxLine = 2'000; ///< of all runs

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

QString cutRun(const TextRun &run, std::size_t room, bool &isCut)
{
    const std::size_t limit = std::min(run.isChanged ? MaxChanged : MaxSame, room);
    if (run.text.size() <= limit)
        return visibleText(run.text);
    isCut = true;
    if (run.isChanged)
        return visibleText(head(run.text, limit)) + u'…';
    return visibleText(head(run.text, limit / 2)) + QStringLiteral(" … ")
        + visibleText(tail(run.text, limit / 2));
}

} // namespace

ShownLine shownLine(const std::vector<TextRun> &runs)
{
    ShownLine line;
    std::size_t room = MaxLine;
    for (const TextRun &run : runs) {
        if (room == 0) {
            line.isCut = true;
            break;
        }
        line.runs.push_back({cutRun(run, room, line.isCut), run.isChanged});
        room -= std::min({room, run.text.size(), MaxChanged});
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
