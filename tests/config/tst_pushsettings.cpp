// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/pushsettings.h"
#include "tests/runner/testclass.h"

#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const QString Ours = u"00000000000000a1"_s;
const QString Theirs = u"00000000000000b2"_s;

PushTargets someTargets()
{
    return {u"/home/ann/50 % of [it], ü"_s,
            {{u"https://push@archive.example:8443/audit"_s, {}},
             {u"https://push@other.example:8443/audit?cluster=one"_s, u"file:/home/ann/a key,\nof %1"_s}}};
}

} // namespace

/// Pushes after syncs belong to a user, a workspace's identity and its folder.
class PushSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTargetsOfEachIdentityApart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        {
            PushSettings settings(file);
            QCOMPARE(settings.targets(Ours), PushTargets());
            settings.setTargets(Ours, someTargets());
        }
        PushSettings settings(file);
        QCOMPARE(settings.targets(Ours), someTargets());
        QCOMPARE(settings.targets(Theirs), PushTargets());
        QCOMPARE(PushSettings::storedTargets(Ours, file), someTargets());

        settings.setTargets(Ours, {someTargets().folder, {}});
        QCOMPARE(settings.targets(Ours), PushTargets());
    }

    void withoutAnIdentityNothingIsKept()
    {
        const QTemporaryDir folder;
        PushSettings settings(folder.filePath(u"trailglass.ini"_s));
        settings.setTargets({}, someTargets());
        QCOMPARE(settings.targets({}), PushTargets());
    }

    void theKeyFilesOfAllWorkspacesAreKnown()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        PushSettings settings(file);
        settings.setTargets(Ours, someTargets());
        settings.setTargets(Theirs,
                            {u"/home/bob"_s,
                             {{u"https://push@archive.example:8443/audit"_s, u"env:ARCHIVE_KEY"_s},
                              {u"https://push@third.example:8443/audit"_s, u"file:/home/bob/key"_s}}});
        QStringList files = PushSettings::storedKeyFiles(file);
        files.sort();
        QCOMPARE(files, (QStringList{u"/home/ann/a key,\nof %1"_s, u"/home/bob/key"_s}));
    }

    void lookingMakesNoFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"config/trailglass.ini"_s);
        QCOMPARE(PushSettings::storedKeyFiles(file), QStringList());
        QCOMPARE(PushSettings::storedTargets(Ours, file), PushTargets());
        QVERIFY(!QFileInfo::exists(folder.filePath(u"config"_s)));
    }

    void whatIsDamagedIsLeftOut_data()
    {
        QTest::addColumn<QVariant>("stored");
        QTest::addColumn<int>("archives");
        QTest::newRow("nothing") << QVariant(QString()) << 0;
        QTest::newRow("a list") << QVariant(QStringList{u"/a"_s, u"https://a "_s}) << 0;
        QTest::newRow("no folder") << QVariant(u"https://a "_s) << 0;
        QTest::newRow("a relative folder") << QVariant(u"a\nhttps://a "_s) << 0;
        QTest::newRow("a long folder")
            << QVariant(QString(u'/' + QString(PushTargets::MaxText, u'a') + u"\nhttps://a "_s)) << 0;
        QTest::newRow("good") << QVariant(u"/a\nhttps://a \nhttps://b env%3AKEY"_s) << 2;
        QTest::newRow("no place of a key") << QVariant(u"/a\nhttps://a\nhttps://b "_s) << 1;
        QTest::newRow("a part too many") << QVariant(u"/a\nhttps://a b c\nhttps://b "_s) << 1;
        QTest::newRow("no address") << QVariant(u"/a\n env%3AKEY"_s) << 0;
        QTest::newRow("a space in an address") << QVariant(u"/a\nhttps://a%20b "_s) << 0;
        QTest::newRow("an address twice") << QVariant(u"/a\nhttps://a \nhttps://a env%3AKEY"_s) << 1;
        QTest::newRow("a long address")
            << QVariant(QString(u"/a\n"_s + QString(PushTargets::MaxText + 1, u'a') + u' ')) << 0;
        QString many = u"/a"_s;
        for (int number = 0; number < 2 * PushTargets::MaxArchives; ++number)
            many += u"\nhttps://a%1 "_s.arg(number);
        QTest::newRow("many") << QVariant(many) << static_cast<int>(PushTargets::MaxArchives);
    }

    void whatIsDamagedIsLeftOut()
    {
        QFETCH(const QVariant, stored);
        QFETCH(const int, archives);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        QSettings(file, QSettings::IniFormat).setValue("identity-"_L1 + Ours + "/push"_L1, stored);
        QCOMPARE(PushSettings(file).targets(Ours).archives.size(), archives);
    }
};

TRAILGLASS_TEST(PushSettingsTest)
#include "tst_pushsettings.moc"
