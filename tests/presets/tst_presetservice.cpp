// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetservice.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aWorkspaceWithoutADatabaseHasNone();
    void savingMakesTheDatabase();
    void tellsWhatCannotBeSaved();
    void renamesAndRemoves();
    void theLookupSeesLaterPresets();
    void goesThroughAFile();
    void replacesNoFileOfItsWorkspace();
    void seesWhatAnotherSavedOnlyWhenAsked();
    void finishesWhatWasAskedForAndCallsNobody();
    void listsOnlyWhatIsNew();
    void saysWhenTheListCannotBeRead();

private:
    /// Waits for the one result of a call.
    template <class Call>
    Result<void> answer(const Call &call);

    QString folder() const { return m_folder->filePath(u"workspace"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PresetService> m_keeper;
};

void PresetKeeperTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_keeper = std::make_unique<PresetService>(folder());
}

template <class Call>
Result<void> PresetKeeperTest::answer(const Call &call)
{
    std::optional<Result<void>> answered;
    call([&answered](const auto &result) { answered = result ? Result<void>() : result.error(); });
    if (answered)
        return Error{ErrorKind::Internal, u"answered before the call returned"_s};
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, 30'000))
        return Error{ErrorKind::Internal, u"no result"_s};
    return *answered;
}

void PresetKeeperTest::aWorkspaceWithoutADatabaseHasNone()
{
    const QSignalSpy listed(m_keeper.get(), &PresetService::listed);
    m_keeper->reload();
    QVERIFY(listed.isEmpty());
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(m_keeper->presets().isEmpty());
    QVERIFY(!QFileInfo::exists(folder()));
}

void PresetKeeperTest::savingMakesTheDatabase()
{
    const QSignalSpy listed(m_keeper.get(), &PresetService::listed);
    const Preset night{u"night"_s, u"hour:22..,..5"_s, u"created"_s, u"-actor"_s};
    QVERIFY(answer([&](auto done) { m_keeper->save(night, done); }));
    QCOMPARE(listed.size(), 1);
    QCOMPARE(m_keeper->presets(), QList<Preset>{night});
}

void PresetKeeperTest::tellsWhatCannotBeSaved()
{
    const auto refused = answer([&](auto done) { m_keeper->save({u"a"_s, u"preset:a"_s}, done); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(!QFileInfo::exists(folder()));
    QVERIFY(!answer([&](auto done) { m_keeper->remove(u"nobody"_s, done); }));
    QVERIFY(!answer([&](auto done) { m_keeper->rename(u"nobody"_s, u"x"_s, done); }));
}

void PresetKeeperTest::renamesAndRemoves()
{
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    QVERIFY(answer([&](auto done) { m_keeper->save({u"b"_s, u"preset:a"_s}, done); }));
    QVERIFY(answer([&](auto done) { m_keeper->rename(u"a"_s, u"c"_s, done); }));
    QCOMPARE(m_keeper->presets(), (QList<Preset>{{u"b"_s, u"preset:c"_s}, {u"c"_s, u"x"_s}}));
    QVERIFY(answer([&](auto done) { m_keeper->remove(u"b"_s, done); }));
    QCOMPARE(m_keeper->presets(), (QList<Preset>{{u"c"_s, u"x"_s}}));
}

void PresetKeeperTest::theLookupSeesLaterPresets()
{
    const Filter::PresetLookup lookup = m_keeper->lookup();
    QVERIFY(!lookup(u"a"_s));
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    QCOMPARE(lookup(u"a"_s), std::optional(u"x"_s));
    m_keeper.reset();
    QCOMPARE(lookup(u"a"_s), std::optional(u"x"_s));
}

void PresetKeeperTest::goesThroughAFile()
{
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    const QString fileName = m_folder->filePath(u"presets.json"_s);
    QVERIFY(answer([&](auto done) { m_keeper->exportTo(fileName, done); }));
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"y"_s}, done); }));
    std::optional<Result<PresetImport>> imported;
    m_keeper->importFrom(fileName, [&](const Result<PresetImport> &result) { imported = result; });
    QTRY_VERIFY(imported);
    QVERIFY(*imported);
    QCOMPARE((*imported)->renamed.size(), 1);
    QCOMPARE(m_keeper->presets(), (QList<Preset>{{u"a"_s, u"y"_s}, {u"a (2)"_s, u"x"_s}}));

    imported.reset();
    m_keeper->importFrom(m_folder->filePath(u"none"_s),
                         [&](const Result<PresetImport> &result) { imported = result; });
    QTRY_VERIFY(imported);
    QCOMPARE(imported->error().kind, ErrorKind::NotFound);
    QCOMPARE(m_keeper->presets().size(), 2);
}

void PresetKeeperTest::replacesNoFileOfItsWorkspace()
{
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    const QString link = m_folder->filePath(u"presets.json"_s);
    QVERIFY(QFile::link(folder() + u"/trailglass.sqlite"_s, link));
    for (const QString &file : {link, QString(folder() + u"/trailglass.sqlite-wal"_s)}) {
        const Result<void> refused = answer([&](auto done) { m_keeper->exportTo(file, done); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets().size(), 1);
}

void PresetKeeperTest::seesWhatAnotherSavedOnlyWhenAsked()
{
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    QVERIFY(other.presets().isEmpty());
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets(), m_keeper->presets());
}

void PresetKeeperTest::finishesWhatWasAskedForAndCallsNobody()
{
    bool called = false;
    m_keeper->save({u"a"_s, u"x"_s}, [&called](const Result<void> &) { called = true; });
    m_keeper.reset();
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets().size(), 1);
    QVERIFY(!called);
}

void PresetKeeperTest::listsOnlyWhatIsNew()
{
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); }));
    const QSignalSpy listed(m_keeper.get(), &PresetService::listed);
    m_keeper->reload();
    m_keeper->reload();
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"x"_s}, done); })); // after the reloads
    QCOMPARE(listed.size(), 0);
    QVERIFY(answer([&](auto done) { m_keeper->save({u"a"_s, u"y"_s}, done); }));
    QCOMPARE(listed.size(), 1);
}

void PresetKeeperTest::saysWhenTheListCannotBeRead()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + u"/trailglass.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear diary, today I");
    file.close();
    const QSignalSpy failed(m_keeper.get(), &PresetService::failed);
    m_keeper->reload();
    QTRY_COMPARE(failed.size(), 1);

    // The same list as before the fault is news after it.
    const QSignalSpy listed(m_keeper.get(), &PresetService::listed);
    QVERIFY(file.remove());
    m_keeper->reload();
    QTRY_COMPARE(listed.size(), 1);
}

TRAILGLASS_TEST(PresetKeeperTest)
#include "tst_presetservice.moc"
