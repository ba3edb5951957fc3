// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspacefiles.h"

#include "models/core/ownfile.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/rollbackjournal.h"

#include <QDir>
#include <QFileInfo>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr auto DatabaseName = "trailglass.sqlite"_L1;
constexpr auto LockName = "trailglass.lock"_L1;

OwnFile::Use useOfDatabase(DatabaseUse use)
{
    return use == DatabaseUse::Write ? OwnFile::Use::Write : OwnFile::Use::Read;
}

OwnFile::Use useOfCompanion(DatabaseUse use)
{
    return use == DatabaseUse::Read ? OwnFile::Use::Share : useOfDatabase(use);
}

Error foreignJournal(const QString &journal)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("%1 was not written by Trailglass, and using it would delete another file. Move it "
                          "away and try again.")
                           .arg(visibleText(journal))};
}

} // namespace

Result<void> checkDatabaseFiles(const QString &database, DatabaseUse use)
{
    TRY(OwnFile::check(database, useOfDatabase(use)));
    for (const QLatin1StringView suffix : {"-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        TRY(OwnFile::check(database + suffix, useOfCompanion(use)));
    }
    if (namesFurtherJournal(database))
        return foreignJournal(database + "-journal"_L1);
    return {};
}

bool isWorkspaceFileName(const QString &name)
{
    return name.startsWith(DatabaseName, Qt::CaseInsensitive)
        || name.compare(LockName, Qt::CaseInsensitive) == 0;
}

QStringList workspaceFiles(const WorkspacePaths &paths)
{
    QStringList files;
    const QStringList names = QDir(paths.folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        if (isWorkspaceFileName(name))
            files.append(paths.folder + u'/' + name);
    }
    return files;
}

bool isWorkspaceFile(const QString &path)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    return file.isFile() && (isWorkspaceFileName(file.fileName()) || isTrailglassDatabase(file.filePath()));
}

} // namespace Trailglass
