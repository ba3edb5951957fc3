// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settingsfile.h"

#include "models/config/settingsvalues.h"
#include "models/config/storedtypes.h"
#include "models/core/disksync.h"
#include "models/core/ownfile.h"
#include "models/core/programfolders.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto WorkspacesKey = "workspaces/used"_L1; ///< names of groups, last used first
constexpr auto IdentityGroup = "identity-"_L1; ///< how the name begins
constexpr mode_t FolderMode = 0700;

QString standardFile()
{
    return configFolder() + "/trailglass.ini"_L1;
}

/// Makes the file before QSettings does, and closes one that others may read: the history of filters names
/// people. QSettings keeps the permissions. Where no file can be made, nothing is remembered.
/// \error OwnFile::objection()
Result<void> prepareFile(const QString &fileName)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(QFileInfo(folder).absolutePath()))
        ::mkdir(QFile::encodeName(folder).constData(), FolderMode);
    if (const Result<void> checked = OwnFile::check(fileName, OwnFile::Use::Write); !checked)
        return checked;
    const Result<int> opened = OwnFile::open(fileName, [](const QString &, int reason) {
        return Error{.kind = ErrorKind::Storage, .message = qt_error_string(reason)}; // never shown
    });
    if (opened)
        ::close(*opened);
    return {};
}

/// Sees to it that QSettings finds no value that it would make an object of any type and size of.
/// \error TooLarge; Storage when the file has such values and cannot be rewritten
Result<void> makeHarmless(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // QSettings cannot read it either
    if (file.size() > SettingsFile::MaxBytes) {
        return Error{
            .kind = ErrorKind::TooLarge,
            .message = Trailglass::tr("%1 is larger than %2, which no settings file of Trailglass is. "
                                      "Nothing is read from it and nothing is remembered. Move it away.")
                           .arg(visibleText(fileName), QLocale().formattedDataSize(SettingsFile::MaxBytes))};
    }
    const QByteArray content = file.readAll();
    const QByteArray harmless = withoutStoredTypes(content);
    if (harmless == content)
        return {};
    QSaveFile rewritten(fileName);
    const bool isWritten =
        rewritten.open(QIODevice::WriteOnly) && rewritten.write(harmless) == harmless.size();
    const std::optional<QString> failure =
        isWritten ? commitToDisk(rewritten) : std::optional(rewritten.errorString());
    if (!failure)
        return {};
    return Error{.kind = ErrorKind::Storage,
                 .message =
                     Trailglass::tr("%1 has values that could take any amount of memory, and cannot be "
                                    "rewritten without them: %2. Nothing is read from it and nothing is "
                                    "remembered. Remove the values that begin with @Variant or @DateTime.")
                         .arg(visibleText(fileName), visibleText(*failure))};
}

/// The path without links, also of a folder that is yet to be made.
QString plainPath(const QString &folder)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    const QFileInfo there(path);
    if (there.exists() || there.isRoot())
        return there.canonicalFilePath();
    return plainPath(there.path()) + u'/' + there.fileName();
}

/// A path may hold whatever an INI file cannot.
QString groupOf(const QString &folder)
{
    constexpr qsizetype Digits = 20;
    const QByteArray hash = QCryptographicHash::hash(plainPath(folder).toUtf8(), QCryptographicHash::Sha256);
    return "workspace-"_L1 + QString::fromLatin1(hash.toHex().left(Digits));
}

QString groupOfIdentity(const QString &identity)
{
    return IdentityGroup + identity;
}

} // namespace

SettingsFile::SettingsFile(const QString &fileName)
{
    const QString name = fileName.isEmpty() ? standardFile() : fileName;
    Result<void> prepared = prepareFile(name);
    if (prepared)
        prepared = makeHarmless(name);
    if (prepared)
        m_file = std::make_unique<QSettings>(name, QSettings::IniFormat);
    else
        m_error = prepared.error();
}

bool SettingsFile::exists(const QString &fileName)
{
    const QFileInfo file(fileName.isEmpty() ? standardFile() : fileName);
    return file.exists() || file.isSymLink();
}

QVariant SettingsFile::value(const QString &key) const
{
    return m_file ? m_file->value(key) : QVariant();
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    if (m_file)
        m_file->setValue(key, value);
}

void SettingsFile::setWorkspace(const QString &folder)
{
    m_workspace = groupOf(folder);
}

QVariant SettingsFile::workspaceValue(QLatin1StringView key) const
{
    return m_workspace.isEmpty() ? QVariant() : value(QString(m_workspace + u'/' + key));
}

void SettingsFile::setWorkspaceValue(QLatin1StringView key, const QVariant &value)
{
    if (!m_file || m_workspace.isEmpty())
        return;
    setValue(QString(m_workspace + u'/' + key), value);
    QStringList used = textsOf(this->value(WorkspacesKey));
    if (used.value(0) == m_workspace)
        return;
    used.removeAll(m_workspace);
    used.prepend(m_workspace);
    while (used.size() > MaxWorkspaces)
        m_file->remove(used.takeLast());
    setValue(WorkspacesKey, used);
}

QVariant SettingsFile::identityValue(const QString &identity, QLatin1StringView key) const
{
    return identity.isEmpty() ? QVariant() : value(QString(groupOfIdentity(identity) + u'/' + key));
}

void SettingsFile::setIdentityValue(const QString &identity, QLatin1StringView key, const QVariant &value)
{
    if (!identity.isEmpty())
        setValue(QString(groupOfIdentity(identity) + u'/' + key), value);
}

QStringList SettingsFile::storedIdentityTexts(QLatin1StringView key, const QString &fileName)
{
    QStringList texts;
    if (!exists(fileName))
        return texts;
    const SettingsFile file(fileName);
    const QStringList groups = file.m_file ? file.m_file->childGroups() : QStringList();
    for (const QString &group : groups) {
        if (group.startsWith(IdentityGroup))
            texts.append(textOf(file.value(QString(group + u'/' + key))));
    }
    texts.removeAll(QString());
    return texts;
}

QVariant SettingsFile::layoutValue(QLatin1StringView key) const
{
    const QVariant own = workspaceValue(key);
    return own.isValid() ? own : value(key);
}

void SettingsFile::setLayoutValue(QLatin1StringView key, const QVariant &value)
{
    setWorkspaceValue(key, value);
    setValue(key, value); // what the next workspace begins with
}

} // namespace Trailglass
