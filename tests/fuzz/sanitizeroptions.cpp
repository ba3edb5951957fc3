// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Compiled for each target, with its own limit.

#define TRAILGLASS_STRING(text) TRAILGLASS_STRING_OF(text)
#define TRAILGLASS_STRING_OF(text) #text

// A damaged number must not become a size: one allocation, and all of them together.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "max_allocation_size_mb=" TRAILGLASS_STRING(
        TRAILGLASS_FUZZ_ALLOCATION_MB) ":hard_rss_limit_mb=3000:allocator_may_return_null=0";
}
