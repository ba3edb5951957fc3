// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/referenceapprovals.h"

#include "models/core/disksync.h"
#include "models/core/ownfile.h"
#include "models/core/programfolders.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <optional>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using Uses = QList<ReferenceUse>;

constexpr int FormVersion = 1;
constexpr qint64 LargestApprovalsFile = 4 * 1024 * 1024;
constexpr mode_t WritableByOthers = S_IWGRP | S_IWOTH;

/// How long another program may take to write its approval.
constexpr int LockPatience = 5'000; // milliseconds

Error storageError(const QString &sentence)
{
    return {ErrorKind::Storage, sentence};
}

Error unreadable(const QString &file, const QString &reason)
{
    return storageError(
        tr("The list of approved variables and files %1 cannot be read: %2. Nothing is approved "
           "until it is repaired or deleted.")
            .arg(visibleText(file), reason));
}

Error damaged(const QString &file)
{
    return storageError(tr("The list of approved variables and files %1 is damaged or of another version. "
                           "Nothing is approved until it is repaired or deleted.")
                            .arg(visibleText(file)));
}

Error unwritable(const QString &file, const QString &reason)
{
    return storageError(tr("The approval cannot be saved to %1: %2. Make the folder writable, or choose "
                           "another one with the variable XDG_CONFIG_HOME.")
                            .arg(visibleText(file), reason));
}

QString systemReason(int code)
{
    return qt_error_string(code);
}

/// \returns nothing when there is no file
Result<std::optional<QByteArray>> readWhole(const QString &path)
{
    TRY(OwnFile::check(path, OwnFile::Use::Read));
    // Never waits for a pipe, and looks at what it opened.
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::optional<QByteArray>();
    if (descriptor < 0)
        return unreadable(path, systemReason(errno));
    QFile file;
    struct stat status = {};
    const bool isOpen = ::fstat(descriptor, &status) == 0
        && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (!isOpen) {
        const int reason = errno;
        ::close(descriptor);
        return unreadable(path, systemReason(reason));
    }
    if (!S_ISREG(status.st_mode) || status.st_size > LargestApprovalsFile)
        return storageError(
            tr("The list of approved variables and files %1 is not a regular file or is too large. "
               "Nothing is approved until it is deleted.")
                .arg(visibleText(path)));
    if (status.st_uid != ::geteuid() || (status.st_mode & WritableByOthers) != 0)
        return storageError(
            tr("Other users can write to the list of approved variables and files %1. Nothing is "
               "approved until it is yours alone, or deleted.")
                .arg(visibleText(path)));
    return std::optional(file.readAll());
}

QJsonObject toJson(const ReferenceUse &use)
{
    return {{u"workspace"_s, use.workspace},
            {u"source"_s, use.source},
            {u"type"_s, use.type},
            {u"origin"_s, use.origin.text()},
            {u"key"_s, use.key},
            {u"reference"_s, printSecretReference(use.reference)}};
}

std::optional<ReferenceUse> fromJson(const QJsonObject &object)
{
    const auto reference = parseSecretReference(object[u"reference"].toString());
    const Origin origin = Origin::fromText(object[u"origin"].toString());
    if (!reference || origin.isNowhere())
        return {};
    return ReferenceUse{.workspace = object[u"workspace"].toString(),
                        .source = object[u"source"].toString(),
                        .type = object[u"type"].toString(),
                        .origin = origin,
                        .key = object[u"key"].toString(),
                        .reference = *reference};
}

Result<Uses> readApprovals(const QString &path)
{
    TRY(const auto bytes, readWhole(path));
    if (!bytes)
        return Uses();
    const QJsonObject root = QJsonDocument::fromJson(*bytes).object();
    if (root[u"version"].toInt() != FormVersion || !root[u"approved"].isArray())
        return damaged(path);
    Uses uses;
    for (const auto &entry : root[u"approved"].toArray()) {
        const auto use = fromJson(entry.toObject());
        if (!use)
            return damaged(path);
        uses.append(*use);
    }
    return uses;
}

Result<void> writeApprovals(const QString &path, const Uses &uses)
{
    QJsonArray entries;
    for (const ReferenceUse &use : uses)
        entries.append(toJson(use));
    const QJsonObject root{{u"version"_s, FormVersion}, {u"approved"_s, entries}};
    // QSaveFile would replace what a link leads to.
    TRY(OwnFile::check(path, OwnFile::Use::Write));
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(root).toJson()) >= 0;
    const std::optional<QString> reason = isWritten ? commitToDisk(file) : std::optional(file.errorString());
    return reason ? unwritable(path, *reason) : Result<void>();
}

QString standardFile()
{
    return configFolder() + "/approvals.json"_L1;
}

} // namespace

ReferenceApprovals::ReferenceApprovals(QString file)
    : m_file(file.isEmpty() ? standardFile() : std::move(file))
{
}

Result<Uses> ReferenceApprovals::unapproved(const Uses &uses) const
{
    if (uses.isEmpty())
        return Uses();
    TRY(const auto approved, readApprovals(m_file));
    Uses open;
    for (const ReferenceUse &use : uses) {
        // Without an identity any workspace would do, without an origin any host.
        if (use.workspace.isEmpty() || use.origin.isNowhere() || !approved.contains(use))
            open.append(use);
    }
    return open;
}

Result<void> ReferenceApprovals::approve(const Uses &uses) const
{
    if (uses.isEmpty())
        return {};
    if (!QDir().mkpath(QFileInfo(m_file).path()))
        return storageError(Trailglass::tr("The approval cannot be saved to %1, because its folder cannot be "
                                           "created. Choose another one with the variable XDG_CONFIG_HOME.")
                                .arg(visibleText(m_file)));
    QLockFile lock(m_file + ".lock"_L1);
    if (!lock.tryLock(LockPatience))
        return storageError(
            Trailglass::tr("The approval cannot be saved to %1: it is in use by another program, or its "
                           "folder is read-only. Try again, make the folder writable, or choose another one "
                           "with the variable XDG_CONFIG_HOME.")
                .arg(visibleText(m_file)));
    TRY(auto approved, readApprovals(m_file));
    for (const ReferenceUse &use : uses) {
        approved.removeOne(use);
        approved.append(use);
    }
    if (approved.size() > MaxApprovals)
        approved.remove(0, approved.size() - MaxApprovals);
    return writeApprovals(m_file, approved);
}

Uses ReferenceApprovals::usesOf(const SecretUse &use, const QMap<QString, SecretReference> &references)
{
    Uses uses;
    for (auto reference = references.cbegin(); reference != references.cend(); ++reference) {
        if (reference->isNamedPlace()) {
            uses.append({.workspace = use.workspace,
                         .source = use.source,
                         .type = use.type,
                         .origin = use.origin,
                         .key = reference.key(),
                         .reference = *reference});
        }
    }
    return uses;
}

Error ReferenceApprovals::notApproved(const Uses &uses)
{
    QStringList lines;
    for (const ReferenceUse &use : uses)
        lines.append(use.sentence());
    lines.append(Trailglass::tr("This is not approved yet. To approve it, run the command again with "
                                "--trust, or start a sync in the window and allow it there."));
    return {ErrorKind::SecretNotApproved, lines.join(u'\n')};
}

} // namespace Trailglass
