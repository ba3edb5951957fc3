// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inputfiles.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/inputs/skippedinputs.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype MaxFiles = 100'000;

std::optional<qint64> sizeOf(const QFileInfo &file)
{
    return file.isFile() ? std::optional(file.size()) : std::nullopt;
}

/// The files of one folder and the folders in it.
class FolderList
{
public:
    explicit FolderList(const CancelToken &cancel)
        : m_cancel(cancel)
    {
    }

    Result<void> read(const QString &folder)
    {
        m_folders = {folder};
        while (!m_folders.isEmpty()) {
            TRY(readOne(m_folders.takeLast()));
        }
        std::ranges::sort(m_files, {}, &InputFile::path);
        return {};
    }

    [[nodiscard]] const QList<InputFile> &files() const { return m_files; }
    [[nodiscard]] const SkippedInputs &skipped() const { return m_skipped; }

private:
    Result<void> readOne(const QString &folder)
    {
        if (!QFileInfo(folder).isReadable()) {
            m_files.append({.path = folder, .isOfFolder = true}); // opening it tells why
            return {};
        }
        QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        while (entries.hasNext()) {
            entries.next();
            add(entries.fileInfo());
            if (m_cancel.isCancelled())
                return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
            if (m_files.size() + m_folders.size() > MaxFiles) {
                return Error{.kind = ErrorKind::TooLarge,
                             .message =
                                 Trailglass::tr("A folder holds more than %Ln files. Import its folders "
                                                "one after the other.",
                                                nullptr, static_cast<int>(MaxFiles))};
            }
        }
        return {};
    }

    void add(const QFileInfo &entry)
    {
        if (entry.fileName().startsWith(u'.'))
            ++m_skipped.hidden;
        else if (entry.isSymLink())
            ++m_skipped.links;
        else if (entry.isDir())
            m_folders.append(entry.filePath());
        else if (entry.isFile())
            m_files.append({.path = entry.filePath(), .size = entry.size(), .isOfFolder = true});
        else
            ++m_skipped.special;
    }

    const CancelToken m_cancel;
    QStringList m_folders; ///< yet to be read
    QList<InputFile> m_files;
    SkippedInputs m_skipped;
};

} // namespace

Result<InputList> listInputs(const QStringList &paths, const CancelToken &cancel)
{
    InputList list;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        if (path == "-"_L1 || !file.isDir()) {
            list.files.append({.path = path, .size = path == "-"_L1 ? std::nullopt : sizeOf(file)});
            continue;
        }
        FolderList folder(cancel);
        TRY(folder.read(path));
        list.files.append(folder.files());
        const QString shown = visibleText(path);
        list.notes.append(folder.skipped().sentences(shown));
        if (folder.files().isEmpty())
            list.notes.append(Trailglass::tr("%1: the folder holds no files to import.").arg(shown));
    }
    if (list.files.isEmpty())
        return Error{.kind = ErrorKind::NotFound, .message = list.notes.join(u' ')};
    return list;
}

} // namespace Trailglass
