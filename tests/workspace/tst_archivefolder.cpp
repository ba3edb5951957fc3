// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivefolder.h"

#include "models/core/programfolders.h"
#include "models/presets/presetstorage.h"
#include "models/workspace/presetchanges.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

ArchivePlace placeAt(const QString &address)
{
    return ArchivePlace::parse(address).value();
}

} // namespace

/// What a user keeps of an archive on this machine.
class ArchiveFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void isOneForEachArchive_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("itself") << u"https://ann@archive.example:8443/audit"_s << true;
        QTest::newRow("another user") << u"https://bob@archive.example:8443/audit"_s << true;
        QTest::newRow("as a cluster") << u"https://ann@archive.example:8443/audit?cluster=two"_s << true;
        QTest::newRow("another database") << u"https://ann@archive.example:8443/audit2"_s << false;
        QTest::newRow("another server") << u"https://ann@archive2.example:8443/audit"_s << false;
        QTest::newRow("another port") << u"https://ann@archive.example:443/audit"_s << false;
    }
    void isOneForEachArchive()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isSame);
        const QString folder = archiveFolder(placeAt(u"https://ann@archive.example/audit"_s));
        QCOMPARE(archiveFolder(placeAt(address)) == folder, isSame);
    }

    void isBesideTheSettings()
    {
        const ArchivePlace place = placeAt(u"https://ann@archive.example/audit"_s);
        QVERIFY(archiveFolder(place).startsWith(configFolder() + u"/archives/"_s));
        QVERIFY(archiveFolder(place, u"/tmp/of ann/settings.ini"_s).startsWith(u"/tmp/of ann/archives/"_s));
    }

    void hasThePresetsOfTheUser()
    {
        const QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        const ArchivePlace place = placeAt(u"https://ann@archive.example/audit"_s);
        const auto none = storedPresets(archiveFolder(place));
        VERIFY_RESULT(none);
        QVERIFY(none->isEmpty());

        VERIFY_RESULT(savePreset(archiveFolder(place), {u"failures"_s, u"outcome:failure"_s}));

        const auto kept = storedPresets(archiveFolder(place));
        qunsetenv("XDG_CONFIG_HOME");
        VERIFY_RESULT(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().name, u"failures"_s);
    }
};

TRAILGLASS_TEST(ArchiveFolderTest)
#include "tst_archivefolder.moc"
