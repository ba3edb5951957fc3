// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/databasefile.h"

#include "models/core/ownfile.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/headerreader.h"
#include "models/store/rollbackjournal.h"
#include "models/store/schema.h"
#include "models/store/sqlerror.h"

#include <QFile>
#include <QtEndian>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// \source sqlite.org/fileformat2.html section 1.3
constexpr qint64 HeaderSize = 100;
constexpr qsizetype UserVersionOffset = 60;
constexpr qsizetype ApplicationIdOffset = 68;
constexpr QByteArrayView SqliteMagic("SQLite format 3\0", 16);

Error otherProgramsFile()
{
    return {
        .kind = ErrorKind::Storage,
        .message = tr(
            "The file trailglass.sqlite in this folder is not a Trailglass workspace. Choose another folder, "
            "or move the file away.")};
}

/// \pre header.size() >= HeaderSize
bool isOurHeader(const QByteArray &header)
{
    return header.startsWith(SqliteMagic)
        && qFromBigEndian<qint32>(header.constData() + ApplicationIdOffset) == Schema::ApplicationId;
}

} // namespace

Error newerVersion(int version)
{
    return {.kind = ErrorKind::NewerVersion,
            .message =
                tr("This workspace was last used by a newer Trailglass (schema %1; this one knows %2). "
                   "Update Trailglass, or choose another folder. Nothing was changed.")
                    .arg(version)
                    .arg(Schema::Version)};
}

bool isTrailglassDatabase(const QString &path)
{
    const std::optional<QByteArray> header = readHeader(path, HeaderSize);
    return header && header->size() == HeaderSize && isOurHeader(*header);
}

Result<DatabaseFile> inspectDatabase(const QString &path)
{
    TRY(OwnFile::check(path, OwnFile::Use::Read));
    if (!QFile::exists(path))
        return DatabaseFile{};
    const std::optional<QByteArray> read = readHeader(path, HeaderSize);
    if (!read) {
        return Error{.kind = ErrorKind::Storage,
                     .message =
                         tr("The workspace %1 cannot be read: %2. Check the folder and its permissions.")
                             .arg(path, qt_error_string())};
    }
    const QByteArray &header = *read;
    // Whatever stands in it after a crash while it was created, SQLite is going to empty it.
    if (header.isEmpty() || undoesCreation(path))
        return DatabaseFile{};
    if (!header.startsWith(SqliteMagic))
        return otherProgramsFile();
    if (header.size() < HeaderSize)
        return damagedDatabase(u"file shorter than its header"_s);
    if (!isOurHeader(header))
        return otherProgramsFile();
    const int version = qFromBigEndian<qint32>(header.constData() + UserVersionOffset);
    if (version > Schema::Version)
        return newerVersion(version);
    // Version and application id are stamped together.
    if (version < 1)
        return damagedDatabase(u"user_version %1"_s.arg(version));
    return DatabaseFile{.exists = true, .version = version};
}

} // namespace Trailglass
