// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/plaindatabase.h"

#include <QFile>

#include <sqlite3.h>

namespace Trailglass::Testing {

void PlainDatabase::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close(handle);
}

PlainDatabase::PlainDatabase(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open(QFile::encodeName(path).constData(), &handle);
    m_handle.reset(handle);
    if (code != SQLITE_OK)
        qFatal("%s cannot be opened: %s", qPrintable(path), sqlite3_errmsg(handle));
}

void PlainDatabase::execute(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_handle.get()));
}

QList<QByteArray> PlainDatabase::texts(const QByteArray &sql)
{
    QList<QByteArray> texts;
    const auto add = [](void *to, int, char **columns, char **) {
        static_cast<QList<QByteArray> *>(to)->append(columns[0]);
        return 0;
    };
    if (sqlite3_exec(m_handle.get(), sql.constData(), add, &texts, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_handle.get()));
    return texts;
}

QByteArray PlainDatabase::damage()
{
    const QByteArray found = texts("PRAGMA integrity_check").join('\n');
    return found == "ok" ? QByteArray() : found;
}

} // namespace Trailglass::Testing
