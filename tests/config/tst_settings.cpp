// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startsWithDefaults();
    void remembersEverything();
    void remembersRecentPlaces();
    void remembersWhereTheKeysOfArchivesAre();
    void keepsTableAndFilterOfEachWorkspaceApart();
    void keepsTheLayoutOfEachWorkspaceApart();
    void withoutAWorkspaceNeitherReadsNorWritesThem();
    void knowsAWorkspaceByAnyWayToIt();
    void forgetsWorkspacesLongUnused();
    void isPrivateToItsOwner();
    void closesAFileThatOthersCouldRead();
    void neitherReadsNorWritesThroughALink_data();
    void neitherReadsNorWritesThroughALink();
    void damagedValuesReadAsDefaults_data();
    void damagedValuesReadAsDefaults();
    void takesNoObjectFromAFile();
    void neitherReadsNorWritesAFileThatHoldsObjectsForGood();
    void neitherReadsNorWritesAFileThatIsTooLarge();
    void tellsChangesOnce();
    void aPlaceThatCannotBeWrittenIsOnlyForgotten();
    void theStandardPlaceIsTheUsersConfiguration();

private:
    QString fileName() const { return m_folder->filePath(u"config/trailglass.ini"_s); }
    QString workspace() const { return m_folder->filePath(u"workspace"_s); }
    void writeFile(const QByteArray &content) const;
    QByteArray readFile() const;
    int mode(const QString &path) const;
    QStringList filterHistory(const QString &workspace) const;
    void useWorkspace(const QString &workspace, const QString &filter) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

int SettingsTest::mode(const QString &path) const
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0
        ? static_cast<int>(status.st_mode & 07777)
        : -1;
}

