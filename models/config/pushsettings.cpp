// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/pushsettings.h"

#include "models/config/settingsvalues.h"
#include "models/core/secretreference.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto PushKey = "push"_L1; ///< the folder, then an address and the place of its key each line

QString encodedPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decodedPart(const QString &part)
{
    return QUrl::fromPercentEncoding(part.toLatin1());
}

bool isTargetAddress(const QString &address)
{
    return !address.isEmpty() && address.size() <= PushTargets::MaxText && !address.contains(u' ');
}

QString pushTargetsText(const PushTargets &targets)
{
    QStringList lines{encodedPart(targets.folder)};
    for (const PushTarget &target : targets.archives)
        lines += encodedPart(target.archive) + u' ' + encodedPart(target.key);
    return lines.join(u'\n');
}

PushTargets parsePushTargets(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const QStringList archives = lines.mid(1, PushTargets::MaxArchives);
    PushTargets targets{.folder = decodedPart(lines.constFirst())};
    if (!targets.folder.startsWith(u'/') || targets.folder.size() > PushTargets::MaxText)
        return {};
    for (const QString &line : archives) {
        const QStringList parts = line.split(u' ');
        const PushTarget target{decodedPart(parts.constFirst()), decodedPart(parts.value(1))};
        const bool isKnown = std::ranges::find(targets.archives, target.archive, &PushTarget::archive)
            != targets.archives.end();
        if (parts.size() == 2 && isTargetAddress(target.archive) && target.key.size() <= PushTargets::MaxText
            && !isKnown)
            targets.archives.append(target);
    }
    return targets;
}

} // namespace

PushSettings::PushSettings(const QString &fileName)
    : m_file(fileName)
{
}

PushTargets PushSettings::targets(const QString &identity) const
{
    return parsePushTargets(textOf(m_file.identityValue(identity, PushKey)));
}

void PushSettings::setTargets(const QString &identity, const PushTargets &targets)
{
    m_file.setIdentityValue(identity, PushKey,
                            targets.archives.isEmpty() ? QString() : pushTargetsText(targets));
}

PushTargets PushSettings::storedTargets(const QString &identity, const QString &fileName)
{
    return SettingsFile::exists(fileName) ? PushSettings(fileName).targets(identity) : PushTargets();
}

QStringList PushSettings::storedKeyFiles(const QString &fileName)
{
    QStringList files;
    const QStringList stored = SettingsFile::storedIdentityTexts(PushKey, fileName);
    for (const QString &text : stored) {
        const QList<PushTarget> archives = parsePushTargets(text).archives;
        for (const PushTarget &target : archives) {
            const auto key = parseSecretReference(target.key);
            if (key && key->kind == SecretReference::Kind::File)
                files.append(key->place);
        }
    }
    return files;
}

} // namespace Trailglass
