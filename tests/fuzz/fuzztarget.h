// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// What the fuzz targets share.
///
/// A target is a file fuzz_<name>.cpp with libFuzzer's entry point, which holds every input against laws. main.cpp runs it
/// as the CTest `fuzz.<name>` over seeds and a fixed series of mutations; scripts/fuzz runs it by libFuzzer for hours.
/// \thread one at a time
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace Trailglass::Fuzz {

/// Of an input, in bytes: what a longer one finds, a shorter one does.
inline constexpr std::size_t MaxInput = 64 * 1024;

/// The bytes of an input, without what is over MaxInput.
[[nodiscard]] std::string_view inputOf(const std::uint8_t *data, std::size_t size);

/// Names \a law on standard error and aborts, if it does not hold.
void require(bool holds, const char *law);

/// Counts that an input led to \a outcome. A target has at least two of them, such as `read` and `refused`: where a run reaches
/// only one, its inputs show nothing.
void reached(const char *outcome);

/// How often each outcome was reached.
[[nodiscard]] const std::map<std::string, std::size_t> &outcomes();

/// A number that depends on all bytes of an input: decides what the input itself does not say, such as the lengths of chunks.
[[nodiscard]] std::uint32_t numberOf(std::string_view input);

/// Lengths of 1 to 16, the same for the same input.
class PieceLengths
{
public:
    explicit PieceLengths(std::string_view input)
        : m_state(numberOf(input))
    {
    }

    [[nodiscard]] std::size_t next();

private:
    std::uint32_t m_state;
};

} // namespace Trailglass::Fuzz