void SettingsTest::writeFile(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(QFileInfo(fileName()).path()));
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray SettingsTest::readFile() const
{
    QFile file(fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SettingsTest::startsWithDefaults()
{
    Settings settings(fileName());
    settings.setWorkspace(workspace());
    QCOMPARE(settings.displayZone(), QByteArray("UTC"));
    QCOMPARE(settings.appearance(), u"system"_s);
    QCOMPARE(settings.columns() + settings.sortOrder() + settings.filterText() + settings.exportFolder(),
             QString());
    QVERIFY(settings.columnWidths().isEmpty() && settings.filterHistory().isEmpty());
    QVERIFY(!settings.filterGroups());
    QVERIFY(settings.windowGeometry().isEmpty() && settings.windowState().isEmpty());
    QCOMPARE(settings.timePrecision() + settings.rowDensity() + settings.colourRules(), QString());
    QVERIFY(!settings.isTimeRelative() && !settings.exportsByteOrderMark());
    QCOMPARE(settings.frozenColumns(), 0);
    QVERIFY(settings.isHistogramShown() && settings.inspectorOpensItself());
    QVERIFY(!settings.isInspectorMoved() && !settings.isWindowMaximised());
    QCOMPARE(settings.inspectorTab(), QString());
    QCOMPARE(settings.histogramHeight(), 0);
    QVERIFY(!settings.showsEmptyFields() && !settings.areChangesSideBySide());
    QVERIFY(!settings.showsUnchangedValues() && settings.isJsonFormatted());
    QCOMPARE(settings.sourcesPageSizes(), QList<int>());
    QCOMPARE(settings.sourcesListSizes(), QList<int>());
}

void SettingsTest::remembersRecentPlaces()
{
    {
        Settings settings(fileName());
        QCOMPARE(settings.recentPlaces(), QStringList());
        settings.addRecentPlace(u"/tmp/a, b"_s);
        QCOMPARE(settings.recentPlaces(), QStringList(u"/tmp/a, b"_s));
        for (int number = 0; number < Settings::MaxRecent; ++number)
            settings.addRecentPlace(u"/tmp/%1"_s.arg(number));
        settings.addRecentPlace(u"/tmp/3"_s);
    }
    const QStringList folders = Settings(fileName()).recentPlaces();
    QCOMPARE(folders.size(), Settings::MaxRecent);
    QCOMPARE(folders.mid(0, 2), QStringList({u"/tmp/3"_s, u"/tmp/9"_s}));
    QCOMPARE(folders.count(u"/tmp/3"_s), 1);
}

void SettingsTest::remembersWhereTheKeysOfArchivesAre()
{
    const QString one = u"https://ann@archive.example:8443/audit"_s;
    const QString other = u"https://ann@archive.example:8443/audit2"_s; // begins with the same
    {
        Settings settings(fileName());
        QCOMPARE(settings.archiveKey(one), QString());
        settings.setArchiveKey(one, u"env:ARCHIVE_KEY"_s);
        settings.setArchiveKey(other, u"file:/run/keys/of ann, bob"_s);
        QCOMPARE(settings.archiveKey(one), u"env:ARCHIVE_KEY"_s);
    }
    Settings settings(fileName());
    QCOMPARE(settings.archiveKey(one), u"env:ARCHIVE_KEY"_s);
    QCOMPARE(settings.archiveKey(other), u"file:/run/keys/of ann, bob"_s);
    QCOMPARE(Settings::storedArchiveKeyFiles(fileName()), QStringList{u"/run/keys/of ann, bob"_s});
    settings.setArchiveKey(one, {}); // in the keychain from now on
    QCOMPARE(settings.archiveKey(one), QString());
    for (int number = 0; number < Settings::MaxRecent; ++number)
        settings.setArchiveKey(u"https://ann@archive.example:8443/new%1"_s.arg(number), u"env:KEY"_s);
    QCOMPARE(settings.archiveKey(other), QString()); // those that were set last are kept
}

void SettingsTest::remembersEverything()
{
    const QByteArray state("\x00\xff=\n,;", 6);
    const QStringList history{u"actor:ann, bob"_s, u"\"C:\\Users\" OR @x:1"_s, u"日本語 % \n"_s};
    const QList<FilterGroupSetting> groups{{u"actor"_s, true, false},
                                           {u"@a.\"b, c\""_s, false, true},
                                           {u"@\"two\nlines, C:\\new \\\n\""_s, true, true},
                                           {u"op"_s, true, false},
                                           {u"ip"_s, false, false}};
    const QMap<QString, int> widths{{u"created"_s, 180}, {u"@a.\"b, c\"/d"_s, 90}};
    {
        Settings settings(fileName());
        settings.setWorkspace(workspace());
        settings.setDisplayZone("Europe/Berlin");
        settings.setAppearance(u"dark"_s);
        settings.setColumns(u"created,@a.\"b, c\""_s);
        settings.setColumnWidths(widths);
        settings.setSortOrder(u"-created,actor"_s);
        settings.setFilterGroups(groups);
        settings.setFilterText(u"@x:1,2"_s);
        settings.setDisabledTerms({u"0 actor:=\"a, b\""_s, u"2 x"_s});
        settings.setFilterHistory(history);
        settings.setWindowGeometry(state);
        settings.setWindowState(state);
        settings.setExportFolder(u"/tmp/a, b"_s);
        settings.setExportsByteOrderMark(true);
        settings.setTimePrecision(u"seconds"_s);
        settings.setTimeRelative(true);
        settings.setRowDensity(u"compact"_s);
        settings.setColourRules(u"[{\"filter\":\"a, b; =\\n\"}]"_s);
        settings.setFrozenColumns(2);
    }
    Settings settings(fileName());
    settings.setWorkspace(workspace());
    QCOMPARE(settings.displayZone(), QByteArray("Europe/Berlin"));
    QCOMPARE(settings.appearance(), u"dark"_s);
    QCOMPARE(settings.columns(), u"created,@a.\"b, c\""_s);
    QCOMPARE(settings.columnWidths(), widths);
    QCOMPARE(settings.sortOrder(), u"-created,actor"_s);
    QCOMPARE(settings.filterGroups(), groups);
    settings.setFilterGroups({});
    QCOMPARE(settings.filterGroups(), QList<FilterGroupSetting>());
    QCOMPARE(settings.filterText(), u"@x:1,2"_s);
    QCOMPARE(settings.disabledTerms(), QStringList({u"0 actor:=\"a, b\""_s, u"2 x"_s}));
    QCOMPARE(settings.filterHistory(), history);
    QCOMPARE(settings.windowGeometry(), state);
    QCOMPARE(settings.windowState(), state);
    QCOMPARE(settings.exportFolder(), u"/tmp/a, b"_s);
    QVERIFY(settings.exportsByteOrderMark());
    QCOMPARE(settings.timePrecision(), u"seconds"_s);
    QVERIFY(settings.isTimeRelative());
    QCOMPARE(settings.rowDensity(), u"compact"_s);
    QCOMPARE(settings.colourRules(), u"[{\"filter\":\"a, b; =\\n\"}]"_s);
    QCOMPARE(settings.frozenColumns(), 2);
    useWorkspace(workspace(), u"only, one"_s);
    QCOMPARE(filterHistory(workspace()), QStringList{u"only, one"_s});
}

QStringList SettingsTest::filterHistory(const QString &workspace) const
{
    Settings settings(fileName());
    settings.setWorkspace(workspace);
    return settings.filterHistory();
}

void SettingsTest::useWorkspace(const QString &workspace, const QString &filter) const
{
    Settings settings(fileName());
    settings.setWorkspace(workspace);
    settings.setFilterHistory({filter});
}

void SettingsTest::keepsTableAndFilterOfEachWorkspaceApart()
{
    useWorkspace(u"/one"_s, u"actor:ann"_s);
    useWorkspace(u"/two"_s, u"actor:bob"_s);
    QCOMPARE(filterHistory(u"/one"_s), QStringList{u"actor:ann"_s});
    QCOMPARE(filterHistory(u"/two"_s), QStringList{u"actor:bob"_s});
    QCOMPARE(filterHistory(u"/three"_s), QStringList());
}

void SettingsTest::keepsTheLayoutOfEachWorkspaceApart()
{
    const QString other = m_folder->filePath(u"other"_s);
    const auto set = [this](const QString &folder, int height, bool isShown) {
        Settings settings(fileName());
        if (!folder.isEmpty())
            settings.setWorkspace(folder);
        settings.setHistogramHeight(height);
        settings.setHistogramShown(isShown);
        settings.setInspectorOpensItself(isShown);
        settings.setInspectorMoved(!isShown);
        settings.setWindowMaximised(isShown);
        settings.setInspectorTab(isShown ? u"json"_s : u"raw"_s);
        settings.setTimePrecision(isShown ? u"seconds"_s : u"microseconds"_s);
        settings.setTimeRelative(isShown);
        settings.setRowDensity(isShown ? u"compact"_s : u"comfortable"_s);
        settings.setDisplayZone(isShown ? "Asia/Tokyo" : "Europe/Berlin");
        settings.setWindowState(QByteArray::number(height));
        settings.setShowsEmptyFields(isShown);
        settings.setChangesSideBySide(isShown);
        settings.setShowsUnchangedValues(isShown);
        settings.setJsonFormatted(!isShown);
        settings.setSourcesPageSizes({height, 2 * height});
        settings.setSourcesListSizes({height + 1, height});
    };
    const auto verify = [this](const QString &folder, int height, bool isShown) {
        Settings settings(fileName());
        settings.setWorkspace(folder);
        QCOMPARE(settings.histogramHeight(), height);
        QCOMPARE(settings.isHistogramShown(), isShown);
        QCOMPARE(settings.inspectorOpensItself(), isShown);
        QCOMPARE(settings.isInspectorMoved(), !isShown);
        QCOMPARE(settings.isWindowMaximised(), isShown);
        QCOMPARE(settings.inspectorTab(), isShown ? u"json"_s : u"raw"_s);
        QCOMPARE(settings.timePrecision(), isShown ? u"seconds"_s : u"microseconds"_s);
        QCOMPARE(settings.isTimeRelative(), isShown);
        QCOMPARE(settings.rowDensity(), isShown ? u"compact"_s : u"comfortable"_s);
        QCOMPARE(settings.windowState(), QByteArray::number(height));
        QCOMPARE(settings.showsEmptyFields(), isShown);
        QCOMPARE(settings.areChangesSideBySide(), isShown);
        QCOMPARE(settings.showsUnchangedValues(), isShown);
        QCOMPARE(settings.isJsonFormatted(), !isShown);
        QCOMPARE(settings.sourcesPageSizes(), QList<int>({height, 2 * height}));
        QCOMPARE(settings.sourcesListSizes(), QList<int>({height + 1, height}));
    };
    set(workspace(), 100, false);
    verify(other, 100, false); // begins with what was used last
    set(other, 200, true);
    verify(workspace(), 100, false);
    verify(other, 200, true);
    Settings settings(fileName());
    settings.setWorkspace(workspace());
    QCOMPARE(settings.displayZone(), QByteArray("Asia/Tokyo")); // one for every workspace
    set({}, 300, true); // the demo has no workspace
    verify(workspace(), 100, false);
    verify(m_folder->filePath(u"third"_s), 300, true);
}

void SettingsTest::withoutAWorkspaceNeitherReadsNorWritesThem()
{
    useWorkspace(u"/one"_s, u"actor:ann"_s);
    {
        Settings none(fileName());
        none.setFilterText(u"op:delete"_s);
        none.setFilterHistory({u"op:delete"_s});
        none.setColumns(u"actor"_s);
        none.setSortOrder(u"actor"_s);
        QCOMPARE(none.filterText() + none.columns() + none.sortOrder(), QString());
        QVERIFY(none.filterHistory().isEmpty());
    }
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("actor:ann"));
    QVERIFY(!content.contains("op:delete"));
}

void SettingsTest::knowsAWorkspaceByAnyWayToIt()
{
    const QString straight = m_folder->filePath(u"workspace"_s);
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"link"_s)));
    useWorkspace(straight, u"actor:ann"_s); // before it is made
    QVERIFY(QDir().mkpath(straight));
    QCOMPARE(filterHistory(straight + u"/"_s), QStringList{u"actor:ann"_s});
    QCOMPARE(filterHistory(m_folder->filePath(u"link/./workspace"_s)), QStringList{u"actor:ann"_s});
}

