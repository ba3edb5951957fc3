// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivefolder.h"

#include "models/core/programfolders.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace Trailglass {

using namespace Qt::StringLiterals;

QString archiveFolder(const ArchivePlace &place, const QString &settingsFile)
{
    const QString beside = settingsFile.isEmpty() ? configFolder() : QFileInfo(settingsFile).absolutePath();
    const QString archive = place.server() + u'/' + place.database();
    // Names of hosts have characters that names of folders may not have.
    constexpr qsizetype Digits = 20;
    const QByteArray name =
        QCryptographicHash::hash(archive.toUtf8(), QCryptographicHash::Sha256).toHex().first(Digits);
    return beside + "/archives/"_L1 + QLatin1StringView(name);
}

} // namespace Trailglass
