// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace Trailglass::Fuzz {

namespace {

std::map<std::string, std::size_t> &counts()
{
    static std::map<std::string, std::size_t> counts;
    return counts;
}

} // namespace

std::string_view inputOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), std::min(size, MaxInput)};
}

void require(bool holds, const char *law)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", law);
    std::abort();
}

void reached(const char *outcome)
{
    ++counts()[outcome];
}

const std::map<std::string, std::size_t> &outcomes()
{
    return counts();
}

std::uint32_t numberOf(std::string_view input)
{
    // FNV-1a
    std::uint32_t number = 2'166'136'261U;
    for (const char byte : input)
        number = (number ^ static_cast<unsigned char>(byte)) * 16'777'619U;
    return number;
}

std::size_t PieceLengths::next()
{
    m_state = m_state * 1'664'525 + 1'013'904'223;
    return std::size_t{1} + (m_state >> 28);
}

} // namespace Trailglass::Fuzz
