// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/syncsettings.h"
#include "tests/runner/testclass.h"

#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const QString Ours = u"00000000000000a1"_s;
const QString Theirs = u"00000000000000b2"_s;

} // namespace

/// Schedules belong to a user and a workspace's identity.
class SyncSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheSchedulesOfEachIdentityApart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        const SyncSchedules schedules{
            {u"work"_s, {.everyMinutes = 15}},
            {u"50 % of = [it], ü\n"_s, {.everyMinutes = 0, .atStart = true}},
            {u"by hand"_s, {}},
            {u"weekly"_s, {.everyMinutes = SyncSchedule::MaxMinutes, .atStart = true}}};
        {
            SyncSettings settings(file);
            QCOMPARE(settings.schedules(Ours), SyncSchedules());
            QVERIFY(!settings.isPaused(Ours));
            settings.setSchedules(Ours, schedules);
            settings.setPaused(Ours, true);
        }
        const SyncSettings settings(file);
        SyncSchedules kept = schedules;
        kept.remove(u"by hand"_s);
        QCOMPARE(settings.schedules(Ours), kept);
        QVERIFY(settings.isPaused(Ours));
        QCOMPARE(settings.schedules(Theirs), SyncSchedules());
        QVERIFY(!settings.isPaused(Theirs));
    }

    void keepsTheCheckpointsOfEachIdentityApart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        const CheckpointSettings checkpoints{.afterSync = true,
                                             .witnessFile = u"/srv/50 % = [it], ü/witness"_s,
                                             .folder = u"/home/ann/50 % = [it], ü"_s};
        {
            SyncSettings settings(file);
            QCOMPARE(settings.checkpoints(Ours), CheckpointSettings());
            settings.setCheckpoints(Ours, checkpoints);
        }
        QCOMPARE(SyncSettings(file).checkpoints(Ours), checkpoints);
        QCOMPARE(SyncSettings(file).checkpoints(Theirs), CheckpointSettings());
        QCOMPARE(SyncSettings::storedCheckpoints(Ours, file), checkpoints);
    }

    void theWitnessFilesOfAllWorkspacesAreKnown()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        SyncSettings settings(file);
        settings.setCheckpoints(Ours, {.witnessFile = u"/srv/a, b/witness"_s});
        settings.setCheckpoints(Theirs, {.afterSync = true});
        settings.setCheckpoints(u"00000000000000c3"_s, {.witnessFile = u"/srv/other"_s});
        QStringList files = SyncSettings::storedWitnessFiles(file);
        files.sort();
        QCOMPARE(files, (QStringList{u"/srv/a, b/witness"_s, u"/srv/other"_s}));
    }

    void lookingMakesNoFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"config/trailglass.ini"_s);
        QCOMPARE(SyncSettings::storedWitnessFiles(file), QStringList());
        QCOMPARE(SyncSettings::storedCheckpoints(Ours, file), CheckpointSettings());
        QVERIFY(!QFileInfo::exists(folder.filePath(u"config"_s)));
    }

    void aWitnessFileThatIsNoPathReadsAsNone_data()
    {
        QTest::addColumn<QVariant>("stored");
        QTest::newRow("relative") << QVariant(u"witness"_s);
        QTest::newRow("a list") << QVariant(QStringList{u"/a"_s, u"/b"_s});
        QTest::newRow("endless") << QVariant(QString(u'/' + QString(CheckpointSettings::MaxPath, u'a')));
    }

    void aWitnessFileThatIsNoPathReadsAsNone()
    {
        QFETCH(const QVariant, stored);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.setValue("identity-"_L1 + Ours + "/checkpoints"_L1, true);
            raw.setValue("identity-"_L1 + Ours + "/witness"_L1, stored);
        }
        QCOMPARE(SyncSettings(file).checkpoints(Ours),
                 (CheckpointSettings{.afterSync = true, .witnessFile = {}}));
    }

    void withoutAnIdentityNothingIsKept()
    {
        const QTemporaryDir folder;
        SyncSettings settings(folder.filePath(u"trailglass.ini"_s));
        settings.setSchedules({}, {{u"work"_s, {.everyMinutes = 15}}});
        settings.setPaused({}, true);
        QCOMPARE(settings.schedules({}), SyncSchedules());
        QVERIFY(!settings.isPaused({}));
    }

    /// None of the files that they name is ever written over.
    void forgetsNoIdentityHoweverManyThereAre()
    {
        constexpr int Workspaces = 3 * SettingsFile::MaxWorkspaces;
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        SyncSettings settings(file);
        const auto identity = [](int number) {
            return QString::number(number, 16).rightJustified(16, u'0');
        };
        QStringList witnesses;
        for (int number = 0; number < Workspaces; ++number) {
            witnesses.append(u"/srv/witness-%1"_s.arg(number, 3, 10, QChar(u'0')));
            settings.setSchedules(identity(number), {{u"work"_s, {.everyMinutes = 15}}});
            settings.setCheckpoints(identity(number), {.witnessFile = witnesses.last()});
        }
        QVERIFY(!settings.schedules(identity(0)).isEmpty());
        QVERIFY(!settings.schedules(identity(Workspaces - 1)).isEmpty());
        QStringList files = SyncSettings::storedWitnessFiles(file);
        files.sort();
        QCOMPARE(files, witnesses);
    }

    void damagedLinesAreLeftOut_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no name") << u"15 start"_s;
        QTest::newRow("an empty name") << u"15 start "_s;
        QTest::newRow("no number") << u"often - x"_s;
        QTest::newRow("too often") << u"4 - x"_s;
        QTest::newRow("too rarely") << u"10081 - x"_s;
        QTest::newRow("negative") << u"-5 - x"_s;
        QTest::newRow("beyond a number") << u"99999999999999999999 - x"_s;
        QTest::newRow("by hand") << u"0 - x"_s;
        QTest::newRow("another word") << u"15 stop x"_s;
        QTest::newRow("a part too many") << u"15 - x y"_s;
    }

    void damagedLinesAreLeftOut()
    {
        QFETCH(const QString, line);
        const SyncSchedules good{{u"work"_s, {.everyMinutes = 5}}};
        QCOMPARE(parseSyncSchedules(line), SyncSchedules());
        QCOMPARE(parseSyncSchedules(QString(line + "\n5 - work\n"_L1 + line)), good);
    }

    void anEndlessListIsCut()
    {
        SyncSchedules many;
        for (int number = 0; number < 2 * MaxStoredSchedules; ++number)
            many.insert(QString::number(number), {.everyMinutes = 15});
        QCOMPARE(parseSyncSchedules(syncSchedulesText(many)).size(), MaxStoredSchedules);
    }

    void whatIsNoTextInTheFileReadsAsNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trailglass.ini"_s);
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.setValue("identity-"_L1 + Ours + "/schedules"_L1, QStringList{u"15 - a"_s, u"15 - b"_s});
            raw.setValue("identity-"_L1 + Ours + "/paused"_L1, u"perhaps"_s);
        }
        const SyncSettings settings(file);
        QCOMPARE(settings.schedules(Ours), SyncSchedules());
        QVERIFY(!settings.isPaused(Ours));
    }
};

TRAILGLASS_TEST(SyncSettingsTest)
#include "tst_syncsettings.moc"
