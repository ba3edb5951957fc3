// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/localaccount.h"

#include <cerrno>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace Trailglass {

QString localAccountName()
{
    constexpr std::size_t SmallestBuffer = 16'384;
    constexpr std::size_t GreatestBuffer = std::size_t(1) << 20;
    const uid_t account = ::getuid();
    for (std::size_t size = SmallestBuffer; size <= GreatestBuffer; size *= 2) {
        std::vector<char> buffer(size);
        passwd entry{};
        passwd *found = nullptr;
        const int failure = ::getpwuid_r(account, &entry, buffer.data(), buffer.size(), &found);
        if (failure == ERANGE)
            continue;
        const QString name = failure == 0 && found ? QString::fromLocal8Bit(found->pw_name) : QString();
        if (!name.isEmpty())
            return name;
        break;
    }
    return QString::number(account);
}

} // namespace Trailglass
