// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>
#include <QTest>

#include <sqlite3.h>

namespace Trailglass {

/// From now on this process waits for locks of SQLite in no time: each sleep returns at once.
inline void waitForLocksInNoTime()
{
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
    vfs.zName = "awake";
    vfs.pNext = nullptr;
    vfs.xSleep = [](sqlite3_vfs *, int microseconds) {
        return microseconds;
    };
    QCOMPARE(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

/// While it lives, another connection is writing to the database of a workspace.
class HeldWriteLock
{
public:
    explicit HeldWriteLock(const QString &workspace)
    {
        const QByteArray path = QFile::encodeName(workspace + QLatin1String("/trailglass.sqlite"));
        const bool isHeld = sqlite3_open(path.constData(), &m_handle) == SQLITE_OK
            && sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
        [&] {
            QVERIFY2(isHeld, sqlite3_errmsg(m_handle));
        }();
    }
    ~HeldWriteLock() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY(HeldWriteLock)

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace Trailglass
