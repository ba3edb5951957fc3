// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/outputtarget.h"

#include "models/config/pushsettings.h"
#include "models/config/settings.h"
#include "models/config/syncsettings.h"
#include "models/core/programfolders.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/treereader.h"
#include "models/store/workspacefiles.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {

namespace {

/// As many links one after the other as Linux follows.
constexpr int MaxLinks = 40;

Error refused(const char *sentence, const QString &fileName)
{
    return {.kind = ErrorKind::Usage, .message = tr(sentence).arg(visibleText(fileName))};
}

Error isInUse(const QString &fileName)
{
    return refused(
        QT_TR_NOOP("%1 is a file that Trailglass uses. Nothing was written to it; choose another file."),
        fileName);
}

Error isOfAWorkspace(const QString &fileName)
{
    return refused(QT_TR_NOOP("%1 is, or would be, a file of a Trailglass workspace. Nothing was "
                              "written to it; choose another file."),
                   fileName);
}

Error isTheProgramsOwn(const QString &fileName)
{
    return refused(
        QT_TR_NOOP("%1 is in Trailglass's settings folder. Nothing was written to it; choose another file."),
        fileName);
}

/// Where a path leads.
struct Place
{
    QByteArray path; ///< as the system takes it; without links
    int descriptor = -1; ///< when the last link stands for a descriptor of this process
};

/// \returns empty where there is no such folder
QByteArray canonicalFolder(const QByteArray &folder)
{
    char *const path = ::realpath(folder.constData(), nullptr);
    const QByteArray canonical(path);
    std::free(path);
    return canonical;
}

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder.endsWith('/') ? QByteArray(folder + name) : QByteArray(folder + '/' + name);
}

/// The number N of `/proc/<this process>/fd/N`, or of a thread's; -1 for everything else.
int descriptorAt(const QByteArray &folder, const QByteArray &name)
{
    const QByteArray process = "/proc/" + QByteArray::number(::getpid());
    bool isNumber = false;
    const int descriptor = name.toInt(&isNumber);
    const bool isHere = folder.endsWith("/fd")
        && (folder.size() == process.size() + 3 || folder.startsWith(QByteArray(process + "/task/")))
        && folder.startsWith(process);
    return isNumber && isHere ? descriptor : -1;
}

/// \returns empty where there is no link
QByteArray linkAt(const QByteArray &path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.constData(), target.data(), target.size());
    return {target.data(), std::max<qsizetype>(0, size)};
}

/// Follows links, also one that leads to nothing yet: a file that is to be made has a place too.
/// \returns nothing when the links do not end
std::optional<Place> placeOf(const QString &fileName)
{
    QByteArray path = QFile::encodeName(fileName);
    for (int links = 0; links < MaxLinks; ++links) {
        const qsizetype slash = path.lastIndexOf('/');
        const QByteArray folder = canonicalFolder(slash < 0 ? "." : path.left(slash + 1));
        if (folder.isEmpty())
            return Place{path}; // opening it will say what is wrong
        const QByteArray name = path.mid(slash + 1);
        path = joined(folder, name);
        // What the text of such a link says is a mere description: it may name a pipe, or a file deleted.
        if (const int descriptor = descriptorAt(folder, name); descriptor >= 0)
            return Place{path, descriptor};
        const QByteArray target = linkAt(path);
        if (target.isEmpty())
            return Place{path};
        path = target.startsWith('/') ? target : joined(folder, target);
    }
    return std::nullopt;
}

bool isSameFile(const struct stat &status, const QString &path)
{
    struct stat other = {};
    return ::stat(QFile::encodeName(path).constData(), &other) == 0 && other.st_dev == status.st_dev
        && other.st_ino == status.st_ino;
}

bool isOneOf(const struct stat &status, const QStringList &files)
{
    return std::ranges::any_of(files, [&status](const QString &file) { return isSameFile(status, file); });
}

/// Whether one of the files will be at this place once it is made.
/// \param path  without links
bool isPlaceOfOne(const QByteArray &path, const QStringList &files)
{
    return std::ranges::any_of(files, [&path](const QString &file) {
        const std::optional<Place> place = placeOf(file);
        return place && place->path == path;
    });
}

bool isInConfigFolder(const QString &path)
{
    const QString folder = QFileInfo(configFolder()).canonicalFilePath();
    return !folder.isEmpty() && path.startsWith(folder + u'/');
}

/// What speaks against writing over something that is there.
std::optional<Error> objection(const QString &fileName, const struct stat &status, const QStringList &inUse)
{
    if (S_ISDIR(status.st_mode)) {
        return refused(QT_TR_NOOP("%1 is a folder. Specify a file in it."), fileName);
    }
    if (isOneOf(status, inUse))
        return isInUse(fileName);
    return std::nullopt;
}

