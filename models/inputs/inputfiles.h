// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// A file to read.
struct InputFile
{
    QString path; ///< `-` is standard input
    std::optional<qint64> size = {}; ///< in bytes; unknown for pipes and what is not there
    bool isOfFolder = false; ///< found in a folder, not named itself
};

/// What is to be read, in this order.
struct InputList
{
    QList<InputFile> files;
    QStringList notes; ///< translated; what was skipped in folders
};

/// Puts the files of a folder in the place of the folder: those of its folders too, by name.
///
/// Hidden files and folders, links and what is no file are skipped and noted; so no folder is read twice, and
/// nothing outside of it. What is named itself is not judged: a file that is not there stays in the list, and
/// opening it tells why. At most 100,000 files.
/// \error TooLarge: more files; NotFound: folders without any; Cancelled
/// \thread any; blocks
[[nodiscard]] Result<InputList> listInputs(const QStringList &paths, const CancelToken &cancel);

} // namespace Trailglass
