// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/memberprobe.h"

#include "models/filter/casefold.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

BytePattern patternOf(const std::string &text)
{
    return text.empty() ? BytePattern() : BytePattern({{text}});
}

/// Whether JSON writes a byte either as it is or as `\uXXXX`, and no other way.
bool isPlain(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\' && byte != '/';
}

std::string lastName(const JsonPath &path)
{
    for (auto step = path.steps.rbegin(); step != path.steps.rend(); ++step) {
        if (step->kind == PathStep::Kind::Member)
            return step->member;
    }
    return {};
}

std::string probedName(const JsonPath &path)
{
    const std::string name = lastName(path);
    return std::ranges::all_of(name, isPlain) ? name : std::string();
}

} // namespace

MemberProbe::MemberProbe(const JsonPath &path)
    : m_runs(foldedCodePoints(lastName(path)))
    , m_name(patternOf(probedName(path)))
    , m_escape(patternOf("\\u"))
{
}

bool MemberProbe::mayHold(std::string_view raw) const
{
    return m_name.occursIn(raw) || m_escape.occursIn(raw);
}

} // namespace Trailglass::Filter