void SettingsTest::forgetsWorkspacesLongUnused()
{
    useWorkspace(u"/first"_s, u"actor:ann"_s);
    useWorkspace(u"/second"_s, u"actor:bob"_s);
    useWorkspace(u"/first"_s, u"actor:ann"_s); // again
    for (int number = 0; number < SettingsFile::MaxWorkspaces - 1; ++number)
        useWorkspace(u"/more/%1"_s.arg(number), u"x"_s);
    QCOMPARE(filterHistory(u"/first"_s), QStringList{u"actor:ann"_s});
    QCOMPARE(filterHistory(u"/second"_s), QStringList());
}

void SettingsTest::isPrivateToItsOwner()
{
    {
        Settings settings(fileName());
        settings.setAppearance(u"dark"_s);
    }
    QCOMPARE(mode(fileName()), 0600);
    QCOMPARE(mode(QFileInfo(fileName()).path()), 0700);
}

void SettingsTest::closesAFileThatOthersCouldRead()
{
    QVERIFY(QDir().mkpath(QFileInfo(fileName()).path()));
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[display]\nappearance=dark\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    {
        Settings settings(fileName());
        QCOMPARE(settings.appearance(), u"dark"_s);
        settings.setAppearance(u"light"_s);
    }
    QCOMPARE(mode(fileName()), 0600);
}

