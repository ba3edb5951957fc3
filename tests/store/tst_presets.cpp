// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/databasefile.h"
#include "models/store/migrations.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// Presets in the database, and how a workspace of the version without them gets their table.
class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsBackSavedPresets();
    void listsByName();
    void savingReplacesThePresetOfTheSameName();
    void deletesByName();
    void changesAllOrNothing();
    void plansWithTheStoredPresets();
    void aVersion1WorkspaceIsReadUnchangedAndHasNone();
    void aVersion1WorkspaceGetsTheTableBesideABackup();
    void aVersion1WorkspaceWaitsForTheOneWhoHoldsTheLock();
    void aWorkspaceFromBeforeColourRulesKeepsItsPresets();
    void aLaterVersionIsRefused();

private:
    void makeVersion1();
    std::unique_ptr<EventWriter> writer() const { return std::move(*EventWriter::open(m_folder->path())); }
    QList<Preset> presets() const { return *(*EventReader::open(m_folder->path()))->presets(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePaths m_paths;
};

namespace {

const Preset Night{u"night"_s, u"hour:22..,..5"_s, u"created,@details.\"new, value\""_s, u"-created,actor"_s,
                   uR"([{"colour":0,"filter":"actor:(","name":"Ünï “x”","on":true}])"_s};
const Preset Awkward{u"Ünïcode \"quoted\" & 日本語"_s, u"“a” OR preset:night"_s, {}, {}};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void PresetsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = WorkspacePaths::of(m_folder->path());
}

/// A workspace of the version before presets, with a source.
void PresetsTest::makeVersion1()
{
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    VERIFY_RESULT(connection);
    VERIFY_RESULT(migrate(**connection, m_paths, migrations().first(1)));
    VERIFY_RESULT((*connection)->execute("PRAGMA journal_mode=WAL"));
    VERIFY_RESULT((*connection)
                      ->execute("INSERT INTO source (name, type, settings, secrets) "
                                "VALUES ('work', 'asana', '{}', '{}')"));
}

void PresetsTest::readsBackSavedPresets()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    VERIFY_RESULT(writer()->savePreset(Awkward));
    QCOMPARE(presets(), (QList<Preset>{Night, Awkward}));
    QCOMPARE(writer()->savePreset({{}, u"x"_s}).error().kind, ErrorKind::Usage);
}

void PresetsTest::listsByName()
{
    const auto open = writer();
    for (const QString &name : {u"b"_s, u"a"_s, u"B"_s})
        VERIFY_RESULT(open->savePreset({name, {}}));
    QStringList names;
    for (const Preset &preset : presets())
        names.append(preset.name);
    QCOMPARE(names, (QStringList{u"B"_s, u"a"_s, u"b"_s}));
}

void PresetsTest::savingReplacesThePresetOfTheSameName()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    const Preset other{Night.name, u"x"_s};
    VERIFY_RESULT(writer()->savePreset(other));
    QCOMPARE(presets(), QList<Preset>{other});
}

void PresetsTest::deletesByName()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    VERIFY_RESULT(writer()->changePresets({.deleted = {u"Night"_s}}));
    QCOMPARE(presets(), QList<Preset>{Night});
    VERIFY_RESULT(writer()->changePresets({.deleted = {u"night"_s}}));
    QVERIFY(presets().isEmpty());
}

void PresetsTest::changesAllOrNothing()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    const Preset renamed{u"late"_s, Night.expression};
    const Preset nameless{{}, u"x"_s};
    QVERIFY(!writer()->changePresets({.deleted = {u"night"_s}, .saved = {renamed, nameless}}));
    QCOMPARE(presets(), QList<Preset>{Night});
    VERIFY_RESULT(writer()->changePresets({.deleted = {u"night"_s, u"nobody"_s}, .saved = {renamed}}));
    QCOMPARE(presets(), QList<Preset>{renamed});
}

