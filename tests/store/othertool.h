// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

#include <sqlite3.h>

namespace Trailglass::Testing {

/// Runs SQL on a database as any other tool would, with everything allowed that our own connections forbid.
/// \returns the first number of the last row; the test fails when SQLite refuses
inline qint64 runFreely(const QString &database, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    qint64 number = 0;
    const auto keep = [](void *to, int columns, char **texts, char **) {
        if (columns > 0 && texts[0])
            *static_cast<qint64 *>(to) = QByteArray(texts[0]).toLongLong();
        return 0;
    };
    const bool isOpen = sqlite3_open(QFile::encodeName(database).constData(), &handle) == SQLITE_OK;
    const bool isDone = isOpen && sqlite3_exec(handle, sql.constData(), keep, &number, nullptr) == SQLITE_OK;
    [&] {
        QVERIFY2(isDone, sqlite3_errmsg(handle));
    }();
    sqlite3_close(handle);
    return number;
}

} // namespace Trailglass::Testing