void SettingsTest::neitherReadsNorWritesThroughALink_data()
{
    QTest::addColumn<bool>("symbolic");
    QTest::newRow("a symbolic link") << true;
    QTest::newRow("a second name") << false;
}

void SettingsTest::neitherReadsNorWritesThroughALink()
{
    QFETCH(bool, symbolic);
    const QString other = m_folder->filePath(u"other.ini"_s);
    QFile file(other);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    const QByteArray content("[display]\nzone=Europe/Berlin\n");
    file.write(content);
    QCOMPARE(::chmod(QFile::encodeName(other).constData(), 0644), 0);
    QVERIFY(QDir(m_folder->path()).mkpath(u"config"_s));
    const QByteArray place = QFile::encodeName(fileName());
    QCOMPARE(symbolic ? ::symlink(QFile::encodeName(other).constData(), place.constData())
                      : ::link(QFile::encodeName(other).constData(), place.constData()),
             0);
    {
        Settings settings(fileName());
        QVERIFY(settings.error());
        QVERIFY2(settings.error()->message.startsWith(fileName()), qPrintable(settings.error()->message));
        QCOMPARE(settings.displayZone(), QByteArray("UTC"));
        settings.setWorkspace(workspace());
        settings.setFilterText(u"x"_s);
        settings.setDisplayZone("Asia/Tokyo");
        settings.setExportFolder(u"/tmp"_s);
        QCOMPARE(settings.filterText(), QString());
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), content);
    QCOMPARE(mode(other), 0644);
    QCOMPARE(QFileInfo(fileName()).isSymLink(), symbolic);
    QVERIFY(QFile::remove(fileName()));
    QVERIFY(!Settings(fileName()).error());
}

