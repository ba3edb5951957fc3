// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/evidence/bundlefile.h"

#include "models/evidence/bundlearchive.h"
#include "models/evidence/bundlemembers.h"
#include "tests/merkle/samplekeys.h"
#include "tests/support/ziparchive.h"

#include <QCryptographicHash>
#include <QFile>

namespace Trailglass::Testing {

BundleFiles unpackedBundle(const QString &path)
{
    constexpr qint64 Largest = qint64{1} << 30;
    const auto archive = BundleArchive::open(path, {});
    if (!archive || archive->problem())
        return {};
    BundleFiles files;
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        if (!archive->has(rule.name))
            continue;
        const auto member = archive->member(rule.name, {});
        const auto content = member ? (*member)->all(Largest) : Result<QByteArray>(member.error());
        files[rule.name] = content ? *content : QByteArray("(unreadable)");
    }
    return files;
}

QByteArray packedBundle(const BundleFiles &files)
{
    QList<Support::ZipMember> members;
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        if (const auto file = files.find(rule.name); file != files.end())
            members.append({.name = file->first, .content = file->second});
    }
    return Support::zipArchive(members);
}

void sealAgain(BundleFiles &files, int key)
{
    QByteArray sums;
    for (const auto &[name, content] : files) {
        if (name != BundleMembers::Sums && name != BundleMembers::Signature) {
            sums +=
                QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + "  " + name + '\n';
        }
    }
    const auto signature = sampleKey(key).sign(sums);
    files[BundleMembers::Sums] = sums;
    files[BundleMembers::Signature] = signature ? *signature : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace Trailglass::Testing