void PresetsTest::plansWithTheStoredPresets()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    const auto open = writer();
    VERIFY_RESULT(writer()->savePreset(Awkward)); // by another program, meanwhile
    QList<Preset> seen;
    VERIFY_RESULT(open->changePresets([&seen](const QList<Preset> &there) -> Result<PresetChanges> {
        seen = there;
        return PresetChanges{.deleted = {Night.name}};
    }));
    QCOMPARE(seen, (QList<Preset>{Night, Awkward}));
    const auto refused = open->changePresets([](const QList<Preset> &) -> Result<PresetChanges> {
        return Error{ErrorKind::Usage, u"no"_s};
    });
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QCOMPARE(presets(), QList<Preset>{Awkward});
}

void PresetsTest::aVersion1WorkspaceIsReadUnchangedAndHasNone()
{
    makeVersion1();
    const QByteArray before = bytesOf(m_paths.database);
    QVERIFY(presets().isEmpty());
    QCOMPARE((*EventReader::open(m_folder->path()))->sources()->size(), 1);
    QCOMPARE(bytesOf(m_paths.database), before);
    QCOMPARE(inspectDatabase(m_paths.database)->version, 1);
}

void PresetsTest::aVersion1WorkspaceGetsTheTableBesideABackup()
{
    makeVersion1();
    VERIFY_RESULT(writer()->savePreset(Night));
    QCOMPARE(presets(), QList<Preset>{Night});
    QCOMPARE(inspectDatabase(m_paths.database)->version, Schema::Version);
    QCOMPARE((*EventReader::open(m_folder->path()))->source(u"work"_s)->type, u"asana"_s);

    QTemporaryDir restored;
    const QString backup = m_paths.database + u".v1.backup"_s;
    QVERIFY(QFile::copy(backup, restored.filePath(u"trailglass.sqlite"_s)));
    QCOMPARE(inspectDatabase(backup)->version, 1);
    const auto reader = EventReader::open(restored.path());
    VERIFY_RESULT(reader);
    QCOMPARE((*reader)->sources()->size(), 1);
    QVERIFY((*reader)->presets()->isEmpty());
}

void PresetsTest::aVersion1WorkspaceWaitsForTheOneWhoHoldsTheLock()
{
    makeVersion1();
    const auto lock = WorkspaceLock::acquire(m_paths, u"sync"_s);
    VERIFY_RESULT(lock);
    // As another process would write it.
    QFile holder(m_paths.lock);
    QVERIFY(holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
    holder.write("trailglass-cli\n1\nsync\n");
    holder.close();
    QCOMPARE(EventWriter::open(m_folder->path()).error().kind, ErrorKind::Locked);
    QCOMPARE(inspectDatabase(m_paths.database)->version, 1);
}

void PresetsTest::aWorkspaceFromBeforeColourRulesKeepsItsPresets()
{
    {
        const auto connection = SqlConnection::openForWriting(m_paths.database);
        VERIFY_RESULT(connection);
        VERIFY_RESULT(migrate(**connection, m_paths, migrations().first(4)));
        VERIFY_RESULT((*connection)->execute("PRAGMA journal_mode=WAL"));
        VERIFY_RESULT((*connection)->execute("INSERT INTO preset (name, expression) VALUES ('old', 'x')"));
    }
    const Preset old{u"old"_s, u"x"_s};
    QCOMPARE(presets(), QList<Preset>{old});
    QCOMPARE(inspectDatabase(m_paths.database)->version, 4);
    VERIFY_RESULT(writer()->savePreset(Night));
    QCOMPARE(presets(), (QList<Preset>{Night, old}));
}

void PresetsTest::aLaterVersionIsRefused()
{
    VERIFY_RESULT(writer()->savePreset(Night));
    {
        const auto connection = SqlConnection::openForWriting(m_paths.database);
        const std::string later = std::to_string(Schema::Version + 1);
        VERIFY_RESULT((*connection)->execute("PRAGMA user_version=" + later));
    }
    QCOMPARE(EventReader::open(m_folder->path()).error().kind, ErrorKind::NewerVersion);
    QCOMPARE(EventWriter::open(m_folder->path()).error().kind, ErrorKind::NewerVersion);
}

TRAILGLASS_TEST(PresetsTest)
#include "tst_presets.moc"