void SettingsTest::damagedValuesReadAsDefaults_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no such zone") << QByteArray("[display]\nzone=Atlantis/Capital\nappearance=mauve\n");
    QTest::newRow("lists for texts") << QByteArray(
        "[display]\nzone=a, b\n[WORKSPACE]\ncolumns=a, b\nsort=x, y\n"
        "filter=a, b\n[workspaces]\nused=1\n[export]\nfolder=a, b\n");
    QTest::newRow("texts for bytes") << QByteArray("[window]\ngeometry=hello\nstate=@Invalid()\n");
    QTest::newRow("no numbers") << QByteArray("[WORKSPACE]\nwidths=nonsense\nsources\\page=a, b\n");
    QTest::newRow("sizes of one part and of three") << QByteArray("[sources]\npage=400\nlists=1, 2, 3\n");
    QTest::newRow("sizes that no part has") << QByteArray("[sources]\npage=400, -3\nlists=0, 99999999999\n");
    QTest::newRow("neither true nor false")
        << QByteArray("[inspector]\nempty=maybe\nbeside=1\nunchanged=a, b\nformatted=perhaps\n");
    QTest::newRow("no INI file") << QByteArray("\x00\xff\xfe{]=[[\n@Variant(\n", 17);
    QTest::newRow("broken variant") << QByteArray("[WORKSPACE]\nwidths=@Variant(\\0\\0\\0\b\\xff\\xff)\n"
                                                  "[window]\ngeometry=@ByteArray(\n");
}

void SettingsTest::damagedValuesReadAsDefaults()
{
    QFETCH(QByteArray, content);
    useWorkspace(workspace(), u"x"_s);
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto group = QRegularExpression(u"workspace-[0-9a-f]+"_s).match(QString::fromUtf8(file.readAll()));
    QVERIFY(group.hasMatch());
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(content.replace("WORKSPACE", group.captured().toUtf8()));
    file.close();
    startsWithDefaults();
}

/// A list of two thousand million elements, of which there is none.
void SettingsTest::takesNoObjectFromAFile()
{
    writeFile("[display]\nappearance=dark\nzone=@Variant(\\0\\0\\0\\x9\\x7f\\xff\\xff\\xff)\n");
    {
        Settings settings(fileName());
        QVERIFY(!settings.error());
        QCOMPARE(settings.displayZone(), QByteArray("UTC"));
        QCOMPARE(settings.appearance(), u"dark"_s);
    }
    QVERIFY(!readFile().contains("@Variant("));
    QCOMPARE(mode(fileName()), 0600);
}

void SettingsTest::neitherReadsNorWritesAFileThatHoldsObjectsForGood()
{
    const QByteArray content = "[display]\nappearance=dark\nzone=@Variant(\\0)\n";
    writeFile(content);
    {
        constexpr qint64 FullDisk = 16; // bytes
        const Support::FileSizeLimit limit(FullDisk);
        Settings settings(fileName());
        QVERIFY(settings.error());
        QCOMPARE(settings.error()->kind, ErrorKind::Storage);
        QVERIFY2(settings.error()->message.startsWith(fileName()), qPrintable(settings.error()->message));
        QCOMPARE(settings.appearance(), u"system"_s);
        settings.setAppearance(u"light"_s);
    }
    QCOMPARE(readFile(), content);
    QCOMPARE(Settings(fileName()).appearance(), u"dark"_s);
}

void SettingsTest::neitherReadsNorWritesAFileThatIsTooLarge()
{
    writeFile("[display]\nappearance=dark\n");
    QVERIFY(QFile::resize(fileName(), SettingsFile::MaxBytes + 1));
    {
        Settings settings(fileName());
        QVERIFY(settings.error());
        QCOMPARE(settings.error()->kind, ErrorKind::TooLarge);
        QVERIFY2(settings.error()->message.startsWith(fileName()), qPrintable(settings.error()->message));
        QCOMPARE(settings.appearance(), u"system"_s);
        settings.setAppearance(u"light"_s);
    }
    QCOMPARE(QFileInfo(fileName()).size(), SettingsFile::MaxBytes + 1);
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

TRAILGLASS_TEST(SettingsTest)
#include "tst_settings.moc"
