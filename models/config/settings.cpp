// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include "models/config/settingsvalues.h"
#include "models/core/secretreference.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

// What is the user's. The rest of the class is in settingslayout.cpp and settingsworkspace.cpp.

namespace {

constexpr auto ZoneKey = "display/zone"_L1;
constexpr auto AppearanceKey = "display/appearance"_L1;
constexpr auto FolderKey = "export/folder"_L1;
constexpr auto ByteOrderMarkKey = "export/byteordermark"_L1;
constexpr auto RecentKey = "workspaces/recent"_L1;
constexpr auto ArchiveKeysKey = "archives/keys"_L1; ///< address and reference of an archive each

} // namespace

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_file(fileName)
{
}

const std::optional<Error> &Settings::error() const
{
    return m_file.error();
}

void Settings::setWorkspace(const QString &folder)
{
    m_file.setWorkspace(folder);
}

QByteArray Settings::displayZone() const
{
    const QByteArray zone = textOf(m_file.value(ZoneKey)).toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(zone) ? zone : QByteArrayLiteral("UTC");
}

void Settings::setDisplayZone(const QByteArray &zone)
{
    if (zone == displayZone())
        return;
    m_file.setValue(ZoneKey, QString::fromLatin1(zone));
    Q_EMIT displayZoneChanged(displayZone());
}

QString Settings::appearance() const
{
    const QString appearance = textOf(m_file.value(AppearanceKey));
    return appearance == "light"_L1 || appearance == "dark"_L1 ? appearance : u"system"_s;
}

void Settings::setAppearance(const QString &appearance)
{
    if (appearance == this->appearance())
        return;
    m_file.setValue(AppearanceKey, appearance);
    Q_EMIT appearanceChanged(this->appearance());
}

QStringList Settings::recentPlaces() const
{
    return textsOf(m_file.value(RecentKey)).mid(0, MaxRecent);
}

void Settings::addRecentPlace(const QString &place)
{
    QStringList places = recentPlaces();
    places.removeAll(place);
    places.prepend(place);
    m_file.setValue(RecentKey, places.mid(0, MaxRecent));
}

QString Settings::archiveKey(const QString &address) const
{
    const QString start = address + u' ';
    const QStringList keys = textsOf(m_file.value(ArchiveKeysKey));
    const auto found =
        std::ranges::find_if(keys, [&start](const QString &key) { return key.startsWith(start); });
    return found == keys.end() ? QString() : found->sliced(start.size());
}

void Settings::setArchiveKey(const QString &address, const QString &reference)
{
    if (reference == archiveKey(address))
        return;
    const QString start = address + u' ';
    QStringList keys = textsOf(m_file.value(ArchiveKeysKey));
    keys.removeIf([&start](const QString &key) { return key.startsWith(start); });
    if (!reference.isEmpty())
        keys.prepend(QString(start + reference));
    m_file.setValue(ArchiveKeysKey, keys.mid(0, MaxRecent));
}

QStringList Settings::storedArchiveKeyFiles(const QString &fileName)
{
    QStringList files;
    if (!SettingsFile::exists(fileName))
        return files;
    const QStringList keys = textsOf(SettingsFile(fileName).value(ArchiveKeysKey));
    for (const QString &key : keys) {
        const auto reference = parseSecretReference(key.section(u' ', 1)); // after the address
        if (reference && reference->kind == SecretReference::Kind::File)
            files.append(reference->place);
    }
    return files;
}

QString Settings::exportFolder() const
{
    return textOf(m_file.value(FolderKey));
}

void Settings::setExportFolder(const QString &folder)
{
    m_file.setValue(FolderKey, folder);
}

bool Settings::exportsByteOrderMark() const
{
    return isTrue(m_file.value(ByteOrderMarkKey));
}

void Settings::setExportsByteOrderMark(bool isWritten)
{
    m_file.setValue(ByteOrderMarkKey, isWritten);
}

} // namespace Trailglass

#include "moc_settings.cpp"
