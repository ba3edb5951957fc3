// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlerror.h"

#include "models/core/noroom.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <sqlite3.h>

#include <cerrno>

namespace Trailglass {

namespace {

/// SQLite reports an exhausted quota or file size limit as "disk I/O error".
bool isOutOfSpace(int primary, int system)
{
    return primary == SQLITE_FULL || (primary == SQLITE_IOERR && meansNoRoom(system));
}

bool isReadOnly(sqlite3 *handle, int primary)
{
    if (primary == SQLITE_READONLY || primary == SQLITE_PERM)
        return true;
    // ENOENT: SQLite cannot create the index file of a write-ahead log that was left over.
    const int system = sqlite3_system_errno(handle);
    return primary == SQLITE_CANTOPEN && (meansReadOnly(system) || system == ENOENT);
}

} // namespace

QString sqlDetail(int code)
{
    return QStringLiteral("SQLite code %1: %2").arg(code).arg(QString::fromUtf8(sqlite3_errstr(code)));
}

Error sqlError(sqlite3 *handle, int code)
{
    // Read before any other call: SQLite does not store the system error of a failed COMMIT.
    const int lastErrno = errno;
    const int primary = code & 0xff;
    const QString detail = sqlDetail(sqlite3_extended_errcode(handle));
    if (primary == SQLITE_INTERRUPT)
        return storeStopped(detail);
    if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED)
        return {.kind = ErrorKind::Locked,
                .message = tr("Another program is writing to the workspace. Try again in a moment."),
                .detail = detail};
    if (isOutOfSpace(primary, lastErrno) || isOutOfSpace(primary, sqlite3_system_errno(handle)))
        return {.kind = ErrorKind::DiskFull,
                .message =
                    tr("The disk that holds the workspace is full. Free some space and try again; everything "
                       "stored before is kept."),
                .detail = detail};
    if (isReadOnly(handle, primary))
        return readOnlyWorkspace(detail);
    if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB)
        return damagedDatabase(detail);
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace's database could not be used: %1. “Check workspace…” in the window, "
                          "or “trailglass-cli doctor”, says whether it is damaged.")
                           .arg(QString::fromUtf8(sqlite3_errstr(primary))),
            .detail = detail};
}

Error storeStopped(const QString &detail)
{
    return {.kind = ErrorKind::Cancelled, .message = tr("Stopped."), .detail = detail};
}

Error readOnlyWorkspace(const QString &detail)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace cannot be written: its disk or folder is read-only or belongs to "
                          "another user. Make it writable, or choose another folder."),
            .detail = detail};
}

bool meansReadOnly(int systemError)
{
    return systemError == EACCES || systemError == EPERM || systemError == EROFS;
}

Error impossibleValue(std::string_view table, std::string_view column)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace's database is damaged: table %1 contains an invalid value in column "
                          "%2. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is "
                          "affected. If you have a copy of trailglass.sqlite, restore it.")
                           .arg(visibleText(table), visibleText(column))};
}

Error damagedDatabase(const QString &detail)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace's database is damaged. “Check workspace…” in the window, or "
                          "“trailglass-cli doctor”, says what is affected. Restore a copy of "
                          "trailglass.sqlite, or move the file away and sync again."),
            .detail = detail};
}

} // namespace Trailglass
