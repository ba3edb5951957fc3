// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace Trailglass::Support {

/// The user that a test running as root turns into.
inline constexpr uid_t Nobody = 65534;

/// Drops root's permission to write everywhere while it lives; without this, tests of read-only folders would
/// test nothing.
class WithoutPrivilege
{
public:
    WithoutPrivilege() { m_dropped = ::geteuid() == 0 && ::seteuid(Nobody) == 0; }
    ~WithoutPrivilege()
    {
        if (m_dropped && ::seteuid(0) != 0)
            std::abort();
    }
    WithoutPrivilege(const WithoutPrivilege &) = delete;
    WithoutPrivilege &operator=(const WithoutPrivilege &) = delete;

private:
    bool m_dropped = false;
};

/// Sets the permissions of \a path, and its owner to the user that WithoutPrivilege turns into.
inline void give(const QString &path, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    if (::geteuid() == 0)
        QCOMPARE(::chown(name.constData(), Nobody, Nobody), 0);
    QCOMPARE(::chmod(name.constData(), mode), 0);
}

} // namespace Trailglass::Support
