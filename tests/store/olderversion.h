// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

namespace Trailglass::Testing {

/// Makes a workspace of an earlier version from one of this version, with everything in it that the earlier one knows.
/// \param to  an empty folder
inline void copyAsVersion(int version, const QString &from, const QString &to)
{
    const WorkspacePaths paths = WorkspacePaths::of(to);
    {
        const auto connection = SqlConnection::openForWriting(paths.database);
        QVERIFY(connection);
        QVERIFY(migrate(**connection, paths, migrations().first(static_cast<std::size_t>(version))));
        QVERIFY((*connection)->execute("PRAGMA journal_mode=WAL"));
    }
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(paths.database).constData(), &handle), SQLITE_OK);
    const auto texts = [handle](const QByteArray &sql) {
        QList<QByteArray> found;
        const auto add = [](void *list, int, char **columns, char **) {
            static_cast<QList<QByteArray> *>(list)->append(columns[0]);
            return 0;
        };
        [&] {
            QVERIFY2(sqlite3_exec(handle, sql.constData(), add, &found, nullptr) == SQLITE_OK,
                     sqlite3_errmsg(handle));
        }();
        return found;
    };
    texts("ATTACH '" + QFile::encodeName(WorkspacePaths::of(from).database) + "' AS present");
    const QList<QByteArray> tables =
        texts("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    for (const QByteArray &table : tables) {
        const QByteArray columns =
            texts("SELECT '\"' || name || '\"' FROM pragma_table_info('" + table + "')").join(", ");
        texts("INSERT OR REPLACE INTO main." + table + " (" + columns + ") SELECT " + columns
              + " FROM present." + table);
    }
    sqlite3_close(handle);
}

} // namespace Trailglass::Testing