OutputTarget::Kind kindOf(const struct stat &status)
{
    if (S_ISFIFO(status.st_mode))
        return OutputTarget::Kind::Pipe;
    return S_ISCHR(status.st_mode) ? OutputTarget::Kind::Device : OutputTarget::Kind::File;
}

Result<OutputTarget> descriptorTarget(const QString &fileName, const Place &place, const QStringList &inUse)
{
    struct stat status = {};
    if (::fstat(place.descriptor, &status) == 0) {
        if (const auto error = objection(fileName, status, inUse))
            return *error;
    }
    return OutputTarget{OutputTarget::Kind::Descriptor, QFile::decodeName(place.path), place.descriptor};
}

/// \error as filesInUse()
Result<QStringList> filesOfWorkspace(const QString &workspace)
{
    QStringList files = workspaceFiles(WorkspacePaths::of(workspace));
    const auto reader = EventReader::open(workspace);
    if (!reader) {
        return reader.error().kind == ErrorKind::NotFound ? Result<QStringList>(std::move(files))
                                                          : reader.error();
    }
    TRY(const auto sources, (*reader)->sources());
    for (const SourceRecord &source : sources) {
        for (const SecretReference &secret : source.secrets) {
            if (secret.kind == SecretReference::Kind::File)
                files.append(secret.place);
        }
    }
    TRY(const auto tree, TreeReader::open(workspace));
    TRY(const auto keys, tree->signingKeys());
    for (const SigningKeyRecord &key : keys) {
        if (key.reference.kind == SecretReference::Kind::File)
            files.append(key.reference.place);
    }
    return files;
}

/// The files that keys of archives are read from: of those that are pushed into, and of those that were opened.
QStringList archiveKeyFiles()
{
    return PushSettings::storedKeyFiles() + Settings::storedArchiveKeyFiles();
}

} // namespace

Result<QStringList> filesInUse(const QString &workspace)
{
    TRY(QStringList files, filesOfWorkspace(workspace));
    files += filesOfSettings();
    return files;
}

QStringList readableFilesInUse(const QString &workspace, WitnessFiles witnesses)
{
    const auto own = filesOfWorkspace(workspace);
    QStringList files = own ? *own : workspaceFiles(WorkspacePaths::of(workspace));
    files += witnesses == WitnessFiles::InUse ? filesOfSettings() : archiveKeyFiles();
    return files;
}

QStringList filesOfSettings()
{
    return SyncSettings::storedWitnessFiles() + archiveKeyFiles();
}

Result<OutputTarget> outputTarget(const QString &fileName, const QStringList &inUse)
{
    const std::optional<Place> place = placeOf(fileName);
    if (!place) {
        return refused(QT_TR_NOOP("%1 is a symbolic link that leads back to itself. Choose another "
                                  "file."),
                       fileName);
    }
    if (place->descriptor >= 0)
        return descriptorTarget(fileName, *place, inUse);
    const QString path = QFile::decodeName(place->path);
    struct stat status = {};
    const bool exists = ::stat(place->path.constData(), &status) == 0;
    if (exists) {
        if (const auto error = objection(fileName, status, inUse))
            return *error;
        if (S_ISBLK(status.st_mode) || S_ISSOCK(status.st_mode)) {
            return refused(QT_TR_NOOP("%1 is a device or socket, not a file. Choose another file."),
                           fileName);
        }
    } else if (isPlaceOfOne(place->path, inUse)) {
        return isInUse(fileName);
    }
    // A file in use that is to be made only later, such as `-journal`, is known by its name alone.
    if (isWorkspaceFileName(QFileInfo(path).fileName()) || (exists && isWorkspaceFile(path)))
        return isOfAWorkspace(fileName);
    if (isInConfigFolder(path))
        return isTheProgramsOwn(fileName);
    return OutputTarget{exists ? kindOf(status) : OutputTarget::Kind::File, path};
}

Result<void> checkIsNoneOf(const QString &fileName, const QStringList &files)
{
    const std::optional<Place> place = placeOf(fileName);
    if (!place || place->descriptor >= 0)
        return {};
    struct stat status = {};
    const bool exists = ::stat(place->path.constData(), &status) == 0;
    const bool isOne =
        exists ? S_ISREG(status.st_mode) && isOneOf(status, files) : isPlaceOfOne(place->path, files);
    return isOne ? Result<void>(isInUse(fileName)) : Result<void>();
}

Result<void> checkRedirection(int descriptor, const QStringList &inUse)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    const auto used =
        std::ranges::find_if(inUse, [&status](const QString &file) { return isSameFile(status, file); });
    if (used != inUse.end())
        return isInUse(*used);
    const QString path = QFile::decodeName(linkAt("/proc/self/fd/" + QByteArray::number(descriptor)));
    if (!isSameFile(status, path))
        return {}; // deleted since
    if (isWorkspaceFile(path))
        return isOfAWorkspace(path);
    return isInConfigFolder(path) ? isTheProgramsOwn(path) : Result<void>();
}

} // namespace Trailglass
