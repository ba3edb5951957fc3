// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startsWithDefaults();
    void remembersEverything();
    void isPrivateToItsOwner();
    void closesAFileThatOthersCouldRead();
    void damagedValuesReadAsDefaults_data();
    void damagedValuesReadAsDefaults();
    void tellsChangesOnce();
    void aPlaceThatCannotBeWrittenIsOnlyForgotten();
    void theStandardPlaceIsTheUsersConfiguration();

private:
    QString fileName() const { return m_folder->filePath(u"config/trailglass.ini"_s); }
    int mode(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

int SettingsTest::mode(const QString &path) const
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0
        ? static_cast<int>(status.st_mode & 07777)
        : -1;
}

void SettingsTest::startsWithDefaults()
{
    const Settings settings(fileName());
    QCOMPARE(settings.displayZone(), QByteArray("UTC"));
    QCOMPARE(settings.appearance(), u"system"_s);
    QCOMPARE(settings.columns() + settings.sortOrder() + settings.filterText() + settings.exportFolder(),
             QString());
    QVERIFY(settings.columnWidths().isEmpty() && settings.filterHistory().isEmpty());
    QVERIFY(settings.windowGeometry().isEmpty() && settings.windowState().isEmpty());
}

void SettingsTest::remembersEverything()
{
    const QByteArray state("\x00\xff=\n,;", 6);
    const QStringList history{u"actor:ann, bob"_s, u"\"C:\\Users\" OR @x:1"_s, u"日本語 % \n"_s};
    const QMap<QString, int> widths{{u"created"_s, 180}, {u"@a.\"b, c\"/d"_s, 90}};
    {
        Settings settings(fileName());
        settings.setDisplayZone("Europe/Berlin");
        settings.setAppearance(u"dark"_s);
        settings.setColumns(u"created,@a.\"b, c\""_s);
        settings.setColumnWidths(widths);
        settings.setSortOrder(u"-created,actor"_s);
        settings.setFilterText(u"@x:1,2"_s);
        settings.setFilterHistory(history);
        settings.setWindowGeometry(state);
        settings.setWindowState(state);
        settings.setExportFolder(u"/tmp/a, b"_s);
    }
    const Settings settings(fileName());
    QCOMPARE(settings.displayZone(), QByteArray("Europe/Berlin"));
    QCOMPARE(settings.appearance(), u"dark"_s);
    QCOMPARE(settings.columns(), u"created,@a.\"b, c\""_s);
    QCOMPARE(settings.columnWidths(), widths);
    QCOMPARE(settings.sortOrder(), u"-created,actor"_s);
    QCOMPARE(settings.filterText(), u"@x:1,2"_s);
    QCOMPARE(settings.filterHistory(), history);
    QCOMPARE(settings.windowGeometry(), state);
    QCOMPARE(settings.windowState(), state);
    QCOMPARE(settings.exportFolder(), u"/tmp/a, b"_s);
    {
        Settings one(fileName());
        one.setFilterHistory({u"only, one"_s});
    }
    QCOMPARE(Settings(fileName()).filterHistory(), QStringList{u"only, one"_s});
}

void SettingsTest::isPrivateToItsOwner()
{
    {
        Settings settings(fileName());
        settings.setFilterText(u"actor:ann"_s);
    }
    QCOMPARE(mode(fileName()), 0600);
    QCOMPARE(mode(QFileInfo(fileName()).path()), 0700);
}

void SettingsTest::closesAFileThatOthersCouldRead()
{
    QVERIFY(QDir().mkpath(QFileInfo(fileName()).path()));
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[filter]\ntext=actor:ann\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    {
        Settings settings(fileName());
        QCOMPARE(settings.filterText(), u"actor:ann"_s);
        settings.setFilterText(u"x"_s);
    }
    QCOMPARE(mode(fileName()), 0600);
}

void SettingsTest::damagedValuesReadAsDefaults_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no such zone") << QByteArray("[display]\nzone=Atlantis/Capital\nappearance=mauve\n");
    QTest::newRow("lists for texts") << QByteArray("[display]\nzone=a, b\n[table]\ncolumns=a, b\nsort=x, y\n"
                                                   "[filter]\ntext=a, b\n[export]\nfolder=a, b\n");
    QTest::newRow("texts for bytes") << QByteArray("[window]\ngeometry=hello\nstate=@Invalid()\n");
    QTest::newRow("no numbers") << QByteArray("[table]\nwidths=nonsense\n");
    QTest::newRow("no INI file") << QByteArray("\x00\xff\xfe{]=[[\n@Variant(\n", 17);
    QTest::newRow("broken variant") << QByteArray("[table]\nwidths=@Variant(\\0\\0\\0\b\\xff\\xff)\n"
                                                  "[window]\ngeometry=@ByteArray(\n");
}

void SettingsTest::damagedValuesReadAsDefaults()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(QFileInfo(fileName()).path()));
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    startsWithDefaults();
}

void SettingsTest::tellsChangesOnce()
{
    Settings settings(fileName());
    const QSignalSpy zones(&settings, &Settings::displayZoneChanged);
    const QSignalSpy appearances(&settings, &Settings::appearanceChanged);
    settings.setDisplayZone("Asia/Tokyo");
    settings.setDisplayZone("Asia/Tokyo");
    settings.setAppearance(u"light"_s);
    settings.setAppearance(u"light"_s);
    QCOMPARE(zones.size(), 1);
    QCOMPARE(zones.first().first().toByteArray(), QByteArray("Asia/Tokyo"));
    QCOMPARE(appearances.size(), 1);
}

void SettingsTest::aPlaceThatCannotBeWrittenIsOnlyForgotten()
{
    QFile file(m_folder->filePath(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    {
        Settings settings(fileName());
        settings.setAppearance(u"dark"_s);
        QCOMPARE(settings.appearance(), u"dark"_s);
    }
    QCOMPARE(Settings(fileName()).appearance(), u"system"_s);
}

void SettingsTest::theStandardPlaceIsTheUsersConfiguration()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString place =
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/trailglass.ini"_L1;
    QFile::remove(place);
    {
        Settings settings;
        settings.setAppearance(u"light"_s);
    }
    QVERIFY(QFile::exists(place));
    QVERIFY(QFile::remove(place));
    QStandardPaths::setTestModeEnabled(false);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
