// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Whether this is compiled for AddressSanitizer, with which memory and time are several times those of the program.
constexpr bool isAddressSanitized()
{
#if defined(__SANITIZE_ADDRESS__)
    return true;
#elif defined(__has_feature)
    return __has_feature(address_sanitizer);
#else
    return false;
#endif
}

constexpr bool isThreadSanitized()
{
#if defined(__SANITIZE_THREAD__)
    return true;
#elif defined(__has_feature)
    return __has_feature(thread_sanitizer);
#else
    return false;
#endif
}

/// Whether the code is fast: optimised, and without a sanitizer.
constexpr bool isCodeFast()
{
#ifdef __OPTIMIZE__
    return !isAddressSanitized() && !isThreadSanitized();
#else
    return false;
#endif
}

/// How many generated cases a law is tried on, or how large one is. Without optimisation and under a sanitizer each takes
/// several times as long, so scripts/test has few; tests of the preset release have many, scripts/soak and scripts/fuzz as
/// many as there is time for.
/// \param many  where the code is fast
/// \param few  elsewhere: still so many that every kind of case is among them
template <class Count>
constexpr Count generatedCases(Count many, Count few)
{
    return isCodeFast() ? many : few;
}

} // namespace Trailglass
