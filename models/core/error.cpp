// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/error.h"

#include <array>
#include <cstddef>

namespace Trailglass {

QString errorKindName(ErrorKind kind)
{
    static constexpr auto Names = std::to_array<const char *>({
        "cancelled",
        "usage",
        "network",
        "timeout",
        "tls",
        "unauthorized",
        "forbidden",
        "not_found",
        "rejected",
        "rate_limited",
        "server",
        "redirect",
        "too_large",
        "malformed",
        "unsupported",
        "vendor",
        "storage",
        "disk_full",
        "locked",
        "newer_version",
        "secret_unavailable",
        "secret_denied",
        "secret_not_approved",
        "internal",
    });
    static_assert(Names.size() == static_cast<std::size_t>(ErrorKind::Internal) + 1,
                  "one for each kind, in order");
    return QString::fromLatin1(Names[static_cast<std::size_t>(kind)]);
}

} // namespace Trailglass
