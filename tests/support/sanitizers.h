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

/// How many generated cases a law is tried on, or how large one is. Under a sanitizer each takes several times as long and
/// shows more, so fewer are enough; the plain run of scripts/test has all, scripts/soak and scripts/fuzz as many as there
/// is time for.
/// \param plain  without a sanitizer
/// \param sanitized  under one: still so many that every kind of case is among them
template <class Count>
constexpr Count generatedCases(Count plain, Count sanitized)
{
    return isAddressSanitized() || isThreadSanitized() ? sanitized : plain;
}

} // namespace Trailglass
