// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspacefiles.h"

#include "models/core/ownfile.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr auto DatabaseName = "trailglass.sqlite"_L1;
constexpr auto LockName = "trailglass.lock"_L1;

/// What a journal ends with when the name of a further journal stands before it.
/// \source sqlite.org/src, pager.c: readSuperJournal()
constexpr QByteArrayView JournalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

OwnFile::Use useOfDatabase(DatabaseUse use)
{
    return use == DatabaseUse::Write ? OwnFile::Use::Write : OwnFile::Use::Read;
}

OwnFile::Use useOfCompanion(DatabaseUse use)
{
    return use == DatabaseUse::Read ? OwnFile::Use::Share : useOfDatabase(use);
}

/// \pre the journal is a regular file or missing
bool namesFurtherJournal(const QString &journal)
{
    QFile file(journal);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && file.seek(std::max<qint64>(0, file.size() - JournalMagic.size()))
        && file.read(JournalMagic.size()) == JournalMagic;
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
    const QString journal = database + "-journal"_L1;
    if (namesFurtherJournal(journal))
        return foreignJournal(journal);
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
